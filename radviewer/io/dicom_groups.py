"""Attributes of one frame of an enhanced multi-frame object: its own functional groups, else the shared ones.

PS3.3 C.7.6.16: a macro stands either in the Shared or in the Per-Frame Functional Groups Sequence, as a sequence with
one item. For other objects the frame's attributes are the data set's own.
"""

from __future__ import annotations

from pydicom.dataset import Dataset

from radviewer.io.dicom_values import value


def macro(dataset: Dataset, frame: int, keyword: str) -> Dataset | None:
    """The first item of a functional group macro of a frame, or None."""
    own = _item(dataset, "PerFrameFunctionalGroupsSequence", frame)
    shared = _item(dataset, "SharedFunctionalGroupsSequence", 0)
    for group in (own, shared):
        found = _item(group, keyword, 0) if group is not None else None
        if found is not None:
            return found
    return None


def source(dataset: Dataset, frame: int, sequence: str, keyword: str) -> Dataset | None:
    """The data set that holds an attribute for a frame: the macro, or the top level, or None."""
    found = macro(dataset, frame, sequence)
    if found is not None and keyword in found:
        return found
    return dataset if keyword in dataset else None


def _item(dataset: Dataset, keyword: str, index: int) -> Dataset | None:
    items = value(dataset, keyword)
    try:
        item = items[index] if items is not None and index < len(items) else None
    except (TypeError, IndexError, KeyError):
        return None
    return item if isinstance(item, Dataset) else None
