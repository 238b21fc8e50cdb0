"""Writes docs/results.md: every system of the repeated studies, our figures beside the published ones.

`python benchmarks/make_results.py` reads `benchmarks/systems/papers.toml` and the records that `radviewer train` wrote
(`result.json` of a run, kept as `benchmarks/systems/<system>.json`). `--add RUN_FOLDER...` takes records in first. A
system without a record is listed as not run here; no figure is typed by hand.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SYSTEMS = ROOT / "benchmarks" / "systems"
PAGE = ROOT / "docs" / "results.md"

START = {"scratch": "from chance", "imagenet": "from ImageNet", "radimagenet": "from RadImageNet",
         "folded-npz": "from ImageNet (folded)", "pack": "from a pack", "none": ""}  # fmt: skip

HEAD = """# Results

Every system of the published studies that this program repeats, as it did here. This page is made by
`python benchmarks/make_results.py` from the records of the runs; no figure is typed by hand.

`plain` is the whole test set. `strict` is those of its images that have neither a copy (equal or near) nor, where
patients are known, their patient among the training images. Where the two differ, believe `strict`. Intervals are 95 %:
Wilson for accuracy, DeLong for AUC. Each test set was looked at once for each row; choices were made on validation
images. A row that was trained from chance, at a reduced size or for fewer epochs is no repetition of the study's system
but of its recipe, and says so.
"""


def add(folders: list[Path]) -> None:
    for folder in folders:
        values = json.loads((folder / "result.json").read_text(encoding="utf-8"))
        target = SYSTEMS / f"{values['system']}.json"
        target.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


def page() -> str:
    studies = tomllib.loads((SYSTEMS / "papers.toml").read_text(encoding="utf-8"))["study"]
    sections = [
        f"## {study['title']}\n\nRun here on {study['data']}. {study['note']}\n\n{table(study)}" for study in studies
    ]
    return "\n".join([HEAD, *sections])


def table(study: dict[str, Any]) -> str:
    title = {"accuracy": "accuracy", "weighted_f1": "weighted F1"}.get(study["figure"], "AUC")
    lines = [
        f"| system | published | {title}, plain | {title}, strict | how trained | time |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for system in study["systems"]:
        path = SYSTEMS / f"{system['system']}.json"
        published = system.get("published", "not given")
        if not path.is_file():
            lines.append(f"| {system['name']} | {published} | not run here | not run here | `{system['system']}` | |")
            continue
        values = json.loads(path.read_text(encoding="utf-8"))
        sets = {item["name"]: item for item in values["test"]}
        plain, strict = (figure(sets.get(name), study["figure"]) for name in ("plain", "strict"))
        lines.append(f"| {system['name']} | {published} | {plain} | {strict} | {how(values)} | {span(values)} |")
    return "\n".join(lines) + "\n"


def figure(values: dict[str, Any] | None, kind: str) -> str:
    if values is None:
        return "not given"
    if kind.startswith("auc:"):
        label = next(item for item in values["labels"] if item["label"] == kind.removeprefix("auc:"))
        number, interval = label["auc"], label["auc_interval"]
    else:
        number, interval = values[kind], values.get(f"{kind}_interval")
    if number is None:
        return f"undefined, {values['images']} images"
    text = f"{number:.3f}" + (f" ({interval[0]:.3f} to {interval[1]:.3f})" if interval else "")
    return f"{text}, {values['images']} images"


def how(values: dict[str, Any]) -> str:
    parts = [f"`{values['system']}`"]
    if START.get(values["start"]):
        parts.append(f"**{START[values['start']]}**" if values["start"] == "scratch" else START[values["start"]])
    if values.get("input"):
        parts.append(f"{values['input'][0]} x {values['input'][1]} pixels")
    if values.get("epochs"):
        parts.append(f"{values['epochs']} epochs")
    parts.append(f"{values['images']['train']} images")
    return ", ".join(parts)


def span(values: dict[str, Any]) -> str:
    minutes = values["seconds"] / 60
    return f"{minutes:.0f} min" if minutes < 100 else f"{minutes / 60:.1f} h"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--add", nargs="*", type=Path, default=[], metavar="RUN_FOLDER")
    add(parser.parse_args().add)
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
