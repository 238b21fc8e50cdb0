"""The studies that are open as cases: which one is on the screen, which is next, and how far the user is with each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from radviewer.core.study import Catalog, Study
from radviewer.io.export import WriteProblem
from radviewer.workbench.study_keys import study_key, study_of_series
from radviewer.workbench.worklist_store import ReadState, StudyScore, WorklistStore


class Cases(QObject):
    """Knows the cases; lives on the window's thread.

    Args:
        store: Marks and scores.
        show: Shows the series of a UID.
        tell: Says a problem to the user.

    Signals:
        changed: Keys of the studies whose mark or score changed.
        current_changed: The key of the study on the screen; empty for none.
        catalog_changed: Other studies are open.
    """

    changed = Signal(object)
    current_changed = Signal(str)
    catalog_changed = Signal()

    def __init__(
        self,
        store: WorklistStore,
        show: Callable[[str], None],
        tell: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self._show, self._tell = show, tell
        self._catalog = Catalog()
        self._by_key: dict[str, Study] = {}
        self._order: Callable[[], Iterable[Study]] = lambda: self._catalog.studies
        self.current = ""

    @property
    def catalog(self) -> Catalog:
        """What is open."""
        return self._catalog

    def set_catalog(self, catalog: Catalog) -> None:
        """Takes what is open."""
        self._catalog = catalog
        self._by_key = {study_key(study): study for study in catalog.studies}
        if not catalog.studies:
            self.current = ""
        self.catalog_changed.emit()

    def study(self, key: str) -> Study | None:
        """The open study of a key, or None."""
        return self._by_key.get(key)

    def follow(self, order: Callable[[], Iterable[Study]]) -> None:
        """Next and previous go through this list from now on, as it then is."""
        self._order = order

    def enter(self, series_uid: str) -> None:
        """A series came to the screen: its study is the case now, and opened."""
        study = study_of_series(self._catalog, series_uid)
        key = "" if study is None else study_key(study)
        if key and self._kept(lambda: self.store.open(key)):
            self.changed.emit((key,))
        if key != self.current:
            self.current = key
            self.current_changed.emit(key)

    def open(self, key: str) -> bool:
        """Shows a case; returns whether it is open and has images."""
        study = self.study(key)
        series = next((item for item in study.series if item.frame_count), None) if study else None
        if series is None:
            return False
        self._show(series.uid)
        return True

    def neighbour(self, steps: int) -> Study | None:
        """The case some steps further in the list, or None at its ends."""
        return self.neighbours((steps,))[0]

    def neighbours(self, steps: tuple[int, ...]) -> tuple[Study | None, ...]:
        """The cases some steps further in the list, each None where the list has ended."""
        studies = [study for study in self._order() if any(series.frame_count for series in study.series)]
        current = self.study(self.current)
        name = None if current is None else (current.uid, current.patient_id)
        at = next((place for place, study in enumerate(studies) if (study.uid, study.patient_id) == name), None)
        start = -1 if at is None else at  # from outside of the list, the next case is its first
        return tuple(studies[start + step] if 0 <= start + step < len(studies) else None for step in steps)

    def step(self, steps: int) -> bool:
        """Goes to another case; returns whether there was one."""
        study = self.neighbour(steps)
        return study is not None and self.open(study_key(study))

    def mark(self, keys: Iterable[str], state: ReadState) -> None:
        """Marks cases."""
        changed: list[str] = []
        self._kept(lambda: changed.extend(self.store.mark(keys, state)))
        if changed:
            self.changed.emit(tuple(changed))

    def keep_score(self, key: str, score: StudyScore) -> None:
        """Keeps what a model made of a case."""
        self._kept(lambda: self.store.keep_score(key, score))
        self.changed.emit((key,))

    def scores(self, model: str | None) -> tuple[Mapping[str, float], frozenset[str]]:
        """What a model made of the cases: probability by key, and the keys of those that it called."""
        found = self.store.scores(model) if model else {}
        numbers = {key: score.probability for key, score in found.items() if score.probability is not None}
        return numbers, frozenset(key for key, score in found.items() if score.called)

    def _kept(self, write: Callable[[], object]) -> bool:
        """Writes something; a problem is told. Returns what was written, as truth."""
        try:
            return bool(write())
        except WriteProblem as problem:
            self._tell(problem.message)
            return True
