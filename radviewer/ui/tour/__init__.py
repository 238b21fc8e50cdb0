"""The tour: a few steps that show the window's parts one after the other, on the window itself."""
