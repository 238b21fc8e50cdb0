"""A pane paints each of its pixels, with and without an image: it tells Qt that nothing below has to be painted."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from radviewer.core.image import ImageRef
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.theme import Theme, panel_font
from radviewer.workbench.prepared import prepare
from radviewer.workbench.scene import PaneScene
from radviewer.workbench.settings import ThemeName
from radviewer.workbench.viewing import Viewport
from tests.ui.fakes import square_image

MAGENTA = (255, 0, 255)


@pytest.mark.parametrize("size", [(301, 203), (640, 480), (121, 977)])
@pytest.mark.parametrize("shown", [False, True])
def test_no_pixel_of_a_pane_is_left_unpainted(qtbot: QtBot, size: tuple[int, int], shown: bool) -> None:
    below = QWidget()
    below.setStyleSheet("QWidget { background: rgb(255, 0, 255); }")
    column = QVBoxLayout(below)
    column.setContentsMargins(0, 0, 0, 0)
    view = ImageView(Theme(ThemeName.DARK), panel_font())
    column.addWidget(view)
    qtbot.addWidget(below)
    below.resize(*size)
    below.show()
    qtbot.waitExposed(below)
    if shown:
        view.set_pane(PaneScene(prepared=prepare(square_image(ImageRef(Path("x.png")))), viewport=Viewport(scale=0.37)))
    assert view.viewport().testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    picture = below.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    pixels = lines[:, : 3 * picture.width()].reshape(picture.height(), picture.width(), 3)
    corner = view.viewport().mapTo(below, view.viewport().rect().topLeft())
    part = pixels[corner.y() :, corner.x() :][: view.viewport().height(), : view.viewport().width()]
    assert part.shape[:2] == (view.viewport().height(), view.viewport().width())
    assert not (part == MAGENTA).all(axis=2).any()
