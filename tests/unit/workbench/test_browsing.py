"""Names, order, priors and recents of studies, also while identifiers are hidden."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from radviewer.core.study import Catalog, Instance, Series, Study
from radviewer.workbench.browsing import age_text, series_subtitle, series_title, study_title
from radviewer.workbench.priors import interval_text, priors_of
from radviewer.workbench.recents import FILE_NAME, Recents, recent_of
from radviewer.workbench.study_keys import find_study, is_same_patient, study_key
from radviewer.workbench.study_order import Period, SortKey, StudyFilter, arranged, filtered

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
NINE = {
    "name": "Canary^Name", "id": "CANARY-ID", "date": "19991231", "description": "CanaryStudy",
    "series": "CanarySeries", "study uid": "1.2.840.999", "series uid": "1.2.840.998", "folder": "CanaryFolder",
    "file": "CanaryFile.dcm",
}  # fmt: skip


def study(name: str, patient: str, day: str, modality: str = "CT", images: int = 2, **changes: object) -> Study:
    uid = f"{patient}.{day}.{modality}"
    instances = tuple(Instance(Path(f"/{uid}/{at}.dcm")) for at in range(images))
    made = Study(uid, name, patient, f"{modality} study", day, (Series(f"{uid}.1", "Axial", modality, instances),))
    return replace(made, **changes)  # type: ignore[arg-type]


def identified() -> Catalog:
    path = Path("/") / NINE["folder"] / NINE["file"]
    series = Series(NINE["series uid"], NINE["series"], "CT", (Instance(path),), 3, "HEAD")
    return Catalog((Study(NINE["study uid"], NINE["name"], NINE["id"], NINE["description"], NINE["date"], (series,)),))


def leaks(text: str) -> list[str]:
    """Which of the nine values a text gives away, in the form of the header or of the screen."""
    forms = {**NINE, "shown name": "Canary", "shown date": "1999"}
    return [name for name, value in forms.items() if value.casefold() in text.casefold()]


def test_priors_are_earlier_studies_of_the_same_patient_the_latest_first() -> None:
    now = study("Doe^Jane", "7", "20260301")
    catalog = Catalog(
        (
            now,
            study("DOE^JANE", "7", "20250301"),
            study("Doe^Jane", "7", "20251201"),
            study("Doe^Jane", "7", "20260501"),
            study("Roe^Jane", "7", "20240101"),
            study("Doe^Jane", "8", "20240101"),
        )
    )
    assert [(prior.study.date, prior.interval) for prior in priors_of(now, catalog)] == [
        ("20251201", "3 months before"),
        ("20250301", "12 months before"),
    ]


def test_without_a_number_nobody_is_taken_for_the_same_patient() -> None:
    assert not is_same_patient(study("Doe^Jane", "", "20260101"), study("Doe^Jane", "", "20250101"))
    assert is_same_patient(study("", "7", "20260101"), study("Doe^Jane", "7", "20250101"))


def test_a_study_of_the_same_day_is_a_prior_by_its_time() -> None:
    now = study("Doe^Jane", "7", "20260301", time="120000")
    earlier = study("Doe^Jane", "7", "20260301", "MR", time="080000")
    assert [prior.interval for prior in priors_of(now, Catalog((earlier, now)))] == ["same day"]
    assert priors_of(earlier, Catalog((earlier, now))) == ()


def test_intervals_are_said_in_days_months_and_years() -> None:
    then = date(2000, 1, 1)
    said = [interval_text(then, then.fromordinal(then.toordinal() + days)) for days in (1, 60, 365, 1000, 5000)]
    assert said == ["1 day before", "60 days before", "12 months before", "2.7 years before", "14 years before"]


def test_studies_are_sorted_by_date_name_modality_and_score() -> None:
    studies = (study("B", "1", "20250101", "MR"), study("A", "2", "20260101", "CT"), study("C", "3", "", "DX"))
    catalog = Catalog(studies)
    scores = {study_key(studies[2]): 0.2, study_key(studies[0]): 0.9}

    def order(key: SortKey) -> str:
        return "".join(item.patient_name for item in arranged(catalog, key, scores).studies)

    assert [order(key) for key in SortKey] == ["BAC", "ABC", "ABC", "ACB", "BCA"]


def test_the_filter_leaves_what_has_the_words_the_modality_and_the_date() -> None:
    catalog = Catalog((study("Alpha", "1", "20261120"), study("Beta", "2", "20260101", "MR"), study("Gamma", "3", "")))
    today = date(2026, 11, 21)

    def names(**wish: object) -> str:
        return " ".join(item.patient_name for item in filtered(catalog, StudyFilter(**wish), today).studies)  # type: ignore[arg-type]

    assert names(words="alpha ct") == "Alpha"
    assert names(modality="MR") == "Beta"
    assert names(period=Period.WEEK) == "Alpha"
    assert names(period=Period.YEAR) == "Alpha Beta"
    assert names() == "Alpha Beta Gamma"


def test_titles_in_de_identified_mode_hold_none_of_nine_identifiers() -> None:
    (item,) = identified().studies
    (series,) = item.series
    words = (
        study_title(item, hidden=True), series_title(series, hidden=True), series_subtitle(series, hidden=True),
        study_key(item),
    )  # fmt: skip
    assert leaks(" ".join(words)) == []
    assert not filtered(identified(), StudyFilter("canary"), date.today(), hidden=True).studies
    assert filtered(identified(), StudyFilter("canary"), date.today()).studies


def test_ages_are_written_as_people_write_them() -> None:
    assert [age_text(text) for text in ("063Y", "004M", "002W", "odd", "")] == ["63 y", "4 mo", "2 w", "odd", ""]
    assert age_text("063Y", {"{age} y": "{age} J."}.__getitem__) == "63 J."


def test_recent_studies_come_back_after_a_restart_the_latest_first(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a", "b")]
    for path in paths:
        path.mkdir()
        item = recent_of((path,), identified(), NOW)
        assert item is not None
        Recents(tmp_path / "data").add(item)
    again = Recents(tmp_path / "data")
    assert [item.paths for item in again.items] == [(paths[1],), (paths[0],)]
    assert again.items[0].title == "Canary, Name  1999-12-31  CanaryStudy"
    paths[1].rmdir()
    assert [item.missing for item in Recents(tmp_path / "data").items] == [(paths[1],), ()]
    again.clear()
    assert Recents(tmp_path / "data").items == ()
    assert (tmp_path / "data" / FILE_NAME).read_bytes() == b""


def test_an_entry_of_the_recent_list_is_shown_without_identifiers(tmp_path: Path) -> None:
    item = recent_of((Path("/") / NINE["folder"],), identified(), NOW)
    assert item is not None
    assert leaks(item.shown(hidden=True)) == [] and "CT" in item.shown(hidden=True)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folders of users apart by itself")
def test_what_belongs_to_the_user_is_readable_by_nobody_else(tmp_path: Path) -> None:
    item = recent_of((tmp_path,), identified(), NOW)
    assert item is not None
    Recents(tmp_path / "data").add(item)
    assert stat.S_IMODE((tmp_path / "data" / FILE_NAME).stat().st_mode) == 0o600


def test_a_damaged_list_of_recent_studies_is_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    item = recent_of((tmp_path,), identified(), NOW)
    assert item is not None
    Recents(tmp_path).add(item)
    with (tmp_path / FILE_NAME).open("a") as file:
        file.write('{"paths": ["/half')
    again = Recents(tmp_path)
    assert len(again.items) == 1 and "damaged" in again.complaint


def test_a_study_is_found_by_its_key() -> None:
    catalog = identified()
    assert find_study(catalog, study_key(catalog.studies[0])) is catalog.studies[0]
    assert find_study(catalog, "nobody") is None
