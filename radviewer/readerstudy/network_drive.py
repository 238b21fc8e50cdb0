"""Finds out whether a folder is on a network drive, where SQLite's locks cannot be trusted (sqlite.org/faq.html#q5)."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from radviewer.readerstudy.ledger import StoreProblem

_NETWORK_TYPES = frozenset(
    {
        *("nfs", "nfs3", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "9p", "davfs"),
        *("ceph", "lustre", "glusterfs", "gpfs", "beegfs"),
        *("fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.ceph"),
    }
)
_MNT_LOCAL = 0x1000  # sys/mount.h of macOS
_DRIVE_REMOTE = 4  # winbase.h


def refuse_network_drive(folder: Path) -> None:
    """Refuses a folder on a network drive.

    Raises:
        StoreProblem: Says which kind of drive it is and what to use instead.
    """
    kind = network_kind(folder)
    if kind:
        raise StoreProblem(
            f"{folder} is on a network drive ({kind}); several writers there can damage an SQLite file.",
            hint="Use PostgreSQL for several workstations (--server), or keep the study folder on a local disk.",
        )


def network_kind(folder: Path) -> str:
    """The kind of network drive that a folder is on; empty for a local one."""
    path = folder.resolve()
    if sys.platform == "win32":
        return _windows_kind(path)
    if sys.platform == "darwin":
        return _macos_kind(path)
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""  # a system without /proc: nothing is known about its drives
    kind = mount_type(mounts, path)
    return kind if kind in _NETWORK_TYPES else ""


def mount_type(mountinfo: str, path: Path) -> str:
    """The file system type of the deepest mount that holds a path, from Linux's /proc/self/mountinfo (proc(5))."""
    best, found = -1, ""
    for line in mountinfo.splitlines():
        left, _, right = line.partition(" - ")
        fields, kind = left.split(" "), right.split(" ")[0]
        if len(fields) < 5 or not kind:
            continue
        point = Path(_unescaped(fields[4]))
        # A later mount on the same place hides the earlier one.
        if (path == point or point in path.parents) and len(point.parts) >= best:
            best, found = len(point.parts), kind
    return found


def _unescaped(text: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, character)
    return text


def _windows_kind(path: Path) -> str:
    anchor = path.anchor
    if anchor.startswith("\\\\"):
        return "a network share"
    drive_type = ctypes.CDLL("kernel32").GetDriveTypeW(ctypes.c_wchar_p(anchor))
    return "a mapped drive" if drive_type == _DRIVE_REMOTE else ""


def _macos_kind(path: Path) -> str:
    library = ctypes.CDLL(None)
    # 64-bit inode layout of struct statfs: flags at byte 64, type name at byte 72.
    call = getattr(library, "statfs$INODE64", None) or library.statfs
    buffer = ctypes.create_string_buffer(4096)
    if call(ctypes.c_char_p(os.fsencode(path)), buffer) != 0:
        return ""
    flags = int.from_bytes(buffer.raw[64:68], sys.byteorder)
    name = buffer.raw[72:88].split(b"\0")[0].decode(errors="replace")
    return "" if flags & _MNT_LOCAL else name or "network"
