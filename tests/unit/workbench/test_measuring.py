"""Undo and redo, the file that measurements are kept in, and their tables."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.core.image import ImageRef
from radviewer.core.measurement import Figure, FigureKind
from radviewer.core.measurement_values import measure
from radviewer.io.export import WriteProblem
from radviewer.workbench.measuring.identity import image_key
from radviewer.workbench.measuring.model import MeasurementModel
from radviewer.workbench.measuring.notes import ImageNotes, Measurement, new_measurement
from radviewer.workbench.measuring.records import from_record, to_record
from radviewer.workbench.measuring.store import MeasurementStore
from radviewer.workbench.measuring.tables import COLUMNS, export, rows, to_csv, to_json
from radviewer.workbench.measuring.words import area_text, label_lines, length_text, list_text, value_number
from tests.ui.fakes import square_image

REF = ImageRef(Path("/x.dcm"))
KEY = "uid:1.2.3#0"
BOX = Figure(FigureKind.RECTANGLE, ((24.0, 40.0), (28.0, 44.0)))
LINE = Figure(FigureKind.DISTANCE, ((0.0, 0.0), (3.0, 4.0)))


def made(figure: Figure = LINE, name: str = "") -> Measurement:
    return new_measurement(figure, name, measure(figure, square_image(REF)))


EDIT = st.one_of(
    st.tuples(st.just("put"), st.integers(0, 3), st.integers(0, 20)),
    st.tuples(st.just("remove"), st.integers(0, 3), st.just(0)),
    st.tuples(st.just("rename"), st.integers(0, 3), st.integers(0, 3)),
    st.tuples(st.just("key"), st.booleans(), st.just(0)),
    st.tuples(st.just("calibrate"), st.none() | st.floats(0.01, 10), st.just(0)),
    st.tuples(st.just("clear"), st.just(0), st.just(0)),
    st.tuples(st.just("undo"), st.just(0), st.just(0)),
    st.tuples(st.just("redo"), st.just(0), st.just(0)),
)
POOL = tuple(replace(made(), id=f"{number:04}") for number in range(4))


def do(model: MeasurementModel, edit: tuple[str, object, object]) -> None:
    what, first, second = edit
    match what:
        case "put":
            model.put(KEY, replace(POOL[first], figure=LINE.moved(second, 0)))  # type: ignore[index,arg-type]
        case "remove":
            model.remove(KEY, POOL[first].id)  # type: ignore[index]
        case "rename":
            model.rename(KEY, POOL[first].id, f"name {second}")  # type: ignore[index]
        case "key":
            model.set_key_image(KEY, bool(first))
        case "calibrate":
            model.calibrate(KEY, first, model.notes(KEY).measurements)  # type: ignore[arg-type]
        case "clear":
            model.clear(KEY)
        case "undo":
            model.undo()
        case "redo":
            model.redo()


@given(st.lists(EDIT, max_size=25))
def test_undoing_everything_leads_to_nothing_and_redoing_it_back(edits: list[tuple[str, object, object]]) -> None:
    model = MeasurementModel()
    for edit in edits:
        do(model, edit)
    seen = [model.notes(KEY)]
    while model.undo() is not None:
        seen.append(model.notes(KEY))
    assert model.notes(KEY) == ImageNotes()
    for expected in reversed(seen[:-1]):
        assert model.redo() is not None
        assert model.notes(KEY) == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(edits=st.lists(EDIT, max_size=20))
def test_what_is_read_back_is_what_was_there_after_any_edits(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, object, object]]
) -> None:
    store = MeasurementStore(tmp_path_factory.mktemp("kept"))
    model = MeasurementModel(store)
    for edit in edits:
        do(model, edit)
    assert MeasurementModel(store).notes(KEY) == model.notes(KEY)


def test_a_new_edit_ends_what_could_be_redone() -> None:
    model = MeasurementModel()
    model.put(KEY, made())
    model.undo()
    assert model.redo_words == "draw Distance"
    model.put(KEY, made(BOX))
    assert model.redo() is None and model.undo_words == "draw Rectangle"


def test_listeners_hear_every_change_and_nothing_else() -> None:
    model, heard = MeasurementModel(), []
    model.listen(heard.append)
    item = made()
    model.put(KEY, item)
    model.rename(KEY, item.id, "")
    model.remove(KEY, "unknown")
    model.undo()
    assert heard == [KEY, KEY]


def test_records_give_the_same_measurement_back() -> None:
    for item in (made(), made(BOX, "Läsion 1"), new_measurement(Figure(FigureKind.TEXT, ((1.5, 2.25),)), "a")):
        assert from_record(json.loads(json.dumps(to_record(item)))) == item
    with pytest.raises(InputProblem):
        from_record({**to_record(made()), "points": [[1, 2]]})


def test_the_file_names_the_image_by_its_key_and_nothing_else(tmp_path: Path) -> None:
    store = MeasurementStore(tmp_path / "measurements")
    model = MeasurementModel(store)
    model.put(KEY, made())
    path = store.path(KEY)
    assert path.is_file() and "1.2.3" not in path.name
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    assert {line["image"] for line in lines} == {KEY}
    assert set(lines[0]) == {"v", "image", "do", "measurement", "crc"}
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600 and path.parent.stat().st_mode & 0o777 == 0o700


def test_edits_only_add_to_the_file(tmp_path: Path) -> None:
    store = MeasurementStore(tmp_path)
    model = MeasurementModel(store)
    before = b""
    for edit in (("put", 0, 1), ("put", 0, 2), ("rename", 0, 1), ("remove", 0, 0), ("undo", 0, 0), ("key", True, 0)):
        do(model, edit)
        after = store.path(KEY).read_bytes()
        assert after.startswith(before) and len(after) > len(before)
        before = after


@pytest.mark.parametrize("cut", [1, 7, 30, 200])
def test_a_torn_last_line_is_left_out_and_told_and_the_next_edit_is_kept(tmp_path: Path, cut: int) -> None:
    told: list[str] = []
    store = MeasurementStore(tmp_path, told.append)
    model = MeasurementModel(store)
    first, second, third = made(), made(BOX), made(name="after")
    model.put(KEY, first)
    model.put(KEY, second)
    path = store.path(KEY)
    path.write_bytes(path.read_bytes()[:-cut])
    again = MeasurementModel(store)
    kept = (first,) if cut > 1 else (first, second)  # a line without its end of line only is whole
    assert again.notes(KEY).measurements == kept and bool(told) == (cut > 1)
    again.put(KEY, third)
    assert MeasurementModel(store).notes(KEY).measurements == (*kept, third)


def test_a_flipped_bit_anywhere_costs_one_line_at_most(tmp_path: Path) -> None:
    told: list[str] = []
    store = MeasurementStore(tmp_path, told.append)
    model = MeasurementModel(store)
    items = [made(name=f"number {number}") for number in range(4)]
    for item in items:
        model.put(KEY, item)
    path = store.path(KEY)
    whole = path.read_bytes()
    random = np.random.default_rng(1)
    for at in random.integers(0, len(whole), 60):
        broken = bytearray(whole)
        broken[at] ^= 1 << int(random.integers(8))
        path.write_bytes(bytes(broken))
        told.clear()
        left = store.load(KEY).measurements
        assert set(left) < set(items) and len(left) >= 2  # a flipped end of line joins two lines
        assert told


def test_what_cannot_be_kept_stays_and_is_kept_with_the_next_edit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = MeasurementStore(tmp_path)
    model, told = MeasurementModel(store), []
    model.listen_to_problems(told.append)
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda _descriptor: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    item = made()
    model.put(KEY, item)
    assert isinstance(told[0], WriteProblem) and "space" in told[0].message
    assert model.notes(KEY).measurements == (item,) and model.unsaved == (KEY,)
    monkeypatch.setattr(os, "fsync", real)
    store.path(KEY).unlink()
    model.set_key_image(KEY, True)
    assert model.unsaved == ()
    assert store.load(KEY) == ImageNotes((item,), True)


WRITER = """
import sys
from pathlib import Path
from radviewer.core.measurement import Figure, FigureKind
from radviewer.workbench.measuring.model import MeasurementModel
from radviewer.workbench.measuring.notes import new_measurement
from radviewer.workbench.measuring.store import MeasurementStore

model = MeasurementModel(MeasurementStore(Path(sys.argv[1])))
for number in range(100_000):
    model.put("uid:1.2.3#0", new_measurement(Figure(FigureKind.TEXT, ((number, 0.0),)), str(number)))
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9")
def test_killed_at_any_moment_every_acknowledged_measurement_is_there(tmp_path: Path) -> None:
    random = np.random.default_rng(int.from_bytes(os.urandom(4)))
    told: list[str] = []
    store = MeasurementStore(tmp_path, told.append)
    for _ in range(3):
        store.path(KEY).unlink(missing_ok=True)
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        acknowledged = [writer.stdout.readline()]
        time.sleep(float(random.uniform(0.01, 0.3)))
        writer.send_signal(signal.SIGKILL)
        acknowledged += writer.stdout.read().split("\n")
        writer.stdout.close()
        writer.wait()
        numbers = [int(word) for word in acknowledged if word.strip()]
        kept = [int(item.name) for item in store.load(KEY).measurements]
        assert kept[: len(numbers)] == numbers and len(kept) - len(numbers) <= 1


def test_two_programs_may_write_at_once(tmp_path: Path) -> None:
    store = MeasurementStore(tmp_path)
    one, other = MeasurementModel(store), MeasurementModel(store)
    first, second = made(), made(BOX)
    one.notes(KEY), other.notes(KEY)
    one.put(KEY, first)
    other.put(KEY, second)
    assert MeasurementModel(store).notes(KEY).measurements == (first, second)


def test_an_image_is_named_by_its_instance_and_frame_or_by_its_pixels() -> None:
    image = square_image(REF)
    named = replace(image, facts=replace(image.facts, sop_instance_uid="1.2.3"), ref=replace(REF, frame=4))
    assert image_key(named) == "uid:1.2.3#4"
    again = replace(image, ref=replace(REF, path=Path("/elsewhere.png")))
    assert image_key(again) == image_key(image) and image_key(image).startswith("sha256:")
    other = image.pixels.copy()
    other[0, 0] += 1
    assert image_key(replace(image, pixels=other)) != image_key(image)
    assert image_key(replace(image, pixels=image.pixels[:, ::-1])) != image_key(image)


NOTES = ImageNotes((made(name="=1+1"), made(BOX, 'lesion, "left"')), True, None, "Axial 3/20")


def test_the_tables_have_every_digit_and_name_the_spacing() -> None:
    table = list(csv.DictReader(io.StringIO(to_csv([(KEY, NOTES)]).lstrip("\ufeff"))))
    assert tuple(table[0]) == COLUMNS
    line, box = table
    assert float(line["length"]) == 2.5 and line["length_unit"] == "mm" and line["spacing"] == "PixelSpacing"
    assert line["name"] == "'=1+1" and box["name"] == 'lesion, "left"'
    assert (box["mean"], box["sd"], box["pixels"], box["value_unit"]) == ("376.0", "0.0", "16", "HU")
    assert (box["area"], box["area_unit"], box["frame"], box["image"]) == ("4.0", "mm2", "1", "uid:1.2.3")
    parsed = json.loads(to_json([(KEY, NOTES)]))
    assert parsed["rows"][1]["points_row_column"] == [[24.0, 40.0], [28.0, 44.0]]
    assert parsed["rows"][0]["mean"] is None and parsed["rows"][0]["name"] == "=1+1"


def test_a_key_image_without_measurements_has_a_row() -> None:
    (row,) = rows([(KEY, ImageNotes(is_key=True))])
    assert row["kind"] == "key image" and row["key_image"] is True


def test_tables_are_written_by_their_ending_and_never_over_a_file_unasked(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    export(path, [(KEY, NOTES)])
    with pytest.raises(WriteProblem):
        export(path, [])
    export(path, [], overwrite=True)
    assert path.read_text(encoding="utf-8-sig").strip() == ",".join(COLUMNS)
    with pytest.raises(UsageProblem):
        export(tmp_path / "out.xlsx", [])


def test_words_have_units_and_name_the_spacing() -> None:
    values = measure(LINE, square_image(REF))
    assert length_text(2.5, values.ruler) == "2.50 mm" and length_text(123.456, values.ruler) == "123.5 mm"
    assert area_text(99.5, values.ruler) == "99.5 mm²" and area_text(1234.0, values.ruler) == "12.3 cm²"
    assert label_lines(LINE.kind, "", values) == ("2.50 mm", "PixelSpacing")
    box = measure(BOX, square_image(REF))
    assert label_lines(BOX.kind, "A", box) == ("A", "376 ± 0.00 HU", "min 376  max 376", "4.00 mm²", "PixelSpacing")
    pixels = measure(LINE, square_image(REF, spacing=None))
    assert label_lines(LINE.kind, "", pixels) == ("5.00 px",)
    assert list_text(made(BOX)) == "376 ± 0.00 HU   4.00 mm²"
    assert [value_number(v) for v in (0.0, 0.0012, 3.14159, 31.4159, -1024.0, 4095.4)] == [
        "0.00", "0.0012", "3.14", "31.4", "-1024", "4095",
    ]  # fmt: skip
