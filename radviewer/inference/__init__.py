"""From a model pack and an image to calibrated scores; torch lives here."""

from radviewer.inference import torch_guard

torch_guard.install()
