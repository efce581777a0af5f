"""What module ponsel reads: a unit with who holds it, its hand-overs, incidents and requests for help."""

from __future__ import annotations

from typing import NamedTuple

from sipokat_desktop.kernel import pencarian

from . import text

BELUM, DIPEGANG, KEMBALI, DITARIK, GANDA = "belum", "dipegang", "kembali", "ditarik", "ganda"
"""Where a unit is: never handed out, with a head, back at the office, withdrawn, or claimed by two hand-overs."""

_AKHIR_IMEI = 4


class Unit(NamedTuple):
    """A registered good as the register shows it on a day; days are ISO, texts empty where nothing is known.

    ``terlambat`` counts the days since the holder's term ended; ``kejadian`` open incidents, ``bantuan`` open requests;
    ``putus`` names hand-overs that stand on one that was taken back elsewhere; ``ragu`` are doubts in sentences.
    """

    unit_id: str
    lingkup: str
    barang: str
    merek: str
    tipe: str
    imei1: str
    imei2: str
    seri: str
    sim: str
    kode_barang: str
    nup: str
    kelengkapan: str
    kondisi: str
    garansi_sampai: str
    tahun: int | None
    sumber: str
    harga: int | None
    catatan: str
    keadaan: str = BELUM
    serah_id: str = ""
    jabatan_id: str = ""
    masa_id: str = ""
    orang_id: str = ""
    nomor_rt: str = ""
    nama: str = ""
    sejak: str = ""
    nomor: str = ""
    akhir_masa: str = ""
    terlambat: int = 0
    kejadian: int = 0
    bantuan: int = 0
    putus: tuple[str, ...] = ()
    ragu: tuple[str, ...] = ()

    @property
    def sebutan(self) -> str:
        """Name the unit: ``HP Samsung J2 Prime``."""
        return sebutan(self.barang, self.merek, self.tipe)

    @property
    def pengenal(self) -> str:
        """Tell the unit from others of its kind: ``IMEI …1481``, else its serial number, NUP or SIM."""
        return pengenal(imei=self.imei1 or self.imei2, seri=self.seri, nup=self.nup, sim=self.sim)

    @property
    def kunci(self) -> str:
        """What the unit is found by, in the spelling of the search (kernel/pencarian.py)."""
        lain = (self.nomor, self.kata_kondisi, self.sumber, self.catatan)
        return pencarian.kunci(
            self.lingkup, self.nomor_rt, None, " ".join((self.nama, self.sebutan, *lain)),
            f"{self.imei1} {self.imei2}", self.sim, self.nup, f"{self.seri} {self.kode_barang}",
        )  # fmt: skip

    @property
    def kata_keadaan(self) -> str:
        """Say where the unit is."""
        return text.KEADAAN[self.keadaan]

    @property
    def kata_kondisi(self) -> str:
        """Say in what condition it is."""
        return text.KODE["kondisi"].get(self.kondisi, self.kondisi)


def sebutan(barang: str | None, merek: str | None, tipe: str | None) -> str:
    """Name a kind of goods: ``HP Samsung J2 Prime``."""
    return " ".join(filter(None, (barang, merek, tipe)))


def pengenal(*, imei: str | None, seri: str | None, nup: str | None, sim: str | None) -> str:
    """Return what tells a unit from others of its kind, the IMEI by its last digits."""
    if imei:
        return text.PENGENAL_IMEI.format(akhir=imei[-_AKHIR_IMEI:])
    kata = ((text.PENGENAL_SERI, seri), (text.PENGENAL_NUP, nup), (text.PENGENAL_SIM, sim))
    return next((pola.format(nilai=nilai) for pola, nilai in kata if nilai), "")


class Jumlah(NamedTuple):
    """How many units of a register are where and how."""

    semua: int
    dipegang: int
    kantor: int
    ditarik: int
    terlambat: int
    rusak: int
    hilang: int
    ragu: int


class Langkah(NamedTuple):
    """A step in the life of a unit or of a holder; ``dibatalkan``: it was taken back, for ``alasan_batal``."""

    tanggal: str
    jenis: str
    judul: str
    keterangan: str
    id: str
    unit_id: str
    sebutan: str
    dibatalkan: bool = False
    alasan_batal: str = ""


class Serah(NamedTuple):
    """One hand-over as it was recorded."""

    serah_id: str
    unit_id: str
    lingkup: str
    jenis: str
    jabatan_id: str
    masa_id: str
    nama: str
    dari_masa_id: str
    dari_nama: str
    penerima: str
    surat_kuasa: str
    tanggal: str
    nomor: str
    kondisi: str
    kelengkapan: str
    alasan: str
    dibatalkan: bool


class Kejadian(NamedTuple):
    """An incident; it is open while ``selesai`` is empty."""

    kejadian_id: str
    unit_id: str
    lingkup: str
    masa_id: str
    nama: str
    tanggal: str
    jenis: str
    uraian: str
    kondisi: str
    polisi_nomor: str
    polisi_tanggal: str
    tindak_lanjut: str
    pengganti_id: str
    selesai: str


class Bantuan(NamedTuple):
    """A request for help that the city sees, with its answer."""

    bantuan_id: str
    unit_id: str
    lingkup: str
    jabatan_id: str
    nomor_rt: str
    nama: str
    sebutan: str
    pengenal: str
    jenis: str
    uraian: str
    kontak: str
    diminta: str
    keadaan: str
    jawaban: str
    dijawab: str


class Pemegang(NamedTuple):
    """A head in office: who can receive a unit."""

    masa_id: str
    jabatan_id: str
    orang_id: str
    nomor_rt: str
    nama: str
