"""Orders of k arms in which each arm takes each place equally often and follows each other arm equally often.

Williams, Aust J Sci Res A 1949;2:149: for even k one square of k rows is enough, for odd k its mirror is needed too.
For k = 2 this is AB/BA.
"""

from __future__ import annotations


def williams_rows(k: int) -> tuple[tuple[int, ...], ...]:
    """The rows of the square: k rows for even k (1 row for k = 1), 2 k rows for odd k.

    Args:
        k: Number of arms, from 1.
    """
    if k == 1:
        return ((0,),)
    first = [0]
    low, high = 1, k - 1
    while low <= high:
        first.append(low)
        if low != high:
            first.append(high)
        low, high = low + 1, high - 1
    rows = [tuple((item + shift) % k for item in first) for shift in range(k)]
    if k % 2:
        rows += [tuple(reversed(row)) for row in rows]
    return tuple(rows)
