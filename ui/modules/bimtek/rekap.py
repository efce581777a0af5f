"""The figures of an event: by kecamatan, kelurahan and session with their sums, and who never came."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from sipokat_desktop.exporting.workbook import Kind
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.bimtek import queries, statistik, tidak_datang
from sipokat_desktop.modules.bimtek import text as bimtek
from sipokat_desktop.modules.bimtek.hadir_model import Angka, BarisAngka, TidakDatang
from sipokat_desktop.modules.bimtek.model import Kegiatan, Sesi
from ui.kit.anak import Anak
from ui.kit.beside import page_column
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.cards import Card, EmptyState
from ui.kit.chips import ChipRow
from ui.kit.choice import ChoiceField
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role, theme_of

from . import excel, kalimat, surat
from . import text_rekap as text
from .boleh import utuh
from .text import KATA_BEDA

_JUMLAH = "jumlah"
"""The row of the sums: no place is called so."""
_LEBAR_SESI = 300


class Angka_(NamedTuple):
    """What is shown: the event with its sessions, the rows of each table."""

    kegiatan: Kegiatan
    sesi: Sequence[Sesi]
    angka: Mapping[str, Sequence[BarisAngka]]
    orang: Mapping[str, Sequence[TidakDatang]]


class RekapPage(Anak):
    """Chips choose the table; Enter opens the people: ``dibuka`` carries (session, kelurahan, post)."""

    bantuan, panduan = text.BANTUAN, "bimtek#Sesudahnya"
    dibuka = Signal(str, str, str)

    def __init__(self, host: Host, kegiatan_id: str) -> None:
        super().__init__()
        self._host, self._kegiatan_id = host, kegiatan_id
        self._isi: Angka_ | None = None
        self._pilihan = [p for p in text.PILIHAN if _ada(host, p[0])]
        self._chips = ChipRow(self._pilihan)
        self._sesi = ChoiceField([("", text.SEMUA_SESI)])
        self._tumpuk = QStackedWidget()
        self._tabel = {kunci: self._buat(kunci) for kunci, _ in self._pilihan}
        self._kaki = Label("", Gaya.TEBAL, potong=True)
        self._cetak = PrimaryButton(text.LAPORAN, "Ctrl+P", on=self._laporan)
        self._judul = self.kepala("", SecondaryButton(text.EXCEL, "Alt+E", on=self._excel), self._cetak)
        self._build()

    def _build(self) -> None:
        self._sesi.isi("")
        self._sesi.setAccessibleName(text.PILIH_SESI)
        self._sesi.setFixedWidth(theme_of(self).px(_LEBAR_SESI))
        kartu = Card(margin=4, spacing=0)
        kartu.add(self._tumpuk, 1)
        atas = QHBoxLayout()
        atas.addWidget(self._chips, 1)
        atas.addWidget(self._sesi)
        tata = page_column(self)
        tata.addWidget(self._judul)
        tata.addLayout(atas)
        tata.addWidget(kartu, 1)
        tata.addWidget(self._kaki)
        self._chips.dipilih.connect(self.buka)
        self._sesi.diubah.connect(self.load)
        self.setFocusProxy(self._tumpuk)

    def _buat(self, kunci: str) -> DataTable:
        tabel = DataTable(_kolom(kunci))
        tabel.set_empty(EmptyState(*text.KOSONG[kunci]))
        tabel.opened.connect(partial(self._open, kunci))
        self._tumpuk.addWidget(tabel)
        return tabel

    def tempat(self) -> str:
        """Return the key of this page."""
        return f"rekap:{self._kegiatan_id}"

    # what is shown

    def load(self) -> None:
        """Count again, in the background. Raises InputSalah when the event is gone."""
        host = self._host
        k = queries.satu_kegiatan(host.store.reader(), self._kegiatan_id)
        self._judul.set_judul(text.JUDUL.format(nama=k.nama))
        set_shown(self._cetak, utuh(host, k))
        kerja = partial(_hitung, host, k, self._sesi.nilai(), [kunci for kunci, _ in self._pilihan])
        host.jobs.run(kerja, apa=text.MENGHITUNG, done=self._loaded, failed=host.tell, owner=self)

    def _loaded(self, isi: Angka_) -> None:
        self._isi = isi
        self._sesi.ganti_pilihan([("", text.SEMUA_SESI), *((s.sesi_id, kalimat.sebut(s)) for s in isi.sesi)])
        if self._sesi.currentIndex() < 0:
            self._sesi.isi("")
        set_shown(self._sesi, len(isi.sesi) > 1)
        for kunci, tabel in self._tabel.items():
            tabel.set_rows(_isi(isi, kunci))
        self._chips.set_jumlah({kunci: len(semua) for kunci, semua in (*isi.angka.items(), *isi.orang.items())})
        self.buka(self._chips.kunci)

    def buka(self, kunci: str) -> None:
        """Show one of the tables."""
        tabel = self._tabel[kunci]
        self._chips.pilih(kunci)
        self._tumpuk.setCurrentWidget(tabel)
        self._tumpuk.setFocusProxy(tabel)
        tabel.begin()
        tabel.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._isi is not None:
            self._kaki.setText(_kaki(self._isi, kunci))

    def _open(self, kunci: str, id: str) -> None:
        if id == _JUMLAH:
            return
        sesi = self._sesi.nilai()
        match kunci:
            case text.KECAMATAN:
                self.buka(text.KELURAHAN)
                self._tabel[text.KELURAHAN].select(next(iter(wilayah.kelurahan_dari(id)), ""))
            case text.KELURAHAN:
                self.dibuka.emit(sesi, id, "")
            case text.SESI:
                self.dibuka.emit(id, "", "")
            case _:
                self.dibuka.emit(sesi, "", id)

    # acts

    def _laporan(self) -> None:
        if self._isi is not None and self._isi.sesi:
            surat.Surat(self, self._host, self._isi.kegiatan).laporan()
        else:
            self._host.messages.info(text.KOSONG[text.SESI][1])

    def _excel(self) -> None:
        """Write the table that is shown into a file."""
        isi, kunci = self._isi, self._chips.kunci
        if isi is None:
            return
        sesi = next((s for s in isi.sesi if s.sesi_id == self._sesi.nilai()), None)
        judul = [text.EXCEL_JUDUL.format(apa=text.LEMBAR[kunci], nama=isi.kegiatan.nama)]
        judul += [kalimat.sebut(sesi)] if sesi is not None and kunci != text.SESI else []
        semua = _isi(isi, kunci)
        angka = range(1, len(text.ANGKA)) if kunci in isi.angka else range(5, 6)
        kolom: list[tuple[str, Kind]] = [
            (nama, "angka" if ke in angka else "teks") for ke, nama in enumerate(text.KOLOM[kunci])
        ]
        baris = [[int(sel) if ke in angka else sel for ke, sel in enumerate(b.sel)] for b in semua]
        excel.simpan(self, self._host, isi.kegiatan, text.LEMBAR[kunci], judul, kolom, baris)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl and a number choose the table."""
        ke = event.key() - Qt.Key.Key_1
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and 0 <= ke < len(self._pilihan):
            self.buka(self._pilihan[ke][0])
        else:
            super().keyPressEvent(event)


def _ada(host: Host, kunci: str) -> bool:
    """Tell whether a table says something at this office."""
    if kunci == text.KECAMATAN:
        return host.di_kota
    return kunci != text.KELURAHAN or host.beberapa


def _hitung(host: Host, k: Kegiatan, sesi_id: str, tabel: Sequence[str]) -> Angka_:
    con, di, id = host.store.reader(), host.kantor, k.kegiatan_id
    sesi = queries.sesi(con, id)
    per_sesi = sesi_id if any(s.sesi_id == sesi_id for s in sesi) else ""
    hitung: Mapping[str, Callable[[], Sequence[BarisAngka]]] = {
        text.KECAMATAN: lambda: (
            statistik.per_kecamatan(con, per_sesi, lingkup=di)
            if per_sesi
            else statistik.per_kecamatan_kegiatan(con, id, lingkup=di)
        ),
        text.KELURAHAN: lambda: (
            statistik.per_kelurahan(con, per_sesi, lingkup=di)
            if per_sesi
            else statistik.per_kelurahan_kegiatan(con, id, lingkup=di)
        ),
        text.SESI: lambda: statistik.per_sesi(con, id, lingkup=di),
    }
    angka = {kunci: hitung[kunci]() for kunci in tabel if kunci in hitung}
    semua = tidak_datang.tidak_datang(con, id, lingkup=di)
    orang = {text.ABSEN: [t for t in semua if t.tercatat], text.BELUM: [t for t in semua if not t.tercatat]}
    return Angka_(k, sesi, angka, orang)


def _jumlah(semua: Sequence[BarisAngka]) -> Angka:
    hasil = Angka()
    for b in semua:
        hasil = hasil.tambah(b.angka)
    return hasil


def _baris(semua: Sequence[BarisAngka], kunci: str) -> list[Baris]:
    """Return the rows of a table with their sum below; sessions share their people and have none."""
    baris = [Baris(b.id, (b.nama, *_sel(b.angka, b.persen)), _warna(b.angka)) for b in semua]
    if len(semua) < 2 or kunci == text.SESI:
        return baris
    a = _jumlah(semua)
    return [*baris, Baris(_JUMLAH, (text.JUMLAH, *_sel(a, statistik.permil(a.datang_undangan, a.diundang))))]


def _sel(a: Angka, permil: int | None) -> tuple[str, ...]:
    isi = (a.diundang, a.hadir, a.diwakili, a.izin, a.sakit, a.alpa, a.beda, a.belum)
    return (*map(str, isi), persen(permil))


def _warna(a: Angka) -> tuple[Role | None, ...]:
    return (*(None,) * 7, Role.PERHATIAN if a.beda else None, Role.PERHATIAN if a.belum else None)


def persen(permil: int | None) -> str:
    """Return tenths of a percent as people write them."""
    if permil is None:
        return text.TANPA_PERSEN
    return text.PERSEN.format(utuh=permil // 10, pecah=permil % 10)


def _isi(isi: Angka_, kunci: str) -> list[Baris]:
    return list(map(_orang, isi.orang[kunci])) if kunci in isi.orang else _baris(isi.angka[kunci], kunci)


def _orang(t: TidakDatang) -> Baris:
    """Return the row of a person, with the marks that were given where there are any."""
    o = t.orang
    sel = (wilayah.nama_kecamatan(o.lingkup), o.kelurahan, o.nomor, o.nama or "—", o.hp, str(t.diundang))
    tanda = ", ".join(KATA_BEDA if satu == "beda" else bimtek.TANDA.get(satu, satu) for satu in t.tanda)
    return Baris(o.jabatan_id, (*sel, tanda) if tanda else sel)


def _kaki(isi: Angka_, kunci: str) -> str:
    if kunci in isi.orang:
        return text.KAKI_ORANG[kunci].format(n=len(isi.orang[kunci]))
    if kunci == text.SESI:
        return text.KAKI_ARTI
    a = _jumlah(isi.angka[kunci])
    permil = persen(statistik.permil(a.datang_undangan, a.diundang))
    tamu = text.KAKI_TAMU.format(n=a.tanpa_undangan) if a.tanpa_undangan else ""
    return f"{text.KAKI.format(hadir=a.datang_undangan, semua=a.diundang, persen=permil)}{tamu} {text.KAKI_ARTI}"


def _kolom(kunci: str) -> tuple[Kolom, ...]:
    if kunci in (text.ABSEN, text.BELUM):
        ukuran = ((110, 1), (110, 1), (0, 0), (150, 2), (0, 0), (0, 0), (90, 1))
        return tuple(
            Kolom(nama, nama, px, rasio, Rata.KANAN if ke == 5 else Rata.KIRI)
            for ke, (nama, (px, rasio)) in enumerate(zip(text.KOLOM[kunci], ukuran, strict=False))
        )
    return tuple(
        Kolom(nama, nama, 170 if not ke else 0, 1 if not ke else 0, Rata.KANAN if ke else Rata.KIRI)
        for ke, nama in enumerate(text.KOLOM[kunci])
    )
