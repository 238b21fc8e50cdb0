"""A plan of a study while it is being written: cases from folders, truth from folders or a table, all as TOML.

What the draft says is judged by the same code that reads a plan file, so the wizard and `radviewer study check` cannot
disagree.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.plan import ReaderStudyPlan
from radviewer.readerstudy.plan_file import maps_from, parse_plan

_POSITIVE = frozenset({"positive", "pos", "1", "yes", "abnormal", "diseased", "present"})
_NEGATIVE = frozenset({"negative", "neg", "0", "no", "normal", "healthy", "absent"})
_NAME_COLUMNS = ("case", "name", "case_id", "id", "file")
_FLAGS = {"1": True, "true": True, "yes": True, "positive": True, "0": False, "false": False, "no": False,
          "negative": False}  # fmt: skip

Row = dict[str, Any]


@dataclass(slots=True)
class Draft:
    """What has been entered so far; the fields are the tables of the plan file.

    Attributes:
        folder: The folder of the plan file, from which paths count.
        tables: "study", "design", "model", "limits", "viewing" and "analysis" as key and value.
        conditions: Rows of the arms.
        questions: Rows of the questions.
        readers: Rows of the readers.
        cases: Rows with name, path, truth, truth_source, truth_label, ai_score, ai_text, training.
    """

    folder: Path
    tables: dict[str, Row] = field(default_factory=dict)
    conditions: list[Row] = field(default_factory=list)
    questions: list[Row] = field(default_factory=list)
    readers: list[Row] = field(default_factory=list)
    cases: list[Row] = field(default_factory=list)

    def raw(self) -> dict[str, Any]:
        """As the TOML parser would give it; what was left empty is not there."""
        found: dict[str, Any] = {"schema": 1}
        for name, values in self.tables.items():
            kept = _kept(values)
            if kept or name in {"study", "design"}:
                found[name] = kept
        found["conditions"] = [_kept(row) for row in self.conditions]
        found["questions"] = [_kept(row) for row in self.questions]
        found["readers"] = [_kept(row) for row in self.readers]
        found["cases"] = [_case(row) for row in self.cases]
        return found

    def toml(self) -> str:
        """The plan file."""
        import tomli_w

        return "# Written by the study wizard. `radviewer study check` says what is missing.\n" + tomli_w.dumps(
            self.raw()
        )

    def check(self) -> ReaderStudyPlan:
        """The plan, if it can be carried out; case files are not touched.

        Raises:
            InputProblem: Names what is missing or wrong.
        """
        untold = next((row for row in self.cases if row.get("truth") is None), None)
        if untold is not None:
            raise InputProblem(
                f"cases: the truth of {untold['name']!r} is not given.", hint="Give it in the table, or read a CSV."
            )
        return parse_plan(self.raw(), self.folder)


def cases_in(folder: Path, base: Path) -> list[Row]:
    """Cases from a folder: each folder in it is one, and each file that lies in it directly.

    Folders named as "positive" and "negative" (or 1 and 0, abnormal and normal, ...) give the truth of what they hold.

    Args:
        folder: Where the images are.
        base: The folder of the plan file; paths are relative to it where they can be.

    Raises:
        InputProblem: There is nothing in it.
    """
    children = _children(folder)
    rows: list[Row] = []
    by_truth = [child for child in children if child.is_dir() and child.name.lower() in _POSITIVE | _NEGATIVE]
    if by_truth:
        for child in by_truth:
            positive = child.name.lower() in _POSITIVE
            rows += [_row(item, base, positive, f"folder {child.name!r}") for item in _children(child)]
    else:
        rows = [_row(child, base, None, "") for child in children]
    if not rows:
        raise InputProblem(f"{folder} holds no case.", hint="Choose the folder whose folders or files are the cases.")
    return _unique(rows)


def truths_from(rows: Sequence[Row], table: Path) -> tuple[list[Row], int]:
    """Fills truth and AI output from a CSV, by the case's name or its file's name.

    Args:
        rows: The cases.
        table: Columns case (or name), truth; any of truth_source, truth_label, ai_score, ai_text, ai_maps, training.

    Returns:
        The cases anew, and how many rows of the table belong to none of them.

    Raises:
        InputProblem: The table cannot be read, lacks a column, or a cell is no truth.
    """
    try:
        with table.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            columns, lines = list(reader.fieldnames or ()), list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputProblem(f"{table} cannot be read as CSV: {error}.", hint="Check the file.") from error
    name = next((column for column in _NAME_COLUMNS if column in columns), None)
    if name is None or "truth" not in columns:
        raise InputProblem(f"{table.name} needs the columns case and truth.", hint=f"It has: {', '.join(columns)}.")
    places = {key: at for at, row in enumerate(rows) for key in (Path(row["path"]).name, row["name"])}
    filled, unknown = [dict(row) for row in rows], 0
    for number, line in enumerate(lines, 2):
        at = places.get(line[name]) if line[name] in places else places.get(Path(line[name] or "").stem)
        if at is None:
            unknown += 1
        else:
            filled[at] |= _line(line, table, number)
    return filled, unknown


def _line(line: Mapping[str, str], table: Path, number: int) -> Row:
    word = (line["truth"] or "").strip().lower()
    if word not in _FLAGS:
        raise InputProblem(f"{table.name} line {number}: truth is {line['truth']!r}.", hint="It must be 1 or 0.")
    found: Row = {"truth": _FLAGS[word], "truth_source": (line.get("truth_source") or table.name).strip()}
    if line.get("ai_maps"):
        found["map"] = line["ai_maps"].strip()
    for key in ("truth_label", "ai_text"):
        if line.get(key):
            found[key] = line[key].strip()
    if line.get("ai_score"):
        try:
            found["ai_score"] = float(line["ai_score"])
        except ValueError:
            raise InputProblem(
                f"{table.name} line {number}: ai_score is {line['ai_score']!r}.", hint="It must be a number."
            ) from None
    if line.get("training"):
        found["training"] = _FLAGS.get(line["training"].strip().lower(), False)
    return found


def _case(row: Row) -> Row:
    truth: Row = {"positive": bool(row.get("truth")), "source": row.get("truth_source") or ""}
    if row.get("truth_label"):
        truth["label"] = row["truth_label"]
    case: Row = {"name": row["name"], "paths": str(row["path"]).split("|"), "truth": truth}
    if row.get("ai_score") is not None:
        case["ai"] = {"score": float(row["ai_score"])}
        if row.get("ai_text"):
            case["ai"]["text"] = row["ai_text"]
        if row.get("map"):
            case["ai"]["maps"] = _maps(row)
    if row.get("training"):
        case["training"] = True
    return case


def _maps(row: Row) -> list[Row]:
    if "=" in row["map"]:
        return list(maps_from(row["map"], f"cases: {row['name']!r}"))
    return [{"method": row["map_method"], "file": row["map"]}] if row.get("map_method") else []


def _kept(values: Mapping[str, Any]) -> Row:
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(item for item in folder.iterdir() if not item.name.startswith(".") and not item.is_symlink())
    except OSError as error:
        raise InputProblem(f"{folder} cannot be read ({error.strerror}).", hint="Choose another folder.") from error


def _row(item: Path, base: Path, positive: bool | None, source: str) -> Row:
    inside = item.resolve().is_relative_to(base.resolve())
    path = os.path.relpath(item.resolve(), base.resolve()) if inside else str(item.resolve())
    name = item.name if item.is_dir() else item.stem
    return {"name": name, "path": Path(path).as_posix(), "truth": positive, "truth_source": source}


def _unique(rows: list[Row]) -> list[Row]:
    seen: dict[str, int] = {}
    for row in rows:
        seen[row["name"]] = seen.get(row["name"], 0) + 1
        if seen[row["name"]] > 1:
            row["name"] = f"{row['name']}-{seen[row['name']]}"
    return rows
