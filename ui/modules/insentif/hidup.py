"""The dialogs of the life of a list: examined, locked, filed, disbursed, cancelled; and who follows later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Literal

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.modules.insentif import ops, siklus
from sipokat_desktop.modules.insentif import susun as penyusunan
from sipokat_desktop.modules.insentif.queries import Daftar
from sipokat_desktop.modules.rt import queries as rt
from ui.kit.buttons import Aksi
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work, buka
from ui.kit.host import Host
from ui.kit.riwayat import buka as buka_riwayat

from . import text_hidup as text
from .isi import Isi
from .text import MENYUSUN

Berat = Literal["awas", "salah"]
"""Which lines follow later: all with a finding, or only those with a grave one."""


def periksa(parent: QWidget, host: Host, isi: Isi) -> None:
    """Ask who examined a draft, and say so on the list."""
    nomor = isi.daftar.nomor
    oleh = Isian("oleh", text.PERIKSA_OLEH, contoh=text.PERIKSA_CONTOH, wajib=True)
    sub = text.PERIKSA_ISI + (text.PERIKSA_HAL.format(n=isi.hal) if isi.hal else "")

    def kerja(nilai: Nilai) -> Work:
        return partial(siklus.periksa, host.store, nomor, oleh=nilai["oleh"])

    f = Formulir(
        text.PERIKSA_JUDUL.format(nomor=nomor), (oleh,), kerja, text.DIPERIKSA.format(nomor=nomor),
        {"oleh": host.store.user}, utama=text.PERIKSA_UTAMA, lebar=480, sub=sub,
    )  # fmt: skip
    buka(parent, host, f)


def kunci(parent: QWidget, host: Host, isi: Isi) -> None:
    """Ask for the lurah's consent, with a reason where a check says no, and lock; or leave those lines out."""
    d, salah = isi.daftar, isi.salah
    lurah = rt.pejabat(host.store.reader(), lingkup=host.lingkup, peran="lurah", hari=host.today)
    isian = [Isian("lurah", text.KUNCI_LURAH, contoh=text.KUNCI_CONTOH, wajib=True)]
    sub = text.KUNCI_ISI.format(penerima=d.jumlah_penerima, jumlah=rupiah.uang(d.diterima))
    if salah:
        isian.append(Isian("alasan", text.KUNCI_ALASAN, Jenis.PANJANG, wajib=True))
        sub += f" {text.KUNCI_SALAH.format(hal='; '.join(salah))}"

    def dulu() -> None:
        sheet.buang()
        lengkap_dulu(host, d, "salah")

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.kunci, host.store, d.nomor, lurah=nilai["lurah"], alasan=nilai.get("alasan", ""))

    f = Formulir(
        text.KUNCI_JUDUL.format(nomor=d.nomor), tuple(isian), kerja, text.DIKUNCI.format(nomor=d.nomor),
        {"lurah": lurah.nama if lurah else ""}, utama=text.KUNCI_UTAMA, lebar=640, sub=sub,
        fokus="alasan" if salah and lurah else "lurah",
    )  # fmt: skip
    sheet = buka(parent, host, f, *([Aksi(text.LENGKAP_DULU, dulu)] if salah else []))


def lengkap_dulu(host: Host, d: Daftar, berat: Berat = "awas") -> None:
    """Draw a draft up again without the lines that have findings; their months stay owed."""
    _susun(host, d, berat, text.LENGKAP_SELESAI.format(nomor=d.nomor))


def lewati(host: Host, d: Daftar, no: int, siapa: str) -> None:
    """Draw a draft up again without one line."""
    _susun(host, d, (no,), siapa)


def masukkan_lagi(host: Host, d: Daftar) -> None:
    """Draw a draft up again with everybody that was left out."""
    _susun(host, d, (), text.MASUK_SELESAI.format(nomor=d.nomor))


def _susun(host: Host, d: Daftar, tanpa: Berat | tuple[int, ...], said: str) -> None:
    work = partial(
        penyusunan.susun, host.store, d.lingkup, periode.baca(d.periode), d.komponen, lewati=tanpa
    )  # fmt: skip
    host.act(work, said=said, doing=MENYUSUN)


def spp(parent: QWidget, host: Host, d: Daftar) -> None:
    """Ask for number and day of the SPP or SPM."""
    nomor, hari = Isian("spp", text.SPP_NOMOR, contoh=text.SPP_CONTOH, wajib=True), d.spp_tanggal

    def catat(nilai: Nilai, tgl: date) -> Work:
        return partial(
            siklus.catat_spp, host.store, d.nomor, spp=nilai["spp"], tanggal=tgl, alasan=nilai.get("alasan", "")
        )

    judul = text.SPP_JUDUL.format(nomor=d.nomor)
    _surat(parent, host, judul, nomor, (d.spp_nomor, hari), catat, text.SPP_SELESAI.format(nomor=d.nomor))


def sp2d(parent: QWidget, host: Host, d: Daftar) -> None:
    """Ask for number and day of the SP2D: the money is there."""
    nomor, hari = Isian("sp2d", text.SP2D_NOMOR, contoh=text.SP2D_CONTOH, wajib=True), d.sp2d_tanggal

    def catat(nilai: Nilai, tgl: date) -> Work:
        return partial(
            siklus.catat_sp2d, host.store, d.nomor, sp2d=nilai["sp2d"], tanggal=tgl, alasan=nilai.get("alasan", "")
        )

    judul = text.SP2D_JUDUL.format(nomor=d.nomor)
    _surat(parent, host, judul, nomor, (d.sp2d_nomor, hari), catat, text.SP2D_SELESAI.format(nomor=d.nomor))


def _surat(
    parent: QWidget, host: Host, judul: str, nomor: Isian, awal: tuple[str, str],
    catat: Callable[[Nilai, date], Work], said: str,
) -> None:  # fmt: skip
    """Ask for number and day of a paper of the treasury, and for a reason where steps come out of order."""
    isian = (
        nomor,
        Isian("tanggal", text.TANGGAL, Jenis.TANGGAL, text.TANGGAL_CONTOH, wajib=True),
        Isian("alasan", text.LANGKAH_ALASAN, bantuan=text.LANGKAH_BANTUAN),
    )
    hari = date.fromisoformat(awal[1]) if awal[1] else host.today

    def kerja(nilai: Nilai) -> Work:
        return catat(nilai, tanggal.baca(nilai["tanggal"], "tanggal"))

    buka(
        parent, host,
        Formulir(judul, isian, kerja, said, {nomor.kunci: awal[0], "tanggal": tanggal.pendek(hari)}, lebar=480),
    )  # fmt: skip


def batal_daftar(parent: QWidget, host: Host, d: Daftar) -> None:
    """Ask why, and cancel a list; its number stays used."""
    alasan = Isian("alasan", text.ALASAN, Jenis.PANJANG, contoh=text.BATAL_DAFTAR_CONTOH, wajib=True)

    def kerja(nilai: Nilai) -> Work:
        return partial(siklus.batal_daftar, host.store, d.nomor, alasan=nilai["alasan"])

    f = Formulir(
        text.BATAL_DAFTAR_JUDUL.format(nomor=d.nomor), (alasan,), kerja,
        text.BATAL_DAFTAR_SELESAI.format(nomor=d.nomor), utama=text.BATAL_DAFTAR_UTAMA, lebar=520,
        sub=text.BATAL_DAFTAR_ISI, kedua=text.TIDAK_JADI,
    )  # fmt: skip
    buka(parent, host, f)


def riwayat(parent: QWidget, host: Host, isi: Isi) -> None:
    """Show who did what on a list, its lines not counted."""
    buka_riwayat(parent, host, [isi.daftar.daftar_id], text.RIWAYAT_DAFTAR_JUDUL.format(nomor=isi.daftar.nomor))
