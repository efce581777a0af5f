"""The sheets of a proposal: one recorded after another by keys alone, one changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.usulan import ops
from sipokat_desktop.modules.usulan.model import Usulan
from ui.kit.buttons import Aksi
from ui.kit.dialog import Sheet
from ui.kit.formulir import Formulir, Nilai, Work, pasang
from ui.kit.host import Host
from ui.kit.pena import ingat
from ui.kit.ragu import Ragu

from . import isian
from . import text_lembar as text
from .sumber import UsulanSource
from .tugas import tahun_awal

_LEBAR, _LAJUR = 1040, 4
KATEGORI = "usulan.kategori"
"""Setting: the category recorded last."""


class Berturut:
    """The sheet in which one proposal is recorded after another; ``selesai`` gets the id of the last."""

    def __init__(self, parent: QWidget, host: Host, sumber: UsulanSource, selesai: Callable[[str], object]) -> None:
        self._host, self._sumber, self._selesai = host, sumber, selesai
        self._tercatat = 0
        tahun = sumber.isi.tahun or tahun_awal(host)
        awal = {
            "kategori": host.store.setting(KATEGORI), "tahun": str(tahun), "tanggal": isian.hari_ini(host),
        }  # fmt: skip
        f = Formulir(
            text.TAMBAH_JUDUL, isian.butir(host, host.lingkup, baru=True), self._kerja, "", awal, "usulan.tambah",
            lebar=_LEBAR, lajur=_LAJUR, fokus="jabatan_id" if awal["kategori"] else "kategori",
            siap=partial(isian.lengkapi, host),
        )  # fmt: skip
        lagi = Aksi(text.TAMBAH_LAGI, self._lagi, "Ctrl+N")
        self.lembar = pasang(parent, host, f, lagi, selesai=self._beres)
        Ragu(self.lembar.isi, self._ragu)

    def _kerja(self, nilai: Nilai) -> Work:
        return partial(ops.buat, self._host.store, self._host.lingkup, isian.tersimpan(nilai))

    def _beres(self, id: object) -> None:
        nilai = self.lembar.isi.nilai()
        self._ingat(nilai)
        kata = text.DITAMBAH.format(judul=nilai["judul"])
        self._host.messages.berhasil(kata, self._host.urungkan)
        self._selesai(str(id))

    def _ingat(self, nilai: Mapping[str, str]) -> None:
        ingat(self._host, KATEGORI, nilai["kategori"])

    def _lagi(self) -> None:
        if self.lembar.isi.periksa():
            nilai = self.lembar.isi.nilai()
            self.lembar.simpan(lambda _id: self._berikutnya(nilai))

    def _berikutnya(self, nilai: Nilai) -> None:
        """Go on with the next proposal: category, year, day and office stay."""
        sheet, isi, self._tercatat = self.lembar.sheet, self.lembar.isi, self._tercatat + 1
        self._ingat(nilai)
        isi.isi({k: v for k, v in nilai.items() if k in isian.TETAP})
        if self.lembar.draf is not None:
            self.lembar.draf.lanjut()
        sheet.sibuk(False)
        sheet.pesan.berhasil(text.DITAMBAH_LAGI.format(judul=nilai["judul"], n=self._tercatat))
        isi.fokus("jabatan_id")

    def _ragu(self, nilai: Mapping[str, str]) -> dict[str, str]:
        """Doubt a title that is on the year's list already."""
        dicari = kunci_cari(nilai["judul"])
        sama = [u for u in self._sumber.semua if dicari and u.tahun == _angka(nilai) and kunci_cari(u.judul) == dicari]
        if not sama:
            return {}
        return {"judul": text.RAGU_SAMA.format(siapa=sama[0].kata_rt, judul=sama[0].judul)}


def tambah(parent: QWidget, host: Host, sumber: UsulanSource, *, selesai: Callable[[str], object]) -> Sheet:
    """Ask for a new proposal, and for the next one without closing; ``selesai`` gets the id of the last."""
    return Berturut(parent, host, sumber, selesai).lembar.sheet


def ubah(parent: QWidget, host: Host, u: Usulan) -> Sheet:
    """Change what is known of a proposal; its status changes only by a step in its history."""

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.ubah, host.store, u.usulan_id, isian.tersimpan(nilai))

    f = Formulir(
        text.UBAH_JUDUL, isian.butir(host, u.lingkup, baru=False), kerja, text.DIUBAH.format(judul=u.judul),
        isian.awal(u), f"usulan.ubah.{u.usulan_id}", lebar=_LEBAR, lajur=_LAJUR, fokus="judul",
        siap=partial(isian.lengkapi, host),
    )  # fmt: skip
    return pasang(parent, host, f).sheet


def _angka(nilai: Mapping[str, str]) -> int:
    return int(nilai["tahun"]) if nilai["tahun"].isdigit() else 0
