"""Tables and files in which a study leaves the program, and in which calls made elsewhere come in."""
