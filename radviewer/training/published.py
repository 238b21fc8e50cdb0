"""Weights that others published, from a local file: torchvision's or timm's ImageNet weights, and RadImageNet's.

Nothing is fetched. Files are safetensors, or torch's own format read without running code from it. The classifier
stays new; every other tensor of the network must be in the file with its shape, or the file is refused.

RadImageNet (Mei et al., Radiology: Artificial Intelligence 2022) publishes `Backbone` modules that wrap the children
of a torchvision network in a sequence, so its names are numbers: `backbone.4.0.conv1.weight` is
`layer1.0.conv1.weight` of a ResNet-50.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Mapping
from pathlib import Path

import safetensors
import safetensors.torch
import torch
from torch import Tensor, nn

from radviewer.core.errors import InputProblem
from radviewer.inference import architectures
from radviewer.inference.manifest import ArchitectureSpec
from radviewer.training.config import StartKind

Tensors = dict[str, Tensor]

# torchvision's first DenseNet files say "norm.1" where today's network says "norm1".
_OLD_DENSENET = re.compile(r"(denselayer\d+\.(?:norm|relu|conv))\.([12]\.)")
_NUMBERED = re.compile(r"(?:backbone\.)?(\d+)\.(.+)")


def start_from_published(network: nn.Module, spec: ArchitectureSpec, kind: StartKind, path: Path) -> int:
    """Puts published weights into a network, but for its classifier.

    Args:
        network: New.
        spec: Its architecture.
        kind: `imagenet` or `radimagenet`.
        path: The file.

    Returns:
        How many tensors were taken.

    Raises:
        InputProblem: The file cannot be read, or is not of this architecture.
    """
    architecture = architectures.find(spec.name)
    inner, head = architecture.published, architecture.head
    part = network.get_submodule(inner) if inner else network
    read = read_tensors(path)
    tensors = _renamed(read) if kind is StartKind.IMAGENET else _numbered(read, part)
    wanted = {
        name: tensor
        for name, tensor in part.state_dict().items()
        if (inner or not name.startswith(f"{head}.")) and not name.endswith("num_batches_tracked")
    }
    fitting = {name: _fitted(tensors[name], tensor) for name, tensor in wanted.items() if name in tensors}
    wrong = [name for name, tensor in wanted.items() if name not in fitting or fitting[name].shape != tensor.shape]
    if wrong:
        raise InputProblem(
            f"The weights {path} do not fit {spec.name}: {len(wrong)} of {len(wanted)} tensors are missing or of "
            f"another shape, first '{wrong[0]}'.",
            hint=f"Give {kind.value} weights of {spec.name}.",
        )
    with torch.no_grad():
        for name, tensor in wanted.items():
            tensor.copy_(fitting[name])
    return len(wanted)


def read_tensors(path: Path) -> Tensors:
    """Tensors by name of a safetensors file or of one written by `torch.save`; no code in it is run.

    Raises:
        InputProblem: It cannot be read, or holds something else than tensors.
    """
    try:
        if path.suffix == ".safetensors":
            return safetensors.torch.load_file(path)
        content = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, safetensors.SafetensorError, pickle.UnpicklingError, RuntimeError, EOFError, ValueError) as error:
        raise InputProblem(
            f"The weights {path} cannot be read: {str(error).splitlines()[0] if str(error) else error!r}.",
            hint="Give a file of tensors (a state_dict). A file that holds a whole module would run code when opened.",
        ) from error
    while isinstance(content, Mapping) and (inner := next((k for k in ("state_dict", "model") if k in content), None)):
        content = content[inner]
    if not isinstance(content, Mapping) or not all(isinstance(item, Tensor) for item in content.values()):
        raise InputProblem(f"The weights {path} are no table of tensors.", hint="Give a state_dict.")
    return {str(name).removeprefix("module."): tensor for name, tensor in content.items()}


def _renamed(tensors: Tensors) -> Tensors:
    """Names as the networks of today have them."""
    return {_OLD_DENSENET.sub(r"\1\2", name): tensor for name, tensor in tensors.items()}


def _numbered(tensors: Tensors, network: nn.Module) -> Tensors:
    """Names of children in place of their numbers; files made with auxiliary outputs have one child more."""
    children = [name for name, _ in network.named_children() if name != "AuxLogits"]
    own = network.state_dict()
    best: Tensors = {}
    orders = [children]
    if "Mixed_7a" in children:
        place = children.index("Mixed_7a")
        orders.append([*children[:place], "AuxLogits", *children[place:]])
    for order in orders:
        named: Tensors = {}
        for name, tensor in tensors.items():
            match = _NUMBERED.fullmatch(name)
            if match and int(match[1]) < len(order):
                named[_OLD_DENSENET.sub(r"\1\2", f"{order[int(match[1])]}.{match[2]}")] = tensor
        if _fits(named, own) > _fits(best, own):
            best = named
    return best


def _fits(tensors: Tensors, own: Mapping[str, Tensor]) -> int:
    return sum(name in own and own[name].shape == tensor.shape for name, tensor in tensors.items())


def _fitted(tensor: Tensor, own: Tensor) -> Tensor:
    """Older files write 1 x 1 convolutions as matrices; grey networks take the sum over the colours."""
    if tensor.ndim == 2 and own.ndim == 4:
        tensor = tensor[:, :, None, None]
    if tensor.ndim == 4 and own.ndim == 4 and tensor.shape[1] == 3 and own.shape[1] == 1:
        tensor = tensor.sum(dim=1, keepdim=True)
    return tensor
