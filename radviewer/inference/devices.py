"""Which device runs a model: the GPU where one works, else the CPU; asked for by name, it is that one or an error."""

from __future__ import annotations

import os
from dataclasses import dataclass

import torch

from radviewer.core.errors import InputProblem, UsageProblem

CHOICES = ("auto", "cpu", "cuda")


@dataclass(frozen=True, slots=True)
class Device:
    """Where a model runs.

    Attributes:
        name: As torch names it: "cpu" or "cuda:0".
        note: What the user should know about the choice; may be empty.
    """

    name: str
    note: str = ""


def choose_device(wish: str = "auto") -> Device:
    """The device for a wish.

    Args:
        wish: "auto", "cpu" or "cuda".

    Raises:
        UsageProblem: The wish is none of these.
        InputProblem: "cuda" where torch finds no usable GPU.
    """
    if wish not in CHOICES:
        raise UsageProblem(f"'{wish}' is no device.", hint=f"Choose one of: {', '.join(CHOICES)}.")
    if wish == "cpu":
        return Device("cpu")
    trouble = _cuda_trouble()
    if not trouble:
        return Device("cuda:0", torch.cuda.get_device_name(0))
    if wish == "cuda":
        raise InputProblem(
            f"No GPU can be used: {trouble}.", hint="Install a CUDA build of torch and its driver, or use the CPU."
        )
    return Device("cpu")


def set_threads(count: int | None = None) -> int:
    """Sets torch's threads and returns their number.

    Args:
        count: How many. Without it what the variable OMP_NUM_THREADS asks for, as on shared machines; without that
            all usable cores.
    """
    threads = max(1, count or _asked_for() or _usable_cores())
    torch.set_num_threads(threads)
    return threads


def _asked_for() -> int:
    """What OMP_NUM_THREADS says of the outermost level ("4" or "4,2"); 0 where it says nothing usable."""
    first = os.environ.get("OMP_NUM_THREADS", "").split(",")[0].strip()
    return int(first) if first.isdecimal() else 0


def _usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _cuda_trouble() -> str:
    if not torch.cuda.is_available():
        return "torch finds none"
    try:
        torch.zeros(1, device="cuda:0").add_(1).cpu()
    except RuntimeError as error:
        return str(error).splitlines()[0]
    return ""
