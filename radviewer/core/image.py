"""One frame as it is stored, with all that is needed to show and to interpret it.

Pixels stay in their stored type; every transformation (modality LUT, VOI LUT, presentation) is applied on the way
to the screen or to a model and never written back (DICOM PS3.3 C.11, PS3.4 N.2).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.geometry import PixelSpacing


class VoiFunction(StrEnum):
    """VOI LUT Function (0028,1056)."""

    LINEAR = "LINEAR"
    LINEAR_EXACT = "LINEAR_EXACT"
    SIGMOID = "SIGMOID"


@dataclass(frozen=True, slots=True)
class Window:
    """Window Center and Width with their function (PS3.3 C.11.2.1.2), in units after the modality LUT.

    Attributes:
        center: Window Center.
        width: Window Width; >= 1 for LINEAR, > 0 otherwise.
        function: How values between the ends are mapped.
        name: Explanation (0028,1055) or the preset's name; may be empty.
    """

    center: float
    width: float
    function: VoiFunction = VoiFunction.LINEAR
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class LookupTable:
    """A Modality or VOI LUT Sequence item (PS3.3 C.11.1.1, C.11.2.1.1).

    Attributes:
        first: First input value mapped; inputs below it take the first entry, inputs above the table the last.
        entries: (n,) unsigned table.
        bits: Bits of each entry, so the output range is 0 to 2**bits - 1.
        name: LUT Explanation; may be empty.
    """

    first: int
    entries: NDArray[np.generic]
    bits: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Rescale:
    """Modality LUT as a straight line: output = stored * slope + intercept.

    Attributes:
        slope: Rescale Slope (0028,1053); may be negative.
        intercept: Rescale Intercept (0028,1052).
        unit: Rescale Type (0028,1054) or what the SOP class implies, for example "HU"; empty if unspecified.
    """

    slope: float = 1.0
    intercept: float = 0.0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ImageRef:
    """Which frame of which file.

    Attributes:
        path: The file.
        frame: Index from 0.
    """

    path: Path
    frame: int = 0


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """Header facts that judging, gating and labelling need; no patient identifiers.

    Attributes:
        kind: "dicom", "png", "jpeg", "tiff", ...
        modality: (0008,0060), for example "MR"; empty if unknown.
        body_part: (0018,0015).
        view_position: (0018,5101).
        laterality: (0020,0060) or (0020,0062).
        photometric: (0028,0004) as stored, or what corresponds to it in raster files.
        bits_stored: (0028,0101).
        sop_class_uid: (0008,0016).
        sop_instance_uid: (0008,0018); empty for raster files.
        transfer_syntax_uid: (0002,0010).
        decoder: Which decoder made the pixels, with its version.
        warnings: What was odd about the file, in sentences for the user.
    """

    kind: str = ""
    modality: str = ""
    body_part: str = ""
    view_position: str = ""
    laterality: str = ""
    photometric: str = "MONOCHROME2"
    bits_stored: int = 8
    sop_class_uid: str = ""
    sop_instance_uid: str = ""
    transfer_syntax_uid: str = ""
    decoder: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class OverlayPlane:
    """One overlay plane of the header (PS3.3 C.9.2), on the image's grid.

    Attributes:
        mask: bool (rows, columns), true where it is drawn.
        label: What it says it is; may be empty.
        is_roi: Whether it marks a region of interest rather than being a graphic.
    """

    mask: NDArray[np.bool_]
    label: str = ""
    is_roi: bool = False


@dataclass(frozen=True, slots=True)
class Shutter:
    """The display shutter (PS3.3 C.7.6.11): what lies outside of every shape is covered.

    Columns and rows count from 1, as in the header.

    Attributes:
        rectangle: (left, right, upper, lower) edges, or None.
        circle: (row, column, radius), or None.
        polygon: (row, column) of its corners; may be empty.
        value: Grey of what is covered, 0 to 255.
    """

    rectangle: tuple[float, float, float, float] | None = None
    circle: tuple[float, float, float] | None = None
    polygon: tuple[tuple[float, float], ...] = ()
    value: int = 0

    def visible(self, shape: tuple[int, int]) -> NDArray[np.bool_]:
        """Bool (rows, columns), false where the shutter covers the image."""
        row, column = np.ogrid[1 : shape[0] + 1, 1 : shape[1] + 1]
        seen = np.ones(shape, dtype=bool)
        if self.rectangle is not None:
            left, right, upper, lower = self.rectangle
            seen &= (column > left) & (column < right) & (row > upper) & (row < lower)
        if self.circle is not None:
            center_row, center_column, radius = self.circle
            seen &= (row - center_row) ** 2 + (column - center_column) ** 2 <= radius**2
        if self.polygon:
            seen &= _inside(self.polygon, row, column)
        return seen


def _inside(
    polygon: tuple[tuple[float, float], ...], row: NDArray[np.intp], column: NDArray[np.intp]
) -> NDArray[np.bool_]:
    """Which points lie in a polygon, by the number of edges that a ray crosses."""
    inside = np.zeros(np.broadcast_shapes(row.shape, column.shape), dtype=bool)
    for (r1, c1), (r2, c2) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if r1 != r2:
            crossing = (c2 - c1) * (row - r1) / (r2 - r1) + c1
            inside ^= ((r1 > row) != (r2 > row)) & (column < crossing)
    return inside


@dataclass(frozen=True, slots=True, eq=False)
class Image:
    """One frame: stored values and the way to the screen.

    Attributes:
        pixels: (rows, columns) stored values, or (rows, columns, 3) RGB of 8 or 16 bits.
        modality_lut: From stored to modality values (HU, say).
        voi: Windows and VOI LUTs to choose from, in the header's order; may be empty.
        inverse: Whether presentation inverts (MONOCHROME1 or Presentation LUT Shape INVERSE).
        padding: Inclusive range of stored values that are background (Pixel Padding), or None; whole numbers for
            integer pixels.
        spacing: Pixel spacing, or None where unknown.
        orientation: Direction cosines of Image Orientation (Patient) (6 numbers), or None.
        position: Image Position (Patient) in mm, or None.
        patient_orientation: (0020,0020) direction of rows and columns, for example ("L", "F"); empty if unknown.
        aspect: Height of a pixel over its width; 1.0 where square or unknown.
        overlays: Overlay planes that the header brings.
        shutter: The display shutter, or None.
        suv_factor: SUVbw in g/ml for one unit after the modality LUT, where a PET header allows it (`core.suv`).
        ref: Where it came from.
        facts: Header facts.
    """

    pixels: NDArray[np.generic]
    ref: ImageRef
    modality_lut: Rescale | LookupTable = field(default_factory=Rescale)
    voi: tuple[Window | LookupTable, ...] = ()
    inverse: bool = False
    padding: tuple[float, float] | None = None
    spacing: PixelSpacing | None = None
    orientation: tuple[float, ...] | None = None
    position: tuple[float, float, float] | None = None
    patient_orientation: tuple[str, ...] = ()
    aspect: float = 1.0
    overlays: tuple[OverlayPlane, ...] = ()
    shutter: Shutter | None = None
    suv_factor: float | None = None
    facts: ImageFacts = field(default_factory=ImageFacts)

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns)."""
        return int(self.pixels.shape[0]), int(self.pixels.shape[1])

    @property
    def is_color(self) -> bool:
        """Whether a pixel has three components."""
        return self.pixels.ndim == 3
