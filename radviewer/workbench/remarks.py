"""What the reader of a file found odd, and how its pixels came to the screen, in words."""

from __future__ import annotations

from collections.abc import Callable

from radviewer.core.image import Image, LookupTable
from radviewer.workbench.readout import number


def remarks_title(image: Image) -> str:
    """The remark, or how many there are; empty without any."""
    found = image.facts.warnings
    if len(found) > 1:
        return f"{len(found)} remarks on this image"
    return found[0] if found else ""


def remarks_page(image: Image, translate: Callable[[str], str] = str) -> str:
    """All remarks and the image's way to the screen, as Markdown in the language of `translate`; no identifiers."""
    facts = image.facts
    remarks = [f"* {_inert(translate(text))}" for text in facts.warnings]
    lines = remarks or [translate("Nothing odd was found in this file.")]
    rows, columns = image.shape
    lut = image.modality_lut
    modality = "look-up table" if isinstance(lut, LookupTable) else f"x {number(lut.slope)} + {number(lut.intercept)}"
    table = (
        ("Pixels", f"{columns} x {rows}, {image.pixels.dtype}, {facts.bits_stored} bits, {facts.photometric}"),
        ("Decoder", facts.decoder),
        ("Transfer syntax", facts.transfer_syntax_uid),
        ("To modality values", modality),
        ("Inverted for display", "yes" if image.inverse else "no"),
        ("Pixel spacing", f"{image.spacing.row:g} x {image.spacing.column:g} mm ({image.spacing.kind.value})"
         if image.spacing else "unknown: lengths are uncalibrated"),
    )  # fmt: skip
    body = "\n".join(f"| {translate(name)} | {_inert(translate(text))} |" for name, text in table if text)
    return "\n".join((*lines, "", "| | |", "|---|---|", body))


def _inert(text: str) -> str:
    """Text of a file as text: no markup, no lines of its own."""
    safe = "".join(character if character.isprintable() else " " for character in text)
    return "".join("\\" + character if character in "\\`*_{}[]<>()#+!|~&" else character for character in safe)
