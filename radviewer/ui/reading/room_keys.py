"""The keys of the reading room that belong to no question."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from radviewer.ui.reading.case_board import CaseBoard
from radviewer.ui.reading.case_pane import CasePane

if TYPE_CHECKING:
    from radviewer.ui.reading.room import ReadingRoom

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Stroke = tuple[Qt.Key, Qt.KeyboardModifier]
_NONE, _SHIFT, _CTRL, _ALT = (
    Modifier.NoModifier, Modifier.ShiftModifier, Modifier.ControlModifier, Modifier.AltModifier
)  # fmt: skip
_HUGE = 1 << 30
_PAN, _DRAG, _ZOOM = 40.0, 12.0, 1.2
_DIGITS = (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_6, Key.Key_7, Key.Key_8)


def make_keys(room: ReadingRoom) -> dict[Stroke, Callable[[], object]]:
    """What each key does, by key and modifier (of the keypad there is no distinction)."""
    return {**image_keys(room.board), **_case_keys(room)}


def _case_keys(room: ReadingRoom) -> dict[Stroke, Callable[[], object]]:
    flow, sitting = room.flow, room.sitting
    return {
        (Key.Key_Return, _NONE): sitting.go,
        (Key.Key_Enter, _NONE): sitting.go,
        (Key.Key_Return, _CTRL): sitting.go,
        (Key.Key_Enter, _CTRL): sitting.go,
        (Key.Key_P, _NONE): sitting.pause,
        (Key.Key_F1, _NONE): sitting.show_keys,
        (Key.Key_A, _NONE): flow.ask_ai,
        (Key.Key_G, _NONE): flow.toggle_overlay,
        (Key.Key_C, _NONE): flow.switch_draw,
        (Key.Key_BracketLeft, _NONE): partial(flow.step_opacity, -1),
        (Key.Key_BracketRight, _NONE): partial(flow.step_opacity, 1),
        (Key.Key_K, _NONE): room.board.mark_at_cursor,
        (Key.Key_Y, _NONE): partial(room.say_yes, True),
        (Key.Key_N, _NONE): partial(room.say_yes, False),
        (Key.Key_Escape, _NONE): room.panel.questions.focus_first,
        (Key.Key_F11, _NONE): room.toggle_full_screen,
        (Key.Key_M, _NONE): room.toggle_magnifier,
    }


def image_keys(board: CaseBoard) -> dict[Stroke, Callable[[], object]]:
    """The keys that move, zoom and window the images of a board."""

    def on(do: Callable[[CasePane], object]) -> Callable[[], object]:
        return lambda: do(board.active)

    def scroll(steps: int) -> Callable[[], object]:
        return on(lambda pane: pane.scroll(steps))

    def zoom(factor: float) -> Callable[[], object]:
        return on(lambda pane: pane.zoom(factor))

    keys: dict[Stroke, Callable[[], object]] = {
        (Key.Key_Up, _NONE): scroll(-1),
        (Key.Key_Down, _NONE): scroll(1),
        (Key.Key_Up, _SHIFT): scroll(-10),
        (Key.Key_Down, _SHIFT): scroll(10),
        (Key.Key_PageUp, _NONE): scroll(-10),
        (Key.Key_PageDown, _NONE): scroll(10),
        (Key.Key_Home, _NONE): scroll(-_HUGE),
        (Key.Key_End, _NONE): scroll(_HUGE),
        (Key.Key_Equal, _NONE): on(CasePane.fit),
        (Key.Key_O, _NONE): on(CasePane.one_to_one),
        (Key.Key_Plus, _NONE): zoom(_ZOOM),
        (Key.Key_Plus, _SHIFT): zoom(_ZOOM),
        (Key.Key_Minus, _NONE): zoom(1 / _ZOOM),
        (Key.Key_I, _NONE): on(CasePane.invert),
        (Key.Key_R, _NONE): on(CasePane.reset),
        (Key.Key_T, _NONE): on(CasePane.toggle_annotations),
        (Key.Key_0, _CTRL): on(CasePane.auto_window),
        (Key.Key_Tab, _CTRL): board.next_pane,
    }
    for number, key in enumerate(_DIGITS, 1):
        keys[key, _CTRL] = partial(board.preset, number)
    for key, dx, dy in ((Key.Key_Left, -1, 0), (Key.Key_Right, 1, 0), (Key.Key_Up, 0, -1), (Key.Key_Down, 0, 1)):
        keys[key, _CTRL] = on(partial(CasePane.pan, dx=dx * _PAN, dy=dy * _PAN))
        keys[key, _ALT] = on(partial(CasePane.drag_window, dx=dx * _DRAG, dy=dy * _DRAG))
    return keys
