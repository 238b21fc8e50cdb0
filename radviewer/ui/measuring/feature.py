"""Measuring as a feature of the window: tools, keys, list, histogram, and the file that measurements are kept in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog

from radviewer.core.errors import InputProblem, describe
from radviewer.core.measurement import FigureKind
from radviewer.core.measurement_geometry import length
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.i18n import tr
from radviewer.ui.measuring.canvas import MeasureCanvas, Selection
from radviewer.ui.measuring.draft import Tool
from radviewer.ui.measuring.histogram_desk import HistogramDesk
from radviewer.ui.measuring.list_desk import ListDesk
from radviewer.ui.strip import Severity
from radviewer.ui.theme import panel_font
from radviewer.workbench.measuring.calibration import calibration_of, recalibrated
from radviewer.workbench.measuring.model import MeasurementModel
from radviewer.workbench.measuring.store import FOLDER, MeasurementStore
from radviewer.workbench.measuring.tables import export
from radviewer.workbench.prepared import PreparedImage

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow

_TOOLS = tuple(tool for tool in Tool if tool not in (Tool.NONE, Tool.WINDOW))


class MeasuringFeature(QObject):
    """Connects the measuring canvas to the window.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._holder = window, window.state
        self.store = MeasurementStore(window.backends.data_folder / FOLDER, self._say)
        self.model = MeasurementModel(self.store)
        self.canvas = MeasureCanvas(self.model, window.theme, panel_font(), window.parts.grid.views, self)
        self.list = ListDesk(window, self.model, self.store, self.canvas, self)
        self.histogram = HistogramDesk(window, self.model, self.canvas, self)
        self._connect()
        self._show_state()

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {
            **{f"measure.{tool.value}": partial(self.use_tool, tool) for tool in _TOOLS},
            "measure.finish": self._finish,
            "measure.delete": self._delete,
            "measure.delete_all": self._delete_all,
            "measure.next": self._select_next,
            "measure.words": self._edit_words,
            "measure.calibrate": self._calibrate,
            "measure.undo": lambda: self._step(self.model.undo),
            "measure.redo": lambda: self._step(self.model.redo),
            "measure.key_image": self._toggle_key_image,
            "measure.next_key": self._next_key_image,
            "measure.show": lambda: self._set_visible(not self.canvas.visible),
            "measure.list": self.list.toggle,
            "measure.histogram": self.histogram.toggle,
            "measure.export": self._ask_export,
        }

    def close(self) -> None:
        """Keeps what could not be kept before, if it can be now; every other change was kept when it was made."""
        self.model.retry()

    def use_tool(self, tool: Tool) -> None:
        """Chooses a tool; the one in force is put down."""
        self._set_visible(True)
        self.canvas.set_tool(Tool.NONE if self.canvas.tool is tool else tool)

    def export(self, path: Path, *, overwrite: bool = False) -> None:
        """Writes the listed measurements as .csv or .json.

        Raises:
            InputProblem: The file cannot be written, or is there already.
        """
        export(path, [(item.key, item.notes) for item in self.list.listed], overwrite=overwrite)

    # --- together with the window -------------------------------------------------------------------------------

    def _connect(self) -> None:
        window = self._window
        window.parts.grid.pane_added.connect(self.canvas.attach)
        window.cancellers.append(self.canvas.cancel)
        self.model.listen(lambda _key: self._show_state())
        self.model.listen_to_problems(lambda problem: window.parts.strip.say_problem(describe(problem)))
        self.canvas.tool_changed.connect(lambda _tool: self._show_state())
        self.canvas.selection_changed.connect(lambda _selection: self._show_state())
        self.canvas.drawing_changed.connect(lambda _on: self._show_state())
        self.list.panel.export_requested.connect(self._ask_export)
        self._holder.facts_changed.connect(
            lambda old, new: self._arrived() if old.prepared is not new.prepared else None
        )

    def _say(self, sentence: str) -> None:
        self._window.parts.strip.say(sentence, Severity.CAUTION)

    @property
    def _prepared(self) -> PreparedImage | None:
        return self._holder.facts.prepared

    def _arrived(self) -> None:
        prepared, facts = self._prepared, self._holder.facts
        if prepared is not None:
            modality = prepared.image.facts.modality or tr("Image")
            self.model.set_label(
                prepared.key, f"{modality} {facts.index + 1}/{facts.count}" if facts.count else modality
            )
        self._show_state()

    def _show_state(self) -> None:
        actions, canvas, prepared = self._window.parts.actions, self.canvas, self._prepared
        for tool in _TOOLS:
            actions[f"measure.{tool.value}"].setChecked(canvas.tool is tool)
            actions[f"measure.{tool.value}"].setEnabled(prepared is not None)
        notes = self.model.notes(prepared.key) if prepared is not None else None
        drawing = canvas.draft is not None and canvas.draft.kind is FigureKind.FREEHAND
        selected = canvas.selected is not None
        for name, on in (
            ("finish", drawing),
            ("delete", selected),
            ("words", selected),
            ("calibrate", self._selected_distance() is not None),
            ("delete_all", notes is not None and bool(notes.measurements)),
            ("next", notes is not None and bool(notes.measurements)),
            ("undo", bool(self.model.undo_words)),
            ("redo", bool(self.model.redo_words)),
            ("key_image", prepared is not None),
            ("next_key", prepared is not None),
        ):
            actions[f"measure.{name}"].setEnabled(on)
        actions["measure.key_image"].setChecked(notes is not None and notes.is_key)
        actions["measure.show"].setChecked(canvas.visible)
        self.list.refresh()
        self.histogram.refresh()

    def _set_visible(self, visible: bool) -> None:
        if visible is not self.canvas.visible:
            self.canvas.set_visible(visible)
            self._show_state()

    # --- edits --------------------------------------------------------------------------------------------------

    def _step(self, step: Callable[[], str | None]) -> None:
        key = step()
        if key is not None and all(view.pane.prepared is None or view.pane.prepared.key != key for view in self._views):
            self.list.jump(key, "")  # what changed has to be seen
        self._show_state()

    @property
    def _views(self) -> tuple[ImageView, ...]:
        return tuple(view for view in self._window.parts.grid.views if view.isVisible())

    def _finish(self) -> None:
        self.canvas.finish()

    def _delete(self) -> None:
        self.canvas.delete_selected()

    def _delete_all(self) -> None:
        if self._prepared is not None:
            self.canvas.select(None)
            self.model.clear(self._prepared.key)

    def _select_next(self) -> None:
        if self._prepared is None:
            return
        key = self._prepared.key
        ids = [item.id for item in self.model.notes(key).measurements]
        if not ids:
            return
        now = self.canvas.selected
        at = ids.index(now[1]) + 1 if now is not None and now[0] == key and now[1] in ids else 0
        self.canvas.select((key, ids[at % len(ids)]))

    def _edit_words(self) -> None:
        selected = self.canvas.selected
        view = next((item for item in self._views if selected and self.canvas.sheet(item).key == selected[0]), None)
        if selected is not None and view is not None:
            self.canvas.edit_words(view, *selected)

    def _toggle_key_image(self) -> None:
        if self._prepared is not None:
            key = self._prepared.key
            self.model.set_key_image(key, not self.model.notes(key).is_key)

    def _next_key_image(self) -> None:
        keys = [item.key for item in self.list.listed if item.notes.is_key]
        if not keys:
            self._window.parts.status.set_done(tr("No image is marked as a key image; K marks one."))
            return
        now = self._prepared.key if self._prepared is not None else ""
        self.list.jump(keys[(keys.index(now) + 1) % len(keys)] if now in keys else keys[0], "")

    # --- calibration --------------------------------------------------------------------------------------------

    def _selected_distance(self) -> Selection | None:
        selected, prepared = self.canvas.selected, self._prepared
        if selected is None or prepared is None or selected[0] != prepared.key:
            return None
        item = self.model.find(*selected)
        return selected if item is not None and item.figure.kind is FigureKind.DISTANCE else None

    def _calibrate(self) -> None:
        selected = self._selected_distance()
        item = self.model.find(*selected) if selected is not None else None
        if item is None or item.values is None:
            return
        now = length(item.figure.points[0], item.figure.points[1], item.values.ruler)
        title, question = tr("Calibrate"), tr("True length of the selected distance, in mm:")
        millimetres, chosen = QInputDialog.getDouble(self._window, title, question, now, 0.01, 100_000.0, 2)
        if chosen:
            self.calibrate(millimetres)

    def calibrate(self, millimetres: float) -> None:
        """Takes the selected distance as so long; all lengths and areas of its image follow, as one edit."""
        selected, prepared = self._selected_distance(), self._prepared
        item = self.model.find(*selected) if selected is not None else None
        if item is None or prepared is None:
            return
        factor = calibration_of(item.figure, prepared.image, millimetres)
        notes = replace(self.model.notes(prepared.key), calibration=factor)
        self.model.calibrate(prepared.key, factor, recalibrated(notes, prepared.image).measurements)

    # --- export -------------------------------------------------------------------------------------------------

    def _ask_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Export measurements"), "measurements.csv", "CSV (*.csv);;JSON (*.json)"
        )
        if name:
            try:
                self.export(Path(name), overwrite=True)  # the dialog asked
            except InputProblem as problem:
                self._window.parts.strip.say_problem(describe(problem))
            else:
                self._window.parts.status.set_done(tr("Measurements were written."))
