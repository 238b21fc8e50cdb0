"""From a map to colours over the image: scale, threshold, opacity, fill or contour; the same for window and files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from radviewer.core.colormaps import ColorMap, color_table
from radviewer.core.explanation import Explanation


class ScaleMode(StrEnum):
    """What the top of the colour scale stands for."""

    ABSOLUTE = "absolute"
    IMAGE_MAXIMUM = "image maximum"
    PROBABILITY = "probability"


class ThresholdMode(StrEnum):
    """What the threshold counts."""

    VALUE = "value"
    QUANTILE = "quantile"


class DrawMode(StrEnum):
    """How a map is drawn."""

    FILL = "fill"
    CONTOUR = "contour"


@dataclass(frozen=True, slots=True)
class OverlayStyle:
    """How the reader wants maps to look.

    Attributes:
        opacity: Of the whole layer, 0 to 1.
        threshold: Parts of the map below it are not drawn, 0 to 1; see `threshold_by`.
        color_map: The colour table.
        scale: Absolute (the same colour means the same in every case), each image's own maximum, or the maximum as the
            label's probability (a map of an unlikely label stays dark, and its colours reach the probability).
        draw: Fill or contour at the threshold.
        native_grid: Draw the model's own cells instead of interpolating between them.
        threshold_by: Whether the threshold is a share of the scale, or the share of the image's area that is left out
            (0.9: the strongest tenth is drawn).
    """

    opacity: float = 0.5
    threshold: float = 0.25
    color_map: ColorMap = ColorMap.INFERNO
    scale: ScaleMode = ScaleMode.ABSOLUTE
    draw: DrawMode = DrawMode.FILL
    native_grid: bool = False
    threshold_by: ThresholdMode = ThresholdMode.VALUE


def scale_used(explanation: Explanation, wished: ScaleMode) -> ScaleMode:
    """The scale that a map is drawn on: its own maximum where what the wished one needs is not known."""
    known = {
        ScaleMode.ABSOLUTE: explanation.absolute,
        ScaleMode.PROBABILITY: explanation.probability is not None,
        ScaleMode.IMAGE_MAXIMUM: True,
    }
    return wished if known[wished] else ScaleMode.IMAGE_MAXIMUM


def scale_top(explanation: Explanation, mode: ScaleMode) -> float:
    """The map's value that gets the last colour of the table; > 0."""
    top = float(explanation.values.max())
    used = scale_used(explanation, mode)
    if used is ScaleMode.ABSOLUTE or top <= 0:
        return explanation.reference
    if used is ScaleMode.PROBABILITY and explanation.probability is not None:
        return top / max(explanation.probability, _LEAST_PROBABILITY)
    return top


def threshold_share(explanation: Explanation, style: OverlayStyle) -> float:
    """The threshold as a share of the scale, 0 to 1, whichever way the style counts it."""
    if style.threshold_by is ThresholdMode.VALUE:
        return style.threshold
    value = _quantile(explanation, style.threshold)
    return min(value / scale_top(explanation, style.scale), 1.0)


def drawn_style(explanation: Explanation, style: OverlayStyle) -> OverlayStyle:
    """The style that a map is really drawn with: the scale that it can have, and the threshold as a share of it."""
    return replace(
        style,
        scale=scale_used(explanation, style.scale),
        threshold=threshold_share(explanation, style),
        threshold_by=ThresholdMode.VALUE,
    )


@lru_cache(maxsize=64)  # asked for by every repaint of a legend; maps are compared by identity
def _quantile(explanation: Explanation, share: float) -> float:
    rows, columns = explanation.grid.source_shape
    shrink = max(1.0, max(rows, columns) / _QUANTILE_SIDE)
    shape = (max(1, round(rows / shrink)), max(1, round(columns / shrink)))
    return float(np.quantile(explanation.on_image(shape), share))


def normalised(values: NDArray[np.float32], top: float) -> NDArray[np.float32]:
    """Values as a share of the scale's top, clipped to 0..1."""
    return np.asarray(np.clip(values / np.float32(top), 0.0, 1.0), dtype=np.float32)


def rgba(share: NDArray[np.float32], style: OverlayStyle) -> NDArray[np.uint8]:
    """Colours of a normalised map.

    Args:
        share: (h, w) in 0..1.
        style: How to draw; `opacity` is not applied here but by the layer that shows it (so that an opacity step
            costs no new colours), see `blend`.

    Returns:
        uint8 (h, w, 4), straight alpha. Fill: transparent below the threshold, from there opaque over a short ramp.
        Contour: opaque on the inner border of the region at or above the threshold.
    """
    colors = np.empty((*share.shape, 4), dtype=np.uint8)
    colors[..., :3] = color_table(style.color_map)[(share * 255).round().astype(np.uint8)]
    if style.draw is DrawMode.CONTOUR:
        line = contour_mask(share, style.threshold)
        colors[..., :3] = color_table(style.color_map)[_CONTOUR_SHADE]
        colors[..., 3] = np.where(line, 255, 0)
        return colors
    visible = (share >= style.threshold) & (share > 0)
    ramp = np.clip((share - style.threshold) / _RAMP + _RAMP_START, 0, 1)
    colors[..., 3] = np.where(visible, (ramp * 255).round(), 0).astype(np.uint8)
    return colors


def contour_mask(share: NDArray[np.float32], threshold: float) -> NDArray[np.bool_]:
    """Inner border, about 1/200 of the image thick, of the region at or above the threshold."""
    region = (share >= threshold) & (share > 0)
    inner = region
    for _ in range(max(1, round(max(share.shape) / 200))):
        inner = _eroded(inner)
    return region & ~inner


def _eroded(region: NDArray[np.bool_]) -> NDArray[np.bool_]:
    padded = np.pad(region, 1, constant_values=True)
    return padded[1:-1, 1:-1] & padded[:-2, 1:-1] & padded[2:, 1:-1] & padded[1:-1, :-2] & padded[1:-1, 2:]


def blend(gray: NDArray[np.uint8], colors: NDArray[np.uint8], opacity: float) -> NDArray[np.uint8]:
    """The overlay over a displayed image.

    Args:
        gray: (h, w) or (h, w, 3) 8-bit display values.
        colors: (h, w, 4) from `rgba`.
        opacity: Of the layer, 0 to 1.

    Returns:
        uint8 (h, w, 3).
    """
    base = np.repeat(gray[..., None], 3, axis=2) if gray.ndim == 2 else gray
    alpha = colors[..., 3:].astype(np.float32) * (opacity / 255)
    mixed = base * (1 - alpha) + colors[..., :3] * alpha
    return mixed.round().astype(np.uint8)


_QUANTILE_SIDE = 256  # of the image's grid, reduced: areas are exact to less than a thousandth
_LEAST_PROBABILITY = 1e-6
_RAMP = 0.15  # share of the scale over which a fill becomes opaque, so that its border is soft
_RAMP_START = 0.4
_CONTOUR_SHADE = 205  # of 255: bright in every table on offer
