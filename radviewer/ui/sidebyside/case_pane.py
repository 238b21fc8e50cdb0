"""The image of the chosen case with what the AI showed, the readers' marks and the truth's boxes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from radviewer.core.errors import Problem, RadviewerError, describe
from radviewer.core.grayscale import Voi
from radviewer.core.image import ImageRef, VoiFunction, Window
from radviewer.core.overlay import OverlayStyle
from radviewer.readerstudy.comparison import CallPair
from radviewer.readerstudy.plan import Box
from radviewer.readerstudy.public import AiOutput
from radviewer.readerstudy.replay import Screen
from radviewer.ui.backends import Decoder
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.canvas.mark_item import Mark, MarkBox, MarkItem
from radviewer.ui.i18n import tr
from radviewer.ui.reading.case_loader import CaseLoader
from radviewer.ui.sidebyside.tables import sign
from radviewer.ui.theme import Theme, panel_font
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.reading_maps import CaseMap, decode_map
from radviewer.workbench.reading_stacks import CaseStacks
from radviewer.workbench.scene import OverlayScene, PaneScene


class CasePane(QWidget):
    """One case at a time.

    Signals:
        problem: A `Problem` with the case's files or maps.
    """

    problem = Signal(object)

    def __init__(self, decoder: Decoder, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = CaseLoader(decoder, self)
        self._files: tuple[Path, ...] = ()
        self._stacks: CaseStacks | None = None
        self._refs: tuple[ImageRef, ...] = ()
        self._prepared: PreparedImage | None = None
        self._maps: tuple[CaseMap, ...] = ()
        self._pairs: tuple[CallPair, ...] = ()
        self._boxes: tuple[Box, ...] = ()
        self._screen = Screen()
        self.view = ImageView(theme, panel_font())
        self._marks = MarkItem(theme, panel_font())
        self.view.add_layer(self._marks, self._marks, 3)
        self.advice = QLabel()
        self.advice.setTextFormat(Qt.TextFormat.PlainText)
        # It takes another line rather than width from the tables beside the image.
        self.advice.setWordWrap(True)
        self.advice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.overlay = _box(tr("AI overlay"), tr("Shows or hides the map that the readers saw"))
        self.marks = _box(tr("Readers' marks"), tr("Hollow without AI, filled with AI"))
        self.truth = _box(tr("Truth"), tr("Boxes of the reference standard, dashed"))
        self.frames = QSlider(Qt.Orientation.Horizontal)
        self.frames.setAccessibleName(tr("Image in the case"))
        self._lay_out()
        self._connect()

    def set_case(self, files: tuple[Path, ...], boxes: Sequence[Box], pairs: Sequence[CallPair]) -> None:
        """Shows another case, with the marks of these pairs."""
        self._pairs, self._boxes = tuple(pairs), tuple(boxes)
        if files != self._files:
            self._files, self._stacks, self._prepared, self._refs = files, None, None, ()
            self._screen, self._maps = Screen(), ()
            known = self._loader.open_case(files)
            if known is not None:
                self._open(files, known)
        self._draw()

    def set_output(self, output: AiOutput | None, pair: CallPair | None) -> None:
        """Shows what the AI told the reader of a pair."""
        self._maps = ()
        if output is not None:
            try:
                self._maps = tuple(decode_map(item) for item in output.maps)
            except RadviewerError as error:
                self.problem.emit(describe(error))
        self.overlay.setEnabled(bool(self._maps))
        self.advice.setText(advice_text(output, pair))
        self._draw()

    def set_screen(self, screen: Screen) -> None:
        """Shows the image as it stood on a reader's screen."""
        self._screen = screen
        self.overlay.setChecked(screen.overlay)
        if self._refs:
            self.frames.setValue(min(screen.index, len(self._refs) - 1))
        self._draw()

    def close_pane(self) -> None:
        """Lets go of files and threads."""
        self._loader.close()

    # --- inside ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        for box in (self.overlay, self.marks, self.truth):
            row.addWidget(box)
        row.addWidget(self.frames, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.advice.setContentsMargins(8, 4, 8, 4)
        column.addWidget(self.advice)
        column.addWidget(self.view, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self._loader.stacks_ready.connect(self._open)
        self._loader.stacks_failed.connect(lambda files, problem: self._fail(files == self._files, problem))
        self._loader.frame_ready.connect(self._arrived)
        self._loader.frame_failed.connect(lambda ref, problem: self._fail(ref in self._refs, problem))
        self.frames.valueChanged.connect(self._go)
        self.view.scroll_requested.connect(lambda steps: self.frames.setValue(self.frames.value() + steps))
        for box in (self.overlay, self.marks, self.truth):
            box.toggled.connect(lambda _on: self._draw())

    def _open(self, files: tuple[Path, ...], stacks: CaseStacks) -> None:
        if files != self._files:
            return
        self._stacks = stacks
        self._refs = tuple(ref for stack in stacks.stacks for ref in stack)
        self.frames.setRange(0, len(self._refs) - 1)
        self.frames.setVisible(len(self._refs) > 1)
        self._go(min(self._screen.index, len(self._refs) - 1))

    def _go(self, index: int) -> None:
        if 0 <= index < len(self._refs):
            prepared = self._loader.want(self._refs[index])
            self._loader.want_near(self._refs, index)
            if prepared is not None:
                self._arrived(prepared)

    def _arrived(self, prepared: PreparedImage) -> None:
        if self._refs and prepared.ref == self._refs[max(0, self.frames.value())]:
            self._prepared = prepared
            self._draw()

    def _fail(self, mine: bool, problem: Problem) -> None:
        if mine:
            self.problem.emit(problem)

    def _draw(self) -> None:
        prepared = self._prepared
        if prepared is None:
            self.view.set_pane(PaneScene(message=tr("Loading...") if self._files else tr("Choose a case")))
            self._marks.draw()
            return
        window = self._screen.window
        voi: Voi | None = None
        if not prepared.image.is_color:
            voi = prepared.default if window is None else Window(window[0], window[1], VoiFunction.LINEAR)
        self.view.set_pane(
            PaneScene(
                prepared=prepared, voi=voi, invert=self._screen.invert, overlay=self._map_of(prepared),
                index=self.frames.value(), count=len(self._refs), annotations=True,
            )
        )  # fmt: skip
        self._set_marks(prepared)

    def _map_of(self, prepared: PreparedImage) -> OverlayScene | None:
        if not self._maps or not self.overlay.isChecked() or self._stacks is None:
            return None
        explanation = self._maps[0].on(prepared.image, self._stacks.map_number(prepared.ref))
        opacity = 0.5 if self._screen.opacity is None else self._screen.opacity
        return None if explanation is None else OverlayScene(explanation, OverlayStyle(opacity=opacity))

    def _set_marks(self, prepared: PreparedImage) -> None:
        assert self._stacks is not None
        number = self._stacks.file_number(prepared.ref)
        marks = [
            # A mark's (0, 0) is the centre of the first pixel; on the canvas that is (0.5, 0.5).
            Mark(float(mark["y"]) + 0.5, float(mark["x"]) + 0.5, pair.reader, filled=aided)
            for pair in self._pairs
            for aided, call in ((False, pair.unaided), (True, pair.aided))
            for mark in (call.marks if call else ())
            if int(mark.get("image", 0)) == number and int(mark.get("frame", 0)) == prepared.ref.frame
        ]
        boxes = [MarkBox(box, color="ok", dashed=True) for box in self._boxes if box.image == number]
        self._marks.draw(tuple(marks) if self.marks.isChecked() else (), tuple(boxes) if self.truth.isChecked() else ())


def advice_text(output: AiOutput | None, pair: CallPair | None) -> str:
    """The AI's call and score as they were shown, and the truth, in one line."""
    if pair is None:
        return ""
    shown = []
    if output is not None:
        shown = [
            *([f"{output.score:.2f}"] if output.score is not None else []),
            *([sign(output.call)] if output.call is not None else []),
            *([output.text] if output.text else []),
        ]
    nothing = tr("not read yet") if pair.aided is None else tr("nothing was shown")
    told = ", ".join(shown) if shown else nothing
    false = f"   {tr('false on purpose')}" if pair.sham else ""
    return f"{pair.case}   {tr('Truth')} {sign(pair.truth)}   {tr('AI, as shown')}: {told}{false}{_overlay_text(pair)}"


def _overlay_text(pair: CallPair) -> str:
    """The type of overlay that was dealt, and whether the map was another case's."""
    foreign = pair.aided is not None and bool(pair.aided.reading.assignment.map_case)
    parts = [
        *([tr("overlay dealt: {name}").format(name=pair.overlay)] if pair.overlay else []),
        *([tr("map of another case")] if foreign else []),
    ]
    return "".join(f"   {part}" for part in parts)


def _box(text: str, tip: str) -> QCheckBox:
    made = QCheckBox(text)
    made.setToolTip(tip)
    made.setChecked(True)
    return made
