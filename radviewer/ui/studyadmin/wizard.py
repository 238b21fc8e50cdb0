"""The wizard: a plan page by page, judged while it is written by the code that reads plan files, then frozen."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from radviewer.core.errors import InputProblem, Problem
from radviewer.readerstudy.plan_file import PLAN_NAME
from radviewer.ui.i18n import put, said_problem, tr
from radviewer.ui.panels.widgets import heading, label, set_role
from radviewer.ui.studyadmin import plan_fields as fields
from radviewer.ui.studyadmin.background import Background
from radviewer.ui.studyadmin.balance import balance_page
from radviewer.ui.studyadmin.fields import Form, RowTable
from radviewer.ui.studyadmin.freezing import checked, freeze
from radviewer.ui.studyadmin.page_list import PageList
from radviewer.workbench.reading_draft import Draft, cases_in, truths_from
from radviewer.workbench.reading_export import write_private
from radviewer.workbench.reading_place import key_folder

_CHECK_MS = 250


class StudyWizard(QWidget):
    """The window.

    Signals:
        frozen: (study folder, key folder) of a study that was frozen.

    Args:
        parent: The viewer's window.
        folder: Where the plan file goes; asked for if None.
    """

    frozen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None, folder: Path | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("New reader study"))
        self.resize(1040, 720)
        self.folder = folder
        self.keys = key_folder()
        self.background = Background(self)
        self.background.failed.connect(self._say_problem)
        self.forms = {
            "study": Form(fields.study_fields(secrets.randbelow(2**31))),
            "design": Form(fields.design_fields()),
            "model": Form(fields.model_fields()),
            "limits": Form(fields.limit_fields()),
            "viewing": Form(fields.viewing_fields()),
            "analysis": Form(fields.analysis_fields()),
        }
        self.conditions = RowTable(fields.condition_fields(), tr("Add condition"))
        self.questions = RowTable(fields.question_fields(), tr("Add question"))
        self.readers = RowTable(fields.reader_fields(), tr("Add reader"))
        self.cases = RowTable(fields.case_fields(), tr("Add case"))
        self.conditions.set_rows(fields.START_CONDITIONS)
        self.questions.set_rows(fields.START_QUESTIONS)
        self.readers.set_rows(fields.START_READERS)
        self.verdict = label("")
        self.page = QTextBrowser()
        self.steps = PageList()
        self._timer = QTimer(self, interval=_CHECK_MS, singleShot=True)
        self._timer.timeout.connect(self.judge)
        self._closed = False
        self._build()
        for form in self.forms.values():
            form.changed.connect(self._timer.start)
        for table in (self.conditions, self.questions, self.readers, self.cases):
            table.changed.connect(self._timer.start)
        self.judge()

    # --- pages ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        study = [heading(tr("Study")), self.forms["study"], heading(tr("Model")), self.forms["model"],
                 heading(tr("Settled before the first read")), self.forms["analysis"]]  # fmt: skip
        design = [heading(tr("Design")), self.forms["design"], heading(tr("Time")), self.forms["limits"],
                  heading(tr("Viewing")), self.forms["viewing"]]  # fmt: skip
        self.steps.add_page(tr("1  Study and model"), _scrolled(*study))
        self.steps.add_page(tr("2  Design"), _scrolled(*design))
        self.steps.add_page(
            tr("3  Conditions"), _filled(heading(tr("Conditions: what readers see of the AI")), self.conditions)
        )
        self.steps.add_page(tr("4  Questions"), _filled(heading(tr("Questions about each case")), self.questions))
        self.steps.add_page(tr("5  Cases and truth"), _filled(heading(tr("Cases and truth")), self.cases))
        self.steps.add_page(tr("6  Readers"), _filled(heading(tr("Readers")), self.readers))
        self.steps.add_page(tr("7  Check and freeze"), _filled(heading(tr("Balance of the schedule")), self.page))
        for text, clicked in (
            (tr("Cases from a folder..."), self._ask_cases),
            (tr("Truth from CSV..."), self._ask_truth),
        ):
            button = QPushButton(text)
            button.clicked.connect(clicked)
            self.cases.buttons.addWidget(button)
        row = QHBoxLayout()
        row.addWidget(self.steps)
        row.addWidget(self.steps.stack, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.verdict, 1)
        self._buttons = {
            "check": _button(tr("Check files"), self.check), "save": _button(tr("Write plan..."), self._ask_save),
            "freeze": _button(tr("Freeze..."), self._ask_freeze),
        }  # fmt: skip
        self._buttons["freeze"].setObjectName("primary")
        for button in self._buttons.values():
            foot.addWidget(button)
        self.background.busy_changed.connect(self._set_busy)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def _set_busy(self, busy: bool) -> None:
        for button in self._buttons.values():
            button.setEnabled(not busy)

    # --- the draft --------------------------------------------------------------------------------------------------

    def draft(self) -> Draft:
        """What has been entered."""
        tables = {name: form.values() for name, form in self.forms.items()}
        if tables["design"].get("kind") != "split-plot":
            tables["design"].pop("groups")
        if not any(row.get("ai") for row in self.conditions.rows()):
            tables["model"] = {}
        questions = [_asked(row) for row in _named(self.questions.rows())]
        readers, cases = _named(self.readers.rows()), _named(self.cases.rows())
        return Draft(self.folder or Path.cwd(), tables, _named(self.conditions.rows()), questions, readers, cases)

    def judge(self) -> None:
        """Says what is missing, without touching case files."""
        if not self.cases.rows():
            set_role(self.verdict, "caution")
            self.verdict.setText(tr("There are no cases yet: add them on page 5."))
            return
        try:
            plan = self.draft().check()
        except InputProblem as problem:
            set_role(self.verdict, "caution")
            put(self.verdict, f"{problem.message} {problem.hint}".strip())
            return
        set_role(self.verdict, "ok")
        text = tr("The plan is complete: {cases} cases, {readers} readers.")
        self.verdict.setText(text.format(cases=len(plan.cases), readers=len(plan.readers)))

    @property
    def complete(self) -> bool:
        """Whether the plan can be carried out, as far as can be said without its files."""
        try:
            self.draft().check()
        except InputProblem:
            return False
        return True

    def add_cases(self, folder: Path) -> None:
        """Adds the cases of a folder."""
        try:
            found = cases_in(folder, self.folder or folder.parent)
        except InputProblem as problem:
            self._say_problem(Problem(problem.kind, problem.message, problem.hint))
            return
        self.folder = self.folder or folder.parent
        self.cases.set_rows([*self.cases.rows(), *found])

    def read_truth(self, table: Path) -> None:
        """Fills in truth and AI output from a table."""
        try:
            rows, unknown = truths_from(self.cases.rows(), table)
        except InputProblem as problem:
            self._say_problem(Problem(problem.kind, problem.message, problem.hint))
            return
        self.cases.set_rows(rows)
        if unknown:
            self.verdict.setText(tr("{count} rows of the table belong to no case.").format(count=unknown))

    def check(self) -> None:
        """Reads and hashes all files, makes the schedule and shows its balance."""
        draft = self.draft()
        self.steps.setCurrentRow(self.steps.count() - 1)
        self.page.setPlainText(tr("Checking ..."))
        self.background.run(lambda: balance_page(*checked(draft)), self._show_balance)

    def save(self, folder: Path) -> None:
        """Writes the plan file; an existing one is not overwritten."""
        draft = self.draft()
        self.background.run(
            lambda: write_private(folder / PLAN_NAME, draft.toml().encode()),
            lambda _none: self._say(tr("Written: {path}").format(path=folder / PLAN_NAME)),
        )

    def freeze(self, out: Path) -> None:
        """Freezes the plan into a new study folder."""
        self.folder = self.folder or out.parent
        draft, keys = self.draft(), self.keys
        self._say(tr("Freezing ..."))
        self.background.run(lambda: freeze(draft, out, keys), lambda _store: self._frozen(out))

    def _frozen(self, out: Path) -> None:
        self._say(tr("Frozen: {path}. Keep a copy of the administrator's key in a safe place.").format(path=out))
        self.frozen.emit(out, self.keys)

    # --- words ------------------------------------------------------------------------------------------------------

    def _show_balance(self, found: tuple[str, tuple[str, ...]]) -> None:
        self.page.setHtml(found[0])
        if found[1]:
            self._say_problem(Problem("plan", found[1][0], tr("Change the design.")))
        else:
            self._say(tr("Files and schedule are sound."))

    def _say(self, text: str) -> None:
        set_role(self.verdict, "ok")
        self.verdict.setText(text)

    def _say_problem(self, problem: Problem) -> None:
        set_role(self.verdict, "caution")
        put(self.verdict, problem.sentence())
        if self.page.toPlainText() == tr("Checking ..."):
            self.page.setPlainText(said_problem(problem))

    def _ask_cases(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder with the cases"))
        if name:
            self.add_cases(Path(name))

    def _ask_truth(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Table of truth"), "", tr("Tables (*.csv);;All files (*)"))
        if name:
            self.read_truth(Path(name))

    def _ask_save(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder for the plan"), str(self.folder or ""))
        if name:
            self.save(Path(name))

    def _ask_freeze(self) -> None:
        if not self.complete:
            self.judge()
            return
        name, _ = QFileDialog.getSaveFileName(self, tr("New study folder"), str((self.folder or Path()) / "study"))
        if name:
            self.freeze(Path(name))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lets go of the thread; what is being frozen is frozen to its end."""
        if not self._closed:
            self._closed = True
            self.background.close()
        super().closeEvent(event)


def _named(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows in which something was entered as a name; an empty last row is no mistake."""
    return [row for row in rows if row.get("name")]


def _asked(row: dict[str, Any]) -> dict[str, Any]:
    """A question without the scale that its kind does not have."""
    scaled = row["kind"] in {"rating", "confidence"}
    return row if scaled else {key: value for key, value in row.items() if key not in {"low", "high", "step"}}


def _button(text: str, clicked: Any) -> QPushButton:
    made = QPushButton(text)
    made.clicked.connect(lambda _checked: clicked())
    return made


def _filled(*parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    for part in parts[:-1]:
        column.addWidget(part)
    column.addWidget(parts[-1], 1)
    return holder


def _scrolled(*parts: QWidget) -> QScrollArea:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setSpacing(10)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    return area
