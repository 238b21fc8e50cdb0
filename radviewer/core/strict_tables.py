"""Reads TOML into frozen dataclasses and names file, table, key and expectation when something does not fit.

A manifest, a recipe or a study with a misspelt key must not run with a default in its place, so unknown keys are
errors, types are not converted (but for whole numbers where a real one is wanted), and there is no second way to write
a thing. The keys of a file are the fields of its dataclass: one place says what exists.
"""

from __future__ import annotations

import dataclasses
import tomllib
import types
from collections.abc import Hashable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from radviewer.core.errors import InputProblem

T = TypeVar("T")

_NAMES: dict[type, str] = {str: "text in quotes", int: "a whole number", float: "a number", bool: "true or false"}
_SHOWN = 60


@cache
def _hints(shape: Hashable) -> dict[str, Any]:
    return get_type_hints(shape)


class Strict:
    """Reads one file; keeps its name and the family of error for the messages.

    Args:
        problem: The error to raise.
        file: Named in messages; "" where whoever calls names it.
    """

    def __init__(self, problem: type[InputProblem], file: Path | str = "") -> None:
        self.problem = problem
        self.prefix = f"{file}: " if str(file) else ""
        self.file = str(file)

    def parse(self, text: str, shape: type[T]) -> T:
        """The file's contents as an instance of the dataclass `shape`.

        Raises:
            InputProblem: Of the family given, if the text is no TOML or does not fit.
        """
        try:
            raw = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise self.problem(f"{self.file} is not valid TOML: {error}.", hint="Correct that line.") from error
        return self.table(raw, shape)

    def table(self, raw: object, shape: type[T], where: str = "") -> T:
        """A table as an instance of the dataclass `shape`.

        Args:
            raw: What the TOML parser returned.
            shape: A dataclass; its fields are the table's keys, and fields without a default are required.
            where: The table's dotted name for messages; "" for the whole file.

        Raises:
            InputProblem: Of the family given: a key is unknown, missing or of the wrong type.
        """
        if not isinstance(raw, dict):
            raise self.fault(where, "a table", raw)
        fields = dataclasses.fields(shape)  # type: ignore[arg-type]
        known = {field.name for field in fields}
        for key in raw:
            if key not in known:
                raise self.problem(
                    f"{self.prefix}{_place(where)} has the unknown key '{key}'.",
                    hint=f"Known keys are: {', '.join(sorted(known))}.",
                )
        hints = _hints(cast(Hashable, shape))
        values: dict[str, Any] = {}
        for field in fields:
            if field.name in raw:
                name = f"{where}.{field.name}" if where else field.name
                values[field.name] = self.value(raw[field.name], hints[field.name], name)
            elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
                raise self.problem(
                    f"{self.prefix}{_place(where)} lacks the key '{field.name}'.",
                    hint=f"It must be {_expectation(hints[field.name])}.",
                )
        return shape(**values)

    def value(self, raw: object, hint: Any, where: str) -> Any:
        """A value of the declared type.

        Raises:
            InputProblem: Of the family given: it is of another type; the hint says what was expected.
        """
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in {Union, types.UnionType}:
            return self._one_of(raw, arguments, where)
        if origin is tuple:
            return self._sequence(raw, arguments, where)
        if origin in {Mapping, dict}:
            return self._mapping(raw, arguments[1], where)
        if dataclasses.is_dataclass(hint) and isinstance(hint, type):
            return self.table(raw, hint, where)
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            if isinstance(raw, str) and raw in {member.value for member in hint}:
                return hint(raw)
            raise self.fault(where, _expectation(hint), raw)
        if hint is float and isinstance(raw, int) and not isinstance(raw, bool):
            return float(raw)
        if isinstance(raw, hint) and not (hint is not bool and isinstance(raw, bool)):
            return raw
        raise self.fault(where, _expectation(hint), raw)

    def _one_of(self, raw: object, choices: tuple[Any, ...], where: str) -> Any:
        real = [choice for choice in choices if choice is not type(None)]
        if len(real) == 1:
            return self.value(raw, real[0], where)
        for choice in real:
            if type(raw) is choice:
                return raw
        raise self.fault(where, " or ".join(_expectation(choice) for choice in real), raw)

    def _sequence(self, raw: object, arguments: tuple[Any, ...], where: str) -> tuple[Any, ...]:
        if not isinstance(raw, list):
            raise self.fault(where, f"a list, each {_expectation(arguments[0])}", raw)
        if arguments[-1] is not Ellipsis and len(raw) != len(arguments):
            raise self.fault(where, f"a list of {len(arguments)}", raw)
        return tuple(
            self.value(item, arguments[0], f"{where}[{_label(item, number)}]") for number, item in enumerate(raw, 1)
        )

    def _mapping(self, raw: object, hint: Any, where: str) -> dict[str, Any]:
        if not isinstance(raw, dict):
            raise self.fault(where, "a table", raw)
        return {key: self.value(item, hint, f"{where}.{key}") for key, item in raw.items()}

    def fault(self, where: str, wanted: str, raw: object) -> InputProblem:
        """The error for a key whose value is not what it must be."""
        text = repr(raw)
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."
        return self.problem(f"{self.prefix}{where or 'the top level'} is {shown}.", hint=f"It must be {wanted}.")


def _place(where: str) -> str:
    return where or "the top level"


def _label(item: object, number: int) -> str:
    """An entry of a list by its position from 1, and by its `name` or `key` where it has one."""
    if isinstance(item, dict):
        name = item.get("name", item.get("key"))
        if isinstance(name, str):
            return f"{number}: {name!r}"
    return str(number)


def _expectation(hint: Any) -> str:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return " or ".join(_expectation(choice) for choice in arguments if choice is not type(None))
    if origin is tuple:
        return f"a list, each {_expectation(arguments[0])}"
    if origin in {Mapping, dict} or dataclasses.is_dataclass(hint):
        return "a table"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return "one of " + ", ".join(f'"{member.value}"' for member in hint)
    return _NAMES.get(hint, str(hint))
