"""Stand-ins for the decoder and the model worker, with known pictures, scores and maps."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np

from radviewer.core.errors import Problem, RadviewerError, UnreadableFile, describe
from radviewer.core.explanation import Explanation, Method
from radviewer.core.geometry import GridTransform, PixelSpacing
from radviewer.core.image import Image, ImageFacts, ImageRef, Rescale, Window
from radviewer.core.labels import Label
from radviewer.core.prediction import GateResult, GateVerdict, OperatingPoint, Prediction, Score
from radviewer.core.study import Catalog, Instance, Series, Study
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback
from radviewer.ui.backends import Backends, Models
from radviewer.ui.panels.findings_panel import ModelChoice
from radviewer.workbench.assist import Lane
from radviewer.workbench.requests import AssistRequest, AssistResult

LABELS = (Label("glioma", "Glioma"), Label("meningioma", "Meningioma"), Label("notumor", "No tumour", normal=True))
SQUARE = (24, 40, 8)  # top row, left column and side of the bright square in `square_image`
SHAPE = (64, 96)


def square_image(ref: ImageRef, shape: tuple[int, int] = SHAPE, **changes: object) -> Image:
    """A dark 16-bit image with a bright square, an axial slice with a CT's rescale."""
    pixels = np.full(shape, 1000, dtype=np.uint16)
    top, left, side = SQUARE
    pixels[top : top + side, left : left + side] = 1400
    values: dict[str, object] = {
        "pixels": pixels,
        "ref": ref,
        "modality_lut": Rescale(1.0, -1024.0, "HU"),
        "voi": (Window(176, 400, name="own"),),
        "spacing": PixelSpacing(0.5, 0.5),
        "orientation": (1.0, 0.0, 0.0, 0.0, 1.0, 0.0),
        "facts": ImageFacts(kind="dicom", modality="CT", bits_stored=12),
    }
    return Image(**{**values, **changes})  # type: ignore[arg-type]


class FakeDecoder:
    """Decodes on a thread; paths named "broken" fail; `hold` keeps answers back until `release`."""

    def __init__(self, make: Callable[[ImageRef], Image] = square_image) -> None:
        self._make = make
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="fake-decoder")
        self.asked: list[tuple[ImageRef, int]] = []
        self._open = threading.Event()
        self._open.set()

    def hold(self) -> None:
        self._open.clear()

    def release(self) -> None:
        self._open.set()

    def submit(self, ref: ImageRef, priority: int) -> Future[Image]:
        self.asked.append((ref, priority))
        return self._executor.submit(self._decode, ref)

    def close(self) -> None:
        self._open.set()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _decode(self, ref: ImageRef) -> Image:
        self._open.wait(20)
        if "broken" in ref.path.name:
            raise UnreadableFile(f"{ref.path.name}: the file is damaged.", hint="Copy it again.")
        return self._make(ref)


def make_result(request: AssistRequest, version: str = "1.2.0", *, gate: GateResult | None = None) -> AssistResult:
    """Scores 0.93, 0.05, 0.02; a Grad-CAM whose one bright cell lies over the square; saliency likewise."""
    probabilities = (0.93, 0.05, 0.02)
    scores = tuple(Score(label, 1.0, p, True) for label, p in zip(LABELS, probabilities, strict=True))
    points = tuple(OperatingPoint(label.key, 0.5, 0.97, 0.98, "the held-out test set", version) for label in LABELS)
    prediction = Prediction(
        request.image,
        request.model_id,
        version,
        "cpu",
        scores,
        points,
        gate or GateResult(),
        seconds=0.041,
    )
    keys = request.labels
    maps = []
    for method in request.methods:
        chosen = LABELS if method is Method.GRADCAM else LABELS[:1]
        if keys is not None:
            chosen = tuple(label for label in LABELS if label.key in keys)
        maps += [make_map(request.image, request.model_id, version, method, label) for label in chosen]
    return AssistResult(request, prediction, tuple(maps))


def make_map(image: ImageRef, model_id: str, version: str, method: Method, label: Label) -> Explanation:
    """A map on an 8 x 8 grid over the image padded to 96 x 96: one bright cell of 12 x 12 pixels around the square."""
    grid = GridTransform.identity(SHAPE).pad(16, 0, 16, 0)
    side = 8 if method is Method.GRADCAM else 48
    cell = 96 / side
    values = np.zeros((side, side), dtype=np.float32)
    top, left, size = SQUARE
    r0, r1 = int((top + 16) // cell), int(np.ceil((top + 16 + size) / cell))
    c0, c1 = int(left // cell), int(np.ceil((left + size) / cell))
    values[r0:r1, c0:c1] = 1.0
    return Explanation(image, model_id, version, method, label, values, grid, 1.0, label is not LABELS[0])


class FakeWorker:
    """Answers on a thread of its own, at once or when told to; counts what was asked."""

    def __init__(self, *, manual: bool = False) -> None:
        self.requests: list[AssistRequest] = []
        self.behind: list[tuple[AssistRequest, Lane]] = []
        self.problems: dict[ImageRef, Problem] = {}
        self.services: object = None
        self._open = threading.Event()
        self._open.set()
        self.cancelled = 0
        self.problem: Problem | None = None
        self.verdict = GateVerdict.IN_DOMAIN
        self._manual = manual
        self._jobs: list[tuple[int, AssistRequest, Callable[[int, object], None]]] = []
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="fake-torch")

    def submit(
        self,
        request: AssistRequest,
        on_result: Callable[[int, object], None],
        on_progress: Callable[[int, Progress], None],
    ) -> int:
        self.requests.append(request)
        generation = len(self.requests)
        self._executor.submit(on_progress, generation, Progress("predicting"))
        self._jobs.append((generation, request, on_result))
        if not self._manual:
            self.answer(-1)
        return generation

    def answer(self, index: int) -> None:
        generation, request, on_result = self._jobs[index]
        reasons = () if self.verdict is GateVerdict.IN_DOMAIN else ("The image is a colour photograph.",)
        outcome = self.problem or make_result(request, gate=GateResult(self.verdict, reasons))
        self._executor.submit(on_result, generation, outcome)

    def submit_task(
        self,
        task: Callable[..., object],
        on_result: Callable[[object], None],
        token: CancellationToken,
        lane: Lane = Lane.ASKED,
        on_progress: Callable[[Progress], None] = lambda step: None,
    ) -> None:
        def work() -> None:
            try:
                outcome = None if token.cancelled else task(self.services, token, on_progress)
            except RadviewerError as error:
                outcome = describe(error)
            on_result(outcome)

        self._executor.submit(work)

    def submit_behind(
        self,
        request: AssistRequest,
        on_result: Callable[[object], None],
        token: CancellationToken,
        lane: Lane = Lane.PREFETCH,
    ) -> None:
        self.behind.append((request, lane))

        def work() -> None:
            self._open.wait(20)
            outcome = None if token.cancelled else self.problems.get(request.image) or self.make(request)
            on_result(outcome)

        self._executor.submit(work)

    def make(self, request: AssistRequest) -> AssistResult:
        return make_result(request)

    def hold(self) -> None:
        self._open.clear()

    def release(self) -> None:
        self._open.set()

    def cancel(self) -> None:
        self.cancelled += 1

    def warm_up(self, model_id: str, device: str = "auto") -> None:
        return None

    def close(self, timeout: float = 5.0) -> bool:
        self._open.set()
        self._executor.shutdown(wait=True, cancel_futures=True)
        return True


def make_catalog(*sizes: int, frames: int = 1) -> Catalog:
    """One study of one phantom, a series for each number of images."""
    series = []
    names = ("Axial", "Coronal", "Sagittal", "Oblique")
    for number, size in enumerate(sizes):
        instances = tuple(Instance(Path(f"/phantom/s{number}/i{at}.dcm"), frames=frames) for at in range(size))
        series.append(Series(f"1.2.{number}", names[number], "CT", instances, number, "HEAD"))
    return Catalog((Study("1.2", "Phantom^Alpha", "P-1", "Generated", "20260101", tuple(series)),))


def make_backends(
    folder: Path,
    catalog: Catalog | None = None,
    *,
    decoder: FakeDecoder | None = None,
    worker: FakeWorker | None = None,
    scan: Callable[[Sequence[Path], CancellationToken, ProgressCallback], Catalog] | None = None,
    models: Models | None = None,
) -> Backends:
    """Backends with fakes in a folder of the test's own."""
    found = catalog or make_catalog(3)

    def first_images(paths: Sequence[Path], token: CancellationToken) -> Sequence[Path]:
        return [found.studies[0].series[0].instances[0].path] if found.studies else []

    known = Models(
        (ModelChoice("brain-mri", "Brain MRI 1.2.0", "Research."), ModelChoice("other", "Other 0.1", "Research."))
    )
    return Backends(
        scan=scan or (lambda paths, token, progress: found),
        first_images=first_images,
        decoder=decoder or FakeDecoder(),
        worker=worker or FakeWorker(),
        models=lambda: known if models is None else models,
        sample=lambda path: (path,),
        settings_path=folder / "config" / "settings.toml",
        cache_folder=folder / "cache",
        data_folder=folder / "data",
        log_folder=folder / "logs",
    )


def refused(path: str, error: RadviewerError) -> tuple[Path, Problem]:
    return Path(path), describe(error)
