"""Stands in for matplotlib in the frozen program, as `cv2` does: pytorch-grad-cam imports it for figures."""

from typing import Any


def __getattr__(name: str) -> Any:
    """A function that refuses to be called."""
    if name.startswith("__"):
        raise AttributeError(name)

    def refuse(*_arguments: object, **_options: object) -> None:
        raise ImportError(f"matplotlib ({name}) is left out of the installed program.")

    return refuse
