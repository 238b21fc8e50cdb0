"""The same reads for other programs: iMRMC, MRMCaov and RJafroc.

* iMRMC: text with a header and rows "reader,case,modality,score"; truth rows have reader -1 and modality 0
  (iMRMC user manual, "Reader study data").
* MRMCaov: a data frame with columns reader, treatment, case, truth, rating for `mrmc()`.
* RJafroc: a workbook with the sheets TRUTH, TP and FP in its "factorial ROC" form; ids are whole numbers there, so a
  fourth sheet says which number is whom.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.exchange.rows import LongTable, Row, csv_text


def rated(table: LongTable) -> tuple[Row, ...]:
    """Rows with a rating.

    Raises:
        InputProblem: There is none.
    """
    rows = tuple(row for row in table.rows if row["rating"] is not None)
    if not rows:
        raise InputProblem("No reading is there to export.", hint="Export again when readers have begun.")
    return rows


def imrmc_text(table: LongTable, title: str) -> str:
    """The contents of an `.imrmc` file."""
    rows = rated(table)
    truth = {row["case"]: row["truth"] for row in rows}
    lines = [
        _line(title), f"NR: {len({row['reader'] for row in rows})}",
        f"N0: {sum(not positive for positive in truth.values())}", f"N1: {sum(truth.values())}",
        f"NM: {len({row['condition'] for row in rows})}", "", "BEGIN DATA:",
    ]  # fmt: skip
    lines += [f"-1,{_word(case)},0,{positive}" for case, positive in truth.items()]
    lines += [f"{_word(r['reader'])},{_word(r['case'])},{_word(r['condition'])},{r['rating']:g}" for r in rows]
    return "\n".join(lines) + "\n"


def mrmcaov_csv(table: LongTable) -> str:
    """The data frame of MRMCaov as CSV."""
    names = ("reader", "condition", "case", "truth", "rating")
    rows = [[row[name] for name in names] for row in rated(table)]
    return csv_text(("reader", "treatment", "case", "truth", "rating"), rows)


def rjafroc_workbook(table: LongTable) -> bytes:
    """The workbook of RJafroc."""
    from openpyxl import Workbook

    rows = rated(table)
    readers, arms, cases = (_numbers(rows, name) for name in ("reader", "condition", "case"))
    truth = {row["case"]: row["truth"] for row in rows}
    book = Workbook()
    sheet = book.active
    sheet.title = "TRUTH"
    _fill(sheet, ("CaseID", "LesionID", "Weight", "ReaderID", "ModalityID", "Paradigm"), [
        (number, truth[case], truth[case], ", ".join(map(str, readers.values())), ", ".join(map(str, arms.values())),
         {0: "ROC", 1: "factorial"}.get(index))
        for index, (case, number) in enumerate(cases.items())
    ])  # fmt: skip
    found = [(readers[r["reader"]], arms[r["condition"]], cases[r["case"]], r["truth"], r["rating"]) for r in rows]
    _fill(book.create_sheet("TP"), ("ReaderID", "ModalityID", "CaseID", "LesionID", "TP_Rating"),
          [(j, i, k, 1, rating) for j, i, k, positive, rating in found if positive])  # fmt: skip
    _fill(book.create_sheet("FP"), ("ReaderID", "ModalityID", "CaseID", "FP_Rating"),
          [(j, i, k, rating) for j, i, k, positive, rating in found if not positive])  # fmt: skip
    names = (("reader", readers), ("modality", arms), ("case", cases))
    legend = [(kind, number, name) for kind, numbers in names for name, number in numbers.items()]
    _fill(book.create_sheet("LEGEND"), ("kind", "number", "name"), legend)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _numbers(rows: Sequence[Row], name: str) -> dict[str, int]:
    return {value: index for index, value in enumerate(dict.fromkeys(row[name] for row in rows), 1)}


def _fill(sheet: Any, header: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    sheet.append(list(header))
    for row in rows:
        sheet.append(list(row))
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # text stays text, even if it looks like a formula


def _word(text: str) -> str:
    """A name that cannot break a comma-separated line."""
    return _line(text).replace(",", ";")


def _line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
