"""Trains a network on prepared images: AdamW, warm-up and cosine, averaged weights, early stopping, exact resume."""

from __future__ import annotations

import copy
import csv
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import safetensors.torch
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.inference.manifest import InputSpec
from radviewer.inference.network import Stages
from radviewer.training import checkpoint
from radviewer.training.augment import augment
from radviewer.training.config import AugmentRecipe, Keep, Precision, Sampler, TrainRecipe
from radviewer.training.dataset import Dataset
from radviewer.training.events import EventLog
from radviewer.training.layers import peak_rates, thaw
from radviewer.training.parallel import Alone, Processes
from radviewer.training.schedule import average_decay, learning_rate_factor, step_seed

CHECKPOINT_FILE = "checkpoint.safetensors"
BEST_FILE = "best.safetensors"
LOG_FILE = "epochs.csv"


@dataclass(frozen=True, slots=True)
class TrainSettings:
    """What the trainer needs of a recipe and of the command.

    Attributes:
        train: Optimisation.
        augment: Random changes.
        input: For mean, std and channels.
        seed: Of everything random.
        folder: Where checkpoint, best weights and log go.
        run: Fingerprint of recipe and images.
        head: Prefix of the classifier's parameters.
        device: As torch names it.
        checkpoint_steps: Steps between checkpoints within an epoch; there is always one at its end.
        stages: The network as a chain, for rates that fall with depth.
        tensorboard: Whether to write TensorBoard logs.
        processes: This one, or many.
    """

    train: TrainRecipe
    augment: AugmentRecipe
    input: InputSpec
    seed: int
    folder: Path
    run: str
    head: str
    device: str = "cpu"
    checkpoint_steps: int = 75
    stages: Callable[[nn.Module], Stages] | None = None
    tensorboard: bool = False
    processes: Processes = field(default_factory=Alone)


Watch = Callable[[dict[str, float]], None]
"""Told the row of each epoch; may raise to stop the run."""


class Trainer:
    """One run.

    Args:
        network: With its starting weights.
        train: Images to learn from.
        validation: Images to choose by.
        settings: How.
        resume: Go on from the checkpoint in the folder, if there is one.
    """

    def __init__(
        self, network: nn.Module, train: Dataset, validation: Dataset, settings: TrainSettings, *, resume: bool = False
    ) -> None:
        self.settings = settings
        self.processes = settings.processes
        self.device = self.processes.device(settings.device)
        self.network = network.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.average = copy.deepcopy(self.network)
        self.average.requires_grad_(requires_grad=False)
        self.train_set, self.validation_set = train, validation
        self.optimizer = _optimizer(network, settings)
        self.position = checkpoint.Position()
        self._class_weights = _class_weights(train.labels).to(self.device) if settings.train.class_weights else None
        if resume and self.checkpoint_path.is_file():
            self.position = checkpoint.restore(
                self.checkpoint_path, self.network, self.average, self.optimizer, settings.run
            )
        self._called = self.processes.prepare(self.network, self.optimizer)
        self._events: EventLog | None = None

    @property
    def checkpoint_path(self) -> Path:
        """Where the state is kept."""
        return self.settings.folder / CHECKPOINT_FILE

    @property
    def steps_per_epoch(self) -> int:
        """Full batches of the training images; what is left over waits for another epoch's order."""
        return max(1, len(self.train_set.samples) // self.settings.train.batch)

    def run(
        self, token: CancellationToken, progress: ProgressCallback = silent, watch: Watch | None = None
    ) -> dict[str, Tensor]:
        """Trains to the end and returns the averaged weights of the epoch that the recipe keeps.

        Args:
            token: Looked at before each step.
            progress: Told after each step.
            watch: Told after each epoch.

        Raises:
            Cancelled: The token was turned; the checkpoint is written.
        """
        self.settings.folder.mkdir(parents=True, exist_ok=True)
        if self.settings.tensorboard and self.processes.is_main:
            self._events = EventLog(self.settings.folder, self.position.total_steps)
        try:
            while self.position.epoch < self.settings.train.epochs and not self._stalled():
                self._whole_epoch(token, progress)
                if watch is not None:
                    watch(self.position.history[-1])
        finally:
            if self._events is not None:
                self._events.close()
        if not self.processes.is_main:
            return {}  # only the main process writes files, and there may be no disk in common
        return safetensors.torch.load_file(self.settings.folder / BEST_FILE)

    def _whole_epoch(self, token: CancellationToken, progress: ProgressCallback) -> None:
        try:
            started = time.perf_counter()
            self._epoch(token, progress)
            self._finish_epoch(time.perf_counter() - started)
        finally:
            self._save()

    def _stalled(self) -> bool:
        return self.position.epoch - self.position.best_epoch >= self.settings.train.patience

    def _epoch(self, token: CancellationToken, progress: ProgressCallback) -> None:
        place = self.position
        order = _order(self.train_set.labels, self.settings, place.epoch)
        size = self.settings.train.batch
        thaw(self.network, self.settings.head, self.settings.train.unfreeze, place.epoch)
        while place.step < self.steps_per_epoch:
            token.check()
            self._step(order[place.step * size : (place.step + 1) * size])
            place.step += 1
            place.total_steps += 1
            stage = f"epoch {place.epoch + 1} of {self.settings.train.epochs}, loss {place.loss_sum / place.seen:.3f}"
            progress(Progress(stage, place.step, self.steps_per_epoch))
            if place.step % self.settings.checkpoint_steps == 0:
                self._save()

    def _step(self, indices: NDArray[np.intp]) -> None:
        place, settings = self.position, self.settings
        seed = step_seed(settings.seed, place.epoch, place.step)
        torch.manual_seed(seed)
        generator = torch.Generator().manual_seed(seed)
        self._set_rate()
        batch = torch.from_numpy(self.train_set.planes[indices]).float() / 255
        rows = self.processes.rows(len(indices))
        changed = augment(batch, settings.augment, generator)[rows]
        inputs = to_inputs(changed, settings.input).to(self.device)
        targets = torch.from_numpy(self.train_set.labels[indices][rows]).to(self.device)
        with _autocast(settings, self.device):
            logits = self._called(inputs.contiguous(memory_format=torch.channels_last)).float()
        loss = self.processes.loss(logits, targets, self._class_weights, settings.train.label_smoothing)
        self.optimizer.zero_grad(set_to_none=True)
        self.processes.backward(loss)
        self.optimizer.step()
        self._update_average()
        self._count(loss.detach(), (logits.argmax(1) == targets).sum(), len(indices))

    def _count(self, loss: Tensor, right: Tensor, images: int) -> None:
        """Adds a step's figures; over several processes the losses' mean is the whole batch's loss."""
        place = self.position
        share = images / len(range(*self.processes.rows(images).indices(images)))
        if share == 1:
            place.loss_sum += float(loss) * images
            place.right += int(right)
        else:
            sums = self.processes.total(torch.stack([loss.double(), right.double(), torch.ones_like(loss).double()]))
            place.loss_sum += float(sums[0] / sums[2]) * images
            place.right += int(sums[1])
        place.seen += images
        if self._events is not None:
            rate = float(self.optimizer.param_groups[0]["lr"])
            self._events.step(place.total_steps, place.loss_sum / place.seen, rate)

    def _set_rate(self) -> None:
        steps = self.steps_per_epoch * self.settings.train.epochs
        factor = learning_rate_factor(self.position.total_steps, steps, self.settings.train.warmup)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * factor

    @torch.no_grad()
    def _update_average(self) -> None:
        decay = average_decay(self.position.total_steps, self.settings.train.average)
        own = self.network.state_dict()
        for name, mean in self.average.state_dict().items():
            if mean.is_floating_point():
                mean.lerp_(own[name], 1 - decay)
            else:
                mean.copy_(own[name])

    def _finish_epoch(self, seconds: float) -> None:
        place = self.position
        loss, accuracy = self.processes.from_main(self._validate)
        row = {
            "epoch": place.epoch + 1,
            "learning_rate": float(self.optimizer.param_groups[0]["lr"]),
            "train_loss": place.loss_sum / place.seen,
            "train_accuracy": place.right / place.seen,
            "validation_loss": loss,
            "validation_accuracy": accuracy,
            "seconds": round(seconds, 1),
        }
        place.history.append(row)
        place.epoch, place.step = place.epoch + 1, 0
        place.loss_sum, place.right, place.seen = 0.0, 0, 0
        last = self.settings.train.keep is Keep.LAST
        if last or place.best_loss is None or loss < place.best_loss:
            place.best_loss, place.best_epoch = loss, place.epoch
            self._keep_best()
        if self.processes.is_main:
            write_log(self.settings.folder / LOG_FILE, place.history)
        if self._events is not None:
            self._events.epoch(place.total_steps, row)

    def _validate(self) -> list[float]:
        """Loss and accuracy of the averaged weights on the validation images."""
        logits = predict_logits(self.average, self.validation_set, self.settings.input, self.device)
        labels = torch.from_numpy(self.validation_set.labels)
        loss = float(functional.cross_entropy(logits, labels))
        return [loss, float((logits.argmax(1) == labels).float().mean())]

    def _keep_best(self) -> None:
        if self.processes.is_main:
            state = {name: tensor.cpu().contiguous() for name, tensor in self.average.state_dict().items()}
            checkpoint.write_whole(self.settings.folder / BEST_FILE, safetensors.torch.save(state))

    def _save(self) -> None:
        if self.processes.is_main:
            checkpoint.save(
                self.checkpoint_path, self.network, self.average, self.optimizer, self.position, self.settings.run
            )


def to_inputs(planes: Tensor, spec: InputSpec) -> Tensor:
    """Planes (N, 1 or 3, H, W) in 0..1 to normalised inputs (N, channels, H, W)."""
    mean = torch.tensor(spec.mean).view(1, -1, 1, 1)
    std = torch.tensor(spec.std).view(1, -1, 1, 1)
    return (planes - mean) / std


@torch.no_grad()
def predict_logits(network: nn.Module, data: Dataset, spec: InputSpec, device: str = "cpu", batch: int = 32) -> Tensor:
    """Logits float32 (N, K) of prepared images, on the CPU, in evaluation mode."""
    was_training = network.training
    network.eval()
    parts = []
    for start in range(0, len(data.samples), batch):
        planes = torch.from_numpy(data.planes[start : start + batch]).float() / 255
        parts.append(network(to_inputs(planes, spec).to(device)).float().cpu())
    network.train(was_training)
    return torch.cat(parts)


def changed_logits(
    network: nn.Module, data: Dataset, spec: InputSpec, recipe: AugmentRecipe, copies: int, seed: int
) -> list[NDArray[np.float32]]:
    """Logits (N, K) of randomly changed copies of all images, one array for each copy; seeded, on the processor.

    Every copy is changed, however many of the images were in training, and takes nothing from other images.
    """
    network.eval()
    recipe = replace(recipe, probability=None, spectrum=None, layout=None, frame=None)
    results = []
    for copy_number in range(copies):
        generator = torch.Generator().manual_seed(step_seed(seed, 0, copy_number))
        parts = []
        for start in range(0, len(data.samples), 32):
            planes = torch.from_numpy(data.planes[start : start + 32]).float() / 255
            with torch.no_grad():
                parts.append(network(to_inputs(augment(planes, recipe, generator), spec)).float().numpy())
        results.append(np.concatenate(parts))
    return results


def write_log(path: Path, history: list[dict[str, float]]) -> None:
    """One line for each epoch, as CSV."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(history[0]))
        writer.writeheader()
        writer.writerows(history)


def _optimizer(network: nn.Module, settings: TrainSettings) -> torch.optim.Optimizer:
    train = settings.train
    groups = []
    stages = settings.stages(network) if settings.stages is not None else []
    rates = peak_rates(network, stages, settings.head, train)
    for name, parameter in network.named_parameters():
        peak = rates[name]
        decay = train.weight_decay if parameter.ndim > 1 else 0.0
        groups.append((peak, decay, parameter))
    kinds = sorted({(peak, decay) for peak, decay, _ in groups})
    return torch.optim.AdamW(
        [
            {
                "params": [item for p, d, item in groups if (p, d) == (peak, decay)],
                "lr": peak,
                "peak": peak,
                "weight_decay": decay,
            }
            for peak, decay in kinds
        ]
    )


def _order(labels: NDArray[np.int64], settings: TrainSettings, epoch: int) -> NDArray[np.intp]:
    """Indices of an epoch's images, a function of the seed and the epoch alone."""
    generator = np.random.default_rng([settings.seed, epoch])
    if settings.train.sampler is not Sampler.BALANCED:
        return generator.permutation(len(labels))
    weights = 1 / np.bincount(labels)[labels].astype(np.float64)
    return generator.choice(len(labels), len(labels), replace=True, p=weights / weights.sum())


def _autocast(settings: TrainSettings, device: str) -> torch.autocast:
    kind = device.partition(":")[0]
    return torch.autocast(kind, torch.bfloat16, enabled=settings.train.precision is Precision.BFLOAT16)


def _class_weights(labels: NDArray[np.int64]) -> Tensor:
    counts = np.bincount(labels).astype(np.float64)
    return torch.from_numpy((counts.sum() / (len(counts) * counts)).astype(np.float32))
