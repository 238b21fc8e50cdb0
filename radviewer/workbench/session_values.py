"""Frozen values as plain JSON and back, by the types that their fields declare.

Only the types that a display state is made of are known. A table of grey values (VOI LUT) is left out: the image brings
its own. A field that is missing takes its default, one that is unknown is left out, so that a note of another version
of the program is still of use.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from radviewer.core.errors import RadviewerError
from radviewer.core.image import LookupTable

T = TypeVar("T")
_UNION = (Union, types.UnionType)


class Unreadable(ValueError):
    """A plain value is not of the type that is asked for."""


def to_plain(value: object) -> Any:
    """A value as JSON has it.

    Raises:
        Unreadable: It holds something that has no plain form.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, LookupTable):
        return None
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted((to_plain(item) for item in value), key=str)
    if is_dataclass(value):
        return {item.name: to_plain(getattr(value, item.name)) for item in fields(value)}
    raise Unreadable(f"{type(value).__name__} has no plain form")


def from_plain(kind: type[T], raw: object) -> T:
    """The value of a type, from its plain form.

    Raises:
        Unreadable: The plain form is not of that type.
    """
    return cast(T, _read(kind, raw))


def _read(kind: Any, raw: object) -> object:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in _UNION:
        return _one_of(inner, raw)
    if origin is tuple:
        return _tuple(inner, raw)
    if origin is frozenset:
        return frozenset(_read(inner[0], item) for item in _list(raw))
    if kind is type(None) or kind in (bool, int, float, str):
        return _simple(kind, raw)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(raw)
    if kind is Path:
        return Path(str(_simple(str, raw)))
    if is_dataclass(kind) and kind is not LookupTable:
        return _dataclass(kind, raw)
    raise Unreadable(f"{kind} cannot be read")


def _simple(kind: Any, raw: object) -> object:
    if kind is float and type(raw) is int:
        return float(raw)
    if type(raw) is not kind:
        raise Unreadable(f"{raw!r} is no {kind.__name__}")
    return raw


def _one_of(kinds: tuple[Any, ...], raw: object) -> object:
    for kind in kinds:
        try:
            return _read(kind, raw)
        except ValueError:
            continue
    raise Unreadable(f"{raw!r} is none of {kinds}")


def _tuple(kinds: tuple[Any, ...], raw: object) -> tuple[object, ...]:
    items = _list(raw)
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_read(kinds[0], item) for item in items)
    if len(items) != len(kinds):
        raise Unreadable(f"{raw!r} has not {len(kinds)} parts")
    return tuple(_read(kind, item) for kind, item in zip(kinds, items, strict=True))


def _list(raw: object) -> list[object]:
    if not isinstance(raw, list):
        raise Unreadable(f"{raw!r} is no list")
    return raw


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _dataclass(kind: Any, raw: object) -> object:
    if not isinstance(raw, dict):
        raise Unreadable(f"{raw!r} is no {kind.__name__}")
    hints = _hints(kind)
    values = {}
    for item in fields(kind):
        if item.name in raw:
            values[item.name] = _read(hints[item.name], raw[item.name])
        elif item.default is MISSING and item.default_factory is MISSING:
            raise Unreadable(f"{kind.__name__} has no {item.name}")
    try:
        return kind(**values)
    except RadviewerError as error:
        raise Unreadable(f"{kind.__name__} cannot be made: {error}") from error
