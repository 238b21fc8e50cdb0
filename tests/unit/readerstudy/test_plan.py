"""The plan: what it refuses, and with which words."""

from __future__ import annotations

import copy
import hashlib
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from radviewer.core.errors import UnreadableFile
from radviewer.readerstudy.plan_file import load_plan, parse_plan, template
from radviewer.readerstudy.plan_problem import PlanProblem
from radviewer.readerstudy.questions import AnswerProblem, Question, QuestionKind, check_answers
from tests.unit.readerstudy.building import plan, raw_plan


def changed(path: str, value: Any, **wishes: Any) -> dict[str, Any]:
    """A raw plan with one value replaced; `path` such as "cases.0.truth.positive"."""
    raw = copy.deepcopy(raw_plan(**wishes))
    *front, last = path.split(".")
    place: Any = raw
    for key in front:
        place = place[int(key)] if key.isdigit() else place[key]
    place[int(last) if last.isdigit() else last] = value
    return raw


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("schema", 2, "schema is 2"),
        ("study.id", "a b", "study.id is no plain name"),
        ("study.sead", 3, "study has the unknown key 'sead'"),
        ("study.seed", "7", "study.seed is '7'"),
        ("study.seed", True, "study.seed is True"),
        ("design.kind", "cross-over", "design.kind is 'cross-over'"),
        ("design.washout_days", -1, "design.washout_days is -1"),
        ("design.repeats", 0.6, "design.repeats is 0.6"),
        ("design.sham_share", 1.0, "design.sham_share is 1"),
        ("conditions.1.ai", ["skore"], "conditions[2: 'aided'].ai[1] is 'skore'"),
        ("conditions.1.ai", ["score", "score"], "conditions[2: 'aided'].ai names a part twice"),
        ("conditions.1.ai", ["heatmap"], "shows a map but names no method"),
        ("conditions.1.method", "gradcam", "conditions[2: 'aided'].method is set but no map"),
        ("conditions.1.opacity", 1.5, "opacity is 1.5"),
        ("conditions.1.name", "unaided", "conditions[2].name is 'unaided' a second time"),
        ("conditions.1.reveal", "from-start", "design.kind is 'sequential'"),
        ("conditions.0.reveal", "from-start", "nothing of the AI is shown"),
        ("questions.1.threshold_of", "ratng", "questions[2: 'call'].threshold_of names no rating"),
        ("questions.0.kind", "text", "threshold_of names no rating"),
        ("questions.0.low", 200, "needs low < high"),
        ("readers.0.group", "x", "group has no meaning"),
        ("readers", [], "readers is empty"),
        ("cases.0.truth.positive", "yes", "cases[1: 'c000'].truth.positive is 'yes'"),
        ("cases.0.truth.source", " ", "truth.source is empty"),
        ("cases.0.ai.score", 90, "ai.score is 90"),
        ("cases.1.name", "c000", "cases[2].name is 'c000' a second time"),
        ("cases.1.paths", [], "paths is empty"),
        ("cases.1.truth.boxes", [{"x": 1, "y": 1, "width": 0, "height": 3}], "box without area"),
        ("limits", {"case_seconds": 0}, "limits.case_seconds is 0"),
        ("model.operating_point", 1.0, "operating_point"),
        ("viewing", {"window_center": 40}, "both window_center and window_width"),
    ],
)
def test_a_wrong_key_is_named_with_its_table(path: str, value: Any, words: str) -> None:
    with pytest.raises(PlanProblem) as caught:
        parse_plan(changed(path, value), Path())
    assert words in caught.value.message
    assert caught.value.hint


def test_a_missing_key_says_what_it_must_be() -> None:
    raw = raw_plan()
    del raw["cases"][3]["truth"]["source"]
    with pytest.raises(PlanProblem, match=r"cases\[4: 'c003'\]\.truth lacks the key 'source'") as caught:
        parse_plan(raw, Path())
    assert caught.value.hint == "It must be text in quotes."


def test_a_study_needs_positive_and_negative_cases() -> None:
    raw = raw_plan()
    for case in raw["cases"]:
        case["truth"]["positive"] = True
    with pytest.raises(PlanProblem, match="no negative case"):
        parse_plan(raw, Path())


def test_every_ai_output_exists_before_the_first_read() -> None:
    raw = raw_plan()
    del raw["cases"][2]["ai"]
    with pytest.raises(PlanProblem, match="ai is missing"):
        parse_plan(raw, Path())
    mapped = changed("conditions.1", {"name": "aided", "ai": ["heatmap"], "method": "gradcam"})
    with pytest.raises(PlanProblem, match=r"ai\.maps lacks the map of 'gradcam'"):
        parse_plan(mapped, Path())


def test_the_hash_depends_on_every_value_and_not_on_the_order_of_keys() -> None:
    first = parse_plan(raw_plan(), Path())
    shuffled = dict(reversed(list(raw_plan().items())))
    assert parse_plan(shuffled, Path()).hash == first.hash
    others = [changed("study.seed", 8), changed("cases.7.truth.positive", True), changed("readers.1.years", 3.5)]
    assert len({first.hash, *(parse_plan(raw, Path()).hash for raw in others)}) == 4


def test_a_file_that_changed_after_its_hash_was_stated_is_refused(tmp_path: Path) -> None:
    known = plan(tmp_path)
    raw = raw_plan()
    for case, found in zip(raw["cases"], known.cases, strict=True):
        case["sha256"] = found.sha256
    (tmp_path / "reader-study.toml").write_text(tomli_w.dumps(raw))
    assert load_plan(tmp_path).hash == known.hash
    (tmp_path / "images/3.bin").write_bytes(b"another picture")
    with pytest.raises(PlanProblem, match="'c003': the contents are not those of the plan"):
        load_plan(tmp_path)
    (tmp_path / "images/3.bin").unlink()
    with pytest.raises(UnreadableFile, match="'c003'"):
        load_plan(tmp_path)


def test_a_mask_of_the_truth_is_held_by_its_contents(tmp_path: Path) -> None:
    plan(tmp_path)
    raw = changed("cases.0.truth.mask", "mask.bin")
    (tmp_path / "mask.bin").write_bytes(b"mask")
    (tmp_path / "reader-study.toml").write_text(tomli_w.dumps(raw))
    first = load_plan(tmp_path)
    assert first.cases[0].truth.mask_sha256 == hashlib.sha256(b"mask").hexdigest()
    (tmp_path / "mask.bin").write_bytes(b"mask 2")
    assert load_plan(tmp_path).hash != first.hash


def test_the_same_picture_under_two_names_is_refused(tmp_path: Path) -> None:
    plan(tmp_path)
    (tmp_path / "images/3.bin").write_bytes((tmp_path / "images/2.bin").read_bytes())
    (tmp_path / "reader-study.toml").write_text(tomli_w.dumps(raw_plan()))
    with pytest.raises(PlanProblem, match="'c003' has the same contents as 'c002'"):
        load_plan(tmp_path)


def test_the_template_with_a_case_table_is_a_valid_plan(tmp_path: Path) -> None:
    plan(tmp_path)
    (tmp_path / "reader-study.toml").write_text(template("pilot", "Pilot", "sequential", 3))
    (tmp_path / "cases.csv").write_text(
        "name,path,truth,truth_source,ai_score,training\n"
        "a,images/0.bin,1,biopsy,0.8,\nb,images/1.bin,0,follow-up,0.3,0\nt,images/2.bin,1,panel,0.7,yes\n"
    )
    found = load_plan(tmp_path)
    assert [case.training for case in found.cases] == [False, False, True]
    assert found.case("b").truth.source == "follow-up"
    (tmp_path / "cases.csv").write_text("name,path,truth,truth_source\na,images/0.bin,maybe,biopsy\n")
    with pytest.raises(PlanProblem, match=r"cases\.csv line 2: truth is 'maybe'"):
        load_plan(tmp_path)


RATING = Question("rating", QuestionKind.RATING)
CALL = Question("call", QuestionKind.BINARY, threshold_of="rating", threshold=50)


def test_a_call_that_is_not_given_follows_from_the_rating() -> None:
    assert check_answers((RATING, CALL), {"rating": 50})["call"] is True
    assert check_answers((RATING, CALL), {"rating": 49})["call"] is False
    assert check_answers((RATING, CALL), {"rating": 49, "call": True})["call"] is True


@pytest.mark.parametrize("rating", [-1, 101, 3.5, float("nan"), True, "7", None])
def test_a_rating_off_the_scale_is_refused_and_not_clipped(rating: object) -> None:
    with pytest.raises(AnswerProblem):
        check_answers((RATING, CALL), {"rating": rating})


@pytest.mark.parametrize(
    ("question", "good", "bad"),
    [
        (Question("o", QuestionKind.ORDINAL, choices=("no", "yes")), 2, 3),
        (Question("l", QuestionKind.LABEL, choices=("mass", "none")), "mass", "masses"),
        (Question("m", QuestionKind.MARKS), [{"x": 1.5, "y": 2, "rating": 3}], [{"x": 1}]),
        (Question("m", QuestionKind.MARKS), [], [{"x": 1, "y": float("inf")}]),
        (Question("t", QuestionKind.TEXT, most=3), "abc", "abcd"),
        (Question("b", QuestionKind.BINARY), 1, 2),
        (Question("c", QuestionKind.CONFIDENCE, high=1, step=0), 0.333, 1.1),
    ],
)
def test_each_kind_of_question_takes_its_own_answers(question: Question, good: object, bad: object) -> None:
    assert check_answers((question,), {question.name: good})[question.name] == good
    with pytest.raises(AnswerProblem, match=question.name):
        check_answers((question,), {question.name: bad})


def test_an_answer_to_no_question_is_refused() -> None:
    with pytest.raises(AnswerProblem, match="no question 'ratng'"):
        check_answers((RATING,), {"rating": 1, "ratng": 2})
