"""What a clerk does with vaccination figures; each function is one act, checked, logged and undoable (DOMAIN §6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.kernel.tanggal import panjang as kata_hari
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.modules.rt.rules import teks
from sipokat_desktop.storage import many, sqlite
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import baca, rules, text
from .model import Tersimpan
from .rules import ANGKA, ISIAN, Catat

__all__ = ["ISIAN", "catat", "catat_banyak", "hapus", "periksa", "ubah"]

TABEL = "vaksinasi_catatan"
PEMISAH = "|"
"""Between post and input in ``InputSalah.field`` of a grid."""


class _Sekitar(NamedTuple):
    """What is recorded of an RT in a programme around a day: before it, on it, after it."""

    sebelum: Catat | None
    kini: Catat | None
    sesudah: Catat | None


def catat(
    store: Store, lingkup: str, jabatan_id: str, program: str, tanggal: str, isian: Mapping[str, str]
) -> Done[Tersimpan]:
    """Record the figures of an RT on a day, or change those that are there. ``isian`` are typed (:data:`rules.ISIAN`);
    an empty figure is as it was recorded on that day, else on the day before.

    Raises InputSalah for what does not fit, or falls without a reason.
    """

    def work(tx: Tx) -> Tersimpan:
        return _simpan(tx, lingkup, program, _hari(store, tanggal), {jabatan_id: isian})

    return store.write("vaksinasi.catat", work)


def catat_banyak(
    store: Store, lingkup: str, program: str, tanggal: str, baris: Mapping[str, Mapping[str, str]]
) -> Done[Tersimpan]:
    """Record the figures of many RT (by post id) on one day as one act; RT without any typed figure are left out.

    Raises InputSalah with the field ``jabatan_id|isian`` for the first wrong one, or when nothing was typed.
    """
    terisi = {jabatan_id: isian for jabatan_id, isian in baris.items() if not rules.kosong(isian)}
    if not terisi:
        raise InputSalah("", text.KISI_KOSONG)

    def work(tx: Tx) -> Tersimpan:
        return _simpan(tx, lingkup, program, _hari(store, tanggal), terisi, kisi=True)

    return store.write("vaksinasi.catat_banyak", work)


def ubah(store: Store, catatan_id: str, isian: Mapping[str, str]) -> Changes:
    """Change typed figures of a record, or its day (``tanggal``); what is left out stays. Raises InputSalah as
    :func:`catat` does."""

    def work(tx: Tx) -> None:
        lama = _ada(tx, catatan_id)
        semua = {nama: "" if lama[nama] is None else str(lama[nama]) for nama in ISIAN} | dict(isian)
        hari = _hari(store, str(semua.pop("tanggal", lama["tanggal"])))
        lingkup, jabatan_id, program = (str(lama[nama]) for nama in ("lingkup", "jabatan_id", "program"))
        if hari != lama["tanggal"]:
            if tx.has(TABEL, id_catatan(jabatan_id, program, hari)):
                raise InputSalah("tanggal", text.SUDAH_ADA.format(hari=kata_hari(date.fromisoformat(hari))))
            tx.delete(TABEL, catatan_id)
        _simpan(tx, lingkup, program, hari, {jabatan_id: semua})

    return store.write("vaksinasi.ubah", work).changes


def hapus(store: Store, ids: Sequence[str]) -> Changes:
    """Delete records; raises InputSalah when there is none of them."""

    def work(tx: Tx) -> None:
        if not ids:
            raise InputSalah("", text.PILIH_DULU)
        for id in ids:
            _ada(tx, id)
        many.delete(tx, TABEL, ids)

    return store.write("vaksinasi.hapus", work).changes


def periksa(
    con: sqlite.Connection, jabatan_id: str, program: str, tanggal: str, isian: Mapping[str, str]
) -> tuple[rules.Salah, ...]:
    """Return all that keeps typed figures of an RT on a day (ISO) from being saved, for the form."""
    dekat = _sekitar(con, jabatan_id, program, tanggal)
    try:
        angka = rules.baca(isian, dekat.kini or dekat.sebelum)
        satu = Catat(tanggal, angka, isian.get("alasan", "").strip())
        return tuple(rules.periksa(satu, dekat.sebelum, dekat.sesudah))
    except InputSalah as exc:
        return (rules.Salah(exc.field, exc.pesan),)


def id_catatan(jabatan_id: str, program: str, tanggal: str) -> str:
    """Return the id of an RT's figures on a day: the same on every computer."""
    return derived_id(TABEL, jabatan_id, kunci_cari(program), tanggal)


def _hari(store: Store, ketik: str) -> str:
    return rules.hari(ketik, hari_ini(store))


def _simpan(
    tx: Tx, lingkup: str, program: str, tanggal: str, baris: Mapping[str, Mapping[str, str]], *, kisi: bool = False
) -> Tersimpan:
    nama = rules.program(program, baca.program(tx.con, [lingkup]))
    n = {"baru": 0, "diubah": 0, "sama": 0}
    for jabatan_id, isian in baris.items():
        try:
            n[_satu(tx, lingkup, nama, tanggal, jabatan_id, isian)] += 1
        except InputSalah as exc:
            raise InputSalah(f"{jabatan_id}{PEMISAH}{exc.field}" if kisi else exc.field, exc.pesan) from None
    return Tersimpan(**n)


def _satu(tx: Tx, lingkup: str, program: str, tanggal: str, jabatan_id: str, isian: Mapping[str, str]) -> str:
    """Write one RT's figures; tell whether they are new, changed, or the same."""
    row = tx.con.execute("SELECT 1 FROM rt_jabatan WHERE id = ? AND lingkup = ?", (jabatan_id, lingkup)).fetchone()
    if row is None:
        raise InputSalah("jabatan_id", text.RT_TIDAK_ADA)
    id = id_catatan(jabatan_id, program, tanggal)
    dekat = _sekitar(tx.con, jabatan_id, program, tanggal)
    angka = rules.baca(isian, dekat.kini or dekat.sebelum)
    isi: Fields = {nama: teks(isian[nama], nama, 300) for nama in ("alasan", "catatan") if nama in isian}
    alasan = str(isi.get("alasan", dekat.kini.alasan if dekat.kini else "") or "")
    for salah in rules.periksa(Catat(tanggal, angka, alasan), dekat.sebelum, dekat.sesudah):
        raise InputSalah(*salah)
    isi |= dict(zip(ANGKA, angka, strict=True))
    if dekat.kini:
        return "diubah" if tx.update(TABEL, id, isi) else "sama"
    dasar: Fields = {"jabatan_id": jabatan_id, "program": program, "tanggal": tanggal}
    tx.insert(TABEL, dasar | {n: v for n, v in isi.items() if v is not None}, scope=lingkup, row_id=id)
    return "baru"


def _sekitar(con: sqlite.Connection, jabatan_id: str, program: str, tanggal: str) -> _Sekitar:
    semua = baca.rentang(con, jabatan_id, program)
    return _Sekitar(
        next((c for c in reversed(semua) if c.tanggal < tanggal), None),
        next((c for c in semua if c.tanggal == tanggal), None),
        next((c for c in semua if c.tanggal > tanggal), None),
    )


def _ada(tx: Tx, id: str) -> Fields:
    try:
        return tx.row(TABEL, id)
    except KeyError:
        raise InputSalah("", text.TIDAK_ADA) from None
