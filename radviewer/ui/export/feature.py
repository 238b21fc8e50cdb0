"""Exports, copies and prints the view; its window and Qt's printing are loaded when they are first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.core.errors import InputProblem
from radviewer.ui.i18n import tr
from radviewer.ui.strip import Severity
from radviewer.workbench.program_log import event

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from radviewer.ui.export.dialog import ExportWindow
    from radviewer.ui.export.documents import Kind
    from radviewer.ui.export.picture import PictureWish
    from radviewer.ui.main_window import MainWindow


class ExportFeature:
    """Pictures of the view.

    Args:
        window: Whose view.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.dialog: ExportWindow | None = None

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {"file.export": self.show, "file.copy_view": self._copy_now, "file.print": self._print_now}

    def close(self) -> None:
        """Nothing to keep."""

    def show(self) -> None:
        """Opens the export window, or brings it to the front."""
        from radviewer.ui.export.dialog import ExportWindow

        if self.dialog is None:
            self.dialog = ExportWindow(self._window, self)
            self.dialog.destroyed.connect(self._forget)
        self.dialog.refresh()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def make(self, wish: PictureWish) -> QImage:
        """The picture of the view.

        Raises:
            InputProblem: No image is open, or the picture would be too large.
        """
        from dataclasses import replace

        from radviewer.ui.export.picture import picture

        hidden = self._window.state.state.deidentified
        return picture(self._window, replace(wish, identifiers=False) if hidden else wish)

    def write(self, path: Path, kind: Kind, wish: PictureWish, *, overwrite: bool = False) -> None:
        """Writes the view as a file.

        Args:
            path: Where to.
            kind: As what.
            wish: What is in it.
            overwrite: Whether an existing file may be replaced.

        Raises:
            InputProblem: There is nothing to export, the kind does not go with the image or with de-identified mode,
                the file exists and may not be overwritten, or cannot be written.
        """
        from radviewer.ui.export import documents

        prepared = self._window.state.facts.prepared
        if prepared is None:
            raise InputProblem(tr("There is no image to export."), hint=tr("Open a study first."))
        if kind is documents.Kind.VALUES:
            documents.write_values(path, prepared, overwrite=overwrite)
        elif kind is documents.Kind.DICOM:
            if self._window.state.state.deidentified:
                raise InputProblem(
                    tr("A DICOM object names the patient, which de-identified mode forbids."),
                    hint=tr("Export a picture, or switch the mode off."),
                )
            documents.write_capture(path, prepared.image, self.make(wish), overwrite=overwrite)
        else:
            documents.write_picture(path, kind, self.make(wish), overwrite=overwrite)
        event("exported", kind=kind)

    def copy(self, wish: PictureWish) -> None:
        """Puts the picture of the view on the clipboard.

        Raises:
            InputProblem: No image is open.
        """
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setImage(self.make(wish))
        event("copied")

    def print_view(self, wish: PictureWish) -> None:
        """Asks for a printer and prints the view; the window stays usable meanwhile.

        Raises:
            InputProblem: No image is open, or there is no printer.
        """
        from radviewer.ui.export.printing import ask_and_print

        ask_and_print(self._window, self.make(wish))

    def _copy_now(self) -> None:
        from radviewer.ui.export.picture import PictureWish

        if self._window.state.facts.prepared is not None:
            self.copy(PictureWish())
            self._window.parts.status.set_done(tr("The picture is on the clipboard."))

    def _print_now(self) -> None:
        from radviewer.ui.export.picture import Part, PictureWish

        if self._window.state.facts.prepared is None:
            return
        try:
            self.print_view(PictureWish(part=Part.LAYOUT))
        except InputProblem as problem:
            self._window.parts.strip.say(f"{problem.message} {problem.hint}".strip(), Severity.CAUTION)

    def _forget(self) -> None:
        self.dialog = None
