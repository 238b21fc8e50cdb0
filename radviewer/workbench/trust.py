"""The trust card of a map, made on demand from what the pipeline still holds, and as facts for files."""

from __future__ import annotations

from typing import Any

from radviewer.core.explanation import Explanation
from radviewer.core.tasks import CancellationToken, ProgressCallback, silent
from radviewer.core.trust import TrustCard
from radviewer.workbench.evidence import Evidence
from radviewer.workbench.pipeline import run
from radviewer.workbench.requests import AssistRequest
from radviewer.workbench.services import Services


def trust_card(
    explanation: Explanation,
    services: Services,
    device: str = "auto",
    token: CancellationToken | None = None,
    progress: ProgressCallback = silent,
    *,
    evidence: Evidence | None = None,
    seed: int = 0,
) -> TrustCard:
    """Checks one map; see `explain.trust.assess`.

    Args:
        explanation: The map.
        services: Those that it was made with, on their own thread; its forward pass is used again.
        device: As in the request that made the map.
        token: Cancels between and inside passes.
        progress: Told each check.
        evidence: Where the evidence is known to be; None if unknown.
        seed: The same seed gives the same card.

    Raises:
        InputProblem: The image or the model cannot be used any more, or the evidence does not fit the image.
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
    known = None if evidence is None else evidence.mask(services.read_image(explanation.image))
    return assess(predictor, forward, explanation, token, progress, evidence=known, seed=seed)


def trust_facts(card: TrustCard) -> dict[str, Any]:
    """The card, ready for JSON."""
    place = card.localisation
    return {
        "path": str(card.image.path),
        "frame": card.image.frame,
        "model": {"id": card.model_id, "version": card.model_version},
        "method": card.method.value,
        "label": card.label.key,
        "layer": card.layer or None,
        "verdict": card.verdict.value,
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
            "passed": card.sane,
            "memorised": card.memorised,
            "gradcam_stability": None
            if card.memory is None
            else {"flip": card.memory.flip, "shift": card.memory.shift, "noise": card.memory.noise},
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
