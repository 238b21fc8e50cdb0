"""Drawings as vectors in a PDF: a flowable that scales a figure to the column."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from radviewer.report.drawing import Disc, Drawing, Label, Path, Shape
from radviewer.report.pdf_fonts import BOLD, REGULAR, printable, register

# Leaves room for a caption on a page of A4. The height that is left on a page does not matter: a figure moves on.
_TALLEST = 640.0


class PdfDrawing(Flowable):  # type: ignore[misc]
    """One figure, shrunk to the frame if it is too wide, centred."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.drawing = drawing
        self.hAlign = "CENTER"
        self.scale = 1.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Size on the page; part of reportlab's layout protocol."""
        self.scale = min(1.0, available_width / self.drawing.width, _TALLEST / self.drawing.height)
        return self.drawing.width * self.scale, self.drawing.height * self.scale

    def draw(self) -> None:
        """Paints on the current page; part of reportlab's layout protocol."""
        register()
        canvas = self.canv
        canvas.saveState()
        canvas.scale(self.scale, self.scale)
        canvas.translate(0, self.drawing.height)
        for shape in self.drawing.shapes:
            _draw(canvas, shape)
        canvas.restoreState()


def _draw(canvas: Any, shape: Shape) -> None:
    canvas.saveState()
    if isinstance(shape, Label):
        _label(canvas, shape)
    elif isinstance(shape, Disc):
        _paint(canvas, shape)
        canvas.circle(shape.centre[0], -shape.centre[1], shape.radius, stroke=int(shape.stroke is not None),
                      fill=int(shape.fill is not None))  # fmt: skip
    else:
        _path(canvas, shape)
    canvas.restoreState()


def _path(canvas: Any, shape: Path) -> None:
    _paint(canvas, shape)
    if shape.dash:
        canvas.setDash(list(shape.dash))
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    path.moveTo(shape.points[0][0], -shape.points[0][1])
    for x, y in shape.points[1:]:
        path.lineTo(x, -y)
    if shape.closed:
        path.close()
    canvas.drawPath(path, stroke=int(shape.stroke is not None), fill=int(shape.fill is not None))


def _paint(canvas: Any, shape: Path | Disc) -> None:
    if shape.stroke:
        canvas.setStrokeColor(HexColor(shape.stroke))
        canvas.setLineWidth(shape.width)
    if shape.fill:
        canvas.setFillColor(HexColor(shape.fill))
    if shape.opacity < 1:
        canvas.setStrokeAlpha(shape.opacity)
        canvas.setFillAlpha(shape.opacity)


def _label(canvas: Any, shape: Label) -> None:
    canvas.setFillColor(HexColor(shape.colour))
    canvas.setFont(BOLD if shape.bold else REGULAR, shape.size * 0.92)
    canvas.translate(shape.at[0], -shape.at[1])
    if shape.turned:
        canvas.rotate(90)
    text = printable(shape.text)
    write = {"start": canvas.drawString, "middle": canvas.drawCentredString, "end": canvas.drawRightString}
    write[shape.anchor](0, 0, text)
