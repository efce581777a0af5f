"""Module bimtek on the command line of the city: its events without a window, and attendance as the server knows it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import ids, tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import salinan
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.command import City, CityAnswer, CityCommand, CityRow, Json

from . import commands_pilih as pilih
from . import queries, rules, text_perintah
from .kegiatan_ops import SESI, TABEL, UNDANGAN
from .model import BATAL, SELESAI, TERBUKA, HasilUndang, Kegiatan, Sesi
from .tabel import HADIR
from .tabel import KEGIATAN as KEGIATAN_
from .tabel import SESI as SESI_
from .tabel import UNDANGAN as UNDANGAN_

if TYPE_CHECKING:
    from collections.abc import Sequence

_INDEKS = (
    "bimtek_sesi (kegiatan_id)", "bimtek_undangan (kegiatan_id, lingkup)", "bimtek_undangan (jabatan_id)",
    "bimtek_hadir (sesi_id, jabatan_id)", "bimtek_hadir (kegiatan_id, lingkup)",
)  # fmt: skip


def _salinan(kota: City) -> AbstractContextManager[sqlite.Connection]:
    return salinan.salinan(kota, (KEGIATAN_, SESI_, UNDANGAN_, HADIR), _INDEKS)


def _kegiatan_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kegiatan", nargs="?", default="", metavar="NAMA", help="kosong: tampilkan semua kegiatan")
    pilih.isian_arguments(parser, rules.ISIAN_KEGIATAN)
    parser.add_argument("--keadaan", choices=(TERBUKA, SELESAI, BATAL), help="selesai: tidak menerima catatan lagi")


def _kegiatan(kota: City, args: Namespace) -> CityAnswer:
    """List the events of all offices; with a name record the city's event, or change what is given of it."""
    with _salinan(kota) as con:
        semua = queries.kegiatan(con)
    if not args.kegiatan.strip():
        return CityAnswer((), tuple(map(_baris, semua)), [pilih.data_kegiatan(k) for k in semua])
    diisi = pilih.isian_dari(args, rules.ISIAN_KEGIATAN)
    lama, selesai = _bernama(semua, args.kegiatan, tutup=bool(args.keadaan or diisi.get("nama")))
    isian = ({} if lama else {"nama": args.kegiatan}) | diisi
    fields = rules.bersihkan_kegiatan(isian, baru=not lama)
    keadaan = args.keadaan or ("" if lama else TERBUKA)
    fields |= {"keadaan": keadaan} if keadaan else {}
    id, nama = (lama.kegiatan_id, lama.nama) if lama else (ids.new_id(), "")
    kata = text_perintah.KEGIATAN_DISIMPAN.format(nama=fields.get("nama", nama))
    lain = (text_perintah.SUDAH_ADA_YANG_SELESAI.format(id=selesai.kegiatan_id),) if selesai else ()
    return CityAnswer((CityRow(TABEL, id, fields),) if fields else (), (kata, *lain), {"kegiatan_id": id})


def _baris(k: Kegiatan) -> str:
    return f"{pilih.kata_kegiatan(k)}  {rules.nama_penyelenggara(k.lingkup)}"


def _bernama(semua: Sequence[Kegiatan], nama: str, *, tutup: bool) -> tuple[Kegiatan | None, Kegiatan | None]:
    """Return the city's event that is meant, by its id or name: the open one, with ``tutup`` (it is opened, closed or
    renamed) else the latest; and the latest closed one where the name is free for a new event."""
    milik = [k for k in semua if k.kota]
    if satu := next((k for k in milik if k.kegiatan_id == nama.strip()), None):
        return satu, None
    cocok = [k for k in milik if rules.kunci_nama(k.nama) == rules.kunci_nama(nama)]
    buka, lama = next((k for k in cocok if k.terbuka), None), next(iter(cocok), None)
    return (buka or lama, None) if buka or tutup else (None, lama)


def _milik_kota(con: sqlite.Connection, teks: str) -> Kegiatan:
    """Return the open event of the city that is meant; raise InputSalah for another office's or a closed one."""
    k = queries.kegiatan_terbuka(con, queries.cari_kegiatan(con, teks).kegiatan_id)
    if not k.kota:
        kantor = rules.nama_penyelenggara(k.lingkup)
        raise InputSalah("kegiatan", text_perintah.KEGIATAN_LAIN.format(kantor=kantor))
    return k


def _sesi_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kegiatan", metavar="KEGIATAN", help="nama atau tahunnya")
    parser.add_argument("--sesi", default="", metavar="SESI", help="ubah sesi ini: nomor urut, tanggal, atau materinya")
    pilih.isian_arguments(parser, rules.ISIAN_SESI)


def _sesi(kota: City, args: Namespace) -> CityAnswer:
    """Record a session of an event of the city, or change one."""
    with _salinan(kota) as con:
        k = _milik_kota(con, args.kegiatan)
        lama = queries.cari_sesi(con, k.kegiatan_id, args.sesi) if args.sesi else None
        semua = queries.sesi(con, k.kegiatan_id)
    fields = rules.bersihkan_sesi(pilih.isian_dari(args, rules.ISIAN_SESI), k.lingkup, baru=not lama)
    jadi = _jadi(k, lama, {nama: str(nilai or "") for nama, nilai in fields.items()})
    rules.periksa_jam(jadi.mulai, jadi.selesai)
    ragu = rules.peringatan([*(s for s in semua if s.sesi_id != jadi.sesi_id), jadi])
    kata = text_perintah.SESI_DISIMPAN.format(sesi=jadi.sebut)
    row = CityRow(SESI, jadi.sesi_id, {"kegiatan_id": k.kegiatan_id, **fields} if not lama else fields)
    return CityAnswer((row,), (kata, *(p.kalimat for p in ragu)), {"sesi_id": jadi.sesi_id})


def _jadi(k: Kegiatan, lama: Sesi | None, isi: dict[str, str]) -> Sesi:
    """Return a session as it will be."""
    dasar = lama or Sesi(ids.new_id(), k.kegiatan_id, k.lingkup, "", "", "", "", "", "", (), "", k.tempat, k.narasumber)
    sasaran = rules.pisah_sasaran(isi.pop("sasaran")) if "sasaran" in isi else dasar.sasaran
    jadi = dasar._replace(**isi, sasaran=sasaran)
    return jadi._replace(di=jadi.tempat or k.tempat, pembicara=jadi.narasumber or k.narasumber)


def _undang_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kegiatan", metavar="KEGIATAN", help="nama atau tahunnya")
    pilih.siapa_mana(parser)


def _undang(kota: City, args: Namespace) -> CityAnswer:
    """Invite all posts of the city, of a kecamatan or of a kelurahan to an event of the city."""
    from .undang_ops import baris, kosong
    from .undangan import ditarik

    with _salinan(kota) as con:
        k = _milik_kota(con, args.kegiatan)
        semua = queries.calon(con, k.kegiatan_id, lingkup=_lingkup(args), hari=tanggal.wib(kota.now).date())
        lagi = ditarik(con, k.kegiatan_id)
    baru = [c for c in semua if not c.undangan_id and not c.kosong]
    rows = tuple(CityRow(UNDANGAN, *baris(k, c, lagi), c.lingkup) for c in baru)
    lewat = tuple(kosong(c) for c in semua if c.kosong and not c.undangan_id)
    hasil = HasilUndang(tuple(row.row_id for row in rows), sum(bool(c.undangan_id) for c in semua), lewat)
    data: Json = {"diundang": len(rows), "sudah": hasil.sudah, "dilewati": [d.kalimat for d in lewat]}
    return CityAnswer(rows, (hasil.kalimat, *(d.kalimat for d in lewat)), data)


def _lingkup(args: Namespace) -> str:
    if args.kelurahan:
        return wilayah.cari_kelurahan(args.kelurahan).kode
    return pilih.lingkup_kecamatan(args) or wilayah.KOTA


def _hadir_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kegiatan", nargs="?", default="", metavar="KEGIATAN", help="bawaan: yang berjalan")
    pilih.siapa_mana(parser)


def _hadir(kota: City, args: Namespace) -> CityAnswer:
    """Count attendance as the server knows it: in all, by session, by kecamatan."""
    from . import commands_hadir

    with _salinan(kota) as con:
        k = queries.cari_kegiatan(con, args.kegiatan)
        lines, data = commands_hadir.rekap(con, k, lingkup=_lingkup(args))
    return CityAnswer((), lines, data)


CITY_COMMANDS: tuple[CityCommand, ...] = (
    CityCommand(("bimtek", "kegiatan"), "tampilkan, catat atau ubah kegiatan kota", _kegiatan_arguments, _kegiatan),
    CityCommand(("bimtek", "sesi"), "catat atau ubah sesi kegiatan kota", _sesi_arguments, _sesi),
    CityCommand(("bimtek", "undang"), "undang ketua RT ke kegiatan kota", _undang_arguments, _undang),
    CityCommand(("bimtek", "hadir"), "hitung kehadiran yang sudah diterima kota", _hadir_arguments, _hadir),
)
