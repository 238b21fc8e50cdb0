"""The status bar: what runs and how far, what the last prediction took, and the research-use mark."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStatusBar, QWidget

from radviewer.core.tasks import Progress
from radviewer.ui.i18n import put, said, tr
from radviewer.ui.notice import MARK
from radviewer.ui.panels.widgets import label


class StatusLine(QStatusBar):
    """Shows at most one running task for each of two kinds: opening and inference."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._tasks: dict[str, Progress] = {}
        self.task = label("", "soft", wrap=False)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(140)
        self.bar.setTextVisible(False)
        self.done = label("", "soft", wrap=False)
        self.mark = label(tr(MARK), "caution", wrap=False)
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(12)
        for part in (self.task, self.bar, self.done):
            row.addWidget(part)
        row.addStretch(1)
        self.addWidget(left, 1)
        self.addPermanentWidget(self.mark)
        self.setContentsMargins(0, 0, 8, 0)
        self._show()

    def set_task(self, kind: str, progress: Progress | None) -> None:
        """Shows how far a task is; None when it ended."""
        if progress is None:
            self._tasks.pop(kind, None)
        else:
            self._tasks[kind] = progress
        self._show()

    def set_done(self, text: str) -> None:
        """Shows what was finished last."""
        put(self.done, text)

    def _show(self) -> None:
        running = list(self._tasks.values())
        self.task.setVisible(bool(running))
        self.bar.setVisible(bool(running))
        self.done.setVisible(not running)
        if running:
            step = running[-1]
            count = f" {step.done}/{step.total}" if step.total else f" {step.done}" if step.done else ""
            stage = said(step.stage)
            stage = stage[:1].upper() + stage[1:]
            self.task.setText(tr("{task}   Esc cancels").format(task=f"{stage}{count}"))
            self.bar.setRange(0, step.total)
            self.bar.setValue(step.done)
