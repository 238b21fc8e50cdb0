"""Segmentations of files whose several frames lie in no common space: ultrasound and secondary capture.

Without a Frame of Reference a segmentation is on its source's pixel grid (PS3.3 C.8.20.2), frame by frame; highdicom
writes that for a single frame only. Here the frames share one object: each names its source frame (Referenced Frame
Number) and is placed in a stack by it, which is the second dimension.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.tag import Tag
from pydicom.uid import SecondaryCaptureImageStorage

_IN_STACK_POSITION, _FRAME_CONTENT = Tag(0x0020, 0x9057), Tag(0x0020, 0x9111)
Make = Callable[[Dataset, NDArray[np.float32]], Dataset]


def segmentation_of_pixel_grid(source: Dataset, pixels: NDArray[np.float32], make: Make) -> Dataset:
    """A segmentation with a frame for each frame of the source that has a map.

    Args:
        source: Header of a file of several frames without a Frame of Reference.
        pixels: (frames, rows, columns) in 0..1; frames of zeros are left out, unless all are.
        make: Makes the segmentation of a source of one frame.
    """
    shown = [int(frame) for frame in np.flatnonzero(pixels.any(axis=(1, 2)))] or [0]
    single = copy.deepcopy(source)
    del single.NumberOfFrames
    single.SOPClassUID = SecondaryCaptureImageStorage  # of one frame and no space, for the time of making
    made = make(single, pixels[shown[:1]])
    for reference in _references(made, str(source.SOPInstanceUID)):
        reference.ReferencedSOPClassUID = source.SOPClassUID
    template = made.PerFrameFunctionalGroupsSequence[0]
    made.PerFrameFunctionalGroupsSequence = Sequence([_groups(template, frame) for frame in shown])
    made.NumberOfFrames = len(shown)
    top = float(made.MaximumFractionalValue)
    data = np.round(pixels[shown] * top).astype(np.uint8).tobytes()
    made.PixelData = data + b"\0" * (len(data) % 2)
    made.DimensionIndexSequence.append(_stack_dimension(made.DimensionIndexSequence[0]))
    return made


def _groups(template: Dataset, frame: int) -> Dataset:
    made = copy.deepcopy(template)
    made.DerivationImageSequence[0].SourceImageSequence[0].ReferencedFrameNumber = frame + 1
    content = made.FrameContentSequence[0]
    content.StackID = "1"
    content.InStackPositionNumber = frame + 1
    content.DimensionIndexValues = [1, frame + 1]
    return made


def _references(dataset: Dataset, uid: str) -> Iterator[Dataset]:
    """All items, at any depth, that refer to an instance."""
    for element in dataset:
        for item in element.value if element.VR == "SQ" else ():
            if item.get("ReferencedSOPInstanceUID") == uid:
                yield item
            yield from _references(item, uid)


def _stack_dimension(like: Dataset) -> Dataset:
    made = Dataset()
    made.DimensionOrganizationUID = like.DimensionOrganizationUID
    made.DimensionIndexPointer = _IN_STACK_POSITION
    made.FunctionalGroupPointer = _FRAME_CONTENT
    made.DimensionDescriptionLabel = "Frame of the source"
    return made
