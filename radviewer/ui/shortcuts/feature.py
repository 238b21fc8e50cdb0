"""Keeps the user's keys, opens the window that changes them and the page that lists them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from radviewer.core.errors import InputProblem
from radviewer.ui.i18n import tr
from radviewer.ui.menus import native
from radviewer.ui.strip import Severity
from radviewer.workbench import keymap
from radviewer.workbench.actions import DOUBLE_PRESS_MS, action
from radviewer.workbench.keymap import KeyMap

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow
    from radviewer.ui.shortcuts.dialog import ShortcutsWindow
    from radviewer.ui.text_window import TextWindow


class ShortcutsFeature:
    """The keys.

    Args:
        window: Whose they are.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.dialog: ShortcutsWindow | None = None
        self.page: TextWindow | None = None
        window.parts.actions.told_anew.connect(self._show_anew)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {"file.shortcuts": self.show, "help.keys": self.show_page}

    def close(self) -> None:
        """Nothing to keep: every change was kept at once."""

    def change(self, keys: KeyMap) -> None:
        """Puts keys in force and keeps them."""
        self._window.parts.actions.set_keys(keys)
        try:
            keymap.save(keys, self._window.backends.settings_path.with_name(keymap.FILE_NAME))
        except InputProblem as problem:
            self._window.parts.strip.say(problem.message, Severity.CAUTION)

    def show(self) -> None:
        """Opens the window of keys, or brings it to the front."""
        from radviewer.ui.shortcuts.dialog import ShortcutsWindow

        if self.dialog is None:
            self.dialog = ShortcutsWindow(self._window, self._window.parts.actions.keys, self.change)
            self.dialog.destroyed.connect(self._forget_dialog)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def show_page(self) -> None:
        """Lists all keys as they are now; the page follows when they are changed."""
        from radviewer.ui.text_window import TextWindow

        if self.page is None:
            self.page = TextWindow(tr("Keys and mouse"), self.page_text(), self._window)
            self.page.destroyed.connect(self._forget_page)
        self.page.show()
        self.page.raise_()

    def page_text(self) -> str:
        """The page of keys in the window's language, with the keys in force."""
        from radviewer.workbench.actions.keys import page

        actions = self._window.parts.actions

        def keys(name: str) -> str:
            own = [native(key) for key in actions.keys.keys(name)][1:]
            return ", ".join(filter(None, (actions.key_text(action(name)), *own)))

        introduction = tr("{key} finds any action by its name; 'Keys...' in the menu changes these keys.").format(
            key=keys("help.palette") or "-"
        )
        end = tr(
            "{key} within {milliseconds} ms resets: the second press takes the turn of the first one back."
        ).format(key=keys("view.reset") or "-", milliseconds=DOUBLE_PRESS_MS)
        return page(lambda item: keys(item.id), tr, introduction, end)

    def _show_anew(self) -> None:
        if self.dialog is not None:
            self.dialog.set_keys(self._window.parts.actions.keys)
        if self.page is not None:
            self.page.set_markdown(self.page_text())

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _forget_page(self) -> None:
        self.page = None
