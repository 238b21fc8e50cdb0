"""Readouts of a pane in the language of the window; asked for at each move of the mouse, so nothing is searched for."""

from __future__ import annotations

from dataclasses import replace

from radviewer.core.grayscale import Voi
from radviewer.core.image import Image
from radviewer.ui.i18n import said, tr
from radviewer.workbench.orientation import Orientation
from radviewer.workbench.readout import ScaleBar, scale_bar, value_text, window_text

_WORDS = ("Colour", "inverted")
_NO_VALUES = ("padding", "not a number")


def window_said(voi: Voi | None, *, inverted: bool) -> str:
    """The window in force, for example "W 80  L 40  Brain"; its name stays as it is."""
    words, *more = window_text(voi, inverted=inverted).split("  ")
    more = [tr("L {center}").format(center=part[2:]) if part.startswith("L ") else part for part in more]
    return "  ".join(tr(part) if part in _WORDS else part for part in (words, *more))


def value_said(image: Image, position: tuple[float, float] | None) -> str:
    """The value under the cursor with its unit."""
    text = value_text(image, position)
    for words in _NO_VALUES:
        text = text.replace(words, tr(words)) if words in text else text
    return text


def scale_said(image: Image, orientation: Orientation, scale: float, room: float) -> ScaleBar | None:
    """The scale bar of a pane with the source of its spacing."""
    made = scale_bar(image, orientation, scale, room)
    if made is None:
        return None
    length, _, source = made.text.partition("  ")
    return replace(made, text=f"{length}  ({said(source.strip('()'))})")


def corner_said(line: str) -> str:
    """A line of corner text; only what says the spacing is the program's own, the others are of the file."""
    size, mark, source = line.partition(" mm  ")
    if line == "No patient name":
        return tr(line)
    return f"{size}{mark}{said(source)}" if mark else line
