"""Freezes a plan into a study folder: what a workstation may know in the open, everything else sealed.

Open: title, design, conditions, questions, limits, and each reader's assignments, whose cases are named by contents.
Sealed to the administrator: the plan with truth, the schedule with shams. Sealed with the workstation's secret: of each
assignment the AI output that it may show, and no more (a condition with text only has no score inside).
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from radviewer import __version__
from radviewer.core.errors import UnreadableFile
from radviewer.readerstudy.canonical import canonical, digest, plain
from radviewer.readerstudy.case_files import files_of
from radviewer.readerstudy.keys import StudyKeys
from radviewer.readerstudy.ledger import Draft, draft
from radviewer.readerstudy.overlays import Overlay, overlay_of
from radviewer.readerstudy.plan import AiFinding, AiPart, Case, ReaderStudyPlan
from radviewer.readerstudy.schedule import Assignment, Purpose, Schedule
from radviewer.readerstudy.sealing import seal, seal_for

CASES_FOLDER, SEALED_FOLDER = "cases", "sealed"
_SPACE = uuid.UUID("6a2f7d8e-5c0e-5b57-9d0a-2f4f0f0f7c11")


def case_key(case: Case) -> str:
    """The name of a case on workstations: its content hash, or a hash of its name where it has no files (tests)."""
    return case.sha256 or digest(case.name)


def public_plan(plan: ReaderStudyPlan) -> dict[str, Any]:
    """What a reader's workstation may know of the plan."""
    conditions = [
        {**plain(condition), "reveal": plan.reveal(condition).value if condition.aided else None, "map_from": None}
        for condition in plan.conditions
    ]
    for condition in conditions:
        condition.pop("overlays", None)  # they would tell that some maps are shams
    return {
        "study": {"id": plan.study.id, "title": plan.study.title, "simulated": plan.study.simulated},
        "design": {"kind": plan.design.kind.value, "washout_days": plan.design.washout_days},
        "conditions": conditions,
        "questions": plain(plan.questions),
        "limits": plain(plan.limits),
        "viewing": plain(plan.viewing),
    }


def study_drafts(
    plan: ReaderStudyPlan, schedule: Schedule, keys: StudyKeys, files: Mapping[str, list[str]], maps: Mapping[str, str]
) -> list[Draft]:
    """All records that a frozen study begins with.

    Args:
        plan: With the hashes of its files.
        schedule: Made from it.
        keys: The administrator's.
        files: Of each case (by name) its files relative to the study folder.
        maps: Of each map file (by SHA-256) its sealed file relative to the study folder.
    """
    header = {
        "schema": 1, "software": __version__, "plan_hash": plan.hash, "schedule_hash": schedule.hash,
        "algorithm": schedule.algorithm, "plan": public_plan(plan),
    }  # fmt: skip
    whole = canonical({"plan": plan, "schedule": schedule}).encode()
    drafts = [
        draft("study", header, slot="study", uid=_uid(plan, "study")),
        draft("sealed-plan", {"sealed": packed(seal_for(keys.public, whole, "plan"))}, slot="sealed-plan"),
    ]
    for reader in plan.readers:
        profile = {"experience": reader.experience, "years": reader.years}
        drafts.append(draft("reader", profile, reader=reader.name, slot=f"reader:{reader.name}"))
    ai_key = keys.derived("ai")
    outputs = {item.id: canonical(shown_ai(plan, item, maps)) for item in schedule.assignments if _shows(plan, item)}
    # All of one length: else the length of a sealed output would tell a sham, which has other words and no boxes.
    longest = max((len(text.encode()) for text in outputs.values()), default=0)
    padded = {uid: text.encode().ljust(longest) for uid, text in outputs.items()}
    for item in schedule.assignments:
        body = _assignment_body(plan, item, ai_key, files, padded)
        drafts.append(draft("assignment", body, reader=item.reader, slot=f"assignment:{item.id}", uid=item.id))
    return drafts


def _shows(plan: ReaderStudyPlan, item: Assignment) -> bool:
    return plan.condition(item.condition).aided and plan.case(item.case).ai is not None


def _assignment_body(
    plan: ReaderStudyPlan, item: Assignment, key: bytes, files: Mapping[str, list[str]], outputs: Mapping[str, bytes]
) -> dict[str, Any]:
    case = plan.case(item.case)
    body: dict[str, Any] = {
        "number": item.number, "period": item.period, "sitting": item.sitting, "position": item.position,
        "condition": item.condition, "purpose": item.purpose.value, "case": case_key(case),
        "files": files.get(case.name, []), "series": case.series,
    }  # fmt: skip
    if item.id in outputs:
        body["ai"] = packed(seal(key, outputs[item.id], f"ai:{item.id}"))
    if item.purpose is Purpose.TRAINING and plan.design.feedback:
        truth = {**plain(case.truth), "mask": "", "mask_sha256": ""}
        body["feedback"] = packed(seal(key, canonical(truth).encode(), f"feedback:{item.id}"))
    return body


def shown_ai(plan: ReaderStudyPlan, item: Assignment, maps: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What of the AI an assignment shows: the parts of its condition, inverted for a sham."""
    case, condition = plan.case(item.case), plan.condition(item.condition)
    ai = case.ai or AiFinding(0.0)
    point = plan.model.operating_point if plan.model else 0.5
    call = bool(plan.ai_call(case))
    score = ai.score
    if item.sham:
        call, score = not call, mirrored(score, point)
    shown: dict[str, Any] = {}
    if AiPart.SCORE in condition.ai:
        shown["score"] = score
    if AiPart.CALL in condition.ai:
        shown["call"] = call
    if AiPart.TEXT in condition.ai:
        # A sham must not carry the true words beside the false call.
        shown["text"] = ("AI: finding present." if call else "AI: no finding.") if item.sham else ai.text
    if condition.shows_map:
        overlay = overlay_of(condition, item.overlay)
        source = plan.case(item.map_case).ai if item.map_case else ai
        shown["maps"] = _maps(source, overlay, maps or {})
        if AiPart.CONTOUR in condition.ai:
            # Where no overlay was dealt there are no boxes either, and own boxes would give another case's map away.
            hidden = item.sham or (bool(item.overlay) and (overlay.sham or not overlay.method))
            shown["boxes"] = [] if hidden else plain(ai.boxes)
    return shown


def mirrored(score: float, point: float) -> float:
    """A score reflected at the operating point, each side stretched to its new range; 1 - s where the point is 0.5."""
    if score >= point:
        return point * (1 - score) / (1 - point)
    return 1 - (1 - point) * score / point


def _maps(ai: AiFinding | None, overlay: Overlay, sealed: Mapping[str, str]) -> list[dict[str, str]]:
    wanted = [m for m in (ai.maps if ai else ()) if (m.method, m.layer) == (overlay.method, overlay.layer)]
    return [
        {"method": item.method, "layer": item.layer, "suffix": Path(item.file).suffix, "file": sealed[item.sha256]}
        for item in wanted
        if item.sha256 in sealed
    ]


def copy_cases(plan: ReaderStudyPlan, source: Path, folder: Path) -> dict[str, list[str]]:
    """Copies all case files under names that say nothing, and returns them by case.

    Raises:
        UnreadableFile: A file cannot be read or copied.
    """
    found: dict[str, list[str]] = {}
    (folder / CASES_FOLDER).mkdir(mode=0o700, exist_ok=True)
    for case in plan.cases:
        target = folder / CASES_FOLDER / case_key(case)[:24]
        target.mkdir(mode=0o700, exist_ok=True)
        names = []
        for index, path in enumerate(files_of(case, source)):
            name = target / f"{index:05d}{path.suffix.lower()}"
            try:
                shutil.copyfile(path, name)
                name.chmod(0o600)
            except OSError as error:
                raise UnreadableFile(
                    f"{path} cannot be copied to the study folder ({error.strerror}).", hint="Check the free space."
                ) from error
            names.append(name.relative_to(folder).as_posix())
        found[case.name] = names
    return found


def seal_maps(plan: ReaderStudyPlan, source: Path, folder: Path, key: bytes) -> dict[str, str]:
    """Seals all map files into the study folder and returns the sealed file of each by its SHA-256."""
    target, found = folder / SEALED_FOLDER, {}
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    for case in plan.cases:
        for item in case.ai.maps if case.ai else ():
            path = target / sealed_name(plan.hash, item.sha256)
            path.write_bytes(seal(key, (source / item.file).read_bytes(), f"map:{path.name}"))
            path.chmod(0o600)
            found[item.sha256] = path.relative_to(folder).as_posix()
    return found


def sealed_name(plan_hash: str, digest: str) -> str:
    """The file of a sealed map: named by study and contents, so that equal maps of two studies cannot be told."""
    return hashlib.sha256(f"{plan_hash}:{digest}".encode()).hexdigest()[:32] + ".bin"


def packed(blob: bytes) -> str:
    """Bytes as text for a record."""
    return base64.b64encode(blob).decode()


def unpacked(text: str) -> bytes:
    """What `packed` made."""
    return base64.b64decode(text, validate=True)


def _uid(plan: ReaderStudyPlan, name: str) -> str:
    return str(uuid.uuid5(_SPACE, f"{plan.hash}:{name}"))
