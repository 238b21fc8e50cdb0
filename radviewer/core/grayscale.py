"""From stored values to the grey on the screen: modality LUT, VOI LUT, presentation (PS3.3 C.11, PS3.4 N.2).

Integer pixels of up to 16 bits go through one table of 2**16 entries, so a window step costs one look-up a pixel and
is exactly what the formulas give. The standard leaves open how y becomes a whole number: it is cut off, as DCMTK does,
and inversion is the exact complement of the grey that is shown without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.image import Image, LookupTable, Rescale, VoiFunction, Window

Voi = Window | LookupTable


@dataclass(frozen=True, slots=True)
class Presentation:
    """What the user chose beyond the header.

    Attributes:
        voi: The window or VOI LUT to apply; None for the image's own first one, or its full range where it has none.
        invert: Inverts on top of the image's own polarity.
    """

    voi: Voi | None = None
    invert: bool = False


def apply_modality(values: NDArray[Any], lut: Rescale | LookupTable) -> NDArray[np.float64]:
    """Modality values of stored values (PS3.3 C.11.1), float64 of the same shape."""
    if isinstance(lut, Rescale):
        return np.asarray(values.astype(np.float64) * lut.slope + lut.intercept, dtype=np.float64)
    return _look_up(values, lut)


def modality_values(image: Image) -> NDArray[np.float64]:
    """The image after its modality LUT: float64 (rows, columns), in HU or whatever the LUT yields."""
    return apply_modality(image.pixels, image.modality_lut)


def apply_voi(values: NDArray[Any], voi: Voi) -> NDArray[np.float64]:
    """Maps modality values to 0..1 (PS3.3 C.11.2.1)."""
    if isinstance(voi, LookupTable):
        return np.asarray(_look_up(values, voi) / (2**voi.bits - 1))
    center, width = voi.center, voi.width
    if voi.function is VoiFunction.SIGMOID:
        with np.errstate(over="ignore"):
            return np.asarray(1.0 / (1.0 + np.exp(-4.0 * (values - center) / width)))
    if voi.function is VoiFunction.LINEAR_EXACT:
        return np.asarray(np.clip((values - center) / width + 0.5, 0.0, 1.0))
    if width <= 1:
        return (values > center - 0.5).astype(np.float64)
    return np.asarray(np.clip((values - (center - 0.5)) / (width - 1) + 0.5, 0.0, 1.0))


def _look_up(values: NDArray[Any], table: LookupTable) -> NDArray[np.float64]:
    inputs = np.nan_to_num(values.astype(np.float64), nan=table.first)
    index = np.clip(np.floor(inputs) - table.first, 0, len(table.entries) - 1).astype(np.intp)
    return np.asarray(table.entries[index], dtype=np.float64)


def modality_range(stored: NDArray[Any], lut: Rescale | LookupTable) -> tuple[float, float] | None:
    """Smallest and largest modality value of finite stored values; None if there are none."""
    finite = stored[np.isfinite(stored)] if stored.dtype.kind == "f" else stored
    if finite.size == 0:
        return None
    # A straight line takes its ends at the ends of its input; a table may take them anywhere.
    inputs = np.unique(finite) if isinstance(lut, LookupTable) else np.array([finite.min(), finite.max()])
    values = apply_modality(inputs, lut)
    return float(values.min()), float(values.max())


def full_range(image: Image) -> Window:
    """A window over all modality values that are finite and not padding, for images that bring none."""
    pixels = image.pixels if image.padding is None else image.pixels[~_is_padding(image.pixels, image.padding)]
    ends = modality_range(pixels, image.modality_lut)
    if ends is None:
        return Window(0.0, 1.0, VoiFunction.LINEAR_EXACT, "full range")
    low_value, high_value = ends
    width = high_value - low_value
    if width <= 0:
        return Window(low_value, 1.0, VoiFunction.LINEAR_EXACT, "full range")
    return Window((low_value + high_value) / 2, width, VoiFunction.LINEAR_EXACT, "full range")


def default_voi(image: Image) -> Voi:
    """What the viewer applies without being told: the header's first choice, else the full range."""
    return image.voi[0] if image.voi else full_range(image)


def display_values(image: Image, presentation: Presentation | None = None) -> NDArray[np.uint8]:
    """The 8-bit values that the viewer shows, before zoom: (rows, columns), or (rows, columns, 3) in colour.

    Values that are not finite and pixel padding are shown as the darkest grey of the presentation's background (0).
    """
    wishes = presentation or Presentation()
    if image.is_color:
        return _display_color(image, wishes)
    voi = wishes.voi or default_voi(image)
    invert = image.inverse != wishes.invert
    pixels = image.pixels
    if pixels.dtype.kind in "iu" and pixels.dtype.itemsize <= 2:
        return display_table(pixels.dtype, image, voi, invert)[pixels.view(_unsigned(pixels.dtype))]
    return _to_gray(pixels, image, voi, invert)


def display_table(dtype: np.dtype[np.generic], image: Image, voi: Voi, invert: bool) -> NDArray[np.uint8]:
    """The look-up table from stored values to grey.

    Args:
        dtype: An 8- or 16-bit integer type.
        image: For its modality LUT and padding.
        voi: The window or VOI LUT.
        invert: Whether the presentation inverts in the end.

    Returns:
        uint8 (256,) or (65536,), indexed by the stored value's bits read as unsigned.
    """
    unsigned = _unsigned(dtype)
    stored = np.arange(2 ** (8 * dtype.itemsize), dtype=np.uint32).astype(unsigned).view(dtype)
    return _to_gray(stored, image, voi, invert)


def _to_gray(stored: NDArray[np.generic], image: Image, voi: Voi, invert: bool) -> NDArray[np.uint8]:
    values = apply_modality(stored, image.modality_lut)
    finite = np.isfinite(values)
    share = apply_voi(np.where(finite, values, 0.0), voi)
    gray = (share * 255 + _EXACT).astype(np.uint8)
    if invert:
        gray = 255 - gray
    gray[~finite] = 0
    if image.padding is not None:
        gray[_is_padding(stored, image.padding)] = 0
    return gray


_EXACT = 1e-9  # keeps a grey that the formula gives as a whole number from being one ulp short of it


def _is_padding(stored: NDArray[Any], ends: tuple[float, float]) -> NDArray[np.bool_]:
    return np.asarray((stored >= ends[0]) & (stored <= ends[1]))


def _display_color(image: Image, wishes: Presentation) -> NDArray[np.uint8]:
    pixels = image.pixels
    if pixels.dtype != np.uint8:
        top = 2**image.facts.bits_stored - 1
        pixels = np.floor(np.clip(pixels.astype(np.float64) / top, 0, 1) * 255 + 0.5).astype(np.uint8)
    result = np.ascontiguousarray(pixels, dtype=np.uint8)
    return 255 - result if wishes.invert else result


def _unsigned(dtype: np.dtype[np.generic]) -> np.dtype[np.generic]:
    return np.dtype(np.uint8 if dtype.itemsize == 1 else np.uint16)
