"""Lets torch be imported once at most.

Where an import of torch fails midway, for example because a file of the installation is missing, a part of it in C
stays behind. Each further `import torch` sets that part up anew, and after the third Python 3.11 with torch 2.13 ends
with a segmentation fault when the program closes. So the first failure is the last: after it torch is refused in words.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

from radviewer.core.errors import InputProblem


class _Once(MetaPathFinder):
    """Asked for every module that is not loaded; finds none itself."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """None, or an error for torch where a part of it was left behind.

        Raises:
            InputProblem: An import of torch has failed before.
        """
        if fullname == "torch" and "torch._C" in sys.modules:
            raise InputProblem(
                "The library torch could not be loaded, so there are no predictions.",
                hint="Its files are damaged or incomplete: install the program again.",
            )
        return None


def install() -> None:
    """Watches imports from now on; once, however often it is called."""
    if not any(isinstance(finder, _Once) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Once())
