"""The packages that an installer carries, their licences, and the texts of those licences.

    python packaging/licences.py OUT [--variant cpu|cuda]

writes OUT/licences.json and a folder of texts for each package.

Walks the requirements of radviewer in the environment it runs in, so that tools for building and testing are not in it.
Ends with status 1 and a list if a package's licence would forbid to ship it with the program.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import asdict, dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement

EXTRAS = ("server",)  # extras that the installers carry
# The lesser GPL allows to link; PySide6 may be taken under it. The GPL itself does not fit the installers.
_LESSER = re.compile(r"(gnu )?(lesser|library) general public license|\bLGPL", re.IGNORECASE)
_GPL = re.compile(r"general public license|\bA?GPL", re.IGNORECASE)
# The licence of GCC's run-time libraries excepts what is linked with them.
_EXCEPTED = re.compile(r"A?GPL-[\w.-]+ WITH GCC-exception-3\.1", re.IGNORECASE)
_PERMISSIVE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|zlib|MPL|Mozilla|HPND|Unlicense|0BSD|CC0|AFL-2\.1|FTL|"
    r"libpng|bzip2|blessing|GCC-exception)",
    re.IGNORECASE,
)
# CUDA's run-time libraries may be passed on with a program (CUDA EULA, attachment A); only the CUDA variant has them.
_CUDA = re.compile(r"^(nvidia-|cuda-|triton)")
_NVIDIA = "NVIDIA"
# Asked for by a package and not carried: stand-ins of packaging/absent take their place, or the program does without.
NOT_CARRIED = frozenset({"matplotlib", "opencv-python-headless", "simpleitk"})
# What the metadata of a package leaves open, with where its licence was read.
KNOWN = {
    "cuda-toolkit": "LicenseRef-NVIDIA-Proprietary",
    "imagecodecs": "BSD-3-Clause",
}


@dataclass(frozen=True, slots=True)
class Carried:
    """One package: name, version, its licence as its metadata says, and the names of its licence files."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    kind: str = "package"


def carried(root: str = "radviewer", extras: tuple[str, ...] = EXTRAS, variant: str = "cpu") -> list[Carried]:
    """All packages that radviewer needs to run, by name, without radviewer itself.

    Args:
        root: Where the walk begins.
        extras: Of the root.
        variant: "cpu" leaves CUDA's packages out, "cuda" has them.
    """
    found: dict[str, Carried] = {}
    open_list: list[tuple[str, tuple[str, ...]]] = [(root, extras)]
    seen: set[tuple[str, tuple[str, ...]]] = set()
    while open_list:
        name, wanted = open_list.pop()
        if (name, wanted) in seen or name in NOT_CARRIED:
            continue
        seen.add((name, wanted))
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or not part of this build
        if name != root:
            found[name] = Carried(package.metadata["Name"], package.version, licence_of(package), texts_of(package))
        open_list += [(_plain(need.name), tuple(sorted(need.extras))) for need in needs(package, wanted)]
    return [found[name] for name in sorted(found) if variant == "cuda" or not _CUDA.match(name)]


def needs(package: Distribution, extras: tuple[str, ...]) -> list[Requirement]:
    """The requirements that hold on this system with these extras."""
    environment = default_environment()
    every = [Requirement(line) for line in package.requires or ()]
    return [
        need
        for need in every
        if need.marker is None or any(need.marker.evaluate({**environment, "extra": extra}) for extra in (*extras, ""))
    ]


def licence_of(package: Distribution) -> str:
    """The licence by the metadata: the SPDX expression, else the classifiers, else the free text's first line."""
    name = _plain(package.metadata["Name"])
    expression = package.metadata.get("License-Expression")
    classifiers = [line for line in package.metadata.get_all("Classifier") or () if line.startswith("License ::")]
    free = (package.metadata.get("License") or "").strip().splitlines()
    stated = expression or "; ".join(line.split("::")[-1].strip() for line in classifiers) or (free[0] if free else "")
    return KNOWN.get(name, stated) if not stated or stated == "OSI Approved" else stated


def texts_of(package: Distribution) -> tuple[str, ...]:
    """Paths of the licence files in the package, relative to where it is installed."""
    wanted = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
    return tuple(str(file) for file in package.files or () if "dist-info" in str(file) and wanted.search(file.name))


def forbidden(packages: list[Carried]) -> list[Carried]:
    """Packages that may not be in an installer: only under the GPL, or under no licence that is known."""
    return [item for item in packages if not allowed(item.licence)]


def allowed(licence: str) -> bool:
    """Whether a package of this licence may be shipped: permissive, or under the lesser GPL among others."""
    if _NVIDIA in licence:
        return True
    licence = _EXCEPTED.sub("GCC-exception", licence)
    return any(
        (_PERMISSIVE.search(part) or _LESSER.search(part)) and not _GPL.search(_LESSER.sub("", part))
        for part in re.split(r"\s+OR\s+|;", licence)
    )


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> int:
    """Writes list and texts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, help="a folder; is made")
    parser.add_argument("--variant", choices=("cpu", "cuda"), default="cpu")
    arguments = parser.parse_args()
    out: Path = arguments.out
    packages = carried(variant=arguments.variant)
    out.mkdir(parents=True, exist_ok=True)
    (out / "licences.json").write_text(json.dumps([asdict(item) for item in packages], indent=1) + "\n")
    for item in packages:
        package = distribution(item.name)
        for text in item.texts:
            source = Path(str(package.locate_file(text)))
            if source.is_file():
                target = out / item.name / source.name
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(source.read_bytes())
    wrong = forbidden(packages)
    for item in wrong:
        print(
            f"{item.name} {item.version}: the licence forbids shipping, or is unknown: {item.licence!r}",
            file=sys.stderr,
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
