"""Two models on one image: their maps in two linked panes, their scores in one table with the differences."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.i18n import put, tr
from radviewer.ui.panels.widgets import label, set_role
from radviewer.ui.side_window import SideWindow
from radviewer.ui.theme import Theme
from radviewer.workbench.findings import probability_text
from radviewer.workbench.model_comparison import ComparedLabel, Comparison
from radviewer.workbench.scene import PaneScene

TOP = ""  # the label chooser's value for each model's own highest score
_ROWS_SHOWN = 6


class CompareWindow(SideWindow):
    """Shows a comparison.

    Signals:
        models_requested: Ids of the two models.
        label_requested: Key of the label whose maps are shown; empty for each model's highest score.
    """

    models_requested = Signal(str, str)
    label_requested = Signal(str)

    def __init__(self, theme: Theme, font: QFont, parent: QWidget) -> None:
        super().__init__(tr("Compare two models"), parent, (1080, 760))
        self._theme = theme
        self.views = (ImageView(theme, font), ImageView(theme, font))
        self.models = (QComboBox(), QComboBox())
        for box, name in zip(self.models, (tr("First model"), tr("Second model")), strict=True):
            box.setAccessibleName(name)
            box.activated.connect(lambda _index: self._ask_models())
        self.label = QComboBox()
        self.label.setAccessibleName(tr("Map of"))
        self.label.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.label.activated.connect(lambda index: self.label_requested.emit(str(self.label.itemData(index) or TOP)))
        self.states = (label("", "soft"), label("", "soft"))
        self.cautions = label("", "caution")
        self.cautions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = self._make_table()
        self._build()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setAccessibleName(tr("Scores"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setFixedHeight((table.fontMetrics().height() + 12) * (_ROWS_SHOWN + 1) + 12)
        return table

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(4)
        for side in (0, 1):
            grid.addWidget(self.models[side], 0, side)
            grid.addWidget(self.views[side], 1, side)
            grid.addWidget(self.states[side], 2, side)
            grid.setColumnStretch(side, 1)
        grid.setRowStretch(1, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("Map of"), "soft", wrap=False))
        row.addWidget(self.label)
        row.addStretch(1)
        row.addWidget(label(tr("Research use only, not for diagnosis."), "soft", wrap=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(grid, 1)
        column.addLayout(row)
        column.addWidget(self.cautions)
        column.addWidget(self.table)

    # --- what is shown ---------------------------------------------------------------------------------------

    def set_models(self, choices: tuple[tuple[str, str], ...], chosen: tuple[str, str]) -> None:
        """Offers models as (id, title)."""
        for box, model in zip(self.models, chosen, strict=True):
            box.clear()
            for key, title in choices:
                box.addItem(title, key)
            box.setCurrentIndex(max(0, box.findData(model)))

    def set_labels(self, labels: tuple[tuple[str, str], ...], chosen: str) -> None:
        """Offers labels as (key, name)."""
        if [self.label.itemData(at) for at in range(1, self.label.count())] != [key for key, _ in labels]:
            self.label.clear()
            self.label.addItem(tr("each model's highest score"), TOP)
            for key, name in labels:
                self.label.addItem(name, key)
        self.label.setCurrentIndex(max(0, self.label.findData(chosen)))

    def set_panes(self, panes: tuple[PaneScene, PaneScene]) -> None:
        """Shows the image twice, each with its model's map."""
        for view, pane in zip(self.views, panes, strict=True):
            view.set_pane(pane)

    def set_states(self, states: tuple[tuple[str, str], tuple[str, str]]) -> None:
        """Says under each pane (text, role) how far its model is, or what its gate says."""
        for part, (text, role) in zip(self.states, states, strict=True):
            put(part, text)
            set_role(part, role)

    def set_comparison(self, found: Comparison | None, titles: tuple[str, str]) -> None:
        """Shows the scores; None while one of the models has not answered."""
        headers = (tr("Label"), *titles, tr("Difference (second minus first)"))
        self.table.setHorizontalHeaderLabels(list(headers))
        put(self.cautions, "\n".join(found.cautions) if found else "")
        self.cautions.setVisible(bool(found and found.cautions))
        labels = found.labels if found else ()
        self.table.setRowCount(len(labels))
        for place, item in enumerate(labels):
            for column, (text, token) in enumerate(self._cells(item)):
                cell = QTableWidgetItem(text)
                if token:
                    cell.setForeground(QColor(self._theme[token]))
                self.table.setItem(place, column, cell)

    @staticmethod
    def _cells(item: ComparedLabel) -> tuple[tuple[str, str], ...]:
        difference = "" if item.difference is None else f"{item.difference:+.2f}"
        if item.disagrees:
            difference = "   ".join(filter(None, (difference, tr("only one reaches its operating point"))))
        return (
            (item.name, ""),
            (_score(item.first), "caution" if item.first_called else ""),
            (_score(item.second), "caution" if item.second_called else ""),
            (difference, "caution" if item.disagrees else ""),
        )

    def _ask_models(self) -> None:
        first, second = (str(box.currentData()) for box in self.models)
        self.models_requested.emit(first, second)


def _score(value: float | None) -> str:
    return "\N{EN DASH}" if value is None else probability_text(value)
