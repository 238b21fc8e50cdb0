"""The torch worker: the screen first, the background in its order, and every cancel real."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from radviewer.core.errors import InputProblem, Problem
from radviewer.core.image import ImageRef
from radviewer.core.tasks import CancellationToken, ProgressCallback
from radviewer.inference.registry import Registry
from radviewer.io.export import write_png
from radviewer.workbench.assist import AssistWorker, Lane
from radviewer.workbench.requests import AssistRequest, AssistResult
from radviewer.workbench.services import Services
from tests.helpers.packs import quadrant_pack, quadrant_picture

TIME = 60


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[AssistWorker]:
    (tmp_path / "packs").mkdir()
    quadrant_pack(tmp_path / "packs" / "quadrant")
    write_png(tmp_path / "a.png", quadrant_picture(1))
    made = AssistWorker(Services(Registry((tmp_path / "packs",))))
    yield made
    assert made.close()


class Gate:
    """A task that tells when it runs and waits to be let go; it looks at its token meanwhile."""

    def __init__(self) -> None:
        self.started = threading.Semaphore(0)
        self.let_go = threading.Event()
        self.runs = 0

    def __call__(self, services: Services, token: CancellationToken, progress: ProgressCallback) -> str:
        self.runs += 1
        self.started.release()
        while not self.let_go.wait(0.005):
            token.check()
        return "done"


def collected(results: list[object], count: int) -> tuple[Callable[[object], None], threading.Event]:
    """A callback that collects, and the event that is set when there are as many."""
    full = threading.Event()

    def take(outcome: object) -> None:
        results.append(outcome)
        if len(results) == count:
            full.set()

    return take, full


def named(name: str, seen: list[str]) -> Callable[..., str]:
    def task(services: Services, token: CancellationToken, progress: ProgressCallback) -> str:
        seen.append(name)
        return name

    return task


def test_background_work_runs_by_lane_and_then_in_the_order_of_asking(worker: AssistWorker) -> None:
    gate, seen, results = Gate(), [], []
    take, full = collected(results, 5)
    token = CancellationToken()
    worker.submit_task(gate, take, token)
    assert gate.started.acquire(timeout=TIME)
    for name, lane in (("b1", Lane.BATCH), ("b2", Lane.BATCH), ("p", Lane.PREFETCH), ("a", Lane.ASKED)):
        worker.submit_task(named(name, seen), take, token, lane)
    gate.let_go.set()
    assert full.wait(TIME)
    assert seen == ["a", "p", "b1", "b2"]


def test_a_request_of_the_screen_interrupts_background_work_which_starts_again_afterwards(
    worker: AssistWorker, tmp_path: Path
) -> None:
    gate, behind, order = Gate(), [], []
    take, full = collected(behind, 1)
    worker.submit_task(gate, lambda outcome: (order.append("behind"), take(outcome)), CancellationToken(), Lane.BATCH)
    assert gate.started.acquire(timeout=TIME)
    answered = threading.Event()
    screen: list[object] = []

    def on_result(_generation: int, outcome: object) -> None:
        order.append("screen")
        screen.append(outcome)
        answered.set()

    worker.submit(AssistRequest(ImageRef(tmp_path / "a.png"), "quadrant"), on_result, lambda *_: None)
    assert answered.wait(TIME)
    assert isinstance(screen[0], AssistResult)
    assert gate.started.acquire(timeout=TIME)
    gate.let_go.set()
    assert full.wait(TIME)
    assert behind == ["done"] and gate.runs == 2 and order == ["screen", "behind"]


def test_cancelled_background_work_is_answered_with_nothing_and_not_started_again(worker: AssistWorker) -> None:
    gate, results = Gate(), []
    take, full = collected(results, 2)
    token = CancellationToken()
    worker.submit_task(gate, take, token)
    worker.submit_task(named("waiting", []), take, token)
    assert gate.started.acquire(timeout=TIME)
    token.cancel()
    assert full.wait(TIME)
    assert results == [None, None] and gate.runs == 1


def test_cancelling_the_screen_leaves_the_background_alone(worker: AssistWorker) -> None:
    gate, results = Gate(), []
    take, full = collected(results, 1)
    worker.submit_task(gate, take, CancellationToken())
    assert gate.started.acquire(timeout=TIME)
    worker.cancel()
    gate.let_go.set()
    assert full.wait(TIME)
    assert results == ["done"] and gate.runs == 1


def test_a_request_beside_the_screen_gives_the_numbers_of_the_screen(worker: AssistWorker, tmp_path: Path) -> None:
    request = AssistRequest(ImageRef(tmp_path / "a.png"), "quadrant")
    results: list[object] = []
    take, full = collected(results, 2)
    worker.submit_behind(request, take, CancellationToken())
    worker.submit(request, lambda _generation, outcome: take(outcome), lambda *_: None)
    assert full.wait(TIME)
    one, other = results
    assert isinstance(one, AssistResult) and isinstance(other, AssistResult)
    assert one.prediction.scores == other.prediction.scores


def test_a_failure_of_background_work_is_told_as_a_problem(worker: AssistWorker) -> None:
    def broken(services: Services, token: CancellationToken, progress: ProgressCallback) -> None:
        raise InputProblem("The film is exposed.")

    results: list[object] = []
    take, full = collected(results, 1)
    worker.submit_task(broken, take, CancellationToken())
    assert full.wait(TIME)
    assert results == [Problem("input", "The film is exposed.")]


def test_a_worker_that_is_closed_ends_background_work_that_runs(tmp_path: Path) -> None:
    gate = Gate()
    worker = AssistWorker(Services(Registry((tmp_path,))))
    worker.submit_task(gate, lambda _outcome: None, CancellationToken())
    assert gate.started.acquire(timeout=TIME)
    assert worker.close()
