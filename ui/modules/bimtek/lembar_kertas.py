"""The signed paper list typed afterwards: the numbers that signed, or all but some; what it would record is said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import hadir_queries, lembar_ops
from sipokat_desktop.modules.bimtek.hadir_model import Baris, HasilBanyak
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.theme import Role, theme_of

from . import kalimat
from . import text_catat as text

if TYPE_CHECKING:
    from .detail import Detail


class Akan(NamedTuple):
    """What typing would record: new marks, those that stand so already, those with another mark."""

    baru: Sequence[Baris]
    sama: Sequence[Baris]
    lain: Sequence[Baris]


class LembarKertas(QWidget):
    """Which list, the numbers, and below what recording would do."""

    def __init__(self, host: Host, sesi_id: str, lingkup: Sequence[tuple[str, str]], awal: str) -> None:
        super().__init__()
        self._host, self._sesi_id = host, sesi_id
        daftar = (Isian("lingkup", text.LEMBAR_DAFTAR, Jenis.PILIHAN, pilihan=tuple(lingkup)),)
        self.form = Form(
            (
                *(daftar if len(lingkup) > 1 else ()),
                Isian("kode", text.LEMBAR_KODE, contoh=text.LEMBAR_KODE_CONTOH),
                Isian("cara", text.LEMBAR_CARA, Jenis.PILIHAN, pilihan=text.LEMBAR_CARA_PILIHAN),
                Isian("nomor", text.LEMBAR_NOMOR, contoh=text.LEMBAR_NOMOR_CONTOH),
            )
        )
        self._awal = lingkup[0][0]
        self.form.isi({"lingkup": awal or self._awal, "kode": "", "cara": text.LEMBAR_CARA_PILIHAN[0][0], "nomor": ""})
        self._akan, self._rinci = Notice("", Role.AKSEN), Label("", Gaya.KECIL, lipat=True)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(10))
        for bagian in (self.form, self._akan, self._rinci):
            tata.addWidget(bagian)
        tata.addStretch(1)
        self.setFocusProxy(self.form)

    @property
    def lingkup(self) -> str:
        """Whose list is typed."""
        return self.form.nilai().get("lingkup", "") or self._awal

    @property
    def kode(self) -> str:
        """The code of the printed list as typed."""
        return self.form.nilai()["kode"]

    @property
    def kecuali(self) -> bool:
        """Whether the numbers are of those that did not sign."""
        return self.form.nilai()["cara"] == "kecuali"

    @property
    def nomor(self) -> str:
        """The numbers as typed."""
        return self.form.nilai()["nomor"]

    def baca(self) -> Akan:
        """Return what recording would do. Raises InputSalah for the code of another list, and for what is no number of
        this one."""
        semua = lembar_ops.pilih_nomor(
            self._host.store.reader(), self._sesi_id, self.nomor, lingkup=self.lingkup, kode=self.kode,
            kecuali=self.kecuali,
        )  # fmt: skip
        baru = [b for b in semua if not b.keadaan.tercatat or b.keadaan.cara == "sisa"]
        sama = [b for b in semua if b.keadaan.tanda == "hadir"]
        lain = [b for b in semua if b not in baru and b not in sama]
        return Akan(baru, sama, lain)

    def hitung(self) -> int:
        """Say what recording would do; return how many would be recorded, 0 where that cannot be read."""
        if len(self.kode) < lembar_ops.PANJANG_KODE or not (self.nomor or self.kecuali):
            self._katakan(text.LEMBAR_NIHIL.format(n=self._panjang()), Role.REDUP)
            return 0
        try:
            akan = self.baca()
        except InputSalah as salah:
            self._katakan(salah.pesan, Role.PERHATIAN)
            return 0
        kata = text.LEMBAR_AKAN.format(n=len(akan.baru)) if akan.baru else text.LEMBAR_TIDAK_ADA
        self._katakan(kata, Role.AKSEN if akan.baru else Role.REDUP, _rinci(akan))
        return len(akan.baru)

    def _panjang(self) -> int:
        semua = hadir_queries.daftar(self._host.store.reader(), self._sesi_id, lingkup=self.lingkup)
        return sum(b.orang.diundang for b in semua)

    def _katakan(self, kata: str, peran: Role, rinci: str = "") -> None:
        self._akan.set(kata, peran)
        self._rinci.setText(rinci)


def _rinci(akan: Akan) -> str:
    """Say who is meant, and who is left as he is."""
    bagian = [_sebut(akan.baru)] if akan.baru else []
    bagian += [text.LEMBAR_SAMA.format(n=len(akan.sama))] if akan.sama else []
    bagian += [text.LEMBAR_LAIN.format(n=len(akan.lain), siapa=_sebut(akan.lain))] if akan.lain else []
    return "\n".join(bagian)


def _sebut(semua: Sequence[Baris]) -> str:
    return "; ".join(text.LEMBAR_SIAPA.format(no=b.no, nama=b.orang.nama or f"RT {b.orang.nomor}") for b in semua)


def daftar(host: Host, ada: Sequence[str]) -> list[tuple[str, str]]:
    """Return the lists that can be typed: of all people here as printed in one, of each kecamatan or kelurahan."""
    kelurahan = sorted(set(ada))
    if not host.beberapa:
        return [(host.kantor, wilayah.nama_kantor(host.kantor))]
    kecamatan = dict.fromkeys(map(wilayah.kecamatan_dari, kelurahan)) if host.di_kota else {}
    tempat = [host.kantor, *kecamatan, *kelurahan]
    return [(satu, text.LEMBAR_SEMUA if satu == host.kantor else wilayah.nama_kantor(satu)) for satu in tempat]


def buka(detail: Detail, host: Host) -> Sheet:
    """Ask for the numbers of the chosen session's list, and record them as one act."""
    isi = detail.isi
    sesi = isi.satu_sesi
    assert sesi is not None
    lembar = LembarKertas(host, isi.sesi_id, daftar(host, [p.lingkup for p in isi.peserta]), detail.kelurahan)
    sheet = Sheet(
        text.LEMBAR_JUDUL, lembar, sub=text.LEMBAR_SUB.format(sesi=kalimat.sebut(sesi)), lebar=640,
        utama=text.LEMBAR_UTAMA_KOSONG, kotor=lambda: bool(lembar.nomor or lembar.kode), parent=detail,
    )  # fmt: skip

    def hitung() -> None:
        n = lembar.hitung()
        sheet.utama.set_teks(text.LEMBAR_UTAMA.format(n=n) if n else text.LEMBAR_UTAMA_KOSONG)
        sheet.utama.setEnabled(bool(n))

    def simpan() -> None:
        if not sheet.utama.isEnabled():
            return
        sheet.sibuk(True)
        work = partial(
            lembar_ops.catat_lembar, host.store, isi.sesi_id, lembar.nomor, lingkup=lembar.lingkup,
            kode=lembar.kode, kecuali=lembar.kecuali,
        )  # fmt: skip
        host.act(
            work, said=_said, done=lambda _hasil: sheet.accept(), failed=partial(sheet.gagal, isi=lembar.form),
            owner=sheet,
        )  # fmt: skip

    lembar.form.diubah.connect(hitung)
    lembar.form.simpan.connect(simpan)
    lembar.form.batal.connect(sheet.reject)
    sheet.disimpan.connect(simpan)
    hitung()
    sheet.open()
    lembar.form.fokus("kode")
    return sheet


def _said(hasil: object) -> str:
    return text.LEMBAR_SELESAI.format(n=hasil.tertulis) if isinstance(hasil, HasilBanyak) else ""
