"""Texts of the window in the user's language, by Qt's translation.

English texts stand in the source and are the keys of the catalogues in resources/translations. A text with numbers in
it is translated before they are filled in: `tr("{count} images").format(count=3)`. Texts of tables (actions, settings,
names of methods) are translated where they are shown: `tr(item.text)`; what is made below the window with its values
in it (reasons of errors, remarks, reports) by `said(text)`. `packaging/translations.py` finds all kinds.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from radviewer.core.errors import Problem
from radviewer.workbench.resources import resource

CONTEXT = "radviewer"
NOTED, NOW = "said_", "now"  # properties of a widget: what it says in each language, and what it shows


class Language(StrEnum):
    """Languages that the window speaks."""

    ENGLISH = "en"
    GERMAN = "de"


def tr(text: str) -> str:
    """The text in the language of the window; the text itself where the catalogue has none."""
    return QCoreApplication.translate(CONTEXT, text) if text else ""


def said(text: str) -> str:
    """A text that was made below the window, with values filled in, in the language of the window.

    What the catalogue does not know stays as it is: names, words of model packs, what an operating system says.
    """
    return text if Translators.current is Language.ENGLISH or not text else _said(Translators.current, text)


def said_problem(problem: Problem) -> str:
    """What went wrong and what to do, in the language of the window."""
    return f"{said(problem.message)} {said(problem.hint)}".strip()


def put(thing: QObject, text: str, name: str = "text") -> None:
    """Shows a text that may be from below the window, and notes it, so that it can be said in another language later.

    Args:
        thing: A label, a button, an action.
        text: In English, or already in the language of the window.
        name: The property that shows it.
    """
    shown = said(text)
    thing.setProperty(name, shown)
    english = Translators.current is Language.ENGLISH or shown != text
    noted = {Language.ENGLISH.value: text, NOW: shown} if english else None
    thing.setProperty(f"{NOTED}{name}", noted)


@lru_cache(maxsize=4096)
def _said(_language: Language, text: str) -> str:
    from radviewer.ui.language import phrases

    return phrases(Language.ENGLISH).said(text, parts=True)


def system_language() -> Language:
    """The language of the user's desktop, or English."""
    code = QLocale.system().name()[:2]
    return next((language for language in Language if language.value == code), Language.ENGLISH)


def wished_language(setting: str) -> Language:
    """The language for a value of the setting: "system" is that of the desktop."""
    return Language(setting) if setting in {item.value for item in Language} else system_language()


def catalogue(language: Language) -> QTranslator | None:
    """The catalogue of a language; None for English, which stands in the source."""
    if language is Language.ENGLISH:
        return None
    made = QTranslator()
    made.load(str(resource(f"translations/radviewer_{language.value}.qm")))
    return made


class Translators:
    """The catalogues in force: the program's own, and Qt's for the buttons of its dialogs."""

    current: ClassVar[Language] = Language.ENGLISH  # of the application, which has one language

    def __init__(self) -> None:
        self.language = Language.ENGLISH
        self._installed: list[QTranslator] = []

    def use(self, language: Language) -> None:
        """Changes the language; texts made from now on are in it. Qt tells all windows by `LanguageChange`."""
        application = QCoreApplication.instance()
        if application is None or language is self.language:
            return
        for old in self._installed:
            application.removeTranslator(old)
        self._installed = []
        own = catalogue(language)
        if own is not None:
            of_qt = QTranslator()
            of_qt.load(f"qtbase_{language.value}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            self._installed = [of_qt, own]
            for new in self._installed:
                application.installTranslator(new)
        self.language = Translators.current = language
