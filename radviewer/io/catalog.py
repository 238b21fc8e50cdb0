"""From chosen files and folders to studies, series and instances, by headers only (PS3.3 A.1, C.7.6.2).

Slices are sorted by their position along the series' normal, not by number: numbers are optional and often wrong.
Pictures of one folder form a series in a study named by the folder.
"""

from __future__ import annotations

import filecmp
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from radviewer.core.errors import InputProblem, describe
from radviewer.core.study import Catalog, Instance, Series, Study
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.io.catalog_entry import Entry, read_entry
from radviewer.io.discover import is_ignorable
from radviewer.io.walk import Candidate, Walk, natural_path_key


@dataclass(slots=True)
class _Collection:
    """What has been gathered so far."""

    entries: list[Entry] = field(default_factory=list)
    duplicates: list[Path] = field(default_factory=list)
    orphans: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def scan(paths: Sequence[Path], token: CancellationToken | None = None, progress: ProgressCallback = silent) -> Catalog:
    """Reads the headers of all images under the paths.

    Args:
        paths: Files and folders; folders are walked.
        token: To cancel.
        progress: Called with the number of files read.

    Raises:
        Cancelled: The token was turned.
    """
    walk, collection = Walk(), _Collection()
    by_uid: dict[str, Entry] = {}
    for done, (candidate, found) in enumerate(_entries(walk.candidates(paths, token)), start=1):
        if isinstance(found, Entry):
            _add(found, by_uid, collection)
        elif is_ignorable(candidate, found):
            walk.ignored += 1
        else:
            walk.refuse(candidate.path, describe(found))
        if done % 20 == 0:
            progress(Progress("reading headers", done))
    return Catalog(
        studies=_studies(collection),
        problems=tuple(walk.problems),
        ignored=walk.ignored,
        duplicates=tuple(collection.duplicates),
        orphans=tuple(collection.orphans),
        notes=tuple(dict.fromkeys(collection.notes)),
    )


_THREADS, _AHEAD = 4, 64


def _entries(candidates: Iterator[Candidate]) -> Iterator[tuple[Candidate, Entry | InputProblem]]:
    """Headers of candidates in their order, read on several threads a little ahead.

    Threads, because what takes long is waiting for disk or network: parsing a header takes 0.8 ms, and processes of
    their own take as long to start as a thousand headers (1,500 files: 7.4 s one by one, 4.6 s with four threads, 7.7 s
    with two processes, on a machine that other work kept busy).
    """
    waiting: deque[tuple[Candidate, Future[Entry | InputProblem]]] = deque()
    executor = ThreadPoolExecutor(_THREADS, thread_name_prefix="radviewer-headers")
    try:
        for candidate in candidates:
            waiting.append((candidate, executor.submit(_entry, candidate)))
            if len(waiting) >= _AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _entry(candidate: Candidate) -> Entry | InputProblem:
    try:
        return read_entry(candidate.path, candidate.kind)
    except InputProblem as error:
        return error


def _add(entry: Entry, by_uid: dict[str, Entry], collection: _Collection) -> None:
    uid = entry.instance.sop_instance_uid
    twin = by_uid.get(uid) if uid else None
    if twin is not None:
        if filecmp.cmp(twin.instance.path, entry.instance.path, shallow=False):
            collection.duplicates.append(entry.instance.path)
            return
        one, other = twin.instance.path.name, entry.instance.path.name
        collection.notes.append(f"{one} and {other} have the same identifier but different content; both are listed.")
    if uid:
        by_uid.setdefault(uid, entry)
    if entry.orphan:
        collection.orphans.append(entry.instance.path)
    collection.entries.append(entry)


def _studies(collection: _Collection) -> tuple[Study, ...]:
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in collection.entries:
        groups.setdefault((entry.study_uid, entry.patient_id), []).append(entry)
    uids = [uid for uid, _ in groups]
    if len(set(uids)) < len(uids):
        collection.notes.append("One study identifier is used for more than one patient; they are listed apart.")
    return tuple(_study(entries) for entries in groups.values())


def _study(entries: list[Entry]) -> Study:
    first = entries[0]
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.series_uid, []).append(entry)
    stacks = (stack for group in groups.values() for stack in _stacks(group))
    series = sorted(stacks, key=_series_key)
    return Study(
        uid=first.study_uid,
        patient_name=first.patient_name,
        patient_id=first.patient_id,
        description=first.study_description,
        date=first.study_date,
        series=tuple(series),
        patient_sex=first.patient_sex,
        patient_age=first.patient_age,
        time=first.study_time,
    )


def _series_key(series: Series) -> tuple[bool, int, bool, str]:
    """Images before objects without pixels, then by number."""
    return series.frame_count == 0, series.number or 0, series.number is None, series.description


def _stacks(entries: list[Entry]) -> list[Series]:
    """A series, split into stacks where orientation, echo, temporal position or b-value differ.

    A split that would leave every image alone (a rotating view, say) is none.
    """
    groups: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.split, []).append(entry)
    if len(groups) == 1 or (len(groups) == len(entries) and len(entries) > _MOST_SINGLE_STACKS):
        return [_series(entries)]
    names = _stack_names(list(groups))
    return [_series(group, name, index) for index, (name, group) in enumerate(zip(names, groups.values(), strict=True))]


_MOST_SINGLE_STACKS = 4


def _stack_names(keys: list[tuple[str, ...]]) -> list[str]:
    """What tells each stack from the others, in words; orientations and multi-frame objects are numbered."""
    names = []
    for index, key in enumerate(keys, start=1):
        words = [part for column, part in enumerate(key) if column in (1, 2, 3) and len({k[column] for k in keys}) > 1]
        names.append(", ".join(part for part in words if part) or f"stack {index}")
    return [f"{name} ({index})" if names.count(name) > 1 else name for index, name in enumerate(names, start=1)]


def _series(entries: list[Entry], part: str = "", index: int = 0) -> Series:
    first = entries[0]
    return Series(
        uid=f"{first.series_uid}#{index}" if index else first.series_uid,
        description=f"{first.series_description}: {part}".removeprefix(": ") if part else first.series_description,
        modality=first.modality,
        instances=sorted_instances(entries),
        number=first.series_number,
        body_part=first.body_part,
    )


def sorted_instances(entries: Iterable[Entry]) -> tuple[Instance, ...]:
    """Instances by position along the normal where all have one, else by number, else by name."""
    items = list(entries)
    normal = next((entry.normal for entry in items if entry.normal is not None), None)
    geometric = normal is not None and all(entry.is_parallel_to(normal) for entry in items)
    if geometric and normal is not None:
        placed = [replace(entry.instance, position=entry.distance_along(normal)) for entry in items]
        return tuple(sorted(placed, key=_geometric_key))
    return tuple(sorted((entry.instance for entry in items), key=_number_key))


def _geometric_key(instance: Instance) -> tuple[float, int, object]:
    position = round(instance.position, 4) if instance.position is not None else 0.0
    return position, instance.number or 0, natural_path_key(instance.path)


def _number_key(instance: Instance) -> tuple[bool, int, object]:
    return instance.number is None, instance.number or 0, natural_path_key(instance.path)
