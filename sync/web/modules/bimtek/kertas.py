"""The papers of an event: report, lists of attendance, minutes, invitations; its figures as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeVar

from starlette.responses import Response

from sipokat_desktop.exporting.workbook import Cell, Column, Table
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import lembar, prints, queries, sertifikat_cetak
from sipokat_desktop.modules.bimtek.hadir_model import Angka, BarisAngka
from sipokat_desktop.modules.bimtek.model import Sesi
from sync.web.kit import unduhan
from sync.web.kit.kunjungan import Kunjungan, TidakAda

from . import halaman, text

_F4 = "F4"
Jenis = Literal["teks", "angka"]
T = TypeVar("T")


def laporan(k: Kunjungan) -> Response:
    """Give the report F15 away."""
    con, id = k.baca(), k.jalan("id")
    return _kirim(k, "laporan", id, _ada(lambda: prints.laporan(con, id, kertas=_F4, sekarang=k.now)))


def undangan(k: Kunjungan) -> Response:
    """Give the invitations F12 of a kecamatan away: those of the whole city would take too long for a page."""
    con, id, tempat = k.baca(), *_milik(k)
    return _kirim(k, "undangan", id, prints.undangan(con, id, lingkup=tempat, kertas=_F4, sekarang=k.now))


def sertifikat(k: Kunjungan) -> Response:
    """Give the certificates F13 away that were issued in a kecamatan."""
    con, id, tempat = k.baca(), *_milik(k)
    pdf = sertifikat_cetak.sertifikat(con, id, lingkup=tempat)
    return unduhan.pdf(k, pdf, text.SERTIFIKAT, queries.satu_kegiatan(con, id).nama)


def _milik(k: Kunjungan) -> tuple[str, str]:
    """Return the event and the kecamatan that are asked for."""
    con, id, tempat = k.baca(), k.jalan("id"), k.tanya("kecamatan")
    if not wilayah.adalah_kecamatan(tempat) or tempat not in wilayah.bawahan(wilayah.KOTA):
        raise TidakAda
    _ada(lambda: queries.satu_kegiatan(con, id))
    return id, tempat


def hadir(k: Kunjungan) -> Response:
    """Give F10 of a session away: to be signed, or with the marks that hold."""
    s = _sesi(k)
    kosong = k.tanya("isi") != "tanda"
    pdf = prints.daftar_hadir(k.baca(), s.sesi_id, lingkup="", kertas=_F4, sekarang=k.now, kosong=kosong)
    return _kirim(k, "hadir", s.sesi_id, pdf)


def notulen(k: Kunjungan) -> Response:
    """Give F14 of a session away."""
    s = _sesi(k)
    return _kirim(k, "notulen", s.sesi_id, prints.notulen(k.baca(), s.sesi_id, kertas=_F4, sekarang=k.now))


def xlsx(k: Kunjungan) -> Response:
    """Give the figures away: by kecamatan, or by kelurahan of the kecamatan that is looked at."""
    r = halaman.rekap(k)
    apa, baris = ("Kelurahan", r.kelurahan) if r.kelurahan else ("Kecamatan", r.kecamatan)
    judul = (r.kegiatan.nama, r.pilih.sebut if r.pilih else r.kegiatan.waktu)
    kolom = (Column(apa, "teks", 26), *(Column(nama, _jenis(nama), 11) for nama in text.KOLOM))
    tabel = Table("Rekap", judul, kolom, [_sel(b) for b in baris], judul[0])
    return unduhan.xlsx(k, tabel, text.REKAP, r.kegiatan.nama, r.kegiatan.mulai)


def _jenis(nama: str) -> Jenis:
    return "teks" if nama == text.KOLOM[-1] else "angka"


def _sel(b: BarisAngka) -> Sequence[Cell]:
    return (b.nama, *angka(b.angka), lembar.persen(b.persen))


def angka(a: Angka) -> tuple[int, ...]:
    """Return figures in the order of their columns."""
    return (a.diundang, a.hadir, a.diwakili, a.izin, a.sakit, a.alpa, a.beda, a.belum)


def _sesi(k: Kunjungan) -> Sesi:
    con, id = k.baca(), k.jalan("id")
    return _ada(lambda: queries.satu_sesi(con, id))


def _kirim(k: Kunjungan, apa: str, id: str, pdf: bytes) -> Response:
    return unduhan.pdf(k, pdf, prints.nama_berkas(k.baca(), apa, id).removesuffix(".pdf"))


def _ada(baca: Callable[[], T]) -> T:
    """Return what is read; an event or session that is not here is a page that is not there."""
    try:
        return baca()
    except InputSalah as exc:
        raise TidakAda from exc
