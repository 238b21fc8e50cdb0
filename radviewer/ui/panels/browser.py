"""The study browser: patient > study > series with thumbnails and a search."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStackedLayout, QTreeView, QVBoxLayout, QWidget

from radviewer.core.study import Catalog, Series, Study
from radviewer.ui.panels.browser_delegate import KIND_ROLE, PICTURE_ROLE, SUBTITLE_ROLE, BrowserDelegate
from radviewer.ui.panels.widgets import heading, label
from radviewer.ui.theme import Theme
from radviewer.workbench.browsing import (
    matches,
    patient_title,
    series_subtitle,
    series_title,
    study_title,
)

_UID_ROLE = int(Qt.ItemDataRole.UserRole) + 9


class StudyBrowser(QWidget):
    """Shows a catalog.

    Signals:
        series_requested: The UID of the series to show.
    """

    series_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = Catalog()
        self._items: dict[str, QStandardItem] = {}
        self._model = QStandardItemModel(self)
        self._delegate = BrowserDelegate(theme)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search studies")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("Search studies")
        self.search.textChanged.connect(self._filter)
        self.tree = QTreeView()
        self.tree.setModel(self._model)
        self.tree.setItemDelegate(self._delegate)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(0)
        self.tree.setRootIsDecorated(False)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setAccessibleName("Studies")
        self.tree.clicked.connect(self._ask)
        self.tree.activated.connect(self._ask)
        self._nothing = label("No study is open.\nDrop files or folders anywhere in the window.", "soft")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(12, 8, 12, 0)
        self._build()

    def _build(self) -> None:
        self.setMinimumWidth(200)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.setSpacing(8)
        top.addWidget(heading("Studies"))
        top.addWidget(self.search)
        column.addLayout(top)
        holder = QWidget()
        self._pages = QStackedLayout(holder)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self.tree)
        column.addWidget(holder, 1)

    def set_catalog(self, catalog: Catalog) -> None:
        """Shows what was found."""
        self._catalog = catalog
        self._model.clear()
        self._items.clear()
        patients: dict[tuple[str, str], QStandardItem] = {}
        for study in catalog.studies:
            key = (study.patient_name, study.patient_id)
            if key not in patients:
                patients[key] = _row("patient", patient_title(study), study.patient_id)
                self._model.appendRow(patients[key])
            self._add_study(patients[key], study)
        self.tree.expandAll()
        self._pages.setCurrentIndex(1 if catalog.studies else 0)
        self._filter(self.search.text())

    def _add_study(self, parent: QStandardItem, study: Study) -> None:
        item = _row("study", study_title(study), "")
        parent.appendRow(item)
        for series in study.series:
            child = _row("series", series_title(series), series_subtitle(series))
            child.setData(series.uid, _UID_ROLE)
            child.setEnabled(series.frame_count > 0)
            child.setToolTip(f"{series_title(series)}\n{series_subtitle(series)}")
            item.appendRow(child)
            self._items[series.uid] = child

    def set_current(self, uid: str) -> None:
        """Marks the series on the screen."""
        item = self._items.get(uid)
        if item is not None:
            self.tree.setCurrentIndex(item.index())
            self.tree.scrollTo(item.index())

    def set_thumbnail(self, uid: str, picture: QImage) -> None:
        """Shows a series' picture."""
        item = self._items.get(uid)
        if item is not None:
            item.setData(QPixmap.fromImage(picture), PICTURE_ROLE)

    @property
    def shown_series(self) -> tuple[Series, ...]:
        """Those that the search leaves."""
        words = self.search.text()
        return tuple(
            series for study in self._catalog.studies for series in study.series if matches(words, study, series)
        )

    def _filter(self, _words: str) -> None:
        left = {series.uid for series in self.shown_series}
        for row in range(self._model.rowCount()):
            self._hide(self._model.item(row), left)

    def _hide(self, item: QStandardItem, left: set[str]) -> bool:
        """Hides a row that has nothing left; returns whether it is shown."""
        if item.data(KIND_ROLE) == "series":
            shown = item.data(_UID_ROLE) in left
        else:
            children = [self._hide(item.child(row), left) for row in range(item.rowCount())]
            shown = any(children)
        index = item.index()
        self.tree.setRowHidden(index.row(), index.parent(), not shown)
        return shown

    def _ask(self, index: QModelIndex | QPersistentModelIndex) -> None:
        uid = index.data(_UID_ROLE)
        if uid:
            self.series_requested.emit(str(uid))


def _row(kind: str, title: str, subtitle: str) -> QStandardItem:
    item = QStandardItem(title)
    item.setData(kind, KIND_ROLE)
    item.setData(subtitle, SUBTITLE_ROLE)
    item.setSelectable(kind == "series")
    return item
