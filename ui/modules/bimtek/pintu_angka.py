"""The figures of the door: how many are present of those invited, by mark, at this door and at all, counted behind."""

from __future__ import annotations

from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from sipokat_desktop.modules.bimtek import queries
from sipokat_desktop.modules.bimtek.hadir_model import Angka
from sipokat_desktop.modules.rt import indeks
from ui.kit.cards import Card
from ui.kit.host import Host
from ui.kit.jobs import Job
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.theme import Role, Theme

from . import text_pintu as text
from .pintu_kata import tanda
from .pintu_kerja import KerjaPintu

LIHAT_MS = 700
"""How often the store is asked whether anything was written; the question costs microseconds."""


ISTIRAHAT = 2
"""So many times as long as the last count took nothing is counted: with many invited the answers come first."""


class Hitungan(NamedTuple):
    """The figures of the session, and how many people came in at this door and at all doors."""

    angka: Angka
    di_sini: int
    semua: int


class Penghitung(QObject):
    """Counts in the background when the store changed, by this door or by the sync; ``terhitung`` carries it."""

    terhitung = Signal(object)

    def __init__(self, host: Host, kerja: KerjaPintu) -> None:
        super().__init__(kerja)
        self._host, self._kerja = host, kerja
        self._versi = -1
        self._job: Job | None = None
        self._mulai = self._lagi = 0.0
        self._lihat = QTimer(self, interval=LIHAT_MS)
        self._lihat.timeout.connect(self.lihat)
        self._lihat.start()
        self.lihat()

    def lihat(self) -> None:
        """Count if something was written since."""
        versi = int(self._host.store.reader().execute("PRAGMA data_version").fetchone()[0])
        if versi != self._versi and (self._job is None or self._job.selesai) and monotonic() >= self._lagi:
            self._versi, self._mulai = versi, monotonic()
            self._job = self._host.jobs.run(
                self._hitung, apa=text.MENGHITUNG, done=self._usai, failed=self._gagal, owner=self
            )

    def _hitung(self) -> Hitungan:
        k = self._kerja
        indeks.segarkan(self._host.store)
        per_pintu = queries.per_pintu(self._host.store.reader(), k.sesi_id)
        return Hitungan(k.pintu.angka(), per_pintu.get(k.nama, 0), sum(per_pintu.values()))

    def _usai(self, hitungan: Hitungan) -> None:
        kini = monotonic()
        self._lagi = kini + ISTIRAHAT * (kini - self._mulai)
        self.terhitung.emit(hitungan)

    def _gagal(self, _salah: Exception) -> None:
        """Count again at the next look: the figures shown are a little older meanwhile."""
        self._versi = -1

    def berhenti(self) -> None:
        """Look no more."""
        self._lihat.stop()


class KartuHadir(Card):
    """The figures as they are read from some metres away."""

    def __init__(self) -> None:
        super().__init__(margin=14, spacing=4)
        self._besar = Label("", Gaya.ANGKA)
        self._dari = Label("", Gaya.ISI, role=Role.REDUP)
        self._tanda = Label("", Gaya.ISI, lipat=True)
        self._pintu = Label("", Gaya.TEBAL, lipat=True)
        atas = QHBoxLayout()
        atas.addWidget(self._besar)
        atas.addWidget(self._dari, 1)
        self.add_layout(atas)
        self.add(self._tanda)
        self.add(self._pintu)
        self._besarkan(self._theme)

    def set(self, hitungan: Hitungan) -> None:
        """Show other figures."""
        a = hitungan.angka
        self._besar.setText(_ribuan(a.datang_undangan))
        self._dari.setText(f"{text.HADIR} {text.DARI.format(n=_ribuan(a.diundang))}")
        bagian = [(tanda(satu), getattr(a, satu)) for satu in ("diwakili", "izin", "sakit", "alpa")]
        bagian += [(text.BELUM, a.belum), (text.TANPA, a.tanpa_undangan), (text.BEDA, a.beda)]
        selalu = 5
        kata = [
            text.PER_TANDA.format(tanda=kata, n=_ribuan(n)) for ke, (kata, n) in enumerate(bagian) if n or ke < selalu
        ]
        self._tanda.setText(" · ".join(kata))
        pintu = (text.PINTU_INI.format(n=_ribuan(hitungan.di_sini)), text.SEMUA_PINTU.format(n=_ribuan(hitungan.semua)))
        self._pintu.setText(" · ".join(pintu))
        set_shown(self._pintu, True)

    def kata(self) -> str:
        """Return all words shown."""
        semua = (self._besar, self._dari, self._tanda, self._pintu)
        return " ".join(satu.text() for satu in semua).replace("\u00a0", " ")

    def _besarkan(self, theme: Theme) -> None:
        self._besar.setFont(theme.font(44, tebal=700))

    def retheme(self, theme: Theme) -> None:
        """Take colours, fonts and sizes from ``theme``."""
        super().retheme(theme)
        if hasattr(self, "_besar"):
            self._besar.retheme(theme)
            self._besarkan(theme)


def _ribuan(n: int) -> str:
    return f"{n:,}".replace(",", ".")
