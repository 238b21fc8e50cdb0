"""One path for window, command line and tests: cached features, refusals that stop nothing, cancel, generations."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from radviewer.core.errors import Cancelled, ModelPackProblem, Problem, UnreadableFile
from radviewer.core.explanation import Method
from radviewer.core.image import Image, ImageRef, Window
from radviewer.core.prediction import Prediction
from radviewer.core.tasks import CancellationToken, Progress
from radviewer.inference.registry import Registry
from radviewer.workbench.assist import AssistWorker, Outcome
from radviewer.workbench.pipeline import predict_many, run
from radviewer.workbench.requests import AssistRequest, AssistResult
from radviewer.workbench.services import Services
from tests.helpers.packs import KEYS, quadrant_pack, quadrant_picture


class Reader:
    """Reads quadrant pictures by name ("0.png" to "3.png"), constant ones ("flat") and damaged ones ("bad")."""

    def __init__(self) -> None:
        self.reads: list[str] = []

    def __call__(self, ref: ImageRef) -> Image:
        self.reads.append(ref.path.name)
        if ref.path.stem == "bad":
            raise UnreadableFile("bad.png is damaged.", hint="Copy it again.")
        pixels = np.zeros((16, 16), dtype=np.uint8) if ref.path.stem == "flat" else quadrant_picture(int(ref.path.stem))
        return Image(pixels=pixels, ref=ref, voi=(Window(128, 256),))


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def services(tmp_path: Path, reader: Reader) -> Services:
    quadrant_pack(tmp_path / "packs" / "quadrant")
    return Services(Registry((tmp_path / "packs",)), reader)


def ref(name: str) -> ImageRef:
    return ImageRef(Path(name))


def test_another_label_of_the_same_image_is_explained_without_reading_or_predicting_again(
    services: Services, reader: Reader
) -> None:
    first = run(AssistRequest(ref("1.png"), "quadrant", methods=()), services)
    second = run(AssistRequest(ref("1.png"), "quadrant", methods=(Method.GRADCAM,), labels=(KEYS[3],)), services)
    assert reader.reads == ["1.png"]
    assert second.prediction is first.prediction
    assert [e.label.key for e in second.explanations] == [KEYS[3]]
    assert second.explanation(Method.GRADCAM, KEYS[3]) is second.explanations[0]
    assert second.explanation(Method.SALIENCY, KEYS[3]) is None


def test_scores_are_those_of_the_arithmetic(services: Services) -> None:
    prediction = run(AssistRequest(ref("2.png"), "quadrant"), services).prediction
    assert prediction.top.label.key == KEYS[2]
    assert prediction.top.probability == pytest.approx(np.exp(4) / (np.exp(4) + 3), abs=1e-6)


def test_an_image_that_cannot_be_read_or_analysed_does_not_stop_the_others(services: Services) -> None:
    refs = [ref("0.png"), ref("bad.png"), ref("flat.png"), ref("3.png")]
    for batch in (1, 3, 10):
        answers = dict(predict_many(refs, "quadrant", services, batch=batch))
        assert [type(answers[r]) for r in refs] == [Prediction, Problem, Problem, Prediction]
        assert list(answers) == refs


def test_batches_agree_with_single_images(services: Services) -> None:
    refs = [ref(f"{i % 4}.png") for i in range(4)]
    one = dict(predict_many(refs, "quadrant", services, batch=1))
    many = dict(predict_many(refs, "quadrant", services, batch=4))
    for r in refs:
        alone, together = one[r], many[r]
        assert isinstance(alone, Prediction)
        assert isinstance(together, Prediction)
        for a, b in zip(alone.scores, together.scores, strict=True):
            assert a.logit == pytest.approx(b.logit, abs=1e-5)


def test_an_unknown_model_names_the_known_ones(services: Services) -> None:
    with pytest.raises(ModelPackProblem, match="nonsense") as caught:
        run(AssistRequest(ref("0.png"), "nonsense"), services)
    assert "quadrant" in caught.value.hint


def test_the_oldest_forward_pass_is_forgotten_first(tmp_path: Path, reader: Reader) -> None:
    quadrant_pack(tmp_path / "packs" / "quadrant")
    services = Services(Registry((tmp_path / "packs",)), reader, remembered=2)
    for name in ("0.png", "1.png", "2.png", "1.png", "0.png"):
        run(AssistRequest(ref(name), "quadrant", methods=()), services)
    assert reader.reads == ["0.png", "1.png", "2.png", "0.png"]


def test_a_cancelled_request_ends_between_its_stages(services: Services) -> None:
    token = CancellationToken()

    def stop(progress: Progress) -> None:
        if progress.stage == "reading the image":
            token.cancel()

    with pytest.raises(Cancelled):
        run(AssistRequest(ref("0.png"), "quadrant"), services, token, stop)


class Mailbox:
    """Collects what a worker sends."""

    def __init__(self) -> None:
        self.outcomes: dict[int, Outcome] = {}
        self.arrived = threading.Condition()

    def put(self, generation: int, outcome: Outcome) -> None:
        with self.arrived:
            assert generation not in self.outcomes, "a generation was answered twice"
            self.outcomes[generation] = outcome
            self.arrived.notify_all()

    def wait_for(self, generation: int) -> Outcome:
        with self.arrived:
            assert self.arrived.wait_for(lambda: generation in self.outcomes, timeout=30)
            return self.outcomes[generation]


def test_every_request_is_answered_once_and_the_last_one_with_its_own_image(services: Services) -> None:
    worker, mailbox = AssistWorker(services), Mailbox()
    try:
        generations = [
            worker.submit(AssistRequest(ref(f"{i % 4}.png"), "quadrant"), mailbox.put, lambda *_: None)
            for i in range(200)
        ]
        last = mailbox.wait_for(generations[-1])
        assert isinstance(last, AssistResult)
        assert last.prediction.image == ref("3.png")
        assert all(e.image == ref("3.png") for e in last.explanations)
        assert sorted(mailbox.outcomes) == generations
        for generation, outcome in mailbox.outcomes.items():
            if isinstance(outcome, AssistResult):
                assert outcome.prediction.image == ref(f"{(generation - 1) % 4}.png")
    finally:
        assert worker.close()


def test_a_failure_is_told_and_the_worker_goes_on(services: Services) -> None:
    worker, mailbox = AssistWorker(services), Mailbox()
    try:
        failed = worker.submit(AssistRequest(ref("bad.png"), "quadrant"), mailbox.put, lambda *_: None)
        problem = mailbox.wait_for(failed)
        assert isinstance(problem, Problem)
        assert problem.hint == "Copy it again."
        after = worker.submit(AssistRequest(ref("0.png"), "quadrant"), mailbox.put, lambda *_: None)
        assert isinstance(mailbox.wait_for(after), AssistResult)
    finally:
        assert worker.close()


def test_cancel_answers_none_and_closing_does_not_hang(services: Services) -> None:
    started, release = threading.Event(), threading.Event()
    read = services._read_image

    def slow(image: ImageRef) -> Image:
        started.set()
        assert release.wait(30)
        assert read is not None
        return read(image)

    services._read_image = slow
    worker, mailbox = AssistWorker(services), Mailbox()
    generation = worker.submit(AssistRequest(ref("0.png"), "quadrant"), mailbox.put, lambda *_: None)
    assert started.wait(30)
    worker.cancel()
    release.set()
    assert mailbox.wait_for(generation) is None
    assert worker.close()
    assert worker.submit(AssistRequest(ref("0.png"), "quadrant"), mailbox.put, lambda *_: None) == generation + 1
