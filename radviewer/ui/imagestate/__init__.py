"""What is known of the images on the screen and of their stack: remarks of the reader, and what is decoded."""
