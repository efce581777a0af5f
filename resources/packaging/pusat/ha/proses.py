"""Processes of a node without systemd: started as the account of PostgreSQL, found, frozen and killed as a whole."""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

AKUN = "postgres"
"""PostgreSQL refuses to run as root."""


def akun() -> pwd.struct_passwd | None:
    """Return the account that the node runs as; None for this user's own."""
    return pwd.getpwnam(AKUN) if os.geteuid() == 0 else None


def serahkan(folder: Path) -> None:
    """Give a folder and all in it to the account of the node."""
    siapa = akun()
    if siapa:
        for satu in (folder, *folder.rglob("*")):
            os.chown(satu, siapa.pw_uid, siapa.pw_gid)


def jalankan(perintah: Sequence[str], log: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start a program that goes on by itself; what it says goes to ``log``."""
    siapa = akun()
    with log.open("ab") as keluar:
        return subprocess.Popen(
            perintah, stdin=subprocess.DEVNULL, stdout=keluar, stderr=keluar, cwd=folder,
            env={"PATH": os.defpath + ":/usr/sbin:/sbin", "HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            user=siapa.pw_uid if siapa else None, group=siapa.pw_gid if siapa else None,
            extra_groups=[] if siapa else None, start_new_session=True,
        )  # fmt: skip


def kepala_postgres(data: Path) -> int:
    """Return the process id of the PostgreSQL on the folder ``data``, 0 when none runs."""
    try:
        pid = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
        perintah = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (OSError, ValueError):
        return 0
    return pid if str(data).encode() in perintah else 0


def keluarga(kepala: Sequence[int]) -> list[int]:
    """Return these processes and all that they started, parents first."""
    anak: dict[int, list[int]] = {}
    for satu in Path("/proc").iterdir():
        if satu.name.isdigit():
            anak.setdefault(_induk(satu), []).append(int(satu.name))
    semua = [pid for pid in kepala if pid > 0]
    for pid in semua:
        semua.extend(baru for baru in anak.get(pid, ()) if baru not in semua)
    return semua


def _induk(proses: Path) -> int:
    try:
        return int((proses / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError, ValueError):
        return -1


def kirim(pids: Sequence[int], tanda: signal.Signals) -> None:
    """Send a signal to all of them; who is gone already is passed over."""
    for pid in pids:
        try:
            os.kill(pid, tanda)
        except ProcessLookupError:
            continue
