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

from PySide6.QtCore import QEvent, Qt
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
from radviewer.ui.i18n import put, tr
from radviewer.ui.statistics.column_choice import ColumnChoice
from radviewer.ui.statistics.live_table import ROLES, LiveTable, guess_roles, read_header
from radviewer.ui.statistics.page_view import PageView, titles
from radviewer.ui.statistics.page_words import page_in_words

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
        self.setWindowTitle(tr("Reader study statistics"))
        self.resize(1180, 860)
        self._replicates = replicates
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="radviewer-statistics")
        self._bridge = Bridge(self)
        self._generation = 0
        self._report: StudyReport | None = None
        self._analysed = ""
        self._metadata: Path | None = None
        self._audited = False
        self._repeats: Path | None = None
        self._live = LiveTable(self)
        self._live.changed.connect(self.refresh)
        self.page = PageView()
        self.sections = QListWidget()
        self.columns = ColumnChoice()
        self.columns.changed.connect(self.refresh)
        self.message = QLabel(tr(_EMPTY))
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.state = QLabel("")
        self._build()

    @property
    def report(self) -> StudyReport | None:
        """What is shown, or None."""
        return self._report

    def open_table(
        self, path: Path, metadata: Path | None = None, *, audited: bool = False, repeats: Path | None = None
    ) -> None:
        """Analyses a table and follows its changes; shows nothing before the administrator has confirmed.

        Args:
            path: The table of reads.
            metadata: TOML with what the table does not know; read anew with each change of the table.
            audited: Whether the audit's verdict in it is the program's own, just made.
            repeats: Table of cases that were read again; used once it is there.
        """
        self._metadata, self._audited, self._repeats = metadata, audited, repeats
        header = read_header(path)
        self.columns.set_columns(header, guess_roles(header))
        self._live.watch(path)
        self.setWindowTitle(tr("Reader study statistics: {name}").format(name=path.name))
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
        metadata, audited, repeats = self._metadata, self._audited, self._repeats
        self.state.setText(tr("analysing ..."))

        def work() -> None:
            outcome = analyse(path, roles, replicates, metadata, audited=audited, repeats=repeats)
            if not isinstance(outcome, Problem):
                page_in_words(outcome.page)  # what is said once is kept, so that the window has it at once
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
            last = " The results below are the last ones." if self._report else ""
            put(self.message, outcome.sentence() + last)
            self.message.show()
            return
        self._report, self._analysed = outcome, f"{datetime.now(UTC).astimezone():%H:%M:%S}"
        self.message.hide()
        self._fill(outcome)

    def _fill(self, report: StudyReport) -> None:
        """Shows a report in the language of the window."""
        page = page_in_words(report.page)
        self.page.set_page(page)
        names, at = titles(page), self.sections.currentRow()
        if [self.sections.item(i).text() for i in range(self.sections.count())] != names:
            self.sections.clear()
            self.sections.addItems(names)
            self.sections.setCurrentRow(at)
        reads = int(report.study.table.read.sum()) if report.study.table is not None else 0
        words = (
            tr("{count} reads, analysed {time}; follows the file") if reads else tr("analysed {time}; follows the file")
        )
        self.state.setText(words.format(count=reads, time=self._analysed))

    def changeEvent(self, event: QEvent) -> None:
        """Says the results anew when the language changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self._report is not None:
            self._fill(self._report)

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
        bar.addWidget(_button(tr("Open table..."), self._ask_for_table))
        bar.addWidget(_button(tr("Save report..."), self._ask_for_folder))
        bar.addStretch(1)
        bar.addWidget(self.state)
        return bar

    def _gate(self) -> QWidget:
        gate = QWidget()
        column = QVBoxLayout(gate)
        words = QLabel(tr(_UNBLINDING))
        words.setWordWrap(True)
        words.setFixedWidth(560)
        # Between stretches and not aligned: an aligned label that wraps gets the height of a wider one.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words)
        middle.addStretch(1)
        confirm = _button(tr("I am the administrator: show the results"), self.unblind)
        column.addStretch(1)
        column.addLayout(middle)
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
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Open a table of reads"), "", tr("Tables (*.csv);;All files (*)")
        )
        if name:
            self.open_table(Path(name))

    def _ask_for_folder(self) -> None:
        if self._report is None or not self.unblinded:
            self.message.setText(tr("There are no results to save yet."))
            self.message.show()
            return
        name = QFileDialog.getExistingDirectory(self, tr("Folder for report.html, report.pdf and report.json"))
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
            put(self.message, describe(error).sentence())
        else:
            words = tr("Saved report.html, report.pdf and report.json in {folder}.")
            self.message.setText(words.format(folder=folder))
        self.message.show()


def analyse(
    path: Path, roles: dict[str, str], replicates: int, metadata: Path | None = None, *, audited: bool = False,
    repeats: Path | None = None,
) -> StudyReport | Problem:  # fmt: skip
    """The study's report, or why there is none; runs on any thread."""
    from radviewer.report.study.analysis import StudyOptions
    from radviewer.report.study.report import StudyReport
    from radviewer.stats.uptake import UptakeColumns

    try:
        check_columns(path, roles)
        options = StudyOptions(UptakeColumns(**roles), replicates=replicates)
        again = repeats if repeats is not None and repeats.is_file() else None
        report = StudyReport.from_files(path, metadata, date=date.today().isoformat(), options=options, repeats=again)
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
            words = (
                tr("{name} has no column '{column}' any more.") if column else tr("{name} has no column for: {role}.")
            )
            text = words.format(name=path.name, column=column, role=tr(role.text))
            raise InputProblem(text, hint=tr("Choose one of: {choices}.").format(choices=", ".join(header)))


def _button(text: str, clicked: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda _checked: clicked())
    return button
