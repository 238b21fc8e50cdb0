"""Finds the texts that are made below the window: reasons and hints of errors, remarks, lines of cards and of reports.

They stand in the source as plain literals and f-strings; nothing marks them, so nothing can be forgotten. A text with
values in it becomes a template with named fields, `f"{path.name} has {len(rows)} rows."` -> `{name} has {count} rows.`;
the window finds the template behind a text and puts the values into its translation (`radviewer.ui.language`).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Who speaks to users of the window. The command line, training and what only they use speak English.
PACKAGES = ("core", "explain", "inference", "io", "pacs", "readerstudy", "report", "stats", "workbench")
# Modules whose texts are files, logs, queries, protocols or names of standards, or are found as tables.
SILENT = re.compile(
    r"core/(colormaps|phantom)|io/(phantom_files|sample_syntaxes|quiet)|pacs/|report/[a-z_]+\.py|"
    r"readerstudy/(allocation|case_files|frozen|keys|migrations/|overlays|plan_check|plan_file|schedule\.|server_ledger|simulate|exchange/)|"
    r"report/study/debrief|stats/(mrmc_document|roe_metz|uptake/export)|"
    r"workbench/(actions/|crash_report|program_log|support_report|session_values|settings_table|study_keys|study_phantoms|reading_demo)"
)
# Where single words and short headings are shown as well.
HEADINGS = re.compile(r"report/(study|figures)/|stats/uptake/(catalogue|words|switching)|io/tags\.py|workbench/remarks")
LONGEST = 900  # letters; longer literals are whole files
_WORD = re.compile(r"[A-Za-z]{2,}")
_SPACED = re.compile(r"[A-Za-z}]['),.:;*]* +[({'\"`]*[A-Za-z{]")
_LOWER = re.compile(r"(?<![\w.{-])[a-z]{2,}(?![\w(}=])")
_HEADING = re.compile(r"[A-Z][a-z]+( [\w-]+)*")
_FORMATS = re.compile(
    r"(un)?signed \w+|short \w+|(line|byte) skip|space \w+|data file|Spatial and .*"
)  # words of files
_CODE = re.compile(
    r"[<>]/?[a-z]+|==|\\\(|\b(SELECT|INSERT|CREATE)\b|^[a-z_.]+$|^--|%[A-Za-z]|::|body, mac|^# [A-Z]\w+[ :]|^\W*$"
)


def texts() -> dict[str, str]:
    """All texts made below the window, as templates, with the file of the first of each."""
    found: dict[str, str] = {}
    for path in reached():
        place = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        silent, headings = bool(SILENT.search(place)), bool(HEADINGS.search(place))
        skipped = {id(part) for node in tree.body if _documents(node) for part in ast.walk(node)}
        for node in _literals(tree):
            text = template(node).strip()
            aside = id(node) in skipped or silent or _aside(node, parents, headings) or len(text) > LONGEST
            if words(text) and (_in_error(node, parents) or (not aside and _speaks(text, headings))):
                found.setdefault(text, place)
    return found


def errors() -> dict[str, str]:
    """What is given to errors (message, hint) where the window can meet them, as templates, with the file."""
    found: dict[str, str] = {}
    for path in reached():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for node in _literals(tree):
            if _in_error(node, parents) and words(template(node)):
                found.setdefault(template(node).strip(), path.relative_to(ROOT).as_posix())
    return found


def words(text: str) -> str:
    """What of a template is no field; empty where it says nothing itself."""
    rest = re.sub(r"\{[^{}]*\}", " ", text)
    return rest if _WORD.search(rest) else ""


@cache
def reached() -> tuple[Path, ...]:
    """The modules below the window that it imports, itself or by others."""
    waiting = [*sorted((ROOT / "radviewer" / "ui").rglob("*.py")), ROOT / "radviewer" / "app.py"]
    seen = set(waiting)
    while waiting:
        for node in ast.walk(ast.parse(waiting.pop().read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("radviewer"):
                base = ROOT / Path(*str(node.module).split("."))
                named = [
                    base.with_suffix(".py"),
                    base / "__init__.py",
                    *(base / f"{item.name}.py" for item in node.names),
                ]
                new = [path for path in named if path.is_file() and path not in seen]
                seen.update(new)
                waiting += new
    return tuple(sorted(path for path in seen if path.relative_to(ROOT).parts[1] in PACKAGES))


def template(node: ast.expr) -> str:
    """The text of a literal, or of an f-string with its values as named fields."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    names: dict[str, str] = {}
    parts = []
    for part in node.values if isinstance(node, ast.JoinedStr) else ():
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        elif isinstance(part, ast.FormattedValue):
            source = ast.unparse(part)
            if source not in names:
                names[source] = _free(_name(part.value), set(names.values()))
            parts.append("{" + names[source] + "}")
    return "".join(parts)


def _literals(tree: ast.Module) -> Iterator[ast.expr]:
    """Literals and f-strings that are no docstrings and no parts of other ones."""
    inner = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            inner.update(id(part) for part in node.values)
            inner.update(id(part.format_spec) for part in node.values if isinstance(part, ast.FormattedValue))
            specs = [part.format_spec for part in node.values if isinstance(part, ast.FormattedValue)]
            inner.update(id(part) for spec in specs if isinstance(spec, ast.JoinedStr) for part in spec.values)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            inner.add(id(node.value))
    for node in ast.walk(tree):
        if id(node) in inner:
            continue
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            yield node


def _in_error(node: ast.expr, parents: dict[ast.AST, ast.AST]) -> bool:
    """Whether a literal is the message or the hint of an error (or one of two that may be)."""
    above = parents[node]
    while isinstance(above, ast.IfExp):
        node, above = above, parents[above]
    text = template(node) if isinstance(node, ast.Constant | ast.JoinedStr) else ""
    if isinstance(above, ast.keyword):
        return above.arg == "hint" and bool(text or isinstance(node, ast.IfExp))
    if not isinstance(above, ast.Call) or node not in above.args[:1]:
        return False
    named = above.func.attr if isinstance(above.func, ast.Attribute) else getattr(above.func, "id", "")
    hinted = any(keyword.arg == "hint" for keyword in above.keywords)
    return hinted or named.endswith("Problem") or named in ERRORS


ERRORS = frozenset({"UnreadableFile", "UnsupportedImage", "DegenerateImage", "OutOfMemory", "Cancelled", "SlotTaken"})


def _speaks(text: str, headings: bool) -> bool:
    """Whether a literal with words in it looks like words for people: several, one of them of plain letters."""
    if _CODE.search(text) or _FORMATS.fullmatch(text):
        return False
    if headings and _HEADING.fullmatch(text.strip()):
        return True
    return bool(_SPACED.search(text) and _LOWER.search(re.sub(r"\{[^{}]*\}", "", text)))


def _aside(node: ast.expr, parents: dict[ast.AST, ast.AST], headings: bool) -> bool:
    """Whether a literal is a key, a pattern, an annotation or a word for the log rather than for people."""
    above = parents[node]
    if isinstance(above, ast.Subscript | ast.arg | ast.AnnAssign) and getattr(above, "value", None) is not node:
        return True
    if isinstance(above, ast.Dict) and node in above.keys:
        return not headings
    if isinstance(above, ast.Call):
        named = above.func.attr if isinstance(above.func, ast.Attribute) else getattr(above.func, "id", "")
        return named in {"compile", "getLogger", "warning", "debug", "TypeVar", "execute", "cast", "NamedTuple"} or (
            named.endswith("Error") and not isinstance(parents.get(above), ast.Raise)
        )
    return False


def _documents(node: ast.stmt) -> bool:
    """Whether a statement is a table for the manual: it explains the keys of a file."""
    return isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "KEYS"


def _free(name: str, taken: set[str]) -> str:
    number = 1
    while (name if number == 1 else f"{name}_{number}") in taken:
        number += 1
    return name if number == 1 else f"{name}_{number}"


def _name(node: ast.expr) -> str:
    """A field's name after the value that is filled in."""
    found = ""
    if isinstance(node, ast.Name):
        found = "section_title" if node.id == "TITLE" else node.id
    elif isinstance(node, ast.Attribute):
        found = "type" if node.attr == "__name__" else node.attr if node.attr != "value" else _name(node.value)
    elif isinstance(node, ast.Subscript):
        key = node.slice
        found = str(key.value) if isinstance(key, ast.Constant) and isinstance(key.value, str) else _name(node.value)
    elif isinstance(node, ast.BoolOp):
        found = _name(node.values[0])
    elif isinstance(node, ast.BinOp):
        found = _name(node.left) if not isinstance(node.left, ast.Constant) else _name(node.right)
    elif isinstance(node, ast.IfExp):
        found = _name(node.body)
    elif isinstance(node, ast.GeneratorExp | ast.ListComp):
        found = _name(node.elt)
    elif isinstance(node, ast.Call):
        found = _called(node)
    elif isinstance(node, ast.UnaryOp):
        found = _name(node.operand)
    return re.sub(r"\W", "", found.strip("_")).lower() or "value"


def _called(node: ast.Call) -> str:
    func = node.func
    named = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
    if named == "len":
        return "count"
    if named in {"join", "sorted", "int", "str", "max", "min", "sum", "number", "tuple", "list", "abs"} and node.args:
        return _name(node.args[0])
    if isinstance(func, ast.Attribute) and named in {"lower", "upper", "replace", "strip", "get", "total_seconds"}:
        return _name(func.value)
    return named
