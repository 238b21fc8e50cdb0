"""Texts in the corners of a pane do not run into each other, as pixels."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from radviewer.core.overlay import OverlayStyle
from radviewer.ui.canvas.text_item import TextItem
from radviewer.ui.theme import Theme, panel_font
from radviewer.workbench.settings import ThemeName

WIDTH, HEIGHT = 300, 240


def drawn(item: TextItem) -> np.ndarray:
    """Which pixels have something."""
    picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    picture.fill(0)
    painter = QPainter(picture)
    item.paint(painter, None)  # type: ignore[arg-type]
    painter.end()
    values = np.frombuffer(picture.constBits(), dtype=np.uint8).reshape(HEIGHT, WIDTH, 4)
    return values[..., :3].max(axis=2) > 40


@pytest.mark.parametrize("beside", ["links", "legend"])
def test_a_long_title_and_a_caution_end_before_links_and_legend(qtbot: QtBot, beside: str) -> None:
    item = TextItem(Theme(ThemeName.DARK), panel_font())
    item.set_size((WIDTH, HEIGHT))
    if beside == "links":
        item.set_chips(110.0)
        room = 110
    else:
        item.legend = OverlayStyle()
        only = np.flatnonzero(drawn(item)[:40].any(axis=0))
        room = WIDTH - int(only.min())
    before = drawn(item)
    item.top_left = ("Grad-CAM: a label with a long name (nothing above the threshold)",)
    item.caution = "The input gate does not vouch for this image, and says why"
    added = drawn(item) & ~before
    assert added[:40, : WIDTH - room].any()
    assert not added[:40, WIDTH - room :].any()
