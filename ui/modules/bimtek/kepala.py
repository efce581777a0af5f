"""The head of an opened event: its name with the buttons, where it is in its life, and what needs attention."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.modules.bimtek.model import SELESAI
from ui.kit import text as kit
from ui.kit.buttons import Button, PrimaryButton, SecondaryButton
from ui.kit.host import Host
from ui.kit.labels import Notice, set_shown
from ui.kit.menu import menu_of
from ui.kit.page import PageTitle, Stepper
from ui.kit.theme import Role, theme_of

from . import kalimat, text
from .boleh import boleh_catat
from .isi import Isi

Pilihan = tuple[str, Callable[[], object]]
Menu = Callable[[], list[Pilihan]]
Kalimat = tuple[str, Role]
_UNDANG, _HADIR, _TUTUP = 1, 2, 3
_BARIS = 2
_RENDAH = 680
"""So many sentences stand below one another; where the window is low (px at scale 1.0) one only, and no steps."""


class Perintah(NamedTuple):
    """What the buttons do."""

    kembali: Callable[[], object]
    tindakan: Menu
    sesi: Callable[[], object]
    rekap: Callable[[], object]
    cetak: Menu
    utama: Callable[[], object]


class Kepala(QWidget):
    """Title, buttons, steps, sentences; one button is the main one."""

    def __init__(self, host: Host, perintah: Perintah) -> None:
        super().__init__()
        self._host = host
        self._judul = PageTitle("")
        self._langkah = Stepper([""])
        self._hal = [Notice("") for _ in range(_BARIS)]
        p = perintah
        kembali = SecondaryButton(kit.KEMBALI, "Esc", pasang=False, on=p.kembali)
        self._tindakan = SecondaryButton(text.TINDAKAN, "Alt+T", on=lambda: buka_menu(self._tindakan, p.tindakan))
        self._cetak = SecondaryButton(text.CETAK, "Ctrl+P", on=lambda: buka_menu(self._cetak, p.cetak))
        self._utama = PrimaryButton("", "F9", on=p.utama)
        for tombol in (
            kembali, self._tindakan, SecondaryButton(text.SESI, "Alt+S", on=p.sesi),
            SecondaryButton(text.REKAP, "Alt+R", on=p.rekap), self._cetak, self._utama,
        ):  # fmt: skip
            self._judul.add(tombol)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(6))
        tata.addWidget(self._judul)
        tata.addWidget(self._langkah)
        for notice in self._hal:
            tata.addWidget(notice)

    def tampil(self, isi: Isi) -> None:
        """Show the state of an event."""
        self._judul.set_judul(isi.kegiatan.nama)
        kata, sekarang = langkah(isi)
        self._langkah.set_steps(kata, sekarang)
        rendah = self.window().height() < theme_of(self).px(_RENDAH)
        set_shown(self._langkah, not rendah)
        hal = perhatian(self._host, isi, 1 if rendah else _BARIS)
        for ke, notice in enumerate(self._hal):
            notice.set(*(hal[ke] if ke < len(hal) else ("", Role.BAIK)))

    def utama(self, kata: str) -> None:
        """Give the main button other words; "" takes it away."""
        self._utama.set_teks(kata)
        set_shown(self._utama, bool(kata))


def buka_menu(tombol: Button, menu: Menu) -> None:
    """Open a menu below a button."""
    menu_of(tombol, menu()).popup(tombol.mapToGlobal(QPoint(0, tombol.height())))


def langkah(isi: Isi) -> tuple[tuple[str, ...], int]:
    """Return the steps of an event with their numbers, and which one it is at."""
    tercatat, semua = isi.tercatat, isi.undangan
    kata = (
        text.LANGKAH_SESI.format(n=len(isi.sesi)),
        text.LANGKAH_UNDANG.format(n=semua),
        text.LANGKAH_HADIR.format(n=tercatat, semua=semua),
        text.LANGKAH_SELESAI,
    )
    if isi.kegiatan.keadaan == SELESAI:
        return kata, len(kata)
    if not isi.sesi:
        return kata, 0
    if not semua:
        return kata, _UNDANG
    return kata, _TUTUP if tercatat >= semua else _HADIR


def perhatian(host: Host, isi: Isi, baris: int) -> list[Kalimat]:
    """Return what needs attention, the gravest first, each in a sentence, in so many lines."""
    k = isi.kegiatan
    if not k.terbuka:
        return [(text.HAL_SELESAI if k.keadaan == SELESAI else text.HAL_BATAL, Role.REDUP)]
    semua = _kurang(host, isi)
    semua += [(text.HAL_BEDA.format(n=isi.beda), Role.SALAH)] if isi.beda else []
    akan = not isi.sesi or isi.sesi[-1].hari >= isi.hari
    if isi.usang and akan and not _baca(host, isi):
        semua.append((text.HAL_USANG.format(n=isi.usang), Role.PERHATIAN))
    if _baca(host, isi):
        kata = text.HAL_BACA.format(kantor=wilayah.nama_kantor(k.lingkup), lingkup=wilayah.nama(host.kantor))
        semua.append((kata, Role.AKSEN))
    if len(semua) > baris:
        kata, peran = semua[baris - 1]
        semua = [*semua[: baris - 1], (f"{kata} {text.MASIH_LAIN.format(n=len(semua) - baris)}", peran)]
    return semua or [_tenang(isi)]


def _baca(host: Host, isi: Isi) -> bool:
    return bool(boleh_catat(host, isi.kegiatan.lingkup))


def _kurang(host: Host, isi: Isi) -> list[Kalimat]:
    if not isi.sesi:
        return [(text.HAL_TANPA_SESI, Role.PERHATIAN)]
    if not isi.undangan:
        kata = text.HAL_TANPA_UNDANGAN
        if _baca(host, isi):
            kata = text.HAL_TANPA_UNDANGAN_SINI.format(lingkup=wilayah.nama(host.kantor))
        return [(kata, Role.PERHATIAN)]
    return []


def _tenang(isi: Isi) -> Kalimat:
    pertama = isi.sesi[0].hari
    if pertama > isi.hari:
        return text.HAL_SIAP.format(n=isi.undangan, kapan=kapan(pertama, isi.hari)), Role.BAIK
    s = isi.satu_sesi
    if s is not None and s.hari == isi.hari and not isi.tercatat:
        return text.HAL_HARI_INI.format(jam=text.TUGAS_JAM.format(jam=kalimat.jam(s)) if s.mulai else ""), Role.AKSEN
    if isi.belum:
        return (text.HAL_BELUM if isi.sesi_id else text.HAL_BELUM_SEMUA).format(n=isi.belum), Role.PERHATIAN
    return text.HAL_BERES, Role.BAIK


def kapan(hari: date, kini: date) -> str:
    """Return a day to come as people say it."""
    sisa = (hari - kini).days
    return {0: text.HARI_INI.lower(), 1: text.BESOK.lower()}.get(sisa) or tanggal.lengkap(hari)
