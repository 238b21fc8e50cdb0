"""The frozen values that every multi-reader method returns, whatever formula filled them.

Degrees of freedom are real-valued and never rounded; `math.inf` stands for the normal or chi-square limit.
A number that is undefined is None, and the analysis that holds it says why in its warnings.
"""

from __future__ import annotations

from dataclasses import dataclass

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class GlobalTest:
    """Test that all conditions have the same mean.

    Attributes:
        statistic: F, or the chi-square statistic when `df2` is inf; None if nothing varies.
        df1: Numerator degrees of freedom, conditions - 1.
        df2: Denominator degrees of freedom; inf for the chi-square test of fixed readers.
        p: P value; None with the statistic.
    """

    statistic: float | None
    df1: float
    df2: float
    p: float | None


@dataclass(frozen=True, slots=True)
class ConditionMean:
    """Mean of one condition over readers.

    Attributes:
        condition: Index of the condition.
        mean: Mean of the readers' estimates.
        se: Standard error; None if it cannot be estimated.
        df: Degrees of freedom of the interval; inf is the normal.
        ci: Interval within the endpoint's range; None with the standard error.
        ci_untruncated: The same interval before it was cut at the endpoint's range.
    """

    condition: int
    mean: float
    se: float | None
    df: float
    ci: Interval | None
    ci_untruncated: Interval | None

    @property
    def truncated(self) -> bool:
        """Whether the interval was cut at the endpoint's range."""
        return self.ci != self.ci_untruncated


@dataclass(frozen=True, slots=True)
class Difference:
    """Difference a - b of two conditions' means.

    Attributes:
        a: Index of the first condition.
        b: Index of the second condition.
        difference: Mean of a less mean of b.
        se: Standard error; None if it cannot be estimated.
        df: Degrees of freedom; inf is the normal.
        statistic: difference / se; None if the standard error is zero or unknown.
        p: Two-sided p value; None with the statistic.
        ci: Two-sided 1 - alpha interval; None with the standard error.
    """

    a: int
    b: int
    difference: float
    se: float | None
    df: float
    statistic: float | None
    p: float | None
    ci: Interval | None


@dataclass(frozen=True, slots=True)
class ReaderDifference:
    """Difference a - b of two conditions for one reader, cases random; fields as in `Difference`."""

    reader: int
    a: int
    b: int
    difference: float
    se: float
    statistic: float | None
    p: float | None
    ci: Interval
