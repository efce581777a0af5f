"""The sheet that takes figures of performance from the reports: what is now, what they say, what to know, ticks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import dari_laporan
from sipokat_desktop.modules.insentif import text_kinerja as kata
from sipokat_desktop.modules.insentif.dari_laporan import Usul
from ui.kit.buttons import Aksi
from ui.kit.cards import Card, EmptyState
from ui.kit.choice import ChoiceField
from ui.kit.dialog import Sheet, table_height
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role, theme_of

from . import text

_BULAN = 24
"""So many months back can be chosen."""
_LEBAR = ((44, 0), (150, 2), (84, 0), (76, 0), (90, 0), (200, 4))
_KOLOM = tuple(
    Kolom(judul, judul, lebar, stretch, Rata.KANAN if 2 <= ke <= 4 else Rata.KIRI)
    for ke, (judul, (lebar, stretch)) in enumerate(zip(text.L_KOLOM, _LEBAR, strict=True))
)


class Ambil(QWidget):
    """A month, what its reports are, and a row per head; ``ditandai`` comes with every other choice."""

    ditandai = Signal(int)

    def __init__(self, host: Host, bulan: str) -> None:
        super().__init__()
        self._host = host
        pilihan = _pilihan(host, bulan)
        self._bulan = ChoiceField(pilihan)
        self._bulan.isi(bulan or pilihan[1][0])
        self._bulan.setAccessibleName(text.L_BULAN)
        self._ringkas = Notice("", Role.AKSEN)
        self._tabel = DataTable(_KOLOM, bertanda=True)
        self._tabel.set_empty(EmptyState(text.L_KOSONG, text.L_KOSONG_ISI))
        self._usul: dict[str, Usul] = {}
        self._build()
        self._bulan.diubah.connect(self._isi)
        self._tabel.mark_toggled.connect(lambda _id, _on: self._hitung())
        self._tabel.opened.connect(self._balik)
        self.setFocusProxy(self._tabel)
        self._isi()

    def _build(self) -> None:
        atas = QHBoxLayout()
        atas.setSpacing(theme_of(self).px(10))
        atas.addWidget(Label(text.L_BULAN, Gaya.TEBAL))
        atas.addWidget(self._bulan)
        atas.addStretch(1)
        kartu = Card(margin=4, spacing=0)
        kartu.add(self._tabel, 1)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(10))
        tata.addLayout(atas)
        tata.addWidget(self._ringkas)
        tata.addWidget(kartu, 1)

    @property
    def bulan(self) -> str:
        """The month that is shown (``YYYY-MM``)."""
        return self._bulan.nilai()

    def pilihan(self) -> list[Usul]:
        """Return the rows with a tick, in their order."""
        tanda = self._tabel.marks()
        return [u for id, u in self._usul.items() if id in tanda]

    def tandai(self, *, semua: bool) -> None:
        """Tick every row that has something to take, or none."""
        self._tabel.set_marks(id for id, u in self._usul.items() if u.beda and semua)
        self._hitung()

    def _isi(self) -> None:
        """Read the month; what is taken without being asked is ticked."""
        host = self._host
        r = dari_laporan.rencana(host.store.reader(), lingkup=host.lingkup, bulan=self.bulan, hari=host.today)
        self._usul = {u.masa.masa_id: u for u in r.baris}
        self._ringkas.set("\n".join(r.ringkas), Role.AKSEN if r.dipakai else Role.PERHATIAN)
        self._tabel.set_rows([_baris(u) for u in r.baris])
        self._tabel.set_marks(id for id, u in self._usul.items() if u.diambil)
        self._tabel.begin()
        self._hitung()

    def _balik(self, id: str) -> None:
        """Enter gives or takes the tick of a row, as the space bar does."""
        if self._usul[id].beda:
            self._tabel.set_marks(self._tabel.marks() ^ {id})
            self._hitung()

    def _hitung(self) -> None:
        self.ditandai.emit(len(self._tabel.marks()))


def _baris(u: Usul) -> Baris:
    kini, baru = (text.L_TANPA if n is None else str(n) for n in (u.kini, u.baru))
    catatan = u.kata or ("" if u.beda else text.L_SAMA if u.kini is not None else "")
    perhatian = Role.PERHATIAN if u.beda and u.sebab else Role.REDUP
    sel = (u.masa.nomor, u.masa.nama, kini, baru, str(u.tunggu or ""), catatan)
    return Baris(u.masa.masa_id, sel, (None, None, None, None, None, perhatian), tetap=not u.beda)


def _pilihan(host: Host, bulan: str) -> Sequence[tuple[str, str]]:
    kini = f"{host.today.year}-{host.today.month:02d}"
    semua = [periode.geser(kini, -ke) for ke in range(_BULAN)]
    if bulan and bulan not in semua:
        semua.append(bulan)
    return tuple((b, periode.nama_bulan(b)) for b in semua)


def buka(parent: QWidget, host: Host, bulan: str = "") -> Sheet:
    """Open the sheet on a month (``YYYY-MM``; "": the last one that is over)."""
    isi = Ambil(host, bulan)
    isi.setMinimumHeight(table_height(parent))
    sheet = Sheet(text.L_JUDUL, isi, sub=text.L_ISI, utama=text.L_SIMPAN_KOSONG, lebar=1000, parent=parent)

    def hitung(n: int) -> None:
        sheet.utama.set_teks(text.L_SIMPAN.format(n=n) if n else text.L_SIMPAN_KOSONG)

    def simpan() -> None:
        pilihan = isi.pilihan()
        if not pilihan:
            sheet.pesan.perhatian(kata.KOSONG)
            return
        sheet.sibuk(True)
        nama = periode.nama_bulan(isi.bulan)
        host.act(
            partial(dari_laporan.ambil, host.store, host.lingkup, isi.bulan, pilihan),
            said=lambda n: text.L_TERSIMPAN.format(n=n, bulan=nama), done=lambda _n: sheet.accept(),
            failed=sheet.gagal, owner=sheet,
        )  # fmt: skip

    isi.ditandai.connect(hitung)
    hitung(len(isi.pilihan()))
    sheet.tambah_tombol(
        Aksi(text.L_TANDAI, partial(isi.tandai, semua=True), "Alt+A"),
        Aksi(text.L_LEPAS, partial(isi.tandai, semua=False)),
    )
    sheet.disimpan.connect(simpan)
    sheet.open()
    return sheet
