"""The schedule: reproducible, complete and balanced for every design."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radviewer.readerstudy.allocation import arms_of
from radviewer.readerstudy.plan import DesignKind
from radviewer.readerstudy.randomness import HashStream
from radviewer.readerstudy.schedule import Purpose, make_schedule
from radviewer.readerstudy.schedule_proof import prove
from radviewer.readerstudy.squares import williams_rows
from radviewer.readerstudy.strata import stratum_of
from tests.unit.readerstudy.building import plan

KINDS = [kind.value for kind in DesignKind]


@given(st.integers(1, 12))
def test_in_a_williams_square_each_arm_takes_each_place_and_follows_each_other_equally_often(k: int) -> None:
    rows = williams_rows(k)
    for place in range(k):
        assert set(Counter(row[place] for row in rows).values()) == {len(rows) // k}
    follows = Counter(pair for row in rows for pair in pairwise(row))
    assert len(follows) == k * (k - 1)
    assert len(set(follows.values())) <= 1


def test_the_stream_of_random_numbers_is_the_documented_one() -> None:
    import hashlib

    block = hashlib.sha256(b"7:purpose:0").digest()
    stream = HashStream(7, "purpose")
    assert [stream.word() for _ in range(4)] == [int.from_bytes(block[i : i + 8], "big") for i in (0, 8, 16, 24)]
    assert stream.word() == int.from_bytes(hashlib.sha256(b"7:purpose:1").digest()[:8], "big")


def test_shuffles_favour_no_order() -> None:
    counts = Counter(tuple(HashStream(seed, "s").shuffled("abc")) for seed in range(6000))
    assert len(counts) == 6
    # Each order has expectation 1,000 and standard deviation 28.9; six of them stay within five deviations.
    assert all(abs(n - 1000) < 145 for n in counts.values())


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_plan_gives_the_same_schedule_and_another_seed_another(kind: str) -> None:
    first = plan(kind=kind)
    other = replace(first, study=replace(first.study, seed=8))
    assert make_schedule(first) == make_schedule(plan(kind=kind))
    assert [item.case for item in make_schedule(first).assignments] != [
        item.case for item in make_schedule(other).assignments
    ]


def test_the_schedule_of_a_known_plan_never_changes() -> None:
    orders = [item.case for item in make_schedule(plan(readers=1, cases=6)).assignments]
    # Fixed when version 1 of the algorithm was published; a different order needs a new version.
    assert orders == ["c000", "c001", "c005", "c004", "c003", "c002"]


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    readers=st.integers(2, 7),
    cases=st.integers(4, 23),
    aided=st.integers(1, 3),
    sittings=st.integers(1, 3),
    interleave=st.booleans(),
    counterbalance=st.sampled_from(["cases", "readers"]),
    repeats=st.sampled_from([0.0, 0.2]),
    sham=st.sampled_from([0.0, 0.2]),
)
def test_every_design_is_complete_and_balanced(
    kind: str, readers: int, cases: int, aided: int, sittings: int, interleave: bool, counterbalance: str,
    repeats: float, sham: float,
) -> None:  # fmt: skip
    if kind == "parallel":
        readers = max(readers, aided + 1)
    made = plan(
        kind=kind, readers=readers, cases=cases, aided=aided, training=1, sittings=sittings, interleave=interleave,
        counterbalance=counterbalance, repeats=repeats, sham_share=sham,
    )  # fmt: skip
    schedule = make_schedule(made)
    proof = prove(made, schedule)
    assert proof.faults == ()
    assert len({item.id for item in schedule.assignments}) == len(schedule.assignments)
    arms = arms_of(made)
    if counterbalance == "cases" and kind != "parallel":
        rows = len(williams_rows(len(arms)))
        # Dealt in turn: groups differ by one case at most, and an arm collects rows / arms groups in a period.
        assert proof.worst_total <= max(1, rows // len(arms))
        assert proof.worst_stratum <= max(1, rows // len(arms))
    for reader in made.readers:
        order = [(item.period, item.sitting, item.position) for item in schedule.of(reader.name)]
        assert order == sorted(order)
        assert [item.number for item in schedule.of(reader.name)] == list(range(len(order)))


def test_over_readers_and_cases_each_arm_is_first_equally_often() -> None:
    made = plan(kind="crossover", readers=4, cases=20)
    first = Counter(item.condition for item in make_schedule(made).assignments if item.period == 1)
    assert first["unaided"] == first["aided"]
    by_reader = plan(kind="crossover", readers=4, cases=20, counterbalance="readers")
    arms = defaultdict(set)
    for item in make_schedule(by_reader).assignments:
        if item.period == 1:
            arms[item.reader].add(item.condition)
    assert sorted(map(tuple, arms.values())) == [("aided",), ("aided",), ("unaided",), ("unaided",)]
    levels = {reader.name: reader.experience for reader in by_reader.readers}
    assert Counter((levels[name], *arm) for name, arm in arms.items()).most_common(1)[0][1] == 1


def test_the_order_of_cases_is_another_one_in_each_period_and_for_each_reader() -> None:
    schedule = make_schedule(plan(kind="crossover", readers=3, cases=20, interleave=True))
    orders = defaultdict(list)
    for item in schedule.assignments:
        orders[item.reader, item.period].append(item.case)
    assert len({tuple(order) for order in orders.values()}) == 6


def test_a_sequential_reading_has_one_arm_because_it_begins_with_the_unaided_call() -> None:
    made = plan(kind="sequential")
    assert arms_of(made) == ("aided",)
    assert {item.period for item in make_schedule(made).assignments} == {1}


def test_a_sham_is_always_wrong_advice_and_the_same_for_all_readers() -> None:
    made = plan(kind="crossover", readers=3, cases=20, sham_share=0.2)
    shams = defaultdict(set)
    for item in make_schedule(made).assignments:
        if item.sham:
            assert made.ai_right(made.case(item.case))
            assert made.condition(item.condition).aided
            shams[item.reader].add(item.case)
    assert len(set(map(frozenset, shams.values()))) == 1
    assert len(shams["R1"]) == 4


def test_repeats_come_in_the_same_condition_after_the_first_reading_and_are_no_training_cases() -> None:
    made = plan(kind="crossover", cases=20, training=2, repeats=0.1, sittings=2)
    for reader in made.readers:
        seen = {}
        for item in make_schedule(made).of(reader.name):
            if item.purpose is Purpose.REPEAT:
                assert seen[item.case, item.condition] < item.number
                assert not made.case(item.case).training
            elif item.purpose is Purpose.MAIN:
                seen[item.case, item.condition] = item.number
    assert prove(made, make_schedule(made)).repeats == {"R1": 4, "R2": 4}


def test_practice_comes_first_and_in_every_arm_in_turn() -> None:
    schedule = make_schedule(plan(kind="crossover", training=2))
    for name in ("R1", "R2"):
        first = schedule.of(name)[:2]
        assert [item.purpose for item in first] == [Purpose.TRAINING] * 2
        assert len({item.condition for item in first}) == 2
        assert all(item.purpose is not Purpose.TRAINING for item in schedule.of(name)[2:])


def test_in_a_split_plot_anchors_are_read_by_all_and_the_rest_by_one_group() -> None:
    made = plan(kind="split-plot", readers=4, cases=12)
    made = replace(made, cases=tuple(replace(case, anchor=k < 2) for k, case in enumerate(made.cases)))
    read_by = defaultdict(set)
    for item in make_schedule(made).assignments:
        read_by[item.case].add(item.reader)
    assert [len(read_by[case.name]) for case in made.cases] == [4, 4] + [2] * 10


def test_in_parallel_groups_each_reader_has_one_arm_and_experience_is_spread() -> None:
    made = plan(kind="parallel", readers=8)
    arm = {item.reader: item.condition for item in make_schedule(made).assignments}
    counts = Counter((reader.experience, arm[reader.name]) for reader in made.readers)
    assert set(counts.values()) == {2}


def test_a_proof_finds_what_is_wrong_with_a_schedule() -> None:
    made = plan(kind="crossover")
    schedule = make_schedule(made)
    cut = replace(schedule, assignments=schedule.assignments[:-1])
    assert any("has 15 readings, not 16" in fault for fault in prove(made, cut).faults)
    doubled = replace(schedule, assignments=(*schedule.assignments, schedule.assignments[0]))
    assert any("2 times" in fault for fault in prove(made, doubled).faults)
    assert any("another plan" in fault for fault in prove(made, replace(schedule, plan_hash="0")).faults)


def test_strata_of_a_period_differ_by_one_case_at_most_even_when_ai_errors_are_rare() -> None:
    made = plan(kind="crossover", readers=3, cases=40)
    counts: Counter[tuple[object, ...]] = Counter()
    for item in make_schedule(made).assignments:
        counts[item.reader, item.period, item.condition, stratum_of(made, made.case(item.case))] += 1
    assert prove(made, make_schedule(made)).worst_stratum <= 1
    assert min(counts.values()) >= 2
