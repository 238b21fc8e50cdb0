"""A report's page in the language of the window; files keep the English one, so that studies can be compared.

Numbers, names and hashes stay as they are. Labels of figures that grow longer are set a little smaller, so that they
keep their places.
"""

from __future__ import annotations

from dataclasses import replace

from radviewer.report.drawing import Drawing, Label, Shape
from radviewer.report.page import Block, Bullets, Callout, Facts, Figure, Page, Paragraph, Section, Table
from radviewer.ui.i18n import Language, Translators, said

_LONGER, _SMALLEST = 1.1, 0.72  # a label may grow by a tenth; no text below this share of its size


def page_in_words(page: Page) -> Page:
    """The page with every text that the catalogue knows in the language of the window."""
    if Translators.current is Language.ENGLISH:
        return page
    return replace(
        page,
        title=said(page.title),
        subtitle=said(page.subtitle),
        facts=_facts(page.facts),
        sections=tuple(_section(section) for section in page.sections),
        footer=said(page.footer),
    )


def _section(section: Section) -> Section:
    return Section(said(section.title), [_block(block) for block in section.blocks])


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(said(block.text))
    if isinstance(block, Bullets):
        return Bullets(_each(block.items))
    if isinstance(block, Callout):
        return Callout(said(block.text), block.kind)
    if isinstance(block, Facts):
        return _facts(block)
    if isinstance(block, Table):
        rows = tuple(_each(row) for row in block.rows)
        caption, note = said(block.caption), said(block.note)
        return replace(block, caption=caption, header=_each(block.header), rows=rows, note=note)
    return Figure(said(block.caption), _drawing(block.drawing), said(block.note))


def _facts(facts: Facts) -> Facts:
    return Facts(tuple((said(name), said(value)) for name, value in facts.rows))


def _each(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(said(text) for text in texts)


def _drawing(drawing: Drawing) -> Drawing:
    shapes = [_shape(shape) for shape in drawing.shapes]
    return replace(drawing, title=said(drawing.title), description=said(drawing.description), shapes=shapes)


def _shape(shape: Shape) -> Shape:
    if not isinstance(shape, Label):
        return shape
    text = said(shape.text)
    if len(text) <= _LONGER * len(shape.text):
        return replace(shape, text=text)
    return replace(shape, text=text, size=shape.size * max(_SMALLEST, _LONGER * len(shape.text) / len(text)))
