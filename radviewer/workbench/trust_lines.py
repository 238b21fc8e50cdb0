"""A trust card as lines of a panel: what was checked, what came out, and whether it passed."""

from __future__ import annotations

from dataclasses import dataclass

from radviewer.core.explanation import METHOD_NAMES
from radviewer.core.trust import AGREEMENT_WANTED, STABILITY_WANTED, TrustCard


@dataclass(frozen=True, slots=True)
class TrustLine:
    """One check.

    Attributes:
        name: What was checked; a constant, so that it can be translated.
        value: What came out.
        passed: Whether that is good enough; None where there is no limit.
        help: What it means, in a sentence.
        part: Whether it belongs to the line above it.
    """

    name: str
    value: str
    passed: bool | None
    help: str
    part: bool = False


AGREEMENT_HELP = "Overlap (IoU) of the strongest tenth with other methods; unrelated maps have about 0.05."
STABILITY_HELP = "Overlap of the strongest tenth before and after a change that a reader would not call one."
SHUFFLING_HELP = "Rank correlation with maps of networks whose weights were shuffled; a map that stays knows nothing."
CHANCE_HELP = "Share of networks, shuffled ones and this one, whose score follows their map as well; low is good."
MEMORY_HELP = "Grad-CAM maps of models that memorised random labels move under most harmless changes of the image."
CURVE_HELP = "Area under the label's probability while pixels go (deletion, low is good) or come (insertion, high)."
EVIDENCE_HELP = "How the map lies to the boxes or the mask that were opened as known evidence."


def trust_lines(card: TrustCard) -> tuple[TrustLine, ...]:
    """The checks of a card, in the order of its sentence."""
    sanity, stability, curves = card.sanity, card.stability, card.faithfulness
    lines = [
        TrustLine(
            "Likeness to shuffled models", f"{sanity.similarity:.2f}", sanity.map_depends_on_weights, SHUFFLING_HELP
        ),
        TrustLine("Better than shuffled models", f"p {sanity.p:.2f}", sanity.stands_out, CHANCE_HELP),
        TrustLine("Unlike memorised labels", "", None if card.memory is None else not card.memorised, MEMORY_HELP),
        TrustLine(
            "Agreement of methods",
            f"{card.mean_agreement:.2f}",
            card.mean_agreement >= AGREEMENT_WANTED,
            AGREEMENT_HELP,
        ),
        *(
            TrustLine(METHOD_NAMES[item.method], f"{item.iou:.2f}", None, AGREEMENT_HELP, part=True)
            for item in card.agreement
        ),
        _stable("Stable when mirrored", stability.flip),
        _stable("Stable when moved", stability.shift),
        _stable("Stable under noise", stability.noise),
        TrustLine("Deletion, area", f"{curves.deletion_auc:.2f}", None, CURVE_HELP),
        TrustLine("Insertion, area", f"{curves.insertion_auc:.2f}", None, CURVE_HELP),
    ]
    place = card.localisation
    if place is not None:
        lines += [
            TrustLine("Peak on the evidence", "", place.hit, EVIDENCE_HELP),
            TrustLine("Share of the map on it", f"{place.energy_inside:.2f}", None, EVIDENCE_HELP),
            TrustLine("Share of the image that it is", f"{place.area:.2f}", None, EVIDENCE_HELP, part=True),
            TrustLine("Overlap with it (IoU)", f"{place.iou:.2f}", None, EVIDENCE_HELP),
        ]
    return tuple(lines)


def _stable(name: str, value: float) -> TrustLine:
    return TrustLine(name, f"{value:.2f}", value >= STABILITY_WANTED, STABILITY_HELP)
