"""The receipts of syncs: the city's signed word beside what this computer held, on screen, on paper, and as a file."""

from __future__ import annotations

import json
from pathlib import Path

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.values import NamedTuple
from sipokat_desktop.storage import office
from sipokat_desktop.storage.identity import write_atomically
from sipokat_desktop.storage.module import place
from sipokat_desktop.storage.store import Store

SHOWN = 50
TIDAK_ADA = "Bukti nomor {no} tidak ada di komputer ini."
BUKAN_BUKTI = "Berkas {nama} bukan bukti sinkron Sipokat."
TANPA_KUNCI = "Komputer ini belum mengenal kunci kota. Sebutkan --kunci, yang tertulis di berkas undangan (server_key)."
PALSU = "Bukti {nama} TIDAK asli: isinya tidak cocok dengan tanda tangan kota."

Sides = dict[str, tuple[int, str]]
"""Per table: rows, and the sums of their hashes."""


class Proof(NamedTuple):
    """A receipt that was checked: whose computer, when (UTC ms), how many changes, and per table both sides."""

    label: str
    at: int
    acked: int
    matching: bool
    sides: tuple[tuple[str, int, int], ...]


def kept(store: Store) -> list[tuple[int, int, bool, dict[str, object]]]:
    """Return the kept receipts, newest first: number, time (UTC ms), whether both sides match, content."""
    rows = store.reader().execute("SELECT no, waktu, cocok, isi FROM sync_bukti ORDER BY no DESC LIMIT ?", (SHOWN,))
    return [(int(no), int(at), bool(ok), json.loads(text)) for no, at, ok, text in rows]


def sides(store: Store, no: int) -> list[tuple[str, int, int]]:
    """Return per table of a receipt: its label, rows here, rows at the city."""
    return _compared(store, _one(store, no)[1])


def pdf(store: Store, no: int) -> bytes:
    """Return the receipt with this number as a PDF."""
    from sipokat_desktop.printing.paper import Kertas
    from sipokat_desktop.printing.proof import BarisBukti, Bukti, gambar

    at, content = _one(store, no)
    kantor = office.own(store)
    kota, di_sini = city_side(content), office_side(content)
    tables = {name: table.label for name, table in store.tables.items()}
    baris = tuple(
        BarisBukti(tables.get(name, name), di_sini.get(name, (0, ""))[0], count, di_sini.get(name) == (count, total))
        for name, (count, total) in kota.items()
    )
    kepala = (
        (wilayah.sebutan_kantor(kantor), place(store.reader(), store.modules, kantor)),
        ("Komputer", store.identity.label),
        ("Waktu", f"{tanggal.lengkap(tanggal.wib(at).date())} pukul {tanggal.jam_wib(at)} WIB"),
        ("Nomor bukti", str(no)),
        ("Perubahan terkirim", str(content["terkirim"])),
    )
    return gambar(Bukti(kepala, baris, str(content["tanda_tangan"])), Kertas.A4)


def export(store: Store, no: int, file: Path) -> None:
    """Write a receipt into ``file``, so that anybody can check it without this computer; raise InputSalah."""
    _, content = _one(store, no)
    whole = {**content, "kunci_kota": store.identity.server_key, "nomor": no}
    write_atomically(file, json.dumps(whole, ensure_ascii=False, indent=1).encode())


def check(store: Store, file: Path, key: str = "") -> Proof:
    """Check a receipt's signature without the city, with its key known here or given; raise InputSalah."""
    from sync.client import receipt
    from sync.protocol import Receipt

    content = _read(file)
    known = store.identity.server_key or key
    if not known:
        raise InputSalah("kunci", TANPA_KUNCI)
    if not receipt.genuine(Receipt(text=str(content["kota"]), signature=str(content["tanda_tangan"])), known):
        raise InputSalah("berkas", PALSU.format(nama=file.name))
    city = json.loads(str(content["kota"]))
    compared = tuple(_compared(store, content))
    same = city_side(content) == office_side(content)
    return Proof(str(city["perangkat"]), int(city["waktu"]), int(city["acked_n"]), same, compared)


def _read(file: Path) -> dict[str, object]:
    try:
        raw = json.loads(file.read_bytes())
    except (OSError, ValueError) as exc:
        raise InputSalah("berkas", BUKAN_BUKTI.format(nama=file.name)) from exc
    content = raw.get("isi", raw) if isinstance(raw, dict) else None
    if not isinstance(content, dict) or not content.keys() >= {"kota", "tanda_tangan", "kantor"}:
        raise InputSalah("berkas", BUKAN_BUKTI.format(nama=file.name))
    return content


def _one(store: Store, no: int) -> tuple[int, dict[str, object]]:
    row = store.reader().execute("SELECT waktu, isi FROM sync_bukti WHERE no = ?", (no,)).fetchone()
    if row is None:
        raise InputSalah("nomor", TIDAK_ADA.format(no=no))
    return int(row[0]), json.loads(row[1])


def _compared(store: Store, content: dict[str, object]) -> list[tuple[str, int, int]]:
    here, there = office_side(content), city_side(content)
    tables = store.tables
    return [
        (tables[name].label if name in tables else name, here.get(name, (0, ""))[0], there.get(name, (0, ""))[0])
        for name in sorted(here.keys() | there.keys())
    ]


def city_side(content: dict[str, object]) -> Sides:
    """Return (rows, sums of hashes) per table as the city signed them in a receipt."""
    return _side(json.loads(str(content["kota"]))["isi"])


def office_side(content: dict[str, object]) -> Sides:
    """Return (rows, sums of hashes) per table as this computer held them at a receipt."""
    return _side(content["kantor"])


def _side(scopes: object) -> Sides:
    sums: Sides = {}
    if isinstance(scopes, dict):
        for tables in scopes.values():
            for name, digest in tables.items():
                count, total = sums.get(name, (0, ""))
                sums[name] = (count + digest["count"], total + digest["sum"])
    return sums
