"""The card in *Pengaturan* that switches the notices."""

from __future__ import annotations

from ui.kit.cards import Card
from ui.kit.form import Form, Isian, Jenis
from ui.kit.labels import Gaya, Label

from . import text_kabar as text
from .notices import WANTED, wanted
from .port import Office


class NoticeCard(Card):
    """One choice, used at once."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._form = Form([Isian("kabar", text.PILIH, Jenis.PILIHAN, pilihan=text.PILIHAN, wajib=True)])
        self._form.diubah.connect(self._keep)
        self.add(Label(text.KARTU, Gaya.SUBJUDUL))
        self.add(Label(text.KARTU_ISI, Gaya.KECIL, lipat=True))
        self.add(self._form)

    def load(self) -> None:
        """Show the present choice."""
        self._form.isi({"kabar": "1" if wanted(self._office) else "0"})

    def _keep(self) -> None:
        nilai = self._form.nilai()["kabar"]
        if nilai:
            self._office.store.set_setting(WANTED, nilai)
        else:
            self.load()
