"""The trust card of a map, made on demand from what the pipeline still holds, and as facts for files."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.explanation import Explanation
from radviewer.core.tasks import CancellationToken, ProgressCallback, silent
from radviewer.core.trust import TrustCard
from radviewer.workbench.pipeline import run
from radviewer.workbench.requests import AssistRequest
from radviewer.workbench.services import Services

TABLE_COLUMNS = (
    "path",
    "frame",
    "model",
    "version",
    "method",
    "label",
    "trusted",
    "agreement",
    "flip",
    "shift",
    "noise",
    "deletion_auc",
    "insertion_auc",
    "sanity_similarity",
    "sanity_p",
    "sanity_passed",
    "pointing_hit",
    "energy_inside",
    "evidence_iou",
    "sentence",
)


def trust_card(
    explanation: Explanation,
    services: Services,
    device: str = "auto",
    token: CancellationToken | None = None,
    progress: ProgressCallback = silent,
    *,
    evidence: NDArray[np.bool_] | None = None,
    seed: int = 0,
) -> TrustCard:
    """Checks one map; see `explain.trust.assess`.

    Args:
        explanation: The map.
        services: Those that it was made with, on their own thread; its forward pass is used again.
        device: As in the request that made the map.
        token: Cancels between and inside passes.
        progress: Told each check.
        evidence: (rows, columns) of the image, True where the evidence is known to be; None if unknown.
        seed: The same seed gives the same card.

    Raises:
        InputProblem: The image or the model cannot be used any more.
        Cancelled: The token was turned.
    """
    from radviewer.explain.trust import assess

    token = token or CancellationToken()
    forward = services.recall(explanation.image, explanation.model_id, device)
    if forward is None:
        run(AssistRequest(explanation.image, explanation.model_id, device, ()), services, token, progress)
        forward = services.recall(explanation.image, explanation.model_id, device)
    assert forward is not None
    predictor = services.predictor(explanation.model_id, device)
    return assess(predictor, forward, explanation, token, progress, evidence=evidence, seed=seed)


def trust_facts(card: TrustCard) -> dict[str, Any]:
    """The card, ready for JSON."""
    place = card.localisation
    return {
        "path": str(card.image.path),
        "frame": card.image.frame,
        "model": {"id": card.model_id, "version": card.model_version},
        "method": card.method.value,
        "label": card.label.key,
        "trusted": card.trusted,
        "sentence": card.sentence,
        "agreement": {
            "mean_iou_of_strongest_tenth": card.mean_agreement,
            "methods": {item.method.value: item.iou for item in card.agreement},
        },
        "stability": {"flip": card.stability.flip, "shift": card.stability.shift, "noise": card.stability.noise},
        "faithfulness": {
            "deletion_auc": card.faithfulness.deletion_auc,
            "insertion_auc": card.faithfulness.insertion_auc,
            "deletion": list(card.faithfulness.deletion),
            "insertion": list(card.faithfulness.insertion),
        },
        "sanity": {
            "passed": card.sanity.passed,
            "map_depends_on_weights": card.sanity.map_depends_on_weights,
            "similarity": card.sanity.similarity,
            "stands_out": card.sanity.stands_out,
            "faithfulness": card.sanity.faithfulness,
            "shuffled_faithfulness": list(card.sanity.shuffled_faithfulness),
            "p": card.sanity.p,
        },
        "localisation": None
        if place is None
        else {
            "pointing_hit": place.hit,
            "energy_inside": place.energy_inside,
            "iou": place.iou,
            "area": place.area,
        },
        "seed": card.seed,
        "notice": "Research use only, not for diagnosis.",
    }


def table_row(card: TrustCard) -> tuple[object, ...]:
    """The card as one row under `TABLE_COLUMNS`; empty cells where no evidence is known."""
    place = card.localisation
    return (
        str(card.image.path),
        card.image.frame,
        card.model_id,
        card.model_version,
        card.method.value,
        card.label.key,
        _yes(card.trusted),
        card.mean_agreement,
        card.stability.flip,
        card.stability.shift,
        card.stability.noise,
        card.faithfulness.deletion_auc,
        card.faithfulness.insertion_auc,
        card.sanity.similarity,
        card.sanity.p,
        _yes(card.sanity.passed),
        None if place is None else _yes(place.hit),
        None if place is None else place.energy_inside,
        None if place is None else place.iou,
        card.sentence,
    )


def _yes(value: bool) -> str:
    return "yes" if value else "no"
