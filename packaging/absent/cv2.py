"""Stands in for OpenCV in the frozen program: pytorch-grad-cam imports it for drawing, which radviewer does itself.

150 MB are saved. Using anything of it says so.
"""

from typing import Any


def __getattr__(name: str) -> Any:
    """A function that refuses to be called; imports and default arguments need no more."""
    if name.startswith("__"):
        raise AttributeError(name)

    def refuse(*_arguments: object, **_options: object) -> None:
        raise ImportError(f"OpenCV ({name}) is left out of the installed program.")

    return refuse
