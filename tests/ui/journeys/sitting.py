"""One sitting of a long run: `python -m tests.ui.journeys.sitting ORDER.json`; it ends by being killed or by the order.

What happens is told on the standard output, a JSON object a line: {"step": ...} with what it took, {"ready": ...} with
what is on the screen when the sitting has come to rest and waits to be killed, {"wrong": ...} for anything wrong.
"""

from __future__ import annotations

import json
import random
import sys
import time
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Any

from radviewer.workbench.session_values import to_plain
from tests.ui.journeys.steps import KINDS, Sitting, open_more
from tests.ui.journeys.user import User
from tests.ui.journeys.watching import Watch, resources

_REST = 1.2  # seconds after which what is open is noted


def tell(**words: Any) -> None:
    """One line for whoever started this."""
    print(json.dumps(words), flush=True)


def on_screen(user: User) -> dict[str, Any]:
    """What has to come back after the program was killed."""
    state = user.window.state.state
    lasting = replace(state, cursor=None, pointed=None, peek=False, playing=False)
    plain: dict[str, Any] = to_plain(lasting)
    kept = ("boards", "cells", "active", "maximised", "links", "layout", "overlay", "annotations")
    model = user.measuring().model
    measured = {key: len(model.notes(key).measurements) for key in model.noted}
    # A table of grey values is the image's own and is not kept.
    for cell in plain["cells"]:
        cell["playing"] = False
    return {"screen": {name: plain[name] for name in kept}, "measured": {key: n for key, n in measured.items() if n}}


def wrong_on_screen(user: User) -> list[str]:
    """Pictures and maps that are not those of the image that is wished for."""
    found = []
    state = user.window.state.state
    for grid in user.window.parts.grids:
        for view in grid.shown:
            pane = view.pane
            wished = state.cells[pane.cell].image
            if pane.overlay is not None and (pane.prepared is None or pane.overlay.explanation.image != wished):
                found.append(f"pane {pane.cell} shows a map of another image")
    if user.window.parts.strip.property("severity") == "danger" and user.window.parts.strip.text:
        found.append(f"the strip says: {user.window.parts.strip.text}")
    return found


class Run:
    """Does the steps of an order.

    Args:
        order: See `tests.ui.journeys.hour`.
    """

    def __init__(self, order: dict[str, Any]) -> None:
        self.order = order
        self.shots = Path(order["shots"])
        began = time.monotonic()
        self.user = User(self.shots, tuple(order["size"]))
        self.watch = Watch(self.user.window)
        folder = Path(order["folder"])
        sources = tuple(map(Path, order["sources"]))
        self.sitting = Sitting(self.user, random.Random(order["seed"]), sources, folder)
        self.told("start", began)

    def told(self, name: str, began: float, picture: str = "") -> None:
        """Tells a step and what it took; saves a picture."""
        gaps = self.watch.taken()
        self.watch.pause()
        self.user.picture(picture or name, self.sitting.picture)
        self.sitting.picture = None
        for words in wrong_on_screen(self.user):
            tell(wrong=words, step=name)
        tell(
            step=name, seconds=round(time.monotonic() - began, 2), worst=round(gaps.worst, 3),
            worked=round(gaps.worked, 3), long=gaps.long, gaps=[round(gap, 3) for gap in gaps.times],
            **{key: round(value, 1) for key, value in resources().items()},
        )  # fmt: skip
        self.watch.go_on()

    def begin(self) -> None:
        """Restores what was open, or starts with one source."""
        user, window, began = self.user, self.user.window, time.monotonic()
        expected = self.order["expected"]
        if self.order["killed"]:
            user.wait(lambda: "ended unexpectedly" in window.parts.strip.text, "the offer to restore")
            self.told("offered", began)
            window.parts.strip.choices[0].click()
            user.wait(lambda: "is back" in window.parts.strip.text, "what was open")
            user.wait(lambda: not window.opener.busy and not window.loader.busy, "the images")
            user.rest(1.0)
            self.compare(expected)
            self.told("recovered", began)
            return
        window.parts.notice.accepted.emit()
        user.rest(0.3)
        window.parts.strip.hide()
        window.open_sample()
        user.wait(lambda: window.state.facts.prepared is not None and not window.opener.busy, "the sample study")
        self.told("opened", began)
        open_more(self.sitting)

    def compare(self, expected: dict[str, Any] | None) -> None:
        """Whether what is back is what was there; after a kill in the middle of work, nothing is expected."""
        if expected is None:
            return
        back = on_screen(self.user)
        for name, value in expected["screen"].items():
            if back["screen"][name] != value:
                tell(wrong=f"{name} came back as {back['screen'][name]} and was {value}", step="recovered")
        model = self.user.measuring().model
        for key, count in expected["measured"].items():
            if len(model.notes(key).measurements) != count:
                tell(wrong=f"{len(model.notes(key).measurements)} measurements of {count} came back", step="recovered")

    def step(self, name: str) -> None:
        """One step of a kind."""
        began = time.monotonic()
        try:
            KINDS[name][0](self.sitting)
        except AssertionError as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            tell(wrong=f"{error} ({Path(frame.filename).name}:{frame.lineno})", step=name)
            self.user.picture(f"wrong-{name}")
        self.told(name, began)

    def go(self) -> None:
        """The sitting from start to end."""
        self.begin()
        rng, end = self.sitting.rng, time.monotonic() + self.order["seconds"]
        names, weights = list(KINDS), [weight for _, weight in KINDS.values()]
        each = list(names) if self.order["each"] else []
        while each or time.monotonic() < end:
            self.step(each.pop(0) if each else rng.choices(names, weights)[0])
        self.user.rest(_REST)
        tell(ready=on_screen(self.user))
        if self.order["last"]:
            self.user.leave()
            tell(ended=True)
            return
        while True:
            self.user.rest(0.1)


def main() -> None:
    """Runs an order."""
    try:
        Run(json.loads(Path(sys.argv[1]).read_text())).go()
    except AssertionError as error:
        tell(wrong=f"the sitting ended: {error}", step="sitting")
        raise


if __name__ == "__main__":
    main()
