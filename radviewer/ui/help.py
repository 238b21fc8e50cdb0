"""What the Help menu opens that is no feature of its own: what this program is, and where its logs lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from radviewer.core.errors import InputProblem
from radviewer.ui.desktop import open_folder
from radviewer.ui.i18n import tr
from radviewer.ui.strip import Severity

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow


class HelpFeature:
    """Help.

    Args:
        window: The parent.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {"help.about": self._about, "help.logs": self._open_logs, "help.support": self._ask_for_report}

    def close(self) -> None:
        """Nothing to keep."""

    def write_report(self, path: Path, *, overwrite: bool = False) -> None:
        """Writes the report for support and says where it is, or why not."""
        from radviewer.workbench import support_report

        backends, strip = self._window.backends, self._window.parts.strip
        try:
            support_report.write(path, backends.log_folder, backends.settings_path, overwrite=overwrite)
        except InputProblem as problem:
            strip.say(problem.message, Severity.CAUTION)
        else:
            strip.say(tr("Saved as {name}.").format(name=path.name))

    def _open_logs(self) -> None:
        folder = self._window.backends.log_folder
        if not open_folder(folder):
            self._window.parts.status.set_done(str(folder))

    def _ask_for_report(self) -> None:
        dialog = QFileDialog(self._window, tr("Save a report for support"), "radviewer-report.zip", "ZIP (*.zip)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)  # asks before it lets a file be replaced
        dialog.setDefaultSuffix("zip")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.write_report(Path(name), overwrite=True))
        dialog.open()

    def _about(self) -> None:
        from radviewer.ui.about import about_page
        from radviewer.ui.text_window import TextWindow

        TextWindow(tr("About radviewer"), about_page(), self._window).show()
