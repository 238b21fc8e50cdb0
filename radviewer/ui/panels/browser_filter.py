"""How the study browser is sorted and filtered: three choosers under the search."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QToolButton, QWidget

from radviewer.core.study import Catalog
from radviewer.ui.i18n import tr
from radviewer.ui.panels.widgets import label
from radviewer.workbench.study_order import Period, SortKey, StudyFilter, modalities


class BrowserFilter(QWidget):
    """Sort, modality and date.

    Signals:
        changed: The user chose something.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sorts = chooser(tr("Sort by"), {item: tr(item.value) for item in SortKey})
        self.modalities = chooser(tr("Modality"), {"": tr("Any modality")})
        self.periods = chooser(tr("Date"), {item: tr(item.value) for item in Period})
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        choosers = (self.sorts, self.modalities, self.periods)
        for row, (words, box) in enumerate(zip((tr("Sort"), tr("Modality"), tr("Date")), choosers, strict=True)):
            grid.addWidget(label(words, "soft", wrap=False), row, 0)
            grid.addWidget(box, row, 1)
            box.activated.connect(lambda _index: self.changed.emit())
        grid.setColumnStretch(1, 1)

    @staticmethod
    def beside(search: QWidget, button: QToolButton) -> QHBoxLayout:
        """A row of the search and the button that shows these choosers."""
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(search, 1)
        row.addWidget(button)
        return row

    @property
    def sort(self) -> SortKey:
        """The chosen order."""
        return SortKey(self.sorts.currentData())

    def wish(self, words: str) -> StudyFilter:
        """What is left of the list, with the words of the search."""
        return StudyFilter(words, str(self.modalities.currentData() or ""), Period(self.periods.currentData()))

    def set_modalities(self, catalog: Catalog) -> None:
        """Offers the modalities that occur; the chosen one stays if it does."""
        chosen = self.modalities.currentData()
        found = modalities(catalog)
        self.modalities.clear()
        self.modalities.addItem(tr("Any modality"), "")
        for name in found:
            self.modalities.addItem(name, name)
        self.modalities.setCurrentIndex(found.index(chosen) + 1 if chosen in found else 0)


def chooser(name: str, choices: dict[str, str]) -> QComboBox:
    """A box of values with their texts."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    for value, text in choices.items():
        made.addItem(text, value)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(10)
    return made
