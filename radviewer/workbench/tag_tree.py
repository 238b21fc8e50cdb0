"""The tag browser's rows: attributes as a tree, searched, compared with another image, hidden where they identify."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from radviewer.io.tags import Tag

HIDDEN = "(hidden)"
MISSING = "(missing)"
SHOWN = 160  # characters of a value in a row


@dataclass(slots=True, eq=False)
class TagRow:
    """One row.

    Attributes:
        tag: What it shows.
        value: As it may be shown.
        other: The value of the other image; None where nothing is compared.
        differs: Whether the two differ, here or in a row below.
        parent: The row above in the tree, or None.
        place: Among its siblings.
        children: Rows below.
    """

    tag: Tag
    value: str
    other: str | None = None
    differs: bool = False
    parent: TagRow | None = None
    place: int = 0
    children: list[TagRow] = field(default_factory=list)

    @property
    def line(self) -> str:
        """The row as text, for the clipboard."""
        tag = self.tag
        parts = (tag.number, tag.vr, tag.keyword or tag.name, self.value, self.other)
        return "\t".join(part for part in parts if part is not None)


def tag_rows(
    tags: Sequence[Tag],
    other: Sequence[Tag] | None = None,
    *,
    words: str = "",
    hidden: bool = False,
    only_different: bool = False,
) -> list[TagRow]:
    """The rows of an image.

    Args:
        tags: Its attributes.
        other: Those of the image to compare with, or None.
        words: Each has to occur in a row's number, keyword, name or value; rows above a hit stay.
        hidden: De-identified mode: values that may identify are not shown, and not searched.
        only_different: Only rows that differ from the other image.
    """
    against = None if other is None else {_key(tag): tag for tag in _all(other)}
    rows = [_row(tag, against, hidden=hidden) for tag in tags]
    if against is not None:
        rows += _missing(tags, other or (), hidden=hidden)
        rows.sort(key=lambda row: row.tag.number)
    needles = words.casefold().split()
    return _linked([kept for row in rows if (kept := _kept(row, needles, only_different)) is not None], None)


def short(text: str, size: int = 0) -> str:
    """A value in one row; `size` is its whole length where `text` is only a part."""
    if len(text) <= SHOWN and not size:
        return text
    return f"{text[:SHOWN]}\N{HORIZONTAL ELLIPSIS}  ({max(size, len(text)):,} in all)"


def count_different(rows: Iterable[TagRow]) -> int:
    """How many attributes differ, not counting the rows above them."""
    return sum(count_different(row.children) if row.children else row.differs for row in rows)


def _all(tags: Iterable[Tag]) -> Iterator[Tag]:
    for tag in tags:
        yield tag
        yield from _all(tag.children)


def _key(tag: Tag) -> str:
    return tag.path or tag.name


def _shown(tag: Tag, *, hidden: bool) -> str:
    return HIDDEN if hidden and not tag.safe and tag.value else tag.value


def _row(tag: Tag, against: Mapping[str, Tag] | None, *, hidden: bool) -> TagRow:
    children = [_row(child, against, hidden=hidden) for child in tag.children]
    made = TagRow(tag, _shown(tag, hidden=hidden), children=children)
    if against is not None:
        twin = against.get(_key(tag))
        made.other = MISSING if twin is None else _shown(twin, hidden=hidden)
        made.differs = twin is None or twin.value != tag.value or any(child.differs for child in children)
    return made


def _missing(tags: Sequence[Tag], other: Sequence[Tag], *, hidden: bool) -> list[TagRow]:
    """Attributes at the top that only the other image has; those inside sequences show in the count of items."""
    have = {_key(tag) for tag in tags}
    return [TagRow(tag, MISSING, _shown(tag, hidden=hidden), differs=True) for tag in other if _key(tag) not in have]


def _kept(row: TagRow, needles: Sequence[str], only_different: bool) -> TagRow | None:
    """The row with those below that match, or None; below a row that matches itself all stay."""
    if only_different and not row.differs:
        return None
    text = " ".join((row.tag.number, row.tag.keyword, row.tag.name, row.value, row.other or "")).casefold()
    if needles and not all(word in text for word in needles):
        children = [kept for child in row.children if (kept := _kept(child, needles, only_different)) is not None]
        if not children:
            return None
        row.children = children
    elif only_different:
        row.children = [kept for child in row.children if (kept := _kept(child, (), True)) is not None]
    return row


def _linked(rows: list[TagRow], parent: TagRow | None) -> list[TagRow]:
    for place, row in enumerate(rows):
        row.parent, row.place = parent, place
        _linked(row.children, row)
    return rows
