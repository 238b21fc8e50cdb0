"""The statistics window: choose a table of reads, see the study's results, and have them follow while readers read.

Results compare readers and conditions, so whoever opens them has to say first that they are the study's administrator.
The analysis runs on a thread of its own; one that was started before the last change is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from radviewer.core.errors import InputProblem, Problem, describe
from radviewer.ui.bridge import Bridge
from radviewer.ui.statistics.column_choice import ColumnChoice
from radviewer.ui.statistics.live_table import ROLES, LiveTable, guess_roles, read_header
from radviewer.ui.statistics.page_view import PageView, titles

if TYPE_CHECKING:
    from radviewer.report.study.report import StudyReport

_UNBLINDING = (
    "These results show truth and compare readers and conditions. Only the study's administrator may see them "
    "while the study runs; a reader who sees them is unblinded."
)
_EMPTY = "Open a table of reads (CSV, one row for each read) to see the study's results."


class StatisticsWindow(QWidget):
    """Results of one study.

    Args:
        parent: The viewer's window; this one stands beside it.
        replicates: Bootstrap samples.
    """

    def __init__(self, parent: QWidget | None = None, *, replicates: int = 1000) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Reader study statistics")
        self.resize(1180, 860)
        self._replicates = replicates
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="radviewer-statistics")
        self._bridge = Bridge(self)
        self._generation = 0
        self._report: StudyReport | None = None
        self._metadata: Path | None = None
        self._audited = False
        self._live = LiveTable(self)
        self._live.changed.connect(self.refresh)
        self.page = PageView()
        self.sections = QListWidget()
        self.columns = ColumnChoice()
        self.columns.changed.connect(self.refresh)
        self.message = QLabel(_EMPTY)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.state = QLabel("")
        self._build()

    @property
    def report(self) -> StudyReport | None:
        """What is shown, or None."""
        return self._report

    def open_table(self, path: Path, metadata: Path | None = None, *, audited: bool = False) -> None:
        """Analyses a table and follows its changes; shows nothing before the administrator has confirmed.

        Args:
            path: The table of reads.
            metadata: TOML with what the table does not know; read anew with each change of the table.
            audited: Whether the audit's verdict in it is the program's own, just made.
        """
        self._metadata, self._audited = metadata, audited
        header = read_header(path)
        self.columns.set_columns(header, guess_roles(header))
        self._live.watch(path)
        self.setWindowTitle(f"Reader study statistics: {path.name}")
        self.refresh()

    def unblind(self) -> None:
        """The administrator's word: results may be shown."""
        self._stack.setCurrentIndex(1)

    @property
    def unblinded(self) -> bool:
        """Whether results are on the screen."""
        return bool(self._stack.currentIndex() == 1)

    def refresh(self) -> None:
        """Analyses the table again, in the background."""
        path = self._live.path
        if path is None:
            return
        self._generation += 1
        generation, roles, replicates = self._generation, self.columns.roles(), self._replicates
        metadata, audited = self._metadata, self._audited
        self.state.setText("analysing ...")

        def work() -> None:
            outcome = analyse(path, roles, replicates, metadata, audited=audited)
            self._bridge.post(lambda: self._arrived(generation, outcome))

        self._executor.submit(work)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stops following the table; an analysis that still runs is dropped."""
        self._live.watch(None)
        self._bridge.close()
        self._executor.shutdown(wait=False, cancel_futures=True)
        super().closeEvent(event)

    def _arrived(self, generation: int, outcome: StudyReport | Problem) -> None:
        if generation != self._generation:
            return
        if isinstance(outcome, Problem):
            self.state.setText("")
            self.message.setText(outcome.sentence() + (" The results below are the last ones." if self._report else ""))
            self.message.show()
            return
        self._report = outcome
        self.message.hide()
        self.page.set_page(outcome.page)
        names = titles(outcome.page)
        if [self.sections.item(i).text() for i in range(self.sections.count())] != names:
            self.sections.clear()
            self.sections.addItems(names)
        reads = int(outcome.study.table.read.sum()) if outcome.study.table is not None else 0
        count = f"{reads} reads, " if reads else ""
        self.state.setText(f"{count}analysed {datetime.now(UTC).astimezone():%H:%M:%S}; follows the file")

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self._gate())
        self._stack.addWidget(self._results())
        column = QVBoxLayout(self)
        column.addLayout(self._bar())
        column.addWidget(self.message)
        column.addWidget(self._stack, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.addWidget(_button("Open table...", self._ask_for_table))
        bar.addWidget(_button("Save report...", self._ask_for_folder))
        bar.addStretch(1)
        bar.addWidget(self.state)
        return bar

    def _gate(self) -> QWidget:
        gate = QWidget()
        column = QVBoxLayout(gate)
        words = QLabel(_UNBLINDING)
        words.setWordWrap(True)
        words.setMaximumWidth(560)
        confirm = _button("I am the administrator: show the results", self.unblind)
        column.addStretch(1)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(confirm, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return gate

    def _results(self) -> QWidget:
        results = QWidget()
        row = QHBoxLayout(results)
        row.setContentsMargins(0, 0, 0, 0)
        side = QVBoxLayout()
        self.sections.setMaximumWidth(230)
        self.sections.currentRowChanged.connect(self.page.show_section)
        side.addWidget(self.sections, 1)
        side.addWidget(self.columns)
        row.addLayout(side)
        row.addWidget(self.page, 1)
        return results

    def _ask_for_table(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Open a table of reads", "", "Tables (*.csv);;All files (*)")
        if name:
            self.open_table(Path(name))

    def _ask_for_folder(self) -> None:
        if self._report is None or not self.unblinded:
            self.message.setText("There are no results to save yet.")
            self.message.show()
            return
        name = QFileDialog.getExistingDirectory(self, "Folder for report.html, report.pdf and report.json")
        if name:
            self.save_report(Path(name))

    def save_report(self, folder: Path) -> None:
        """Writes what is shown as HTML, PDF and JSON; existing files of these names are not overwritten."""
        from radviewer.io.export import write_atomically

        report = self._report
        if report is None:
            return
        try:
            for name, content in (
                ("report.html", report.html().encode()),
                ("report.pdf", report.pdf()),
                ("report.json", report.json().encode()),
            ):
                write_atomically(folder / name, content)
        except Exception as error:  # noqa: BLE001 - the window's gate: a full disk must not end it
            self.message.setText(describe(error).sentence())
        else:
            self.message.setText(f"Saved report.html, report.pdf and report.json in {folder}.")
        self.message.show()


def analyse(
    path: Path, roles: dict[str, str], replicates: int, metadata: Path | None = None, *, audited: bool = False
) -> StudyReport | Problem:
    """The study's report, or why there is none; runs on any thread."""
    from radviewer.report.study.analysis import StudyOptions
    from radviewer.report.study.report import StudyReport
    from radviewer.stats.uptake import UptakeColumns

    try:
        check_columns(path, roles)
        options = StudyOptions(UptakeColumns(**roles), replicates=replicates)
        report = StudyReport.from_files(path, metadata, date=date.today().isoformat(), options=options)
        if audited:
            facts = report.study.metadata
            facts = replace(facts, audit=replace(facts.audit, stated=False))
            report = replace(report, study=replace(report.study, metadata=facts))
        _ = report.page  # built here, not on the window's thread
    except Exception as error:  # noqa: BLE001 - the thread's gate: the window says what went wrong and stays alive
        return describe(error)
    return report


def check_columns(path: Path, roles: dict[str, str]) -> None:
    """Whether the table still has the columns that were chosen.

    Raises:
        InputProblem: One is missing.
    """
    header = read_header(path)
    for role in ROLES:
        column = roles.get(role.name)
        if header and (column not in header if column else role.required):
            what = f"no column '{column}' any more" if column else f"no column for {role.text.lower()}"
            raise InputProblem(f"{path.name} has {what}.", hint=f"Choose one of: {', '.join(header)}.")


def _button(text: str, clicked: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda _checked: clicked())
    return button
