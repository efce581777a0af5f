"""The page Sinkronisasi: the present state, why it last failed, and every receipt."""

from __future__ import annotations

from sipokat_desktop.kernel import tanggal
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import EmptyState, SidePanel
from ui.kit.host import Host, Page
from ui.kit.labels import Notice, StatusDot
from ui.kit.page import PageTitle
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import flashdisk, text
from .autosync import AutoSync
from .port import Office


class SyncPage(Page):
    """State, failure, receipts; the button syncs now or enrols this computer."""

    help = text.BANTUAN_SINKRON
    panduan = "sinkron"
    always = True

    def __init__(self, host: Host, office: Office, sync: AutoSync, enrol: Aksi) -> None:
        super().__init__()
        self._host, self._office, self._sync = host, office, sync
        self._keadaan = StatusDot()
        self._gagal = Notice("")
        self._tabel = DataTable(_KOLOM)
        self._panel = SidePanel()
        self._kirim = PrimaryButton(text.SINKRONKAN, "F5", on=sync.run)
        self._daftar = PrimaryButton(enrol.teks, on=enrol.lakukan)
        self._nanti = SecondaryButton(text.FOTO_NANTI, on=office.stop_photos)
        self._tulis = SecondaryButton(text.FD_TULIS, on=lambda: flashdisk.write(host, office, self))
        self._baca = SecondaryButton(text.FD_BACA, on=lambda: flashdisk.read(host, office, self))
        self._tabel.selected.connect(self._show)
        self._tabel.opened.connect(self._print)
        sync.told.connect(self._told)
        self.setFocusProxy(self._tabel)
        self._build()

    def _build(self) -> None:
        tata = page_column(self)
        tata.addWidget(PageTitle(text.SINKRON_JUDUL, self._nanti, self._baca, self._tulis, self._daftar, self._kirim))
        tata.addWidget(self._keadaan)
        tata.addWidget(self._gagal)
        tata.addLayout(table_beside(self._tabel, self._panel), 1)

    def _told(self, teks: str, role: Role) -> None:
        """Show the state; while photos are under way they can be left for later."""
        self._keadaan.set(teks, role)
        self._nanti.setVisible(self._sync.running and self._office.status().photos > 0)

    def load(self) -> None:
        """Read state and receipts again."""
        status = self._office.status()
        self._kirim.setVisible(status.enrolled and not status.enrol_again)
        self._daftar.setVisible(not status.enrolled or status.enrol_again)
        hal = [text.GANGGUAN_SEBELUM.format(sebab=status.trouble)] if status.trouble else []
        hal += [self._office.clock_warning] if self._office.clock_warning else []
        hal += [text.FOTO_HILANG.format(n=status.photos_gone)] if status.photos_gone else []
        hal += [text.TERTAHAN.format(n=status.stuck)] if status.stuck else []
        self._gagal.set("\n".join(hal), Role.PERHATIAN)
        self._sync.tell()
        kini = self._host.store.clock()
        self._tabel.set_rows(
            [
                Baris(
                    str(no),
                    (
                        str(no),
                        tanggal.waktu(at, kini),
                        str(isi["terkirim"]),
                        str(isi["diterima"]),
                        str(isi["tertahan"]),
                        text.BUKTI_SAMA if sama else text.BUKTI_BEDA,
                    ),
                    (None,) * 5 + (Role.BAIK if sama else Role.PERHATIAN,),
                )
                for no, at, sama, isi in self._office.receipts()
            ]
        )
        self._tabel.set_empty(EmptyState(text.BUKTI_KOSONG, text.BUKTI_KOSONG_ISI))
        self._show(self._tabel.current_id())

    def _show(self, id: str) -> None:
        if not id:
            self._panel.set(text.BUKTI, "", (text.BUKTI_PANEL_KOSONG,))
            return
        baris = [
            text.BUKTI_BARIS.format(tabel=label, sini=sini, kota=kota)
            for label, sini, kota in self._office.receipt_sides(int(id))
        ]
        self._panel.set(text.BUKTI_PANEL.format(no=id), "", baris, [Aksi(text.BUKTI_CETAK, lambda: self._print(id))])

    def _print(self, id: str) -> None:
        def tampil(isi: bytes) -> None:
            from ui.kit import paper

            judul, nama = text.BUKTI_PANEL.format(no=id), f"bukti-{id}.pdf"
            paper.lihat(self, self._host.store, judul=judul, isi=isi, kertas="A4", nama=nama)

        self._host.jobs.run(self._office.receipt_pdf, int(id), apa=text.BUKTI_CETAK, done=tampil, owner=self)


_KOLOM = tuple(
    Kolom(judul, judul, stretch=int(ke == 1), rata=Rata.KANAN if 2 <= ke <= 4 else Rata.KIRI, sembunyi=int(ke == 0))
    for ke, judul in enumerate(text.BUKTI_KOLOM)
)
