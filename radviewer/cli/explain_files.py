"""The files that `radviewer explain` writes for one map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from radviewer.cli.output import as_csv, as_json
from radviewer.core.errors import InputProblem, Problem, describe
from radviewer.core.explanation import Explanation
from radviewer.core.image import Image
from radviewer.core.overlay import OverlayStyle, ScaleMode, normalised, scale_top
from radviewer.core.trust import TrustCard
from radviewer.io.export import write_atomically
from radviewer.workbench.facts import explanation_facts
from radviewer.workbench.map_files import ENDINGS, MapKind, map_words, write_map_as
from radviewer.workbench.requests import AssistResult
from radviewer.workbench.trust import trust_facts
from radviewer.workbench.trust_table import TABLE_COLUMNS, means, table_row


def write_map(
    stem: Path, image: Image, explanation: Explanation, result: AssistResult, style: OverlayStyle
) -> list[Path]:
    """STEM.png (overlay), STEM.npy (float32 on the image's grid, in the map's units) and STEM.json (facts)."""
    paths = [export_map(stem, image, explanation, style, kind) for kind in (MapKind.PICTURE, MapKind.VALUES)]
    facts = _with(stem, ".json")
    write_atomically(facts, as_json(explanation_facts(explanation, result, style)).encode(), overwrite=True)
    return [*paths, facts]


def export_map(stem: Path, image: Image, explanation: Explanation, style: OverlayStyle, kind: MapKind) -> Path:
    """The map as one more file in the image's own geometry.

    Raises:
        InputProblem: The image is no DICOM file and a DICOM object was asked for.
    """
    path = _with(stem, ENDINGS[kind])
    write_map_as(path, kind, image, explanation, style, overwrite=True)
    return path


@dataclass(slots=True)
class _Series:
    """The maps of one method and label over the frames of one file."""

    image: Image
    stem: Path
    explanations: dict[int, Explanation]
    scale: ScaleMode


class Segmentations:
    """DICOM Segmentations of maps: one for each file, method and label, with a frame for each explained frame.

    Args:
        folder: Where they are written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[tuple[Path, str, str], _Series] = {}

    def add(self, image: Image, name: str, explanation: Explanation, style: OverlayStyle) -> list[Path]:
        """Takes a map, and writes it at once if the file has no other frames.

        Args:
            image: Whose grid the map is on.
            name: Of the output, without ending; used where the file has one frame.
            explanation: The map.
            style: Whose scale's top is 255.

        Raises:
            InputProblem: The image is no DICOM file, or cannot be referred to.
        """
        from radviewer.pacs.map_objects import source_frames

        path = image.ref.path
        if source_frames(image) == 1:
            return [self._write(_Series(image, self._folder / name, {0: explanation}, style.scale))]
        key = (path, explanation.method.value, explanation.label.key)
        stem = self._folder / f"{path.stem}.{explanation.method}.{explanation.label.key}"
        series = self._waiting.setdefault(key, _Series(image, stem, {}, style.scale))
        series.explanations[image.ref.frame] = explanation
        return []

    def write(self) -> Iterator[tuple[Path, Path | Problem]]:
        """Writes what waits for its other frames.

        Yields:
            (source, file written or why it was not).
        """
        for series in self._waiting.values():
            try:
                yield series.image.ref.path, self._write(series)
            except InputProblem as problem:
                yield series.image.ref.path, describe(problem)
        self._waiting.clear()

    def _write(self, series: _Series) -> Path:
        from radviewer.pacs.map_objects import maps_segmentation

        explanations = series.explanations
        # One scale for all frames, so that their fractions may be compared.
        top = max(scale_top(item, series.scale) for item in explanations.values())
        shares = {frame: normalised(item.on_image(), top) for frame, item in explanations.items()}
        data = maps_segmentation(series.image, shares, map_words(next(iter(explanations.values())), top))
        path = _with(series.stem, ".seg.dcm")
        write_atomically(path, data, overwrite=True)
        return path


def write_table(folder: Path, cards: Sequence[TrustCard]) -> list[Path]:
    """trust.csv, one row a map, and trust.json with the same rows and their means."""
    csv_path, json_path = folder / "trust.csv", folder / "trust.json"
    rows = [table_row(card) for card in cards]
    write_atomically(csv_path, as_csv(TABLE_COLUMNS, rows).encode(), overwrite=True)
    content = {
        "maps": [dict(zip(TABLE_COLUMNS, row, strict=True)) for row in rows],
        "means": means(cards),
        "notice": "Research use only, not for diagnosis.",
    }
    write_atomically(json_path, as_json(content).encode(), overwrite=True)
    return [csv_path, json_path]


def means_text(cards: Sequence[TrustCard]) -> str:
    """The means in one line for each group, for the terminal."""
    lines = []
    for group in means(cards):
        parts = [f"{key} {value:.2f}" for key, value in group.items() if isinstance(value, float)]
        lines.append(f"{group['label']}: {group['maps']} maps; {', '.join(parts)}")
    return "\n".join(lines)


def write_trust(stem: Path, card: TrustCard) -> Path:
    """STEM.trust.json."""
    path = _with(stem, ".trust.json")
    write_atomically(path, as_json(trust_facts(card)).encode(), overwrite=True)
    return path


def _with(stem: Path, ending: str) -> Path:
    return stem.with_name(stem.name + ending)
