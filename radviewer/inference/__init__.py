"""From a model pack and an image to calibrated scores; torch lives here."""
