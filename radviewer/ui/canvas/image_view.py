"""One pane: shows a `PaneScene` and says what gestures ask for; it changes nothing by itself."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QSizePolicy, QWidget

from radviewer.ui.canvas.gray_item import GrayItem
from radviewer.ui.canvas.link_item import LinkItem
from radviewer.ui.canvas.overlay_item import OverlayItem
from radviewer.ui.canvas.readouts import corner_said, scale_said, value_said, window_said
from radviewer.ui.canvas.seams import PaneLayer, Pointer
from radviewer.ui.canvas.text_item import TextItem
from radviewer.ui.i18n import said, tr
from radviewer.ui.series_drag import dragged_series
from radviewer.ui.theme import Theme
from radviewer.workbench.corner_fields import CornerField
from radviewer.workbench.readout import number, place_text, zoom_text
from radviewer.workbench.scene import PaneScene, Work, diff, shown_style
from radviewer.workbench.viewing import Placement, Viewport, place

_WHEEL_STEP = 120  # eighths of a degree for one notch of a wheel
_ZOOM_NOTCH = 1.2
_ZOOM_DRAG = 1.008  # for one pixel of a right drag
_SLICE_MM = 1.0  # a point so near to a slice is in it; further ones say how far off they are
_CLICK_SLOP = 4  # pixels that a click may move before it is a drag


class Pace(StrEnum):
    """How far a window drag goes for one pixel."""

    NORMAL = "normal"
    FINE = "fine"
    COARSE = "coarse"


class ImageView(pg.GraphicsView):  # type: ignore[misc]
    """A pane with its gestures.

    Signals:
        window_requested: (dx, dy, Pace) pixels of a left drag.
        pan_requested: (dx, dy) pixels of a middle drag.
        zoom_requested: (factor, x, y) with the anchor in pane pixels.
        scroll_requested: Images to go on (negative: back).
        cursor_requested: (row, column) under the mouse, or None when it left the pane.
        menu_requested: Global position of a right click.
        fit_requested: After a double click with Shift.
        fill_requested: After a double click: the pane fills its window, or takes its place again.
        touched: When the pane was clicked, scrolled or got the keyboard; before what that asks for.
        series_dropped: UID of a series that was dropped here.
    """

    window_requested = Signal(float, float, object)
    pan_requested = Signal(float, float)
    zoom_requested = Signal(float, float, float)
    scroll_requested = Signal(int)
    cursor_requested = Signal(object)
    menu_requested = Signal(QPoint)
    fit_requested = Signal()
    fill_requested = Signal()
    touched = Signal()
    series_dropped = Signal(str)

    def __init__(self, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        # The image fills it whole, so that nothing below has to be painted first; a style sheet would have it so.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 120)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Image"))
        self._scene = PaneScene()
        self._gray = GrayItem(QColor(theme["canvas"]))
        self._map = OverlayItem()
        self._texts = TextItem(theme, font)
        self._map.setZValue(1)
        self._texts.setZValue(2)
        self._links = LinkItem(theme, font)
        self._links.setZValue(3)
        self.setAcceptDrops(True)
        for item in (self._gray, self._map, self._texts, self._links):
            self.addItem(item)
        self.pointers: list[Pointer] = []  # asked in this order before the pane's own gestures
        self._taken: Pointer | None = None
        self._layers: list[PaneLayer] = []
        self._placement: Placement | None = None
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._button = Qt.MouseButton.NoButton
        self._dragged = False
        self._wheel = 0

    # --- what is shown ---------------------------------------------------------------------------------------

    @property
    def pane(self) -> PaneScene:
        """What is shown."""
        return self._scene

    @property
    def placement(self) -> Placement | None:
        """Where the image lies in the pane, or None without image."""
        return self._placement

    @property
    def pane_size(self) -> tuple[float, float]:
        """(width, height) in logical pixels."""
        return float(self.viewport().width()), float(self.viewport().height())

    def set_pane(self, scene: PaneScene) -> None:
        """Shows a scene, with the least work that leads from the one before."""
        work = diff(self._scene, scene)
        if scene.title != self._scene.title:  # several panes are told apart by what they show
            self.setAccessibleName(f"{tr('Image')}: {scene.title}" if scene.title else tr("Image"))
        self._scene = scene
        if work & (Work.IMAGE | Work.WINDOW):
            self._gray.set_image(scene.prepared, scene.voi, scene.invert, scene.annotations, scene.color_map)
        if work & Work.GEOMETRY:
            self._place()
        if work & (Work.MAP | Work.IMAGE):
            self._map.set_overlay(scene.overlay, scene.prepared.image if scene.prepared else None)
        if work & Work.OPACITY and scene.overlay is not None:
            self._map.set_opacity(scene.overlay.style.opacity)
        if work & (Work.TEXT | Work.MAP | Work.CURSOR):
            self._set_texts(scene)
        if work & (Work.LINKS | Work.CURSOR | Work.GEOMETRY):
            self._set_links(scene)
        self._tell_layers()

    def add_layer(self, item: pg.GraphicsObject, layer: PaneLayer, height: float) -> None:
        """Draws something over the image: above 1 it lies over the map, above 2 over the texts."""
        item.setZValue(height)
        self.addItem(item)
        self._layers.append(layer)
        layer.follow(self._scene, self._placement, self.pane_size)

    def _tell_layers(self) -> None:
        for layer in self._layers:
            layer.follow(self._scene, self._placement, self.pane_size)

    def _place(self) -> None:
        scene, size = self._scene, self.pane_size
        self._placement = None
        if scene.prepared is not None:
            image = scene.prepared.image
            ratio = self.devicePixelRatioF()
            self._placement = place(scene.viewport, image.shape, image.aspect, scene.orientation, size, ratio)
        self._gray.set_placement(self._placement, scene.viewport.mode, size)
        self._map.set_placement(self._placement, size)
        self._texts.set_size(size)
        self._links.set_size(size)

    def _set_texts(self, scene: PaneScene) -> None:
        texts, placed = self._texts, self._placement
        texts.shown = scene.annotations
        texts.edges = scene.edges
        texts.top_left = tuple(line for line in (said(scene.title), *map(corner_said, scene.lines)) if line)
        texts.caution = said(scene.caution)
        texts.message = said(scene.message)
        texts.legend = shown_style(scene.overlay) if scene.overlay else None
        texts.bottom_left, texts.bar, texts.cross = (), None, None
        if scene.prepared is not None and placed is not None:
            image = scene.prepared.image
            zoom = zoom_text(placed.scale * self.devicePixelRatioF())
            corner = (
                (CornerField.WINDOW, window_said(scene.voi, inverted=scene.invert)),
                (CornerField.ZOOM, zoom),
                (CornerField.PLACE, place_text(scene)),
            )
            facts = "   ".join(words for field, words in corner if words and field in scene.corners)
            near = abs(scene.away) <= 0.5 * _SLICE_MM and CornerField.VALUE in scene.corners
            texts.bottom_left = (value_said(image, scene.cursor if near else None), facts)
            texts.bar = scale_said(image, scene.orientation, placed.scale, self.pane_size[0] / 4)
            if scene.cursor is not None and not self.underMouse():
                texts.cross = placed.to_screen(*scene.cursor)
        texts.update()

    def _set_links(self, scene: PaneScene) -> None:
        links, placed = self._links, self._placement
        links.active = scene.active
        rate = (tr("cine {rate}/s").format(rate=number(scene.rate)),) if scene.rate is not None else ()
        links.chips = (*rate, *(tr(link.value) for link in scene.links)) if scene.annotations else rate
        links.line = links.away = None
        if placed is not None and scene.line is not None:
            links.line = placed.to_screen(*scene.line[0]), placed.to_screen(*scene.line[1])
        if placed is not None and scene.cursor is not None and abs(scene.away) > 0.5 * _SLICE_MM:
            links.away = (*placed.to_screen(*scene.cursor), f"{scene.away:+.0f} mm")
        self._texts.set_chips(links.chips_width)
        links.update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Keeps scene coordinates equal to pane pixels, and fits anew."""
        super().resizeEvent(event)
        if event is not None and hasattr(self, "_texts"):
            self._place()
            self._set_texts(self._scene)
            self._set_links(self._scene)
            self._tell_layers()

    def event(self, event: QEvent) -> bool:
        """Lays the image out anew on a screen of another scaling, where 1:1 is another size."""
        if event.type() is QEvent.Type.DevicePixelRatioChange and hasattr(self, "_links"):
            self._place()
            self._set_texts(self._scene)
            self._set_links(self._scene)
        return bool(super().event(event))

    def viewport_at(self) -> Viewport:
        """The viewport with the scale in force written out, so that gestures can start from it."""
        scale = self._placement.scale if self._placement else 1.0
        return replace(self._scene.viewport, scale=scale)

    # --- gestures ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Starts a drag."""
        self.touched.emit()
        self._taken = next((pointer for pointer in self.pointers if pointer.press(self, event)), None)
        if self._taken is not None:
            event.accept()
            return
        self._pressed = self._last = event.position()
        self._button, self._dragged = event.button(), False
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Goes on with a drag, or moves the shared cursor."""
        at = event.position()
        if self._placement is not None:
            self.cursor_requested.emit(self._placement.to_image(at.x(), at.y()))
        if self._taken is not None:
            self._taken.move(self, event)
            return
        if self._pressed is None:
            any(pointer.move(self, event) for pointer in self.pointers)
            return
        if not self._dragged and (at - self._pressed).manhattanLength() < _CLICK_SLOP:
            return
        step = at - self._last
        self._last, self._dragged = at, True
        if self._button is Qt.MouseButton.LeftButton:
            self.window_requested.emit(step.x(), step.y(), _pace(event.modifiers()))
        elif self._button is Qt.MouseButton.MiddleButton:
            self.pan_requested.emit(step.x(), step.y())
        elif self._button is Qt.MouseButton.RightButton:
            self.zoom_requested.emit(_ZOOM_DRAG ** -step.y(), self._pressed.x(), self._pressed.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends a drag; a right click without one asks for the menu."""
        if self._taken is not None:
            taken, self._taken = self._taken, None
            taken.release(self, event)
            event.accept()
            return
        if event.button() is Qt.MouseButton.RightButton and self._pressed is not None and not self._dragged:
            self.menu_requested.emit(event.globalPosition().toPoint())
        self._pressed = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Asks to fill the window with this pane, with Shift to fit the image."""
        if any(pointer.double_click(self, event) for pointer in self.pointers):
            event.accept()
            return
        if event.button() is Qt.MouseButton.LeftButton:
            fits = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.fit_requested if fits else self.fill_requested).emit()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls, or zooms with Ctrl; fine wheels add up to whole notches."""
        self.touched.emit()
        delta = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = event.position()
            self.zoom_requested.emit(_ZOOM_NOTCH ** (delta / _WHEEL_STEP), at.x(), at.y())
        else:
            self._wheel += delta
            notches = int(self._wheel / _WHEEL_STEP)
            self._wheel -= notches * _WHEEL_STEP
            if notches:
                self.scroll_requested.emit(-notches)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Takes the shared cursor away."""
        self.cursor_requested.emit(None)
        for pointer in self.pointers:
            pointer.leave(self)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The pane that has the keyboard is the active one."""
        self.touched.emit()
        super().focusInEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes a series; files are for the window."""
        self._mark_target(event, entered=dragged_series(event.mimeData()) is not None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As for entering."""
        self._mark_target(event, entered=dragged_series(event.mimeData()) is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Takes the outline away."""
        self._links.target = False
        self._links.update()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Asks for the series that was dropped."""
        uid = dragged_series(event.mimeData())
        self._mark_target(event, entered=uid is not None)
        self._links.target = False
        self._links.update()
        if uid is not None:
            self.series_dropped.emit(uid)

    def _mark_target(self, event: QDropEvent, *, entered: bool) -> None:
        event.acceptProposedAction() if entered else event.ignore()
        if self._links.target != entered:
            self._links.target = entered
            self._links.update()

    def close(self) -> bool:
        """Closes as any widget does: pyqtgraph's own way frees the scene under Qt and crashes."""
        return QWidget.close(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves keys to the window: a view would scroll by them."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """As for presses."""
        event.ignore()


def _pace(modifiers: Qt.KeyboardModifier) -> Pace:
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return Pace.FINE
    return Pace.COARSE if modifiers & Qt.KeyboardModifier.ControlModifier else Pace.NORMAL
