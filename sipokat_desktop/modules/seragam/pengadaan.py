"""Reading purchases: what there is, what was bought, and which one a word means."""

from __future__ import annotations

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.storage import sqlite

from . import rules, text
from .model import Barang, Pengadaan

_SQL = """SELECT p.id, p.lingkup, coalesce(p.nama, ''), coalesce(p.tahun, 0), coalesce(p.barang, ''),
    coalesce(p.model, ''), coalesce(p.ukuran, ''), coalesce(p.per_orang, 1), coalesce(p.satuan, ''),
    coalesce(p.sumber_dana, ''), coalesce(p.penyedia, ''), coalesce(p.kontrak_nomor, ''),
    coalesce(p.kontrak_tanggal, ''), coalesce(p.keadaan, ''), coalesce(p.catatan, ''),
    (SELECT coalesce(sum(i.jumlah), 0) FROM seragam_isi i WHERE i.pengadaan_id = p.id)
FROM seragam_pengadaan p"""


def pengadaan(con: sqlite.Connection, *, lingkup: str = "") -> list[Pengadaan]:
    """Return the purchases that are here, the newest year first; with ``lingkup`` only those that a kelurahan takes
    part in: the city's, its kecamatan's and its own."""
    semua = [_satu(row) for row in con.execute(f"{_SQL} ORDER BY p.tahun DESC, p.nama, p.id")]
    if not lingkup:
        return semua
    ikut = {wilayah.KOTA, lingkup, wilayah.kecamatan_dari(lingkup)}
    if wilayah.adalah_kecamatan(lingkup) or lingkup == wilayah.KOTA:
        return [p for p in semua if lingkup == wilayah.KOTA or wilayah.milik(lingkup, p.lingkup)]
    return [p for p in semua if p.lingkup in ikut]


def satu_pengadaan(con: sqlite.Connection, pengadaan_id: str) -> Pengadaan:
    """Return a purchase; raise InputSalah when it is not here."""
    row = con.execute(f"{_SQL} WHERE p.id = ?", (pengadaan_id,)).fetchone()
    if row is None:
        raise InputSalah("pengadaan", text.PENGADAAN_TIDAK_ADA)
    return _satu(row)


def cari_pengadaan(con: sqlite.Connection, teks: str) -> Pengadaan:
    """Return the purchase with an id, name or year; of an empty text the only one that is open.

    Raises InputSalah that names the purchases there are where none or several fit.
    """
    semua, kunci = pengadaan(con), kunci_cari(teks)
    if not semua:
        raise InputSalah("pengadaan", text.PENGADAAN_KOSONG)
    cocok = [p for p in semua if teks.strip() == p.pengadaan_id or kunci in (kunci_cari(p.nama), str(p.tahun))]
    cocok = cocok or [p for p in semua if kunci and kunci in kunci_cari(f"{p.nama} {p.tahun}")]
    if not kunci:
        cocok = [p for p in semua if not p.selesai]
    if len(cocok) != 1:
        pilihan = "; ".join(f"{p.nama} ({p.tahun})" for p in (cocok or semua))
        raise InputSalah("pengadaan", text.PENGADAAN_YANG_MANA.format(pilihan=pilihan))
    return cocok[0]


def terbuka(con: sqlite.Connection, pengadaan_id: str) -> Pengadaan:
    """Return a purchase that takes movements; raise InputSalah when it is closed or not here."""
    p = satu_pengadaan(con, pengadaan_id)
    if p.selesai:
        buka = text.BUKA_KOTA if p.kota else text.BUKA_KANTOR
        raise InputSalah("pengadaan", text.SUDAH_SELESAI.format(nama=p.nama, buka=buka))
    return p


def isi(con: sqlite.Connection, pengadaan_id: str) -> dict[Barang, int]:
    """Return how many pieces of each kind were bought, small sizes first."""
    rows = con.execute(
        """SELECT coalesce(model, ''), ukuran, sum(jumlah) FROM seragam_isi WHERE pengadaan_id = ?
           GROUP BY coalesce(model, ''), ukuran HAVING sum(jumlah) <> 0""",
        (pengadaan_id,),
    )
    semua = {Barang(model, ukuran): int(jumlah) for model, ukuran, jumlah in rows}
    return dict(sorted(semua.items(), key=lambda satu: rules.urut(satu[0])))


def _satu(row: sqlite.Row | tuple[object, ...]) -> Pengadaan:
    nilai = list(row)
    nilai[5], nilai[6] = rules.pisah(str(nilai[5])), rules.pisah(str(nilai[6]))
    nilai[7] = max(int(str(nilai[7])), 1)
    nilai[8] = nilai[8] or text.SATUAN
    return Pengadaan(*nilai)
