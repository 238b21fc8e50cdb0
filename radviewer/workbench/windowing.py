"""What a window drag does, and the window that shows a region best."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from radviewer.core.grayscale import Voi
from radviewer.core.image import Image, VoiFunction, Window
from radviewer.core.measurement import Figure
from radviewer.core.measurement_region import region as find_region
from radviewer.core.measurement_region import region_values

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


REGION_TAILS = (1.0, 99.0)  # percentiles of a region that its window spans


def region_window(image: Image, region: Figure, tails: tuple[float, float] = REGION_TAILS) -> Window | None:
    """The window over the values of a region.

    Args:
        image: A grey image.
        region: A rectangle, an ellipse or a freehand outline.
        tails: Percentiles at its ends; (0, 100) for the smallest and the largest value. A few pixels of metal or air
            at the border of the region would set the ends otherwise.

    Returns:
        A window from the lower to the upper percentile of what is neither padding nor infinite; None for colour, for
        a region without such pixels, and for one of a single value, in which there is nothing to see.
    """
    if image.is_color:
        return None
    values, _ = region_values(image, find_region(region, image.shape))
    if values.size == 0:
        return None
    low, high = (float(end) for end in np.percentile(values, tails))
    if high <= low:
        low, high = float(values.min()), float(values.max())
    if high <= low:
        return None
    return Window((low + high) / 2, high - low, VoiFunction.LINEAR_EXACT, "region")
