"""Adds what was opened later to what is open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from radviewer.core.study import Catalog, Series, Study


def joined(old: Catalog, new: Catalog) -> Catalog:
    """Both catalogs in one: the same study, series or file does not appear twice."""
    studies = {study.uid: study for study in old.studies}
    for study in new.studies:
        studies[study.uid] = _joined_study(studies[study.uid], study) if study.uid in studies else study
    return Catalog(
        tuple(studies.values()),
        old.problems + new.problems,
        old.ignored + new.ignored,
        old.duplicates + new.duplicates,
        old.orphans + new.orphans,
        tuple(dict.fromkeys(old.notes + new.notes)),
    )


def _joined_study(old: Study, new: Study) -> Study:
    series = {item.uid: item for item in old.series}
    for item in new.series:
        series[item.uid] = _joined_series(series[item.uid], item) if item.uid in series else item
    return replace(old, series=tuple(series.values()))


def _joined_series(old: Series, new: Series) -> Series:
    have = {(item.path, item.sop_instance_uid) for item in old.instances}
    uids = {item.sop_instance_uid for item in old.instances if item.sop_instance_uid}
    added = tuple(
        item
        for item in new.instances
        if (item.path, item.sop_instance_uid) not in have and item.sop_instance_uid not in uids
    )
    return replace(old, instances=old.instances + added)


def summary(catalog: Catalog) -> tuple[str, str]:
    """What was refused or odd, as a sentence and as lines of detail; both empty if nothing was."""
    refused = catalog.problems
    odd = (
        *_counted(catalog.duplicates, _copies(len(catalog.duplicates)), "The same file again"),
        *_counted(catalog.orphans, _orphans(len(catalog.orphans)), "Filed by its folder"),
        *((note, note) for note in catalog.notes),
    )
    if not refused and not odd:
        return "", ""
    lines = [f"{path}\n    {problem.sentence()}" for path, problem in refused] + [details for _, details in odd]
    first = ""
    if len(refused) == 1:
        first = refused[0][1].sentence()
    elif refused:
        first = f"{len(refused)} files could not be opened; the rest is shown."
    text = first or (odd[0][0] if len(odd) == 1 else f"{len(odd)} remarks on what was opened.")
    if first and odd:
        text += f" {len(odd)} more remarks." if len(odd) > 1 else f" {odd[0][0]}"
    if catalog.ignored:
        lines.append(f"{catalog.ignored} files that are no images were left alone.")
    return text, "\n".join(lines)


def _counted(paths: tuple[Path, ...], sentence: str, reason: str) -> tuple[tuple[str, str], ...]:
    """One remark on some files, or none."""
    if not paths:
        return ()
    return ((sentence, "\n".join(f"{path}\n    {reason}." for path in paths)),)


def _copies(count: int) -> str:
    if count == 1:
        return "1 copy of another file is listed only once."
    return f"{count} copies of other files are listed only once."


def _orphans(count: int) -> str:
    if count == 1:
        return "1 file does not say which study it belongs to."
    return f"{count} files do not say which study they belong to."
