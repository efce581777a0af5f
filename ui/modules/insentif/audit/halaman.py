"""*Audit*: a period, its red flags with the way to each, and the pack."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.modules.insentif import temuan_merah
from sipokat_desktop.modules.insentif.temuan_merah import Bendera
from ui.kit.anak import Anak
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import EmptyState, SidePanel
from ui.kit.chips import ChipRow
from ui.kit.choice import ChoiceField
from ui.kit.host import Host
from ui.kit.jobs import Job, Maju
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role, theme_of

from .. import sheets
from . import paket, text

SEMUA = "semua"
PERAN = {"berat": Role.SALAH, "sedang": Role.PERHATIAN, "ringan": Role.REDUP}
_TAHUN = 5
KOLOM = tuple(
    Kolom(judul, judul, lebar, stretch, Rata.KANAN if judul == text.KOLOM[4] else Rata.KIRI, sembunyi=sembunyi)
    for judul, lebar, stretch, sembunyi in zip(
        text.KOLOM, (0, 0, 0, 155, 0, 120), (0, 0, 0, 1, 0, 4), (0, 0, 0, 0, 2, 1), strict=True
    )
)


class AuditPage(Anak):
    """Red flags of a period; Enter goes to the place of one."""

    bantuan, panduan = text.BANTUAN, "insentif#Melihat ke belakang"

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._bendera: list[Bendera] = []
        self._job: Job | None = None
        self.ditampilkan = ""
        """The period whose flags are on the page: the chosen one, except while they are looked for."""
        self._chips = ChipRow([(SEMUA, text.SEMUA)])
        set_shown(self._chips, False)
        pilihan = _periode(host)
        self._periode = ChoiceField(pilihan)
        self._periode.isi(pilihan[0][0])
        self._periode.setAccessibleName(text.PERIODE)
        self._kalimat = Notice("")
        self._tabel = DataTable(KOLOM)
        self._tabel.set_empty(EmptyState(text.KOSONG, text.KOSONG_ISI))
        self._panel = SidePanel(300)
        self._tempat_chips = QVBoxLayout()
        self._tempat_chips.addWidget(self._chips)
        self._chips.dipilih.connect(lambda _kunci: self._fill())
        self._build()
        self.setFocusProxy(self._tabel)
        self._periode.diubah.connect(self.load)
        self._periode.enter.connect(self._tabel.setFocus)
        self._tabel.selected.connect(lambda _id: self._show_panel())
        self._tabel.opened.connect(lambda _id: self._open())

    def _build(self) -> None:
        theme = theme_of(self)
        atas = QHBoxLayout()
        atas.setSpacing(theme.px(10))
        atas.addWidget(Label(text.PERIODE, Gaya.TEBAL))
        self._periode.setFixedWidth(theme.px(220))
        atas.addWidget(self._periode)
        atas.addWidget(self._kalimat, 1)
        atas.addStretch(0)
        tata = page_column(self)
        tata.addWidget(
            self.kepala(
                text.JUDUL,
                SecondaryButton(text.PERIKSA, "Alt+P", on=partial(paket.periksa, self, self._host)),
                PrimaryButton(text.BUAT, "Ctrl+B", on=self._make),
            )
        )
        tata.addLayout(atas)
        tata.addLayout(self._tempat_chips)
        tata.addLayout(table_beside(self._tabel, self._panel), 1)

    def tempat(self) -> str:
        """Return the key of this page."""
        return "audit"

    @property
    def kode(self) -> str:
        """The code of the chosen period: of a quarter or a year."""
        return self._periode.nilai()

    def load(self) -> None:
        """Look for red flags again."""
        host, kode = self._host, self.kode
        bulan = _bulan(kode)
        if self._job is not None:
            self._job.cancel()

        def kerja(*, maju: Maju) -> list[Bendera]:
            con = host.store.reader()
            return temuan_merah.cari(con, lingkup=host.lingkup, bulan=bulan, hari=host.today, maju=maju)

        done = partial(self._show, kode)
        self._job = host.jobs.run(kerja, apa=text.MENCARI, maju=True, done=done, failed=host.tell, owner=self)

    def _show(self, kode: str, semua: list[Bendera]) -> None:
        self._job, self._bendera, self.ditampilkan = None, semua, kode
        nama = dict(_periode(self._host)).get(kode, kode)
        self._kalimat.set(*_ringkas(semua, nama))
        self._make_chips()
        self._fill()
        self._tabel.begin()

    def _make_chips(self) -> None:
        ringkas = temuan_merah.ringkas(self._bendera)
        self._chips.ganti([(SEMUA, text.SEMUA), *((r.jenis, r.judul) for r in ringkas)])
        banyak = {r.jenis: r.banyak for r in ringkas}
        self._chips.set_jumlah(banyak | {SEMUA: len(self._bendera)})
        set_shown(self._chips, bool(ringkas))

    def _fill(self) -> None:
        pilih = self._chips.kunci
        self._tabel.set_rows([_baris(ke, b) for ke, b in enumerate(self._bendera) if pilih in (SEMUA, b.jenis)])
        self._show_panel()

    @property
    def _kini(self) -> Bendera | None:
        id = self._tabel.current_id()
        return self._bendera[int(id)] if id else None

    def _show_panel(self) -> None:
        b = self._kini
        if b is None:
            self._panel.set(text.PANEL, "", (text.PANEL_ISI,))
            return
        isi = [b.kalimat]
        isi += [text.BULAN.format(bulan=periode.nama_bulan(b.bulan))] if b.bulan else []
        isi += [text.DAFTAR.format(nomor=b.daftar)] if b.daftar else []
        judul = " · ".join(filter(None, (b.rt, b.nama))) or temuan_merah.JENIS[b.jenis]
        self._panel.set(judul, temuan_merah.JENIS[b.jenis], isi, (Aksi(text.BUKA[b.halaman], self._open),))

    def _open(self) -> None:
        b = self._kini
        if b is not None:
            self._host.go(b.halaman, b.row_id)

    def _make(self) -> None:
        paket.buat(self, self._host, self.kode)


def _periode(host: Host) -> tuple[tuple[str, str], ...]:
    tahun = tuple((str(t), str(t)) for t in range(host.today.year, host.today.year - _TAHUN, -1))
    triwulan = tuple(p for p in sheets.pilihan_periode(host) if "TW" in p[0])
    return (*triwulan, *tahun)


def _bulan(kode: str) -> Sequence[str]:
    return temuan_merah.bulan_tahun(int(kode)) if kode.isdigit() else periode.baca(kode).bulan


def _ringkas(semua: Sequence[Bendera], nama: str) -> tuple[str, Role]:
    if not semua:
        return text.TANPA.format(periode=nama), Role.BAIK
    banyak = {berat: sum(b.berat == berat for b in semua) for berat in text.BERAT}
    rinci = ", ".join(
        text.RINGKAS_BERAT.format(n=n, berat=text.BERAT[berat].lower()) for berat, n in banyak.items() if n
    )
    return text.RINGKAS.format(n=len(semua), periode=nama, rinci=rinci), PERAN["berat" if banyak["berat"] else "sedang"]


def _baris(ke: int, b: Bendera) -> Baris:
    jumlah = rupiah.titik(b.jumlah) if b.jumlah else ""
    sel = (text.BERAT[b.berat], temuan_merah.JENIS[b.jenis], b.rt, b.nama, jumlah, b.kalimat)
    return Baris(str(ke), sel, (PERAN[b.berat],))
