"""What the window or the command line asks for, and what it gets back."""

from __future__ import annotations

from dataclasses import dataclass

from radviewer.core.explanation import CAM_METHODS, Explanation, Method
from radviewer.core.image import ImageRef
from radviewer.core.prediction import Prediction


@dataclass(frozen=True, slots=True)
class AssistRequest:
    """Predict one image with one model, and explain the prediction.

    Attributes:
        image: Which frame.
        model_id: The pack's id.
        device: "auto", "cpu" or "cuda".
        methods: Explanation methods; empty for the prediction alone.
        labels: Keys of the labels to explain; None for what costs little: every label by Grad-CAM, and the top label by
            methods that need a pass through the whole network.
        layer: Whose output the CAM methods weigh; None for the pack's own CAM layer.
        seed: Of the methods that draw random numbers.
    """

    image: ImageRef
    model_id: str
    device: str = "auto"
    methods: tuple[Method, ...] = (Method.GRADCAM, Method.SALIENCY)
    labels: tuple[str, ...] | None = None
    layer: str | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class AssistResult:
    """The answer to one request.

    Attributes:
        request: What was asked.
        prediction: Scores with their context.
        explanations: In the order of the methods, then of the labels.
    """

    request: AssistRequest
    prediction: Prediction
    explanations: tuple[Explanation, ...] = ()

    def explanation(self, method: Method, label_key: str, layer: str | None = None) -> Explanation | None:
        """The map of one method for one label at one layer (None: the pack's), or None if it was not asked for."""
        wanted = (layer or "") if method in CAM_METHODS else ""
        for explanation in self.explanations:
            if (explanation.method, explanation.label.key, explanation.layer) == (method, label_key, wanted):
                return explanation
        return None
