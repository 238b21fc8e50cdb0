"""Pages with a few buttons and what came of them: audit and backup, exchange and unblinding, PINs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from radviewer.ui.i18n import tr
from radviewer.ui.panels.widgets import heading, label, set_role


class AuditPage(QWidget):
    """Verification, backup, and the head of the chain.

    Signals:
        verify_requested: With files of heads kept elsewhere.
        backup_requested: A copy of the store.
        head_requested: The file for the chain's head.
    """

    verify_requested = Signal(object)
    backup_requested = Signal()
    head_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads: list[Path] = []
        self.verdict = label("", "finding")
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self._kept = label("", "soft")
        column = QVBoxLayout(self)
        column.addWidget(heading(tr("Audit and backup")))
        column.addWidget(label(tr(
            "Each record carries a seal over the one before. Keep heads of the chain with somebody independent: "
            "against them a cut end or an old copy is found."
        ), "soft"))  # fmt: skip
        row = QHBoxLayout()
        row.addWidget(_button(tr("Verify"), lambda: self.verify_requested.emit(tuple(self.heads)), primary=True))
        row.addWidget(_button(tr("Compare with earlier heads..."), self._ask_heads))
        row.addWidget(_button(tr("Save head..."), self._ask_head))
        row.addWidget(_button(tr("Back up now"), self.backup_requested.emit))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._kept)
        column.addWidget(self.verdict)
        column.addWidget(self.details, 1)

    def set_verdict(self, whole: bool, words: str, details: str) -> None:
        """Shows what verification found."""
        set_role(self.verdict, "ok" if whole else "danger")
        self.verdict.setText(words)
        self.details.setPlainText(details)

    def _ask_heads(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, tr("Heads of earlier exports"), "", "head.json (*.json)")
        self.heads += [Path(name) for name in names]
        self._kept.setText(tr("Compared with {names}").format(names=", ".join(path.name for path in self.heads)))

    def _ask_head(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the chain's head"), "head.json")
        if name:
            self.head_requested.emit(Path(name))


class ExchangePage(QWidget):
    """Unblinding, exports, imports, statistics.

    Signals:
        unblind_requested: With the reason.
        export_requested: (folder, anonymised, structured reports).
        import_requested: The table.
        statistics_requested: The statistics window.
        side_by_side_requested: The calls without and with AI side by side.
        debrief_requested: The folder for the readers' pages.
    """

    unblind_requested = Signal(str)
    export_requested = Signal(object, bool, bool)
    import_requested = Signal(object)
    statistics_requested = Signal()
    side_by_side_requested = Signal()
    debrief_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.blinding = label("", "caution")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Reason, for example: all readings are done"))
        self.unblind = _button(tr("Unblind"), lambda: self.unblind_requested.emit(self.reason.text()))
        self.statistics = _button(tr("Open statistics"), self.statistics_requested.emit, primary=True)
        self.side_by_side = _button(tr("Side by side"), self.side_by_side_requested.emit)
        self.export = _button(tr("Export..."), lambda: self._ask_export(False))
        self.anonymise = _button(tr("Anonymised export..."), lambda: self._ask_export(True))
        self.debrief = _button(tr("Debrief readers..."), self._ask_debrief)
        self.reports = QCheckBox(tr("with a DICOM report of each call"))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(heading(tr("Blinding")))
        column.addWidget(self.blinding)
        row = QHBoxLayout()
        row.addWidget(self.reason, 1)
        row.addWidget(self.unblind)
        column.addLayout(row)
        column.addWidget(heading(tr("Results")))
        column.addWidget(label(tr("They show calls beside the truth, so they open after the unblinding."), "soft"))
        results = QHBoxLayout()
        for part in (self.statistics, self.side_by_side, self.export, self.reports, self.anonymise):
            results.addWidget(part)
        results.addStretch(1)
        column.addLayout(results)
        column.addWidget(heading(tr("Debriefing")))
        column.addWidget(label(tr(
            "Readers who have finished are told which advice was false on purpose: a page for each, recorded for good."
        ), "soft"))  # fmt: skip
        told = QHBoxLayout()
        told.addWidget(self.debrief)
        told.addStretch(1)
        column.addLayout(told)
        column.addWidget(heading(tr("Calls made elsewhere")))
        column.addWidget(label(tr("A table: reader, case, condition, rating, and call, time_s, q_NAME."), "soft"))
        bring = QHBoxLayout()
        bring.addWidget(_button(tr("Import..."), self._ask_import))
        bring.addStretch(1)
        column.addLayout(bring)
        column.addStretch(1)
        self.set_blinding(None)

    def set_blinding(self, words: str | None) -> None:
        """Shows when and why the study was unblinded; None while it is blinded."""
        blinded = words is None
        set_role(self.blinding, "soft" if blinded else "caution")
        self.blinding.setText(
            tr("The study is blinded: nobody has looked at calls beside the truth. Unblinding is recorded for good.")
            if words is None else words
        )  # fmt: skip
        self.reason.setVisible(blinded)
        self.unblind.setVisible(blinded)
        for part in (self.statistics, self.side_by_side, self.export, self.anonymise, self.reports, self.debrief):
            part.setEnabled(not blinded)

    def _ask_export(self, anonymised: bool) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("A new or empty folder for the export"))
        if name:
            self.export_requested.emit(Path(name), anonymised, self.reports.isChecked() and not anonymised)

    def _ask_debrief(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("A folder for the readers' pages"))
        if name:
            self.debrief_requested.emit(Path(name))

    def _ask_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Table of calls"), "", tr("Tables (*.csv);;All files (*)"))
        if name:
            self.import_requested.emit(Path(name))


class PinPage(QWidget):
    """Readers' PINs.

    Signals:
        pin_requested: (reader, PIN).
    """

    pin_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reader = QComboBox()
        self.pin, self.again = _secret(tr("New PIN, at least four characters")), _secret(tr("The same again"))
        self.message = label("", "soft")
        self.set = _button(tr("Set the PIN"), self._ask, primary=True)
        self.again.returnPressed.connect(self._ask)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(heading(tr("PINs on a shared workstation")))
        column.addWidget(label(tr(
            "A PIN keeps readers from reading under each other's name. It is stored as a hash only."
        ), "soft"))  # fmt: skip
        for part in (self.reader, self.pin, self.again):
            part.setMaximumWidth(320)
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.set)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addStretch(1)

    def set_readers(self, names: Sequence[str]) -> None:
        """Offers the readers."""
        self.reader.clear()
        self.reader.addItems(list(names))

    def done(self, reader: str) -> None:
        """A PIN was set."""
        self.message.setText(tr("The PIN of {reader} is set.").format(reader=reader))

    def _ask(self) -> None:
        if self.pin.text() != self.again.text():
            self.message.setText(tr("The two entries differ."))
            return
        self.message.setText("")
        self.pin_requested.emit(self.reader.currentText(), self.pin.text())
        self.pin.clear()
        self.again.clear()


def _secret(words: str) -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setPlaceholderText(words)
    return made


def _button(text: str, clicked: object, *, primary: bool = False) -> QPushButton:
    made = QPushButton(text)
    if primary:
        made.setObjectName("primary")
    made.clicked.connect(lambda _checked=False: clicked())  # type: ignore[operator]
    return made
