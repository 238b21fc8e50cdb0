"""Header facts of a frame that viewing, gating and measuring need; patient identifiers are not among them.

Spacing says which attribute it comes from: Imager Pixel Spacing is measured at the detector and is not the size of
what is shown (PS3.3 section 10.7). Spacing that means nothing is left out, so measurements say "uncalibrated".
"""

from __future__ import annotations

from dataclasses import replace

from pydicom.dataset import Dataset

from radviewer.core.geometry import PixelSpacing, SpacingKind
from radviewer.core.image import ImageFacts
from radviewer.io.dicom_format import PixelFormat
from radviewer.io.dicom_groups import macro, source
from radviewer.io.dicom_header import Header
from radviewer.io.dicom_values import numbers, text, value

MIN_SPACING_MM, MAX_SPACING_MM = 1e-5, 1e3


def image_facts(header: Header, form: PixelFormat, decoder: str, warnings: tuple[str, ...]) -> ImageFacts:
    """The facts of a DICOM image."""
    dataset = header.dataset
    return ImageFacts(
        kind="dicom",
        modality=text(dataset, "Modality"),
        body_part=text(dataset, "BodyPartExamined"),
        view_position=text(dataset, "ViewPosition"),
        laterality=text(dataset, "ImageLaterality") or text(dataset, "Laterality"),
        photometric=form.photometric,
        bits_stored=form.bits_stored,
        sop_class_uid=text(dataset, "SOPClassUID"),
        sop_instance_uid=text(dataset, "SOPInstanceUID"),
        transfer_syntax_uid=header.transfer_syntax,
        decoder=decoder,
        warnings=warnings,
    )


def spacing(dataset: Dataset, frame: int, notes: list[str]) -> PixelSpacing | None:
    """The pixel spacing in mm, or None where unknown or meaningless."""
    for kind in (SpacingKind.PIXEL_SPACING, SpacingKind.IMAGER_PIXEL_SPACING, SpacingKind.NOMINAL_SCANNED):
        sequence = "PixelMeasuresSequence" if kind is SpacingKind.PIXEL_SPACING else ""
        holder = source(dataset, frame, sequence, kind.value) if sequence else _holder(dataset, kind.value)
        if holder is None or value(holder, kind.value) in (None, ""):
            continue
        found = numbers(holder, kind.value)
        if len(found) == 2 and all(MIN_SPACING_MM <= item <= MAX_SPACING_MM for item in found):
            return _named(dataset, PixelSpacing(found[0], found[1], kind))
        notes.append(f"{kind.value} makes no sense, so lengths are uncalibrated.")
    return None


def _named(dataset: Dataset, found: PixelSpacing) -> PixelSpacing:
    """A spacing with its calibration.

    Pixel Spacing that repeats Imager Pixel Spacing and names no calibration is that of the detector (PS3.3 section
    10.7.1.1): the size of the body part is not known from it.
    """
    if found.kind is not SpacingKind.PIXEL_SPACING:
        return found
    calibration = text(dataset, "PixelSpacingCalibrationType")
    if not calibration and numbers(dataset, "ImagerPixelSpacing") == (found.row, found.column):
        return replace(found, kind=SpacingKind.IMAGER_PIXEL_SPACING)
    return replace(found, calibration=calibration)


def _holder(dataset: Dataset, keyword: str) -> Dataset | None:
    return dataset if keyword in dataset else None


def aspect(dataset: Dataset, frame_spacing: PixelSpacing | None, notes: list[str]) -> float:
    """Height of a pixel over its width: from spacing, else Pixel Aspect Ratio (0028,0034), else 1."""
    if frame_spacing is not None:
        return frame_spacing.row / frame_spacing.column
    ratio = numbers(dataset, "PixelAspectRatio")
    if not ratio:
        return 1.0
    if len(ratio) == 2 and min(ratio) > 0 and 0.01 <= ratio[0] / ratio[1] <= 100:
        return ratio[0] / ratio[1]
    notes.append("Pixel Aspect Ratio makes no sense; pixels are shown square.")
    return 1.0


def orientation(dataset: Dataset, frame: int) -> tuple[float, ...] | None:
    """Direction cosines of rows and columns (PS3.3 C.7.6.2.1.1), or None."""
    holder = source(dataset, frame, "PlaneOrientationSequence", "ImageOrientationPatient")
    found = numbers(holder, "ImageOrientationPatient") if holder is not None else ()
    if len(found) != 6 or not (_is_unit(found[:3]) and _is_unit(found[3:])):
        return None
    dot = sum(a * b for a, b in zip(found[:3], found[3:], strict=True))
    return found if abs(dot) < 0.01 else None


def _is_unit(vector: tuple[float, ...]) -> bool:
    return bool(0.98 < sum(item * item for item in vector) < 1.02)


def position(dataset: Dataset, frame: int) -> tuple[float, float, float] | None:
    """Image Position (Patient) in mm, or None."""
    holder = source(dataset, frame, "PlanePositionSequence", "ImagePositionPatient")
    found = numbers(holder, "ImagePositionPatient") if holder is not None else ()
    return (found[0], found[1], found[2]) if len(found) == 3 else None


def patient_orientation(dataset: Dataset, frame: int) -> tuple[str, ...]:
    """Patient Orientation (0020,0020), for example ("L", "F"); empty if unknown."""
    raw = value(macro(dataset, frame, "FrameAnatomySequence") or dataset, "PatientOrientation")
    if raw is None:
        raw = value(dataset, "PatientOrientation")
    if raw is None or isinstance(raw, str):
        return ()
    found = tuple(str(item).strip().upper() for item in raw)
    valid = len(found) == 2 and all(item and set(item) <= set("APRLHF") for item in found)
    return found if valid else ()
