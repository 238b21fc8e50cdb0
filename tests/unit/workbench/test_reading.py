"""What the reading room computes without a window: typed numbers, decoded maps, stacks of a case, drafts of a plan."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from radviewer.core.errors import InputProblem, UnreadableFile
from radviewer.core.image import Image, ImageRef
from radviewer.core.overlay import OverlayStyle, ScaleMode, scale_used
from radviewer.io.export import write_png
from radviewer.io.map_bytes import read_map
from radviewer.readerstudy.plan_file import load_plan
from radviewer.readerstudy.public import ShownMap
from radviewer.workbench.overlay_pixels import overlay_pixels
from radviewer.workbench.reading_demo import YOU, make_room_demo
from radviewer.workbench.reading_draft import Draft, cases_in, truths_from
from radviewer.workbench.reading_entry import NumberEntry, stepped
from radviewer.workbench.reading_maps import decode_map
from radviewer.workbench.reading_place import Role, keys_of, open_in_role
from radviewer.workbench.reading_stacks import CaseStacks, case_stacks, hung

# --- numbers ---------------------------------------------------------------------------------------------------------


def typed(entry: NumberEntry, text: str) -> NumberEntry | None:
    current: NumberEntry | None = entry
    for key in text:
        current = None if current is None else current.typed(key)
    return current


@given(st.integers(0, 100))
def test_every_rating_from_0_to_100_can_be_typed_digit_by_digit(value: int) -> None:
    entry = typed(NumberEntry(0, 100), str(value))
    assert entry is not None
    assert entry.value == value


@pytest.mark.parametrize("text", ["101", "1000", "00", "07", "x", "5.", "-1"])
def test_what_leads_to_no_number_on_the_scale_cannot_be_typed(text: str) -> None:
    assert typed(NumberEntry(0, 100), text) is None


def test_a_number_is_complete_when_no_digit_can_follow() -> None:
    assert typed(NumberEntry(0, 100), "100").complete  # type: ignore[union-attr]
    assert typed(NumberEntry(0, 100), "75").complete  # type: ignore[union-attr]
    assert not typed(NumberEntry(0, 100), "7").complete  # type: ignore[union-attr]
    assert not typed(NumberEntry(0, 100), "10").complete  # type: ignore[union-attr]
    assert typed(NumberEntry(0, 100), "0").complete  # type: ignore[union-attr]


def test_scales_with_fractions_negative_ends_and_coarse_steps_are_typed_too() -> None:
    assert typed(NumberEntry(0, 1, 0), "0.25").value == 0.25  # type: ignore[union-attr]
    assert typed(NumberEntry(-5, 5), "-3").value == -3  # type: ignore[union-attr]
    assert typed(NumberEntry(0, 100, 5), "42").value is None  # type: ignore[union-attr]
    assert typed(NumberEntry(0, 100, 5), "45").value == 45  # type: ignore[union-attr]
    assert NumberEntry(0, 100, text="75").erased().text == "7"


@given(st.floats(0, 100) | st.none(), st.integers(-30, 30))
def test_stepping_stays_on_the_scale_and_on_its_grid(value: float | None, steps: int) -> None:
    found = stepped(value, steps, 0, 100, 5)
    assert 0 <= found <= 100
    assert found % 5 == 0


# --- maps ------------------------------------------------------------------------------------------------------------


def npz(**arrays: Any) -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return buffer.getvalue()


def npy(values: np.ndarray[Any, Any]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, values)
    return buffer.getvalue()


def test_a_map_lies_where_it_was_made_and_keeps_its_scale() -> None:
    values = np.zeros((4, 8), np.float32)
    values[1, 6] = 0.8
    found = decode_map(ShownMap("gradcam", "", ".npz", npz(map=values, reference=2.0)))
    image = Image(np.zeros((40, 80), np.uint8), ImageRef(Path("a")))
    explanation = found.on(image, 0)
    assert explanation is not None
    assert found.name == "Grad-CAM"
    assert explanation.reference == 2.0
    assert scale_used(explanation, ScaleMode.ABSOLUTE) is ScaleMode.ABSOLUTE
    assert overlay_pixels(explanation, OverlayStyle()).extent == (0, 0, 40, 80)
    row, column = np.unravel_index(explanation.on_image().argmax(), (40, 80))
    assert (row // 10, column // 10) == (1, 6)
    assert explanation.on_image()[5, 5] == 0
    assert found.on(image, 1) is None, "one flat map belongs to the first image only"


def test_shares_of_one_are_absolute_and_other_values_are_on_their_own_maximum() -> None:
    image = Image(np.zeros((4, 4), np.uint8), ImageRef(Path("a")))
    share = decode_map(ShownMap("my-method", "", ".npy", npy(np.full((2, 2), 0.5)))).on(image, 0)
    assert share is not None
    assert share.absolute
    assert share.reference == 1.0
    other = decode_map(ShownMap("my-method", "", ".npy", npy(np.full((2, 2), 7.0)))).on(image, 0)
    assert other is not None
    assert not other.absolute
    assert other.reference == 7.0


def test_a_stack_of_maps_gives_each_image_its_own_and_pictures_are_shares_of_their_full_scale(tmp_path: Path) -> None:
    values, reference = read_map(npy(np.arange(12.0).reshape(3, 2, 2)), ".npy")
    assert values.shape == (3, 2, 2)
    assert reference is None
    write_png(tmp_path / "a.png", np.array([[0, 255], [51, 102]], np.uint8))
    values, reference = read_map((tmp_path / "a.png").read_bytes(), ".PNG")
    assert reference == 1.0
    assert values[0].tolist() == pytest.approx(np.array([[0, 1], [0.2, 0.4]]))


def test_negative_and_endless_values_of_a_map_are_nothing() -> None:
    values, _ = read_map(npy(np.array([[-1.0, np.nan], [np.inf, 2.0]])), ".npy")
    assert values[0].tolist() == [[0, 0], [0, 2]]


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"no map", ".npy"),
        (b"no map", ".npz"),
        (b"no map", ".png"),
        (npy(np.zeros(3)), ".npy"),
        (npy(np.zeros((0, 3))), ".npy"),
        (npy(np.array([["a"]])), ".npy"),
        (npy(np.zeros((2, 2))), ".pkl"),
    ],
)
def test_what_is_no_map_is_refused_in_words(data: bytes, suffix: str) -> None:
    with pytest.raises(UnreadableFile, match="heat map"):
        read_map(data, suffix)


def test_a_map_with_pickled_objects_is_refused() -> None:
    buffer = io.BytesIO()
    np.save(buffer, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(UnreadableFile):
        read_map(buffer.getvalue(), ".npy")


# --- stacks ----------------------------------------------------------------------------------------------------------


def refs(*names: str) -> tuple[ImageRef, ...]:
    return tuple(ImageRef(Path(name)) for name in names)


def test_a_case_hangs_as_the_plan_says() -> None:
    two = CaseStacks((refs("a", "b"), refs("c")), tuple(map(Path, "abc")), ("1", "2"))
    assert hung(two, "1x1") == ((refs("a", "b", "c"),), 1)
    assert hung(two, "1x2") == ((refs("a", "b"), refs("c")), 2)
    assert hung(two, "2x2")[0] == (refs("a", "b"), refs("c"))
    assert hung(two, "nonsense") == ((refs("a", "b", "c"),), 1)
    assert two.picked("2").stacks == (refs("c"),)
    assert two.picked("unknown") is two
    views = CaseStacks((refs("a", "b"),), (Path("a"), Path("b")), ("1",))
    assert hung(views, "1x2") == ((refs("a"), refs("b")), 2)
    many = CaseStacks(tuple((ref,) for ref in refs("a", "b", "c")), tuple(map(Path, "abc")), ("1", "2", "3"))
    assert hung(many, "1x2")[0] == (refs("a"), refs("b", "c")), "what has no pane of its own shares the last one"


def test_marks_and_maps_count_by_the_files_of_the_case() -> None:
    files = (Path("b"), Path("a"))
    found = CaseStacks((refs("a", "b"),), files, ("1",))
    assert [found.file_number(ref) for ref in found.stacks[0]] == [1, 0]
    assert [found.map_number(ref) for ref in found.stacks[0]] == [1, 0]
    frames = CaseStacks(((ImageRef(Path("a"), 0), ImageRef(Path("a"), 1)),), (Path("a"),), ("1",))
    assert [frames.map_number(ref) for ref in frames.stacks[0]] == [0, 1]


def test_a_case_without_images_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("no image")
    with pytest.raises(UnreadableFile, match="no image"):
        case_stacks((tmp_path / "a.txt",))
    write_png(tmp_path / "b.png", np.zeros((4, 4), np.uint8))
    assert case_stacks((tmp_path / "b.png",)).first == refs(str(tmp_path / "b.png"))


# --- drafts ----------------------------------------------------------------------------------------------------------


def test_folders_named_by_truth_give_it_and_a_table_fills_the_rest(tmp_path: Path) -> None:
    for name in ("normal/n1.png", "abnormal/p1.png", "abnormal/p2/1.png"):
        path = tmp_path / "images" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    rows = cases_in(tmp_path / "images", tmp_path)
    assert {row["name"]: row["truth"] for row in rows} == {"p1": True, "p2": True, "n1": False}
    assert {row["path"] for row in rows} == {"images/abnormal/p1.png", "images/abnormal/p2", "images/normal/n1.png"}
    table = tmp_path / "truth.csv"
    table.write_text("case,truth,ai_score,training\nn1.png,0,0.2,1\np2,yes,0.9,\nother,1,,\n", encoding="utf-8")
    filled, unknown = truths_from(rows, table)
    assert unknown == 1
    found = {row["name"]: row for row in filled}
    assert (found["n1"]["ai_score"], found["n1"]["training"]) == (0.2, True)
    assert found["p2"]["truth_source"] == "truth.csv"
    table.write_text("case,truth\np2,perhaps\n", encoding="utf-8")
    with pytest.raises(InputProblem, match="line 2: truth is 'perhaps'"):
        truths_from(rows, table)
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputProblem, match="holds no case"):
        cases_in(tmp_path / "empty", tmp_path)


def test_a_draft_whose_truth_is_not_known_is_refused_by_name(tmp_path: Path) -> None:
    draft = Draft(tmp_path, {"study": {"id": "a", "title": "b", "seed": 1}, "design": {"kind": "crossover"}})
    draft.cases = [{"name": "c1", "path": "x", "truth": None, "truth_source": ""}]
    with pytest.raises(InputProblem, match="the truth of 'c1' is not given"):
        draft.check()


def test_a_draft_writes_the_plan_that_it_was_judged_by(tmp_path: Path) -> None:
    draft = Draft(
        tmp_path, {"study": {"id": "a", "title": 'with "quotes"', "seed": 1}, "design": {"kind": "crossover"}}
    )
    draft.conditions = [{"name": "one"}, {"name": "two", "ai": ["score"]}]
    draft.tables["model"] = {"id": "m", "version": "1"}
    draft.questions = [{"name": "rating", "kind": "rating", "low": None}]
    draft.readers = [{"name": "R1"}, {"name": "R2"}]
    for k in range(4):
        (tmp_path / f"{k}.bin").write_bytes(bytes([k]))
    draft.cases = [
        {"name": f"c{k}", "path": f"{k}.bin", "truth": k % 2 == 0, "truth_source": "s", "ai_score": 0.5}
        for k in range(4)
    ]
    judged = draft.check()
    (tmp_path / "reader-study.toml").write_text(draft.toml(), encoding="utf-8")
    loaded = load_plan(tmp_path)
    assert loaded.study == judged.study
    assert [case.truth for case in loaded.cases] == [case.truth for case in judged.cases]


# --- places and the demonstration ------------------------------------------------------------------------------------


def test_the_demonstration_is_marked_as_simulated_and_leaves_one_reader_to_the_user(tmp_path: Path) -> None:
    made = make_room_demo(tmp_path / "demo", cases=4, practice=1, size=64)
    with open_in_role(made.folder, Role.READER, made.keys) as store:
        assert store.place.keys.private is None
        desk = store.desk(YOU)
        assert desk.plan.simulated
        assert desk.next_assignment() is not None
        others = [name for name in store.readers() if name != YOU]
        assert all(name.startswith("Simulated") for name in others)
        assert all(store.desk(name).next_assignment() is None for name in others)
    with pytest.raises(InputProblem, match="is not empty"):
        make_room_demo(tmp_path / "demo")


def test_keys_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="no keys of 'a'"):
        keys_of(tmp_path, "a")
    with pytest.raises(InputProblem, match="is no study folder"):
        open_in_role(tmp_path, Role.READER)
