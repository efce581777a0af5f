"""Proposes the mapping of a file: by the words of its titles, checked against what the columns hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from sipokat_desktop.importing import mapping
from sipokat_desktop.importing import text as teks_berkas
from sipokat_desktop.importing.sheet import Sheet, Workbook, teks
from sipokat_desktop.importing.table import Header, Title, find, key, letters
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.storage.store import Store

from . import isi_kolom, kata, pembaca, pemetaan, tempat_sel
from .kamus import ISIAN, LEWAT, kenali, pasti
from .pemetaan import Keyakinan, KolomLembar, Pemetaan, PemetaanLembar
from .sel import Pembaca

_CONTOH = 250
_SAMAR = frozenset(("jenis", "cara", "sk_penerbit", "golongan", "masa", "kelamin_l", "kelamin_p"))
_TAHUN = re.compile(r"\b20[0-9]{2}\b")


def usul(berkas: Workbook, store: Store) -> Pemetaan:
    """Return the proposal for a file; what the user chose for the same titles before is applied again."""
    baca = pembaca.semua(tanggal.wib(store.clock()).date())
    lembar = [_lembar(indeks, sheet, baca, store) for indeks, sheet in enumerate(berkas.lembar)]
    return Pemetaan(tuple(_pilih(lembar, berkas)))


def _lembar(indeks: int, sheet: Sheet, baca: Mapping[str, Pembaca], store: Store) -> PemetaanLembar:
    if mapping.kosong(sheet):
        return PemetaanLembar(indeks, sheet.name, False, teks_berkas.LEMBAR_INI_KOSONG, None, 1, ())
    kepala = find(sheet, kenali)
    if kepala and not _sungguh(kepala):
        kepala = None
    awal, judul = mapping.judul_semua(sheet, kepala, _CONTOH)
    contoh = [mapping.contoh(sheet, awal, kolom, _CONTOH) for kolom in range(len(judul))]
    kolom = _kolom(judul, contoh, baca, kepala is not None)
    bentuk = pemetaan.bentuk(judul)
    ingat = pemetaan.ingatan(store, bentuk)
    if ingat:
        kolom = tuple(_ingat(satu, ingat) for satu in kolom)
    hasil = PemetaanLembar(
        indeks, sheet.name, False, kata.LEMBAR_LAIN, awal if kepala else None, awal + 1, kolom, bentuk,
        bool(ingat),
    )  # fmt: skip
    kelurahan, rw = _atas(sheet, kepala.first if kepala else 0)
    dipakai = not hasil.belum or ("nama" not in hasil.belum and kepala is not None and kepala.found >= 4)
    alasan = kata.LEMBAR_DIPAKAI if dipakai else kata.LEMBAR_LAIN
    return replace(hasil, dipakai=dipakai, alasan=alasan, kelurahan=kelurahan, rw=rw)


def _sungguh(kepala: Header) -> bool:
    """Tell whether enough titles are known as they stand, so that this is no row of data with a lucky word."""
    tepat = sum(bool(kenali(*judul)) and pasti(*judul) for judul in kepala.titles)
    return tepat >= 2 or (tepat >= 1 and kepala.found >= 3)


def _atas(sheet: Sheet, sampai: int) -> tuple[str, str]:
    """Return what the sheet's name and the titles above its table say: kelurahan code and RW."""
    kelurahan, rw = tempat_sel.cari(sheet.name), ""
    if cocok := tempat_sel.BAGIAN_RW.match(sheet.name):
        rw = str(tempat_sel.angka(cocok[1]) or "").zfill(2) if tempat_sel.angka(cocok[1]) else ""
    for baris in sheet.rows[:sampai]:
        for nilai in baris:
            isi = " ".join(teks(nilai).split())
            if not kelurahan and (cocok := tempat_sel.KELURAHAN_DI_JUDUL.search(isi)):
                kelurahan = tempat_sel.cari(cocok[1].strip(" ."))
            if not rw and (cocok := tempat_sel.BAGIAN_RW.match(isi)) and (ke := tempat_sel.angka(cocok[1])):
                rw = f"{ke:02}"
    return kelurahan, rw


def _kolom(
    judul: tuple[Title, ...], contoh: list[list[object]], baca: Mapping[str, Pembaca], ada_judul: bool
) -> tuple[KolomLembar, ...]:
    calon = [kenali(*satu) for satu in judul]
    isi_kolom.sesuaikan(judul, calon, contoh)
    dipilih: dict[str, int] = {}
    nilai = [
        isi_kolom.kecocokan(isian, contoh[k], baca) if isian not in ("", LEWAT) else 0.0
        for k, isian in enumerate(calon)
    ]
    urut = sorted(range(len(calon)), key=lambda k: (-(nilai[k] >= 0.9), -pasti(*judul[k]), -nilai[k], k))
    for k in urut:
        if calon[k] not in ("", LEWAT) and nilai[k] >= _batas(calon[k], judul[k], len(contoh[k])):
            dipilih.setdefault(calon[k], k)
    tebakan = isi_kolom.tebak(judul, calon, contoh, dipilih, ada_judul)
    return tuple(_satu(k, judul[k], contoh[k], calon[k], dipilih, tebakan) for k in range(len(judul)))


def _batas(isian: str, judul: Title, banyak: int) -> float:
    """Return which part of the values must fit: damage under a well-known title is damage, not another field."""
    if isian in _SAMAR or not pasti(*judul):
        return 0.5
    if isian == "nomor":
        return 0.01
    return 0.2 if banyak >= 10 else 0.0


def _satu(
    k: int,
    judul: Title,
    contoh: list[object],
    isian: str,
    dipilih: dict[str, int],
    tebakan: dict[int, str],
) -> KolomLembar:
    def jadi(isian: str, yakin: Keyakinan, alasan: str) -> KolomLembar:
        return KolomLembar(k, letters(k), judul.words, mapping.tiga(contoh), isian, alasan, yakin)

    if k in tebakan:
        return jadi(tebakan[k], Keyakinan.DUGAAN, kata.DARI_ISI)
    if isian in ("", LEWAT):
        return jadi("", Keyakinan.LEWAT, kata.NOMOR_URUT if _urut(judul) else teks_berkas.TIDAK_DIBACA)
    if dipilih.get(isian) == k:
        if pasti(*judul):
            return jadi(isian, Keyakinan.PASTI, teks_berkas.JUDUL_DIKENAL)
        return jadi(isian, Keyakinan.DUGAAN, kata.JUDUL_MIRIP.format(label=ISIAN[isian]))
    if isian not in dipilih:
        return jadi("", Keyakinan.LEWAT, kata.ISI_LAIN.format(label=ISIAN[isian]))
    huruf = letters(dipilih[isian])
    return jadi("", Keyakinan.LEWAT, teks_berkas.SUDAH_ADA.format(label=ISIAN[isian], huruf=huruf))


def _urut(judul: Title) -> bool:
    return key(judul.words) in ("no", "nomor", "nourut", "nomorurut", "urut")


def _ingat(satu: KolomLembar, ingat: dict[int, str]) -> KolomLembar:
    isian = ingat.get(satu.indeks, "")
    if isian == satu.isian:
        return satu
    return replace(satu, isian=isian, keyakinan=Keyakinan.INGAT if isian else Keyakinan.LEWAT, alasan=kata.INGATAN)


def _pilih(lembar: list[PemetaanLembar], berkas: Workbook) -> list[PemetaanLembar]:
    """Leave out hidden sheets, older years of the same sheet, and copies, where another one is there."""
    dipakai = [satu for satu in lembar if satu.dipakai]
    tersembunyi = {satu.indeks for satu in dipakai if teks_berkas.TERSEMBUNYI.format(nama=satu.nama) in berkas.catatan}
    lewat: dict[int, str] = {}
    if len(tersembunyi) < len(dipakai):
        lewat |= dict.fromkeys(tersembunyi, "Lembar ini tersembunyi di Excel.")
    sisa = [satu for satu in dipakai if satu.indeks not in lewat]
    lewat |= _tahun_lama(sisa)
    pertama: dict[str, str] = {}
    for satu in sisa:
        isi = (
            repr([baris for baris in berkas.lembar[satu.indeks].rows if any(map(teks, baris))]) if len(sisa) > 1 else ""
        )
        if isi and isi in pertama and satu.indeks not in lewat:
            lewat[satu.indeks] = kata.LEMBAR_ULANG.format(nama=pertama[isi])
        pertama.setdefault(isi, satu.nama)
    return [
        replace(satu, dipakai=False, alasan=lewat[satu.indeks]) if satu.indeks in lewat else satu for satu in lembar
    ]


def _tahun_lama(lembar: list[PemetaanLembar]) -> dict[int, str]:
    """Return the sheets that another one of the same name replaces with a later year."""
    terbaru: dict[str, PemetaanLembar] = {}
    lewat: dict[int, str] = {}
    for satu in lembar:
        if not _TAHUN.search(satu.nama):
            continue
        pokok = key(_TAHUN.sub("", satu.nama))
        lain = terbaru.get(pokok)
        if lain is None or max(_TAHUN.findall(satu.nama)) > max(_TAHUN.findall(lain.nama)):
            terbaru[pokok], satu, lain = satu, lain or satu, satu  # noqa: PLW2901
        if lain is not None and satu is not lain:
            lewat[satu.indeks] = f"Lembar “{terbaru[pokok].nama}” lebih baru."
    return lewat
