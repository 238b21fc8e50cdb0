"""One strict reader for manifests, recipes, rules and studies: every fault is named with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import pytest

from radviewer.core.errors import InputProblem
from radviewer.core.strict_tables import Strict


class Kind(StrEnum):
    ONE = "one"
    TWO = "two"


@dataclass(frozen=True)
class Item:
    name: str
    size: float = 1.0


@dataclass(frozen=True)
class Everything:
    kind: Kind
    items: tuple[Item, ...] = ()
    pair: tuple[int, int] | None = None
    words: Mapping[str, int | str | bool] | None = None
    flag: bool = False


class OwnProblem(InputProblem):
    """A family of its own."""


def read(text: str) -> Everything:
    return Strict(OwnProblem, "file.toml").parse(text, Everything)


def test_a_whole_file_becomes_its_dataclass() -> None:
    text = """kind = "two"
pair = [1, 2]
flag = true
words = { a = 1, b = "x", c = true }
[[items]]
name = "n"
size = 3
"""
    expected = Everything(Kind.TWO, (Item("n", 3.0),), (1, 2), {"a": 1, "b": "x", "c": True}, flag=True)
    assert read(text) == expected
    assert type(read(text).items[0].size) is float


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("kind = ", "file.toml is not valid TOML", "Correct that line."),
        ('knd = "one"', "file.toml: the top level has the unknown key 'knd'.", "flag, items, kind, pair, words"),
        ("flag = true", "file.toml: the top level lacks the key 'kind'.", 'one of "one", "two"'),
        ('kind = "three"', "file.toml: kind is 'three'.", 'one of "one", "two"'),
        ('kind = "one"\nflag = 1', "file.toml: flag is 1.", "true or false"),
        ('kind = "one"\npair = [1]', "file.toml: pair is [1].", "a list of 2"),
        ('kind = "one"\npair = [1, true]', "file.toml: pair[2] is True.", "a whole number"),
        ('kind = "one"\npair = 3', "file.toml: pair is 3.", "a list, each a whole number"),
        ('kind = "one"\nitems = [{ name = "n", sise = 1 }]', "items[1: 'n'] has the unknown key 'sise'", "name, size"),
        ('kind = "one"\nitems = [{ name = "n" }, {}]', "file.toml: items[2] lacks the key 'name'.", "text in quotes"),
        ('kind = "one"\nitems = [{ name = "n", size = "big" }]', "items[1: 'n'].size is 'big'.", "a number"),
        ('kind = "one"\nitems = [4]', "file.toml: items[1] is 4.", "a table"),
        ('kind = "one"\nwords = { a = 1.5 }', "words.a is 1.5.", "a whole number or text in quotes or true or false"),
    ],
)
def test_a_fault_is_named_with_its_place_and_what_was_expected(text: str, message: str, hint: str) -> None:
    with pytest.raises(OwnProblem) as caught:
        read(text)
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_long_values_are_cut_and_no_file_is_named_where_there_is_none() -> None:
    with pytest.raises(OwnProblem) as caught:
        Strict(OwnProblem).value("x" * 200, int, "design.seed")
    assert caught.value.message.startswith("design.seed is 'xxx")
    assert len(caught.value.message) < 80
