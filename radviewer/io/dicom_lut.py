"""Modality LUT, VOI windows and LUTs, palettes and presentation shape of a frame, from the header.

PS3.3 C.11.1 (modality), C.11.2 (VOI), C.7.6.16.2.9 (the same in enhanced objects), C.7.9 (palette). Values that mean
nothing (a slope of zero, a width below zero, text) are not used, and the image says so.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from radviewer.core.image import LookupTable, Rescale, VoiFunction, Window
from radviewer.io.dicom_format import PixelFormat
from radviewer.io.dicom_groups import source
from radviewer.io.dicom_values import numbers, text, value

Notes = list[str]


def modality_lut(dataset: Dataset, frame: int, form: PixelFormat, notes: Notes) -> Rescale | LookupTable:
    """The way from stored to modality values; the identity where there is none or it makes no sense."""
    if form.samples > 1 or form.photometric == "PALETTE COLOR":
        return Rescale()
    table = _sequence_item(dataset, "ModalityLUTSequence")
    if table is not None:
        found = _table(table, form.signed, notes, "modality")
        if found is not None:
            return found
    holder = source(dataset, frame, "PixelValueTransformationSequence", "RescaleSlope")
    holder = holder or source(dataset, frame, "PixelValueTransformationSequence", "RescaleIntercept")
    if holder is None:
        return Rescale(unit="")
    slopes, intercepts = numbers(holder, "RescaleSlope"), numbers(holder, "RescaleIntercept")
    slope = slopes[0] if slopes else (1.0 if not value(holder, "RescaleSlope") else None)
    intercept = intercepts[0] if intercepts else (0.0 if not value(holder, "RescaleIntercept") else None)
    if slope is None or intercept is None or _unreadable(holder, "RescaleSlope", slopes):
        notes.append("Rescale Slope or Intercept is no number; stored values are shown as they are.")
        return Rescale()
    if slope == 0:
        notes.append("Rescale Slope is 0, which would make the image blank; stored values are shown as they are.")
        return Rescale()
    return Rescale(slope, intercept, _unit(dataset, holder))


def _unreadable(holder: Dataset, keyword: str, found: tuple[float, ...]) -> bool:
    raw = holder.get_item(keyword) if keyword in holder else None
    content = getattr(raw, "value", None)
    return not found and content not in (None, b"", "")


def _unit(dataset: Dataset, holder: Dataset) -> str:
    unit = text(holder, "RescaleType")
    if unit:
        return "" if unit == "US" else unit  # US: unspecified
    ct_image, enhanced_ct = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.2.1"
    return "HU" if text(dataset, "SOPClassUID") in (ct_image, enhanced_ct) else ""


def voi_choices(
    dataset: Dataset, frame: int, modality: Rescale | LookupTable, form: PixelFormat, notes: Notes
) -> tuple[Window | LookupTable, ...]:
    """Windows, then VOI LUTs, in the header's order."""
    if form.samples > 1 or form.photometric == "PALETTE COLOR":
        return ()
    return (*_windows(dataset, frame, notes), *_voi_tables(dataset, modality, form, notes))


def _windows(dataset: Dataset, frame: int, notes: Notes) -> list[Window]:
    holder = source(dataset, frame, "FrameVOILUTSequence", "WindowCenter")
    if holder is None:
        return []
    centers, widths = numbers(holder, "WindowCenter"), numbers(holder, "WindowWidth")
    names = _names(holder)
    function = _function(holder, notes)
    windows = []
    for index, (center, width) in enumerate(zip(centers, widths, strict=False)):
        name = names[index] if index < len(names) else ""
        window = Window(center, width, function, name)
        if is_usable(window):
            windows.append(window)
        else:
            notes.append(f"The window {center:g} / {width:g} makes no sense and was left out.")
    if not centers and "WindowCenter" in holder and not _unreadable(holder, "WindowCenter", ()):
        notes.append("Window Center is empty; the full range is shown.")
    elif not centers and _unreadable(holder, "WindowCenter", ()):
        notes.append("Window Center is no number; the full range is shown.")
    return windows


def is_usable(window: Window) -> bool:
    """Whether a window means anything: LINEAR wants a width of at least 1, the others one above 0 (C.11.2.1.2)."""
    if abs(window.center) > 1e300 or abs(window.width) > 1e300:
        return False
    return window.width >= 1 if window.function is VoiFunction.LINEAR else window.width > 0


def _names(holder: Dataset) -> list[str]:
    raw = value(holder, "WindowCenterWidthExplanation")
    if raw is None:
        return []
    return [str(raw)] if isinstance(raw, str) else [str(item) for item in raw]


def _function(holder: Dataset, notes: Notes) -> VoiFunction:
    name = text(holder, "VOILUTFunction").upper()
    try:
        return VoiFunction(name) if name else VoiFunction.LINEAR
    except ValueError:
        notes.append(f"The VOI LUT function '{name[:16]}' is unknown; LINEAR is used.")
        return VoiFunction.LINEAR


def _voi_tables(
    dataset: Dataset, modality: Rescale | LookupTable, form: PixelFormat, notes: Notes
) -> list[LookupTable]:
    items = value(dataset, "VOILUTSequence") or []
    # The first value mapped is signed where the input is, which the VR of the descriptor may not show (C.11.2.1.1).
    signed = form.signed if isinstance(modality, Rescale) else False
    if isinstance(modality, Rescale) and (modality.intercept < 0 or modality.slope < 0):
        signed = True
    tables = (_table(item, signed, notes, "VOI") for item in items if isinstance(item, Dataset))
    return [table for table in tables if table is not None]


def _sequence_item(dataset: Dataset, keyword: str) -> Dataset | None:
    items = value(dataset, keyword)
    return items[0] if items and isinstance(items[0], Dataset) else None


def _table(item: Dataset, signed: bool, notes: Notes, what: str) -> LookupTable | None:
    """A LUT item (C.11.1.1): 0 entries stand for 65,536, and 8-bit entries may be packed in 16-bit words."""
    descriptor = numbers(item, "LUTDescriptor")
    data = value(item, "LUTData")
    if len(descriptor) != 3 or data is None:
        notes.append(f"The {what} LUT is incomplete and was not used.")
        return None
    count = int(descriptor[0]) % 65536 or 65536
    first = int(descriptor[1])
    if signed and first >= 32768:
        first -= 65536
    elif not signed and first < 0:
        first += 65536
    bits = int(descriptor[2])
    entries = _entries(data, count, bits)
    if entries is None or not 1 <= bits <= 16:
        notes.append(f"The {what} LUT's data does not fit its descriptor and was not used.")
        return None
    if entries.size and int(entries.max()) >= 1 << bits:
        # Some writers state 8 bits for data of 16: the data is right.
        bits = int(entries.max()).bit_length()
        notes.append(f"The {what} LUT has larger entries than its descriptor says.")
    return LookupTable(first, entries, bits, text(item, "LUTExplanation"))


def _entries(data: Any, count: int, bits: int) -> NDArray[np.generic] | None:
    if isinstance(data, bytes):
        raw = np.frombuffer(data[: len(data) // 2 * 2], dtype="<u2")
        if bits <= 8 and raw.size < count <= len(data):
            return np.frombuffer(data, dtype=np.uint8)[:count].astype(np.uint16)
    else:
        values = [data] if isinstance(data, int) else list(data)
        raw = (np.asarray(values, dtype=np.int64) & 0xFFFF).astype(np.uint16)
        if bits <= 8 and raw.size < count <= raw.size * 2:
            return raw.astype("<u2").view(np.uint8)[:count].astype(np.uint16)
    return raw[:count].astype(np.uint16) if raw.size >= count else None


def is_inverse(dataset: Dataset, form: PixelFormat, notes: Notes) -> bool:
    """Whether small values are bright: Presentation LUT Shape decides, else MONOCHROME1 (C.7.6.3.1.2, C.11.6).

    Where the two contradict each other the shape is followed, as DCMTK and dcm4che do, and the image says so.
    """
    shape = text(dataset, "PresentationLUTShape").upper()
    if form.samples > 1 or form.photometric == "PALETTE COLOR":
        return False
    if shape not in ("INVERSE", "IDENTITY"):
        return form.photometric == "MONOCHROME1"
    if (shape == "INVERSE") != (form.photometric == "MONOCHROME1"):
        notes.append(
            f"Presentation LUT Shape {shape} contradicts {form.photometric}; it was followed. Check the polarity."
        )
    return shape == "INVERSE"


def padding_range(dataset: Dataset, form: PixelFormat) -> tuple[float, float] | None:
    """Inclusive range of stored values that are background (C.7.5.1.1.2); None without Pixel Padding Value."""
    prefix = ""
    if form.floating:
        prefix = "Float" if form.bits_allocated == 32 else "DoubleFloat"
    first = numbers(dataset, f"{prefix}PixelPaddingValue")
    if not first or form.samples > 1 or form.photometric == "PALETTE COLOR":
        return None
    limit = numbers(dataset, f"{prefix}PixelPaddingRangeLimit") or first
    ends = [end if form.floating else _as_stored(int(end), form) for end in (first[0], limit[0])]
    return min(ends), max(ends)


def _as_stored(raw: int, form: PixelFormat) -> float:
    """A value whose VR (US or SS) may contradict Pixel Representation, read with the pixels' own sign."""
    bits = form.bits_allocated
    if form.signed and raw >= 1 << (bits - 1):
        return float(raw - (1 << bits))
    if not form.signed and raw < 0:
        return float(raw + (1 << bits))
    return float(raw)
