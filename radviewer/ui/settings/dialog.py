"""The settings window: one row for each entry of the table, with a search; what is changed is in force at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from radviewer.ui.i18n import tr
from radviewer.ui.icons import icon
from radviewer.ui.panels.widgets import heading, label
from radviewer.ui.settings.editors import Editor, editor_for
from radviewer.ui.theme import Theme
from radviewer.workbench.settings import Settings
from radviewer.workbench.settings_table import SETTINGS, Section, Setting

_MARGIN = 16  # pixels beside the names of the sections

Change = Callable[[str, object], None]  # (field of `Settings`, value)


class SettingRow(QWidget):
    """Title, control and reset button, the help sentence and the default below.

    Args:
        item: The entry.
        theme: For the icon.
        change: Called with what the user wants.
    """

    def __init__(self, item: Setting, theme: Theme, change: Change) -> None:
        super().__init__()
        self.item = item
        self.editor: Editor = editor_for(item)
        self.editor.asked.connect(lambda value: change(item.name, value))
        self.editor.refused.connect(self._refuse)
        self.editor.setFixedWidth(240)
        self.reset = QToolButton()
        self.reset.setIcon(icon("reset", theme))
        self.reset.setIconSize(QSize(16, 16))
        self.reset.setToolTip(tr("Back to the default: {value}").format(value=tr(item.spoken(item.default))))
        self.reset.setAccessibleName(tr("Reset: {title}").format(title=tr(item.title)))
        self.reset.clicked.connect(lambda: change(item.name, item.default))
        self.reason = label("", "danger")
        self.reason.hide()
        self._build()

    def _build(self) -> None:
        item = self.item
        title = label(tr(item.title), "finding")
        title.setBuddy(self.editor)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(title, 1)
        if item.unit:
            top.addWidget(label(tr(item.unit), "soft", wrap=False))
        top.addWidget(self.editor)
        top.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(label(tr(item.help), "soft"))
        column.addWidget(label(tr("Default: {value}").format(value=tr(item.spoken(item.default))), "soft"))
        column.addWidget(self.reason)

    def set_value(self, value: object) -> None:
        """Shows the value in force."""
        self.editor.set_value(value)
        self.reset.setEnabled(value != self.item.default)

    def matches(self, words: str) -> bool:
        """Whether every word is in what the row says, in the window's language or in English."""
        item = self.item
        own = (item.title, item.help, item.section.value, item.name, *item.choices.values())
        said = " ".join((*own, *map(tr, own), item.words)).casefold()
        return all(word in said for word in words.casefold().split())

    def _refuse(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))


class SettingsWindow(QWidget):
    """All settings.

    Args:
        parent: The window that they are of.
        theme: The colours.
        settings: The settings in force.
        change: Called with a field and the value that the user wants.
    """

    def __init__(self, parent: QWidget, theme: Theme, settings: Settings, change: Change) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Settings"))
        self._change = change
        self.rows = tuple(SettingRow(item, theme, change) for item in SETTINGS)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the settings"))
        self.search.setAccessibleName(tr("Search the settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.sections = QListWidget()
        self.sections.setAccessibleName(tr("Sections"))
        self.sections.setSpacing(3)
        self.sections.currentRowChanged.connect(self._go)
        self.nothing = label(tr("No setting has these words."), "soft")
        self.all = QPushButton(tr("Reset all"))
        self.all.clicked.connect(self._reset_all)
        self._heads: dict[Section, QWidget] = {}
        self._area = QScrollArea()
        self._build()
        self.set_settings(settings)
        self.resize(820, 620)
        self.search.setFocus()

    def _build(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(2)
        for section in Section:
            rows = [row for row in self.rows if row.item.section is section]
            self._heads[section] = heading(tr(section.value))
            self._heads[section].setContentsMargins(0, 14, 0, 2)
            column.addWidget(self._heads[section])
            for row in rows:
                column.addWidget(row)
            self.sections.addItem(tr(section.value))
        column.addWidget(self.nothing)
        column.addStretch(1)
        self.sections.setFixedWidth(max(190, self.sections.sizeHintForColumn(0) + 2 * _MARGIN))
        self._area.setWidget(page)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing.hide()
        left = QVBoxLayout()
        left.addWidget(self.sections, 1)
        left.addWidget(self.all)
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addLayout(left)
        body.addWidget(self._area, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(8)
        outer.addWidget(self.search)
        outer.addLayout(body, 1)

    def set_settings(self, settings: Settings) -> None:
        """Shows the settings in force."""
        for row in self.rows:
            row.set_value(getattr(settings, row.item.name))

    def row(self, name: str) -> SettingRow:
        """The row of a field."""
        return next(row for row in self.rows if row.item.name == name)

    def _narrow(self, words: str) -> None:
        for row in self.rows:
            row.setVisible(row.matches(words))
        for section, head in self._heads.items():
            head.setVisible(any(row.matches(words) for row in self.rows if row.item.section is section))
        self.nothing.setVisible(not any(row.matches(words) for row in self.rows))

    def _go(self, number: int) -> None:
        head = self._heads[tuple(Section)[number]]
        self._area.verticalScrollBar().setValue(max(head.y() - 4, 0))

    def _reset_all(self) -> None:
        for row in self.rows:
            if row.reset.isEnabled():
                self._change(row.item.name, row.item.default)
