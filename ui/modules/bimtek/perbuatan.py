"""What an opened event opens besides: its papers, the list typed from paper, the rest recorded as absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.host import Host

from .boleh import larangan_ubah
from .isi import Peserta

if TYPE_CHECKING:
    from .detail import Detail


class Perbuatan:
    """Opens them for the event that ``detail`` shows; each is read when it is first asked for."""

    def __init__(self, host: Host, detail: Detail) -> None:
        self._host, self._detail = host, detail

    def lembar_kertas(self) -> None:
        """Open the sheet in which a signed list is typed."""
        if self._detail.tandai.boleh():
            from . import lembar_kertas

            lembar_kertas.buka(self._detail, self._host)

    def sisa(self) -> None:
        """Ask whether who is not recorded shall be recorded as absent."""
        from . import sisa

        sisa.buka(self._detail, self._host)

    def cetak_satu(self, p: Peserta) -> None:
        """Show the invitation of one participant."""
        from . import surat

        surat.undangan(self._detail, self._host, self._detail.isi, p)

    def cetak_undangan(self) -> None:
        """Show the invitations."""
        from . import surat

        surat.undangan(self._detail, self._host, self._detail.isi)

    def laporan(self) -> None:
        """Show the report; as long as nothing was written for it, ask for that first."""
        from . import surat

        k = self._detail.isi.kegiatan
        surat_ = surat.Surat(self._detail, self._host, k)
        tertulis = k.latar_belakang or k.tujuan or k.hasil or k.saran
        if tertulis or not k.terbuka or larangan_ubah(self._host, k):
            surat_.laporan()
        else:
            surat_.isi_laporan()
