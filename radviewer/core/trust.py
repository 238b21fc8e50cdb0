"""How far a map can be trusted: the results of the checks, and what they mean in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from radviewer.core.explanation import METHOD_NAMES, Method
from radviewer.core.image import ImageRef
from radviewer.core.labels import Label

AGREEMENT_WANTED = 0.3
"""IoU of the strongest tenths from which two maps are said to agree; unrelated maps have about 0.05."""
STABILITY_WANTED = 0.4
"""IoU of the strongest tenths before and after a harmless change of the image."""
SIMILARITY_ALLOWED = 0.5
"""Rank correlation with maps of shuffled networks from which a map no longer depends on what was learnt."""


class TrustVerdict(StrEnum):
    """The card in a word or two."""

    GOOD = "good"
    CARE = "with care"
    FAILED = "do not rely on it"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far another method points at the same places.

    Attributes:
        method: The other method.
        iou: Of the strongest tenth of both maps, 0 to 1.
    """

    method: Method
    iou: float


@dataclass(frozen=True, slots=True)
class Stability:
    """IoU of the strongest tenth, before and after a change that a reader would not call a change.

    Attributes:
        flip: Mirrored left to right; the map is mirrored back.
        shift: Moved by a twentieth of the width; the map is moved back.
        noise: With Gaussian noise of 2 % of the range.
    """

    flip: float
    shift: float
    noise: float

    @property
    def least(self) -> float:
        """The worst of them."""
        return min(self.flip, self.shift, self.noise)

    @property
    def steady(self) -> bool:
        """Whether the map stays in place under all but one of the changes.

        Networks that memorised random labels hang on the pixels of single images: their maps move under most harmless
        changes, where those of networks that learnt true labels may move under one (a label whose side matters). That
        holds of Grad-CAM maps; maps of single pixels (saliency, integrated gradients) move in every network.
        """
        return sum(value < STABILITY_WANTED for value in (self.flip, self.shift, self.noise)) < 2


@dataclass(frozen=True, slots=True)
class Sanity:
    """Weight randomisation (Adebayo et al., NeurIPS 2018), with networks whose weights were shuffled within each layer.

    Attributes:
        similarity: Mean absolute rank correlation between the map and those of shuffled networks, 0 to 1.
        faithfulness: Insertion minus deletion AUC of the map in the network, -1 to 1.
        shuffled_faithfulness: The same of each shuffled network with its own map.
        p: Share of networks, this one among them, that are at least as faithful: with random weights the network is one
            like the others, and p is uniform.
    """

    similarity: float
    faithfulness: float
    shuffled_faithfulness: tuple[float, ...]
    p: float

    @property
    def map_depends_on_weights(self) -> bool:
        """Whether shuffling the weights changes the map."""
        return self.similarity < SIMILARITY_ALLOWED

    @property
    def stands_out(self) -> bool:
        """Whether no shuffled network is as faithful to its map."""
        return self.p <= 1 / (len(self.shuffled_faithfulness) + 1)

    @property
    def passed(self) -> bool:
        """Both."""
        return self.map_depends_on_weights and self.stands_out


@dataclass(frozen=True, slots=True)
class Faithfulness:
    """What the label's probability does when pixels go, or come, in the map's order (Petsiuk et al., BMVC 2018).

    Attributes:
        deletion: Probability as a function of the share of pixels hidden, strongest first; at equal steps from 0 to 1.
        insertion: The same with pixels shown on the hidden image.
    """

    deletion: tuple[float, ...]
    insertion: tuple[float, ...]

    @property
    def deletion_auc(self) -> float:
        """Area under the deletion curve, 0 to 1; low where the map is faithful."""
        return _area(self.deletion)

    @property
    def insertion_auc(self) -> float:
        """Area under the insertion curve, 0 to 1; high where the map is faithful."""
        return _area(self.insertion)


@dataclass(frozen=True, slots=True)
class Localisation:
    """How the map lies to known evidence.

    Attributes:
        hit: Pointing game: whether the peak lies inside (Zhang et al., IJCV 2018).
        energy_inside: Share of the map's sum inside, 0 to 1.
        iou: Of the evidence and as many of the strongest pixels, 0 to 1.
        area: Share of the image that the evidence covers: what `energy_inside` is by chance.
    """

    hit: bool
    energy_inside: float
    iou: float
    area: float


@dataclass(frozen=True, slots=True)
class TrustCard:
    """The checks of one map.

    Attributes:
        image: Which frame.
        model_id: The pack.
        model_version: Its version.
        method: Of the map.
        label: That it explains.
        agreement: With other methods.
        stability: Under changes of the image.
        faithfulness: Deletion and insertion.
        sanity: Weight randomisation.
        localisation: Against known evidence, or None where none is known.
        seed: Of noise and shuffling.
        layer: That the map was taken at, if it is not the pack's; empty otherwise.
        memory: Stability of the model's Grad-CAM map of the label at the pack's layer, whatever map is checked. It
            tells models that memorised; None where that map is empty.
    """

    image: ImageRef
    model_id: str
    model_version: str
    method: Method
    label: Label
    agreement: tuple[Agreement, ...]
    stability: Stability
    faithfulness: Faithfulness
    sanity: Sanity
    localisation: Localisation | None = None
    seed: int = 0
    layer: str = ""
    memory: Stability | None = None

    @property
    def memorised(self) -> bool:
        """Whether the model's maps move as those of models that memorised random labels do."""
        return self.memory is not None and not self.memory.steady

    @property
    def mean_agreement(self) -> float:
        """Mean IoU with the other methods."""
        return sum(item.iou for item in self.agreement) / len(self.agreement)

    @property
    def sane(self) -> bool:
        """The sanity check as a whole: unlike models with shuffled weights, and unlike models that only memorised."""
        return self.sanity.passed and not self.memorised

    @property
    def trusted(self) -> bool:
        """Whether every check that needs no known evidence is passed."""
        agrees = self.mean_agreement >= AGREEMENT_WANTED
        return self.sane and agrees and self.stability.least >= STABILITY_WANTED

    @property
    def verdict(self) -> TrustVerdict:
        """What the checks come to; a peak beside the known evidence is never good."""
        missed = self.localisation is not None and not self.localisation.hit
        if not self.sane:
            return TrustVerdict.FAILED
        return TrustVerdict.GOOD if self.trusted and not missed else TrustVerdict.CARE

    @property
    def sentence(self) -> str:
        """What the checks mean, for a reader."""
        return self.words()

    def words(self, translate: Callable[[str], str] = str) -> str:
        """What the checks mean, for a reader, in the language of `translate`."""
        name = translate(METHOD_NAMES[self.method])
        template = translate(_VERDICT_WORDS[self.verdict])
        if self.verdict is not TrustVerdict.GOOD:
            return template.format(method=name, reasons="; ".join(map(translate, self.objections)))
        found = translate(_ON_EVIDENCE) + " " if self.localisation is not None else ""
        return template.format(method=name, found=found)

    @property
    def objections(self) -> tuple[str, ...]:
        """Why the map is not fully trusted, as parts of a sentence."""
        place, stability = self.localisation, self.stability
        return tuple(
            words
            for words, objected in (
                (UNCHANGED_BY_SHUFFLING, not self.sanity.map_depends_on_weights),
                (NOTHING_LEARNT, not self.sanity.stands_out),
                (MEMORISED, self.memorised),
                (OTHERS_DISAGREE, self.mean_agreement < AGREEMENT_WANTED),
                (MOVES_MIRRORED, stability.flip < STABILITY_WANTED),
                (MOVES_SHIFTED, stability.shift < STABILITY_WANTED),
                (MOVES_NOISY, stability.noise < STABILITY_WANTED),
                (BESIDE_EVIDENCE, place is not None and not place.hit),
            )
            if objected
        )


UNCHANGED_BY_SHUFFLING = "it hardly changes when the model's weights are shuffled"
NOTHING_LEARNT = (
    "the model's score follows the map no better than in models with shuffled weights, as if it had learnt nothing "
    "that matters here"
)
MEMORISED = "the model's Grad-CAM map does not stay in place, as in models that memorised random labels"
OTHERS_DISAGREE = "other methods point elsewhere"
MOVES_MIRRORED = "it moves when the image is mirrored"
MOVES_SHIFTED = "it moves when the image is moved a little"
MOVES_NOISY = "it moves when the image gets a little noise"
BESIDE_EVIDENCE = "its peak is not on the known evidence"
_ON_EVIDENCE = "Its peak is on the known evidence."
_VERDICT_WORDS = {
    TrustVerdict.FAILED: "Do not rely on this {method} map: {reasons}.",
    TrustVerdict.CARE: "Read this {method} map with care: {reasons}.",
    TrustVerdict.GOOD: (
        "This {method} map passed the checks: it depends on what the model learnt, other methods point at the same "
        "places, and harmless changes of the image leave it in place. {found}That shows what the model used, not that "
        "the model is right."
    ),
}


def _area(curve: tuple[float, ...]) -> float:
    inner = sum(curve) - (curve[0] + curve[-1]) / 2
    return inner / (len(curve) - 1)
