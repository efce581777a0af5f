"""The page Perlu keputusan: what two computers recorded differently, and the ways out."""

from __future__ import annotations

from functools import partial

from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.storage import decisions, history
from sipokat_desktop.storage.decisions import Decision
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import Aksi
from ui.kit.cards import EmptyState, SidePanel
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host, Page
from ui.kit.page import PageTitle
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role
from ui.registry import PAGES

from . import text


class DecisionsPage(Page):
    """The list of open decisions with an explanation beside it."""

    help = text.BANTUAN_KEPUTUSAN
    always = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self.tables = frozenset(host.store.tables)
        self._hal: dict[str, Decision] = {}
        self._tabel = DataTable(
            tuple(Kolom(j, j, stretch=s) for j, s in zip(text.KEPUTUSAN_KOLOM, (0, 1), strict=True))
        )
        self._panel = SidePanel(360)
        self._tabel.selected.connect(self._show)
        self.setFocusProxy(self._tabel)
        tata = page_column(self)
        tata.addWidget(PageTitle(text.KEPUTUSAN))
        tata.addLayout(table_beside(self._tabel, self._panel), 1)

    def load(self) -> None:
        """Read the open decisions again."""
        semua = decisions.waiting(self._host.store.reader(), self._host.store.tables)
        self._hal = {f"{d.jenis}|{d.judul}|{'|'.join(d.baris)}": d for d in semua}
        self._tabel.set_rows(
            [Baris(id, (d.jenis.capitalize(), d.judul), (Role.SALAH, None)) for id, d in self._hal.items()]
        )
        self._tabel.set_empty(EmptyState(text.KEPUTUSAN_KOSONG, text.KEPUTUSAN_KOSONG_ISI))
        self._show(self._tabel.current_id())

    def _show(self, id: str) -> None:
        hal = self._hal.get(id)
        if hal is None:
            self._panel.set(text.KEPUTUSAN_PILIH, "", (text.KEPUTUSAN_PILIH_ISI,))
        elif hal.jenis == decisions.GANDA:
            self._show_double(hal)
        else:
            arti = text.KEPUTUSAN_ARTI.get(hal.jenis, "")
            self._panel.set(hal.judul, hal.jenis.capitalize(), tuple(filter(None, (hal.kalimat, arti))), self._way(hal))

    def _way(self, hal: Decision) -> list[Aksi]:
        """Return the button to the page of the module that the record belongs to."""
        return [
            Aksi(text.KEPUTUSAN_BUKA.format(halaman=page.title), partial(self._host.go, page.key, hal.baris[0]))
            for page in PAGES
            if hal.tabel.startswith(f"{page.key}_")
        ]

    def _show_double(self, hal: Decision) -> None:
        con = self._host.store.reader()
        paragraf = [hal.kalimat]
        aksi: list[Aksi] = []
        for ke, entri in enumerate(hal.baris, 1):
            row = con.execute(f"SELECT jumlah, tanggal FROM {hal.tabel} WHERE id = ?", (entri,)).fetchone()
            riwayat = history.of_row(con, entri)
            siapa = f"{riwayat[-1].by or 'komputer lain'}, {riwayat[-1].origin}" if riwayat else "komputer lain"
            hari = tanggal.panjang(tanggal.baca(row["tanggal"]))
            paragraf.append(
                text.GANDA_ENTRI.format(ke=ke, jumlah=rupiah.uang(row["jumlah"]), tanggal=hari, siapa=siapa)
            )
            aksi.append(Aksi(text.GANDA_BATAL.format(ke=ke), partial(self._take_back, hal.tabel, entri, ke)))
        self._panel.set(hal.judul, text.GANDA_ATURAN, paragraf, aksi)

    def _take_back(self, table: str, entri: str, ke: int) -> None:
        isi = Form([Isian("alasan", text.GANDA_ALASAN, Jenis.PANJANG, contoh=text.GANDA_CONTOH, wajib=True)])
        sheet = Sheet(text.GANDA_JUDUL.format(ke=ke), isi, utama=text.GANDA_UTAMA, lebar=480, parent=self)

        def gagal(error: Exception) -> None:
            sheet.gagal(error, isi=isi)

        def simpan() -> None:
            sheet.sibuk(True)
            work = partial(history.reverse_entry, self._host.store, table, entri, isi.nilai()["alasan"])
            self._host.act(work, said=text.GANDA_SELESAI, done=lambda _v: sheet.accept(), failed=gagal, owner=sheet)

        sheet.disimpan.connect(simpan)
        sheet.open()
        isi.fokus()
