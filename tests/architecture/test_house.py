"""The house rules that a machine can check: layers, sizes, docstrings and what may be imported when."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "radviewer"
MODULES = sorted(PACKAGE.rglob("*.py"))
FILE_LIMIT, FUNCTION_LIMIT = 400, 60


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_every_module_says_why_it_exists_and_keeps_to_the_size_limits(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert ast.get_docstring(tree), "the module has no docstring"
    assert source.count("\n") <= FILE_LIMIT, f"the file has more than {FILE_LIMIT} lines"
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    long = {
        f"{node.name}: {node.end_lineno - node.lineno + 1}"
        for node in functions
        if node.end_lineno and node.end_lineno - node.lineno + 1 > FUNCTION_LIMIT
    }
    assert not long, f"functions with more than {FUNCTION_LIMIT} lines: {long}"


def test_no_module_swallows_everything_without_saying_why() -> None:
    bare = []
    for path in MODULES:
        lines = path.read_text(encoding="utf-8").splitlines()
        for node in ast.walk(ast.parse("\n".join(lines))):
            if not isinstance(node, ast.ExceptHandler):
                continue
            wide = node.type is None or (
                isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}
            )
            passes_on = isinstance(node.body[-1], ast.Raise)  # it tidies up and raises
            if wide and not passes_on and "noqa: BLE001 - " not in lines[node.lineno - 1]:
                bare.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert not bare, f"broad handlers without a reason: {bare}"


def test_the_import_contracts_hold() -> None:
    script = "import sys; from importlinter.cli import lint_imports_command as main; sys.exit(main())"
    result = subprocess.run(
        [sys.executable, "-c", script, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def loaded_after(code: str) -> set[str]:
    """Top-level packages that a fresh interpreter has loaded after some code."""
    script = f"import sys\n{code}\nprint('\\n'.join(sorted({{name.split('.')[0] for name in sys.modules}})))"
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(result.stdout.split())


HEAVY = {"torch", "torchvision", "PySide6", "pyqtgraph", "pydicom", "SimpleITK", "pandas", "scipy", "matplotlib", "cv2"}


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["predict", "--help"], ["explain", "--help"], ["stats", "mrmc", "--help"]],
    ids=" ".join,
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = f"from radviewer.cli.main import run\nassert run({arguments!r}) == 0"
    assert not loaded_after(code) & HEAVY


def test_the_list_of_models_loads_neither_torch_nor_qt() -> None:
    code = "from radviewer.cli.main import run\nassert run(['models', 'list']) in (0, 3)"
    assert not loaded_after(code) & {"torch", "torchvision", "PySide6", "pyqtgraph"}


def test_every_command_exists_and_explains_itself() -> None:
    from radviewer.cli.main import COMMANDS

    for name, (module, help_text) in COMMANDS.items():
        path = PACKAGE.parent / Path(*module.split(".")).with_suffix(".py")
        assert path.is_file(), f"the command '{name}' has no module {module}"
        assert help_text


def test_no_file_of_the_repository_names_an_index_host_or_a_path_of_one_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    words = ("files." + "pythonhosted", "/" + "root/", "/" + "work/", "/" + "home/")
    hits = []
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if not path.is_file() or path.suffix in {".safetensors", ".png", ".npz", ".dcm"}:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        hits += [f"{name}: {word}" for word in words if word in text]
    assert not hits
