"""Where weights come from before training: chance, one pack or several, or published weights with folded batch norm.

Folded weights (batch norm multiplied into the convolutions, as exported for inference) compute the right function but
train poorly. One batch through the network gives each norm its scale back: running mean and variance of its input,
gamma = sqrt(var + eps), beta = bias + mean. The function stays the same and the layers are normalised again.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.inference.manifest import InputSpec
from radviewer.inference.registry import read_pack
from radviewer.inference.weights import read_weights

Arrays = dict[str, NDArray[np.float32]]


def read_folded(path: Path) -> Arrays:
    """Arrays of an npz of folded weights: `NN_name/w` and `NN_name/b` in operator order.

    Raises:
        InputProblem: The file is missing or no npz of plain arrays.
    """
    try:
        with np.load(path, allow_pickle=False) as archive:
            return {name: np.asarray(archive[name], dtype=np.float32) for name in archive.files}
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise InputProblem(f"The weights {path} cannot be read: {error}.", hint="Give an .npz of arrays.") from error


def start_from_folded(network: nn.Module, arrays: Arrays, batch: Tensor) -> None:
    """Puts folded weights into a network of convolutions each followed by a batch norm; the classifier stays new.

    Args:
        network: With as many convolutions as the file has (its last layer, the old classifier, is left out).
        arrays: From `read_folded`.
        batch: (N, C, H, W) normalised inputs of the task, from which the norms take their statistics.

    Raises:
        InputProblem: A layer's shape differs.
    """
    layers = sorted({name.partition("/")[0] for name in arrays})
    pairs = convolutions_with_norms(network)
    if len(layers) != len(pairs) + 1:
        raise InputProblem(
            f"The weights have {len(layers)} layers, the network {len(pairs)} and a classifier.",
            hint="Choose the architecture that the weights were made for.",
        )
    for layer, (convolution, norm) in zip(layers, pairs, strict=False):
        weight = _weight(arrays[f"{layer}/w"], convolution)
        if weight.shape != convolution.weight.shape:
            raise InputProblem(
                f"The layer {layer} has the shape {tuple(weight.shape)}, not {tuple(convolution.weight.shape)}.",
                hint="Choose the architecture that the weights were made for.",
            )
        with torch.no_grad():
            convolution.weight.copy_(weight)
            norm.bias.copy_(torch.from_numpy(arrays[f"{layer}/b"]))
    restore_norms(network, batch)


def restore_norms(network: nn.Module, batch: Tensor) -> None:
    """Gives folded batch norms (which only add their bias) their scale back; the function stays the same.

    Args:
        network: Every norm's bias is what its folded layer added, its other numbers do not matter.
        batch: Inputs that are passed through once.
    """

    def rescale(norm: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        assert isinstance(norm, nn.BatchNorm2d)
        values = inputs[0]
        mean, variance = values.mean(dim=(0, 2, 3)), values.var(dim=(0, 2, 3), unbiased=False)
        assert norm.running_mean is not None and norm.running_var is not None
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_(torch.sqrt(variance + norm.eps))
        norm.bias.add_(mean)

    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    was_training = network.training
    network.eval()
    # The hook runs before each norm in turn, so later layers see the restored function of earlier ones.
    handles = [norm.register_forward_pre_hook(rescale) for norm in norms]
    try:
        with torch.no_grad():
            network(batch)
    finally:
        for handle in handles:
            handle.remove()
        network.train(was_training)


def start_from_pack(network: nn.Module, folder: Path, head: str) -> None:
    """Takes every weight but the classifier's from a pack of the same architecture.

    Raises:
        ModelPackProblem: The pack is refused.
        InputProblem: A tensor does not fit.
    """
    pack = read_pack(folder)
    tensors = read_weights(pack.folder / pack.manifest.weights.file, pack.manifest.weights.sha256)
    own = network.state_dict()
    for name, tensor in own.items():
        if name.startswith(f"{head}.") and tensor.shape != getattr(tensors.get(name), "shape", None):
            continue
        tensor.copy_(_fitting(tensors, name, tensor, folder))


def start_from_members(network: nn.Module, spec: InputSpec, labels: tuple[str, ...], folders: tuple[Path, ...]) -> None:
    """Puts trained packs of one architecture side by side: the logits are the mean of the members' calibrated logits.

    Args:
        network: A registered network of members (`fused.members.N`, one linear `classifier`).
        spec: Of the network's input; the members' must be equal.
        labels: Keys in order; likewise.
        folders: Of the members' packs, as many as the network has.

    Raises:
        UsageProblem: There are more or fewer packs than members.
        ModelPackProblem: A pack is refused.
        InputProblem: A pack is for other inputs or labels, or a tensor does not fit.
    """
    own = network.state_dict()
    wanted = 1 + max(int(name.split(".")[2]) for name in own if name.startswith("fused.members."))
    if len(folders) != wanted:
        raise UsageProblem(
            f"The network has {wanted} members, {len(folders)} given.", hint="Give each as --member PACK."
        )
    weights, biases = [], []
    for number, folder in enumerate(folders):
        tensors, temperature = _member(folder, spec, labels)
        prefix = f"fused.members.{number}."
        for name in (name for name in own if name.startswith(prefix)):
            own[name].copy_(_fitting(tensors, f"features.{name.removeprefix(prefix)}", own[name], folder))
        share = 1 / (wanted * temperature)
        weights.append(tensors["classifier.1.weight"] * share)
        biases.append(tensors["classifier.1.bias"] * share)
    own["classifier.weight"].copy_(torch.cat(weights, dim=1))
    own["classifier.bias"].copy_(torch.stack(biases).sum(dim=0))


def start_from_average(network: nn.Module, spec: InputSpec, labels: tuple[str, ...], folders: tuple[Path, ...]) -> None:
    """Takes the mean of the weights of trained packs of one architecture, to be run as one of them.

    They must have learnt from the same start (Wortsman et al., ICML 2022, "uniform soup").

    Args:
        network: Of that architecture.
        spec: Of the network's input; the packs' must be equal.
        labels: Keys in order; likewise.
        folders: Of the packs, two or more.

    Raises:
        UsageProblem: There are fewer than two packs.
        ModelPackProblem: A pack is refused.
        InputProblem: A pack is for other inputs or labels, or a tensor does not fit.
    """
    if len(folders) < 2:
        raise UsageProblem(
            f"{len(folders)} packs given to take the mean of.", hint="Give two or more as --member PACK."
        )
    own = network.state_dict()
    sums = {name: torch.zeros_like(tensor, dtype=torch.float64) for name, tensor in own.items()}
    for folder in folders:
        tensors, _ = _member(folder, spec, labels)
        for name, tensor in own.items():
            sums[name] += _fitting(tensors, name, tensor, folder)
    for name, tensor in own.items():
        tensor.copy_(sums[name] / len(folders))


def _member(folder: Path, spec: InputSpec, labels: tuple[str, ...]) -> tuple[dict[str, Tensor], float]:
    """Weights and temperature of a trained pack."""
    manifest = (pack := read_pack(folder)).manifest
    if manifest.input != spec or tuple(label.key for label in manifest.labels) != labels:
        raise InputProblem(f"The pack {folder} is for other inputs or labels.", hint="Members must agree in both.")
    return read_weights(pack.folder / manifest.weights.file, manifest.weights.sha256), manifest.temperature or 1.0


def _fitting(tensors: dict[str, Tensor], name: str, like: Tensor, folder: Path) -> Tensor:
    """The pack's tensor of that name, if it has the shape of `like`."""
    found = tensors.get(name)
    if found is None or found.shape != like.shape:
        raise InputProblem(f"The pack {folder} has no fitting tensor '{name}'.", hint="Is it the architecture?")
    return found


def convolutions_with_norms(network: nn.Module) -> list[tuple[nn.Conv2d, nn.BatchNorm2d]]:
    """Convolutions and the batch norms behind them, in the order of definition."""
    convolutions = [module for module in network.modules() if isinstance(module, nn.Conv2d)]
    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    if len(convolutions) != len(norms):
        raise InputProblem("The network does not have one batch norm for each convolution.", hint="Start otherwise.")
    return list(zip(convolutions, norms, strict=True))


def _weight(array: NDArray[np.float32], convolution: nn.Conv2d) -> Tensor:
    """To torch's order from [out, kh, kw, in], or [1, kh, kw, channels] of a depthwise layer."""
    order = (3, 0, 1, 2) if convolution.groups > 1 else (0, 3, 1, 2)
    return torch.from_numpy(np.ascontiguousarray(array.transpose(order)))
