"""One map as a file of any kind, for the window and the command line alike."""

from __future__ import annotations

import io
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from radviewer.core.explanation import METHOD_NAMES, Explanation
from radviewer.core.image import Image
from radviewer.core.overlay import OverlayStyle, normalised, scale_top
from radviewer.io.export import write_atomically, write_png
from radviewer.workbench.facts import overlay_picture

if TYPE_CHECKING:
    from radviewer.pacs.map_objects import MapWords


class MapKind(StrEnum):
    """Kinds of files."""

    PICTURE = "png"
    VALUES = "npy"
    NIFTI = "nifti"
    SEGMENTATION = "seg"
    CAPTURE = "sc"


ENDINGS: dict[MapKind, str] = {
    MapKind.PICTURE: ".png",
    MapKind.VALUES: ".npy",
    MapKind.NIFTI: ".nii.gz",
    MapKind.SEGMENTATION: ".seg.dcm",
    MapKind.CAPTURE: ".sc.dcm",
}
DICOM_KINDS = frozenset({MapKind.SEGMENTATION, MapKind.CAPTURE})
"""Kinds that name the patient, as the study does."""


def write_map_as(
    path: Path, kind: MapKind, image: Image, explanation: Explanation, style: OverlayStyle, *, overwrite: bool = False
) -> None:
    """Writes a map on its image's own grid.

    Args:
        path: Where to; the folder must exist.
        kind: PICTURE: the image with the map over it, 1:1. VALUES and NIFTI: float32 in the method's units.
            SEGMENTATION: fractional, 255 for the top of the style's scale. CAPTURE: the picture as a DICOM object.
        image: Whose map it is.
        explanation: The map.
        style: How it is drawn, and on what scale.
        overwrite: Whether an existing file may be replaced.

    Raises:
        InputProblem: A DICOM object was asked for and the image is no DICOM file, or the file exists and may not be
            overwritten, or cannot be written.
    """
    if kind is MapKind.PICTURE:
        write_png(path, overlay_picture(image, explanation, style), overwrite=overwrite)
    elif kind is MapKind.NIFTI:
        from radviewer.io.export_map import write_map_nifti

        write_map_nifti(path, image, explanation.on_image(), overwrite=overwrite)
    else:
        write_atomically(path, _contents(kind, image, explanation, style), overwrite=overwrite)


def map_words(explanation: Explanation, top: float) -> MapWords:
    """What a DICOM object says of a map whose scale ends at `top`."""
    from radviewer.pacs.map_objects import MapWords

    name = METHOD_NAMES[explanation.method]
    return MapWords(name, explanation.label.name, explanation.model_id, explanation.model_version, top)


def _contents(kind: MapKind, image: Image, explanation: Explanation, style: OverlayStyle) -> bytes:
    if kind is MapKind.VALUES:
        buffer = io.BytesIO()
        np.save(buffer, explanation.on_image(), allow_pickle=False)
        return buffer.getvalue()
    from radviewer.pacs.map_objects import map_capture, maps_segmentation

    top = scale_top(explanation, style.scale)
    words = map_words(explanation, top)
    if kind is MapKind.CAPTURE:
        return map_capture(image, overlay_picture(image, explanation, style), words)
    return maps_segmentation(image, {image.ref.frame: normalised(explanation.on_image(), top)}, words)
