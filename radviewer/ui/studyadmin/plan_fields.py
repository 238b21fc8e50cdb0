"""What the wizard asks: the keys of `reader-study.toml` with words for people, page by page."""

from __future__ import annotations

from radviewer.readerstudy.plan import Counterbalance, DesignKind, Reveal
from radviewer.readerstudy.questions import QuestionKind
from radviewer.ui.i18n import tr
from radviewer.ui.studyadmin.fields import Field, Kind


def study_fields(seed: int) -> tuple[Field, ...]:
    """[study]."""
    return (
        Field("id", tr("Id"), tip=tr("Short name for files and keys: letters, digits, - _ ."), start="study-1"),
        Field("title", tr("Title"), start=tr("Reader study")),
        Field("investigator", tr("Investigator")),
        Field("notes", tr("Notes")),
        Field("seed", tr("Seed"), Kind.WHOLE, tip=tr("All chance of the schedule comes from it"), start=seed),
    )


def design_fields() -> tuple[Field, ...]:
    """[design]."""
    return (
        Field("kind", tr("Design"), Kind.CHOICE, tuple(kind.value for kind in DesignKind), start="sequential"),
        Field("washout_days", tr("Washout, days"), Kind.NUMBER, tip=tr("FDA's guidance names four weeks"), start=28),
        Field("counterbalance", tr("What takes turns"), Kind.CHOICE, tuple(c.value for c in Counterbalance),
              start="cases"),
        Field("sittings", tr("Sittings in a period"), Kind.WHOLE, start=1),
        Field("repeats", tr("Share of repeats"), Kind.NUMBER, tip=tr("0 to 0.5; measures intra-reader variance"),
              start=0.05),
        Field("sham_share", tr("Share of sham advice"), Kind.NUMBER,
              tip=tr("0 to 0.5; declared; tell your ethics committee"), start=0),
        Field("groups", tr("Case groups (split-plot)"), Kind.WHOLE, start=2),
        Field("interleave", tr("Mix arms within a sitting"), Kind.FLAG, start=False),
        Field("feedback", tr("Feedback in practice cases"), Kind.FLAG, start=True),
    )  # fmt: skip


def model_fields() -> tuple[Field, ...]:
    """[model]."""
    return (
        Field("id", tr("Model"), start="model"),
        Field("version", tr("Version"), start="1.0.0"),
        Field("sha256", tr("SHA-256 of the weights")),
        Field("operating_point", tr("Operating point"), Kind.NUMBER, tip=tr("Probability from which its call is yes"),
              start=0.5),
    )  # fmt: skip


def limit_fields() -> tuple[Field, ...]:
    """[limits]."""
    return (
        Field("case_seconds", tr("Seconds for a case"), Kind.NUMBER, tip=tr("Shown and recorded; ends nothing")),
        Field("sitting_seconds", tr("Seconds for a sitting"), Kind.NUMBER, tip=tr("Then a break is advised")),
        Field("idle_after", tr("Idle after, seconds"), Kind.NUMBER, start=30),
    )


def analysis_fields() -> tuple[Field, ...]:
    """[analysis]."""
    return (
        Field("question", tr("Question")),
        Field("primary_endpoint", tr("Primary endpoint"), tip=tr("For example AUC")),
        Field(
            "primary_analysis",
            tr("Primary analysis"),
            tip=tr("For example Obuchowski-Rockette, readers and cases random"),
        ),
        Field("planned_effect", tr("Planned difference"), Kind.NUMBER, tip=tr("That the sample size was planned for")),
        Field("noninferiority_margin", tr("Non-inferiority margin"), Kind.NUMBER, tip=tr("Empty for superiority")),
        Field("sample_size", tr("Sample size"), tip=tr("How the numbers of readers and cases were found")),
        Field("stopping_rule", tr("Stopping rule"), tip=tr("When reading ends; settled before the first read")),
    )


def viewing_fields() -> tuple[Field, ...]:
    """[viewing]."""
    return (
        Field("hanging", tr("Hanging"), Kind.CHOICE, ("1x1", "1x2", "1x3", "2x1", "2x2", "2x3", "3x3"), start="1x1"),
        Field("window_center", tr("First window: centre"), Kind.NUMBER, tip=tr("Empty: the image's own")),
        Field("window_width", tr("First window: width"), Kind.NUMBER),
        Field("window_locked", tr("Readers may not change it"), Kind.FLAG, start=False),
        Field("display", tr("Display and room"), tip=tr("Required viewing conditions, in words")),
    )


def condition_fields() -> tuple[Field, ...]:
    """[[conditions]]."""
    return (
        Field("name", tr("Name"), tip=tr("Readers see it: nothing that gives a sham away")),
        Field("ai", tr("AI shown"), Kind.LIST, tip=tr("Of: text, score, call, heatmap, contour. Empty: unaided")),
        Field("method", tr("Method"), tip=tr("Of the map, for example gradcam")),
        Field("layer", tr("Layer")),
        Field("opacity", tr("Opacity"), Kind.NUMBER, start=0.5),
        Field("reveal", tr("Appears"), Kind.CHOICE, ("", *(reveal.value for reveal in Reveal))),
        Field("map_from", tr("Map of"), Kind.CHOICE, ("case", "other-case"), start="case"),
        Field(
            "overlays",
            tr("Types dealt to the cases"),
            Kind.LIST,
            tip=tr("In place of a method, for example: gradcam, occlusion, none, other-case:gradcam"),
        ),
    )


def question_fields() -> tuple[Field, ...]:
    """[[questions]]."""
    return (
        Field("name", tr("Name"), tip=tr("A plain word, the column in exports")),
        Field("kind", tr("Kind"), Kind.CHOICE, tuple(kind.value for kind in QuestionKind), start="rating"),
        Field("text", tr("Words on the screen")),
        Field("low", tr("From"), Kind.NUMBER, start=0),
        Field("high", tr("To"), Kind.NUMBER, start=100),
        Field("step", tr("Step"), Kind.NUMBER, start=1),
        Field("choices", tr("Choices"), Kind.LIST, tip=tr("Of an ordinal scale or of labels, parted by commas")),
        Field("threshold_of", tr("Follows from"), tip=tr("A yes or no that follows from this rating")),
        Field("threshold", tr("Yes from"), Kind.NUMBER),
        Field("required", tr("Required"), Kind.FLAG, start=True),
    )


def reader_fields() -> tuple[Field, ...]:
    """[[readers]]."""
    return (
        Field("name", tr("Name")),
        Field("experience", tr("Experience"), tip=tr("A level, for example resident")),
        Field("years", tr("Years"), Kind.NUMBER),
        Field("group", tr("Arm or case group"), tip=tr("Only in parallel and split-plot designs")),
    )


def case_fields() -> tuple[Field, ...]:
    """[[cases]], flat."""
    return (
        Field("name", tr("Name")),
        Field("path", tr("Files or folder"), tip=tr("From the plan's folder; several parted by |")),
        Field("truth", tr("Positive"), Kind.FLAG, tip=tr("A filled box: not known yet")),
        Field("truth_source", tr("Truth from")),
        Field("ai_score", tr("AI score"), Kind.NUMBER, tip=tr("Probability from 0 to 1")),
        Field("ai_text", tr("AI text")),
        Field("map", tr("Heat map"), tip=tr("A file: .npy, .npz, .png or .tif. Several: METHOD=FILE, parted by |")),
        Field("map_method", tr("Its method")),
        Field("training", tr("Practice"), Kind.FLAG, start=False),
    )


START_CONDITIONS = ({"name": "unaided"}, {"name": "aided", "ai": ["score", "call"]})
START_QUESTIONS = (
    {"name": "rating", "kind": "rating", "text": "How likely is the finding?"},
    {"name": "call", "kind": "binary", "text": "Would you report it?", "threshold_of": "rating", "threshold": 50.0},
)
START_READERS = ({"name": "R1", "experience": "resident"}, {"name": "R2", "experience": "consultant"})
