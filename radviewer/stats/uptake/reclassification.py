"""Net reclassification by AI: components for positive and negative cases, never only their sum.

Source: Pencina et al., Stat Med 2008;27:157; for one threshold the components equal the changes of sensitivity
and specificity. The published standard error takes reads as independent and is labelled naive.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from radviewer.stats.uptake.interval import CHANGE, Estimate, estimate, ratio
from radviewer.stats.uptake.reads import PairedReads


@dataclass(frozen=True, slots=True)
class NaiveNri:
    """Counts and the published test, which ignores that reads share readers and cases.

    Attributes:
        up_positive: Positive reads moved up to a positive call.
        down_positive: Positive reads moved down.
        up_negative: Negative reads moved up.
        down_negative: Negative reads moved down.
        se: Null standard error for independent reads; None where a class is absent.
        z: NRI / se; None where se is 0 or not defined.
    """

    up_positive: int
    down_positive: int
    up_negative: int
    down_negative: int
    se: float | None
    z: float | None


def reclassification(reads: PairedReads, level: float = 0.95) -> dict[str, Estimate]:
    """NRI and its two components, with intervals over readers and cases."""
    change = reads.call1.astype(np.float64) - reads.call0
    event = ratio(change, reads.present & reads.truth)
    other = ratio(-change, reads.present & ~reads.truth)
    return {
        "NRI_event": estimate(event, bounds=CHANGE, null=0.0, level=level),
        "NRI_nonevent": estimate(other, bounds=CHANGE, null=0.0, level=level),
        "NRI": estimate(event.plus(other), bounds=(-2.0, 2.0), null=0.0, level=level),
    }


def naive_nri(reads: PairedReads) -> NaiveNri:
    """The counts behind the NRI and its naive z."""
    up, down = ~reads.call0 & reads.call1 & reads.present, reads.call0 & ~reads.call1 & reads.present
    positive = reads.truth[None, :]
    up1, down1 = int((up & positive).sum()), int((down & positive).sum())
    up0, down0 = int((up & ~positive).sum()), int((down & ~positive).sum())
    n1, n0 = int((reads.present & positive).sum()), int((reads.present & ~positive).sum())
    if not n1 or not n0:
        return NaiveNri(up1, down1, up0, down0, None, None)
    se = float(np.sqrt((up1 + down1) / n1**2 + (up0 + down0) / n0**2))
    nri = (up1 - down1) / n1 + (down0 - up0) / n0
    return NaiveNri(up1, down1, up0, down0, se, nri / se if se > 0 else None)
