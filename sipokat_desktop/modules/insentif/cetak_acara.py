"""The receipt list of a component that pays an event (F11): its title, head and columns on the engine of F1."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.printing import text as kata_kertas
from sipokat_desktop.printing.model import BarisTerima, DaftarTerima, Kolom

from . import text_acara as kata
from . import text_tanda_terima
from .acara import hari_acara
from .baris import Baris
from .model import SESI, Acara

_SESI = re.compile(r": (\d+) sesi × ([\d.]+) = ")
"""The arithmetic of a line as it was drawn up (text_acara.SESI): sessions, tariff."""


def ubah(daftar: DaftarTerima, acara: Acara, baris: Sequence[Baris], *, komponen: str, tahun: int) -> DaftarTerima:
    """Return the receipt list with the title, head pairs, lines and columns of what the event pays."""
    semua = tuple(_baris(b, t, acara) for b, t in zip(baris, daftar.baris, strict=True))
    dana = tuple(satu for satu in daftar.kepala if satu[0] != text_tanda_terima.KOMPONEN)
    return replace(
        daftar,
        judul=_judul(daftar, acara, komponen, tahun),
        kepala=(*_kepala(acara, semua), *dana),
        baris=semua,
        kolom=(_lengkap if daftar.bentuk == "lengkap" else _pendek)(acara, daftar.identitas_judul),
    )  # fmt: skip


def _judul(daftar: DaftarTerima, acara: Acara, komponen: str, tahun: int) -> tuple[str, ...]:
    akhir = kata.TAHUN.format(tahun=tahun)
    if daftar.revisi:
        akhir = text_tanda_terima.JUDUL_REVISI.format(judul=akhir, revisi=daftar.revisi)
    return (kata.JUDUL, (acara.judul or komponen).upper(), daftar.judul[1], akhir)


def _kepala(acara: Acara, semua: Sequence[BarisTerima]) -> tuple[tuple[str, str], ...]:
    besaran = {b.besaran for b in semua if b.besaran}
    per = f"{rupiah.uang(besaran.pop())} {kata.PER_SINGKAT[acara.per]}" if len(besaran) == 1 else ""
    isi = ((kata.HARI_TANGGAL, hari_acara(acara)), (kata.TEMPAT, acara.tempat), (kata.BESARAN, per))
    return tuple((label, nilai) for label, nilai in isi if nilai)


def _baris(b: Baris, t: BarisTerima, acara: Acara) -> BarisTerima:
    """Return a line with how often what is paid; nothing of it where a person set or corrected the amount."""
    biasa = not b.khusus and not b.dikoreksi
    cocok = _SESI.search(b.hitungan) if biasa and acara.per == SESI else None
    if acara.per == SESI:
        kali, besaran = (int(cocok[1]), rupiah.baca(cocok[2])) if cocok else (0, 0)
    else:
        kali, besaran = 1, b.bruto if biasa else 0
    return replace(t, bulan=kali, besaran=besaran, jabatan=kata.PESERTA.format(rt=b.nomor_rt))


def _pendek(acara: Acara, _identitas: str) -> tuple[Kolom, ...]:
    sesi = (Kolom(kata.KOL_SESI, 12, "kode", isi=_kali),) if acara.per == SESI else ()
    return (
        Kolom(kata_kertas.KOL_NO, 9, "nomor"),
        Kolom(kata_kertas.KOL_NAMA, 0, "nama", isi=lambda b: b.nama),
        Kolom(kata_kertas.KOL_JABATAN, 28, "teks", isi=lambda b: b.jabatan),
        *sesi,
        Kolom(kata_kertas.KOL_JUMLAH, 30, "uang", nilai=lambda b: b.diterima, dijumlah=True),
        Kolom(kata_kertas.KOL_TANDA_TANGAN, 58, "tanda_tangan"),
    )


def _lengkap(acara: Acara, identitas: str) -> tuple[Kolom, ...]:
    sesi = (
        Kolom(kata.KOL_BESARAN, 22, "uang", nilai=lambda b: b.besaran),
        Kolom(kata.KOL_SESI, 11, "kode", isi=_kali),
    )
    return (
        Kolom(kata_kertas.KOL_NO, 8, "nomor"),
        Kolom(kata_kertas.KOL_NAMA, 0, "nama", isi=lambda b: b.nama),
        Kolom(identitas, 33, "kode", isi=lambda b: b.identitas),
        Kolom(kata_kertas.KOL_JABATAN, 24, "teks", isi=lambda b: b.jabatan),
        *(sesi if acara.per == SESI else ()),
        Kolom(kata_kertas.KOL_BRUTO, 24, "uang", nilai=lambda b: b.bruto, dijumlah=True),
        Kolom(kata_kertas.KOL_PPH, 19, "uang", nilai=lambda b: b.pph, dijumlah=True),
        Kolom(kata_kertas.KOL_DITERIMA, 25, "uang", nilai=lambda b: b.diterima, dijumlah=True),
        Kolom(kata_kertas.KOL_TANDA_TANGAN, 60, "tanda_tangan"),
    )


def _kali(b: BarisTerima) -> str:
    return str(b.bulan) if b.bulan else ""
