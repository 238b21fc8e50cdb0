"""Multiplanar reformat: its window, panes and painting."""
