"""The window of a reformat: decodes the series, says how far it is and what is odd, then shows the planes."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from radviewer.core.errors import Cancelled, Problem, describe
from radviewer.core.image import ImageRef
from radviewer.core.tasks import CancellationToken, Progress
from radviewer.ui.bridge import Bridge
from radviewer.ui.i18n import said, tr
from radviewer.ui.mpr.planes_view import PlanesView
from radviewer.ui.panels.widgets import label
from radviewer.ui.strip import MessageStrip, Severity
from radviewer.ui.theme import Theme, panel_font
from radviewer.workbench.reformat import Reformatter
from radviewer.workbench.volume_assembly import Submit, assemble


class ReformatWindow(QWidget):
    """Multiplanar reformat of one series.

    Args:
        title: What the series is called, without the patient's name.
        refs: Its frames.
        submit: Asks for a frame.
        theme: The colours.
        parent: The viewer's window; this one stands beside it.

    Signals:
        ready: The planes are there.
        failed: A `Problem`; the series is no volume.
    """

    ready = Signal()
    failed = Signal(object)

    def __init__(
        self, title: str, refs: Sequence[ImageRef], submit: Submit, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{tr('Multiplanar reformat')}: {title}" if title else tr("Multiplanar reformat"))
        self.resize(1180, 920)
        self._theme = theme
        self._token = CancellationToken()
        self._bridge = Bridge(self)
        self._executor = ThreadPoolExecutor(2, thread_name_prefix="radviewer-reformat")
        self.planes: PlanesView | None = None
        self.strip = MessageStrip(theme)
        self.bar = QProgressBar()
        self.status = label(tr("Decoding slices"), wrap=False)
        self._pages = QStackedWidget()
        self._build(len(refs))
        self._executor.submit(self._work, tuple(refs), submit)

    def _build(self, count: int) -> None:
        self.bar.setRange(0, count)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(320)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.close)
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.addStretch(1)
        for part in (self.status, self.bar, cancel):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(part)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)
        self._pages.addWidget(waiting)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self.strip)

    def _work(self, refs: tuple[ImageRef, ...], submit: Submit) -> None:
        try:
            volume = assemble(refs, submit, self._token, lambda step: self._bridge.post(partial(self._progress, step)))
            self._token.check()
            reformatter = Reformatter(volume)
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - a thread's gate: what failed is told by the window
            self._bridge.post(partial(self._fail, describe(error)))
        else:
            self._bridge.post(partial(self._show, reformatter))

    def _progress(self, step: Progress) -> None:
        self.bar.setValue(step.done)
        self.status.setText(tr("Decoding slices: {done} of {total}").format(done=step.done, total=step.total))

    def _fail(self, problem: Problem) -> None:
        self.failed.emit(problem)
        self.close()

    def _show(self, reformatter: Reformatter) -> None:
        self.planes = PlanesView(reformatter, self._theme, panel_font(), self._executor, self._bridge)
        self._pages.addWidget(self.planes)
        self._pages.setCurrentWidget(self.planes)
        warnings = reformatter.volume.warnings
        if warnings:
            more = tr("{count} remarks on this volume.").format(count=len(warnings))
            text = warnings[0] if len(warnings) == 1 else f"{more} {said(warnings[0])}"
            self.strip.say(text, Severity.CAUTION, "\n".join(warnings) if len(warnings) > 1 else "")
        self.planes.setFocus()
        self.ready.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up while slices decode."""
        if event.key() == Qt.Key.Key_Escape and self.planes is None:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stops what runs, without waiting for it."""
        self._token.cancel()
        self._bridge.close()
        self._executor.shutdown(wait=False, cancel_futures=True)
        super().closeEvent(event)
