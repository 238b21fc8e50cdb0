"""The evaluation of a pack as a page of the report's own model: tables, reliability diagram, robustness curves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radviewer import __version__
from radviewer.report.drawing import Drawing
from radviewer.report.page import Bullets, Callout, Facts, Figure, Page, Paragraph, Section, table
from radviewer.report.palette import series
from radviewer.report.plot import Plot, legend
from radviewer.report.text import interval, number

if TYPE_CHECKING:
    from radviewer.inference.manifest import PackManifest
    from radviewer.training.assessment import Assessment, Estimate, Reliability
    from radviewer.training.robustness import Curve

FOOTER = "radviewer evaluation report. Research use only, not for diagnosis."
_DIGITS = 4
_NAMES = {
    "accuracy": "Accuracy",
    "balanced_accuracy": "Balanced accuracy",
    "macro_precision": "Precision, macro",
    "macro_recall": "Recall, macro",
    "macro_f1": "F1, macro",
    "weighted_precision": "Precision, weighted",
    "weighted_recall": "Recall, weighted",
    "weighted_f1": "F1, weighted",
    "macro_auc": "AUC, macro",
}


def evaluation_page(
    manifest: PackManifest, data: str, results: list[Assessment], curves: tuple[Curve, ...], date: str
) -> Page:
    """The page.

    Args:
        manifest: Of the pack.
        data: Name of the folder of images.
        results: The whole set first, then its parts.
        curves: May be empty.
        date: ISO, as shown.
    """
    sections = [_summary(results), _labels(results[0]), _calibration(results[0])]
    sections += [_points(results[0])] if results[0].points else []
    sections += [_subgroups(results[0])] if results[0].subgroups else []
    sections += [_robustness(curves)] if curves else []
    facts = Facts(
        (
            ("model", f"{manifest.id} {manifest.version}"),
            ("weights SHA-256", manifest.weights.sha256),
            ("images", data),
            ("radviewer", __version__),
        )
    )
    return Page(manifest.title, "Evaluation report", date, facts, tuple(sections), FOOTER)


def _estimate(item: Estimate) -> str:
    if item.value is None:
        return "undefined"
    return f"{number(item.value, _DIGITS)} {interval(item.interval, _DIGITS) if item.interval else ''}".strip()


def _summary(results: list[Assessment]) -> Section:
    header = ["", *(f"{item.figures.name} ({item.figures.images} images)" for item in results)]
    rows = [[name, *(_estimate(item.averages[key]) for item in results)] for key, name in _NAMES.items()]
    rows.append(["Log loss", *(number((item.after or item.before).log_loss, _DIGITS) for item in results)])
    whole = results[0]
    drawn = f"whole patients ({whole.patients} known)" if whole.patients else "images, as if they were independent"
    words = [
        f"95 % intervals by a bootstrap over {drawn}.",
        "'plain' is the whole set. The other columns are parts of it: named lists, or 'strict', the images without "
        "copy (equal or near) and without patient among the training images. Where they differ, believe 'strict'.",
        f"The input gate flagged {whole.flagged} and refused {whole.refused} of the {whole.figures.images} images; "
        "they are counted here all the same.",
    ]
    section = Section("Figures").add(table("Averages", header, rows, "l" + "r" * len(results)), Bullets(tuple(words)))
    if len(results) == 1:
        note = "Whether these images have copies among the training images was not looked at: add --train or --list."
        section.add(Callout(note, "caution"))
    return section


def _labels(result: Assessment) -> Section:
    figures = result.figures
    rows = [
        [
            item.label, str(item.images),
            *(number(value, _DIGITS) for value in (item.sensitivity, item.specificity, item.precision, item.f1)),
            f"{number(item.auc, _DIGITS)} {interval(item.auc_interval, _DIGITS) if item.auc_interval else ''}".strip(),
        ]
        for item in figures.labels
    ]  # fmt: skip
    header = ["label", "images", "sensitivity", "specificity", "precision", "F1", "AUC (DeLong)"]
    keys = [item.label for item in figures.labels]
    confusion = [[key, *map(str, row)] for key, row in zip(keys, figures.confusion, strict=True)]
    return Section("Labels").add(
        table("Each label against the others, called by the highest probability", header, rows, "lrrrrrr"),
        table("Confusion: rows are the truth, columns the call", ["", *keys], confusion, "l" + "r" * len(keys)),
    )


def _calibration(result: Assessment) -> Section:
    section = Section("Calibration")
    kinds = [("bare logits", result.before)] + ([("with temperature", result.after)] if result.after else [])
    rows = [[name, number(item.error, _DIGITS), number(item.log_loss, _DIGITS)] for name, item in kinds]
    section.add(
        table("Expected calibration error (10 bins) and log loss", ["", "ECE", "log loss"], rows, "lrr"),
        Figure("Share of right calls by stated probability", reliability_diagram(kinds)),
    )
    return section


def reliability_diagram(kinds: list[tuple[str, Reliability]]) -> Drawing:
    """One panel for each set of probabilities: stated against observed, with Wilson intervals."""
    side = 190.0
    drawing = Drawing(
        60 + len(kinds) * (side + 60) - 48, side + 70, "Reliability diagram",
        "; ".join(f"{name}: expected calibration error {number(item.error, 3)}" for name, item in kinds) + ".",
    )  # fmt: skip
    ticks = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    for place, (name, item) in enumerate(kinds):
        plot = Plot(drawing, 48 + place * (side + 60), 24, side, side, (0, 1), (0, 1))
        plot.frame("highest probability", "share that is right", xticks=ticks, yticks=ticks)
        plot.diagonal()
        plot.title(name)
        look = series(1)
        for part in item.bins:
            drawing.line(plot.at(part.stated, part.interval[0]), plot.at(part.stated, part.interval[1]), look.colour, 1)
            drawing.marker(plot.at(part.stated, part.right), look.marker, look.colour)
    return drawing


def _points(result: Assessment) -> Section:
    rows = [
        [
            point.label, number(point.threshold, _DIGITS),
            f"{number(point.sensitivity, 3)} {interval(point.sensitivity_interval, 3)}",
            f"{number(point.specificity, 3)} {interval(point.specificity_interval, 3)}",
            number(point.stated_sensitivity, 3), number(point.stated_specificity, 3),
        ]
        for point in result.points
    ]  # fmt: skip
    header = ["label", "threshold", "sensitivity here", "specificity here", "sensitivity stated", "specificity stated"]
    return Section("Operating points").add(
        table("The pack's operating points on these images", header, rows, "lrrrrr", note="Wilson intervals, 95 %.")
    )


def _subgroups(result: Assessment) -> Section:
    rows: list[list[str]] = []
    groups: list[int] = []
    last = ""
    for item in result.subgroups:
        if item.column != last:
            groups.append(len(rows))
            rows.append([item.column, "", "", "", ""])
            last = item.column
        figures = item.figures
        cells = ["too few", "", ""]
        if figures is not None:
            cells = [
                f"{number(figures.accuracy, 3)} {interval(figures.accuracy_interval, 3)}",
                number(figures.balanced_accuracy, 3), number(figures.macro_auc, 3),
            ]  # fmt: skip
        rows.append([item.value, str(item.images), *cells])
    header = ["", "images", "accuracy", "balanced accuracy", "macro AUC"]
    return Section("Subgroups").add(
        table("Figures by subgroup", header, rows, "lrrrr", groups=groups, note="None for fewer than ten images.")
    )


def _robustness(curves: tuple[Curve, ...]) -> Section:
    section = Section("Robustness").add(
        Paragraph("Each image is changed before preprocessing; every level is scored anew on all images.")
    )
    for curve in curves:
        rows = [
            ["unchanged" if point.level is None else number(point.level, 2), _estimate(point.accuracy),
             _estimate(point.macro_auc)]
            for point in curve.points
        ]  # fmt: skip
        name = curve.kind.value
        section.add(
            table(f"{name.capitalize()} ({curve.unit})", ["level", "accuracy", "macro AUC"], rows, "rrr"),
            Figure(f"Accuracy and macro AUC under {name}", robustness_diagram(curve)),
        )
    return section


def robustness_diagram(curve: Curve) -> Drawing:
    """Accuracy and macro AUC from unchanged images (left) to the strongest level."""
    count = len(curve.points)
    drawing = Drawing(330, 240, f"Robustness: {curve.kind.value}", f"Figures at {count} levels; {curve.unit}.")
    plot = Plot(drawing, 48, 34, 260, 150, (-0.3, count - 0.7), (0, 1))
    words = ["none" if point.level is None else f"{point.level:g}" for point in curve.points]
    plot.frame(
        curve.unit, "figure", xticks=tuple(map(float, range(count))), yticks=(0.0, 0.25, 0.5, 0.75, 1.0),
        xformat=lambda value: words[round(value)],
    )  # fmt: skip
    entries = []
    for number_, name in enumerate(("accuracy", "macro AUC"), start=1):
        look = series(number_)
        found = [
            (place, point.accuracy if number_ == 1 else point.macro_auc) for place, point in enumerate(curve.points)
        ]
        spots = [(plot.at(place, item.value), item, place) for place, item in found if item.value is not None]
        drawing.path([spot for spot, _, _ in spots], look.colour, 1.6, dash=look.dash)
        for spot, item, place in spots:
            if item.interval:
                low, high = item.interval
                drawing.line(plot.at(place, low), plot.at(place, high), look.colour, 0.9)
            drawing.marker(spot, look.marker, look.colour)
        entries.append((name, look))
    legend(drawing, (54, 14), entries)
    return drawing
