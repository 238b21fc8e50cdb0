"""Fills the list of measurements for what is open, and goes from there to the images."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from radviewer.core.image import ImageRef
from radviewer.core.study import Catalog
from radviewer.ui.i18n import tr
from radviewer.ui.measuring.canvas import MeasureCanvas
from radviewer.ui.measuring.list_panel import ListedImage, MeasurementList
from radviewer.ui.window_parts import Side
from radviewer.workbench.measuring.identity import instance_key
from radviewer.workbench.measuring.model import MeasurementModel
from radviewer.workbench.measuring.store import MeasurementStore
from radviewer.workbench.prepared import PreparedImage

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow


class ListDesk(QObject):
    """The list with what it shows.

    Args:
        window: The window.
        model: Holds the measurements.
        store: Knows of which images something is kept.
        canvas: Draws them.
        parent: Owner.
    """

    def __init__(
        self,
        window: MainWindow,
        model: MeasurementModel,
        store: MeasurementStore,
        canvas: MeasureCanvas,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._model, self._store, self._canvas = window, model, store, canvas
        self._refs: dict[str, ImageRef] = {}
        self._wanted: tuple[str, str] | None = None
        self.panel = MeasurementList()
        self.dock = window.add_panel("measurements", tr("Measurements"), self.panel, Side.RIGHT)
        self.dock.visibilityChanged.connect(self._shown)
        self.panel.chosen.connect(self.jump)
        self.panel.renamed.connect(self._rename)
        self.panel.delete_requested.connect(model.remove)
        window.opener.finished.connect(lambda everything, _new: self._opened(everything))
        window.state.facts_changed.connect(lambda _old, _new: self._arrived())

    @property
    def listed(self) -> tuple[ListedImage, ...]:
        """The images with notes: those of what is open in its order, then others of this session."""
        noted = set(self._model.noted)
        keys = [key for key in self._refs if key in noted]
        keys += [key for key in self._model.noted if key not in self._refs]
        shown = {view.pane.prepared.key for view in self._window.parts.grid.views if view.pane.prepared is not None}
        return tuple(ListedImage(key, self._title(key), self._model.notes(key), key in shown) for key in keys)

    def toggle(self) -> None:
        """Shows the list, or hides it."""
        self._window.toggle_dock(self.dock)
        if not self.dock.isHidden():
            self.dock.raise_()
            self.refresh()

    def refresh(self) -> None:
        """Shows what there is now."""
        if not self.dock.isHidden():
            self.panel.set_listed(self.listed, self._canvas.selected)

    def jump(self, key: str, measurement_id: str) -> None:
        """Shows an image and selects a measurement of it."""
        prepared = self._window.state.facts.prepared
        self._wanted = (key, measurement_id) if measurement_id else None
        ref = self._refs.get(key)
        if (prepared is None or prepared.key != key) and ref is not None:
            go = self._window.navigator
            stack = go.stacks.stack_of(ref)
            if stack is None:
                return
            if go.stack is None or go.stack.series.uid != stack.series.uid:
                go.show_series(stack.series.uid)
            go.show(ref)
        self._select_wanted()

    def _select_wanted(self) -> None:
        prepared = self._window.state.facts.prepared
        if self._wanted is not None and prepared is not None and prepared.key == self._wanted[0]:
            wanted, self._wanted = self._wanted, None
            if self._model.find(*wanted) is not None:
                self._canvas.select(wanted)

    def _opened(self, everything: Catalog) -> None:
        """Learns which images are open, and reads what is kept of them."""
        self._refs = {key: ref for key, ref in self._refs.items() if self._window.navigator.stacks.stack_of(ref)}
        self._refs |= open_images(everything)
        kept = self._store.kept()
        for key in self._refs:
            if self._store.path(key).name in kept:
                self._model.notes(key)
        self.refresh()

    def _arrived(self) -> None:
        prepared: PreparedImage | None = self._window.state.facts.prepared
        if prepared is not None:
            self._refs.setdefault(prepared.key, prepared.ref)
            self._select_wanted()

    def _rename(self, key: str, measurement_id: str, words: str) -> None:
        self._model.rename(key, measurement_id, words)

    def _shown(self, visible: bool) -> None:
        self._window.parts.actions["measure.list"].setChecked(visible)
        if visible:
            self.refresh()

    def _title(self, key: str) -> str:
        """What an image is called: its series and place, where it is open."""
        stacks = self._window.navigator.stacks
        ref = self._refs.get(key)
        found = stacks.locate(ref) if ref is not None else None
        if found is None:
            return self._model.notes(key).label or tr("Image")
        stack = stacks.stacks[found[0]]
        hidden = self._window.state.state.deidentified
        title = (stack.series.modality or tr("Series")) if hidden else stack.title
        return f"{title}  {found[1] + 1}/{len(stack.refs)}"


def open_images(catalog: Catalog) -> Mapping[str, ImageRef]:
    """The DICOM frames of a catalog by their keys, in reading order."""
    return {
        instance_key(item.sop_instance_uid, frame): ImageRef(item.path, frame)
        for study in catalog.studies
        for series in study.series
        for item in series.instances
        if item.sop_instance_uid
        for frame in range(item.frames)
    }
