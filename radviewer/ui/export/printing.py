"""Prints a picture of the view. The picture is the one that was on the screen when printing was asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from radviewer.core.errors import InputProblem
from radviewer.ui.export.documents import page_layout, paint_page
from radviewer.ui.i18n import tr


def ask_and_print(parent: QWidget, picture: QImage) -> None:
    """Lets the user choose a printer, then prints.

    Raises:
        InputProblem: There is no printer.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise InputProblem(tr("There is no printer."), hint=tr("Export the view as PDF instead."))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("radviewer")
    printer.setPageLayout(page_layout(picture))
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: print_picture(printer, picture))
    dialog.show()


def print_picture(printer: QPrinter, picture: QImage) -> None:
    """Prints a picture on one page."""
    painter = QPainter(printer)
    try:
        paint_page(painter, printer, picture)
    finally:
        painter.end()
