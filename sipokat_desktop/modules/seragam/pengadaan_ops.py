"""A purchase of the office's own: recorded with what it holds, closed, opened again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.rules import teks
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import rules, stok, text
from .model import SELESAI, Barang, Pengadaan
from .pengadaan import isi as baca_isi
from .pengadaan import satu_pengadaan
from .periksa_isi import dalam_daftar, tidak_kurang

TABEL, ISI = "seragam_pengadaan", "seragam_isi"
TERBUKA = "terbuka"
_TEKS = ("satuan", "sumber_dana", "penyedia", "kontrak_nomor", "catatan")


def simpan_pengadaan(
    store: Store, lingkup: str, isian: Mapping[str, str], isi: Mapping[Barang, int] | None = None, *,
    pengadaan_id: str = "",
) -> Done[str]:  # fmt: skip
    """Record a purchase of the office ``lingkup``, or change one; returns its id.

    ``isi`` are the pieces bought per kind (None: as they are; a kind at 0 is taken out). Raises InputSalah for a field
    that is wrong, a name that is there already, the city's purchase, one of a kecamatan (its kelurahan would not see
    it), and fewer pieces than have left it.
    """
    fields = bersihkan(isian, baru=not pengadaan_id)
    for jumlah in (isi or {}).values():
        rules.wajar(jumlah, "isi", paling_kecil=0)
    if not pengadaan_id and wilayah.beberapa(lingkup):
        raise InputSalah("pengadaan", text.PENGADAAN_SIAPA)

    def work(tx: Tx) -> str:
        id = pengadaan_id or _baru(tx, lingkup, fields)
        if pengadaan_id:
            milik_kantor(satu_pengadaan(tx.con, id))
            tx.update(TABEL, id, fields)
        if isi is not None:
            _tulis_isi(tx, satu_pengadaan(tx.con, id), isi)
        dalam_daftar(satu_pengadaan(tx.con, id), baca_isi(tx.con, id))
        return id

    return store.write("seragam.pengadaan", work)


def selesai(store: Store, pengadaan_id: str) -> Changes:
    """Close a purchase: it takes no movement until it is opened again. Raises InputSalah for the city's."""
    return _keadaan(store, "seragam.selesai", pengadaan_id, SELESAI)


def buka_lagi(store: Store, pengadaan_id: str) -> Changes:
    """Open a closed purchase again. Raises InputSalah for the city's."""
    return _keadaan(store, "seragam.buka", pengadaan_id, TERBUKA)


def _keadaan(store: Store, act: str, pengadaan_id: str, keadaan: str) -> Changes:
    def work(tx: Tx) -> None:
        milik_kantor(satu_pengadaan(tx.con, pengadaan_id))
        tx.update(TABEL, pengadaan_id, {"keadaan": keadaan})

    return store.write(act, work).changes


def milik_kantor(p: Pengadaan) -> None:
    """Raise InputSalah for a purchase of the city: offices read it."""
    if p.kota:
        raise InputSalah("pengadaan", text.PENGADAAN_KOTA)


def bersihkan(isian: Mapping[str, str], *, baru: bool) -> Fields:
    """Return the typed fields of a purchase as they are stored; raise InputSalah for the first wrong one.

    Of a new one name, year and goods are needed; what is left out of a change stays.
    """
    lengkap = {"nama": "", "tahun": "", "barang": "", "per_orang": "1", "satuan": text.SATUAN} if baru else {}
    hasil: Fields = {"keadaan": TERBUKA} if baru else {}
    for field, nilai in (lengkap | dict(isian)).items():
        hasil[field] = _satu(field, nilai)
    return hasil


def _satu(field: str, nilai: str) -> str | int | None:
    if field in _TEKS:
        return teks(nilai, field)
    return _PEMBACA[field](nilai)


def _ukuran(nilai: str) -> str | None:
    semua = {rules.baca_ukuran(satu) for satu in rules.baca_daftar(nilai)}
    return "|".join(sorted(semua, key=rules.UKURAN.index)) or None


def tahun(nilai: str) -> int:
    """Return a typed year; raise InputSalah for none of these times."""
    rapi = nilai.strip()
    if not (rapi.isascii() and rapi.isdigit() and date(2000, 1, 1).year <= int(rapi[:6]) <= date(2100, 1, 1).year):
        raise InputSalah("tahun", text.TAHUN_SALAH)
    return int(rapi)


def _wajib(nilai: str, field: str, pesan: str) -> str:
    kata = teks(nilai, field, 120)
    if not kata:
        raise InputSalah(field, pesan)
    return kata


def _model(nilai: str) -> str | None:
    semua = [teks(satu, "model", 60) or "" for satu in rules.baca_daftar(nilai)]
    if any(tanda in satu for satu in semua for tanda in ":="):
        raise InputSalah("model", text.MODEL_HURUF)
    return "|".join(semua) or None


_PEMBACA: Mapping[str, Callable[[str], str | int | None]] = {
    "nama": lambda nilai: _wajib(nilai, "nama", text.NAMA_KOSONG),
    "barang": lambda nilai: _wajib(nilai, "barang", text.BARANG_KOSONG),
    "tahun": tahun,
    "per_orang": lambda nilai: rules.baca_jumlah(nilai or "1", "per_orang", paling_kecil=1),
    "model": _model,
    "ukuran": _ukuran,
    "kontrak_tanggal": lambda nilai: tanggal.baca(nilai, "kontrak_tanggal").isoformat() if nilai.strip() else None,
}


def _baru(tx: Tx, lingkup: str, fields: Fields) -> str:
    nama, tahun_ = str(fields["nama"]), int(str(fields["tahun"]))
    id = rules.id_pengadaan(lingkup, tahun_, nama)
    if tx.has(TABEL, id):
        raise InputSalah("nama", text.PENGADAAN_SUDAH_ADA.format(nama=nama, tahun=tahun_))
    return tx.insert(TABEL, fields, scope=lingkup, row_id=id)


def _tulis_isi(tx: Tx, p: Pengadaan, isi: Mapping[Barang, int]) -> None:
    """Write how many of each kind were bought; what is not named is taken out."""
    ada = baca_isi(tx.con, p.pengadaan_id)
    tidak_kurang(p, ada, isi, stok.saldo(tx.con, p.pengadaan_id))
    for barang in sorted({*ada, *isi}, key=rules.urut):
        _satu_isi(tx, p, barang, isi.get(barang, 0))


def _satu_isi(tx: Tx, p: Pengadaan, barang: Barang, jumlah: int) -> None:
    id = rules.id_isi(p.pengadaan_id, barang)
    if tx.has(ISI, id):
        if jumlah:
            tx.update(ISI, id, {"jumlah": jumlah})
        else:
            tx.delete(ISI, id)
    elif jumlah:
        fields: Fields = {"pengadaan_id": p.pengadaan_id, "jumlah": jumlah, **rules.isi_barang(barang)}
        tx.insert(ISI, fields, scope=p.lingkup, row_id=id)
