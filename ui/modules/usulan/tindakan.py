"""What can be done with the chosen proposals: the acts offered, what each opens, why one is not for this office."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.usulan import ops, queries
from sipokat_desktop.modules.usulan.model import Usulan
from ui.kit.act_panel import Pilihan
from ui.kit.host import Host
from ui.kit.riwayat import buka as buka_riwayat

from . import text
from .sumber import UsulanSource

Banyak = Sequence[Usulan]
_DISEBUT = 5
"""Of so many merged proposals each is offered by its RT."""


class Tindakan:
    """Opens the sheets of the acts on ``halaman``; ``tuju`` goes to a proposal, ``geser`` moves the chosen ones."""

    def __init__(
        self, halaman: QWidget, host: Host, sumber: UsulanSource, tuju: Callable[[str], object],
        geser: Callable[[int], object],
    ) -> None:  # fmt: skip
        self._halaman, self._host, self._sumber, self.tuju, self._geser = halaman, host, sumber, tuju, geser

    def boleh(self, semua: Banyak = (), tabel: str = "usulan_butir") -> bool:
        """Return whether this office may write (these proposals, else in the kelurahan shown); the reason is said."""
        tempat = {u.lingkup for u in semua} or {self._host.lingkup}
        sebab = next(filter(None, (self._host.larangan(tabel, lingkup=satu) for satu in sorted(tempat))), "")
        if sebab:
            self._host.messages.perhatian(sebab)
        return not sebab

    def _pemilik(self, semua: Banyak) -> bool:
        """Tell whether these proposals are this office's own to change."""
        return not any(self._host.larangan("usulan_butir", lingkup=satu) for satu in {u.lingkup for u in semua})

    def petunjuk(self) -> str:
        """Say which keys do something here for this office."""
        if not self._host.larangan("usulan_butir"):
            return text.PETUNJUK
        return text.PETUNJUK_BACA if self._host.larangan("usulan_status") else text.PETUNJUK_STATUS

    def keterangan(self, u: Usulan) -> str:
        """Say what this office may do with a proposal that another one records, "" where it may do all."""
        sebab = self._host.larangan("usulan_butir", lingkup=u.lingkup)
        if not sebab or self._host.larangan("usulan_status", lingkup=u.lingkup):
            return sebab
        return text.BOLEH_STATUS.format(kantor=wilayah.nama_kantor(u.lingkup))

    # what is offered

    def lazim(self, u: Usulan) -> list[Pilihan]:
        """Return the usual acts for one proposal, the likeliest first."""
        if not u.terbuka and self._pemilik([u]):
            return []
        return [self._status([u])]

    def menu(self, semua: Banyak) -> list[Pilihan]:
        """Return every act for the chosen proposals."""
        pilihan = [self._status(semua)]
        if not self._pemilik(semua):
            return pilihan if len(semua) > 1 else [*pilihan, *self._lihat(semua[0])]
        if len(semua) > 1:
            pilihan.append(Pilihan(text.GABUNG_N.format(n=len(semua)), partial(self.gabung, semua), "Alt+G"))
        else:
            pilihan.append(Pilihan(text.UBAH, partial(self.ubah, semua[0]), "Enter"))
        pilihan += [
            Pilihan(text.NAIK, partial(self._geser, -1), "Alt+↑"), Pilihan(text.TURUN, partial(self._geser, 1), "Alt+↓")
        ]  # fmt: skip
        kata = text.LAGI if len(semua) == 1 else text.LAGI_N.format(n=len(semua))
        pilihan.append(Pilihan(kata, partial(self.lagi, semua), "Alt+N"))
        hapus = text.HAPUS if len(semua) == 1 else text.HAPUS_N.format(n=len(semua))
        satu = self._satu(semua[0]) if len(semua) == 1 else []
        return [*pilihan, *satu, Pilihan(hapus, partial(self.hapus, semua))]

    def _status(self, semua: Banyak) -> Pilihan:
        kata = text.STATUS if len(semua) == 1 else text.STATUS_N.format(n=len(semua))
        return Pilihan(kata, partial(self.status, semua), "Alt+S")

    def _satu(self, u: Usulan) -> list[Pilihan]:
        pilihan = self._pisah(u) if u.anggota else []
        pilihan.append(Pilihan(text.HUBUNGKAN, partial(self.hubungkan, u)))
        pilihan += [Pilihan(text.LEPASKAN, partial(self.lepaskan, u))] if u.dasar else []
        pilihan.append(Pilihan(text.STATUS_RIWAYAT, partial(self.langkah, u)))
        return [*pilihan, *self._lihat(u)]

    def _pisah(self, u: Usulan) -> list[Pilihan]:
        """Offer to let go of all that was merged into a proposal, and where it is several, of each."""
        semua = queries.anggota(self._host.store.reader(), u.usulan_id)
        satu = [Pilihan(text.PISAH_SATU.format(siapa=a.kata_rt), partial(self.pisah, a)) for a in semua]
        return [Pilihan(text.PISAH, partial(self.pisah, u)), *(satu if 1 < len(satu) <= _DISEBUT else [])]

    def _lihat(self, u: Usulan) -> list[Pilihan]:
        ke = [Pilihan(text.KE_RT, partial(self._host.go, "rt", u.jabatan_id))] if u.jabatan_id else []
        return [Pilihan(text.RIWAYAT, partial(self.riwayat, u)), *ke]

    # what it opens

    def tambah(self) -> None:
        """Record new proposals, one after another."""
        if self.boleh():
            from . import butir_lembar

            butir_lembar.tambah(self._halaman, self._host, self._sumber, selesai=self.tuju)

    def ubah(self, u: Usulan) -> None:
        """Change a proposal."""
        if self.boleh([u]):
            from . import butir_lembar

            butir_lembar.ubah(self._halaman, self._host, u)

    def status(self, semua: Banyak) -> None:
        """Record a status of proposals."""
        if self.boleh(semua, "usulan_status"):
            from . import status_lembar

            status_lembar.catat(self._halaman, self._host, semua)

    def langkah(self, u: Usulan) -> None:
        """Correct the recorded history of statuses."""
        if self.boleh([u], "usulan_status"):
            from . import status_lembar

            status_lembar.langkah(self._halaman, self._host, u)

    def gabung(self, semua: Banyak) -> None:
        """Merge the chosen proposals, or look for likely duplicates where only one is chosen."""
        if not self.boleh(semua):
            return
        from . import gabung_lembar

        if len(semua) > 1:
            gabung_lembar.pilih(self._halaman, self._host, semua)
        else:
            tahun = semua[0].tahun if semua else self._sumber.isi.tahun or self._host.today.year + 1
            lingkup = semua[0].lingkup if semua else self._host.lingkup
            gabung_lembar.kembar(self._halaman, self._host, lingkup, tahun)

    def pisah(self, u: Usulan) -> None:
        """Let what was merged into a proposal stand on its own again."""
        if not u.anggota and not u.gabung_id:
            self._host.messages.info(text.TAK_DIGABUNG)
        elif self.boleh([u]):
            kata = text.DIPISAHKAN.format(judul=u.judul)
            self._host.act(partial(ops.pisahkan, self._host.store, [u.usulan_id]), said=kata, owner=self._halaman)

    def lagi(self, semua: Banyak) -> None:
        """Make proposals again in a later year; without any chosen, all that are open."""
        if self.boleh(semua):
            from . import lagi_lembar

            tahun = semua[0].tahun if semua else self._sumber.isi.tahun or self._host.today.year
            lagi_lembar.buka(self._halaman, self._host, tahun, semua, selesai=self.tuju)

    def hubungkan(self, u: Usulan) -> None:
        """Tie a proposal to reports of activities."""
        if self.boleh([u], "usulan_dasar"):
            from . import dasar_lembar

            dasar_lembar.hubungkan(self._halaman, self._host, u)

    def lepaskan(self, u: Usulan) -> None:
        """Take reports away from a proposal."""
        if self.boleh([u], "usulan_dasar"):
            from . import dasar_lembar

            dasar_lembar.lepaskan(self._halaman, self._host, u)

    def hapus(self, semua: Banyak) -> None:
        """Delete proposals that were recorded by mistake; *Urungkan* brings them back."""
        if self.boleh(semua):
            kata = text.DIHAPUS.format(judul=semua[0].judul)
            if len(semua) > 1:
                kata = text.DIHAPUS_N.format(n=len(semua))
            ids = [u.usulan_id for u in semua]
            self._host.act(partial(ops.hapus, self._host.store, ids), said=kata, owner=self._halaman)

    def riwayat(self, u: Usulan) -> None:
        """Show who changed what on a proposal."""
        langkah = [satu.status_id for satu in queries.riwayat(self._host.store.reader(), u.usulan_id)]
        judul = text.RIWAYAT_JUDUL.format(judul=u.judul)
        buka_riwayat(self._halaman, self._host, [u.usulan_id, *langkah], judul)
