"""A stream of random numbers that will be the same in ten years: SHA-256 of seed, purpose and a counter.

A schedule must be reproducible from its seed by another program, and numpy promises the same stream only for its bit
generators, not for `shuffle` or `choice` (NEP 19). Here every step is written down: numbers are read from the blocks
SHA-256(seed ":" purpose ":" counter) as big-endian 64-bit words, integers below n by rejection (no bias), and
shuffles by Fisher and Yates from the end (Durstenfeld, Commun ACM 1964;7:420).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")
_WORD = 2**64


class HashStream:
    """Random numbers for one purpose.

    Args:
        seed: The study's seed.
        purpose: Words that keep streams of one study apart, for example "order R1 period 2".
    """

    __slots__ = ("_counter", "_prefix", "_words")

    def __init__(self, seed: int, purpose: str) -> None:
        self._prefix = f"{seed}:{purpose}:"
        self._counter = 0
        self._words: list[int] = []

    def word(self) -> int:
        """The next number from 0 to 2**64 - 1."""
        if not self._words:
            block = hashlib.sha256(f"{self._prefix}{self._counter}".encode()).digest()
            self._words = [int.from_bytes(block[at : at + 8], "big") for at in (24, 16, 8, 0)]
            self._counter += 1
        return self._words.pop()

    def below(self, n: int) -> int:
        """A number from 0 to n - 1, all equally likely."""
        limit = _WORD - _WORD % n
        while (word := self.word()) >= limit:
            pass
        return word % n

    def uniform(self) -> float:
        """A number from 0 up to, not including, 1 (53 bits)."""
        return (self.word() >> 11) / 2**53

    def shuffled(self, items: Iterable[T]) -> list[T]:
        """The items in random order."""
        found = list(items)
        for last in range(len(found) - 1, 0, -1):
            other = self.below(last + 1)
            found[last], found[other] = found[other], found[last]
        return found
