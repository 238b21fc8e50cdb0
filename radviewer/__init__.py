"""radviewer: local AI predictions with explanations beside the image, and studies of how readers use them."""

__version__ = "0.1.0"
