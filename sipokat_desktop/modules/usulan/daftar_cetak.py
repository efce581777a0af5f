"""F7, the list of proposals for Musrenbang: by kelurahan and priority, with what each category comes to (DOMAIN §8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Literal

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.rupiah import titik
from sipokat_desktop.modules.rt import kantor as kepala
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing.grid import Lajur
from sipokat_desktop.printing.letter import Alinea, Bab, Blok, Surat
from sipokat_desktop.printing.letter_table import TabelSurat
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.sqlite import Connection

from . import baca, queries, text
from . import text_cetak as kata
from .model import Jumlah, Usulan
from .status import PERLU_ALASAN

_UKURAN = 8.5
_LEBAR = (8, 11, 25, 66, 35, 20, 26, 32, 33, 22, 25)
_LEBAR_JUMLAH = (10, 84, 24, 30, 40)
_BIAYA, _KANAN = 6, (5, 6)
Rata = Literal["kiri", "tengah", "kanan"]


def susun(con: Connection, kantor: str, tahun: int, *, sekarang: int, saring: str = "") -> Surat:
    """Gather F7 of a kelurahan, a kecamatan (``kec:…``) or the city (``kota``); ``saring`` is a chip, "" for all."""
    semua = queries.saring(queries.daftar(con, lingkup=wilayah.kelurahan_dari(kantor), tahun=tahun), saring)
    hari = tanggal.wib(sekarang).date()
    isi: list[Blok] = [*_tabel(con, kantor, semua), *_rekap(con, kantor, semua)] if semua else []
    saat = f"{tanggal.pendek(hari)} {tanggal.jam_wib(sekarang)}"
    return Surat(
        kepala.kop(con, kantor), (kata.F7, kepala.judul(con, kantor), kata.TAHUN.format(tahun=tahun)), "",
        isi or [Alinea(kata.BELUM_ADA.format(tahun=tahun))], kata.TEMPAT_TANGGAL.format(tanggal=tanggal.panjang(hari)),
        ((kepala.penanda_kepala(con, kantor, hari),),),
        Kaki(kata.KAKI.format(tahun=tahun, tempat=wilayah.nama_kantor(kantor)), saat), mendatar=True,
    )  # fmt: skip


def _tabel(con: Connection, kantor: str, semua: Sequence[Usulan]) -> list[Blok]:
    if not wilayah.beberapa(kantor):
        return [_satu_tabel(semua)]
    pola = kata.BAB_KECAMATAN if wilayah.adalah_kota(kantor) else kata.BAB_KELURAHAN
    blok: list[Blok] = []
    for kode, isi in groupby(semua, key=lambda u: u.lingkup):
        judul = pola.format(nama=rt.nama_kelurahan(con, kode), kecamatan=wilayah.nama_kecamatan(kode))
        blok += [Bab(judul), _satu_tabel(list(isi))]
    return blok


def _satu_tabel(semua: Sequence[Usulan]) -> TabelSurat:
    jumlah = queries.jumlah(semua)
    akhir = [""] * len(_LEBAR)
    akhir[3], akhir[_BIAYA] = _kata_jumlah(jumlah), titik(jumlah.biaya)
    baris = [_baris(ke, u) for ke, u in enumerate(semua, 1)]
    return TabelSurat(_lajur(kata.KOLOM, _LEBAR, tengah=(0, 1), kanan=_KANAN), [*baris, akhir], 1, _UKURAN)


def _kata_jumlah(jumlah: Jumlah) -> str:
    kurang = [kata.TANPA_BIAYA.format(n=jumlah.tanpa_biaya)] if jumlah.tanpa_biaya else []
    return ", ".join([f"{kata.JUMLAH} {kata.JUMLAH_N.format(n=jumlah.semua)}", *kurang])


def _baris(ke: int, u: Usulan) -> list[str]:
    manfaat = filter(None, (u.manfaat, kata.KK.format(n=titik(u.kk_semua)) if u.kk_semua is not None else ""))
    status = (u.kata_status, baca.sebut_hari(u.status_tanggal), u.status_alasan if u.status in PERLU_ALASAN else "")
    return [
        str(ke), str(u.prioritas or kata.TANPA), u.kata_kategori, "\n".join(filter(None, (u.judul, u.uraian))),
        u.lokasi or kata.TANPA, u.kata_volume or kata.TANPA, titik(u.biaya) if u.biaya is not None else kata.TANPA,
        "\n".join(manfaat) or kata.TANPA, "\n".join((u.kata_rt, *u.nama)), u.opd or kata.TANPA,
        "\n".join(filter(None, status)),
    ]  # fmt: skip


def _rekap(con: Connection, kantor: str, semua: Sequence[Usulan]) -> list[Blok]:
    urut = [*text.KATEGORI]
    blok: list[Blok] = [Bab(kata.BAB_KATEGORI), _jumlah_per(kata.KOLOM_KATEGORI, semua, lambda u: u.kata_kategori,
        lambda u: urut.index(u.kategori) if u.kategori in urut else len(urut))]  # fmt: skip
    if wilayah.adalah_kota(kantor):
        blok += [
            Bab(kata.BAB_KEC), _jumlah_per(kata.KOLOM_KEC, semua, lambda u: wilayah.nama_kecamatan(u.lingkup),
            lambda u: u.lingkup)
        ]  # fmt: skip
    elif wilayah.adalah_kecamatan(kantor):
        blok += [
            Bab(kata.BAB_WILAYAH), _jumlah_per(kata.KOLOM_WILAYAH, semua, lambda u: rt.nama_kelurahan(con, u.lingkup),
            lambda u: u.lingkup)
        ]  # fmt: skip
    return [*blok, Alinea(kata.KETERANGAN)]


def _jumlah_per(
    kolom: Sequence[str], semua: Iterable[Usulan], nama: Callable[[Usulan], str], urut: Callable[[Usulan], object]
) -> TabelSurat:
    """Return what proposals come to by ``nama``, in the order ``urut``, and in all."""
    terurut = sorted(semua, key=lambda u: (str(urut(u)).rjust(4), nama(u)))
    per = [(satu, queries.jumlah(list(isi))) for satu, isi in groupby(terurut, key=nama)]
    baris = [[str(ke), satu, *_angka(n)] for ke, (satu, n) in enumerate(per, 1)]
    akhir = ["", kata.JUMLAH, *_angka(queries.jumlah(terurut))]
    lajur = _lajur(kolom, _LEBAR_JUMLAH, tengah=(0,), kanan=(2, 3, 4))
    return TabelSurat(lajur, [*baris, akhir], 1, _UKURAN)


def _angka(n: Jumlah) -> list[str]:
    return [titik(n.semua), titik(n.tanpa_biaya), titik(n.biaya) if n.tanpa_biaya < n.semua else kata.TANPA]


def _lajur(
    judul: Sequence[str], lebar: Sequence[float], *, tengah: Sequence[int] = (), kanan: Sequence[int] = ()
) -> tuple[Lajur, ...]:
    def rata(ke: int) -> Rata:
        return "tengah" if ke in tengah else "kanan" if ke in kanan else "kiri"

    return tuple(Lajur(satu, luas, rata(ke)) for ke, (satu, luas) in enumerate(zip(judul, lebar, strict=True)))
