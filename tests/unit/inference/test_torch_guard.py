"""A torch that cannot be loaded is tried once, and the program says so and ends as it should."""

from __future__ import annotations

import subprocess
import sys

BROKEN = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "torch.nn.functional":
            raise OSError("could not get source code")

sys.meta_path.insert(0, Missing())
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", BROKEN + code], capture_output=True, text=True, check=False)


def test_after_a_failed_import_torch_is_refused_in_words_and_the_program_ends_without_a_crash() -> None:
    done = run(
        "for _ in range(4):\n"
        "    try:\n"
        "        import radviewer.inference.devices\n"
        "    except Exception as error:\n"
        "        print(type(error).__name__, error)\n"
    )
    first, *others = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert first == "OSError could not get source code"
    assert len(others) == 3
    assert all(line.startswith("InputProblem The library torch could not be loaded") for line in others), others


def test_the_self_test_names_a_torch_that_cannot_be_loaded_and_ends_by_itself() -> None:
    done = run("from radviewer.cli.main import run\nsys.exit(run(['doctor']))")
    assert done.returncode == 3, done.stderr
    assert "FAILS   compute device" in done.stdout


def test_a_torch_that_loads_is_imported_as_ever() -> None:
    code = "import radviewer.inference, torch, importlib; importlib.import_module('torch'); print(torch.ones(2).sum())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "tensor(2.)", done.stderr
