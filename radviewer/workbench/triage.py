"""One number for an image and for a study from a model's scores, so that lists can be sorted and coloured.

The number is the highest probability of a label that is not a normal one. An image that the input gate refused has
none: its scores mean nothing. This orders a list; it is no finding.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from radviewer.core.errors import Problem
from radviewer.core.prediction import GateVerdict, Prediction
from radviewer.workbench.worklist_store import StudyScore


class Triage(StrEnum):
    """What the colour of a row says."""

    CALLED = "reaches the operating point"
    BELOW = "below the operating point"
    NO_POINT = "no operating point"
    REFUSED = "refused by the input gate"
    FAILED = "no prediction"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """The number of one image.

    Attributes:
        triage: Its colour.
        probability: In [0, 1]; None where there is none.
        label: The label's name; empty where there is none.
        flagged: Whether the input gate flagged the image.
    """

    triage: Triage
    probability: float | None = None
    label: str = ""
    flagged: bool = False


def suspicion(answer: Prediction | Problem) -> Suspicion:
    """The number of one image's answer."""
    if isinstance(answer, Problem) or not answer.scores:
        return Suspicion(Triage.FAILED)
    if answer.gate.verdict is GateVerdict.REFUSED:
        return Suspicion(Triage.REFUSED)
    findings = [score for score in answer.scores if not score.label.normal] or list(answer.scores)
    points = {point.label_key: point.threshold for point in answer.operating_points}
    called = [score for score in findings if score.probability >= points.get(score.label.key, 2.0)]
    top = max(called or findings, key=lambda score: score.probability)
    triage = Triage.CALLED if called else Triage.BELOW if top.label.key in points else Triage.NO_POINT
    return Suspicion(triage, top.probability, top.label.name, answer.gate.verdict is GateVerdict.FLAGGED)


def sort_value(found: Suspicion) -> tuple[bool, float]:
    """For sorting, the most suspicious last: called ones above the others, then by probability, refused ones lowest."""
    return found.triage is Triage.CALLED, -1.0 if found.probability is None else found.probability


def study_score(answers: Iterable[Prediction]) -> StudyScore | None:
    """What a model made of a study's images: the most suspicious of those that were not refused; None without any."""
    given = list(answers)
    if not given:
        return None
    first, ranked = given[0], [(suspicion(answer), answer) for answer in given]
    best, answer = max(ranked, key=lambda pair: sort_value(pair[0]))
    if best.probability is None:
        return StudyScore(first.model_id, first.model_version, None, "", None, GateVerdict.REFUSED.value, len(given))
    called = {Triage.CALLED: True, Triage.BELOW: False}.get(best.triage)
    return StudyScore(
        answer.model_id,
        answer.model_version,
        best.probability,
        best.label,
        called,
        answer.gate.verdict.value,
        len(given),
    )
