"""The German catalogue is complete, and a window that is open changes its language."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from radviewer.ui.i18n import CONTEXT, Language, Translators, said, system_language, tr, wished_language
from radviewer.ui.language import messages, phrases
from radviewer.workbench.actions import ACTIONS, Menu
from radviewer.workbench.resources import resource
from radviewer.workbench.settings import LanguageChoice
from tests.ui.conftest import MakeWindow

ROOT = Path(__file__).resolve().parents[2]
FIELD = re.compile(r"\{[^{}]*\}")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    path = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = path
    return module


@pytest.fixture
def german(qapp: object) -> object:
    translators = Translators()
    translators.use(Language.GERMAN)
    yield translators
    translators.use(Language.ENGLISH)


def test_every_text_of_the_window_has_a_german_one(tool: ModuleType) -> None:
    missing = tool.missing("de")
    assert missing == [], "run packaging/translations.py missing, fill and compile"


def test_no_catalogue_keeps_texts_that_are_gone(tool: ModuleType) -> None:
    assert set(messages(Language.GERMAN)) <= set(tool.texts()), "run packaging/translations.py update and compile"


def test_the_fields_of_a_translation_are_those_of_its_text() -> None:
    wrong = {
        text: german
        for text, german in messages(Language.GERMAN).items()
        if sorted(FIELD.findall(text)) != sorted(FIELD.findall(german))
    }
    assert wrong == {}


def test_the_compiled_catalogue_is_that_of_the_sources(german: object) -> None:
    translator = QTranslator()
    assert translator.load(str(resource("translations/radviewer_de.qm")))
    stale = [text for text, said in messages(Language.GERMAN).items() if translator.translate(CONTEXT, text) != said]
    assert stale == [], "run packaging/translations.py compile"


def test_a_language_is_chosen_or_follows_the_desktop() -> None:
    assert wished_language(LanguageChoice.GERMAN) is Language.GERMAN
    assert wished_language(LanguageChoice.ENGLISH) is Language.ENGLISH
    assert wished_language(LanguageChoice.SYSTEM) is system_language()
    assert {item.value for item in LanguageChoice} == {"system", *Language}


def test_texts_are_said_in_the_language_and_come_back(german: Translators) -> None:
    assert tr("Settings") == "Einstellungen" and tr("") == ""
    assert said("Predicted in 41 ms on CPU") == "Vorhergesagt in 41 ms auf CPU"
    assert said("Something that no catalogue knows") == "Something that no catalogue knows"
    back = phrases(Language.GERMAN)
    german.use(Language.ENGLISH)
    assert back.said("Einstellungen") == "Settings"
    assert back.said("EINSTELLUNGEN") == "SETTINGS"
    assert back.said("  23 Bilder geöffnet") == "  23 images open"
    assert said("Predicted in 41 ms on CPU") == "Predicted in 41 ms on CPU"


def test_a_window_changes_its_language_without_a_restart_and_back(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.change_settings(language=LanguageChoice.ENGLISH)

    def texts() -> list[str]:
        parts = (*window.findChildren(QLabel), *window.findChildren(QPushButton))
        return [str(part.property("text")) for part in parts if part.isVisibleTo(window)]

    english = texts()
    window.change_settings(language=LanguageChoice.GERMAN)
    assert [window.parts.menus[menu].title() for menu in Menu] == [
        messages(Language.GERMAN)[menu.value] for menu in Menu
    ]
    for item in ACTIONS:
        shown = window.parts.actions[item.id]
        if not item.id.startswith("window.preset_"):
            assert shown.text() == tr(item.text)
    assert window.parts.status.mark.text() == "Nur für die Forschung, nicht zur Diagnose"
    assert "Bilder geöffnet" in window.parts.status.done.text()
    assert window.parts.findings.predict.text() == "Vorhersagen"
    changed = sum(one != other for one, other in zip(english, texts(), strict=False))
    assert changed > len(english) / 2
    window.change_settings(language=LanguageChoice.ENGLISH)
    assert texts() == english
    assert [window.parts.menus[menu].title() for menu in Menu] == [menu.value for menu in Menu]


def test_the_language_is_kept_for_the_next_start(make_window: MakeWindow) -> None:
    window = make_window(open_study=False)
    window.change_settings(language=LanguageChoice.GERMAN)
    window.close()
    again = make_window(open_study=False)
    assert again.parts.notice.button.text() == "Verstanden"
    assert again.left_dock.windowTitle() == "Studien"


def test_english_words_find_actions_in_the_german_palette(make_window: MakeWindow) -> None:
    from radviewer.ui.palette import found

    window = make_window(open_study=False)
    window.change_settings(language=LanguageChoice.GERMAN)
    assert found("rotate left")[0].id == found("nach links drehen")[0].id == "view.rotate_left"
