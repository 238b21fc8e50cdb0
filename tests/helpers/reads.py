"""A small simulated with/without-AI study, so that tests of uptake and reports need no file."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pandas as pd

from radviewer.stats.uptake import PairedReads

HEADER = ("reader", "experience", "condition", "case", "truth", "rating", "call", "ai_score", "ai_call", "time_s")


def simulated_study(readers: int = 4, cases: int = 40, seed: int = 7) -> pd.DataFrame:
    """Readers with different skill, an AI of accuracy about 0.8, and partial uptake of its advice."""
    generator = np.random.default_rng(seed)
    truth = np.arange(cases) % 2
    evidence = np.where(truth == 1, 1.0, -1.0) + generator.normal(0, 1, cases)
    score = 1 / (1 + np.exp(-1.5 * evidence))
    rows = []
    for reader in range(readers):
        own = np.where(truth == 1, 0.8, -0.8) + generator.normal(0, 1 + 0.2 * reader, cases)
        weight = 0.2 + 0.6 * reader / max(readers - 1, 1)
        for name, logit in (("unaided", own), ("aided", own + weight * 1.5 * evidence)):
            rating = np.clip(np.round(1 / (1 + np.exp(-logit)), 2), 0, 1)
            time = np.exp(generator.normal(3.4 if name == "unaided" else 3.3, 0.3, cases))
            rows += [
                (
                    f"R{reader + 1}", "senior" if reader < readers / 2 else "junior", name, f"c{case + 1:03d}",
                    int(truth[case]), float(rating[case]), int(rating[case] >= 0.5), round(float(score[case]), 4),
                    int(score[case] >= 0.5), round(float(time[case]), 1),
                )
                for case in range(cases)
            ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(HEADER))


def write_study(path: Path, frame: pd.DataFrame) -> Path:
    """Writes a study as CSV."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(frame.columns)
        writer.writerows(frame.itertuples(index=False))
    return path


def pairs(call0: object, call1: object, ai: object, truth: object) -> PairedReads:
    """Pairs from plain arrays (readers x cases) of 0 and 1."""
    first, second, machine = (np.atleast_2d(np.asarray(x, dtype=np.bool_)) for x in (call0, call1, ai))
    r, n = first.shape
    return PairedReads(
        tuple(f"R{j}" for j in range(r)), tuple(f"c{k}" for k in range(n)), np.asarray(truth, dtype=np.bool_),
        np.ones((r, n), dtype=np.bool_), first, second, np.broadcast_to(machine, (r, n)),
    )  # fmt: skip
