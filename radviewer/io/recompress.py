"""Writes an 8-bit picture as JPEG and reads it back: what a lossy export does to it, for measuring robustness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import UsageProblem


def jpeg_round_trip(pixels: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    """The picture after JPEG compression.

    Args:
        pixels: uint8 (rows, columns) or (rows, columns, 3).
        quality: libjpeg's scale, 1 to 100.

    Raises:
        UsageProblem: The quality is outside its scale.
    """
    import imagecodecs

    if not 1 <= quality <= 100:
        raise UsageProblem(f"The JPEG quality {quality} is not possible.", hint="Give 1 to 100.")
    decoded: NDArray[np.uint8] = imagecodecs.jpeg8_decode(imagecodecs.jpeg8_encode(pixels, level=quality))
    return decoded
