"""The part of `radviewer doctor --selftest` that needs Qt: its plug-ins, the translations, and the window itself.

The window is drawn but not put on the screen, and has settings of its own: a self-test changes nothing of the user's.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.core.image import ImageRef

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from radviewer.io.sample_syntaxes import SampleFile

Result = tuple[str, bool, str]  # name, whether it works, what was found
_SECONDS = 120.0
_PLUGINS = ("platforms", "imageformats", "iconengines", "printsupport", "styles", "xcbglintegrations")
# What a window cannot do without, by system; what else there is (Wayland, further formats) is told and not asked for.
_NEEDED = {
    "win32": ("platforms/qwindows", "imageformats/qjpeg", "imageformats/qsvg", "iconengines/qsvgicon"),
    "darwin": ("platforms/libqcocoa", "imageformats/libqjpeg", "imageformats/libqsvg", "iconengines/libqsvgicon"),
    "linux": (
        "platforms/libqxcb", "platforms/libqoffscreen", "imageformats/libqjpeg", "imageformats/libqsvg",
        "iconengines/libqsvgicon",
    ),
}  # fmt: skip


def plugins() -> Iterator[Result]:
    """What the window loads by name while it runs."""
    from PySide6.QtCore import QLibraryInfo
    from PySide6.QtGui import QImageReader
    from PySide6.QtSvg import QSvgRenderer

    from radviewer.app import make_application
    from radviewer.workbench.resources import resource

    application = make_application()  # drawing without one may end the process
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    loaded, refused = _loaded(folder)
    missing = [name for name in _NEEDED.get(sys.platform, ()) if name not in loaded]
    told = [refused.get(name, f"{name} is not there") for name in missing]
    others = [f"{name} not" for name in refused]
    yield "Qt plug-ins", not missing and bool(loaded), "; ".join(told) or ", ".join([f"{len(loaded)} load", *others])
    formats = {bytes(item.data()).decode() for item in QImageReader.supportedImageFormats()}
    wanted = {"png", "jpeg", "svg"}
    yield "Qt image formats", wanted <= formats, ", ".join(sorted(formats & wanted))
    drawing = QSvgRenderer(str(resource("icons/radviewer.svg")))
    yield "icons", drawing.isValid() and bool(application), "the program's icon is drawn"


def _loaded(folder: Path) -> tuple[list[str], dict[str, str]]:
    """The plug-ins that load, as "kind/name", and those that do not, with the reason."""
    from PySide6.QtCore import QLibrary, QPluginLoader

    loaded, refused = [], {}
    for path in sorted(
        path for kind in _PLUGINS for path in (folder / kind).glob("*") if QLibrary.isLibrary(str(path))
    ):
        name, loader = f"{path.parent.name}/{path.stem}", QPluginLoader(str(path))
        if loader.load():
            loaded.append(name)
        else:
            refused[name] = loader.errorString()
    return loaded, refused


def translations() -> Iterator[Result]:
    """Every language: the program's own texts, and those that Qt brings for its dialogs."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    from radviewer.ui.i18n import Language, catalogue

    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for language in Language:
        if language is Language.ENGLISH:
            continue
        own, of_qt = catalogue(language), QTranslator()
        good = own is not None and not own.isEmpty() and of_qt.load(f"qtbase_{language.value}", place)
        yield f"translation {language.value}", good, "of the program and of Qt" if good else f"missing in {place}"


def window() -> Iterator[Result]:
    """A file of each transfer syntax in the window, a prediction with maps by the torch thread, and the end of it."""
    from radviewer.app import make_application
    from radviewer.io.phantom_files import write_brain_mr
    from radviewer.io.sample_syntaxes import write_samples

    application = make_application()
    with tempfile.TemporaryDirectory(prefix="radviewer-doctor-") as name:
        folder = Path(name)
        samples, phantom = write_samples(folder / "samples"), write_brain_mr(folder / "brain-mr", slices=3)[1]
        trial = _Trial(application, folder / "settings.toml")
        try:
            wrong = trial.wrongly_shown(samples)
            yield "window: transfer syntaxes", not wrong, ", ".join(wrong) or f"{len(samples)} files are shown"
            maps = trial.maps_of(phantom)
            yield "window: torch thread", bool(maps), ", ".join(maps) or trial.problem()
        finally:
            alive = trial.close()
        yield "window: closes", not alive, f"still running: {', '.join(alive)}" if alive else "nothing is left running"


class _Trial:
    """A window of its own.

    Args:
        application: The Qt application.
        settings: Path of its settings.
    """

    def __init__(self, application: QApplication, settings: Path) -> None:
        from PySide6.QtCore import Qt

        from radviewer.app import make_backends
        from radviewer.ui.main_window import MainWindow

        self._application = application
        self._before = set(threading.enumerate())
        self._window = MainWindow(make_backends(settings))
        self._window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._window.state.wish(auto_predict=False)
        self._window.show()

    def wrongly_shown(self, samples: list[SampleFile]) -> list[str]:
        """Opens the files; returns the names of those that do not come, or with other values."""
        import numpy as np

        self._open(samples[0].ref.path.parent)
        wrong = []
        for sample in samples:
            self._show(sample.ref)
            prepared = self._window.state.facts.prepared
            if prepared is None or prepared.ref != sample.ref:
                wrong.append(sample.name)
            elif np.abs(prepared.image.pixels.astype(int) - sample.pixels.astype(int)).max() > sample.tolerance:
                wrong.append(f"{sample.name} (other values)")
        return wrong

    def maps_of(self, path: Path) -> list[str]:
        """Predicts and explains a file in the window; returns the names of the maps."""
        from radviewer.workbench.demo import DEMO_MODEL

        self._open(path.parent)
        self._window.state.wish(model_id=DEMO_MODEL, auto_predict=True)
        self._show(ImageRef(path))
        self._until(self._answered)
        result = self._window.state.facts.result
        return [f"{item.method}.{item.label.key}" for item in result.explanations] if result is not None else []

    def problem(self) -> str:
        """Why there is no prediction, as the window tells it."""
        told = self._window.state.facts.problem or self._window.models.problem
        return told.sentence() if told is not None else "no prediction came"

    def close(self) -> list[str]:
        """Closes the window; returns the names of its threads that do not end."""
        self._window.close()
        self._until(lambda: not self._threads(), 20.0)
        return self._threads()

    def _answered(self) -> bool:
        facts = self._window.state.facts
        told = facts.result is not None and bool(facts.result.explanations)
        return told or facts.problem is not None or self._window.models.problem is not None

    def _threads(self) -> list[str]:
        return [thread.name for thread in set(threading.enumerate()) - self._before if not thread.daemon]

    def _open(self, folder: Path) -> None:
        self._window.open_paths((folder,))
        self._until(lambda: not self._window.opener.busy)

    def _show(self, ref: ImageRef) -> None:
        self._window.navigator.show(ref)

        def shown() -> bool:
            facts = self._window.state.facts
            return facts.problem is not None or (facts.prepared is not None and facts.prepared.ref == ref)

        self._until(shown)

    def _until(self, done: Callable[[], bool], seconds: float = _SECONDS) -> None:
        end = time.monotonic() + seconds
        while not done() and time.monotonic() < end:
            self._application.processEvents()
            time.sleep(0.005)
