"""Reads a study as one reader in a process of its own, and says after each save what was acknowledged.

usage: python -m tests.unit.readerstudy.driver STUDY KEY_FILE ANCHORS READER
"""

from __future__ import annotations

import sys
from pathlib import Path

from radviewer.readerstudy.keys import load_keys
from radviewer.readerstudy.public import Stage
from radviewer.readerstudy.session import ReadingSession
from radviewer.readerstudy.study_store import Place, StudyStore
from tests.unit.readerstudy.reading import rating_of


def main(study: str, key: str, anchors: str, reader: str) -> None:
    store = StudyStore.open(Place(Path(study), load_keys(Path(key)), Path(anchors)))
    desk = store.desk(reader)
    session = ReadingSession(desk)
    say("open")
    view = session.next_case()
    while view is not None:
        item = desk.next_assignment()
        assert item is not None
        say(f"showing {item.id} {view.stage.value}")
        session.answer("rating", rating_of(reader, item.number, view.stage.value))
        if view.stage is Stage.FIRST:
            saved = session.lock()
            view = session.view
        else:
            saved = session.commit()
            view = session.next_case()
        say(f"saved {saved.assignment} {saved.stage.value}")
    say("finished")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
