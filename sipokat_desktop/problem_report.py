"""*Kirim laporan masalah*: one file for whoever helps, made of counts, versions and places in the program only.

Nothing that somebody typed is in it. Of the log it takes what is known to be no such thing (when, which file and line
of the program, what kind of fault), not the rest less what looks like a number of a person.
"""

from __future__ import annotations

import io
import json
import platform
import re
import sys
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sipokat_desktop import __version__
from sipokat_desktop.storage import keys, office, room, secondplace, selfcheck, sqlite, status
from sipokat_desktop.storage.identity import write_atomically

if TYPE_CHECKING:
    from sipokat_desktop.storage.check import Finding
    from sipokat_desktop.storage.command import Json
    from sipokat_desktop.storage.store import Store

LOG = Path("log") / "kesalahan.log"
LAST_LOG_BYTES = 500_000
_WHEN = re.compile(r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d")
_PLACE = re.compile(r'\s*File "(?:.*[\\/])?([a-z_0-9]+\.py)", line (\d+), in ([\w<>]+)')
_FAULT = re.compile(r"([A-Za-z_][\w.]*(?:Error|Exception|Warning|Interrupt|Salah|Gangguan|Rusak|Hilang))(?::|$)")
_PERSON = re.compile(r"\d{6,}")


def write(store: Store, findings: Sequence[Finding], target: Path) -> None:
    """Write the report of an open store to ``target`` (a .zip); raise Gangguan when it cannot be written."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("keadaan.json", json.dumps(_state(store, findings), indent=1, ensure_ascii=False))
        file.writestr("kesalahan.txt", "\n".join(safe_lines(_log(store.folder).splitlines())))
    write_atomically(target, content.getvalue())


def safe_lines(lines: Iterable[str]) -> list[str]:
    """Return what of a log may leave the office: times, places in the program, kinds of faults."""
    found: list[str] = []
    for line in lines:
        if when := _WHEN.fullmatch(line.strip()):
            found.append(when[0])
        elif place := _PLACE.match(line):
            found.append(f"  {place[1]}:{place[2]} {place[3]}")
        elif fault := _FAULT.match(line):
            found.append(fault[1])
    return [line for line in found if not _PERSON.search(line)]


def _log(folder: Path) -> str:
    try:
        return (folder / LOG).read_bytes()[-LAST_LOG_BYTES:].decode(errors="replace")
    except OSError:
        return ""


def _state(store: Store, findings: Sequence[Finding]) -> dict[str, Json]:
    now, known = status.read(store, on_the_way=0), keys.load(store.folder)
    place = secondplace.load(store.folder)
    con = store.reader()
    rows: dict[str, Json] = {name: con.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in store.tables}
    checked: dict[str, Json] = {finding.name: finding.ok for finding in findings}
    return {
        "sipokat": __version__, "python": platform.python_version(), "sistem": platform.system(),
        "versi_sistem": platform.release(), "mesin": platform.machine(), "bit": sys.maxsize.bit_length() + 1,
        "sqlite": str(con.execute("SELECT sqlite_version()").fetchone()[0]), "mesin_data": sqlite.connect.__module__,
        "kantor": office.own(store), "terdaftar": now.enrolled, "saat": store.clock(),
        "belum_terkirim": now.waiting, "tertahan": now.stuck, "perlu_keputusan": len(now.decisions),
        "foto_belum_terkirim": now.photos, "foto_hilang": now.photos_gone, "sinkron_terakhir": now.last_sync,
        "gangguan": store.setting(status.TROUBLE_KIND), "cadangan_terakhir": now.last_backup,
        "tempat_kedua": bool(place.folder), "tempat_kedua_baik": not place.trouble,
        "kode_pemulihan": bool(known and known.box), "penyimpan_kunci": bool(known and known.name),
        "jam_salah": bool(selfcheck.clock_warning(store)), "disk_sisa_mb": room.free(store.folder) // room.MB,
        "berkas_mb": store.path.stat().st_size // room.MB, "baris": rows, "pemeriksaan": checked,
    }  # fmt: skip
