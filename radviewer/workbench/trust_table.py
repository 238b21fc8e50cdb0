"""Trust cards of many maps as a table, and what they are on average."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from radviewer.core.trust import TrustCard

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
        _yes(card.sane),
        None if place is None else _yes(place.hit),
        None if place is None else place.energy_inside,
        None if place is None else place.iou,
        card.sentence,
    )


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def means(cards: Sequence[TrustCard]) -> list[dict[str, Any]]:
    """Averages over all maps, and over those of each label where there are several labels.

    Returns:
        For each group the number of maps, shares of those that passed, and mean values; None where no map has one
        (no evidence is known). The last three are of the maps whose evidence is known: `maps_with_evidence`.
    """
    labels = list(dict.fromkeys(card.label.key for card in cards))
    groups = [("all", list(cards))]
    if len(labels) > 1:
        groups += [(key, [card for card in cards if card.label.key == key]) for key in labels]
    return [{"label": name, **_mean(group)} for name, group in groups if group]


_MEANS: tuple[tuple[str, Callable[[TrustCard], float | None]], ...] = (
    ("trusted", lambda card: card.trusted),
    ("agreement", lambda card: card.mean_agreement),
    ("flip", lambda card: card.stability.flip),
    ("shift", lambda card: card.stability.shift),
    ("noise", lambda card: card.stability.noise),
    ("deletion_auc", lambda card: card.faithfulness.deletion_auc),
    ("insertion_auc", lambda card: card.faithfulness.insertion_auc),
    ("sanity_similarity", lambda card: card.sanity.similarity),
    ("sanity_passed", lambda card: card.sane),
    ("pointing_hit", lambda card: None if card.localisation is None else card.localisation.hit),
    ("energy_inside", lambda card: None if card.localisation is None else card.localisation.energy_inside),
    ("evidence_iou", lambda card: None if card.localisation is None else card.localisation.iou),
)


def _mean(cards: Sequence[TrustCard]) -> dict[str, Any]:
    found: dict[str, Any] = {"maps": len(cards), "maps_with_evidence": sum(c.localisation is not None for c in cards)}
    for name, value in _MEANS:
        known = [float(item) for card in cards if (item := value(card)) is not None]
        found[name] = sum(known) / len(known) if known else None
    return found
