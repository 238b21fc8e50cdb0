"""The tag browser: the header of the image on the screen as a tree, searched, copied, compared with another image."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QMenu, QSpinBox, QTreeView, QVBoxLayout, QWidget

from radviewer.io.tags import Tag
from radviewer.ui.i18n import tr
from radviewer.ui.panels.widgets import label
from radviewer.ui.side_window import SideWindow
from radviewer.ui.tags.model import TagColumn, TagModel
from radviewer.ui.theme import Theme
from radviewer.workbench.tag_tree import count_different, tag_rows

_PAUSE_MS = 120
_WIDTHS = {TagColumn.NUMBER: 130, TagColumn.KEYWORD: 200, TagColumn.VR: 44, TagColumn.VALUE: 240}


class TagWindow(SideWindow):
    """Shows headers.

    Signals:
        compare_requested: The number of the image to compare with, from 1; 0 for none.
    """

    compare_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("Header of the image"), parent, (820, 680))
        self._tags: Sequence[Tag] = ()
        self._other: Sequence[Tag] | None = None
        self._hidden = False
        self.model = TagModel(theme, self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search number, name or value"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search the header"))
        self.compare = QCheckBox(tr("Compare with image"))
        self.number = QSpinBox()
        self.number.setAccessibleName(tr("Number of the image to compare with"))
        self.number.setEnabled(False)
        self.only = QCheckBox(tr("Differences only"))
        self.only.setEnabled(False)
        self.file = label("", "soft")
        self.file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.note = label("", "soft")
        self.tree = self._make_tree()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._fill)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self.tree.setFocus)
        self.compare.clicked.connect(self._ask)
        self.number.valueChanged.connect(lambda _value: self._ask())
        self.only.clicked.connect(lambda _on: self._fill())
        self._build()

    def _make_tree(self) -> QTreeView:
        tree = _Tree()
        tree.setModel(self.model)
        tree.setAccessibleName(tr("Attributes"))
        tree.setUniformRowHeights(True)
        tree.setIndentation(14)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._menu)
        tree.copy_pressed.connect(lambda: self.copy("value"))
        tree.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            tree.setColumnWidth(int(column), width)
        return tree

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        for part in (self.compare, self.number, self.only):
            top.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.file)
        column.addWidget(self.tree, 1)
        column.addWidget(self.note)

    # --- what is shown ---------------------------------------------------------------------------------------

    def set_series(self, count: int, at: int) -> None:
        """Says how many images the series has, and which is shown (from 0)."""
        blocked = self.number.blockSignals(True)
        self.number.setRange(1, max(count, 1))
        if not self.compare.isChecked():
            self.number.setValue(at + 2 if at + 1 < count else max(at, 1))
        self.number.blockSignals(blocked)
        self.compare.setEnabled(count > 1)

    def set_tags(self, tags: Sequence[Tag], other: Sequence[Tag] | None, file: str, *, hidden: bool) -> None:
        """Shows a header.

        Args:
            tags: Of the image on the screen.
            other: Of the image to compare with, or None.
            file: The file's name; not shown in de-identified mode.
            hidden: De-identified mode.
        """
        self._tags, self._other, self._hidden = tags, other, hidden
        self.file.setText("" if hidden else file)
        self.file.setVisible(not hidden and bool(file))
        self._fill()

    def set_message(self, text: str) -> None:
        """Says why there is no header."""
        self._tags, self._other = (), None
        self.file.hide()
        self._fill()
        self.note.setText(text)

    @property
    def compared_with(self) -> int:
        """The number of the image to compare with, from 1; 0 for none."""
        return self.number.value() if self.compare.isChecked() and self.compare.isEnabled() else 0

    def _fill(self) -> None:
        self._pause.stop()
        compared = self._other is not None
        self.number.setEnabled(self.compare.isChecked())
        self.only.setEnabled(compared)
        only = compared and self.only.isChecked()
        whole = tag_rows(self._tags, self._other, hidden=self._hidden)
        words = self.search.text()
        rows = whole
        if words or only:
            rows = tag_rows(self._tags, self._other, words=words, hidden=self._hidden, only_different=only)
        open_paths, at = self._opened(), self.tree.verticalScrollBar().value()
        self.model.set_rows(rows, compared=compared)
        if words or only:
            self.tree.expandAll()
        else:
            self._open(open_paths)
            self.tree.verticalScrollBar().setValue(at)
        self._say(len(whole), len(rows), count_different(whole) if compared else None)

    def _say(self, total: int, left: int, different: int | None) -> None:
        words = tr("{count} attributes").format(count=total)
        if left != total:
            words = tr("{count} of {total} attributes").format(count=left, total=total)
        if different is not None:
            words += "   " + tr("{count} differ").format(count=different)
        if self._hidden:
            words += "   " + tr("De-identified mode: values that may identify are hidden.")
        self.note.setText(words)

    def _opened(self) -> set[str]:
        """Paths of the sequences at the top that are open, to open them in the next image too."""
        rows = enumerate(self.model.rows)
        return {
            row.tag.path for place, row in rows if row.children and self.tree.isExpanded(self.model.index(place, 0))
        }

    def _open(self, paths: set[str]) -> None:
        for place, row in enumerate(self.model.rows):
            if row.tag.path in paths:
                self.tree.expand(self.model.index(place, 0))

    # --- what is asked for ------------------------------------------------------------------------------------

    def _ask(self) -> None:
        self.number.setEnabled(self.compare.isChecked())
        self.compare_requested.emit(self.compared_with)

    def copy(self, what: str) -> None:
        """Puts the chosen row's value, line, path or keyword into the clipboard."""
        row = self.model.row_of(self.tree.currentIndex())
        if row is not None:
            texts = {"value": row.value, "row": row.line, "path": row.tag.path, "keyword": row.tag.keyword}
            QGuiApplication.clipboard().setText(texts[what])

    def _menu(self, at: QPoint) -> None:
        if self.tree.indexAt(at).isValid():
            self.menu_of().popup(self.tree.viewport().mapToGlobal(at))

    def menu_of(self) -> QMenu:
        """What can be copied of the chosen row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for what, text in (
            ("value", tr("Copy value")),
            ("row", tr("Copy row")),
            ("keyword", tr("Copy keyword")),
            ("path", tr("Copy JSON path")),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, what=what: self.copy(what))
        return menu


class _Tree(QTreeView):
    """A tree that says when the keys of copying were pressed."""

    copy_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies, or moves."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_pressed.emit()
        else:
            super().keyPressEvent(event)
