"""The panes of one window in rows and columns, with borders that can be dragged; shares are kept for each grid."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.theme import Theme
from radviewer.workbench.scene import BoardScene, PaneScene
from radviewer.workbench.shares import GAP, Shares, even, moved, spans

_UPRIGHT = 1.3  # how much higher than wide a grid is whose maps lie below their image


class _Border(QWidget):
    """Between two rows or columns: drags them apart, a double click makes all alike."""

    dragged = Signal(int)
    reset = Signal()

    def __init__(self, parent: QWidget, *, upright: bool) -> None:
        super().__init__(parent)
        self._upright = upright
        self.setCursor(Qt.CursorShape.SplitHCursor if upright else Qt.CursorShape.SplitVCursor)
        self.setObjectName("pane_border")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Says where the border shall be."""
        at = self.mapToParent(event.position().toPoint())
        self.dragged.emit(at.x() if self._upright else at.y())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the drag."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Makes all alike."""
        self.reset.emit()
        event.accept()


class PaneGrid(QWidget):
    """Holds the panes; they are made when first needed and kept.

    Signals:
        pane_added: A new `ImageView`, to connect its gestures.
        shares_changed: After a border was dragged.
    """

    pane_added = Signal(object)
    shares_changed = Signal()

    def __init__(self, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panes")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._font = theme, font
        self._rows, self._columns = 1, 1
        self._board = BoardScene(1, 1, ())
        self._kept: dict[tuple[int, int], Shares] = {}
        self._borders: list[_Border] = []
        self.views: list[ImageView] = []
        self.setMinimumSize(120, 120)

    def set_panes(self, scenes: tuple[PaneScene, ...]) -> None:
        """Shows scenes from left to right."""
        self.set_board(BoardScene(1, len(scenes), scenes))

    def set_board(self, board: BoardScene) -> None:
        """Shows scenes in rows and columns."""
        while len(self.views) < len(board.panes):
            view = ImageView(self._theme, self._font, self)
            if self.views:
                QWidget.setTabOrder(self.views[-1], view)  # else panes that come later are behind all panels
            self.views.append(view)
            self.pane_added.emit(view)
        self._board = board
        shape = self._shape(board)
        if shape != (self._rows, self._columns) or not self._is_laid_out(len(board.panes)):
            self._rows, self._columns = shape
            self._make_borders()
            self._keep_focus(board.panes)
            for number, view in enumerate(self.views):
                view.setVisible(number < len(board.panes))
            self._lay_out()
        for view, scene in zip(self.views, board.panes, strict=False):
            view.set_pane(scene)

    @property
    def shares(self) -> Mapping[tuple[int, int], Shares]:
        """How rows and columns share the room, by (rows, columns); only of grids that were changed."""
        return self._kept

    def set_shares(self, shares: Mapping[tuple[int, int], Shares]) -> None:
        """Takes over how rows and columns share the room."""
        self._kept = dict(shares)
        self._lay_out()

    def view_of(self, cell: int) -> ImageView | None:
        """The first pane on the screen that shows a cell."""
        return next((view for view in self.shown if view.pane.cell == cell), None)

    @property
    def shown(self) -> tuple[ImageView, ...]:
        """The panes on the screen."""
        return tuple(view for view in self.views if view.isVisibleTo(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the room out anew."""
        super().resizeEvent(event)
        if self._shape(self._board) != (self._rows, self._columns):
            self.set_board(self._board)
        else:
            self._lay_out()

    def _keep_focus(self, panes: tuple[PaneScene, ...]) -> None:
        """Hands the keyboard on before a pane is hidden: Qt would give it to any other, which would become active."""
        if any(view.hasFocus() for view in self.views[len(panes) :]):
            at = next((number for number, pane in enumerate(panes) if pane.active), 0)
            self.views[at].set_pane(panes[at])
            self.views[at].show()
            self.views[at].setFocus()

    def _shape(self, board: BoardScene) -> tuple[int, int]:
        """Rows and columns: an image and its maps lie one below the other where there is much more height."""
        linked = len(board.panes) > 1 and len({pane.cell for pane in board.panes}) == 1
        if linked and self.height() > _UPRIGHT * self.width():
            return board.columns, board.rows
        return board.rows, board.columns

    def _is_laid_out(self, count: int) -> bool:
        return len(self.shown) == count

    def _in_force(self) -> Shares:
        return self._kept.get((self._rows, self._columns), even(self._rows, self._columns))

    def _lay_out(self) -> None:
        shares = self._in_force()
        rows, columns = spans(self.height(), shares.rows), spans(self.width(), shares.columns)
        for number, view in enumerate(self.views[: self._rows * self._columns]):
            (top, height), (left, width) = rows[number // self._columns], columns[number % self._columns]
            view.setGeometry(QRect(left, top, width, height))
        uprights, levels = columns[:-1], rows[:-1]
        for border, (left, width) in zip(self._borders, uprights, strict=False):
            border.setGeometry(left + width, 0, GAP, self.height())
        for border, (top, height) in zip(self._borders[len(uprights) :], levels, strict=False):
            border.setGeometry(0, top + height, self.width(), GAP)

    def _make_borders(self) -> None:
        for border in self._borders:
            border.hide()
            border.deleteLater()
        self._borders = []
        for upright, count in ((True, self._columns - 1), (False, self._rows - 1)):
            for at in range(count):
                border = _Border(self, upright=upright)
                border.dragged.connect(lambda to, at=at, upright=upright: self._drag(at, to, upright=upright))
                border.reset.connect(self._reset)
                border.show()
                self._borders.append(border)

    def _drag(self, at: int, to: int, *, upright: bool) -> None:
        shares = self._in_force()
        if upright:
            shares = Shares(shares.rows, moved(shares.columns, at, to / max(self.width(), 1)))
        else:
            shares = Shares(moved(shares.rows, at, to / max(self.height(), 1)), shares.columns)
        self._kept[(self._rows, self._columns)] = shares
        self._lay_out()
        self.shares_changed.emit()

    def _reset(self) -> None:
        self._kept.pop((self._rows, self._columns), None)
        self._lay_out()
        self.shares_changed.emit()
