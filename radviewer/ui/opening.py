"""Opens files and folders: the first image at once, the catalog when it is complete; a later opening adds to it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from radviewer.core.errors import Cancelled, Problem, describe
from radviewer.core.study import Catalog
from radviewer.core.tasks import CancellationToken
from radviewer.ui.backends import Backends
from radviewer.ui.bridge import Bridge
from radviewer.workbench.catalogs import joined

_FIRST_TRIES = 5


class Opener(QObject):
    """Scans in the background; lives on the window's thread.

    Signals:
        first_found: Paths of image files that may be shown before the scan is done, the best guess first.
        progressed: A `Progress`.
        finished: (all studies, what this opening brought) as catalogs.
        failed: A `Problem`.
        ended: A scan ended, whichever way.
    """

    first_found = Signal(object)
    progressed = Signal(object)
    finished = Signal(object, object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, backends: Backends, executor: Executor, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backends, self._executor, self._bridge = backends, executor, bridge
        self._token: CancellationToken | None = None
        self.catalog = Catalog()
        self.asked: tuple[Path, ...] = ()  # what the user chose last; empty for the sample
        self.paths: tuple[Path, ...] = ()  # that were opened, as they were asked for

    @property
    def busy(self) -> bool:
        """Whether a scan runs."""
        return self._token is not None

    def open(self, paths: Sequence[Path]) -> None:
        """Starts a scan; one that runs is stopped."""
        self.cancel()
        self._token = CancellationToken()
        self.asked = tuple(paths)
        self._executor.submit(self._scan, self.asked, self._token)

    def open_sample(self, folder: Path) -> None:
        """Writes the sample study, then opens it."""
        self.cancel()
        self._token = CancellationToken()
        self.asked = ()
        self._executor.submit(self._write_sample, folder, self._token)

    def cancel(self) -> None:
        """Stops the scan; what is open stays."""
        if self._token is not None:
            self._token.cancel()
            self._token = None
            self.ended.emit()

    def forget(self) -> None:
        """Closes all studies."""
        self.cancel()
        self.catalog = Catalog()
        self.paths = ()

    def _write_sample(self, folder: Path, token: CancellationToken) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            paths = self._backends.sample(folder)
        except Exception as error:  # noqa: BLE001 - a thread's gate: what failed is told by the window
            self._post(token, partial(self._fail, describe(error)))
            return
        self._scan(paths, token)

    def _scan(self, paths: tuple[Path, ...], token: CancellationToken) -> None:
        try:
            first = self._first(paths, token)
            if first:
                self._post(token, partial(self.first_found.emit, first))
            catalog = self._backends.scan(
                paths, token, lambda step: self._post(token, partial(self.progressed.emit, step))
            )
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - a thread's gate: what failed is told by the window
            self._post(token, partial(self._fail, describe(error)))
            return
        self._post(token, partial(self._finish, catalog, paths))

    def _first(self, paths: tuple[Path, ...], token: CancellationToken) -> tuple[Path, ...]:
        found = []
        for path in self._backends.first_images(paths, token):
            found.append(path)
            if len(found) == _FIRST_TRIES:
                break
        return tuple(found)

    def _post(self, token: CancellationToken, call: partial[None]) -> None:
        self._bridge.post(lambda: None if token.cancelled else call())

    def _finish(self, catalog: Catalog, paths: tuple[Path, ...]) -> None:
        self._token = None
        self.paths = tuple(dict.fromkeys((*self.paths, *paths)))
        self.catalog = joined(self.catalog, catalog)
        self.finished.emit(self.catalog, catalog)
        self.ended.emit()

    def _fail(self, problem: Problem) -> None:
        self._token = None
        self.failed.emit(problem)
        self.ended.emit()
