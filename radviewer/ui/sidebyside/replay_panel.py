"""Plays one reading back: the steps with their times, a slider, and the screen as it stood."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QListWidget, QPushButton, QSlider, QVBoxLayout, QWidget

from radviewer.readerstudy.comparison import Call, CallPair
from radviewer.readerstudy.replay import Replay, replay
from radviewer.ui.i18n import said, tr
from radviewer.ui.sidebyside.tables import seconds_text

_TICK_MS = 50
_SPEEDS = (1, 2, 4, 8)


class ReplayPanel(QWidget):
    """The log of one stage.

    Signals:
        screen_changed: A `Screen`.
    """

    screen_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: CallPair | None = None
        self._replay: Replay | None = None
        self.stage = QComboBox()
        self.stage.setAccessibleName(tr("Which call"))
        self.play = QPushButton(tr("Play"))
        self.play.setCheckable(True)
        self.speed = QComboBox()
        self.speed.setAccessibleName(tr("Speed"))
        for speed in _SPEEDS:
            self.speed.addItem(f"{speed}\N{MULTIPLICATION SIGN}", speed)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Time in the reading"))
        self.time = QLabel()
        self.steps = QListWidget()
        self.steps.setAccessibleName(tr("Steps of the reading"))
        self.note = QLabel()
        self.note.setWordWrap(True)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._lay_out()
        self.stage.currentIndexChanged.connect(lambda _index: self._load())
        self.slider.valueChanged.connect(self._show)
        self.steps.itemClicked.connect(lambda item: self.slider.setValue(round(item.data(Qt.ItemDataRole.UserRole))))
        self.play.toggled.connect(self._run)
        self._timer.timeout.connect(self._tick)

    def set_pair(self, pair: CallPair | None) -> None:
        """Offers the calls of a pair; the one with AI first."""
        self._pair = pair
        self.play.setChecked(False)
        self.stage.blockSignals(True)
        self.stage.clear()
        if pair is not None:
            for text, call in ((tr("With AI"), pair.aided), (tr("Without AI"), pair.unaided)):
                if call is not None:
                    self.stage.addItem(text, call)
        self.stage.blockSignals(False)
        self._load()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.stage)
        row.addWidget(self.play)
        row.addWidget(self.speed)
        row.addWidget(self.slider, 1)
        row.addWidget(self.time)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.steps, 1)
        column.addWidget(self.note)

    def _load(self) -> None:
        call = self.stage.currentData()
        self._replay = replay(call.reading) if isinstance(call, Call) else None
        found = self._replay
        self.steps.clear()
        for control in (self.play, self.slider, self.speed):
            control.setEnabled(found is not None)
        if found is None:
            self.note.setText(tr("Choose a reader of the case to play the reading back.") if self._pair is None else "")
            self.time.setText("")
            return
        for step in found.steps:
            self.steps.addItem(f"{step.at:7.1f} s   {said(step.words)}")
            self.steps.item(self.steps.count() - 1).setData(Qt.ItemDataRole.UserRole, step.at * 1000)
        self.slider.setRange(0, max(1, round(found.seconds * 1000)))
        self.slider.setValue(self.slider.maximum())
        dropped = tr("{count} further events were counted only.").format(count=found.dropped) if found.dropped else ""
        self.note.setText(dropped if len(found.steps) > 1 else tr("This call has no log: it came from elsewhere."))
        self._show(self.slider.value())

    def _show(self, milliseconds: int) -> None:
        if self._replay is None:
            return
        step = self._replay.at(milliseconds / 1000)
        self.steps.setCurrentRow(self._replay.steps.index(step))
        self.time.setText(f"{seconds_text(milliseconds / 1000)} / {seconds_text(self._replay.seconds)}")
        self.screen_changed.emit(step.screen)

    def _run(self, on: bool) -> None:
        if on and self.slider.value() >= self.slider.maximum():
            self.slider.setValue(0)
        self.play.setText(tr("Stop") if on else tr("Play"))
        if on:
            self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        self.slider.setValue(self.slider.value() + _TICK_MS * int(self.speed.currentData()))
        if self.slider.value() >= self.slider.maximum():
            self.play.setChecked(False)
