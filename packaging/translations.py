"""Keeps the catalogues of translations complete: finds the texts, writes resources/translations/*.ts, compiles *.qm.

    python packaging/translations.py update           new texts into the catalogues, texts that are gone out of them
    python packaging/translations.py missing          what has no translation yet, as TOML to fill in
    python packaging/translations.py fill FILE.toml   takes translations from such a file
    python packaging/translations.py compile          makes the .qm files that the program loads

Texts are those in `tr("...")` under radviewer/ui, those of the tables that are translated where they are shown
(actions, gestures, settings, names of methods and colour maps, kinds of exports, steps of the tour), and those that are
made below the window: reasons and hints of errors, remarks, cards, reports (`texts_below.py`). The .qm files are kept
in the repository, so that a wheel needs no tool of Qt to be built; a test compares them with the .ts files.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

import tomli_w

sys.path.insert(0, str(Path(__file__).resolve().parent))
import texts_below

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
SOURCES = ROOT / "radviewer" / "ui"
LANGUAGES = ("de",)
CONTEXT = "radviewer"
# Words that are put into texts made below the window, and single ones that it shows.
WORDS = (
    *("evenly", "unevenly", "smoother", "noisier", "higher", "lower", "was", "were", "line", "lines"),
    *("missing", "wrong", "right", "positive", "negative", "yes", "no", "all", "none", "unknown", "padding"),
    *("Colour", "inverted", "1 image", "1 item", "accuracy", "sensitivity", "specificity", "Unknown"),
    *("stated", "analysis", "metadata", "authors", "from the header", "AUC", "and", "or"),
    *("File type", "Colour or grey", "Rows", "Columns", "Images", "Type of the values", "Smallest value"),
    *("Largest value", "Read by", "SHA-256 of the pixels", "Remarks", "Problem", "(hidden)", "(missing)", "mean"),
    # Templates without a word of plain letters, and those whose words are chosen among others.
    *("L {center}", "Window: W {width} L {center}", "Zoom: {scale}", "Image {number}", "Overlay shown{details}"),
    *("Overlay hidden{details}", "1 mark", "{count} marks", "AI {level}", "{name}, {condition} (SE)"),
    *("THE RECORD WAS ALTERED: {records} entries checked.", "cannot be read: {type}", "day", "days", "hours"),
    # What operating systems say of a file, as Python hands it on.
    *("No such file or directory", "Permission denied", "No space left on device", "Is a directory", "File exists"),
    *("Not a directory", "Directory not empty", "Read-only file system", "Input/output error", "Invalid argument"),
    *("File name too long", "Too many open files", "Device or resource busy", "Operation not permitted"),
    *("Stale file handle", "Disk quota exceeded", "Connection refused", "Connection timed out", "Broken pipe"),
)
# Colours of texts, which stand in the same tables as texts.
TONES = frozenset({"text", "text_soft", "accent", "ok", "caution", "danger"})
STAGES = (
    "checking models",
    "decoding slices",
    "explaining",
    "explaining by {method}",
    "loading the model",
    "looking for images",
    "measuring explanations",
    "predicting",
    "reading headers",
    "reading images",
    "reading the image",
    "waiting",
)


def texts() -> dict[str, str]:
    """All texts that are translated, with where the first of each is found."""
    found: dict[str, str] = {}
    for text, place in (*_in_code(), *_in_tables(), *texts_below.texts().items()):
        if text.strip():
            found.setdefault(text, place)
    return dict(sorted(found.items(), key=lambda item: (item[1], item[0])))


def _in_code() -> Iterator[tuple[str, str]]:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCES.rglob("*.py"))}
    constants = {name: text for tree in trees.values() for name, text in _constants(tree)}
    for path, tree in trees.items():
        place = path.relative_to(ROOT).as_posix()
        yield from ((text, place) for text in _dictionaries(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                for text in _literals(node.args[0], constants):
                    yield text, place


def _dictionaries(tree: ast.Module) -> Iterator[str]:
    """Texts of a module's dictionaries, in a module that translates what it looks up."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
    if not any(call.func.id == "tr" and not isinstance(call.args[0], ast.Constant) for call in calls):
        return
    for node in tree.body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.Dict):
            for item in value.values:
                if isinstance(item, ast.Constant) and isinstance(item.value, str) and item.value not in TONES:
                    yield item.value


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Constants of a module that are texts; and texts of a module's dictionaries and tuples, by `NAME[]`."""
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        for target in targets:
            if isinstance(target, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield target.id, value.value


def _literals(node: ast.expr, constants: dict[str, str]) -> Iterator[str]:
    """The texts that an argument of `tr` may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body, constants)
        yield from _literals(node.orelse, constants)
    elif isinstance(node, ast.Name) and node.id in constants:
        yield constants[node.id]


def _in_tables() -> Iterator[tuple[str, str]]:
    sys.path.insert(0, str(ROOT))
    from radviewer.core.colormaps import ColorMap
    from radviewer.core.explanation import METHOD_NAMES
    from radviewer.core.prediction import GateVerdict
    from radviewer.core.trust import TrustVerdict
    from radviewer.stats.uptake.switching import PATTERNS
    from radviewer.ui.export.documents import KINDS
    from radviewer.ui.statistics.live_table import ROLES
    from radviewer.ui.tour.steps import STEPS
    from radviewer.workbench.actions import ACTIONS, GESTURES, Menu
    from radviewer.workbench.batch import BatchImages
    from radviewer.workbench.browsing import AGE_UNITS
    from radviewer.workbench.cells import Link
    from radviewer.workbench.measuring.notes import KIND_NAMES
    from radviewer.workbench.settings_table import SETTINGS, Section
    from radviewer.workbench.study_order import Period, SortKey
    from radviewer.workbench.triage import Triage
    from radviewer.workbench.worklist import TITLES
    from radviewer.workbench.worklist_store import ReadState

    for kind in (Link, SortKey, Period, ReadState, BatchImages, Triage, TrustVerdict, GateVerdict):
        yield from ((str(item.value), kind.__name__) for item in kind)
    yield from ((text, "kinds of measurements") for text in KIND_NAMES.values())
    yield from ((text, "patterns of uptake") for pair in PATTERNS.values() for text in pair)
    yield from ((text, "what runs") for text in STAGES)
    yield from ((text, "ages") for text in AGE_UNITS.values())
    yield from ((text, "words put into texts") for text in WORDS)
    yield from ((title, "columns of the worklist") for title in TITLES.values())
    yield from ((role.text, "columns of a table of reads") for role in ROLES)
    for action in ACTIONS:
        yield from ((action.text, "table of actions"), (action.help, "table of actions"))
    for gesture in GESTURES:
        yield from ((gesture.gesture, "table of gestures"), (gesture.text, "table of gestures"))
    for item in SETTINGS:
        for text in (item.title, item.help, item.unit, item.spoken(item.default), *item.choices.values()):
            yield text, "table of settings"
    for kind in KINDS:
        yield from ((kind.title, "kinds of exports"), (kind.help, "kinds of exports"))
    for step in STEPS:
        yield from ((step.title, "tour"), (step.text, "tour"))
    for text in (*Menu, *Section, *METHOD_NAMES.values(), "On", "Off", "None"):
        yield str(text), "names"
    for name in ColorMap:
        yield name.value.capitalize(), "names"
    for word in ("Keys and mouse", "Mouse on an image", "gesture", "what it does", "action", "key"):
        yield word, "page of keys"


def read(language: str) -> dict[str, str]:
    """The translations of a language; an empty one is missing."""
    path = FOLDER / f"radviewer_{language}.ts"
    if not path.exists():
        return {}
    return {
        item.findtext("source") or "": item.findtext("translation") or "" for item in Xml.parse(path).iter("message")
    }


def write(language: str, translations: dict[str, str]) -> None:
    """Writes the catalogue of a language for all texts that there are now."""
    root = Xml.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = Xml.SubElement(root, "context")
    Xml.SubElement(context, "name").text = CONTEXT
    for text in texts():
        message = Xml.SubElement(context, "message")
        Xml.SubElement(message, "source").text = text
        made = Xml.SubElement(message, "translation")
        made.text = translations.get(text) or None
        if not translations.get(text):
            made.set("type", "unfinished")
    Xml.indent(root, " ")
    data = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + Xml.tostring(root, encoding="unicode") + "\n"
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"radviewer_{language}.ts").write_text(data, encoding="utf-8")


def missing(language: str) -> list[str]:
    """Texts without a translation."""
    known = read(language)
    return [text for text in texts() if not known.get(text)]


def compile_all(languages: Iterable[str] = LANGUAGES) -> None:
    """Makes the .qm files by Qt's lrelease."""
    tool = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    for language in languages:
        source = FOLDER / f"radviewer_{language}.ts"
        subprocess.run([str(tool), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))], check=True)


def main(words: list[str]) -> int:
    """Does one of the commands above."""
    command = words[0] if words else ""
    if command == "update":
        for language in LANGUAGES:
            write(language, read(language))
            print(f"{language}: {len(read(language))} texts, {len(missing(language))} without translation")
    elif command == "missing":
        for language in LANGUAGES:
            print(tomli_w.dumps({language: dict.fromkeys(missing(language), "")}))
    elif command == "fill" and len(words) == 2:
        for language, table in tomllib.loads(Path(words[1]).read_text(encoding="utf-8")).items():
            write(language, {**read(language), **{text: said for text, said in table.items() if said}})
    elif command == "compile":
        compile_all()
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
