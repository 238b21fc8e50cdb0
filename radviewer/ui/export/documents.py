"""The kinds of files that a view is written as; nothing is overwritten unless the caller says that it may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from radviewer import __version__
from radviewer.core.errors import InputProblem
from radviewer.core.image import Image
from radviewer.io.export import write_atomically, write_png
from radviewer.io.export_tiff import write_tiff
from radviewer.ui.i18n import tr
from radviewer.ui.notice import MARK
from radviewer.workbench.prepared import PreparedImage

_MARGIN_MM = 12.0
_PDF_DPI = 300
_KEEP = Qt.AspectRatioMode.KeepAspectRatio


class Kind(StrEnum):
    """Kinds of files."""

    PNG = "png"
    TIFF = "tiff"
    VALUES = "values"
    PDF = "pdf"
    DICOM = "dicom"


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind as the dialog offers it.

    Attributes:
        kind: Which.
        title: What it is called.
        ending: Of its files.
        help: One sentence.
    """

    kind: Kind
    title: str
    ending: str
    help: str


KINDS: tuple[FileKind, ...] = (
    FileKind(Kind.PNG, "PNG picture", "png", "The view as it is on the screen, without loss."),
    FileKind(Kind.TIFF, "TIFF picture", "tif", "The view as it is on the screen, without loss."),
    FileKind(
        Kind.VALUES,
        "TIFF with grey values",
        "tif",
        "The image's own stored values (16 bit where it has them), for measuring elsewhere; no map, no text.",
    ),
    FileKind(Kind.PDF, "PDF page", "pdf", "The view on a page of A4."),
    FileKind(
        Kind.DICOM,
        "DICOM secondary capture",
        "dcm",
        "The view as an object of the same study. It names the patient, as the study does.",
    ),
)


def write_picture(path: Path, kind: Kind, picture: QImage, *, overwrite: bool = False) -> None:
    """Writes a picture as PNG, TIFF or PDF.

    Raises:
        WriteProblem: The file exists and may not be overwritten, or cannot be written.
    """
    if kind is Kind.PDF:
        write_atomically(path, pdf(picture), overwrite=overwrite)
    elif kind is Kind.TIFF:
        write_tiff(path, rgb(picture), description=MARK, overwrite=overwrite)
    else:
        write_png(path, rgb(picture), overwrite=overwrite)


def write_values(path: Path, prepared: PreparedImage, *, overwrite: bool = False) -> None:
    """Writes the stored values of a grey image; how they become units stands in the file's description.

    Raises:
        InputProblem: The image is in colour, or the file exists and may not be overwritten, or cannot be written.
    """
    image = prepared.image
    if image.is_color:
        raise InputProblem(tr("A colour image has no grey values."), hint=tr("Export the view as a picture instead."))
    spacing = None if image.spacing is None else (image.spacing.row, image.spacing.column)
    write_tiff(path, image.pixels, description=_described(image), spacing=spacing, overwrite=overwrite)


def _described(image: Image) -> str:
    lut = image.modality_lut
    slope, intercept = getattr(lut, "slope", None), getattr(lut, "intercept", None)
    unit = getattr(lut, "unit", "")
    words = [f"radviewer {__version__}: stored values. {MARK}."]
    if slope is not None and intercept is not None:
        words.append(f"value = {slope:g} * stored + {intercept:g} {unit}".rstrip())
    return " ".join(words)


def write_capture(path: Path, image: Image, picture: QImage, *, overwrite: bool = False) -> None:
    """Writes a picture as a DICOM secondary capture of the image's study.

    Raises:
        InputProblem: The image is no DICOM file, or the file exists and may not be overwritten, or cannot be written.
    """
    from radviewer.pacs.view_object import view_capture

    write_atomically(path, view_capture(image, rgb(picture)), overwrite=overwrite)


def rgb(picture: QImage) -> NDArray[np.uint8]:
    """The pixels of a picture: uint8 (rows, columns, 3)."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(plain.constBits(), dtype=np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return lines[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()


def pdf(picture: QImage) -> bytes:
    """A page of A4 with a picture, without loss."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("radviewer")
    writer.setCreator(f"radviewer {__version__}")
    writer.setResolution(_PDF_DPI)
    writer.setPageLayout(page_layout(picture))
    painter = QPainter(writer)
    try:
        paint_page(painter, writer, picture)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def page_layout(picture: QImage) -> QPageLayout:
    """A4, upright or lying as the picture is."""
    lying = picture.width() > picture.height()
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, margins, QPageLayout.Unit.Millimeter)


def paint_page(painter: QPainter, device: QPagedPaintDevice, picture: QImage) -> None:
    """Paints a picture as large as the page allows, with the mark and the day below."""
    line = painter.fontMetrics().height() * 1.6
    size = QSizeF(device.width(), device.height())
    room = QSizeF(picture.size()).scaled(QSizeF(size.width(), size.height() - line), _KEEP)
    corner = QPointF((size.width() - room.width()) / 2, 0)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(corner, room), picture)
    painter.drawText(QPointF(0, size.height() - line * 0.3), f"{tr(MARK)}   {datetime.now():%Y-%m-%d}")


def file_name(kind: Kind) -> str:
    """A name for a new file, from the time alone."""
    ending = next(item.ending for item in KINDS if item.kind is kind)
    return f"radviewer-{datetime.now():%Y%m%d-%H%M%S}.{ending}"
