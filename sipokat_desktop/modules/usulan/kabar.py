"""What became of a proposal, in the words that the RT gets: its way by day, what is next, whom to ask."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.modules.rt import kantor
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite

from . import baca, text
from . import text_kabar as kata
from .model import Kabar, Status, Usulan
from .status import DRAF, urut


def kabar(con: sqlite.Connection, usulan_id: str, *, hari: date) -> Kabar | None:
    """Return what became of a proposal, with the lurah of the day ``hari``; None where it is not here. Of a merged one
    the survivor's fate, which follows its own steps."""
    u = next(iter(baca.menurut_id(con, [usulan_id])), None)
    return _kabar(con, u, hari) if u else None


def kabar_rt(con: sqlite.Connection, jabatan_id: str, tahun: int | None = None, *, hari: date) -> list[Kabar]:
    """Return what became of every proposal of an RT (of a year), the latest year first."""
    rows = con.execute(
        """SELECT id FROM usulan_butir WHERE jabatan_id = ? AND (? IS NULL OR tahun = ?)
           ORDER BY tahun DESC, prioritas IS NULL, prioritas, id""",
        (jabatan_id, tahun, tahun),
    )
    semua = (kabar(con, str(row[0]), hari=hari) for row in rows.fetchall())
    return [satu for satu in semua if satu]


def _kabar(con: sqlite.Connection, u: Usulan, hari: date) -> Kabar:
    induk = next(iter(baca.menurut_id(con, [u.induk_id])), None) if u.induk_id else None
    milik = baca.riwayat(con, [u.usulan_id, u.induk_id])
    langkah = urut({(s.status, s.tanggal): s for id in (u.induk_id, u.usulan_id) for s in milik.get(id, ())}.values())
    if induk:
        langkah = [s for s in langkah if s.status != DRAF or s.usulan_id == u.usulan_id]
    return Kabar(
        u, rt.nama_kelurahan(con, u.lingkup), _keadaan(u),
        tuple((baca.sebut_hari(s.tanggal) or kata.TANPA_TANGGAL, _kalimat(u, s)) for s in langkah),
        kata.DIGABUNG.format(siapa=_sendiri(induk).kata_rt, judul=induk.judul) if induk else "", _selanjutnya(u),
        _tanya(con, u.lingkup, hari),
    )  # fmt: skip


def _keadaan(u: Usulan) -> str:
    if not u.status_tanggal:
        return u.kata_status
    return kata.KEADAAN.format(status=u.kata_status, tanggal=baca.sebut_hari(u.status_tanggal))


def _kalimat(u: Usulan, s: Status) -> str:
    if s.status == DRAF:
        bagian = [kata.DICATAT.format(pengusul=_sendiri(u).kata_pengusul)]
    else:
        bagian = [kata.LANGKAH.get(s.status, s.kata)]
    bagian += [kata.ALASAN.format(alasan=s.alasan.rstrip("."))] if s.alasan else []
    bagian += [kata.DOKUMEN.format(dokumen=s.dokumen.rstrip("."))] if s.dokumen else []
    return " ".join(bagian)


def _sendiri(u: Usulan) -> Usulan:
    """Return a proposal as its own proposer made it, without those merged into it."""
    return u._replace(
        rt=(text.RT.format(rt=u.nomor_rt),) if u.nomor_rt else (), nama=(u.pengusul,) if u.pengusul else ()
    )


def _selanjutnya(u: Usulan) -> str:
    return kata.LAGI.format(tahun=u.lagi) if u.lagi else kata.SELANJUTNYA.get(u.status, "")


def _tanya(con: sqlite.Connection, lingkup: str, hari: date) -> str:
    """Name the lurah: the one whom an RT asks, wherever the proposal is."""
    kepala = kantor.kepala(con, lingkup, hari)
    pola = kata.TANYA if kepala.nama else kata.TANYA_TANPA_NAMA
    return pola.format(jabatan=kepala.jabatan, nama=kepala.nama, tempat=kantor.tempat(con, lingkup))
