"""Draws, selects and edits measurements on any panes: it needs the panes and a model, and no window.

The left button draws with the chosen tool, or drags handles and figures where the mouse is on one; everywhere else it
stays with the pane. All panes that show an image show what is drawn on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent

from radviewer.core.measurement import REGIONS, Figure, FigureKind, Point, Values, ruler
from radviewer.core.measurement_geometry import area
from radviewer.core.measurement_values import measure
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.canvas.measure_item import MeasureItem
from radviewer.ui.measuring.draft import Draft, Tool
from radviewer.ui.measuring.grip import Grip
from radviewer.ui.measuring.sheet import Sheet
from radviewer.ui.measuring.words_box import WordsBox
from radviewer.ui.theme import Theme
from radviewer.workbench.measuring.model import MeasurementModel
from radviewer.workbench.measuring.notes import Measurement, new_measurement
from radviewer.workbench.measuring.shapes import Hit, Spot, hit
from radviewer.workbench.prepared import PreparedImage

_WORDED = frozenset({FigureKind.TEXT, FigureKind.ARROW})
_LIVE_PIXELS = 1_000_000
Selection = tuple[str, str]  # key of the image, id of the measurement


class MeasureCanvas(QObject):
    """Measuring on panes.

    Args:
        model: Holds what is drawn.
        theme: The colours.
        font: Of the labels.
        views: Panes to start with; see `attach`.

    Signals:
        tool_changed: The `Tool` in force.
        selection_changed: (key, id) of the selected measurement, or None.
        drawing_changed: Whether a figure is begun and not finished.
        region_drawn: (ImageView, Figure) after a rectangle was drawn with the tool for windows.
    """

    tool_changed = Signal(object)
    selection_changed = Signal(object)
    drawing_changed = Signal(bool)
    region_drawn = Signal(object, object)

    def __init__(
        self,
        model: MeasurementModel,
        theme: Theme,
        font: QFont,
        views: Iterable[ImageView] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = model
        self._theme, self._font = theme, font
        self._sheets: dict[ImageView, Sheet] = {}
        self._tool = Tool.NONE
        self._draft: Draft | None = None
        self._grip: Grip | None = None
        self._selected: Selection | None = None
        self._hovered: Selection | None = None
        self._box: WordsBox | None = None
        self._visible = True
        model.listen(self._changed)
        for view in views:
            self.attach(view)

    # --- panes --------------------------------------------------------------------------------------------------

    def attach(self, view: ImageView) -> None:
        """Takes a pane; it is forgotten when it is destroyed."""
        item = MeasureItem(self._theme, self._font)
        self._sheets[view] = sheet = Sheet(item, self)
        view.add_layer(item, sheet, 1.5)
        view.pointers.append(self)
        view.destroyed.connect(partial(self._sheets.pop, view, None))

    def refresh(self) -> None:
        """Draws everything anew."""
        for sheet in self._sheets.values():
            sheet.refresh()

    def sheet(self, view: ImageView) -> Sheet:
        """What is drawn on a pane."""
        return self._sheets[view]

    # --- what is chosen -----------------------------------------------------------------------------------------

    @property
    def tool(self) -> Tool:
        """What the left button does."""
        return self._tool

    def set_tool(self, tool: Tool) -> None:
        """Chooses what the left button does; what is begun is given up."""
        self._drop_draft()
        if tool is not Tool.NONE:
            self.select(None)  # else its handles would be in the way where the new figure begins
        if tool is not self._tool:
            self._tool = tool
            for view in self._sheets:
                view.viewport().setCursor(
                    Qt.CursorShape.ArrowCursor if tool is Tool.NONE else Qt.CursorShape.CrossCursor
                )
            self.tool_changed.emit(tool)

    @property
    def selected(self) -> Selection | None:
        """The selected measurement, as (key of its image, its id)."""
        return self._selected

    def select(self, selection: Selection | None) -> None:
        """Selects a measurement, or none."""
        if selection != self._selected:
            self._selected = selection
            self.refresh()
            self.selection_changed.emit(selection)

    @property
    def hovered(self) -> Selection | None:
        """The measurement under the mouse."""
        return self._hovered

    @property
    def visible(self) -> bool:
        """Whether measurements are drawn."""
        return self._visible

    def set_visible(self, visible: bool) -> None:
        """Draws measurements or hides them; hidden ones cannot be clicked."""
        self._visible = visible
        if not visible:
            self.select(None)
        self.refresh()

    @property
    def draft(self) -> Draft | None:
        """The figure that is being drawn."""
        return self._draft

    @property
    def grip(self) -> Grip | None:
        """The figure that is being dragged."""
        return self._grip

    # --- keys ---------------------------------------------------------------------------------------------------

    def cancel(self) -> bool:
        """Gives up the last thing begun: words, figure, drag, tool, selection; returns whether there was one."""
        if self._box is not None:
            self._box.drop()
        elif self._draft is not None:
            self._drop_draft()
        elif self._grip is not None:
            self._grip = None
        elif self._tool is not Tool.NONE:
            self.set_tool(Tool.NONE)
        elif self._selected is not None:
            self.select(None)
        else:
            return False
        self.refresh()
        return True

    def finish(self) -> bool:
        """Ends a freehand outline with the corners that it has; returns whether there was one."""
        draft = self._draft
        if draft is None or draft.kind is not FigureKind.FREEHAND:
            return False
        self._complete(self._view_of(draft.key))
        return True

    def delete_selected(self) -> bool:
        """Deletes the selected measurement; returns whether there was one."""
        if self._selected is None:
            return False
        key, measurement_id = self._selected
        self.select(None)
        self.model.remove(key, measurement_id)
        return True

    # --- mouse --------------------------------------------------------------------------------------------------

    def press(self, view: ImageView, event: QMouseEvent) -> bool:
        """Begins or goes on with a figure, or takes hold of one."""
        prepared, spot = view.pane.prepared, _spot(event)
        if event.button() is not Qt.MouseButton.LeftButton or prepared is None or view.placement is None:
            return False
        if self._box is not None:
            self._box.keep()
        if self._draft is None and self._take(view, prepared, spot):
            return True
        if self._tool is Tool.NONE or not self._visible:
            self.select(None)
            return False
        if self._draft is None or self._draft.key != prepared.key:
            self._draft = Draft(self._tool, prepared.key)
            self.select(None)
        self._draft.press(spot, self._point(view, prepared, spot))
        self.drawing_changed.emit(True)
        self.refresh()
        return True

    def move(self, view: ImageView, event: QMouseEvent) -> bool:
        """Moves what is drawn or held; otherwise shows what is under the mouse."""
        prepared, spot = view.pane.prepared, _spot(event)
        if prepared is None or view.placement is None:
            return False
        if self._grip is not None:
            self._grip.drag(view.placement.to_image(*spot), prepared.image.shape)
        elif self._draft is not None and self._draft.key == prepared.key:
            pressed = bool(event.buttons() & Qt.MouseButton.LeftButton)
            self._draft.move(spot, self._point(view, prepared, spot), pressed=pressed)
        else:
            self._hover(view, prepared, spot)
            return False
        self.refresh()
        return True

    def release(self, view: ImageView, event: QMouseEvent) -> None:
        """Places a point, or lets go."""
        prepared, spot = view.pane.prepared, _spot(event)
        if self._grip is not None:
            self._let_go(prepared)
        elif self._draft is not None and prepared is not None and view.placement is not None:
            point = self._point(view, prepared, spot)
            first = view.placement.to_screen(*self._draft.points[0])
            if self._draft.release(spot, point, first):
                self._complete(view)
        self.refresh()

    def double_click(self, view: ImageView, event: QMouseEvent) -> bool:
        """Ends a freehand outline; words of a figure are changed; with a tool it does nothing else."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        if self._draft is not None and self._draft.kind is FigureKind.FREEHAND:
            return self.finish()
        if self._selected is not None and self._hovered == self._selected:
            self.edit_words(view, *self._selected)
            return True
        return self._tool is not Tool.NONE

    def leave(self, view: ImageView) -> None:
        """Nothing is under the mouse any more."""
        if self._hovered is not None:
            self._hovered = None
            self.refresh()

    def hit(self, view: ImageView, prepared: PreparedImage, spot: Spot) -> tuple[Measurement, Hit] | None:
        """The measurement under the mouse, the selected one first, then the one drawn last."""
        placed = view.placement
        if placed is None or not self._visible:
            return None
        labels = self._sheets[view].item.labels
        chosen = self._selected[1] if self._selected else ""
        items = self.model.notes(prepared.key).measurements[::-1]
        for item in sorted(items, key=lambda item: item.id != chosen):
            found = hit(item.figure, placed, spot, selected=item.id == chosen, text=labels.get(item.id))
            if found is not None:
                return item, found
        return None

    def _take(self, view: ImageView, prepared: PreparedImage, spot: Spot) -> bool:
        """Selects and holds what is under the mouse; with a tool only handles of the selected figure."""
        found = self.hit(view, prepared, spot)
        if found is None:
            return False
        item, where = found
        if self._tool is not Tool.NONE and (self._selected != (prepared.key, item.id) or where.handle is None):
            return False
        self.select((prepared.key, item.id))
        assert view.placement is not None
        self._grip = Grip.of(prepared.key, item, where.handle, view.placement.to_image(*spot))
        return True

    def _let_go(self, prepared: PreparedImage | None) -> None:
        grip, self._grip = self._grip, None
        if grip is None or prepared is None or prepared.key != grip.key or grip.figure == grip.measurement.figure:
            return
        changed = replace(grip.measurement, figure=grip.figure, values=self.values(prepared, grip.figure))
        self.model.put(grip.key, changed, "move" if grip.handle is None else "change")

    def _hover(self, view: ImageView, prepared: PreparedImage, spot: Spot) -> None:
        found = self.hit(view, prepared, spot) if self._tool is Tool.NONE else None
        hovered = (prepared.key, found[0].id) if found is not None else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.refresh()
        if self._tool is Tool.NONE:
            shape = Qt.CursorShape.ArrowCursor
            if found is not None:
                shape = Qt.CursorShape.SizeAllCursor if found[1].handle is None else Qt.CursorShape.PointingHandCursor
            if view.viewport().cursor().shape() is not shape:
                view.viewport().setCursor(shape)

    def _point(self, view: ImageView, prepared: PreparedImage, spot: Spot) -> Point:
        """The image point under the mouse, never beyond the image's border."""
        assert view.placement is not None
        row, column = view.placement.to_image(*spot)
        rows, columns = prepared.image.shape
        return min(max(row, 0.0), float(rows)), min(max(column, 0.0), float(columns))

    # --- figures ------------------------------------------------------------------------------------------------

    def values(self, prepared: PreparedImage, figure: Figure, *, live: bool = False) -> Values | None:
        """What a figure measures on an image; None for texts and arrows.

        Args:
            prepared: The image.
            figure: The figure.
            live: Whether it is under way: then the values of very large regions are left for its end.
        """
        if figure.kind in _WORDED:
            return None
        top, left, bottom, right = figure.box
        if live and figure.kind in REGIONS and (bottom - top) * (right - left) > _LIVE_PIXELS:
            scale = ruler(prepared.image, self.model.notes(prepared.key).calibration)
            return Values(scale, area=area(figure, scale))
        return measure(figure, prepared.image, self.model.notes(prepared.key).calibration)

    def edit_words(self, view: ImageView, key: str, measurement_id: str) -> None:
        """Opens the line for the words of a measurement."""
        item = self.model.find(key, measurement_id)
        if item is not None and view.placement is not None and view.pane.prepared is not None:
            self._open_box(view, item, lambda words: self._rename(key, item, words))

    def _rename(self, key: str, item: Measurement, words: str | None) -> None:
        if words is not None and (words or item.figure.kind is not FigureKind.TEXT):
            self.model.rename(key, item.id, words)

    def _complete(self, view: ImageView | None) -> None:
        draft, self._draft = self._draft, None
        self.drawing_changed.emit(False)
        figure = draft.finished() if draft is not None else None
        prepared = view.pane.prepared if view is not None else None
        if draft is None or figure is None or view is None or prepared is None:
            return
        if draft.tool is Tool.WINDOW:
            self.set_tool(Tool.NONE)
            self.region_drawn.emit(view, figure)
            return
        key, item = prepared.key, new_measurement(figure, "", self.values(prepared, figure))
        if figure.kind is FigureKind.ARROW:
            self._put(key, item)
            self._open_box(view, item, lambda words: self._rename(key, item, words))
        elif figure.kind is FigureKind.TEXT:
            self._open_box(view, item, lambda words: self._put(key, replace(item, name=words)) if words else None)
        else:
            self._put(key, item)

    def _put(self, key: str, item: Measurement) -> None:
        self.model.put(key, item)
        self.select((key, item.id))

    def _open_box(self, view: ImageView, item: Measurement, done: Callable[[str | None], None]) -> None:
        assert view.placement is not None

        def closed(words: str | None) -> None:
            self._box = None
            done(words)
            self.refresh()

        self._box = WordsBox(view, view.placement.to_screen(*item.figure.points[-1]), item.name, closed)

    # --- follow -------------------------------------------------------------------------------------------------

    def _changed(self, key: str) -> None:
        if self._selected is not None and self._selected[0] == key and self.model.find(*self._selected) is None:
            self.select(None)
        for sheet in self._sheets.values():
            if sheet.key == key:
                sheet.refresh()

    def _drop_draft(self) -> None:
        if self._draft is not None:
            self._draft = None
            self.drawing_changed.emit(False)
            self.refresh()

    def _view_of(self, key: str) -> ImageView | None:
        return next((view for view, sheet in self._sheets.items() if sheet.key == key), None)


def _spot(event: QMouseEvent) -> Spot:
    at = event.position()
    return at.x(), at.y()
