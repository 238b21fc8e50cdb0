"""One way to write a value as bytes, so that a hash of a plan, a schedule or a record means the same everywhere.

Sorted keys, no spaces, UTF-8, and no numbers that JSON cannot hold. Floats are written by Python's shortest form that
reads back to the same number, which all supported versions share (PEP 3101, David Gay's algorithm).
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any

from radviewer.core.errors import InternalError

LATER: Mapping[str, bool] = MappingProxyType({"later": True})
"""Metadata of a field that came after studies had been frozen: it is left out where it has its default, so that plans
and schedules that do not use it keep their hashes."""


def plain(value: Any) -> Any:
    """A value of dataclasses, mappings, tuples and enumerations as plain JSON values.

    Raises:
        InternalError: A type has no JSON form.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | str | int | float):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if not (field.metadata.get("later") and getattr(value, field.name) == field.default)
        }
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    raise InternalError(f"A {type(value).__name__} has no canonical form.")


def canonical(value: Any) -> str:
    """The canonical JSON text of a value.

    Raises:
        InternalError: A number is not finite, or a type has no JSON form.
    """
    try:
        return json.dumps(plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    except ValueError as error:
        raise InternalError(f"A value has no canonical form: {error}.") from error


def digest(value: Any) -> str:
    """SHA-256 of the canonical text, in hexadecimal."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()
