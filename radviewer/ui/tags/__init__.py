"""The tag browser."""
