"""The card in *Pengaturan* that switches the notices."""

from __future__ import annotations

from functools import partial

from shiboken6 import isValid

from sipokat_desktop.storage.store import Store
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.setelan import KartuSetelan, Setel

from . import text_kabar as text
from .notices import WANTED, wanted
from .port import Office


class NoticeCard(KartuSetelan):
    """One choice, used at once."""

    def __init__(self, host: Host, office: Office) -> None:
        super().__init__()
        self._host, self._office = host, office
        self._form = Form([Isian("kabar", text.PILIH, Jenis.PILIHAN, pilihan=text.PILIHAN, wajib=True)])
        self._form.diubah.connect(self._keep)
        self.add(Label(text.KARTU, Gaya.SUBJUDUL))
        self.add(Label(text.KARTU_ISI, Gaya.KECIL, lipat=True))
        self.add(self._form)

    def load(self) -> None:
        """Show the present choice."""
        self._form.isi({"kabar": "1" if wanted(self._office) else "0"})

    def _keep(self) -> None:
        nilai, lama = self._form.nilai()["kabar"], "1" if wanted(self._office) else "0"
        if nilai in ("", lama):
            self.load()
            return
        pakai = partial(self._use, self._office.store)
        kata = text.DIPILIH.format(pilihan=dict(text.PILIHAN)[nilai])
        self._host.setel(Setel(partial(pakai, nilai), partial(pakai, lama), kata))

    def _use(self, store: Store, nilai: str) -> None:
        store.set_setting(WANTED, nilai)
        if isValid(self):
            self.load()
