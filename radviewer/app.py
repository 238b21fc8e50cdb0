"""Composition root: builds the services, wires the window, owns start-up order and shutdown.

Order: settings and window first, torch never on this thread and not before the first paint. The torch worker imports
it when the first prediction is asked for.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.core.errors import InputProblem
from radviewer.core.tasks import CancellationToken

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from radviewer.ui.backends import Backends, Models
    from radviewer.ui.main_window import MainWindow
    from radviewer.workbench.requests import AssistResult

_DEMO_SIZE = (1720, 900)
_DEMO_SECONDS = 180.0


_OFFSCREEN_REMARK = "This plugin does not support propagateSizeHints()"


def choose_platform() -> None:
    """Renders offscreen on a Linux machine without display; must come before Qt starts."""
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not has_display:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def make_application() -> QApplication:
    """The Qt application; the one there is, or a new one."""
    choose_platform()
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from radviewer.workbench.resources import resource

    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(["radviewer"])
    if application is not found and application.platformName() == "offscreen":
        _drop_offscreen_remark()
    application.setApplicationName("radviewer")
    application.setApplicationDisplayName("radviewer")
    application.setDesktopFileName("radviewer")
    application.setWindowIcon(QIcon(str(resource("icons/radviewer.svg"))))
    return application


def make_backends(settings_path: Path | None = None) -> Backends:
    """The real parts behind the window.

    Args:
        settings_path: Where the settings are kept; the user's own file if None.
    """
    from radviewer.io.catalog import scan
    from radviewer.io.decode_pool import DecodePool, Priority
    from radviewer.io.userdirs import user_folders
    from radviewer.ui.backends import Backends
    from radviewer.workbench.assist import AssistWorker
    from radviewer.workbench.model_store import ModelStore
    from radviewer.workbench.services import Services
    from radviewer.workbench.settings import FILE_NAME

    folders = user_folders()
    pool = DecodePool()
    # The worker reads by the pool too: its own decoding would hold the interpreter lock while the window draws.
    services = Services(read_image=lambda ref: pool.submit(ref, Priority.SCREEN).result())
    return Backends(
        scan=scan,
        first_images=first_images,
        decoder=pool,
        worker=AssistWorker(services),
        models=lambda: list_models(services),
        sample=write_sample,
        settings_path=settings_path or folders.config / FILE_NAME,
        cache_folder=folders.cache,
        data_folder=folders.data if settings_path is None else settings_path.parent / "data",
        log_folder=folders.logs if settings_path is None else settings_path.parent / "logs",
        packs=ModelStore(services.registry),
    )


def write_sample(folder: Path) -> tuple[Path, ...]:
    """The sample study, on request: making it needs the DICOM library, which the first window does without."""
    from radviewer.workbench.demo import demo_study

    return demo_study(folder)


def first_images(paths: Sequence[Path], token: CancellationToken) -> Iterator[Path]:
    """Image files under the paths, in the order in which the catalog will list files, without reading headers."""
    from radviewer.io.opening import IMAGE_KINDS
    from radviewer.io.walk import Walk

    return (item.path for item in Walk().candidates(paths, token) if item.kind in IMAGE_KINDS)


def list_models(services: object) -> Models:
    """The model packs, for the chooser."""
    from radviewer.ui.backends import Models
    from radviewer.ui.panels.findings_panel import ModelChoice
    from radviewer.workbench.services import Services

    assert isinstance(services, Services)
    choices, refused = [], []
    for entry in services.registry.entries():
        if entry.manifest is not None:
            manifest = entry.manifest
            choices.append(ModelChoice(manifest.id, f"{manifest.title} {manifest.version}", manifest.intended_use))
        elif entry.problem is not None:
            refused.append(entry.problem.sentence())
    return Models(tuple(choices), tuple(refused))


def run_window(paths: Sequence[Path]) -> int:
    """Opens the window and returns when it was closed.

    Args:
        paths: Files and folders to open.

    Returns:
        The exit status.
    """
    application = make_application()
    from radviewer.ui.garbage import garbage_duty
    from radviewer.ui.main_window import MainWindow
    from radviewer.ui.recovery.faults import fault_reports

    backends = make_backends()
    with fault_reports(backends.log_folder), garbage_duty():
        window = MainWindow(backends)
        window.show()
        _start_decoding_soon()
        window.open_paths(tuple(paths))
        return application.exec()


def _start_decoding_soon() -> None:
    """Starts a decode process after the first paint: the first compressed image comes a third of a second earlier."""
    import threading

    from PySide6.QtCore import QTimer

    from radviewer.io.decode_process import warm_up

    QTimer.singleShot(0, threading.Thread(target=warm_up, name="radviewer-warm-up", daemon=True).start)


def run_reading(folder: Path, reader: str, pin: str | None, keys: Path | None, server: str) -> int:
    """Opens the reading room for one reader and returns when it was closed.

    Args:
        folder: The study folder.
        reader: Who reads.
        pin: The reader's PIN, or None where there is none.
        keys: Key file or folder; the user's own folder if None.
        server: URL of the database of a study that is kept on a server.

    Raises:
        InputProblem: The study cannot be opened, or the PIN is wrong.
    """
    from radviewer.workbench.reading_place import Role, open_in_role

    store = open_in_role(folder, Role.READER, keys, server)
    try:
        desk = store.desk(reader, pin)
    except InputProblem:
        store.close()
        raise
    application = make_application()
    from radviewer.io.decode_pool import DecodePool
    from radviewer.io.userdirs import user_folders
    from radviewer.ui.garbage import garbage_duty
    from radviewer.ui.reading.room import ReadingRoom

    with DecodePool() as pool, garbage_duty():
        room = ReadingRoom(store, desk, pool, user_folders().cache / "icons")
        room.showFullScreen()
        return application.exec()


def run_demo(paths: Sequence[Path], screenshot: Path | None, on_prediction: Callable[[AssistResult], None]) -> int:
    """Opens the window on the sample study with a prediction and its maps in linked panes.

    Args:
        paths: What to open.
        screenshot: Where to save a picture of the window once all is shown, and end; None leaves the window open.
        on_prediction: Called with the first result.

    Returns:
        The exit status.

    Raises:
        InputProblem: The prediction failed, or took too long.
    """
    application = make_application()
    from radviewer.ui.garbage import garbage_duty

    # The user's own settings stay as they are.
    with tempfile.TemporaryDirectory(prefix="radviewer-demo-") as folder, garbage_duty():
        window = _demo_window(Path(folder) / "settings.toml", notice_accepted=screenshot is not None)
        told = _tell_once(window, on_prediction)
        window.open_paths(tuple(paths))
        if screenshot is None:
            return application.exec()
        try:
            _wait(application, window, lambda: _settled(window, told))
            _let_lie(application)
            save_picture(window, screenshot)
        finally:
            window.close()
            application.processEvents()
    return 0


def _drop_offscreen_remark() -> None:
    """Keeps one remark of Qt's offscreen platform, which no user can act on, out of the output."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if message != _OFFSCREEN_REMARK:
            sys.stderr.write(f"{message}\n")

    qInstallMessageHandler(tell)


def _demo_window(settings_path: Path, *, notice_accepted: bool) -> MainWindow:
    from radviewer.ui.main_window import MainWindow
    from radviewer.workbench.demo import DEMO_MODEL, DEMO_SLICE
    from radviewer.workbench.settings import Settings, save
    from radviewer.workbench.state import Layout

    save(Settings(notice_accepted=notice_accepted), settings_path)
    window = MainWindow(make_backends(settings_path))
    window.state.wish(layout=Layout.LINKED, model_id=DEMO_MODEL, auto_predict=True)
    window.resize(*_DEMO_SIZE)
    window.show()
    window.opener.finished.connect(lambda _all, _new: window.navigator.step(DEMO_SLICE - window.state.facts.index))
    return window


def _tell_once(window: MainWindow, on_prediction: Callable[[AssistResult], None]) -> list[AssistResult]:
    """Has the first result told that is of the sample's slice; the list holds it from then on."""
    told: list[AssistResult] = []

    def tell(result: AssistResult) -> None:
        if not told and not window.opener.busy:  # a first image shown before the catalog is there is not the sample
            told.append(result)
            on_prediction(result)

    window.assistant.succeeded.connect(tell)
    return told


def save_picture(window: MainWindow, path: Path) -> None:
    """Saves the window as a PNG; an existing file is replaced."""
    import numpy as np
    from PySide6.QtGui import QImage

    from radviewer.io.export import write_png

    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(picture.constBits(), dtype=np.uint8).reshape(picture.height(), picture.bytesPerLine())
    pixels = lines[:, : picture.width() * 3].reshape(picture.height(), picture.width(), 3)
    write_png(path, pixels.copy(), overwrite=True)


def _settled(window: MainWindow, told: list[AssistResult]) -> bool:
    """Whether the scan, the pictures of the browser and the maps are all there.

    Raises:
        InputProblem: The sample cannot be predicted.
    """
    from radviewer.workbench.demo import DEMO_MODEL

    problem = window.models.problem
    if window.models.ids is not None and DEMO_MODEL not in window.models.ids:
        raise InputProblem(
            f"The model '{DEMO_MODEL}' is not there.", hint="`radviewer models list` says what there is."
        )
    if problem is not None:
        raise InputProblem(problem.message, hint=problem.hint)
    maps = [pane.overlay for pane in window.scene.panes[1:]]
    return bool(told) and not window.opener.busy and not window.loader.busy and all(maps) and bool(maps)


def _let_lie(application: QApplication) -> None:
    """Gives widgets that just changed the turns of the event loop that their layout takes."""
    end = time.monotonic() + 0.5
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.01)


def _wait(application: QApplication, window: MainWindow, done: Callable[[], bool]) -> None:
    from PySide6.QtCore import QEventLoop

    end = time.monotonic() + _DEMO_SECONDS
    while not done():
        if time.monotonic() > end or not window.isVisible():
            raise InputProblem(
                "The sample study was not predicted in time.", hint="`radviewer doctor` says what works here."
            )
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
