"""Pages as PDF: the same blocks as the HTML, on A4, with outline, page numbers and embedded fonts.

The file holds no creation time and no random id (reportlab's invariant mode), so that equal pages give equal bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, KeepTogether, PageTemplate, Spacer
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import Table as PdfTable

from radviewer.report import palette
from radviewer.report.page import Bullets, Callout, Facts, Figure, Numbered, Page, Paragraph, Section, Table, numbered
from radviewer.report.pdf_drawing import PdfDrawing
from radviewer.report.pdf_fonts import BOLD, REGULAR, printable, register, width
from radviewer.report.text import typographic

_MARGIN = 17 * mm
_COLUMN = A4[0] - 2 * _MARGIN
# Tables with more rows than this may break over pages; below them at least this much has to fit.
_LONG_TABLE, _ROOM = 14, 150


def _style(
    name: str, size: float, leading: float, after: float, colour: str = palette.INK, **more: Any
) -> ParagraphStyle:
    font = BOLD if name in {"title", "h2"} else REGULAR
    return ParagraphStyle(
        name, fontName=font, fontSize=size, leading=leading, spaceAfter=after, textColor=colour, **more
    )


_STYLES = {
    "body": _style("body", 8.6, 12.4, 4),
    "small": _style("small", 7.2, 9.8, 8, palette.MUTED),
    "caption": _style("caption", 8, 10.8, 3),
    "title": _style("title", 18, 22, 2),
    "h2": _style("h2", 12, 15, 5, spaceBefore=12, keepWithNext=1),
    "kind": _style("kind", 9, 12, 3, palette.MUTED),
}


def to_pdf(page: Page) -> bytes:
    """The page as PDF bytes, the same for the same page."""
    register()
    buffer = io.BytesIO()
    document = _Document(
        buffer, pagesize=A4, leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=_MARGIN, bottomMargin=_MARGIN,
        title=printable(page.title), subject=printable(page.subtitle), author="", creator="radviewer", invariant=1,
        lang="en",
    )  # fmt: skip
    frame = Frame(_MARGIN, _MARGIN, _COLUMN, A4[1] - 2 * _MARGIN, 0, 0, 0, 0, id="column")
    footer = printable(f"{page.footer}  {page.date}")
    document.addPageTemplates(PageTemplate("page", [frame], onPageEnd=lambda canvas, _: _footer(canvas, footer)))
    document.build(list(_story(page)))
    return buffer.getvalue()


class _Document(BaseDocTemplate):  # type: ignore[misc]
    """Adds each section to the outline as it is placed."""

    def afterFlowable(self, flowable: Flowable) -> None:
        """Part of reportlab's protocol: called for each placed block."""
        key = getattr(flowable, "outline_key", None)
        if key is not None:
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.outline_text, key, 0, closed=False)


def _footer(canvas: Any, text: str) -> None:
    canvas.saveState()
    canvas.setFont(REGULAR, 7)
    canvas.setFillColor(HexColor(palette.MUTED))
    canvas.drawString(_MARGIN, 10 * mm, text)
    canvas.drawRightString(A4[0] - _MARGIN, 10 * mm, f"page {canvas.getPageNumber()}")
    canvas.restoreState()


def _story(page: Page) -> Iterator[Flowable]:
    yield _text(page.subtitle, "kind")
    yield _text(page.title, "title")
    yield _text(page.date, "kind")
    yield from _facts(page.facts)
    for index, section, blocks in numbered(page):
        heading, first = _heading(index, section), list(_block(blocks[0])) if blocks else []
        if blocks and _is_long(blocks[0].block):
            yield CondPageBreak(_ROOM)
            yield heading
            yield from first
        else:
            # A heading never stands alone at the foot of a page.
            yield KeepTogether([heading, *(part for one in first for part in _unpacked(one))])
        for item in blocks[1:]:
            yield from _block(item)


def _unpacked(flowable: Flowable) -> list[Flowable]:
    """The parts of a group, since groups cannot hold groups."""
    return list(flowable._content) if isinstance(flowable, KeepTogether) else [flowable]


def _is_long(block: object) -> bool:
    return isinstance(block, Table) and len(block.rows) > _LONG_TABLE


def _heading(index: int, section: Section) -> PdfParagraph:
    heading = _text(f"{index}  {section.title}", "h2")
    heading.outline_key, heading.outline_text = f"s{index}", f"{index} {printable(section.title)}"
    return heading


def _block(item: Numbered) -> Iterator[Flowable]:
    block = item.block
    if isinstance(block, Paragraph):
        yield _text(block.text, "body")
    elif isinstance(block, Bullets):
        for text in block.items:
            yield PdfParagraph(_markup(text), _STYLES["body"].clone("bullet", leftIndent=9), bulletText="•")
    elif isinstance(block, Callout):
        yield from _callout(block)
    elif isinstance(block, Facts):
        yield from _facts(block)
    elif isinstance(block, Figure):
        yield from _figure(block, item.number)
    else:
        yield from _table(block, item.number)


def _text(text: str, style: str) -> PdfParagraph:
    return PdfParagraph(_markup(text), _STYLES[style])


def _markup(text: str, *, bold: bool = False) -> str:
    inner = escape(printable(typographic(text)))
    return f"<b>{inner}</b>" if bold else inner


def _callout(block: Callout) -> Iterator[Flowable]:
    colour = {"result": palette.ACCENT, "caution": palette.AMBER, "note": palette.RULE}[block.kind]
    box = PdfTable([[_text(block.text, "body")]], colWidths=[_COLUMN])
    box.setStyle([
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(palette.BAND)),
        ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor(colour)),
        ("LEFTPADDING", (0, 0), (-1, -1), 9), ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ])  # fmt: skip
    yield box
    yield Spacer(1, 5)


def _facts(block: Facts) -> Iterator[Flowable]:
    if not block.rows:
        return
    muted = _STYLES["body"].clone("muted", textColor=palette.MUTED, fontSize=8, leading=10.6, spaceAfter=0)
    value = _STYLES["body"].clone("value", fontSize=8, leading=10.6, spaceAfter=0, splitLongWords=1)
    rows = [[PdfParagraph(_markup(a), muted), PdfParagraph(_markup(b), value)] for a, b in block.rows]
    box = PdfTable(rows, colWidths=[_COLUMN * 0.27, _COLUMN * 0.73])
    box.setStyle([
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor(palette.RULE)), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ])  # fmt: skip
    yield box
    yield Spacer(1, 6)


def _figure(block: Figure, number: int) -> Iterator[Flowable]:
    caption = f"<b>Figure {number}.</b> {_markup(block.caption)}"
    if block.note:
        caption += f' <font color="{palette.MUTED}">{_markup(block.note)}</font>'
    yield KeepTogether([Spacer(1, 6), PdfDrawing(block.drawing), Spacer(1, 3),
                        PdfParagraph(caption, _STYLES["caption"]), Spacer(1, 8)])  # fmt: skip


def _table(block: Table, number: int) -> Iterator[Flowable]:
    caption = PdfParagraph(f"<b>Table {number}.</b> {_markup(block.caption)}", _STYLES["caption"])
    note = [Spacer(1, 3), _text(block.note, "small")] if block.note else [Spacer(1, 9)]
    parts = [Spacer(1, 5), caption, _grid(block), *note]
    if _is_long(block):
        yield CondPageBreak(_ROOM)
        yield from parts
    else:
        yield KeepTogether(parts)


def _grid(block: Table) -> PdfTable:
    """The rows as a table whose header repeats on each page."""
    size = 7.6
    styles = [
        _STYLES["body"].clone(f"c{i}", fontSize=size, leading=size * 1.32, spaceAfter=0, splitLongWords=1,
                              alignment={"left": 0, "center": 1, "right": 2}[align])
        for i, align in enumerate(block.align)
    ]  # fmt: skip
    cells = [[PdfParagraph(_markup(t, bold=True), styles[i]) for i, t in enumerate(block.header)]]
    for index, row in enumerate(block.rows):
        bold = index in block.emphasis or index in block.groups
        shown = (row[0], *[""] * (len(row) - 1)) if index in block.groups else row
        cells.append([PdfParagraph(_markup(t, bold=bold), styles[i]) for i, t in enumerate(shown)])
    grid = PdfTable(cells, colWidths=_widths(block, size), repeatRows=1)
    dark, light = HexColor(palette.INK), HexColor(palette.GRID)
    commands: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LINEABOVE", (0, 0), (-1, 0), 1, dark), ("LINEBELOW", (0, 0), (-1, 0), 0.6, dark),
        ("LINEBELOW", (0, 1), (-1, -2), 0.4, light), ("LINEBELOW", (0, -1), (-1, -1), 1, dark),
        ("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ]  # fmt: skip
    for index in block.groups:
        commands += [("NOSPLIT", (0, index + 1), (-1, min(index + 2, len(cells) - 1))),
                     ("SPAN", (0, index + 1), (-1, index + 1)),
                     ("BACKGROUND", (0, index + 1), (-1, index + 1), HexColor(palette.BAND))]  # fmt: skip
    grid.setStyle(commands)
    return grid


def _widths(block: Table, size: float) -> list[float]:
    """Column widths: as asked for, else by content, the widest text columns giving way to fit the page."""
    if block.widths:
        return [share / sum(block.widths) * _COLUMN for share in block.widths]
    natural = []
    for column, title in enumerate(block.header):
        cells = [row[column] for index, row in enumerate(block.rows) if index not in block.groups]
        plain = max((width(printable(cell), size, bold=True) for cell in cells), default=0)
        words = max((width(printable(word), size, bold=True) for word in title.split()), default=0)
        head = min(width(printable(title), size, bold=True), max(words, 62))
        natural.append(max(plain, head) + 8)
    excess = sum(natural) - _COLUMN
    if excess <= 0:
        return [w + (_COLUMN - sum(natural)) / len(natural) for w in natural]
    wide = [i for i, w in enumerate(natural) if w > _COLUMN / len(natural)]
    room = sum(natural[i] for i in wide)
    return [w - excess * w / room if i in wide else w for i, w in enumerate(natural)]
