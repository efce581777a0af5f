"""F10, the attendance list of a session: to sign before the event, with the marks after it (DOMAIN §8)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.rt import kantor
from sipokat_desktop.printing import attendance
from sipokat_desktop.printing.attendance import BarisHadir, DaftarHadir, Kelompok
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.sqlite import Connection

from . import lembar, queries, tanda
from . import text_cetak as kata
from .hadir_model import Angka, Baris
from .hadir_queries import daftar
from .lembar_ops import kode_daftar
from .model import Lingkup, sebut_rt
from .statistik import angka_sesi
from .tanda import Keadaan


def susun(con: Connection, sesi_id: str, *, lingkup: Lingkup, sekarang: int, kosong: bool) -> DaftarHadir:
    """Gather the list of a session for paper; raise InputSalah when it is gone."""
    s = queries.satu_sesi(con, sesi_id)
    k = queries.satu_kegiatan(con, s.kegiatan_id)
    semua = daftar(con, sesi_id, lingkup=lingkup)
    undangan = [b for b in semua if b.orang.diundang]
    baris = undangan if kosong else semua
    kode = kode_daftar(sesi_id, semua)
    hitung = (kata.HADIR_KOSONG.format(n=len(undangan)),)
    return DaftarHadir(
        judul=(kata.HADIR_JUDUL, k.nama.upper(), *lembar.judul_wilayah(con, lingkup)),
        kepala=((kata.MATERI, s.judul), *lembar.rinci_sesi(s)),
        kelompok=_kelompok(baris, kosong=kosong),
        penutup=hitung if kosong else _jumlah(angka_sesi(con, sesi_id, lingkup=lingkup)),
        penanda=(kantor.penanda_kepala(con, k.lingkup, s.hari), Penanda((kata.PETUGAS,))),
        tempat_tanggal=lembar.tempat_hari(s.hari),
        kaki=Kaki(kata.HADIR_KAKI.format(sesi=s.judul, kode=kode), lembar.saat(sekarang)),
        kop=kantor.kop(con, k.lingkup),
        kolom=attendance.kolom(terisi=not kosong),
        tinggi=attendance.KOSONG if kosong else attendance.TERISI,
    )


def _kelompok(semua: Sequence[Baris], *, kosong: bool) -> list[Kelompok]:
    """Divide by kelurahan; each kecamatan begins a page, those without an invitation stand last."""
    hasil: list[Kelompok] = []
    sebelum = ""
    for (diundang, lingkup), isi in groupby(semua, lambda b: (b.orang.diundang, b.orang.diundang and b.orang.lingkup)):
        baris = list(isi)
        kecamatan = wilayah.kecamatan_dari(str(lingkup)) if diundang else kata.TANPA_UNDANGAN
        hasil.append(
            Kelompok(
                _judul(baris[0], str(lingkup)) if diundang else kata.TANPA_UNDANGAN_JUDUL,
                [_baris(b, kosong=kosong) for b in baris],
                _hitung(baris, kosong=kosong),
                baru=bool(diundang and sebelum and kecamatan != sebelum),
            )
        )
        sebelum = kecamatan
    return hasil


def _judul(b: Baris, lingkup: str) -> str:
    kecamatan = wilayah.nama_kecamatan(lingkup)
    return kata.KELOMPOK.format(kelurahan=b.orang.kelurahan.upper(), kecamatan=kecamatan.upper())


def _hitung(baris: Sequence[Baris], *, kosong: bool) -> str:
    if kosong or not baris[0].orang.diundang:
        return kata.ORANG.format(n=len(baris))
    return kata.DATANG_DARI.format(datang=sum(b.keadaan.datang for b in baris), n=len(baris))


def _baris(b: Baris, *, kosong: bool) -> BarisHadir:
    o = b.orang
    kata_tanda = ("", "") if kosong else _tanda(b.keadaan)
    return BarisHadir(
        o.nama or kata.RT_KOSONG, kata.RT_KELURAHAN.format(rt=sebut_rt(o.nomor, o.rw), kelurahan=o.kelurahan), 0,
        nomor=b.no, hp=b.hp, tanda=kata_tanda[0], keterangan_tanda=kata_tanda[1],
    )  # fmt: skip


def _tanda(k: Keadaan) -> tuple[str, str]:
    """Return what holds in words, and the small words under it: the door, the proxy, the marks that differ."""
    match k.tanda:
        case "":
            return kata.BELUM_TERCATAT, ""
        case tanda.BEDA:
            nama = [kata.DUA_NAMA] if len(k.masa) > 1 else []
            return kata.BELUM_DIPUTUSKAN, " / ".join([*(kata.TANDA.get(satu, satu) for satu in k.macam), *nama])
        case tanda.DIWAKILI:
            return kata.DIWAKILI_OLEH, k.wakil or kata.KOSONG
        case tanda.HADIR:
            return kata.HADIR_PUKUL.format(jam=tanggal.jam_wib(k.pukul)) if k.pukul else k.tanda, k.pintu
        case lain:
            return kata.TANDA.get(lain, lain), ""


def _jumlah(a: Angka) -> tuple[str, ...]:
    """Return the figures in sentences; what nobody was is left out."""
    isi = [(kata.TANDA[nama], int(getattr(a, nama))) for nama in kata.RINCI]
    isi += [(kata.BELUM_DIPUTUSKAN, a.beda), (kata.BELUM_TERCATAT, a.belum)]
    rinci = ", ".join(f"{nama} {n}" for nama, n in isi if n) or kata.KOSONG
    tambah = kata.HADIR_TAMBAH.format(n=a.tanpa_undangan) if a.tanpa_undangan else ""
    return (kata.HADIR_JUMLAH.format(n=a.diundang, rinci=rinci), kata.HADIR_DATANG.format(n=a.datang, tambah=tambah))
