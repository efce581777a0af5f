"""One session at the door: joins line, answers, choice, buttons and figures to the work behind them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.bimtek.model import Sesi
from sipokat_desktop.modules.bimtek.tanda import ALPA, DIWAKILI, HADIR, IZIN, KETIK, PINDAI, SAKIT, SENTUH
from ui.kit.host import Host
from ui.kit.labels import set_shown
from ui.kit.theme import Role

from . import pintu_kata as kata
from . import text_pintu as text
from .pintu_angka import Penghitung
from .pintu_baris import baris_orang
from .pintu_isian import IsianPintu
from .pintu_kata import Tampilan
from .pintu_kerja import Calon, KerjaPintu, Pilihan
from .pintu_papan import MejaPintu
from .pintu_setelan import SetelanPintu
from .pintu_tampil import TampilPintu

GANDA_MS = 300
"""An Enter this soon after the choice was shown still belongs to the line before."""
ASING_MS = 700
"""Between two windows of this program nobody has the keyboard for a moment: that is not worth a warning."""
_K = Qt.Key
_ARAH: dict[int, int] = {_K.Key_Up: -1, _K.Key_Down: 1, _K.Key_PageUp: -5, _K.Key_PageDown: 5}


class SesiPintu(QWidget):
    """``minta_tutup`` comes when somebody said twice to close, ``minta_fokus`` when the line wants the keyboard."""

    minta_tutup = Signal()
    minta_fokus = Signal()

    def __init__(self, host: Host, sesi: Sesi, kegiatan: str, nama: str) -> None:
        super().__init__()
        self._host = host
        self.kerja = KerjaPintu(host, sesi.sesi_id, nama, self)
        self.isian = IsianPintu(self.kerja.kenal)
        self.meja = MejaPintu(self.isian)
        self._pilihan: Pilihan | None = None
        self._wakil: Calon | None = None
        self._setelan = SetelanPintu(host, self.meja)
        self._layar = TampilPintu(self.meja, self.kerja, self._setelan)
        self._baru_memilih = QTimer(self, interval=GANDA_MS, singleShot=True)
        self._asing = QTimer(self, interval=ASING_MS, singleShot=True)
        self._asing.timeout.connect(partial(set_shown, self.meja.tak_aktif, True))
        self._hitung = Penghitung(host, self.kerja)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.meja)
        kapan = " · ".join(filter(None, (tanggal.lengkap(sesi.hari), sesi.waktu, sesi.di)))
        self.meja.judul.setText(f"{nama} · {sesi.judul}")
        self.meja.sub.setText(f"{kegiatan} · {kapan}")
        self._perintah: dict[int, Callable[[], object]] = {
            _K.Key_F1: self._bantuan, _K.Key_F2: partial(self._tandai, IZIN), _K.Key_F3: partial(self._tandai, SAKIT),
            _K.Key_F4: partial(self._tandai, ALPA), _K.Key_F6: partial(self._tandai, DIWAKILI),
            _K.Key_F7: self._setelan.ganti_suara, _K.Key_F8: self._setelan.ganti_papan, _K.Key_F9: self._tetap,
            _K.Key_F12: self._tutup, _K.Key_Escape: self._mundur, _K.Key_Delete: self._batal_terpilih,
        }  # fmt: skip
        self._sambung()
        self._tanya_biasa()
        self._layar.segarkan()

    def _sambung(self) -> None:
        meja, kerja = self.meja, self.kerja
        self.isian.dipindai.connect(self._dipindai)
        self.isian.dikirim.connect(self._dikirim)
        self.isian.tombol.connect(self._tombol)
        kerja.tampil.connect(self._layar.tampil)
        kerja.pilihan.connect(self._memilih)
        kerja.tanya_wakil.connect(self._tanya_wakil)
        kerja.berubah.connect(self._layar.nanti)
        self._hitung.terhitung.connect(meja.hadir.set)
        for tombol, tanda in ((meja.izin, IZIN), (meja.sakit, SAKIT), (meja.alpa, ALPA), (meja.wakil, DIWAKILI)):
            tombol.clicked.connect(partial(self._tandai, tanda))
        tekan: tuple[tuple[object, Callable[[], object]], ...] = (
            (meja.tetap, self._tetap), (meja.batal, self._batal), (meja.suara, self._setelan.ganti_suara),
            (meja.tombol_papan, self._setelan.ganti_papan), (meja.tutup, self.tanya_tutup),
            (meja.palang.ya, self._tutup), (meja.palang.tidak, self._mundur), (meja.tak_aktif, self.minta_fokus.emit),
        )  # fmt: skip
        for tombol_, lakukan in tekan:
            tombol_.clicked.connect(lakukan)  # type: ignore[attr-defined]
        meja.papan.ditekan.connect(self.isian.tekan)
        meja.daftar.disentuh.connect(self._lihat)
        meja.pilih.disentuh.connect(partial(self._ambil_pilihan, SENTUH))

    # what comes in

    def _dipindai(self, kode: str) -> None:
        terbuang = self._wakil
        self._tanya_biasa()
        self.kerja.terima(kode, PINDAI)
        if terbuang is not None and terbuang.jawab.orang is not None:
            self._layar.terbuang(terbuang.jawab.orang.kata)

    def _dikirim(self, teks: str, cara: str) -> None:
        if self._wakil is not None and cara != PINDAI:
            calon = self._wakil
            self._tanya_biasa()
            self.kerja.wakili(calon, teks)
        elif self._pilihan is not None and teks == self._pilihan.teks:
            if not self._baru_memilih.isActive():
                self._ambil_pilihan(cara, self.meja.pilih.terpilih)
            return
        else:
            self._terima(teks, cara)
            return
        self.isian.selesai()

    def _terima(self, teks: str, cara: str, tanda: str = HADIR) -> None:
        self._tanya_biasa()
        terjawab = self.kerja.terima(teks, cara, tanda)
        if not terjawab:
            self._layar.ingatkan(text.TUNGGU, text.TUNGGU_ISI)
        if self._wakil is None:
            self.isian.selesai(tetap=self._pilihan is not None or not terjawab)

    def _memilih(self, pilihan: Pilihan) -> None:
        self._pilihan, self._layar.tertutup = pilihan, True
        jawab = pilihan.jawab
        judul = text.PILIH_LEBIH if jawab.lebih else text.PILIH_ISI
        self.meja.pilih_judul.setText(judul.format(n=len(jawab.pilihan), teks=pilihan.teks))
        self.meja.tampilkan_pilihan(True)
        self.meja.pilih.set([baris_orang(*satu) for satu in zip(jawab.pilihan, pilihan.keadaan, strict=True)], 0)
        self._baru_memilih.start()
        self._setelan.bunyi(Role.PERHATIAN)

    def _ambil_pilihan(self, cara: str, ke: int) -> None:
        pilihan = self._pilihan
        if pilihan is None or not 0 <= ke < len(pilihan.jawab.pilihan):
            return
        self._tanya_biasa()
        self.isian.bersihkan()
        self.kerja.pilih(pilihan._replace(cara=cara), pilihan.jawab.pilihan[ke].jabatan_id)

    def _tanya_wakil(self, calon: Calon) -> None:
        self._wakil, self._layar.tertutup = calon, True
        siapa = calon.jawab.orang.kata if calon.jawab.orang else ""
        self.isian.bersihkan()
        self.meja.label.setText(text.LABEL_WAKIL.format(siapa=siapa))
        self.isian.setPlaceholderText(text.CONTOH_WAKIL)
        self.isian.setAccessibleName(self.meja.label.text())
        orang = (kata.siapa(calon.jawab.orang), kata.tempat(calon.jawab.orang))
        self._layar.tulis(Tampilan(Role.AKSEN, text.TANYA_WAKIL, *orang, petunjuk=text.PETUNJUK_WAKIL))

    def _tanya_biasa(self) -> None:
        """Take the next one: no choice, no proxy, no question whether to close."""
        self._pilihan = self._wakil = None
        self._layar.tertutup = False
        self.meja.label.setText(text.LABEL)
        self.isian.setPlaceholderText(text.CONTOH)
        self.isian.setAccessibleName(text.CONTOH)
        self.meja.tampilkan_pilihan(False)
        set_shown(self.meja.palang, False)

    def aktif(self, di_sini: bool) -> None:
        """Say aloud when another program has the keyboard: scans would go there."""
        if di_sini:
            self._asing.stop()
            set_shown(self.meja.tak_aktif, False)
        else:
            self._asing.start()

    # keys and buttons

    def _tombol(self, event: QKeyEvent) -> None:
        kunci = event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if kunci == _K.Key_Z:
                self._batal()
        elif kunci in _ARAH:
            self._geser(_ARAH[kunci])
        elif kunci in self._perintah:
            self._perintah[kunci]()

    def _geser(self, jauh: int) -> None:
        if self._pilihan is not None:
            self.meja.pilih.geser(jauh)
        else:
            self.meja.daftar.geser(jauh)
            self._lihat(self.meja.daftar.terpilih)

    def _lihat(self, ke: int) -> None:
        """Show a scan of the list again, to take it back or to give another mark."""
        self._tanya_biasa()
        self._layar.lihat(ke)

    def _tandai(self, tanda: str) -> None:
        """Give a mark to whom is typed, chosen, or shown."""
        ketikan, e = self.isian.ketikan, self._layar.entri
        if self._wakil is not None:
            return
        if self._pilihan is not None and ketikan == self._pilihan.teks:
            self._pilihan = self._pilihan._replace(tanda=tanda)
            self._ambil_pilihan(KETIK, self.meja.pilih.terpilih)
        elif ketikan:
            self._terima(ketikan, KETIK, tanda)
        elif e is not None and e.orang is not None:
            self._tanya_biasa()
            self.isian.bersihkan()
            self.kerja.tandai(e, tanda)
        else:
            self._layar.ingatkan(text.SIAPA, text.TARGET_KOSONG)

    def _tetap(self) -> None:
        e = self._layar.entri
        if e is not None:
            self.kerja.tetap(e)

    def _batal(self) -> None:
        """Take back the scan chosen in the list, else the last one."""
        if not self.kerja.batalkan(self._layar.dipilih):
            self._layar.ingatkan(text.BATALKAN, text.TAK_ADA_BATAL)

    def _batal_terpilih(self) -> None:
        if self._layar.dipilih is not None:
            self._batal()

    def _bantuan(self) -> None:
        self._layar.tulis(Tampilan(Role.AKSEN, text.BANTUAN_KATA, kejadian=text.BANTUAN))

    # leaving

    def _mundur(self) -> None:
        """Esc: back from what is open; with nothing open, ask whether to close."""
        if self.meja.palang.isVisible():
            set_shown(self.meja.palang, False)
        elif self._pilihan is not None or self._wakil is not None or self.isian.text():
            self._tanya_biasa()
            self.isian.bersihkan()
            self._layar.segarkan()
        else:
            self.tanya_tutup()

    def tanya_tutup(self) -> None:
        """Ask whether to close; scans go on, and the next one answers no."""
        gagal = self.kerja.gagal
        self.meja.palang.katakan(text.TUTUP_GAGAL.format(n=gagal) if gagal else text.TUTUP_TANYA)
        set_shown(self.meja.palang, True)

    def _tutup(self) -> None:
        if self.meja.palang.isVisible():
            menunggu = len(self.kerja.antrean)
            if menunggu:
                self.meja.palang.katakan(text.TUTUP_MENUNGGU.format(n=menunggu))
            self.minta_tutup.emit()

    @property
    def jadi_tutup(self) -> bool:
        """Tell whether nobody has thought better of it since, and no scan came."""
        return self.meja.palang.isVisible()

    @property
    def menunggu(self) -> bool:
        """Tell whether something is not written yet."""
        return bool(len(self.kerja.antrean))

    def habiskan(self) -> None:
        """Write all that waits, here and now."""
        self.kerja.antrean.habiskan()

    def berhenti(self) -> None:
        """Count no more, and tell the window behind what was changed."""
        self._hitung.berhenti()
        self.kerja.tutup()
