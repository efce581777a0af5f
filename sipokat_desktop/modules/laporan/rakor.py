"""What module laporan says on the Lembar rakor: shares per bidang, months, who is active, verified, busiest."""

from __future__ import annotations

from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.storage.briefing import Asked, Bar, Figure, Section
from sipokat_desktop.storage.sqlite import Connection

from . import evaluasi, evaluasi_kata, rentang
from . import text_rakor as text
from .evaluasi_kurun import PALING_BULAN, kurun
from .evaluasi_model import Evaluasi, Ujungnya

_URUTAN = 10


def bagian(con: Connection, asked: Asked) -> tuple[Section, ...]:
    """Return the section of this module."""
    e = evaluasi.hitung(con, asked.scope, rentang.hari(asked.first, asked.last))
    kosong = Section(
        "laporan", text.JUDUL, definitions=(text.AKTIF_ARTI, *e.definisi[:-1]), newest=e.terbaru, rank=_URUTAN
    )
    if not e.angka.jumlah:
        return (kosong._replace(said=(text.BELUM.format(rentang=e.rentang.nama[:1].lower() + e.rentang.nama[1:]),)),)
    return (
        kosong._replace(
            bars=tuple(Bar(b.nama, b.jumlah, b.dari, evaluasi_kata.bagian(b)) for b in e.bidang),
            bars_title=text.PER_BIDANG,
            framed=True,
            columns=_kurun(e),
            columns_title=text.PER_BULAN if len(e.bulan) <= PALING_BULAN else text.PER_TAHUN,
            said=_ujung(e),
            figures=_angka(e),
        ),
    )


def _angka(e: Evaluasi) -> tuple[Figure, ...]:
    """Return how many reports, the share of active RT, the share that the lurah said yes to."""
    aktif, (ya, tidak, belum) = e.aktif[0], e.lurah
    rt = text.DARI_RT.format(n=rupiah.titik(aktif.jumlah), dari=rupiah.titik(aktif.dari))
    rinci = text.VERIFIKASI_RINCI.format(
        ya=rupiah.titik(ya.jumlah), tidak=rupiah.titik(tidak.jumlah), belum=rupiah.titik(belum.jumlah)
    )
    return (
        Figure(rupiah.titik(e.angka.jumlah), text.LAPORAN, e.rentang.nama),
        Figure(aktif.kata or rupiah.titik(aktif.jumlah), text.AKTIF, rt),
        Figure(ya.kata, text.VERIFIKASI, rinci),
    )


def _kurun(e: Evaluasi) -> tuple[Bar, ...]:
    """Return the course of the days as columns; of one month alone none."""
    semua = kurun(e.bulan)
    if len(semua) < 2:
        return ()
    return tuple(Bar(tanggal.bulan(int(b.kode[5:]))[:3] if b.kode[4:] else b.kode, b.jumlah, 0, "") for b in semua)


def _ujung(e: Evaluasi) -> tuple[str, ...]:
    """Say which kelurahan (where there are several) and which RT did most and least, or why nobody did."""
    hasil = []
    if len(e.kelurahan) > 1:
        hasil.append(_kalimat(e, e.ujung_kelurahan, text.TERSIBUK_KELURAHAN, text.KELURAHAN))
    hasil.append(_kalimat(e, e.ujung_rt, text.TERSIBUK_RT, text.RT))
    return tuple(hasil)


def _kalimat(e: Evaluasi, ujung: Ujungnya, pola: str, apa: str) -> str:
    sibuk, sepi = evaluasi_kata.ujungnya(ujung, e)
    if ujung.tersibuk is None:
        return text.SAMA.format(apa=apa, sebab=sibuk)
    return pola.format(sibuk=sibuk, sepi=sepi)
