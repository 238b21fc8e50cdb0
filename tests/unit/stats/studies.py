"""Small studies for tests: random ones with ties, and tables built from rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from radviewer.stats.table import ReadTable

# A busy machine must not fail a property: time is measured by the benchmarks.
unhurried = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def study(ratings: np.ndarray, truth: np.ndarray, read: np.ndarray | None = None) -> ReadTable:
    """A table from arrays (t, r, n) and (n,)."""
    t, r, n = ratings.shape
    seen = np.ones(ratings.shape, dtype=bool) if read is None else read
    return ReadTable(
        readers=tuple(f"r{j}" for j in range(r)),
        conditions=tuple(f"c{i}" for i in range(t)),
        cases=tuple(f"k{k}" for k in range(n)),
        truth=np.asarray(truth, dtype=bool),
        ratings=np.where(seen, ratings, np.nan),
        read=seen,
    )


def random_study(
    seed: int, t: int = 2, r: int = 4, positives: int = 14, negatives: int = 17, *, levels: int = 5, missing: float = 0
) -> ReadTable:
    """A random study with tied ratings and, if wanted, a share of missing reads."""
    rng = np.random.default_rng(seed)
    truth = np.r_[np.zeros(negatives), np.ones(positives)].astype(bool)
    rng.shuffle(truth)
    skill = rng.normal(1.2, 0.4, (t, r, 1))
    case = rng.normal(0, 0.7, truth.size)
    raw = skill * truth + case + rng.normal(0, 0.8, (t, r, truth.size))
    ratings = np.clip(np.round(raw * 1.2 + 2), 0, levels).astype(float)
    read = rng.random(ratings.shape) >= missing
    return study(ratings, truth, read)


def long_frame(table: ReadTable) -> pd.DataFrame:
    """The table as rows, in the order condition, reader, case."""
    rows = [
        (table.readers[j], table.cases[k], table.conditions[i], int(table.truth[k]), table.ratings[i, j, k])
        for i, j, k in np.argwhere(table.read)
    ]
    return pd.DataFrame(rows, columns=["reader", "case", "condition", "truth", "rating"])


def psi_matrix(positives: np.ndarray, negatives: np.ndarray) -> np.ndarray:
    """(n1, n0) of 1, one half and 0: the definition, for checking everything that avoids it."""
    x, y = positives[:, None], negatives[None, :]
    return (x > y) + 0.5 * (x == y)


ratings_and_truth = st.integers(2, 9).flatmap(
    lambda n1: st.integers(2, 9).flatmap(
        lambda n0: st.tuples(
            hnp.arrays(np.float64, (2, 3, n1 + n0), elements=st.integers(0, 4).map(float)),
            st.just(np.r_[np.ones(n1), np.zeros(n0)].astype(bool)),
        )
    )
)
