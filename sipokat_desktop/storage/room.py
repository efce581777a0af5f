"""How much room the disk has: little is said, and with next to none nothing new is begun."""

from __future__ import annotations

from pathlib import Path

from sipokat_desktop.kernel.errors import Gangguan

MB = 1_000_000
LOW, LEAST = 200 * MB, 20 * MB
SEDIKIT = "Ruang disk tinggal {mb} MB. Kosongkan disk sebelum habis; di bawah 20 MB tidak ada yang dapat disimpan."
HABIS = "Belum tersimpan: ruang disk habis (sisa {mb} MB)."
HABIS_SARAN = "Isian Anda tetap di layar. Kosongkan sedikit ruang disk, lalu simpan lagi."


def free(folder: Path) -> int:
    """Return how many bytes this user can still write on the disk of ``folder``; raise OSError where that is away."""
    from shutil import disk_usage

    return disk_usage(folder).free


def require(folder: Path) -> None:
    """Raise Gangguan when so little room is left that the next act may end in the middle."""
    try:
        left = free(folder)
    except OSError:
        return
    if left < LEAST:
        raise Gangguan(HABIS.format(mb=left // MB), HABIS_SARAN)


def warning(folder: Path) -> str:
    """Return the sentence that says that the room is running out, "" where it is not."""
    try:
        left = free(folder)
    except OSError:
        return ""
    return SEDIKIT.format(mb=left // MB) if left < LOW else ""
