"""Reads TOML tables into frozen dataclasses and names table and key when something does not fit.

A study with a misspelt key must not run with a default in its place: unknown keys are errors and nothing is converted,
but for whole numbers where a real one is wanted. Entries of lists are named by their position and by their `name`.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Hashable
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from radviewer.core.errors import InputProblem

T = TypeVar("T")
_NAMES: dict[Any, str] = {str: "text in quotes", int: "a whole number", float: "a number", bool: "true or false"}


@cache
def _hints(shape: Hashable) -> dict[str, Any]:
    return get_type_hints(shape)


class PlanProblem(InputProblem):
    """A study plan, or a file that it names, does not fit."""

    kind = "plan"


def table(raw: object, shape: type[T], where: str) -> T:
    """A table as an instance of the dataclass `shape`.

    Args:
        raw: What the TOML parser returned.
        shape: A dataclass; its fields are the table's keys, and fields without a default are required.
        where: The table's name for messages.

    Raises:
        PlanProblem: A key is unknown, missing or of the wrong type.
    """
    if not isinstance(raw, dict):
        raise fault(where, "a table", raw)
    fields = dataclasses.fields(shape)  # type: ignore[arg-type]
    unknown = sorted(set(raw) - {field.name for field in fields})
    if unknown:
        raise PlanProblem(
            f"{where} has the unknown key '{unknown[0]}'.",
            hint=f"Known keys are: {', '.join(sorted(field.name for field in fields))}.",
        )
    hints = _hints(cast(Hashable, shape))
    values: dict[str, Any] = {}
    for field in fields:
        if field.name in raw:
            values[field.name] = value(raw[field.name], hints[field.name], f"{where}.{field.name}")
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise PlanProblem(
                f"{where} lacks the key '{field.name}'.", hint=f"It must be {_wanted(hints[field.name])}."
            )
    return shape(**values)


def value(raw: object, hint: Any, where: str) -> Any:
    """A value of the declared type.

    Raises:
        PlanProblem: It is of another type; the message says what was expected.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return value(raw, next(choice for choice in arguments if choice is not type(None)), where)
    if origin is tuple:
        return _items(raw, arguments, where)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return table(raw, hint, where)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        if isinstance(raw, str) and raw in {member.value for member in hint}:
            return hint(raw)
        raise fault(where, _wanted(hint), raw)
    if hint is float and isinstance(raw, int) and not isinstance(raw, bool):
        return float(raw)
    if isinstance(raw, hint) and not (hint is not bool and isinstance(raw, bool)):
        return raw
    raise fault(where, _wanted(hint), raw)


def _items(raw: object, arguments: tuple[Any, ...], where: str) -> tuple[Any, ...]:
    if not isinstance(raw, list):
        raise fault(where, f"a list, each {_wanted(arguments[0])}", raw)
    if arguments[-1] is not Ellipsis and len(raw) != len(arguments):
        raise fault(where, f"a list of {len(arguments)}", raw)
    return tuple(value(item, arguments[0], f"{where}[{_label(item, index)}]") for index, item in enumerate(raw))


def _label(item: object, index: int) -> str:
    name = item.get("name") if isinstance(item, dict) else None
    return f"{index + 1}: {name!r}" if isinstance(name, str) else str(index + 1)


def fault(where: str, wanted: str, raw: object) -> PlanProblem:
    """The error for a key whose value is not what it must be."""
    text = repr(raw)
    return PlanProblem(f"{where} is {text if len(text) <= 60 else text[:57] + '...'}.", hint=f"It must be {wanted}.")


def _wanted(hint: Any) -> str:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return " or ".join(_wanted(choice) for choice in arguments if choice is not type(None))
    if origin is tuple:
        return f"a list, each {_wanted(arguments[0])}"
    if dataclasses.is_dataclass(hint):
        return "a table"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return "one of " + ", ".join(f'"{member.value}"' for member in hint)
    return _NAMES.get(hint, str(hint))
