"""What the AI says about a case, as its condition shows it. It holds nothing of it before its time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from radviewer.core.overlay import DrawMode
from radviewer.readerstudy.public import AiOutput
from radviewer.ui.i18n import tr
from radviewer.ui.panels.widgets import Segments, ShareSlider, label
from radviewer.ui.reading.case_board import AiDrawing
from radviewer.ui.theme import Theme


class _Share(QWidget):
    """A bar from 0 to 1."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A thin bar."""
        return QSize(100, 8)

    def set_share(self, share: float) -> None:
        """Sets its length."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, token in ((1.0, "pressed"), (self._share, "caution")):
            painter.setBrush(QColor(self._theme[token]))
            painter.drawRoundedRect(QRectF(0, 1, self.width() * share, 6), 3, 3)


class AiPanel(QFrame):
    """The AI's part of the panel.

    Signals:
        ai_requested: The reader wants to see the AI.
        drawing_requested: An `AiDrawing` with another opacity, visibility or way of drawing.
    """

    ai_requested = Signal()
    drawing_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._drawing = AiDrawing()
        self._both = False
        self.state = label("", "soft")
        self.text = label()
        self.call = label("", "finding")
        self.score = label("", "finding", wrap=False)
        self._bar = _Share(theme)
        self._ask = QPushButton(tr("Show the AI   A"))
        self._ask.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ask.clicked.connect(self.ai_requested)
        self._map = QWidget()
        self._shown = QCheckBox()
        self._shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shown.toggled.connect(lambda on: self.drawing_requested.emit(replace(self._drawing, shown=on)))
        self._opacity = ShareSlider(tr("Opacity of the overlay"))
        self._opacity.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for child in self._opacity.findChildren(QWidget):
            child.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._opacity.value_requested.connect(self._set_opacity)
        self._draw = Segments({DrawMode.FILL: tr("Heat map"), DrawMode.CONTOUR: tr("Contour   C")})
        for child in self._draw.findChildren(QPushButton):
            child.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._draw.chosen.connect(self._set_draw)
        self._build()
        self.set_nothing("")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self.score)
        row.addWidget(self._bar, 1)
        map_column = QVBoxLayout(self._map)
        map_column.setContentsMargins(0, 0, 0, 0)
        map_column.setSpacing(4)
        map_column.addWidget(self._shown)
        map_column.addWidget(self._opacity)
        map_column.addWidget(self._draw)
        column.addWidget(self.state)
        column.addWidget(self._ask)
        column.addWidget(self.call)
        column.addLayout(row)
        column.addWidget(self.text)
        column.addWidget(self._map)
        column.addStretch(1)

    def set_nothing(self, words: str, *, on_request: bool = False) -> None:
        """Shows that there is no AI output yet, or none at all; forgets the one before."""
        self._drawing = AiDrawing()
        for part in (self.text, self.call, self.score):
            part.setText("")
            part.hide()
        self._bar.set_share(0.0)
        self._bar.hide()
        self._map.hide()
        self._shown.setText("")
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self._ask.setVisible(on_request)

    def set_output(self, ai: AiOutput, drawing: AiDrawing, *, both: bool) -> None:
        """Shows a released output.

        Args:
            ai: What the condition shows.
            drawing: What of it lies over the image.
            both: Whether the reader may choose between heat map and contour.
        """
        self._both = both
        self.state.hide()
        self._ask.hide()
        if ai.call is not None:
            self.call.setText(tr("AI: positive") if ai.call else tr("AI: negative"))
        if ai.score is not None:
            self.score.setText(tr("AI score {score}").format(score=f"{ai.score:.2f}"))
            self._bar.set_share(ai.score)
        if ai.text is not None:
            self.text.setText(ai.text or tr("The AI says nothing about this case."))
        for part, there in (
            (self.call, ai.call is not None), (self.score, ai.score is not None), (self._bar, ai.score is not None),
            (self.text, ai.text is not None),
        ):  # fmt: skip
            part.setVisible(there)
        if not any((ai.call is not None, ai.score is not None, ai.text is not None, drawing.anything)):
            self.state.setText(tr("The AI marks nothing here."))
            self.state.show()
        self.set_drawing(drawing)

    def set_drawing(self, drawing: AiDrawing) -> None:
        """Shows how the map is drawn."""
        self._drawing = drawing
        self._map.setVisible(drawing.anything)
        name = drawing.map.name if drawing.map is not None else tr("AI's boxes")
        self._shown.setText(f"{name}   G")
        blocked = self._shown.blockSignals(True)
        self._shown.setChecked(drawing.shown)
        self._shown.blockSignals(blocked)
        self._opacity.setVisible(drawing.map is not None)
        self._opacity.set_value(drawing.style.opacity)
        self._draw.setVisible(self._both and drawing.map is not None)
        self._draw.set_choice(drawing.style.draw)

    def _set_opacity(self, value: float) -> None:
        self.drawing_requested.emit(replace(self._drawing, style=replace(self._drawing.style, opacity=value)))

    def _set_draw(self, mode: object) -> None:
        if isinstance(mode, DrawMode):
            self.drawing_requested.emit(replace(self._drawing, style=replace(self._drawing.style, draw=mode)))
