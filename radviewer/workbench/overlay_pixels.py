"""A map as a small coloured picture for the screen, and where on the image it lies.

The picture stays on (a refinement of) the model's grid, at most 448 pixels a side, and the screen scales it: colouring
at the image's full size would cost 45 ms a step for a 3000 x 3000 radiograph, and shows nothing more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radviewer.core.explanation import Explanation
from radviewer.core.geometry import GridTransform
from radviewer.core.overlay import OverlayStyle, drawn_style, normalised, rgba, scale_top

SIDE = 448


@dataclass(frozen=True, slots=True, eq=False)
class OverlayPixels:
    """A coloured map.

    Attributes:
        colors: uint8 (h, w, 4), straight alpha, without the layer's opacity.
        extent: (top, left, height, width) in image pixels that `colors` covers; may reach beyond the image.
        smooth: Whether the screen may interpolate between the cells.
    """

    colors: NDArray[np.uint8]
    extent: tuple[float, float, float, float]
    smooth: bool


def overlay_pixels(explanation: Explanation, style: OverlayStyle) -> OverlayPixels:
    """Colours a map.

    With `style.native_grid` every cell of the model's grid is one pixel; else values (not colours) are interpolated
    between the cells' centres.
    """
    share = normalised(explanation.values, scale_top(explanation, style.scale))
    style = drawn_style(explanation, style)
    if not style.native_grid:
        rows, columns = share.shape
        shape = (max(rows, SIDE), max(columns, SIDE))
        share = GridTransform.identity((rows, columns)).inverse(share, shape)
    return OverlayPixels(rgba(share, style), explanation.grid.map_extent(), not style.native_grid)
