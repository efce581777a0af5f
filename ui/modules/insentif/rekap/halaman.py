"""*Rekap*: a year per RT and month, per purse against its ceiling; to paper and .xlsx."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.insentif import rekap
from sipokat_desktop.modules.insentif.rekap import BarisAnggaran, BarisRT, RekapRT
from ui.kit.anak import Anak
from ui.kit.beside import page_column
from ui.kit.buttons import Aksi, SecondaryButton
from ui.kit.cards import Card, EmptyState
from ui.kit.chips import ChipRow
from ui.kit.choice import ChoiceField
from ui.kit.host import Host
from ui.kit.jobs import Job
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.menu import menu_of
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role, theme_of

from .. import simpan
from . import cetak, text

SEMUA = "semua"
_RIBU = 1000
_TAHUN_TERBANYAK = 12
KOLOM = (
    Kolom("rt", text.KOLOM[0]),
    Kolom("nama", text.KOLOM[1], 110, 1),
    Kolom("komponen", text.KOLOM[2], 90, 1, sembunyi=1),
    *(Kolom(bulan, bulan, rata=Rata.KANAN) for bulan in text.BULAN),
    Kolom("jumlah", text.JUMLAH, rata=Rata.KANAN),
)


class _Hasil(NamedTuple):
    rekap: RekapRT
    anggaran: tuple[BarisAnggaran, ...]


class RekapPage(Anak):
    """One year; chips choose the purse."""

    bantuan, panduan = text.BANTUAN, "insentif#Melihat ke belakang"

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._job: Job | None = None
        self._hasil: _Hasil | None = None
        self._chips = ChipRow([(SEMUA, text.SEMUA)])
        set_shown(self._chips, False)
        tahun = [(str(t), str(t)) for t in range(host.today.year, host.today.year - _TAHUN_TERBANYAK, -1)]
        self._tahun = ChoiceField(tahun)
        self._tahun.isi(str(host.today.year))
        self._tahun.setAccessibleName(text.TAHUN)
        excel = SecondaryButton(text.EXCEL, "Alt+E", on=self._excel)
        self._cetak = SecondaryButton(text.CETAK, "Ctrl+P", on=self._papers)
        self._judul = self.kepala("", excel, self._cetak)
        self._pagu = QVBoxLayout()
        self._kalimat: list[Notice] = []
        self._tabel = DataTable(KOLOM)
        self._baris = Label("", Gaya.TEBAL)
        self._total = Label("", Gaya.SUBJUDUL)
        self._tempat_chips = QVBoxLayout()
        self._tempat_chips.addWidget(self._chips)
        self._chips.dipilih.connect(lambda _kunci: self._fill())
        self._build()
        self.setFocusProxy(self._tabel)
        self._tahun.diubah.connect(self.load)
        self._tahun.enter.connect(self._tabel.setFocus)
        self._tabel.opened.connect(self._open)

    def _build(self) -> None:
        theme = theme_of(self)
        atas, bawah = QHBoxLayout(), QHBoxLayout()
        for baris in (atas, bawah):
            baris.setSpacing(theme.px(10))
        atas.addWidget(Label(text.TAHUN, Gaya.TEBAL))
        self._tahun.setFixedWidth(theme.px(120))
        atas.addWidget(self._tahun)
        atas.addLayout(self._tempat_chips, 1)
        bawah.addWidget(self._baris)
        bawah.addWidget(Label(text.RIBU, Gaya.KECIL), 1)
        for widget in (Label(text.TOTAL), self._total):
            bawah.addWidget(widget)
        self._pagu.setSpacing(theme.px(4))
        kartu = Card(margin=4, spacing=0)
        kartu.add(self._tabel, 1)
        tata = page_column(self)
        tata.addWidget(self._judul)
        tata.addLayout(atas)
        tata.addLayout(self._pagu)
        tata.addWidget(kartu, 1)
        tata.addLayout(bawah)

    def tempat(self) -> str:
        """Return the key of this page."""
        return "rekap"

    @property
    def tahun(self) -> int:
        """The chosen year."""
        return int(self._tahun.nilai() or self._host.today.year)

    def load(self) -> None:
        """Count the year again."""
        tahun, host = self.tahun, self._host

        def hitung() -> _Hasil:
            con = host.store.reader()
            lingkup = (host.lingkup,)
            return _Hasil(
                rekap.rt_tahun(con, tahun=tahun, lingkup=lingkup), rekap.anggaran(con, tahun=tahun, lingkup=lingkup)
            )

        if self._job is not None:
            self._job.cancel()
        self._job = host.jobs.run(hitung, apa=text.MENGHITUNG, done=self._show, failed=host.tell, owner=self)

    def _show(self, hasil: _Hasil) -> None:
        self._hasil = hasil
        tahun = hasil.rekap.tahun
        self._judul.set_judul(text.JUDUL.format(tahun=tahun))
        ke_saldo = Aksi(text.KE_SALDO, partial(self._host.go, "insentif", "lain/saldo"))
        self._tabel.set_empty(EmptyState(text.KOSONG.format(tahun=tahun), text.KOSONG_ISI, ke_saldo))
        self._show_ceiling(hasil.anggaran)
        self._make_chips(hasil.rekap)
        self._fill()
        self._tabel.begin()

    def _show_ceiling(self, anggaran: tuple[BarisAnggaran, ...]) -> None:
        while len(self._kalimat) < len(anggaran):
            self._kalimat.append(Notice(""))
            self._pagu.addWidget(self._kalimat[-1])
        for ke, notice in enumerate(self._kalimat):
            notice.set(*_pagu(anggaran[ke]) if ke < len(anggaran) else ("", Role.BAIK))

    def _make_chips(self, r: RekapRT) -> None:
        self._chips.ganti([(SEMUA, text.SEMUA), *((j.komponen_id, j.komponen) for j in r.jumlah)])
        banyak = {j.komponen_id: sum(b.komponen_id == j.komponen_id for b in r.baris) for j in r.jumlah}
        self._chips.set_jumlah(banyak | {SEMUA: len(r.baris)})
        set_shown(self._chips, len(r.jumlah) > 1)

    def _fill(self) -> None:
        assert self._hasil is not None
        pilih = self._chips.kunci
        tampak = [b for b in self._hasil.rekap.baris if pilih in (SEMUA, b.komponen_id)]
        self._tabel.set_rows([_baris(b) for b in tampak])
        self._baris.setText(text.BARIS.format(n=len({b.jabatan_id for b in tampak})))
        self._total.setText(rupiah.uang(sum(b.jumlah for b in tampak)))

    def _open(self, id: str) -> None:
        self._host.go("insentif", f"lain/kartu:{id.partition('|')[0]}@rekap")

    def _excel(self) -> None:
        if self._hasil is not None:
            nama = text.NAMA.format(tahun=self._hasil.rekap.tahun)
            simpan.tabel(self, self._host, nama, partial(rekap.tabel_rt, self._hasil.rekap))

    def _papers(self) -> None:
        """Offer the papers: the year by RT, and a period by kelurahan."""
        menu = menu_of(self, cetak.pilihan(self, self._host, self.tahun))
        menu.popup(self._cetak.mapToGlobal(QPoint(0, self._cetak.height())))


def _baris(b: BarisRT) -> Baris:
    bulan = tuple(_ribu(n) for n in b.bulan)
    sel = (f"RT {b.nomor_rt}", b.nama, b.komponen, *bulan, rupiah.titik(b.jumlah))
    return Baris(f"{b.jabatan_id}|{b.komponen_id}", sel)


def _ribu(n: int) -> str:
    """Return an amount in thousands, exact to the rupiah: ``550``, ``522,5``, "" for nothing."""
    if not n:
        return ""
    ribu, sisa = divmod(abs(n), _RIBU)
    ekor = f",{sisa:03d}".rstrip("0") if sisa else ""
    return f"{'−' if n < 0 else ''}{rupiah.titik(ribu)}{ekor}"


def _pagu(a: BarisAnggaran) -> tuple[str, Role]:
    isi = {"komponen": a.komponen, "terkunci": rupiah.uang(a.terkunci)}
    if a.pagu is None or a.sisa is None:
        kata, peran = text.PAGU_BELUM.format(**isi), Role.PERHATIAN
    elif a.sisa < 0:
        kata = text.PAGU_LEBIH.format(**isi, pagu=rupiah.uang(a.pagu), lebih=rupiah.uang(-a.sisa))
        peran = Role.SALAH
    else:
        kata = text.PAGU.format(**isi, pagu=rupiah.uang(a.pagu), sisa=rupiah.uang(a.sisa))
        peran = Role.BAIK
    return text.REALISASI.format(kata=kata, realisasi=rupiah.uang(a.realisasi)), peran
