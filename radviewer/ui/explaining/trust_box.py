"""The trust line of the overlay panel: a word, a sentence in plain words, and on request every check."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from radviewer.core.errors import Problem
from radviewer.core.tasks import Progress
from radviewer.core.trust import TrustCard, TrustVerdict
from radviewer.ui.explaining.trust_curves import TrustCurves
from radviewer.ui.i18n import put, tr
from radviewer.ui.panels.widgets import label, set_role
from radviewer.ui.theme import Theme
from radviewer.workbench.trust_lines import TrustLine, trust_lines

_ROLES = {TrustVerdict.GOOD: "ok", TrustVerdict.CARE: "caution", TrustVerdict.FAILED: "danger"}


@dataclass(frozen=True, slots=True)
class TrustView:
    """What is known about the trust in the map on the screen.

    Attributes:
        available: Whether there is a map that can be checked.
        card: Its card, or None while it was not checked.
        running: How far the check is, or None.
        problem: Why it could not be checked, or None.
        evidence: Whether known evidence was opened.
    """

    available: bool = False
    card: TrustCard | None = None
    running: Progress | None = None
    problem: Problem | None = None
    evidence: bool = False


class TrustBox(QWidget):
    """Shows a `TrustView`.

    Signals:
        check_requested: The map should be checked.
        cancel_requested: The check should stop.
    """

    check_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = TrustView()
        self.word = label("", "soft", wrap=False)
        self.button = QPushButton()
        self.button.setObjectName("flat")
        self.button.clicked.connect(self._pressed)
        self.more = QPushButton("?")
        self.more.setObjectName("flat")
        self.more.setCheckable(True)
        self.more.setToolTip(tr("What was checked, and what came out"))
        self.more.setAccessibleName(tr("Details of the trust card"))
        self.more.toggled.connect(lambda _on: self._show())
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.sentence = label("", "soft")
        self.details = QWidget()
        self._grid = QGridLayout(self.details)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.curves = TrustCurves(theme)
        self._build()
        self._show()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("Trust"), "soft", wrap=False))
        row.addWidget(self.word, 1)
        row.addWidget(self.button)
        row.addWidget(self.more)
        column.addLayout(row)
        for part in (self.bar, self.sentence, self.details, self.curves):
            column.addWidget(part)

    def set_view(self, view: TrustView) -> None:
        """Shows another state; the same one costs nothing."""
        if view == self._view:
            return
        changed = view.card is not self._view.card
        self._view = view
        if changed:
            self._fill(trust_lines(view.card) if view.card is not None else ())
            self.curves.set_curves(view.card.faithfulness if view.card is not None else None)
        self._show()

    def _pressed(self) -> None:
        (self.cancel_requested if self._view.running is not None else self.check_requested).emit()

    def _show(self) -> None:
        view = self._view
        card, running = view.card, view.running
        self.setVisible(view.available)
        self.button.setText(tr("Cancel") if running is not None else tr("Check"))
        self.button.setVisible(running is not None or card is None)
        self.more.setVisible(card is not None)
        open_details = card is not None and self.more.isChecked()
        self.details.setVisible(open_details)
        self.curves.setVisible(open_details)
        self.bar.setVisible(running is not None)
        if running is not None:
            self.bar.setRange(0, running.total)
            self.bar.setValue(running.done)
        self.word.setText(_word(view))
        set_role(self.word, _ROLES[card.verdict] if card is not None else "soft")
        text = card.words(tr) if card is not None else "" if view.problem is None else view.problem.sentence()
        put(self.sentence, text)
        set_role(self.sentence, "soft" if view.problem is None else "caution")
        self.sentence.setVisible(bool(text))

    def _fill(self, lines: tuple[TrustLine, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, line in enumerate(lines):
            name = label(("    " if line.part else "") + tr(line.name), "soft", wrap=not line.part)
            value = label(line.value, "", wrap=False)
            mark = label("" if line.passed is None else tr("passed") if line.passed else tr("failed"), "", wrap=False)
            if line.passed is not None:
                set_role(mark, "ok" if line.passed else "caution")
            for column, part in enumerate((name, value, mark)):
                part.setToolTip(tr(line.help))
                self._grid.addWidget(part, row, column)


def _word(view: TrustView) -> str:
    if view.running is not None:
        stage = tr(view.running.stage)
        return f"{stage[:1].upper()}{stage[1:]}"
    if view.card is not None:
        return tr(view.card.verdict.value)
    return tr("could not be checked") if view.problem is not None else tr("not checked")
