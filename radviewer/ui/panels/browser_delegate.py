"""Draws the rows of the study browser: a patient's name, a study's line, a series' picture with two lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from radviewer.ui.theme import Theme

THUMBNAIL = 52
KIND_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # "patient", "study" or "series"
SUBTITLE_ROLE = KIND_ROLE + 1
PICTURE_ROLE = KIND_ROLE + 2
BADGE_ROLE = KIND_ROLE + 3  # (text, colour token) at the right of a study, or None
UID_ROLE = KIND_ROLE + 8  # of a series; a study has that of its first series with images
_PAD = 6
_MARGIN = 12  # as the panel's heading

Index = QModelIndex | QPersistentModelIndex


class BrowserDelegate(QStyledItemDelegate):
    """Paints and measures the rows.

    Signals:
        picture_wanted: The UID of a series that is seen and has no picture yet.
    """

    picture_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Height by kind."""
        line = QFontMetricsF(option.font).height()
        kind = index.data(KIND_ROLE)
        if kind == "series":
            return QSize(120, THUMBNAIL + 2 * _PAD)
        lines = 2 if kind == "patient" and index.data(SUBTITLE_ROLE) else 1
        return QSize(120, round(line * lines + (14 if kind == "patient" else 8)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        self._ground(painter, option, rect)
        kind = index.data(KIND_ROLE)
        text = rect.adjusted(_MARGIN, 0, -_PAD, 0)
        if kind == "series":
            self._picture(painter, index, QRect(rect.left() + _MARGIN, rect.top() + _PAD, THUMBNAIL, THUMBNAIL))
            text.setLeft(rect.left() + _MARGIN + THUMBNAIL + 10)
            if index.data(PICTURE_ROLE) is None and index.data(UID_ROLE):
                self.picture_wanted.emit(str(index.data(UID_ROLE)))
        if kind == "study":
            text.setRight(self._badge(painter, option, text, index))
        self._texts(painter, option, text, index, strong=kind == "patient", soft=kind == "study")
        painter.restore()

    def _badge(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index) -> int:
        """Draws what is at the right of a study; returns where its title has to end."""
        badge = index.data(BADGE_ROLE)
        if not badge:
            return rect.right()
        words, token = badge
        metrics = QFontMetricsF(option.font)
        width = round(metrics.horizontalAdvance(words)) + 12
        place = QRectF(rect.right() - width, rect.center().y() - metrics.height() / 2, width, metrics.height() + 1)
        painter.setPen(QColor(self._theme[token]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(option.font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        return int(place.left()) - 6

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme["accent_soft" if chosen else "raised"]))
            painter.drawRoundedRect(QRectF(rect).adjusted(5, 1, -3, -1), 5, 5)

    def _picture(self, painter: QPainter, index: Index, frame: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme["canvas"]))
        painter.drawRoundedRect(QRectF(frame), 4, 4)
        picture = index.data(PICTURE_ROLE)
        if isinstance(picture, QPixmap):
            size = picture.deviceIndependentSize().scaled(QRectF(frame).size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(QPointF(0, 0), size)
            target.moveCenter(QRectF(frame).center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(target, picture, QRectF(picture.rect()))

    def _texts(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index, *, strong: bool, soft: bool
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        metrics = QFontMetricsF(font)
        lines = [(words, "text_soft" if soft else "text", font) for words in self._titles(index, metrics, rect.width())]
        if index.data(SUBTITLE_ROLE):
            lines.append((str(index.data(SUBTITLE_ROLE)), "text_soft", QFont(option.font)))
        y = rect.center().y() - metrics.height() * len(lines) / 2 + metrics.ascent() + 1
        for words, token, face in lines:
            painter.setFont(face)
            painter.setPen(QColor(self._theme[token]))
            shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(QPointF(rect.left(), y), shown)
            y += metrics.height()

    def _titles(self, index: Index, metrics: QFontMetricsF, width: int) -> list[str]:
        """A series' title on up to two lines, any other on one."""
        title = str(index.data() or "")
        if index.data(KIND_ROLE) != "series" or metrics.horizontalAdvance(title) <= width:
            return [title]
        words = title.split(" ")
        count = len(words)
        while count > 1 and metrics.horizontalAdvance(" ".join(words[:count])) > width:
            count -= 1
        rest = " ".join(words[count:])
        return [" ".join(words[:count]), rest] if rest else [title]
