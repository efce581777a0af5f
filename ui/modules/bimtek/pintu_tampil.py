"""What the door shows of its work: the answer, the last scans, whether all is saved."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from ui.kit.theme import Role

from . import pintu_kata as kata
from . import text_pintu as text
from .pintu_baris import baris_semua
from .pintu_entri import Entri, Simpan
from .pintu_kata import SIAP, Tampilan
from .pintu_kerja import KerjaPintu
from .pintu_papan import MejaPintu
from .pintu_setelan import SetelanPintu


class TampilPintu:
    """Keeps which scan is shown and which one is chosen in the list; while ``tertutup`` something else stands in the
    place of the answer (a choice, a question), and it is not written over."""

    def __init__(self, meja: MejaPintu, kerja: KerjaPintu, setelan: SetelanPintu) -> None:
        self._meja, self._kerja, self._setelan = meja, kerja, setelan
        self._kini = 0
        self._dipilih = 0
        self._terbuang = (0, "")
        self.tertutup = False
        self._nanti = QTimer(meja, interval=0, singleShot=True)
        self._nanti.timeout.connect(self.segarkan)

    @property
    def entri(self) -> Entri | None:
        """The scan that is shown."""
        return self._kerja.satu(self._kini)

    @property
    def dipilih(self) -> Entri | None:
        """The scan that is chosen in the list, if any."""
        return self._kerja.satu(self._dipilih)

    def tampil(self, e: Entri) -> None:
        """Show a scan that came or changed, and let it be heard."""
        self._kini, self._dipilih = e.no, 0
        self._jawab()
        self.nanti()
        self._setelan.bunyi(e.tampilan(self._kerja.nama).role)

    def lihat(self, ke: int) -> bool:
        """Show a scan of the list again; False where there is none."""
        semua = self._kerja.terakhir()
        if not 0 <= ke < len(semua):
            return False
        self._kini = self._dipilih = semua[ke].no
        self.segarkan()
        return True

    def terbuang(self, siapa: str) -> None:
        """Say with the scan that is shown that it came before the proxy of somebody had a name."""
        self._terbuang = (self._kini, text.TERBUANG_ISI.format(siapa=siapa))
        self.segarkan()

    def tulis(self, tampil: Tampilan) -> None:
        """Put words into the place of the answer."""
        self._meja.jawaban.set(tampil)

    def ingatkan(self, kata: str, kalimat: str) -> None:
        """Say that a key found nothing to do."""
        self.tulis(Tampilan(Role.PERHATIAN, kata, kejadian=kalimat))

    def nanti(self) -> None:
        """Bring all up to date once this event is done, however often it is asked for."""
        self._nanti.start()

    def segarkan(self) -> None:
        """Bring answer, list and the line about saving up to date."""
        kerja = self._kerja
        semua = kerja.terakhir()
        ke = next((i for i, e in enumerate(semua) if e.no == self._dipilih), -1)
        self._meja.daftar.set(baris_semua(semua, kerja.nama), ke)
        self._meja.simpan.set(*self._simpan())
        self._jawab()

    def _jawab(self) -> None:
        e = self.entri
        if not self.tertutup:
            self.tulis(self._isi(e) if e is not None else SIAP)
        self._tombol(e)

    def _simpan(self) -> tuple[str, Role]:
        if self._kerja.gagal:
            return text.ADA_GAGAL.format(n=self._kerja.gagal), Role.SALAH
        menunggu = len(self._kerja.antrean)
        if menunggu:
            return text.MENUNGGU.format(n=menunggu), Role.AKSEN
        return text.SEMUA_TERSIMPAN, Role.BAIK

    def _isi(self, e: Entri) -> Tampilan:
        tampil = e.tampilan(self._kerja.nama)
        no, lain = self._terbuang
        return tampil._replace(catatan=(lain, *tampil.catatan)) if no == e.no else tampil

    def _tombol(self, e: Entri | None) -> None:
        """Say on the button what F9 would do."""
        tombol = self._meja.tetap
        tombol.setEnabled(e is not None and e.dapat_tetap)
        if e is None or not e.dapat_tetap:
            tombol.set_teks(text.AKSI_TETAP)
        elif e.simpan is Simpan.GAGAL:
            tombol.set_teks(text.AKSI_LAGI)
        else:
            ganti = text.AKSI_GANTI.format(tanda=kata.tanda(e.tanda))
            tombol.set_teks(ganti if e.jawab.keadaan.tercatat else text.AKSI_TETAP)
