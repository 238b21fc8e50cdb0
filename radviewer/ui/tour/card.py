"""The marks of the tour: a ring around a part of the window and a card beside it. Everything else stays usable."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from radviewer.ui.i18n import tr
from radviewer.ui.panels.widgets import label
from radviewer.ui.theme import Theme

_WIDTH, _GAP = 360, 12


class Ring(QWidget):
    """A frame in the accent's colour that lets the mouse through."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme["accent"]), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)
        painter.end()


class TourCard(QFrame):
    """What a step says, with Next, Back and End.

    Signals:
        next_requested: To the next step.
        back_requested: To the step before.
        end_requested: No more of it.
    """

    next_requested = Signal()
    back_requested = Signal()
    end_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(tr("Tour"))
        self._title = label("", "finding")
        self._text = label()
        self._count = label("", "soft", wrap=False)
        self.skip = QPushButton(tr("End the tour"))
        self.skip.setObjectName("flat")
        self.back = QPushButton(tr("Back"))
        self.next = QPushButton(tr("Next"))
        self.next.setObjectName("primary")
        self.skip.clicked.connect(self.end_requested)
        self.back.clicked.connect(self.back_requested)
        self.next.clicked.connect(self.next_requested)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addStretch(1)
        for part in (self.skip, self.back, self.next):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(row)

    def say(self, title: str, text: str, number: int, count: int) -> None:
        """Shows a step.

        Args:
            title: A few words.
            text: What it says.
            number: Of the step, from 1.
            count: Of all steps.
        """
        self._title.setText(title)
        self._text.setText(text)
        self._count.setText(f"{number}/{count}")
        self.back.setEnabled(number > 1)
        self.next.setText(tr("Done") if number == count else tr("Next"))
        self.setAccessibleDescription(f"{title}. {text}")

    def place(self, target: QRect) -> None:
        """Goes beside a part of its window: right, left, below, above, or else over its middle."""
        window = self.parentWidget()
        assert window is not None
        room = window.rect().adjusted(8, 8, -8, -8)
        size = QSize(_WIDTH, self.heightForWidth(_WIDTH) if self.hasHeightForWidth() else self.sizeHint().height())
        middle = target.center().y() - size.height() // 2
        places = (
            QPoint(target.right() + _GAP, middle),
            QPoint(target.left() - _GAP - size.width(), middle),
            QPoint(target.center().x() - size.width() // 2, target.bottom() + _GAP),
            QPoint(target.center().x() - size.width() // 2, target.top() - _GAP - size.height()),
        )
        for place in places:
            wanted = QRect(place, size)
            kept = _inside(wanted, room)
            if not kept.intersects(target):
                self.setGeometry(kept)
                return
        self.setGeometry(_inside(QRect(target.center() - QPoint(size.width() // 2, size.height() // 2), size), room))

    def event(self, event: QEvent) -> bool:
        """Its keys are its own while it has the keyboard, also those that are shortcuts of the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._signal(event):
            event.accept()
            return True
        return super().event(event)

    def _signal(self, event: QKeyEvent) -> SignalInstance | None:
        keys = {
            Qt.Key.Key_Right: self.next_requested,
            Qt.Key.Key_Return: self.next_requested,
            Qt.Key.Key_Enter: self.next_requested,
            Qt.Key.Key_Left: self.back_requested,
            Qt.Key.Key_Escape: self.end_requested,
        }
        return keys.get(Qt.Key(event.key()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right or Enter: next; Left: back; Esc: end."""
        signal = self._signal(event)
        if signal is None:
            super().keyPressEvent(event)
        else:
            signal.emit()


def _inside(wanted: QRect, room: QRect) -> QRect:
    """A rectangle moved into a room, as far as that is possible."""
    x = max(room.left(), min(wanted.left(), room.right() - wanted.width()))
    y = max(room.top(), min(wanted.top(), room.bottom() - wanted.height()))
    return QRect(QPoint(x, y), wanted.size())
