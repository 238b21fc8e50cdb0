"""Runs every analysis of a reader study once; figures, text, tables and JSON are views of what is found here.

An analysis that the data do not allow is absent with its reason, never guessed and never fatal for the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.report.study.metadata import StudyMetadata
from radviewer.stats import advice
from radviewer.stats.calibration import Calibration, calibrate
from radviewer.stats.endpoints import Endpoint, EndpointSpec
from radviewer.stats.mrmc import Covariance, Inference, Method, MrmcResult, analyze
from radviewer.stats.noninferiority import NonInferiority, non_inferiority
from radviewer.stats.overlay_arms import overlay_arms
from radviewer.stats.pilot import planning_from_table
from radviewer.stats.power_bootstrap import PlanningDraws, planning_draws
from radviewer.stats.sample_size import Planning
from radviewer.stats.table import Columns, ReadTable, from_frame, truth_column
from radviewer.stats.uptake import (
    BootstrapPlan,
    PairedReads,
    RepeatedCalls,
    Uptake,
    UptakeColumns,
    analyse,
    conditions_of,
    paired_reads,
    repeated_calls,
)

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class StudyOptions:
    """How a study is analysed.

    Attributes:
        columns: Names of the table's columns; `rating` None leaves out ROC analysis.
        unaided: Name of the condition without AI; None finds it.
        positive: Value of truth and calls that means positive.
        rating_range: Ends of the rating scale; None for 0-1 or 0-100.
        seed: Seed of all bootstraps.
        replicates: Bootstrap samples.
        alpha: One minus the confidence level.
    """

    columns: UptakeColumns = field(default_factory=UptakeColumns)
    unaided: str | None = None
    positive: str | None = None
    rating_range: tuple[float, float] | None = None
    seed: int = 20240229
    replicates: int = 1000
    alpha: float = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class StudyAnalysis:
    """Everything that a study report says, as numbers.

    Attributes:
        options: How it was analysed.
        metadata: Facts beside the reads.
        table_sha256: Hash of the table's bytes.
        metadata_sha256: Hash of the metadata's bytes; None without metadata.
        study_sha256: Hash over both, which names the study.
        table: Reads with ratings; None without a rating column.
        calls: Reads with calls as 0 and 1; None without a call column.
        endpoints: Main analyses by endpoint, unaided condition first.
        others: The same AUC by other methods, for comparison.
        advice: Sentences where methods disagree.
        noninferiority: Test against the margin of the plan; None without one.
        pairs: Reads of each aided condition.
        uptake: Uptake of each aided condition.
        calibration: Calibration by "condition" and of the AI.
        planning: Components for sample sizes; None where unknown.
        planning_draws: The same drawn again, for the uncertainty of a planned power; None where unknown.
        absent: What could not be analysed, and why.
        repeats_sha256: Hash of the table of repeats; None without one.
        by_overlay: As `endpoints`, each aided condition divided by the types of overlay that were dealt; empty without.
        overlay_factor: The first endpoint over the types of each such condition alone.
    """

    options: StudyOptions
    metadata: StudyMetadata
    table_sha256: str
    metadata_sha256: str | None
    study_sha256: str
    table: ReadTable | None
    calls: ReadTable | None
    endpoints: dict[str, MrmcResult]
    others: tuple[MrmcResult, ...]
    advice: tuple[str, ...]
    noninferiority: tuple[NonInferiority, ...]
    pairs: tuple[PairedReads, ...]
    uptake: tuple[Uptake, ...]
    calibration: dict[str, Calibration]
    planning: Planning | None
    planning_draws: PlanningDraws | None
    absent: tuple[str, ...]
    repeats_sha256: str | None = None
    by_overlay: dict[str, MrmcResult] = field(default_factory=dict)
    overlay_factor: dict[str, MrmcResult] = field(default_factory=dict)

    @property
    def reads(self) -> ReadTable:
        """The reads, with ratings if there are any, else with calls."""
        found = self.table if self.table is not None else self.calls
        if found is None:
            raise InputProblem("The table has neither ratings nor calls.")
        return found

    @property
    def primary(self) -> MrmcResult:
        """The first analysis: AUC, else accuracy."""
        return next(iter(self.endpoints.values()))


def study_hashes(table: bytes, metadata: bytes | None) -> tuple[str, str | None, str]:
    """SHA-256 of the table, of the metadata, and of both with their lengths, in that order."""
    parts = (table, metadata or b"")
    both = hashlib.sha256(b"".join(len(part).to_bytes(8, "big") + part for part in parts)).hexdigest()
    own = None if metadata is None else hashlib.sha256(metadata).hexdigest()
    return hashlib.sha256(table).hexdigest(), own, both


def analyse_study(
    frame: pd.DataFrame, hashes: tuple[str, str | None, str], metadata: StudyMetadata, options: StudyOptions,
    repeats: tuple[pd.DataFrame, str] | None = None,
) -> StudyAnalysis:  # fmt: skip
    """Runs all analyses.

    Args:
        frame: The long table.
        hashes: From `study_hashes`.
        metadata: Facts beside the reads.
        options: Columns and settings.
        repeats: Cases that were read again under the same condition, and the SHA-256 of their table.

    Raises:
        InputProblem: The table contradicts itself, or allows no analysis at all.
        UsageProblem: A named column does not exist.
    """
    run = _Run(frame, metadata, options)
    table, calls = run.ratings(), run.calls()
    if table is None and calls is None:
        raise InputProblem("The table has neither ratings nor calls.", hint="Name a column with --rating or --call.")
    endpoints = run.endpoints(table, calls)
    others = run.other_methods(table, endpoints)
    by_overlay, factors = run.overlay_types()
    pairs = run.pairs()
    repeated = None if repeats is None else repeats[0]
    return StudyAnalysis(
        options, metadata, *hashes, table, calls, endpoints, others,
        tuple(line for other in others for line in advice.disagreement(endpoints["auc"], other)),
        run.margin_tests(endpoints), pairs, run.uptake(pairs, repeated), run.calibration(pairs),
        run.attempt("Power", lambda: planning_from_table(table or run.needed(calls), run.planning_spec(table))),
        run.planning_draws(table or calls, run.planning_spec(table)),
        tuple(run.absent), None if repeats is None else repeats[1], by_overlay, factors,
    )  # fmt: skip


class _Run:
    """The steps of one analysis; collects the reasons for what is missing."""

    def __init__(self, frame: pd.DataFrame, metadata: StudyMetadata, options: StudyOptions) -> None:
        self.metadata, self.options = metadata, options
        self.absent: list[str] = []
        self.frame, self.several = self._ordered(frame)

    def _ordered(self, frame: pd.DataFrame) -> tuple[pd.DataFrame, bool]:
        """Rows with the unaided condition first, so that conditions have a fixed order; False with only one."""
        column = self.options.columns.condition
        if frame[column].astype(str).str.strip().nunique() < 2:
            return frame, False
        base, _ = conditions_of(frame, column, self.options.unaided)
        first = frame[column].astype(str).str.strip() == base
        import pandas as pd

        return pd.concat([frame[first], frame[~first]], ignore_index=True), True

    def attempt(self, what: str, work: Callable[[], Found]) -> Found | None:
        """The result, or None with the reason noted."""
        try:
            return work()
        except InputProblem as problem:
            self.absent.append(f"{what}: {problem.message}")
            return None

    @staticmethod
    def needed(table: ReadTable | None) -> ReadTable:
        """The table, which must exist."""
        if table is None:
            raise InputProblem("There are no reads for it.")
        return table

    @staticmethod
    def planning_spec(table: ReadTable | None) -> EndpointSpec:
        """AUC with ratings, else accuracy of the calls."""
        return EndpointSpec() if table is not None else EndpointSpec(Endpoint.ACCURACY, threshold=0.5)

    def ratings(self) -> ReadTable | None:
        """Reads with ratings."""
        c = self.options.columns
        if c.rating is None:
            self.absent.append("ROC analysis: the table has no column of ratings.")
            return None
        columns = Columns(c.reader, c.case, c.condition, c.truth, c.rating)
        return from_frame(self.frame, columns, positive=self.options.positive)

    def calls(self) -> ReadTable | None:
        """Reads with calls as 0 and 1."""
        c, positive = self.options.columns, self.options.positive
        if c.call not in self.frame.columns:
            self.absent.append("Sensitivity, specificity and accuracy: the table has no column of calls.")
            return None
        text = self.frame[c.call].astype(str).str.strip()
        filled = np.asarray(~text.str.lower().isin(["", "na", "nan", "null", "none"]))
        values = np.full(len(self.frame), "", dtype=object)
        values[filled] = np.where(truth_column(self.frame[filled], c.call, positive), "1", "0")
        frame = self.frame.assign(**{"\0call": values})
        return from_frame(frame, Columns(c.reader, c.case, c.condition, c.truth, "\0call"), positive=positive)

    def endpoints(self, table: ReadTable | None, calls: ReadTable | None) -> dict[str, MrmcResult]:
        """AUC from ratings; accuracy, sensitivity and specificity from calls."""
        found: dict[str, MrmcResult] = {}
        if table is not None:
            self._keep(found, "auc", table, EndpointSpec())
        if calls is not None:
            for kind in (Endpoint.ACCURACY, Endpoint.SENSITIVITY, Endpoint.SPECIFICITY):
                self._keep(found, kind.value, calls, EndpointSpec(kind, threshold=0.5))
        if not found:
            raise InputProblem("No analysis is possible.", hint=" ".join(self.absent))
        return found

    def _keep(self, found: dict[str, MrmcResult], name: str, table: ReadTable, spec: EndpointSpec) -> None:
        inference = Inference.RRRC if len(table.readers) > 1 else Inference.FRRC
        result = self.attempt(
            f"{name} (Obuchowski-Rockette)",
            lambda: analyze(table, spec, inference=inference, alpha=self.options.alpha),
        )
        if result is None and len(table.readers) > 1:
            result = self.attempt(
                f"{name} (U-statistics)", lambda: analyze(table, spec, method=Method.USTAT, alpha=self.options.alpha)
            )
        if result is not None:
            found[name] = result

    def other_methods(self, table: ReadTable | None, endpoints: dict[str, MrmcResult]) -> tuple[MrmcResult, ...]:
        """The AUC by other covariances and by U-statistics, to see whether the conclusion depends on the method."""
        main = endpoints.get("auc")
        if table is None or main is None or main.method is Method.USTAT:
            return ()
        alpha = self.options.alpha
        ways: list[tuple[str, Callable[[], MrmcResult]]] = [
            (f"AUC with the {kind.value} covariance",
             lambda kind=kind: analyze(table, covariance=kind, inference=main.inference, alpha=alpha))  # type: ignore[misc]
            for kind in (Covariance.DELONG, Covariance.UNBIASED)
        ]  # fmt: skip
        if len(table.readers) > 1:
            ways.append(("AUC by U-statistics", lambda: analyze(table, method=Method.USTAT, alpha=alpha)))
        return tuple(found for name, work in ways if (found := self.attempt(name, work)) is not None)

    def overlay_types(self) -> tuple[dict[str, MrmcResult], dict[str, MrmcResult]]:
        """The endpoints by type of overlay, and the first one over the types of each condition alone."""
        column, kind = self.options.columns.condition, self.options.columns.overlay_type
        if kind is None:
            return {}, {}
        frame, arms = overlay_arms(self.frame, column, kind)
        if not arms:
            return {}, {}
        factors: dict[str, MrmcResult] = {}
        for name, own in arms.items():
            found = self._divided(f"{name} by type of overlay", frame[frame[column].isin(own)])
            factors |= {name: next(iter(found.values()))} if found else {}
        return self._divided("By type of overlay", frame), factors

    def _divided(self, what: str, frame: pd.DataFrame) -> dict[str, MrmcResult]:
        run = _Run(frame, self.metadata, self.options)
        found = self.attempt(what, lambda: run.endpoints(run.ratings(), run.calls())) or {}
        self.absent += [f"{what}: {line}" for line in run.absent if found]
        return found

    def planning_draws(self, table: ReadTable | None, spec: EndpointSpec) -> PlanningDraws | None:
        """The pilot's components drawn again; None where there are none, which the power itself has told."""
        if table is None or not self.several or len(table.readers) < 2:
            return None
        return self.attempt("Uncertainty of the power", lambda: planning_draws(table, spec, seed=self.options.seed))

    def margin_tests(self, endpoints: dict[str, MrmcResult]) -> tuple[NonInferiority, ...]:
        """Non-inferiority of each aided condition, if the plan has a margin."""
        margin = self.metadata.number("noninferiority_margin")
        main = next(iter(endpoints.values()))
        if margin is None or len(main.conditions) < 2:
            return ()
        return self.attempt("Non-inferiority", lambda: non_inferiority(main, margin, main.conditions[0])) or ()

    def pairs(self) -> tuple[PairedReads, ...]:
        """Reads of each aided condition with the AI's call."""
        c = self.options.columns
        missing = [name for name in (c.call, c.ai_call) if name not in self.frame.columns]
        if missing or not self.several:
            reason = f"the table has no column {missing[0]!r}" if missing else "there is only one condition"
            self.absent.append(f"Uptake of AI advice: {reason}.")
            return ()
        _, others = conditions_of(self.frame, c.condition, self.options.unaided)
        found = (self.attempt(f"Uptake under {name}", lambda name=name: self._pair(name)) for name in others)  # type: ignore[misc]
        return tuple(pair for pair in found if pair is not None)

    def _pair(self, aided: str) -> PairedReads:
        o = self.options
        return paired_reads(
            self.frame, o.columns, unaided=o.unaided, aided=aided, positive=o.positive, rating_range=o.rating_range
        )

    def uptake(self, pairs: tuple[PairedReads, ...], repeats: pd.DataFrame | None) -> tuple[Uptake, ...]:
        """Uptake of each aided condition."""
        plan = BootstrapPlan(self.options.seed, self.options.replicates, 1 - self.options.alpha)
        return tuple(analyse(reads, plan=plan, repeated=self._repeated(reads, repeats)) for reads in pairs)

    def _repeated(self, reads: PairedReads, repeats: pd.DataFrame | None) -> RepeatedCalls | None:
        if repeats is None:
            return None
        columns, positive = self.options.columns, self.options.positive
        return self.attempt("Repeated reads", lambda: repeated_calls(repeats, reads, columns, positive=positive))

    def calibration(self, pairs: tuple[PairedReads, ...]) -> dict[str, Calibration]:
        """Calibration of readers in each condition and of the AI, where there are probabilities."""
        found: dict[str, Calibration] = {}
        for reads in pairs:
            sources = ((reads.unaided, reads.rating0), (reads.aided, reads.rating1), ("AI alone", reads.ai_score))
            for name, values in sources:
                if values is not None and name not in found:
                    found[name] = self._calibrate(reads, values, per_case=name == "AI alone")
        return found

    def _calibrate(self, reads: PairedReads, values: Floats, *, per_case: bool) -> Calibration:
        used = reads.present & np.isfinite(values)
        if per_case:
            # The AI says the same to every reader; one value a case, not one a read.
            first = np.zeros_like(used)
            cases = np.flatnonzero(used.any(axis=0))
            first[used.argmax(axis=0)[cases], cases] = True
            used = first
        case = np.broadcast_to(np.arange(len(reads.cases)), used.shape)[used]
        truth = np.broadcast_to(reads.truth, used.shape)[used]
        return calibrate(
            values[used], truth.astype(float), clusters=case, level=1 - self.options.alpha, seed=self.options.seed,
            replicates=self.options.replicates,
        )  # fmt: skip
