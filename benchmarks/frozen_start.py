"""From the start of an installed program to its painted window, on a virtual screen.

Run: python benchmarks/frozen_start.py PROGRAM [TIMES]

The window counts as painted when a picture of the screen shows it with its texts and icons, and the next one too. The
first start is cold as far as the system lets it, so it is told apart. Processor time is that of the program's process.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

DISPLAY = ":87"
_COLOURS = 60  # of a painted window with text; an empty one has a handful


def colours(screen: object) -> int:
    """Different colours on the screen."""
    from PySide6.QtGui import QImage, QScreen

    assert isinstance(screen, QScreen)
    image = screen.grabWindow(0).toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), dtype=np.uint32).reshape(image.height(), -1)
    return int(np.unique(pixels[::2, ::2]).size)


def processor_seconds(pid: int) -> float:
    """Of a process that runs, in user and in system mode."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def start(program: str, screen: object) -> tuple[float, float]:
    """Seconds by the clock and of the processor until the window is painted."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "DISPLAY": DISPLAY, "LANG": "C.UTF-8", "PATH": ""}
        begin = time.perf_counter()
        process = subprocess.Popen([program], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            while time.perf_counter() - begin < 180:
                used, now = processor_seconds(process.pid), time.perf_counter() - begin
                if colours(screen) > _COLOURS and colours(screen) > _COLOURS:
                    return now, used
                if process.poll() is not None:
                    break
                time.sleep(0.02)
            process.kill()
            raise SystemExit(f"no window came: {(process.stderr.read() if process.stderr else b'').decode()}")
        finally:
            process.kill()
            process.wait()
            while colours(screen) > _COLOURS:
                time.sleep(0.05)


def main() -> None:
    """Prints the table."""
    server = shutil.which("Xvfb")
    if server is None:
        raise SystemExit("Xvfb is not installed.")
    program, times = str(Path(sys.argv[1]).absolute()), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        screen = subprocess.Popen([server, DISPLAY, "-screen", "0", "1600x1000x24", "-fbdir", folder])
        try:
            time.sleep(2)
            os.environ |= {"DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb"}
            from PySide6.QtGui import QGuiApplication

            application = QGuiApplication([])
            found = [start(program, application.primaryScreen()) for _ in range(times + 1)]
        finally:
            screen.terminate()
            screen.wait()
    print(f"load {os.getloadavg()[0]:.1f}; seconds by the clock, of the processor")
    print(f"first start: {found[0][0]:.2f}, {found[0][1]:.2f}")
    clock, used = np.median(np.array(found[1:]), axis=0)
    print(f"warm, median of {times}: {clock:.2f}, {used:.2f}")


if __name__ == "__main__":
    main()
