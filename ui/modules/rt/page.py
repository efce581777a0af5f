"""The page Data RT: every post with its head, searched by typing, opened with Enter."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from sipokat_desktop.kernel import nik
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.rt import queries
from sipokat_desktop.modules.rt import text as rt
from sipokat_desktop.modules.rt.queries import BarisRoster
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import EmptyState, SidePanel
from ui.kit.filter import FilterField
from ui.kit.host import Host, Page
from ui.kit.labels import Gaya, Label
from ui.kit.page import PageTitle
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role

from . import TABLES, sheets, text
from .form import hari

PERAN = {"baik": Role.BAIK, "awas": Role.PERHATIAN, "salah": Role.SALAH}


class RtPage(Page):
    """Table of posts, a forgiving search, and a panel with the chosen post."""

    tables = TABLES
    help = text.BANTUAN

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._roster: dict[str, BarisRoster] = {}
        self._nik_terlihat = False
        self._cari = FilterField(text.SARING)
        self._tabel = DataTable(_KOLOM)
        self._panel = SidePanel()
        self._jumlah = Label("", Gaya.TEBAL)
        self._build()
        self._cari.berubah.connect(lambda _teks: self._show())
        self._tabel.attach_filter(self._cari)
        self.setFocusProxy(self._tabel)
        self._tabel.opened.connect(self._edit)
        self._tabel.selected.connect(self._show_panel)

    def _build(self) -> None:
        judul = PageTitle(
            text.JUDUL,
            SecondaryButton(text.PENANDA, on=self._signers),
            SecondaryButton(text.IMPOR, "Ctrl+I", on=self._import),
            PrimaryButton(text.TAMBAH, "Ctrl+N", on=self._add),
        )
        atas = QHBoxLayout()
        atas.addWidget(self._cari, 1)
        atas.addWidget(Label(text.PETUNJUK, Gaya.KECIL))
        tata = page_column(self)
        tata.addWidget(judul)
        tata.addLayout(atas)
        tata.addLayout(table_beside(self._tabel, self._panel), 1)
        tata.addWidget(self._jumlah)

    def load(self) -> None:
        """Read the roster of today again."""
        roster = queries.roster(self._host.store.reader(), lingkup=self._host.lingkup, hari=self._host.today)
        self._roster = {_id(b): b for b in roster}
        self._show()

    def open_id(self, id: str) -> None:
        """Select the post with ``id``, or the one whose term or head has that id; ``id#field`` edits that field."""
        id, _, isian = id.partition("#")
        self._cari.clear()
        for kunci, b in self._roster.items():
            if id in (b.jabatan_id, b.masa_id, b.orang_id):
                self._tabel.select(kunci)
                self._tabel.setFocus()
                if isian:
                    self._edit(kunci, isian)
                return

    def place(self) -> str:
        """Return the selected post."""
        b = self._roster.get(self._tabel.current_id())
        return b.jabatan_id if b else ""

    def _show(self) -> None:
        dicari = kunci_cari(self._cari.text())
        cocok = [b for b in self._roster.values() if dicari in b.kunci]
        self._tabel.set_rows([self._baris(b) for b in cocok])
        self._tabel.set_empty(self._kosong())
        semua = len({b.jabatan_id for b in self._roster.values()})
        menjabat = sum(b.orang_id is not None for b in cocok)
        self._jumlah.setText(
            text.HITUNG_SARING.format(n=len(cocok), semua=semua)
            if dicari
            else text.HITUNG.format(n=semua, menjabat=menjabat)
        )
        self._show_panel(self._tabel.current_id())

    def _kosong(self) -> EmptyState:
        if self._roster:
            return EmptyState(text.TAK_KETEMU, text.TAK_KETEMU_ISI)
        return EmptyState(text.KOSONG, text.KOSONG_ISI, Aksi(text.IMPOR, self._import, utama=True))

    def _baris(self, b: BarisRoster) -> Baris:
        peran, kalimat = b.keadaan(self._host.today)
        keadaan = kalimat[:1].upper() + kalimat[1:]
        sel = (f"RT {b.nomor}", _nama(b), self._nik(b), b.hp or "", hari(b.tmt), hari(b.akhir_sk), keadaan)
        return Baris(_id(b), sel, (None,) * 6 + (PERAN[peran],))

    def _nik(self, b: BarisRoster) -> str:
        return (b.nik if self._nik_terlihat else nik.samarkan(b.nik)) or ""

    def _show_panel(self, id: str) -> None:
        b = self._roster.get(id)
        if b is None:
            self._panel.set(text.PANEL_KOSONG, "", (text.PANEL_KOSONG_ISI,))
            return
        if not b.orang_id:
            self._panel.set(
                f"RT {b.nomor}", "", (text.PANEL_LOWONG,), [Aksi(text.ISI_KETUA, lambda: self._add(b.nomor))]
            )
            return
        self._panel.set(f"RT {b.nomor} · {_nama(b)}", self._sub(b), self._paragraf(b), self._aksi(b, id))

    def _sub(self, b: BarisRoster) -> str:
        belum = text.BELUM
        return text.BARIS_SK.format(sk=b.sk_nomor or belum, tmt=hari(b.tmt) or belum, akhir=hari(b.akhir_sk) or belum)

    def _paragraf(self, b: BarisRoster) -> list[str]:
        peran, kalimat = b.keadaan(self._host.today)
        isi = [f"{kalimat}."] if peran != "baik" else []
        isi += [sebab for sebab, _, _ in self._obat(b)]
        isi += [text.BARIS_NIK.format(nik=self._nik(b))] if b.nik else []
        isi += [b.alamat] if b.alamat else []
        isi += [text.BARIS_HP.format(hp=b.hp)] if b.hp else []
        return isi + ([text.BARIS_REKENING.format(bank=b.bank or "", rekening=b.rekening)] if b.rekening else [])

    def _obat(self, b: BarisRoster) -> list[tuple[str, str, str]]:
        """Return what is wrong with a term: why it matters, the button that mends it, the input to fill."""
        peran, _ = b.keadaan(self._host.today)
        match peran:
            case "baik":
                return []
            case "salah":
                return [(text.SEBAB_HABIS, text.CATAT_SK_BARU, "akhir_sk")]
            case _ if not b.tmt:
                return [(text.SEBAB_TMT, text.ISI_TMT, "tmt")]
            case _ if not b.sk_nomor:
                return [(text.SEBAB_SK, text.CATAT_SK, "sk_nomor")]
            case _:
                return [(text.SEBAB_AKAN, text.CATAT_SK_BARU, "akhir_sk")]

    def _aksi(self, b: BarisRoster, id: str) -> list[Aksi]:
        return [
            *(Aksi(kata, partial(self._edit, id, isian), utama=True) for _, kata, isian in self._obat(b)),
            Aksi(text.UBAH, lambda: self._edit(id)),
            Aksi(text.AKHIRI, lambda: sheets.akhiri(self, self._host, b)),
            Aksi(text.RIWAYAT, lambda: sheets.riwayat(self, self._host, b)),
            Aksi(text.SEMBUNYIKAN_NIK if self._nik_terlihat else text.TAMPILKAN_NIK, self._toggle_nik),
        ]

    def _toggle_nik(self) -> None:
        self._nik_terlihat = not self._nik_terlihat
        self._show()

    def _add(self, nomor: str = "") -> None:
        sheets.tambah(self, self._host, nomor)

    def _edit(self, id: str, isian: str = "") -> None:
        b = self._roster.get(id)
        if b is None:
            return
        if b.masa_id:
            sheets.ubah(self, self._host, b, isian)
        else:
            self._add(b.nomor)

    def _signers(self) -> None:
        sheets.penanda(self, self._host)

    def _import(self) -> None:
        nama, _ = QFileDialog.getOpenFileName(self, text.IMPOR_PILIH, str(Path.home()), text.IMPOR_SARING)
        if nama:
            from .imports import buka

            buka(self, self._host, Path(nama))


def _nama(b: BarisRoster) -> str:
    """Return the head's name, with the kind of the term where it is not the ordinary one."""
    jenis = rt.JENIS.get(b.jenis or "", "")
    if not b.nama:
        return "—"
    return b.nama if b.jenis in (None, "definitif") else text.NAMA_JENIS.format(nama=b.nama, jenis=jenis)


def _id(b: BarisRoster) -> str:
    return b.masa_id or b.jabatan_id


_KOLOM = tuple(
    Kolom(kunci, judul, lebar, stretch, sembunyi=sembunyi)
    for (kunci, lebar, stretch, sembunyi), judul in zip(
        (
            ("rt", 0, 0, 0), ("nama", 120, 3, 0), ("nik", 0, 0, 3), ("hp", 0, 0, 4), ("tmt", 0, 0, 2),
            ("akhir", 0, 0, 1), ("keadaan", 0, 0, 0),
        ),
        text.KOLOM,
        strict=True,
    )
)  # fmt: skip
