"""The history of a unit, and of a person: hand-overs, incidents and requests for help in their order."""

from __future__ import annotations

from collections.abc import Iterator

from sipokat_desktop.storage import sqlite

from . import text
from .model import Langkah, pengenal, sebutan

_ATAS = """coalesce(u.barang, ''), coalesce(u.merek, ''), coalesce(u.tipe, ''), coalesce(u.imei1, u.imei2), u.seri,
    u.nup, u.sim"""
_SERAH = f"""SELECT s.id, s.unit_id, s.tanggal, s.jenis, coalesce(s.nama, ''), coalesce(s.dari_nama, ''),
    coalesce(s.nomor, ''), coalesce(s.kondisi, ''), coalesce(s.alasan, ''), coalesce(s.penerima, ''),
    coalesce(b.alasan, ''), b.id IS NOT NULL, coalesce(j.nomor, ''), {_ATAS}
FROM ponsel_serah s LEFT JOIN ponsel_unit u ON u.id = s.unit_id
LEFT JOIN rt_jabatan j ON j.id = s.jabatan_id
LEFT JOIN (SELECT membalik, min(id) AS id, min(alasan) AS alasan FROM ponsel_serah WHERE membalik IS NOT NULL
           GROUP BY 1) b ON b.membalik = s.id
WHERE s.membalik IS NULL"""
_KEJADIAN = f"""SELECT k.id, k.unit_id, k.tanggal, k.jenis, coalesce(k.uraian, ''), coalesce(k.polisi_nomor, ''),
    coalesce(k.tindak_lanjut, ''), coalesce(k.selesai, ''), {_ATAS}
FROM ponsel_kejadian k LEFT JOIN ponsel_unit u ON u.id = k.unit_id"""
_BANTUAN = f"""SELECT b.id, b.unit_id, b.diminta, b.jenis, coalesce(b.uraian, ''), b.keadaan, coalesce(b.jawaban, ''),
    {_ATAS}
FROM ponsel_bantuan b LEFT JOIN ponsel_unit u ON u.id = b.unit_id"""
_MASA_ORANG = "(SELECT id FROM rt_masa WHERE orang_id = :apa)"


def riwayat_unit(con: sqlite.Connection, unit_id: str) -> list[Langkah]:
    """Return the life of a unit, oldest first; what was taken back stays in it."""
    return _gabung(
        con, unit_id, serah="s.unit_id = :apa", kejadian="k.unit_id = :apa", bantuan="b.unit_id = :apa", dengan=False
    )


def riwayat_orang(con: sqlite.Connection, orang_id: str) -> list[Langkah]:
    """Return what a person received, gave back, broke and lost in all terms, oldest first."""
    return _gabung(
        con,
        orang_id,
        serah=f"(s.masa_id IN {_MASA_ORANG} OR s.dari_masa_id IN {_MASA_ORANG})",
        kejadian=f"k.masa_id IN {_MASA_ORANG}",
        bantuan="b.jabatan_id IN (SELECT jabatan_id FROM rt_masa WHERE orang_id = :apa) "
        "AND b.nama = (SELECT nama FROM rt_orang WHERE id = :apa)",
        dengan=True,
    )


def _gabung(
    con: sqlite.Connection, apa: str, *, serah: str, kejadian: str, bantuan: str, dengan: bool
) -> list[Langkah]:
    semua = [
        *_serah(con, serah, apa, dengan=dengan),
        *_kejadian(con, kejadian, apa, dengan=dengan),
        *_bantuan(con, bantuan, apa, dengan=dengan),
    ]
    return sorted(semua, key=lambda langkah: (langkah.tanggal, langkah.id))


def _serah(con: sqlite.Connection, syarat: str, apa: str, *, dengan: bool) -> Iterator[Langkah]:
    for row in con.execute(f"{_SERAH} AND {syarat}", {"apa": apa}):
        id, unit_id, hari, jenis, nama, dari, nomor, kondisi, alasan, penerima, batal, dibatalkan, rt_ = row[:13]
        barang = _barang(row[13:], dengan=dengan)
        orang = text.DI_RT.format(nama=nama, rt=rt_) if rt_ else nama
        judul = _JUDUL[jenis].format(nama=orang, dari=dari)
        if jenis == "tarik" and not nama:
            judul = text.JUDUL_TARIK_KANTOR
        kata = (nomor, barang, text.KODE["kondisi"].get(kondisi, kondisi), penerima, alasan)
        rinci = " · ".join(filter(None, kata))
        yield Langkah(hari, jenis, judul, rinci, id, unit_id, _barang(row[13:], dengan=True), bool(dibatalkan), batal)


def _kejadian(con: sqlite.Connection, syarat: str, apa: str, *, dengan: bool) -> Iterator[Langkah]:
    for row in con.execute(f"{_KEJADIAN} WHERE {syarat}", {"apa": apa}):
        id, unit_id, hari, jenis, uraian, polisi, lanjut, _selesai = row[:8]
        judul = text.JUDUL_KEJADIAN.format(jenis=text.KODE["kejadian"][jenis].capitalize(), uraian=uraian)
        surat = text.SURAT_POLISI.format(nomor=polisi) if polisi else ""
        rinci = " · ".join(filter(None, (_barang(row[8:], dengan=dengan), surat, lanjut)))
        yield Langkah(hari, jenis, judul, rinci, id, unit_id, _barang(row[8:], dengan=True))


def _bantuan(con: sqlite.Connection, syarat: str, apa: str, *, dengan: bool) -> Iterator[Langkah]:
    for row in con.execute(f"{_BANTUAN} WHERE {syarat}", {"apa": apa}):
        id, unit_id, hari, jenis, uraian, keadaan, jawaban = row[:7]
        judul = text.JUDUL_BANTUAN.format(jenis=text.KODE["bantuan"][jenis])
        kata = (_barang(row[7:], dengan=dengan), uraian, text.KODE["keadaan_bantuan"].get(keadaan, keadaan), jawaban)
        yield Langkah(
            hari, "bantuan", judul, " · ".join(filter(None, kata)), id, unit_id, _barang(row[7:], dengan=True)
        )


def _barang(row: tuple[str, ...], *, dengan: bool) -> str:
    if not dengan:
        return ""
    barang, merek, tipe, imei, seri, nup, sim = row
    nomor = pengenal(imei=imei, seri=seri, nup=nup, sim=sim)
    return " · ".join(filter(None, (sebutan(barang, merek, tipe), nomor)))


_JUDUL = {
    "serah": text.JUDUL_SERAH,
    "kembali": text.JUDUL_KEMBALI,
    "alih": text.JUDUL_ALIH,
    "tarik": text.JUDUL_TARIK,
}
