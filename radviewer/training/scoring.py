"""Scores of a pack on labelled images, many in one pass, by the very code that the viewer predicts with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, Problem, RadviewerError, describe
from radviewer.core.image import Image
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.inference.calibration import probabilities
from radviewer.inference.manifest import PackManifest
from radviewer.inference.predictor import Predictor
from radviewer.training.dataset import Sample, read_sample

Change = Callable[[Image, Sample], Image]
BATCH = 16


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Images with the logits of a model.

    Attributes:
        samples: Those that could be used.
        logits: float64 (N, K).
        gates: Verdict of the input gate on each image.
        refused: Those that could not be used, each (path, problem).
    """

    samples: tuple[Sample, ...]
    logits: NDArray[np.float64]
    gates: tuple[str, ...]
    refused: tuple[tuple[Path, Problem], ...] = ()

    @property
    def truth(self) -> NDArray[np.int64]:
        """Index of the true label (N,)."""
        return np.array([sample.label for sample in self.samples], dtype=np.int64)

    def probabilities(self, manifest: PackManifest, *, calibrated: bool = True) -> NDArray[np.float64]:
        """Probabilities (N, K), by the pack's temperature or without it."""
        temperature = manifest.temperature if calibrated else None
        return probabilities(self.logits.astype(np.float32), manifest.activation, temperature)

    def part(self, chosen: NDArray[np.intp]) -> Scored:
        """The images with these indices."""
        return Scored(
            tuple(self.samples[index] for index in chosen), self.logits[chosen],
            tuple(self.gates[index] for index in chosen),
        )  # fmt: skip


def score(
    predictor: Predictor,
    samples: Iterable[Sample],
    progress: ProgressCallback = silent,
    *,
    token: CancellationToken | None = None,
    batch: int = BATCH,
    change: Change | None = None,
    stage: str = "scoring",
) -> Scored:
    """Scores images; those that cannot be used are listed and left out.

    Args:
        predictor: The loaded model, by torch or another backend.
        samples: Labelled images.
        progress: Told after each batch.
        token: To cancel.
        batch: Images in one pass; the scores are those of single passes to within 1e-6.
        change: What is done to each image first (a perturbation).
        stage: For progress.

    Raises:
        InputProblem: None can be used.
    """
    token = token or CancellationToken()
    listed = tuple(samples)
    kept: list[Sample] = []
    rows: list[list[float]] = []
    gates: list[str] = []
    refused: list[tuple[Path, Problem]] = []
    for start in range(0, len(listed), batch):
        token.check()
        read: list[tuple[Sample, Image]] = []
        for sample in listed[start : start + batch]:
            try:
                image = read_sample(sample)
                read.append((sample, image if change is None else change(image, sample)))
            except RadviewerError as error:
                refused.append((sample.ref.path, describe(error)))
        outcomes = predictor.outcomes([image for _, image in read], token, batch=batch)
        for (sample, _), outcome in zip(read, outcomes, strict=True):
            if isinstance(outcome, RadviewerError):
                refused.append((sample.ref.path, describe(outcome)))
                continue
            kept.append(sample)
            rows.append([item.logit for item in outcome.scores])
            gates.append(outcome.gate.verdict.value)
        progress(Progress(stage, min(start + batch, len(listed)), len(listed)))
    if not kept:
        raise InputProblem("None of the images can be used.", hint=refused[0][1].sentence() if refused else "")
    return Scored(tuple(kept), np.array(rows, dtype=np.float64), tuple(gates), tuple(refused))
