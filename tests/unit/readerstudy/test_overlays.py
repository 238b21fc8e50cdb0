"""Types of overlay that are dealt to cases: balanced, sealed, shown as dealt, exported, a factor of the statistics."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radviewer.readerstudy.canonical import digest, plain
from radviewer.readerstudy.case_files import with_hashes
from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.comparison import PairFilter, chosen, pairs_of
from radviewer.readerstudy.debrief import debrief_of
from radviewer.readerstudy.exchange.rows import FIXED, long_table
from radviewer.readerstudy.keys import new_keys
from radviewer.readerstudy.opened import OpenedStudy, open_study
from radviewer.readerstudy.overlays import overlay_types, parse_overlay
from radviewer.readerstudy.plan import Condition, ReaderStudyPlan
from radviewer.readerstudy.plan_file import parse_plan
from radviewer.readerstudy.plan_problem import PlanProblem
from radviewer.readerstudy.schedule import Assignment, Purpose, make_schedule
from radviewer.readerstudy.schedule_proof import prove
from radviewer.readerstudy.session import ReadingSession, SessionState
from radviewer.readerstudy.strata import stratum_of
from radviewer.readerstudy.study_store import Place, StudyStore
from radviewer.report.study.bundle import write_bundle
from radviewer.report.study.bundle_check import check_bundle
from radviewer.report.study.report import StudyReport
from radviewer.workbench.reading_export import export_files
from radviewer.workbench.study_metadata import metadata, metadata_toml
from tests.unit.readerstudy.building import raw_plan

TYPES = ("gradcam", "occlusion", "none", "other-case:gradcam")
KINDS = ("crossover", "sequential", "concurrent", "on-request", "split-plot", "parallel")


def dealing(
    types: tuple[str, ...] = TYPES, ai: tuple[str, ...] = ("score", "heatmap"), **wishes: Any
) -> dict[str, Any]:
    """A plan whose aided condition deals types of overlay."""
    raw = raw_plan(**wishes)
    for condition in raw["conditions"][1:]:
        condition |= {"ai": list(ai), "overlays": list(types)}
    for k, case in enumerate(raw["cases"]):
        case["ai"]["maps"] = [{"method": name, "file": f"{name}{k}.npz"} for name in ("gradcam", "occlusion")]
        case["ai"]["boxes"] = [{"x": k, "y": 1, "width": 2, "height": 3}]
    return raw


def dealt(plan: ReaderStudyPlan) -> list[Assignment]:
    return [item for item in make_schedule(plan).assignments if item.overlay and item.purpose is Purpose.MAIN]


def even(counts: Counter[Any], types: tuple[str, ...]) -> bool:
    numbers = [counts[name] for name in types]
    return max(numbers) - min(numbers) <= 1


@settings(max_examples=80, deadline=None)
@given(
    kind=st.sampled_from(KINDS), readers=st.integers(2, 9), cases=st.integers(8, 31), aided=st.integers(1, 2),
    types=st.sampled_from([TYPES[:2], TYPES[:3], TYPES]), seed=st.integers(0, 10**6), sittings=st.integers(1, 3),
    counterbalance=st.sampled_from(["cases", "readers"]), repeats=st.sampled_from([0.0, 0.2]),
)  # fmt: skip
def test_in_every_design_each_reader_and_each_case_sees_each_type_equally_often_but_for_one(
    kind: str, readers: int, cases: int, aided: int, types: tuple[str, ...], seed: int, sittings: int,
    counterbalance: str, repeats: float,
) -> None:  # fmt: skip
    if kind == "parallel" and readers < 1 + aided:
        return
    raw = dealing(
        types,
        kind=kind,
        readers=readers,
        cases=cases,
        aided=aided,
        sittings=sittings,
        counterbalance=counterbalance,
        repeats=repeats,
    )
    raw["study"]["seed"] = seed
    plan = parse_plan(raw, Path())
    of_reader: dict[Any, Counter[Any]] = defaultdict(Counter)
    of_stratum: dict[Any, Counter[Any]] = defaultdict(Counter)
    of_case: dict[Any, Counter[Any]] = defaultdict(Counter)
    read: dict[Any, set[str]] = defaultdict(set)
    items = dealt(plan)
    for item in items:
        read[item.reader, item.condition].add(item.case)
    for item in items:
        same = frozenset(read[item.reader, item.condition])
        of_reader[item.reader, item.condition][item.overlay] += 1
        of_stratum[item.reader, item.condition, stratum_of(plan, plan.case(item.case))][item.overlay] += 1
        of_case[item.condition, item.case, same][item.overlay] += 1
    for counts in (*of_reader.values(), *of_stratum.values(), *of_case.values()):
        assert even(counts, types)
    proof = prove(plan, make_schedule(plan))
    assert proof.faults == ()
    assert (proof.worst_overlay_reader, proof.worst_overlay_case) <= (1, 1)
    assert sum(proof.overlays.values()) == len(items) > 0


def test_a_repeat_shows_the_type_of_the_first_reading_and_practice_takes_turns_without_shams() -> None:
    plan = parse_plan(dealing(kind="crossover", cases=20, training=6, repeats=0.2), Path())
    items = make_schedule(plan).assignments
    first = {(i.reader, i.case, i.condition): i.overlay for i in items if i.purpose is Purpose.MAIN}
    repeats = [item for item in items if item.purpose is Purpose.REPEAT]
    assert repeats
    assert all(item.overlay == first[item.reader, item.case, item.condition] for item in repeats)
    practice = [i for i in items if i.purpose is Purpose.TRAINING and i.condition == "aided" and i.reader == "R1"]
    assert [item.overlay for item in practice] == ["gradcam", "occlusion", "none"]
    assert not any(item.map_case for item in practice)


def test_the_seed_deals_and_nothing_else() -> None:
    raw = dealing(cases=16, readers=3)
    one = {(i.reader, i.case): i.overlay for i in dealt(parse_plan(raw, Path()))}
    assert one == {(i.reader, i.case): i.overlay for i in dealt(parse_plan(raw, Path()))}
    raw["study"]["seed"] = 8
    assert one != {(i.reader, i.case): i.overlay for i in dealt(parse_plan(raw, Path()))}


def test_a_type_is_dealt_to_a_case_by_chance() -> None:
    """Over seeds, each case gets each type as often as any other."""
    counts: Counter[tuple[str, str]] = Counter()
    raw = dealing(TYPES[:2], cases=8, readers=1)
    for seed in range(400):
        raw["study"]["seed"] = seed
        counts.update((item.case, item.overlay) for item in dealt(parse_plan(raw, Path())))
    assert len(counts) == 16
    # Each has expectation 200 and standard deviation 10; sixteen of them stay within five deviations.
    assert all(abs(n - 200) < 50 for n in counts.values())


def test_a_plan_that_deals_nothing_keeps_the_hash_that_it_had() -> None:
    plan = parse_plan(raw_plan(), Path())
    assert "overlays" not in json.dumps(plain(plan))
    assert "overlay" not in json.dumps(plain(make_schedule(plan)))
    # As they were before types of overlay could be dealt.
    assert digest(plan) == "f3cc3e83dac5d36219ed7b5aabcdede8efc7cd6f1f49eab8b870811d1a5c460b"
    assert make_schedule(plan).hash == "0452b8fcb03c5c2efe9dd0da9a64e0d76f82ead1fff7a7ab91461b6a72b1b58a"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"overlays": ["gradcam"]}, "at least two different"),
        ({"overlays": ["gradcam", "gradcam"]}, "at least two different"),
        ({"overlays": ["other-case:gradcam", "other-case:occlusion"]}, "other cases only"),
        ({"overlays": ["gradcam", "lime"]}, "lacks the map of 'lime'"),
        ({"overlays": ["gradcam", "gradcam@layer4"]}, "lacks the map of 'gradcam@layer4'"),
        ({"overlays": ["gradcam", "other-case:none"]}, "no type of overlay"),
        ({"overlays": ["gradcam", ""]}, "no type of overlay"),
        ({"overlays": ["gradcam", "two words"]}, "no type of overlay"),
        ({"overlays": ["gradcam", "gradcam@"]}, "no type of overlay"),
        ({"method": "gradcam"}, "beside method"),
        ({"map_from": "other-case"}, "beside method"),
        ({"ai": ["score"]}, "overlays is set but no map is shown"),
    ],
)
def test_types_that_cannot_be_dealt_are_refused_with_the_key(change: dict[str, Any], words: str) -> None:
    raw = dealing()
    raw["conditions"][1] |= change
    with pytest.raises(PlanProblem, match=words) as caught:
        parse_plan(raw, Path())
    assert "conditions[2: 'aided']" in caught.value.message
    assert caught.value.hint


def test_more_types_than_cases_are_refused() -> None:
    raw = dealing(cases=3)
    with pytest.raises(PlanProblem, match="more types than there are cases"):
        parse_plan(raw, Path())


def test_a_type_is_named_as_the_plan_writes_it() -> None:
    assert parse_overlay("other-case:gradcam++@layer4.1").method == "gradcam++"
    assert parse_overlay("other-case:gradcam++@layer4.1").layer == "layer4.1"
    assert parse_overlay("other-case:gradcam++@layer4.1").sham
    assert parse_overlay("none").method == ""
    one = Condition("a", method="lime")
    assert [item.name for item in overlay_types(one)] == ["lime"]
    assert [item.name for item in overlay_types(Condition("unaided"))] == ["none"]


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[StudyStore, dict[str, Any]]]:
    """A sequential study of 16 cases and 4 readers, frozen and read; and what each reader was shown."""
    folder, clock = tmp_path_factory.mktemp("overlays"), ManualClock()
    raw, source = dealing(ai=("score", "call", "heatmap", "contour"), readers=4, cases=16), folder / "source"
    (source / "images").mkdir(parents=True)
    for k in range(16):
        (source / f"images/{k}.bin").write_bytes(b"pixels %d" % k)
        for name in ("gradcam", "occlusion"):
            (source / f"{name}{k}.npz").write_bytes(b"canary-%s-%d" % (name.encode(), k))
    plan = with_hashes(parse_plan(raw, source), source)
    with StudyStore.freeze(
        plan, source, Place(folder / "study", new_keys("test-study"), folder / "keys"), clock
    ) as made:
        shown = {}
        for j in range(4):
            desk = made.desk(f"R{j + 1}")
            session, items = ReadingSession(desk), iter(desk.assignments)
            while (view := session.next_case()) is not None:
                item = next(items)
                clock.pass_time(5)
                session.answer("rating", (17 * item.number + 31 * j) % 101)
                session.lock()
                assert session.view is not None
                shown[item.id] = session.view.ai
                clock.pass_time(5)
                session.answer("rating", (17 * item.number + 31 * j + 20) % 101)
                session.commit()
                assert view.condition == "aided"
            assert session.state is SessionState.FINISHED
        made.unblind("done")
        yield made, shown


def opened(study: tuple[StudyStore, dict[str, Any]]) -> OpenedStudy:
    return open_study(study[0])


def test_a_reading_shows_the_type_that_was_dealt_and_nothing_that_gives_a_sham_away(
    study: tuple[StudyStore, dict[str, Any]],
) -> None:
    seen = Counter()
    for item in opened(study).schedule.assignments:
        ai, number = study[1][item.id], int(item.case[1:])
        kind = parse_overlay(item.overlay)
        seen[item.overlay] += 1
        if item.overlay == "none":
            assert (ai.maps, ai.boxes) == ((), ())
            continue
        [shown] = ai.maps
        own = b"canary-%s-%d" % (kind.method.encode(), number)
        assert shown.method == kind.method, "a sham is called by the method of the map that it is"
        assert (shown.data == own) is not kind.sham
        assert bool(ai.boxes) is not kind.sham, "the case's own boxes would contradict another case's map"
        assert bool(item.map_case) is kind.sham
    assert set(seen) == set(TYPES)


def test_the_store_says_nothing_of_the_types(study: tuple[StudyStore, dict[str, Any]]) -> None:
    data = (study[0].place.folder / "study.sqlite").read_bytes()
    for word in (b"other-case", b"overlays", b"occlusion"):
        assert word not in data
    desk = study[0].desk("R1")
    assert not hasattr(desk.plan.condition("aided"), "overlays")
    assert desk.plan.condition("aided").method == ""


def test_all_sealed_outputs_have_the_same_length_so_that_none_is_told_by_it(
    study: tuple[StudyStore, dict[str, Any]],
) -> None:
    outputs = [record.data["ai"] for record in study[0].ledger.records(kind="assignment")]
    assert len(outputs) == 4 * 16
    assert len({len(item) for item in outputs}) == 1
    assert len(set(outputs)) == len(outputs)


def test_the_table_names_the_type_and_the_arm_of_each_aided_call(study: tuple[StudyStore, dict[str, Any]]) -> None:
    found = opened(study)
    rows = list(csv.DictReader(io.StringIO(long_table(found).csv())))
    planned = {(i.reader, i.case): i.overlay for i in found.schedule.assignments}
    assert len(rows) == 2 * 4 * 16
    for row in rows:
        if row["condition"] == "unaided":
            assert (row["overlay_type"], row["arm"]) == ("", "unaided")
        else:
            assert row["overlay_type"] == planned[row["reader"], row["case"]]
            assert row["arm"] == f"aided ({row['overlay_type']})"
    assert not {"overlay_type", "arm"} & set(FIXED), "tables of studies that deal nothing stay as they were"


def test_pairs_of_calls_know_their_type_and_can_be_filtered_by_it(study: tuple[StudyStore, dict[str, Any]]) -> None:
    pairs = pairs_of(opened(study))
    for name in TYPES:
        own = chosen(pairs, PairFilter(overlay=name))
        assert len(own) == 16
        assert {pair.overlay for pair in own} == {name}
        assert {pair.arm for pair in own} == {f"aided ({name})"}


def test_a_reader_is_told_of_every_map_of_another_case(study: tuple[StudyStore, dict[str, Any]]) -> None:
    found = debrief_of(opened(study), "R1")
    assert len(found.lines) == 4
    assert all(line.foreign_map and not line.advice_false for line in found.lines)


@pytest.mark.slow
def test_the_report_takes_the_type_as_a_factor_and_a_bundle_computes_it_again(
    study: tuple[StudyStore, dict[str, Any]], tmp_path: Path
) -> None:
    store, found = study[0], opened(study)
    verdict, notes = store.verify()
    tables = {**export_files(found), "metadata.toml": metadata_toml(found, verdict, notes)}
    (tmp_path / "work").mkdir()
    write_bundle(store, found, tables, tmp_path / "b.zip", tmp_path / "work", "2026-11-28")
    checked = check_bundle(tmp_path / "b.zip")
    assert checked.faults == ()
    assert checked.exact == checked.numbers
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        told, page = json.loads(archive.read("report.json")), archive.read("report.html").decode()
    by_type = told["accuracy_by_overlay_type"]["auc"]
    arms = {f"aided ({name})" for name in TYPES}
    assert by_type["conditions"][0]["name"] == "unaided"
    assert {item["name"] for item in by_type["conditions"][1:]} == arms
    assert {item["name"] for item in told["overlay_type_as_factor"]["aided"]["conditions"]} == arms
    assert set(told["uptake"]["aided"]["by_overlay_type"]) == set(TYPES)
    assert "Types of overlay" in page
    assert told["metadata"]["model"]["explanation"].startswith("aided: types dealt")
    assert metadata(found, verdict, notes)["model"]["display"] == "aided: score, call, heatmap, contour"


def test_the_numbers_by_type_are_those_of_the_reads_themselves(
    study: tuple[StudyStore, dict[str, Any]], tmp_path: Path
) -> None:
    from radviewer.report.study.analysis import StudyOptions
    from radviewer.stats.uptake import UptakeColumns

    found = opened(study)
    (tmp_path / "reads.csv").write_text(long_table(found).csv())
    options = StudyOptions(UptakeColumns(rating="rating", overlay_type="overlay_type"), replicates=100)
    report = StudyReport.from_files(tmp_path / "reads.csv", None, date="2026-11-28", options=options)
    result = report.study.by_overlay["auc"]
    rows = list(csv.DictReader(io.StringIO(long_table(found).csv())))
    for i, arm in enumerate(result.conditions):
        for j, reader in enumerate(result.readers):
            own = [row for row in rows if (row["arm"], row["reader"]) == (arm, reader)]
            yes = [float(row["rating"]) for row in own if row["truth"] == "1"]
            no = [float(row["rating"]) for row in own if row["truth"] == "0"]
            wins = sum((a > b) + (a == b) / 2 for a in yes for b in no)
            assert result.estimates[i, j] == pytest.approx(wins / (len(yes) * len(no)), abs=1e-12)
