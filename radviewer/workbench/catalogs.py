"""Adds what was opened later to what is open."""

from __future__ import annotations

from dataclasses import replace

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
    """What was refused, as a sentence and as lines of detail; both empty if nothing was."""
    refused = catalog.problems
    if not refused:
        return "", ""
    first_path, first = refused[0]
    if len(refused) == 1:
        return first.sentence(), f"{first_path}\n    {first.sentence()}"
    details = "\n".join(f"{path}\n    {problem.sentence()}" for path, problem in refused)
    return f"{len(refused)} files could not be opened; the rest is shown.", details
