"""The command line's frame: help, version, unknown words, defects."""

from __future__ import annotations

import pytest

from radviewer import __version__
from radviewer.cli.main import COMMANDS, run


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"radviewer {__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    text = capsys.readouterr().out
    for name in COMMANDS:
        assert f"\n  {name} " in text


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert f"usage: radviewer {name}" in capsys.readouterr().out


def test_an_unknown_option_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["inspect", "--nonsense"]) == 2
    assert "usage" in capsys.readouterr().err


def test_a_defect_is_a_sentence_and_status_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import radviewer.cli.doctor as doctor

    def broken(_arguments: object) -> int:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(doctor, "run", broken)
    assert run(["doctor"]) == 1
    message = capsys.readouterr().err
    assert "ZeroDivisionError" in message
    assert "Traceback" not in message
