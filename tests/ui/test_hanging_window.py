"""Hanging on real windows: when a study opens, when asked for, and never over what is being read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pytestqt.qtbot import QtBot

from radviewer.core.study import Catalog, Instance, Series, Study
from radviewer.core.tasks import CancellationToken, ProgressCallback
from radviewer.ui.main_window import MainWindow
from radviewer.ui.text_window import TextWindow
from radviewer.workbench.cells import Board
from radviewer.workbench.hanging_file import FILE_NAME
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import FakeDecoder, make_catalog
from tests.ui.planes import SLICES, make_planes_catalog, plane_image


def mammography() -> Catalog:
    series = tuple(
        Series(
            f"{side}{view}",
            f"{side} {view}",
            "MG",
            (Instance(Path(f"/{side}{view}"), view_position=view, laterality=side),),
            body_part="BREAST",
        )
        for side, view in (("L", "MLO"), ("R", "MLO"), ("L", "CC"), ("R", "CC"))
    )
    return Catalog((Study("m", "Phantom^Breast", "P-9", "", "20260301", series),))


def titles(window: MainWindow) -> list[str]:
    return [cell.series_title for cell in window.state.facts.cells]


def test_mammography_hangs_with_the_right_breast_on_the_left(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(mammography())
    qtbot.waitUntil(lambda: titles(window) == ["R CC", "L CC", "R MLO", "L MLO"])
    assert window.state.state.boards == (Board(2, 2),)


def test_ct_in_three_planes_opens_in_the_middle_of_each(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(make_planes_catalog(), decoder=FakeDecoder(plane_image))
    qtbot.waitUntil(lambda: [known.index for known in window.state.facts.cells] == [SLICES // 2] * 3)
    assert titles(window) == ["Axial 2.5 mm", "Coronal 2.5 mm", "Sagittal 2.5 mm"]


def test_what_opens_beside_an_open_study_moves_nothing(make_window: MakeWindow, qtbot: QtBot) -> None:
    catalogs = [make_catalog(2), mammography()]

    def scan(paths: Sequence[Path], token: CancellationToken, progress: ProgressCallback) -> Catalog:
        return catalogs.pop(0)

    window = make_window(make_catalog(2), scan=scan)
    window.open_paths((Path("/more"),))
    qtbot.waitUntil(lambda: len(window.opener.catalog.studies) == 2 and not window.opener.busy)
    assert titles(window) == ["Axial"]
    window.navigator.show_series("LCC")
    window.run_action("hang.apply")
    qtbot.waitUntil(lambda: titles(window) == ["R CC", "L CC", "R MLO", "L MLO"])


def test_hanging_by_itself_is_turned_off_by_its_action_and_by_the_settings(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(mammography(), open_study=False)
    assert window.parts.actions["hang.auto"].isChecked()
    window.run_action("hang.auto")
    assert not window.settings.hang_studies and not window.parts.actions["hang.auto"].isChecked()
    window.open_paths((Path("/m"),))
    qtbot.waitUntil(lambda: window.state.facts.count > 0)
    assert len(window.scene.panes) == 1


def test_a_study_that_no_rule_fits_is_said_to_be_so(make_window: MakeWindow) -> None:
    window = make_window(make_catalog(2))
    window.run_action("hang.apply")
    assert window.parts.strip.text == "No hanging rule fits this study."


def test_ones_own_rules_are_listed_first_and_wrong_ones_are_told(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "config").mkdir()
    path = tmp_path / "config" / FILE_NAME
    path.write_text('[[rule]]\nname = "Mine"\nrows = 2\ncolumns = 1\ncells = [{ description = "Axial" }]\n')
    window = make_window(make_catalog(2))
    qtbot.waitUntil(lambda: len(window.scene.panes) == 2)
    window.run_action("hang.edit")
    (page,) = window.findChildren(TextWindow)
    assert page.page.toPlainText().index("Mine") < page.page.toPlainText().index("Mammography")
    page.close()
    path.write_text("[[rule]]\nnam = 1\n")
    window.run_action("hang.apply")
    assert "nam" in window.parts.strip.text or "nam" in window.parts.strip.details
