"""Masks of known evidence: pictures and volumes by file name, DICOM segmentations by the image that they refer to.

PS3.3 A.51 and C.8.20 (Segmentation). A mask lies on its image's own pixel grid; nothing is resampled here, so a mask of
another size is refused where it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.errors import InvalidDicomError

from radviewer.core.errors import InputProblem, UnreadableFile
from radviewer.core.image import ImageFacts, ImageRef
from radviewer.io.reader import frame_count, image_kind, read_image

SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4"
_PICTURES = (".png", ".tif", ".tiff", ".bmp", ".nii", ".nii.gz", ".nrrd", ".mha")
_HALF = 0.5  # of a fractional segmentation's range, from which a pixel counts
# NAME_mask.png, NAME-mask.png and NAME.mask.png are masks of NAME, too.
_MARKS = ("_mask", "-mask", ".mask", "_seg", "-seg", ".seg")

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class MaskFolder:
    """Where the masks of images are.

    Attributes:
        by_name: Picture and volume files by the image's name without its ending.
        by_image: Segmentations by the SOP Instance UID of the image that they refer to.
    """

    by_name: Mapping[str, Path] = field(default_factory=dict)
    by_image: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)

    def mask(self, ref: ImageRef, facts: ImageFacts) -> Mask | None:
        """The mask of a frame: bool (rows, columns), or None if there is none.

        Args:
            ref: The frame.
            facts: Of its image.

        Raises:
            InputProblem: The mask cannot be read.
        """
        found = [
            part
            for path in self.by_image.get(facts.sop_instance_uid, ())
            if (part := _segments(path, facts.sop_instance_uid, ref.frame)) is not None
        ]
        if found:
            return np.asarray(np.logical_or.reduce(found))
        path = self.by_name.get(plain_name(ref.path))
        return None if path is None else _picture(path, ref)


def read_masks(source: Path) -> MaskFolder:
    """Finds the masks in a folder (and those below it), or takes one file.

    Raises:
        InputProblem: There is no such folder or file, or two masks have one name.
    """
    if not source.exists():
        raise InputProblem(f"There is no {source}.", hint="Give a folder of masks, or one mask.")
    names: dict[str, Path] = {}
    images: dict[str, list[Path]] = {}
    for path in sorted(source.rglob("*")) if source.is_dir() else [source]:
        if not path.is_file():
            continue
        if path.name.lower().endswith(_PICTURES):
            name = plain_name(path, marks=True)
            if name in names:
                raise InputProblem(f"{names[name]} and {path} are masks of the same name.", hint="Leave one out.")
            names[name] = path
        else:
            for uid in _referred(path):
                images.setdefault(uid, []).append(path)
    if not names and not images:
        raise InputProblem(
            f"There are no masks in {source}.",
            hint="A mask is a PNG, TIFF, NIfTI or NRRD file, or a DICOM segmentation.",
        )
    return MaskFolder(names, {uid: tuple(paths) for uid, paths in images.items()})


def plain_name(path: Path, *, marks: bool = False) -> str:
    """A file's name without its ending, and for masks without "_mask" and the like."""
    name = path.name
    endings = (*_PICTURES, ".dcm", ".dicom", ".ima", ".jpg", ".jpeg", ".mhd")
    ending = max((end for end in endings if name.lower().endswith(end)), key=len, default="")
    name = name[: len(name) - len(ending)]
    for mark in _MARKS if marks else ():
        if name.lower().endswith(mark) and len(name) > len(mark):
            return name[: -len(mark)]
    return name


def _picture(path: Path, ref: ImageRef) -> Mask:
    """What is not 0 in the same frame of a picture or volume, or in its only one."""
    image_kind(path)
    pixels = read_image(ImageRef(path, ref.frame if frame_count(path) > 1 else 0)).pixels
    return np.asarray(pixels.any(axis=2) if pixels.ndim == 3 else pixels != 0)


def _referred(path: Path) -> Iterable[str]:
    """SOP Instance UIDs that a segmentation's frames are derived from; nothing for any other file."""
    try:
        dataset = pydicom.dcmread(path, stop_before_pixels=True)
    except (OSError, InvalidDicomError):
        return ()
    if dataset.get("SOPClassUID") != SEGMENTATION:
        return ()
    return {uid for frame in _frames(dataset) for uid, _ in _sources(frame) if uid}


def _frames(dataset: Dataset) -> list[Dataset]:
    """Functional groups of each frame, the shared ones where they stand for all."""
    shared = dataset.get("SharedFunctionalGroupsSequence") or [Dataset()]
    own = list(dataset.get("PerFrameFunctionalGroupsSequence") or [])
    return [item if "DerivationImageSequence" in item else shared[0] for item in own]


def _sources(frame: Dataset) -> list[tuple[str, set[int]]]:
    """(SOP Instance UID, frames from 0; empty for all) of the images that a frame is derived from."""
    found = []
    for derivation in frame.get("DerivationImageSequence") or ():
        for source in derivation.get("SourceImageSequence") or ():
            numbers: Any = source.get("ReferencedFrameNumber")
            listed = [] if numbers is None else [numbers] if isinstance(numbers, int) else list(numbers)
            found.append((str(source.get("ReferencedSOPInstanceUID", "")), {int(number) - 1 for number in listed}))
    return found


def _segments(path: Path, uid: str, frame: int) -> Mask | None:
    """All segments of a frame of an image together; None where the segmentation says nothing about it."""
    try:
        dataset = pydicom.dcmread(path)
        wanted = [
            index
            for index, item in enumerate(_frames(dataset))
            if any(name == uid and (not numbers or frame in numbers) for name, numbers in _sources(item))
        ]
        if not wanted:
            return None
        pixels = np.asarray(dataset.pixel_array)
    except (OSError, InvalidDicomError, AttributeError, ValueError, RuntimeError, NotImplementedError) as error:
        raise UnreadableFile(
            f"The segmentation {path.name} cannot be read ({error}).", hint="Export it again, or leave it out."
        ) from error
    planes = pixels if pixels.ndim == 3 else pixels[None]
    fractional = dataset.get("SegmentationType") == "FRACTIONAL"
    least = _HALF * float(dataset.get("MaximumFractionalValue") or 255) if fractional else 1
    return np.asarray((planes[wanted] >= least).any(axis=0))
