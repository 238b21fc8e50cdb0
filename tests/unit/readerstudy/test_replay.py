"""A reading played back shows what was done, in order, and how the screen stood."""

from __future__ import annotations

from pathlib import Path

from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.opened import open_study
from radviewer.readerstudy.public import Stage
from radviewer.readerstudy.replay import replay
from radviewer.readerstudy.session import ReadingSession
from tests.unit.readerstudy.reading import frozen


def test_the_screen_at_any_time_is_that_of_the_last_step(tmp_path: Path) -> None:
    clock = ManualClock()
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        session = ReadingSession(store.desk("R1"))
        session.next_case()
        clock.pass_time(2)
        session.event("window", center=40.0, width=80.0)
        clock.pass_time(3)
        session.event("scroll", index=4)
        session.answer("rating", 70)
        session.answer("rating", 30)
        session.lock()
        clock.pass_time(1)
        session.event("overlay", shown=True, opacity=0.5, method="gradcam")
        clock.pass_time(4)
        session.event("overlay", shown=False, opacity=0.5, method="gradcam")
        session.event("from-a-later-version", depth=3)
        session.answer("rating", 60)
        session.commit()
        first, final = (replay(reading) for reading in open_study(store).readings)
    assert first.at(0).screen.window is None
    assert first.at(1.9).screen.window is None
    assert first.at(2).screen.window == (40.0, 80.0)
    assert (first.at(4.9).screen.index, first.at(5).screen.index) == (0, 4)
    assert first.at(99).screen.answers == {"rating": 30}
    assert not first.at(99).screen.ai
    assert first.seconds == 5
    assert final.at(0).screen.ai
    assert [final.at(time).screen.overlay for time in (0.5, 1.0, 4.9, 5.0)] == [False, True, True, False]
    assert final.at(2).words == "Overlay shown (method gradcam, opacity 0.5)"
    assert "from-a-later-version (depth 3)" in [step.words for step in final.steps]
    assert final.at(99).screen.answers == {"rating": 60}


def test_a_call_from_elsewhere_has_its_beginning_only(tmp_path: Path) -> None:
    from radviewer.readerstudy.exchange.bring_in import import_calls

    clock = ManualClock()
    with frozen(tmp_path, clock, readers=1, cases=4) as store:
        table = tmp_path / "calls.csv"
        table.write_text("reader,case,condition,rating\nR1,c000,unaided,40\n")
        import_calls(store, open_study(store), table)
        (reading,) = open_study(store).readings
    assert reading.stage is Stage.FIRST
    assert [step.kind for step in replay(reading).steps] == ["begin"]
