"""Reads TOML into frozen dataclasses and names file, table, key and expectation when something does not fit.

A manifest or a recipe with a misspelt key must not run with a default in its place, so unknown keys are errors, types
are not converted (but for whole numbers where a real one is wanted), and there is no second way to write a thing.
The keys of a file are the fields of its dataclass: one place says what exists.
"""

from __future__ import annotations

import dataclasses
import tomllib
import types
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import tomli_w

from radviewer.core.errors import InputProblem

T = TypeVar("T")

_NAMES: dict[type, str] = {str: "text in quotes", int: "a whole number", float: "a number", bool: "true or false"}


class Strict:
    """Reads one file; keeps its name and the family of error for the messages.

    Args:
        file: Named in messages.
        problem: The error to raise.
    """

    def __init__(self, file: Path | str, problem: type[InputProblem]) -> None:
        self.file = str(file)
        self.problem = problem

    def parse(self, text: str, shape: type[T]) -> T:
        """The file's contents as an instance of the dataclass `shape`.

        Raises:
            InputProblem: Of the family given, if the text is no TOML or does not fit.
        """
        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise self.problem(f"{self.file} is not valid TOML: {error}.", hint="Correct that line.") from error
        return self.table(table, shape, "")

    def table(self, table: object, shape: type[T], where: str) -> T:
        """A table as an instance of the dataclass `shape`; `where` is its dotted name."""
        if not isinstance(table, dict):
            raise self.fault(where, "a table", table)
        hints = get_type_hints(shape)
        fields = dataclasses.fields(shape)  # type: ignore[arg-type]
        known = {field.name for field in fields}
        for key in table:
            if key not in known:
                raise self.problem(
                    f"{self.file}: {_place(where)} has the unknown key '{key}'.",
                    hint=f"Known keys are: {', '.join(sorted(known))}.",
                )
        values: dict[str, Any] = {}
        for field in fields:
            name = f"{where}.{field.name}" if where else field.name
            if field.name in table:
                values[field.name] = self.value(table[field.name], hints[field.name], name)
            elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
                wanted = _expectation(hints[field.name])
                raise self.problem(
                    f"{self.file}: {_place(where)} lacks the key '{field.name}'.", hint=f"It must be {wanted}."
                )
        return shape(**values)

    def value(self, value: object, hint: Any, where: str) -> Any:
        """A value of the declared type, or the error that says what was expected."""
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in {Union, types.UnionType}:
            return self._one_of(value, arguments, where)
        if origin is tuple:
            return self._sequence(value, arguments, where)
        if origin in {Mapping, dict}:
            return self._mapping(value, arguments[1], where)
        if dataclasses.is_dataclass(hint):
            return self.table(value, hint if isinstance(hint, type) else type(hint), where)
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            if isinstance(value, str) and value in {member.value for member in hint}:
                return hint(value)
            raise self.fault(where, _expectation(hint), value)
        if hint is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
            return value
        raise self.fault(where, _expectation(hint), value)

    def _one_of(self, value: object, choices: tuple[Any, ...], where: str) -> Any:
        real = [choice for choice in choices if choice is not type(None)]
        if len(real) == 1:
            return self.value(value, real[0], where)
        for choice in real:
            if type(value) is choice:
                return value
        wanted = " or ".join(_expectation(choice) for choice in real)
        raise self.fault(where, wanted, value)

    def _sequence(self, value: object, arguments: tuple[Any, ...], where: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise self.fault(where, f"a list, each {_expectation(arguments[0])}", value)
        if arguments[-1] is not Ellipsis and len(value) != len(arguments):
            raise self.fault(where, f"a list of {len(arguments)}", value)
        return tuple(self.value(item, arguments[0], f"{where}[{index}]") for index, item in enumerate(value))

    def _mapping(self, value: object, hint: Any, where: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self.fault(where, "a table", value)
        return {key: self.value(item, hint, f"{where}.{key}") for key, item in value.items()}

    def fault(self, where: str, wanted: str, value: object) -> InputProblem:
        """The error for a key whose value is not what it must be."""
        return self.problem(f"{self.file}: '{where}' is {_shown(value)}.", hint=f"It must be {wanted}.")


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


def _place(where: str) -> str:
    return f"table [{where}]" if where else "the top level"


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


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
