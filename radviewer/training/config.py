"""A recipe: everything that decides how a model is trained, as a TOML file that is read strictly.

The keys of the file are the fields of these dataclasses; a misspelt key is an error, not a default in its place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.core.strict_tables import Strict
from radviewer.inference.manifest import ArchitectureSpec, InputSpec
from radviewer.training.source_config import Layout, SourceRecipe, source_rules

SCHEMA = 1


class StartKind(StrEnum):
    """Where the weights come from before training."""

    SCRATCH = "scratch"
    FOLDED_NPZ = "folded-npz"
    PACK = "pack"
    MEMBERS = "members"
    AVERAGE = "average"
    IMAGENET = "imagenet"
    RADIMAGENET = "radimagenet"


PUT_TOGETHER = frozenset({StartKind.MEMBERS, StartKind.AVERAGE})
"""Starts from trained packs after which nothing is trained."""


class SplitBy(StrEnum):
    """What must not be on both sides of a split; copies never are, but for `given` and `image`."""

    CONTENT = "content"
    GROUP = "group"
    GIVEN = "given"
    IMAGE = "image"


class Compare(StrEnum):
    """What two images are compared by when copies are looked for: whole images, or thumbnails as the data check does.

    Thumbnails find more: what a codec or a resampling has added averages out.
    """

    WHOLE = "whole"
    THUMBNAILS = "thumbnails"


class Sampler(StrEnum):
    """How the images of an epoch are drawn."""

    EACH_ONCE = "each-once"
    BALANCED = "balanced"


class Keep(StrEnum):
    """Which epoch's averaged weights a run ends with."""

    BEST = "best"
    LAST = "last"


class Precision(StrEnum):
    """Arithmetic of the forward pass in training; weights and optimiser stay in float32."""

    FLOAT32 = "float32"
    BFLOAT16 = "bfloat16"


@dataclass(frozen=True, slots=True)
class LabelRecipe:
    """One class: the name of its folder and what the pack says about it.

    Attributes:
        folder: Of its images.
        key: See the manifest.
        name: Likewise.
        code: Likewise.
        normal: Likewise.
        offset: Added to the label's logit before calibration; 0 where left out. It moves the boundary of the highest
            score, where images of another source than the validation images are known to be called too seldom.
    """

    folder: str
    key: str
    name: str
    code: str = ""
    normal: bool = False
    offset: float | None = None


@dataclass(frozen=True, slots=True)
class PackRecipe:
    """What the resulting pack says about itself.

    Attributes:
        id: See the manifest.
        version: Likewise.
        title: Likewise.
        licence: Likewise.
        intended_use: Likewise.
        data: Paragraph for the card: the training images, where they are from and what is wrong with them.
        limits: Paragraph for the card: what the model must not be used for, what is not known about it.
        start: Paragraph for the card: the weights that training began with, and their licence.
        modalities: For the input gate.
        body_parts: For the input gate.
        half_precision: Store weights as float16 where scores stay within 1e-3.
        tested: Sentence for the card in place of "Tested once, after all choices were made.", where that is not so.
    """

    id: str
    version: str
    title: str
    licence: str
    intended_use: str
    data: str
    limits: str
    start: str = ""
    modalities: tuple[str, ...] = ()
    body_parts: tuple[str, ...] = ()
    half_precision: bool = True
    tested: str | None = None


@dataclass(frozen=True, slots=True)
class SplitRecipe:
    """How images are kept back for validation: whole groups of copies, a share of each class.

    Attributes:
        validation_share: In (0, 0.5].
        correlation: Normalised correlation from which two images count as copies.
        hash_distance: Largest distance of their 256-bit difference hashes; both must hold.
        by: What stays together: copies (`content`, where left out), copies and the source's groups (`group`), as the
            source's part says (`given`), or nothing (`image`). The last two may leak and are then refused.
        test_share: Share of each class that is kept back for testing, drawn before the validation images.
        compare: What copies are found by; `whole` where left out.
        seed: Of the order in which groups are drawn; that of the recipe where left out. With the same one, networks of
            several seeds keep back the same images, so that they can be compared and averaged.
    """

    validation_share: float = 0.12
    correlation: float = 0.995
    hash_distance: int = 10
    by: SplitBy | None = None
    test_share: float | None = None
    compare: Compare | None = None
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class AugmentRecipe:
    """Random changes that keep the label; every extent is the largest, each image draws its own.

    Attributes:
        flip: Whether to mirror left and right (never where the side is part of the label).
        rotation: Degrees.
        shift: Share of the side.
        scale: Natural logarithm of the factor of size.
        squeeze: Natural logarithm of the factor of width over height, as from letterbox borders.
        gamma: Natural logarithm of the exponent of grey values.
        window: Share by which the ends of the grey window move.
        noise: Standard deviation, of the grey range.
        blur: Probability of a light blur.
        probability: Of each kind of change (place, greys, noise and blur) to happen to an image; None for always.
            Below 1 the network also learns from images as they are, and its batch norms take their statistics from what
            they will meet.
        spectrum: Probability that an image gets a random share of the amplitude spectrum of another one of the batch,
            its phase kept (Xu et al., CVPR 2021, "amplitude mix"), so that noise, sharpness and texture of a source
            tell less of the label; 0 where left out.
        layout: Probability that it gets a random share of another one's picture at 8 x 8 grey levels; likewise.
        frame: Probability that it gets another one's outermost frame, each side of random width up to 0.12, so that
            side markers, burnt-in text and collimation tell less of the label (Zech et al., PLoS Medicine 2018).
        origin: Probability that it gets from one other image at once a random share of its distribution of grey levels,
            half as much of its amplitude spectrum, its outermost frame and its corners, each corner of random height
            and width up to 0.3, so that not even all of them together tell of the label.
    """

    flip: bool = False
    rotation: float = 10.0
    shift: float = 0.05
    scale: float = 0.15
    squeeze: float = 0.1
    gamma: float = 0.3
    window: float = 0.1
    noise: float = 0.02
    blur: float = 0.1
    probability: float | None = None
    spectrum: float | None = None
    layout: float | None = None
    frame: float | None = None
    origin: float | None = None


@dataclass(frozen=True, slots=True)
class UnfreezeStep:
    """From an epoch on, this layer and all behind it are trained; those before it stay as they are.

    Attributes:
        epoch: From 0.
        layer: Prefix of parameter names ("layer4"), "head" for the classifier alone, "all" for everything.
    """

    epoch: int
    layer: str


@dataclass(frozen=True, slots=True)
class TrainRecipe:
    """The optimisation: AdamW (Loshchilov and Hutter, ICLR 2019), linear warm-up and cosine, averaged weights.

    Attributes:
        epochs: Passes over the training images.
        batch: Images in a step.
        learning_rate: Peak, of the classifier.
        trunk_rate: Factor for all other layers.
        weight_decay: Of AdamW; none on biases and norms.
        warmup: Share of all steps.
        label_smoothing: As in Szegedy et al., CVPR 2016.
        average: Decay of the running mean of weights that is validated and packed.
        patience: Epochs without a better validation loss after which training stops; not where `keep` is `last`.
        class_weights: Weigh the loss by the inverse frequency of classes.
        precision: Of the forward pass.
        sampler: `balanced` draws every class equally often, with replacement; `each-once` where left out.
        layer_decay: Factor of the learning rate from each stage to the one below it, in (0, 1]; 1 where left out
            (Howard and Ruder, ACL 2018, "discriminative fine-tuning").
        unfreeze: From which epoch on which layers are trained; all from the beginning where left out.
        keep: Whose averaged weights are packed: `best` by validation loss where left out, or `last`. Where the loss
            is smoothed it can be lowest long before the network ranks best, and the last epoch is chosen on no image.
    """

    epochs: int = 6
    batch: int = 32
    learning_rate: float = 1e-3
    trunk_rate: float = 1.0
    weight_decay: float = 0.05
    warmup: float = 0.1
    label_smoothing: float = 0.05
    average: float = 0.99
    patience: int = 4
    class_weights: bool = False
    precision: Precision = Precision.FLOAT32
    sampler: Sampler | None = None
    layer_decay: float | None = None
    unfreeze: tuple[UnfreezeStep, ...] | None = None
    keep: Keep | None = None


@dataclass(frozen=True, slots=True)
class CalibrationRecipe:
    """How operating points are chosen.

    Attributes:
        changed_copies: Randomly changed copies of each validation image (as in training) that count beside the image
            as it is, so that a threshold also holds where exposure and positioning differ; 0 for none.
        threshold: Of every operating point, in place of the one with the largest sensitivity + specificity: 0.5 with
            two labels, so that operating point and highest score call alike where an offset has set the boundary.
    """

    changed_copies: int = 0
    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """All of a recipe file.

    What came after the first recipes is None where it is left out, so that a file written before has the same text
    (and therefore the same fingerprint) as ever.
    """

    schema: int
    seed: int
    pack: PackRecipe
    labels: tuple[LabelRecipe, ...]
    architecture: ArchitectureSpec
    input: InputSpec
    cam_layer: str = ""
    start: StartKind = StartKind.SCRATCH
    split: SplitRecipe = field(default_factory=SplitRecipe)
    augment: AugmentRecipe = field(default_factory=AugmentRecipe)
    train: TrainRecipe = field(default_factory=TrainRecipe)
    source: SourceRecipe | None = None
    calibration: CalibrationRecipe | None = None


def recipes_folder() -> Path:
    """Where the recipes that come with the program are."""
    return Path(__file__).parent / "recipes"


def find_recipe(name: str) -> Path:
    """The file of a recipe, given its path or the name of one that comes with the program.

    Raises:
        UsageProblem: There is no such file; the hint lists those that come with the program.
    """
    path = Path(name)
    if path.is_file():
        return path
    own = recipes_folder() / f"{name}.toml"
    if own.is_file():
        return own
    known = ", ".join(sorted(file.stem for file in recipes_folder().glob("*.toml")))
    raise UsageProblem(f"There is no recipe '{name}'.", hint=f"Give a file, or one of: {known}.")


def read_recipe(path: Path) -> Recipe:
    """Reads and checks a recipe.

    Raises:
        InputProblem: Names file, table, key and what was expected.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputProblem(f"The recipe {path} cannot be read: {error}.", hint="Check the file.") from error
    recipe = Strict(InputProblem, path).parse(text, Recipe)
    for good, key, wanted in _rules(recipe):
        if not good:
            raise InputProblem(f"{path}: '{key}' does not fit.", hint=f"It must be {wanted}.")
    return recipe


def _rules(recipe: Recipe) -> list[tuple[bool, str, str]]:
    train, split = recipe.train, recipe.split
    folders = [label.folder for label in recipe.labels]
    return [
        (recipe.schema == SCHEMA, "schema", str(SCHEMA)),
        (len(folders) >= 2, "labels", "two or more classes"),
        (len(set(folders)) == len(folders), "labels", "classes with different folders"),
        (0 < split.validation_share <= 0.5, "split.validation_share", "above 0 and at most 0.5"),
        (
            (train.epochs == 0) if recipe.start in PUT_TOGETHER else train.epochs >= 1,
            "train.epochs",
            "1 or more, or 0 where the network is put together from trained packs",
        ),
        (train.batch >= 2, "train.batch", "2 or more (batch norm needs more than one)"),
        (train.learning_rate > 0, "train.learning_rate", "above 0"),
        (0 <= train.warmup < 1, "train.warmup", "a share from 0 to below 1"),
        (0 <= train.label_smoothing < 1, "train.label_smoothing", "from 0 to below 1"),
        (0 <= train.average < 1, "train.average", "from 0 to below 1"),
        (train.patience >= 1, "train.patience", "1 or more"),
        *_later_rules(recipe),
    ]


def _later_rules(recipe: Recipe) -> list[tuple[bool, str, str]]:
    train, split, source = recipe.train, recipe.split, recipe.source
    epochs = [step.epoch for step in train.unfreeze or ()]
    kept, augment = split.test_share, recipe.augment
    names = ("probability", "spectrum", "layout", "frame", "origin")
    shares = {name: getattr(augment, name) for name in names}
    grouped = source is not None and bool(source.group or source.group_in_name or source.layout is Layout.MURA)
    return [
        (train.layer_decay is None or 0 < train.layer_decay <= 1, "train.layer_decay", "above 0 and at most 1"),
        *(
            (share is None or 0 < share <= 1, f"augment.{key}", "above 0 and at most 1")
            for key, share in shares.items()
        ),
        (not epochs or epochs[0] == 0, "train.unfreeze", "a list that begins with epoch 0"),
        (epochs == sorted(set(epochs)), "train.unfreeze", "a list of growing epochs"),
        (kept is None or 0 < kept <= 0.5, "split.test_share", "above 0 and at most 0.5"),
        (split.by is not SplitBy.GROUP or grouped, "split.by", "used with a source that names groups"),
        (split.by is not SplitBy.GIVEN or source is not None, "split.by", "used with a source that has parts"),
        (
            recipe.calibration is None or 0 <= recipe.calibration.changed_copies <= 20,
            "calibration.changed_copies",
            "0 to 20",
        ),
        (
            recipe.calibration is None or recipe.calibration.threshold is None or 0 < recipe.calibration.threshold < 1,
            "calibration.threshold",
            "above 0 and below 1",
        ),
        *(source_rules(source) if source is not None else ()),
    ]
