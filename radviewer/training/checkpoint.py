"""The state of a run on disk, from which it goes on exactly as if it had never stopped; no pickle.

Random numbers are seeded for each step from (seed, epoch, step) and the learning rate is a function of the step, so
weights, their running mean, the optimiser's moments and the position are the whole state.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

import safetensors
import safetensors.torch
import torch
from torch import Tensor, nn

from radviewer.core.errors import InputProblem

_VERSION = 1


@dataclass(slots=True)
class Position:
    """Where a run is.

    Attributes:
        epoch: Finished epochs.
        step: Finished steps of the epoch under way.
        total_steps: Finished steps of all epochs.
        best_loss: Lowest validation loss so far, or the last one where the last epoch is kept.
        best_epoch: When it was, counted from 1; 0 before the first.
        loss_sum: Of the epoch under way.
        right: Rightly classified training images of the epoch under way.
        seen: Training images of the epoch under way.
        history: One row for each finished epoch.
    """

    epoch: int = 0
    step: int = 0
    total_steps: int = 0
    best_loss: float | None = None
    best_epoch: int = 0
    loss_sum: float = 0.0
    right: int = 0
    seen: int = 0
    history: list[dict[str, float]] = field(default_factory=list)


def save(
    path: Path, network: nn.Module, average: nn.Module, optimizer: torch.optim.Optimizer, position: Position, run: str
) -> None:
    """Writes the state; the file is complete or the former one stays.

    Args:
        path: The checkpoint.
        network: Being trained.
        average: Its running mean.
        optimizer: Of the network.
        position: Where the run is.
        run: Fingerprint of recipe and images, so that no other run goes on from it.
    """
    tensors = {f"network.{name}": tensor for name, tensor in network.state_dict().items()}
    tensors |= {f"average.{name}": tensor for name, tensor in average.state_dict().items()}
    for index, state in optimizer.state_dict()["state"].items():
        tensors |= {f"optimizer.{index}.{name}": value for name, value in state.items()}
    metadata = {"version": str(_VERSION), "run": run, "position": json.dumps(asdict(position))}
    stored = {name: tensor.detach().cpu().contiguous().clone() for name, tensor in tensors.items()}
    write_whole(path, safetensors.torch.save(stored, metadata))


def restore(path: Path, network: nn.Module, average: nn.Module, optimizer: torch.optim.Optimizer, run: str) -> Position:
    """Puts a saved state back.

    Raises:
        InputProblem: The file is damaged, or of another recipe or other images.
    """
    try:
        tensors = safetensors.torch.load_file(path)
        with safetensors.safe_open(path, "pt") as stream:
            metadata = stream.metadata() or {}
    except (OSError, safetensors.SafetensorError) as error:
        raise InputProblem(f"The checkpoint {path} cannot be read: {error}.", hint="Train without --resume.") from error
    if metadata.get("run") != run:
        raise InputProblem(
            f"The checkpoint {path} is of another recipe or other images.", hint="Train without --resume, or elsewhere."
        )
    network.load_state_dict(_part(tensors, "network."))
    average.load_state_dict(_part(tensors, "average."))
    states: dict[int, dict[str, Tensor]] = {}
    for name, tensor in _part(tensors, "optimizer.").items():
        index, _, key = name.partition(".")
        states.setdefault(int(index), {})[key] = tensor
    optimizer.load_state_dict({"state": states, "param_groups": optimizer.state_dict()["param_groups"]})
    return Position(**json.loads(metadata["position"]))


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that it is there with all its bytes or not at all."""
    temporary = path.with_name(f".{path.name}.part")
    with temporary.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)


def _part(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): tensor for name, tensor in tensors.items() if name.startswith(prefix)}
