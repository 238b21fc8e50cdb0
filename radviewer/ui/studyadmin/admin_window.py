"""Looking after a study while readers read: progress, balance, audit, backup, unblinding, exchange, PINs."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QFont
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from radviewer.core.errors import InputProblem, Problem
from radviewer.readerstudy.audit import Verdict
from radviewer.readerstudy.ledger import Head
from radviewer.readerstudy.opened import open_study
from radviewer.readerstudy.progress import Progress, progress_of
from radviewer.readerstudy.study_store import StudyStore
from radviewer.ui.i18n import put, said, tr
from radviewer.ui.panels.widgets import label, set_role
from radviewer.ui.studyadmin.action_pages import AuditPage, ExchangePage, PinPage
from radviewer.ui.studyadmin.background import Background
from radviewer.ui.studyadmin.balance import balance_page
from radviewer.ui.studyadmin.live_results import LiveResults
from radviewer.ui.studyadmin.page_list import PageList
from radviewer.ui.studyadmin.progress_page import ProgressPage
from radviewer.workbench.reading_export import write_export, write_private
from radviewer.workbench.side_by_side import SideBySide, side_by_side

if TYPE_CHECKING:
    from radviewer.ui.statistics.statistics_window import StatisticsWindow

REFRESH_MS = 2000


class AdminWindow(QWidget):
    """The window; closes the store when it closes.

    Args:
        store: Open with the administrator's key.
        parent: The viewer's window.
        compare: Shows an unblinded study side by side; without it that is not offered.
    """

    def __init__(
        self, store: StudyStore, parent: QWidget | None = None, compare: Callable[[SideBySide], None] | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1040, 700)
        self._store, self._compare = store, compare
        self._seq = -1
        self._closed = False
        self._live: LiveResults | None = None
        self.statistics: StatisticsWindow | None = None
        self.background = Background(self)
        self.background.failed.connect(self._say_problem)
        self.progress, self.audit, self.exchange, self.pins = ProgressPage(), AuditPage(), ExchangePage(), PinPage()
        self.balance = QTextBrowser()
        self.message = label("", "soft")
        self.title = label("", "finding")
        self.simulated = label("", "caution", wrap=False)
        self._build()
        self._connect()
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self.background.run(lambda: _first_look(store), self._seen)
        self.refresh()

    def _build(self) -> None:
        font = QFont(self.title.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.title.setFont(font)
        self.pages = PageList()
        for name, page in (
            (tr("Progress"), self.progress), (tr("Schedule"), self.balance), (tr("Audit and backup"), self.audit),
            (tr("Results"), self.exchange), (tr("PINs"), self.pins),
        ):  # fmt: skip
            self.pages.add_page(name, page)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.simulated)
        row = QHBoxLayout()
        row.addWidget(self.pages)
        row.addWidget(self.pages.stack, 1)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addLayout(row, 1)
        column.addWidget(self.message)

    def _connect(self) -> None:
        self.progress.override_requested.connect(self.override)
        self.audit.verify_requested.connect(self.verify)
        self.audit.backup_requested.connect(self.backup)
        self.audit.head_requested.connect(self.save_head)
        self.exchange.unblind_requested.connect(self.unblind)
        self.exchange.export_requested.connect(self.export)
        self.exchange.import_requested.connect(self.bring_in)
        self.exchange.debrief_requested.connect(self.debrief)
        self.exchange.statistics_requested.connect(self.open_statistics)
        self.exchange.side_by_side_requested.connect(self.open_side_by_side)
        self.exchange.side_by_side.setVisible(self._compare is not None)
        self.pins.pin_requested.connect(self.set_pin)

    # --- what the administrator does --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Looks whether anything was recorded, and follows it."""
        if self.background.busy:
            return
        store, live, seq = self._store, self._live, self._seq

        def look() -> tuple[int, tuple[Progress, ...] | None]:
            head = store.ledger.head().seq
            if head == seq:
                return head, None
            if live is not None:
                live.refresh()
            return head, progress_of(store)

        self.background.run(look, self._followed)

    def override(self, reader: str, period: int, reason: str) -> None:
        """Lets a reader begin a period before the washout is over."""
        text = tr("Recorded: {reader} may begin period {period}.").format(reader=reader, period=period)
        self._do(lambda: self._store.override_washout(reader, period, reason), text)

    def set_pin(self, reader: str, pin: str) -> None:
        """Sets a reader's PIN."""
        self.background.run(lambda: self._store.set_pin(reader, pin), lambda _none: self.pins.done(reader))

    def verify(self, heads: tuple[Path, ...] = ()) -> None:
        """Walks the audit chain and compares the images with those that were frozen."""
        store = self._store
        self.audit.set_verdict(True, tr("Verifying ..."), "")

        def work() -> tuple[Verdict, tuple[str, ...], tuple[str, ...]]:
            verdict, notes = store.verify([_head(path) for path in heads])
            return verdict, notes, store.check_files()

        self.background.run(work, self._verified)

    def backup(self) -> None:
        """Copies the store."""
        self.background.run(self._store.backup, lambda path: self._say(tr("Copied to {path}").format(path=path)))

    def save_head(self, path: Path) -> None:
        """Writes the head of the chain, which holds no data."""
        store = self._store

        def work() -> None:
            head = store.ledger.head()
            text = json.dumps({"seq": head.seq, "mac": head.mac.hex()}, indent=2) + "\n"
            write_private(path, text.encode())

        self._do(work, tr("Written: {path}. Give it to somebody independent.").format(path=path))

    def unblind(self, reason: str) -> None:
        """Records that calls are from now on looked at beside the truth."""
        store = self._store

        def work() -> str | None:
            store.unblind(reason)
            return _blinding(store)

        self.background.run(work, self.exchange.set_blinding)

    def export(self, folder: Path, anonymised: bool = False, reports: bool = False) -> None:
        """Writes every format into a new or empty folder."""
        store = self._store
        done = tr("Exported to {folder}").format(folder=folder)
        self._do(lambda: _export(store, folder, anonymised=anonymised, reports=reports), done)

    def bring_in(self, table: Path) -> None:
        """Takes in calls that were made elsewhere."""
        from radviewer.readerstudy.exchange.bring_in import import_calls

        store = self._store
        self.background.run(
            lambda: import_calls(store, open_study(store), table),
            lambda count: self._say(tr("{count} calls of the table are in the study.").format(count=count)),
        )

    def debrief(self, folder: Path) -> None:
        """Writes a page for each reader on what was false on purpose, and records it."""
        store = self._store
        self.background.run(lambda: _debrief(store, folder), self._say)

    def open_statistics(self) -> None:
        """Opens the statistics on the study's own table, which follows the readers."""
        if self.statistics is not None:
            self.statistics.raise_()
            return
        store = self._store

        def work() -> LiveResults:
            live = LiveResults(store)
            try:
                live.refresh()
            except InputProblem:
                live.close()
                raise
            return live

        self.background.run(work, self._show_statistics)

    def open_side_by_side(self) -> None:
        """Shows the calls without and with AI, case by case."""
        store, compare = self._store, self._compare
        if compare is None:
            return

        def work() -> SideBySide:
            store.require_unblinded()
            return side_by_side(store)

        self.background.run(work, compare)

    # --- what comes back ---------------------------------------------------------------------------------------------

    def _seen(self, found: tuple[str, str, bool, tuple[str, ...], str | None]) -> None:
        title, page, simulated, readers, blinding = found
        self.title.setText(title)
        self.setWindowTitle(tr("Reader study: {title}").format(title=title))
        self.simulated.setText(tr("SIMULATED readers") if simulated else "")
        self.balance.setHtml(page)
        self.pins.set_readers(readers)
        self.exchange.set_blinding(blinding)

    def _followed(self, found: tuple[int, tuple[Progress, ...] | None]) -> None:
        self._seq, progress = found
        if progress is not None:
            self.progress.set_progress(progress, f"{datetime.now():%H:%M:%S}")

    def _verified(self, found: tuple[Verdict, tuple[str, ...], tuple[str, ...]]) -> None:
        verdict, notes, files = found
        whole = verdict.whole and not files
        words = tr("The chain is whole.") if verdict.anchors else tr("The chain is whole up to its present end.")
        lines = [tr("{records} records, head {head}, compared with {anchors} anchors").format(
            records=verdict.records, head=verdict.head.mac.hex()[:16], anchors=verdict.anchors)]  # fmt: skip
        lines += [*map(said, notes), *(tr("ALTERED: {fault}").format(fault=said(fault)) for fault in verdict.faults)]
        lines += [tr("ALTERED: the images of case {case} are not those that were frozen.").format(case=key[:12])
                  for key in files]  # fmt: skip
        self.audit.set_verdict(whole, words if whole else tr("The study was ALTERED."), "\n".join(lines))

    def _show_statistics(self, live: LiveResults) -> None:
        from radviewer.ui.statistics.statistics_window import StatisticsWindow

        self._live = live
        self.statistics = StatisticsWindow(self)
        self.statistics.destroyed.connect(self._statistics_closed)
        self.statistics.open_table(live.table, live.metadata, audited=True, repeats=live.repeats)
        self.statistics.unblind()  # that was recorded in the ledger, which is more than a click
        self.statistics.show()

    def _statistics_closed(self) -> None:
        self.statistics = None
        live, self._live = self._live, None
        if live is not None:
            live.close()

    def _do(self, call: Callable[[], object], words: str) -> None:
        self.background.run(call, lambda _result: self._say(words))

    def _say(self, text: str) -> None:
        set_role(self.message, "ok")
        self.message.setText(text)

    def _say_problem(self, problem: Problem) -> None:
        set_role(self.message, "caution")
        put(self.message, problem.sentence())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closes the statistics and the store."""
        if not self._closed:
            self._closed = True
            self._timer.stop()
            if self.statistics is not None:
                self.statistics.close()
            live, store = self._live, self._store
            self._live = None

            def last() -> None:
                if live is not None:
                    live.close()
                store.close()

            self.background.close(last)
        super().closeEvent(event)


def _first_look(store: StudyStore) -> tuple[str, str, bool, tuple[str, ...], str | None]:
    opened = open_study(store)
    page, _faults = balance_page(opened.plan, opened.schedule)
    study = opened.plan.study
    return study.title, page, study.simulated, store.readers(), _blinding(store)


def _blinding(store: StudyStore) -> str | None:
    record = store.unblinded
    if record is None:
        return None
    when, why = str(record.data["utc"])[:16].replace("T", " "), record.data["reason"]
    return tr("Unblinded {when} UTC: {why}").format(when=when, why=why)


def _head(path: Path) -> Head:
    from radviewer.readerstudy.exchange.study_json import read_head

    try:
        return read_head(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise InputProblem(f"{path} cannot be read.", hint="Name head.json or study.json of an export.") from error


def _export(store: StudyStore, folder: Path, *, anonymised: bool, reports: bool) -> None:
    from radviewer.readerstudy.exchange.pseudonyms import anonymised as without_names

    store.require_unblinded()
    opened = open_study(store)
    write_export(without_names(opened, store.place.keys) if anonymised else opened, folder)
    if not reports:
        return
    from radviewer.workbench.call_reports import call_reports

    refused = []
    for name, made in call_reports(store, opened):
        if isinstance(made, bytes):
            write_private(folder / "sr" / name, made)
        else:
            refused.append(made.message)
    if refused:
        raise InputProblem(
            f"The export is written, but {len(refused)} reports are not: {refused[0]}", hint="The others are in sr/."
        )


def _debrief(store: StudyStore, folder: Path) -> str:
    from radviewer.report.study.debrief import debrief_files

    made = debrief_files(store, (), f"{datetime.now():%Y-%m-%d}")
    pages = {name: page for name, page in made if isinstance(page, bytes)}
    for name, page in pages.items():
        write_private(folder / name, page)
    refused = [problem.message for _, problem in made if isinstance(problem, InputProblem)]
    words = tr("{count} pages are in {folder}.").format(count=len(pages), folder=folder)
    return " ".join((words, *refused))
