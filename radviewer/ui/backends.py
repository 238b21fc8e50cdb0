"""What the window needs from the rest of the program, as seams: `app` fills them, tests fill them with fakes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from radviewer.core.image import Image, ImageRef
from radviewer.core.study import Catalog
from radviewer.core.tasks import CancellationToken, ProgressCallback
from radviewer.io.decode_pool import Priority
from radviewer.ui.panels.findings_panel import ModelChoice
from radviewer.workbench.assist import Lane, OnProgress, OnResult, OnTaskResult, Outcome, Task
from radviewer.workbench.model_store import ModelStore
from radviewer.workbench.requests import AssistRequest


class Decoder(Protocol):
    """Decodes frames somewhere else than on the window's thread."""

    def submit(self, ref: ImageRef, priority: Priority) -> Future[Image]:
        """Queues a frame; asked for again, a waiting one moves ahead and the same future is returned."""

    def close(self) -> None:
        """Stops; what was queued is dropped."""


class Worker(Protocol):
    """Runs models; see `workbench.assist.AssistWorker`."""

    def submit(self, request: AssistRequest, on_result: OnResult, on_progress: OnProgress) -> int:
        """Queues a request and returns its generation."""

    def submit_task(
        self,
        task: Task,
        on_result: OnTaskResult,
        token: CancellationToken,
        lane: Lane = ...,
        on_progress: ProgressCallback = ...,
    ) -> None:
        """Queues work beside the screen, which interrupts it."""

    def submit_behind(
        self, request: AssistRequest, on_result: Callable[[Outcome], None], token: CancellationToken, lane: Lane = ...
    ) -> None:
        """Queues a request beside the screen."""

    def cancel(self) -> None:
        """Stops the request of the screen."""

    def warm_up(self, model_id: str, device: str = "auto") -> None:
        """Loads a model before it is needed."""

    def close(self, timeout: float = 5.0) -> bool:
        """Stops the thread; returns whether it ended in time."""


@dataclass(frozen=True, slots=True)
class Models:
    """The packs that can be used, and sentences about those that cannot."""

    choices: tuple[ModelChoice, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Backends:
    """The rest of the program.

    Attributes:
        scan: Finds studies; called on a background thread.
        first_images: Image files under paths, in order and as soon as found; called on a background thread.
        decoder: Reads frames.
        worker: Predicts and explains.
        models: Lists model packs; called on a background thread.
        sample: Writes the sample study into a folder and returns what to open; called on a background thread.
        settings_path: The settings file.
        cache_folder: For what can be made again.
        data_folder: For what belongs to the user: measurements, recent studies, what is there after a crash.
        log_folder: For log files.
        packs: The model packs with all they say.
    """

    scan: Callable[[Sequence[Path], CancellationToken, ProgressCallback], Catalog]
    first_images: Callable[[Sequence[Path], CancellationToken], Iterable[Path]]
    decoder: Decoder
    worker: Worker
    models: Callable[[], Models]
    sample: Callable[[Path], tuple[Path, ...]]
    settings_path: Path
    cache_folder: Path
    data_folder: Path
    log_folder: Path
    packs: ModelStore = field(default_factory=ModelStore)
