"""Tables and MURA's folders name images with their patients; no patient and no copy is on both sides of a split."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from radviewer.core.errors import InputProblem
from radviewer.core.image import Image, ImageRef
from radviewer.io.export import write_png
from radviewer.training.boxes import Box, cut, mask_box
from radviewer.training.config import Recipe, SplitBy, find_recipe, read_recipe
from radviewer.training.dataset import read_sample
from radviewer.training.leaks import find_leaks
from radviewer.training.run import gather
from radviewer.training.source_config import Layout, SourceRecipe
from radviewer.training.sources import mura_rows, samples_of
from radviewer.training.splits import Split, divided, joined
from tests.cli.test_train import TINY
from tests.unit.training.test_data import smooth, write

TABLE = SourceRecipe(
    Layout.TABLE,
    "labels.csv",
    "{part}/{label}/{name}.png",
    group="patient",
    part="part",
    train_part="train",
    test_part="val",
)


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    path = tmp_path / "recipe.toml"
    path.write_text(TINY)
    read = read_recipe(path)
    return replace(read, source=TABLE, split=replace(read.split, by=SplitBy.GROUP))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Twelve patients of three images each in `train`; in `val` two of them again, two new ones, and one copy."""
    lines = ["name,part,label,patient,site"]
    folder = tmp_path / "data"
    for patient in range(12):
        label = ("above", "below")[patient % 2]
        for image in range(3):
            lines.append(f"t{patient}-{image},train,{label},p{patient},{'knee' if image else 'hip'}")
            write(folder / "train" / label / f"t{patient}-{image}.png", smooth(10 * patient + image))
    for number, (patient, seed) in enumerate([(0, 900), (1, 901), (20, 902), (21, 903), (22, 40)]):
        label = ("above", "below")[number % 2]
        lines.append(f"v{number},val,{label},p{patient},hip")
        write(folder / "val" / label / f"v{number}.png", smooth(seed))
    (folder / "labels.csv").write_text("\n".join(lines) + "\n")
    return folder


def test_a_table_names_images_with_patient_part_and_facts(recipe: Recipe, root: Path) -> None:
    samples = samples_of(recipe, root)
    assert len(samples) == 41
    first = samples[0]
    assert (first.label, first.group, first.part) == (0, "p0", "train")
    assert first.facts is not None
    assert first.facts["site"] == "hip"


def test_patients_and_copies_stay_on_one_side_and_the_test_part_is_kept(recipe: Recipe, root: Path) -> None:
    material = gather(recipe, root)
    sides = [{sample.group for sample in data.samples} for data in (material.train, material.validation)]
    assert not sides[0] & sides[1]
    assert sides[1]
    assert material.leaks == 0
    assert material.test is not None
    assert material.test_clean is not None
    # Patients 0 and 1 were learnt from, and the last image is a copy of one of patient 4's.
    assert [sample.group for sample in material.test.samples] == ["p0", "p1", "p20", "p21", "p22"]
    assert material.test_clean.tolist() == [2, 3]


def test_only_rows_that_are_asked_for_are_taken(recipe: Recipe, root: Path) -> None:
    chosen = replace(recipe, source=replace(TABLE, keep={"site": "knee"}))
    assert {(sample.facts or {})["site"] for sample in samples_of(chosen, root)} == {"knee"}


def test_a_split_that_leaks_is_refused_unless_told_otherwise(recipe: Recipe, root: Path) -> None:
    given = replace(
        recipe,
        split=replace(recipe.split, by=SplitBy.GIVEN),
        source=replace(TABLE, test_part="", validation_part="val"),
    )
    with pytest.raises(InputProblem, match="3 of 5 validation images") as caught:
        gather(given, root)
    assert "--allow-leaks" in caught.value.hint
    assert gather(given, root, allow_leaks=True).leaks == 3


def test_splitting_by_content_where_patients_are_known_is_refused_when_it_divides_them(
    recipe: Recipe, root: Path
) -> None:
    with pytest.raises(InputProblem, match="same patient"):
        gather(replace(recipe, split=replace(recipe.split, by=SplitBy.CONTENT)), root)


def test_a_share_can_be_kept_for_the_test(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(TINY.replace("[split]", "[split]\ntest_share = 0.25"))
    for label, start in (("above", 0), ("below", 100)):
        for index in range(16):
            write(tmp_path / "data" / label / f"{index}.png", smooth(start + index // 2))  # each picture twice
    material = gather(read_recipe(path), tmp_path / "data")
    assert material.test is not None
    assert material.test.labels.tolist() == [0] * 4 + [1] * 4
    contents = [set(data.content) for data in (material.train, material.validation, material.test)]
    assert not contents[0] & contents[1]
    assert not (contents[0] | contents[1]) & contents[2]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (replace(TABLE, group="nobody"), "no column 'nobody'"),
        (replace(TABLE, image="{shape}.png"), "no column 'shape'"),
        (replace(TABLE, keep={"site": "skull"}), "has the label 'above'"),
        (replace(TABLE, table="none.csv"), "cannot be read"),
    ],
)
def test_a_table_that_does_not_fit_is_answered_in_words(
    source: SourceRecipe, words: str, recipe: Recipe, root: Path
) -> None:
    with pytest.raises(InputProblem, match=words):
        samples_of(replace(recipe, source=source), root)


def test_a_value_that_leads_out_of_the_folder_is_refused(recipe: Recipe, root: Path) -> None:
    (root / "labels.csv").write_text("name,part,label,patient,site\n../../x,train,above,p,hip\n")
    with pytest.raises(InputProblem, match="no part of a file name"):
        samples_of(recipe, root)


@pytest.mark.parametrize("top", ["", "train"])
def test_the_folders_of_mura_are_read(tmp_path: Path, top: str) -> None:
    for patient, label in ((1, "positive"), (2, "negative"), (2, "positive")):
        study = "study2" if (patient, label) == (2, "positive") else "study1"
        folder = tmp_path / top / "XR_WRIST" / f"patient0000{patient}" / f"{study}_{label}"
        write(folder / "image1.png", smooth(patient))
    write(tmp_path / top / "elsewhere" / "image1.png", smooth(5))
    rows = mura_rows(tmp_path)
    assert [(row["patient"], row["study"], row["label"], row["site"], row["part"]) for row in rows] == [
        ("patient00001", "study1", "positive", "XR_WRIST", top),
        ("patient00002", "study1", "negative", "XR_WRIST", top),
        ("patient00002", "study2", "positive", "XR_WRIST", top),
    ]


def test_a_folder_that_is_not_mura_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "a" / "x.png", smooth(1))
    with pytest.raises(InputProblem, match="MURA"):
        mura_rows(tmp_path)


def test_groups_are_joined_through_names_and_copies() -> None:
    #                 copies 0-1, patient p: 1-2, patient q: 3-4, nobody: 5, 6
    found = joined(np.array([0, 0, 2, 3, 4, 5, 6]), ["", "p", "p", "q", "q", "", ""])
    assert found[0] == found[1] == found[2]
    assert found[3] == found[4]
    assert len(set(found.tolist())) == 4
    assert divided(found, Split(np.array([0, 3, 5]), np.array([1, 2, 6]))) == 2


@pytest.mark.parametrize(
    ("rows", "columns", "margin", "least", "seen"),
    [
        ((20, 40), (10, 30), 0.1, 0, (slice(18, 42), slice(8, 32))),
        ((1, 5), (30, 34), 0.0, 24, (slice(0, 24), slice(20, 44))),
    ],
    ids=["with a margin", "a few pixels with what surrounds them"],
)
def test_an_image_is_cropped_to_its_mask(
    recipe: Recipe, tmp_path: Path, rows: tuple[int, int], columns: tuple[int, int], margin: float, least: int,
    seen: tuple[slice, slice],
) -> None:  # fmt: skip
    picture = smooth(3)
    mask = np.zeros((64, 64), dtype=np.uint8)
    mask[slice(*rows), slice(*columns)] = 1
    for label in ("above", "below"):
        write(tmp_path / f"{label}.png", picture)
        write(tmp_path / "masks" / f"{label}.png", mask)
    (tmp_path / "t.csv").write_text("label\nabove\nbelow\n")
    source = SourceRecipe(Layout.TABLE, "t.csv", "{label}.png", mask="masks/{label}.png", margin=margin, least=least)
    (first, _) = samples_of(replace(recipe, source=source), tmp_path)
    assert np.array_equal(read_sample(first).pixels, picture[seen])


@given(
    box=st.tuples(*(st.floats(-20, 90) for _ in range(2)), *(st.floats(0, 60) for _ in range(2))),
    least=st.integers(0, 70),
    size=st.tuples(st.integers(8, 64), st.integers(8, 64)),
)
def test_a_crop_has_its_least_sides_wherever_its_box_lies(
    box: tuple[float, float, float, float], least: int, size: tuple[int, int]
) -> None:
    picture = np.arange(size[0] * size[1], dtype=np.uint16).reshape(size)
    whole = Image(pixels=picture, ref=ImageRef(Path("x.png")))
    top, left, rows, columns = box
    crop = cut(whole, Box(top, left, top + rows, left + columns), least).pixels
    for axis, (low, length) in enumerate(((top, rows), (left, columns))):
        assert min(max(least, 8), size[axis]) <= crop.shape[axis] <= size[axis]
        first = int(crop[0, 0]) // size[1] if axis == 0 else int(crop[0, 0]) % size[1]
        if low >= 0 and low + length <= size[axis] and length >= max(least, 8) + 1:
            assert (first, first + crop.shape[axis]) == (round(low), round(low + length))


def test_boxes_are_moved_and_scaled_about_their_centre() -> None:
    mask = np.zeros((10, 10), dtype=bool)
    mask[2:6, 4:8] = True
    box = mask_box(mask)
    assert box == Box(2, 4, 6, 8)
    assert box.moved(0.25, -0.5, 1.0) == Box(3, 2, 7, 6)
    assert box.moved(0, 0, 2.0) == Box(0, 2, 8, 10)
    with pytest.raises(InputProblem, match="empty"):
        mask_box(np.zeros((4, 4), dtype=bool))


def test_copies_across_sets_are_found(recipe: Recipe, root: Path) -> None:
    material = gather(recipe, root)
    assert material.test is not None
    leak = find_leaks(material.test, (material.train, material.validation))
    assert leak.exact.tolist() == [False, False, False, False, True]
    assert leak.near.tolist() == leak.exact.tolist()


def test_a_patient_in_the_files_names_is_not_divided(tmp_path: Path) -> None:
    recipe = read_recipe(find_recipe("chest-pneumonia"))
    names = {"normal": ["IM-0001-0001.png", "NORMAL2-IM-0001-0001.png", "IM-0001-0002.png", "other.png"],
             "pneumonia": ["person7_bacteria_1.png", "person7_virus_2.png", "person77_virus_3.png"]}  # fmt: skip
    for folder, files in names.items():
        for number, name in enumerate(files):
            (tmp_path / folder).mkdir(exist_ok=True)
            write_png(tmp_path / folder / name, np.full((8, 8), 10 * number, dtype=np.uint8))
    groups = {sample.ref.path.name: sample.group for sample in samples_of(recipe, tmp_path)}
    assert groups["IM-0001-0001.png"] == groups["IM-0001-0002.png"] != groups["NORMAL2-IM-0001-0001.png"]
    assert groups["person7_bacteria_1.png"] == groups["person7_virus_2.png"] == "person7"
    assert groups["person77_virus_3.png"] == "person77"
    assert groups["other.png"] == ""
