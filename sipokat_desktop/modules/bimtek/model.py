"""What an event, its sessions and its invitations are (DOMAIN §5)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import tanggal, wilayah

from . import text, token

TERBUKA, SELESAI, BATAL = "terbuka", "selesai", "batal"
"""States of an event: it takes invitations and attendance, it is over, it does not take place."""

Lingkup = str | tuple[str, ...] | list[str]
"""A kelurahan code, ``kec:…`` (all kelurahan under it), ``kota`` (all that are here), or several kelurahan codes."""


class Kegiatan(NamedTuple):
    """An event; ``lingkup`` is the scope of the office that holds it, ``mulai`` and ``sampai`` its first and last day
    (ISO, "" while it has no session), ``sesi`` and ``diundang`` how many there are here."""

    kegiatan_id: str
    lingkup: str
    nama: str
    tema: str
    dasar_hukum: str
    penyelenggara: str
    tempat: str
    narasumber: str
    surat_nomor: str
    surat_tanggal: str
    surat_isi: str
    latar_belakang: str
    tujuan: str
    hasil: str
    saran: str
    keadaan: str
    catatan: str
    mulai: str
    sampai: str
    sesi: int
    diundang: int

    @property
    def terbuka(self) -> bool:
        """Tell whether it takes sessions, invitations and attendance."""
        return self.keadaan == TERBUKA

    @property
    def kota(self) -> bool:
        """Tell whether the city holds it."""
        return self.lingkup == wilayah.KOTA

    @property
    def kata_keadaan(self) -> str:
        """Its state in words."""
        return text.KEADAAN.get(self.keadaan, self.keadaan)

    @property
    def waktu(self) -> str:
        """Its days in words: ``Senin, 20 November 2017`` or ``20 November 2017 s.d. 22 November 2017``."""
        if not self.mulai:
            return text.TANPA_HARI
        awal, akhir = date.fromisoformat(self.mulai), date.fromisoformat(self.sampai)
        if awal == akhir:
            return tanggal.lengkap(awal)
        return text.SAMPAI_HARI.format(awal=tanggal.panjang(awal), akhir=tanggal.panjang(akhir))


class Sesi(NamedTuple):
    """A session; ``tempat`` and ``narasumber`` are its own ("": as the event), ``di`` and ``pembicara`` those that
    hold.

    ``mulai`` and ``selesai`` are HH:MM WIB ("": not said); ``sasaran`` are codes of kecamatan (none: everybody).
    """

    sesi_id: str
    kegiatan_id: str
    lingkup: str
    judul: str
    tanggal: str
    mulai: str
    selesai: str
    tempat: str
    narasumber: str
    sasaran: tuple[str, ...]
    catatan: str
    di: str
    pembicara: str

    @property
    def hari(self) -> date:
        """Its day."""
        return date.fromisoformat(self.tanggal)

    @property
    def waktu(self) -> str:
        """Its hours in words: ``08.00 s.d. 12.00 WIB``; "" where they were not said."""
        return waktu(self.mulai, self.selesai)

    @property
    def sebut(self) -> str:
        """Name it: ``Pembukaan · 20 November 2017 08.00``."""
        jam = self.mulai.replace(":", ".")
        return " · ".join(filter(None, (self.judul, f"{tanggal.panjang(self.hari)} {jam}".strip())))

    @property
    def sasaran_kata(self) -> str:
        """Which kecamatan it is for, in words."""
        return sebut_sasaran(self.sasaran)

    def untuk(self, lingkup: str) -> bool:
        """Tell whether the posts of a kelurahan belong to it."""
        return not self.sasaran or lingkup.rpartition(".")[0] in self.sasaran


class Undangan(NamedTuple):
    """An invited post: ``nama`` is its head on ``hari`` (ISO, the first day that concerns the post), "" where it is
    vacant then; ``nama_surat`` and ``masa_surat`` are whom the invitation was written for."""

    undangan_id: str
    kegiatan_id: str
    lingkup: str
    jabatan_id: str
    nomor: str
    rw: str
    masa_id: str
    orang_id: str
    nama: str
    hp: str
    token: str
    hari: str
    nama_surat: str
    masa_surat: str
    catatan: str
    kelurahan: str
    kecamatan: str

    @property
    def kosong(self) -> bool:
        """Tell whether nobody heads the post on that day."""
        return not self.masa_id

    @property
    def berganti(self) -> bool:
        """Tell whether the letter names somebody who does not head the post on that day, or in another spelling."""
        return bool(self.masa_id) and (self.masa_id, self.nama) != (self.masa_surat, self.nama_surat)

    @property
    def kode(self) -> str:
        """Its code as people read and type it: ``ABCD-EFGH-IJKL-M``."""
        return token.tulis(self.token)

    @property
    def rt(self) -> str:
        """The post in words: ``RT 05`` or ``RT 05/02`` with its RW."""
        return sebut_rt(self.nomor, self.rw)


class Calon(NamedTuple):
    """A post that may be invited, with its head on the day that concerns it; ``undangan_id`` is "" while it is not."""

    jabatan_id: str
    lingkup: str
    nomor: str
    rw: str
    masa_id: str
    orang_id: str
    nama: str
    undangan_id: str
    kelurahan: str
    kecamatan: str

    @property
    def kosong(self) -> bool:
        """Tell whether nobody heads the post on that day."""
        return not self.masa_id

    @property
    def rt(self) -> str:
        """The post in words."""
        return sebut_rt(self.nomor, self.rw)


class Dilewati(NamedTuple):
    """A post that an act passed over, and why (a sentence)."""

    jabatan_id: str
    rt: str
    lingkup: str
    kalimat: str


class HasilUndang(NamedTuple):
    """What inviting did: ids of the new invitations, how many were invited already, and who was passed over."""

    diundang: tuple[str, ...]
    sudah: int
    dilewati: tuple[Dilewati, ...]

    @property
    def kalimat(self) -> str:
        """The act in one sentence."""
        lewat = text.DILEWATI.format(n=len(self.dilewati)) if self.dilewati else ""
        return text.DIUNDANG.format(n=len(self.diundang), sudah=self.sudah) + lewat


class HasilTarik(NamedTuple):
    """What withdrawing did: how many invitations were withdrawn, and which stay, with the reason."""

    ditarik: int
    dilewati: tuple[Dilewati, ...]


class HasilSegarkan(NamedTuple):
    """What bringing up to date did: posts with another head now, and how many are vacant."""

    diubah: tuple[str, ...]
    sama: int
    kosong: int


def waktu(mulai: str, selesai: str) -> str:
    """Return hours in words: ``08.00 s.d. 12.00 WIB``; "" where they were not said."""
    awal, akhir = mulai.replace(":", "."), selesai.replace(":", ".")
    if not awal:
        return ""
    return text.JAM.format(awal=awal, akhir=akhir) if akhir else text.JAM_MULAI.format(awal=awal)


def sebut_rt(nomor: str, rw: str) -> str:
    """Name a post: ``RT 05`` or ``RT 05/02``."""
    return f"RT {nomor}/{rw}" if rw else f"RT {nomor}"


def sebut_sasaran(sasaran: tuple[str, ...]) -> str:
    """Say which kecamatan a session is for."""
    return ", ".join(wilayah.nama(kode) for kode in sasaran) or text.SEMUA_KECAMATAN
