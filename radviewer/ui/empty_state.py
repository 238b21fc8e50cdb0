"""What the middle of the window says while nothing is open: what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from radviewer.ui.i18n import tr
from radviewer.ui.icons import icon
from radviewer.ui.theme import Theme


class EmptyState(QWidget):
    """The invitation.

    Signals:
        action_requested: The id of an action of the table.
    """

    action_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Nothing is open"))
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(3)
        sign = QLabel()
        sign.setPixmap(icon("drop", theme, "overlay_text").pixmap(48, 48))
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = QLabel(tr("Drop a study here"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        title.setFont(font)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = QLabel(tr("Files or folders of DICOM, PNG, JPEG or TIFF images. They stay on this computer."))
        words.setObjectName("empty_soft")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (sign, title, words):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for text, action_id in (
            (tr("Open files"), "file.open"),
            (tr("Open folder"), "file.open_folder"),
            (tr("Open the sample study"), "file.sample"),
        ):
            button = QPushButton(text)
            if action_id == "file.open":
                button.setObjectName("primary")
            button.clicked.connect(lambda _checked=False, name=action_id: self.action_requested.emit(name))
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(4)
