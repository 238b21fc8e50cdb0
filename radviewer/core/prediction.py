"""What a model says about one image, with the context without which a score means nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from radviewer.core.image import ImageRef
from radviewer.core.labels import Label


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one label.

    Attributes:
        label: What is scored.
        logit: The model's output before the activation (before calibration).
        probability: In [0, 1], after calibration where there is one.
        calibrated: Whether the probability was calibrated on held-out data.
    """

    label: Label
    logit: float
    probability: float
    calibrated: bool


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """A threshold with what it was measured to do.

    Attributes:
        label_key: The label that it is for.
        threshold: On the (calibrated) probability, in [0, 1].
        sensitivity: At this threshold on the named data; None if not measured.
        specificity: Likewise.
        source: On which images it was measured, in words.
        model_version: The version of the model that it was set on.
    """

    label_key: str
    threshold: float
    sensitivity: float | None
    specificity: float | None
    source: str
    model_version: str


class GateVerdict(StrEnum):
    """Whether an image is of the kind that the model was made for."""

    IN_DOMAIN = "in domain"
    FLAGGED = "flagged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class GateResult:
    """The input gate's verdict.

    Attributes:
        verdict: It.
        reasons: In sentences; none when in domain.
        distance: How unlike the model's own data the image is, about 1 for its own kind; None where it is not measured.
        flag_above: The distance above which an image is flagged; None where it is not measured.
        refuse_above: The distance above which it is refused; likewise.
    """

    verdict: GateVerdict = GateVerdict.IN_DOMAIN
    reasons: tuple[str, ...] = ()
    distance: float | None = None
    flag_above: float | None = None
    refuse_above: float | None = None


@dataclass(frozen=True, slots=True)
class Prediction:
    """One model's scores for one image.

    Attributes:
        image: Which frame.
        model_id: The pack's id.
        model_version: The pack's version.
        device: Where it ran, for example "cpu" or "cuda:0".
        scores: In the order of the pack's labels.
        operating_points: Of the pack.
        gate: The input gate's verdict.
        seconds: Time of the forward pass, wall clock.
        notes: What the user should know, for example that the GPU was out of memory and the CPU took over.
    """

    image: ImageRef
    model_id: str
    model_version: str
    device: str
    scores: tuple[Score, ...]
    operating_points: tuple[OperatingPoint, ...] = ()
    gate: GateResult = GateResult()
    seconds: float = 0.0
    notes: tuple[str, ...] = ()

    @property
    def top(self) -> Score:
        """The score with the highest probability."""
        return max(self.scores, key=lambda score: score.probability)
