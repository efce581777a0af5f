"""The page Insentif: all lists, and one of them opened."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.insentif.queries import Daftar
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import Card, EmptyState
from ui.kit.host import Host, Page
from ui.kit.labels import Gaya, Label
from ui.kit.page import PageTitle
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role, theme_of

from . import TABLES, sheets, text
from .detail import Detail


class InsentifPage(Page):
    """The table of lists; Enter opens one, Esc comes back."""

    tables = TABLES
    help = text.BANTUAN

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._tabel = DataTable(_KOLOM)
        self._tabel.opened.connect(self.open_id)
        self._detail = Detail(host)
        self._detail.kembali.connect(self._back)
        self._susun = PrimaryButton(text.SUSUN, "Ctrl+N", on=self._draw_up)
        self._tumpuk = QStackedLayout(self)
        self._tumpuk.setContentsMargins(0, 0, 0, 0)
        self._tumpuk.addWidget(self._semua())
        self._tumpuk.addWidget(self._detail)
        self.setFocusProxy(self._tabel)

    def _semua(self) -> QWidget:
        lembar = QWidget()
        kartu = Card(margin=4, spacing=0)
        kartu.add(self._tabel, 1)
        petunjuk = QHBoxLayout()
        petunjuk.addStretch(1)
        petunjuk.addWidget(Label(text.SEMUA_PETUNJUK, Gaya.KECIL))
        tata = QVBoxLayout(lembar)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(10))
        tata.addWidget(PageTitle(text.JUDUL, SecondaryButton(text.TARIF, on=self._tariff), self._susun))
        tata.addLayout(petunjuk)
        tata.addWidget(kartu, 1)
        return lembar

    def load(self) -> None:
        """Read the lists again, and the opened one."""
        daftar = queries.semua_daftar(self._host.store.reader(), lingkup=self._host.lingkup)
        self._tabel.set_rows([_baris(d) for d in daftar])
        self._tabel.set_empty(
            EmptyState(text.SEMUA_KOSONG, text.SEMUA_KOSONG_ISI, Aksi(text.SUSUN, self._draw_up, utama=True))
        )
        if self._tumpuk.currentIndex() == 1:
            self._detail.load()

    def open_id(self, id: str) -> None:
        """Open the list with the number ``id``, or the one that the row ``id`` belongs to."""
        nomor = queries.nomor_daftar(self._host.store.reader(), id.partition("#")[0])
        if nomor:
            self._tumpuk.setCurrentIndex(1)
            self.setFocusProxy(self._detail)
            self._detail.open(nomor)

    def place(self) -> str:
        """Return the number of the list that is open."""
        return self._detail.nomor if self._tumpuk.currentIndex() == 1 else ""

    def _back(self) -> None:
        self._tumpuk.setCurrentIndex(0)
        self.setFocusProxy(self._tabel)
        self.load()
        self._tabel.setFocus()

    def _draw_up(self) -> None:
        sheets.susun(self, self._host, self.open_id)

    def _tariff(self) -> None:
        sheets.tarif(self, self._host)


def _baris(d: Daftar) -> Baris:
    keadaan, peran = _keadaan(d)
    sel = (
        d.nama_periode, d.komponen, d.nomor, str(d.jumlah_penerima), rupiah.titik(d.diterima), rupiah.titik(d.dibayar),
        keadaan,
    )  # fmt: skip
    return Baris(d.nomor, sel, (None,) * 6 + (peran,))


def _keadaan(d: Daftar) -> tuple[str, Role]:
    if d.keadaan == "draf":
        return text.BELUM_KUNCI, Role.PERHATIAN
    if not d.dibayar:
        return text.BELUM_BAYAR, Role.AKSEN
    return (text.LUNAS, Role.BAIK) if d.dibayar >= d.diterima else (text.SEBAGIAN, Role.PERHATIAN)


_KOLOM = tuple(
    Kolom(judul, judul, stretch=stretch, rata=Rata.KANAN if 3 <= ke <= 5 else Rata.KIRI, sembunyi=sembunyi)
    for ke, (judul, stretch, sembunyi) in enumerate(
        zip(text.SEMUA_KOLOM, (0, 1, 0, 0, 0, 0, 0), (0, 0, 2, 1, 0, 0, 0), strict=True)
    )
)
