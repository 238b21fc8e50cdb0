"""Reader studies as a feature of the main window: reading, administration, a new study, the demonstration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from radviewer.core.errors import Problem, describe
from radviewer.ui.i18n import tr

if TYPE_CHECKING:
    from radviewer.readerstudy.desk import ReaderDesk
    from radviewer.readerstudy.study_store import StudyStore
    from radviewer.ui.main_window import MainWindow
    from radviewer.workbench.reading_demo import RoomDemo
    from radviewer.workbench.side_by_side import SideBySide


class ReadingFeature:
    """Opens the windows of reader studies; their libraries are loaded then, not at the start.

    Args:
        window: The viewer's window. Studies have windows of their own and show nothing of what is open in it.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._opened: list[QWidget] = []
        self._making = False

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {
            "study.read": self.sign_in,
            "study.administer": self.sign_in_as_administrator,
            "study.new": self.new_study,
            "study.demo": self.demo,
        }

    @property
    def opened(self) -> tuple[QWidget, ...]:
        """The windows that are open."""
        return tuple(self._opened)

    def sign_in(self) -> None:
        """Asks which study and who reads."""
        self._sign_in(administrator=False)

    def sign_in_as_administrator(self) -> None:
        """Asks which study to administer."""
        self._sign_in(administrator=True)

    def new_study(self) -> None:
        """Opens the wizard."""
        from radviewer.ui.studyadmin.wizard import StudyWizard

        wizard = StudyWizard(self._window)
        wizard.frozen.connect(self._administer)
        self._keep(wizard)
        wizard.show()

    def demo(self) -> None:
        """Makes the demonstration in the background and opens the reading room on it."""
        if self._making:
            return
        self._making = True
        self._window.parts.strip.say(tr("Making the demonstration study, with SIMULATED readers ..."))
        folder = self._window.backends.data_folder / "demo-studies" / f"{datetime.now():%Y%m%d-%H%M%S}"
        bridge = self._window.bridge

        def work() -> None:
            from radviewer.workbench.reading_demo import make_room_demo

            try:
                made = make_room_demo(folder)
            except Exception as error:  # noqa: BLE001 - the thread's gate: the window says what went wrong
                problem = describe(error)
                bridge.post(lambda: self._demo_failed(problem))
            else:
                bridge.post(lambda: self._demo_made(made))

        self._window.executor.submit(work)

    def close(self) -> None:
        """Closes all windows of studies; calls that were locked or saved are saved."""
        for window in tuple(self._opened):
            window.close()

    def open_room(self, store: StudyStore, desk: ReaderDesk) -> None:
        """Opens the reading room, on the whole screen."""
        from radviewer.ui.reading.room import ReadingRoom

        backends = self._window.backends
        room = ReadingRoom(store, desk, backends.decoder, backends.cache_folder / "icons")
        self._keep(room)
        room.showFullScreen()

    def _sign_in(self, *, administrator: bool) -> None:
        from radviewer.ui.reading.sign_in import SignIn
        from radviewer.workbench.reading_place import Role

        asked = SignIn(self._window)
        asked.reader_signed_in.connect(self.open_room)
        asked.administrator_signed_in.connect(self._administer_store)
        asked.choose_role(Role.ADMINISTRATOR if administrator else Role.READER)
        self._keep(asked)
        asked.show()

    def _administer_store(self, store: StudyStore) -> None:
        from radviewer.ui.studyadmin.admin_window import AdminWindow

        admin = AdminWindow(store, self._window, self._compare)
        self._keep(admin)
        admin.show()

    def _compare(self, material: SideBySide) -> None:
        from radviewer.ui.sidebyside.side_by_side_window import SideBySideWindow

        view = SideBySideWindow(material, self._window.backends.decoder, self._window.theme, self._window)
        self._keep(view)
        view.show()

    def _administer(self, folder: Path, keys: Path) -> None:
        from radviewer.workbench.reading_place import Role, open_in_role

        try:
            self._administer_store(open_in_role(folder, Role.ADMINISTRATOR, keys))
        except Exception as error:  # noqa: BLE001 - the window's gate: what went wrong is said in the strip
            self._window.parts.strip.say_problem(describe(error))

    def _demo_made(self, made: RoomDemo) -> None:
        from radviewer.workbench.reading_place import Role, open_in_role

        self._making = False
        self._window.parts.strip.hide()
        store = open_in_role(made.folder, Role.READER, made.keys)
        self.open_room(store, store.desk(made.reader))

    def _demo_failed(self, problem: Problem) -> None:
        self._making = False
        self._window.parts.strip.say_problem(problem)

    def _keep(self, window: QWidget) -> None:
        self._opened.append(window)
        window.destroyed.connect(lambda: self._opened.remove(window) if window in self._opened else None)
