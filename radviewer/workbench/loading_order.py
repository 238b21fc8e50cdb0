"""In which order a stack is best decoded: the first, the middle and the last image, then what lies between."""

from __future__ import annotations


def loading_order(count: int) -> tuple[int, ...]:
    """Indices of a stack of `count` images: first, middle, last, then the rest in reading order."""
    ahead = tuple(dict.fromkeys((0, count // 2, count - 1))) if count > 0 else ()
    return ahead + tuple(index for index in range(count) if index not in ahead)
