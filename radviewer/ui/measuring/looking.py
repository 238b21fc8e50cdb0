"""Ways to look closer as a feature of the window: magnifier, window by region, colour maps, presets, corner text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from radviewer.core.colormaps import ColorMap
from radviewer.core.errors import InputProblem, describe
from radviewer.core.measurement import Figure
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.canvas.magnifier_item import MagnifierItem
from radviewer.ui.i18n import tr
from radviewer.ui.measuring.canvas import MeasureCanvas
from radviewer.ui.measuring.corner_editor import CornerEditor
from radviewer.ui.measuring.draft import Tool
from radviewer.ui.measuring.preset_editor import PresetEditor
from radviewer.ui.strip import Severity
from radviewer.workbench import corners
from radviewer.workbench.presets import FILE_NAME, load_presets, save_presets, use_presets
from radviewer.workbench.state import DisplayState
from radviewer.workbench.windowing import region_window

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow

_COLORS: tuple[ColorMap | None, ...] = (None, *ColorMap)


class LookingFeature(QObject):
    """Connects ways to look to the window.

    Args:
        window: The window.
        canvas: Draws the rectangle for the window by region.
    """

    def __init__(self, window: MainWindow, canvas: MeasureCanvas) -> None:
        super().__init__(window)
        self._window, self._holder, self._canvas = window, window.state, canvas
        self._lenses: dict[ImageView, MagnifierItem] = {}
        self._presets_path = window.backends.settings_path.with_name(FILE_NAME)
        self._corners_path = window.backends.settings_path.with_name(corners.FILE_NAME)
        for view in window.parts.grid.views:
            self._attach(view)
        window.parts.grid.pane_added.connect(self._attach)
        canvas.region_drawn.connect(self._window_of)
        canvas.tool_changed.connect(lambda tool: window.parts.actions["window.region"].setChecked(tool is Tool.WINDOW))
        self._load_presets()
        self._load_corners()
        self._holder.changed.connect(self._follow)
        self._show_state(self._holder.state)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        holder = self._holder
        return {
            "view.magnifier": self._toggle_magnifier,
            "view.deidentified": lambda: holder.wish(deidentified=not holder.state.deidentified),
            "view.corners": self._edit_corners,
            "window.region": self._toggle_region,
            "window.edit_presets": self._edit_presets,
            "window.next_colors": self._next_colors,
            "window.colors_grey": lambda: holder.look(color_map=None),
            **{f"window.colors_{item.value}": partial(holder.look, color_map=item) for item in ColorMap},
        }

    def close(self) -> None:
        """Takes the user's presets out of force."""
        use_presets({})

    def _follow(self, old: DisplayState, new: DisplayState) -> None:
        if old.appearance.color_map is not new.appearance.color_map or old.deidentified != new.deidentified:
            self._show_state(new)
        if (old.corners, old.deidentified) != (new.corners, new.deidentified):
            self._keep_corners(new)

    def _show_state(self, state: DisplayState) -> None:
        actions, colors = self._window.parts.actions, state.appearance.color_map
        actions["view.deidentified"].setChecked(state.deidentified)
        actions["window.colors_grey"].setChecked(colors is None)
        for item in ColorMap:
            actions[f"window.colors_{item.value}"].setChecked(colors is item)

    # --- magnifier ----------------------------------------------------------------------------------------------

    def _attach(self, view: ImageView) -> None:
        self._lenses[view] = lens = MagnifierItem(self._window.theme)
        lens.on = self._window.parts.actions["view.magnifier"].isChecked()
        view.add_layer(lens, lens, 2.5)
        view.destroyed.connect(partial(self._lenses.pop, view, None))

    def _toggle_magnifier(self) -> None:
        on = not any(lens.on for lens in self._lenses.values())
        self._window.parts.actions["view.magnifier"].setChecked(on)
        for view, lens in self._lenses.items():
            lens.on = on
            lens.follow(view.pane, view.placement, view.pane_size)

    # --- window and colours -------------------------------------------------------------------------------------

    def _toggle_region(self) -> None:
        self._canvas.set_tool(Tool.NONE if self._canvas.tool is Tool.WINDOW else Tool.WINDOW)

    def _window_of(self, view: ImageView, region: Figure) -> None:
        prepared = view.pane.prepared
        window = region_window(prepared.image, region) if prepared is not None else None
        if window is None:
            self._window.parts.strip.say(
                tr("This region has no values to spread: it is of one value, of padding, or in colour."),
                Severity.CAUTION,
            )
            return
        self._holder.look(voi=window)

    def _next_colors(self) -> None:
        now = _COLORS.index(self._holder.state.appearance.color_map)
        self._holder.look(color_map=_COLORS[(now + 1) % len(_COLORS)])

    # --- presets ------------------------------------------------------------------------------------------------

    def _load_presets(self) -> None:
        found, complaint = load_presets(self._presets_path)
        use_presets(found)
        if complaint:
            self._window.parts.strip.say(complaint, Severity.CAUTION)

    def _edit_presets(self) -> None:
        prepared, state = self._holder.facts.prepared, self._holder.state
        modality = prepared.image.facts.modality if prepared is not None else ""
        shown = state.appearance.voi or (prepared.default if prepared is not None else None)
        editor = PresetEditor(modality, shown, self._window)
        editor.kept.connect(self.keep_presets)
        editor.open()

    def keep_presets(self, user: object) -> None:
        """Puts presets in force and keeps them; `user` has those of the user by modality."""
        assert isinstance(user, dict)
        try:
            save_presets(self._presets_path, user)
        except InputProblem as problem:
            self._window.parts.strip.say_problem(describe(problem))
            return
        use_presets(user)
        self._holder.learn()  # the menu of windows is made anew

    # --- corner text --------------------------------------------------------------------------------------------

    def _load_corners(self) -> None:
        fields, deidentified, complaint = corners.load_corners(self._corners_path)
        self._holder.wish(corners=fields, deidentified=deidentified)
        if complaint:
            self._window.parts.strip.say(complaint, Severity.CAUTION)

    def _keep_corners(self, state: DisplayState) -> None:
        try:
            corners.save_corners(self._corners_path, state.corners, deidentified=state.deidentified)
        except InputProblem as problem:
            self._window.parts.strip.say_problem(describe(problem))

    def _edit_corners(self) -> None:
        editor = CornerEditor(self._holder.state.corners, self._window)
        editor.chosen.connect(lambda fields: self._holder.wish(corners=fields))
        editor.show()
