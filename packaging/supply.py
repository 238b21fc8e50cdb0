"""Completes the lists of what an installer carries, once the program is frozen.

Run: python packaging/supply.py FROZEN LICENCES.json BILL.cdx.json

`licences.py` lists the Python packages. Here Python itself and the libraries of the machine that built it are added, as
far as they are in the folder, with Debian's copyright files where that machine has them; the bill of materials is cut
down to what is carried. Ends with status 1 if something is there under the GPL alone, or under an unknown licence.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
import bundle
from licences import allowed


def system_parts(frozen: Path) -> list[dict[str, Any]]:
    """Python and the libraries in the folder that come from the system, as entries of the list of licences."""
    found = {"Python": {"kind": "python", "name": "Python", "version": platform.python_version(), "licence": "PSF-2.0"}}
    for path in sorted((frozen / "_internal").glob("*.so*")):
        plain = path.name.partition(".so")[0]
        if path.is_symlink() or plain not in bundle.SYSTEM_LIBRARIES:
            continue
        version = path.name.partition(".so.")[2]
        licence = bundle.SYSTEM_LIBRARIES[plain]
        found[plain] = {"kind": "system library", "name": plain, "version": version, "licence": licence}
    return [{**item, "texts": []} for item in found.values()]


def copyright_of(name: str) -> str:
    """What Debian says of the licence of a library; empty where this machine does not know."""
    done = subprocess.run(["dpkg-query", "-S", f"*/{name}"], capture_output=True, text=True, check=False)
    package = done.stdout.partition(":")[0].partition(",")[0]
    path = Path("/usr/share/doc") / package / "copyright"
    return path.read_text(encoding="utf-8", errors="replace") if package and path.is_file() else ""


def main() -> int:
    """Completes both lists, in the frozen folder too."""
    frozen, listing, bill = map(Path, sys.argv[1:4])
    parts = [item for item in json.loads(listing.read_text(encoding="utf-8")) if item["kind"] == "package"]
    parts += system_parts(frozen)
    inside = frozen / "_internal" / "licences"
    if sys.platform.startswith("linux"):
        for path in (frozen / "_internal").glob("*.so*"):
            text = copyright_of(path.name) if path.name.partition(".so")[0] in bundle.SYSTEM_LIBRARIES else ""
            if text:
                (inside / "system").mkdir(parents=True, exist_ok=True)
                (inside / "system" / f"{path.name}.txt").write_text(text, encoding="utf-8")
    for place in (listing, inside / "licences.json"):
        place.write_text(json.dumps(parts, indent=1) + "\n", encoding="utf-8")
    bill.write_text(json.dumps(cut(json.loads(bill.read_text(encoding="utf-8")), parts), indent=1) + "\n")
    wrong = [item for item in parts if not allowed(item["licence"])]
    for item in wrong:
        print(f"{item['name']}: the licence forbids shipping, or is unknown: {item['licence']!r}", file=sys.stderr)
    return 1 if wrong else 0


def cut(bill: dict[str, Any], parts: list[dict[str, Any]]) -> dict[str, Any]:
    """A bill of materials with the carried parts only."""
    names = {_plain(item["name"]) for item in parts} | {"radviewer"}
    kept = [item for item in bill["components"] if _plain(item["name"]) in names]
    for item in parts:
        if item["kind"] != "package":
            single = {"license": {"id": item["licence"]}}
            licence = {"expression": item["licence"]} if " " in item["licence"] else single
            entry = {"type": "library", "name": item["name"], "version": item["version"], "licenses": [licence]}
            kept.append({**entry, "bom-ref": f"{item['kind']}:{item['name']}"})
    references = {item["bom-ref"] for item in kept} | {bill.get("metadata", {}).get("component", {}).get("bom-ref")}
    links = [item for item in bill.get("dependencies", []) if item["ref"] in references]
    for item in links:
        if "dependsOn" in item:
            item["dependsOn"] = [reference for reference in item["dependsOn"] if reference in references]
    return {**bill, "components": kept, "dependencies": links}


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


if __name__ == "__main__":
    sys.exit(main())
