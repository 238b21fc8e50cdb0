"""Stacks as scrolling needs them: places, planes, and the one space of a series."""

from __future__ import annotations

from pathlib import Path

from radviewer.core.image import ImageRef
from radviewer.core.planes import slice_plane
from radviewer.core.study import Catalog, Instance, Series, Study
from radviewer.workbench.stack import StackList

AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


def listed(*spaces: str, frames: int = 1) -> StackList:
    instances = tuple(
        Instance(
            Path(f"/{number}"),
            frames=frames,
            planes=(slice_plane((0.0, 0.0, float(number)), AXIAL, (1.0, 1.0), (8, 8)),),
            frame_of_reference=space,
        )
        for number, space in enumerate(spaces)
    )
    series = (Series("1.2#1", "", "CT", instances), Series("1.2", "", "CT", (Instance(Path("/x")),)))
    return StackList.of(Catalog((Study("s", "", "", "", "", series),)))


def test_a_series_lies_in_the_space_that_its_images_name() -> None:
    track = listed("F", "F").track_of(ImageRef(Path("/0")))
    assert track is not None and track.spaces == ("F", "F")
    assert track.plane(1) is not None and track.at(ImageRef(Path("/1"))) == 1 and track.at(None) is None


def test_a_series_that_names_several_spaces_or_none_is_a_space_of_its_own() -> None:
    for spaces in (("F", "G"), ("", ""), ("", "F")):
        track = listed(*spaces).track_of(ImageRef(Path("/0")))
        assert track is not None and track.spaces == ("series 1.2",) * 2


def test_frames_without_a_plane_are_unknown() -> None:
    track = listed("F", frames=2).track_of(ImageRef(Path("/0"), 1))
    assert track is not None and track.plane(0) is not None and track.plane(1) is None


def test_a_frame_of_no_series_has_no_stack() -> None:
    stacks = listed("F")
    assert stacks.locate(ImageRef(Path("/none"))) is None and stacks.track_of(None) is None
    assert stacks.locate(ImageRef(Path("/x"))) == (1, 0)
