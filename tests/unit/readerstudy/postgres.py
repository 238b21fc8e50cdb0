"""A PostgreSQL server of the system's own packages on a loopback port, as an unprivileged user, for one test module."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest

pwd = pytest.importorskip("pwd", reason="PostgreSQL is started as another user, which Windows has no way for")


def binaries() -> Path:
    """The folder of initdb and pg_ctl; skips where PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    path = shutil.which("initdb")
    if path is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    return Path(path).parent


class Server:
    """One cluster in a temporary folder; `start`, `stop`, `restart`, `remove`."""

    def __init__(self) -> None:
        self.bin = binaries()
        self.user = pwd.getpwuid(os.getuid()).pw_name
        if os.getuid() == 0:
            names = {entry.pw_name for entry in pwd.getpwall()}
            self.user = next((name for name in ("postgres", "nobody") if name in names), "")
            if not self.user or shutil.which("runuser") is None:
                pytest.skip("PostgreSQL does not run as root, and there is no other user to run it as")
        self.folder = Path(tempfile.mkdtemp(prefix="radviewer-pg-"))
        if os.getuid() == 0:
            shutil.chown(self.folder, self.user)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"postgresql://reader@127.0.0.1:{self.port}/postgres"
        self._run("initdb", "-D", str(self.folder / "data"), "-U", "reader", "-A", "trust", "-E", "UTF8", "--no-sync")

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        self._run(
            "pg_ctl", "-D", str(self.folder / "data"), "-o", options, "-l", str(self.folder / "log"), "-w", "start"
        )

    def stop(self, mode: str = "fast") -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", mode, "-w", "stop")

    def remove(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def database(self, name: str) -> str:
        """A fresh database's URL."""
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "reader", name)
        return self.url.removesuffix("postgres") + name

    def _run(self, program: str, *arguments: str, check: bool = True) -> None:
        command = [str(self.bin / program), *arguments]
        if os.getuid() == 0:
            command = ["runuser", "-u", self.user, "--", *command]
        # Output to a file: a started server would keep a pipe open.
        with (Path(tempfile.gettempdir()) / f"{self.folder.name}.out").open("w+") as out:
            result = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, cwd="/", timeout=120, check=False)
            out.seek(0)
            assert not check or result.returncode == 0, out.read()
        Path(out.name).unlink()
