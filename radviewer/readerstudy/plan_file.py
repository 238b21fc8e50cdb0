"""Reads `reader-study.toml` and, if it names one, its table of cases; holds the template of `study new`."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

from radviewer.core.strict_tables import Strict
from radviewer.readerstudy.case_files import with_hashes
from radviewer.readerstudy.plan import ReaderStudyPlan
from radviewer.readerstudy.plan_check import check
from radviewer.readerstudy.plan_problem import PlanProblem

PLAN_NAME = "reader-study.toml"
_COLUMNS = frozenset(
    {
        "name",
        "path",
        "truth",
        "truth_source",
        "truth_label",
        "ai_score",
        "ai_call",
        "ai_text",
        "ai_maps",
        "training",
        "anchor",
    }
)
_YES, _NO = frozenset({"1", "true", "yes", "positive"}), frozenset({"0", "false", "no", "negative"})


def load_plan(path: Path) -> ReaderStudyPlan:
    """The plan in a file, checked, with the hashes of all case files and maps filled in.

    Args:
        path: `reader-study.toml`, or the folder that holds it.

    Raises:
        PlanProblem: Something does not fit; the message names table and key.
        UnreadableFile: A case file or map is missing.
    """
    file = path / PLAN_NAME if path.is_dir() else path
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PlanProblem(f"{file} is not valid TOML: {error}.", hint="Correct that line.") from error
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise PlanProblem(f"{file} cannot be read: {reason}.", hint="Name a plan file or its folder.") from error
    plan = parse_plan(raw, file.parent)
    return with_hashes(plan, file.parent)


def parse_plan(raw: dict[str, Any], folder: Path) -> ReaderStudyPlan:
    """A parsed TOML document as a checked plan, without touching case files.

    Raises:
        PlanProblem: Something does not fit.
    """
    values = dict(raw)
    listed = values.pop("cases_file", None)
    if listed is not None:
        if not isinstance(listed, str):
            raise PlanProblem("cases_file is no text.", hint="Name a CSV file beside the plan.")
        values["cases"] = [*values.get("cases", []), *cases_from_csv(folder / listed)]
    plan = Strict(PlanProblem).table(values, ReaderStudyPlan)
    check(plan)
    return plan


def cases_from_csv(file: Path) -> list[dict[str, Any]]:
    """Rows of a case table as the tables that `[[cases]]` would give.

    Raises:
        PlanProblem: A column is unknown or missing, or a cell does not fit.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            columns = set(reader.fieldnames or ())
            rows = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise PlanProblem(
            f"cases_file {file} cannot be read: {reason}.", hint="Make this CSV file, or list the cases as [[cases]]."
        ) from error
    if unknown := sorted(columns - _COLUMNS):
        raise PlanProblem(f"{file.name} has the unknown column '{unknown[0]}'.", hint=f"Known: {sorted(_COLUMNS)}.")
    if missing := sorted({"name", "path", "truth", "truth_source"} - columns):
        raise PlanProblem(f"{file.name} lacks the column '{missing[0]}'.", hint="Add it.")
    return [_case(row, f"{file.name} line {line}") for line, row in enumerate(rows, 2)]


def _case(row: dict[str, str], where: str) -> dict[str, Any]:
    truth: dict[str, Any] = {"positive": _flag(row, "truth", where), "source": row["truth_source"] or ""}
    if row.get("truth_label"):
        truth["label"] = row["truth_label"]
    case: dict[str, Any] = {"name": row["name"], "paths": (row["path"] or "").split("|"), "truth": truth}
    for key in ("training", "anchor"):
        if row.get(key):
            case[key] = _flag(row, key, where)
    if row.get("ai_score"):
        try:
            ai: dict[str, Any] = {"score": float(row["ai_score"])}
        except ValueError:
            raise PlanProblem(f"{where}: ai_score is {row['ai_score']!r}.", hint="It must be a number.") from None
        if row.get("ai_call"):
            ai["call"] = _flag(row, "ai_call", where)
        if row.get("ai_text"):
            ai["text"] = row["ai_text"]
        if row.get("ai_maps"):
            ai["maps"] = maps_from(row["ai_maps"], where)
        case["ai"] = ai
    return case


def maps_from(text: str, where: str) -> list[dict[str, str]]:
    """Maps written as METHOD=FILE or METHOD@LAYER=FILE, several parted by "|".

    Args:
        text: What is written.
        where: For messages.

    Raises:
        PlanProblem: It is written in another way.
    """
    found = []
    for part in text.split("|"):
        name, equals, file = (piece.strip() for piece in part.partition("="))
        method, _, layer = name.partition("@")
        if not equals or not method or not file:
            raise PlanProblem(f"{where}: {part.strip()!r} names no map.", hint="Write METHOD=FILE, parted by |.")
        found.append({"method": method, "file": file} | ({"layer": layer} if layer else {}))
    return found


def _flag(row: dict[str, str], key: str, where: str) -> bool:
    word = (row[key] or "").strip().lower()
    if word in _YES or word in _NO:
        return word in _YES
    raise PlanProblem(f"{where}: {key} is {row[key]!r}.", hint="It must be 1 or 0.")


def template(study_id: str, title: str, kind: str, seed: int) -> str:
    """A commented plan to fill in."""
    aided = 'ai = ["score", "call"]    # of: text, score, call, heatmap, contour'
    return f"""# Plan of a reader study. `radviewer study check` says what is missing; `study schedule` freezes it.
schema = 1
cases_file = "cases.csv"    # name,path,truth,truth_source,ai_score,training ... ; or [[cases]] tables

[study]
id = "{study_id}"
title = "{title}"
seed = {seed}

[design]
kind = "{kind}"    # crossover, sequential, concurrent, on-request, split-plot, parallel
washout_days = 28
sittings = 1
repeats = 0.05
sham_share = 0.0

[model]
id = "NAME OF THE MODEL"
version = "1.0.0"
operating_point = 0.5

[[conditions]]
name = "unaided"

[[conditions]]
name = "aided"
{aided}

[[questions]]
name = "rating"
kind = "rating"
text = "How likely is the finding? (0 surely absent, 100 surely present)"

[[questions]]
name = "call"
kind = "binary"
text = "Would you report it?"
threshold_of = "rating"
threshold = 50

[[readers]]
name = "R1"
experience = "resident"

[[readers]]
name = "R2"
experience = "consultant"
"""
