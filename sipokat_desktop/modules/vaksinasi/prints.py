"""The paper of module vaksinasi: how far a place is, on one page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Literal

from sipokat_desktop.kernel import persen, tanggal, wilayah
from sipokat_desktop.kernel.rupiah import titik
from sipokat_desktop.modules.rt import kantor as kepala
from sipokat_desktop.printing import letter
from sipokat_desktop.printing.chart import Batang, Diagram
from sipokat_desktop.printing.grid import Lajur
from sipokat_desktop.printing.letter import Alinea, Bab, Blok, Butir, Surat
from sipokat_desktop.printing.letter_table import TabelSurat
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.module import Document
from sipokat_desktop.storage.sqlite import Connection

from . import queries, text
from . import text_cetak as kata
from .model import Cakupan, Celah

_UKURAN = 9.0
_LEBAR = {"rt": (9, 30, 20, 18, 14, 18, 14, 18, 14, 30), "": (9, 44, 22, 20, 18, 13, 18, 13, 18, 13, 24)}
_SEDIKIT = 12
"""So many RT or places are drawn as bars and named; more only counted."""


def vaksinasi(con: Connection, *, kantor: str, program: str, hari: str, kertas: str, sekarang: int) -> bytes:
    """Return the coverage of a kelurahan (by RT), a kecamatan (by kelurahan) or the city (by kecamatan) on a day (ISO)
    as a PDF."""
    return letter.gambar(susun(con, kantor=kantor, program=program, hari=hari, sekarang=sekarang), Kertas[kertas])


def susun(con: Connection, *, kantor: str, program: str, hari: str, sekarang: int) -> Surat:
    """Gather the paper."""
    semua, tempat = bagian(con, kantor=kantor, program=program, hari=hari)
    jumlah = queries.gabungan(kantor, kata.JUMLAH, semua)
    kini = tanggal.wib(sekarang).date()
    isi: list[Blok] = [Alinea(_kalimat(jumlah, program, hari))]
    if jumlah.rt_tercatat:
        isi += [_tabel(semua, jumlah, tempat), *_diagram(semua, tempat)]
        isi += _celah(queries.celah(con, kantor=kantor, program=program, hari=hari), bernama=tempat == "rt")
    isi.append(Alinea(kata.ARTI_ANGKA))
    nama = wilayah.nama_kantor(kantor)
    return Surat(
        kepala.kop(con, kantor), (kata.JUDUL.format(program=program.upper()), kepala.judul(con, kantor)), "", isi,
        kata.TEMPAT_TANGGAL.format(tanggal=tanggal.panjang(kini)), ((kepala.penanda_kepala(con, kantor, kini),),),
        Kaki(kata.KAKI.format(program=program, tempat=nama), f"{tanggal.pendek(kini)} {tanggal.jam_wib(sekarang)}"),
    )  # fmt: skip


def bagian(con: Connection, *, kantor: str, program: str, hari: str) -> tuple[list[Cakupan], str]:
    """Return the coverage of the places below an office, and what they are: ``rt``, ``kelurahan``, ``kecamatan``."""
    if wilayah.adalah_kota(kantor):
        return queries.per_kecamatan(con, program=program, hari=hari), "kecamatan"
    if wilayah.adalah_kecamatan(kantor):
        return queries.per_kelurahan(con, kantor=kantor, program=program, hari=hari), "kelurahan"
    return queries.per_rt(con, lingkup=kantor, program=program, hari=hari), "rt"


def _kalimat(c: Cakupan, program: str, hari: str) -> str:
    sampai = tanggal.panjang(date.fromisoformat(hari))
    if not c.rt and not c.rt_tercatat:
        return text.TANPA_RT
    if not c.rt_tercatat:
        return kata.KOSONG.format(program=program, hari=sampai, rt=c.rt)
    isian = {nama: c.kata(nama) for nama in ("dosis1", "dosis2", "booster")}
    return kata.KALIMAT.format(hari=sampai, n=c.rt_tercatat, rt=c.rt, **isian)


def _tabel(semua: Sequence[Cakupan], jumlah: Cakupan, tempat: str) -> TabelSurat:
    judul = kata.KOLOM_RT if tempat == "rt" else kata.KOLOM
    lebar = _LEBAR["rt" if tempat == "rt" else ""]
    baris = [_baris(str(ke), c, tempat) for ke, c in enumerate(semua, 1)]
    lajur = tuple(
        Lajur(satu.format(tempat=kata.TEMPAT[tempat]), luas, _rata(ke, len(judul)))
        for ke, (satu, luas) in enumerate(zip(judul, lebar, strict=True))
    )
    return TabelSurat(lajur, [*baris, _baris("", jumlah, tempat)], 1, _UKURAN)


def _rata(ke: int, banyak: int) -> Literal["kiri", "tengah", "kanan"]:
    if ke == 0:
        return "tengah"
    return "kiri" if ke in (1, banyak - 1) else "kanan"


def _baris(nomor: str, c: Cakupan, tempat: str) -> list[str]:
    angka = [titik(c.sasaran)]
    for nama in ("dosis1", "dosis2", "booster"):
        n = int(getattr(c, nama))
        angka += [titik(n), _persen(n, c.sasaran)]
    if not c.rt_tercatat:
        angka = [kata.TANPA] * len(angka)
    tercatat = [] if tempat == "rt" else [kata.DARI.format(n=c.rt_tercatat, rt=c.rt)]
    akhir = tanggal.pendek(date.fromisoformat(c.terbaru)) if c.terbaru else kata.TANPA
    return [nomor, c.nama, *tercatat, *angka, akhir]


def _persen(n: int, dari: int) -> str:
    if not dari:
        return kata.TANPA
    return persen.LEBIH if n > dari else persen.kata(persen.dari(n, dari), n, dari)


def _diagram(semua: Sequence[Cakupan], tempat: str) -> list[Blok]:
    """Return the bars of places that have figures; none where there are too many of them for one page."""
    tercatat = [c for c in semua if c.rt_tercatat]
    if len(tercatat) > _SEDIKIT:
        return []
    batang = tuple(Batang(c.nama, c.dosis1, max(c.sasaran - c.dosis1, 0), c.kata()) for c in tercatat)
    return [Diagram(kata.GRAFIK[tempat], batang, kata.ARTI)]


def _celah(semua: Sequence[Celah], *, bernama: bool) -> list[Blok]:
    """Return the gaps by kind: the RT of each (``bernama``) where they are few, else how many."""
    isi: list[Blok] = [Bab(kata.BAB_CELAH)]
    if not semua:
        return [*isi, Alinea(kata.TANPA_CELAH)]
    urut = [*text.CELAH]
    for jenis, rt_ in groupby(sorted(semua, key=lambda c: urut.index(c.jenis)), key=lambda c: c.jenis):
        unik = list(dict.fromkeys((c.lingkup, c.nomor_rt) for c in rt_))
        nama = ", ".join(nomor for _, nomor in unik)
        pola = kata.CELAH_RT if bernama and len(unik) <= _SEDIKIT else kata.CELAH
        isi.append(Butir("\u2022", pola.format(jenis=text.CELAH[jenis], n=len(unik), rt=f"RT {nama}")))
    return isi


def _contoh(con: Connection) -> bytes:
    """Return the paper of the office and day of the newest figure, else an empty one of the city."""
    row = con.execute("SELECT lingkup, program, tanggal FROM vaksinasi_catatan ORDER BY tanggal DESC, id").fetchone()
    kantor, program, hari = (
        (str(row[0]), str(row[1]), str(row[2])) if row else (wilayah.KOTA, text.PROGRAM, "2026-01-01")
    )
    return vaksinasi(con, kantor=kantor, program=program, hari=hari, kertas="F4", sekarang=0)


DOCUMENTS = (Document("vaksinasi", kata.DOKUMEN, _contoh),)
