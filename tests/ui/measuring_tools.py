"""A mouse with fractions of pixels, and phantoms whose geometry is known by construction."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from scipy import ndimage

from radviewer.core.geometry import PixelSpacing
from radviewer.core.image import Image, ImageFacts, ImageRef, Rescale, Window
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.main_window import MainWindow
from radviewer.ui.measuring.feature import MeasuringFeature
from radviewer.workbench.measuring.notes import Measurement
from tests.ui.fakes import square_image

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
Spot = tuple[float, float]

# (row, column) of the centre and half the side of three bright squares; the middle one is the vertex of the angle.
MARKS = ((40.5, 60.5, 1), (120.5, 90.5, 2), (150.5, 200.5, 3))
PHANTOM_SHAPE = (180, 240)


def named_image(ref: ImageRef, **changes: object) -> Image:
    """The picture of the other window tests, with an instance of its own for each file."""
    return square_image(ref, facts=ImageFacts("dicom", "CT", sop_instance_uid=uid_of(ref)), **changes)


def uid_of(ref: ImageRef) -> str:
    """A UID made of the digits in a path."""
    return "1.2." + ".".join(character for character in str(ref.path) if character.isdigit())


def marked_image(ref: ImageRef, row_mm: float, column_mm: float) -> Image:
    """Three bright squares on black; pixels are row_mm high and column_mm wide."""
    pixels = np.zeros(PHANTOM_SHAPE, np.uint16)
    for row, column, half in MARKS:
        r, c = int(row), int(column)
        pixels[r - half : r + half + 1, c - half : c + half + 1] = 1000
    return Image(
        pixels,
        ref,
        Rescale(),
        (Window(500.0, 1000.0),),
        spacing=PixelSpacing(row_mm, column_mm),
        aspect=row_mm / column_mm,
        facts=ImageFacts("dicom", "CT", sop_instance_uid=uid_of(ref)),
    )


def seen_marks(view: ImageView) -> list[Spot]:
    """Where the squares are on the screen, found in its picture, from the smallest to the largest (logical pixels)."""
    picture = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    lines = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    gray = lines[:, : picture.width()].astype(float)
    labels, count = ndimage.label(gray > 60)
    assert count == len(MARKS), f"{count} squares are seen"
    sizes = ndimage.sum_labels(gray, labels, range(1, count + 1))
    middles = ndimage.center_of_mass(gray, labels, range(1, count + 1))
    ratio = picture.devicePixelRatio()
    return [((x + 0.5) / ratio, (y + 0.5) / ratio) for _, (y, x) in sorted(zip(sizes, middles, strict=True))]


def mouse(view: ImageView, kind: QEvent.Type, at: Spot, button: Qt.MouseButton, buttons: Qt.MouseButton) -> None:
    """One event of the mouse, with fractions of pixels."""
    target, spot = view.viewport(), QPointF(*at)
    event = QMouseEvent(kind, spot, target.mapToGlobal(spot), button, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, event)


def move(view: ImageView, at: Spot) -> None:
    mouse(view, QEvent.Type.MouseMove, at, NONE, NONE)


def drag(view: ImageView, *path: Spot, steps: int = 3) -> None:
    """Presses at the first spot, goes along the others, lets go at the last."""
    mouse(view, QEvent.Type.MouseButtonPress, path[0], LEFT, LEFT)
    for (x0, y0), (x1, y1) in pairwise(path):
        for step in range(1, steps + 1):
            at = x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps
            mouse(view, QEvent.Type.MouseMove, at, NONE, LEFT)
    mouse(view, QEvent.Type.MouseButtonRelease, path[-1], LEFT, NONE)


def click(view: ImageView, at: Spot) -> None:
    move(view, at)
    mouse(view, QEvent.Type.MouseButtonPress, at, LEFT, LEFT)
    mouse(view, QEvent.Type.MouseButtonRelease, at, LEFT, NONE)


def double_click(view: ImageView, at: Spot) -> None:
    click(view, at)
    mouse(view, QEvent.Type.MouseButtonDblClick, at, LEFT, LEFT)
    mouse(view, QEvent.Type.MouseButtonRelease, at, LEFT, NONE)


def screen(view: ImageView, row: float, column: float) -> Spot:
    """Where an image point is on the screen."""
    assert view.placement is not None
    return view.placement.to_screen(row, column)


def pane(window: MainWindow) -> ImageView:
    return window.parts.grid.shown[0]


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    pane(window).setFocus()
    QTest.keyClick(pane(window), key, modifier)


def calm(window: MainWindow) -> None:
    """Hides maps and predicts nothing: Esc stops what runs before it puts a tool down."""
    window.state.wish(auto_predict=False)
    window.assistant.cancel()
    window.state.map_wish(visible=False)


def measuring(window: MainWindow) -> MeasuringFeature:
    return next(item for item in window.features if isinstance(item, MeasuringFeature))


def measured(window: MainWindow) -> tuple[Measurement, ...]:
    """The measurements of the image in the first pane."""
    prepared = pane(window).pane.prepared
    assert prepared is not None
    return measuring(window).model.notes(prepared.key).measurements
