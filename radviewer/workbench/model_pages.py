"""A model pack as a page: what it is, where it is from, when it flags or refuses, and its author's card."""

from __future__ import annotations

from collections.abc import Iterator

from radviewer.inference.manifest import PackManifest
from radviewer.workbench.model_store import ModelCard, size_text

_STATISTICS = {
    "mean": "mean grey value",
    "std": "contrast (standard deviation)",
    "dark": "share of dark background",
    "border": "grey value at the border",
    "detail": "detail and noise",
}


def model_page(card: ModelCard) -> str:
    """Markdown."""
    if card.manifest is None:
        reason = card.problem.sentence() if card.problem else "It cannot be used."
        refused = (f"# {_plain(card.folder.name)}", f"**Refused.** {_plain(reason)}", f"Folder: `{card.folder}`")
        return "\n\n".join(refused) + "\n"
    manifest = card.manifest
    parts = [
        f"# {_plain(manifest.title)}",
        f"`{manifest.id}` {manifest.version}, {size_text(card.size)}, {_origin(card)}",
        f"**Intended use.** {_plain(manifest.intended_use)}",
        "## Labels and operating points",
        "\n".join(_labels(manifest)),
        "## Input gate",
        "\n".join(f"* {line}" for line in _gate(manifest)),
        "## Files",
        f"Folder: `{card.folder}`",
        f"Weights: `{manifest.weights.file}` ({manifest.weights.dtype}), SHA-256 `{manifest.weights.sha256}`",
        f"Licence: {_plain(manifest.licence)}",
        "---",
        _lowered(card.card),
    ]
    return "\n\n".join(parts) + "\n"


def _origin(card: ModelCard) -> str:
    words = {"bundled": "came with the program", "user": "in your own folder", "given": "in a given folder"}
    return words.get(card.origin.value, f"from {card.origin.value}")


def _labels(manifest: PackManifest) -> Iterator[str]:
    points = {point.label_key: point for point in manifest.operating_points}
    yield "| label | operating point | sensitivity | specificity | measured on |"
    yield "|---|---|---|---|---|"
    for label in manifest.labels:
        point = points.get(label.key)
        if point is None:
            yield f"| {_cell(label.name)} | none | | | |"
            continue
        found = ("" if value is None else f"{value:.2f}" for value in (point.sensitivity, point.specificity))
        version = "" if point.model_version == manifest.version else f" (set on version {point.model_version})"
        cells = (_cell(label.name), f"{point.threshold:.2f}", *found, _cell(point.source + version))
        yield f"| {' | '.join(cells)} |"
    if manifest.temperature is None:
        yield "\nProbabilities are not calibrated."
    else:
        yield f"\nProbabilities are calibrated on {_plain(manifest.calibration_source)}."


def _gate(manifest: PackManifest) -> Iterator[str]:
    gate = manifest.gate
    if gate.modalities:
        yield f"Refuses other modalities than {', '.join(gate.modalities)}, where the header gives one."
    if gate.body_parts:
        yield f"Flags other body parts than {', '.join(gate.body_parts)}, where the header gives one."
    if not gate.color:
        yield "Refuses colour pictures."
    for item in gate.statistics:
        what = _STATISTICS.get(item.name, item.name)
        yield f"Flags an image whose {what} is outside {item.low:.3f} to {item.high:.3f}."
    features = gate.features
    if features is not None:
        yield (
            f"Measures how unlike its own data an image is: unusual above a distance of {features.flag_above:.2f}, "
            f"refused above {features.refuse_above:.2f} (set on {_plain(features.source)})."
        )
    else:
        yield "Does not measure how unlike its own data an image is."


def _lowered(card: str) -> str:
    """The author's card with its headings one level down, so that the page has one title."""
    return "\n".join(f"#{line}" if line.startswith("#") else line for line in card.splitlines())


def _plain(text: str) -> str:
    """A text of the pack as text and not as markup."""
    return "".join(f"\\{character}" if character in "\\`*_{}[]<>#|" else character for character in text)


def _cell(text: str) -> str:
    return _plain(" ".join(text.split()))
