"""The tables of the side-by-side view as Qt models: cases, the readers of one case, the 2 x 2 x 2 table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from radviewer.readerstudy.comparison import Call, CallPair, CaseSummary, Change
from radviewer.stats.uptake.switching import PATTERNS
from radviewer.ui.i18n import tr
from radviewer.ui.theme import Theme

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
TONES: Mapping[Change, str] = {
    Change.HARMFUL: "danger",
    Change.BENEFICIAL: "ok",
    Change.KEPT_RIGHT: "text",
    Change.KEPT_WRONG: "caution",
    Change.OPEN: "text_soft",
}
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def outcome_text(change: Change) -> str:
    """What became of a call, in words."""
    return {
        Change.HARMFUL: tr("switched, wrong"),
        Change.BENEFICIAL: tr("switched, right"),
        Change.KEPT_RIGHT: tr("kept, right"),
        Change.KEPT_WRONG: tr("kept, wrong"),
        Change.OPEN: tr("not complete"),
    }[change]


def sign(positive: bool | None) -> str:
    """A call or a truth as "+" or "-", an en dash where there is none."""
    return "\N{EN DASH}" if positive is None else "+" if positive else "\N{MINUS SIGN}"


def call_text(call: Call | None) -> str:
    """Rating and call, for example "35 -"."""
    if call is None:
        return "\N{EN DASH}"
    rating = "" if call.rating is None else f"{call.rating:g} "
    return f"{rating}{sign(call.positive)}"


def seconds_text(seconds: float | None) -> str:
    """Minutes and seconds."""
    if seconds is None:
        return "\N{EN DASH}"
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its title, the text of a row, whether it is a number, and the colour token of a row."""

    title: Callable[[], str]
    text: Callable[[Row], str]
    number: bool = False
    tone: Callable[[Row], str] | None = None


class RowModel(QAbstractTableModel, Generic[Row]):
    """Rows that are shown and not edited.

    Args:
        columns: What is shown of a row.
        theme: For the colours of outcomes.
    """

    def __init__(self, columns: Sequence[Column[Row]], theme: Theme) -> None:
        super().__init__()
        self._columns, self._theme = tuple(columns), theme
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment and colour of a cell."""
        column, row = self._columns[index.column()], self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return _NUMBERS
        if role == Qt.ItemDataRole.ForegroundRole and column.tone is not None:
            return QColor(self._theme[column.tone(row)])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[section].number:
            return _NUMBERS
        return None


def case_model(theme: Theme) -> RowModel[CaseSummary]:
    """The list of cases."""
    return RowModel(
        (
            Column(lambda: tr("Case"), lambda row: row.case),
            Column(lambda: tr("Truth"), lambda row: sign(row.truth)),
            Column(lambda: tr("AI"), lambda row: sign(row.ai_call), tone=_ai_tone),
            Column(lambda: tr("Harmful"), lambda row: _count(row, Change.HARMFUL), True, _harm_tone),
            Column(lambda: tr("Beneficial"), lambda row: _count(row, Change.BENEFICIAL), True, _good_tone),
            Column(lambda: tr("Disagree"), lambda row: str(row.disagreements or ""), True),
        ),
        theme,
    )


def pair_model(theme: Theme) -> RowModel[CallPair]:
    """The readers of one case."""
    return RowModel(
        (
            Column(lambda: tr("Reader"), lambda pair: pair.reader),
            Column(lambda: tr("Without AI"), lambda pair: call_text(pair.unaided), True),
            Column(lambda: tr("With AI"), lambda pair: call_text(pair.aided), True),
            Column(lambda: tr("Truth"), lambda pair: sign(pair.truth)),
            Column(lambda: tr("Outcome"), lambda pair: outcome_text(pair.change), tone=lambda pair: TONES[pair.change]),
            Column(lambda: tr("Time without"), lambda pair: _time(pair.unaided), True),
            Column(lambda: tr("Time with"), lambda pair: _time(pair.aided), True),
            Column(lambda: tr("Overlay shown"), lambda pair: _overlay(pair.aided), True),
            Column(lambda: tr("Experience"), lambda pair: pair.experience),
            Column(lambda: tr("Condition"), lambda pair: pair.arm),
        ),
        theme,
    )


@dataclass(frozen=True, slots=True)
class PatternRow:
    """One cell of the 2 x 2 x 2 table."""

    key: str
    count: int
    total: int


def pattern_model(theme: Theme) -> RowModel[PatternRow]:
    """The 2 x 2 x 2 table."""
    return RowModel(
        (
            Column(lambda: tr("Without AI"), lambda row: _right(row.key[0])),
            Column(lambda: tr("AI"), lambda row: _right(row.key[1])),
            Column(lambda: tr("With AI"), lambda row: _right(row.key[2])),
            Column(lambda: tr("Reads"), lambda row: str(row.count), True),
            Column(lambda: tr("Share"), lambda row: f"{100 * row.count / row.total:.1f} %" if row.total else "", True),
            Column(lambda: tr("Pattern"), lambda row: tr(PATTERNS[row.key][0]), tone=_pattern_tone),
            Column(lambda: tr("What happened"), lambda row: tr(PATTERNS[row.key][1])),
        ),
        theme,
    )


def pattern_rows(counts: Mapping[str, int]) -> list[PatternRow]:
    """The rows, in the order of `counts`."""
    total = sum(counts.values())
    return [PatternRow(key, count, total) for key, count in counts.items()]


def _right(bit: str) -> str:
    return tr("right") if bit == "1" else tr("wrong")


def _pattern_tone(row: PatternRow) -> str:
    before, after = row.key[0], row.key[2]
    if before == after:
        return "text" if after == "1" else "caution"
    return "ok" if after == "1" else "danger"


def _count(row: CaseSummary, change: Change) -> str:
    return str(row.count(change) or "")


def _ai_tone(row: CaseSummary) -> str:
    return "text" if row.ai_call is None or row.ai_call == row.truth else "caution"


def _harm_tone(_row: CaseSummary) -> str:
    return "danger"


def _good_tone(_row: CaseSummary) -> str:
    return "ok"


def _time(call: Call | None) -> str:
    return seconds_text(None if call is None else call.seconds)


def _overlay(call: Call | None) -> str:
    return seconds_text(None if call is None else call.overlay_s)
