"""The study browser as a feature: recent studies, pictures when they are seen, the next case, priors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from radviewer.core.study import Catalog
from radviewer.io.export import WriteProblem
from radviewer.ui.browsing.cases import Cases
from radviewer.ui.browsing.prefetch import Prefetcher
from radviewer.ui.browsing.recent_panel import RecentPanel
from radviewer.ui.i18n import said, tr
from radviewer.ui.strip import Severity
from radviewer.workbench.browsing import thumbnail_ref
from radviewer.workbench.priors import priors_of
from radviewer.workbench.recents import Recent, Recents, recent_of
from radviewer.workbench.state import DisplayState
from radviewer.workbench.study_keys import study_of_series
from radviewer.workbench.worklist_store import WorklistStore

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow
    from radviewer.workbench.cells import Cell
    from radviewer.workbench.requests import AssistResult


class BrowsingFeature:
    """Connects the browser to what is kept about studies.

    Args:
        window: The main window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window, self._browser = window, window.parts.browser
        folder = window.backends.data_folder
        self._recents = Recents(folder)
        store = WorklistStore(folder)
        self.cases = Cases(store, window.navigator.show_series, self._say, window)
        self.panel = RecentPanel(window.theme)
        self._browser.set_recent(self.panel)
        self.prefetcher = Prefetcher(
            window.backends.worker,
            window.assistant,
            window.state,
            window.navigator,
            self.cases.neighbours,
            lambda: window.settings.prefetch,
            window.bridge,
            window,
        )
        self._connect()
        self._show_recents()
        for complaint in filter(None, (self._recents.complaint, store.complaint)):
            self._say(complaint)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {
            "file.recent": self._open_recent_page,
            "case.previous": lambda: self._step(-1),
            "case.next": lambda: self._step(1),
            "case.prior": self._show_prior,
            "browser.search": self._search,
        }

    def close(self) -> None:
        """Stops what is predicted ahead; each change was written when it was made."""
        self.prefetcher.stop()

    # --- after an unexpected end ------------------------------------------------------------------------------

    session_name = "predictions"

    def keep_session(self) -> Any:
        """Which panes had scores, and by which model."""
        state, facts = self._window.state.state, self._window.state.facts
        pairs = zip(state.cells, facts.cells, strict=True)
        scored = [number for number, (cell, seen) in enumerate(pairs) if seen.result and _is_of(seen.result, cell)]
        return {"model": state.model_id, "cells": scored} if scored else None

    def restore_session(self, kept: Any) -> None:
        """Has them predicted again, the active pane's first."""
        window, cells = self._window, self._window.state.state.cells
        if not isinstance(kept, dict) or not isinstance(kept.get("cells"), list):
            return
        if isinstance(kept.get("model"), str) and (window.models.ids is None or kept["model"] in window.models.ids):
            window.state.wish(model_id=kept["model"])
        numbers = kept["cells"]
        found = [cells[number].image for number in numbers if isinstance(number, int) and 0 <= number < len(cells)]
        active = window.state.state.image
        self.prefetcher.predict_again(tuple(sorted(filter(None, found), key=lambda ref: ref != active)))

    def _connect(self) -> None:
        window, browser = self._window, self._browser
        window.opener.finished.connect(self._opened)
        window.navigator.series_changed.connect(self.cases.enter)
        window.state.changed.connect(self._follow)
        browser.picture_wanted.connect(self._want_picture)
        browser.order_changed.connect(lambda: window.navigator.set_catalog(browser.arranged))
        browser.beside_requested.connect(self._show_beside)
        browser.series_requested.connect(lambda _uid: self.cases.follow(lambda: browser.shown.studies))
        self.cases.follow(lambda: browser.shown.studies)
        self.cases.changed.connect(lambda _keys: self._show_scores())
        self.panel.open_requested.connect(self._open_recent)
        self.panel.remove_requested.connect(lambda item: self._change(lambda: self._recents.remove(item)))
        self.panel.clear_requested.connect(lambda: self._change(self._recents.clear))

    def _say(self, text: str) -> None:
        self._window.parts.strip.say(text, Severity.CAUTION)

    def _follow(self, old: DisplayState, new: DisplayState) -> None:
        if old.deidentified != new.deidentified:
            self._browser.set_deidentified(new.deidentified)
            self._show_recents()
        if old.model_id != new.model_id:
            self._show_scores()
        if old.image is not None and new.image is None and not self._window.opener.catalog.studies:
            self.cases.set_catalog(Catalog())  # all studies were closed

    # --- what is open -----------------------------------------------------------------------------------------

    def _opened(self, everything: Catalog, brought: Catalog) -> None:
        self.cases.set_catalog(everything)
        uid = "" if self._window.navigator.stack is None else self._window.navigator.stack.series.uid
        if uid:
            self.cases.enter(uid)
        self._show_scores()
        paths = self._window.opener.asked
        item = recent_of(paths, brought, datetime.now(UTC)) if paths else None
        if item is not None and not self._window.state.state.deidentified:
            self._change(lambda: self._recents.add(item))

    def _want_picture(self, uid: str) -> None:
        study = study_of_series(self.cases.catalog, uid)
        ref = next((thumbnail_ref(series) for series in study.series if series.uid == uid), None) if study else None
        if ref is not None:
            self._window.loader.want_thumbnail(uid, ref)

    def _show_scores(self) -> None:
        self._browser.set_scores(*self.cases.scores(self._window.state.state.model_id))

    # --- from case to case ------------------------------------------------------------------------------------

    def _step(self, steps: int) -> None:
        if not self.cases.step(steps):
            self._window.parts.status.set_done(
                tr("This is the last case.") if steps > 0 else tr("This is the first case.")
            )

    def _show_prior(self) -> None:
        study = self.cases.study(self.cases.current)
        priors = priors_of(study, self.cases.catalog) if study else ()
        for prior in priors:
            series = next((item for item in prior.study.series if item.frame_count), None)
            if series is not None:
                self._show_beside(series.uid)
                self._window.parts.status.set_done(tr("Prior, {interval}").format(interval=said(prior.interval)))
                return
        self._window.parts.status.set_done(tr("No earlier study of this patient is open."))

    def _show_beside(self, uid: str) -> None:
        """Shows a series in the next pane; with one pane, the layout gets a second one first."""
        window = self._window
        if len(window.state.state.cells) < 2:
            window.run_action("layout.1x2")
        cells, active = window.state.state.cells, window.state.state.active
        if len(cells) > 1:
            window.navigator.show_series(uid, (active + 1) % len(cells))

    def _search(self) -> None:
        self._window.left_dock.show()
        self._window.left_dock.raise_()
        self._browser.show_page("open")
        self._browser.search.setFocus()
        self._browser.search.selectAll()

    # --- recent studies ---------------------------------------------------------------------------------------

    def _open_recent_page(self) -> None:
        self._show_recents()  # what is missing may be there again
        self._window.left_dock.show()
        self._window.left_dock.raise_()
        self._browser.show_recent()
        self.panel.list.setFocus()
        if self.panel.list.count() and self.panel.list.currentRow() < 0:
            self.panel.list.setCurrentRow(0)

    def _open_recent(self, item: Recent) -> None:
        there = tuple(path for path in item.paths if path not in item.missing)
        if there:
            self._window.open_paths(there)
        if item.missing:
            hidden = self._window.state.state.deidentified
            where = "" if hidden else f": {item.missing[0]}"
            self._say(
                tr("Not found any more{where}. Connect its drive, or forget the entry with Delete.").format(where=where)
            )
            self._show_recents()

    def _change(self, write: Callable[[], None]) -> None:
        try:
            write()
        except WriteProblem as problem:
            self._say(problem.message)
        self._show_recents()

    def _show_recents(self) -> None:
        self.panel.set_items(self._recents.items, hidden=self._window.state.state.deidentified)


def _is_of(result: AssistResult, cell: Cell) -> bool:
    """Whether scores are those of the image that a pane shows."""
    return result.request.image == cell.image
