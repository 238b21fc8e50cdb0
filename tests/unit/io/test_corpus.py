"""The development corpus: every valid file behaves as expected, every bad one is refused in words or warned of."""

from __future__ import annotations

import csv
import hashlib
import time
from pathlib import Path

import numpy as np
import pytest

from radviewer.core.errors import UnreadableFile, UnsupportedImage
from radviewer.core.image import ImageRef
from radviewer.io.inspection import Inspection, inspect_file
from radviewer.io.reader import read_image
from tests.helpers.shared import shared

# Lossy streams: decoders differ by a level (colour: more, through the chrominance). Mean of the reference and bound.
LOSSY = {
    "pixel/CT0012.fragmented_no_bot_jpeg_baseline.51.dcm": 0.01,
    "pixel/TestPattern_JPEG-Baseline_YBR422.dcm": 0.01,
}
# The reference applied the top level's rescale only; this enhanced CT has its own in the functional groups (-1024),
# which PS3.3 C.7.6.16.2.9 wants applied.
FUNCTIONAL_GROUP_RESCALE = {"pixel/CT0012.fragmented_no_bot_jpeg_baseline.51.dcm": -1024}
# Flipped bits that leave a sound stream cannot be seen without a checksum; nesting, overlays outside of the image and
# identifiers shared with another file do not touch the pixels.
UNDETECTABLE = {
    "flip/rle_1.dcm", "flip/j2k_1.dcm", "dcm/nest_100.dcm", "dcm/dup_uid_B.dcm", "dcm/mixed_patient_A.dcm",
}  # fmt: skip


def rows(name: str) -> list[dict[str, str]]:
    with shared(f"corpus/{name}").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def inspected() -> dict[str, Inspection]:
    folder = shared("corpus/valid")
    return {row["file"]: inspect_file(folder / row["file"]) for row in rows("expected.csv")}


def test_everything_is_shown_or_named_or_refused_as_expected(inspected: dict[str, Inspection]) -> None:
    wrong = []
    for row in rows("expected.csv"):
        error = inspected[row["file"]].error
        shown = row["expected"].startswith("display")
        if shown != (error is None):
            wrong.append((row["file"], row["expected"], error))
        if row["expected"].startswith("show") and error is not None and "no image in this object" not in error.message:
            wrong.append((row["file"], error.message))
    assert not wrong


def test_pixels_are_those_of_the_reference(inspected: dict[str, Inspection]) -> None:
    wrong = []
    for row in rows("expected.csv"):
        found = inspected[row["file"]]
        if row["decodes"] != "yes":
            continue
        assert found.shape is not None
        if ("x".join(map(str, found.shape)), found.dtype) != (row["shape"], row["dtype"]):
            wrong.append((row["file"], found.shape, found.dtype))
        if row["file"] not in LOSSY and found.pixel_sha256 != row["pixel_sha256"]:
            wrong.append((row["file"], "hash"))
    assert not wrong


@pytest.mark.parametrize("name", LOSSY)
def test_lossy_files_differ_from_the_reference_by_less_than_a_level(
    name: str, inspected: dict[str, Inspection]
) -> None:
    (row,) = (row for row in rows("expected.csv") if row["file"] == name)
    found = inspected[name]
    frames = [read_image(ImageRef(found.path, index)).pixels for index in range(found.frames or 0)]
    assert abs(float(np.stack(frames).mean()) - float(row["mean"])) <= LOSSY[name]
    assert found.min == pytest.approx(float(row["min"]), abs=1)
    assert found.max == pytest.approx(float(row["max"]), abs=1)


def test_header_facts_and_modality_ranges_are_those_of_the_reference(inspected: dict[str, Inspection]) -> None:
    wrong = []
    for row in rows("expected.csv"):
        found = inspected[row["file"]]
        for column, value in (
            ("kind", found.kind), ("sop_name", found.sop_class), ("modality", found.modality),
            ("transfer_syntax", found.transfer_syntax), ("photometric", found.photometric),
        ):  # fmt: skip
            if row[column] != (value or ""):
                wrong.append((row["file"], column, value))
        shift = FUNCTIONAL_GROUP_RESCALE.get(row["file"], 0)
        for column, number in (("mod_min", found.modality_min), ("mod_max", found.modality_max)):
            if row[column] and number != pytest.approx(float(row[column]) + shift, rel=1e-5):
                wrong.append((row["file"], column, number))
    assert not wrong


def test_every_bad_file_is_refused_in_words_or_shown_with_a_warning_within_seconds() -> None:
    folder, wrong = shared("corpus/bad"), []
    for row in rows("bad.csv"):
        begin = time.monotonic()
        found = inspect_file(folder / row["file"])
        seconds, behaviour, error = time.monotonic() - begin, row["correct_behaviour"], found.error
        if seconds > 10:
            wrong.append((row["file"], f"{seconds:.0f} s"))
        if error is not None:
            named = folder.joinpath(row["file"]).name in error.message and error.kind in ("unreadable", "unsupported")
            if behaviour.startswith("SHOW") or not named:
                wrong.append((row["file"], error))
        elif behaviour.startswith("REFUSE:") or row["category"] in ("model", "database"):
            wrong.append((row["file"], "shown"))
        elif behaviour.startswith("REFUSE or") and not found.warnings and row["file"] not in UNDETECTABLE:
            wrong.append((row["file"], "shown without a warning"))
    assert not wrong


def test_images_are_refused_like_inspections(tmp_path: Path) -> None:
    folder, wrong = shared("corpus/bad"), []
    for row in rows("bad.csv"):
        try:
            read_image(ImageRef(folder / row["file"]))
        except (UnreadableFile, UnsupportedImage):
            continue
        if row["correct_behaviour"].startswith("REFUSE:"):
            wrong.append(row["file"])
    assert not wrong


def test_no_corpus_file_is_changed_by_looking_at_it() -> None:
    path = shared("corpus/valid") / rows("expected.csv")[0]["file"]
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    inspect_file(path)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
