"""The worklist as a Qt table: rows are looked up when they are drawn, so that 10,000 studies are as quick as ten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from radviewer.ui.i18n import tr
from radviewer.ui.series_drag import SERIES_MIME, series_mime
from radviewer.ui.theme import Theme
from radviewer.workbench.findings import probability_text
from radviewer.workbench.worklist import TITLES, Column, WorkFilter, WorkRow, left, ordered
from radviewer.workbench.worklist_store import ReadState, StudyScore, WorklistStore

Index = QModelIndex | QPersistentModelIndex

BAR_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # (share 0 to 1, colour token) of the score's bar, or None
_ROOT = QModelIndex()
_ROLES = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.TextAlignmentRole,
        BAR_ROLE,
    )
)


class WorklistModel(QAbstractTableModel):
    """Rows in the order and under the filter of the user.

    Args:
        store: Marks and scores.
        theme: The colours.
    """

    def __init__(self, store: WorklistStore, theme: Theme) -> None:
        super().__init__()
        self._store, self._theme = store, theme
        self._all: tuple[WorkRow, ...] = ()
        self._rows: list[WorkRow] = []
        self._places: dict[str, int] = {}
        self._column, self._descending = Column.DATE, True
        self._filter = WorkFilter()
        self._model = ""
        self._today = date.today
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)

    # --- what is shown ---------------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[WorkRow]:
        """The rows from top to bottom."""
        return self._rows

    @property
    def total(self) -> int:
        """Rows without the filter."""
        return len(self._all)

    def set_rows(self, rows: tuple[WorkRow, ...]) -> None:
        """Takes other studies."""
        self._all = rows
        self._arrange()

    def set_filter(self, wish: WorkFilter) -> None:
        """Shows what a filter leaves."""
        if wish != self._filter:
            self._filter = wish
            self._arrange()

    def set_model(self, model: str) -> None:
        """Shows the scores of a model."""
        if model != self._model:
            self._model = model
            self._arrange()

    def update(self, keys: Iterable[str]) -> None:
        """Shows studies anew whose mark or score changed, where they are; sorting again would move them away."""
        for key in keys:
            place = self._places.get(key)
            if place is not None:
                self.dataChanged.emit(self.index(place, int(Column.STATUS)), self.index(place, int(Column.SCORE)))

    def place(self, key: str) -> int | None:
        """The row of a study, or None."""
        return self._places.get(key)

    def score(self, row: WorkRow) -> StudyScore | None:
        """What the chosen model made of a study."""
        return self._store.score(row.key, self._model)

    def _arrange(self) -> None:
        self.beginResetModel()
        kept = left(self._all, self._filter, self._store, self._today())
        self._rows = ordered(kept, self._column, descending=self._descending, store=self._store, model=self._model)
        self._places = {row.key: place for place, row in enumerate(self._rows)}
        self.endResetModel()

    # --- as Qt asks ------------------------------------------------------------------------------------------

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column."""
        if column >= 0:
            self._column, self._descending = Column(column), order is Qt.SortOrder.DescendingOrder
            self._arrange()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows that the filter leaves."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """All columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen, and dragged to a pane."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """What a drag is."""
        return [SERIES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """What a drag carries: the first series with images of the first study."""
        for index in indexes:
            for series in self._rows[index.row()].study.series:
                if series.frame_count:
                    return series_mime(series.uid)
        return QMimeData()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """The columns' titles."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return tr(TITLES[Column(section)])
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """One cell; asked for a dozen roles at each repaint, so what is not known here is answered first."""
        if role not in _ROLES:
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.SCORE:
            return self._score_words(row)
        if role == Qt.ItemDataRole.FontRole and column in (Column.PATIENT, Column.STATUS):
            return self._bold if self._store.state(row.key) is ReadState.NEW else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(row, column)
        if role == BAR_ROLE and column is Column.SCORE:
            return self._bar(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.IMAGES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, row: WorkRow, column: Column) -> str:
        if column <= Column.DESCRIPTION:
            return row.texts[column]
        if column is Column.IMAGES:
            return f"{row.images:,}"
        if column is Column.STATUS:
            return tr(self._store.state(row.key).value)
        score = self.score(row)
        if score is None:
            return ""
        if score.probability is None:
            return tr("refused")
        return f"{probability_text(score.probability)}  {score.label}"

    def _score_words(self, row: WorkRow) -> str:
        score = self.score(row)
        if score is None:
            return tr("Not predicted yet.")
        point = {
            True: tr("reaches the operating point"),
            False: tr("below the operating point"),
            None: tr("no operating point"),
        }[score.called]
        lines = [
            f"{score.model} {score.version}",
            tr("Highest of {count} images").format(count=score.images),
            point if score.probability is not None else tr("The input gate refused every image."),
            tr("Input gate: {verdict}").format(verdict=tr(score.gate)),
        ]
        return "\n".join(lines)

    def _color(self, row: WorkRow, column: Column) -> QColor | None:
        score = self.score(row) if column is Column.SCORE else None
        if score is not None and score.called:
            return QColor(self._theme["caution"])
        if self._store.state(row.key) is ReadState.READ or (score is not None and score.probability is None):
            return QColor(self._theme["text_soft"])
        return None

    def _bar(self, row: WorkRow) -> tuple[float, str] | None:
        score = self.score(row)
        if score is None or score.probability is None:
            return None
        return score.probability, "caution" if score.called else "accent"
