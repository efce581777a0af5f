"""The correction of a line after the locking: what its months shall be, and at once what that makes of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import koreksi as ops
from sipokat_desktop.modules.insentif.queries import Baris
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.formulir import Work, sambung
from ui.kit.host import Host
from ui.kit.labels import Notice
from ui.kit.theme import Role, theme_of

from . import text_hidup as text
from .bulan import LAJUR, baca_bulan, isian_bulan
from .isi import Isi

_PPH = Isian("pph", text.KOREKSI_PPH, Jenis.RUPIAH, bantuan=text.KOREKSI_PPH_BANTUAN, bentang=LAJUR)
_ALASAN = Isian("alasan", text.ALASAN, Jenis.PANJANG, contoh=text.KOREKSI_CONTOH, wajib=True, bentang=LAJUR)
_OLEH = Isian("oleh", text.KOREKSI_OLEH, bantuan=text.KOREKSI_OLEH_BANTUAN, bentang=LAJUR)


class _Isian(QWidget):
    """The form with the amounts as they shall be, and below it the consequence in one sentence."""

    def __init__(self, host: Host, isi: Isi, b: Baris) -> None:
        super().__init__()
        self._host, self._nomor, self._no, self._kini = host, isi.daftar.nomor, b.no, dict(b.rincian)
        self.form = Form([*isian_bulan(isi, self._kini), _PPH, _ALASAN, _OLEH], lajur=LAJUR)
        self.form.isi({bulan: rupiah.titik(n) for bulan, n in self._kini.items()})
        self._akibat = Notice("", Role.AKSEN)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(10))
        tata.addWidget(self.form)
        tata.addWidget(self._akibat)
        self.setFocusProxy(self.form)
        self.form.diubah.connect(self._say)
        self._say()

    def _menjadi(self, nilai: dict[str, str]) -> tuple[dict[str, int], int | None]:
        """Return the months that differ from now, and the tax typed. Raises InputSalah."""
        jumlah = {bulan: n for bulan, n in baca_bulan(nilai).items() if n != self._kini.get(bulan, 0)}
        return jumlah, rupiah.baca(nilai["pph"], "pph") if nilai["pph"] else None

    def kerja(self, nilai: dict[str, str]) -> Work:
        """Return the operation that records the correction. Raises InputSalah."""
        jumlah, pph = self._menjadi(nilai)
        alasan, oleh = nilai["alasan"], nilai["oleh"]
        return partial(
            ops.koreksi, self._host.store, self._nomor, self._no, menjadi=jumlah, alasan=alasan, oleh=oleh, pph=pph
        )

    def _say(self) -> None:
        try:
            self._akibat.set(self._kalimat(), Role.AKSEN)
        except InputSalah as exc:
            self._akibat.set(exc.pesan, Role.PERHATIAN)

    def _kalimat(self) -> str:
        jumlah, pph = self._menjadi(self.form.nilai())
        if not jumlah and pph is None:
            return text.KOREKSI_TETAP
        a = ops.lihat(self._host.store.reader(), self._nomor, self._no, menjadi=jumlah, pph=pph)
        kata = text.KOREKSI_AKIBAT.format(
            bruto=rupiah.uang(a.bruto), pph=rupiah.uang(a.pph), diterima=rupiah.uang(a.diterima)
        )
        kata += text.KOREKSI_LEBIH.format(lebih=rupiah.uang(a.lebih)) if a.lebih else ""
        return kata + (f" {a.perlu_oleh}" if a.perlu_oleh else "")


def koreksi(parent: QWidget, host: Host, isi: Isi, b: Baris) -> None:
    """Ask what the months of a locked line shall be, and record the correction."""
    badan = _Isian(host, isi, b)
    form = badan.form
    judul = text.KOREKSI_JUDUL.format(rt=b.nomor_rt, nama=b.nama)
    sheet = Sheet(
        judul, badan, sub=text.KOREKSI_SUB, utama=text.KOREKSI_UTAMA, lebar=620, kotor=lambda: form.berubah,
        parent=parent,
    )  # fmt: skip
    form.simpan.connect(sheet.disimpan)
    form.batal.connect(sheet.reject)
    sambung(host, sheet, form, badan.kerja, text.KOREKSI_SELESAI.format(rt=b.nomor_rt))
    sheet.open()
    form.fokus()
