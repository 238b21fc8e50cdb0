"""Rotation and mirror, and the letters that follow them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from radviewer.core.image import Image, ImageRef
from radviewer.workbench.orientation import EdgeLabels, Orientation, edge_labels, opposite

orientations = st.builds(Orientation, st.integers(0, 3), st.booleans())
AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


def image(**changes: object) -> Image:
    return Image(np.zeros((4, 6), np.uint16), ImageRef(Path("x.dcm")), **changes)  # type: ignore[arg-type]


def shown(orientation: Orientation, picture: np.ndarray) -> np.ndarray:
    """What numpy makes of the same mirror and turns."""
    return np.rot90(picture[:, ::-1] if orientation.mirrored else picture, -orientation.quarter_turns)


@pytest.mark.parametrize("start", [Orientation(k, m) for k in range(4) for m in (False, True)])
def test_turning_and_flipping_do_on_the_screen_what_they_say(start: Orientation) -> None:
    picture = np.arange(24).reshape(4, 6)
    before = shown(start, picture)
    assert (shown(start.rotated(1), picture) == np.rot90(before, -1)).all()
    assert (shown(start.rotated(-1), picture) == np.rot90(before, 1)).all()
    assert (shown(start.flipped_horizontally(), picture) == before[:, ::-1]).all()
    assert (shown(start.flipped_vertically(), picture) == before[::-1]).all()


@given(orientations)
def test_a_screen_direction_taken_to_the_image_and_back_is_itself(orientation: Orientation) -> None:
    a, b, c, d = orientation.matrix()
    for x, y in ((1.0, 0.0), (0.0, 1.0)):
        image_x, image_y = orientation.to_image(x, y)
        assert (a * image_x + b * image_y, c * image_x + d * image_y) == (x, y)


@given(orientations)
def test_flipping_twice_and_turning_four_times_change_nothing(orientation: Orientation) -> None:
    assert orientation.flipped_horizontally().flipped_horizontally() == orientation
    assert orientation.flipped_vertically().flipped_vertically() == orientation
    assert orientation.rotated(4) == orientation


def test_an_axial_slice_has_the_patients_right_at_the_left() -> None:
    assert edge_labels(image(orientation=AXIAL), Orientation()) == EdgeLabels("R", "L", "A", "P")


def test_letters_follow_a_turn_to_the_right() -> None:
    assert edge_labels(image(orientation=AXIAL), Orientation(1)) == EdgeLabels("P", "A", "R", "L")


def test_letters_follow_a_mirror() -> None:
    assert edge_labels(image(orientation=AXIAL), Orientation(0, True)) == EdgeLabels("L", "R", "A", "P")
    assert edge_labels(image(orientation=AXIAL), Orientation().flipped_vertically()) == EdgeLabels("R", "L", "P", "A")


def test_a_coronal_slice_has_head_and_feet() -> None:
    coronal = (1.0, 0.0, 0.0, 0.0, 0.0, -1.0)
    assert edge_labels(image(orientation=coronal), Orientation()) == EdgeLabels("R", "L", "H", "F")


def test_an_oblique_slice_names_the_second_direction() -> None:
    oblique = (0.9, 0.436, 0.0, 0.0, 0.0, -1.0)
    assert edge_labels(image(orientation=oblique), Orientation()).right == "LP"


def test_a_radiograph_uses_patient_orientation() -> None:
    assert edge_labels(image(patient_orientation=("L", "F")), Orientation()) == EdgeLabels("R", "L", "H", "F")
    assert edge_labels(image(patient_orientation=("L", "F")), Orientation(1)) == EdgeLabels("F", "H", "R", "L")


def test_compound_words_are_turned_round_letter_by_letter() -> None:
    assert opposite("LPH") == "RAF"


def test_nothing_is_claimed_where_the_orientation_is_unknown() -> None:
    assert edge_labels(image(), Orientation()) == EdgeLabels()
