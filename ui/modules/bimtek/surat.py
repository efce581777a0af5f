"""The papers of an event under *Cetak*, each shown as the very PDF, and its tables as .xlsx."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.bimtek.model import Kegiatan, Sesi
from ui.kit import paper
from ui.kit.host import Host

from . import text_surat as text
from .boleh import larangan_ubah, utuh
from .isi import Isi, Peserta

if TYPE_CHECKING:
    from ui.kit.jobs import Maju

    from .detail import Detail

Pilihan = tuple[str, Callable[[], object]]


class Surat:
    """Opens the papers of one event; ``lingkup`` says whose people stand on the lists."""

    def __init__(self, parent: QWidget, host: Host, kegiatan: Kegiatan, lingkup: str = "") -> None:
        self._parent, self._host, self._kegiatan = parent, host, kegiatan
        self._lingkup = lingkup or host.kantor

    def _buka(
        self, apa: str, id: str, kata: str, buat: Callable[..., bytes], bentuk: Sequence[tuple[str, str]] = (), *,
        maju: bool = False,
    ) -> None:  # fmt: skip
        from sipokat_desktop.modules.bimtek import prints

        nama = prints.nama_berkas(self._host.store.reader(), apa, id).removesuffix(".pdf")
        judul = text.JUDUL.format(apa=kata.removesuffix("…"), nama=self._kegiatan.nama)
        paper.buka(self._parent, self._host, judul=judul, nama=nama, buat=buat, bentuk=bentuk, maju=maju)

    def daftar_hadir(self, s: Sesi, *, kosong: bool) -> None:
        """Show F10 of a session: to be signed, or with the marks."""
        host, lingkup = self._host, self._lingkup

        def buat(kertas: str, bentuk: str) -> bytes:
            from sipokat_desktop.modules.bimtek import prints

            con, saat = host.store.reader(), host.store.clock()
            return prints.daftar_hadir(
                con, s.sesi_id, lingkup=lingkup, kertas=kertas, sekarang=saat, kosong=bentuk == text.KOSONG
            )

        bentuk = text.BENTUK_F10 if kosong else text.BENTUK_F10[::-1]
        self._buka("hadir", s.sesi_id, text.F10, buat, bentuk)

    def undangan(self, p: Peserta | None = None) -> None:
        """Show F12: the invitations of everybody, or of one participant."""
        host, id, lingkup = self._host, self._kegiatan.kegiatan_id, self._lingkup
        jabatan = (p.jabatan_id,) if p is not None else ()

        def buat(kertas: str, bentuk: str, *, maju: Maju) -> bytes:
            from sipokat_desktop.modules.bimtek import prints

            con, saat = host.store.reader(), host.store.clock()
            return prints.undangan(
                con, id, lingkup=lingkup, kertas=kertas, sekarang=saat, dua=bentuk == text.DUA, jabatan=jabatan,
                maju=maju,
            )  # fmt: skip

        kata = text.F12_SATU.format(nama=p.siapa) if p is not None else text.F12
        self._buka("undangan", id, kata, buat, text.BENTUK_F12 if p is None else (), maju=True)

    def notulen(self, s: Sesi) -> None:
        """Show F14 of a session."""
        host = self._host

        def buat(kertas: str, _bentuk: str) -> bytes:
            from sipokat_desktop.modules.bimtek import prints

            return prints.notulen(host.store.reader(), s.sesi_id, kertas=kertas, sekarang=host.store.clock())

        self._buka("notulen", s.sesi_id, text.F14, buat)

    def laporan(self) -> None:
        """Show F15."""
        host, id = self._host, self._kegiatan.kegiatan_id

        def buat(kertas: str, _bentuk: str) -> bytes:
            from sipokat_desktop.modules.bimtek import prints

            return prints.laporan(host.store.reader(), id, kertas=kertas, sekarang=host.store.clock())

        self._buka("laporan", id, text.F15, buat)

    def isi_notulen(self, s: Sesi) -> None:
        """Open the form of the minutes of a session."""
        from . import naskah

        naskah.notulen(self._parent, self._host, s, partial(self.notulen, s))

    def isi_laporan(self) -> None:
        """Open the form of the texts of the report."""
        from . import naskah

        naskah.laporan(self._parent, self._host, self._kegiatan, self.laporan)


def undangan(detail: Detail, host: Host, isi: Isi, p: Peserta | None = None) -> None:
    """Show F12 of the kelurahan that is looked at; without a session or anybody invited, say what is missing."""
    sebab = text.TANPA_UNDANGAN if not isi.undangan else text.TANPA_SESI if not isi.sesi else ""
    if sebab:
        host.messages.info(sebab)
    else:
        Surat(detail, host, isi.kegiatan, detail.kelurahan).undangan(p)


def pilihan(detail: Detail, host: Host, isi: Isi) -> list[Pilihan]:
    """Return the words of the menu and what each does; the lists are those of the chosen session and kelurahan."""
    from . import excel, sertifikat

    surat = Surat(detail, host, isi.kegiatan, detail.kelurahan)
    s = isi.satu_sesi or (isi.sesi[0] if len(isi.sesi) == 1 else None)
    semua: list[Pilihan] = [(text.F12, partial(undangan, detail, host, isi))]
    kurang = text.PILIH_SESI if isi.sesi else text.TANPA_SESI
    semua += _sesi(host, isi, surat, s) if s is not None else [(text.F10, partial(host.messages.info, kurang))]
    semua += [(text.F15, surat.laporan)] if isi.sesi and utuh(host, isi.kegiatan) else []
    semua += [(text.F15_ISI, surat.isi_laporan)] if not larangan_ubah(host, isi.kegiatan) else []
    semua += sertifikat.pilihan(detail, host)
    return [*semua, (text.EXCEL_PESERTA, partial(excel.peserta, detail, host))]


def _sesi(host: Host, isi: Isi, surat: Surat, s: Sesi) -> list[Pilihan]:
    """Return the papers of one session."""
    semua: list[Pilihan] = [
        (text.F10_KOSONG, partial(surat.daftar_hadir, s, kosong=True)),
        (text.F10_TANDA, partial(surat.daftar_hadir, s, kosong=False)),
    ]
    semua += [(text.F14, partial(surat.notulen, s))] if utuh(host, isi.kegiatan) else []
    return [*semua, *([(text.F14_ISI, partial(surat.isi_notulen, s))] if not larangan_ubah(host, isi.kegiatan) else [])]
