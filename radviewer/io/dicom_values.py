"""Values of elements, read so that a damaged one is missing and not a crash.

pydicom converts an element when it is asked for, and says what is wrong with it by a dozen kinds of exception.
"""

from __future__ import annotations

import struct
from typing import Any

from pydicom.dataset import Dataset
from pydicom.errors import BytesLengthException, InvalidDicomError

from radviewer.io.quiet import collecting

VALUE_ERRORS = (
    ValueError, TypeError, AttributeError, LookupError, NotImplementedError, OverflowError, RecursionError,
    OSError, EOFError,
    struct.error, BytesLengthException, InvalidDicomError,
)  # fmt: skip


def text(dataset: Dataset, keyword: str) -> str:
    """A text attribute as one line without control characters; empty if absent or unreadable."""
    return clean(value(dataset, keyword))


def value(dataset: Dataset, keyword: str) -> Any:
    """An attribute's value, or None where it is absent or cannot be read."""
    with collecting():
        try:
            return dataset.get(keyword)
        except VALUE_ERRORS:
            return None


def clean(raw: Any) -> str:
    """Any value as one line of printable text, with several values joined by a backslash as DICOM writes them."""
    if raw is None:
        return ""
    joined = "\\".join(map(str, raw)) if isinstance(raw, list | tuple) or _is_multi(raw) else str(raw)
    return "".join(character if character.isprintable() else " " for character in joined).strip()


def _is_multi(raw: Any) -> bool:
    return type(raw).__name__ in ("MultiValue", "Sequence")


def numbers(dataset: Dataset, keyword: str) -> tuple[float, ...]:
    """A numeric attribute's values as finite floats; empty if absent, and if any of them is no finite number."""
    raw = value(dataset, keyword)
    if raw is None or raw == "":
        return ()
    items = list(raw) if _is_multi(raw) or isinstance(raw, list | tuple) else [raw]
    try:
        result = tuple(float(item) for item in items)
    except (TypeError, ValueError, OverflowError):
        return ()
    return result if all(abs(item) < float("inf") for item in result) else ()


def number(dataset: Dataset, keyword: str) -> float | None:
    """The first value of a numeric attribute, or None."""
    found = numbers(dataset, keyword)
    return found[0] if found else None
