"""What module usulan reads: a proposal with the status that holds and what was merged into it, its history."""

from __future__ import annotations

from typing import NamedTuple

from sipokat_desktop.kernel import pencarian, rupiah, volume

from . import text
from .status import BERJALAN, DITUNDA, LAGI, SELESAI, TERBUKA


class Status(NamedTuple):
    """A step in the history of a proposal: the day (ISO), reason and document number (empty where there is none),
    when it was recorded (UTC ms, 0: not known), and in ``ragu`` what is odd about it, in sentences."""

    status_id: str
    usulan_id: str
    status: str
    tanggal: str
    alasan: str = ""
    dokumen: str = ""
    dicatat: int = 0
    ragu: tuple[str, ...] = ()

    @property
    def kata(self) -> str:
        """Say the status."""
        return text.STATUS.get(self.status, self.status)


class Usulan(NamedTuple):
    """A proposal; texts are empty and numbers None where nothing is known, ``volume`` counts thousandths of ``satuan``.

    ``nomor_rt`` is empty for one of the kelurahan itself. ``status`` and what belongs to it are those that hold: of one
    that was merged the survivor's. ``induk_id`` is the survivor of a merged one (empty: it stands on its own);
    ``anggota`` are the ids merged into a survivor, ``rt`` the RT numbers and ``nama`` the proposers of all of them,
    ``kk_semua`` the households of all of them. ``dasar`` counts activities, ``lagi`` is the later year in which it was
    made again (0: it was not), ``ragu`` are doubts in sentences.
    """

    usulan_id: str
    lingkup: str
    jabatan_id: str
    nomor_rt: str
    tahun: int
    kategori: str
    judul: str
    uraian: str = ""
    lokasi: str = ""
    volume: int | None = None
    satuan: str = ""
    biaya: int | None = None
    manfaat: str = ""
    kk: int | None = None
    prioritas: int | None = None
    opd: str = ""
    pengusul: str = ""
    catatan: str = ""
    gabung_id: str = ""
    dari_id: str = ""
    induk_id: str = ""
    status: str = "draf"
    status_tanggal: str = ""
    status_alasan: str = ""
    status_dokumen: str = ""
    anggota: tuple[str, ...] = ()
    rt: tuple[str, ...] = ()
    nama: tuple[str, ...] = ()
    kk_semua: int | None = None
    dasar: int = 0
    lagi: int = 0
    ragu: tuple[str, ...] = ()

    @property
    def kata_kategori(self) -> str:
        """Say the category."""
        return text.KATEGORI.get(self.kategori, self.kategori)

    @property
    def kata_status(self) -> str:
        """Say the status that holds."""
        return text.STATUS.get(self.status, self.status)

    @property
    def kata_volume(self) -> str:
        """Say the volume with its unit: ``1.250,5 m``."""
        return volume.dengan_satuan(self.volume, self.satuan)

    @property
    def kata_biaya(self) -> str:
        """Say the estimated cost: ``Rp25.000.000``."""
        return rupiah.uang(self.biaya) if self.biaya is not None else ""

    @property
    def kata_rt(self) -> str:
        """Say which RT propose it: ``RT 03, RT 05``; of the kelurahan's own ``Kelurahan``."""
        return ", ".join(self.rt) or text.KELURAHAN

    @property
    def kata_pengusul(self) -> str:
        """Say which RT and who propose it: ``RT 03, RT 05 (Sopian Hadi, Budi)``."""
        return f"{self.kata_rt} ({', '.join(self.nama)})" if self.nama else self.kata_rt

    @property
    def terbuka(self) -> bool:
        """Tell whether it still waits for something: it is neither carried out, refused, nor made again in a later year
        (there it is counted)."""
        return self.state in TERBUKA

    @property
    def state(self) -> str:
        """Return which of :data:`status.STATES` it is in: refused or carried out stays so, also where it was made
        again in a later year."""
        if self.status in SELESAI:
            return self.status
        return LAGI if self.lagi else DITUNDA if self.status == DITUNDA else BERJALAN

    @property
    def kunci(self) -> str:
        """What the proposal is found by, in the spelling of the search (kernel/pencarian.py)."""
        kata = (self.judul, self.uraian, self.lokasi, self.kata_kategori, self.opd, *self.nama, self.kata_status)
        utama = pencarian.kunci(self.lingkup, self.nomor_rt, None, " ".join(kata), None, None, None, None)
        return utama + "".join(f"|rt{rt.rpartition(' ')[2].lstrip('0')}|" for rt in self.rt)


class Dasar(NamedTuple):
    """An activity that a proposal is based on; ``hilang``: it is not here any more, ``judul`` and ``hari`` (ISO) are as
    they were when it was linked."""

    dasar_id: str
    usulan_id: str
    sumber: str
    asal: str
    judul: str
    hari: str
    hilang: bool


class Jumlah(NamedTuple):
    """Figures of a list: how many, of these open, without a cost, and the rupiah of those that have one."""

    semua: int
    terbuka: int
    tanpa_biaya: int
    biaya: int


class Angka(NamedTuple):
    """How many proposals of a category or with a status, and their estimated cost (rupiah)."""

    kode: str
    kata: str
    n: int
    biaya: int


class Ringkasan(NamedTuple):
    """The proposals of some kelurahan in figures: survivors only, merged ones count once. ``per_kategori`` and
    ``per_status`` count the open ones (without those of no entry), by how many; ``terbaru`` is the day (ISO) of the
    newest status."""

    semua: int
    terbuka: int
    biaya_terbuka: int
    per_kategori: tuple[Angka, ...]
    per_status: tuple[Angka, ...]
    terbaru: str


class Pasangan(NamedTuple):
    """Two proposals that are likely the same: how alike (0–100) and why, in words."""

    satu: Usulan
    dua: Usulan
    nilai: int
    sebab: tuple[str, ...]


class Terpasang(NamedTuple):
    """What setting a status did: to how many, the names of those that had it already (they stay as they are), and
    what is odd, in sentences (it is saved nevertheless)."""

    dicatat: int
    sudah: tuple[str, ...]
    peringatan: tuple[str, ...]


class Kabar(NamedTuple):
    """What became of a proposal, for the RT that made it: sentences by day, what is next, whom to ask.

    ``langkah`` are (day in words, sentence); ``digabung`` says that it goes on as another RT's proposal (empty where
    it stands on its own)."""

    usulan: Usulan
    kelurahan: str
    keadaan: str
    langkah: tuple[tuple[str, str], ...]
    digabung: str
    selanjutnya: str
    tanya: str
