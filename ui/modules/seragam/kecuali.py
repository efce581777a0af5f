"""*Semua kecuali…*: everybody who can receive is recorded at once, but for the numbers that are typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.seragam import rules
from sipokat_desktop.modules.seragam.model import Barang, HasilSerah, Pemakai
from ui.kit import deret
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian
from ui.kit.host import Host
from ui.kit.labels import Notice
from ui.kit.theme import Role, theme_of

from . import text_tindakan as text
from .cari import siapa
from .isi import Isi
from .kalimat import nama_tempat
from .loket import Catatan
from .text_serah import CARA_PILIHAN

if TYPE_CHECKING:
    from .detail import Detail
    from .penyerahan import Penyerahan

_KATA = deret.Kata(text.KECUALI_SALAH, text.KECUALI_TERBALIK, text.KECUALI_ASING)


class SemuaKecuali(QWidget):
    """The exceptions, and below what recording would do."""

    def __init__(self, isi: Isi, semua: Sequence[Pemakai], catatan: Catatan) -> None:
        super().__init__()
        self._isi, self._catatan = isi, catatan
        belum = [p for p in semua if not (p.sudah or p.kosong)]
        self._nomor = {int(p.nomor) for p in semua if p.nomor.isdigit()}
        self._dapat = [p for p in belum if p.siap]
        self._belum_siap = [p for p in belum if not p.siap]
        self.form = Form([Isian("kecuali", text.KECUALI_LABEL, contoh=text.KECUALI_CONTOH)])
        self._akan, self._stok, self._lain = Notice("", Role.AKSEN), Notice(""), Notice("", Role.REDUP)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(10))
        for bagian in (self.form, self._akan, self._stok, self._lain):
            tata.addWidget(bagian)
        tata.addStretch(1)
        self.setFocusProxy(self.form)

    def ikut(self) -> list[Pemakai]:
        """Return who receives. Raises InputSalah for what is no number, or nobody's."""
        try:
            luar = deret.baca(self.form.nilai()["kecuali"], self._nomor, _KATA)
        except InputSalah as salah:
            raise InputSalah("kecuali", salah.pesan) from salah
        return [p for p in self._dapat if not (p.nomor.isdigit() and int(p.nomor) in luar)]

    def hitung(self) -> int:
        """Say what recording would do; return how many would receive, -1 where that cannot be read."""
        try:
            ikut = self.ikut()
        except InputSalah as salah:
            self._akan.set(salah.pesan, Role.PERHATIAN)
            self._stok.set("")
            return -1
        hitung = Counter[Barang]()
        for p in ikut:
            hitung[p.barang] += p.per_orang
        kata = text.KECUALI_AKAN.format(n=len(ikut), isi=rules.sebut_isi(hitung))
        luar = [p for p in self._dapat if p not in ikut]
        if luar:
            kata += " " + text.KECUALI_TIDAK.format(siapa="; ".join(siapa(p) for p in luar))
        self._akan.set(kata if ikut else text.KECUALI_SEMUA, Role.AKSEN if ikut else Role.PERHATIAN)
        self._stok.set(self._kurang(ikut, hitung), Role.PERHATIAN)
        self._sebut_lain()
        return len(ikut)

    def _kurang(self, ikut: Sequence[Pemakai], hitung: Counter[Barang]) -> str:
        if not ikut:
            return ""
        tempat = self._isi.tempat(self._catatan.cara, ikut[0].lingkup)
        ada = self._isi.ada(tempat)
        kurang = {b: n - ada.get(b, 0) for b, n in hitung.items() if n > ada.get(b, 0)} if ada is not None else {}
        kata = text.KECUALI_KURANG.format(isi=rules.sebut_isi(kurang), tempat=nama_tempat(tempat))
        return kata if kurang else ""

    def _sebut_lain(self) -> None:
        lain = self._belum_siap
        kata = text.KECUALI_BELUM.format(n=len(lain), siapa="; ".join(siapa(p) for p in lain))
        self._lain.set(kata if lain else "", Role.REDUP)


def buka(detail: Detail, host: Host, serah: Penyerahan) -> Sheet | None:
    """Ask who has not received, and record the others as one act; None where that cannot be asked now."""
    dapat = [p for p in detail.di_kelurahan() if p.siap]
    sebab = text.KECUALI_PILIH if len({p.lingkup for p in dapat}) > 1 else "" if dapat else text.KECUALI_TAK_ADA
    catatan = None if sebab else detail.catatan()
    if sebab:
        host.messages.info(sebab)
    if catatan is None:
        return None
    tempat = {p.lingkup for p in dapat}
    semua = [p for p in detail.di_kelurahan() if p.lingkup in tempat]
    return _lembar(detail, serah, SemuaKecuali(detail.isi, semua, catatan), catatan)


def _lembar(detail: Detail, serah: Penyerahan, isi: SemuaKecuali, catatan: Catatan) -> Sheet:
    cara = catatan.acara or CARA_PILIHAN[catatan.cara].lower()
    sub = text.KECUALI_SUB.format(cara=cara, hari=tanggal.panjang(catatan.hari))
    sheet = Sheet(
        text.KECUALI_JUDUL, isi, sub=sub, utama=text.KECUALI_UTAMA_KOSONG, lebar=640,
        kotor=lambda: isi.form.berubah, parent=detail,
    )  # fmt: skip

    def hitung() -> None:
        n = isi.hitung()
        sheet.utama.set_teks(text.KECUALI_UTAMA.format(n=n) if n > 0 else text.KECUALI_UTAMA_KOSONG)
        sheet.utama.setEnabled(n > 0)

    def gagal(error: Exception) -> None:
        sheet.gagal(error, isi=isi.form)

    def simpan() -> None:
        try:
            ikut = isi.ikut()
        except InputSalah as salah:
            gagal(salah)
            return
        if ikut:
            sheet.sibuk(True)
            serah.semua([p.jabatan_id for p in ikut], catatan, lambda hasil: _beres(sheet, hasil), gagal)

    isi.form.diubah.connect(hitung)
    isi.form.simpan.connect(simpan)
    isi.form.batal.connect(sheet.reject)
    sheet.disimpan.connect(simpan)
    hitung()
    sheet.open()
    isi.form.fokus()
    return sheet


def _beres(sheet: Sheet, hasil: object) -> None:
    """Close the sheet; where nobody received it stays and says why."""
    if isinstance(hasil, HasilSerah) and not hasil.diserahkan and hasil.dilewati:
        sheet.gagal(InputSalah("", hasil.dilewati[0].kalimat))
    else:
        sheet.accept()
