"""What the frozen program takes and leaves: tables, symbol tables, sizes, and the lists that go with an installer."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))

import bundle  # noqa: E402
import elf  # noqa: E402
import licences  # noqa: E402
import sizes  # noqa: E402
import supply  # noqa: E402


@pytest.mark.parametrize(
    ("name", "source", "goes_in"),
    [
        ("libX11.so.6", "/usr/lib/x86_64-linux-gnu/libX11.so.6", True),
        ("libreadline.so.8", "/lib/x86_64-linux-gnu/libreadline.so.8", False),
        ("libcups.so.2", "/usr/lib/x86_64-linux-gnu/libcups.so.2", False),
        ("libpython3.12.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.12.so.1.0", True),
        ("numpy/_core/x.so", "/venv/lib/python3.12/site-packages/numpy/_core/x.so", True),
        ("numpy/_core/x.so", "/usr/lib/python3/dist-packages/numpy/_core/x.so", True),
        ("torch/lib/libtorch_cuda.so", "/venv/torch/lib/libtorch_cuda.so", False),
        ("torch/bin/test_api", "/venv/torch/bin/test_api", False),
        ("simpleitk-2.5.7.dist-info/METADATA", "/venv/simpleitk-2.5.7.dist-info/METADATA", False),
        ("torch/bin/torch_shm_manager", "/venv/torch/bin/torch_shm_manager", True),
        ("torchvision.libs/libz.so.1", "/venv/torchvision.libs/libz.so.1", False),
        ("libz.b9a7.so.1", "torchvision.libs/libz.b9a7.so.1", False),
        ("PySide6/Qt/translations/qtbase_de.qm", "/venv/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_pt_BR.qm", "/venv/qtbase_pt_BR.qm", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/libqxcb.so", True),
        ("PySide6/Qt/plugins/imageformats/libqpdf.so", "/venv/libqpdf.so", False),
        ("PySide6\\translations\\qtbase_fr.qm", "C:\\venv\\qtbase_fr.qm", False),
    ],
)
def test_a_file_goes_into_the_cpu_bundle_or_not(name: str, source: str, goes_in: bool) -> None:
    assert bundle.kept(name, source, "cpu") is goes_in


def test_the_cuda_bundle_keeps_what_the_cpu_bundle_leaves() -> None:
    assert bundle.kept("torch/lib/libtorch_cuda.so", "/venv/torch/lib/libtorch_cuda.so", "cuda")


def test_a_library_of_the_machine_that_no_table_names_ends_the_build() -> None:
    with pytest.raises(SystemExit, match="libmystery"):
        bundle.kept("libmystery.so.3", "/usr/lib/x86_64-linux-gnu/libmystery.so.3", "cpu")


def test_sources_of_torch_are_kept_because_torch_reads_them() -> None:
    for name in ("_dynamo/config.py", "nn/modules/batchnorm.py", "_jit_internal.py"):
        assert bundle.kept(f"torch/{name}", f"/venv/torch/{name}", "cpu"), name


def test_every_package_whose_version_the_program_tells_is_carried_with_its_version() -> None:
    from radviewer.cli import doctor
    from radviewer.report.study import report
    from radviewer.workbench import crash_report

    asked = {*doctor._PACKAGES, *report.LIBRARIES, *crash_report._PACKAGES, "imagecodecs", "pyjpegls", "pylibjpeg-rle"}
    carried = {item.name.lower().replace("_", "-") for item in licences.carried()}
    assert {name.lower() for name in asked} <= carried
    assert "copy_metadata(package.name)" in (ROOT / "packaging" / "radviewer.spec").read_text()


def test_no_library_of_the_system_in_the_bundle_is_under_the_gpl() -> None:
    wrong = {name: text for name, text in bundle.SYSTEM_LIBRARIES.items() if not licences.allowed(text)}
    assert wrong == {}
    assert not set(bundle.SYSTEM_LIBRARIES) & set(bundle.LEFT_TO_THE_SYSTEM)
    assert "readline" in bundle.EXCLUDED  # GNU readline is under the GPL


@pytest.mark.slow
def test_no_module_that_the_program_needs_is_excluded() -> None:
    code = (
        "import sys\n"
        "import radviewer.app, radviewer.ui.main_window, radviewer.inference.predictor, radviewer.explain.run\n"
        "import radviewer.pacs.map_objects, radviewer.report.pdf, radviewer.training.run, pandas, openpyxl\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    # Tried for, and done without.
    optional = {
        "PySide6.QtTest",
        "lxml",
        "chardet",
        "matplotlib",
        "cv2",
        "SimpleITK",
        "curses",
        "_curses",
        "setuptools",
        "triton",
    }
    wrong = [name for name in bundle.EXCLUDED if name in loaded and not {name, name.partition(".")[0]} & optional]
    assert wrong == []


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A shared library with symbols to take out."""
    for tool in ("gcc", "strip"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    (tmp_path / "x.c").write_text("static int inner(int a) { return a + 1; } int outer(int a) { return inner(a); }")
    path = tmp_path / "bundle" / "libx.so"
    path.parent.mkdir()
    subprocess.run(["gcc", "-shared", "-fPIC", "-g", "-o", path, tmp_path / "x.c"], check=True)
    return path


def test_symbol_tables_are_taken_out_of_libraries_and_the_rest_works(library: Path) -> None:
    import ctypes

    (library.parent / "note.txt").write_text("no library")
    before = library.stat().st_size
    assert elf.strip(library.parent) == before - library.stat().st_size > 0
    assert ctypes.CDLL(str(library)).outer(3) == 4


def test_a_library_that_stripping_damages_is_put_back(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = library.read_bytes()
    monkeypatch.setattr(elf, "is_sound", lambda _data: False)
    assert elf.strip(library.parent) == 0
    assert library.read_bytes() == before


def test_segments_that_are_not_aligned_are_seen(library: Path) -> None:
    data = bytearray(library.read_bytes())
    assert elf.is_sound(bytes(data))
    table = int.from_bytes(data[32:40], "little")
    data[table + 8 : table + 16] = (1).to_bytes(8, "little")  # the first segment's place in the file
    assert not elf.is_sound(bytes(data))


def test_the_oldest_glibc_is_read_from_the_libraries(tmp_path: Path) -> None:
    (tmp_path / "a.so").write_bytes(b"\x7fELF\x02" + b"\0GLIBC_2.4\0GLIBC_2.17\0")
    (tmp_path / "b.so").write_bytes(b"\x7fELF\x02" + b"\0GLIBC_2.9\0")
    (tmp_path / "c.txt").write_bytes(b"\0GLIBC_2.99\0")
    assert elf.glibc_needed(tmp_path) == (2, 17)


def test_sizes_are_told_by_component_and_a_limit_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inside = tmp_path / "p" / "_internal"
    for name, size in {
        "../radviewer": 100, "torch/lib/libtorch_cpu.so": 5000, "torch-2.13.0.dist-info/METADATA": 10,
        "numpy/x.so": 20, "numpy.libs/y.so": 30, "radviewer/_bundled/models/m/weights.safetensors": 40,
        "libX11.so.6": 50,
    }.items():  # fmt: skip
        (inside / name).parent.mkdir(parents=True, exist_ok=True)
        (inside / name).write_bytes(bytes(size))
    (inside / "link.so").symlink_to("libX11.so.6")
    assert sizes.weigh(tmp_path / "p") == {
        "torch": 5010, "numpy": 50, "model packs": 40, "libraries of the system and of Python": 50,
        "compiled modules of all packages": 100,
    }  # fmt: skip
    for limit, status in (("0.006", 0), ("0.005", 1)):
        sys.argv = ["sizes.py", str(tmp_path / "p"), "--out", str(tmp_path / "s.json"), "--limit", limit]
        assert sizes.main() == status
    assert json.loads((tmp_path / "s.json").read_text())["total"] == 5250
    assert "larger than 0 MB" in capsys.readouterr().err


def frozen(tmp_path: Path, library: str) -> tuple[Path, Path, Path]:
    inside = tmp_path / "frozen" / "_internal" / "licences"
    inside.mkdir(parents=True)
    (inside.parent / library).write_bytes(b"x")
    listing, bill = tmp_path / "licences.json", tmp_path / "bill.json"
    entry = {"kind": "package", "name": "numpy", "version": "2", "licence": "BSD-3-Clause", "texts": []}
    listing.write_text(json.dumps([entry]))
    parts: list[dict[str, Any]] = [{"bom-ref": name, "name": name} for name in ("numpy", "pyinstaller")]
    links = [{"ref": "numpy", "dependsOn": ["pyinstaller"]}, {"ref": "pyinstaller"}]
    bill.write_text(json.dumps({"components": parts, "dependencies": links}))
    return tmp_path / "frozen", listing, bill


def test_lists_hold_what_is_carried_and_nothing_of_the_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = frozen(tmp_path, "libX11.so.6")
    monkeypatch.setattr(sys, "argv", ["supply.py", *map(str, paths)])
    assert supply.main() == 0
    listed = {item["name"]: item["licence"] for item in json.loads(paths[1].read_text())}
    assert listed == {"numpy": "BSD-3-Clause", "Python": "PSF-2.0", "libX11": "MIT"}
    assert json.loads((paths[0] / "_internal" / "licences" / "licences.json").read_text())[0]["name"] == "numpy"
    bill = json.loads(paths[2].read_text())
    assert [item["name"] for item in bill["components"]] == ["numpy", "Python", "libX11"]
    assert bill["dependencies"] == [{"ref": "numpy", "dependsOn": []}]


def test_a_carried_library_under_the_gpl_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = frozen(tmp_path, "libreadline.so.8")
    monkeypatch.setitem(bundle.SYSTEM_LIBRARIES, "libreadline", "GPL-3.0-or-later")
    monkeypatch.setattr(sys, "argv", ["supply.py", *map(str, paths)])
    assert supply.main() == 1


def test_the_smoke_test_does_not_pass_a_program_that_does_nothing(tmp_path: Path) -> None:
    program = tmp_path / "radviewer"
    program.write_text('#!/bin/sh\n: > "$HOME/outside"\n: > "$TMPDIR/left"\nexit 0\n')
    program.chmod(0o755)
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "smoke_test.py"), str(program)], capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1
    said = set(done.stdout.splitlines())
    for what in (
        "it says its version",
        "every transfer syntax is tried",
        "three cases are read",
        "the report is there",
    ):
        assert any(line.startswith(f"FAILS {what}") for line in said), what
    assert "FAILS no file lies outside the program's folders home/outside, tmp/left" in said
