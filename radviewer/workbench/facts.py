"""An explanation as a picture and as facts for files, so that a map never travels without its context."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.explanation import Explanation
from radviewer.core.grayscale import display_values
from radviewer.core.image import Image
from radviewer.core.overlay import (
    OverlayStyle,
    ScaleMode,
    blend,
    drawn_style,
    normalised,
    rgba,
    scale_top,
    scale_used,
    threshold_share,
)
from radviewer.workbench.requests import AssistResult


def overlay_picture(image: Image, explanation: Explanation, style: OverlayStyle) -> NDArray[np.uint8]:
    """The image as the viewer shows it with the map over it: uint8 (rows, columns, 3), 1:1."""
    share = normalised(explanation.on_image(), scale_top(explanation, style.scale))
    return blend(display_values(image), rgba(share, drawn_style(explanation, style)), style.opacity)


def explanation_facts(explanation: Explanation, result: AssistResult, style: OverlayStyle) -> dict[str, Any]:
    """What a reader of the map has to know, ready for JSON."""
    prediction = result.prediction
    values = explanation.on_image()
    score = next(score for score in prediction.scores if score.label == explanation.label)
    row, column = np.unravel_index(int(values.argmax()), values.shape)
    return {
        "path": str(explanation.image.path),
        "frame": explanation.image.frame,
        "model": {"id": explanation.model_id, "version": explanation.model_version},
        "device": prediction.device,
        "method": explanation.method.value,
        "layer": explanation.layer or None,
        "seed": explanation.seed,
        "label": explanation.label.key,
        "probability": score.probability,
        "logit": score.logit,
        "calibrated": score.calibrated,
        "top": prediction.top.label.key,
        "below_operating_point": explanation.below_operating_point,
        "gate": {"verdict": prediction.gate.verdict.value, "reasons": list(prediction.gate.reasons)},
        "map": {
            "shape": list(values.shape),
            "min": float(values.min()),
            "max": float(values.max()),
            "peak": {"row": int(row), "column": int(column)},
            "model_grid": list(explanation.values.shape),
            "reference": explanation.reference if explanation.absolute else None,
        },
        "overlay": {
            "opacity": style.opacity,
            "threshold": style.threshold,
            "threshold_by": style.threshold_by.value,
            "threshold_value": threshold_share(explanation, style) * scale_top(explanation, style.scale),
            "color_map": style.color_map.value,
            "scale": scale_used(explanation, style.scale).value,
            "scale_top": scale_top(explanation, style.scale),
            "scale_note": _scale_note(explanation, style),
            "draw": style.draw.value,
        },
        "notice": "Research use only, not for diagnosis.",
    }


def _scale_note(explanation: Explanation, style: OverlayStyle) -> str:
    """What the top of the colour scale stands for, in words."""
    if scale_used(explanation, style.scale) is ScaleMode.ABSOLUTE:
        return "The same colour means the same value in every case of this model."
    if scale_used(explanation, style.scale) is ScaleMode.PROBABILITY:
        return "The map's maximum has the colour of the label's probability; within an image only the order counts."
    if explanation.absolute:
        return "The top is this map's own maximum; colours cannot be compared between cases."
    return (
        "The model pack has no reference for this method, so the top is this map's own maximum; "
        "colours cannot be compared between cases."
    )
