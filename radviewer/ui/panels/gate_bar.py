"""How unlike the model's own data an image is, as a bar with the limits at which it is flagged and refused."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from radviewer.core.prediction import GateResult
from radviewer.ui.theme import Theme

_HIGH = 12
_ROOM = 1.25  # the bar ends at so many times the distance of refusal


class GateBar(QWidget):
    """Draws a gate's distance; hidden where none is measured."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._gate = GateResult()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the panel."""
        return QSize(120, _HIGH)

    def set_gate(self, gate: GateResult | None, words: str) -> None:
        """Shows a distance; `words` say the same for those who cannot see it."""
        self._gate = gate or GateResult()
        self.setVisible(self.measured)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    @property
    def measured(self) -> bool:
        """Whether there is a distance with its limits."""
        return None not in (self._gate.distance, self._gate.flag_above, self._gate.refuse_above)

    def zones(self, width: float) -> tuple[float, float, float]:
        """Where on a bar of this width the image, the flag and the refusal lie."""
        gate = self._gate
        if gate.distance is None or gate.flag_above is None or gate.refuse_above is None:
            return 0.0, 0.0, 0.0
        end = max(gate.refuse_above * _ROOM, 1e-9)
        places = (min(value / end, 1.0) * width for value in (gate.distance, gate.flag_above, gate.refuse_above))
        at, flag, refuse = places
        return at, flag, refuse

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Usual, unusual and refused from left to right, with the image's place."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        at, flag, refuse = self.zones(self.width())
        middle = self.height() / 2
        for left, right, token in ((0.0, flag, "ok"), (flag, refuse, "caution"), (refuse, self.width(), "danger")):
            painter.setBrush(QColor(self._theme[token]))
            painter.drawRect(QRectF(left, middle - 2, max(right - left - 1, 0), 4))
        painter.setBrush(QColor(self._theme["text"]))
        painter.drawEllipse(QPointF(min(max(at, 4), self.width() - 4), middle), 4, 4)
