"""The torch worker: one thread that runs what is asked, the user's own wish first, with cancel and generations.

Explainers use the shared network, so only one request runs at a time. A new request of the screen cancels the running
one. Work in the background (what is asked beside the screen, prefetching, batches) waits for the screen: a request of
the screen interrupts it between two layers of the network, and it starts again afterwards. Every request has a
generation; whoever receives results drops those of an older generation.
"""

from __future__ import annotations

import contextlib
import heapq
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
from typing import Any

from radviewer.core.errors import Cancelled, Problem, RadviewerError, describe
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback
from radviewer.workbench.pipeline import predict_many, run
from radviewer.workbench.requests import AssistRequest, AssistResult
from radviewer.workbench.services import Services

Outcome = AssistResult | Problem | None
OnResult = Callable[[int, Outcome], None]
OnProgress = Callable[[int, Progress], None]
Task = Callable[[Services, CancellationToken, ProgressCallback], Any]
OnTaskResult = Callable[[Any], None]


class Lane(IntEnum):
    """How much work in the background is wanted; smaller comes first."""

    ASKED = 0
    PREFETCH = 1
    BATCH = 2


class _EitherToken(CancellationToken):
    """Cancelled with a token of the asker as well as by itself."""

    __slots__ = ("_askers",)

    def __init__(self, askers: CancellationToken) -> None:
        super().__init__()
        self._askers = askers

    @property
    def cancelled(self) -> bool:
        """Whether either was cancelled."""
        return self._event.is_set() or self._askers.cancelled

    def check(self) -> None:
        """Raises `Cancelled` if either was cancelled."""
        if self.cancelled:
            raise Cancelled("Cancelled.")


@dataclass(frozen=True, slots=True)
class _Job:
    generation: int
    request: AssistRequest
    token: CancellationToken
    on_result: OnResult
    on_progress: OnProgress


@dataclass(order=True, slots=True)
class _Behind:
    """Work in the background: in order of lanes, then of asking."""

    lane: Lane
    number: int
    task: Task = field(compare=False)
    token: CancellationToken = field(compare=False)
    on_result: OnTaskResult = field(compare=False)
    on_progress: ProgressCallback = field(compare=False)


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
        self._waiting: list[_Behind] = []
        self._numbers = itertools.count()
        self._interrupt: CancellationToken | None = None  # of the attempt at background work that runs
        self._screen: list[_Job] = []

    def submit(self, request: AssistRequest, on_result: OnResult, on_progress: OnProgress) -> int:
        """Queues a request of the screen and cancels the one before it.

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
            if self._interrupt is not None:
                self._interrupt.cancel()
            self._generation += 1
            self._current = CancellationToken()
            job = _Job(self._generation, request, self._current, on_result, on_progress)
            if not self._closed:
                self._screen.append(job)
                self._executor.submit(self._next)
        return job.generation

    def submit_task(
        self,
        task: Task,
        on_result: OnTaskResult,
        token: CancellationToken,
        lane: Lane = Lane.ASKED,
        on_progress: ProgressCallback = lambda _step: None,
    ) -> None:
        """Queues work beside the screen; a request of the screen interrupts it, and it starts again afterwards.

        Args:
            task: Called on the worker's thread with the services, a token and a progress callback. It looks at the
                token now and then, and can be called again from the start.
            on_result: Called once with what the task returned, a `Problem`, or None if it was cancelled.
            token: Cancels it, waiting or running.
            lane: How much it is wanted.
            on_progress: Called with each stage.
        """
        with self._lock:
            if not self._closed:
                heapq.heappush(self._waiting, _Behind(lane, next(self._numbers), task, token, on_result, on_progress))
                self._executor.submit(self._next)

    def submit_behind(
        self,
        request: AssistRequest,
        on_result: Callable[[Outcome], None],
        token: CancellationToken,
        lane: Lane = Lane.PREFETCH,
    ) -> None:
        """Queues a request beside the screen; see `submit_task`. Of a batch only the prediction is made."""
        self.submit_task(partial(_score if lane is Lane.BATCH else _run, request), on_result, token, lane)

    def cancel(self) -> None:
        """Cancels the request of the screen that runs or waits; work in the background is its asker's to cancel."""
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
            self._waiting.clear()
            if self._interrupt is not None:
                self._interrupt.cancel()
        self._executor.shutdown(wait=False, cancel_futures=True)
        waiter = threading.Thread(target=self._executor.shutdown, daemon=True)
        waiter.start()
        waiter.join(timeout)
        return not waiter.is_alive()

    def _next(self) -> None:
        """Runs what is wanted most; there is one call of this for each thing that waits."""
        with self._lock:
            job = self._screen.pop(0) if self._screen else None
            behind = heapq.heappop(self._waiting) if job is None and self._waiting else None
            attempt = None if behind is None else _EitherToken(behind.token)
            self._interrupt = attempt
        if job is not None:
            self._work(job)
        elif behind is not None and attempt is not None:
            self._work_behind(behind, attempt)

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

    def _work_behind(self, behind: _Behind, attempt: _EitherToken) -> None:
        try:
            attempt.check()
            outcome = behind.task(self._services, attempt, behind.on_progress)
        except Cancelled:
            if not behind.token.cancelled and self._again(behind):
                return
            outcome = None
        except Exception as error:  # noqa: BLE001 - the thread's gate: every failure is told, none ends the worker
            outcome = describe(error)
        behind.on_result(outcome)

    def _again(self, behind: _Behind) -> bool:
        """Queues interrupted work anew, in its old place; returns whether it will be done."""
        with self._lock:
            if not self._closed:
                heapq.heappush(self._waiting, behind)
                self._executor.submit(self._next)
            return not self._closed

    def _load(self, model_id: str, device: str) -> None:
        # The request that needs the model meets the same problem and tells it; here nobody has asked yet.
        with contextlib.suppress(RadviewerError):
            self._services.predictor(model_id, device)


def _run(
    request: AssistRequest, services: Services, token: CancellationToken, progress: ProgressCallback
) -> AssistResult:
    return run(request, services, token, progress)


def _score(
    request: AssistRequest, services: Services, token: CancellationToken, progress: ProgressCallback
) -> AssistResult | Problem:
    """As `radviewer predict` does it; its features are not kept, or a batch would push out what the user looks at."""
    ((_, answer),) = predict_many(
        (request.image,), request.model_id, services, device=request.device, token=token, progress=progress
    )
    return answer if isinstance(answer, Problem) else AssistResult(request, answer)
