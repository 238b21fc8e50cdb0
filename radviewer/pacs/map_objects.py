"""A map as DICOM objects of the image's own study: a fractional segmentation, and a secondary capture of the overlay.

PS3.3 A.51 (Segmentation) and A.8.1 (Secondary Capture Image). A Parametric Map would
need a Frame of Reference, which CR and DX lack; a segmentation without one refers to its image's pixel grid.
Both are derived objects: they repeat the patient and study of the image they belong to, and name it as their source.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.errors import InvalidDicomError
from pydicom.uid import ExplicitVRLittleEndian

from radviewer import __version__
from radviewer.core.errors import InputProblem, UnsupportedImage
from radviewer.core.image import Image
from radviewer.pacs.frames_without_space import segmentation_of_pixel_grid

MANUFACTURER = "radviewer"
_SERIES_NUMBER = 9901  # behind the series of the examination
_SCHEME = "99RADVIEWER"


@dataclass(frozen=True, slots=True)
class MapWords:
    """What the objects say about the map.

    Attributes:
        method: For example "Grad-CAM".
        label: Name of the label that is explained.
        model: Id of the model.
        version: Of the model.
        top: Map value that the last colour, or the fraction 1, stands for.
    """

    method: str
    label: str
    model: str
    version: str
    top: float


def map_segmentation(image: Image, share: NDArray[np.float32], words: MapWords) -> bytes:
    """A DICOM Segmentation of one map; see `maps_segmentation`."""
    return maps_segmentation(image, {image.ref.frame: share}, words)


def source_frames(image: Image) -> int:
    """Number of frames in the DICOM file that an image was read from.

    Raises:
        InputProblem: The image is no DICOM file.
    """
    return int(_source(image).get("NumberOfFrames") or 1)


def maps_segmentation(image: Image, shares: Mapping[int, NDArray[np.float32]], words: MapWords) -> bytes:
    """A DICOM Segmentation with fractional values, 0 to 255 for map values from 0 to `words.top`.

    Args:
        image: Whose grid the maps are on; any frame of a DICOM file.
        shares: For frames, from 0, (rows, columns) in 0..1, map value over `words.top`. The segmentation has a frame
            for each frame of a file of several; one without a map, or with a map of zeros, is left out of it.
        words: What it says about itself.

    Raises:
        InputProblem: The image is no DICOM file, or lacks what its derived objects have to repeat.
        UnsupportedImage: Its frames are not described well enough to be referred to.
    """
    source = _source(image)
    frames = int(source.get("NumberOfFrames") or 1)
    pixels = np.zeros((frames, *image.shape), dtype=np.float32)
    for frame, share in shares.items():
        pixels[frame] = np.clip(share, 0, 1)
    try:
        if frames > 1 and "FrameOfReferenceUID" not in source:
            made = segmentation_of_pixel_grid(source, pixels, partial(_segmentation, words=words, several=False))
        else:
            made = _segmentation(source, pixels, words, several=frames > 1)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        if frames == 1:
            raise
        raise UnsupportedImage(
            f"The frames of {image.ref.path.name} cannot be referred to by a segmentation ({error}).",
            hint="Export the maps as NIfTI or as secondary captures.",
        ) from error
    if "FrameOfReferenceUID" not in source:
        made.PatientOrientation = list(image.patient_orientation) or None  # type 2C without a plane in space
    return _bytes(made)


def _segmentation(source: Dataset, pixels: NDArray[np.float32], words: MapWords, *, several: bool) -> Dataset:
    import highdicom
    from highdicom.seg import SegmentAlgorithmTypeValues, SegmentationTypeValues, SegmentDescription
    from pydicom.sr.coding import Code

    algorithm = highdicom.AlgorithmIdentificationSequence(
        name=words.model, version=words.version, family=Code("123110", "DCM", "Artificial Intelligence")
    )
    description = SegmentDescription(
        segment_number=1,
        segment_label=f"{words.method}: {words.label}"[:64],
        segmented_property_category=Code("309825002", "SCT", "Spatial and Relational Concept"),
        segmented_property_type=_code("explanation-map", "Explanation map of an image classifier"),
        algorithm_type=SegmentAlgorithmTypeValues.AUTOMATIC,
        algorithm_identification=algorithm,
    )
    made: Dataset = highdicom.seg.Segmentation(
        source_images=[source],
        pixel_array=pixels,
        segmentation_type=SegmentationTypeValues.FRACTIONAL,
        segment_descriptions=[description],
        omit_empty_frames=several and bool(pixels.any()),
        content_description=f"Model attention, no probability; 255 = {words.top:.6g}"[:64],
        content_label="EXPLANATION",
        **_equipment(),
    )
    return made


def map_capture(image: Image, picture: NDArray[np.uint8], words: MapWords) -> bytes:
    """A DICOM Secondary Capture of the image with the map over it.

    Args:
        image: Read from a DICOM file.
        picture: (rows, columns, 3) RGB.
        words: What it says about itself.

    Raises:
        InputProblem: The image is no DICOM file, or lacks what its derived objects have to repeat.
    """
    import highdicom

    source = _source(image)
    equipment, directions = _equipment(), patient_directions(image)
    made = highdicom.sc.SCImage.from_ref_dataset(
        ref_dataset=source,
        pixel_array=np.ascontiguousarray(picture),
        photometric_interpretation="RGB",
        bits_allocated=8,
        coordinate_system="PATIENT",
        # highdicom asks for it always, the standard allows it to be empty where it is unknown.
        patient_orientation=directions or ("L", "P"),
        transfer_syntax_uid=ExplicitVRLittleEndian,
        **{key: equipment[key] for key in _SC_EQUIPMENT},
    )
    made.PatientOrientation = list(directions) or None
    side = source.get("Laterality") or source.get("ImageLaterality")
    made.Laterality = side if side in {"L", "R"} else None  # the only values of the series' attribute
    made.SeriesDescription = f"{words.method}: {words.label}"[:64]
    made.ImageType = ["DERIVED", "SECONDARY"]
    made.DerivationDescription = (
        f"{words.method} map of {words.model} {words.version} for {words.label}; the top of the colour scale is "
        f"{words.top:.6g}. Research use only, not for diagnosis."
    )
    made.BurnedInAnnotation = "NO"
    return _bytes(made)


def patient_directions(image: Image) -> tuple[str, ...]:
    """Patient Orientation (0020,0020): as the image has it, or from its direction cosines; empty if unknown."""
    if image.patient_orientation or image.orientation is None:
        return image.patient_orientation
    return _letters(image.orientation[:3]), _letters(image.orientation[3:])


def _letters(direction: tuple[float, ...]) -> str:
    """Letters of the axes that a direction runs along, strongest first (PS3.3 C.7.6.1.1.1)."""
    names = (("L", "R"), ("P", "A"), ("H", "F"))
    found = sorted(
        ((abs(part), pair[0] if part > 0 else pair[1]) for part, pair in zip(direction, names, strict=True)),
        reverse=True,
    )
    return "".join(letter for size, letter in found if size > 0.01)


_SC_EQUIPMENT = (
    "series_instance_uid",
    "series_number",
    "sop_instance_uid",
    "instance_number",
    "manufacturer",
)


def _equipment() -> dict[str, Any]:
    import highdicom

    return {
        "series_instance_uid": highdicom.UID(),
        "series_number": _SERIES_NUMBER,
        "sop_instance_uid": highdicom.UID(),
        "instance_number": 1,
        "manufacturer": MANUFACTURER,
        "manufacturer_model_name": MANUFACTURER,
        "software_versions": __version__,
        "device_serial_number": "none",
    }


def _code(value: str, meaning: str) -> Any:
    import highdicom

    return highdicom.sr.CodedConcept(value=value, scheme_designator=_SCHEME, meaning=meaning)


def _source(image: Image) -> Dataset:
    path: Path = image.ref.path
    if image.facts.kind != "dicom":
        raise InputProblem(
            f"{path.name} is no DICOM file, so there is no study that a DICOM object could belong to.",
            hint="Export the map as NIfTI or .npy.",
        )
    try:
        return pydicom.dcmread(path, stop_before_pixels=True, force=True)
    except (OSError, InvalidDicomError) as error:
        raise InputProblem(f"{path.name} cannot be read again.", hint="Check that the file is still there.") from error


def _bytes(dataset: Dataset) -> bytes:
    buffer = io.BytesIO()
    dataset.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()
