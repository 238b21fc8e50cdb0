"""What the corners of a pane say: window, zoom, place in the series, the value under the cursor, the scale bar."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from radviewer.core.geometry import PixelSpacing, SpacingKind
from radviewer.core.grayscale import Voi, apply_modality
from radviewer.core.image import Image, Window
from radviewer.core.measurement_region import value_unit
from radviewer.core.suv import SUV_UNIT
from radviewer.workbench.orientation import Orientation
from radviewer.workbench.scene import PaneScene

_SPACING_WORDS = {
    SpacingKind.PIXEL_SPACING: "Pixel Spacing",
    SpacingKind.IMAGER_PIXEL_SPACING: "Imager Pixel Spacing, at the detector",
    SpacingKind.NOMINAL_SCANNED: "Nominal Scanned Pixel Spacing",
    SpacingKind.FILE_HEADER: "from the file header",
}
_CALIBRATION_WORDS = {"FIDUCIAL": ", calibrated by fiducials", "GEOMETRY": ", calibrated by geometry"}


def window_text(voi: Voi | None, *, inverted: bool) -> str:
    """The window in force, for example "W 80  L 40  Brain"; for colour images that there is none."""
    if voi is None:
        words = "Colour"
    elif isinstance(voi, Window):
        words = f"W {number(voi.width)}  L {number(voi.center)}" + (f"  {voi.name}" if voi.name else "")
    else:
        words = f"VOI LUT {voi.name}".strip()
    return words + ("  inverted" if inverted else "")


def number(value: float) -> str:
    """A number as short as it can be said: whole from 100 on, else with up to two decimals."""
    if abs(value) >= 100 or value == int(value):
        return f"{value:.0f}"
    return f"{value:.2f}".rstrip("0").rstrip(".")


def zoom_text(device_scale: float) -> str:
    """Zoom as screen pixels for one image pixel, for example "z 1.60"."""
    return f"z {device_scale:.2f}"


def place_text(scene: PaneScene) -> str:
    """Place in the series, for example "12/55"."""
    return f"{scene.index + 1}/{scene.count}" if scene.count else ""


def value_text(image: Image, position: tuple[float, float] | None) -> str:
    """The value under the cursor with its unit, for example "x 120  y 84: 37 HU"; empty outside the image."""
    if position is None:
        return ""
    row, column = math.floor(position[0]), math.floor(position[1])
    if not (0 <= row < image.shape[0] and 0 <= column < image.shape[1]):
        return ""
    where = f"x {column}  y {row}: "
    stored = image.pixels[row, column]
    if image.is_color:
        red, green, blue = (int(part) for part in np.asarray(stored))
        return f"{where}R {red}  G {green}  B {blue}"
    if image.padding is not None and image.padding[0] <= stored <= image.padding[1]:
        return f"{where}padding"
    value = float(apply_modality(np.asarray([stored]), image.modality_lut)[0])
    words = f"{where}{number(value) if math.isfinite(value) else 'not a number'} {value_unit(image)}".rstrip()
    if image.suv_factor is not None and math.isfinite(value):
        words += f"   {value * image.suv_factor:.2f} {SUV_UNIT}"
    return words


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A bar to draw: its length in pane pixels and what it says."""

    pixels: float
    text: str


def scale_bar(image: Image, orientation: Orientation, scale: float, room: float) -> ScaleBar | None:
    """The scale bar of a pane, or None where the spacing is unknown.

    Args:
        image: For its spacing.
        orientation: Which image axis runs across the screen.
        scale: Pane pixels for one image column.
        room: The longest the bar may be, in pane pixels; without any there is no bar.
    """
    spacing = image.spacing
    if spacing is None or not _usable(spacing):
        return None
    pixels_per_mm = scale * image.aspect / spacing.row if orientation.swaps_axes else scale / spacing.column
    longest = room / pixels_per_mm if pixels_per_mm > 0 else 0.0
    if not 0 < longest < math.inf:
        return None
    # The logarithm of 99.999... is 2: the decade below is tried as well.
    decade = 10.0 ** (math.floor(math.log10(longest)) - 1)
    length = max(step * decade for step in (1, 2, 5, 10, 20, 50) if step * decade <= longest)
    words = f"{number(length)} mm" if length < 1000 else f"{number(length / 1000)} m"
    calibration = _CALIBRATION_WORDS.get(spacing.calibration, "")
    return ScaleBar(length * pixels_per_mm, f"{words}  ({_SPACING_WORDS[spacing.kind]}{calibration})")


def _usable(spacing: PixelSpacing) -> bool:
    return all(math.isfinite(value) and value > 0 for value in (spacing.row, spacing.column))
