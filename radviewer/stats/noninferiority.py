"""Non-inferiority against a margin, followed by superiority, in a fixed sequence.

A new condition is not inferior if the lower limit of the interval of new - reference lies above -margin; for
endpoints where less is better (errors, times) the upper limit must lie below +margin. Each side is tested at
alpha / 2, so the two-sided 1 - alpha interval decides. Superiority is tested only after non-inferiority is
shown, which keeps the overall error at alpha / 2.

Sources: Chen, Petrick & Sahiner, Acad Radiol 19 (2012) 1158; FDA, Non-Inferiority Clinical Trials (2016).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from radviewer.core.errors import UsageProblem
from radviewer.stats import distributions as dist
from radviewer.stats.mrmc_result import MrmcResult
from radviewer.stats.results import Difference


@dataclass(frozen=True, slots=True)
class NonInferiority:
    """One condition against the reference.

    Attributes:
        condition: Name of the new condition.
        reference: Name of the reference condition.
        margin: Largest loss that still counts as not inferior, > 0.
        difference: New - reference.
        limit: The limit of the interval that is compared with the margin; None without a standard error.
        p: One-sided p value of non-inferiority; None without a test.
        noninferior: Whether it was shown; None if the test is undefined.
        superior: Whether superiority was shown after that; None if the test is undefined.
    """

    condition: str
    reference: str
    margin: float
    difference: float
    limit: float | None
    p: float | None
    noninferior: bool | None
    superior: bool | None


def non_inferiority(result: MrmcResult, margin: float, reference: str | None = None) -> tuple[NonInferiority, ...]:
    """Tests every other condition against the reference.

    Args:
        result: A multi-reader analysis with at least two conditions.
        margin: > 0, in units of the endpoint.
        reference: Name of the reference condition; the first by default.

    Raises:
        UsageProblem: The margin is not positive, or the reference is not a condition.
    """
    if not (margin > 0.0 and math.isfinite(margin)):
        raise UsageProblem(f"A margin of {margin} is not possible.", hint="Use a number above zero.")
    name = result.conditions[0] if reference is None else reference
    if name not in result.conditions:
        raise UsageProblem(f"There is no condition {name!r}.", hint=f"Conditions are: {', '.join(result.conditions)}.")
    base = result.conditions.index(name)
    return tuple(_one(result, pair, base, margin) for pair in result.pairs if base in (pair.a, pair.b))


def _one(result: MrmcResult, pair: Difference, base: int, margin: float) -> NonInferiority:
    new = pair.b if pair.a == base else pair.a
    sign = 1.0 if pair.a == new else -1.0
    difference = sign * pair.difference
    names = result.conditions[new], result.conditions[base]
    if pair.se is None or pair.se == 0.0:
        return NonInferiority(*names, margin, difference, None, None, None, None)
    gain = difference if result.endpoint.higher_is_better else -difference
    low, _ = dist.symmetric_interval(gain, pair.se, pair.df, result.alpha)
    p = dist.lower_tail(-(gain + margin) / pair.se, pair.df)
    limit = low if result.endpoint.higher_is_better else -low
    noninferior = low > -margin
    return NonInferiority(*names, margin, difference, limit, p, noninferior, noninferior and low > 0.0)
