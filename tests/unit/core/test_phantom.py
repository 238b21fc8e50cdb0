"""The generated phantoms are the same on every machine and hold what they claim."""

from __future__ import annotations

import numpy as np

from radviewer.core.phantom import brain_mr, chest_radiograph


def test_the_same_phantom_is_drawn_every_time() -> None:
    np.testing.assert_array_equal(brain_mr(64, 5), brain_mr(64, 5))


def test_the_brain_phantom_has_a_bright_ring_where_its_lesion_is() -> None:
    stack = brain_mr(128, 20)
    middle = stack[12].astype(int)
    lesion = middle[40:62, 70:92].max()
    mirrored = middle[40:62, 36:58].max()
    assert lesion > mirrored + 300


def test_the_chest_phantom_has_dark_lungs_between_a_bright_spine_and_border() -> None:
    chest = chest_radiograph(256).astype(int)
    assert chest[110:140, 60:95].mean() < 0.7 * chest[110:140, 120:136].mean()
