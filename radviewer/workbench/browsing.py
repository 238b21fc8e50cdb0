"""The study browser's texts: how patients, studies and series are named, dated and found."""

from __future__ import annotations

from radviewer.core.image import ImageRef
from radviewer.core.study import Series, Study
from radviewer.workbench.stack import series_refs


def patient_title(study: Study) -> str:
    """The patient as "Family, Given" from the DICOM form; "No patient name" where there is none."""
    family, _, given = study.patient_name.split("=")[0].partition("^")
    words = " ".join(part for part in given.split("^") if part)
    return ", ".join(part for part in (family.strip(), words.strip()) if part) or "No patient name"


def study_title(study: Study) -> str:
    """Date and description, for example "2004-01-19  Brain MR"."""
    parts = (date_text(study.date), study.description)
    return "  ".join(part for part in parts if part) or "Study"


def date_text(date: str) -> str:
    """YYYYMMDD as YYYY-MM-DD; anything else as it is."""
    return f"{date[:4]}-{date[4:6]}-{date[6:]}" if len(date) == 8 and date.isdigit() else date


def series_title(series: Series) -> str:
    """What the series is called."""
    return series.description or series.modality or "Series"


def series_subtitle(series: Series) -> str:
    """Modality, body part and size, for example "MR  Brain  55 images"."""
    count = series.frame_count
    number = f"{count} image" + ("" if count == 1 else "s") if count else "no images"
    part = series.body_part.capitalize()
    return "  ".join(word for word in (series.modality, part, number) if word)


def matches(words: str, study: Study, series: Series) -> bool:
    """Whether every word of a search occurs in the study's or series' texts."""
    text = " ".join(
        (
            patient_title(study),
            study.patient_id,
            study_title(study),
            study.date,
            series_title(series),
            series.modality,
            series.body_part,
        )
    ).casefold()
    return all(word in text for word in words.casefold().split())


def thumbnail_ref(series: Series) -> ImageRef | None:
    """The middle image of a series, or None."""
    refs = series_refs(series)
    return refs[len(refs) // 2] if refs else None
