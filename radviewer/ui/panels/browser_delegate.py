"""Draws the rows of the study browser: a patient's name, a study's line, a series' picture with two lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from radviewer.ui.theme import Theme

THUMBNAIL = 52
KIND_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # "patient", "study" or "series"
SUBTITLE_ROLE = KIND_ROLE + 1
PICTURE_ROLE = KIND_ROLE + 2
_PAD = 6
_MARGIN = 12  # as the panel's heading

Index = QModelIndex | QPersistentModelIndex


class BrowserDelegate(QStyledItemDelegate):
    """Paints and measures the rows."""

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
        self._texts(painter, option, text, index, strong=kind == "patient", soft=kind == "study")
        painter.restore()

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
