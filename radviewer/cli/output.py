"""How commands print: tables for people, JSON and CSV for programs, a progress bar only on a terminal."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from radviewer.core.errors import InputProblem, Problem
from radviewer.core.tasks import Progress
from radviewer.workbench.prediction_files import problem_object as problem_json
from radviewer.workbench.text_files import as_csv, as_json

__all__ = [
    "as_csv", "as_json", "as_table", "emit", "existing_folder", "problem_json", "progress_bar", "tell", "tell_problem",
]  # fmt: skip


def as_table(header: Sequence[str], rows: Sequence[Sequence[object]], numeric: Sequence[str] = ()) -> str:
    """A plain text table.

    Args:
        header: Column titles.
        rows: Cells, shown by `str`; None is empty.
        numeric: Titles of columns that are set flush right.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for title in header:
        table.add_column(title, justify="right" if title in numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else _visible(str(cell))) for cell in row))
    buffer = io.StringIO()
    wide = None if sys.stdout.isatty() else 240
    Console(file=buffer, width=wide, highlight=False, no_color=True).print(table)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def _visible(text: str) -> str:
    """Control and direction-changing characters as escapes, so that a file name cannot rewrite the terminal."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode() for character in text
    )


def emit(text: str, out: Path | None) -> None:
    """Prints to stdout, or writes a file completely or not at all."""
    if out is None:
        sys.stdout.write(text)
        return
    from radviewer.io.export import write_atomically

    write_atomically(out, text.encode(), overwrite=True)


def tell(text: str) -> None:
    """One line to stderr."""
    print(_visible(text), file=sys.stderr)


def tell_problem(path: Path | str, problem: Problem) -> None:
    """One refused input to stderr: what, where, and what to do."""
    where = "" if str(path) in problem.message or Path(path).name in problem.message else f"{path}: "
    tell(f"refused: {where}{problem.message}")
    if problem.hint:
        tell(f"  {problem.hint}")


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None]]:
    """A progress callback that draws a bar on a terminal's stderr, and does nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _progress: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda progress: bar.update(
            task, description=progress.stage, completed=progress.done, total=progress.total or None
        )


def existing_folder(path: Path) -> Path:
    """Makes the output folder.

    Raises:
        InputProblem: It cannot be made, or is a file.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputProblem(
            f"The output folder {path} cannot be made ({error.strerror}).", hint="Choose another one with --out."
        ) from error
    return path
