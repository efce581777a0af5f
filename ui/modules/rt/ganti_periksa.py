"""The last step of a change of head: what will be recorded, how the month falls, what was handed over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.rt import text as rt
from sipokat_desktop.modules.rt.barang import AWALAN
from sipokat_desktop.modules.rt.ganti import RencanaGanti
from sipokat_desktop.modules.rt.queries import BarisRoster
from sipokat_desktop.storage.module import Belonging
from ui.kit.form import Form
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.theme import Role, theme_of

from . import text
from .ganti_isian import serah


class Periksa(QWidget):
    """The plan in words above, the hand-over below."""

    def __init__(self, b: BarisRoster, barang: Sequence[Belonging], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._b = b
        self._kata: list[QWidget] = []
        self.awal = {"cetak": "ya"} | _usul(barang)
        """What stands in the inputs before anybody chose."""
        self.form = Form(serah(barang, diganti=bool(b.masa_id)), lajur=2)
        self.form.isi(self.awal)
        theme = theme_of(self)
        self._rencana = QVBoxLayout()
        self._rencana.setSpacing(theme.px(6))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(14))
        box.addLayout(self._rencana)
        box.addWidget(self.form)
        box.addStretch(1)

    def tunjukkan(self, rencana: RencanaGanti, lama: Mapping[str, str]) -> None:
        """Show what the change will do; what nobody chose follows what the reason proposes."""
        self._usulkan(rencana.barang)
        for usang in self._kata:
            self._rencana.removeWidget(usang)
            usang.hide()
            usang.deleteLater()
        self._kata = []
        self._bagian(text.GANTI_RINGKAS, self._ringkas(rencana, lama))
        self._bagian(text.GANTI_BULAN, [satu.kalimat for satu in rencana.bulan])
        self._bagian(text.GANTI_INSENTIF, rencana.insentif)
        for ragu in rencana.awas:
            self._tambah(Notice(ragu.kalimat, Role.PERHATIAN))

    def _usulkan(self, barang: Sequence[Belonging]) -> None:
        for kunci, usul in _usul(barang).items():
            field = self.form.field(kunci)
            if usul != self.awal[kunci] == field.nilai():
                field.isi(usul)
            self.awal[kunci] = usul

    def _ringkas(self, rencana: RencanaGanti, lama: Mapping[str, str]) -> list[str]:
        alasan = rt.ALASAN_AKHIR.get(lama.get("alasan_akhir", ""), "").lower()
        isi = []
        if rencana.akhir_lama:
            hari = tanggal.panjang(rencana.akhir_lama)
            isi.append(text.GANTI_BERHENTI.format(nama=rencana.lama, hari=hari, alasan=alasan))
        if rencana.mulai_baru:
            isi.append(text.GANTI_MULAI.format(nama=rencana.baru, hari=tanggal.panjang(rencana.mulai_baru)))
        return isi

    def _bagian(self, judul: str, kalimat: Sequence[str]) -> None:
        if not kalimat:
            return
        self._tambah(Label(judul, Gaya.SUBJUDUL))
        for satu in kalimat:
            self._tambah(Label(satu, lipat=True))

    def _tambah(self, kata: QWidget) -> None:
        self._kata.append(kata)
        self._rencana.addWidget(kata)


def _usul(barang: Sequence[Belonging]) -> dict[str, str]:
    return {f"{AWALAN}{b.id}": b.default for b in barang}
