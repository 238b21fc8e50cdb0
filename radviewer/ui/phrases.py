"""Finds the entry of a catalogue behind a text that is already filled in, and says it in the language of the window.

What is made below the window (reasons of errors, remarks, lines of cards and reports) is plain English, so that the
command line, logs and files are the same everywhere; it may come back from a file or another process. Its templates
are in the catalogue (`packaging/texts_below.py`), and the one with the most letters that fits a text is its own. Values
are put in as they are; words of the program among them are said as well. Sentences of a message are looked up one by
one, for a message and its hint come as one text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from radviewer.ui.i18n import tr

FIELD = re.compile(r"\{[^{}]*\}")
# Fields whose values are words of the program: a reason in a message, a verdict in a sentence.
WORDS = frozenset((
    "reason", "reasons", "why", "what", "which", "wanted", "words", "trouble", "hint", "message", "error",
    "strerror", "fault", "faults", "problem", "sentence", "expectation", "place", "where", "detail", "only",
    "state", "value", "how", "roc", "calls", "clamp", "more", "note", "listed", "judged", "found", "shown", "kind",
    "direction", "to_whom", "wait", "missing", "failed", "written", "written_p", "source", "pair", "label",
    "endpoint", "endpoints", "method", "method_names", "data_title", "uptake_title", "methods_title",
    "section_title", "agreement_title", "thinned", "lines", "origin",
))  # fmt: skip
# Of these, values that may be several sentences.
_LONG = frozenset(("reasons", "note", "sentence", "more"))
_SPACE = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_BREAK = re.compile(r"(?<=[.!?])\s+(?=[\"'„`(\[]?[A-ZÄÖÜ0-9])")
_MANY = 40  # sentences
_PARTS = ("   ", "  ", "; ", ": ", ", ", " / ")
# A template with few letters says too little to be known among names: its values must be numbers or codes.
_CODES = re.compile(r"[\d\s.,:;%()+\-−–∞<>=/²A-Z]*")
_FEW, _FEW_AMONG_NAMES = 5, 8


@dataclass(frozen=True, slots=True)
class _Template:
    """A text of the catalogue with fields.

    Attributes:
        source: The English text.
        pattern: Catches the values of its fields.
        core: Its longest part between fields, which a text must hold.
        letters: How many letters are outside its fields.
    """

    source: str
    pattern: re.Pattern[str]
    core: str
    letters: int


class Phrases:
    """Texts of one language and the English entries behind them.

    Args:
        known: The catalogue: English text -> text of the language that texts are in now.
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        self._plain: dict[str, str] = {}
        self._upper: dict[str, str] = {}
        for source, text in known.items():
            self._plain.setdefault(text, source)
            self._upper.setdefault(text.upper(), source)
        filled = [_template(text, source) for source, text in known.items() if FIELD.search(text)]
        self._filled = sorted(filled, key=lambda item: -item.letters)

    def said(self, text: str, *, parts: bool = False) -> str:
        """The text in the language of the window; what the catalogue does not know stays as it is.

        Args:
            text: One or more sentences or lines, filled in.
            parts: Whether also parts of a sentence (after a colon, in a list) are looked up; for messages, not for
                texts that may be names.
        """
        if "\n" in text.strip() and text.strip() not in self._plain:
            return "\n".join(self.said(line, parts=parts) for line in text.split("\n"))
        before, inner, after = _SPACE.match(text).groups()  # type: ignore[union-attr]
        found = self._found(inner, parts) if inner else None
        return text if found is None else f"{before}{found}{after}"

    def _found(self, text: str, parts: bool) -> str | None:
        """As `said`, for a text without spaces around; None where nothing of it is known."""
        return (
            self._whole(text, parts)
            or self._in_pieces(text, parts)
            or (self._in_parts(text) if parts else None)
            or (self._whole(text, parts, loose=True) if parts and text.endswith(".") else None)
        )

    def _whole(self, text: str, parts: bool, *, loose: bool = False) -> str | None:
        if text in self._plain:
            return tr(self._plain[text])
        if text in self._upper:
            return tr(self._upper[text]).upper()
        plain = text.replace("\u00a0", " ")
        for item in self._filled:
            found = item.pattern.fullmatch(plain) if item.core in plain else None
            if found is not None and (loose or (_credible(item, found, parts) and not _swallows(found))):
                return self._filled_in(tr(item.source), found)
        return None

    def _in_pieces(self, text: str, parts: bool) -> str | None:
        """Sentence by sentence, the longest run first; templates may be several sentences."""
        cuts = [0, *(found.end() for found in _BREAK.finditer(text)), len(text)]
        if not 3 <= len(cuts) <= _MANY:
            return None
        said, known, at = [], False, 0
        while at < len(cuts) - 1:
            end, found = self._longest(text, cuts, at, parts)
            piece = text[cuts[at] : cuts[end]]
            said.append(piece if found is None else found + piece[len(piece.rstrip()) :])
            known, at = known or found is not None, end
        return "".join(said) if known else None

    def _longest(self, text: str, cuts: list[int], at: int, parts: bool) -> tuple[int, str | None]:
        """Where the longest known run of sentences from a cut ends, and what it is; else one sentence, in parts."""
        for end in range(len(cuts) - 1, at, -1):
            found = self._whole(text[cuts[at] : cuts[end]].strip(), parts)
            if found is not None:
                return end, found
        alone = text[cuts[at] : cuts[at + 1]].strip()
        return at + 1, self._in_parts(alone) if parts and alone else None

    def _in_parts(self, text: str) -> str | None:
        """Part by part: lines, columns, what stands behind a colon, members of a list, what stands in brackets."""
        if text[-1] in ".!?":
            bare = self._whole(text[:-1], True)
            if bare is not None:
                return bare + text[-1]
        for mark in _PARTS:
            if mark in text:
                pieces = text.split(mark, 1)
                found = [self._found(piece.strip(), True) if piece.strip() else None for piece in pieces]
                if any(item is not None for item in found):
                    return mark.join(new or old for new, old in zip(found, pieces, strict=True))
        return self._in_brackets(text) or self._in_joined(text)

    def _in_joined(self, text: str) -> str | None:
        """Both sides of an "and" or an "or", if both are known."""
        for word in ("and", "or"):
            first, mark, second = text.partition(f" {word} ")
            found = (self._found(first, True), self._found(second, True)) if mark else (None, None)
            if found[0] is not None and found[1] is not None:
                return f"{found[0]} {tr(word)} {found[1]}"
        return None

    def _in_brackets(self, text: str) -> str | None:
        opened, closed = text.find(" ("), text.rfind(")")
        if opened <= 0 or text[closed:] not in {")", ")."}:
            return None
        head, inner = text[:opened], text[opened + 2 : closed]
        new_head, new_inner = self._found(head, True), self._found(inner, True) if inner else None
        if new_head is None and new_inner is None:
            return None
        return f"{new_head or head} ({new_inner or inner}{text[closed:]}"

    def _filled_in(self, text: str, found: re.Match[str]) -> str:
        values = found.groupdict()

        def value(field: re.Match[str]) -> str:
            name = _name(field.group())
            given = values.get(name) or ""
            return self.said(given, parts=True) if given and speaks(name) else given

        return FIELD.sub(value, text)


def speaks(field: str) -> bool:
    """Whether the values of a field of this name are words of the program."""
    return re.sub(r"_\d+$", "", field.removeprefix("f_")) in WORDS


def _credible(item: _Template, found: re.Match[str], parts: bool) -> bool:
    """Whether a match of a template with few letters is more than chance."""
    few = item.letters < (_FEW if parts else _FEW_AMONG_NAMES)
    return not few or all(_CODES.fullmatch(value or "") for value in found.groups())


def _swallows(found: re.Match[str]) -> bool:
    """Whether a value holds the end of a sentence, so that the template has caught more than its own text."""
    return any(
        value and _BREAK.search(value) and re.sub(r"_\d+$", "", name.removeprefix("f_")) not in _LONG
        for name, value in found.groupdict().items()
    )


def _template(text: str, source: str) -> _Template:
    """The pattern of a text with fields; the second of two equal fields is the same value again."""
    literals = FIELD.split(text)
    letters = sum(character.isalpha() for literal in literals for character in literal)
    parts, seen = [re.escape(literals[0])], set()
    for field, literal in zip(FIELD.findall(text), literals[1:], strict=True):
        name = _name(field)
        parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>.*?)")
        seen.add(name)
        parts.append(re.escape(literal))
    pattern = re.compile("".join(parts), re.DOTALL)
    return _Template(source, pattern, max(literals, key=len), letters)


def _name(field: str) -> str:
    return "f_" + re.sub(r"\W.*", "", field.strip("{}"))
