"""Predict and explain: the one path that the window, the command line and the tests share.

The same request gives the same numbers wherever it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from radviewer.core.errors import InputProblem, Problem, describe
from radviewer.core.image import Image, ImageRef
from radviewer.core.prediction import Prediction
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.workbench.requests import AssistRequest, AssistResult
from radviewer.workbench.services import Services


def run(
    request: AssistRequest,
    services: Services,
    token: CancellationToken | None = None,
    progress: ProgressCallback = silent,
) -> AssistResult:
    """Predicts one image and explains the prediction.

    Args:
        request: What to do.
        services: Packs, reader and loaded networks; its cached forward pass is used where there is one.
        token: Cancels between the stages and inside the forward pass.
        progress: Told the stage.

    Raises:
        InputProblem: The image, the model or a label cannot be used.
        Cancelled: The token was turned.
    """
    token = token or CancellationToken()
    progress(Progress("loading the model"))
    predictor = services.predictor(request.model_id, request.device)
    token.check()
    forward = services.recall(request.image, request.model_id, request.device)
    if forward is None:
        progress(Progress("reading the image"))
        image = services.read_image(request.image)
        token.check()
        progress(Progress("predicting"))
        forward = predictor.forward(image, token)
        services.remember(forward, request.model_id, request.device)
    if not request.methods:
        return AssistResult(request, forward.prediction)
    token.check()
    from radviewer.explain.run import explain

    explanations = explain(
        predictor, forward, request.methods, request.labels, token, progress, seed=request.seed, layer=request.layer
    )
    return AssistResult(request, forward.prediction, explanations)


def predict_many(
    refs: Sequence[ImageRef],
    model_id: str,
    services: Services,
    *,
    device: str = "auto",
    batch: int = 1,
    token: CancellationToken | None = None,
    progress: ProgressCallback = silent,
) -> Iterator[tuple[ImageRef, Prediction | Problem]]:
    """Predicts many images; one that cannot be read or analysed does not stop the others.

    Args:
        refs: The frames.
        model_id: The pack's id.
        services: As for `run`.
        device: "auto", "cpu" or "cuda".
        batch: Images in one forward pass; 1 gives the very numbers of the window, larger ones agree to rounding.
        token: Cancels between and inside forward passes.
        progress: Told after each batch.

    Yields:
        In the order of `refs`: the prediction, or why there is none.
    """
    token = token or CancellationToken()
    predictor = services.predictor(model_id, device)
    for start in range(0, len(refs), batch):
        token.check()
        chunk = refs[start : start + batch]
        read = [_read(services, ref) for ref in chunk]
        images = [item for item in read if isinstance(item, Image)]
        outcomes = iter(predictor.outcomes(images, token, batch=batch))
        progress(Progress("predicting", min(start + batch, len(refs)), len(refs)))
        for ref, item in zip(chunk, read, strict=True):
            outcome = next(outcomes) if isinstance(item, Image) else item
            yield ref, outcome if isinstance(outcome, Prediction) else describe(outcome)


def _read(services: Services, ref: ImageRef) -> Image | InputProblem:
    try:
        return services.read_image(ref)
    except InputProblem as problem:
        return problem
