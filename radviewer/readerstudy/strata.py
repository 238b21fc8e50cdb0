"""Divides cases into groups that are alike in truth and in whether the AI is right.

Cases of one stratum are shuffled and dealt in turn, and the deal goes on where the last stratum ended. So the groups
differ by at most one case in each stratum and by at most one case in all.
"""

from __future__ import annotations

from collections.abc import Sequence

from radviewer.readerstudy.plan import Case, ReaderStudyPlan
from radviewer.readerstudy.randomness import HashStream

Stratum = tuple[bool, bool | None]


def stratum_of(plan: ReaderStudyPlan, case: Case) -> Stratum:
    """(truth is positive, AI is right); the second is None without AI output."""
    return case.truth.positive, plan.ai_right(case)


def strata(plan: ReaderStudyPlan, cases: Sequence[Case]) -> dict[Stratum, list[Case]]:
    """The cases of each stratum, strata in a fixed order, cases in the plan's."""
    found: dict[Stratum, list[Case]] = {}
    for case in sorted(cases, key=lambda case: str(stratum_of(plan, case))):
        found.setdefault(stratum_of(plan, case), []).append(case)
    return found


def deal(plan: ReaderStudyPlan, cases: Sequence[Case], count: int, stream: HashStream) -> list[list[Case]]:
    """Divides cases into `count` groups, balanced on the strata.

    Args:
        plan: For the strata.
        cases: To divide.
        count: Number of groups, from 1.
        stream: The source of chance.
    """
    groups: list[list[Case]] = [[] for _ in range(count)]
    turn = stream.below(count)
    for members in strata(plan, cases).values():
        for case in stream.shuffled(members):
            groups[turn % count].append(case)
            turn += 1
    return groups


def pick(plan: ReaderStudyPlan, cases: Sequence[Case], total: int, stream: HashStream) -> list[Case]:
    """Some of the cases, spread over the strata in proportion (largest remainders).

    Args:
        plan: For the strata.
        cases: To pick from.
        total: How many; no more than there are.
        stream: The source of chance.
    """
    parts = list(strata(plan, cases).values())
    wanted = [min(total, len(cases)) * len(members) / max(1, len(cases)) for members in parts]
    counts = [int(share) for share in wanted]
    # Ties between remainders are broken by chance, not by the order of the strata.
    ranked = sorted(stream.shuffled(range(len(parts))), key=lambda index: wanted[index] - counts[index], reverse=True)
    for index in ranked[: min(total, len(cases)) - sum(counts)]:
        counts[index] += 1
    return [case for members, count in zip(parts, counts, strict=True) for case in stream.shuffled(members)[:count]]


def share_of(share: float, n: int) -> int:
    """The number of cases that a share of n stands for: rounded, but at least one where the share is not 0."""
    return max(1, round(share * n)) if share > 0 and n else 0
