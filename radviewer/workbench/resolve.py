"""From wishes and facts to the scene: one pure function, so that what is shown can be tested without a window.

A result that belongs to another image or another model than the one on the screen is not shown, whatever the order
in which things arrive.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from radviewer.core.explanation import METHOD_NAMES, Explanation, Method
from radviewer.core.labels import Label
from radviewer.core.overlay import OverlayStyle, scale_top, threshold_share
from radviewer.core.prediction import GateVerdict, Prediction
from radviewer.workbench.cells import Cell, CellFacts, first_cells
from radviewer.workbench.corner_fields import CornerField
from radviewer.workbench.corners import corner_lines, shown_fields
from radviewer.workbench.linking import cursor_in, line_in, links_of
from radviewer.workbench.orientation import EdgeLabels, edge_labels
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.requests import AssistResult
from radviewer.workbench.scene import BoardScene, OverlayChoices, OverlayScene, PaneScene, Scene
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
    seat = _seat(state, facts, state.active)
    result, label, problem = seat.result, seat.label, facts.problem
    starts = first_cells(state.boards)
    main, *further = (_board(state, facts, number, start) for number, start in enumerate(starts))
    shown = _map(result, state.overlay.method, label, state.overlay.layer)
    choices = OverlayChoices(
        state.overlay.visible,
        state.overlay.method,
        tuple(score.label for score in result.prediction.scores) if result else (),
        label.key if label else None,
        state.overlay.label_key is None,
        state.overlay.style,
        shown,
        caution(shown, result.prediction if result else None),
        state.overlay.layer,
    )
    prediction = result.prediction if result else None
    return Scene(
        main.panes,
        prediction,
        choices,
        problem,
        state.image is not None and not seat.arrived and problem is None,
        main.rows,
        main.columns,
        tuple(further),
    )


def caution(explanation: Explanation | None, prediction: Prediction | None) -> str:
    """What a reader has to know before believing a map; empty if nothing."""
    if explanation is None or prediction is None:
        return ""
    if prediction.gate.verdict is not GateVerdict.IN_DOMAIN:
        return "The input gate does not vouch for this image"
    if explanation.below_operating_point:
        return f"{explanation.label.name} is below its operating point"
    return ""


def _fitting_result(cell: Cell, model_id: str | None, facts: CellFacts) -> AssistResult | None:
    result = facts.result
    if result is None or result.request.image != cell.image or result.request.model_id != model_id:
        return None
    return result


def _chosen_label(state: DisplayState, result: AssistResult | None) -> Label | None:
    if result is None or not result.prediction.scores:
        return None
    for score in result.prediction.scores:
        if score.label.key == state.overlay.label_key:
            return score.label
    return result.prediction.top.label


def _map(result: AssistResult | None, method: Method, label: Label | None, layer: str | None) -> Explanation | None:
    if result is None or label is None:
        return None
    found = result.explanation(method, label.key, layer)
    return found if found is not None and found.image == result.request.image else None


def _board(state: DisplayState, facts: Facts, number: int, start: int) -> BoardScene:
    """The panes of one window: the maps of its active cell, the cell that fills it, or all of its cells."""
    board = state.boards[number]
    cells = range(start, start + board.count)
    if state.layout is Layout.LINKED and state.active in cells:
        seat = _seat(state, facts, state.active)
        original = _pane(state, facts, replace(seat, result=None, label=None), None, titled=True)
        maps = (_pane(state, facts, seat, method, titled=True) for method in shown_methods(state))
        panes = (original, *maps)
        return BoardScene(1, len(panes), panes)
    filling = [cell for cell in cells if cell in state.maximised]
    shown = filling or list(cells)
    panes = tuple(
        _pane(
            state,
            facts,
            _seat(state, facts, cell),
            state.overlay.method,
            titled=False,
            marked=len(shown) > 1 or len(state.boards) > 1,
        )
        for cell in shown
    )
    return BoardScene(1, 1, panes) if filling else BoardScene(board.rows, board.columns, panes)


@dataclass(frozen=True, slots=True, eq=False)
class _Seat:
    """One cell with what may be shown in it: no picture of a frame with a problem, no scores of another frame."""

    number: int
    cell: Cell
    facts: CellFacts
    prepared: PreparedImage | None
    arrived: bool
    result: AssistResult | None
    label: Label | None


def _seat(state: DisplayState, facts: Facts, number: int) -> _Seat:
    cell, known = state.cells[number], facts.cells[number] if number < len(facts.cells) else CellFacts()
    prepared = None if known.problem is not None or cell.image is None else known.prepared
    arrived = prepared is not None and prepared.ref == cell.image
    result = _fitting_result(cell, state.model_id, known) if arrived else None
    return _Seat(number, cell, known, prepared, arrived, result, _chosen_label(state, result))


def _pane(
    state: DisplayState, facts: Facts, seat: _Seat, method: Method | None, *, titled: bool, marked: bool = False
) -> PaneScene:
    result, label, prepared = seat.result, seat.label, seat.prepared
    shown = _map(result, method, label, state.overlay.layer) if method is not None else None
    drawn = shown if state.overlay_shown else None
    image = prepared.image if prepared else None
    looks = seat.cell.appearance
    known = seat.number < len(facts.cells)
    corners = shown_fields(state.corners, deidentified=state.deidentified)
    series_title = seat.facts.series_title if CornerField.SERIES in corners else ""
    cursor, away = cursor_in(state, facts, seat.number) if known else (None, 0.0)
    return PaneScene(
        title=_title(method, label, drawn, state.overlay.style, titled=titled) or series_title,
        caution=caution(drawn, result.prediction if result else None),
        prepared=prepared,
        voi=None if prepared is None or prepared.image.is_color else looks.voi or prepared.default,
        invert=looks.invert,
        orientation=looks.orientation,
        edges=edge_labels(image, looks.orientation) if image else EdgeLabels(),
        viewport=looks.viewport,
        overlay=OverlayScene(drawn, state.overlay.style) if drawn else None,
        cursor=cursor,
        annotations=state.annotations,
        index=seat.facts.index,
        count=seat.facts.count,
        message=_message(seat),
        cell=seat.number,
        active=marked and seat.number == state.active,
        away=away,
        line=line_in(state, facts, seat.number) if known and prepared is not None else None,
        links=links_of(state, facts, seat.number) if known else (),
        rate=seat.cell.rate if seat.cell.playing else None,
        color_map=looks.color_map,
        lines=corner_lines(corners, seat.facts.study, seat.facts.series, image),
        corners=corners,
    )


def _message(seat: _Seat) -> str:
    if seat.cell.image is None:
        return "Drag a series here"
    return "This image cannot be shown" if seat.facts.problem is not None else ""


def _title(
    method: Method | None, label: Label | None, drawn: Explanation | None, style: OverlayStyle, *, titled: bool
) -> str:
    if method is None:
        return "Original" if titled else ""
    if drawn is not None and label is not None:
        least = threshold_share(drawn, style) * scale_top(drawn, style.scale)
        blank = "" if float(drawn.values.max()) >= least else "  (nothing above the threshold)"
        layer = f" at {drawn.layer}" if drawn.layer else ""
        return f"{METHOD_NAMES[method]}{layer}: {label.name}{blank}"
    return METHOD_NAMES[method] if titled else ""
