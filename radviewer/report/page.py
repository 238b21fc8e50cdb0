"""What a report consists of, whatever it is about: sections of paragraphs, facts, tables and figures.

HTML and PDF are two views of this model, so they cannot say different things. Study reports and model evaluation
reports use the same blocks and therefore look the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from radviewer.report.drawing import Drawing

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A sentence that must not be missed; "caution" is amber."""

    text: str
    kind: Literal["result", "caution", "note"] = "note"


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values in two columns."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption.

    Attributes:
        caption: What it shows, without its number.
        header: Column titles; "" for none.
        rows: Cells as text; all rows as long as the header.
        align: One alignment for each column; numbers are set flush right.
        note: Line below the table; may be empty.
        emphasis: Indices of rows in bold.
        groups: Indices of rows that are headings over the rows below them.
        widths: Relative widths of the columns in print; empty for automatic.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[Align, ...]
    note: str = ""
    emphasis: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with a caption."""

    caption: str
    drawing: Drawing
    note: str = ""


Block = Paragraph | Bullets | Callout | Facts | Table | Figure


@dataclass(slots=True)
class Section:
    """A numbered section."""

    title: str
    blocks: list[Block] = field(default_factory=list)

    def add(self, *blocks: Block | None) -> Section:
        """Appends blocks, leaving out None."""
        self.blocks += [block for block in blocks if block is not None]
        return self


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report.

    Attributes:
        title: Title of the report.
        subtitle: What kind of report it is.
        date: Date as shown, ISO 8601.
        facts: Identifying facts under the title (hashes, versions).
        sections: Numbered sections in order.
        footer: Line at the foot of each printed page.
    """

    title: str
    subtitle: str
    date: str
    facts: Facts
    sections: tuple[Section, ...]
    footer: str


def table(
    caption: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    align: str,
    *,
    note: str = "",
    emphasis: Sequence[int] = (),
    groups: Sequence[int] = (),
    widths: Sequence[float] = (),
) -> Table:
    """A table from plain lists; `align` has one letter for each column: l, r or c."""
    letters: dict[str, Align] = {"l": "left", "r": "right", "c": "center"}
    return Table(
        caption, tuple(header), tuple(tuple(row) for row in rows), tuple(letters[x] for x in align), note,
        frozenset(emphasis), frozenset(groups), tuple(widths),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block with the number of its kind; 0 for blocks that are not numbered."""

    block: Block
    number: int
    kind: str


def numbered(page: Page) -> list[tuple[int, Section, list[Numbered]]]:
    """Sections and blocks with their numbers: tables and figures are counted through the report."""
    tables = figures = 0
    result = []
    for index, section in enumerate(page.sections, start=1):
        blocks = []
        for block in section.blocks:
            if isinstance(block, Table):
                tables += 1
                blocks.append(Numbered(block, tables, "table"))
            elif isinstance(block, Figure):
                figures += 1
                blocks.append(Numbered(block, figures, "figure"))
            else:
                blocks.append(Numbered(block, 0, type(block).__name__.lower()))
        result.append((index, section, blocks))
    return result
