"""Paints panes into a picture: at the size asked for, with or without maps, measurements and texts, and always marked.

The panes on the screen paint themselves into the picture, so that it cannot differ from what was seen; what is to be
left out is hidden for the moment of painting, within one turn of the event loop, so that the screen does not flicker.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem

from radviewer import __version__
from radviewer.core.errors import InputProblem
from radviewer.core.explanation import METHOD_NAMES
from radviewer.ui.active import active_view
from radviewer.ui.canvas.gray_item import GrayItem
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.canvas.link_item import LinkItem
from radviewer.ui.canvas.overlay_item import OverlayItem
from radviewer.ui.canvas.text_item import TextItem
from radviewer.ui.i18n import tr
from radviewer.ui.notice import MARK
from radviewer.workbench.scene import PaneScene

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow

_LARGEST = 16000  # pixels of a side
_BAND = 26.0  # logical pixels of the marked band below the panes
_GROUND = "#101214"


class Part(StrEnum):
    """What is painted."""

    PANE = "pane"
    LAYOUT = "layout"


@dataclass(frozen=True, slots=True)
class PictureWish:
    """How a picture is to be.

    Attributes:
        part: The pane with the keyboard, or all panes of the window.
        scale: Pixels of the picture for one of the screen's logical pixels, 1 to 8.
        maps: Whether maps are in it.
        measurements: Whether measurements and what else was drawn are in it.
        texts: Whether corner texts, patient letters and the scale bar are in it.
        identifiers: Whether what may identify the patient is in it; without texts nothing does.
    """

    part: Part = Part.PANE
    scale: float = 2.0
    maps: bool = True
    measurements: bool = True
    texts: bool = True
    identifiers: bool = False


def picture(window: MainWindow, wish: PictureWish) -> QImage:
    """The picture of the view.

    Args:
        window: Whose panes.
        wish: How.

    Returns:
        RGB, with the research-use mark in a band at its bottom.

    Raises:
        InputProblem: No image is open, or the picture would be too large.
    """
    views = _views(window, wish.part)
    if not any(view.pane.prepared is not None for view in views):
        raise InputProblem(tr("There is no image to export."), hint=tr("Open a study first."))
    room = QRect()
    for view in views:
        room = room.united(view.geometry())
    size = QSize(round(room.width() * wish.scale), round((room.height() + _BAND) * wish.scale))
    if max(size.width(), size.height()) > _LARGEST:
        raise InputProblem(tr("The picture would be too large."), hint=tr("Choose a smaller size."))
    made = QImage(size, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(wish.scale)
    made.fill(QColor(_GROUND))
    painter = QPainter(made)
    try:
        for view in views:
            with _as_wished(view, wish):
                place = view.geometry().translated(-room.topLeft())
                view.scene().render(painter, QRectF(place), QRectF(QRect(QPoint(0, 0), view.viewport().size())))
        _mark(painter, QRectF(0, room.height(), room.width(), _BAND), window.font())
    finally:
        painter.end()
    made.setDevicePixelRatio(1.0)
    return made


def _views(window: MainWindow, part: Part) -> tuple[ImageView, ...]:
    return (active_view(window),) if part is Part.PANE else tuple(window.parts.grid.shown)


@contextmanager
def _as_wished(view: ImageView, wish: PictureWish) -> Iterator[None]:
    """Shows a pane as the picture wants it, and afterwards as it was."""
    before = view.pane
    with ExitStack() as undo:
        view.set_pane(_scene(before, wish))
        undo.callback(view.set_pane, before)
        for item in view.scene().items():
            if item.parentItem() is None and _left_out(item, wish) and item.isVisible():
                item.setVisible(False)
                undo.callback(item.setVisible, True)
        yield


def _scene(scene: PaneScene, wish: PictureWish) -> PaneScene:
    shown = replace(scene, cursor=None, active=False, links=(), annotations=scene.annotations and wish.texts)
    if not wish.maps:
        shown = replace(shown, overlay=None, caution="")
    return shown if wish.identifiers else replace(shown, title=_map_title(shown), lines=())


def _map_title(scene: PaneScene) -> str:
    """What a map is of, in the program's own words: a series' description is free text, in which a name may stand."""
    if scene.overlay is None:
        return ""
    explanation = scene.overlay.explanation
    return f"{METHOD_NAMES[explanation.method]}: {explanation.label.name}"


def _left_out(item: QGraphicsItem, wish: PictureWish) -> bool:
    if isinstance(item, LinkItem):
        return True
    own = isinstance(item, GrayItem | OverlayItem | TextItem)
    return not own and not wish.measurements


def _mark(painter: QPainter, band: QRectF, font: QFont) -> None:
    """The research-use mark and the program's version, smaller where the picture is narrow."""
    text = f"{tr(MARK)}   radviewer {__version__}"
    small = QFont(font)
    room = band.adjusted(10, 0, -10, 0)
    while QFontMetricsF(small).horizontalAdvance(text) > room.width() and small.pointSizeF() > 5:
        small.setPointSizeF(small.pointSizeF() - 0.5)
    painter.fillRect(band, QColor(_GROUND))
    painter.setFont(small)
    painter.setPen(QColor("#F0C75E"))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)
