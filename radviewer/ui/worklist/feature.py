"""Worklist and batches as a feature of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from radviewer.core.study import Study
from radviewer.ui.browsing.cases import Cases
from radviewer.ui.i18n import tr
from radviewer.ui.worklist.batches import Batches
from radviewer.ui.worklist.window import WorklistWindow
from radviewer.workbench.state import DisplayState
from radviewer.workbench.worklist import worklist_rows
from radviewer.workbench.worklist_store import ReadState

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow


class WorklistFeature:
    """Opens the table of studies and the batches over it.

    Args:
        window: The main window.
        cases: The open studies.
    """

    def __init__(self, window: MainWindow, cases: Cases) -> None:
        self._window, self._cases = window, cases
        self.table: WorklistWindow | None = None
        self.batches = Batches(window, cases, self._chosen)
        cases.catalog_changed.connect(self._fill)
        window.state.changed.connect(self._follow)
        cases.changed.connect(self._update)
        cases.current_changed.connect(self._choose)
        window.parts.browser.batch_requested.connect(self._batch_of_study)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {"worklist.show": self.show, "worklist.read": self._read, "ai.batch": self.batches.show}

    def close(self) -> None:
        """Stops a batch; all else is kept already."""
        self.batches.close()

    def show(self) -> None:
        """Opens the table."""
        if self.table is None:
            self.table = WorklistWindow(self._cases.store, self._window.theme, self._window)
            self.table.open_requested.connect(self._open)
            self.table.mark_requested.connect(self._cases.mark)
            self.table.batch_requested.connect(lambda _keys: self.batches.show("chosen"))
            self.table.language_changed.connect(self._fill)
            self._fill()
        self.table.present()
        self.table.table.setFocus()

    def _fill(self) -> None:
        catalog = self._cases.catalog
        if self.table is not None:
            self.table.set_model(self._window.state.state.model_id)
            rows = worklist_rows(catalog, tr, hidden=self._window.state.state.deidentified)
            self.table.set_rows(rows, catalog)
            self.table.choose((self._cases.current,))
        self.batches.retell()

    def _update(self, keys: Iterable[str]) -> None:
        if self.table is not None:
            self.table.model.update(keys)

    def _choose(self, key: str) -> None:
        if self.table is not None and key:
            self.table.choose((key,))

    def _follow(self, old: DisplayState, new: DisplayState) -> None:
        if old.deidentified != new.deidentified:
            self._fill()
        if old.model_id != new.model_id and self.table is not None:
            self.table.set_model(new.model_id)

    def _chosen(self) -> tuple[str, ...]:
        return () if self.table is None else self.table.chosen_keys()

    def _open(self, key: str) -> None:
        if self._cases.open(key):
            self._cases.follow(self._table_order)
            self._window.activateWindow()

    def _table_order(self) -> list[Study]:
        return [] if self.table is None else [row.study for row in self.table.model.rows]

    def _read(self) -> None:
        if self._cases.current:
            self._cases.mark((self._cases.current,), ReadState.READ)
            self._window.parts.status.set_done(tr("Marked as read"))

    def _batch_of_study(self, key: str) -> None:
        self._cases.open(key)
        self.batches.show("study")
