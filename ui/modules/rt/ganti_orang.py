"""Who becomes head: somebody on record, found by name or NIK, or somebody new."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import nik
from sipokat_desktop.modules.rt.calon import calon as cari_calon
from sipokat_desktop.storage import many
from ui.kit.buttons import SecondaryButton
from ui.kit.filter import FilterField
from ui.kit.form import Form, Isian
from ui.kit.host import Host
from ui.kit.labels import Notice, set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role, theme_of

from . import text
from .form import TANGGAL, hari

JEDA_MS = 150
PALING_SEDIKIT = 2
"""Letters from which on people are looked for."""
TAMPAK = 4


class OrangBaru(QWidget):
    """A search over the people on record, and the form of the new head; ``orang_id`` is the chosen one, or ""."""

    def __init__(self, host: Host, isian: Sequence[Isian], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.orang_id = ""
        self.form = Form(isian, lajur=1)
        self.form.isi({"jenis": "definitif"})
        self._cari = FilterField(text.GANTI_CARI)
        self._hasil = DataTable((Kolom("nama", "", stretch=2), Kolom("apa", "", stretch=3)))
        self._pakai = Notice("", Role.AKSEN)
        self._lepas = SecondaryButton(text.GANTI_LEPAS, on=self._lain)
        self._jeda = QTimer(self, singleShot=True, interval=JEDA_MS)
        self._jeda.timeout.connect(self._temukan)
        self._cari.berubah.connect(lambda _teks: self._jeda.start())
        self._hasil.hide_head()
        self._hasil.attach_filter(self._cari)
        self._hasil.opened.connect(self._pilih)
        self._build()
        self.pakai("")

    def _build(self) -> None:
        theme = theme_of(self)
        dipakai = QHBoxLayout()
        dipakai.addWidget(self._pakai, 1)
        dipakai.addWidget(self._lepas)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(12))
        for part in (self._cari, self._hasil):
            box.addWidget(part)
        box.addLayout(dipakai)
        box.addWidget(self.form)
        set_shown(self._hasil, False)

    def nama(self) -> str:
        """Return the name as typed."""
        return self.form.nilai()["nama"]

    def pakai(self, orang_id: str) -> None:
        """Take somebody on record as the new head, "" for a new person; the form stays as it is."""
        row = many.rows(self._host.store.reader(), "rt_orang", [orang_id]).get(orang_id) if orang_id else None
        self.orang_id = orang_id if row else ""
        self._pakai.set(text.GANTI_PAKAI.format(nama=row["nama"]) if row else "", Role.AKSEN)
        set_shown(self._lepas, row is not None)
        set_shown(self._cari, row is None)

    def _temukan(self) -> None:
        teks = self._cari.text().strip()
        con, lingkup = self._host.store.reader(), self._host.lingkup
        calon = cari_calon(con, lingkup=lingkup, teks=teks) if len(teks) >= PALING_SEDIKIT else []
        self._hasil.set_rows(
            [Baris(c.orang_id, (c.nama, " · ".join(filter(None, (c.keterangan, nik.samarkan(c.nik)))))) for c in calon]
        )
        set_shown(self._hasil, bool(calon))
        self._hasil.setFixedHeight(theme_of(self).tinggi_baris * min(len(calon), TAMPAK) + 4)
        if calon:
            self._hasil.select(calon[0].orang_id)

    def _pilih(self, orang_id: str) -> None:
        """Fill the form with what is on record of the chosen person; the term's inputs stay as typed."""
        row = many.rows(self._host.store.reader(), "rt_orang", [orang_id]).get(orang_id, {})
        tersimpan = {
            kunci: hari(str(nilai)) if kunci in TANGGAL else str(nilai)
            for kunci, nilai in row.items()
            if nilai is not None
        }
        self.pakai(orang_id)
        self._cari.clear()
        self._jeda.stop()
        set_shown(self._hasil, False)
        self.form.pulihkan(self.form.draf() | {k: v for k, v in tersimpan.items() if k in self.form.draf()})
        self.form.fokus("nama")

    def _lain(self) -> None:
        self.pakai("")
        self.form.pulihkan(self.form.draf() | dict.fromkeys(_ORANG, ""))
        self._cari.setFocus()


_ORANG = ("nama", "nik", "hp", "alamat", "kelamin", "tempat_lahir", "tanggal_lahir")
