"""The life of a list besides its money: examined, applied for, disbursed, postponed lines, cancelled (DOMAIN §3)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sipokat_desktop.kernel import alasan as alasan_
from sipokat_desktop.kernel import tanggal as tanggal_
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx

from . import queries, text_siklus
from .bayar import hari_lampau, kenal, satu_baris, tandatangan, terkunci
from .queries import Daftar

__all__ = ["batal_daftar", "catat_sp2d", "catat_spp", "lanjutkan", "periksa", "tandatangan", "tunda"]

SPP, SP2D = "SPP/SPM", "SP2D"


def periksa(store: Store, nomor: str, *, oleh: str) -> Changes:
    """Mark a draft as examined by somebody, today; raises InputSalah without a name or when it is no draft."""
    if not oleh.strip():
        raise InputSalah("oleh", text_siklus.OLEH_KOSONG)

    def work(tx: Tx) -> None:
        daftar = queries.cari_daftar(tx.con, nomor)
        if daftar.keadaan == "batal":
            raise InputSalah("nomor", text_siklus.DIBATALKAN.format(nomor=daftar.nomor))
        if daftar.keadaan != "draf":
            raise InputSalah("nomor", text_siklus.BUKAN_DRAF_PERIKSA.format(nomor=daftar.nomor))
        isi: Fields = {"diperiksa_oleh": oleh.strip(), "diperiksa_pada": hari_ini(store).isoformat()}
        tx.update("insentif_daftar", daftar.daftar_id, isi)

    return store.write("insentif.periksa", work).changes


def catat_spp(store: Store, nomor: str, *, spp: str, tanggal: date, alasan: str = "") -> Changes:
    """Record number and day of the SPP/SPM with which a locked list was applied for.

    Raises InputSalah without a number, for a day to come, and, unless ``alasan`` says why, out of order: before the
    locking, after the SP2D, or after the first payment. The reason is kept on the list.
    """
    return _catat(store, nomor, SPP, spp, tanggal, alasan)


def catat_sp2d(store: Store, nomor: str, *, sp2d: str, tanggal: date, alasan: str = "") -> Changes:
    """Record number and day of the SP2D that disbursed a locked list; order as in :func:`catat_spp`, an SPP that
    was never recorded needs a reason too."""
    return _catat(store, nomor, SP2D, sp2d, tanggal, alasan)


def _catat(store: Store, nomor: str, apa: str, nomor_surat: str, tanggal: date, alasan: str) -> Changes:
    kolom = "spp" if apa == SPP else "sp2d"
    if not nomor_surat.strip():
        raise InputSalah(kolom, text_siklus.NOMOR_SPP if apa == SPP else text_siklus.NOMOR_SP2D)
    hari = hari_lampau(store, tanggal)

    def work(tx: Tx) -> None:
        daftar = _dikunci(tx.con, nomor, apa)
        keberatan = _urutan(tx.con, daftar, apa, hari)
        if keberatan:
            alasan_.baca(alasan, kosong=keberatan)
        isi: Fields = {f"{kolom}_nomor": nomor_surat.strip(), f"{kolom}_tanggal": hari}
        if keberatan:
            isi["alasan"] = _tambah(daftar, apa, alasan)
        tx.update("insentif_daftar", daftar.daftar_id, isi)

    return store.write(f"insentif.{kolom}", work).changes


def _dikunci(con: sqlite.Connection, nomor: str, apa: str) -> Daftar:
    daftar = queries.cari_daftar(con, nomor)
    if daftar.keadaan == "draf":
        raise InputSalah("nomor", text_siklus.KUNCI_DULU.format(nomor=daftar.nomor, apa=apa))
    return terkunci(con, nomor)


def _urutan(con: sqlite.Connection, daftar: Daftar, apa: str, hari: str) -> str:
    """Return the sentence why a step is out of order; "" when it is not."""
    if daftar.dikunci_pada and hari < daftar.dikunci_pada:
        return text_siklus.SEBELUM_KUNCI.format(apa=apa, hari=_hari(hari), kunci=_hari(daftar.dikunci_pada))
    if apa == SP2D and not daftar.spp_nomor:
        return text_siklus.TANPA_SPP
    if apa == SP2D and daftar.spp_tanggal and hari < daftar.spp_tanggal:
        return text_siklus.SEBELUM_SPP.format(hari=_hari(hari), spp=_hari(daftar.spp_tanggal))
    if apa == SPP and daftar.sp2d_nomor and not daftar.spp_nomor:
        return text_siklus.SESUDAH_CAIR
    pertama = con.execute(
        f"SELECT min(m.tanggal) FROM insentif_mutasi m WHERE m.daftar_id = ? AND {queries.HIDUP}", (daftar.daftar_id,)
    ).fetchone()[0]
    sudah = daftar.spp_nomor if apa == SPP else daftar.sp2d_nomor
    return text_siklus.SESUDAH_BAYAR.format(apa=apa) if pertama and pertama < hari and not sudah else ""


def _tambah(daftar: Daftar, apa: str, alasan: str) -> str:
    satu = text_siklus.CATATAN.format(apa=apa, alasan=alasan.strip())
    return "; ".join(filter(None, (daftar.alasan, satu)))


def _hari(iso: str) -> str:
    return tanggal_.pendek(date.fromisoformat(iso))


def batal_daftar(store: Store, nomor: str, *, alasan: str) -> Changes:
    """Cancel a list with a reason: its months are free again, its number stays used.

    Raises InputSalah while anybody on it is recorded as paid, and for a list that is cancelled already.
    """
    sebab = alasan_.baca(alasan)

    def work(tx: Tx) -> None:
        daftar = queries.cari_daftar(tx.con, nomor)
        if daftar.keadaan == "batal":
            raise InputSalah("nomor", text_siklus.DIBATALKAN.format(nomor=daftar.nomor))
        dibayar = tx.con.execute(
            f"SELECT count(DISTINCT m.baris_id) FROM insentif_mutasi m WHERE m.daftar_id = ? AND {queries.HIDUP}",
            (daftar.daftar_id,),
        ).fetchone()[0]
        if dibayar:
            raise InputSalah("nomor", text_siklus.BATAL_ADA_BAYAR.format(nomor=daftar.nomor, n=dibayar))
        isi: Fields = {"alasan": _tambah(daftar, text_siklus.LANGKAH_DAFTAR["BATAL"], sebab)}
        tx.move("insentif_daftar", daftar.daftar_id, expected=daftar.keadaan, to="batal", fields=isi)

    return store.write("insentif.batal_daftar", work).changes


def tunda(store: Store, nomor: str, nos: Collection[int], *, alasan: str) -> Changes:
    """Postpone lines with a reason: they stay as they are and are not paid until somebody goes on with them.

    Raises InputSalah without lines or reason, for an unknown number, and for a line that has received all of it.
    """
    sebab = alasan_.baca(alasan)
    if not nos:
        raise InputSalah("nomor", text_siklus.TUNDA_KOSONG)

    def work(tx: Tx) -> None:
        daftar = queries.cari_daftar(tx.con, nomor)
        if daftar.keadaan == "batal":
            raise InputSalah("nomor", text_siklus.DIBATALKAN.format(nomor=daftar.nomor))
        kenal(daftar, queries.baris(tx.con, daftar_id=daftar.daftar_id), set(nos))
        for no in sorted(set(nos)):
            b = satu_baris(tx.con, daftar, no)
            if b.lunas:
                raise InputSalah("nomor", text_siklus.SUDAH_LUNAS.format(no=no))
            if b.ditunda:
                tx.update("insentif_tunda", b.baris_id, {"alasan": sebab})
            else:
                isi: Fields = {
                    "daftar_id": daftar.daftar_id, "alasan": sebab, "sejak": hari_ini(store).isoformat()
                }  # fmt: skip
                tx.insert("insentif_tunda", isi, scope=daftar.lingkup, row_id=b.baris_id)

    return store.write("insentif.tunda", work).changes


def lanjutkan(store: Store, nomor: str, nos: Collection[int]) -> Changes:
    """Let postponed lines be paid again; raises InputSalah for one that is not postponed, and for a
    cancelled list."""
    if not nos:
        raise InputSalah("nomor", text_siklus.TUNDA_KOSONG)

    def work(tx: Tx) -> None:
        daftar = queries.cari_daftar(tx.con, nomor)
        if daftar.keadaan == "batal":
            raise InputSalah("nomor", text_siklus.DIBATALKAN.format(nomor=daftar.nomor))
        for no in sorted(set(nos)):
            b = satu_baris(tx.con, daftar, no)
            if not b.ditunda:
                raise InputSalah("nomor", text_siklus.BELUM_DITUNDA.format(no=no))
            tx.delete("insentif_tunda", b.baris_id)

    return store.write("insentif.lanjutkan", work).changes
