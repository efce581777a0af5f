"""What is said of a person and a mark, at the door and while recording."""

from __future__ import annotations

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import kegiatan, text, text_hadir
from .hadir_model import BEDA, MASUK, SESI_LAIN, SUDAH, TANPA_UNDANGAN, Orang
from .model import Sesi
from .tanda import DATANG, HADIR, LEMBAR, Catatan, Keadaan


def sebut(tanda: str) -> str:
    """Return a mark in the middle of a sentence: ``hadir``."""
    return text.TANDA.get(tanda, tanda).lower()


def saat(pukul: int, pintu: str, cara: str) -> str:
    """Return when and where: `` pukul 08.10 di Pintu A``; empty where neither is known."""
    kapan = text_hadir.PUKUL.format(jam=tanggal.jam_wib(pukul)) if pukul else ""
    mana = text_hadir.DI_PINTU.format(pintu=pintu) if pintu else ""
    return (kapan + mana) or (text_hadir.DARI_LEMBAR if cara == LEMBAR else "")


def tercatat(kini: Keadaan) -> str:
    """Return what holds in words: ``hadir``, ``diwakili Rudi``, ``hadir dan izin``."""
    if kini.beda:
        return " dan ".join(map(sebut, kini.macam))
    return text_hadir.DIWAKILI_OLEH.format(wakil=kini.wakil) if kini.wakil else sebut(kini.tanda)


def jawab(con: sqlite.Connection, jenis: str, sesi: Sesi, orang: Orang, kini: Keadaan, *, baru: str = HADIR) -> str:
    """Return the sentence of an answer about a person; ``baru`` is the mark that is to be given."""
    siapa, kapan = orang.kata, saat(kini.pukul, kini.pintu, kini.cara)
    if jenis == SUDAH:
        return text_hadir.SUDAH.format(siapa=siapa, tanda=tercatat(kini), saat=kapan)
    if jenis == BEDA and kini.beda:
        return text_hadir.SUDAH_BEDA.format(siapa=siapa, macam=tercatat(kini))
    if jenis == BEDA and orang_lain(orang, kini, baru):
        return text_hadir.ATAS_NAMA.format(siapa=siapa, tanda=tercatat(kini), saat=kapan, nama=kini.nama)
    if jenis == BEDA:
        return text_hadir.LAIN.format(siapa=siapa, tanda=tercatat(kini), saat=kapan, baru=sebut(baru))
    if jenis == SESI_LAIN:
        nama = "; ".join(satu.sebut for satu in milik(con, sesi, orang))
        return (text_hadir.SESI_LAIN if nama else text_hadir.TANPA_SESI).format(siapa=siapa, sesi=nama)
    kata = {MASUK: text_hadir.MASUK, TANPA_UNDANGAN: text_hadir.TANPA_UNDANGAN}
    return kata[jenis].format(siapa=siapa)


def orang_lain(orang: Orang, kini: Keadaan, baru: str) -> bool:
    """Tell whether what holds would be right, but names another head than the one of the session's day."""
    sama = kini.tanda == baru or (kini.datang and baru in DATANG)
    return sama and bool(kini.masa_id and orang.masa_id) and kini.masa_id != orang.masa_id


def milik(con: sqlite.Connection, sesi: Sesi, orang: Orang) -> tuple[Sesi, ...]:
    """Return the sessions of the event that a person belongs to."""
    return tuple(satu for satu in kegiatan.sesi(con, sesi.kegiatan_id) if satu.untuk(orang.lingkup))


def siapa(con: sqlite.Connection, sesi_id: str, jabatan_id: str) -> str:
    """Name a person of a session by the roster, else as the marks call him."""
    from . import hadir_queries

    try:
        ada = hadir_queries.orang(con, kegiatan.satu_sesi(con, sesi_id), [jabatan_id])
    except InputSalah:
        ada = {}
    if jabatan_id in ada:
        return ada[jabatan_id].kata
    row = con.execute(
        "SELECT max(nama) FROM bimtek_hadir WHERE sesi_id = ? AND jabatan_id = ?", (sesi_id, jabatan_id)
    ).fetchone()
    return str(row[0] or text_hadir.ORANG_ASING)


def sesi(con: sqlite.Connection, sesi_id: str) -> str:
    """Name a session with its event, also where it has not arrived here."""
    row = con.execute(
        """SELECT k.nama, s.judul FROM bimtek_sesi s LEFT JOIN bimtek_kegiatan k ON k.id = s.kegiatan_id
           WHERE s.id = ?""",
        (sesi_id,),
    ).fetchone()
    return " · ".join(str(satu) for satu in row if satu) if row else text_hadir.SESI_ASING


def sebut_catatan(satu: Catatan) -> str:
    """Say a mark: ``Hadir (Sopian Hadi) pukul 08.10 di Pintu A, dipindai di pintu``."""
    cara = text.CARA.get(satu.cara, satu.cara)
    tanda = text_hadir.DIWAKILI_OLEH.format(wakil=satu.wakil) if satu.wakil else sebut(satu.tanda)
    kapan = saat(satu.pukul, satu.pintu, satu.cara)
    nama = f" ({satu.nama})" if satu.nama else ""
    return text_hadir.BEDA_RINCI.format(tanda=tanda[:1].upper() + tanda[1:], nama=nama, saat=kapan, cara=cara)
