"""What a reader's workstation knows: the open part of plan and assignments, and an AI output once it is released."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from radviewer.core.strict_tables import Strict
from radviewer.readerstudy.plan import Box, Limits, Reveal, Viewing
from radviewer.readerstudy.plan_problem import PlanProblem
from radviewer.readerstudy.questions import Question
from radviewer.readerstudy.schedule import Purpose


class Stage(StrEnum):
    """Part of a reading: the unaided call that is locked before the AI appears, and the last call."""

    FIRST = "first"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class PublicCondition:
    """An arm as the room needs it."""

    name: str
    ai: tuple[str, ...]
    method: str
    layer: str
    opacity: float
    reveal: Reveal | None


@dataclass(frozen=True, slots=True)
class PublicPlan:
    """The open part of a plan."""

    study_id: str
    title: str
    simulated: bool
    design: str
    washout_days: float
    conditions: tuple[PublicCondition, ...]
    questions: tuple[Question, ...]
    limits: Limits
    viewing: Viewing

    @classmethod
    def read(cls, raw: dict[str, Any]) -> PublicPlan:
        """From the header of a frozen study."""
        conditions = tuple(
            PublicCondition(
                item["name"], tuple(item["ai"]), item["method"], item["layer"], item["opacity"],
                Reveal(item["reveal"]) if item["reveal"] else None,
            )
            for item in raw["conditions"]
        )  # fmt: skip
        questions = [{key: entry for key, entry in item.items() if entry is not None} for item in raw["questions"]]
        return cls(
            raw["study"]["id"], raw["study"]["title"], raw["study"]["simulated"], raw["design"]["kind"],
            raw["design"]["washout_days"], conditions,
            Strict(PlanProblem).value(questions, tuple[Question, ...], "questions"),
            Limits(**raw["limits"]), Viewing(**raw["viewing"]),
        )  # fmt: skip

    def condition(self, name: str) -> PublicCondition:
        """The condition of that name (KeyError if there is none)."""
        return {condition.name: condition for condition in self.conditions}[name]


@dataclass(frozen=True, slots=True)
class PublicAssignment:
    """One case to be read, without what is sealed."""

    id: str
    number: int
    period: int
    sitting: int
    position: int
    condition: str
    purpose: Purpose
    case: str
    files: tuple[str, ...]
    series: str

    @classmethod
    def read(cls, uid: str, body: dict[str, Any]) -> PublicAssignment:
        """From an assignment's record."""
        return cls(
            uid, body["number"], body["period"], body["sitting"], body["position"], body["condition"],
            Purpose(body["purpose"]), body["case"], tuple(body["files"]), body["series"],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownMap:
    """A released heat map: the bytes of its file and the file's suffix."""

    method: str
    layer: str
    suffix: str
    data: bytes


@dataclass(frozen=True, slots=True)
class AiOutput:
    """A released AI output: only what the condition shows, None or empty for the rest."""

    score: float | None
    call: bool | None
    text: str | None
    boxes: tuple[Box, ...]
    maps: tuple[ShownMap, ...]
    opacity: float

    @classmethod
    def read(cls, shown: dict[str, Any], maps: tuple[ShownMap, ...], opacity: float) -> AiOutput:
        """From the opened contents of an assignment."""
        boxes = tuple(Box(**box) for box in shown.get("boxes", ()))
        return cls(shown.get("score"), shown.get("call"), shown.get("text"), boxes, maps, opacity)
