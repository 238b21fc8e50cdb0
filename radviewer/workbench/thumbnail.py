"""Small pictures for the study browser."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from radviewer.core.grayscale import Presentation, display_values
from radviewer.workbench.prepared import PreparedImage, choose_level


def thumbnail(prepared: PreparedImage, side: int) -> NDArray[np.uint8]:
    """The image at most about twice `side` pixels wide and high: uint8 (h, w) or (h, w, 3), C-contiguous."""
    image = prepared.image
    level = prepared.levels[choose_level(prepared, side / max(image.shape))]
    small = replace(image, pixels=level)
    voi = None if image.is_color else prepared.default
    return np.ascontiguousarray(display_values(small, Presentation(voi)))
