"""What is kept of layouts: links, how panes share the room, and where windows were for each set of screens.

One JSON file in the settings folder. It says nothing of patients or files. A part that cannot be used falls back to
its default and is told.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from radviewer.io.export import write_atomically
from radviewer.io.userdirs import make_private
from radviewer.workbench.cells import DEFAULT_LINKS, MOST, Link
from radviewer.workbench.shares import SMALLEST, Shares

FILE_NAME = "layouts.json"
_SETS = 12  # sets of screens that are kept; the one used longest ago goes first


@dataclass(frozen=True, slots=True)
class ScreenPlace:
    """One screen, as its set is known by it.

    Attributes:
        name: Of the connector or the model.
        x: Left edge in the desktop.
        y: Upper edge.
        width: In the desktop's units.
        height: In the desktop's units.
        ratio: Device pixels for one logical pixel.
    """

    name: str
    x: int
    y: int
    width: int
    height: int
    ratio: float = 1.0


@dataclass(frozen=True, slots=True)
class WindowPlaces:
    """Where windows were, as Qt writes it, in base64.

    Attributes:
        main: Of the main window; empty if never kept.
        docks: Of its panels and toolbars.
        further: Of further windows, in the order in which they were opened.
    """

    main: str = ""
    docks: str = ""
    further: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayoutsKept:
    """All that is kept.

    Attributes:
        links: What panes do together.
        shares: Of grids whose borders were dragged, by (rows, columns).
        places: Of windows, by the key of a set of screens, the one used last at the end.
    """

    links: frozenset[Link] = DEFAULT_LINKS
    shares: Mapping[tuple[int, int], Shares] = field(default_factory=dict)
    places: Mapping[str, WindowPlaces] = field(default_factory=dict)

    def with_places(self, key: str, places: WindowPlaces) -> LayoutsKept:
        """With the places for one set of screens; the sets used longest ago are let go."""
        others = [(name, kept) for name, kept in self.places.items() if name != key]
        return LayoutsKept(self.links, self.shares, dict([*others, (key, places)][-_SETS:]))


def screens_key(screens: Sequence[ScreenPlace]) -> str:
    """A name for a set of screens: the same screens at the same places have the same, in whatever order."""
    lines = sorted(f"{item.name} {item.x},{item.y} {item.width}x{item.height} {item.ratio:g}" for item in screens)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def load_layouts(path: Path) -> tuple[LayoutsKept, tuple[str, ...]]:
    """What was kept, and a sentence for each part that cannot be used."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return LayoutsKept(), ()
    except (OSError, ValueError) as error:
        return LayoutsKept(), (f"The kept layouts could not be read ({error}); the defaults are used.",)
    if not isinstance(table, dict):
        return LayoutsKept(), ("The kept layouts are no table; the defaults are used.",)
    values: dict[str, Any] = {}
    complaints = []
    for name, read in (("links", _links), ("shares", _shares), ("places", _places)):
        try:
            if name in table:
                values[name] = read(table[name])
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            complaints.append(f"The kept {name} of layouts cannot be used ({error}); the defaults are.")
    return LayoutsKept(**values), tuple(complaints)


def save_layouts(kept: LayoutsKept, path: Path) -> None:
    """Writes the file, whole or not at all.

    Raises:
        InputProblem: The folder or the file cannot be written.
    """
    make_private(path.parent)
    table = {
        "links": sorted(kept.links),
        "shares": {
            f"{rows}x{columns}": {"rows": list(item.rows), "columns": list(item.columns)}
            for (rows, columns), item in kept.shares.items()
        },
        "places": {
            key: {"main": item.main, "docks": item.docks, "further": list(item.further)}
            for key, item in kept.places.items()
        },
    }
    write_atomically(path, json.dumps(table, indent=1).encode(), overwrite=True)


def _links(raw: Any) -> frozenset[Link]:
    return frozenset(Link(name) for name in raw)


def _shares(raw: Any) -> dict[tuple[int, int], Shares]:
    found = {}
    for name, item in raw.items():
        rows, columns = (int(part) for part in name.split("x"))
        shares = Shares(tuple(map(float, item["rows"])), tuple(map(float, item["columns"])))
        for count, parts in ((rows, shares.rows), (columns, shares.columns)):
            if not 1 <= count <= MOST or len(parts) != count or abs(sum(parts) - 1) > 1e-6 or min(parts) < SMALLEST / 2:
                raise ValueError(f"the shares of {name} do not fit")
        found[rows, columns] = shares
    return found


def _places(raw: Any) -> dict[str, WindowPlaces]:
    return {
        str(key): WindowPlaces(str(item["main"]), str(item["docks"]), tuple(str(part) for part in item["further"]))
        for key, item in raw.items()
    }
