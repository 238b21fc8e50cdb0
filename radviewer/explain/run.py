"""The table of methods, and the one function that turns a prediction into explanations."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from radviewer.core.explanation import CAM_METHODS, METHOD_NAMES, Explanation, Method
from radviewer.core.labels import Label, find_label
from radviewer.core.prediction import Prediction, Score
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.explain.cam import EigenCam, GradientCam
from radviewer.explain.cam_passes import AblationCam, ScoreCam
from radviewer.explain.gradients import IntegratedGradients, Saliency, SmoothGrad
from radviewer.explain.guided import GuidedBackprop
from radviewer.explain.layers import at_layer
from radviewer.explain.occlusion import Occlusion
from radviewer.explain.protocol import Explainer, Run
from radviewer.explain.surrogates import KernelShap, Lime
from radviewer.inference.predictor import Forward, Predictor

EXPLAINERS: dict[Method, Explainer] = {
    explainer.method: explainer
    for explainer in (
        GradientCam(Method.GRADCAM),
        Saliency(),
        GradientCam(Method.GRADCAM_PLUS_PLUS),
        GradientCam(Method.HIRESCAM),
        GradientCam(Method.LAYERCAM),
        EigenCam(),
        ScoreCam(),
        AblationCam(),
        SmoothGrad(),
        IntegratedGradients(),
        GuidedBackprop(),
        Occlusion(),
        Lime(),
        KernelShap(),
    )
}


def explain(
    predictor: Predictor,
    forward: Forward,
    methods: Sequence[Method],
    labels: Sequence[str] | None,
    token: CancellationToken,
    progress: ProgressCallback = silent,
    *,
    seed: int = 0,
    layer: str | None = None,
) -> tuple[Explanation, ...]:
    """Explains one prediction.

    Args:
        predictor: The loaded model that made it.
        forward: The prediction with its inputs and features.
        methods: Which maps to make.
        labels: Keys of labels; None for every label by methods that give all at once, and the top label by the others.
        token: Cancels.
        progress: Told each method, and the passes of those that need many.
        seed: Of the methods that draw random numbers.
        layer: Whose output the CAM methods weigh; None for the pack's own CAM layer.

    Returns:
        In the order of the methods, then of the labels.

    Raises:
        UsageProblem: The model has no such label or layer.
        Cancelled: The token was turned.
    """
    explanations: list[Explanation] = []
    run = Run(token, progress, seed)
    for done, method in enumerate(methods):
        progress(Progress(f"explaining by {METHOD_NAMES[method]}", done, len(methods)))
        token.check()
        chosen = _chosen_labels(predictor, forward.prediction, labels, every=EXPLAINERS[method].explains_all_labels)
        explanations.extend(_by_method(method, chosen, predictor, forward, run, layer))
    return tuple(explanations)


def _by_method(
    method: Method, labels: list[Label], predictor: Predictor, forward: Forward, run: Run, layer: str | None
) -> list[Explanation]:
    explainer = EXPLAINERS[method]
    network, elsewhere = predictor.network, layer is not None and method in CAM_METHODS
    subject = forward
    if layer is not None and elsewhere:
        network, subject = at_layer(network, forward, layer, run.token)
    outputs = [predictor.labels.index(label) for label in labels]
    # A reference holds for the layer that it was measured on.
    reference = None if elsewhere else explainer.reference(predictor.pack.manifest.explain)
    return [
        Explanation(
            image=forward.prediction.image,
            model_id=forward.prediction.model_id,
            model_version=forward.prediction.model_version,
            method=method,
            label=label,
            values=values,
            grid=forward.grid,
            reference=_own_maximum(values) if reference is None else reference,
            below_operating_point=_below_operating_point(forward.prediction, label),
            absolute=reference is not None,
            layer=(layer or "") if elsewhere else "",
            probability=_score(forward.prediction, label).probability,
            seed=run.seed,
        )
        for label, values in zip(labels, explainer.maps(network, subject, outputs, run), strict=True)
    ]


def _own_maximum(values: NDArray[np.float32]) -> float:
    return float(values.max()) or 1.0


def _chosen_labels(
    predictor: Predictor, prediction: Prediction, keys: Sequence[str] | None, *, every: bool
) -> list[Label]:
    if keys is not None:
        return [find_label(predictor.labels, key) for key in keys]
    return list(predictor.labels) if every else [prediction.top.label]


def _score(prediction: Prediction, label: Label) -> Score:
    return next(score for score in prediction.scores if score.label == label)


def _below_operating_point(prediction: Prediction, label: Label) -> bool:
    score = _score(prediction, label)
    return any(
        point.label_key == label.key and score.probability < point.threshold for point in prediction.operating_points
    )
