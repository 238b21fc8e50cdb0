"""Batches: what they are of, how they are kept, and that they go on where they stopped."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radviewer.core.errors import InputProblem, Problem
from radviewer.core.image import ImageRef
from radviewer.core.prediction import GateResult, GateVerdict, Prediction, Score
from radviewer.core.study import Catalog
from radviewer.workbench.batch import (
    FOLDER,
    KEPT,
    Batch,
    BatchImages,
    BatchItem,
    batch_files,
    batch_items,
    new_plan,
    prune,
)
from radviewer.workbench.prediction_files import PredictionRow, predictions_csv, predictions_json
from radviewer.workbench.study_keys import study_key
from tests.helpers.packs import quadrant_manifest
from tests.unit.workbench.test_browsing import study

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
MANIFEST = quadrant_manifest()


def answer(ref: ImageRef, top: float = 0.1 + 0.2) -> Prediction:
    """A prediction whose numbers have all their digits."""
    scores = tuple(Score(label, top * 3, top / (1 + at), False) for at, label in enumerate(MANIFEST.labels))
    gate = GateResult(GateVerdict.FLAGGED, ("It is darker.",), 1.0 / 3, 2.0, 3.0)
    return Prediction(ref, "quadrant", "1.0.0", "cpu", scores, MANIFEST.operating_points, gate, 0.1, ("A note.",))


@pytest.fixture
def items(tmp_path: Path) -> tuple[BatchItem, ...]:
    made = []
    for number in range(4):
        path = tmp_path / f"{number}.png"
        path.write_bytes(b"x" * (number + 1))
        made.append(BatchItem(ImageRef(path), "s1" if number < 3 else "s2"))
    return tuple(made)


def test_a_batch_is_of_every_image_or_of_the_middle_one_of_each_series() -> None:
    catalog = Catalog((study("A", "1", "", "CT", 5), study("B", "2", "", "MR", 3)))
    every = batch_items(catalog.studies, BatchImages.ALL)
    assert len(every) == 8
    assert {item.study for item in every} == {study_key(item) for item in catalog.studies}
    middle = batch_items(catalog.studies, BatchImages.MIDDLE)
    assert [item.image.path.name for item in middle] == ["2.dcm", "1.dcm"]
    assert len(batch_items(catalog.studies, BatchImages.ALL, "MR")) == 3


def test_a_batch_goes_on_after_a_restart_with_the_very_answers_that_it_had(
    tmp_path: Path, items: tuple[BatchItem, ...]
) -> None:
    folder = tmp_path / FOLDER
    batch = Batch.start(new_plan(items, MANIFEST, NOW), MANIFEST, folder)
    batch.take(2, answer(items[2].image))
    batch.take(0, Problem("unreadable", "0.png: the file is damaged.", "Copy it again."))
    (path,) = batch_files(tmp_path)
    again = Batch.read(path, {"quadrant": MANIFEST})
    assert again.plan == batch.plan and again.done == 2 and not again.finished
    assert again.answer(2) == answer(items[2].image)
    assert again.answer(0) == Problem("unreadable", "0.png: the file is damaged.", "Copy it again.")
    assert list(again.open_items()) == [1, 3]
    for number in (1, 3):
        again.take(number, answer(items[number].image))
    assert Batch.read(path, {"quadrant": MANIFEST}).finished


def test_an_answer_on_a_file_that_changed_does_not_count(tmp_path: Path, items: tuple[BatchItem, ...]) -> None:
    batch = Batch.start(new_plan(items, MANIFEST, NOW), MANIFEST, tmp_path / FOLDER)
    for number in range(4):
        batch.take(number, answer(items[number].image))
    items[1].image.path.write_bytes(b"another picture")
    os.utime(items[2].image.path, ns=(1, 1))
    again = Batch.read(batch_files(tmp_path)[0], {"quadrant": MANIFEST})
    assert list(again.open_items()) == [1, 2]


def test_a_batch_does_not_go_on_with_other_weights(tmp_path: Path, items: tuple[BatchItem, ...]) -> None:
    Batch.start(new_plan(items, MANIFEST, NOW), MANIFEST, tmp_path / FOLDER)
    other = replace(MANIFEST, weights=replace(MANIFEST.weights, sha256="1" * 64))
    for manifests in ({"quadrant": other}, {}):
        with pytest.raises(InputProblem, match="not installed any more"):
            Batch.read(batch_files(tmp_path)[0], manifests)


def test_a_batch_that_was_cut_off_in_the_middle_of_a_line_loses_that_answer_only(
    tmp_path: Path, items: tuple[BatchItem, ...]
) -> None:
    batch = Batch.start(new_plan(items, MANIFEST, NOW), MANIFEST, tmp_path / FOLDER)
    batch.take(0, answer(items[0].image))
    batch.take(1, answer(items[1].image))
    (path,) = batch_files(tmp_path)
    path.write_bytes(path.read_bytes()[:-20])
    again = Batch.read(path, {"quadrant": MANIFEST})
    assert list(again.open_items()) == [1, 2, 3] and "damaged" in again.complaint


def test_a_file_that_is_no_batch_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"something": "else"}\n')
    with pytest.raises(InputProblem, match="damaged"):
        Batch.read(path, {"quadrant": MANIFEST})


def test_a_study_is_complete_when_none_of_its_images_is_open(tmp_path: Path, items: tuple[BatchItem, ...]) -> None:
    batch = Batch.start(new_plan(items, MANIFEST, NOW), MANIFEST, None)
    for number in (0, 1):
        batch.take(number, answer(items[number].image))
    assert batch.study_answers("s1")[1] is False
    batch.take(2, Problem("input", "No."))
    answers, complete = batch.study_answers("s1")
    assert complete and len(answers) == 2
    assert not (tmp_path / FOLDER).exists() and not batch.kept


def test_only_the_latest_batches_are_kept(tmp_path: Path, items: tuple[BatchItem, ...]) -> None:
    for number in range(KEPT + 3):
        at = NOW.replace(minute=number)
        Batch.start(new_plan(items[:1], MANIFEST, at), MANIFEST, tmp_path / FOLDER)
    prune(tmp_path)
    files = batch_files(tmp_path)
    assert len(files) == KEPT and files[0].stem.startswith("20261121T1222")


def test_a_refused_row_of_an_export_has_its_reason_and_no_numbers(tmp_path: Path) -> None:
    ref = ImageRef(tmp_path / "a.png")
    rows = (PredictionRow(ref.path, 0, answer(ref)), PredictionRow(tmp_path / "b.png", 0, Problem("input", "No.")))
    good, bad = predictions_csv(rows, MANIFEST).splitlines()[1:]
    assert repr(0.1 + 0.2) in good and bad.endswith(",No.") and ",,,," in bad
    assert '"error": {' in predictions_json(rows, MANIFEST)
