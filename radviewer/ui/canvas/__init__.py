"""The image pane: grey image, map, texts and gestures on one pyqtgraph view."""
