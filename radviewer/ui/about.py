"""The text of "About radviewer"."""

from __future__ import annotations

from radviewer import __version__
from radviewer.ui.i18n import tr
from radviewer.ui.notice import NOTICE_TEXT


def about_page() -> str:
    """Markdown."""
    return "\n\n".join(
        (
            f"# radviewer {__version__}",
            tr("A DICOM and PNG viewer that shows predictions of local models with explanations beside the image."),
            tr(NOTICE_TEXT),
            tr("Images and predictions stay on this computer; the program makes no connection of its own."),
            tr("Apache License 2.0. Built on Qt for Python (LGPL-3.0), pyqtgraph, pydicom, NumPy and PyTorch."),
        )
    )
