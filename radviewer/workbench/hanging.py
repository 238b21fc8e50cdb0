"""Which hanging rule fits a study, and what it puts where; pure, so that synthetic catalogs can try every rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from radviewer.core.image import ImageRef, Window
from radviewer.core.planes import SlicePlane
from radviewer.core.study import Catalog, Instance, Series, Study
from radviewer.workbench.hanging_file import HangingRule, PlaceRule, Plane, Start, window_of

_MOSTLY = 0.8  # least part of the normal along one axis for a plane to be called by it (about 37 degrees off)


@dataclass(frozen=True, slots=True)
class Placed:
    """What goes into one place.

    Attributes:
        series: Whose image it is.
        image: The image that is shown first.
        window: The window to start with, or None for the image's own.
    """

    series: Series
    image: ImageRef
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Hanging:
    """A study on the wall.

    Attributes:
        rule: That fits.
        places: Row by row; None stays empty.
    """

    rule: HangingRule
    places: tuple[Placed | None, ...]


def hang(study: Study, catalog: Catalog, rules: Sequence[HangingRule]) -> Hanging | None:
    """The first rule that fits a study, with what goes where; None if none does.

    Args:
        study: To be hung.
        catalog: All that is open; the prior is looked for in it.
        rules: In order.
    """
    before = prior_of(study, catalog)
    for rule in rules:
        places = _fit(rule, study, before)
        if places is not None:
            return Hanging(rule, places)
    return None


def prior_of(study: Study, catalog: Catalog) -> Study | None:
    """The patient's latest earlier study with a modality in common.

    A patient is the same only if number and name are: a number alone may be another hospital's.
    """
    kinds = {series.modality for series in study.series if series.frame_count}
    earlier = [
        other
        for other in catalog.studies
        if other.uid != study.uid
        and study.patient_id
        and (other.patient_id, other.patient_name) == (study.patient_id, study.patient_name)
        and other.date
        and study.date
        and other.date < study.date
        and kinds & {series.modality for series in other.series if series.frame_count}
    ]
    return max(earlier, key=lambda other: other.date, default=None)


def plane_name(plane: SlicePlane | None) -> Plane | None:
    """How a slice lies, or None where that is unknown or oblique."""
    if plane is None:
        return None
    x, y, z = (abs(part) for part in plane.normal)
    named = {Plane.SAGITTAL: x, Plane.CORONAL: y, Plane.AXIAL: z}
    best = max(named, key=lambda name: named[name])
    return best if named[best] >= _MOSTLY else None


def _fit(rule: HangingRule, study: Study, before: Study | None) -> tuple[Placed | None, ...] | None:
    ours = [series for series in study.series if series.frame_count and _is_of(series, rule)]
    most = rule.most_series if rule.most_series is not None else len(ours)
    if not ours or not rule.least_series <= len(ours) <= most:
        return None
    if rule.prior is not None and rule.prior != (before is not None):
        return None
    if rule.study and not re.search(rule.study, study.description, re.IGNORECASE):
        return None
    theirs = [series for series in before.series if series.frame_count and _is_of(series, rule)] if before else []
    taken: set[tuple[str, ImageRef | None]] = set()
    places: list[Placed | None] = []
    for cell in rule.cells:
        placed = _place(cell, rule, theirs if cell.prior else ours, taken)
        if placed is None and not cell.optional:
            return None
        places.append(placed)
    return (*places, *([None] * (rule.rows * rule.columns - len(places))))


def _is_of(series: Series, rule: HangingRule) -> bool:
    return not rule.modality or series.modality in rule.modality


def _place(
    cell: PlaceRule, rule: HangingRule, series: Sequence[Series], taken: set[tuple[str, ImageRef | None]]
) -> Placed | None:
    one_image = bool(cell.view or cell.laterality)
    for count, (item, image) in enumerate(_candidates(cell, series, one_image=one_image), 1):
        key = (item.uid, image if one_image else None)
        free = cell.again or not (key in taken or (item.uid, None) in taken)
        if free and count >= cell.nth:
            taken.add(key)
            return Placed(item, image, window_of(cell.window, rule.modality) if cell.window else None)
    return None


def _candidates(cell: PlaceRule, series: Sequence[Series], *, one_image: bool) -> Iterator[tuple[Series, ImageRef]]:
    """Series, or images of series, that fit a place, with the image to start at."""
    for item in series:
        if item.frame_count < cell.least_images:
            continue
        if cell.description and not re.search(cell.description, item.description, re.IGNORECASE):
            continue
        if cell.body_part and item.body_part.upper() not in {part.upper() for part in cell.body_part}:
            continue
        fitting = [instance for instance in item.instances if instance.frames and _image_fits(cell, instance)]
        if one_image:
            yield from ((item, ImageRef(instance.path)) for instance in fitting)
        elif fitting and len(fitting) == len([instance for instance in item.instances if instance.frames]):
            frames = [ImageRef(instance.path, frame) for instance in fitting for frame in range(instance.frames)]
            yield item, frames[len(frames) // 2 if cell.start is Start.MIDDLE else 0]


def _image_fits(cell: PlaceRule, instance: Instance) -> bool:
    if cell.view and instance.view_position.upper() not in {view.upper() for view in cell.view}:
        return False
    if cell.laterality and instance.laterality.upper()[:1] != cell.laterality:
        return False
    return cell.plane is None or plane_name(instance.planes[0] if instance.planes else None) is cell.plane
