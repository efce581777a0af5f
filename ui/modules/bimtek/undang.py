"""The sheet in which heads of RT are invited: all, by kecamatan or kelurahan, or ticked one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sipokat_desktop.kernel import pencarian, wilayah
from sipokat_desktop.modules.bimtek import ops, queries
from sipokat_desktop.modules.bimtek.model import Calon, Sesi
from ui.kit.buttons import Aksi, SecondaryButton
from ui.kit.cards import Card, EmptyState
from ui.kit.chips import ChipRow
from ui.kit.dialog import Sheet, table_height
from ui.kit.filter import FilterField
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role, theme_of

from . import text_undang as text
from .isi import Isi
from .undang_tindakan import kalimat

SEMUA, WILAYAH, PILIH = (kunci for kunci, _ in text.CARA)
_TERBANYAK = 3000
"""So many rows are shown at once to be ticked; the search reaches the rest."""


class Pilihan(QWidget):
    """Whom to invite; ``diubah`` comes with every other choice."""

    diubah = Signal()

    def __init__(self, calon: Sequence[Calon], sesi: Sequence[Sesi], *, kota: bool) -> None:
        super().__init__()
        self._kota, self._sesi = kota, sesi
        self._bisa = [c for c in calon if not c.undangan_id and not c.kosong]
        self._sudah = sum(bool(c.undangan_id) for c in calon)
        self._lowong = sum(c.kosong and not c.undangan_id for c in calon)
        self._kunci: dict[str, str] = {}
        apa = text.KECAMATAN if kota else text.KELURAHAN
        self._beberapa = len({self._tempat(c) for c in calon}) > 1
        cara = [(k, kata.format(apa=apa)) for k, kata in text.CARA if k != WILAYAH or self._beberapa]
        self._chips = ChipRow(cara)
        self._chips.set_jumlah(dict.fromkeys((k for k, _ in cara), len(self._bisa)))
        self._tumpuk = QStackedWidget()
        self._wilayah = DataTable(_kolom_wilayah(kota=kota), bertanda=True)
        self._daftar = DataTable(_KOLOM_DAFTAR, bertanda=True)
        self._cari = FilterField(text.CARI)
        self._ditandai: set[str] = set()
        self._tampak: list[Calon] = []
        self._akan, self._lain = Notice("", Role.AKSEN), Label("", Gaya.KECIL, lipat=True)
        self._build(calon)
        self._connect()
        self._pilih_cara(SEMUA)

    def _build(self, calon: Sequence[Calon]) -> None:
        for bagian in (_kartu(self._wilayah), self._layar_daftar()):
            self._tumpuk.addWidget(bagian)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(8))
        tata.addWidget(self._chips)
        tata.addWidget(self._tumpuk, 1)
        tata.addWidget(self._akan)
        tata.addWidget(self._lain)
        self._isi_wilayah(calon)
        self._isi_daftar()
        self.setFocusProxy(self._chips)

    def _layar_daftar(self) -> QWidget:
        layar = QWidget()
        atas, tata = QHBoxLayout(), QVBoxLayout(layar)
        atas.addWidget(self._cari, 1)
        atas.addWidget(SecondaryButton(text.TANDAI_TAMPAK, "Alt+A", on=self._tandai_tampak))
        atas.addWidget(SecondaryButton(text.LEPAS_TANDA, on=self._lepas))
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addLayout(atas)
        tata.addWidget(_kartu(self._daftar), 1)
        return layar

    def _connect(self) -> None:
        self._chips.dipilih.connect(self._pilih_cara)
        self._daftar.attach_filter(self._cari)
        self._cari.berubah.connect(lambda _teks: self._isi_daftar())
        self._daftar.mark_toggled.connect(self._tick)
        self._wilayah.mark_toggled.connect(lambda _id, _on: self._hitung())
        self._daftar.opened.connect(lambda id: self._tick_row(self._daftar, id))
        self._wilayah.opened.connect(lambda id: self._tick_row(self._wilayah, id))

    def _tempat(self, c: Calon) -> str:
        return c.lingkup.rpartition(".")[0] if self._kota else c.lingkup

    def _isi_wilayah(self, calon: Sequence[Calon]) -> None:
        nama = {self._tempat(c): c.kecamatan if self._kota else c.kelurahan for c in calon}
        bisa = Counter(self._tempat(c) for c in self._bisa)
        sudah = Counter(self._tempat(c) for c in calon if c.undangan_id)
        self._wilayah.set_rows(
            [Baris(id, (kata, str(bisa[id]), str(sudah[id])), tetap=not bisa[id]) for id, kata in nama.items()]
        )

    def _isi_daftar(self) -> None:
        dicari = pencarian.tanya(self._cari.text())
        semua = (c for c in self._bisa if not dicari or pencarian.cocok(dicari, self._kunci_dari(c)))
        self._tampak = [*islice(semua, _TERBANYAK)]
        self._daftar.set_rows([Baris(c.jabatan_id, (c.kelurahan, c.nomor, c.nama)) for c in self._tampak])
        self._daftar.set_marks(self._ditandai)
        self._daftar.set_empty(EmptyState(text.KOSONG_CARI, text.KOSONG_CARI_ISI))

    def _kunci_dari(self, c: Calon) -> str:
        kunci = self._kunci.get(c.jabatan_id)
        if kunci is None:
            kunci = self._kunci[c.jabatan_id] = pencarian.kunci(
                c.lingkup, c.nomor, c.rw, c.nama, None, None, c.kelurahan, None
            )
        return kunci

    # choices

    def _pilih_cara(self, kunci: str) -> None:
        self._tumpuk.setCurrentIndex(int(kunci == PILIH))
        self._wilayah.set_marking(kunci == WILAYAH)
        if kunci == WILAYAH:
            self._wilayah.begin()
            self._wilayah.setFocus()
        elif kunci == PILIH:
            self._cari.setFocus()
        self._hitung()

    def _tick(self, id: str, on: bool) -> None:
        (self._ditandai.add if on else self._ditandai.discard)(id)
        self._hitung()

    def _tick_row(self, tabel: DataTable, id: str) -> None:
        """Give or take the tick of a row."""
        on = id not in tabel.marks()
        tabel.set_marks(tabel.marks() | {id} if on else tabel.marks() - {id})
        tabel.mark_toggled.emit(id, on)

    def _tandai_tampak(self) -> None:
        self._ditandai |= {c.jabatan_id for c in self._tampak}
        self._daftar.set_marks(self._ditandai)
        self._hitung()

    def _lepas(self) -> None:
        self._ditandai.clear()
        self._daftar.set_marks(())
        self._hitung()

    @property
    def ditandai(self) -> bool:
        """Whether people were ticked one by one: leaving would lose the ticks."""
        return bool(self._ditandai)

    def terpilih(self) -> list[Calon]:
        """Return whom the choice means."""
        match self._chips.kunci:
            case "semua":
                return self._bisa
            case "wilayah":
                tanda = self._wilayah.marks()
                return [c for c in self._bisa if self._tempat(c) in tanda]
            case _:
                return [c for c in self._bisa if c.jabatan_id in self._ditandai]

    def _hitung(self) -> None:
        semua = self.terpilih()
        self._akan.set(text.AKAN.format(n=len(semua)) if semua else text.NIHIL, Role.AKSEN if semua else Role.REDUP)
        luar = sum(not any(s.untuk(c.lingkup) for s in self._sesi) for c in semua) if self._sesi else 0
        bagian = (
            text.SUDAH.format(n=self._sudah) if self._sudah else "",
            text.LOWONG.format(n=self._lowong) if self._lowong else "",
            text.LUAR_SASARAN.format(n=luar) if luar else "",
        )
        self._lain.setText(" ".join(filter(None, bagian)))
        self.diubah.emit()


def _kartu(tabel: QWidget) -> Card:
    kartu = Card(margin=4, spacing=0)
    kartu.add(tabel, 1)
    return kartu


def _kolom_wilayah(*, kota: bool) -> tuple[Kolom, ...]:
    nama, bisa, sudah = text.WILAYAH_KOLOM if kota else text.WILAYAH_KOLOM_KEL
    return (
        Kolom("nama", nama, 200, 1), Kolom("bisa", bisa, rata=Rata.KANAN), Kolom("sudah", sudah, rata=Rata.KANAN),
    )  # fmt: skip


_KOLOM_DAFTAR = tuple(
    Kolom(judul, judul, lebar, tumbuh)
    for judul, lebar, tumbuh in zip(text.PILIH_KOLOM, (130, 0, 200), (1, 0, 2), strict=True)
)


def buka(parent: QWidget, host: Host, isi: Isi) -> None:
    """Read who may be invited in the background, then ask whom."""

    def kerja() -> list[Calon]:
        con = host.store.reader()
        return queries.calon(con, isi.kegiatan.kegiatan_id, lingkup=host.kantor, hari=host.today)

    host.jobs.run(
        kerja, apa=text.MENGHITUNG, done=partial(_tampilkan, parent, host, isi), failed=host.tell, owner=parent
    )


def _tampilkan(parent: QWidget, host: Host, isi: Isi, calon: Sequence[Calon]) -> None:
    if not any(not c.undangan_id and not c.kosong for c in calon):
        host.messages.info(text.SEMUA_SUDAH if any(c.undangan_id for c in calon) else text.TANPA_RT)
        return
    pilihan = Pilihan(calon, isi.sesi, kota=wilayah.adalah_kota(host.kantor))
    pilihan.setMinimumHeight(table_height(parent))
    sheet = Sheet(
        text.JUDUL, pilihan, sub=text.SUB.format(nama=isi.kegiatan.nama), utama=text.UTAMA_KOSONG, lebar=760,
        kotor=lambda: pilihan.ditandai, parent=parent,
    )  # fmt: skip

    def hitung() -> None:
        n = len(pilihan.terpilih())
        sheet.utama.set_teks(text.UTAMA.format(n=n) if n else text.UTAMA_KOSONG)
        sheet.utama.setEnabled(bool(n))

    def dari_lembar() -> None:
        sheet.accept()
        from . import undang_impor

        undang_impor.pilih(parent, host, isi)

    pilihan.diubah.connect(hitung)
    sheet.disimpan.connect(lambda: simpan(host, sheet, isi, [c.jabatan_id for c in pilihan.terpilih()]))
    sheet.tambah_tombol(Aksi(text.DARI_LEMBAR, dari_lembar))
    hitung()
    sheet.open()


def simpan(
    host: Host, sheet: Sheet, isi: Isi, ids: Collection[str], selesai: Callable[[], object] = lambda: None
) -> None:  # fmt: skip
    """Invite these posts as one act."""

    def beres(_hasil: object) -> None:
        sheet.accept()
        selesai()

    sheet.sibuk(True)
    work = partial(ops.undang, host.store, isi.kegiatan.kegiatan_id, jabatan_ids=ids)
    host.act(work, said=kalimat, done=beres, failed=sheet.gagal, owner=sheet, doing=text.MENGUNDANG)
