"""Acts on what is laid down at the office: components, funding of a year, settings; city rows are not touched."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id, new_id
from sipokat_desktop.storage.command import CityRow
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import acara_ops, text, text_susun
from . import komponen as ketetapan
from .aturan_ops import IsianKinerja, akhiri_aturan, catat_kinerja, simpan_aturan
from .isian import baca_persen, cari_komponen, pilih, simpan, teks
from .rules import id_komponen
from .tarif_ops import hapus_tarif, tetapkan_tarif

__all__ = [
    "IsianKinerja",
    "akhiri_aturan",
    "catat_kinerja",
    "hapus_komponen",
    "hapus_tarif",
    "isi_anggaran",
    "isi_komponen",
    "setel",
    "simpan_anggaran",
    "simpan_aturan",
    "simpan_komponen",
    "simpan_tarif",
    "tetapkan_tarif",
]  # fmt: skip

CARA = ("tunai", "transfer")
HARI_ACUAN = ("1", "15", "0")
_BAWAAN = {"nama": "", "skema": "tidak", "pajak": "0", "cara": "tunai", "hari_acuan": "1"}
DANA = ("sumber_dana", "program", "kegiatan", "kode_rekening")


def simpan_tarif(store: Store, lingkup: str, rows: list[CityRow]) -> Changes:
    """Record the office's own component and tariff (see :func:`rules.baris_tarif`)."""

    def work(tx: Tx) -> None:
        for row in rows:
            simpan(tx, row.table, row.row_id, lingkup, row.fields)

    return store.write("insentif.tarif", work).changes


def simpan_komponen(store: Store, lingkup: str, isian: Mapping[str, str], *, komponen_id: str = "") -> Done[str]:
    """Create a component of this office, or change the fields given of one; returns its id.

    ``asal`` (an event id, with ``sumber`` and ``per``) makes one that pays for having attended: the event stays what it
    is, and with ``jumlah`` (and ``dasar_hukum``) its tariff is set in the same act. Raises InputSalah for a wrong
    field, a name that is used already, an event that has a component, or a component of the city.
    """
    isi = isi_komponen(isian, baru=not komponen_id)

    def work(tx: Tx) -> str:
        nama = str(isi.get("nama", ""))
        _nama_bebas(tx, lingkup, nama, komponen_id)
        if not komponen_id and isi.get("asal"):
            return acara_ops.buat(tx, lingkup, isi, isian)
        if not komponen_id:
            turunan = id_komponen(lingkup, nama)
            row_id = new_id() if tx.has("insentif_komponen", turunan) else turunan
            tx.insert("insentif_komponen", isi, scope=lingkup, row_id=row_id)
            return row_id
        k = cari_komponen(tx.con, lingkup, komponen_id)
        if k.lingkup != lingkup:
            raise InputSalah("nama", text_susun.KOMPONEN_KOTA.format(nama=k.nama))
        acara_ops.tetap(tx, k, isi)
        tx.update("insentif_komponen", komponen_id, isi)
        return komponen_id

    return store.write("insentif.komponen", work)


def isi_komponen(isian: Mapping[str, str], *, baru: bool) -> Fields:
    """Return the fields of a component as stored; those not given are left out, or at their default when ``baru``.

    Raises InputSalah with the field's name.
    """
    nilai = {**(_BAWAAN if baru else {}), **isian}
    isi: Fields = {field: teks(nilai[field]) for field in ("nama", *DANA) if field in nilai}
    if "nama" in nilai and not isi["nama"]:
        raise InputSalah("nama", text.NAMA_KOMPONEN)
    if "cara" in nilai:
        isi["cara"] = pilih(nilai["cara"], CARA, "cara")
    if "hari_acuan" in nilai:
        isi["hari_acuan"] = int(pilih(nilai["hari_acuan"], HARI_ACUAN, "hari_acuan"))
    if "skema" in nilai:
        isi["skema"] = pilih(nilai["skema"], tuple(text.SKEMA), "skema")
    if "pajak" in nilai:
        isi["pajak"] = baca_persen(nilai["pajak"] or "0")
    isi |= acara_ops.isi(nilai)
    if isi.get("skema") == "persen" and not isi.get("pajak"):
        raise InputSalah("pajak", text_susun.PERSEN_NOL)
    return isi


def _nama_bebas(tx: Tx, lingkup: str, nama: str, kecuali: str) -> None:
    for k in ketetapan.komponen(tx.con, lingkup=lingkup):
        if k.komponen_id != kecuali and nama and k.nama.casefold() == nama.casefold():
            raise InputSalah("nama", text_susun.KOMPONEN_GANDA.format(nama=k.nama))


def hapus_komponen(store: Store, lingkup: str, komponen_id: str) -> Changes:
    """Delete a component of this office that no list and no payment uses, with its tariffs and rules.

    Raises InputSalah when it is used or the city's.
    """

    def work(tx: Tx) -> None:
        k = cari_komponen(tx.con, lingkup, komponen_id)
        if k.lingkup != lingkup:
            raise InputSalah("nama", text_susun.KOMPONEN_KOTA.format(nama=k.nama))
        row = tx.con.execute(
            """SELECT nomor FROM insentif_daftar WHERE komponen_id = :id
               UNION SELECT bulan FROM insentif_mutasi WHERE komponen_id = :id LIMIT 1""",
            {"id": komponen_id},
        ).fetchone()
        if row:
            raise InputSalah("nama", text_susun.KOMPONEN_DIPAKAI.format(nama=k.nama, nomor=row[0]))
        for tabel in ("insentif_tarif", "insentif_aturan", "insentif_anggaran"):
            for (row_id,) in tx.con.execute(f"SELECT id FROM {tabel} WHERE komponen_id = ?", (komponen_id,)).fetchall():
                tx.delete(tabel, row_id)
        tx.delete("insentif_komponen", komponen_id)

    return store.write("insentif.komponen_hapus", work).changes


def simpan_anggaran(store: Store, lingkup: str, komponen_id: str, tahun: int, isian: Mapping[str, str]) -> Changes:
    """Record where a component's money comes from in a budget year, what may be spent, and the basis of appointment.

    An office may do so for a city component too: its own row then goes before the city's. Raises InputSalah for a
    year that is none, a wrong amount, or nothing filled in.
    """
    isi = isi_anggaran(komponen_id, tahun, isian)

    def work(tx: Tx) -> None:
        k = cari_komponen(tx.con, lingkup, komponen_id)
        simpan(tx, "insentif_anggaran", id_anggaran(k.lingkup, lingkup, komponen_id, tahun), lingkup, isi)

    return store.write("insentif.anggaran", work).changes


def isi_anggaran(komponen_id: str, tahun: int, isian: Mapping[str, str]) -> Fields:
    """Return the funding data as stored; raises InputSalah with the field's name."""
    if not re.fullmatch("20[0-9]{2}", str(tahun)):
        raise InputSalah("tahun", text_susun.TAHUN_SALAH)
    isi: Fields = {field: teks(isian[field]) for field in (*DANA, "dasar") if field in isian}
    if "pagu" in isian:
        isi["pagu"] = rupiah.baca(isian["pagu"], "pagu") if isian["pagu"].strip() else None
    if not isi:
        raise InputSalah("sumber_dana", text_susun.DANA_KOSONG)
    return {"komponen_id": komponen_id, "tahun": tahun, **isi}


def id_anggaran(milik: str, lingkup: str, komponen_id: str, tahun: int) -> str:
    """Return the id of the funding row of a year that ``lingkup`` lays down for a component of ``milik``."""
    sendiri = () if milik == lingkup else (lingkup,)
    return derived_id("insentif_anggaran", *sendiri, komponen_id, str(tahun))


def setel(store: Store, lingkup: str, nilai: Mapping[str, str]) -> Changes:
    """Set settings of the module for this office; an empty value goes back to the city's, or to the built-in one."""
    if not all(kunci.strip() for kunci in nilai):
        raise InputSalah("kunci", text_susun.SETELAN_KOSONG)

    def work(tx: Tx) -> None:
        for kunci, isi in nilai.items():
            row_id = derived_id("insentif_setelan", lingkup, kunci)
            if isi.strip() or tx.has("insentif_setelan", row_id):
                simpan(tx, "insentif_setelan", row_id, lingkup, {"kunci": kunci, "nilai": isi.strip() or None})

    return store.write("insentif.setelan", work).changes
