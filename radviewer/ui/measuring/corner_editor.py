"""The dialog in which the user chooses what stands in the corners of images."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from radviewer.ui.i18n import tr
from radviewer.ui.panels.widgets import heading, label
from radviewer.workbench.corner_fields import DEFAULT_FIELDS, IDENTIFYING, CornerField, Fields

FIELD_NAMES: dict[CornerField, str] = {
    CornerField.PATIENT: "Patient's name",
    CornerField.PATIENT_ID: "Patient ID",
    CornerField.DATE: "Study date",
    CornerField.STUDY: "Study description",
    CornerField.SERIES: "Series description",
    CornerField.MODALITY: "Modality and body part",
    CornerField.SIZE: "Image size",
    CornerField.SPACING: "Pixel spacing and its source",
    CornerField.POSITION: "Slice position",
    CornerField.VALUE: "Value under the cursor",
    CornerField.WINDOW: "Window",
    CornerField.ZOOM: "Zoom",
    CornerField.PLACE: "Place in the series",
}


class CornerEditor(QDialog):
    """A box for each field; a change is in force at once.

    Args:
        fields: What is shown now.
        parent: The window.

    Signals:
        chosen: The fields.
    """

    chosen = Signal(object)

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Corner text"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.boxes = {field: QCheckBox(tr(FIELD_NAMES[field])) for field in CornerField}
        column = QVBoxLayout(self)
        column.setSpacing(4)
        for title, wanted in ((tr("Who and when"), True), (tr("Image and view"), False)):
            column.addWidget(heading(title))
            for field, box in self.boxes.items():
                if (field in IDENTIFYING) is wanted:
                    column.addWidget(box)
        column.addWidget(label(tr("De-identified mode hides who and when, whatever is chosen here."), "soft"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        buttons.rejected.connect(self.close)
        buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).clicked.connect(self._reset)
        column.addWidget(buttons)
        self._set(fields)
        for box in self.boxes.values():
            box.toggled.connect(lambda _on: self.chosen.emit(self.fields))

    @property
    def fields(self) -> Fields:
        """The chosen fields."""
        return frozenset(field for field, box in self.boxes.items() if box.isChecked())

    def _set(self, fields: Fields) -> None:
        for field, box in self.boxes.items():
            box.setChecked(field in fields)

    def _reset(self) -> None:
        self._set(DEFAULT_FIELDS)
