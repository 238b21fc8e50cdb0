"""One pane of a reformat: shows a plane and says what the mouse asks for; it changes nothing by itself."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from radviewer.ui.mpr.drawing import (
    PaneTexts,
    PlaneLine,
    draw_border,
    draw_lines,
    draw_scale,
    draw_texts,
    handle_places,
)
from radviewer.ui.theme import Theme
from radviewer.workbench.mpr import View
from radviewer.workbench.mpr_state import PanePlacement
from radviewer.workbench.plane_picture import PlanePicture

_NOTCH = 120
_REACH = 9.0  # pixels from which a handle or a line is caught
_ZOOM_NOTCH, _ZOOM_DRAG = 1.2, 1.008


class Grip(StrEnum):
    """What a left drag has hold of."""

    HANDLE = "handle"
    LINE = "line"
    POINT = "point"
    PLANE = "plane"
    NOTHING = "nothing"


class PlanePane(QWidget):
    """A pane.

    Signals:
        point_requested: LPS point that the planes should go through.
        turn_requested: (view, radians) for the other planes, clockwise.
        tumble_requested: (right, down) pixels that the free plane was dragged.
        window_requested: (dx, dy) pixels.
        pan_requested: (view, dx, dy) pixels.
        zoom_requested: (view, factor, x, y).
        scroll_requested: (view, steps).
        hovered: (view, LPS point or None).
        resized: The pane has another size.
    """

    point_requested = Signal(object)
    turn_requested = Signal(object, float)
    tumble_requested = Signal(float, float)
    window_requested = Signal(float, float)
    pan_requested = Signal(object, float, float)
    zoom_requested = Signal(object, float, float, float)
    scroll_requested = Signal(object, int)
    hovered = Signal(object, object)
    resized = Signal()

    def __init__(self, view: View, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.windowing = False
        self._theme = theme
        self._gray: NDArray[np.uint8] | None = None
        self._picture: PlanePicture | None = None
        self._frame: tuple[object, QImage] | None = None
        self._placement: PanePlacement | None = None
        self._lines: tuple[PlaneLine, ...] = ()
        self._texts = PaneTexts()
        self._at = (0.0, 0.0)
        self._hot: View | None = None
        self._grip = Grip.NOTHING
        self._held: PlaneLine | None = None
        self._last = self._pressed = QPointF()
        self._start = self._at
        self._wheel = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 140)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(view.value)

    def sizeHint(self) -> QSize:
        """A comfortable size."""
        return QSize(520, 400)

    @property
    def pane_size(self) -> tuple[float, float]:
        """(width, height) in logical pixels."""
        return float(max(1, self.width())), float(max(1, self.height()))

    @property
    def placement(self) -> PanePlacement | None:
        """Where the plane lies, or None before there is one."""
        return self._placement

    @property
    def lines(self) -> tuple[PlaneLine, ...]:
        """The other planes' lines."""
        return self._lines

    @property
    def texts(self) -> PaneTexts:
        """What the pane says."""
        return self._texts

    def set_picture(self, picture: PlanePicture | None, gray: NDArray[np.uint8] | None) -> None:
        """Sets what is shown, with its greys."""
        self._picture, self._gray, self._frame = picture, gray, None
        self.update()

    def set_place(self, placement: PanePlacement, point: Any, lines: tuple[PlaneLine, ...]) -> None:
        """Sets where it is shown, and where the other planes cut it."""
        self._placement, self._lines = placement, lines
        self._at = placement.to_screen(point)
        self.update()

    def set_texts(self, texts: PaneTexts) -> None:
        """Sets corners and edges."""
        if texts != self._texts:
            self._texts = texts
            self.update()

    # --- drawing ----------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the plane and what lies over it."""
        painter = QPainter(self)
        try:
            painter.drawImage(QPointF(0, 0), self._scaled())
            draw_border(painter, self.pane_size, self.view, active=self.hasFocus())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._placement is not None:
                draw_lines(painter, self._lines, self._at, self.pane_size, self._hot)
                draw_texts(painter, self._texts, self.pane_size, self._theme, self.view)
                draw_scale(painter, self._placement.scale, self.pane_size, self._theme)
        finally:
            painter.end()

    def _scaled(self) -> QImage:
        """The picture as it lies in the pane; made anew only when it has changed, not when lines move over it."""
        ratio = self.devicePixelRatioF()
        transform = self._transform()
        key = (transform, ratio, self.size(), self._theme["canvas"])
        if self._frame is None or self._frame[0] != key:
            frame = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
            frame.setDevicePixelRatio(ratio)
            frame.fill(QColor(self._theme["canvas"]))
            if transform is not None and self._gray is not None:
                self._draw_picture(frame, self._gray, transform)
            self._frame = (key, frame)
        return self._frame[1]

    def _transform(self) -> tuple[float, ...] | None:
        """From the picture's columns and rows to the pane, or None without picture."""
        picture, placed = self._picture, self._placement
        if picture is None or placed is None:
            return None
        x, y = placed.to_screen(picture.origin)
        (a, b), (c, d) = placed.direction(picture.along), placed.direction(picture.down)
        a, b, c, d = (round(value * placed.scale, 9) for value in (a, b, c, d))
        return a, b, c, d, round(x - (a + c) / 2, 6), round(y - (b + d) / 2, 6)

    @staticmethod
    def _draw_picture(frame: QImage, gray: NDArray[np.uint8], transform: tuple[float, ...]) -> None:
        rows, columns = gray.shape
        image = QImage(gray.data, columns, rows, gray.strides[0], QImage.Format.Format_Grayscale8)
        painter = QPainter(frame)
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setTransform(QTransform(*transform))
            painter.drawImage(QPointF(0, 0), image)
        finally:
            painter.end()

    # --- mouse ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of a handle, a line, the point or the picture."""
        self._last = self._pressed = event.position()
        self._start = self._at
        if event.button() is Qt.MouseButton.LeftButton and self._placement is not None:
            self._grip, self._held = self._caught(event.position())
            follows = self._grip is Grip.NOTHING and not self.windowing and self.view is not View.OBLIQUE
            if follows or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._grip = Grip.POINT
            if self._grip is Grip.POINT:
                self._ask_point(event.position())
            elif self._grip is Grip.NOTHING and self.view is View.OBLIQUE and not self.windowing:
                self._grip = Grip.PLANE
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Brings the planes here."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._ask_point(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Goes on with a drag, or says what lies under the mouse."""
        at = event.position()
        step = at - self._last
        buttons = event.buttons()
        if buttons & Qt.MouseButton.LeftButton:
            self._drag_left(at, step)
        elif buttons & Qt.MouseButton.MiddleButton:
            self.pan_requested.emit(self.view, step.x(), step.y())
        elif buttons & Qt.MouseButton.RightButton:
            self.zoom_requested.emit(self.view, _ZOOM_DRAG ** -step.y(), self.width() / 2, self.height() / 2)
        else:
            self._show_grip(at)
        self._last = at
        if self._placement is not None:
            self.hovered.emit(self.view, self._placement.to_patient(at.x(), at.y()))

    def _drag_left(self, at: QPointF, step: QPointF) -> None:
        if self._grip is Grip.POINT:
            self._ask_point(at)
        elif self._grip is Grip.LINE and self._held is not None and self._placement is not None:
            # Only across the line: along it the plane stays the same.
            way = at - self._pressed
            across = way.x() * -self._held.dy + way.y() * self._held.dx
            x, y = self._start[0] - across * self._held.dy, self._start[1] + across * self._held.dx
            self.point_requested.emit(self._placement.to_patient(x, y))
        elif self._grip is Grip.HANDLE:
            before = math.atan2(self._last.y() - self._at[1], self._last.x() - self._at[0])
            angle = math.atan2(at.y() - self._at[1], at.x() - self._at[0]) - before
            self.turn_requested.emit(self.view, math.remainder(angle, 2 * math.pi))
        elif self._grip is Grip.PLANE:
            self.tumble_requested.emit(step.x(), step.y())
        else:
            self.window_requested.emit(step.x(), step.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go."""
        self._grip, self._held = Grip.NOTHING, None
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls, or zooms with Ctrl; fine wheels add up to whole notches."""
        delta = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = event.position()
            self.zoom_requested.emit(self.view, _ZOOM_NOTCH ** (delta / _NOTCH), at.x(), at.y())
        else:
            self._wheel += delta
            notches = int(self._wheel / _NOTCH)
            self._wheel -= notches * _NOTCH
            if notches:
                ten = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.scroll_requested.emit(self.view, -notches * (10 if ten else 1))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing lies under the mouse any more."""
        self._hot = None
        self.hovered.emit(self.view, None)
        self.update()
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Has the plane placed anew."""
        super().resizeEvent(event)
        self.resized.emit()

    def _ask_point(self, at: QPointF) -> None:
        if self._placement is not None:
            self.point_requested.emit(self._placement.to_patient(at.x(), at.y()))

    def _caught(self, at: QPointF) -> tuple[Grip, PlaneLine | None]:
        """What lies under a position."""
        lines = [line for line in self._lines if line.handles]
        for line in lines:
            for place in handle_places(line, self._at, self.pane_size):
                if math.hypot(place.x() - at.x(), place.y() - at.y()) <= _REACH:
                    return Grip.HANDLE, line
        dx, dy = at.x() - self._at[0], at.y() - self._at[1]
        if lines and math.hypot(dx, dy) <= _REACH:
            return Grip.POINT, None
        for line in lines:
            if abs(dx * line.dy - dy * line.dx) <= _REACH / 2:
                return Grip.LINE, line
        return Grip.NOTHING, None

    def _show_grip(self, at: QPointF) -> None:
        grip, line = self._caught(at)
        shapes = {
            Grip.HANDLE: Qt.CursorShape.PointingHandCursor,
            Grip.LINE: Qt.CursorShape.SizeAllCursor,
            Grip.POINT: Qt.CursorShape.SizeAllCursor,
        }
        self.setCursor(shapes.get(grip, Qt.CursorShape.CrossCursor))
        hot = line.view if line is not None else None
        if hot is not self._hot:
            self._hot = hot
            self.update()
