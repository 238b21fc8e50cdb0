"""`radviewer stats ANALYSIS TABLE`: reader-study statistics on tables, without images or windows.

Each analysis lives in its own module, which is imported only when it is chosen.
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Sequence
from typing import Any, cast

from radviewer.cli.main import Command

ANALYSES: dict[str, tuple[str, str]] = {
    "mrmc": ("radviewer.cli.stats_mrmc", "compare conditions over readers and cases"),
    "delong": ("radviewer.cli.stats_delong", "compare ROC curves of scores of the same cases"),
    "agreement": ("radviewer.cli.stats_agreement", "how far readers agree: kappa, ICC, AC1"),
    "uptake": ("radviewer.cli.stats_uptake", "how readers take up the computer's advice"),
    "power": ("radviewer.cli.stats_power", "power and sample size of a planned study"),
}


class _LazyParser(argparse.ArgumentParser):
    """A parser that learns its options when it is first used, so that help loads one module at most."""

    module_name = ""

    def parse_known_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        if self.module_name:
            module = _module(self.module_name)
            self.module_name = ""
            module.add_arguments(self)
            self.set_defaults(analysis_module=module)
        return super().parse_known_args(args, namespace)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the analyses."""
    choices = parser.add_subparsers(
        dest="analysis", required=True, metavar="ANALYSIS", parser_class=_LazyParser, title="analyses"
    )
    for name, (module_name, help_text) in ANALYSES.items():
        chosen = choices.add_parser(name, help=help_text, description=help_text[0].upper() + help_text[1:] + ".")
        chosen.module_name = module_name


def run(arguments: argparse.Namespace) -> int:
    """Runs the chosen analysis and returns its exit status."""
    return int(arguments.analysis_module.run(arguments))


def _module(name: str) -> Command:
    return cast(Command, importlib.import_module(name))
