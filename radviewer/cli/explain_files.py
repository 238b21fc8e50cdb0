"""The files that `radviewer explain` writes for one map."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np

from radviewer.cli.output import as_json
from radviewer.core.explanation import METHOD_NAMES, Explanation
from radviewer.core.image import Image
from radviewer.core.overlay import OverlayStyle, normalised, scale_top
from radviewer.core.trust import TrustCard
from radviewer.io.export import write_atomically, write_png
from radviewer.workbench.facts import explanation_facts, overlay_picture
from radviewer.workbench.requests import AssistResult
from radviewer.workbench.trust import trust_facts


def write_map(
    stem: Path, image: Image, explanation: Explanation, result: AssistResult, style: OverlayStyle
) -> list[Path]:
    """STEM.png (overlay), STEM.npy (float32 on the image's grid, in the map's units) and STEM.json (facts)."""
    buffer = io.BytesIO()
    np.save(buffer, explanation.on_image(), allow_pickle=False)
    paths = [_with(stem, ending) for ending in (".png", ".npy", ".json")]
    write_png(paths[0], overlay_picture(image, explanation, style), overwrite=True)
    write_atomically(paths[1], buffer.getvalue(), overwrite=True)
    write_atomically(paths[2], as_json(explanation_facts(explanation, result, style)).encode(), overwrite=True)
    return paths


def export_map(stem: Path, image: Image, explanation: Explanation, style: OverlayStyle, form: str) -> Path:
    """The map in the image's own geometry: "nifti", "seg" (DICOM Segmentation) or "sc" (DICOM Secondary Capture).

    Raises:
        InputProblem: The image is no DICOM file and a DICOM object was asked for.
    """
    if form == "nifti":
        from radviewer.io.export_map import write_map_nifti

        path = _with(stem, ".nii.gz")
        write_map_nifti(path, image, explanation.on_image(), overwrite=True)
        return path
    from radviewer.pacs.map_objects import MapWords, map_capture, map_segmentation

    top = scale_top(explanation, style.scale)
    name = METHOD_NAMES[explanation.method]
    words = MapWords(name, explanation.label.name, explanation.model_id, explanation.model_version, top)
    if form == "seg":
        data = map_segmentation(image, normalised(explanation.on_image(), top), words)
    else:
        data = map_capture(image, overlay_picture(image, explanation, style), words)
    path = _with(stem, f".{form}.dcm")
    write_atomically(path, data, overwrite=True)
    return path


def write_trust(stem: Path, card: TrustCard) -> Path:
    """STEM.trust.json."""
    path = _with(stem, ".trust.json")
    write_atomically(path, as_json(trust_facts(card)).encode(), overwrite=True)
    return path


def _with(stem: Path, ending: str) -> Path:
    return stem.with_name(stem.name + ending)
