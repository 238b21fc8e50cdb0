"""The images of the present case: panes as the plan hangs them, the reader's marks, and what the AI draws over them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QWidget

from radviewer.core.errors import Problem
from radviewer.core.explanation import Explanation
from radviewer.core.image import ImageRef, Window
from radviewer.core.overlay import DrawMode, OverlayStyle, ScaleMode
from radviewer.readerstudy.plan import Box, Viewing
from radviewer.ui.canvas.mark_item import RADIUS, MarkBox
from radviewer.ui.canvas.mark_item import Mark as ShownMark
from radviewer.ui.reading.case_loader import CaseLoader
from radviewer.ui.reading.case_pane import CasePane
from radviewer.ui.reading.reading_view import ReadingView
from radviewer.ui.theme import Theme
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.reading_maps import CaseMap
from radviewer.workbench.reading_stacks import CaseStacks, hung
from radviewer.workbench.scene import OverlayScene

Mark = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class AiDrawing:
    """What the AI draws over the case.

    Attributes:
        map: Its map, or None.
        boxes: Its boxes.
        shown: Whether they are on the screen.
        style: How the map is drawn.
    """

    map: CaseMap | None = None
    boxes: tuple[Box, ...] = ()
    shown: bool = False
    style: OverlayStyle = field(default_factory=OverlayStyle)

    @property
    def anything(self) -> bool:
        """Whether there is something to draw."""
        return self.map is not None or bool(self.boxes)


class CaseBoard(QWidget):
    """Panes of one case.

    Signals:
        looked: (kind, facts) for the log: "window", "zoom", "scroll", "click", with `pane` where there are several.
        ready_changed: Whether each pane has shown an image of this case.
        failed: (`ImageRef`, `Problem`).
        marks_requested: The marks as a click or key wants them.

    Args:
        loader: Where images come from.
        theme: The colours.
        font: For texts on images.
    """

    looked = Signal(str, object)
    ready_changed = Signal(bool)
    failed = Signal(object, object)
    marks_requested = Signal(object)

    def __init__(self, loader: CaseLoader, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panes")
        self._loader, self._theme, self._font = loader, theme, font
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        self.panes: list[CasePane] = []
        self._open = 0
        self._active = 0
        self._stacks: CaseStacks | None = None
        self._seen: set[int] = set()
        self._drawing = AiDrawing()
        self._explained: dict[ImageRef, Explanation | None] = {}
        self._truth: tuple[Box, ...] = ()
        self.marks: tuple[Mark, ...] = ()
        self.marking = False
        self._add_pane()

    # --- the case -----------------------------------------------------------------------------------------------

    def show_case(self, stacks: CaseStacks, viewing: Viewing) -> None:
        """Hangs a case; marks, maps and truth of the one before are gone."""
        self.forget()
        self._stacks = stacks
        hanging, columns = hung(stacks, viewing.hanging)
        while len(self.panes) < len(hanging):
            self._add_pane()
        self._open, self._active = len(hanging), 0
        window = None
        if viewing.window_center is not None and viewing.window_width is not None:
            window = Window(viewing.window_center, viewing.window_width)
        for number, pane in enumerate(self.panes):
            self._grid.removeWidget(pane.view)
            pane.view.setVisible(number < self._open)
        for number, stack in enumerate(hanging):
            self._grid.addWidget(self.panes[number].view, number // columns, number % columns)
            self.panes[number].open(stack, window, viewing.window_locked)

    def forget(self) -> None:
        """Empties all panes."""
        self._stacks = None
        self._seen.clear()
        self._drawing, self._truth, self.marks = AiDrawing(), (), ()
        self._explained.clear()
        for pane in self.panes:
            pane.clear()
            pane.view.marks.draw()
        self._open = 0
        self.ready_changed.emit(False)

    @property
    def ready(self) -> bool:
        """Whether each pane has shown an image."""
        return self._open > 0 and len(self._seen) == self._open

    @property
    def active(self) -> CasePane:
        """The pane that keys act on."""
        return self.panes[self._active]

    def next_pane(self) -> None:
        """Keys act on the next pane."""
        if self._open:
            self._active = (self._active + 1) % self._open

    def images(self) -> tuple[dict[str, Any], ...]:
        """Facts about the frames on the screen, for the log: size and decoder, nothing that names anybody."""
        found = []
        for pane in self.panes[: self._open]:
            if pane.prepared is not None:
                image = pane.prepared.image
                facts = image.facts
                found.append({"shape": list(image.shape), "decoder": facts.decoder, "bits": facts.bits_stored})
        return tuple(found)

    def look_facts(self) -> tuple[tuple[str, dict[str, Any]], ...]:
        """How every pane is looked at, for the log at the beginning of a part."""
        found: list[tuple[str, dict[str, Any]]] = []
        for pane in self.panes[: self._open]:
            for kind, facts in (
                ("window", pane.window_facts()), ("zoom", pane.zoom_facts()), ("scroll", {"index": pane.index})
            ):  # fmt: skip
                found.append((kind, facts | self._where(pane)))
        return tuple(found)

    def preset(self, number: int) -> None:
        """A window preset in the active pane."""
        self.active.preset(number)

    def switch_magnifier(self) -> bool:
        """Switches the magnifier of all panes; returns whether it is on."""
        on = not self.panes[0].view.magnifier.on
        for pane in self.panes:
            pane.view.switch_magnifier(on)
        return on

    # --- AI and truth -------------------------------------------------------------------------------------------

    @property
    def drawing(self) -> AiDrawing:
        """What the AI draws."""
        return self._drawing

    def set_drawing(self, drawing: AiDrawing) -> None:
        """Draws what the AI has to say over the images; nothing else on the screen changes."""
        if drawing.map is not self._drawing.map:
            self._explained.clear()
        self._drawing = drawing
        for pane in self.panes[: self._open]:
            pane.refresh()
        self._draw()

    def set_truth(self, boxes: tuple[Box, ...]) -> None:
        """Draws the truth of a practice case."""
        self._truth = boxes
        self._draw()

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Draws the reader's marks."""
        self.marks = marks
        self._draw()

    def _map_of(self, prepared: PreparedImage) -> OverlayScene | None:
        drawing = self._drawing
        if not drawing.shown or drawing.map is None or self._stacks is None:
            return None
        ref = prepared.ref
        if ref not in self._explained:
            self._explained[ref] = drawing.map.on(prepared.image, self._stacks.map_number(ref))
        found = self._explained[ref]
        return None if found is None else OverlayScene(found, drawing.style)

    def _draw(self) -> None:
        for pane in self.panes[: self._open]:
            number, frame = self._place(pane)
            marks = tuple(
                _shown(place, mark) for place, mark in enumerate(self.marks, 1)
                if (mark.get("image", 0), mark.get("frame", 0)) == (number, frame)
            )  # fmt: skip
            ai = self._drawing.boxes if self._drawing.shown else ()
            boxes = [MarkBox(box, "AI", "overlay_caution") for box in ai if box.image == number]
            boxes += [MarkBox(box, "truth", "ok") for box in self._truth if box.image == number]
            pane.view.marks.draw(marks, tuple(boxes))

    # --- marks ----------------------------------------------------------------------------------------------------

    def mark_at_cursor(self) -> None:
        """Asks for a mark where the cursor of the active pane is."""
        if self.active.cursor is not None:
            self._mark(self.active, *self.active.cursor)

    def move_cursor(self, rows: float, columns: float) -> None:
        """Moves the active pane's cursor by keys, from the image's middle where there is none."""
        prepared = self.active.prepared
        if prepared is None:
            return
        height, width = prepared.image.shape
        row, column = self.active.cursor or (height / 2, width / 2)
        step = max(1.0, max(height, width) / 200)
        self.active.point((min(max(row + rows * step, 0), height - 1), min(max(column + columns * step, 0), width - 1)))

    def _click(self, pane: CasePane, row: float, column: float) -> None:
        self._active = self.panes.index(pane)
        facts = {"row": round(row, 1), "column": round(column, 1)}
        self.looked.emit("click", facts | self._where(pane))
        if self.marking:
            self._mark(pane, row, column)

    def _mark(self, pane: CasePane, row: float, column: float) -> None:
        """A mark more, or one less where there is one already."""
        if pane.prepared is None or not pane.ready:
            return
        height, width = pane.prepared.image.shape
        if not (0 <= row < height and 0 <= column < width):
            return
        number, frame = self._place(pane)
        scale = pane.view.placement.scale if pane.view.placement else 1.0
        near = [
            mark for mark in self.marks
            if (mark.get("image", 0), mark.get("frame", 0)) == (number, frame)
            and ((mark["x"] + 0.5 - column) ** 2 + (mark["y"] + 0.5 - row) ** 2) ** 0.5 * scale <= RADIUS
        ]  # fmt: skip
        if near:
            self.marks_requested.emit(tuple(mark for mark in self.marks if mark is not near[-1]))
            return
        made = {"x": round(column - 0.5, 2), "y": round(row - 0.5, 2), "image": number, "frame": frame}
        self.marks_requested.emit((*self.marks, made))

    def _place(self, pane: CasePane) -> tuple[int, int]:
        ref = pane.ref
        if ref is None or self._stacks is None:
            return -1, -1
        return self._stacks.file_number(ref), ref.frame

    # --- panes ------------------------------------------------------------------------------------------------------

    def _add_pane(self) -> None:
        view = ReadingView(self._theme, self._font)
        pane = CasePane(view, self._loader, self._map_of, self)
        self.panes.append(pane)
        self._grid.addWidget(view, 0, len(self.panes) - 1)
        pane.looked.connect(lambda kind, facts: self._looked(pane, kind, facts))
        pane.shown.connect(lambda _prepared: self._shown(pane))
        pane.image_failed.connect(self._refused)
        view.clicked.connect(lambda row, column: self._click(pane, row, column))

    def _where(self, pane: CasePane) -> dict[str, Any]:
        return {"pane": self.panes.index(pane)} if self._open > 1 else {}

    def _looked(self, pane: CasePane, kind: str, facts: dict[str, Any]) -> None:
        if kind == "scroll":
            self._draw()
        self.looked.emit(kind, facts | self._where(pane))

    def _shown(self, pane: CasePane) -> None:
        number = self.panes.index(pane)
        self._draw()
        if number < self._open and number not in self._seen:
            self._seen.add(number)
            if self.ready:
                self.ready_changed.emit(True)

    def _refused(self, ref: ImageRef, problem: Problem) -> None:
        self.failed.emit(ref, problem)


def style_for(parts: tuple[str, ...], opacity: float) -> OverlayStyle:
    """How a condition draws its map at first: filled where it shows heat maps, else as a contour."""
    draw = DrawMode.FILL if "heatmap" in parts else DrawMode.CONTOUR
    return OverlayStyle(opacity=opacity, draw=draw, scale=ScaleMode.ABSOLUTE)


def _shown(number: int, mark: Mark) -> ShownMark:
    """A reader's mark as it is drawn: it counts from the centre of the first pixel, the canvas from its edge."""
    rating = mark.get("rating")
    name = f"{number}" if rating is None else f"{number}: {rating:g}"
    return ShownMark(mark["y"] + 0.5, mark["x"] + 0.5, name)
