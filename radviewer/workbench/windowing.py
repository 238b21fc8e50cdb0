"""What a window drag does."""

from __future__ import annotations

from dataclasses import replace

from radviewer.core.grayscale import Voi
from radviewer.core.image import VoiFunction, Window

_PIXELS = 256.0  # a drag over so many pixels doubles or halves the width, or moves the centre by one width


def dragged(voi: Voi, fallback: Window, dx: float, dy: float, gain: float) -> Window:
    """The window after a drag: right widens, down darkens.

    Args:
        voi: What is in force; a LUT cannot be dragged and gives way to `fallback`.
        fallback: A window over the image's values.
        dx: Pixels to the right.
        dy: Pixels down.
        gain: Steps for one pixel; 1 is normal.

    Returns:
        A window without a preset's name. Steps are in proportion to the width, so that a narrow window on a
        16-bit image is set as finely as a wide one.
    """
    window = voi if isinstance(voi, Window) else fallback
    lowest = 1.0 if window.function is VoiFunction.LINEAR else fallback.width * 1e-6 or 1e-6
    width = max(window.width * 2.0 ** (dx * gain / _PIXELS), lowest)
    center = window.center + dy * gain * window.width / _PIXELS
    return replace(window, center=center, width=width, name="")
