"""Entry point of `radviewer` and `python -m radviewer`; imports nothing heavy."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line and returns its exit status."""
    from radviewer.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
