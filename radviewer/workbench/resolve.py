"""From wishes and facts to the scene: one pure function, so that what is shown can be tested without a window.

A result that belongs to another image or another model than the one on the screen is not shown, whatever the order
in which things arrive.
"""

from __future__ import annotations

from radviewer.core.explanation import METHOD_NAMES, Explanation, Method
from radviewer.core.labels import Label
from radviewer.core.overlay import OverlayStyle, scale_top, scale_used
from radviewer.core.prediction import GateVerdict, Prediction
from radviewer.workbench.orientation import EdgeLabels, edge_labels
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.requests import AssistResult
from radviewer.workbench.scene import OverlayChoices, OverlayScene, PaneScene, Scene
from radviewer.workbench.state import DisplayState, Facts, Layout


def shown_methods(state: DisplayState) -> tuple[Method, ...]:
    """The methods whose maps are on the screen.

    One pane shows the chosen one; linked panes show Grad-CAM and beside it the chosen one, by default saliency.
    """
    chosen = state.overlay.method
    if state.layout is Layout.ONE:
        return (chosen,)
    return (Method.GRADCAM, Method.SALIENCY if chosen is Method.GRADCAM else chosen)


def resolve(state: DisplayState, facts: Facts) -> Scene:
    """The scene of a state.

    Args:
        state: What the user wants.
        facts: What there is.

    Returns:
        The scene. While the wished image is on its way the one before stays on the screen, without maps and scores
        (they would be read as those of the new image).
    """
    prepared = facts.prepared
    arrived = prepared is not None and prepared.ref == state.image
    problem = facts.problem
    if problem is not None:
        prepared, arrived = None, False
    result = _fitting_result(state, facts) if arrived else None
    label = _chosen_label(state, result)
    panes = _panes(state, facts, prepared, result, label)
    shown = _map(result, state.overlay.method, label)
    choices = OverlayChoices(
        state.overlay.visible,
        state.overlay.method,
        tuple(score.label for score in result.prediction.scores) if result else (),
        label.key if label else None,
        state.overlay.label_key is None,
        state.overlay.style,
        shown,
        caution(shown, result.prediction if result else None),
    )
    prediction = result.prediction if result else None
    return Scene(panes, prediction, choices, problem, state.image is not None and not arrived and problem is None)


def caution(explanation: Explanation | None, prediction: Prediction | None) -> str:
    """What a reader has to know before believing a map; empty if nothing."""
    if explanation is None or prediction is None:
        return ""
    if prediction.gate.verdict is not GateVerdict.IN_DOMAIN:
        return "The input gate does not vouch for this image"
    if explanation.below_operating_point:
        return f"{explanation.label.name} is below its operating point"
    return ""


def _fitting_result(state: DisplayState, facts: Facts) -> AssistResult | None:
    result = facts.result
    if result is None or result.request.image != state.image or result.request.model_id != state.model_id:
        return None
    return result


def _chosen_label(state: DisplayState, result: AssistResult | None) -> Label | None:
    if result is None or not result.prediction.scores:
        return None
    for score in result.prediction.scores:
        if score.label.key == state.overlay.label_key:
            return score.label
    return result.prediction.top.label


def _map(result: AssistResult | None, method: Method, label: Label | None) -> Explanation | None:
    if result is None or label is None:
        return None
    found = result.explanation(method, label.key)
    return found if found is not None and found.image == result.request.image else None


def _panes(
    state: DisplayState,
    facts: Facts,
    prepared: PreparedImage | None,
    result: AssistResult | None,
    label: Label | None,
) -> tuple[PaneScene, ...]:
    if state.layout is Layout.ONE:
        return (_pane(state, facts, prepared, result, label, state.overlay.method, titled=False),)
    original = _pane(state, facts, prepared, None, None, None, titled=True)
    linked = (_pane(state, facts, prepared, result, label, method, titled=True) for method in shown_methods(state))
    return (original, *linked)


def _pane(
    state: DisplayState,
    facts: Facts,
    prepared: PreparedImage | None,
    result: AssistResult | None,
    label: Label | None,
    method: Method | None,
    *,
    titled: bool,
) -> PaneScene:
    shown = _map(result, method, label) if method is not None else None
    drawn = shown if state.overlay_shown else None
    image = prepared.image if prepared else None
    looks = state.appearance
    return PaneScene(
        title=_title(method, label, drawn, state.overlay.style, titled=titled) or facts.series_title,
        caution=caution(drawn, result.prediction if result else None),
        prepared=prepared,
        voi=None if prepared is None or prepared.image.is_color else looks.voi or prepared.default,
        invert=looks.invert,
        orientation=looks.orientation,
        edges=edge_labels(image, looks.orientation) if image else EdgeLabels(),
        viewport=looks.viewport,
        overlay=OverlayScene(drawn, state.overlay.style) if drawn else None,
        cursor=state.cursor,
        annotations=state.annotations,
        index=facts.index,
        count=facts.count,
        message="This image cannot be shown" if facts.problem is not None else "",
    )


def _title(
    method: Method | None, label: Label | None, drawn: Explanation | None, style: OverlayStyle, *, titled: bool
) -> str:
    if method is None:
        return "Original" if titled else ""
    if drawn is not None and label is not None:
        top = scale_top(drawn, scale_used(drawn, style.scale))
        blank = "" if float(drawn.values.max()) >= style.threshold * top else "  (nothing above the threshold)"
        return f"{METHOD_NAMES[method]}: {label.name}{blank}"
    return METHOD_NAMES[method] if titled else ""
