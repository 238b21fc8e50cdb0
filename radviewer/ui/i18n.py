"""Texts of the window in the user's language, by Qt's translation.

English texts stand in the source and are the keys of the catalogues in resources/translations. A text with numbers in
it is translated before they are filled in: `tr("{count} images").format(count=3)`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "radviewer"


def tr(text: str) -> str:
    """The text in the language of the window; the text itself where the catalogue has none."""
    return QCoreApplication.translate(CONTEXT, text)
