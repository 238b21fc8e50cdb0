"""The window in which keys are changed, and the page that lists them."""
