"""What is asked of a reader about each case, and whether an answer fits the question.

The scale matters more than it looks: MRMC methods need ratings on one fixed, ordered scale for all conditions, so the
scale is part of the frozen plan and an answer off it is refused, never clipped.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.plan_problem import PlanProblem

Answer = Any
Answers = Mapping[str, Answer]


class QuestionKind(StrEnum):
    """The kinds of question."""

    RATING = "rating"
    ORDINAL = "ordinal"
    BINARY = "binary"
    LABEL = "label"
    CONFIDENCE = "confidence"
    MARKS = "marks"
    TEXT = "text"


class AnswerProblem(InputProblem):
    """An answer is missing or does not fit its question."""

    kind = "answer"


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        name: Column name in exports; letters, digits and underscores.
        kind: What is asked.
        text: The words on the screen.
        low: Lower end of a rating or confidence scale.
        high: Upper end.
        step: Distance of neighbouring values; 0 allows any number between the ends.
        choices: Labels of an ordinal scale (in order, answered by 1, 2, ...) or of a label choice.
        threshold_of: A rating or ordinal question from which a binary call follows when it is not answered itself.
        threshold: The call is positive from this value on.
        required: Whether a case can be committed without it.
        most: Largest number of marks, or of characters of a text.
    """

    name: str
    kind: QuestionKind
    text: str = ""
    low: float = 0.0
    high: float = 100.0
    step: float = 1.0
    choices: tuple[str, ...] = ()
    threshold_of: str = ""
    threshold: float | None = None
    required: bool = True
    most: int = 2000

    def check(self, answer: Answer) -> Answer:
        """The answer as it is stored: float, int, bool, text, or a tuple of marks.

        Marks are tables with `x` and `y` in pixels of the image (column, row; centre of the first pixel at 0, 0),
        and may have `image` (index in the case), `frame` and `rating`.

        Raises:
            AnswerProblem: The answer does not fit.
        """
        match self.kind:
            case QuestionKind.RATING | QuestionKind.CONFIDENCE:
                return self._number(answer)
            case QuestionKind.ORDINAL:
                if isinstance(answer, int) and not isinstance(answer, bool) and 1 <= answer <= len(self.choices):
                    return answer
                raise self._wrong(answer, f"a whole number from 1 to {len(self.choices)}")
            case QuestionKind.BINARY:
                if isinstance(answer, bool) or answer in (0, 1):
                    return bool(answer)
                raise self._wrong(answer, "yes (1) or no (0)")
            case QuestionKind.LABEL:
                if answer in self.choices:
                    return answer
                raise self._wrong(answer, "one of " + ", ".join(self.choices))
            case QuestionKind.TEXT:
                if isinstance(answer, str) and len(answer) <= self.most:
                    return answer
                raise self._wrong(answer, f"text of at most {self.most} characters")
            case QuestionKind.MARKS:
                return self._marks(answer)

    def _number(self, answer: Answer) -> float:
        if isinstance(answer, bool) or not isinstance(answer, int | float) or not math.isfinite(answer):
            raise self._wrong(answer, "a number")
        number = float(answer)
        if not self.low <= number <= self.high:
            raise self._wrong(answer, f"between {self.low:g} and {self.high:g}")
        if self.step:
            steps = (number - self.low) / self.step
            if abs(steps - round(steps)) > 1e-9 * max(1.0, abs(steps)):
                raise self._wrong(answer, f"a multiple of {self.step:g} from {self.low:g}")
        return number

    def _marks(self, answer: Answer) -> list[dict[str, Any]]:
        if not isinstance(answer, list | tuple) or len(answer) > self.most:
            raise self._wrong(answer, f"a list of at most {self.most} marks")
        return [self._mark(item) for item in answer]

    def _mark(self, item: Any) -> dict[str, Any]:
        known = {"x", "y", "image", "frame", "rating"}
        if not isinstance(item, Mapping) or not {"x", "y"} <= set(item) <= known:
            raise self._wrong(item, "a mark with x and y (and image, frame, rating)")
        for name, number in item.items():
            if isinstance(number, bool) or not isinstance(number, int | float) or not math.isfinite(number):
                raise self._wrong(item, f"a mark whose {name} is a number")
        return dict(item)

    def _wrong(self, answer: Answer, wanted: str) -> AnswerProblem:
        return AnswerProblem(f"The answer to '{self.name}' is {answer!r:.80}.", hint=f"It must be {wanted}.")


def check_answers(questions: tuple[Question, ...], answers: Answers) -> dict[str, Answer]:
    """All answers of one reading, checked, with the calls that follow from a rating filled in.

    Raises:
        AnswerProblem: A required answer is missing, one does not fit, or one belongs to no question.
    """
    known = {question.name for question in questions}
    for name in answers:
        if name not in known:
            raise AnswerProblem(f"There is no question '{name}'.", hint=f"Questions are: {', '.join(sorted(known))}.")
    given = {question.name: question.check(answers[question.name]) for question in questions
             if answers.get(question.name) is not None}  # fmt: skip
    for question in questions:
        if question.name in given:
            continue
        if question.threshold_of in given and question.threshold is not None:
            given[question.name] = bool(given[question.threshold_of] >= question.threshold)
        elif question.required:
            raise AnswerProblem(f"'{question.name}' is not answered.", hint="Answer it before going on.")
    return given


def check_questions(questions: tuple[Question, ...]) -> None:
    """Refuses questions that contradict themselves.

    Raises:
        PlanProblem: Names the question and the key.
    """
    by_name = {question.name: question for question in questions}
    for index, question in enumerate(questions, 1):
        where = f"questions[{index}: {question.name!r}]"
        if not question.name.replace("_", "a").isalnum() or not question.name.isascii():
            raise PlanProblem(f"{where}.name is not a plain word.", hint="Use letters, digits and underscores.")
        if question.kind in {QuestionKind.ORDINAL, QuestionKind.LABEL} and (
            len(question.choices) < 2 or len(set(question.choices)) < len(question.choices)
        ):
            raise PlanProblem(f"{where}.choices must be at least two different labels.", hint="Name them in order.")
        if question.low >= question.high or question.step < 0 or question.most < 1:
            raise PlanProblem(f"{where} needs low < high, step >= 0 and most >= 1.", hint="Correct the scale.")
        if question.threshold_of:
            _check_threshold(where, question, by_name.get(question.threshold_of))
    if not any(question.kind in {QuestionKind.RATING, QuestionKind.ORDINAL} for question in questions):
        raise PlanProblem("questions has no rating or ordinal question.", hint="ROC analysis needs one; add it.")


def _check_threshold(where: str, question: Question, source: Question | None) -> None:
    scales = {QuestionKind.RATING, QuestionKind.ORDINAL, QuestionKind.CONFIDENCE}
    if source is None or source.kind not in scales:
        raise PlanProblem(f"{where}.threshold_of names no rating: {question.threshold_of!r}.", hint="Name one.")
    if question.kind is not QuestionKind.BINARY or question.threshold is None:
        raise PlanProblem(f"{where} has threshold_of but is not binary or lacks threshold.", hint="Add threshold.")
