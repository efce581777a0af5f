"""Acts on the invitations of the opened event: invite, withdraw, bring up to date after a change of head."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from sipokat_desktop.modules.bimtek import ops
from sipokat_desktop.modules.bimtek.model import HasilSegarkan, HasilTarik, HasilUndang
from ui.kit.host import Host

from . import text_undang as text
from .boleh import larangan_catat
from .isi import Peserta
from .tanya import tanya

if TYPE_CHECKING:
    from .detail import Detail


class TindakanUndangan:
    """Invites to the event that ``detail`` shows; what this office may not do is answered with the reason."""

    def __init__(self, host: Host, detail: Detail) -> None:
        self._host, self._detail = host, detail

    def boleh(self) -> bool:
        """Return whether this office may invite now; where not, the reason is said."""
        sebab = larangan_catat(self._host, self._detail.isi.kegiatan)
        if sebab:
            self._host.messages.info(sebab)
        return not sebab

    def buka(self) -> None:
        """Open the sheet in which people are invited."""
        if self.boleh():
            from . import undang

            undang.buka(self._detail, self._host, self._detail.isi)

    def dari_lembar(self) -> None:
        """Ask for a spreadsheet with who is invited."""
        if self.boleh():
            from . import undang_impor

            undang_impor.pilih(self._detail, self._host, self._detail.isi)

    def undang(self, jabatan_ids: Sequence[str]) -> None:
        """Invite posts at once."""
        if self.boleh():
            work = partial(ops.undang, self._host.store, self._detail.kegiatan_id, jabatan_ids=jabatan_ids)
            self._host.act(work, said=kalimat, owner=self._detail)

    def segarkan(self) -> None:
        """Write the invitations for who heads the posts now."""
        if self.boleh():
            work = partial(ops.segarkan, self._host.store, self._detail.kegiatan_id)
            self._host.act(work, said=_disegarkan, owner=self._detail)

    def tarik(self, siapa: Sequence[Peserta]) -> None:
        """Ask, then withdraw the invitations of these people."""
        if not self.boleh():
            return
        kata = text.TARIK_ISI.format(nama=siapa[0].siapa)
        if len(siapa) > 1:
            kata = text.TARIK_ISI_BANYAK.format(n=len(siapa))
        ids = [p.undangan.undangan_id for p in siapa if p.undangan is not None]
        work = partial(ops.tarik, self._host.store, ids)
        tanya(self._detail, self._host, text.TARIK_JUDUL, kata, utama=text.TARIK_UTAMA, work=work, said=_ditarik)


def kalimat(hasil: object) -> str:
    """Say what inviting did."""
    if not isinstance(hasil, HasilUndang):
        return ""
    bagian = (
        text.BERHASIL.format(n=len(hasil.diundang)),
        text.SUDAH.format(n=hasil.sudah) if hasil.sudah else "",
        text.LOWONG.format(n=len(hasil.dilewati)) if hasil.dilewati else "",
    )
    return " ".join(filter(None, bagian))


def _disegarkan(hasil: object) -> str:
    n = len(hasil.diubah) if isinstance(hasil, HasilSegarkan) else 0
    return text.DIPERBARUI.format(n=n) if n else text.PERBARUI_NIHIL


def _ditarik(hasil: object) -> str:
    if not isinstance(hasil, HasilTarik):
        return ""
    lewat = f" {hasil.dilewati[0].kalimat}" if hasil.dilewati else ""
    return text.DITARIK.format(n=hasil.ditarik) + lewat
