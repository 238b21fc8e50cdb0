"""Days of use: the real program from start to end."""
