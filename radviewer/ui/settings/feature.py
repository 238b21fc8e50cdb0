"""Opens the settings window, and puts theme, language and cine rate in force as soon as they are changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from radviewer.ui.i18n import Language, wished_language
from radviewer.workbench.settings import Settings, ThemeName, from_state

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow
    from radviewer.ui.settings.dialog import SettingsWindow


class SettingsFeature:
    """The settings.

    Args:
        window: Whose they are.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.dialog: SettingsWindow | None = None
        window.settings_changed.connect(self._changed)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {"file.settings": self.show, "view.theme": self._toggle_theme}

    def close(self) -> None:
        """Gives the language back to whoever opens the next window."""
        self._window.translators.use(Language.ENGLISH)

    def show(self) -> None:
        """Opens the settings window, or brings it to the front."""
        from radviewer.ui.settings.dialog import SettingsWindow

        if self.dialog is None:
            self.dialog = SettingsWindow(self._window, self._window.theme, self._in_force(), self._change)
            self.dialog.destroyed.connect(self._forget)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _in_force(self) -> Settings:
        return replace(self._window.settings, **from_state(self._window.state.state))

    def _forget(self) -> None:
        self.dialog = None

    def _change(self, name: str, value: object) -> None:
        self._window.change_settings(**{name: value})

    def _toggle_theme(self) -> None:
        dark = self._window.settings.theme is ThemeName.DARK
        self._window.change_settings(theme=ThemeName.LIGHT if dark else ThemeName.DARK)

    def _changed(self, old: Settings, new: Settings) -> None:
        window = self._window
        if old.theme is not new.theme:
            window.use_theme(new.theme)
        if old.cine_rate != new.cine_rate:
            window.navigator.set_rate(new.cine_rate)
        if wished_language(old.language) is not wished_language(new.language):
            self._speak(wished_language(new.language))
        if self.dialog is not None:
            self.dialog.set_settings(new)

    def _speak(self, language: Language) -> None:
        from radviewer.ui.language import say_anew

        old = self._window.translators.language
        self._window.translators.use(language)
        say_anew(old)
        self._window.parts.actions.retell()
        self._window.retell()
