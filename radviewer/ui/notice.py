"""The research-use notice: a banner that has to be accepted once, and blocks nothing until then."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from radviewer.ui.i18n import tr
from radviewer.ui.icons import icon
from radviewer.ui.panels.widgets import label
from radviewer.ui.theme import Theme

NOTICE_TEXT = (
    "For research use only, not for diagnosis. radviewer is no medical device; its predictions and maps may be wrong "
    "and must not guide the care of a patient."
)
MARK = "Research use only, not for diagnosis"


class NoticeBanner(QFrame):
    """The banner.

    Signals:
        accepted: The user pressed the button.
    """

    accepted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        sign = QLabel()
        sign.setPixmap(icon("warning", theme, "caution").pixmap(QSize(18, 18)))
        self.button = QPushButton(tr("I understand"))
        self.button.clicked.connect(self.accepted)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(label(tr(NOTICE_TEXT)), 1)
        row.addWidget(self.button)
