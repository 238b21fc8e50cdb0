"""The window, driven as its user would."""
