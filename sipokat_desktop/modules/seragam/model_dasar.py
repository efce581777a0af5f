"""What a purchase, its pieces and those who wear them are (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from . import text

SELESAI = "selesai"


class Barang(NamedTuple):
    """What a piece is within a purchase: its model (empty where the purchase has one only) and its size."""

    model: str
    ukuran: str

    @property
    def kata(self) -> str:
        """The piece in words: ``Pria XL``."""
        return " ".join(filter(None, (self.model, self.ukuran)))


class Pengadaan(NamedTuple):
    """A purchase; ``dibeli`` is the number of pieces in it, ``model`` and ``ukuran`` what it comes in (none: any)."""

    pengadaan_id: str
    lingkup: str
    nama: str
    tahun: int
    barang: str
    model: tuple[str, ...]
    ukuran: tuple[str, ...]
    per_orang: int
    satuan: str
    sumber_dana: str
    penyedia: str
    kontrak_nomor: str
    kontrak_tanggal: str
    keadaan: str
    catatan: str
    dibeli: int

    @property
    def selesai(self) -> bool:
        """Tell whether it is closed: it takes no movement until it is opened again."""
        return self.keadaan == SELESAI

    def untuk(self, lingkup: str) -> bool:
        """Tell whether its pieces may be recorded in a scope: the city's in every one, a kelurahan's own in its own."""
        return self.kota or lingkup == self.lingkup

    @property
    def kota(self) -> bool:
        """Tell whether the city bought it: an office may not change it."""
        return self.lingkup == "kota"


class Pegang(NamedTuple):
    """A live hand-over to a post: ``jenis`` is serah, tukar or ganti; ``kembali`` what came back for it; ``nama`` the
    head of that day, ``penerima`` who took it for the head, ``tanggal`` ISO."""

    gerak_id: str
    jabatan_id: str
    jenis: str
    barang: Barang
    jumlah: int
    kembali: Barang | None
    dari: str
    masa_id: str
    nama: str
    penerima: str
    surat_kuasa: str
    cara: str
    acara: str
    tanggal: str
    alasan: str
    slot: str


def memegang(pegang: Iterable[Pegang]) -> dict[Barang, int]:
    """Return what live entries leave in the hands of a post, in pieces per kind: handed over, less what came back."""
    hasil: dict[Barang, int] = {}
    for satu in pegang:
        hasil[satu.barang] = hasil.get(satu.barang, 0) + satu.jumlah
        if satu.kembali:
            hasil[satu.kembali] = hasil.get(satu.kembali, 0) - satu.jumlah
    return {barang: jumlah for barang, jumlah in hasil.items() if jumlah}


class Pemakai(NamedTuple):
    """A post in a purchase: its head on the asked day (empty where vacant), what the head wears, and what the post
    received of the purchase, oldest first. ``ukuran`` is one of :data:`rules.UKURAN` or empty, ``ukuran_asli`` what
    the roster says; ``model`` is what was chosen or what follows from ``kelamin``."""

    jabatan_id: str
    lingkup: str
    nomor: str
    rw: str
    masa_id: str
    orang_id: str
    nama: str
    kelamin: str
    ukuran: str
    ukuran_asli: str
    model: str
    cm: str
    catatan: str
    per_orang: int
    kurang: str
    pegang: tuple[Pegang, ...]

    @property
    def kosong(self) -> bool:
        """Tell whether nobody heads the RT."""
        return not self.masa_id

    @property
    def sudah(self) -> bool:
        """Tell whether the post received its share."""
        return bool(self.pegang)

    @property
    def siap(self) -> bool:
        """Tell whether the share can be handed over: a head, a size, a model, and nothing received yet."""
        return not (self.sudah or self.kosong) and self.kurang in ("", text.CM_BELUM)

    @property
    def barang(self) -> Barang:
        """What the head wears, by the roster."""
        return Barang(self.model, self.ukuran)

    @property
    def memegang(self) -> dict[Barang, int]:
        """What the post holds now, in pieces per kind."""
        return memegang(self.pegang)

    @property
    def diganti(self) -> tuple[Pegang, ...]:
        """The replacements that the post got."""
        return tuple(satu for satu in self.pegang if satu.jenis == "ganti")

    @property
    def keadaan(self) -> str:
        """Where the post stands: a key of :data:`text.KEADAAN_PEMAKAI`."""
        if self.sudah:
            return "sudah"
        if self.kosong:
            return "kosong"
        return "belum" if self.siap else "kurang"

    @property
    def kata(self) -> str:
        """Where the post stands, in words."""
        return self.kurang if self.keadaan == "kurang" else text.KEADAAN_PEMAKAI[self.keadaan]
