"""The window: puts the parts together and carries wishes and results between them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QFileDialog, QMainWindow, QWidget

from radviewer.core.errors import InputProblem, Problem
from radviewer.core.image import ImageRef
from radviewer.core.study import Catalog
from radviewer.ui.assisting import Assistant
from radviewer.ui.backends import Backends
from radviewer.ui.bridge import Bridge
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.commands import Commands
from radviewer.ui.features import make_features
from radviewer.ui.focus import NavigationKeys
from radviewer.ui.gestures import Gestures
from radviewer.ui.i18n import Translators, tr, wished_language
from radviewer.ui.last_gate import LastGate
from radviewer.ui.layouts.screens import restore_places
from radviewer.ui.loading import ImageLoader
from radviewer.ui.model_control import ModelControl
from radviewer.ui.navigator import Navigator
from radviewer.ui.opening import Opener
from radviewer.ui.presenter import Presenter
from radviewer.ui.strip import Severity
from radviewer.ui.theme import Theme, apply_theme, panel_font
from radviewer.ui.viewer_state import ViewerState
from radviewer.ui.window_parts import Parts, Side
from radviewer.workbench import keymap
from radviewer.workbench.catalogs import summary
from radviewer.workbench.scene import Scene
from radviewer.workbench.settings import Settings, ThemeName, changed, from_state, load, save, to_state

_SIZE = (1440, 900)
_PATIENCE = 2.0  # seconds to wait for the torch thread when the window closes


class MainWindow(QMainWindow):
    """The viewer's window.

    Args:
        backends: The rest of the program.

    Signals:
        settings_changed: (old, new) `Settings`, after one was changed where settings are changed.
    """

    settings_changed = Signal(object, object)

    def __init__(self, backends: Backends) -> None:
        super().__init__()
        self._backends = backends
        self._settings, complaints = load(backends.settings_path)
        keys, key_complaints = keymap.load(backends.settings_path.with_name(keymap.FILE_NAME))
        complaints += key_complaints
        self.translators = Translators()
        self.translators.use(wished_language(self._settings.language))
        self._closed = False
        self._image_problem = ""
        self._theme = Theme(self._settings.theme)
        self._apply_theme()
        self._executor = ThreadPoolExecutor(3, thread_name_prefix="radviewer-window")
        self._bridge = Bridge(self)
        self.state = ViewerState(to_state(self._settings), self)
        self.loader = ImageLoader(backends.decoder, self._executor, self._bridge, self)
        self.navigator = Navigator(self.state, self.loader, self._settings.cine_rate, self)
        self.opener = Opener(backends, self._executor, self._bridge, self)
        self.assistant = Assistant(backends.worker, self.state, self._bridge, self)
        self.gestures = Gestures(self.state, self)
        self.setWindowTitle("radviewer")
        self.setAcceptDrops(True)
        self.resize(*_SIZE)
        self.setFont(panel_font())
        self.parts: Parts = Parts(self, self._theme, panel_font(), self.run_action, keys)
        self.parts.grid.pane_added.connect(self._attach)
        self._presenter = Presenter(self.parts, self.state, self)
        self.models = ModelControl(backends, self.parts, self._presenter, self.state, self.assistant, self)
        self.models.attach(self._executor, self._bridge)
        self._connect_panels()
        self._connect_tasks()
        self.cancellers: list[Callable[[], bool]] = []  # of features: each says whether it had something to give up
        self.features = make_features(self)
        self.commands = Commands(self)
        self._restore()
        self.parts.empty.setFocus()  # not the search, where keys would be typed into
        self._keys = NavigationKeys(self._application(), self)
        self._gate = LastGate(self._bridge, self.parts.strip.say_problem, backends.log_folder)
        self._gate.install()
        if complaints:
            self.parts.strip.say(complaints[0], Severity.CAUTION, "\n".join(complaints))
        QTimer.singleShot(0, self, lambda: None if self._closed else self.models.list_models())

    # --- parts ------------------------------------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        """What is on the screen."""
        return self._presenter.scene

    @property
    def left_dock(self) -> QDockWidget:
        """The studies."""
        return self.parts.left_dock

    @property
    def right_dock(self) -> QDockWidget:
        """Findings and overlay."""
        return self.parts.right_dock

    @property
    def backends(self) -> Backends:
        """The rest of the program."""
        return self._backends

    @property
    def bridge(self) -> Bridge:
        """Brings calls from other threads to the window's."""
        return self._bridge

    @property
    def executor(self) -> ThreadPoolExecutor:
        """Background threads for short work."""
        return self._executor

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self._theme

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change_settings(self, **changes: Any) -> None:
        """Changes fields of the settings, puts them in force and keeps them."""
        old = replace(self._settings, **from_state(self.state.state))
        self._settings = replace(old, **changes)
        self.state.wish(**changed(self.state.state, old, self._settings))
        self.settings_changed.emit(old, self._settings)
        self._save()

    def add_panel(self, name: str, title: str, widget: QWidget, side: Side = Side.RIGHT) -> QDockWidget:
        """Adds a panel beside the image, as a tab with the other panels of its side; see `Parts.add_panel`."""
        return self.parts.add_panel(self, name, title, widget, side)

    def _connect_panels(self) -> None:
        parts, state = self.parts, self.state
        parts.browser.series_requested.connect(self.navigator.show_series)
        parts.empty.action_requested.connect(self.run_action)
        parts.palette.action_requested.connect(self.run_action)
        parts.findings.model_requested.connect(lambda model: state.wish(model_id=model))
        parts.findings.predict_requested.connect(self.assistant.predict)
        parts.findings.auto_requested.connect(lambda on: state.wish(auto_predict=on))
        parts.findings.label_requested.connect(lambda key: state.map_wish(label_key=key))
        parts.overlay.visible_requested.connect(lambda on: state.map_wish(visible=on))
        parts.overlay.method_requested.connect(lambda method: state.map_wish(method=method))
        parts.overlay.label_requested.connect(lambda key: state.map_wish(label_key=key))
        parts.overlay.style_requested.connect(lambda name, value: state.map_style(**{name: value}))
        parts.notice.accepted.connect(self._accept_notice)
        for dock, name in ((self.left_dock, "view.left_dock"), (self.right_dock, "view.right_dock")):
            dock.visibilityChanged.connect(parts.actions[name].setChecked)

    def _connect_tasks(self) -> None:
        status, strip = self.parts.status, self.parts.strip
        self.opener.first_found.connect(self.navigator.guess)
        self.opener.progressed.connect(lambda step: status.set_task("open", step))
        self.opener.finished.connect(self._opened)
        self.opener.failed.connect(strip.say_problem)
        self.opener.ended.connect(lambda: status.set_task("open", None))
        self.loader.thumbnail_ready.connect(self.parts.browser.set_thumbnail)
        self.navigator.series_changed.connect(self.parts.browser.set_current)
        self.navigator.failed.connect(self._image_failed)
        self.state.facts_changed.connect(lambda _old, _new: self._image_shown())

    def _attach(self, view: ImageView) -> None:
        self.gestures.attach(view)
        view.scroll_requested.connect(self.navigator.step)
        view.menu_requested.connect(self.parts.context.popup)

    # --- studies ------------------------------------------------------------------------------------------------

    def open_paths(self, paths: tuple[Path, ...]) -> None:
        """Opens files and folders beside what is open."""
        if paths:
            self.parts.strip.hide()
            self.opener.open(paths)

    def choose_files(self) -> None:
        """Asks for files to open."""
        names, _ = QFileDialog.getOpenFileNames(self, tr("Open files"))
        self.open_paths(tuple(map(Path, names)))

    def choose_folder(self) -> None:
        """Asks for a folder to open."""
        name = QFileDialog.getExistingDirectory(self, tr("Open folder"))
        self.open_paths((Path(name),) if name else ())

    def open_sample(self) -> None:
        """Opens the sample study."""
        self.opener.open_sample(self._backends.cache_folder / "sample")

    def close_studies(self) -> None:
        """Empties the browser."""
        self.opener.forget()
        self.assistant.forget()
        self.navigator.forget()
        self.parts.browser.set_catalog(Catalog())
        self.parts.strip.hide()

    def _opened(self, everything: Catalog, brought: Catalog) -> None:
        self.parts.browser.set_catalog(everything)
        self.navigator.set_catalog(self.parts.browser.arranged)
        if self.navigator.stack is not None:
            self.parts.browser.set_current(self.navigator.stack.series.uid)
        text, details = summary(brought)
        if text:
            self.parts.strip.say(text, Severity.CAUTION, details)
        elif not brought.studies:
            self.parts.strip.say(tr("No images were found there."), Severity.CAUTION)
        self.parts.status.set_done(
            tr("{count} images open").format(count=everything.image_count) if everything.studies else ""
        )

    def _image_failed(self, ref: ImageRef, problem: Problem) -> None:
        self.parts.strip.say_problem(problem, f"{ref.path}, frame {ref.frame + 1}\n{problem.sentence()}")
        self._image_problem = self.parts.strip.text

    def _image_shown(self) -> None:
        """Takes the message about an image away when another one is on the screen."""
        if self._image_problem and self.state.facts.problem is None:
            if self.parts.strip.text == self._image_problem:
                self.parts.strip.hide()
            self._image_problem = ""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files and folders anywhere in the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens what was dropped."""
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()
        self.open_paths(paths)

    # --- actions ------------------------------------------------------------------------------------------------

    def run_action(self, action_id: str, by_pointer: bool = False) -> None:
        """Does an action of the table."""
        self.commands.run(action_id, by_pointer=by_pointer)

    def cancel(self) -> None:
        """Stops what runs: inference first, then opening, what a feature has begun, cine; then closes the strip."""
        if self.assistant.busy:
            self.assistant.cancel()
            self.models.say_cancelled()
        elif self.opener.busy:
            self.opener.cancel()
        elif any(give_up() for give_up in self.cancellers):
            return
        elif self.state.state.playing:
            self.state.wish(playing=False)
        else:
            self.parts.strip.hide()

    def quit(self) -> None:
        """Closes the window, and with it the program."""
        self.close()

    def open_palette(self) -> None:
        """Opens the command palette."""
        enabled = frozenset(name for name, made in self.parts.actions.actions.items() if made.isEnabled())
        self.parts.palette.open(enabled)

    def toggle_dock(self, dock: QDockWidget) -> None:
        """Shows or hides a dock."""
        dock.setVisible(dock.isHidden())

    def toggle_full_screen(self) -> None:
        """The whole screen for the image, or the window as before."""
        full = not self.isFullScreen()
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.menuBar().setVisible(not full)
        self.parts.toolbar.setVisible(not full)
        self.parts.actions["view.full_screen"].setChecked(full)

    def use_theme(self, name: ThemeName) -> None:
        """Changes the colours of all windows."""
        self._theme.use(name)
        self._apply_theme()
        self.parts.actions["view.theme"].setChecked(name is ThemeName.LIGHT)

    def retell(self) -> None:
        """Says what depends on the state in the language that is now in force."""
        self._presenter.retell()

    def _apply_theme(self) -> None:
        apply_theme(self._application(), self._theme, self._backends.cache_folder / "icons")

    @staticmethod
    def _application() -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application

    def _accept_notice(self) -> None:
        self.parts.notice.hide()
        self.change_settings(notice_accepted=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key (Space, if the user chose no other) is held to peek."""
        if self.parts.actions.is_key_of("overlay.peek", event) and not event.isAutoRepeat():
            self.state.wish(peek=True)
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Ends the peek."""
        if self.parts.actions.is_key_of("overlay.peek", event) and not event.isAutoRepeat():
            self.state.wish(peek=False)
        super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A key that is let go elsewhere must not leave the peek on."""
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow() and hasattr(self, "state"):
            self.state.wish(peek=False)
        super().changeEvent(event)

    # --- begin and end --------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        if self._settings.window_geometry:
            self.restoreGeometry(QByteArray.fromBase64(self._settings.window_geometry.encode()))
        if self._settings.window_layout:
            self.restoreState(QByteArray.fromBase64(self._settings.window_layout.encode()))
        restore_places(self)
        self.parts.notice.setVisible(not self._settings.notice_accepted)
        self.parts.actions["view.theme"].setChecked(self._theme.name is ThemeName.LIGHT)

    def _save(self) -> None:
        settings: Settings = replace(
            self._settings,
            **from_state(self.state.state),
            window_geometry=bytes(self.saveGeometry().toBase64().data()).decode(),
            window_layout=bytes(self.saveState().toBase64().data()).decode(),
        )
        try:
            save(settings, self._backends.settings_path)
        except InputProblem as problem:
            self.parts.strip.say(problem.message, Severity.CAUTION)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Closes the palette, which is placed for the old size."""
        super().resizeEvent(event)
        if hasattr(self, "parts"):
            self.parts.palette.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps the settings and stops all work; what runs is cancelled, so this does not wait for it."""
        if not self._closed:
            self._closed = True
            self._save()
            for feature in reversed(self.features):
                feature.close()
            self._bridge.close()
            self.opener.cancel()
            self.assistant.close()
            self.state.wish(playing=False)
            self._gate.remove()
            self._keys.end()
            self._backends.worker.cancel()
            self._executor.shutdown(wait=False, cancel_futures=True)
            # A frame under way is let finish by its decoder; the window need not be there for that.
            threading.Thread(target=self._backends.decoder.close, name="radviewer-closing").start()
            self.hide()  # the thread may be in the middle of loading torch, which cannot be cancelled
            self._backends.worker.close(_PATIENCE)
        super().closeEvent(event)
