"""What of the study is looked at (truth, advice, experience, condition, overlay, reader), and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from radviewer.readerstudy.comparison import CallPair, CaseOrder, PairFilter
from radviewer.ui.i18n import tr


class FilterBar(QWidget):
    """The filters in one row.

    Signals:
        changed: After any of them changed.
    """

    changed = Signal()

    def __init__(self, pairs: Sequence[CallPair], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order = _choice(
            tr("Order of cases"),
            (
                (tr("Harmful first"), CaseOrder.HARMFUL),
                (tr("Beneficial first"), CaseOrder.BENEFICIAL),
                (tr("Disagreement first"), CaseOrder.DISAGREEMENT),
                (tr("By name"), CaseOrder.NAME),
            ),
        )
        self.truth = _choice(
            tr("Truth"), ((tr("All cases"), None), (tr("Positive cases"), True), (tr("Negative cases"), False))
        )
        self.advice = _choice(tr("Advice"), ((tr("Any advice"), None), (tr("AI right"), True), (tr("AI wrong"), False)))
        self.experience = _choice(tr("Experience"), _names(tr("Any experience"), (pair.experience for pair in pairs)))
        self.condition = _choice(tr("Condition"), _names(tr("All conditions"), (pair.condition for pair in pairs)))
        self.overlay = _choice(tr("Type of overlay"), _names(tr("All overlays"), (pair.overlay for pair in pairs)))
        self.overlay.setVisible(any(pair.overlay for pair in pairs))
        self.reader = _choice(tr("Reader"), _names(tr("All readers"), (pair.reader for pair in pairs)))
        self.everything = QPushButton(tr("Show all"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 4)
        for box in self._boxes:
            row.addWidget(box)
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        row.addWidget(self.everything)
        row.addStretch(1)
        self.count = QLabel()
        row.addWidget(self.count)
        self.everything.clicked.connect(lambda _checked: self.reset())

    @property
    def wish(self) -> PairFilter:
        """The filter."""
        return PairFilter(
            truth=self.truth.currentData(),
            ai_right=self.advice.currentData(),
            experience=self.experience.currentData(),
            condition=self.condition.currentData(),
            reader=self.reader.currentData(),
            overlay=self.overlay.currentData(),
        )

    @property
    def case_order(self) -> CaseOrder:
        """What comes first."""
        return CaseOrder(self.order.currentData())

    def choose_reader(self, name: str) -> None:
        """Looks at one reader only."""
        self.reader.setCurrentIndex(max(0, self.reader.findData(name)))

    def reset(self) -> None:
        """Takes all filters away."""
        for box in self._boxes[1:]:
            box.setCurrentIndex(0)

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.order, self.truth, self.advice, self.experience, self.condition, self.overlay, self.reader


def _choice(name: str, items: Sequence[tuple[str, object]]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    for text, value in items:
        made.addItem(text, value)
    return made


def _names(everything: str, names: Iterable[str]) -> tuple[tuple[str, object], ...]:
    found = sorted({name for name in names if name})
    return ((everything, None), *((name, name) for name in found))
