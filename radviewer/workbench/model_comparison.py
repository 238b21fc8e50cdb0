"""Two models on one image, side by side: which labels they share, how far apart they are, and what to beware of.

Scores of two models are only numbers on the same scale where both are calibrated; a model whose input gate refused
the image says nothing about it. Both are told, never hidden in a difference.
"""

from __future__ import annotations

from dataclasses import dataclass

from radviewer.core.prediction import GateVerdict, Prediction, Score


@dataclass(frozen=True, slots=True)
class ComparedLabel:
    """One label of either model.

    Attributes:
        key: Its key.
        name: Its name.
        first: Probability by the first model; None where it has no such label or was refused.
        second: Likewise.
        first_called: Whether it reaches the first model's operating point; None without one.
        second_called: Likewise.
    """

    key: str
    name: str
    first: float | None
    second: float | None
    first_called: bool | None
    second_called: bool | None

    @property
    def difference(self) -> float | None:
        """Second minus first, or None where one is missing."""
        return None if self.first is None or self.second is None else self.second - self.first

    @property
    def disagrees(self) -> bool:
        """Whether one model calls the label and the other does not."""
        called = (self.first_called, self.second_called)
        return None not in called and called[0] != called[1]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both models' labels, and sentences about what the numbers do not mean."""

    labels: tuple[ComparedLabel, ...]
    cautions: tuple[str, ...]


def compare(first: Prediction, second: Prediction) -> Comparison:
    """Puts two predictions of one image side by side.

    Returns:
        The labels that both have first, by the larger difference, then those of one only.
    """
    one, other = _usable(first), _usable(second)
    names = {score.label.key: score.label.name for score in (*second.scores, *first.scores)}
    labels = [_label(key, name, first, second, one, other) for key, name in names.items()]
    labels.sort(key=lambda label: (label.difference is None, -abs(label.difference or 0.0), label.name))
    return Comparison(tuple(labels), tuple(_cautions(first, second, labels)))


def _usable(prediction: Prediction) -> dict[str, Score]:
    """Scores by key; none of a refused image."""
    refused = prediction.gate.verdict is GateVerdict.REFUSED
    return {} if refused else {score.label.key: score for score in prediction.scores}


def _label(
    key: str, name: str, first: Prediction, second: Prediction, one: dict[str, Score], other: dict[str, Score]
) -> ComparedLabel:
    return ComparedLabel(
        key,
        name,
        one[key].probability if key in one else None,
        other[key].probability if key in other else None,
        _called(one.get(key), first),
        _called(other.get(key), second),
    )


def _called(score: Score | None, prediction: Prediction) -> bool | None:
    point = next((p for p in prediction.operating_points if score and p.label_key == score.label.key), None)
    return None if score is None or point is None else score.probability >= point.threshold


def _cautions(first: Prediction, second: Prediction, labels: list[ComparedLabel]) -> list[str]:
    words = []
    for prediction in (first, second):
        name = f"{prediction.model_id} {prediction.model_version}"
        reasons = " ".join(prediction.gate.reasons)
        if prediction.gate.verdict is GateVerdict.REFUSED:
            words.append(f"{name}: the input gate refused this image, so its scores are not compared. {reasons}")
        elif prediction.gate.verdict is GateVerdict.FLAGGED:
            words.append(f"{name}: the input gate flagged this image. {reasons}")
    calibrated = [all(score.calibrated for score in prediction.scores) for prediction in (first, second)]
    if not all(calibrated):
        words.append("The probabilities of at least one model are not calibrated: a difference may be one of scale.")
    if not any(label.difference is not None for label in labels) and not words:
        words.append("The models have no label in common.")
    return words
