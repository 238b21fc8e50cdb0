"""The line in which the words of a text, an arrow or any figure are typed, where they will stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.i18n import tr
from radviewer.workbench.measuring.shapes import Spot

MOST_LETTERS = 200
_WIDTH = 240


class WordsBox(QLineEdit):
    """Open until Enter or a click elsewhere keeps the words, or Esc drops them.

    Args:
        view: The pane that it stands on.
        spot: Where, in the pane.
        words: To begin with.
        done: Called once with the words, or with None where they are dropped.
    """

    def __init__(self, view: ImageView, spot: Spot, words: str, done: Callable[[str | None], None]) -> None:
        super().__init__(words, view.viewport())
        self._view, self._done, self._open = view, done, True
        self.setMaxLength(MOST_LETTERS)
        self.setPlaceholderText(tr("Words, then Enter"))
        self.setAccessibleName(tr("Words of the figure"))
        width, height = min(_WIDTH, view.viewport().width() - 4), self.sizeHint().height()
        x = min(max(round(spot[0]), 2), view.viewport().width() - width - 2)
        y = min(max(round(spot[1]), 2), view.viewport().height() - height - 2)
        self.resize(width, height)
        self.move(QPoint(x, y))
        self.returnPressed.connect(self.keep)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Claims Esc, which would stop what runs in the window and leave the line open."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if escape and event.type() is QEvent.Type.KeyPress:
            self.drop()
            return True
        return super().event(event)

    def keep(self) -> None:
        """Closes with the words."""
        self._close(" ".join(self.text().split()))

    def drop(self) -> None:
        """Closes without them."""
        self._close(None)

    def _close(self, words: str | None) -> None:
        if self._open:
            self._open = False
            self.hide()
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            self._done(words)
            self.deleteLater()
