"""Changes the language of a window that is open: every text that the catalogue knows is said anew.

A widget need not take part: its text in the old language is looked up backwards, also where numbers were filled in,
and put in the new one. What is made from tables (menus, tooltips with keys) or drawn (images) is made anew by its
owner. Two English texts with one German translation come back as the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from xml.etree import ElementTree as Xml

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTabWidget,
    QTreeWidget,
    QWidget,
)

from radviewer.ui.i18n import Language, Translators, tr
from radviewer.workbench.resources import resource

_NOTED, _NOW = "said_", "now"
_FIELD = re.compile(r"\{[^{}]*\}")
_SPACE = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)


@cache
def messages(language: Language) -> Mapping[str, str]:
    """The catalogue of a language: English text -> translation; for English itself, each text is its own."""
    other = Language.GERMAN if language is Language.ENGLISH else language
    tree = Xml.parse(resource(f"translations/radviewer_{other.value}.ts"))  # noqa: S314 - our own file
    pairs = ((item.findtext("source") or "", item.findtext("translation") or "") for item in tree.iter("message"))
    return {source: source if language is Language.ENGLISH else text for source, text in pairs}


class Backwards:
    """Finds the English text behind a text of some language.

    Args:
        language: The language that texts are in now.
    """

    def __init__(self, language: Language) -> None:
        known = messages(language)
        self._plain: dict[str, str] = {}
        self._upper: dict[str, str] = {}
        for source, text in known.items():
            self._plain.setdefault(text, source)
            self._upper.setdefault(text.upper(), source)
        self._filled = [(_pattern(text), source) for source, text in known.items() if _FIELD.search(text)]

    def said_anew(self, text: str) -> str:
        """The text in the language of the window; itself if the catalogue does not know it."""
        before, inner, after = _SPACE.match(text).groups()  # type: ignore[union-attr]
        if not inner:
            return text
        if inner in self._plain:
            return f"{before}{tr(self._plain[inner])}{after}"
        if inner in self._upper:
            return f"{before}{tr(self._upper[inner]).upper()}{after}"
        for pattern, source in self._filled:
            found = pattern.fullmatch(inner)
            if found is not None:
                return f"{before}{_filled_in(tr(source), found)}{after}"
        return text


@cache
def english() -> Backwards:
    """Finds the entry of the catalogue for an English text."""
    return Backwards(Language.ENGLISH)


def _pattern(text: str) -> re.Pattern[str]:
    """A pattern for a text with its fields filled in; the first of two equal fields is caught by its name."""
    parts, seen, at = [], set(), 0
    for field in _FIELD.finditer(text):
        parts.append(re.escape(text[at : field.start()]))
        name = _name(field.group())
        parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>.+?)")
        seen.add(name)
        at = field.end()
    return re.compile("".join([*parts, re.escape(text[at:])]), re.DOTALL)


def _name(field: str) -> str:
    return "f_" + re.sub(r"\W.*", "", field.strip("{}"))


def _filled_in(text: str, found: re.Match[str]) -> str:
    values = found.groupdict()
    return _FIELD.sub(lambda field: values.get(_name(field.group())) or "", text)


def say_anew(old: Language) -> None:
    """Says all texts of all open windows anew, after the catalogue was exchanged.

    Args:
        old: The language that they are in.
    """
    again = Backwards(old).said_anew
    for widget in QApplication.allWidgets():
        _widget(widget, again)
        for action in widget.actions():
            _action(action, again)


def _widget(widget: QWidget, again: Callable[[str], str]) -> None:
    for name in ("windowTitle", "toolTip", "statusTip", "accessibleName", "accessibleDescription"):
        _property(widget, name, again)
    if isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget.parent(), QDialogButtonBox):
        _property(widget, "text", again)
    elif isinstance(widget, QLineEdit):
        _property(widget, "placeholderText", again)
    elif isinstance(widget, QGroupBox | QMenu):
        _property(widget, "title", again)
    _items(widget, again)


def _items(widget: QWidget, again: Callable[[str], str]) -> None:
    if isinstance(widget, QComboBox) and not widget.isEditable():
        for row in range(widget.count()):
            widget.setItemText(row, again(widget.itemText(row)))
    elif isinstance(widget, QTabWidget):
        for row in range(widget.count()):
            widget.setTabText(row, again(widget.tabText(row)))
    elif isinstance(widget, QTreeWidget):
        head = widget.headerItem()
        for column in range(widget.columnCount()):
            head.setText(column, again(head.text(column)))
    elif isinstance(widget, QListWidget):
        for row in range(widget.count()):
            widget.item(row).setText(again(widget.item(row).text()))


def _property(thing: QObject, name: str, again: Callable[[str], str]) -> None:
    """Changes one text; the former one is noted, so that going back to its language cannot take a synonym."""
    text = thing.property(name)
    if not isinstance(text, str) or not text:
        return
    language = Translators.current.value
    noted = thing.property(f"{_NOTED}{name}") or {}
    new = noted.get(language) if noted.get(_NOW) == text else None
    if new is None:
        noted, new = {}, again(text)
    if new != text:
        old = next(item.value for item in Language if item.value != language)
        thing.setProperty(f"{_NOTED}{name}", {**noted, old: text, language: new, _NOW: new})
        thing.setProperty(name, new)


def _action(action: QAction, again: Callable[[str], str]) -> None:
    for name in ("text", "toolTip", "statusTip"):
        _property(action, name, again)
