"""The table of methods, and the one function that turns a prediction into explanations."""

from __future__ import annotations

from collections.abc import Sequence

from radviewer.core.explanation import METHOD_NAMES, Explanation, Method
from radviewer.core.labels import Label, find_label
from radviewer.core.prediction import Prediction
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.explain.cam import GradCam
from radviewer.explain.gradients import Saliency
from radviewer.explain.protocol import Explainer
from radviewer.inference.predictor import Forward, Predictor

EXPLAINERS: dict[Method, Explainer] = {Method.GRADCAM: GradCam(), Method.SALIENCY: Saliency()}


def explain(
    predictor: Predictor,
    forward: Forward,
    methods: Sequence[Method],
    labels: Sequence[str] | None,
    token: CancellationToken,
    progress: ProgressCallback = silent,
) -> tuple[Explanation, ...]:
    """Explains one prediction.

    Args:
        predictor: The loaded model that made it.
        forward: The prediction with its inputs and features.
        methods: Which maps to make.
        labels: Keys of labels; None for every label by methods that give all at once, and the top label by the others.
        token: Cancels.
        progress: Told each method.

    Returns:
        In the order of the methods, then of the labels.

    Raises:
        UsageProblem: The model has no such label.
        Cancelled: The token was turned.
    """
    explanations: list[Explanation] = []
    for done, method in enumerate(methods):
        explainer = EXPLAINERS[method]
        progress(Progress(f"explaining by {METHOD_NAMES[method]}", done, len(methods)))
        token.check()
        chosen = _chosen_labels(predictor, forward.prediction, labels, every=explainer.explains_all_labels)
        outputs = [predictor.labels.index(label) for label in chosen]
        for label, values in zip(chosen, explainer.maps(predictor.network, forward, outputs, token), strict=True):
            explanations.append(
                Explanation(
                    image=forward.prediction.image,
                    model_id=forward.prediction.model_id,
                    model_version=forward.prediction.model_version,
                    method=method,
                    label=label,
                    values=values,
                    grid=forward.grid,
                    reference=explainer.reference(predictor.pack.manifest.explain),
                    below_operating_point=_below_operating_point(forward.prediction, label),
                )
            )
    return tuple(explanations)


def _chosen_labels(
    predictor: Predictor, prediction: Prediction, keys: Sequence[str] | None, *, every: bool
) -> list[Label]:
    if keys is not None:
        return [find_label(predictor.labels, key) for key in keys]
    return list(predictor.labels) if every else [prediction.top.label]


def _below_operating_point(prediction: Prediction, label: Label) -> bool:
    score = next(score for score in prediction.scores if score.label == label)
    return any(
        point.label_key == label.key and score.probability < point.threshold for point in prediction.operating_points
    )
