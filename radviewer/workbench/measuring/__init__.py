"""Measurements on images, without a window: what was drawn, undo and redo, the file they are kept in, their tables."""
