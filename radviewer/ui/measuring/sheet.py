"""The measurements of one pane: from the model, and what is being drawn or dragged, to what the item draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radviewer.core.measurement import FigureKind, Point
from radviewer.ui.canvas.measure_item import Drawn, MeasureItem
from radviewer.ui.i18n import said, tr
from radviewer.ui.measuring.draft import Tool
from radviewer.workbench.measuring.words import label_lines
from radviewer.workbench.prepared import PreparedImage
from radviewer.workbench.scene import PaneScene
from radviewer.workbench.viewing import Placement

if TYPE_CHECKING:
    from radviewer.ui.measuring.canvas import MeasureCanvas


class Sheet:
    """A layer of one pane.

    Args:
        item: Draws.
        canvas: Knows what is drawn.
    """

    def __init__(self, item: MeasureItem, canvas: MeasureCanvas) -> None:
        self.item = item
        self._canvas = canvas
        self._prepared: PreparedImage | None = None
        self._legend = False

    def follow(self, scene: PaneScene, placement: Placement | None, size: tuple[float, float]) -> None:
        """Takes the pane's image and where it lies."""
        self.item.set_placement(placement, size)
        legend = scene.overlay is not None
        if scene.prepared is not self._prepared or legend is not self._legend:
            self._prepared, self._legend = scene.prepared, legend
            self.refresh()

    @property
    def key(self) -> str:
        """The key of the image that is shown; empty without one."""
        return self._prepared.key if self._prepared is not None else ""

    def refresh(self) -> None:
        """Draws anew."""
        canvas, prepared = self._canvas, self._prepared
        if prepared is None or not canvas.visible:
            self.item.set_figures(())
            return
        notes = canvas.model.notes(prepared.key)
        drawn = [self._drawn(prepared, item.id, canvas) for item in notes.measurements]
        draft = canvas.draft
        rubber: tuple[tuple[Point, ...], ...] = ()
        if draft is not None and draft.key == prepared.key:
            figure = draft.figure()
            if figure is None:
                rubber = draft.open_lines()
            else:
                drawn.append(Drawn("", figure, self._draft_lines(prepared, draft.tool), selected=True))
        self.item.set_figures(tuple(drawn), rubber, tr("Key image") if notes.is_key else "", legend=self._legend)

    def _drawn(self, prepared: PreparedImage, item_id: str, canvas: MeasureCanvas) -> Drawn:
        item = canvas.model.find(prepared.key, item_id)
        assert item is not None
        grip, figure, values = canvas.grip, item.figure, item.values
        if grip is not None and grip.key == prepared.key and grip.measurement.id == item.id:
            figure = grip.figure
            values = canvas.values(prepared, figure, live=True)
        me = (prepared.key, item.id)
        lines = _in_words(label_lines(figure.kind, "", values), item.name)
        return Drawn(item.id, figure, lines, selected=canvas.selected == me, hovered=canvas.hovered == me)

    def _draft_lines(self, prepared: PreparedImage, tool: Tool) -> tuple[str, ...]:
        draft = self._canvas.draft
        figure = draft.figure() if draft is not None else None
        if figure is None or tool is Tool.WINDOW or figure.kind is FigureKind.TEXT:
            return ()
        return _in_words(label_lines(figure.kind, "", self._canvas.values(prepared, figure, live=True)))


def _in_words(lines: tuple[str, ...], name: str = "") -> tuple[str, ...]:
    """What a figure says in the language of the window, under the name that the user gave it."""
    told = (said(line) if line[:1].isalpha() else line for line in lines)
    return (name, *told) if name else tuple(told)
