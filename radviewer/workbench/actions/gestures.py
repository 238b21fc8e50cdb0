"""What the mouse does on an image."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Gesture

GESTURES: tuple[Gesture, ...] = (
    Gesture("Left drag", "Window/level: right widens, down darkens"),
    Gesture("Shift + left drag", "Window/level in fine steps"),
    Gesture("Ctrl + left drag", "Window/level in coarse steps"),
    Gesture("Middle drag", "Pan"),
    Gesture("Right drag", "Zoom: up enlarges"),
    Gesture("Right click", "Context menu"),
    Gesture("Wheel", "Previous or next image"),
    Gesture("Ctrl + wheel", "Zoom at the cursor"),
    Gesture("Double click", "Maximise the pane, or show all panes again; with one pane, fit"),
    Gesture("Shift + double click", "Fit the image to its pane"),
    Gesture("Drag from the studies", "Puts a series into a pane"),
    Gesture("Drag between panes", "Makes panes larger or smaller; a double click makes them even"),
)
