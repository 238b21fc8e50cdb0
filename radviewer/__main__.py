"""Entry point of `radviewer` and `python -m radviewer`; imports nothing heavy."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line and returns its exit status."""
    if getattr(sys, "frozen", False):
        # In an installed application the decode processes are started through this very executable.
        import multiprocessing

        multiprocessing.freeze_support()
    from radviewer.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
