"""The family of errors of a study plan: the table and key that do not fit, and what was expected."""

from __future__ import annotations

from radviewer.core.errors import InputProblem


class PlanProblem(InputProblem):
    """A study plan, or a file that it names, does not fit."""

    kind = "plan"
