"""Test images: figures on all of them and on lists of those without copies in the training images, once for a pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from radviewer.core.errors import InputProblem, RadviewerError
from radviewer.core.prediction import GateVerdict
from radviewer.core.tasks import ProgressCallback, silent
from radviewer.inference.calibration import probabilities
from radviewer.inference.gate import FeatureStatistics, judge
from radviewer.inference.manifest import GateSpec, InputSpec, PackManifest
from radviewer.inference.network import SplitNetwork
from radviewer.inference.preprocessing import normalise, prepare_plane
from radviewer.io.discover import find_images
from radviewer.io.reader import read_image
from radviewer.training.config import Recipe
from radviewer.training.dataset import Dataset, find_samples, load
from radviewer.training.evaluate import Evaluation, evaluate
from radviewer.training.trainer import predict_logits


@dataclass(frozen=True, slots=True)
class TestPlan:
    """What to test on.

    Attributes:
        folder: Of class folders; None for no test.
        lists: Files that name a part of the images (`<class folder>/<file>` lines), by the part's name.
        foreign: Folders of images of another kind, by name, on which the input gate is tried.
    """

    __test__ = False  # not a test class, whatever its name

    folder: Path | None = None
    lists: Mapping[str, Path] | None = None
    foreign: Mapping[str, Path] | None = None


@dataclass(frozen=True, slots=True)
class ForeignFigures:
    """What the input gate said about images of another kind."""

    name: str
    images: int
    flagged: int
    refused: int


def evaluate_test(
    network: nn.Module, manifest: PackManifest, recipe: Recipe, plan: TestPlan, progress: ProgressCallback = silent
) -> tuple[Evaluation, ...]:
    """Figures on all test images ("plain") and on each list.

    Raises:
        InputProblem: A class or a list has no image.
    """
    if plan.folder is None:
        return ()
    data = load(find_samples(plan.folder, tuple(label.folder for label in recipe.labels)), recipe.input, progress)
    logits = predict_logits(network, data, recipe.input).numpy()
    shares = probabilities(logits, manifest.activation, manifest.temperature)
    keys = tuple(label.key for label in recipe.labels)
    names = [sample.ref.path.relative_to(plan.folder).as_posix() for sample in data.samples]
    results = [evaluate("plain", shares, data.labels, keys)]
    for name, file in (plan.lists or {}).items():
        listed = read_list(file)
        chosen: NDArray[np.intp] = np.flatnonzero([item in listed for item in names])
        results.append(evaluate(name, shares[chosen], data.labels[chosen], keys))
    return tuple(results)


def evaluate_kept(
    network: nn.Module, manifest: PackManifest, recipe: Recipe, data: Dataset | None, clean: NDArray[np.intp] | None
) -> tuple[Evaluation, ...]:
    """Figures on the images that the recipe itself keeps ("plain"), and on those of them without copies ("strict").

    Args:
        network: Whole.
        manifest: Calibrated.
        recipe: For the input.
        data: The images; None for no test.
        clean: Indices of those without copy or patient among the training images.
    """
    if data is None or clean is None:
        return ()
    logits = predict_logits(network, data, recipe.input).numpy()
    shares = probabilities(logits, manifest.activation, manifest.temperature)
    keys = tuple(label.key for label in recipe.labels)
    strict = (evaluate("strict", shares[clean], data.labels[clean], keys),) if len(clean) else ()
    return (evaluate("plain", shares, data.labels, keys), *strict)


def try_gate(
    network: SplitNetwork, spec: InputSpec, gate: GateSpec, statistics: FeatureStatistics, plan: TestPlan
) -> tuple[ForeignFigures, ...]:
    """Counts of verdicts on images of another kind."""
    results = []
    for name, folder in (plan.foreign or {}).items():
        verdicts = [_verdict(network, spec, gate, statistics, ref.path) for ref in find_images([folder]).images]
        flagged = sum(verdict is GateVerdict.FLAGGED for verdict in verdicts)
        refused = sum(verdict is GateVerdict.REFUSED for verdict in verdicts)
        results.append(ForeignFigures(name, len(verdicts), flagged, refused))
    return tuple(results)


def _verdict(
    network: SplitNetwork, spec: InputSpec, gate: GateSpec, statistics: FeatureStatistics, path: Path
) -> GateVerdict:
    from radviewer.core.image import ImageRef

    try:
        image = read_image(ImageRef(path))
        plane, _ = prepare_plane(image, spec)
    except RadviewerError:
        return GateVerdict.REFUSED
    with torch.no_grad():
        features = network.trunk(torch.from_numpy(normalise(plane, spec))[None])
    distance = statistics.distance(features[0].mean(dim=(1, 2)).numpy())
    return judge(image, plane, gate, distance).verdict


def read_list(file: Path) -> set[str]:
    """Lines of a text file that names images, `<class folder>/<file>` each.

    Raises:
        InputProblem: It cannot be read.
    """
    try:
        return {line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()}
    except (OSError, UnicodeDecodeError) as error:
        raise InputProblem(f"The list {file} cannot be read: {error}.", hint="Give a text file.") from error
