"""The model card: what the model is, what it was made from, how it did, and what it must not be used for.

After Mitchell et al., "Model Cards for Model Reporting" (FAT* 2019). Every figure names its images.
"""

from __future__ import annotations

from dataclasses import dataclass

from radviewer.inference.manifest import PackManifest
from radviewer.training.borrow import CORNER, FRAME
from radviewer.training.config import Keep, Recipe, StartKind
from radviewer.training.evaluate import Evaluation, Interval
from radviewer.training.testing import ForeignFigures


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the card tells beyond recipe and manifest.

    Attributes:
        train: Number of training images.
        validation: Number of validation images.
        exact: Pairs of exact copies found among them.
        near: Pairs of near copies found among them.
        history: One row for each epoch.
        validation_figures: With calibrated probabilities.
        raw_calibration_error: On validation images before calibration.
        test: Figures on test images; may be empty.
        foreign: What the input gate said about other images; may be empty.
        parameters: Numbers in the network.
        leaks: Validation images with a copy or their patient among the training images; 0 unless that was allowed.
        patients: Groups (patients) that the source names; 0 where they are not known.
    """

    train: int
    validation: int
    exact: int
    near: int
    history: list[dict[str, float]]
    validation_figures: Evaluation
    raw_calibration_error: float
    test: tuple[Evaluation, ...]
    foreign: tuple[ForeignFigures, ...]
    parameters: int
    leaks: int = 0
    patients: int = 0


def card_text(manifest: PackManifest, recipe: Recipe, facts: CardFacts) -> str:
    """The card as Markdown."""
    parts = [
        f"# {manifest.title} ({manifest.id} {manifest.version})",
        "**Research use only, not for diagnosis.**",
        manifest.intended_use,
        "## Figures on test images" if facts.test else "",
        *_test(recipe, facts),
        "## Limits",
        recipe.pack.limits.strip(),
        "## Data",
        recipe.pack.data.strip(),
        _division(recipe, facts),
        "## Training",
        _training(manifest, recipe, facts),
        "## Calibration and operating points",
        _calibration(manifest, recipe, facts),
        "## Input gate",
        _gate(manifest, facts),
        "## Licence",
        manifest.licence,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _test(recipe: Recipe, facts: CardFacts) -> list[str]:
    if not facts.test:
        return []
    rows = [
        [
            figures.name,
            str(figures.images),
            _with(figures.accuracy, figures.accuracy_interval),
            _with(figures.balanced_accuracy, figures.balanced_interval),
            _with(figures.macro_f1, figures.macro_f1_interval),
            _number(figures.weighted_f1),
            _number(figures.macro_auc),
            _number(figures.calibration_error),
        ]
        for figures in facts.test
    ]
    header = ["images", "number", "accuracy", "balanced accuracy", "macro F1", "weighted F1", "macro AUC", "ECE"]
    plain = facts.test[0]
    return [
        f"{recipe.pack.tested or 'Tested once, after all choices were made.'} `plain` is the whole test set; the other "
        "rows are the lists of its images that have no copy among the training images. 95 % intervals: Wilson for "
        "accuracy, bootstrap over images (2,000 draws) for the others; they take images as independent, which slices "
        "of one patient are not.",
        _table(header, rows),
        f"Each label on the {plain.images} images of `{plain.name}`, at the highest score:",
        _labels(plain),
        f"Confusion on `{plain.name}` (rows: truth, columns: call):",
        _confusion(plain),
    ]


def _labels(figures: Evaluation) -> str:
    rows = [
        [
            item.label, str(item.images), _number(item.sensitivity), _number(item.specificity),
            _number(item.precision), _number(item.f1),
            _number(item.auc) if item.auc_interval is None or item.auc is None else _with(item.auc, item.auc_interval),
        ]
        for item in figures.labels
    ]  # fmt: skip
    return _table(["label", "images", "sensitivity", "specificity", "precision", "F1", "AUC (DeLong)"], rows)


def _confusion(figures: Evaluation) -> str:
    keys = [item.label for item in figures.labels]
    rows = [[key, *map(str, row)] for key, row in zip(keys, figures.confusion, strict=True)]
    return _table(["", *keys], rows)


def _division(recipe: Recipe, facts: CardFacts) -> str:
    split = recipe.split
    if facts.leaks or facts.patients:
        return _division_of_source(recipe, facts)
    return (
        f"{facts.train} images to learn from and {facts.validation} for validation, divided by content: among them "
        f"{facts.exact} pairs of exact and {facts.near} pairs of near copies were found (normalised correlation of at "
        f"least {split.correlation} and at most {split.hash_distance} of 256 bits of the difference hash apart), and "
        "all copies of one picture are on the same side. Patients are not known, so slices of one patient may be on "
        "both."
    )


def _division_of_source(recipe: Recipe, facts: CardFacts) -> str:
    """How the images were divided where patients are known, or where the split was allowed to leak."""
    start = (
        f"{facts.train} images to learn from and {facts.validation} for validation; {facts.exact} pairs of exact and "
        f"{facts.near} pairs of near copies were found among all images. "
    )
    known = f"{facts.patients} patients (groups) are known. " if facts.patients else ""
    if facts.leaks:
        return (
            f"{start}{known}**This split leaks, and training was told to go on: {facts.leaks} validation images have a "
            "copy or their patient among the training images. Every figure on validation images, and what was chosen "
            "by them, is too good.**"
        )
    return f"{start}{known}Copies and images of one patient are on the same side."


def _training(manifest: PackManifest, recipe: Recipe, facts: CardFacts) -> str:
    train = recipe.train
    if not facts.history:
        mean = (
            "The weights are the mean of the packs' weights"
            if recipe.start is StartKind.AVERAGE
            else "The logits are the mean of the members' calibrated logits"
        )
        return (
            f"{manifest.architecture.name}, {facts.parameters:,} numbers, input {recipe.input.rows} x "
            f"{recipe.input.columns}. {recipe.pack.start.strip()} {mean}; nothing was trained after they were put "
            "together."
        )
    last = train.keep is Keep.LAST
    kept = facts.history[-1] if last else min(facts.history, key=lambda row: row["validation_loss"])
    why = "the last, as the recipe says (validation loss " if last else "which had the lowest validation loss ("
    return (
        f"{manifest.architecture.name}, {facts.parameters:,} numbers, input {recipe.input.rows} x "
        f"{recipe.input.columns}. {recipe.pack.start} {len(facts.history)} epochs of AdamW (peak rate "
        f"{train.learning_rate:g}, batch {train.batch}, weight decay {train.weight_decay:g}, label smoothing "
        f"{train.label_smoothing:g}), linear warm-up and cosine, running mean of weights, random seed {recipe.seed}. "
        f"The weights are those of epoch {kept['epoch']:.0f}, {why}"
        f"{kept['validation_loss']:.4f}; accuracy {kept['validation_accuracy']:.4f}). Random changes of position, "
        "size, aspect, grey window and gamma, noise and blur"
        f"{', mirrored left and right' if recipe.augment.flip else ''}{_changes_of_some(recipe)}."
    )


def _changes_of_some(recipe: Recipe) -> str:
    share, taken = recipe.augment.probability, recipe.augment
    words = "" if share is None else f"; each kind in {100 * share:g} % of the images, drawn apart"
    kinds = ((taken.spectrum, "amplitude spectrum"), (taken.layout, "picture at 8 x 8 grey levels"))
    for probability, kind in kinds:
        if probability is not None:
            words += f"; {100 * probability:g} % of the images took a random share of another one's {kind}"
    if taken.frame is not None:
        words += (
            f"; {100 * taken.frame:g} % took another one's outermost frame, up to {100 * FRAME:g} % of the side wide"
        )
    if taken.origin is not None:
        words += (
            f"; {100 * taken.origin:g} % took from one other image at once a random share of its grey levels and half "
            f"as much of its amplitude spectrum, its outermost frame, up to {100 * FRAME:g} % of the side wide, and "
            f"its corners, up to {100 * CORNER:g} %"
        )
    return words


def _calibration(manifest: PackManifest, recipe: Recipe, facts: CardFacts) -> str:
    rows = [
        [point.label_key, f"{point.threshold:.4f}", _number(point.sensitivity), _number(point.specificity)]
        for point in manifest.operating_points
    ]
    offsets = "".join(
        f"{label.offset:+g} was added to the logit of {label.key} before, see under Data. "
        for label in recipe.labels
        if label.offset
    )
    return (
        f"{offsets}Logits are divided by {manifest.temperature:g}, fitted on {manifest.calibration_source}: expected "
        f"calibration error there {facts.raw_calibration_error:.4f} before and "
        f"{facts.validation_figures.calibration_error:.4f} after. {_points(recipe)}:\n\n"
        + _table(["label", "threshold", "sensitivity", "specificity"], rows)
    )


def _points(recipe: Recipe) -> str:
    on = f"the same images{_copies(recipe)}"
    if recipe.calibration is not None and recipe.calibration.threshold is not None:
        return f"Thresholds are {recipe.calibration.threshold:g}, as the recipe says; what they do on {on}"
    return f"Thresholds with the largest sensitivity + specificity on {on} (so these two are optimistic)"


def _copies(recipe: Recipe) -> str:
    number = recipe.calibration.changed_copies if recipe.calibration is not None else 0
    return f", each as it is and in {number} copies changed at random as in training" if number else ""


def _gate(manifest: PackManifest, facts: CardFacts) -> str:
    gate = manifest.gate
    text = (
        "Flagged or refused with reasons: DICOM modality "
        f"{' or '.join(gate.modalities) or 'any'}, body part {' or '.join(gate.body_parts) or 'any'}, "
        "colour pictures, brightness, contrast, dark area, border and detail beyond the range of the model's own "
        "images"
    )
    if gate.features is not None:
        text += (
            f", and distance of trunk features (flagged above {gate.features.flag_above:.2f}, refused above "
            f"{gate.features.refuse_above:.2f}; set on {gate.features.source})"
        )
    if not facts.foreign:
        return f"{text}."
    rows = [[item.name, str(item.images), str(item.flagged), str(item.refused)] for item in facts.foreign]
    return f"{text}. Tried on other images:\n\n" + _table(["images", "number", "flagged", "refused"], rows)


def _table(header: list[str], rows: list[list[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _number(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.4f}"


def _with(value: float, interval: Interval) -> str:
    return f"{value:.4f} ({interval[0]:.4f} to {interval[1]:.4f})"
