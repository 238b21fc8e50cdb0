"""The study's own table of reads for the statistics window: written anew when calls arrive, with the audit's verdict.

It holds truth beside calls, so it exists only after the unblinding was recorded, lies in a private folder while the
statistics are open, and is removed with them.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.audit import Verdict
from radviewer.readerstudy.exchange.rows import long_table
from radviewer.readerstudy.opened import OpenedStudy, open_study
from radviewer.readerstudy.study_store import StudyStore
from radviewer.workbench.reading_export import write_private


class LiveResults:
    """Two files that follow a study. Used by one thread.

    Args:
        store: Open with the administrator's key.
    """

    def __init__(self, store: StudyStore) -> None:
        self._store = store
        self.folder = Path(tempfile.mkdtemp(prefix="radviewer-study-"))  # readable by the user only
        self.table = self.folder / "reads.csv"
        self.metadata = self.folder / "metadata.toml"
        self._seq = -1

    def refresh(self) -> bool:
        """Writes both files if anything was recorded since; returns whether they are new.

        Raises:
            InputProblem: The study is blinded, or there is no call yet.
        """
        self._store.require_unblinded()
        if self._store.ledger.head().seq == self._seq:
            return False
        opened = open_study(self._store)
        table = long_table(opened)
        if not table.rows:
            raise InputProblem("There is no call yet.", hint="Open the statistics when readers have begun.")
        verdict, notes = self._store.verify()
        facts = metadata(opened, verdict, notes)
        import tomli_w

        write_private(self.metadata, tomli_w.dumps(facts).encode(), replace=True)
        write_private(self.table, table.csv().encode(), replace=True)
        self._seq = opened.head.seq
        return True

    def close(self) -> None:
        """Removes the files."""
        shutil.rmtree(self.folder, ignore_errors=True)


def metadata(opened: OpenedStudy, verdict: Verdict, notes: tuple[str, ...]) -> dict[str, Any]:
    """What the study knows beside its reads, in the words of the report's metadata."""
    plan = opened.plan
    design, limits = plan.design, plan.limits
    study: dict[str, Any] = {
        "design": design.kind.value,
        "washout_days": design.washout_days,
        "reading_order": f"{opened.schedule.algorithm}, seed {opened.schedule.seed}, "
        f"counterbalanced over {design.counterbalance.value}; schedule {opened.schedule.hash[:16]}",
        "blinding": "Truth and calls sealed to the administrator until the unblinding, which is in the ledger.",
        "reference_standard": "; ".join(sorted({case.truth.source for case in plan.cases})),
        "reader_training": f"{sum(case.training for case in plan.cases)} practice cases"
        + (" with feedback" if design.feedback else ""),
    }
    if design.sham_share:
        study["case_selection"] = f"Sham advice in {design.sham_share:.0%} of the cases, declared in the plan."
    if limits.case_seconds:
        study["setting"] = f"Time limit of {limits.case_seconds:g} s for a case, shown and not enforced."
    facts: dict[str, Any] = {
        "title": plan.study.title + (" (SIMULATED READERS)" if plan.study.simulated else ""),
        "study": study,
        "audit": _audit(verdict, notes),
    }
    if plan.model is not None:
        facts["model"] = {"name": plan.model.id, "version": plan.model.version,
                          "operating_point": str(plan.model.operating_point)}  # fmt: skip
        if plan.model.sha256:
            facts["model"]["sha256"] = plan.model.sha256
    overrides = [
        {"what": f"The washout before period {record.data['period']} of {record.reader} was overridden.",
         "why": str(record.data["reason"]), "date": str(record.data["utc"])[:10]}
        for record in opened.overrides
    ]  # fmt: skip
    facts["deviations"] = overrides
    return facts


def _audit(verdict: Verdict, notes: tuple[str, ...]) -> dict[str, Any]:
    said = "; ".join((*verdict.faults, *notes)) or "the chain is whole"
    return {
        "verified": verdict.whole,
        "log_sha256": verdict.head.mac.hex(),
        "entries": verdict.records,
        "checked": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, by radviewer, against {verdict.anchors} anchor(s)",
        "message": said,
    }
