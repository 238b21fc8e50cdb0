"""The study report: complete, reproducible, self-contained, and honest about what is missing."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

from radviewer.report.page import Figure, Table
from radviewer.report.study.analysis import StudyOptions
from radviewer.report.study.guidelines import OPEN, filled
from radviewer.report.study.report import GUIDELINES, StudyReport
from radviewer.stats.uptake import UptakeColumns
from tests.helpers.reads import simulated_study, write_study

COLUMNS = UptakeColumns(rating="rating", ai_score="ai_score", time="time_s", experience="experience")
OPTIONS = StudyOptions(columns=COLUMNS, replicates=100)
DATE = "2026-11-21"
HOSTILE = "<img src=x onerror=alert(1)>\x07\u202e"


def make(folder: Path, frame: pd.DataFrame | None = None, meta: str | None = None, **options: object) -> StudyReport:
    table = write_study(folder / "reads.csv", simulated_study() if frame is None else frame)
    path = None
    if meta is not None:
        path = folder / "study.toml"
        path.write_text(meta, encoding="utf-8")
    given = StudyOptions(columns=COLUMNS, replicates=100, **options)  # type: ignore[arg-type]
    return StudyReport.from_files(table, path, date=DATE, options=given)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> StudyReport:
    return make(tmp_path_factory.mktemp("study"), meta='title = "Nodules"\n[study]\nnoninferiority_margin = 0.05\n')


class Reader(HTMLParser):
    """Collects tags and checks that they nest."""

    VOID = frozenset({"meta", "col", "link", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def parsed(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    assert not reader.open
    return reader


def test_the_same_study_and_date_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (make(tmp_path, meta="[audit]\nverified = true") for _ in range(2))
    assert first.html() == second.html()
    assert first.json() == second.json()
    assert first.pdf() == second.pdf()


def test_another_date_changes_nothing_but_the_date(report: StudyReport) -> None:
    other = StudyReport(report.study, "2031-01-02")
    assert other.html().replace("2031-01-02", DATE) == report.html()
    assert other.json().replace("2031-01-02", DATE) == report.json()


def test_the_page_loads_nothing_and_runs_nothing(report: StudyReport) -> None:
    html = report.html()
    reader = parsed(html)
    assert not {tag for tag, _ in reader.tags} & {"script", "link", "img", "iframe", "object", "form"}
    for _, attributes in reader.tags:
        for name, value in attributes.items():
            assert not name.startswith("on")
            if name in {"href", "src", "action"}:
                assert value is not None and value.startswith("#")
    assert "default-src 'none'" in html
    assert not re.search(r"url\(|@import", html)


def test_tables_and_figures_are_accessible(report: StudyReport) -> None:
    reader = parsed(report.html())
    ids = [a["id"] for _, a in reader.tags if "id" in a]
    assert len(ids) == len(set(ids))
    for tag, attributes in reader.tags:
        if tag == "th":
            assert attributes.get("scope") in {"col", "row", "rowgroup"}
        for target in (attributes.get("aria-labelledby") or "").split():
            assert target in ids
    assert sum(tag == "caption" for tag, _ in reader.tags) == sum(tag == "table" for tag, _ in reader.tags) > 10
    assert sum(tag == "svg" for tag, _ in reader.tags) == sum(tag == "figcaption" for tag, _ in reader.tags) >= 9
    assert dict(reader.tags)["html"]["lang"] == "en"


def test_all_sections_and_figures_are_there(report: StudyReport) -> None:
    titles = [section.title for section in report.page.sections]
    assert titles == [
        "Summary", "Study and data", "Methods", "Diagnostic accuracy", "Uptake of AI advice", "Reading time",
        "Calibration", "Agreement among readers", "Power of a further study", "Deviations and integrity",
        "CLAIM 2024 table", "STARD-AI table", "DECIDE-AI table",
    ]  # fmt: skip
    figures = {b.drawing.title for s in report.page.sections for b in s.blocks if isinstance(b, Figure)}
    assert figures == {
        "ROC curves by condition", "ROC curves by reader", "Forest plot of AUC", "Operating points moving with AI",
        "Switches by reader", "Relative reliance on AI and on self", "Ratings without and with AI",
        "Reading time ratios", "Calibration", "Power of a further study",
    }  # fmt: skip


def test_every_row_of_a_table_has_as_many_cells_as_its_header(report: StudyReport) -> None:
    for section in report.page.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                assert {len(row) for row in block.rows} <= {len(block.header)}, block.caption
                assert len(block.align) == len(block.header)
                assert not block.widths or len(block.widths) == len(block.header)


def test_the_json_has_the_numbers_of_the_page_and_no_nan(report: StudyReport) -> None:
    found = json.loads(report.json())
    assert found["sha256"]["study"] in report.html()
    pair = found["accuracy"]["auc"]["pairs"][0]
    assert f"{-pair['difference']:.4f}" in report.html()
    rair = found["uptake"]["aided"]["pooled"]["measures"]["RAIR"]["value"]
    assert f"{100 * rair:.1f}\u00a0%" in report.html()
    assert len(found["roc_curves"]) == 8
    assert found["power"]["power_by_cases"]
    assert found["noninferiority"][0]["margin"] == 0.05


def test_hostile_names_are_shown_and_do_nothing(tmp_path: Path) -> None:
    frame = simulated_study()
    frame["reader"] = frame["reader"].replace({"R1": HOSTILE, "R2": "=1+2", "R3": "&amp;</title>"})
    frame["case"] = frame["case"].replace({"c001": "<b>c1"})
    frame["experience"] = frame["experience"].replace({"senior": "'; DROP TABLE--"})
    report = make(tmp_path, frame, meta="title = '''</title><script>alert(1)</script>'''\n[model]\nname = '''<b>m'''")
    html = report.html()
    reader = parsed(html)
    assert not {tag for tag, _ in reader.tags} & {"script", "img", "b>"}
    assert "\x07" not in html and "\u202e" not in html
    assert "<img src=x onerror=alert(1)>\\x07\\u202e" in reader.words
    assert report.pdf().startswith(b"%PDF")
    assert json.loads(report.json())["readers"][0] == HOSTILE


def test_what_is_missing_is_said_and_nothing_is_invented(tmp_path: Path) -> None:
    report = make(tmp_path)
    text = " ".join(parsed(report.html()).words)
    assert "Not verified: no audit log was given." in text
    assert "No metadata were given" in text
    assert "not stated by the authors" in text
    for guideline in GUIDELINES:
        rows = {a.number: a for _, answers in filled(guideline, report.study) for a in answers}
        assert all(a.answer for a in rows.values())
    claim = {a.number: a for _, answers in filled(GUIDELINES[0], report.study) for a in answers}
    assert claim["14"].answer == OPEN and claim["44"].answer == OPEN
    assert "Not applicable" in claim["26"].answer
    assert claim["29"].source == "analysis"


def test_answers_of_the_authors_go_before_ours(tmp_path: Path) -> None:
    report = make(tmp_path, meta='[checklist.claim]\n"29" = "See our appendix"\n"99" = "no such item"\n')
    claim = {a.number: a for _, answers in filled(GUIDELINES[0], report.study) for a in answers}
    assert (claim["29"].answer, claim["29"].source) == ("See our appendix", "authors")
    assert "does not have were ignored: 99" in report.html()


def test_the_guidelines_have_the_published_numbers_of_items() -> None:
    count = {g.key: [item.number for _, items in g.groups for item in items] for g in GUIDELINES}
    assert count["claim"] == [str(k) for k in range(1, 45)]
    assert len(count["stard_ai"]) == 48 and {re.sub("[a-z]", "", n) for n in count["stard_ai"]} == set(
        map(str, range(1, 41))
    )
    arabic = [n for n in count["decide_ai"] if n[0].isdigit()]
    assert len(arabic) == 28 and {re.sub("[a-z]", "", n) for n in arabic} == set(map(str, range(1, 18)))
    assert set(count["decide_ai"]) - set(arabic) == {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"}


def test_a_study_without_ai_calls_still_gets_its_accuracy(tmp_path: Path) -> None:
    frame = simulated_study().drop(columns=["ai_call", "ai_score", "time_s"])
    table = write_study(tmp_path / "reads.csv", frame)
    options = StudyOptions(columns=UptakeColumns(rating="rating"), replicates=100)
    report = StudyReport.from_files(table, date=DATE, options=options)
    assert "auc" in report.study.endpoints and not report.study.uptake
    assert any("ai_call" in line for line in report.study.absent)
    assert "Uptake of AI advice: the table has no column" in report.html()
    assert report.pdf() and json.loads(report.json())["uptake"] == {}


def test_a_study_without_ratings_is_analysed_by_its_calls(tmp_path: Path) -> None:
    frame = simulated_study().drop(columns=["rating"])
    table = write_study(tmp_path / "reads.csv", frame)
    options = StudyOptions(columns=UptakeColumns(ai_score="ai_score"), replicates=100)
    report = StudyReport.from_files(table, date=DATE, options=options)
    assert list(report.study.endpoints) == ["accuracy", "sensitivity", "specificity"]
    assert report.html() and report.pdf() and report.json()


@pytest.mark.parametrize("readers", [1, 2])
def test_studies_with_one_or_two_readers_are_reported_with_their_limits(tmp_path: Path, readers: int) -> None:
    report = make(tmp_path, simulated_study(readers=readers))
    assert report.pdf() and json.loads(report.json())
    text = report.html()
    assert ("one reader" in text) == (readers == 1)


def test_three_conditions_and_missing_reads_are_reported(tmp_path: Path) -> None:
    frame = simulated_study()
    third = frame[frame.condition == "aided"].assign(condition="aided with map")
    frame = pd.concat([frame, third.iloc[3:]], ignore_index=True)
    report = make(tmp_path, frame)
    assert set(json.loads(report.json())["uptake"]) == {"aided", "aided with map"}
    assert "Reads by reader and condition" in report.html()
    assert report.pdf()


def test_a_perfect_reader_and_constant_ratings_do_not_stop_the_report(tmp_path: Path) -> None:
    frame = simulated_study()
    perfect = frame.reader == "R1"
    frame.loc[perfect, "rating"] = frame.loc[perfect, "truth"].astype(float)
    frame.loc[perfect, "call"] = frame.loc[perfect, "truth"]
    constant = frame.reader == "R2"
    frame.loc[constant, "rating"], frame.loc[constant, "call"] = 0.5, 1
    report = make(tmp_path, frame)
    assert report.html() and report.pdf() and json.loads(report.json())


def test_one_truth_class_gives_a_sentence(tmp_path: Path) -> None:
    report = make(tmp_path, simulated_study().assign(truth=1))
    assert list(report.study.endpoints) == ["accuracy", "sensitivity"]
    assert any("the AUC is undefined" in line for line in report.study.absent)
    assert "the AUC is undefined" in report.html() and report.pdf()


def test_a_wrong_audit_is_shouted_in_the_summary(tmp_path: Path) -> None:
    report = make(tmp_path, meta="[audit]\nverified = false")
    summary = report.page.sections[0]
    assert any("does NOT verify" in getattr(block, "text", "") for block in summary.blocks)


def test_the_pdf_has_an_outline_and_page_numbers(report: StudyReport) -> None:
    content = report.pdf()
    assert content.count(b"/Title (") >= len(report.page.sections)
    assert len(re.findall(rb"/Type /Page\b", content)) > 8
