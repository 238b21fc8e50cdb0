"""Line icons of one weight, drawn in the theme's colour at the screen's resolution."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from radviewer.workbench.resources import resource


class Colors(Protocol):
    """Colours as "#RRGGBB" by name."""

    def __getitem__(self, token: str) -> str: ...


class _LineIcon(QIconEngine):
    """Renders an SVG whose strokes are `currentColor`, so one file serves every theme, size and scaling."""

    def __init__(self, name: str, colors: Colors, token: str) -> None:
        super().__init__()
        self._name, self._colors, self._token = name, colors, token

    def clone(self) -> QIconEngine:
        """A copy, as Qt wants it."""
        return _LineIcon(self._name, self._colors, self._token)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draws into a rectangle."""
        color = self._colors["text_off" if mode is QIcon.Mode.Disabled else self._token]
        QSvgRenderer(QByteArray(_tinted(self._name, color))).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon on transparent ground."""
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return QPixmap.fromImage(image)


def icon(name: str, colors: Colors, color: str = "text") -> QIcon:
    """An icon in a colour of the theme; it follows when the theme changes."""
    resource(f"icons/{name}.svg")
    return QIcon(_LineIcon(name, colors, color))


def write_tinted(name: str, color: str, folder: Path) -> Path:
    """Writes an icon in one colour as a file, for style sheets; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{color.lstrip('#')}.svg"
    path.write_bytes(_tinted(name, color))
    return path


@cache
def _tinted(name: str, color: str) -> bytes:
    text = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", color).encode()
