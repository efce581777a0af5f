"""Rekaps on paper: a year by RT (twelve months across), and a period by kelurahan (F3, signed by the Camat)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah, wilayah
from sipokat_desktop.kernel.terbilang import terbilang
from sipokat_desktop.modules.rt import kantor
from sipokat_desktop.printing import grid
from sipokat_desktop.printing.grid import Lajur, Lembar
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.storage.sqlite import Connection

from . import cetakan, rekap
from . import text_rekap as text
from .rekap import BarisKelurahan, BarisRT, RekapKecamatan, RekapRT


def rekap_rt(con: Connection, *, tahun: int, lingkup: str, kertas: str, sekarang: int) -> bytes:
    """Return what every RT of a kelurahan received for the months of a year, as a PDF as of ``sekarang`` (UTC ms)."""
    isi = rekap.rt_tahun(con, tahun=tahun, lingkup=[lingkup])
    return grid.gambar([lembar_rt(con, isi, lingkup=lingkup, sekarang=sekarang)], Kertas[kertas])


def lembar_rt(con: Connection, isi: RekapRT, *, lingkup: str, sekarang: int) -> Lembar:
    """Gather the year by RT for paper."""
    hari, banyak = cetakan.hari_ini(sekarang), len({b.jabatan_id for b in isi.baris})
    jumlah = [*map(_jumlah_rt, isi.jumlah), *_semua_komponen(isi)]
    return Lembar(
        judul=(text.JUDUL_RT, cetakan.tempat(con, lingkup), text.TAHUN.format(tahun=isi.tahun)),
        lajur=_lajur_rt(),
        baris=[*(_baris_rt(ke, b) for ke, b in enumerate(isi.baris, 1)), *jumlah],
        penanda=(
            cetakan.penanda(con, lingkup, "lurah", hari, di_atas=text.MENGETAHUI),
            cetakan.penanda(con, lingkup, "bendahara", hari),
        ),
        tempat_tanggal=cetakan.tempat_tanggal(hari),
        kaki=cetakan.kaki(text.KAKI_RT.format(tahun=isi.tahun), sekarang),
        kepala=((text.DIBAYAR, text.DIBAYAR_ISI.format(n=banyak, jumlah=rupiah.uang(isi.total))),),
        tebal=len(jumlah),
    )


def rekap_kecamatan(
    con: Connection, *, periode: str, komponen_id: str, lingkup: Sequence[str], kertas: str, sekarang: int
) -> bytes:
    """Return F3, a period by kelurahan, as a PDF as of ``sekarang`` (UTC ms); ``komponen_id`` "" takes all.

    One kelurahan in ``lingkup``: its own rekap, signed by its lurah too.
    """
    isi = rekap.kecamatan(con, periode=periode, komponen_id=komponen_id, lingkup=lingkup)
    return grid.gambar([lembar_kecamatan(con, isi, lingkup=lingkup, sekarang=sekarang)], Kertas[kertas])


def lembar_kecamatan(con: Connection, isi: RekapKecamatan, *, lingkup: Sequence[str], sekarang: int) -> Lembar:
    """Gather F3 for paper."""
    kode, p = tuple(lingkup) or tuple(b.lingkup for b in isi.baris), periode_.baca(isi.periode)
    hari, satu = cetakan.hari_ini(sekarang), len(kode) == 1
    kecamatan = rekap.per_kecamatan(isi.baris)
    baris = [(b, str(ke)) for ke, b in enumerate(isi.baris, 1)] if len(kecamatan) < 2 else [*_bersubjumlah(kecamatan)]
    return Lembar(
        judul=(
            text.JUDUL_RT if satu else text.JUDUL_KECAMATAN,
            _tempat(con, kode),
            text.PERIODE.format(periode=p.judul, tahun=p.tahun),
        ),
        lajur=tuple(
            Lajur(judul, lebar, "tengah" if ke in (0, 2, 3, 4, 5) else "kanan" if 6 <= ke <= 8 else "kiri")
            for ke, (judul, lebar) in enumerate(zip(text.KOLOM_KECAMATAN, text.LEBAR_KECAMATAN, strict=True))
        ),
        baris=[
            *(_kelurahan(no, b.kelurahan, b) for b, no in baris),
            _kelurahan("", text.JUMLAH, isi.jumlah),
        ],
        penanda=_penanda(con, kode, hari),
        tempat_tanggal=cetakan.tempat_tanggal(hari),
        kaki=cetakan.kaki(text.KAKI_KECAMATAN.format(periode=p.nama), sekarang),
        kop=kantor.kop(con, kode[0] if satu else _atas(kode)) if kode else None,
        kepala=(
            (text.KOMPONEN, isi.komponen or text.SEMUA_KOMPONEN),
            (text.TERBILANG, terbilang(max(0, isi.jumlah.netto))),
        ),
        tebal=1,
        subjumlah=frozenset(ke for ke, (_, no) in enumerate(baris) if not no),
        catatan=(
            text.CATATAN_DIHITUNG.format(
                terkunci=isi.jumlah.dibayar, menerima=isi.jumlah.menerima, diterima=rupiah.uang(isi.jumlah.diterima)
            ),
            *([text.CATATAN_TANPA_SK.format(n=isi.jumlah.tanpa_sk)] if isi.jumlah.tanpa_sk else []),
        ),
    )


def _bersubjumlah(
    kecamatan: Iterable[tuple[BarisKelurahan, list[BarisKelurahan]]],
) -> Iterator[tuple[BarisKelurahan, str]]:
    """Yield the lines of F3, numbered through, the sum of each kecamatan (without a number) after its own."""
    ke = 0
    for jumlah, milik in kecamatan:
        for b in milik:
            ke += 1
            yield b, str(ke)
        yield replace(jumlah, kelurahan=text.SUBJUMLAH.format(nama=jumlah.kelurahan)), ""


def _lajur_rt() -> tuple[Lajur, ...]:
    return (
        Lajur(text.NO, 8, "tengah"), Lajur(text.RT, 9, "tengah"), Lajur(text.NAMA, 38), Lajur(text.KOMPONEN, 32),
        *(Lajur(bulan, 16.5, "kanan") for bulan in text.BULAN), Lajur(text.JUMLAH_KOLOM, 21, "kanan"),
    )  # fmt: skip


def _baris_rt(ke: int, b: BarisRT) -> tuple[str, ...]:
    return (str(ke), b.nomor_rt, b.nama, b.komponen, *map(_uang, b.bulan), _uang(b.jumlah))


def _jumlah_rt(b: BarisRT) -> tuple[str, ...]:
    return ("", "", text.JUMLAH, b.komponen, *map(_uang, b.bulan), _uang(b.jumlah))


def _semua_komponen(isi: RekapRT) -> Iterable[tuple[str, ...]]:
    """The sum over all components, where there are several."""
    if len(isi.jumlah) < 2:
        return
    bulan = (sum(satu) for satu in zip(*(b.bulan for b in isi.jumlah), strict=True))
    yield ("", "", text.JUMLAH, text.SEMUA_KOMPONEN, *map(_uang, bulan), _uang(isi.total))


def _kelurahan(no: str, nama: str, b: BarisKelurahan) -> tuple[str, ...]:
    orang = (b.jumlah_rt, b.dibayar, b.ditunda, b.belum)
    return (no, nama, *map(str, orang), *map(rupiah.titik, (b.bruto, b.pph, b.netto)), b.keterangan)


def _uang(n: int) -> str:
    """Return an amount for a narrow column, nothing for nothing."""
    return "" if not n else rupiah.titik(n) if n > 0 else f"-{rupiah.titik(-n)}"


def _tempat(con: Connection, kode: Sequence[str]) -> str:
    if len(kode) == 1:
        return cetakan.tempat(con, kode[0])
    kecamatan = list(dict.fromkeys(wilayah.nama_kecamatan(satu) for satu in kode))
    return text.KECAMATAN.format(nama=kecamatan[0].upper()) if len(kecamatan) == 1 else text.KOTA


def _atas(kode: Sequence[str]) -> str:
    """Return the scope of the office above these kelurahan: their kecamatan, or the city."""
    atas = {wilayah.kecamatan_dari(satu) for satu in kode}
    return atas.pop() if len(atas) == 1 else wilayah.KOTA


def _penanda(con: Connection, kode: Sequence[str], hari: date) -> tuple[Penanda, ...]:
    if not kode:
        return ()
    if len(kode) == 1:
        camat = cetakan.penanda(con, kode[0], "camat", hari, di_atas=text.MENGETAHUI)
        return (camat, cetakan.penanda(con, kode[0], "lurah", hari))
    lingkup = _atas(kode)
    kepala = kantor.penanda_kepala(con, lingkup, hari, "")
    if kepala.nama or wilayah.adalah_kota(lingkup):
        return (kepala,)
    return (cetakan.penanda(con, kode[0], "camat", hari),)
