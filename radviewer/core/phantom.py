"""Generated images that look enough like an MR slice and a radiograph to try the program on; no patient, no data set.

Everything is made of ellipses and smooth noise from a fixed seed, so two machines draw the same phantom.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Canvas:
    """Coordinates of a square image: y down, x right, both from -1 to 1, and a seeded source of texture."""

    y: Field
    x: Field
    random: np.random.Generator

    @classmethod
    def square(cls, size: int, seed: int) -> _Canvas:
        axis = (np.arange(size) + 0.5) / size * 2 - 1
        y, x = np.meshgrid(axis, axis, indexing="ij")
        return cls(y, x, np.random.default_rng(seed))

    def ellipse(self, y: float, x: float, height: float, width: float, angle: float = 0.0, soft: float = 0.03) -> Field:
        """1 inside, 0 outside, with a border `soft` wide (in the axes' units)."""
        turn = np.deg2rad(angle)
        dy, dx = self.y - y, self.x - x
        u = dx * np.cos(turn) + dy * np.sin(turn)
        v = -dx * np.sin(turn) + dy * np.cos(turn)
        radius = np.hypot(u / width, v / height)
        return np.asarray(np.clip((1 - radius) * min(height, width) / soft + 0.5, 0, 1))

    def texture(self, cells: int) -> Field:
        """Smooth noise of mean 0 and standard deviation 1 with about `cells` bumps along each side."""
        size = self.y.shape[0]
        spectrum = np.fft.rfft2(self.random.standard_normal((size, size)))
        fy, fx = np.fft.fftfreq(size)[:, None] * size, np.fft.rfftfreq(size)[None] * size
        noise = np.fft.irfft2(spectrum * np.exp(-(fy**2 + fx**2) / (2 * cells**2)), s=(size, size))
        return np.asarray((noise - noise.mean()) / noise.std())


def brain_mr(size: int = 256, slices: int = 20) -> NDArray[np.uint16]:
    """A stack that resembles contrast-enhanced T1 MR of a head with one ring-shaped lesion.

    Args:
        size: Rows and columns.
        slices: Number of slices from the base to the vertex.

    Returns:
        uint16 (slices, size, size), 0 to about 2,200.
    """
    heights = np.linspace(-0.75, 0.85, slices)
    return np.stack([_brain_slice(size, float(height), seed) for seed, height in enumerate(heights)])


def _brain_slice(size: int, height: float, seed: int) -> NDArray[np.uint16]:
    canvas = _Canvas.square(size, 1000 + seed)
    girth = np.sqrt(max(0.05, 1 - height**2))
    head = canvas.ellipse(0.0, 0.0, 0.88 * girth, 0.70 * girth)
    skull = canvas.ellipse(0.0, 0.0, 0.83 * girth, 0.65 * girth)
    brain = canvas.ellipse(0.0, 0.0, 0.77 * girth, 0.59 * girth)
    white = canvas.ellipse(0.0, 0.0, 0.62 * girth, 0.45 * girth, soft=0.12)
    folds = np.abs(canvas.texture(16)) * np.clip(1.2 - white, 0, 1)
    image = 1150 * (head - skull) + 140 * (skull - brain)
    image += brain * (620 + 230 * white - 170 * np.clip(folds - 0.5, 0, 1.5) + 14 * canvas.texture(40))
    image -= 520 * brain * np.clip(1 - np.abs(canvas.x) / 0.012, 0, 1) * (1 - white * 0.8)
    ventricle = max(0.0, 1 - abs(height - 0.12) / 0.42)
    if ventricle > 0:
        for side in (-1, 1):
            horn = canvas.ellipse(-0.04, side * 0.11, 0.26 * ventricle, 0.07 * ventricle, angle=side * 14)
            image -= 560 * horn * brain
    lesion = max(0.0, 1 - abs(height - 0.25) / 0.36)
    if lesion > 0.05:
        image = _with_ring_lesion(image, canvas, lesion)
    image += 10 * canvas.random.standard_normal(image.shape)
    return np.clip(image, 0, 4095).astype(np.uint16)


def _with_ring_lesion(image: Field, canvas: _Canvas, strength: float) -> Field:
    size = 0.10 + 0.09 * strength
    wobble = 1 + 0.10 * canvas.texture(5)
    edema = canvas.ellipse(-0.20, 0.27, size * 1.7, size * 1.5, soft=0.16)
    ring = canvas.ellipse(-0.20, 0.27, size, size * 0.92)
    core = canvas.ellipse(-0.20, 0.27, size * 0.58, size * 0.52, soft=0.06)
    return image - 170 * edema + (760 * (ring - core) * wobble + 40 * core) * (0.4 + 0.6 * strength)


def chest_radiograph(size: int = 1024) -> NDArray[np.uint16]:
    """An image that resembles a frontal chest radiograph.

    Args:
        size: Rows and columns.

    Returns:
        uint16 (size, size), 0 to 16,383; dense parts are bright.
    """
    canvas = _Canvas.square(size, 7)
    body = canvas.ellipse(0.42, 0.0, 1.35, 0.92, soft=0.08)
    image = 1200 + 8200 * body
    for side in (-1, 1):
        lung = canvas.ellipse(-0.02, side * 0.40, 0.66, 0.30, angle=side * -5, soft=0.10)
        image -= 5600 * lung * (1 + 0.05 * canvas.texture(20))
        image += 1500 * canvas.ellipse(-0.86, side * 0.42, 0.045, 0.40, angle=side * -14)
    image += 2600 * np.clip(1 - np.abs(canvas.x) / 0.10, 0, 1) * (0.85 + 0.15 * np.sin(canvas.y * 42))
    image += 3600 * canvas.ellipse(0.26, 0.13, 0.34, 0.29, angle=-30, soft=0.12)
    image += 4200 * canvas.ellipse(0.95, 0.0, 0.36, 0.95, soft=0.10)
    for rib in range(9):
        image += _rib(canvas, -0.62 + 0.135 * rib)
    image += 1500 * canvas.ellipse(0.14, -0.44, 0.10, 0.085, soft=0.06)
    image += 70 * canvas.texture(90) + 35 * canvas.random.standard_normal(image.shape)
    return np.clip(image, 0, 16383).astype(np.uint16)


def _rib(canvas: _Canvas, height: float) -> Field:
    distance = np.abs(canvas.x)
    line = height + 0.42 * distance**1.6
    inside = np.clip((0.78 - distance) / 0.06, 0, 1) * np.clip((distance - 0.09) / 0.04, 0, 1)
    return 900 * np.exp(-(((canvas.y - line) / 0.020) ** 2)) * inside
