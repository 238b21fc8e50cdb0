"""Drawings as SVG text for HTML pages: no scripts, no random ids, a title and a description inside."""

from __future__ import annotations

from html import escape

from radviewer.report.drawing import Disc, Drawing, Label, Path, Shape
from radviewer.report.text import inert

# Pixels for each point: 8-point text of a drawing becomes 12 pixels beside 15-pixel running text.
_PX = 1.5


def to_svg(drawing: Drawing, key: str) -> str:
    """One drawing as an `<svg>` element.

    Args:
        drawing: The figure.
        key: Unique within the page; makes the ids of title and description.
    """
    w, h = _n(drawing.width), _n(drawing.height)
    size = f'width="{_n(drawing.width * _PX)}" height="{_n(drawing.height * _PX)}"'
    head = (
        f'<svg class="figure" viewBox="0 0 {w} {h}" {size} '
        f'role="img" aria-labelledby="{escape(key)}-t {escape(key)}-d" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{escape(key)}-t">{escape(inert(drawing.title))}</title>'
        f'<desc id="{escape(key)}-d">{escape(inert(drawing.description, longest=4000))}</desc>'
    )
    return head + "".join(_shape(shape) for shape in drawing.shapes) + "</svg>"


def _shape(shape: Shape) -> str:
    if isinstance(shape, Label):
        return _label(shape)
    return _disc(shape) if isinstance(shape, Disc) else _path(shape)


def _path(shape: Path) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)
    tag = "polygon" if shape.closed else "polyline"
    dash = f' stroke-dasharray="{" ".join(_n(x) for x in shape.dash)}"' if shape.dash else ""
    return f'<{tag} points="{points}"{_paint(shape.stroke, shape.width, shape.fill, shape.opacity)}{dash}/>'


def _disc(shape: Disc) -> str:
    x, y = shape.centre
    paint = _paint(shape.stroke, shape.width, shape.fill, shape.opacity)
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(shape.radius)}"{paint}/>'


def _label(shape: Label) -> str:
    x, y = (_n(v) for v in shape.at)
    anchor = "" if shape.anchor == "start" else f' text-anchor="{shape.anchor}"'
    bold = ' font-weight="600"' if shape.bold else ""
    turned = f' transform="rotate(-90 {x} {y})"' if shape.turned else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{_n(shape.size)}" fill="{shape.colour}"{anchor}{bold}{turned}>'
        f"{escape(inert(shape.text))}</text>"
    )


def _paint(stroke: str | None, width: float, fill: str | None, opacity: float) -> str:
    lines = f' stroke="{stroke}" stroke-width="{_n(width)}"' if stroke else ""
    clear = f' opacity="{_n(opacity)}"' if opacity < 1 else ""
    return f' fill="{fill or "none"}"{lines}{clear}'


def _n(value: float) -> str:
    """Two decimals at most, without trailing zeros, so that files stay small and equal."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
