"""Measuring in a window: the canvas that draws and edits, the list, the histogram, and what joins them to it."""
