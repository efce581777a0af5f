"""What can be done with the chosen units: which acts are offered, what each opens, why one is not for this office."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.ponsel import ops, rules
from sipokat_desktop.modules.ponsel.model import BELUM, DIPEGANG, DITARIK, GANDA, KEMBALI, Kejadian, Unit
from ui.kit.act_panel import Pilihan
from ui.kit.buttons import Aksi
from ui.kit.host import Host
from ui.kit.riwayat import buka as buka_riwayat

from . import kejadian_lembar, serah_lembar, surat, text, unit_lembar
from .sumber import UnitSource

Banyak = Sequence[Unit]
DI_KANTOR = frozenset({BELUM, KEMBALI})
_DIGIT_IMEI = 15


class Tindakan:
    """Opens the sheets of the acts on ``halaman``; what this office may not write is answered with the reason."""

    def __init__(self, halaman: QWidget, host: Host, sumber: UnitSource, ditambah: Callable[[str], object]) -> None:
        self._halaman, self._host, self._sumber, self._ditambah = halaman, host, sumber, ditambah
        self._tak_ada = ""

    def larangan(self, tabel: str = "ponsel_serah") -> str:
        """Return why this office may not record hand-overs here, "" where it may."""
        return self._host.larangan(tabel)

    def boleh(self, tabel: str) -> bool:
        """Return whether this office may write rows of a table; where it may not, the reason is said."""
        sebab = self.larangan(tabel)
        if sebab:
            self._host.messages.perhatian(sebab)
        return not sebab

    # what is offered

    def utama(self, semua: Banyak) -> list[Pilihan]:
        """Return the acts that come next for units: the likeliest first."""
        keadaan = {u.keadaan for u in semua}
        if (keadaan <= DI_KANTOR or keadaan == {DITARIK}) and all(u.kondisi != "hilang" for u in semua):
            return [self._serah_terima("serah", semua)]
        if keadaan == {DIPEGANG}:
            return [self._serah_terima("kembali", semua), self._serah_terima("alih", semua)]
        return []

    def menu(self, semua: Banyak) -> list[Pilihan]:
        """Return every act for the chosen units."""
        pilihan = self.utama(semua)
        if all(u.keadaan not in (DITARIK, GANDA) for u in semua):
            pilihan.append(self._serah_terima("tarik", semua))
        return pilihan if len(semua) > 1 else [*pilihan, *self._kejadian(semua[0]), *self._data(semua[0])]

    def _serah_terima(self, jenis: str, semua: Banyak) -> Pilihan:
        satu, banyak, tombol = _SERAH[jenis]
        kata = satu if len(semua) == 1 else banyak.format(n=len(semua))
        return Pilihan(kata, partial(self.serah_terima, jenis, semua), tombol)

    def _kejadian(self, u: Unit) -> list[Pilihan]:
        k = kejadian_lembar.terbuka(self._host, u) if u.kejadian else None
        if k is not None:
            pilihan = self.obat_kejadian(u, k)
        elif u.kondisi in _PULIH:
            pilihan = [self._pulih(u, u.kondisi)]
        else:
            pilihan = [self._rusak_hilang(u)]
        if not u.bantuan and u.keadaan == DIPEGANG:
            pilihan.append(Pilihan(text.BANTUAN_MINTA, partial(self.bantuan, u), "Alt+M"))
        return pilihan

    def lazim(self, u: Unit) -> list[Pilihan]:
        """Return the usual acts for a unit about which nothing needs attention."""
        utama = self.utama([u])[:1]
        return [*utama, self._rusak_hilang(u)] if u.keadaan == DIPEGANG else utama

    def _rusak_hilang(self, u: Unit) -> Pilihan:
        return Pilihan(text.KEJADIAN, partial(self.kejadian, u), "Alt+J")

    def _pulih(self, u: Unit, kondisi: str) -> Pilihan:
        jenis, kata = _PULIH[kondisi]
        return Pilihan(kata, partial(self.pulih, u, jenis))

    def obat_kejadian(self, u: Unit, k: Kejadian) -> list[Pilihan]:
        """Return what ends an open incident, the likeliest first."""
        hilang = k.jenis == "hilang"
        ganti = [Pilihan(text.GANTI, partial(self.ganti, u))] if u.keadaan == DIPEGANG else []
        urus = Pilihan(text.SURAT if hilang else text.LANJUT, partial(self.urus, u))
        sembuh = self._pulih(u, "hilang" if hilang else "rusak_ringan")
        return [urus, *ganti, sembuh] if hilang and not k.polisi_nomor else [*ganti, sembuh, urus]

    def _data(self, u: Unit) -> list[Pilihan]:
        pilihan = []
        if u.serah_id and u.keadaan != GANDA:
            pilihan.append(Pilihan(text.BATALKAN, partial(self.batal, u.serah_id)))
        pilihan += [Pilihan(text.UBAH, partial(self.ubah, u)), Pilihan(text.RIWAYAT, partial(self.riwayat, u))]
        if u.jabatan_id:
            pilihan.append(Pilihan(text.KE_RT, partial(self._host.go, "rt", u.jabatan_id)))
        if u.keadaan == BELUM and not (u.serah_id or u.kejadian or u.bantuan):
            pilihan.append(Pilihan(text.HAPUS, partial(self.hapus, u)))
        return pilihan

    # what it opens

    def serah_terima(self, jenis: str, semua: Banyak) -> None:
        """Open the sheet of a hand-over for units."""
        if self.boleh("ponsel_serah"):
            _BUKA[jenis](self._halaman, self._host, semua)

    def coba(self, jenis: str, semua: Banyak) -> None:
        """Open the sheet of a hand-over where it is offered for these units, else say why not."""
        tombol = _SERAH[jenis][2]
        if any(p.tombol == tombol for p in self.utama(semua)):
            self.serah_terima(jenis, semua)
        elif len(semua) > 1 and not self.utama(semua):
            self._host.messages.info(text.BERBEDA)
        else:
            self._host.messages.info(text.TAK_DAPAT[jenis])

    def alih_sekarang(self, u: Unit) -> None:
        """Pass a unit of a former head on to who heads the RT now."""
        if self.boleh("ponsel_serah"):
            kepada = serah_lembar.pengganti_ketua(self._host, u)
            serah_lembar.alih(self._halaman, self._host, [u], kepada)

    def batal(self, serah_id: str) -> None:
        """Take a hand-over back."""
        if self.boleh("ponsel_serah"):
            serah_lembar.batal(self._halaman, self._host, serah_id)

    def sambung(self, u: Unit, serah_id: str) -> None:
        """Put a hanging hand-over after what holds now."""
        if self.boleh("ponsel_serah"):
            kata = text.DISAMBUNG.format(sebutan=u.sebutan)
            self._host.act(partial(ops.sambung, self._host.store, serah_id), said=kata, owner=self._halaman)

    def kejadian(self, u: Unit) -> None:
        """Record that a unit broke or was lost."""
        if self.boleh("ponsel_kejadian"):
            ganti = lambda _id: self.ganti(self._sumber.unit(u.unit_id) or u)  # noqa: E731
            kejadian_lembar.kejadian(self._halaman, self._host, u, ganti)

    def pulih(self, u: Unit, jenis: str) -> None:
        """Record that a unit was repaired or found."""
        if self.boleh("ponsel_kejadian"):
            kejadian_lembar.pulih(self._halaman, self._host, u, jenis)

    def urus(self, u: Unit) -> None:
        """Add the police letter and the follow-up of the open incident."""
        k = kejadian_lembar.terbuka(self._host, u)
        if k is not None and self.boleh("ponsel_kejadian"):
            kejadian_lembar.urus(self._halaman, self._host, u, k)

    def ganti(self, u: Unit) -> None:
        """Replace a broken or lost unit by one of the office."""
        k = kejadian_lembar.terbuka(self._host, u)
        if k is None or not self.boleh("ponsel_serah"):
            return
        ada = [b for b in self._sumber.units if b.lingkup == u.lingkup and b.keadaan in DI_KANTOR]
        baik = [b for b in ada if b.kondisi in ("", "baik", "rusak_ringan")]
        kejadian_lembar.ganti(self._halaman, self._host, u, k, baik, self.tambah)

    def bantuan(self, u: Unit) -> None:
        """Ask the city for help."""
        if self.boleh("ponsel_bantuan"):
            kejadian_lembar.bantuan(self._halaman, self._host, u)

    def tambah(self, awal: Mapping[str, str] = {}) -> None:
        """Record a new unit, with what is known of it already."""
        if self.boleh("ponsel_unit"):
            unit_lembar.tambah(self._halaman, self._host, self._units, selesai=self._ditambah, awal=awal)

    def belum_ada(self, teks: str) -> None:
        """Say that no unit has a number that was scanned, and offer to record it."""
        tambah = Aksi(text.PINDAI_TAMBAH, partial(self.tambah, self.terbaca(teks)), "Alt+B")
        self._tak_ada = text.PINDAI_TAK_ADA.format(teks=teks)
        self._host.messages.perhatian(self._tak_ada, tambah)

    @staticmethod
    def terbaca(teks: str) -> dict[str, str]:
        """Return what a scanned number says of a new unit: an IMEI by its length, so that a wrong one is told."""
        imei = rules.rapikan_imei(teks)
        return {"imei1": imei} if imei.isdigit() and len(imei) == _DIGIT_IMEI else {"seri": teks}

    def ditemukan(self) -> None:
        """Take back that a number was not found, once another one is."""
        if self._tak_ada and self._host.messages.teks() == self._tak_ada:
            self._host.messages.tutup()

    def ubah(self, u: Unit) -> None:
        """Change what is known of a unit."""
        if self.boleh("ponsel_unit"):
            unit_lembar.ubah(self._halaman, self._host, u, self._units)

    def hapus(self, u: Unit) -> None:
        """Delete a unit that was recorded by mistake; *Urungkan* brings it back."""
        if self.boleh("ponsel_unit"):
            kata = text.DIHAPUS.format(sebutan=u.sebutan)
            self._host.act(partial(ops.hapus_unit, self._host.store, u.unit_id), said=kata, owner=self._halaman)

    def riwayat(self, u: Unit) -> None:
        """Show who changed what on a unit."""
        buka_riwayat(self._halaman, self._host, [u.unit_id], text.RIWAYAT_JUDUL.format(sebutan=u.sebutan))

    def cetak(self, u: Unit) -> list[surat.Pilihan]:
        """Return the papers of a unit."""
        return surat.pilihan(self._halaman, self._host, u.unit_id)

    def _units(self) -> Banyak:
        return self._sumber.units


_PULIH = {
    "hilang": ("ditemukan", text.DITEMUKAN),
    "rusak_ringan": ("diperbaiki", text.DIPERBAIKI),
    "rusak_berat": ("diperbaiki", text.DIPERBAIKI),
}
"""What ends a bad condition."""
_SERAH = {
    "serah": (text.SERAHKAN, text.SERAHKAN_N, "Alt+S"),
    "kembali": (text.CATAT_KEMBALI, text.CATAT_KEMBALI_N, "Alt+K"),
    "alih": (text.ALIHKAN, text.ALIHKAN_N, ""),
    "tarik": (text.TARIK, text.TARIK_N, ""),
}
_BUKA: dict[str, Callable[[QWidget, Host, Banyak], object]] = {
    "serah": serah_lembar.serah,
    "kembali": serah_lembar.kembali,
    "alih": serah_lembar.alih,
    "tarik": serah_lembar.tarik,
}
