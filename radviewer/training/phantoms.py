"""Generated pictures for golden cases: ellipses, bars and gradients that belong to nobody."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def golden_phantoms(size: int = 96) -> dict[str, NDArray[np.uint8]]:
    """Four 8-bit grey pictures by name, one of them not square; always the same."""
    return {
        "head": head(size, size),
        "head-with-disc": _with_disc(head(size, size), 0.42, 0.62, 0.09, 235),
        "wide-head": head(size * 3 // 4, size),
        "bars": bars(size),
    }


def head(rows: int, columns: int) -> NDArray[np.uint8]:
    """A bright ring, a grey interior with a gradient and two darker ellipses, as on an axial slice."""
    y, x = np.mgrid[0:rows, 0:columns]
    v, u = (y + 0.5) / rows - 0.5, (x + 0.5) / columns - 0.5
    radius = np.hypot(v / 0.44, u / 0.36)
    picture = np.where(radius < 1, 200.0, 4.0)
    picture = np.where(radius < 0.88, 90 + 60 * v, picture)
    for side in (-1, 1):
        picture = np.where(np.hypot((v + 0.02) / 0.13, (u - 0.07 * side) / 0.04) < 1, 40.0, picture)
    return np.asarray(picture.round(), dtype=np.uint8)


def bars(size: int) -> NDArray[np.uint8]:
    """Bars that get narrower to the right over a ramp."""
    x = (np.arange(size) + 0.5) / size
    line = 127 + 80 * np.sign(np.sin(40 * x**2))
    return np.asarray((line[None] * np.linspace(0.2, 1, size)[:, None]).round(), dtype=np.uint8)


def _with_disc(picture: NDArray[np.uint8], v: float, u: float, radius: float, gray: int) -> NDArray[np.uint8]:
    y, x = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]]
    inside = np.hypot((y + 0.5) / picture.shape[0] - v, (x + 0.5) / picture.shape[1] - u) < radius
    return np.where(inside, np.uint8(gray), picture)
