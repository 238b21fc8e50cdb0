"""Tail areas and quantiles with one convention: infinite degrees of freedom mean the normal distribution.

Obuchowski-Rockette tests with fixed readers use the normal and chi-square limits of the t and F tests with
random readers. Writing `math.inf` for their degrees of freedom keeps one code path for all of them.
scipy.special is used directly because importing scipy.stats alone takes longer than most analyses.
"""

from __future__ import annotations

import math

import numpy as np
from scipy import special


def two_sided_p(statistic: float, df: float) -> float:
    """Probability that |t| with `df` degrees of freedom exceeds |statistic|; df = inf is the normal."""
    return float(min(1.0, 2.0 * lower_tail(-abs(statistic), df)))


def lower_tail(statistic: float, df: float) -> float:
    """P(T <= statistic) for Student's t with `df` > 0 real-valued degrees of freedom, or inf."""
    if math.isinf(df):
        return float(special.ndtr(statistic))
    return float(special.stdtr(df, statistic))


def quantile(probability: float, df: float) -> float:
    """The `probability` quantile of Student's t with `df` degrees of freedom; df = inf is the normal."""
    if math.isinf(df):
        return float(special.ndtri(probability))
    return float(special.stdtrit(df, probability))


def f_upper_tail(statistic: float, df1: float, df2: float) -> float:
    """P(F > statistic) for F(df1, df2); with df2 = inf, df1 * F is chi-square with df1 degrees of freedom."""
    if math.isinf(df2):
        return float(special.chdtrc(df1, df1 * statistic))
    return float(special.fdtrc(df1, df2, statistic))


def chi2_upper_tail(statistic: float, df: float) -> float:
    """P(X > statistic) for the chi-square distribution with `df` degrees of freedom."""
    return float(special.chdtrc(df, statistic))


def chi2_quantile(probability: float, df: float) -> float:
    """The `probability` quantile of the chi-square distribution with `df` degrees of freedom."""
    return float(special.chdtri(df, 1.0 - probability))


def symmetric_interval(center: float, se: float, df: float, alpha: float) -> tuple[float, float]:
    """The two-sided 1 - alpha interval center +- t se."""
    half = quantile(1.0 - alpha / 2.0, df) * se
    return center - half, center + half


def noncentral_f_upper_tail(statistic: float, df1: float, df2: float, noncentrality: float) -> float:
    """P(F' > statistic) for the noncentral F distribution, as a Poisson mixture of beta tails.

    The mixture is summed to the limit of double precision; library routines stop at about nine digits. With
    df2 = inf, df1 * F' is noncentral chi-square.

    Args:
        statistic: At least 0.
        df1: Numerator degrees of freedom.
        df2: Denominator degrees of freedom, or inf.
        noncentrality: lambda, at least 0.
    """
    half = noncentrality / 2.0
    reach = 12.0 * math.sqrt(half) + 60.0
    k = np.arange(max(0.0, math.floor(half - reach)), math.ceil(half + reach) + 1.0)
    weights = np.exp(special.xlogy(k, half) - half - special.gammaln(k + 1.0))
    if math.isinf(df2):
        tails = special.gammaincc(df1 / 2.0 + k, df1 * statistic / 2.0)
    else:
        tails = special.betainc(df2 / 2.0, df1 / 2.0 + k, df2 / (df2 + df1 * statistic))
    return float(min(1.0, (weights * tails).sum()))
