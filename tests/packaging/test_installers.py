"""What is packed: licences, versions, the wheel's bytes, and the files that installers of each system are made from."""

from __future__ import annotations

import hashlib
import plistlib
import re
import runpy
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture(scope="module")
def licences() -> dict[str, Any]:
    return runpy.run_path(str(PACKAGING / "licences.py"))


@pytest.fixture(scope="module")
def build() -> dict[str, Any]:
    return runpy.run_path(str(PACKAGING / "build.py"))


@pytest.fixture(scope="module")
def linux(build: dict[str, Any]) -> dict[str, Any]:
    return vars(sys.modules["linux_packages"])


def test_no_package_of_the_installers_is_under_the_gpl_alone(licences: dict[str, Any]) -> None:
    packages = licences["carried"]()
    names = {item.name.lower().replace("-", "_") for item in packages}
    assert {"torch", "numpy", "pydicom", "pyside6_essentials"} <= names
    assert not {"simpleitk", "opencv_python_headless", "matplotlib"} & names
    assert licences["forbidden"](packages) == []
    assert not [item.name for item in packages if re.match("nvidia|cuda|triton", item.name)]


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("BSD License", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("GNU Lesser General Public License v3 (LGPLv3)", True),
        ("Apache-2.0 AND BSD-2-Clause", True),
        ("GPL-3.0-only", False),
        ("GNU General Public License v3 (GPLv3)", False),
        ("AGPL-3.0-or-later", False),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("BSD-3-Clause AND GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("GPL-2.0-only WITH Classpath-exception-2.0", False),
        ("", False),
        ("Proprietary", False),
    ],
)
def test_a_licence_is_judged_by_what_it_allows(licences: dict[str, Any], licence: str, allowed: bool) -> None:
    assert licences["allowed"](licence) is allowed


def test_the_version_stands_in_one_place_and_heads_the_changelog(build: dict[str, Any]) -> None:
    import radviewer

    assert build["version"]() == radviewer.__version__
    assert 'dynamic = ["version"]' in (ROOT / "pyproject.toml").read_text()
    head = re.search(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert head is not None
    assert head.group(1).startswith(("Unreleased", radviewer.__version__))
    note = build["release_note"]()
    assert note.startswith(f"# radviewer {head.group(1)}\n")
    assert "\n## " not in note


def test_the_version_is_printed_for_scripts() -> None:
    import radviewer

    done = subprocess.run(
        [sys.executable, str(PACKAGING / "build.py"), "--version"], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == radviewer.__version__


def test_the_debian_package_needs_the_libraries_that_the_set_up_installs(linux: dict[str, Any]) -> None:
    needed = linux["library_packages"]()
    listed = [line for line in (PACKAGING / "linux/system-libraries.txt").read_text().splitlines() if line[:1] != "#"]
    assert len(needed) == len(listed)
    assert "libglib2.0-0t64 | libglib2.0-0" in needed
    control = (PACKAGING / "linux/control.in").read_text().format(version="1", size=1, depends="a, b", machine="amd64")
    assert re.search(r"^Depends: a, b$", control, re.MULTILINE)
    assert all(len(line) <= 80 for line in control.splitlines() if line.startswith(" "))


def test_the_manual_page_lists_every_command() -> None:
    from radviewer.cli.main import COMMANDS

    page = runpy.run_path(str(PACKAGING / "linux/man_page.py"))["man_page"]()
    for name in COMMANDS:
        assert f".B {name}\n" in page
    tool = shutil.which("man")
    if tool is not None:
        done = subprocess.run(
            [tool, "--warnings", "-l", "-"], input=page, capture_output=True, text=True, check=False,
            env={"MANPAGER": "cat", "MANWIDTH": "80", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert "warning" not in done.stderr


def test_desktop_file_and_mime_types_are_well_formed() -> None:
    import xml.etree.ElementTree as tree

    kinds = tree.parse(PACKAGING / "linux/radviewer-mime.xml").getroot()
    named = {item.get("type") for item in kinds if item.tag.endswith("mime-type")}
    entry = (PACKAGING / "linux/radviewer.desktop").read_text()
    wanted = set(re.search(r"^MimeType=(.*);$", entry, re.MULTILINE).group(1).split(";"))  # type: ignore[union-attr]
    assert named <= wanted
    if shutil.which("desktop-file-validate"):
        done = subprocess.run(
            ["desktop-file-validate", str(PACKAGING / "linux/radviewer.desktop")], capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout


def test_files_for_windows_and_macos_hold_together() -> None:
    rights = plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())
    assert rights["com.apple.security.cs.allow-unsigned-executable-memory"] is True
    for name in ("make_dmg.sh", "keychain.sh"):
        assert subprocess.run(["sh", "-n", str(PACKAGING / "macos" / name)], check=False).returncode == 0
    script = (PACKAGING / "windows/radviewer.iss").read_text()
    assert "PrivilegesRequired=lowest" in script
    sections = re.findall(r"^\[(\w+)\]$", script, re.MULTILINE)
    assert sections == ["Setup", "Languages", "Tasks", "InstallDelete", "Files", "Icons", "Registry", "Run"]
    used = set(re.findall(r"\{#(\w+)\}", script))
    assert used <= set(re.findall(r"#(?:define|ifndef) (\w+)", script))


def test_the_workflow_builds_every_system_and_names_files_that_exist() -> None:
    yaml = pytest.importorskip("yaml")
    text = (ROOT / ".github/workflows/installers.yml").read_text()
    jobs = yaml.safe_load(text)["jobs"]["build"]
    systems = {item["os"].partition("-")[0] for item in jobs["strategy"]["matrix"]["include"]}
    assert systems == {"ubuntu", "windows", "macos"}
    named = set(re.findall(r"packaging[/\\][\w./\\-]+\.(?:py|sh|ps1|txt|iss)", text))
    assert {"packaging/build.py", "packaging/smoke_test.py", "packaging/macos/make_dmg.sh"} <= named
    for name in named:
        assert (ROOT / name.replace("\\", "/")).is_file(), name
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z-]+)", text)) <= targets


def test_braces_and_quotes_of_the_powershell_script_are_closed() -> None:
    text = (PACKAGING / "windows/make_installer.ps1").read_text()
    lines = [line.partition("# ")[0] if line.startswith("#") else line for line in text.splitlines()]
    code = re.sub(r'"(?:`.|[^"`])*"', '""', "\n".join(lines))
    for opening, closing in ("()", "{}", "[]"):
        assert code.count(opening) == code.count(closing), opening
    assert code.count('"') % 2 == 0


def test_the_spec_takes_and_leaves_what_exists() -> None:
    spec = (PACKAGING / "radviewer.spec").read_text()
    compile(spec, "radviewer.spec", "exec")
    for name in re.search(r"OPTIONAL = \((.*?)\)", spec).group(1).replace('"', "").split(", "):  # type: ignore[union-attr]
        assert (ROOT / (name.replace(".", "/") + ".py")).is_file(), name
    for name in ("models", "resources", "LICENSE", "CHANGELOG.md", "packaging/start.py"):
        assert (ROOT / name).exists()


def test_checksums_and_linux_packages_are_signed_by_the_key_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("gpg") is None:
        pytest.skip("gpg is not installed")
    sys.path.append(str(PACKAGING))
    import build as module

    dist, home = tmp_path / "dist", tmp_path / "gpg"
    dist.mkdir()
    home.mkdir(mode=0o700)
    monkeypatch.setattr(module, "DIST", dist)
    monkeypatch.setenv("GNUPGHOME", str(home))
    key = ["gpg", "--batch", "--passphrase", "", "--quick-gen-key", "A Builder <builder@example.org>", "ed25519"]
    subprocess.run(key, check=True, capture_output=True)
    names = ("radviewer_1_amd64.deb", "radviewer-1-linux-x86_64.tar.gz", "radviewer-1-py3-none-any.whl")
    for name in names:
        (dist / name).write_bytes(name.encode())
    module.checksums()
    assert not list(dist.glob("*.asc"))
    monkeypatch.setenv("RADVIEWER_GPG_KEY", "builder@example.org")
    for _ in range(2):  # a second time over the first one's signatures
        module.checksums()
    listed = dict(line.split("  ")[::-1] for line in (dist / "SHA256SUMS").read_text().splitlines())
    assert listed == {name: hashlib.sha256(name.encode()).hexdigest() for name in names}
    signed = {path.stem for path in dist.glob("*.asc")}
    assert signed == {"SHA256SUMS", *names[:2]}
    for name in signed:
        subprocess.run(
            ["gpg", "--verify", str(dist / f"{name}.asc"), str(dist / name)], check=True, capture_output=True
        )
    subprocess.run(["gpgconf", "--kill", "all"], check=False, capture_output=True)


@pytest.mark.slow
def test_two_builds_of_the_wheel_are_the_same_bytes_and_hold_models_and_resources(tmp_path: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    if tracked == [""]:
        pytest.skip("this is no git checkout")
    hashes = set()
    for place in ("one", "two"):
        copy = tmp_path / place
        for name in filter(None, tracked):
            if (ROOT / name).is_file():
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, copy / name)
        subprocess.run(
            [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path / f"dist-{place}")],
            cwd=copy, check=True, capture_output=True,
            env={"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1767225600", "HOME": str(tmp_path)},
        )  # fmt: skip
        (wheel,) = (tmp_path / f"dist-{place}").glob("*.whl")
        hashes.add(hashlib.sha256(wheel.read_bytes()).hexdigest())
    assert len(hashes) == 1
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.startswith("radviewer/_bundled/models/brain-mri/") for name in names)
    assert "radviewer/_bundled/resources/icons/radviewer.svg" in names
    assert "radviewer/report/templates" in " ".join(names)
