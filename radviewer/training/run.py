"""From a recipe and a folder of images to trained weights: read, split by content, start, train."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from radviewer.core.errors import UsageProblem
from radviewer.core.tasks import CancellationToken, ProgressCallback, silent
from radviewer.inference import architectures, strict_toml
from radviewer.training import transfer
from radviewer.training.config import Recipe, StartKind
from radviewer.training.dataset import Dataset, find_samples, load
from radviewer.training.similarity import Copies, find_copies, groups
from radviewer.training.splits import split_by_group
from radviewer.training.trainer import Trainer, TrainSettings, to_inputs

_START_IMAGES = 64


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """The images of a run, divided.

    Attributes:
        train: To learn from.
        validation: To choose by; holds no copy of a training image.
        copies: What was found among all of them.
        refused: Images that could not be used.
    """

    train: Dataset
    validation: Dataset
    copies: Copies
    refused: int


def gather(recipe: Recipe, root: Path, progress: ProgressCallback = silent) -> Material:
    """Reads the images below `root` and splits them by content.

    Raises:
        InputProblem: A class is missing or empty.
    """
    data = load(find_samples(root, tuple(label.folder for label in recipe.labels)), recipe.input, progress)
    copies = find_copies(data.planes, data.content, recipe.split.correlation, recipe.split.hash_distance)
    linked = groups(len(data.samples), copies)
    split = split_by_group(data.labels, linked, recipe.split.validation_share, recipe.seed)
    return Material(data.subset(split.train), data.subset(split.validation), copies, len(data.problems))


def starting_network(recipe: Recipe, train: Dataset, weights: Path | None) -> nn.Module:
    """The network before training.

    Args:
        recipe: Architecture and kind of start.
        train: Its first images give batch norms their statistics.
        weights: The npz or the pack that the recipe starts from.

    Raises:
        UsageProblem: The recipe needs a file and none was given.
    """
    torch.manual_seed(recipe.seed)
    network = architectures.build(recipe.architecture, recipe.input.channels, len(recipe.labels))
    if recipe.start is StartKind.SCRATCH:
        return network
    if weights is None:
        raise UsageProblem(
            f"The recipe starts from {recipe.start.value} weights and none were given.", hint="Add --weights FILE."
        )
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
) -> tuple[dict[str, Tensor], list[dict[str, float]]]:
    """Trains and returns the best averaged weights by validation loss, with the log of epochs.

    Args:
        recipe: What to do.
        material: The images.
        network: From `starting_network`.
        folder: For checkpoint, best weights and log.
        device: As torch names it.
        resume: Go on from the checkpoint in the folder.
        token: To cancel.
        progress: Told after each step.
    """
    settings = TrainSettings(
        recipe.train, recipe.augment, recipe.input, recipe.seed, folder, fingerprint(recipe, material),
        architectures.find(recipe.architecture.name).head, device,
    )  # fmt: skip
    trainer = Trainer(network, material.train, material.validation, settings, resume=resume)
    best = trainer.run(token or CancellationToken(), progress)
    return best, trainer.position.history


def fingerprint(recipe: Recipe, material: Material) -> str:
    """SHA-256 over the recipe and the content of all images: the same run, or another one."""
    content = [material.train.content, material.validation.content]
    text = strict_toml.dump(recipe) + json.dumps(content)
    return hashlib.sha256(text.encode()).hexdigest()
