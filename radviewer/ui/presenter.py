"""Brings the scene to the widgets: resolves after every change and touches only what differs."""

from __future__ import annotations

from PySide6.QtCore import QObject

from radviewer.core.image import Window
from radviewer.ui.i18n import tr
from radviewer.ui.viewer_state import ViewerState
from radviewer.ui.window_parts import Parts
from radviewer.workbench.actions import ACTIONS, Menu, action
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.presets import PRESET_KEYS, window_choices
from radviewer.workbench.readout import number
from radviewer.workbench.resolve import resolve
from radviewer.workbench.scene import PaneScene, Scene
from radviewer.workbench.state import DisplayState, Facts, Layout

_FROM_NOWHERE = frozenset({"series.next", "series.previous"})  # they fill an empty pane
_NEED_IMAGE = _FROM_NOWHERE ^ frozenset(
    item.id
    for item in ACTIONS
    if item.menu in (Menu.IMAGE, Menu.WINDOW) or (item.menu is Menu.VIEW and item.group < 2) or item.id == "ai.predict"
)


class Presenter(QObject):
    """Keeps the widgets in step with the state.

    Args:
        parts: The widgets.
        state: The wishes and facts.
    """

    def __init__(self, parts: Parts, state: ViewerState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._holder = parts, state
        self._prepared: PreparedImage | None = None
        self._choices: tuple[Window, ...] | None = None
        self.scene = resolve(state.state, state.facts)
        # A listener before this one may have changed the state again; then the arguments of a signal are old already.
        state.changed.connect(lambda old, new: self._update(moved=old.cursor != new.cursor))
        state.facts_changed.connect(lambda _old, _new: self._update(moved=False))
        self._show(self.scene)
        self._show_state(state.state)
        self._show_image_facts(state.facts)

    def retell(self) -> None:
        """Says everything anew, after the language changed."""
        for view in self._parts.grid.views:
            view.set_pane(PaneScene())
        self._show(self.scene)
        self._show_state(self._holder.state)
        self._show_image_facts(self._holder.facts)

    def _update(self, *, moved: bool) -> None:
        state, facts = self._holder.state, self._holder.facts
        self._show(resolve(state, facts))
        if not moved:
            self._show_state(state)
        if not moved or facts.prepared is not self._prepared:
            self._show_image_facts(facts)

    def _show(self, scene: Scene) -> None:
        old, self.scene = self.scene, scene
        parts = self._parts
        opened = any(cell.image is not None for cell in self._holder.state.cells)
        parts.grid.set_board(scene.boards[0])
        page = parts.grid if opened else parts.empty
        if parts.pages.currentWidget() is not page:
            parts.pages.setCurrentWidget(page)
            pane = parts.grid.view_of(self._holder.state.active) or parts.grid.views[0]
            (pane if opened else parts.empty).setFocus()
        if old is scene or old.prediction is not scene.prediction or old.overlay.label_key != scene.overlay.label_key:
            parts.findings.set_prediction(scene.prediction, scene.overlay.label_key)
        if old is scene or not _same_choices(old, scene):
            parts.overlay.set_choices(scene.overlay)

    def _show_state(self, state: DisplayState) -> None:
        actions = self._parts.actions
        for action_id, on in (
            ("window.invert", state.appearance.invert),
            ("view.annotations", state.annotations),
            ("overlay.toggle", state.overlay.visible),
            ("ai.auto_predict", state.auto_predict),
            ("image.cine", state.playing),
        ):
            actions[action_id].setChecked(on)
        actions["layout.one"].setEnabled(state.layout is not Layout.ONE)
        actions["layout.linked"].setEnabled(state.layout is not Layout.LINKED)
        self._parts.findings.set_auto(state.auto_predict)
        self._parts.findings.set_model(state.model_id)
        for action_id in _NEED_IMAGE:
            actions[action_id].setEnabled(state.image is not None)

    def _show_image_facts(self, facts: Facts) -> None:
        self._prepared = facts.prepared
        choices = window_choices(facts.prepared.image) if facts.prepared else ()
        if choices == self._choices:
            return
        self._choices = choices
        for key in range(1, PRESET_KEYS + 1):
            made = self._parts.actions[f"window.preset_{key}"]
            made.setVisible(key <= len(choices))
            made.setText(_window_name(choices[key - 1]) if key <= len(choices) else action(f"window.preset_{key}").text)


def _window_name(window: Window) -> str:
    level = tr("L {center}").format(center=number(window.center))
    return f"{window.name}   W {number(window.width)}  {level}"


def _same_choices(old: Scene, new: Scene) -> bool:
    one, other = old.overlay, new.overlay
    return (
        one.map is other.map
        and one.style == other.style
        and one.labels == other.labels
        and (one.visible, one.method, one.label_key, one.follows_top, one.caution, one.layer)
        == (other.visible, other.method, other.label_key, other.follows_top, other.caution, other.layer)
    )
