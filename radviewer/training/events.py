"""TensorBoard logs of a run, where the package `tensorboard` is installed and they are asked for."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from radviewer.core.errors import InputProblem

FOLDER = "tensorboard"


class EventLog:
    """Writes the figures of epochs, and the loss of steps between.

    Args:
        folder: Of the run; logs go below it.
        step: Finished steps: what an interrupted run had written beyond is dropped.
    """

    def __init__(self, folder: Path, step: int) -> None:
        try:
            module = importlib.import_module("torch.utils.tensorboard")
        except ImportError as error:
            raise InputProblem(
                "TensorBoard logs need the package tensorboard, which is not installed.",
                hint="Run `pip install 'radviewer[train]'`, or leave out --tensorboard.",
            ) from error
        self._writer: Any = module.SummaryWriter(str(folder / FOLDER), purge_step=step)

    def step(self, number: int, loss: float, rate: float) -> None:
        """The loss and the learning rate of one step."""
        self._writer.add_scalar("step/train_loss", loss, number)
        self._writer.add_scalar("step/learning_rate", rate, number)

    def epoch(self, number: int, row: dict[str, float]) -> None:
        """The row of the log of an epoch, at the number of steps done."""
        for name, value in row.items():
            if name != "epoch":
                self._writer.add_scalar(f"epoch/{name}", value, number)
        self._writer.flush()

    def close(self) -> None:
        """Writes what is left."""
        self._writer.close()
