"""A map that says where a model looked, on the model's grid, with the way back to the image."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from radviewer.core.geometry import GridTransform
from radviewer.core.image import ImageRef
from radviewer.core.labels import Label


class Method(StrEnum):
    """Explanation methods by the names that the literature gives them."""

    GRADCAM = "gradcam"
    SALIENCY = "saliency"
    GRADCAM_PLUS_PLUS = "gradcam++"
    HIRESCAM = "hirescam"
    LAYERCAM = "layercam"
    EIGENCAM = "eigencam"
    SCORECAM = "scorecam"
    ABLATIONCAM = "ablationcam"
    SMOOTHGRAD = "smoothgrad"
    INTEGRATED_GRADIENTS = "integrated-gradients"
    GUIDED_BACKPROP = "guided-backprop"
    OCCLUSION = "occlusion"
    LIME = "lime"
    KERNEL_SHAP = "kernel-shap"


METHOD_NAMES: dict[Method, str] = {
    Method.GRADCAM: "Grad-CAM",
    Method.SALIENCY: "Saliency",
    Method.GRADCAM_PLUS_PLUS: "Grad-CAM++",
    Method.HIRESCAM: "HiResCAM",
    Method.LAYERCAM: "LayerCAM",
    Method.EIGENCAM: "EigenCAM",
    Method.SCORECAM: "ScoreCAM",
    Method.ABLATIONCAM: "AblationCAM",
    Method.SMOOTHGRAD: "SmoothGrad",
    Method.INTEGRATED_GRADIENTS: "Integrated gradients",
    Method.GUIDED_BACKPROP: "Guided backpropagation",
    Method.OCCLUSION: "Occlusion",
    Method.LIME: "LIME",
    Method.KERNEL_SHAP: "Kernel SHAP",
}


CAM_METHODS = frozenset(
    {
        Method.GRADCAM,
        Method.GRADCAM_PLUS_PLUS,
        Method.HIRESCAM,
        Method.LAYERCAM,
        Method.EIGENCAM,
        Method.SCORECAM,
        Method.ABLATIONCAM,
    }
)
"""Methods that weigh the output of a layer, so that another layer may be chosen."""


class Cost(StrEnum):
    """How long a map takes on a processor, for the choice of a method."""

    FAST = "fast"
    SECONDS = "seconds"
    SLOW = "slow"


METHOD_COSTS: dict[Method, Cost] = {
    **dict.fromkeys(Method, Cost.FAST),
    Method.ABLATIONCAM: Cost.SECONDS,
    Method.SMOOTHGRAD: Cost.SECONDS,
    Method.INTEGRATED_GRADIENTS: Cost.SECONDS,
    Method.OCCLUSION: Cost.SLOW,
    Method.LIME: Cost.SLOW,
    Method.KERNEL_SHAP: Cost.SLOW,
    Method.SCORECAM: Cost.SLOW,
}
"""Fast: from what the prediction left, or one pass more; seconds: some dozen passes; slow: hundreds."""


@dataclass(frozen=True, slots=True)
class LayerChoice:
    """A layer that CAM methods can weigh.

    Attributes:
        name: As requests name it.
        rows: Of its grid at the model's input size.
        columns: Likewise.
    """

    name: str
    rows: int
    columns: int


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """One map for one label.

    Attributes:
        image: Which frame it explains.
        model_id: The pack that was explained.
        model_version: Its version.
        method: How the map was made.
        label: What it explains.
        values: float32 (h, w), >= 0, on the model's grid (7 x 7 for Grad-CAM of MobileNetV2 at 224, 224 x 224 for
            saliency), in the method's own units and not normalised.
        grid: From the image's grid to the model's input.
        reference: The value that absolute colour scales put at their top, > 0: from the pack, and then the same in
            every case; where the pack has none for the method, the map's own maximum (1 for a map of zeros).
        below_operating_point: Whether the label's probability is below its operating point, so that the map explains
            a finding that was not called.
        absolute: Whether `reference` is the pack's, so that colours may be compared between cases. A map without
            one is always drawn on its own maximum and has to say so (see `overlay.scale_used`).
        layer: The layer whose output a CAM method weighed, if it is not the pack's; empty otherwise.
        probability: Of the label, by the prediction that is explained; None if unknown.
        seed: Of a method that draws random numbers.
    """

    image: ImageRef
    model_id: str
    model_version: str
    method: Method
    label: Label
    values: NDArray[np.float32]
    grid: GridTransform
    reference: float
    below_operating_point: bool = False
    absolute: bool = True
    layer: str = ""
    probability: float | None = None
    seed: int = 0

    def on_image(self, shape: tuple[int, int] | None = None) -> NDArray[np.float32]:
        """The map on the image's grid, float32 (rows, columns), in the units of `values`."""
        return self.grid.inverse(self.values, shape)
