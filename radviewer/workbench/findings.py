"""A prediction in the words of the findings panel: bars, operating points, gate, model and time."""

from __future__ import annotations

from dataclasses import dataclass

from radviewer.core.prediction import GateVerdict, OperatingPoint, Prediction, Score


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One label's line.

    Attributes:
        key: The label's key.
        name: The label's name.
        probability: In [0, 1].
        text: The probability with two decimals; "< 0.01" and "> 0.99" instead of a false 0.00 or 1.00.
        threshold: The operating point, or None if the model has none for the label.
        called: Whether the probability reaches the operating point.
        detail: The operating point in words; empty without one.
        source: On what the operating point was measured, and what is odd about it.
        top: Whether it is the highest score.
    """

    key: str
    name: str
    probability: float
    text: str
    threshold: float | None
    called: bool
    detail: str
    source: str
    top: bool


def score_lines(prediction: Prediction) -> tuple[ScoreLine, ...]:
    """The lines, highest probability first."""
    points = {point.label_key: point for point in prediction.operating_points}
    ordered = sorted(prediction.scores, key=lambda score: -score.probability)
    return tuple(
        _line(score, points.get(score.label.key), prediction.model_version, score is ordered[0]) for score in ordered
    )


def probability_text(probability: float) -> str:
    """Two decimals, without claiming certainty that the decimals would invent."""
    if 0 < probability < 0.005:
        return "< 0.01"
    if 0.995 <= probability < 1:
        return "> 0.99"
    return f"{probability:.2f}"


def calibration_text(prediction: Prediction) -> str:
    """Whether the probabilities mean what they say."""
    if prediction.scores and all(score.calibrated for score in prediction.scores):
        return "Probabilities calibrated on held-out data"
    return "Probabilities not calibrated"


def device_text(prediction: Prediction) -> str:
    """Where and how fast, for example "Predicted in 41 ms on CPU"."""
    device = "CPU" if prediction.device == "cpu" else f"GPU ({prediction.device})"
    seconds = prediction.seconds
    return (
        f"Predicted in {seconds * 1000:.0f} ms on {device}"
        if seconds < 1
        else f"Predicted in {seconds:.1f} s on {device}"
    )


def gate_text(prediction: Prediction) -> str:
    """The input gate's verdict as a heading; the reasons follow it."""
    return {
        GateVerdict.IN_DOMAIN: "Input gate: in domain",
        GateVerdict.FLAGGED: "Input gate: flagged",
        GateVerdict.REFUSED: "Input gate: refused, the scores mean nothing",
    }[prediction.gate.verdict]


def gate_distance_text(prediction: Prediction) -> str:
    """How unlike the model's own data the image is, beside its limits; empty where that is not measured."""
    gate = prediction.gate
    if gate.distance is None or gate.flag_above is None or gate.refuse_above is None:
        return ""
    return (
        f"Distance from its own data {gate.distance:.2f} "
        f"(unusual above {gate.flag_above:.2f}, refused above {gate.refuse_above:.2f})"
    )


def _line(score: Score, point: OperatingPoint | None, version: str, top: bool) -> ScoreLine:
    return ScoreLine(
        score.label.key,
        score.label.name,
        score.probability,
        probability_text(score.probability),
        point.threshold if point else None,
        point is not None and score.probability >= point.threshold,
        _detail(point) if point else "",
        _source(point, version) if point else "",
        top,
    )


def _detail(point: OperatingPoint) -> str:
    parts = [f"op. point {point.threshold:.2f}"]
    if point.sensitivity is not None:
        parts.append(f"sens {point.sensitivity:.2f}")
    if point.specificity is not None:
        parts.append(f"spec {point.specificity:.2f}")
    return "  ".join(parts)


def _source(point: OperatingPoint, version: str) -> str:
    words = f"Measured on {point.source}." if point.source else "The source of the operating point is not stated."
    if point.model_version != version:
        words += f" It was set on version {point.model_version}, not on the {version} that ran."
    return words
