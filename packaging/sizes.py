"""What a frozen program's folder weighs, by component.

Run: python packaging/sizes.py FOLDER [--out sizes.json] [--limit MB]

A component is a package, a library of the system, the program itself (its archive of compiled modules) or its data.
Megabytes are of 1,000,000 bytes; links count nothing. Ends with status 1 if the whole is above the limit.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

_OWN = {"LICENSE": "radviewer", "CHANGELOG.md": "radviewer", "licences": "licence texts"}


def component(path: Path) -> str:
    """The part that a file belongs to; `path` is relative to the program's folder."""
    parts = path.parts
    if parts[0] != "_internal":
        return "compiled modules of all packages"
    if len(parts) == 2:
        return _OWN.get(parts[1], "libraries of the system and of Python")
    name = parts[1]
    if name.startswith("python3") or name == "base_library.zip":
        return "libraries of the system and of Python"
    if name == "radviewer":
        return "model packs" if "models" in parts else "radviewer"
    for ending in (".libs", ".dist-info"):
        name = name.partition("-")[0].removesuffix(ending) if ending in name else name
    return _OWN.get(name, {"PIL": "pillow", "shiboken6": "PySide6", "pyside6_essentials": "PySide6"}.get(name, name))


def weigh(folder: Path) -> Counter[str]:
    """Bytes of each component."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[component(path.relative_to(folder))] += path.stat().st_size
    return found


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, help="the same as JSON, bytes by component")
    parser.add_argument("--limit", type=float, help="the most that the whole may weigh, MB")
    arguments = parser.parse_args()
    found = weigh(arguments.folder)
    total = sum(found.values())
    for name, size in found.most_common(25):
        print(f"{size / 1e6:9.1f} MB  {name}")
    print(f"{total / 1e6:9.1f} MB  in all")
    if arguments.out is not None:
        arguments.out.write_text(json.dumps({"total": total, "parts": dict(found.most_common())}, indent=1) + "\n")
    if arguments.limit is not None and total > arguments.limit * 1e6:
        print(f"The program is larger than {arguments.limit:.0f} MB.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
