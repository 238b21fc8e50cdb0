"""A page for one reader after the study: what was false on purpose, why, and what the reader made of it."""

from __future__ import annotations

from collections.abc import Sequence

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.debrief import Debrief, FalseAdvice, debrief_of, has_false_advice, record_debrief
from radviewer.readerstudy.ledger import StoreProblem
from radviewer.readerstudy.opened import OpenedStudy, open_study
from radviewer.readerstudy.study_store import StudyStore
from radviewer.report.html import to_html
from radviewer.report.page import Bullets, Callout, Facts, Page, Paragraph, Section, table

FOOTER = "radviewer debriefing. Research use only, not for diagnosis."


def debrief_files(store: StudyStore, readers: Sequence[str], date: str) -> list[tuple[str, bytes | InputProblem]]:
    """Pages by file name; a reader who cannot be debriefed yet comes with the reason. Each page is recorded.

    Args:
        store: Open with the administrator's keys.
        readers: Whom to debrief; all readers of the plan if empty.
        date: ISO date to show.

    Raises:
        StoreProblem: The study is blinded, or nothing in it was false on purpose.
    """
    opened = open_study(store)
    store.require_unblinded()
    if not has_false_advice(opened):
        raise StoreProblem("Nothing in this study was false on purpose.", hint="There is nothing to debrief about.")
    found: list[tuple[str, bytes | InputProblem]] = []
    for number, reader in enumerate(readers or [reader.name for reader in opened.plan.readers], 1):
        name = f"debrief-{number:02d}-{_plain(reader)}.html"
        try:
            one = debrief_of(opened, reader)
        except InputProblem as problem:
            found.append((name, problem))
            continue
        found.append((name, to_html(debrief_page(opened, one, date)).encode()))
        record_debrief(store, one)
    return found


def debrief_page(opened: OpenedStudy, found: Debrief, date: str) -> Page:
    """The page for one reader."""
    study = opened.plan.study
    facts = Facts((
        ("Reader", found.reader), ("Study", study.id), ("Plan (SHA-256)", opened.plan.hash),
        ("Simulated", "yes: these are no human calls" if study.simulated else "no"),
    ))  # fmt: skip
    return Page(
        study.title, "Debriefing after a reader study", date, facts, (_what(found), _why(), _own(found)), FOOTER
    )


def _what(found: Debrief) -> Section:
    advice = [line for line in found.lines if line.advice_false]
    maps = [line for line in found.lines if line.foreign_map]
    words = [
        f"You read {found.aided} times with AI. In {len(advice)} of these readings the AI's call and score were false "
        "on purpose: turned to the opposite of what the AI really said.",
        f"In {len(maps)} readings the heat map belonged to another case.",
    ]
    section = Section("What was false").add(Bullets(tuple(w for w, n in zip(words, (advice, maps), strict=True) if n)))
    if not found.lines:
        return section.add(Paragraph("None of your readings showed anything false."))
    rows = [
        (f"{line.position}", f"{line.period}.{line.sitting}", _finding(line.truth), _finding(line.shown_call),
         _finding(line.real_call), "another case's" if line.foreign_map else "its own or none",
         _finding(line.before), _finding(line.after))
        for line in found.lines
    ]  # fmt: skip
    header = ("Case", "Period.sitting", "Truth", "Shown to you", "The AI really said", "Map", "Your call before",
              "Your call with AI")  # fmt: skip
    return section.add(
        table("Readings with something false.", header, rows, "rrllllll",
              note="Cases have the numbers that they had in the reading room."),
    )  # fmt: skip


def _why() -> Section:
    return Section("Why").add(
        Paragraph(
            "How far readers rely on AI can only be measured where it is wrong, and a good AI is seldom wrong. The "
            "share of false advice and its cases were drawn and sealed before the first reading, were the same for all "
            "readers, and are declared in every report of the study."
        ),
        Callout("The cases were cases of the study. No patient was treated by these readings.", "note"),
    )


def _own(found: Debrief) -> Section:
    advice = [line for line in found.lines if line.advice_false]
    judged = [line for line in advice if line.before is not None and line.after is not None]
    right = [line for line in judged if line.before == line.truth]
    section = Section("Your calls on false advice")
    if not judged:
        return section.add(Paragraph("There is no pair of calls without and with AI on these cases."))
    return section.add(
        Bullets((
            f"You went over to the false call in {_count(judged)} of {len(judged)} readings.",
            f"Where your own call had been right ({len(right)} readings) you kept it in "
            f"{sum(line.after == line.truth for line in right)}.",
        )),
        Paragraph(
            "Most readers follow some false advice. Single figures from so few readings say little about one person; "
            "they are used together with those of the other readers."
        ),
    )  # fmt: skip


def _count(lines: Sequence[FalseAdvice]) -> int:
    return sum(line.followed for line in lines)


def _finding(value: bool | None) -> str:
    return "none" if value is None else "positive" if value else "negative"


def _plain(name: str) -> str:
    return "".join(c if c.isalnum() and c.isascii() else "-" for c in name)[:40] or "reader"
