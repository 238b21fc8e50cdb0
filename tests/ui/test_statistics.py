"""The statistics window: sealed until the administrator opens it, live while the table grows, alive on bad tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from radviewer.report.study.report import StudyReport
from radviewer.ui.main_window import MainWindow
from radviewer.ui.statistics.live_table import guess_roles
from radviewer.ui.statistics.statistics_window import StatisticsWindow


def write_study(
    path: Path, readers: int = 4, cases: int = 24, names: str = "reader,case,condition,truth,rating"
) -> None:
    """A simulated study: readers rate better in the second condition."""
    random = np.random.default_rng(5)
    truth = np.arange(cases) % 2
    lines = [names]
    for reader in range(readers):
        for condition, skill in (("unaided", 0.8), ("aided", 1.6)):
            ratings = truth * skill + random.standard_normal(cases)
            lines += [f"R{reader},c{case},{condition},{truth[case]},{ratings[case]:.4f}" for case in range(cases)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[StatisticsWindow]:
    view = StatisticsWindow(replicates=100)
    view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(view)
    view.show()
    yield view
    view.close()
    view._executor.shutdown(wait=True)


def wait_for_report(
    qtbot: QtBot, window: StatisticsWindow, right: Callable[[StudyReport], bool] = lambda _report: True
) -> StudyReport:
    qtbot.waitUntil(lambda: window.report is not None and right(window.report), timeout=60_000)
    assert window.report is not None
    return window.report


def texts(window: StatisticsWindow) -> str:
    return "\n".join(label.text() for label in window.page.findChildren(QLabel))


def test_nothing_is_shown_before_the_administrator_has_confirmed(
    qtbot: QtBot, window: StatisticsWindow, tmp_path: Path
) -> None:
    write_study(tmp_path / "reads.csv")
    window.open_table(tmp_path / "reads.csv")
    wait_for_report(qtbot, window)
    assert not window.page.isVisible()
    assert not window.sections.isVisible()
    confirm = next(button for button in window.findChildren(QPushButton) if "administrator" in button.text())
    qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    assert window.page.isVisible()


def test_the_window_shows_the_numbers_and_figures_of_the_report(
    qtbot: QtBot, window: StatisticsWindow, tmp_path: Path
) -> None:
    write_study(tmp_path / "reads.csv")
    window.open_table(tmp_path / "reads.csv")
    window.unblind()
    report = wait_for_report(qtbot, window)
    assert report.study.table is not None
    shown = texts(window)
    for condition in ("unaided", "aided"):
        assert f"<td align='left'>{condition}</td>" in shown
    assert window.page.findChildren(QSvgWidget)
    assert all(picture.renderer().isValid() for picture in window.page.findChildren(QSvgWidget))
    assert window.sections.count() == len(report.page.sections)


def test_results_follow_the_table_while_readers_read(qtbot: QtBot, window: StatisticsWindow, tmp_path: Path) -> None:
    path = tmp_path / "reads.csv"
    write_study(path, readers=3)
    window.open_table(path)
    window.unblind()
    assert wait_for_report(qtbot, window).study.table is not None
    write_study(tmp_path / "new.csv", readers=5)
    (tmp_path / "new.csv").replace(path)  # as programs do that save safely
    wait_for_report(qtbot, window, lambda r: r.study.table is not None and len(r.study.table.readers) == 5)
    assert "240 reads" in window.state.text()


def test_a_table_that_cannot_be_used_is_explained_and_the_window_stays(
    qtbot: QtBot, window: StatisticsWindow, tmp_path: Path
) -> None:
    path = tmp_path / "reads.csv"
    write_study(path)
    window.open_table(path)
    window.unblind()
    wait_for_report(qtbot, window)
    path.write_text("something,else\n1,2\n", encoding="utf-8")
    qtbot.waitUntil(window.message.isVisible, timeout=30_000)
    assert "column" in window.message.text()
    assert "last ones" in window.message.text()
    write_study(path)
    window.open_table(path)
    qtbot.waitUntil(lambda: not window.message.isVisible(), timeout=30_000)


def test_a_column_with_an_unusual_name_can_be_chosen(qtbot: QtBot, window: StatisticsWindow, tmp_path: Path) -> None:
    path = tmp_path / "reads.csv"
    write_study(path, names="who,case,condition,truth,how_sure")
    window.open_table(path)
    window.unblind()
    qtbot.waitUntil(lambda: "column" in window.message.text(), timeout=30_000)
    window.columns.choose("reader", "who")
    window.columns.choose("rating", "how_sure")
    report = wait_for_report(qtbot, window, lambda r: r.study.table is not None)
    assert report.study.table is not None
    assert report.study.table.readers == ("R0", "R1", "R2", "R3")


def test_names_in_the_table_cannot_become_markup(qtbot: QtBot, window: StatisticsWindow, tmp_path: Path) -> None:
    path = tmp_path / "reads.csv"
    write_study(path)
    path.write_text(path.read_text().replace("unaided", "<img src=x>"), encoding="utf-8")
    window.open_table(path)
    window.unblind()
    wait_for_report(qtbot, window)
    assert "<img" not in texts(window)
    assert "&lt;img src=x&gt;" in texts(window)


def test_what_is_shown_can_be_saved_and_is_never_overwritten_unasked(
    qtbot: QtBot, window: StatisticsWindow, tmp_path: Path
) -> None:
    write_study(tmp_path / "reads.csv")
    window.open_table(tmp_path / "reads.csv")
    window.unblind()
    wait_for_report(qtbot, window)
    folder = tmp_path / "out"
    folder.mkdir()
    window.save_report(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["report.html", "report.json", "report.pdf"]
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")
    before = (folder / "report.html").read_bytes()
    window.save_report(folder)
    assert "exists" in window.message.text()
    assert (folder / "report.html").read_bytes() == before


def test_usual_column_names_are_recognised_without_regard_to_case() -> None:
    assert guess_roles(["Reader", "CASE", "treatment", "Truth", "Rating", "x"]) == {
        "reader": "Reader",
        "case": "CASE",
        "condition": "treatment",
        "truth": "Truth",
        "rating": "Rating",
    }


def test_the_action_opens_the_window_beside_the_viewer(make_window: Callable[..., MainWindow]) -> None:
    viewer = make_window()
    viewer.run_action("study.statistics")
    (opened,) = viewer.findChildren(StatisticsWindow)
    assert opened.isVisible()
    assert opened.isWindow()
    opened.close()
