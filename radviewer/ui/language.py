"""Changes the language of a window that is open: every text that the catalogue knows is said anew.

A widget need not take part: its text in the old language is looked up backwards, also where numbers were filled in,
and put in the new one. What is made from tables (menus, tooltips with keys) or drawn (images) is made anew by its
owner. Two English texts with one German translation come back as the first of them.
"""

from __future__ import annotations

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

from radviewer.ui.i18n import NOTED, NOW, Language, Translators, said
from radviewer.ui.phrases import Phrases
from radviewer.workbench.resources import resource


@cache
def messages(language: Language) -> Mapping[str, str]:
    """The catalogue of a language: English text -> translation; for English itself, each text is its own."""
    other = Language.GERMAN if language is Language.ENGLISH else language
    tree = Xml.parse(resource(f"translations/radviewer_{other.value}.ts"))  # noqa: S314 - our own file
    pairs = ((item.findtext("source") or "", item.findtext("translation") or "") for item in tree.iter("message"))
    return {source: source if language is Language.ENGLISH else text for source, text in pairs}


@cache
def phrases(language: Language) -> Phrases:
    """Finds the entry of the catalogue for a text of a language."""
    return Phrases(messages(language))


def say_anew(old: Language) -> None:
    """Says all texts of all open windows anew, after the catalogue was exchanged.

    Args:
        old: The language that they are in.
    """
    again = phrases(old).said
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
    noted = thing.property(f"{NOTED}{name}") or {}
    new = None
    if noted.get(NOW) == text:
        original = noted.get(Language.ENGLISH.value)
        new = noted.get(language) or (said(original) if original else None)
    if new is None:
        noted, new = {}, again(text)
    if new != text:
        old = next(item.value for item in Language if item.value != language)
        thing.setProperty(f"{NOTED}{name}", {**noted, old: text, language: new, NOW: new})
        thing.setProperty(name, new)


def _action(action: QAction, again: Callable[[str], str]) -> None:
    for name in ("text", "toolTip", "statusTip"):
        _property(action, name, again)
