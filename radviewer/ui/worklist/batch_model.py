"""The rows of a batch as a Qt table: image, finding, score, gate, and what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from radviewer.core.errors import Problem
from radviewer.core.image import ImageRef
from radviewer.ui.i18n import said, said_problem, tr
from radviewer.ui.theme import Theme
from radviewer.ui.worklist.model import BAR_ROLE
from radviewer.workbench.batch import Answer, Batch
from radviewer.workbench.findings import probability_text
from radviewer.workbench.triage import Suspicion, Triage, sort_value, suspicion

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TOKENS = {Triage.CALLED: "caution", Triage.BELOW: "accent", Triage.NO_POINT: "accent"}


class BatchColumn(IntEnum):
    """The table's columns."""

    IMAGE = 0
    SCORE = 1
    FINDING = 2
    GATE = 3
    REMARK = 4


TITLES = {
    BatchColumn.IMAGE: "Image",
    BatchColumn.SCORE: "Score",
    BatchColumn.FINDING: "Finding",
    BatchColumn.GATE: "Input gate",
    BatchColumn.REMARK: "Remark",
}


@dataclass(frozen=True, slots=True)
class ImageName:
    """What an image is called, and where it stands for sorting."""

    text: str
    place: int


class BatchModel(QAbstractTableModel):
    """The images of a batch.

    Args:
        theme: The colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._batch: Batch | None = None
        self._names: Mapping[ImageRef, ImageName] = {}
        self._order: list[int] = []
        self._places: dict[int, int] = {}
        self._found: dict[int, Suspicion] = {}
        self._column, self._descending = BatchColumn.IMAGE, False
        self._hidden = False

    def set_batch(self, batch: Batch | None, names: Mapping[ImageRef, ImageName], *, hidden: bool) -> None:
        """Shows another batch.

        Args:
            batch: It, or None.
            names: Of images that are open; others go by their file's name.
            hidden: De-identified mode: images go by their number in the batch.
        """
        self._batch, self._names, self._hidden = batch, names, hidden
        self._found.clear()
        self._arrange()

    def update(self, number: int) -> None:
        """Shows the answer on one image, where its row is."""
        self._found.pop(number, None)
        place = self._places.get(number)
        if place is not None:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(BatchColumn) - 1))

    def number(self, place: int) -> int:
        """The number in the batch of a row."""
        return self._order[place]

    def counts(self) -> dict[Triage, int]:
        """How many answers there are of each kind."""
        found: dict[Triage, int] = {}
        for number in self._order:
            if self._answer(number) is not None:
                kind = self._suspicion(number).triage
                found[kind] = found.get(kind, 0) + 1
        return found

    def _answer(self, number: int) -> Answer | None:
        return self._batch.answer(number) if self._batch is not None else None

    def _suspicion(self, number: int) -> Suspicion:
        if number not in self._found:
            answer = self._answer(number)
            self._found[number] = Suspicion(Triage.FAILED) if answer is None else suspicion(answer)
        return self._found[number]

    def _arrange(self) -> None:
        self.beginResetModel()
        count = 0 if self._batch is None else len(self._batch.plan.items)
        numbers = list(range(count))
        if self._column is BatchColumn.IMAGE:
            self._order = numbers[::-1] if self._descending else numbers
        else:
            without = [number for number in numbers if not self._sortable(number)]
            keyed = [number for number in numbers if self._sortable(number)]
            keyed.sort(key=self._sort_key, reverse=self._descending)
            self._order = keyed + without
        self._places = {number: place for place, number in enumerate(self._order)}
        self.endResetModel()

    def _sortable(self, number: int) -> bool:
        if self._column is BatchColumn.SCORE:
            return self._suspicion(number).probability is not None
        return bool(self._text(number, self._column))

    def _sort_key(self, number: int) -> tuple[object, ...]:
        if self._column is BatchColumn.SCORE:
            return sort_value(self._suspicion(number))
        return (self._text(number, self._column).casefold(),)

    # --- as Qt asks ------------------------------------------------------------------------------------------

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; called ones come before others by score."""
        if column >= 0:
            self._column, self._descending = BatchColumn(column), order is Qt.SortOrder.DescendingOrder
            self._arrange()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One for each image."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """All columns."""
        return 0 if parent.isValid() else len(BatchColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """The columns' titles."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return tr(TITLES[BatchColumn(section)])
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """One cell."""
        number, column = self._order[index.row()], BatchColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(number, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words(number, column)
        if role == BAR_ROLE and column is BatchColumn.SCORE:
            found = self._suspicion(number)
            return None if found.probability is None else (found.probability, _TOKENS[found.triage])
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(number, column)
        return None

    def _text(self, number: int, column: BatchColumn) -> str:
        if column is BatchColumn.IMAGE:
            return self._name(number)
        answer = self._answer(number)
        if answer is None:
            return ""
        if isinstance(answer, Problem):
            return self._problem(answer) if column is BatchColumn.REMARK else ""
        found = self._suspicion(number)
        if column is BatchColumn.SCORE:
            return "" if found.probability is None else probability_text(found.probability)
        if column is BatchColumn.FINDING:
            return found.label if found.probability is not None else tr("refused")
        if column is BatchColumn.GATE:
            return tr(answer.gate.verdict.value)
        return said(" ".join((*answer.gate.reasons, *answer.notes)))

    def _problem(self, problem: Problem) -> str:
        """Why there is no answer; its message names the file, so in de-identified mode only the hint is said."""
        return (said(problem.hint) or tr("cannot be predicted")) if self._hidden else said_problem(problem)

    def _words(self, number: int, column: BatchColumn) -> str:
        if column is not BatchColumn.SCORE or self._answer(number) is None:
            return self._text(number, column)
        return tr(self._suspicion(number).triage.value)

    def _name(self, number: int) -> str:
        assert self._batch is not None
        if self._hidden:
            return tr("Image {number}").format(number=number + 1)
        ref = self._batch.plan.items[number].image
        named = self._names.get(ref)
        return named.text if named else ref.path.name + (f" [{ref.frame}]" if ref.frame else "")

    def _color(self, number: int, column: BatchColumn) -> QColor | None:
        answer = self._answer(number)
        if isinstance(answer, Problem):
            return QColor(self._theme["danger" if column is BatchColumn.REMARK else "text_soft"])
        found = self._suspicion(number)
        if answer is not None and found.triage is Triage.CALLED and column in (BatchColumn.SCORE, BatchColumn.FINDING):
            return QColor(self._theme["caution"])
        if answer is not None and found.triage is Triage.REFUSED:
            return QColor(self._theme["text_soft"])
        return None
