"""Writes frozen dataclasses as TOML that `core.strict_tables` reads back to equal ones."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import tomli_w


def dump(value: Any) -> str:
    """A dataclass as TOML that `Strict.parse` reads back to an equal one; fields that are None are left out."""
    return tomli_w.dumps(_plain(value), multiline_strings=False)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {name: _plain(item) for name, item in pairs if item is not None}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, StrEnum) else value
