"""The study browser: patient > study > series with pictures, sorted and filtered, and the studies opened lately."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import zip_longest

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QStandardItem
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QMenu,
    QStackedLayout,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from radviewer.core.study import Catalog, Series, Study
from radviewer.ui.i18n import tr
from radviewer.ui.icons import icon
from radviewer.ui.panels.browser_delegate import KIND_ROLE, PICTURE_ROLE, UID_ROLE, BrowserDelegate
from radviewer.ui.panels.browser_filter import BrowserFilter
from radviewer.ui.panels.browser_model import BrowserModel
from radviewer.ui.panels.widgets import Segments, heading, label
from radviewer.ui.theme import Theme
from radviewer.workbench.findings import probability_text
from radviewer.workbench.priors import priors_of
from radviewer.workbench.study_keys import study_key, study_of_series
from radviewer.workbench.study_order import SortKey, arranged, filtered

_MOST = 300  # studies in the tree; a larger archive is for the worklist
_PAUSE_MS = 150
_OPEN, _RECENT = "open", "recent"


class StudyBrowser(QWidget):
    """Shows a catalog.

    Signals:
        series_requested: The UID of the series to show.
        beside_requested: The UID of a series to show beside the one on the screen.
        picture_wanted: The UID of a series whose picture is seen and not there yet.
        order_changed: The studies are in another order.
        batch_requested: The key of a study whose images shall be predicted.
    """

    series_requested = Signal(str)
    beside_requested = Signal(str)
    picture_wanted = Signal(str)
    order_changed = Signal()
    batch_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._catalog = self.arranged = Catalog()
        self._scores: Mapping[str, float] = {}
        self._called: frozenset[str] = frozenset()
        self._pictures: dict[str, QPixmap] = {}
        self._asked: set[str] = set()
        self._hidden = False
        self._current = ""
        self._model = BrowserModel()
        self._delegate = BrowserDelegate(theme)
        self._delegate.picture_wanted.connect(self._want_picture)
        self.pages = Segments({_OPEN: tr("Open"), _RECENT: tr("Recent")})
        self.pages.set_choice(_OPEN)
        self.pages.chosen.connect(self.show_page)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search studies"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search studies"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._fill)
        self.search.textChanged.connect(lambda _text: self._search())
        self.filter = BrowserFilter()
        self.filter.hide()
        self.filter.changed.connect(self._rearrange)
        self.tree = self._make_tree()
        self._more = label("", "soft")
        self._more.setContentsMargins(12, 4, 12, 8)
        self._nothing = label(tr("No study is open.\nDrop files or folders anywhere in the window."), "soft")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(12, 8, 12, 0)
        self._build()
        self._fill()

    def _make_tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setModel(self._model)
        tree.setItemDelegate(self._delegate)
        tree.setHeaderHidden(True)
        tree.setIndentation(0)
        tree.setRootIsDecorated(False)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setDragEnabled(True)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.setAccessibleName(tr("Studies"))
        tree.clicked.connect(self._ask)
        tree.activated.connect(self._ask)
        tree.customContextMenuRequested.connect(self._menu)
        return tree

    def _build(self) -> None:
        self.setMinimumWidth(200)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.setSpacing(8)
        top.addWidget(heading(tr("Studies")))
        top.addWidget(self.pages)
        self._funnel = QToolButton()
        self._funnel.setIcon(icon("filter", self._theme, "text_soft"))
        self._funnel.setCheckable(True)
        self._funnel.setToolTip(tr("Sort and filter"))
        self._funnel.setAccessibleName(tr("Sort and filter"))
        self._funnel.toggled.connect(self.filter.setVisible)
        top.addLayout(self.filter.beside(self.search, self._funnel))
        top.addWidget(self.filter)
        column.addLayout(top)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.tree)
        column.addWidget(holder, 1)
        column.addWidget(self._more)

    # --- what is shown ---------------------------------------------------------------------------------------

    def set_recent(self, panel: QWidget) -> None:
        """Puts the list of recent studies on its page."""
        self._stack.addWidget(panel)

    def show_page(self, page: object) -> None:
        """Shows what is open, or what was opened lately."""
        self.pages.set_choice(page)
        open_page = 1 if self._catalog.studies else 0
        self._stack.setCurrentIndex(2 if page == _RECENT and self._stack.count() > 2 else open_page)
        for part in (self.search, self._funnel):
            part.setVisible(page == _OPEN)
        self.filter.setVisible(page == _OPEN and self._funnel.isChecked())

    def show_recent(self) -> None:
        """Shows what was opened lately."""
        self.show_page(_RECENT)

    def set_catalog(self, catalog: Catalog) -> None:
        """Shows what was found."""
        self._catalog = catalog
        if not catalog.studies:
            self._pictures.clear()
            self._current = ""
        self._asked = set(self._pictures)
        self.filter.set_modalities(catalog)
        self._rearrange(tell=False)
        self.show_page(_OPEN)

    def set_scores(self, scores: Mapping[str, float], called: frozenset[str]) -> None:
        """Takes what the chosen model made of the studies, by key, and which of them it called."""
        if scores == self._scores and called == self._called:
            return
        self._scores, self._called = dict(scores), called
        if self.filter.sort is SortKey.SCORE:
            self._rearrange()
        else:
            self._mark()

    def set_deidentified(self, on: bool) -> None:
        """Hides or shows what identifies patients."""
        if on != self._hidden:
            self._hidden = on
            self._fill()

    def set_current(self, uid: str) -> None:
        """Marks the series on the screen, and the priors of its study."""
        self._current = uid
        if uid not in self._items and study_of_series(self._catalog, uid) is not None:
            self._fill()
        item = self._items.get(uid)
        if item is not None:
            self.tree.setCurrentIndex(item.index())
            self.tree.scrollTo(item.index())
        self._mark()

    def set_thumbnail(self, uid: str, picture: QImage) -> None:
        """Shows a series' picture."""
        self._pictures[uid] = QPixmap.fromImage(picture)
        item = self._items.get(uid)
        if item is not None:
            item.setData(self._pictures[uid], PICTURE_ROLE)

    @property
    def _items(self) -> dict[str, QStandardItem]:
        return self._model.series

    @property
    def shown(self) -> Catalog:
        """What search and filter leave, in the order of the list."""
        return filtered(self.arranged, self.filter.wish(self.search.text()), date.today(), hidden=self._hidden)

    @property
    def shown_series(self) -> tuple[Series, ...]:
        """Those that search and filter leave."""
        return tuple(series for study in self.shown.studies for series in study.series)

    def _rearrange(self, *, tell: bool = True) -> None:
        before = self.arranged
        self.arranged = arranged(self._catalog, self.filter.sort, self._scores)
        self._fill()
        pairs = zip_longest(before.studies, self.arranged.studies)
        if tell and any(one is not other for one, other in pairs):
            self.order_changed.emit()

    def _search(self) -> None:
        """Filters at once; in a large archive after a pause in typing."""
        if len(self._catalog.studies) > _MOST:
            self._pause.start(_PAUSE_MS)
        else:
            self._fill()

    def _fill(self) -> None:
        self._pause.stop()
        studies = self.shown.studies
        current = study_of_series(self._catalog, self._current)
        shown = list(studies[:_MOST])
        if len(studies) > _MOST and current is not None and current not in shown:
            shown.insert(0, current)
        self._model.fill(shown, self._pictures, self._numbers())
        self.tree.expandAll()
        left = len(studies) - len(shown)
        self._more.setVisible(left > 0)
        self._more.setText(tr("{count} more studies: narrow the search, or open the worklist (F8).").format(count=left))
        item = self._items.get(self._current)
        if item is not None:
            self.tree.setCurrentIndex(item.index())
        self._mark()

    def _numbers(self) -> dict[tuple[str, str], int] | None:
        if not self._hidden:
            return None
        patients = dict.fromkeys((study.patient_name, study.patient_id) for study in self._catalog.studies)
        return {patient: number for number, patient in enumerate(patients, start=1)}

    def _mark(self) -> None:
        """Marks priors of the study on the screen, and what the model made of studies."""
        badges = {
            key: (probability_text(score), "caution" if key in self._called else "text_soft")
            for key, score in self._scores.items()
        }
        current = study_of_series(self._catalog, self._current)
        if current is not None:
            for prior in priors_of(current, self._catalog):
                badges[study_key(prior.study)] = (f"{tr('prior')} {prior.short}", "accent")
        self._model.mark(badges)

    # --- what is asked for ------------------------------------------------------------------------------------

    def _want_picture(self, uid: str) -> None:
        if uid not in self._asked:
            self._asked.add(uid)
            self.picture_wanted.emit(uid)

    def _ask(self, index: QModelIndex | QPersistentModelIndex) -> None:
        uid = index.data(UID_ROLE)
        if uid:
            self.series_requested.emit(str(uid))

    def _menu(self, at: QPoint) -> None:
        index = self.tree.indexAt(at)
        uid = str(index.data(UID_ROLE) or "")
        study = study_of_series(self._catalog, uid)
        if not uid or study is None:
            return
        self.menu_of(uid, study, series=index.data(KIND_ROLE) == "series").popup(self.tree.viewport().mapToGlobal(at))

    def menu_of(self, uid: str, study: Study, *, series: bool) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        show = tr("Show this series") if series else tr("Show this study")
        menu.addAction(show).triggered.connect(lambda: self.series_requested.emit(uid))
        menu.addAction(tr("Show beside the image")).triggered.connect(lambda: self.beside_requested.emit(uid))
        menu.addSeparator()
        key = study_key(study)
        menu.addAction(tr("Predict this study...")).triggered.connect(lambda: self.batch_requested.emit(key))
        return menu
