"""The order of priority by Alt+Up and Alt+Down: the rows move at once, what was moved is saved behind them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.usulan import ops
from sipokat_desktop.modules.usulan.model import Usulan
from ui.kit.host import Host

from . import text


class Prioritas:
    """Moves proposals of one list (kelurahan and year); ``tampil`` is called with the new order of all of them,
    ``muat`` where it could not be saved.

    Presses that come while one is being saved are saved together as the next act.
    """

    def __init__(
        self, halaman: QWidget, host: Host, tampil: Callable[[Sequence[Usulan]], object], muat: Callable[[], object]
    ) -> None:  # fmt: skip
        self._halaman, self._host, self._tampil, self._muat = halaman, host, tampil, muat
        self._mau: list[str] = []
        self._daftar: tuple[str, int] = ("", 0)
        self._kata = ""
        self._menyimpan = False

    @property
    def sedang(self) -> bool:
        """Tell whether an order is still being saved, so that what is read meanwhile may be older."""
        return self._menyimpan

    def geser(
        self, semua: Sequence[Usulan], tampak: Sequence[Usulan], dipilih: Sequence[Usulan], arah: int
    ) -> None:  # fmt: skip
        """Move the chosen rows one visible row up (-1) or down (1), and say why where they cannot.

        ``tampak`` are the rows shown in the order of the lists, none where the table is sorted otherwise.
        """
        lingkup = dipilih[0].lingkup
        kata = ""
        if not tampak:
            kata = text.URUT_DULU
        elif any(u.lingkup != lingkup for u in dipilih):
            kata = text.URUT_KELURAHAN
        else:
            daftar = [u for u in semua if u.lingkup == lingkup]
            urutan = geser(
                [u.usulan_id for u in daftar], [u.usulan_id for u in tampak if u.lingkup == lingkup],
                {u.usulan_id for u in dipilih}, arah,
            )  # fmt: skip
            if urutan:
                self._pindah(semua, daftar, urutan, dipilih, arah)
                return
            kata = text.URUT_UJUNG.format(ujung=text.ATAS if arah < 0 else text.BAWAH)
        self._host.messages.info(kata)

    def _pindah(
        self, semua: Sequence[Usulan], daftar: Sequence[Usulan], urutan: Sequence[str], dipilih: Sequence[Usulan],
        arah: int,
    ) -> None:  # fmt: skip
        """Show and save an order: those numbered before keep a number, and all above what was moved get one."""
        pilih = {u.usulan_id for u in dipilih}
        terakhir = max(ke for ke, id in enumerate(urutan, 1) if id in pilih) + (arah < 0)
        akhir = max(sum(u.prioritas is not None for u in daftar), terakhir)
        nomor = {id: n for n, id in enumerate(urutan[:akhir], 1)}
        per = {u.usulan_id: u for u in daftar}
        baru = iter([per[id]._replace(prioritas=nomor.get(id)) for id in urutan])
        satu = dipilih[0]
        self._mau, self._daftar = list(nomor), (satu.lingkup, satu.tahun)
        self._kata = text.DIURUTKAN.format(judul=satu.judul, n=nomor[satu.usulan_id])
        if len(dipilih) > 1:
            self._kata = text.DIURUTKAN_N.format(n=len(dipilih))
        self._tampil([next(baru) if u.lingkup == satu.lingkup else u for u in semua])
        self._simpan()

    def _simpan(self) -> None:
        """Save the latest order, one act after another."""
        if self._menyimpan or not self._mau:
            return
        mau, self._mau = self._mau, []
        self._menyimpan = True
        work = partial(ops.urutkan, self._host.store, *self._daftar, mau)
        self._host.act(work, said=self._kata, done=self._beres, failed=self._gagal, owner=self._halaman)

    def _beres(self, _hasil: object) -> None:
        self._menyimpan = False
        self._simpan()

    def _gagal(self, error: Exception) -> None:
        """Say why, and show what is saved."""
        self._menyimpan, self._mau = False, []
        self._host.tell(error)
        self._muat()


def geser(daftar: Sequence[str], tampak: Sequence[str], pilih: Collection[str], arah: int) -> list[str]:
    """Return ``daftar`` with the chosen ids, kept together, one visible place further; [] where that is no place."""
    blok = [id for id in tampak if id in pilih]
    ke = tampak.index(blok[0] if arah < 0 else blok[-1]) + arah
    if not 0 <= ke < len(tampak):
        return []
    urutan = [id for id in daftar if id not in pilih]
    di = urutan.index(tampak[ke]) + (arah > 0)
    return [*urutan[:di], *blok, *urutan[di:]]
