"""Weights from safetensors, after their checksum: bytes are read once, hashed, and only then parsed.

There is no path that unpickles: `torch.load` runs its author's code, and its restricted mode has been broken before
(CVE-2025-32434).
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import safetensors.torch
import torch
from safetensors import SafetensorError
from torch import Tensor, nn

from radviewer.core.errors import ModelPackProblem


def read_weights(path: Path, sha256: str) -> dict[str, Tensor]:
    """Tensors by name; half-precision numbers become float32.

    Args:
        path: A safetensors file.
        sha256: The checksum that it must have, hexadecimal.

    Raises:
        ModelPackProblem: The file is missing, altered or no safetensors file.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelPackProblem(f"{path} cannot be read: {error}.", hint="Install the pack again.") from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ModelPackProblem(
            f"{path} does not have the checksum that the manifest gives; it is altered or incomplete.",
            hint="Install the pack again from its source.",
        )
    try:
        tensors = safetensors.torch.load(data)
    except SafetensorError as error:
        raise ModelPackProblem(f"{path} is no safetensors file: {error}.", hint="Install the pack again.") from error
    return {name: _as_float32(tensor) for name, tensor in tensors.items()}


def load_into(network: nn.Module, tensors: dict[str, Tensor], source: Path) -> None:
    """Puts tensors into a network; every parameter must be there with its shape, and none may be left over.

    Raises:
        ModelPackProblem: Names the first tensor that does not fit.
    """
    own = network.state_dict()
    for name, tensor in own.items():
        if name not in tensors:
            raise ModelPackProblem(f"{source} lacks the tensor '{name}'.", hint="It is for another architecture.")
        if tensors[name].shape != tensor.shape:
            raise ModelPackProblem(
                f"{source}: the tensor '{name}' has the shape {tuple(tensors[name].shape)}, the network needs "
                f"{tuple(tensor.shape)}.",
                hint="Check the architecture's arguments, the channels and the number of labels in the manifest.",
            )
    for name in tensors:
        if name not in own:
            raise ModelPackProblem(
                f"{source} holds the tensor '{name}', unknown to the network.", hint="It is for another architecture."
            )
    network.load_state_dict(tensors)


def write_weights(path: Path, tensors: dict[str, Tensor], dtype: torch.dtype) -> str:
    """Writes tensors (floating ones as `dtype`) and returns the file's SHA-256 in hexadecimal."""
    stored = {
        name: tensor.detach().cpu().to(dtype if tensor.is_floating_point() else tensor.dtype).contiguous()
        for name, tensor in tensors.items()
    }
    data = safetensors.torch.save(stored)
    path.write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def _as_float32(tensor: Tensor) -> Tensor:
    return tensor.float() if tensor.is_floating_point() else tensor
