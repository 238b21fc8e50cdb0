"""One module for each kind of figure; each takes results and returns a drawing."""
