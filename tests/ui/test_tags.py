"""The tag browser in the window: follows the image, searches, compares, copies, hides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from radviewer.core.errors import UnreadableFile
from radviewer.core.image import ImageRef
from radviewer.io.tags import Tag
from radviewer.ui.main_window import MainWindow
from radviewer.ui.tags.feature import TagsFeature
from radviewer.ui.tags.model import TagColumn
from radviewer.ui.tags.window import TagWindow
from tests.ui.conftest import MakeWindow

Opened = Callable[[], tuple[MainWindow, TagWindow]]
ITEM = (Tag("(0008,0100)", "SH", "CodeValue", "Code Value", "T-1", "$['00081032'].Value[0]['00080100']"),)


def header(ref: ImageRef) -> tuple[Tag, ...]:
    """What stands in the header of a made-up image: its number, its patient, a sequence."""
    if "i2" in ref.path.name:
        raise UnreadableFile(f"{ref.path.name}: the file is damaged.")
    return (
        Tag(
            "(0008,1032)",
            "SQ",
            "ProcedureCodeSequence",
            "Procedure Code Sequence",
            "1 item",
            "$['00081032']",
            children=(Tag("Item 1", "", "", "", "", "$['00081032'].Value[0]", children=ITEM),),
        ),
        Tag("(0010,0010)", "PN", "PatientName", "Patient's Name", "Canary^Name", "$['00100010']", safe=False),
        Tag("(0020,0013)", "IS", "InstanceNumber", "Instance Number", ref.path.stem, "$['00200013']"),
        Tag("(0028,0010)", "US", "Rows", "Rows", "64", "$['00280010']"),
    )


@pytest.fixture
def opened(make_window: MakeWindow, qtbot: QtBot) -> Opened:
    """A window with a study and its tag browser with the first header."""

    def make() -> tuple[MainWindow, TagWindow]:
        window = make_window()
        feature = next(item for item in window.features if isinstance(item, TagsFeature))
        feature._read = header
        window.run_action("image.tags")
        assert feature.window is not None and QTest.qWaitForWindowActive(feature.window)
        qtbot.waitUntil(lambda: feature.window is not None and bool(feature.window.model.rows))
        return window, feature.window

    return make


def values(tags: TagWindow, column: TagColumn = TagColumn.VALUE) -> list[str]:
    return [str(tags.model.index(row, int(column)).data()) for row in range(tags.model.rowCount())]


def test_the_header_follows_the_image_on_the_screen(opened: Opened, qtbot: QtBot) -> None:
    window, tags = opened()
    assert values(tags) == ["1 item", "Canary^Name", "i0", "64"]
    window.run_action("image.next")
    qtbot.waitUntil(lambda: "i1" in values(tags))
    assert str(Path("/phantom/s0/i1.dcm")) == tags.file.text()


def test_a_header_that_cannot_be_read_says_why(opened: Opened, qtbot: QtBot) -> None:
    window, tags = opened()
    window.run_action("image.last")
    qtbot.waitUntil(lambda: "damaged" in tags.note.text())
    assert tags.model.rowCount() == 0


def test_a_word_finds_attributes_inside_sequences(opened: Opened, qtbot: QtBot) -> None:
    _window, tags = opened()
    QTest.keyClicks(tags.search, "codevalue")
    qtbot.waitUntil(lambda: tags.model.rowCount() == 1)
    inner = tags.model.index(0, 0, tags.model.index(0, 0, tags.model.index(0, 0)))
    assert inner.siblingAtColumn(int(TagColumn.VALUE)).data() == "T-1" and tags.tree.isExpanded(inner.parent())
    assert inner.parent().parent().parent() == tags.model.parent(tags.model.index(0, 0))
    assert "1 of 4" in tags.note.text()


def test_value_row_keyword_and_path_are_copied(opened: Opened, qtbot: QtBot) -> None:
    _window, tags = opened()
    tags.tree.setCurrentIndex(tags.model.index(2, 0))
    clipboard = QGuiApplication.clipboard()
    QTest.keyClick(tags.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "i0"
    copied = {}
    for action in tags.menu_of().actions():
        action.trigger()
        copied[action.text()] = clipboard.text()
    assert copied == {
        "Copy value": "i0",
        "Copy row": "(0020,0013)\tIS\tInstanceNumber\ti0",
        "Copy keyword": "InstanceNumber",
        "Copy JSON path": "$['00200013']",
    }


def test_differences_to_another_image_are_marked(opened: Opened, qtbot: QtBot) -> None:
    _window, tags = opened()
    assert tags.model.columnCount() == 4
    tags.compare.click()
    qtbot.waitUntil(lambda: tags.model.columnCount() == 5)
    assert values(tags, TagColumn.OTHER) == ["1 item", "Canary^Name", "i1", "64"]
    colors = [tags.model.index(row, int(TagColumn.VALUE)).data(Qt.ItemDataRole.ForegroundRole) for row in range(4)]
    assert [color is not None for color in colors] == [False, False, True, False]
    assert "1 differ" in tags.note.text()
    tags.only.click()
    assert values(tags) == ["i0"]
    tags.compare.click()
    qtbot.waitUntil(lambda: tags.model.columnCount() == 4)


def test_de_identified_mode_hides_values_and_the_file(opened: Opened, qtbot: QtBot) -> None:
    window, tags = opened()
    window.state.wish(deidentified=True)
    qtbot.waitUntil(lambda: "(hidden)" in values(tags))
    assert values(tags) == ["1 item", "(hidden)", "i0", "64"] and tags.file.isHidden()
    tags.tree.setCurrentIndex(tags.model.index(1, 0))
    tags.copy("row")
    assert "Canary" not in QGuiApplication.clipboard().text()
    window.run_action("image.last")
    qtbot.waitUntil(lambda: "cannot be read" in tags.note.text())
    assert "i2" not in tags.note.text()
