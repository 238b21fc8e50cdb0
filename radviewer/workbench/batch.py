"""A batch: many images, one model, answers kept as they come, so that it goes on after a cancel or a restart.

Each batch is a file of its own in the data folder that only grows: what is to be done, then the answers. Files change:
an answer counts only while its file has the size and time that it had, and a batch goes on only with the very weights
that it began with. In de-identified mode nothing is written, because paths may name the patient.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radviewer.core.errors import InputProblem, Problem
from radviewer.core.image import ImageRef
from radviewer.core.prediction import GateResult, GateVerdict, Prediction, Score
from radviewer.core.study import Study
from radviewer.workbench.kept_lines import append_line, append_lines, read_lines
from radviewer.workbench.stack import series_refs
from radviewer.workbench.study_keys import study_key

if TYPE_CHECKING:
    from radviewer.inference.manifest import PackManifest

FOLDER = "batches"
KEPT = 20  # batches, beyond which the oldest go


class BatchImages(StrEnum):
    """Which images of a study are scored."""

    ALL = "Every image"
    MIDDLE = "Middle image of each series"


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One image of a batch, with the key of its study."""

    image: ImageRef
    study: str


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """What is to be done.

    Attributes:
        id: The file's name without ending; sorts by time.
        model: The pack's id.
        version: The pack's version.
        weights: SHA-256 of its weights.
        items: In the order of the list.
    """

    id: str
    model: str
    version: str
    weights: str
    items: tuple[BatchItem, ...]


Answer = Prediction | Problem


def batch_items(studies: Sequence[Study], images: BatchImages, modality: str = "") -> tuple[BatchItem, ...]:
    """The images of studies.

    Args:
        studies: In the order in which they are to be done.
        images: Which of them.
        modality: Only series of this one; empty for all.
    """
    items = []
    for study in studies:
        key = study_key(study)
        for series in study.series:
            refs = series_refs(series)
            if not refs or (modality and series.modality != modality):
                continue
            chosen = refs if images is BatchImages.ALL else (refs[len(refs) // 2],)
            items += [BatchItem(ref, key) for ref in chosen]
    return tuple(items)


def new_plan(items: Sequence[BatchItem], manifest: PackManifest, now: datetime) -> BatchPlan:
    """A plan for a pack as it is installed now."""
    name = f"{now.astimezone(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
    return BatchPlan(name, manifest.id, manifest.version, manifest.weights.sha256, tuple(items))


class Batch:
    """A plan with the answers so far.

    Args:
        plan: What is to be done.
        manifest: The pack; its weights must be those of the plan.
        folder: Where it is kept; None keeps nothing.
    """

    def __init__(self, plan: BatchPlan, manifest: PackManifest, folder: Path | None) -> None:
        self.plan, self.manifest = plan, manifest
        self._path = None if folder is None else folder / f"{plan.id}.jsonl"
        self._answers: dict[int, Answer] = {}
        self._studies: dict[str, list[int]] = {}
        for number, item in enumerate(plan.items):
            self._studies.setdefault(item.study, []).append(number)
        self.complaint = ""

    @classmethod
    def start(cls, plan: BatchPlan, manifest: PackManifest, folder: Path | None) -> Batch:
        """A new batch, written down unless `folder` is None.

        Raises:
            WriteProblem: It cannot be kept.
        """
        made = cls(plan, manifest, folder)
        if made._path is not None:
            head = {"batch": plan.id, "model": plan.model, "version": plan.version, "weights": plan.weights}
            items = ({"item": [str(item.image.path), item.image.frame, item.study]} for item in plan.items)
            append_lines(made._path, (head, *items))
        return made

    @classmethod
    def read(cls, path: Path, manifests: Mapping[str, PackManifest]) -> Batch:
        """A batch of an earlier start.

        Raises:
            InputProblem: It is damaged, or its model is gone or another one now.
        """
        entries, complaint = read_lines(path)
        plan = _plan(path, entries)
        manifest = manifests.get(plan.model)
        if manifest is None or manifest.weights.sha256 != plan.weights:
            raise InputProblem(
                f"The batch was made with {plan.model} {plan.version}, which is not installed any more.",
                hint="Start a new batch, or install that version again.",
            )
        made = cls(plan, manifest, path.parent)
        made.complaint = complaint
        for entry in entries:
            made._take(entry)
        return made

    @property
    def done(self) -> int:
        """How many images have an answer."""
        return len(self._answers)

    @property
    def finished(self) -> bool:
        """Whether every image has an answer."""
        return self.done == len(self.plan.items)

    @property
    def kept(self) -> bool:
        """Whether it outlives the program."""
        return self._path is not None

    def answer(self, number: int) -> Answer | None:
        """The answer on one image, or None so far."""
        return self._answers.get(number)

    def open_items(self) -> Iterable[int]:
        """Numbers of the images that have no answer yet, in order."""
        return (number for number in range(len(self.plan.items)) if number not in self._answers)

    def take(self, number: int, answer: Answer) -> None:
        """Keeps an answer.

        Raises:
            WriteProblem: It cannot be written; it holds until the program ends.
        """
        self._answers[number] = answer
        if self._path is not None:
            stamp = _stamp(self.plan.items[number].image.path)
            append_line(self._path, {"done": number, "file": stamp, **_answer_entry(answer)})

    def forget(self, numbers: Iterable[int]) -> None:
        """Has images done again; what is written about them counts no more once they are."""
        for number in numbers:
            self._answers.pop(number, None)

    def study_answers(self, study: str) -> tuple[tuple[Prediction, ...], bool]:
        """The predictions of one study so far, and whether none of its images is still to come."""
        found = [self._answers.get(number) for number in self._studies.get(study, ())]
        return tuple(item for item in found if isinstance(item, Prediction)), None not in found

    def _take(self, entry: Mapping[str, Any]) -> None:
        number = entry.get("done")
        if not isinstance(number, int) or not 0 <= number < len(self.plan.items):
            return
        item = self.plan.items[number]
        if entry.get("file") != _stamp(item.image.path):
            self._answers.pop(number, None)  # the file is another one now: done again
            return
        answer = _answer(entry, item.image, self.manifest)
        if answer is not None:
            self._answers[number] = answer


def batch_files(folder: Path) -> tuple[Path, ...]:
    """The kept batches, the latest first."""
    return tuple(sorted((folder / FOLDER).glob("*.jsonl"), reverse=True)) if (folder / FOLDER).is_dir() else ()


def prune(folder: Path) -> None:
    """Removes the oldest kept batches beyond `KEPT`."""
    for path in batch_files(folder)[KEPT:]:
        path.unlink(missing_ok=True)


def _plan(path: Path, entries: Sequence[Mapping[str, Any]]) -> BatchPlan:
    try:
        head = entries[0]
        items = [entry["item"] for entry in entries if "item" in entry]
        return BatchPlan(
            str(head["batch"]),
            str(head["model"]),
            str(head["version"]),
            str(head["weights"]),
            tuple(BatchItem(ImageRef(Path(name), int(frame)), str(study)) for name, frame, study in items),
        )
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise InputProblem(f"The kept batch {path.name} is damaged.", hint="Start a new batch.") from error


def _stamp(path: Path) -> list[int]:
    """Size and time of a file; empty if it is not there."""
    try:
        info = path.stat()
    except OSError:
        return []
    return [info.st_size, info.st_mtime_ns]


def _answer_entry(answer: Answer) -> dict[str, Any]:
    if isinstance(answer, Problem):
        return {"problem": [answer.kind, answer.message, answer.hint]}
    return {
        "scores": [[score.logit, score.probability, score.calibrated] for score in answer.scores],
        "device": answer.device,
        "gate": [
            answer.gate.verdict.value,
            list(answer.gate.reasons),
            answer.gate.distance,
            answer.gate.flag_above,
            answer.gate.refuse_above,
        ],
        "seconds": answer.seconds,
        "notes": list(answer.notes),
    }


def _answer(entry: Mapping[str, Any], image: ImageRef, manifest: PackManifest) -> Answer | None:
    """An answer as it was; None if its line is of another form."""
    try:
        if "problem" in entry:
            kind, message, hint = map(str, entry["problem"])
            return Problem(kind, message, hint)
        scores = tuple(
            Score(label, float(logit), float(probability), bool(calibrated))
            for label, (logit, probability, calibrated) in zip(manifest.labels, entry["scores"], strict=True)
        )
        verdict, reasons, *numbers = entry["gate"]
        distance, flag_above, refuse_above = (None if number is None else float(number) for number in numbers)
        return Prediction(
            image,
            manifest.id,
            manifest.version,
            str(entry["device"]),
            scores,
            manifest.operating_points,
            GateResult(GateVerdict(verdict), tuple(map(str, reasons)), distance, flag_above, refuse_above),
            float(entry["seconds"]),
            tuple(map(str, entry["notes"])),
        )
    except (KeyError, TypeError, ValueError):
        return None
