"""From a recipe and a folder of images to trained weights: read, split by content, start, train."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.core.tasks import CancellationToken, ProgressCallback, silent
from radviewer.inference import architectures, strict_toml
from radviewer.training import transfer
from radviewer.training.config import PUT_TOGETHER, Compare, PackRecipe, Recipe, SplitBy, StartKind
from radviewer.training.dataset import Dataset, load
from radviewer.training.looks import find_look_alikes, looks_of
from radviewer.training.parallel import processes
from radviewer.training.published import start_from_published
from radviewer.training.similarity import Copies, find_copies, groups
from radviewer.training.sources import learning_part, samples_of, test_part
from radviewer.training.splits import Split, divided, joined, split_by_group
from radviewer.training.trainer import Trainer, TrainSettings, Watch, to_inputs

_START_IMAGES = 64


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """The images of a run, divided.

    Attributes:
        train: To learn from.
        validation: To choose by; holds no copy of a training image.
        copies: What was found among all of them.
        refused: Images that could not be used.
        leaks: Validation images with a copy (or the same patient) among the training images, 0 unless allowed.
        patients: How many groups of the source there are; 0 where patients are not known.
        test: Kept back by the recipe for one test; None where it keeps none.
        test_clean: Indices of test images without copy or patient among the images above.
    """

    train: Dataset
    validation: Dataset
    copies: Copies
    refused: int
    leaks: int = 0
    patients: int = 0
    test: Dataset | None = None
    test_clean: NDArray[np.intp] | None = None


def gather(recipe: Recipe, root: Path, progress: ProgressCallback = silent, *, allow_leaks: bool = False) -> Material:
    """Reads the images below `root` and splits them as the recipe says, by content where it says nothing.

    Args:
        recipe: Classes, source and split.
        root: Folder of the data.
        progress: Told of each image.
        allow_leaks: Go on although validation images have copies or patients among the training images.

    Raises:
        InputProblem: A class is missing or empty, or the split leaks.
    """
    samples = samples_of(recipe, root)
    learning = learning_part(samples, recipe.source)
    data = load((*learning, *test_part(samples, recipe.source)), recipe.input, progress)
    copies = _copies(recipe, data)
    linked = groups(len(data.samples), copies)
    whole = joined(linked, [sample.group for sample in data.samples]) if recipe.source is not None else linked
    tested = _tested(recipe, data, whole)
    rest = np.flatnonzero(~tested)
    split = _divide(recipe, data.subset(rest), linked[rest], whole[rest])
    leaks = divided(whole[rest], split)
    if leaks and not allow_leaks:
        raise InputProblem(
            f"The split leaks: {leaks} of {len(split.validation)} validation images have a copy or the same patient "
            "among the training images.",
            hint="Split by content or by group (split.by in the recipe), or add --allow-leaks; the card will say so.",
        )
    names = {sample.group for sample in data.samples} - {""}
    kept = np.flatnonzero(tested)
    return Material(
        data.subset(rest[split.train]), data.subset(rest[split.validation]), copies, len(data.problems), leaks,
        len(names), data.subset(kept) if len(kept) else None,
        np.flatnonzero(~np.isin(whole[kept], whole[rest])) if len(kept) else None,
    )  # fmt: skip


def _copies(recipe: Recipe, data: Dataset) -> Copies:
    split = recipe.split
    if split.compare is Compare.THUMBNAILS:
        return find_look_alikes(looks_of(data.planes, data.content), split.correlation, split.hash_distance)
    return find_copies(data.planes, data.content, split.correlation, split.hash_distance)


def _tested(recipe: Recipe, data: Dataset, whole: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which images are kept for the test: those of the source's part, or a share of each class by whole groups."""
    source, share = recipe.source, recipe.split.test_share
    named = source.test_part if source is not None else ""
    tested = np.array([bool(named) and sample.part == named for sample in data.samples])
    if share is not None:
        tested[split_by_group(data.labels, whole, share, _split_seed(recipe) + 1).validation] = True
    return tested


def _divide(recipe: Recipe, data: Dataset, linked: NDArray[np.intp], whole: NDArray[np.intp]) -> Split:
    by, share = recipe.split.by or SplitBy.CONTENT, recipe.split.validation_share
    if by is SplitBy.GIVEN:
        assert recipe.source is not None
        held = np.array([sample.part == recipe.source.validation_part for sample in data.samples])
        if held.all() or not held.any():
            raise InputProblem(
                f"The source has no images of the part '{recipe.source.validation_part}' beside others.",
                hint="See source.part, source.train_part and source.validation_part in the recipe.",
            )
        return Split(np.flatnonzero(~held), np.flatnonzero(held))
    kinds = {SplitBy.CONTENT: linked, SplitBy.GROUP: whole, SplitBy.IMAGE: np.arange(len(linked))}
    return split_by_group(data.labels, kinds[by], share, _split_seed(recipe))


def _split_seed(recipe: Recipe) -> int:
    return recipe.seed if recipe.split.seed is None else recipe.split.seed


def starting_network(recipe: Recipe, train: Dataset, weights: Path | None, members: tuple[Path, ...] = ()) -> nn.Module:
    """The network before training.

    Args:
        recipe: Architecture and kind of start.
        train: Its first images give batch norms their statistics.
        weights: The npz or the pack that the recipe starts from.
        members: Packs that the network is put together from, where the recipe says so.

    Raises:
        UsageProblem: The recipe needs a file and none was given.
    """
    torch.manual_seed(recipe.seed)
    network = architectures.build(recipe.architecture, recipe.input.channels, len(recipe.labels))
    if recipe.start is StartKind.SCRATCH:
        return network
    if recipe.start in PUT_TOGETHER:
        join = transfer.start_from_members if recipe.start is StartKind.MEMBERS else transfer.start_from_average
        join(network, recipe.input, tuple(label.key for label in recipe.labels), members)
        return network
    if weights is None:
        raise UsageProblem(
            f"The recipe starts from {recipe.start.value} weights and none were given.", hint="Add --weights FILE."
        )
    if recipe.start in {StartKind.IMAGENET, StartKind.RADIMAGENET}:
        start_from_published(network, recipe.architecture, recipe.start, weights)
        return network
    if recipe.start is StartKind.PACK:
        transfer.start_from_pack(network, weights, architectures.find(recipe.architecture.name).head)
        return network
    spread = torch.linspace(0, len(train.samples) - 1, min(_START_IMAGES, len(train.samples))).long().numpy()
    planes = torch.from_numpy(train.planes[spread]).float() / 255
    transfer.start_from_folded(network, transfer.read_folded(weights), to_inputs(planes, recipe.input))
    return network


def train(
    recipe: Recipe,
    material: Material,
    network: nn.Module,
    folder: Path,
    *,
    device: str = "cpu",
    resume: bool = False,
    token: CancellationToken | None = None,
    progress: ProgressCallback = silent,
    tensorboard: bool = False,
    watch: Watch | None = None,
) -> tuple[dict[str, Tensor], list[dict[str, float]]]:
    """Trains and returns the averaged weights of the epoch that the recipe keeps, with the log of epochs.

    Args:
        recipe: What to do.
        material: The images.
        network: From `starting_network`.
        folder: For checkpoint, best weights and log.
        device: As torch names it.
        resume: Go on from the checkpoint in the folder.
        token: To cancel.
        progress: Told after each step.
        tensorboard: Write TensorBoard logs into the folder.
        watch: Told after each epoch.
    """
    if recipe.start in PUT_TOGETHER:  # they have learnt before, and there is nothing to choose
        return {name: tensor.contiguous() for name, tensor in network.state_dict().items()}, []
    architecture = architectures.find(recipe.architecture.name)
    settings = TrainSettings(
        recipe.train, recipe.augment, recipe.input, recipe.seed, folder, fingerprint(recipe, material),
        architecture.head, device, stages=architecture.stages, tensorboard=tensorboard,
        processes=processes(torch.device(device).type),
    )  # fmt: skip
    trainer = Trainer(network, material.train, material.validation, settings, resume=resume)
    best = trainer.run(token or CancellationToken(), progress, watch)
    return best, trainer.position.history


def fingerprint(recipe: Recipe, material: Material) -> str:
    """SHA-256 over what of the recipe decides training and the content of all images: the same run, or another one."""
    nameless = PackRecipe("", "", "", "", "", "", "")
    recipe = replace(recipe, pack=nameless, calibration=None)
    content = [material.train.content, material.validation.content]
    text = strict_toml.dump(recipe) + json.dumps(content)
    return hashlib.sha256(text.encode()).hexdigest()
