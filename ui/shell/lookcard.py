"""The card *Tampilan* in *Pengaturan*: what is chosen counts at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.setelan import KartuSetelan, Setel

from . import text_setelan as text
from .look import Look


class LookCard(KartuSetelan):
    """Text size and colours; ``rebuild`` makes the window anew in another look, this card too."""

    def __init__(self, host: Host, look: Look, rebuild: Callable[[], object]) -> None:
        super().__init__()
        self._host, self._look, self._rebuild = host, look, rebuild
        self.form = Form(
            [
                Isian("skala", text.SKALA, Jenis.PILIHAN, pilihan=text.SKALA_PILIHAN, wajib=True),
                Isian("warna", text.WARNA, Jenis.PILIHAN, pilihan=text.WARNA_PILIHAN, wajib=True),
            ]
        )
        self.form.diubah.connect(self._apply)
        self.add(Label(text.TAMPILAN, Gaya.SUBJUDUL))
        self.add(self.form)

    def load(self) -> None:
        """Show the present look."""
        self.form.isi({"skala": str(self._look.scale), "warna": self._look.colours})

    def open_id(self, id: str) -> bool:
        """Go to an input."""
        if id not in ("skala", "warna"):
            return False
        self.form.fokus(id)
        return True

    def place(self) -> str:
        """Return the input that has the keyboard: the one in which a choice was made last."""
        return next((nama for nama in ("skala", "warna") if self.form.field(nama).hasFocus()), "")

    def _apply(self) -> None:
        baru, look = self.form.nilai(), self._look
        lama = {"skala": str(look.scale), "warna": look.colours}
        if not all(baru.values()) or baru == lama:
            self.load()
            return
        if baru["skala"] != lama["skala"]:
            kata = text.SKALA_DIUBAH.format(pilihan=dict(text.SKALA_PILIHAN)[baru["skala"]])
        else:
            kata = text.WARNA_DIUBAH.format(pilihan=dict(text.WARNA_PILIHAN)[baru["warna"]])
        pakai = partial(_wear, look, self._rebuild)
        self._host.setel(Setel(partial(pakai, baru), partial(pakai, lama), kata))


def _wear(look: Look, rebuild: Callable[[], object], nilai: dict[str, str]) -> None:
    look.change(scale=float(nilai["skala"]), colours=nilai["warna"])
    rebuild()
