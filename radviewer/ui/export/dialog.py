"""The export window: what, as which kind of file, with what in it, and a preview; it blocks nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from radviewer.core.errors import InputProblem
from radviewer.ui.export.documents import KINDS, FileKind, Kind, file_name
from radviewer.ui.export.picture import Part, PictureWish
from radviewer.ui.i18n import put, tr
from radviewer.ui.panels.widgets import label, set_role

if TYPE_CHECKING:
    from collections.abc import Callable

_PREVIEW = QSize(520, 320)
_SCALES = (1.0, 2.0, 3.0, 4.0)


class Exporter(Protocol):
    """What the window needs."""

    def make(self, wish: PictureWish) -> QImage:
        """The picture."""

    def write(self, path: Path, kind: Kind, wish: PictureWish, *, overwrite: bool = False) -> None:
        """Writes a file."""

    def copy(self, wish: PictureWish) -> None:
        """Puts the picture on the clipboard."""

    def print_view(self, wish: PictureWish) -> None:
        """Asks for a printer and prints."""


class ExportWindow(QWidget):
    """Choices for an export.

    Args:
        parent: The window whose view it is.
        exporter: Does it.
    """

    def __init__(self, parent: QWidget, exporter: Exporter) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Export the view"))
        self._exporter = exporter
        self.part = _combo(tr("What"), (tr("The chosen pane"), tr("All panes")))
        self.kind = _combo(tr("As"), tuple(tr(item.title) for item in KINDS))
        self.scale = _combo(tr("Size"), tuple(tr("{factor} x the screen").format(factor=f"{s:g}") for s in _SCALES))
        self.scale.setCurrentIndex(1)
        self.maps = _check(tr("Maps"), on=True)
        self.measurements = _check(tr("Measurements and annotations"), on=True)
        self.texts = _check(tr("Corner texts, letters and scale bar"), on=True)
        self.anonymous = _check(tr("Leave out what identifies the patient"), on=True)
        self.preview = QLabel()
        self.preview.setFixedSize(_PREVIEW)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message = label("", "soft")
        self.save = _button(tr("Save..."), self._ask)
        self.save.setObjectName("primary")
        self.clipboard = _button(tr("Copy"), self._copy)
        self.printer = _button(tr("Print..."), self._print)
        self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.refresh)
        for box in (self.part, self.kind, self.scale):
            box.currentIndexChanged.connect(lambda _index: self._later.start(0))
        for check in (self.maps, self.measurements, self.texts, self.anonymous):
            check.toggled.connect(lambda _on: self._later.start(0))
        self.refresh()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, box in enumerate((self.part, self.kind, self.scale)):
            name = label(box.accessibleName(), "soft", wrap=False)
            name.setBuddy(box)
            grid.addWidget(name, row, 0)
            grid.addWidget(box, row, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for part in (self.printer, self.clipboard, self.save):
            buttons.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.preview)
        column.addLayout(grid)
        for check in (self.maps, self.measurements, self.texts, self.anonymous):
            column.addWidget(check)
        column.addWidget(self.message)
        column.addLayout(buttons)

    @property
    def wish(self) -> PictureWish:
        """What is chosen."""
        return PictureWish(
            tuple(Part)[self.part.currentIndex()],
            _SCALES[self.scale.currentIndex()],
            self.maps.isChecked(),
            self.measurements.isChecked(),
            self.texts.isChecked(),
            not self.anonymous.isChecked(),
        )

    @property
    def file_kind(self) -> FileKind:
        """The chosen kind of file."""
        return KINDS[self.kind.currentIndex()]

    def refresh(self) -> None:
        """Shows the preview of what is chosen and says what it is."""
        kind = self.file_kind.kind
        for part in (self.scale, self.maps, self.measurements, self.texts):
            part.setEnabled(kind is not Kind.VALUES)
        self.anonymous.setEnabled(kind not in (Kind.VALUES, Kind.DICOM))
        try:
            made = self._exporter.make(self.wish)
        except InputProblem as problem:
            self._say(problem.message, "caution")
            self.preview.clear()
            self._allow(False)
            return
        self._allow(True)
        smooth = Qt.TransformationMode.SmoothTransformation
        self.preview.setPixmap(QPixmap.fromImage(made.scaled(_PREVIEW, Qt.AspectRatioMode.KeepAspectRatio, smooth)))
        self._say(tr(self.file_kind.help), "soft")

    def changeEvent(self, event: QEvent) -> None:
        """Looks again, where there was no image, when the user comes back; else what was said last stays."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and not self.save.isEnabled():
            self.refresh()

    def _allow(self, possible: bool) -> None:
        for part in (self.printer, self.clipboard, self.save):
            part.setEnabled(possible)

    def _ask(self) -> None:
        kind = self.file_kind
        dialog = QFileDialog(self, tr("Export the view"), file_name(kind.kind), f"{tr(kind.title)} (*.{kind.ending})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)  # asks before it lets a file be replaced
        dialog.setDefaultSuffix(kind.ending)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name), overwrite=True))
        dialog.open()

    def save_to(self, path: Path, *, overwrite: bool = False) -> None:
        """Writes the chosen picture; what is wrong is said in the window."""
        try:
            self._exporter.write(path, self.file_kind.kind, self.wish, overwrite=overwrite)
        except InputProblem as problem:
            self._say(f"{problem.message} {problem.hint}".strip(), "danger")
        else:
            self._say(tr("Saved as {name}.").format(name=path.name), "ok")

    def _copy(self) -> None:
        try:
            self._exporter.copy(self.wish)
        except InputProblem as problem:
            self._say(problem.message, "danger")
        else:
            self._say(tr("The picture is on the clipboard."), "ok")

    def _print(self) -> None:
        try:
            self._exporter.print_view(self.wish)
        except InputProblem as problem:
            self._say(f"{problem.message} {problem.hint}".strip(), "danger")

    def _say(self, text: str, role: str) -> None:
        put(self.message, text)
        set_role(self.message, role)


def _combo(name: str, texts: tuple[str, ...]) -> QComboBox:
    made = QComboBox()
    made.addItems(list(texts))
    made.setAccessibleName(name)
    return made


def _check(text: str, *, on: bool) -> QCheckBox:
    made = QCheckBox(text)
    made.setChecked(on)
    return made


def _button(text: str, slot: Callable[[], None]) -> QPushButton:
    made = QPushButton(text)
    made.clicked.connect(lambda _checked=False: slot())
    return made
