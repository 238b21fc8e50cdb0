"""Planes through a volume: axial, coronal, sagittal and a free one, linked by a point; which way they lie and turn.

All in LPS and mm. A screen shows a plane with `right` to the right and `down` downwards: axial as seen from the feet,
coronal from the front, sagittal from the left, as DICOM's and radiology's conventions have it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.volume_geometry import VolumeGeometry

Floats = NDArray[np.float64]
Vector = tuple[float, float, float]


class View(StrEnum):
    """Which plane."""

    AXIAL = "axial"
    CORONAL = "coronal"
    SAGITTAL = "sagittal"
    OBLIQUE = "oblique"


LINKED = (View.AXIAL, View.CORONAL, View.SAGITTAL)


class SlabMode(StrEnum):
    """How the planes of a slab become one picture."""

    MAXIMUM = "MIP"
    MINIMUM = "MinIP"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Slab:
    """A slab around a plane.

    Attributes:
        mode: What is taken of the values across it.
        thickness: mm; 0 for the plane alone.
    """

    mode: SlabMode = SlabMode.MAXIMUM
    thickness: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """A plane with its screen directions.

    Attributes:
        point: A point of it.
        right: Unit vector that points right on the screen.
        down: Unit vector that points down.
    """

    point: Floats
    right: Floats
    down: Floats

    @property
    def normal(self) -> Floats:
        """Unit vector away from the viewer."""
        return cross(self.right, self.down)


def cross(one: Floats, other: Floats) -> Floats:
    """The cross product of two vectors, without numpy's cost for arrays of any shape."""
    a, b, c = one.tolist()
    d, e, f = other.tolist()
    return np.array((b * f - c * e, c * d - a * f, a * e - b * d))


@dataclass(frozen=True, slots=True)
class Frame:
    """Three directions at right angles, right-handed: towards left, back and head as nearly as the frame is turned.

    Attributes:
        left: Unit vector.
        back: Unit vector.
        head: Unit vector.
    """

    left: Vector = (1.0, 0.0, 0.0)
    back: Vector = (0.0, 1.0, 0.0)
    head: Vector = (0.0, 0.0, 1.0)

    def matrix(self) -> Floats:
        """3 x 3 with the directions as columns."""
        return np.array((self.left, self.back, self.head)).T

    def plane(self, view: View, point: Any) -> Plane:
        """A view's plane through a point; the free view is cut like an axial one."""
        left, back, head = (np.array(axis) for axis in (self.left, self.back, self.head))
        right = back if view is View.SAGITTAL else left
        down = back if view in (View.AXIAL, View.OBLIQUE) else -head
        return Plane(np.asarray(point, dtype=np.float64), right, down)

    def turned(self, axis: Any, radians: float) -> Frame:
        """The frame turned about an axis (right-hand rule), by Rodrigues' formula."""
        x, y, z = np.asarray(axis, dtype=np.float64) / np.linalg.norm(axis)
        skew = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
        rotation = np.eye(3) + math.sin(radians) * skew + (1 - math.cos(radians)) * (skew @ skew)
        return frame_of(rotation @ self.matrix())


def frame_of(matrix: Floats) -> Frame:
    """The frame of a rotation matrix; rounding is taken out, so that turning often does not bend it."""
    left = matrix[:, 0] / np.linalg.norm(matrix[:, 0])
    back = matrix[:, 1] - left * (matrix[:, 1] @ left)
    back /= np.linalg.norm(back)
    return Frame(_vector(left), _vector(back), _vector(cross(left, back)))


@lru_cache(maxsize=8)
def acquired_frame(geometry: VolumeGeometry) -> Frame:
    """The volume's own axes, each named after the patient's axis that it is nearest to."""
    axes = geometry.axes
    best, result = -1.0, np.eye(3)
    for order in ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)):
        chosen = axes[:, order]
        fit = float(np.abs(np.diag(chosen)).sum())
        if fit > best + 1e-9:
            best = fit
            result = chosen * np.where(np.diag(chosen) < 0, -1.0, 1.0)
    if np.linalg.det(result) < 0:  # only where two axes are equally far from one of the patient's
        result[:, 2] = -result[:, 2]
    return frame_of(result)


def _vector(values: Floats) -> Vector:
    return float(values[0]) + 0.0, float(values[1]) + 0.0, float(values[2]) + 0.0


_SIDES = (("L", "R"), ("P", "A"), ("H", "F"))
_WORTH_NAMING = 0.35  # direction cosine, about 20 degrees off the plane; as the viewer's own panes name them


def side(direction: Any) -> str:
    """The patient's side that a direction points to, for example "L" or "LH"."""
    named = sorted(
        ((abs(value), pair[0] if value > 0 else pair[1]) for value, pair in zip(direction, _SIDES, strict=True)),
        key=lambda item: -item[0],
    )
    return named[0][1] + "".join(letter for size, letter in named[1:2] if size >= _WORTH_NAMING)
