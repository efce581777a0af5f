"""The place of the photos in the entry: what will go with the report, what is being made ready, what was refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import text
from ui.kit.buttons import Aksi, SecondaryButton
from ui.kit.days import panjang
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.theme import Role, theme_of

from . import text_catat, text_foto
from .foto_antre import AntreFoto, Ditolak
from .foto_kecil import JalurFoto
from .foto_lihat import Lihat, LihatFoto

_SEBUT = 3


class FotoMasuk(QWidget):
    """Shows what `AntreFoto` holds for the report that is being filled in."""

    def __init__(self, host: Host, antre: AntreFoto, pilih: Callable[[], object]) -> None:
        super().__init__()
        self._host, self._antre = host, antre
        self._n_mula = 0
        self._tolak: list[Ditolak] = []
        self._kata = Label("", Gaya.KECIL, potong=True)
        self._jalur = JalurFoto(host, 60)
        self._salah = Notice("", Role.SALAH)
        self._lepas = SecondaryButton(text_foto.LEPAS, on=self._lepaskan)
        self._tutup = SecondaryButton(text_foto.DITOLAK_TUTUP, "Esc", pasang=False, on=self.lupakan)
        self._build(SecondaryButton(text_catat.FOTO_PILIH, "Ctrl+O", pasang=False, on=pilih))
        antre.berubah.connect(self.tampil)
        antre.ditolak.connect(self._ditolak)
        self._jalur.dibuka.connect(self._lihat)
        self._tunjukkan()
        self.tampil()

    def _build(self, pilih: SecondaryButton) -> None:
        theme = theme_of(self)
        atas, bawah = QHBoxLayout(), QHBoxLayout()
        for baris in (atas, bawah):
            baris.setSpacing(theme.px(8))
        for tombol in (pilih, self._lepas, self._tutup):
            tombol.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        atas.addWidget(self._kata, 1)
        atas.addWidget(self._lepas)
        atas.addWidget(pilih)
        bawah.addWidget(self._salah, 1)
        bawah.addWidget(self._tutup, 0, Qt.AlignmentFlag.AlignTop)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(6))
        tata.addLayout(atas)
        tata.addWidget(self._jalur)
        tata.addLayout(bawah)

    def tampil(self) -> None:
        """Show the state as it is now."""
        antre, kini = self._antre, self._antre.kini
        self._jalur.set([satu.kunci for satu in kini.siap])
        self._kata.setText(self._keadaan())
        set_shown(self._lepas, not kini.kosong)
        if not antre.menunggu:
            self._n_mula = 0

    def _keadaan(self) -> str:
        kini, sisa = self._antre.kini, self._antre.diproses
        self._n_mula = max(self._n_mula, sisa)
        if sisa:
            return text_foto.DISIAPKAN.format(i=self._n_mula - sisa + 1, n=self._n_mula)
        hari = {satu.hari for satu in kini.siap if satu.hari}
        if len(hari) == 1:
            return text_foto.SIAP_HARI.format(n=len(kini.siap), hari=panjang(hari.pop()))
        return text_foto.SIAP.format(n=len(kini.siap)) if kini.siap else text_foto.KOSONG

    def _lepaskan(self) -> None:
        dibuang = self._antre.buang()
        kata = text_foto.DILEPAS.format(n=len(dibuang.antre) + len(dibuang.siap))
        self._host.messages.berhasil(kata, Aksi(text.URUNGKAN, partial(self._antre.pasang, dibuang)))

    def _ditolak(self, satu: Ditolak) -> None:
        self._tolak.append(satu)
        self._tunjukkan()

    def lupakan(self) -> None:
        """Say no more of the files refused until now."""
        self._tolak = []
        self._tunjukkan()

    def _tunjukkan(self) -> None:
        semua = self._tolak
        kata = [text_foto.DITOLAK.format(nama=satu.nama, sebab=satu.sebab) for satu in semua[-_SEBUT:]]
        if len(semua) > _SEBUT:
            kata.append(text_foto.DITOLAK_LAGI.format(n=len(semua) - _SEBUT))
        self._salah.set("\n".join(kata), Role.SALAH)
        set_shown(self._tutup, bool(semua))

    @property
    def ditolak(self) -> str:
        """What is said of refused files, "" when none is."""
        return self._salah.teks() if self._tolak else ""

    def _lihat(self, ke: int) -> None:
        semua = [Lihat(kunci) for kunci in self._jalur.kunci]
        LihatFoto(self, self._host, semua, text_catat.JUDUL, ke).open()
