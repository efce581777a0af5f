"""Reports from a spreadsheet: which row is about which RT, previewed row by row, then recorded as one act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sipokat_desktop.importing import table
from sipokat_desktop.importing.sheet import Sheet, Workbook, read
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import new_ids
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.impor import siapa
from sipokat_desktop.storage import backup, bulk
from sipokat_desktop.storage.sqlite import Connection
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import rules, setelan, text, text_impor
from .catat_ops import baris_baru, lengkapi
from .tulis import TABEL, post

CATAT, SAMA, SALAH = "catat", "sama", "salah"
"""What becomes of a row: a report is recorded, it is there already, or the row cannot be taken."""
_ISIAN = siapa.kenal(
    {
        **{isian: judul for isian, judul in siapa.JUDUL.items() if isian in ("rt", "rw", "kelurahan")},
        "tanggal": ("tanggal", "tgl", "hari", "haritanggal", "tanggalkegiatan", "waktu"),
        "bidang": ("bidang", "bidangkegiatan"),
        "jenis": ("jenis", "jeniskegiatan"),
        "uraian": ("uraian", "uraiankegiatan", "kegiatan", "namakegiatan", "isilaporan", "laporan", "uraianlokasi"),
        "lokasi": ("lokasi", "tempat", "lokasikegiatan"),
        "peserta": ("peserta", "jumlahpeserta", "pesertaorang"),
        "kategori": ("kategori", "kinerjabiasa", "klasifikasi"),
        "-": (*siapa.JUDUL["-"], *siapa.JUDUL["nama"], "foto", "verifikasilurah", "verifikasicamat"),
    }
)


class _Pos(NamedTuple):
    """A post that a row may be about; it may be vacant by now."""

    jabatan_id: str
    lingkup: str
    nomor: str
    rw: str
    nama: str = ""
    kosong: bool = False


class BarisLaporan(NamedTuple):
    """A row of the sheet: where it is, the RT it says, the report that it gives (as typed and as stored), what becomes
    of it, and why."""

    lembar: str
    baris: int
    rt: str
    uraian: str
    jabatan_id: str
    fields: Fields
    nasib: str
    kalimat: str


class RencanaLaporan(NamedTuple):
    """What an import would do, row by row."""

    berkas: str
    baris: tuple[BarisLaporan, ...]

    @property
    def bermasalah(self) -> tuple[BarisLaporan, ...]:
        """The rows that cannot be taken."""
        return tuple(satu for satu in self.baris if satu.nasib == SALAH)

    @property
    def kalimat(self) -> str:
        """The whole import in one sentence."""
        jumlah = {nasib: sum(b.nasib == nasib for b in self.baris) for nasib in (CATAT, SAMA, SALAH)}
        return text_impor.RINGKAS.format(dibaca=len(self.baris), **jumlah)


def buka(path: Path) -> Workbook:
    """Return the sheets of a file; raise InputSalah("berkas", one sentence) for anything that is not one."""
    return read(path)


def rencana(con: Connection, berkas: Workbook, *, lingkup: str, hari: date) -> RencanaLaporan:
    """Return which reports of a kelurahan the rows of a file would give, ``hari`` being today; nothing is written.

    Raises InputSalah where no sheet has a column of RT and one of descriptions.
    """
    semua = [
        _Pos(b.jabatan_id, lingkup, b.nomor, b.rw or "") for b in _sekali(rt.roster(con, lingkup=lingkup, hari=hari))
    ]
    mereka = siapa.Siapa(con, [lingkup], semua)
    pakai_5 = setelan.bidang_5(con, lingkup)
    baris = [_nasib(mereka, b, hari, bidang_5=pakai_5) for lembar in berkas.lembar for b in _baca(lembar)]
    if not baris:
        raise InputSalah("berkas", text_impor.TANPA_KOLOM.format(nama=berkas.nama))
    return RencanaLaporan(berkas.nama, tuple(_tanpa_ganda(baris, _ada(con, lingkup))))


def simpan(store: Store, lingkup: str, rencana_: RencanaLaporan) -> Done[int]:
    """Record the good rows of an import as one act; returns how many. Raises InputSalah for an RT that is gone."""
    baru = [b for b in rencana_.baris if b.nasib == CATAT]

    def work(tx: Tx) -> int:
        posts = {id: post(tx, lingkup, id) for id in {b.jabatan_id for b in baru}}
        rows = [
            (id, baris_baru(tx, posts[b.jabatan_id], b.fields)[0])
            for id, b in zip(new_ids(len(baru)), baru, strict=True)
        ]
        bulk.insert_many(tx, TABEL, rows, scope=lingkup, told=lambda _n: None, gone=frozenset())
        return len(rows)

    backup.before_import(store, len(baru))
    return store.write("laporan.impor", work)


def _sekali(roster: Sequence[rt.BarisRoster]) -> list[rt.BarisRoster]:
    return [*{b.jabatan_id: b for b in roster if b.nomor != "?"}.values()]


def _baca(lembar: Sheet) -> Iterator[siapa.Baris]:
    kolom, rows = siapa.baca(lembar, lambda judul: _ISIAN.get(table.key(judul), ""))
    if {"rt", "uraian"} <= {*kolom.values()}:
        yield from (b for b in rows if b.sel.get("uraian"))


def _nasib(mereka: siapa.Siapa[_Pos], b: siapa.Baris, hari: date, *, bidang_5: bool) -> BarisLaporan:
    uraian = b.sel["uraian"]
    try:
        isian, kata = _isian(b.sel)
        satu, fields = mereka.cari(b), lengkapi(isian, hari, bidang_5=bidang_5)
    except InputSalah as exc:
        return BarisLaporan(b.lembar, b.baris, b.rt, uraian, "", {}, SALAH, exc.pesan)
    return BarisLaporan(b.lembar, b.baris, satu.nomor, uraian, satu.jabatan_id, fields, CATAT, kata)


def _isian(sel: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """Return what a row says of a report, and what is to be told of it: a kind that nobody knows is *Lainnya*, a field
    of activity that is not said follows from the kind."""
    isian = {nama: sel.get(nama, "") for nama in rules.ISIAN}
    if not isian["tanggal"]:
        raise InputSalah("tanggal", text_impor.TANPA_TANGGAL)
    tertulis = isian["jenis"]
    isian["jenis"] = rules.kenal_jenis(tertulis) or text.LAIN
    if not isian["bidang"]:
        isian["bidang"] = rules.JENIS_BIDANG.get(isian["jenis"], "")
    asing = bool(tertulis) and isian["jenis"] == text.LAIN and tertulis.casefold() != text.JENIS_LAIN.casefold()
    return isian, text_impor.JENIS_ASING.format(jenis=tertulis) if asing else ""


def _ada(con: Connection, lingkup: str) -> set[tuple[object, ...]]:
    rows = con.execute("SELECT jabatan_id, tanggal, jenis, uraian FROM laporan_kegiatan WHERE lingkup = ?", (lingkup,))
    return {tuple(row) for row in rows}


def _tanpa_ganda(semua: Sequence[BarisLaporan], ada: set[tuple[object, ...]]) -> Iterator[BarisLaporan]:
    """Say of the rows whose report is there already, or is given by an earlier row, that they add nothing."""
    pernah: dict[tuple[object, ...], int] = {}
    for b in semua:
        kunci = (b.jabatan_id, *(b.fields.get(nama) for nama in ("tanggal", "jenis", "uraian")))
        if b.nasib == CATAT and kunci in ada:
            yield b._replace(nasib=SAMA, kalimat=text_impor.SUDAH_ADA)
        elif b.nasib == CATAT and kunci in pernah:
            yield b._replace(nasib=SAMA, kalimat=text_impor.DUA_KALI.format(baris=pernah[kunci]))
        else:
            pernah.setdefault(kunci, b.baris)
            yield b
