"""Batches of predictions: where they come from, how they go on after a restart, and where they are exported to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from radviewer.core.errors import InputProblem, Problem, RadviewerError, describe
from radviewer.core.image import ImageRef
from radviewer.io.export import write_atomically
from radviewer.ui.browsing.cases import Cases
from radviewer.ui.i18n import tr
from radviewer.ui.strip import Severity
from radviewer.ui.worklist.batch_model import ImageName
from radviewer.ui.worklist.batch_runner import BatchRunner
from radviewer.ui.worklist.batch_window import BatchWindow
from radviewer.workbench.batch import FOLDER, Batch, BatchImages, BatchItem, batch_files, batch_items, new_plan, prune
from radviewer.workbench.browsing import date_text, patient_title, series_title
from radviewer.workbench.prediction_files import PredictionRow, predictions_csv, predictions_json
from radviewer.workbench.stack import series_refs
from radviewer.workbench.study_keys import study_key
from radviewer.workbench.triage import study_score

if TYPE_CHECKING:
    from radviewer.inference.manifest import PackManifest
    from radviewer.ui.main_window import MainWindow

Manifests = Mapping[str, "PackManifest"]


class Batches(QObject):
    """Brings batches, their window and what is open together.

    Args:
        window: The main window.
        cases: The open studies.
        chosen: Keys of the studies that are chosen in the worklist.
    """

    def __init__(self, window: MainWindow, cases: Cases, chosen: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(window)
        self._main, self._cases, self._chosen = window, cases, chosen
        self._folder = window.backends.data_folder
        self.runner = BatchRunner(window.backends.worker, window.backends.decoder, window.bridge, self)
        self.window: BatchWindow | None = None
        self.runner.answered.connect(self._answered)
        self.runner.changed.connect(self._changed)
        self.runner.failed.connect(lambda text: window.parts.strip.say(text, Severity.CAUTION))

    @property
    def _hidden(self) -> bool:
        return self._main.state.state.deidentified

    def close(self) -> None:
        """Stops; what is answered is kept already."""
        self.runner.pause()

    def show(self, source: str = "") -> None:
        """Opens the window; the latest batch that is not finished is taken up again."""
        first = self.window is None
        if self.window is None:
            self.window = self._make_window()
        self._offer(source)
        self.window.set_batch(self._names(), hidden=self._hidden)
        self.window.present()
        if first and self.runner.batch is None and not self._hidden:
            self._with_manifests(self._take_up_latest)

    def retell(self) -> None:
        """Shows the rows anew, after studies were opened or identifiers hidden."""
        if self.window is not None:
            self._offer(str(self.window.sources.currentData() or ""))
            self.window.set_batch(self._names(), hidden=self._hidden)

    def _make_window(self) -> BatchWindow:
        made = BatchWindow(self.runner, self._main.theme, self._main)
        made.start_requested.connect(self._start)
        made.go_requested.connect(self.runner.go)
        made.pause_requested.connect(self.runner.pause)
        made.retry_requested.connect(self._retry)
        made.kept_requested.connect(lambda path: self._with_manifests(partial(self._take_up, path)))
        made.open_requested.connect(self._open)
        made.export_requested.connect(self.export)
        return made

    # --- what a batch is of -----------------------------------------------------------------------------------

    def _offer(self, source: str) -> None:
        assert self.window is not None
        choices = tuple((choice.id, choice.title) for choice in self._main.models.choices)
        self.window.set_models(choices, self._main.state.state.model_id)
        words = {}
        if self._chosen():
            words["chosen"] = tr("{count} studies chosen in the worklist").format(count=len(self._chosen()))
        if self._main.navigator.stack is not None:
            words["series"] = tr("The series on the screen")
        if self._cases.current:
            words["study"] = tr("The study on the screen")
        if self._cases.catalog.studies:
            words["open"] = tr("All {count} open studies").format(count=len(self._cases.catalog.studies))
        self.window.set_sources(words, source)
        self.window.set_kept(
            () if self._hidden else tuple((path, _kept_words(path)) for path in batch_files(self._folder))
        )

    def items(self, source: str, images: BatchImages) -> tuple[BatchItem, ...]:
        """The images of a source."""
        stack, catalog = self._main.navigator.stack, self._cases.catalog
        if source == "series":
            if stack is None:
                return ()
            refs = stack.refs if images is BatchImages.ALL else (stack.refs[len(stack.refs) // 2],)
            return tuple(BatchItem(ref, study_key(stack.study)) for ref in refs)
        keys = {"chosen": self._chosen(), "study": (self._cases.current,)}.get(source)
        if keys is None:
            return batch_items(catalog.studies, images)
        found = (self._cases.study(key) for key in keys)
        return batch_items([study for study in found if study is not None], images)

    def _start(self, model: str, images: BatchImages, source: str) -> None:
        items = self.items(source, images)
        if items:
            self._with_manifests(partial(self._begin, model, items))

    def _begin(self, model: str, items: tuple[BatchItem, ...], manifests: Manifests) -> None:
        if model not in manifests:
            text = tr("The model '{model}' is not there any more.").format(model=model)
            self._say(Problem("model", text, tr("Choose another one.")))
            return
        manifest = manifests[model]
        folder = None if self._hidden else self._folder / FOLDER
        try:
            batch = Batch.start(new_plan(items, manifest, datetime.now(UTC)), manifest, folder)
        except InputProblem as problem:
            self._say(describe(problem))
            return
        if folder is not None:
            prune(self._folder)
        self._take(batch)
        self.runner.go()

    def _take(self, batch: Batch) -> None:
        self.runner.take(batch)
        if self.window is not None:
            self.window.set_batch(self._names(), hidden=self._hidden)
            if batch.finished:
                self.window.sort_by_score()
        if batch.complaint:
            self._main.parts.strip.say(batch.complaint, Severity.CAUTION)

    def _take_up_latest(self, manifests: Manifests) -> None:
        for path in batch_files(self._folder)[:1]:
            self._take_up(path, manifests)

    def _take_up(self, path: Path, manifests: Manifests) -> None:
        if self.runner.running:
            return
        try:
            self._take(Batch.read(path, manifests))
        except InputProblem as problem:
            self._say(describe(problem))

    def _with_manifests(self, call: Callable[[Manifests], None]) -> None:
        """Reads the packs in the background (their files are hashed), then calls."""

        def work() -> None:
            try:
                manifests = self._main.backends.packs.manifests()
            except RadviewerError as error:
                self._main.bridge.post(partial(self._say, describe(error)))
                return
            self._main.bridge.post(partial(call, manifests))

        self._main.executor.submit(work)

    # --- answers ----------------------------------------------------------------------------------------------

    def _answered(self, number: int) -> None:
        batch = self.runner.batch
        assert batch is not None
        if self.window is not None:
            self.window.update_row(number)
        key = batch.plan.items[number].study
        answers, complete = batch.study_answers(key)
        score = study_score(answers) if complete else None
        if score is not None:
            self._cases.keep_score(key, score)

    def _changed(self) -> None:
        batch = self.runner.batch
        if self.window is not None:
            self.window.retell()
            if batch is not None and batch.finished and not self.runner.running:
                self.window.sort_by_score()
        if batch is not None and batch.finished and not self.runner.running:
            count = len(batch.plan.items)
            self._main.parts.status.set_done(tr("{count} images predicted").format(count=count))

    def _retry(self) -> None:
        batch = self.runner.batch
        if batch is not None and not self.runner.running:
            numbers = range(len(batch.plan.items))
            batch.forget([number for number in numbers if isinstance(batch.answer(number), Problem)])
            self.runner.go()

    def _names(self) -> dict[ImageRef, ImageName]:
        """What the images that are open are called."""
        if self.runner.batch is None or self._hidden:
            return {}
        wanted = {item.study for item in self.runner.batch.plan.items}
        names: dict[ImageRef, ImageName] = {}
        for study in self._cases.catalog.studies:
            if study_key(study) not in wanted:
                continue
            for series in study.series:
                refs = series_refs(series)
                for at, ref in enumerate(refs, start=1):
                    place = f"{at}/{len(refs)}" if len(refs) > 1 else ""
                    words = (patient_title(study), date_text(study.date), place, series_title(series))
                    names[ref] = ImageName("   ".join(filter(None, words)), len(names))
        return names

    def _open(self, number: int) -> None:
        batch = self.runner.batch
        if batch is None:
            return
        item = batch.plan.items[number]
        stack = self._main.navigator.stacks.stack_of(item.image)
        if stack is None:
            self._main.open_paths((item.image.path,))
        else:
            self._main.navigator.show_series(stack.series.uid)
            self._main.navigator.show(item.image)
        self._main.activateWindow()

    def export(self, path: Path) -> None:
        """Writes the answers so far as `radviewer predict` would; without paths in de-identified mode."""
        batch = self.runner.batch
        if batch is None:
            return
        rows = []
        for number, item in enumerate(batch.plan.items):
            answer = batch.answer(number)
            if answer is not None:
                rows.append(_row(number, item, answer, hidden=self._hidden))
        make = predictions_json if path.suffix.lower() == ".json" else predictions_csv
        try:
            write_atomically(path, make(rows, batch.manifest).encode(), overwrite=True)
        except InputProblem as problem:
            self._say(describe(problem))
            return
        words = tr("{count} predictions written").format(count=len(rows))
        if not batch.finished:
            words = tr("{count} predictions written; the batch is not finished").format(count=len(rows))
        self._main.parts.status.set_done(words)

    def _say(self, problem: Problem) -> None:
        self._main.parts.strip.say_problem(problem)


def _row(number: int, item: BatchItem, answer: object, *, hidden: bool) -> PredictionRow:
    from radviewer.core.prediction import Prediction

    assert isinstance(answer, Prediction | Problem)
    if not hidden:
        return PredictionRow(item.image.path, item.image.frame, answer)
    if isinstance(answer, Problem):  # its message names the file
        answer = Problem(answer.kind, "The image cannot be predicted.", answer.hint)
    return PredictionRow(Path(f"image-{number + 1:05d}"), item.image.frame, answer)


def _kept_words(path: Path) -> str:
    """When a kept batch was begun, from its name."""
    try:
        begun = datetime.strptime(path.stem[:15], "%Y%m%dT%H%M%S").replace(tzinfo=UTC).astimezone()
    except ValueError:
        return path.stem
    return f"{begun:%Y-%m-%d %H:%M}"
