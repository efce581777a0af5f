"""Duplicates made one: likely pairs side by side, the one that stays chosen, or told apart for good."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.usulan import ops, queries
from sipokat_desktop.modules.usulan.model import Pasangan, Usulan
from sipokat_desktop.storage.store import Store
from ui.kit import text as kit
from ui.kit.buttons import Aksi
from ui.kit.days import panjang
from ui.kit.dialog import Sheet, table_height
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work, buka
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.pairs import Pairs
from ui.kit.sides import Pilah
from ui.kit.theme import Role, theme_of

from . import text_lembar as text

_TETAP = "tetap"


def pilih(parent: QWidget, host: Host, semua: Sequence[Usulan]) -> Sheet:
    """Merge the chosen proposals into one of them: the one that went furthest is offered."""
    ids = [u.usulan_id for u in semua]
    judul = {u.usulan_id: u.judul for u in semua}

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.gabungkan, host.store, nilai[_TETAP], ids)

    def kata(id: object) -> str:
        return text.DIGABUNG.format(n=len(ids), judul=judul[str(id)])

    pilihan = tuple((u.usulan_id, text.SATU_TETAP.format(siapa=u.kata_rt, judul=u.judul)) for u in semua)
    f = Formulir(
        text.GABUNG_JUDUL, (Isian(_TETAP, text.L_TETAP, Jenis.PILIHAN, pilihan=pilihan, wajib=True),), kerja, kata,
        {_TETAP: _usul(semua).usulan_id}, utama=text.GABUNG_UTAMA, lebar=720, sub=text.GABUNG_SUB,
    )  # fmt: skip
    return buka(parent, host, f)


def _usul(semua: Sequence[Usulan]) -> Usulan:
    """Return the proposal that likely stays: others are merged into it already, it has more filled in."""
    return max(semua, key=lambda u: (len(u.anggota), u.status != "draf", u.biaya is not None, len(u.uraian)))


class Kembar(Pairs[Pasangan]):
    """Likely pairs at the left; at the right both with what is known of them, one to be chosen."""

    def __init__(self, host: Host, lingkup: str, tahun: int) -> None:
        kosong = (text.KEMBAR_KOSONG, text.KEMBAR_KOSONG_ISI)
        super().__init__(host, text.KEMBAR_KOLOM, kosong, text.KEMBAR_MENCARI)
        self._lingkup, self._tahun = lingkup, tahun
        self.muat()

    def tetap(self) -> Usulan | None:
        """Return the proposal of the chosen pair that stays."""
        p = self.pasangan
        if p is None:
            return None
        return (p.satu, p.dua)[self.sisi()[_TETAP]]

    def cari(self) -> Callable[[], Mapping[str, Pasangan]]:
        """Return what looks for proposals of the year that may be the same."""
        return partial(_cari, self._host.store, self._lingkup, self._tahun)

    def baris(self, p: Pasangan) -> tuple[str, ...]:
        """Return both RTs and what is proposed."""
        return (text.KEMBAR_BERDUA.format(satu=p.satu.kata_rt, dua=p.dua.kata_rt, judul=p.satu.judul),)

    def tunjukkan(self, p: Pasangan) -> None:
        """Show why both may be the same, which one stays, and the facts of both."""
        dua = (p.satu, p.dua)
        saran = dua.index(_usul(dua))
        self.tambah(Label(text.KEMBAR_SEBAB.format(sebab=", ".join(p.sebab)), Gaya.KECIL, lipat=True))
        self.pilah(
            (p.satu.kata_pengusul, p.dua.kata_pengusul),
            [Pilah(_TETAP, text.KEMBAR_TETAP, (p.satu.judul, p.dua.judul), saran)],
        )
        self.tambah(_berdampingan(dua))


def _cari(store: Store, lingkup: str, tahun: int) -> dict[str, Pasangan]:
    semua = queries.kembar(store.reader(), lingkup=lingkup, tahun=tahun)
    return {f"{p.satu.usulan_id}|{p.dua.usulan_id}": p for p in semua}


def _berdampingan(dua: Sequence[Usulan]) -> QWidget:
    """Return what is known of both, a fact a line."""
    wadah = QWidget()
    theme = theme_of(wadah)
    grid = QGridLayout(wadah)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(10))
    grid.setVerticalSpacing(theme.px(2))
    baris = 0
    for label, nilai in zip(text.FAKTA, zip(*map(_fakta, dua), strict=True), strict=True):
        if any(nilai):
            grid.addWidget(Label(label, Gaya.KECIL, parent=wadah), baris, 0, 1, 2)
            for ke, kata in enumerate(nilai):
                beda = Role.TEKS if len(set(nilai)) == 1 else Role.AKSEN
                grid.addWidget(Label(kata or text.KEMBAR_TAK_ADA, role=beda, lipat=True, parent=wadah), baris + 1, ke)
            baris += 2
    for ke in range(len(dua)):
        grid.setColumnStretch(ke, 1)
    return wadah


def _fakta(u: Usulan) -> tuple[str, ...]:
    status = f"{u.kata_status}, {panjang(u.status_tanggal)}" if u.status_tanggal else u.kata_status
    kk = "" if u.kk_semua is None else rupiah.titik(u.kk_semua)
    return (u.lokasi, u.kata_volume, u.kata_biaya, kk, status, u.uraian)


def kembar(parent: QWidget, host: Host, lingkup: str, tahun: int) -> Sheet:
    """Show the proposals of a year that may be the same, and merge them or remember that they are two."""
    isi = Kembar(host, lingkup, tahun)
    isi.setMinimumHeight(table_height(parent))
    sheet = Sheet(
        text.KEMBAR_JUDUL, isi, sub=text.KEMBAR_SUB, utama=text.GABUNG_UTAMA, kedua=kit.TUTUP, lebar=1120,
        parent=parent,
    )  # fmt: skip

    def gabung() -> None:
        p, tetap = isi.pasangan, isi.tetap()
        if p is None or tetap is None:
            return
        sheet.sibuk(True)
        said = text.DIGABUNG.format(n=2, judul=tetap.judul)
        work = partial(ops.gabungkan, host.store, tetap.usulan_id, [p.satu.usulan_id, p.dua.usulan_id])
        beres = lambda _v: sheet.pesan.berhasil(said, host.urungkan)  # noqa: E731
        host.act(work, said=said, done=beres, failed=sheet.gagal, owner=sheet)

    def bukan() -> None:
        p = isi.pasangan
        if p is not None:
            kerja = partial(ops.bukan_kembar, host.store, p.satu.usulan_id, p.dua.usulan_id)
            isi.bedakan(sheet, kerja, text.KEMBAR_MENYIMPAN, text.KEMBAR_DIINGAT)

    sheet.tambah_tombol(Aksi(text.KEMBAR_BUKAN, bukan, "Alt+B"))
    isi.dipilih.connect(lambda ada: sheet.sibuk(not ada))
    sheet.sibuk(True)
    sheet.disimpan.connect(gabung)
    sheet.open()
    return sheet
