"""Maps of one image side by side: by several methods, and of two models, with how far they agree.

The same request gives the same maps: methods that draw random numbers take its seed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from radviewer.core.explanation import METHOD_NAMES, Explanation, Method
from radviewer.core.image import ImageRef
from radviewer.core.prediction import Prediction
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.workbench.pipeline import run
from radviewer.workbench.requests import AssistRequest
from radviewer.workbench.services import Services

_SIDE = 256  # of the image's grid, reduced, on which maps are compared


@dataclass(frozen=True, slots=True)
class ComparisonRequest:
    """What to put side by side.

    Attributes:
        image: Which frame.
        models: One pack's id, or two.
        methods: In the order of the panes.
        label: The label's key; a model that does not know it, or None, is explained for its highest score.
        seed: Of methods that draw random numbers.
        device: As in `AssistRequest`.
    """

    image: ImageRef
    models: tuple[str, ...]
    methods: tuple[Method, ...]
    label: str | None = None
    seed: int = 0
    device: str = "auto"


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Maps and how far they agree.

    Attributes:
        request: What was asked.
        predictions: One a model.
        maps: Model by model, in the order of the methods.
        agreement: IoU of the strongest tenth of the image for every two maps, as rows; 1 on the diagonal.
    """

    request: ComparisonRequest
    predictions: tuple[Prediction, ...]
    maps: tuple[Explanation, ...]
    agreement: tuple[tuple[float, ...], ...] = field(default=())

    def name(self, place: int) -> str:
        """What a map is called: its method, and its model where there are two."""
        found = self.maps[place]
        return METHOD_NAMES[found.method] + (f", {found.model_id}" if len(self.request.models) > 1 else "")

    @property
    def same_label(self) -> bool:
        """Whether all maps explain one label; two models may have different ones."""
        return len({item.label.key for item in self.maps}) <= 1


def compare(
    request: ComparisonRequest,
    services: Services,
    token: CancellationToken | None = None,
    progress: ProgressCallback = silent,
) -> Comparison:
    """Makes the maps and measures their agreement.

    Raises:
        InputProblem: The image or a model cannot be used.
        Cancelled: The token was turned.
    """
    from radviewer.explain.trust_measures import overlap

    token = token or CancellationToken()
    predictions: list[Prediction] = []
    maps: list[Explanation] = []
    total = len(request.models) * len(request.methods)
    for model in request.models:
        first = run(AssistRequest(request.image, model, request.device, ()), services, token, progress)
        predictions.append(first.prediction)
        keys = [score.label.key for score in first.prediction.scores]
        key = request.label if request.label in keys else first.prediction.top.label.key
        for method in request.methods:
            progress(Progress(METHOD_NAMES[method], len(maps), total))
            wanted = AssistRequest(request.image, model, request.device, (method,), (key,), None, request.seed)
            maps.extend(run(wanted, services, token).explanations)
    rows, columns = maps[0].grid.source_shape if maps else (1, 1)
    shrink = max(1.0, max(rows, columns) / _SIDE)
    shape = (max(1, round(rows / shrink)), max(1, round(columns / shrink)))
    planes = [item.on_image(shape) for item in maps]
    matrix = tuple(
        tuple(1.0 if i == j else overlap(one, other) for j, other in enumerate(planes)) for i, one in enumerate(planes)
    )
    return Comparison(request, tuple(predictions), tuple(maps), matrix)
