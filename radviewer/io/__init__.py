"""The only readers and writers of image files."""
