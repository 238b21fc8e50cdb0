"""From wishes and facts to the scene; which differences cost which work."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from radviewer.core.colormaps import ColorMap
from radviewer.core.errors import Problem
from radviewer.core.explanation import Method
from radviewer.core.image import ImageRef, Window
from radviewer.core.overlay import OverlayStyle, ScaleMode
from radviewer.core.prediction import GateResult, GateVerdict
from radviewer.workbench.merging import merged, missing_methods
from radviewer.workbench.orientation import EdgeLabels, Orientation
from radviewer.workbench.prepared import prepare
from radviewer.workbench.requests import AssistRequest
from radviewer.workbench.resolve import resolve
from radviewer.workbench.scene import Work, diff
from radviewer.workbench.state import Appearance, DisplayState, Facts, Layout, OverlayWish
from radviewer.workbench.viewing import Viewport, ZoomMode
from tests.ui.fakes import make_result, square_image

ONE, TWO = ImageRef(Path("/one.dcm")), ImageRef(Path("/two.dcm"))
STATE = DisplayState(image=ONE, model_id="brain-mri")
FACTS = Facts(prepared=prepare(square_image(ONE)), result=make_result(AssistRequest(ONE, "brain-mri")), count=3)


def test_the_top_label_is_explained_until_another_is_wished_for() -> None:
    assert resolve(STATE, FACTS).panes[0].title == "Grad-CAM: Glioma"
    wish = replace(STATE, overlay=OverlayWish(label_key="meningioma"))
    scene = resolve(wish, FACTS)
    assert scene.panes[0].title == "Grad-CAM: Meningioma"
    assert scene.panes[0].caution == "Meningioma is below its operating point"
    assert scene.overlay.label_key == "meningioma" and not scene.overlay.follows_top


def test_a_label_that_this_model_does_not_know_falls_back_to_the_top() -> None:
    assert resolve(replace(STATE, overlay=OverlayWish(label_key="fracture")), FACTS).overlay.label_key == "glioma"


@pytest.mark.parametrize(
    "request_",
    [AssistRequest(TWO, "brain-mri"), AssistRequest(ONE, "other"), AssistRequest(ImageRef(ONE.path, 1), "brain-mri")],
)
def test_a_result_of_another_image_frame_or_model_is_not_shown(request_: AssistRequest) -> None:
    scene = resolve(STATE, replace(FACTS, result=make_result(request_)))
    assert scene.prediction is None and scene.panes[0].overlay is None and scene.overlay.labels == ()


def test_while_the_next_image_is_decoded_the_old_one_stays_without_its_scores() -> None:
    scene = resolve(replace(STATE, image=TWO), FACTS)
    assert scene.loading
    assert scene.panes[0].prepared is FACTS.prepared
    assert scene.prediction is None and scene.panes[0].overlay is None


def test_an_image_that_cannot_be_shown_leaves_an_empty_pane_and_its_problem() -> None:
    problem = Problem("unreadable", "one.dcm: the file is damaged.")
    scene = resolve(STATE, replace(FACTS, problem=problem))
    assert scene.problem is problem and scene.panes[0].prepared is None and scene.prediction is None


def test_peeking_hides_what_is_shown_and_shows_what_is_hidden() -> None:
    hidden = replace(STATE, overlay=OverlayWish(visible=False))
    assert resolve(replace(STATE, peek=True), FACTS).panes[0].overlay is None
    assert resolve(hidden, FACTS).panes[0].overlay is None
    assert resolve(replace(hidden, peek=True), FACTS).panes[0].overlay is not None


def test_linked_panes_show_original_gradcam_and_saliency_alike() -> None:
    looks = Appearance(Window(10, 20), True, Orientation(1), Viewport(ZoomMode.FREE, 2.0, (3, 4)))
    panes = resolve(replace(STATE, layout=Layout.LINKED, appearance=looks, cursor=(5, 6)), FACTS).panes
    assert [pane.title for pane in panes] == ["Original", "Grad-CAM: Glioma", "Saliency: Glioma"]
    assert panes[0].overlay is None
    for pane in panes:
        assert (pane.voi, pane.invert, pane.orientation, pane.viewport, pane.cursor) == (
            looks.voi,
            True,
            looks.orientation,
            looks.viewport,
            (5, 6),
        )
    assert panes[1].overlay is not None and panes[1].overlay.explanation.method is Method.GRADCAM
    assert panes[2].overlay is not None and panes[2].overlay.explanation.method is Method.SALIENCY


def test_a_chosen_method_takes_the_third_linked_pane() -> None:
    wish = replace(STATE, layout=Layout.LINKED, overlay=OverlayWish(method=Method.LAYERCAM))
    assert [pane.title for pane in resolve(wish, FACTS).panes] == ["Original", "Grad-CAM: Glioma", "LayerCAM"]


def test_a_map_that_stays_below_the_threshold_says_that_nothing_is_drawn() -> None:
    result = make_result(AssistRequest(ONE, "brain-mri"))
    faint = tuple(replace(item, values=item.values * 0.2) for item in result.explanations)
    facts = replace(FACTS, result=replace(result, explanations=faint))
    assert resolve(STATE, facts).panes[0].title == "Grad-CAM: Glioma  (nothing above the threshold)"
    own = replace(STATE, overlay=OverlayWish(style=OverlayStyle(scale=ScaleMode.IMAGE_MAXIMUM)))
    assert resolve(own, facts).panes[0].title == "Grad-CAM: Glioma"


def test_an_image_that_the_gate_flags_has_its_map_under_a_caution() -> None:
    gate = GateResult(GateVerdict.FLAGGED, ("A colour photograph.",))
    flagged = make_result(AssistRequest(ONE, "brain-mri"), gate=gate)
    assert "gate" in resolve(STATE, replace(FACTS, result=flagged)).panes[0].caution


def test_without_a_wish_each_image_has_its_own_window() -> None:
    assert resolve(STATE, FACTS).panes[0].voi == Window(176, 400, name="own")


def test_letters_come_from_the_image_and_its_orientation() -> None:
    assert resolve(STATE, FACTS).panes[0].edges == EdgeLabels("R", "L", "A", "P")


@pytest.mark.parametrize(
    ("change", "work"),
    [
        ({"cursor": (1.0, 2.0)}, Work.CURSOR),
        ({"annotations": False}, Work.TEXT),
        ({"appearance": Appearance(voi=Window(1, 2))}, Work.WINDOW | Work.TEXT),
        ({"appearance": Appearance(viewport=Viewport(ZoomMode.DEVICE))}, Work.GEOMETRY | Work.TEXT),
        ({"appearance": Appearance(orientation=Orientation(1))}, Work.GEOMETRY | Work.TEXT),
        ({"overlay": OverlayWish(style=OverlayStyle(opacity=0.8))}, Work.OPACITY),
        ({"overlay": OverlayWish(style=OverlayStyle(color_map=ColorMap.VIRIDIS))}, Work.MAP | Work.OPACITY),
        ({"overlay": OverlayWish(style=OverlayStyle(threshold=0.4))}, Work.MAP | Work.OPACITY),
        ({"overlay": OverlayWish(visible=False)}, Work.MAP | Work.OPACITY | Work.TEXT),
        ({}, Work.NOTHING),
    ],
)
def test_a_change_costs_only_the_work_it_needs(change: dict[str, object], work: Work) -> None:
    old = resolve(STATE, FACTS).panes[0]
    new = resolve(replace(STATE, **change), FACTS).panes[0]  # type: ignore[arg-type]
    assert diff(old, new) == work


def test_another_label_costs_a_new_map() -> None:
    old = resolve(STATE, FACTS).panes[0]
    new = resolve(replace(STATE, overlay=OverlayWish(label_key="notumor")), FACTS).panes[0]
    assert Work.MAP in diff(old, new) and Work.WINDOW not in diff(old, new)


def test_later_maps_are_put_beside_earlier_ones() -> None:
    first = make_result(AssistRequest(ONE, "brain-mri"))
    later = make_result(AssistRequest(ONE, "brain-mri", methods=(Method.SALIENCY,), labels=("notumor",)))
    assert missing_methods(first, (Method.GRADCAM, Method.SALIENCY), "notumor") == (Method.SALIENCY,)
    both = merged(first, later)
    assert missing_methods(both, (Method.GRADCAM, Method.SALIENCY), "notumor") == ()
    assert both.explanation(Method.GRADCAM, "glioma") is first.explanation(Method.GRADCAM, "glioma")


def test_maps_of_another_image_or_version_are_never_merged() -> None:
    first = make_result(AssistRequest(ONE, "brain-mri"))
    other = make_result(AssistRequest(TWO, "brain-mri", methods=()))
    newer = make_result(AssistRequest(ONE, "brain-mri", methods=()), version="1.3.0")
    assert merged(first, other).explanations == () and merged(first, newer).explanations == ()
