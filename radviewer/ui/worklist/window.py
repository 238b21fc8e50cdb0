"""The worklist: all open studies as a table that is searched, sorted, marked and handed to batches."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from radviewer.core.study import Catalog
from radviewer.ui.i18n import tr
from radviewer.ui.panels.browser_filter import chooser
from radviewer.ui.panels.widgets import label
from radviewer.ui.side_window import SideWindow
from radviewer.ui.theme import Theme
from radviewer.ui.worklist.model import BAR_ROLE, WorklistModel
from radviewer.ui.worklist.score_delegate import ScoreDelegate
from radviewer.workbench.study_order import Period, modalities
from radviewer.workbench.worklist import Column, WorkFilter, WorkRow
from radviewer.workbench.worklist_store import ReadState, WorklistStore

_WIDTHS = {
    Column.PATIENT: 190, Column.ID: 110, Column.AGE_SEX: 112, Column.DATE: 95, Column.MODALITY: 80,
    Column.DESCRIPTION: 210, Column.IMAGES: 65, Column.STATUS: 75,
}  # fmt: skip
_PAUSE_MS = 120


class WorklistWindow(SideWindow):
    """The table with its search.

    Signals:
        open_requested: The key of the study to show.
        mark_requested: (keys, `ReadState`).
        batch_requested: Keys of the studies to predict, in the order of the table.
        language_changed: What rows say in words is to be said anew.
    """

    open_requested = Signal(str)
    mark_requested = Signal(object, object)
    batch_requested = Signal(object)
    language_changed = Signal()

    def __init__(self, store: WorklistStore, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("Worklist"), parent, (1120, 640))
        self.model = WorklistModel(store, theme)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search patient, number, date, modality, description"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search the worklist"))
        self.modalities = chooser(tr("Modality"), {"": tr("Any modality")})
        self.periods = chooser(tr("Date"), {item: tr(item.value) for item in Period})
        states: dict[str, str] = {"": tr("Any status"), **{item.value: tr(item.value) for item in ReadState}}
        self.states = chooser(tr("Status"), states)
        for box in (self.modalities, self.periods, self.states):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.table = self._make_table(theme)
        self.note = label("", "soft", wrap=False)
        self.batch = QPushButton(tr("Predict the chosen studies..."))
        self.batch.clicked.connect(lambda: self.batch_requested.emit(self.chosen_keys()))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        for box in (self.modalities, self.periods, self.states):
            box.activated.connect(lambda _index: self._filter())
        self.model.modelReset.connect(self._count)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._count())
        self._build()
        self._count()

    def _make_table(self, theme: Theme) -> QTableView:
        table = _Table()
        table.setModel(self.model)
        table.setAccessibleName(tr("Worklist"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setDragEnabled(True)
        table.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setCornerButtonEnabled(False)
        table.setTabKeyNavigation(False)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(int(column), width)
        table.setItemDelegateForColumn(int(Column.SCORE), ScoreDelegate(theme, BAR_ROLE, table))
        table.setSortingEnabled(True)
        table.sortByColumn(int(Column.DATE), Qt.SortOrder.DescendingOrder)
        table.doubleClicked.connect(lambda index: self._open(index.row()))
        table.enter_pressed.connect(lambda: self._open(table.currentIndex().row()))
        table.letter_pressed.connect(self._letter)
        table.customContextMenuRequested.connect(self._menu)
        return table

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        for box in (self.modalities, self.periods, self.states):
            top.addWidget(box)
        bottom = QHBoxLayout()
        bottom.addWidget(self.note, 1)
        bottom.addWidget(self.batch)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(bottom)
        self.search.returnPressed.connect(self._to_table)

    def changeEvent(self, event: QEvent) -> None:
        """Asks for rows in the language that is in force now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.language_changed.emit()

    # --- what is shown ---------------------------------------------------------------------------------------

    def set_rows(self, rows: tuple[WorkRow, ...], catalog: Catalog) -> None:
        """Shows studies; the choice stays with those that are still there."""
        chosen = self.chosen_keys()
        found, wished = modalities(catalog), self.modalities.currentData()
        self.modalities.clear()
        self.modalities.addItem(tr("Any modality"), "")
        for name in found:
            self.modalities.addItem(name, name)
        self.modalities.setCurrentIndex(found.index(wished) + 1 if wished in found else 0)
        self.model.set_rows(rows)
        self.choose(chosen[:1])

    def set_model(self, model: str | None) -> None:
        """Shows the scores of a model."""
        self.model.set_model(model or "")

    def choose(self, keys: tuple[str, ...]) -> None:
        """Chooses the first of these studies that is in the table."""
        place = next((self.model.place(key) for key in keys if self.model.place(key) is not None), None)
        if place is not None:
            self.table.selectRow(place)
            self.table.scrollTo(self.model.index(place, 0))

    def chosen_keys(self) -> tuple[str, ...]:
        """The chosen studies, in the order of the table."""
        found = self.table.selectionModel().selection()  # ranges: one index for each row would take seconds
        parts = [found.at(number) for number in range(found.count())]
        places = sorted({place for part in parts for place in range(part.top(), part.bottom() + 1)})
        return tuple(self.model.rows[place].key for place in places if place < len(self.model.rows))

    def _filter(self) -> None:
        self._pause.stop()
        state = self.states.currentData()
        wish = WorkFilter(
            self.search.text(),
            str(self.modalities.currentData() or ""),
            Period(self.periods.currentData()),
            ReadState(state) if state else None,
        )
        self.model.set_filter(wish)

    def _count(self) -> None:
        rows, total, chosen = self.model.rowCount(), self.model.total, len(self.chosen_keys())
        words = tr("{count} studies").format(count=f"{rows:,}")
        if rows != total:
            words = tr("{count} of {total} studies").format(count=f"{rows:,}", total=f"{total:,}")
        if not total:
            words = tr("No study is open. Open a folder (Ctrl+Shift+O) to see its studies here.")
        if chosen > 1:
            words += "   " + tr("{count} chosen").format(count=f"{chosen:,}")
        self.note.setText(words)
        self.batch.setEnabled(chosen > 0)

    # --- what is asked for ------------------------------------------------------------------------------------

    def _open(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            self.open_requested.emit(self.model.rows[place].key)

    def _to_table(self) -> None:
        self._filter()
        if self.model.rowCount():
            self.table.setFocus()
            if not self.chosen_keys():
                self.table.selectRow(0)

    def _letter(self, letter: str) -> None:
        state = {"r": ReadState.READ, "n": ReadState.NEW}.get(letter)
        keys = self.chosen_keys()
        if state is not None and keys:
            self.mark_requested.emit(keys, state)

    def _menu(self, at: QPoint) -> None:
        if self.chosen_keys():
            self.menu_of().popup(self.table.viewport().mapToGlobal(at))

    def menu_of(self) -> QMenu:
        """What can be done with the chosen studies."""
        keys = self.chosen_keys()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open (Enter)")).triggered.connect(lambda: self.open_requested.emit(keys[0]))
        menu.addSeparator()
        for text, state in (
            (tr("Mark as read (R)"), ReadState.READ),
            (tr("Mark as opened"), ReadState.OPENED),
            (tr("Mark as new (N)"), ReadState.NEW),
        ):
            menu.addAction(text).triggered.connect(
                lambda _checked=False, state=state: self.mark_requested.emit(keys, state)
            )
        menu.addSeparator()
        menu.addAction(tr("Predict the chosen studies...")).triggered.connect(lambda: self.batch_requested.emit(keys))
        return menu


class _Table(QTableView):
    """A table that says when Enter or a letter was pressed.

    Signals:
        enter_pressed: On a row.
        letter_pressed: The letter, in lower case.
    """

    enter_pressed = Signal()
    letter_pressed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters mark."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.enter_pressed.emit()
        elif plain and event.text().isalpha():
            self.letter_pressed.emit(event.text().lower())
        else:
            super().keyPressEvent(event)
