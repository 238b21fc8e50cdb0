"""The window: list of cases, image with the AI's overlay, readers of the case, and the study's tables and plots.

Everything is linked: a click on a case, a reader, or a point opens that case and that reading's replay.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QMainWindow,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from radviewer.core.errors import Problem, RadviewerError, describe
from radviewer.readerstudy.comparison import CallPair, OperatingShift, cases_of, chosen, patterns_of, shifts_of
from radviewer.ui.backends import Decoder
from radviewer.ui.i18n import put, tr
from radviewer.ui.sidebyside.case_pane import CasePane
from radviewer.ui.sidebyside.filter_bar import FilterBar
from radviewer.ui.sidebyside.plots import RatingPlot, RocPlot, TimePlot
from radviewer.ui.sidebyside.replay_panel import ReplayPanel
from radviewer.ui.sidebyside.tables import RowModel, case_model, pair_model, pattern_model, pattern_rows
from radviewer.ui.theme import Theme
from radviewer.workbench.side_by_side import SideBySide

_SIZE = (1500, 900)


class SideBySideWindow(QMainWindow):
    """Calls without and with AI.

    Args:
        material: The unblinded study.
        decoder: Reads the cases' images; is not closed with the window.
        theme: The colours.
        parent: The window that opened it.
    """

    def __init__(self, material: SideBySide, decoder: Decoder, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{tr('Side by side')} \N{EN DASH} {material.title}")
        self._material = material
        self._shown: tuple[CallPair, ...] = ()
        self.filters = FilterBar(material.pairs)
        self.cases = case_model(theme)
        self.readers = pair_model(theme)
        self.patterns = pattern_model(theme)
        self.case_table = _table(self.cases, tr("Cases"))
        self.reader_table = _table(self.readers, tr("Readers of the case"))
        self.pane = CasePane(decoder, theme)
        self.roc = RocPlot(theme)
        self.ratings = RatingPlot(theme)
        self.times = TimePlot(theme)
        self.replay = ReplayPanel()
        self.tabs = QTabWidget()
        self.time_note = QLabel()
        self.note = QLabel()
        put(self.note, material.verdict)
        self._lay_out()
        self._connect()
        self.resize(*_SIZE)
        self.refresh()

    @property
    def pair(self) -> CallPair | None:
        """The chosen reading."""
        rows = self.reader_table.selectionModel().selectedRows()
        return self.readers.rows[rows[0].row()] if rows else None

    def refresh(self) -> None:
        """Shows what the filters let through, and keeps the chosen case if it is among it."""
        case = self._case
        self._shown = chosen(self._material.pairs, self.filters.wish)
        complete = sum(pair.complete for pair in self._shown)
        self.filters.count.setText(tr("{shown} of {all} pairs, {complete} complete").format(
            shown=len(self._shown), all=len(self._material.pairs), complete=complete
        ))  # fmt: skip
        self.cases.set_rows(cases_of(self._shown, self.filters.case_order))
        self.patterns.set_rows(pattern_rows(patterns_of(self._shown)))
        self.roc.set_shifts(shifts_of(self._shown))
        self.ratings.set_pairs(self._shown)
        self.times.set_pairs(self._shown)
        self.time_note.setText(_time_note(self._shown))
        names = [row.case for row in self.cases.rows]
        if names:
            self.case_table.selectRow(names.index(case) if case in names else 0)
        else:
            self._show_case()

    def open_reading(self, pair: CallPair) -> None:
        """Opens a case at one reader's replay."""
        names = [row.case for row in self.cases.rows]
        if pair.case not in names:
            return
        self.case_table.selectRow(names.index(pair.case))
        wanted = [row for row, found in enumerate(self.readers.rows) if found is pair]
        if wanted:
            self.reader_table.selectRow(wanted[0])
        self.tabs.setCurrentWidget(self.replay)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lets go of the case's files."""
        self.pane.close_pane()
        super().closeEvent(event)

    # --- inside ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        pattern_table = _table(self.patterns, tr("Outcomes"))
        for widget, title in (
            (pattern_table, tr("2 \N{MULTIPLICATION SIGN} 2 \N{MULTIPLICATION SIGN} 2 table")),
            (self.roc, tr("ROC space")),
            (self.ratings, tr("Ratings")),
            (_under(self.times, self.time_note), tr("Time")),
            (self.replay, tr("Replay")),
        ):
            self.tabs.addTab(widget, title)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.reader_table)
        right.addWidget(self.tabs)
        right.setSizes([280, 480])
        across = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.case_table, self.pane, right):
            across.addWidget(widget)
        across.setSizes([400, 440, 660])
        for place in range(3):
            across.setStretchFactor(place, 1)
        self.note.setContentsMargins(8, 4, 8, 4)
        self.note.setWordWrap(True)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.filters)
        column.addWidget(across, 1)
        column.addWidget(self.note)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.case_table.selectionModel().selectionChanged.connect(lambda _new, _old: self._show_case())
        self.reader_table.selectionModel().selectionChanged.connect(lambda _new, _old: self._show_reading())
        self.reader_table.doubleClicked.connect(lambda _index: self.tabs.setCurrentWidget(self.replay))
        self.roc.chosen.connect(self._choose_reader)
        for plot in (self.ratings, self.times):
            plot.chosen.connect(self.open_reading)
        self.replay.screen_changed.connect(self.pane.set_screen)
        self.pane.problem.connect(self._tell)

    @property
    def _case(self) -> str:
        rows = self.case_table.selectionModel().selectedRows()
        return self.cases.rows[rows[0].row()].case if rows else ""

    def _show_case(self) -> None:
        case = self._case
        put(self.note, self._material.verdict)
        pairs = tuple(pair for pair in self._shown if pair.case == case)
        self.readers.set_rows(pairs)
        if not case:
            self.pane.set_case((), (), ())
            self.replay.set_pair(None)
            return
        self.pane.set_case(self._material.files.get(case, ()), self._material.plan.case(case).truth.boxes, pairs)
        first = next((row for row, pair in enumerate(pairs) if pair.complete), 0)
        self.reader_table.selectionModel().setCurrentIndex(
            self.readers.index(first, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
        )

    def _show_reading(self) -> None:
        pair = self.pair
        if pair is None:
            return
        try:
            output = self._material.output_of(pair)
        except RadviewerError as error:
            output = None
            self._tell(describe(error))
        self.pane.set_output(output, pair)
        self.replay.set_pair(pair)

    def _choose_reader(self, shift: OperatingShift) -> None:
        self.filters.choose_reader(shift.reader)

    def _tell(self, problem: Problem) -> None:
        put(self.note, problem.sentence())


def _table(model: RowModel[Any], name: str) -> QTableView:
    made = QTableView()
    made.setModel(model)
    made.setAccessibleName(name)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setTabKeyNavigation(False)
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.verticalHeader().hide()
    header = made.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    return made


def _under(plot: QWidget, note: QLabel) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 8)
    note.setContentsMargins(8, 0, 8, 0)
    column.addWidget(plot, 1)
    column.addWidget(note)
    return made


def _time_note(pairs: Sequence[CallPair]) -> str:
    """The median of the ratio of times, with its number of readings; no interval: that is the statistics' business."""
    ratios = [
        pair.aided.seconds / pair.unaided.seconds
        for pair in pairs
        if pair.unaided and pair.aided and pair.unaided.seconds and pair.aided.seconds is not None
    ]
    if not ratios:
        return tr("No pair has both times.")
    return tr("Median of time with AI over time without: {ratio:.2f} ({count} pairs)").format(
        ratio=median(ratios), count=len(ratios)
    )
