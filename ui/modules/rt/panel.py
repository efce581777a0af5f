"""The side panel of Data RT: the chosen post in words, what is wrong with it, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QLabel, QWidget

from sipokat_desktop.modules.rt.queries import BarisRoster
from ui.kit.buttons import Aksi
from ui.kit.cards import SidePanel
from ui.kit.host import Host

from . import text
from .form import hari
from .source import RtSource, nama

_TINGGI_FOTO = 132
_RAGU_TERBANYAK = 4


class Tindakan(NamedTuple):
    """What the page does for the panel: change a row (at an input; a vacant post gets a head), show or mask numbers."""

    ubah: Callable[[BarisRoster, str], object]
    nik: Callable[[], object]


class RtPanel(SidePanel):
    """Shows one row of the roster."""

    def __init__(self, host: Host, sumber: RtSource, halaman: QWidget, tindakan: Tindakan) -> None:
        super().__init__()
        self._host, self._sumber, self._halaman, self._tindakan = host, sumber, halaman, tindakan
        self._tampak: tuple[object, ...] = ()

    def tampil(self, b: BarisRoster | None) -> None:
        """Show a row, or what to do when none is chosen; the same row again changes nothing."""
        tampak = (b, self._sumber.nik_terlihat, self._host.today)
        if tampak == self._tampak:
            return
        self._tampak = tampak
        if b is None:
            self.set(text.PANEL_KOSONG, "", (text.PANEL_KOSONG_ISI,))
        elif not b.orang_id:
            self.set(f"RT {b.nomor}", self._rt(b), (text.PANEL_LOWONG,), self._aksi_kosong(b))
        else:
            self.set(f"RT {b.nomor} · {nama(b)}", self._sub(b), self._paragraf(b), self._aksi(b))
            self._foto(b)

    def _rt(self, b: BarisRoster) -> str:
        bagian = [text.BARIS_RW.format(rw=b.rw)] if b.rw else []
        return " · ".join(bagian + ([text.BARIS_KK.format(kk=b.jumlah_kk)] if b.jumlah_kk is not None else []))

    def _sub(self, b: BarisRoster) -> str:
        belum = text.BELUM
        return text.BARIS_SK.format(sk=b.sk_nomor or belum, tmt=hari(b.tmt) or belum, akhir=hari(b.akhir_sk) or belum)

    def _foto(self, b: BarisRoster) -> None:
        if not b.foto:
            return
        from . import foto

        gambar = foto.gambar(self._host, b.foto, self._theme.px(_TINGGI_FOTO))
        if gambar is not None:
            label = QLabel()
            label.setPixmap(gambar)
            label.setAccessibleName(text.FOTO_JUDUL.format(nama=b.nama))
            self._column.insertWidget(2, label)

    def _paragraf(self, b: BarisRoster) -> list[str]:
        peran, kalimat = b.keadaan(self._host.today)
        isi = [f"{kalimat}."] if peran != "baik" else []
        obat = self._obat(b)
        isi += [sebab for sebab, _, _ in obat]
        sudah = {isian for _, _, isian in obat}
        ragu = [satu.kalimat for satu in b.peringatan(self._host.today) if satu.field not in sudah]
        isi += [kalimat for kalimat in ragu if kalimat not in isi][:_RAGU_TERBANYAK]
        isi += [text.BARIS_NIK.format(nik=self._sumber.nik(b))] if b.nik else []
        isi += [b.alamat] if b.alamat else []
        isi += [text.BARIS_HP.format(hp=b.hp)] if b.hp else []
        rekening = self._sumber.rekening(b)
        return isi + ([text.BARIS_REKENING.format(bank=b.bank or "", rekening=rekening)] if rekening else [])

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

    def _aksi(self, b: BarisRoster) -> list[Aksi]:
        ubah = self._tindakan.ubah
        kata = text.SEMBUNYIKAN_NIK if self._sumber.nik_terlihat else text.TAMPILKAN_NIK
        return [
            *(Aksi(kata, partial(ubah, b, isian), utama=True) for _, kata, isian in self._obat(b)),
            Aksi(text.UBAH, partial(ubah, b, "")),
            Aksi(text.GANTI_KETUA, partial(self._buka, "ganti", b)),
            Aksi(text.AKHIRI, partial(self._buka, "akhiri", b)),
            *(Aksi(t.kata, partial(self._host.go, t.page, t.id)) for t in self._host.links(b.jabatan_id)),
            Aksi(text.RIWAYAT, partial(self._buka, "riwayat", b)),
            Aksi(kata, self._tindakan.nik),
            Aksi(text.HAPUS, partial(self._buka, "hapus", b)),
        ]

    def _buka(self, apa: str, b: BarisRoster) -> None:
        """Open one of the sheets of a row; they are loaded with the first one that is asked for."""
        from . import ganti, sheets

        sheet = {
            "ganti": ganti.buka, "akhiri": sheets.akhiri, "riwayat": sheets.riwayat, "hapus": sheets.hapus,
            "ubah": sheets.ubah,
        }[apa]  # fmt: skip
        sheet(self._halaman, self._host, b)

    def _aksi_kosong(self, b: BarisRoster) -> list[Aksi]:
        return [
            Aksi(text.ISI_KETUA, partial(self._tindakan.ubah, b, ""), utama=True),
            Aksi(text.UBAH, partial(self._buka, "ubah", b)),
            Aksi(text.RIWAYAT, partial(self._buka, "riwayat", b)),
            Aksi(text.HAPUS, partial(self._buka, "hapus", b)),
        ]
