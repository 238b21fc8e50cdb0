"""Volumes whose geometry is known by construction: any direction, spacing, tilt and unevenness, with planted points."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from radviewer.core.geometry import PixelSpacing
from radviewer.core.image import Image, ImageFacts, ImageRef, Rescale
from radviewer.core.slice_order import SlicePlace, arrange
from radviewer.core.volume import Volume

STRAIGHT = np.eye(3)


def rotation(axis: tuple[float, float, float], degrees: float) -> np.ndarray:
    """A rotation matrix by scipy, to be independent of the program's own formula."""
    from scipy.spatial.transform import Rotation

    direction = np.array(axis) / np.linalg.norm(axis)
    return Rotation.from_rotvec(np.deg2rad(degrees) * direction).as_matrix()


def positions(
    count: int, step: float, axes: np.ndarray, *, tilt: float = 0.0, distances: np.ndarray | None = None
) -> np.ndarray:
    """Slice positions along the normal; `tilt` in degrees shifts each slice along its own rows' direction (axis 1)."""
    along = np.arange(count) * step if distances is None else distances
    first = np.array([-40.0, 25.0, 110.0])
    return first + along[:, None] * axes[:, 2] + (along * np.tan(np.deg2rad(tilt)))[:, None] * axes[:, 1]


def places(shape: tuple[int, int], spacing: tuple[float, float], axes: np.ndarray, at: np.ndarray) -> list[SlicePlace]:
    """What the headers of such slices say."""
    orientation = (*axes[:, 0].tolist(), *axes[:, 1].tolist())
    return [SlicePlace(shape, spacing, orientation, tuple(point.tolist())) for point in at]


def slice_image(values: np.ndarray, place: SlicePlace, number: int = 0) -> Image:
    """A slice as a reader gives it."""
    return Image(
        pixels=values,
        ref=ImageRef(Path(f"/ct/{number}.dcm")),
        modality_lut=Rescale(1.0, -1000.0, "HU"),
        spacing=PixelSpacing(*place.spacing),
        orientation=place.orientation,
        position=place.position,
        facts=ImageFacts(kind="dicom", modality="CT", bits_stored=16),
    )


def make_volume(values: np.ndarray, spacing: tuple[float, float], axes: np.ndarray, at: np.ndarray) -> Volume:
    """A volume of known geometry."""
    where = places(values.shape[1:], spacing, axes, at)
    arrangement = arrange(where)
    template = slice_image(values[len(values) // 2], where[0])
    return Volume(values[list(arrangement.order)], arrangement.geometry, template, arrangement.warnings)
