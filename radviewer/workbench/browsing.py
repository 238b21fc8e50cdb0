"""The study browser's texts: how patients, studies and series are named, dated and found.

In de-identified mode nothing of the header that could name the patient is shown: no name, number, date or text that
somebody typed, only what the machine is and how much there is.
"""

from __future__ import annotations

from collections.abc import Callable

from radviewer.core.image import ImageRef
from radviewer.core.study import Series, Study


def patient_title(study: Study, words: Callable[[str], str] = str) -> str:
    """The patient as "Family, Given" from the DICOM form; "No patient name" in a language where there is none."""
    family, _, given = study.patient_name.split("=")[0].partition("^")
    others = " ".join(part for part in given.split("^") if part)
    return ", ".join(part for part in (family.strip(), others.strip()) if part) or words("No patient name")


def study_title(study: Study, *, hidden: bool = False) -> str:
    """Date and description, for example "2004-01-19  Brain MR"; its modalities where those are hidden."""
    if hidden:
        return f"Study  {study_modalities(study)}".strip()
    parts = (date_text(study.date), study.description)
    return "  ".join(part for part in parts if part) or "Study"


def study_modalities(study: Study) -> str:
    """The modalities of a study's images, each once, for example "CT, SR"."""
    return ", ".join(dict.fromkeys(series.modality for series in study.series if series.modality))


def date_text(date: str) -> str:
    """YYYYMMDD as YYYY-MM-DD; anything else as it is."""
    return f"{date[:4]}-{date[4:6]}-{date[6:]}" if len(date) == 8 and date.isdigit() else date


AGE_UNITS = {"Y": "{age} y", "M": "{age} mo", "W": "{age} w", "D": "{age} d"}


def age_text(age: str, words: Callable[[str], str] = str) -> str:
    """DICOM's "063Y" as "63 y", "004M" as "4 mo"; anything else as it is (PS3.5 section 6.2, AS).

    Args:
        age: The value of the attribute.
        words: Translates a text of `AGE_UNITS`.
    """
    if len(age) == 4 and age[:3].isdigit() and age[3] in AGE_UNITS:
        return words(AGE_UNITS[age[3]]).format(age=int(age[:3]))
    return age


def age_sex_text(study: Study, words: Callable[[str], str] = str) -> str:
    """The patient's age and sex, for example "63 y F"; what is not known is left out."""
    return " ".join(part for part in (age_text(study.patient_age, words), study.patient_sex) if part)


def series_title(series: Series, *, hidden: bool = False) -> str:
    """What the series is called; its modality and number where what somebody typed is hidden."""
    if hidden:
        words = (series.modality or "Series", "" if series.number is None else f"series {series.number}")
        return " ".join(word for word in words if word)
    return series.description or series.modality or "Series"


def images_text(count: int) -> str:
    """How many images, in words."""
    return "no images" if count == 0 else "1 image" if count == 1 else f"{count} images"


def series_subtitle(series: Series, *, hidden: bool = False) -> str:
    """Modality, body part and size, for example "MR  Brain  55 images"."""
    count = series.frame_count
    number = images_text(count)
    part = series.body_part.capitalize()
    return number if hidden else "  ".join(word for word in (series.modality, part, number) if word)


def study_text(study: Study, *, hidden: bool = False) -> str:
    """What a search looks for in a study, in lower case: its texts as they are shown."""
    named = () if hidden else (patient_title(study), study.patient_id, study.date)
    return " ".join((study_title(study, hidden=hidden), *named)).casefold()


def series_text(series: Series, *, hidden: bool = False) -> str:
    """What a search looks for in a series, in lower case: its texts as they are shown."""
    part = "" if hidden else series.body_part
    return f"{series_title(series, hidden=hidden)} {series.modality} {part}".casefold()


def thumbnail_ref(series: Series) -> ImageRef | None:
    """The middle image of a series, or None."""
    place = series.frame_count // 2
    for item in series.instances:
        if place < item.frames:
            return ImageRef(item.path, place)
        place -= item.frames
    return None
