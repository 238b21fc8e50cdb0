"""Heat maps in a study: sealed until their time, of the case's own or, as a sham, of another case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from radviewer.readerstudy.case_files import with_hashes
from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.frozen import mirrored
from radviewer.readerstudy.keys import KeyProblem, new_keys
from radviewer.readerstudy.opened import open_study
from radviewer.readerstudy.plan_file import parse_plan
from radviewer.readerstudy.session import ReadingSession
from radviewer.readerstudy.study_store import Place, StudyStore
from tests.unit.readerstudy.building import raw_plan


def map_study(tmp_path: Path, clock: ManualClock, **condition: Any) -> StudyStore:
    raw, source = raw_plan(readers=1, cases=6), tmp_path / "source"
    raw["conditions"][1] = {"name": "aided", "ai": ["heatmap", "contour"], "method": "gradcam", **condition}
    for k, case in enumerate(raw["cases"]):
        (source / "images").mkdir(parents=True, exist_ok=True)
        (source / f"images/{k}.bin").write_bytes(b"pixels %d" % k)
        (source / f"map{k}.npz").write_bytes(b"canary-map %d" % k)
        box = {"x": k, "y": 1, "width": 2, "height": 3}
        maps = [{"method": "gradcam", "file": f"map{k}.npz"}, {"method": "lime", "file": f"map{k}.npz"}]
        case["ai"] |= {"maps": maps, "boxes": [box]}
    plan = with_hashes(parse_plan(raw, source), source)
    return StudyStore.freeze(plan, source, Place(tmp_path / "study", new_keys("test-study"), tmp_path / "keys"), clock)


def shown_maps(store: StudyStore) -> dict[str, tuple[bytes, float]]:
    session, found = ReadingSession(store.desk("R1")), {}
    items = {item.id: item.case for item in open_study(store).schedule.assignments}
    for item in store.desk("R1").assignments:
        session.next_case()
        session.answer("rating", 50)
        session.lock()
        assert session.view is not None
        ai = session.view.ai
        assert ai is not None
        assert (ai.score, ai.call, ai.text) == (None, None, None), "the condition shows maps and contours only"
        [one] = ai.maps
        assert (one.method, one.suffix) == ("gradcam", ".npz")
        found[items[item.id]] = one.data, ai.boxes[0].x
        session.commit()
    return found


def test_a_map_is_that_of_its_case_and_lies_sealed_in_the_folder(tmp_path: Path) -> None:
    with map_study(tmp_path, ManualClock()) as store:
        folder = [path.read_bytes() for path in (tmp_path / "study/sealed").iterdir()]
        assert len(folder) == 6
        assert not any(b"canary-map" in data for data in folder)
        for name, (data, x) in shown_maps(store).items():
            number = int(name[1:])
            assert data == b"canary-map %d" % number
            assert x == number


def test_a_sham_map_is_always_that_of_another_case(tmp_path: Path) -> None:
    with map_study(tmp_path, ManualClock(), map_from="other-case") as store:
        found = shown_maps(store)
        assert all(data != b"canary-map %d" % int(name[1:]) for name, (data, _) in found.items())
        assert b"other-case" not in (tmp_path / "study/study.sqlite").read_bytes()


def test_an_exchanged_or_moved_map_does_not_open(tmp_path: Path) -> None:
    with map_study(tmp_path, ManualClock()) as store:
        one, two = sorted((tmp_path / "study/sealed").iterdir())[:2]
        data = two.read_bytes()
        for path in (tmp_path / "study/sealed").iterdir():
            path.write_bytes(data)
        two.write_bytes(one.read_bytes()[:-1])
        session = ReadingSession(store.desk("R1"))
        with pytest.raises(KeyProblem, match="altered"):
            for _ in range(2):
                session.next_case()
                session.answer("rating", 50)
                session.lock()
                session.commit()


@pytest.mark.parametrize("point", [0.2, 0.5, 0.7])
def test_a_mirrored_score_changes_sides_and_twice_mirrored_is_the_same(point: float) -> None:
    for score in (0.0, 0.1, point - 0.01, point + 0.01, 0.9, 1.0):
        other = mirrored(score, point)
        assert 0 <= other <= 1
        assert (other >= point) is not (score >= point)
        assert mirrored(other, point) == pytest.approx(score)
    assert mirrored(0.8, 0.5) == pytest.approx(0.2)
