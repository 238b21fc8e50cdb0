"""The trust card of one map: agreement, stability, sanity, faithfulness, and the known evidence where there is any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from radviewer.core.errors import InternalError
from radviewer.core.explanation import METHOD_NAMES, Explanation, Method
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.core.trust import Agreement, Faithfulness, Sanity, Stability, TrustCard
from radviewer.explain.layers import at_layer
from radviewer.explain.protocol import Explainer, Run
from radviewer.explain.run import EXPLAINERS
from radviewer.explain.shuffled import shuffled_copy
from radviewer.explain.trust_measures import faithfulness, localise, on_input, overlap, rank_correlation
from radviewer.inference.manifest import Activation
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Forward, Predictor, cancellable

COMPARED = (Method.GRADCAM, Method.LAYERCAM, Method.SMOOTHGRAD, Method.INTEGRATED_GRADIENTS, Method.OCCLUSION)
"""Methods that a map is compared with: two of the CAM family, two of gradients and one of perturbation."""
SHUFFLES = 9
_STAGES = 4
_ROUNDING = 1e-5  # gaps that differ by less are equal

Grid = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Subject:
    """One map to check, and how it was made.

    Attributes:
        network: That was explained, cut where the map was taken.
        forward: Inputs and features there.
        explainer: That made the map.
        output: Index of the label.
        activation: From logits to probabilities.
    """

    network: SplitNetwork
    forward: Forward
    explainer: Explainer
    output: int
    activation: Activation

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of the input."""
        return int(self.forward.inputs.shape[2]), int(self.forward.inputs.shape[3])

    def map_of(self, network: SplitNetwork, inputs: Tensor, run: Run) -> Grid:
        """The map of another input or of another network, at the input's resolution."""
        with torch.no_grad(), cancellable(network, run.token):
            features = network.trunk(inputs)
            logits = network.head(features)
            forward = replace(self.forward, inputs=inputs, features=features, logits=logits, graph=None)
        return on_input(self.explainer.maps(network, forward, [self.output], run)[0], self.size)


def assess(
    predictor: Predictor,
    forward: Forward,
    explanation: Explanation,
    token: CancellationToken,
    progress: ProgressCallback = silent,
    *,
    evidence: NDArray[np.bool_] | None = None,
    seed: int = 0,
    compared: Sequence[Method] = COMPARED,
    shuffles: int = SHUFFLES,
) -> TrustCard:
    """Checks one map. The same seed gives the same card.

    Args:
        predictor: The model that was explained.
        forward: The prediction that the map explains.
        explanation: The map.
        token: Cancels between and inside passes.
        progress: Told each check.
        evidence: (rows, columns) of the image, True where the evidence is known to be; None if unknown.
        seed: Of noise, shuffling, and of the methods that draw random numbers.
        compared: Methods to compare with; the map's own is left out.
        shuffles: Networks with shuffled weights; the sanity check's p is at least 1 / (shuffles + 1).

    Raises:
        Cancelled: The token was turned.
        InternalError: The evidence is empty or not on the image's grid.
    """
    if evidence is not None and (evidence.shape != forward.grid.source_shape or not evidence.any()):
        raise InternalError(f"Evidence of shape {evidence.shape} is empty or not on the image's grid.")
    subject = _subject(predictor, forward, explanation, token)
    values = on_input(explanation.values, subject.size)
    run = Run(token, seed=seed)
    steps = len(compared) + _STAGES + shuffles
    faithful = faithfulness(
        subject.network, forward.inputs, values, subject.output, subject.activation, _told(run, progress, 0, steps)
    )
    stability = _stability(subject, values, _told(run, progress, 1, steps))
    memory = _memory(predictor, forward, subject.output, _told(run, progress, 2, steps))
    agreement = []
    for done, method in enumerate(method for method in compared if method is not explanation.method):
        step = _told(run, progress, _STAGES + done, steps, f"comparing with {METHOD_NAMES[method]}")
        agreement.append(Agreement(method, overlap(values, _other_map(predictor, subject, forward, method, step))))
    sanity = _sanity(subject, values, faithful, shuffles, run, progress, _STAGES + len(compared))
    return TrustCard(
        image=explanation.image,
        model_id=explanation.model_id,
        model_version=explanation.model_version,
        method=explanation.method,
        label=explanation.label,
        agreement=tuple(agreement),
        stability=stability,
        faithfulness=faithful,
        sanity=sanity,
        localisation=None if evidence is None else localise(explanation.on_image(), evidence),
        seed=seed,
        layer=explanation.layer,
        memory=memory,
    )


def _subject(predictor: Predictor, forward: Forward, explanation: Explanation, token: CancellationToken) -> Subject:
    network = predictor.network
    if explanation.layer:
        network, forward = at_layer(network, forward, explanation.layer, token)
    output = predictor.labels.index(explanation.label)
    return Subject(network, forward, EXPLAINERS[explanation.method], output, predictor.manifest.activation)


def _told(run: Run, progress: ProgressCallback, done: int, total: int, words: str = "checking the map") -> Run:
    run.token.check()
    progress(Progress(words, done, total))
    return run


def _other_map(predictor: Predictor, subject: Subject, forward: Forward, method: Method, run: Run) -> Grid:
    values = EXPLAINERS[method].maps(predictor.network, forward, [subject.output], run)[0]
    return on_input(values, subject.size)


def _stability(subject: Subject, values: Grid, run: Run) -> Stability:
    inputs = subject.forward.inputs
    flipped = subject.map_of(subject.network, inputs.flip(3), run)[:, ::-1]
    shift = max(1, round(subject.size[1] / 20))
    # What comes in at the border repeats the last column, as if the detector went on.
    moved_inputs = torch.cat([inputs[..., :1].expand(-1, -1, -1, shift), inputs[..., :-shift]], dim=3)
    moved = subject.map_of(subject.network, moved_inputs, run)[:, shift:]
    generator = torch.Generator().manual_seed(run.seed)
    spread = float(inputs.max() - inputs.min())
    noise = 0.02 * spread * torch.randn(inputs.shape, generator=generator).to(inputs)
    noisy = subject.map_of(subject.network, inputs + noise, run)
    return Stability(overlap(values, flipped), overlap(values[:, :-shift], moved), overlap(values, noisy))


def _memory(predictor: Predictor, forward: Forward, output: int, run: Run) -> Stability | None:
    """Stability of the model's own Grad-CAM map; None where it is empty."""
    explainer = EXPLAINERS[Method.GRADCAM]
    subject = Subject(predictor.network, forward, explainer, output, predictor.manifest.activation)
    values = on_input(explainer.maps(predictor.network, forward, [output], run)[0], subject.size)
    return None if np.ptp(values) == 0 else _stability(subject, values, run)


def _sanity(
    subject: Subject,
    values: Grid,
    faithful: Faithfulness,
    shuffles: int,
    run: Run,
    progress: ProgressCallback,
    done: int,
) -> Sanity:
    inputs = subject.forward.inputs
    similarities: list[float] = []
    gaps: list[float] = []
    for index in range(shuffles):
        _told(run, progress, done + index, done + shuffles, "shuffling the model's weights")
        other = shuffled_copy(subject.network, inputs, run.seed * 1000 + index, run.token)
        found = subject.map_of(other, inputs, run)
        similarities.append(abs(rank_correlation(values, found)))
        curves = faithfulness(other, inputs, found, subject.output, subject.activation, run)
        gaps.append(curves.insertion_auc - curves.deletion_auc)
    own = faithful.insertion_auc - faithful.deletion_auc
    as_good = sum(gap >= own - _ROUNDING for gap in gaps)
    return Sanity(float(np.mean(similarities)), own, tuple(gaps), (1 + as_good) / (1 + shuffles))
