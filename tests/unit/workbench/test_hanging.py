"""Hanging rules on synthetic catalogs: which rule fits, and what hangs where."""

from __future__ import annotations

from pathlib import Path

import pytest

from radviewer.core.errors import InputProblem
from radviewer.core.image import Window
from radviewer.core.planes import slice_plane
from radviewer.core.study import Catalog, Instance, Series, Study
from radviewer.workbench.hanging import Hanging, hang, plane_name, prior_of
from radviewer.workbench.hanging_file import FILE_NAME, Plane, built_in_rules, load_rules, parse_rules

AXES = {
    "axial": (1.0, 0.0, 0.0, 0.0, 1.0, 0.0),
    "coronal": (1.0, 0.0, 0.0, 0.0, 0.0, -1.0),
    "sagittal": (0.0, 1.0, 0.0, 0.0, 0.0, -1.0),
}


def stack(uid: str, plane: str, description: str = "", modality: str = "CT", part: str = "", count: int = 5) -> Series:
    instances = tuple(
        Instance(Path(f"/{uid}/{number}"), planes=(slice_plane((0.0, 0.0, number), AXES[plane], (1.0, 1.0), (8, 8)),))
        for number in range(count)
    )
    return Series(uid, description or uid, modality, instances, body_part=part)


def view(uid: str, position: str, side: str = "", modality: str = "MG", part: str = "BREAST") -> Series:
    return Series(
        uid, uid, modality, (Instance(Path(f"/{uid}"), view_position=position, laterality=side),), body_part=part
    )


def study(*series: Series, date: str = "20260201", patient: str = "P", uid: str = "") -> Study:
    return Study(uid or f"study.{date}", f"Name^{patient}", patient, "", date, series)


def hung(*studies: Study) -> Hanging | None:
    return hang(studies[0], Catalog(studies), built_in_rules())


def shown(found: Hanging | None) -> list[str | None]:
    assert found is not None
    return [None if place is None else place.series.uid for place in found.places]


def test_mammography_has_the_right_breast_on_the_left_whatever_the_order_of_series() -> None:
    found = hung(study(view("a", "MLO", "L"), view("b", "CC", "L"), view("c", "MLO", "R"), view("d", "CC", "R")))
    assert found is not None and (found.rule.rows, found.rule.columns) == (2, 2)
    assert shown(found) == ["d", "b", "c", "a"]


def test_four_views_in_one_series_are_placed_by_image() -> None:
    images = tuple(
        Instance(Path(f"/{side}{position}"), view_position=position, laterality=side)
        for side, position in (("L", "MLO"), ("R", "MLO"), ("L", "CC"), ("R", "CC"))
    )
    found = hung(study(Series("one", "Mammo", "MG", images, body_part="BREAST")))
    assert found is not None
    assert [place.image.path.name for place in found.places if place] == ["RCC", "LCC", "RMLO", "LMLO"]


def test_one_breast_hangs_beside_the_study_before() -> None:
    now = study(view("cc", "CC", "R"), view("mlo", "MLO", "R"))
    before = study(view("old-cc", "CC", "R"), view("old-mlo", "MLO", "R"), date="20240101")
    assert shown(hung(now, before)) == ["cc", "old-cc", "mlo", "old-mlo"]


def test_both_hips_hang_with_the_right_one_on_the_left() -> None:
    found = hung(study(view("left", "AP", "L", "DX", "HIP"), view("right", "AP", "R", "DX", "HIP")))
    assert shown(found) == ["right", "left"]


def test_a_chest_hangs_frontal_lateral_and_the_one_before() -> None:
    now = study(view("lat", "LL", "", "DX", "CHEST"), view("pa", "PA", "", "DX", "CHEST"))
    assert shown(hung(now)) == ["pa", "lat"]
    before = study(view("old", "AP", "", "CR", "CHEST"), date="20250101")
    assert shown(hung(now)) == ["pa", "lat"]
    # Another modality than the study's is no prior: a CR of the chest may be, a hand never.
    same = study(view("older", "PA", "", "DX", "CHEST"), date="20250101")
    assert shown(hung(now, before, same)) == ["pa", "lat", "older"]


def test_ct_hangs_in_three_planes_by_geometry_not_by_name() -> None:
    found = hung(study(stack("x", "sagittal", "Axial"), stack("y", "axial", "Sagittal"), stack("z", "coronal")))
    assert shown(found) == ["y", "z", "x"]
    assert found is not None and found.places[0] is not None
    assert found.places[0].image.path.name == "2"  # the middle one


def test_localizers_are_not_hung_as_planes() -> None:
    scouts = stack("s", "coronal", count=1), stack("t", "sagittal", count=1)
    assert hung(study(stack("x", "axial"), *scouts)) is None


def test_a_chest_ct_shows_one_series_in_two_windows() -> None:
    found = hung(study(stack("x", "axial", part="CHEST")))
    assert shown(found) == ["x", "x"]
    assert found is not None
    assert [place.window for place in found.places if place] == [
        Window(80, 400, name="Mediastinum"),
        Window(-500, 1500, name="Lung"),
    ]


def test_mr_sequences_are_told_apart_by_their_descriptions() -> None:
    found = hung(
        study(
            stack("a", "axial", "Ax T2 FLAIR", "MR", "BRAIN"),
            stack("b", "axial", "Ax T2 FSE", "MR", "BRAIN"),
            stack("c", "axial", "Sag T1 MPRAGE", "MR", "BRAIN"),
        )
    )
    assert shown(found) == ["c", "b", "a", None]


def test_a_study_that_no_rule_fits_stays_as_it_is() -> None:
    assert hung(study(stack("x", "axial"))) is None
    assert hung(study(Series("n", "no images", "CT", (Instance(Path("/n"), frames=0),)))) is None


def test_the_prior_is_the_latest_earlier_study_of_the_same_patient() -> None:
    now = study(stack("x", "axial"), uid="now")
    old = study(stack("x", "axial"), date="20200101")
    newer = study(stack("x", "axial"), date="20251231")
    later = study(stack("x", "axial"), date="20270101")
    stranger = study(stack("x", "axial"), date="20260101", patient="Q")
    other_kind = study(stack("x", "axial", modality="US"), date="20260131")
    assert prior_of(now, Catalog((now, old, newer, later, stranger, other_kind))) is newer
    nameless = study(stack("x", "axial"), patient="", uid="nameless")
    assert prior_of(nameless, Catalog((nameless, study(stack("x", "axial"), date="20200101", patient="")))) is None


def test_an_oblique_slice_has_no_name() -> None:
    half = 0.5**0.5
    tilted = slice_plane((0, 0, 0), (1.0, 0.0, 0.0, 0.0, half, half), (1.0, 1.0), (8, 8))
    assert plane_name(tilted) is None and plane_name(None) is None
    little = slice_plane((0, 0, 0), (1.0, 0.0, 0.0, 0.0, 0.94, 0.3412), (1.0, 1.0), (8, 8))
    assert plane_name(little) is Plane.AXIAL


GOOD = """
[[rule]]
name = "Mine"
modality = ["CT"]
rows = 1
columns = 2
cells = [{ plane = "axial", window = "Lung" }, { plane = "axial", nth = 2, optional = true, window = "400/40" }]
"""


def test_ones_own_rules_come_first(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(GOOD)
    rules, complaint = load_rules(tmp_path / FILE_NAME)
    assert complaint == "" and rules[0].name == "Mine" and rules[1:] == built_in_rules()
    found = hang(study(stack("a", "axial"), stack("b", "axial")), Catalog(), rules)
    assert shown(found) == ["a", "b"]
    assert found is not None and found.places[1] is not None and found.places[1].window == Window(40, 400)


def test_a_file_that_does_not_fit_is_told_and_the_programs_rules_stay(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(GOOD.replace("rows", "rowz"))
    rules, complaint = load_rules(tmp_path / FILE_NAME)
    assert rules == built_in_rules()
    assert "rowz" in complaint and FILE_NAME in complaint


@pytest.mark.parametrize(
    ("wrong", "right", "words"),
    [
        ("columns = 4", "columns = 2", "1 x 4"),
        ('plane = "axiall"', 'plane = "axial"', "axial"),
        ('window = "Lungs"', 'window = "Lung"', "Lung"),
        ('laterality = "left"', 'plane = "axial"', '"R" or "L"'),
        ("nth = 0", "nth = 2", "1"),
        ('description = "("', 'plane = "axial"', "pattern"),
        ("rows = true", "rows = 1", "whole number"),
        ('[{ optional = true, plane = "axial", window', '[{ plane = "axial", window', "every study"),
        ("columns = 1", "columns = 2", "2 cells"),
    ],
)
def test_errors_say_where_and_what(wrong: str, right: str, words: str) -> None:
    text = GOOD.replace(right, wrong)
    assert text != GOOD
    with pytest.raises(InputProblem) as caught:
        parse_rules(text, "mine.toml")
    told = f"{caught.value.message} {caught.value.hint}"
    assert words in told and "mine.toml" in told


def test_the_rule_of_the_user_guide_is_one() -> None:
    guide = (Path(__file__).resolve().parents[3] / "docs" / "user-guide.md").read_text(encoding="utf-8")
    lines = [line[4:] for line in guide.splitlines() if line.startswith("    ")]
    start = lines.index("[[rule]]")
    (rule,) = parse_rules("\n".join(lines[start : lines.index("]", start) + 1]), "user-guide.md")
    now = study(stack("x", "axial"), uid="now")
    before = study(stack("old", "axial"), date="20250101")
    assert shown(hang(now, Catalog((now, before)), (rule,))) == ["x", "x", "old"]
