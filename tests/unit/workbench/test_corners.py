"""The lines in the corners, and what de-identified mode leaves of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from radviewer.core.image import ImageRef
from radviewer.core.study import Series, Study
from radviewer.workbench.corner_fields import DEFAULT_FIELDS, IDENTIFYING, CornerField
from radviewer.workbench.corners import corner_lines, load_corners, save_corners, shown_fields
from tests.ui.fakes import square_image

SERIES = Series("1", "Axial CANARYSERIES", "CT", (), 1, "HEAD")
STUDY = Study("1", "CANARY^Name", "CANARYID", "CANARYSTUDY", "20260102", (SERIES,))
IMAGE = replace(square_image(ImageRef(Path("/x"))), position=(1.0, 2.0, -30.25))
ALL = frozenset(CornerField)


def test_every_field_has_its_words() -> None:
    assert corner_lines(ALL, STUDY, SERIES, IMAGE) == (
        "CANARY, Name",
        "CANARYID",
        "2026-01-02",
        "CANARYSTUDY",
        "CT  HEAD",
        "96 x 64",
        "0.5 x 0.5 mm  PixelSpacing",
        "-30.2 mm",
    )
    assert corner_lines(DEFAULT_FIELDS, STUDY, SERIES, IMAGE) == ()


def test_de_identified_mode_leaves_nothing_that_identifies() -> None:
    fields = shown_fields(ALL, deidentified=True)
    assert fields == ALL - IDENTIFYING
    words = " ".join(corner_lines(fields, STUDY, SERIES, IMAGE))
    assert "CANARY" not in words and "2026" not in words and "CT  HEAD" in words


def test_what_is_unknown_has_no_line() -> None:
    bare = replace(IMAGE, spacing=None, position=None)
    assert corner_lines(ALL, None, None, bare) == ("96 x 64",)
    assert corner_lines(ALL, None, None, None) == ()


def test_the_choice_is_kept_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "config" / "corners.toml"
    assert load_corners(path) == (DEFAULT_FIELDS, False, "")
    wish = frozenset({CornerField.PATIENT, CornerField.ZOOM})
    save_corners(path, wish, deidentified=True)
    assert load_corners(path) == (wish, True, "")
    save_corners(path, frozenset(), deidentified=False)
    assert load_corners(path) == (frozenset(), False, "")


@pytest.mark.parametrize(
    "text", ["[[", "fields = 3\ndeidentified = false", "fields = ['moon']\ndeidentified = false", ""]
)
def test_a_damaged_choice_turns_de_identified_mode_on(tmp_path: Path, text: str) -> None:
    path = tmp_path / "corners.toml"
    path.write_text(text, encoding="utf-8")
    fields, deidentified, complaint = load_corners(path)
    assert (fields, deidentified) == (DEFAULT_FIELDS, True) and "corners.toml" in complaint
