"""What an office does with incentives; each function is one act, checked, logged and undoable."""

from __future__ import annotations

from sipokat_desktop.kernel import alasan as alasan_
from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx

from . import periksa_acara, queries, rules, text, text_siklus
from .bayar import batal_terima, terima
from .ketetapan_ops import simpan_tarif
from .queries import Daftar
from .susun import susun

__all__ = ["batal_terima", "catat_cetak", "kunci", "simpan_tarif", "susun", "terima"]


def kunci(store: Store, nomor: str, *, lurah: str, alasan: str = "") -> Changes:
    """Lock a list in the lurah's name; from here on it is only corrected by further entries.

    Raises InputSalah without a name, when it is locked already, when another locked list holds one of its months, or
    when a check says ``salah`` or a month lies outside its term, and no reason is given.
    """
    if not lurah.strip():
        raise InputSalah("lurah", text_siklus.LURAH_KOSONG)

    def work(tx: Tx) -> None:
        daftar = queries.cari_daftar(tx.con, nomor)
        if daftar.keadaan == "batal":
            raise InputSalah("nomor", text_siklus.DIBATALKAN.format(nomor=daftar.nomor))
        if daftar.keadaan != "draf":
            raise InputSalah("nomor", text.BUKAN_DRAF.format(nomor=daftar.nomor))
        _tanpa_bentrok(tx.con, daftar)
        _sesudah_acara(tx.con, daftar, hari_ini(store).isoformat())
        salah = [
            f"{t.kalimat}"
            for temuan in queries.temuan(tx.con, daftar)[0].values()
            for t in temuan
            if t.peran == "salah"
        ]
        if salah:
            alasan_.baca(alasan, kosong=text.ADA_SALAH.format(hal="; ".join(salah)))
        if luar := _luar_masa(tx.con, daftar):
            alasan_.baca(alasan, kosong=text_siklus.LUAR_MASA.format(hal=luar))
        isi: Fields = {
            "dikunci_oleh": lurah.strip(),
            "dikunci_pada": hari_ini(store).isoformat(),
            "alasan": alasan.strip() or None,
        }
        tx.move("insentif_daftar", daftar.daftar_id, expected="draf", to="dikunci", fields=isi)

    return store.write("insentif.kunci", work).changes


def catat_cetak(store: Store, nomor: str) -> Changes:
    """Count a printing of a locked list; raises InputSalah for a draft and for a cancelled list."""

    def work(tx: Tx) -> None:
        daftar = queries.cari_daftar(tx.con, nomor)
        if daftar.keadaan == "batal":
            raise InputSalah("nomor", text_siklus.DIBATALKAN.format(nomor=daftar.nomor))
        if daftar.keadaan != "dikunci":
            raise InputSalah("nomor", text_siklus.KUNCI_DULU.format(nomor=daftar.nomor, apa=text_siklus.CETAKAN))
        tx.update("insentif_daftar", daftar.daftar_id, {"cetak_ke": daftar.cetak_ke + 1})

    return store.write("insentif.cetak", work).changes


def _tanpa_bentrok(con: sqlite.Connection, daftar: Daftar) -> None:
    terpakai = queries.slot_terpakai(con, komponen_id=daftar.komponen_id, kecuali_daftar=daftar.daftar_id)
    bentrok = {
        bulan
        for b in queries.baris(con, daftar_id=daftar.daftar_id)
        for bulan in b.bulan
        if b.slot(daftar.komponen_id, bulan) in terpakai
    }
    if bentrok:
        raise InputSalah("nomor", text.BENTROK.format(bulan=periode_.rentang(tuple(sorted(bentrok)))))


def _sesudah_acara(con: sqlite.Connection, daftar: Daftar, hari: str) -> None:
    k = next((k for k in queries.komponen(con, lingkup=daftar.lingkup) if k.komponen_id == daftar.komponen_id), None)
    belum = periksa_acara.belum_selesai(k, hari) if k else ""
    if belum:
        raise InputSalah("nomor", belum)


def _luar_masa(con: sqlite.Connection, daftar: Daftar) -> str:
    """Name the lines with a month outside the term as the roster knows it now, set by nobody's hand (DOMAIN §3)."""
    k = next((k for k in queries.komponen(con, lingkup=daftar.lingkup) if k.komponen_id == daftar.komponen_id), None)
    masa = {m.masa_id: m for m in rt.masa(con, lingkup=daftar.lingkup)}
    kata: list[str] = []
    for b in queries.baris(con, daftar_id=daftar.daftar_id):
        sendiri, m = {bulan for bulan, _ in queries.baca_rincian(b.khusus)}, masa.get(b.masa_id)
        luar = tuple(bulan for bulan in b.bulan if bulan not in sendiri and not (k and m and rules.berhak(m, k, bulan)))
        if luar:
            nama = periode_.rentang_tahun(luar)
            kata.append(text_siklus.LUAR_MASA_SATU.format(rt=b.nomor_rt, nama=b.nama, bulan=nama))
    return "; ".join(kata)
