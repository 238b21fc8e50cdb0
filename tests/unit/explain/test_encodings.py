"""One image in many lossless encodings: predictions and maps are equal to the last bit on the CPU."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import imagecodecs
import numpy as np
import pydicom
import pytest
from pydicom.encaps import encapsulate
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    HTJ2KLossless,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLosslessSV1,
    JPEGLSLossless,
    RLELossless,
)

from radviewer.core.explanation import Method
from radviewer.core.image import ImageRef
from radviewer.inference.registry import Registry
from radviewer.io.phantom_files import write_brain_mr
from radviewer.workbench.pipeline import run
from radviewer.workbench.requests import AssistRequest
from radviewer.workbench.services import Services
from tests.helpers.packs import KEYS, quadrant_pack
from tests.helpers.shared import shared

ENCODERS: dict[pydicom.uid.UID, Callable[[np.ndarray], bytes]] = {
    JPEG2000Lossless: lambda pixels: imagecodecs.jpeg2k_encode(pixels, level=0, codecformat="j2k", reversible=True),
    HTJ2KLossless: lambda pixels: imagecodecs.htj2k_encode(pixels, reversible=True),
    JPEGLosslessSV1: imagecodecs.ljpeg_encode,
}
METHODS = (Method.GRADCAM, Method.SALIENCY, Method.HIRESCAM, Method.OCCLUSION)


def maps_of(path: Path, tmp_path: Path) -> list[np.ndarray]:
    pack = tmp_path / "packs" / "quadrant"
    if not pack.exists():
        quadrant_pack(pack)
    services = Services(Registry((tmp_path / "packs",)))
    result = run(AssistRequest(ImageRef(path), "quadrant", "cpu", METHODS, KEYS), services)
    logits = np.array([score.logit for score in result.prediction.scores])
    return [logits, *(item.on_image() for item in result.explanations)]


def assert_equal(paths: list[Path], tmp_path: Path) -> None:
    first = maps_of(paths[0], tmp_path)
    assert first[1].max() > 0
    for path in paths[1:]:
        for one, other in zip(first, maps_of(path, tmp_path), strict=True):
            np.testing.assert_array_equal(one, other, err_msg=path.name)


def encoded(source: Path, syntax: pydicom.uid.UID, folder: Path) -> Path:
    dataset = pydicom.dcmread(source)
    if syntax in ENCODERS:
        dataset.PixelData = encapsulate([ENCODERS[syntax](dataset.pixel_array)])
        dataset["PixelData"].is_undefined_length = True
        dataset.file_meta.TransferSyntaxUID = syntax
    elif syntax in {RLELossless, JPEGLSLossless}:
        dataset.compress(syntax, generate_instance_uid=False)
    else:
        if syntax == ExplicitVRBigEndian:
            dataset.PixelData = np.frombuffer(dataset.PixelData, "<u2").astype(">u2").tobytes()
        dataset.file_meta.TransferSyntaxUID = syntax
    path = folder / f"{syntax}.dcm"
    with path.open("wb") as file:
        pydicom.dcmwrite(
            file,
            dataset,
            implicit_vr=syntax.is_implicit_VR,
            little_endian=syntax.is_little_endian,
            enforce_file_format=True,
        )
    return path


def test_maps_of_one_image_in_nine_generated_encodings_are_bit_equal(tmp_path: Path) -> None:
    source = write_brain_mr(tmp_path / "mr", 64, 3)[1]
    syntaxes = [
        ExplicitVRLittleEndian,
        ImplicitVRLittleEndian,
        ExplicitVRBigEndian,
        DeflatedExplicitVRLittleEndian,
        RLELossless,
        JPEGLSLossless,
        *ENCODERS,
    ]
    assert_equal([encoded(source, syntax, tmp_path) for syntax in syntaxes], tmp_path)


def test_maps_of_one_ct_in_all_encodings_of_the_corpus_are_bit_equal(tmp_path: Path) -> None:
    table, folder = shared("corpus/expected.csv"), shared("corpus/valid")
    same: dict[str, list[Path]] = defaultdict(list)
    with table.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["modality"] == "CT" and row["decodes"] == "yes" and (folder / row["file"]).exists():
                same[row["pixel_sha256"]].append(folder / row["file"])
    largest = max(same.values(), key=len)
    if len(largest) < 2:
        pytest.skip("this part of the corpus has no CT in several encodings")
    assert_equal(largest, tmp_path)
