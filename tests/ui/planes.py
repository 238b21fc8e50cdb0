"""A study of one patient in three planes, computed from spheres whose places are known, for tests of layouts."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from radviewer.core.geometry import PixelSpacing
from radviewer.core.image import Image, ImageFacts, ImageRef, Rescale, Window
from radviewer.core.planes import SlicePlane, slice_plane
from radviewer.core.study import Catalog, Instance, Series, Study

SPACE = "2.25.900"
AXES = {
    "Axial": (1.0, 0.0, 0.0, 0.0, 1.0, 0.0),
    "Coronal": (1.0, 0.0, 0.0, 0.0, 0.0, -1.0),
    "Sagittal": (0.0, 1.0, 0.0, 0.0, 0.0, -1.0),
}
SPHERES = (((20.0, -15.0, 10.0), 14.0, 700.0), ((-25.0, 10.0, -20.0), 9.0, 1000.0), ((0.0, 0.0, 0.0), 48.0, 300.0))
SIZE, SLICES, STEP = 120, 41, 2.5  # pixels of 1 mm; slices from -50 to 50 mm
SPACING = 1.0


def plane_of(name: str, at: int, size: int = SIZE) -> SlicePlane:
    """The plane of slice `at` of a series; the middle slice goes through the origin."""
    half = (size - 1) / 2 * (SIZE / size)
    offset = (at - SLICES // 2) * STEP
    position = {
        "Axial": (-half, -half, offset),
        "Coronal": (-half, offset, half),
        "Sagittal": (offset, -half, half),
    }[name]
    found = slice_plane(position, AXES[name], (SIZE / size, SIZE / size), (size, size))
    assert found is not None
    return found


def make_planes_catalog(*names: str, patient: str = "P-3", date: str = "20260102", prefix: str = "v") -> Catalog:
    """Series of these planes ("Axial", "Coronal", "Sagittal"), all in one frame of reference."""
    series = []
    for number, name in enumerate(names or tuple(AXES)):
        instances = tuple(
            Instance(
                Path(f"/{prefix}{number}/{name}/{at:03d}.dcm"),
                rows=SIZE,
                columns=SIZE,
                planes=(plane_of(name, at),),
                frame_of_reference=SPACE,
            )
            for at in range(SLICES)
        )
        series.append(Series(f"{prefix}.{number}", f"{name} 2.5 mm", "CT", instances, number, "CHEST"))
    return Catalog((Study(f"study.{prefix}", "Phantom^Planes", patient, "CT", date, tuple(series)),))


def plane_image(ref: ImageRef, size: int = SIZE) -> Image:
    """The slice of a path that `make_planes_catalog` made."""
    name, at = ref.path.parent.name, int(ref.path.stem)
    plane = plane_of(name, at, size)
    row, column = np.mgrid[0:size, 0:size] + 0.5
    step = SIZE / size
    points = [
        start + (column - 0.5) * step * right + (row - 0.5) * step * down
        for start, right, down in zip(plane.position, plane.along_row, plane.along_column, strict=True)
    ]
    values = np.full((size, size), 24, dtype=np.int32)
    for center, radius, value in SPHERES:
        square = sum((axis - middle) ** 2 for axis, middle in zip(points, center, strict=True))
        values[square <= radius**2] += int(value)
    return Image(
        pixels=values.astype(np.uint16),
        ref=ref,
        modality_lut=Rescale(1.0, -1024.0, "HU"),
        voi=(Window(-400, 1600, name="own"),),
        spacing=PixelSpacing(step, step),
        orientation=AXES[name],
        position=plane.position,
        facts=ImageFacts(kind="dicom", modality="CT", bits_stored=12),
    )
