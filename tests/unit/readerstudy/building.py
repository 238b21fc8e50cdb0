"""Small plans for tests, with case files that exist."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from radviewer.readerstudy.case_files import with_hashes
from radviewer.readerstudy.plan import ReaderStudyPlan
from radviewer.readerstudy.plan_file import parse_plan

TRUTH_WORD, AI_WORD = "canary-truth-source", "canary-ai-words"


def raw_plan(
    *, kind: str = "sequential", readers: int = 2, cases: int = 8, training: int = 0, aided: int = 1, **design: Any
) -> dict[str, Any]:
    """A plan as TOML would give it; every third AI call is wrong."""
    names = ["aided"] if aided == 1 else [f"aided{k + 1}" for k in range(aided)]
    return {
        "schema": 1,
        "study": {"id": "test-study", "title": "A test", "seed": 7},
        "design": {"kind": kind, **design},
        "model": {"id": "toy", "version": "1.0"},
        "conditions": [{"name": "unaided"}, *({"name": name, "ai": ["score", "call", "text"]} for name in names)],
        "questions": [
            {"name": "rating", "kind": "rating"},
            {"name": "call", "kind": "binary", "threshold_of": "rating", "threshold": 50},
            {"name": "note", "kind": "text", "required": False},
        ],
        "readers": [{"name": f"R{j + 1}", "experience": ("junior", "senior")[j % 2]} for j in range(readers)],
        "cases": [raw_case(k, training=k < training) for k in range(cases + training)],
    }


def raw_case(k: int, training: bool = False) -> dict[str, Any]:
    positive = k % 2 == 0
    score = 0.9 if positive != (k % 3 == 0) else 0.1
    case: dict[str, Any] = {
        "name": f"c{k:03d}",
        "paths": [f"images/{k}.bin"],
        "truth": {"positive": positive, "source": TRUTH_WORD},
        "ai": {"score": score, "text": f"{AI_WORD} {k}"},
    }
    return case | ({"training": True} if training else {})


def plan(folder: Path | None = None, **wishes: Any) -> ReaderStudyPlan:
    """A checked plan; with a folder the case files are written there and hashed."""
    raw = raw_plan(**wishes)
    parsed = parse_plan(raw, Path())
    if folder is None:
        return parsed
    for index, case in enumerate(parsed.cases):
        for name in case.paths:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"pixels of case %d" % index)
    return with_hashes(parsed, folder)
