"""Finding studies: the browser's order and filter, recent studies, cases, priors, dragging, and de-identified mode."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from radviewer.core.study import Catalog, Instance, Series, Study
from radviewer.core.tasks import CancellationToken, ProgressCallback
from radviewer.ui.browsing.feature import BrowsingFeature
from radviewer.ui.main_window import MainWindow
from radviewer.ui.panels.browser_delegate import BADGE_ROLE, KIND_ROLE
from radviewer.ui.panels.browser_model import BrowserModel
from radviewer.ui.series_drag import dragged_series, series_mime
from radviewer.workbench.assist import Lane
from radviewer.workbench.recents import FILE_NAME
from radviewer.workbench.study_keys import study_key
from radviewer.workbench.worklist_store import ReadState
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import FakeDecoder, FakeWorker
from tests.unit.workbench.test_browsing import identified, leaks

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def case(patient: str, day: str, modality: str = "CT", images: int = 3) -> Study:
    uid = f"9.{patient}.{day}"
    files = tuple(Instance(Path(f"/{uid}/{at}.dcm"), rows=64, columns=96) for at in range(images))
    series = (Series(f"{uid}.1", f"Series {day}", modality, files, 1, "HEAD"),)
    return Study(uid, f"Patient^{patient}", f"P-{patient}", "Study", day, series)


CASES = Catalog((case("B", "20250301"), case("A", "20260101"), case("A", "20241101"), case("C", "20260601", "MR")))


def feature(window: MainWindow) -> BrowsingFeature:
    return next(item for item in window.features if isinstance(item, BrowsingFeature))


def titles(window: MainWindow, kind: str) -> list[str]:
    """The rows of a kind, from top to bottom."""
    tree, found = window.parts.browser.tree, []
    index = tree.model().index(0, 0)
    while index.isValid():
        if index.data(KIND_ROLE) == kind:
            found.append(str(index.data()))
        index = tree.indexBelow(index)
    return found


def drawn_text(window: MainWindow) -> str:
    """All texts of the browser with their tooltips."""
    model, texts = window.parts.browser.tree.model(), []

    def walk(parent: QModelIndex) -> None:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            texts.extend(str(index.data(role) or "") for role in range(0x110))
            walk(index)

    walk(QModelIndex())
    panel = feature(window).panel
    for row in range(panel.list.count()):
        texts += [panel.list.item(row).text(), panel.list.item(row).toolTip()]
    return " ".join(texts)


def choose(window: MainWindow, at: int) -> None:
    """Chooses an order as the user does."""
    box = window.parts.browser.filter.sorts
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_studies_are_sorted_and_page_keys_follow_the_list(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(CASES)
    assert titles(window, "patient") == ["Patient, B", "Patient, A", "Patient, C"]
    choose(window, 1)  # newest first
    assert titles(window, "patient") == ["Patient, C", "Patient, A", "Patient, B"]
    assert titles(window, "study") == [
        f"{day}  Study" for day in ("2026-06-01", "2026-01-01", "2024-11-01", "2025-03-01")
    ]
    window.navigator.show_series("9.C.20260601.1")
    window.run_action("series.next")
    assert window.navigator.stack is not None and window.navigator.stack.series.uid == "9.A.20260101.1"


def test_modality_and_date_filter_the_list(make_window: MakeWindow) -> None:
    window = make_window(CASES)
    browser = window.parts.browser
    browser.filter.modalities.setCurrentIndex(browser.filter.modalities.findData("MR"))
    browser.filter.modalities.activated.emit(1)
    assert titles(window, "patient") == ["Patient, C"]
    browser.filter.modalities.setCurrentIndex(0)
    browser.search.setText("20250301")
    assert titles(window, "patient") == ["Patient, B"]


def test_earlier_studies_of_the_patient_on_the_screen_are_marked_with_how_long_before(make_window: MakeWindow) -> None:
    window = make_window(CASES)
    window.navigator.show_series("9.A.20260101.1")
    model = window.parts.browser.tree.model()
    assert isinstance(model, BrowserModel)
    badges = {key: item.data(BADGE_ROLE) for key, item in model.studies.items()}
    prior = study_key(CASES.studies[2])
    assert badges[prior][0] == "prior 14 mo"
    assert [key for key, badge in badges.items() if badge] == [prior]
    window.navigator.show_series("9.A.20241101.1")
    assert not any(item.data(BADGE_ROLE) for item in model.studies.values())


def test_a_key_shows_the_prior_beside_the_image(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(CASES)
    window.navigator.show_series("9.A.20260101.1")
    window.run_action("case.prior")
    images = [cell.image for cell in window.state.state.cells]
    assert len(images) == 2 and window.state.state.active == 0
    assert [ref.path.parent.name for ref in images if ref] == ["9.A.20260101", "9.A.20241101"]


def test_a_drag_of_a_series_or_a_study_carries_its_series(make_window: MakeWindow) -> None:
    window = make_window(CASES)
    model = window.parts.browser.tree.model()
    assert isinstance(model, BrowserModel)
    row = model.series["9.C.20260601.1"].index()
    assert dragged_series(model.mimeData([row])) == "9.C.20260601.1"
    assert dragged_series(model.mimeData([row.parent()])) == "9.C.20260601.1"
    assert row.flags() & Qt.ItemFlag.ItemIsDragEnabled and row.parent().flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert not row.parent().parent().flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert model.mimeTypes() == ["application/x-radviewer-series"]


def test_a_drag_of_something_else_is_no_series() -> None:
    data = series_mime("1.2.3")
    data.setData("application/x-radviewer-series", b"[1, 2")
    assert dragged_series(data) is None


def test_control_right_and_left_go_from_case_to_case_in_the_order_of_the_list(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(CASES)
    choose(window, 1)

    def shown() -> str:
        return window.navigator.stack.study.date if window.navigator.stack else ""

    window.navigator.show_series("9.C.20260601.1")
    found = []
    for _ in range(4):
        QTest.keyClick(window, Key.Key_Right, Ctrl)
        found.append(shown())
    assert found == ["20260101", "20241101", "20250301", "20250301"]
    assert "last case" in window.parts.status.done.text()
    QTest.keyClick(window, Key.Key_Left, Ctrl)
    assert shown() == "20241101"


def test_a_case_that_was_shown_is_marked_as_opened(make_window: MakeWindow) -> None:
    window = make_window(CASES)
    cases = feature(window).cases
    window.navigator.show_series("9.C.20260601.1")
    states = [cases.store.state(study_key(study)) for study in CASES.studies]
    assert states == [ReadState.OPENED, ReadState.NEW, ReadState.NEW, ReadState.OPENED]


def test_pictures_are_made_only_of_series_that_are_seen(make_window: MakeWindow, qtbot: QtBot) -> None:
    many = Catalog(tuple(case(f"{number:03d}", "20260101", images=1) for number in range(200)))
    decoder = FakeDecoder()
    make_window(many, decoder=decoder)
    qtbot.waitUntil(lambda: len(decoder.asked) >= 4)
    qtbot.wait(100)
    assert len({ref.path for ref, _ in decoder.asked}) < 30


def test_an_archive_of_thousands_shows_a_part_and_names_the_worklist(make_window: MakeWindow) -> None:
    many = Catalog(tuple(case(f"{number:04d}", "20260101", images=1) for number in range(3000)))
    window = make_window(many)
    browser = window.parts.browser
    assert browser._model.rowCount() == 300 and "2700 more studies" in browser._more.text()
    window.navigator.show_series("9.2900.20260101.1")
    assert titles(window, "patient")[0] == "Patient, 2900"


# --- recent studies ------------------------------------------------------------------------------------------------


def test_what_was_opened_is_listed_after_a_restart_and_opens_again(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    asked: list[Path] = []

    def scan(paths: object, token: CancellationToken, progress: ProgressCallback) -> Catalog:
        asked.extend(paths)  # type: ignore[arg-type]
        return CASES

    window = make_window(CASES, scan=scan, open_study=False)
    window.open_paths((folder,))
    qtbot.waitUntil(lambda: feature(window).panel.list.count() == 1)
    window.close()
    again = make_window(CASES, scan=scan, open_study=False)
    again.run_action("file.recent")
    panel = feature(again).panel
    assert panel.isVisible() and "Patient, B" in panel.list.item(0).text() and "CT, MR" in panel.list.item(0).text()
    QTest.keyClick(panel.list, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(again.opener.catalog.studies))
    assert asked == [folder, folder]


def test_a_recent_study_that_is_gone_is_marked_and_said(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    window = make_window(CASES, open_study=False)
    window.open_paths((folder,))
    panel = feature(window).panel
    qtbot.waitUntil(lambda: panel.list.count() == 1)
    folder.rmdir()
    window.run_action("file.recent")
    assert "not found" in panel.list.item(0).text()
    panel.list.itemActivated.emit(panel.list.item(0))
    assert "Not found any more" in window.parts.strip.text
    QTest.keyClick(panel.list, Key.Key_Delete)
    assert panel.list.count() == 0
    assert (tmp_path / "data" / FILE_NAME).read_bytes() == b""


def test_the_list_of_recent_studies_can_be_emptied(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(CASES)
    panel = feature(window).panel
    qtbot.waitUntil(lambda: panel.list.count() == 1)
    panel.clear.click()
    assert panel.list.count() == 0 and (tmp_path / "data" / FILE_NAME).read_bytes() == b""


# --- de-identified mode ----------------------------------------------------------------------------------------------


def test_in_de_identified_mode_the_browser_shows_none_of_nine_identifiers(make_window: MakeWindow) -> None:
    window = make_window(identified())
    assert {"shown name", "id", "description", "series"} <= set(leaks(drawn_text(window)))
    window.state.wish(deidentified=True)
    hidden = drawn_text(window).replace("1.2.840.998", "")  # the series' UID is the row's name, and is not drawn
    assert leaks(hidden) == [] and "Patient 1" in hidden
    window.state.wish(deidentified=False)
    assert "shown name" in leaks(drawn_text(window))


def test_in_de_identified_mode_nothing_is_added_to_the_recent_studies(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(identified(), open_study=False)
    window.state.wish(deidentified=True)
    window.open_paths((Path("/CanaryFolder"),))
    qtbot.waitUntil(lambda: window.state.facts.count > 0)
    written = b"".join(path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())
    assert leaks(written.decode(errors="replace")) == []
    assert feature(window).panel.list.count() == 0


# --- predicting ahead -------------------------------------------------------------------------------------------------


def test_the_next_images_and_cases_are_predicted_ahead_and_shown_at_once(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = FakeWorker()
    window = make_window(CASES, worker=worker)
    qtbot.waitUntil(lambda: len(worker.behind) == 4, timeout=10_000)
    asked = [request.image.path for request, _ in worker.behind]
    assert [path.parent.name for path in asked] == ["9.B.20250301", "9.B.20250301", "9.A.20260101", "9.A.20241101"]
    assert {lane for _, lane in worker.behind} == {Lane.PREFETCH}
    before = len(worker.requests)
    qtbot.waitUntil(lambda: window.assistant.knows(worker.behind[0][0].image, "brain-mri"))
    window.run_action("image.next")
    qtbot.waitUntil(lambda: window.scene.prediction is not None)
    assert [request.image for request in worker.requests[before:]] == []


def test_nothing_is_predicted_ahead_when_the_setting_is_off(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = FakeWorker()
    window = make_window(CASES, worker=worker, open_study=False)
    window.change_settings(prefetch=False)
    window.open_paths((Path("/phantom"),))
    qtbot.waitUntil(lambda: window.scene.prediction is not None, timeout=10_000)
    qtbot.wait(500)
    assert worker.behind == [] and feature(window).prefetcher.plan() == ()
    window.change_settings(prefetch=True)
    assert len(feature(window).prefetcher.plan()) == 4


def test_another_image_lets_go_of_what_was_asked_ahead(make_window: MakeWindow, qtbot: QtBot) -> None:
    worker = FakeWorker()
    window = make_window(CASES, worker=worker)
    qtbot.waitUntil(lambda: window.scene.prediction is not None, timeout=10_000)
    worker.hold()
    prefetcher = feature(window).prefetcher
    prefetcher._next()
    token = prefetcher._token
    assert token is None or not token.cancelled
    window.navigator.show_series("9.C.20260601.1")
    assert prefetcher._token is None and (token is None or token.cancelled)
    worker.release()


def test_a_case_without_images_is_passed_over(make_window: MakeWindow) -> None:
    report = replace(case("R", "20260701", "SR"), series=(Series("9.R.1", "Report", "SR", (Instance(Path("/r"), 0),)),))
    window = make_window(Catalog((CASES.studies[0], report, CASES.studies[3])))
    window.run_action("case.next")
    assert window.navigator.stack is not None and window.navigator.stack.study.patient_id == "P-C"
