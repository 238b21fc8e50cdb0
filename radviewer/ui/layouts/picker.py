"""The layout picker: nine squares in the layout menu; pointing shows how many panes there will be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from radviewer.ui.i18n import tr
from radviewer.ui.theme import Theme
from radviewer.workbench.cells import MOST

_SIDE, _GAP, _PAD = 34, 5, 10


class GridPicker(QWidget):
    """Nine squares.

    Signals:
        picked: (rows, columns).
    """

    picked = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = (1, 1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Rows and columns of panes"))

    def sizeHint(self) -> QSize:
        """Room for nine squares and a line of text."""
        side = MOST * _SIDE + (MOST - 1) * _GAP + 2 * _PAD
        return QSize(side, side + 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the squares, those that are meant filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(MOST):
            for column in range(MOST):
                meant = row < self._grid[0] and column < self._grid[1]
                painter.setPen(QPen(QColor(self._theme["accent" if meant else "line_strong"]), 1.2))
                painter.setBrush(QColor(self._theme["accent_soft" if meant else "panel"]))
                x, y = (_PAD + at * (_SIDE + _GAP) + 0.5 for at in (column, row))
                painter.drawRoundedRect(QRectF(x, y, _SIDE - 1, _SIDE - 1), 3, 3)
        painter.setPen(QColor(self._theme["text"]))
        words = f"{self._grid[0]} \N{MULTIPLICATION SIGN} {self._grid[1]}"
        painter.drawText(self.rect().adjusted(0, 0, 0, -6), Qt.AlignmentFlag(0x0044), words)  # bottom, middle

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Marks what is meant."""
        at = event.position()
        column, row = (min(max(int((part - _PAD) // (_SIDE + _GAP)), 0), MOST - 1) for part in (at.x(), at.y()))
        self._mark(row + 1, column + 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Takes what is meant."""
        self.mouseMoveEvent(event)
        self.picked.emit(*self._grid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter do the same."""
        rows, columns = self._grid
        down, right = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
        }.get(Qt.Key(event.key()), (0, 0))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(rows, columns)
        elif (down, right) == (0, 0):
            event.ignore()
        else:
            self._mark(min(max(rows + down, 1), MOST), min(max(columns + right, 1), MOST))

    def leaveEvent(self, event: QEvent) -> None:
        """Means nothing any more."""
        self._mark(1, 1)
        super().leaveEvent(event)

    def _mark(self, rows: int, columns: int) -> None:
        if (rows, columns) != self._grid:
            self._grid = (rows, columns)
            self.update()


def add_picker(menu: QMenu, use: Callable[[int, int], None], theme: Theme) -> GridPicker:
    """Puts a picker at the top of a menu."""
    picker = GridPicker(theme, menu)
    holder = QWidgetAction(menu)
    holder.setDefaultWidget(picker)
    first = menu.actions()[0] if menu.actions() else None
    if first is None:
        menu.addAction(holder)
    else:
        menu.insertAction(first, holder)
        menu.insertSeparator(first)

    def pick(rows: int, columns: int) -> None:
        menu.close()
        use(rows, columns)

    picker.picked.connect(pick)
    return picker
