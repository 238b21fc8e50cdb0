"""The strip at the bottom: what went wrong, where, what now; never a dialog. Details can be read and copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from radviewer.core.errors import Problem
from radviewer.ui.i18n import put, said, tr
from radviewer.ui.icons import icon
from radviewer.ui.panels.widgets import label
from radviewer.ui.theme import Theme


class Severity(StrEnum):
    """How much a message matters; the strip's colour."""

    INFO = "info"
    CAUTION = "caution"
    DANGER = "danger"


_ICONS = {Severity.INFO: "info", Severity.CAUTION: "warning", Severity.DANGER: "error"}
_TOKENS = {Severity.INFO: "accent", Severity.CAUTION: "caution", Severity.DANGER: "danger"}


Choice = tuple[str, Callable[[], None]]


class MessageStrip(QFrame):
    """Shows the latest message until it is closed or replaced."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._details = ""
        self.setObjectName("strip")
        self._sign = QLabel()
        self._text = label()
        self._text.setTextInteractionFlags(self._text.textInteractionFlags().TextSelectableByMouse)
        self._choices: list[QPushButton] = []
        self._choice_row = QHBoxLayout()
        self._more = _flat(tr("Details"), self._toggle_details)
        self._copy = _flat(tr("Copy"), self._copy_details)
        self._close = QToolButton()
        self._close.setIcon(self._icon("close", "text_soft"))
        self._close.setToolTip(tr("Close this message"))
        self._close.setAccessibleName(tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self._page = QPlainTextEdit()
        self._page.setReadOnly(True)
        self._page.setFixedHeight(140)
        self._page.setAccessibleName(tr("Details"))
        self._build()
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addLayout(self._choice_row)
        for part in (self._more, self._copy, self._close):
            row.addWidget(part)
        column.addLayout(row)
        column.addWidget(self._page)

    def _icon(self, name: str, token: str) -> QIcon:
        return icon(name, self._theme, token)

    @property
    def text(self) -> str:
        """The message on the screen; empty while the strip is hidden."""
        return "" if self.isHidden() else self._text.text()

    @property
    def details(self) -> str:
        """What "Copy" copies."""
        return self._details

    def say(
        self, text: str, severity: Severity = Severity.INFO, details: str = "", choices: Sequence[Choice] = ()
    ) -> None:
        """Shows a message.

        Args:
            text: What is said; in English where it comes from below the window.
            severity: The colour.
            details: More, on request; may be many lines.
            choices: Buttons, each with what it does; any of them takes the message away first.
        """
        self._set_choices(choices)
        details = details if severity is Severity.DANGER else said(details)  # a traceback stays as it is
        self._details = details or said(text)
        put(self._text, text)
        self._sign.setPixmap(self._icon(_ICONS[severity], _TOKENS[severity]).pixmap(QSize(18, 18)))
        self.setProperty("severity", severity.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._more.setVisible(bool(details))
        self._page.setPlainText(details)
        self._page.hide()
        self._more.setText(tr("Details"))
        self.show()

    def say_problem(self, problem: Problem, details: str = "") -> None:
        """Shows a problem; a defect of the program is red, what the user can mend is amber."""
        severity = Severity.DANGER if problem.kind == "internal" else Severity.CAUTION
        self.say(problem.sentence(), severity, details)

    @property
    def choices(self) -> tuple[QPushButton, ...]:
        """The buttons of the message on the screen."""
        return tuple(self._choices)

    def _set_choices(self, choices: Sequence[Choice]) -> None:
        for old in self._choices:
            self._choice_row.removeWidget(old)
            old.deleteLater()
        self._choices = [_flat(text, partial(self._choose, does)) for text, does in choices]
        for new in self._choices:
            self._choice_row.addWidget(new)
        self._copy.setVisible(not choices)

    def _choose(self, does: Callable[[], None], _checked: bool = False) -> None:
        self.hide()
        does()

    def _toggle_details(self) -> None:
        self._page.setVisible(self._page.isHidden())
        self._more.setText(tr("Details") if self._page.isHidden() else tr("Less"))

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._text.text()}\n\n{self._details}".strip())


def _flat(text: str, slot: object) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName("flat")
    made.clicked.connect(slot)
    return made
