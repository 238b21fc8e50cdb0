"""The torch worker: one thread that runs requests, newest first, with cancel and generations.

Explainers use the shared network, so only one request runs at a time. A new request cancels the running one. Every
request has a generation; whoever receives results drops those of an older generation.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from radviewer.core.errors import Cancelled, Problem, RadviewerError, describe
from radviewer.core.tasks import CancellationToken, Progress
from radviewer.workbench.pipeline import run
from radviewer.workbench.requests import AssistRequest, AssistResult
from radviewer.workbench.services import Services

Outcome = AssistResult | Problem | None
OnResult = Callable[[int, Outcome], None]
OnProgress = Callable[[int, Progress], None]


@dataclass(frozen=True, slots=True)
class _Job:
    generation: int
    request: AssistRequest
    token: CancellationToken
    on_result: OnResult
    on_progress: OnProgress


class AssistWorker:
    """Runs assist requests on one thread of its own.

    Callbacks come on that thread; the window brings them to its own by a queued signal.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="radviewer-torch")
        self._lock = threading.Lock()
        self._current: CancellationToken | None = None
        self._generation = 0
        self._closed = False

    def submit(self, request: AssistRequest, on_result: OnResult, on_progress: OnProgress) -> int:
        """Queues a request and cancels the one before it.

        Args:
            request: What to do.
            on_result: Called once with the generation and the result, a problem, or None if it was cancelled.
            on_progress: Called with the generation and each stage.

        Returns:
            The request's generation, larger than every one before.
        """
        with self._lock:
            if self._current is not None:
                self._current.cancel()
            self._generation += 1
            self._current = CancellationToken()
            job = _Job(self._generation, request, self._current, on_result, on_progress)
            if not self._closed:
                self._executor.submit(self._work, job)
        return job.generation

    def cancel(self) -> None:
        """Cancels the running request and those that wait."""
        with self._lock:
            if self._current is not None:
                self._current.cancel()

    def warm_up(self, model_id: str, device: str = "auto") -> None:
        """Imports torch and loads a model in the background, so that the first prediction is quick."""
        with self._lock:
            if not self._closed:
                self._executor.submit(self._load, model_id, device)

    def close(self, timeout: float = 5.0) -> bool:
        """Cancels everything and waits for the thread.

        Returns:
            Whether the thread ended within the time.
        """
        self.cancel()
        with self._lock:
            self._closed = True
        self._executor.shutdown(wait=False, cancel_futures=True)
        waiter = threading.Thread(target=self._executor.shutdown, daemon=True)
        waiter.start()
        waiter.join(timeout)
        return not waiter.is_alive()

    def _work(self, job: _Job) -> None:
        try:
            job.token.check()
            outcome: Outcome = run(
                job.request, self._services, job.token, lambda progress: job.on_progress(job.generation, progress)
            )
        except Cancelled:
            outcome = None
        except Exception as error:  # noqa: BLE001 - the thread's gate: every failure is told, none ends the worker
            outcome = describe(error)
        job.on_result(job.generation, outcome)

    def _load(self, model_id: str, device: str) -> None:
        # The request that needs the model meets the same problem and tells it; here nobody has asked yet.
        with contextlib.suppress(RadviewerError):
            self._services.predictor(model_id, device)
