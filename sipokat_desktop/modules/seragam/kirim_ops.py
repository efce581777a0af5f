"""Deliveries between the purchase, the kecamatan and the kelurahan, and adjustments of a place's stock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sipokat_desktop.kernel import ids, wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.rt.rules import teks
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import rules, stok, text
from .kiriman import kiriman
from .langkah import TABEL, alasan_wajib, dikenal, hari_lampau, milik
from .model import Barang, Pengadaan
from .pengadaan import terbuka
from .tempat import PENGADAAN, SELISIH


def kirim(
    store: Store, pengadaan_id: str, *, dari: str, ke: str, isi: Mapping[Barang, int], nomor: str = "",
    hari: date | None = None, alasan: str = "",
) -> Done[str]:  # fmt: skip
    """Record that pieces left one place for another; returns the number of the surat jalan, minted where empty.

    Raises InputSalah where the places do not belong together, a number is used already, or the place has too few.
    """
    return _catat(store, "seragam.kirim", pengadaan_id, dari, ke, isi, nomor, hari, alasan)


def terima(
    store: Store, pengadaan_id: str, *, dari: str, ke: str, isi: Mapping[Barang, int], nomor: str,
    hari: date | None = None,
) -> Done[str]:  # fmt: skip
    """Record at the receiving side what a surat jalan says; returns its number.

    Raises InputSalah as :func:`kirim`, without a number, and where the sender's record is here already.
    """
    if not nomor.strip():
        raise InputSalah("nomor", text.NOMOR_KOSONG)
    return _catat(store, "seragam.terima", pengadaan_id, dari, ke, isi, nomor, hari, "")


def sesuaikan(
    store: Store, pengadaan_id: str, *, tempat: str, barang: Barang, jumlah: int, alasan: str, hari: date | None = None
) -> Done[str]:
    """Add pieces to the stock of a place, or take some away (negative), with the reason; returns the entry's id.

    Raises InputSalah without a reason, for 0 pieces, or where the place would be left below zero.
    """
    kata, kapan = alasan_wajib(alasan), hari_lampau(store, hari)
    if not jumlah:
        raise InputSalah("jumlah", text.SESUAIKAN_NOL)
    rules.wajar(abs(jumlah))
    if tempat.removeprefix(wilayah.KECAMATAN) not in wilayah.semua():
        raise InputSalah("tempat", text.SESUAIKAN_TEMPAT)
    dari, ke = (SELISIH, tempat) if jumlah > 0 else (tempat, SELISIH)

    def work(tx: Tx) -> str:
        p, id = terbuka(tx.con, pengadaan_id), ids.new_id()
        dikenal(p, barang)
        if jumlah < 0:
            stok.gudang(tx.con, pengadaan_id).wajib(tempat, barang, -jumlah, satuan=p.satuan)
        isi: Fields = {
            "pengadaan_id": pengadaan_id, "jenis": "selisih", "dari": dari, "ke": ke, "jumlah": abs(jumlah),
            "tanggal": kapan.isoformat(), "slot": rules.slot_selisih(id), "alasan": kata,
            **rules.isi_barang(barang),
        }  # fmt: skip
        return tx.append(TABEL, isi, scope=_lingkup(tx.con, p, dari, ke), row_id=id)

    return store.write("seragam.selisih", work)


def _catat(
    store: Store, act: str, pengadaan_id: str, dari: str, ke: str, isi: Mapping[Barang, int], nomor: str,
    hari: date | None, alasan: str,
) -> Done[str]:  # fmt: skip
    rules.periksa_rute(dari, ke)
    kapan, kata = hari_lampau(store, hari), teks(alasan, "alasan")
    bersih = {barang: jumlah for barang, jumlah in isi.items() if jumlah}
    if not bersih:
        raise InputSalah("isi", text.ISI_KOSONG)
    for jumlah in bersih.values():
        rules.wajar(jumlah, "isi")

    def work(tx: Tx) -> str:
        p = terbuka(tx.con, pengadaan_id)
        surat = _nomor(tx, p, dari, ke, teks(nomor, "nomor", 60) or "", kapan)
        gudang, lingkup = stok.gudang(tx.con, pengadaan_id), _lingkup(tx.con, p, dari, ke)
        for barang, jumlah in sorted(bersih.items(), key=lambda satu: rules.urut(satu[0])):
            dikenal(p, barang)
            gudang.wajib(dari, barang, jumlah, satuan=p.satuan)
            fields: Fields = {
                "pengadaan_id": pengadaan_id, "jenis": "kirim", "dari": dari, "ke": ke, "jumlah": jumlah,
                "nomor": surat, "tanggal": kapan.isoformat(), "alasan": kata,
                "slot": rules.slot_kirim(pengadaan_id, dari, ke, surat, barang), **rules.isi_barang(barang),
            }  # fmt: skip
            tx.append(TABEL, fields, scope=lingkup)
        return surat

    return store.write(act, work)


def _lingkup(con: sqlite.Connection, p: Pengadaan, dari: str, ke: str) -> str:
    """Return the scope that a movement lies in; raise InputSalah where another office has to record it, or where it is
    not for this purchase."""
    lingkup, kantor = rules.lingkup_gerak(dari, ke), stok.kantor(con)
    milik(p, lingkup, "ke")
    if kantor and not wilayah.milik(kantor, lingkup):
        raise InputSalah("ke", text.DICATAT_LAIN.format(kantor=wilayah.nama_kantor(lingkup)))
    return lingkup


def _nomor(tx: Tx, p: Pengadaan, dari: str, ke: str, nomor: str, hari: date) -> str:
    """Return the number of the surat jalan: as typed and not used yet, or minted per incarnation (SYNC.md)."""
    if not nomor:
        return _cetak_nomor(tx.con, f"SJ-{hari.year}-{ids.short_code(tx.chain.inc, 3)}-")
    for satu in kiriman(tx.con, p.pengadaan_id):
        if kunci_cari(satu.nomor) == kunci_cari(nomor):
            sama = (satu.dari, satu.ke) == (dari, ke)
            pola = text.NOMOR_SUDAH if sama else text.NOMOR_LAIN
            raise InputSalah("nomor", pola.format(nomor=satu.nomor, isi=rules.sebut_isi(satu.isi)))
    return nomor


def _cetak_nomor(con: sqlite.Connection, awalan: str) -> str:
    sql = "SELECT count(DISTINCT nomor) FROM seragam_gerak WHERE nomor LIKE ? || '%' AND jenis = 'kirim'"
    return f"{awalan}{int(con.execute(sql, (awalan,)).fetchone()[0]) + 1:02d}"


def asal(lingkup: str, *, kota: bool) -> str:
    """Return where pieces come from to an office: its kecamatan for a kelurahan, else straight from the purchase."""
    return PENGADAAN if wilayah.adalah_kecamatan(lingkup) or not kota else wilayah.kecamatan_dari(lingkup)
