"""The settings of an office for the incentive, one row each: when arrears begin, notes, the layout of the bank file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.insentif import kas, komponen, transfer
from sipokat_desktop.modules.insentif import ketetapan_ops as ops
from sipokat_desktop.modules.insentif import text_cetak as cetak
from sipokat_desktop.modules.insentif.temuan_merah import BATAS_BAWAAN, SETELAN_BATAS
from sipokat_desktop.modules.insentif.tunggakan import SETELAN_MULAI
from sipokat_desktop.storage.sqlite import Connection
from ui.kit.dialog import Sheet
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work, buka
from ui.kit.host import Host

from . import text
from .baris import Satu


class Setel(NamedTuple):
    """A row of settings: its words, its inputs with the values when nobody set them, how they are said and read."""

    apa: str
    arti: str
    isian: tuple[Isian, ...]
    bawaan: Mapping[str, str]
    kata: Callable[[Mapping[str, str]], str]
    baca: Callable[[Nilai], Nilai] = dict
    ringkas: Callable[[Mapping[str, str]], str] | None = None

    @property
    def kunci(self) -> str:
        """The key of its first setting."""
        return self.isian[0].kunci


def _bulan(nilai: Mapping[str, str]) -> str:
    bulan = nilai[SETELAN_MULAI]
    return periode.nama_bulan(bulan) if bulan else text.S_MULAI_KOSONG


def _pecahan(nilai: Mapping[str, str]) -> str:
    return " · ".join(rupiah.titik(int(n)) for n in nilai[kas.SETELAN].split())


def _ringkas_pecahan(nilai: Mapping[str, str]) -> str:
    semua = [rupiah.titik(int(n)) for n in nilai[kas.SETELAN].split()]
    return text.S_PECAHAN_ISI.format(n=len(semua), besar=semua[0], kecil=semua[-1]) if semua else ""


def _baca_pecahan(nilai: Nilai) -> Nilai:
    """Read denominations as people type them, the largest first. Raises InputSalah."""
    bagian = [satu.replace(".", "") for satu in nilai[kas.SETELAN].replace(",", " ").replace("·", " ").split()]
    if not all(satu.isascii() and satu.isdigit() and int(satu) for satu in bagian):
        raise InputSalah(kas.SETELAN, cetak.PECAHAN_SALAH)
    return {kas.SETELAN: " ".join(map(str, sorted({int(satu) for satu in bagian}, reverse=True)))}


def _kolom(nilai: Mapping[str, str]) -> str:
    return ", ".join(cetak.KOLOM_TRANSFER[satu] for satu in transfer.baca_tata(nilai).kolom)


def _ringkas_kolom(nilai: Mapping[str, str]) -> str:
    return text.S_KOLOM_ISI.format(n=len(transfer.baca_tata(nilai).kolom))


def _baca_tata(nilai: Nilai) -> Nilai:
    """Read the layout of the bank file: columns by their words, with commas between. Raises InputSalah."""
    kunci = {kunci_cari(kata): satu for satu, kata in cetak.KOLOM_TRANSFER.items()}
    bagian = [satu.strip() for satu in nilai[transfer.KOLOM].split(",") if satu.strip()]
    rapi = nilai | {transfer.KOLOM: " ".join(kunci.get(kunci_cari(satu), satu.replace(" ", "_")) for satu in bagian)}
    transfer.baca_tata(rapi)
    return rapi


_PEMISAH = tuple((kunci, kata) for kunci, kata in text.S_PEMISAH.items())
SEMUA = (
    Setel(
        text.S_MULAI, text.S_MULAI_ARTI, (Isian(SETELAN_MULAI, text.S_MULAI, Jenis.BULAN, contoh="1/2026"),),
        {SETELAN_MULAI: ""}, _bulan,
    ),
    Setel(
        text.S_BATAS, text.S_BATAS_ARTI, (Isian(SETELAN_BATAS, text.S_BATAS, Jenis.ANGKA, contoh="3"),),
        {SETELAN_BATAS: str(BATAS_BAWAAN)}, lambda nilai: text.S_BATAS_ISI.format(nilai[SETELAN_BATAS]),
    ),
    Setel(
        text.S_PECAHAN, text.S_PECAHAN_ARTI,
        (Isian(kas.SETELAN, text.S_PECAHAN, contoh="100.000 50.000 20.000 10.000"),),
        {kas.SETELAN: " ".join(map(str, kas.NOMINAL))}, _pecahan, _baca_pecahan, _ringkas_pecahan,
    ),
    Setel(
        text.S_TRANSFER, text.S_TRANSFER_ARTI,
        (
            Isian(
                transfer.KOLOM, text.S_KOLOM, wajib=True,
                bantuan=text.S_KOLOM_BANTUAN.format(kolom=", ".join(cetak.KOLOM_TRANSFER.values())),
            ),
            Isian(transfer.JUDUL, text.S_JUDUL, Jenis.PILIHAN, pilihan=tuple(text.S_JUDUL_PILIHAN.items())),
            Isian(transfer.PEMISAH, text.S_PEMISAH_KATA, Jenis.PILIHAN, pilihan=_PEMISAH),
        ),
        {transfer.KOLOM: cetak.TRANSFER_BAWAAN, transfer.JUDUL: "ya", transfer.PEMISAH: "titik_koma"},
        _kolom, _baca_tata, _ringkas_kolom,
    ),
)  # fmt: skip


def semua(con: Connection, *, lingkup: str) -> list[Satu]:
    """Return every row of settings with its values in words."""
    hasil = []
    for s in SEMUA:
        nilai = _nilai(con, lingkup, s)
        kata = s.kata(nilai)
        isi = s.ringkas(nilai) if s.ringkas else kata
        hasil.append(Satu("setelan", s.kunci, s.apa, isi, lingkup=_lingkup(con, lingkup, s), rinci=kata))
    return hasil


def _nilai(con: Connection, lingkup: str, s: Setel) -> dict[str, str]:
    return {
        kunci: komponen.setelan(con, lingkup=lingkup, kunci=kunci, bawaan=bawaan) for kunci, bawaan in s.bawaan.items()
    }


def _lingkup(con: Connection, lingkup: str, s: Setel) -> str:
    """Return the scope of settings that somebody set, "" for the values that were there from the beginning."""
    return lingkup if any(komponen.setelan(con, lingkup=lingkup, kunci=kunci) for kunci in s.bawaan) else ""


def _satu(kunci: str) -> Setel:
    return next(s for s in SEMUA if s.kunci == kunci)


def arti(kunci: str) -> str:
    """Return what a row of settings is for."""
    return _satu(kunci).arti


def ubah(parent: QWidget, host: Host, kunci: str) -> Sheet:
    """Ask for the values of a row of settings."""
    s = _satu(kunci)
    nilai = _nilai(host.store.reader(), host.lingkup, s)
    awal = {isian.kunci: _tampil(isian, nilai[isian.kunci], s) for isian in s.isian}

    def kerja(isi: Nilai) -> Work:
        return partial(ops.setel, host.store, host.lingkup, s.baca(isi))

    f = Formulir(s.apa, s.isian, kerja, text.S_TERSIMPAN, awal, lebar=560, sub=s.arti)
    return buka(parent, host, f)


def _tampil(isian: Isian, nilai: str, s: Setel) -> str:
    """Return a stored value as people type it."""
    if isian.jenis is Jenis.BULAN and nilai:
        return periode.nama_bulan(nilai)
    if isian.kunci == transfer.KOLOM:
        return ", ".join(cetak.KOLOM_TRANSFER.get(satu, satu) for satu in nilai.replace(",", " ").split())
    return s.kata({isian.kunci: nilai}).replace(" · ", " ") if isian.kunci == kas.SETELAN else nilai
