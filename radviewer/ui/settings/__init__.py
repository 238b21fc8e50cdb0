"""The settings window, made from the table of settings, and what puts a changed setting in force."""
