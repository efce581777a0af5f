"""Payments on a list that was cancelled on another computer: what *Perlu keputusan* says of them, and the ways out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.manifest import Ask, Doubt, Doubtful, WayOut

from . import text, text_batal
from .sebutan import sebut_daftar

if TYPE_CHECKING:
    from sipokat_desktop.storage.tx import Tx


TABEL = "insentif_mutasi"
BERLAKU, KEMBALI, SALAH = "daftar berlaku lagi", "uang kembali", "tidak dibayar"
"""The ways out."""

_HIDUP = """SELECT d.id, m.id, coalesce(m.baris_id, ''), coalesce(b.no, 0), coalesce(b.nomor_rt, '?'),
    coalesce(b.nama, ''), m.bulan, m.jumlah
FROM insentif_daftar d JOIN insentif_mutasi m ON m.daftar_id = d.id LEFT JOIN insentif_baris b ON b.id = m.baris_id
WHERE d.keadaan = 'batal' AND m.membalik IS NULL
      AND NOT EXISTS (SELECT 1 FROM insentif_mutasi k WHERE k.membalik = m.id)
ORDER BY d.periode, d.nomor, b.no, m.bulan, m.id"""


def cari(con: sqlite.Connection) -> Sequence[Doubtful]:
    """Return the cancelled lists with payments that nothing has taken back, with who received what."""
    per: dict[str, dict[tuple[int, str, str], list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for daftar_id, _, _, no, nomor_rt, nama, bulan, jumlah in con.execute(_HIDUP):
        per[daftar_id][no, nomor_rt, nama].append((bulan, jumlah))
    return [_satu(con, daftar_id, orang) for daftar_id, orang in per.items()]


def _satu(
    con: sqlite.Connection, daftar_id: str, orang: Mapping[tuple[int, str, str], Sequence[tuple[str, int]]]
) -> Doubtful:
    rinci = tuple(
        text_batal.PENERIMA.format(
            no=no, rt=nomor_rt, nama=nama, jumlah=rupiah.uang(sum(jumlah for _, jumlah in isi)),
            bulan=periode_.rentang_tahun(tuple(sorted({bulan for bulan, _ in isi}))),
        )
        for (no, nomor_rt, nama), isi in orang.items()
    )  # fmt: skip
    jumlah = rupiah.uang(sum(satu for isi in orang.values() for _, satu in isi))
    alasan = con.execute("SELECT coalesce(alasan, '') FROM insentif_daftar WHERE id = ?", (daftar_id,)).fetchone()[0]
    kapan = con.execute(
        "SELECT coalesce(max(waktu), 0) FROM riwayat WHERE row_id = ? AND json_extract(sesudah, '$.keadaan') = 'batal'",
        (daftar_id,),
    ).fetchone()[0]
    kata = text_batal.KATA.format(n=len(orang), jumlah=jumlah, alasan=alasan or "-")
    return Doubtful(daftar_id, sebut_daftar(con, daftar_id), kata, rinci, int(kapan))


def berlaku_lagi(tx: Tx, daftar_id: str, isian: Mapping[str, str]) -> None:
    """The money went out by this list: it is in force again, as it was locked.

    Raises InputSalah for a list that was never locked here, and while another list holds one of its months.
    """
    from . import queries, terpakai

    row = tx.row("insentif_daftar", daftar_id)
    daftar = queries.cari_daftar(tx.con, str(row["nomor"]))
    if not daftar.dikunci_pada:
        raise InputSalah("", text_batal.BELUM_PERNAH_DIKUNCI.format(nomor=daftar.nomor))
    dipegang = terpakai.dipegang(tx.con, komponen_id=daftar.komponen_id, kecuali_daftar=daftar_id)
    for b in queries.baris(tx.con, daftar_id=daftar_id):
        for bulan in b.bulan:
            if b.slot(daftar.komponen_id, bulan) in dipegang:
                nama = periode_.nama_bulan(bulan)
                raise InputSalah("", text_batal.BULAN_DI_DAFTAR_LAIN.format(bulan=nama, rt=b.nomor_rt, nama=b.nama))
    kata = text_batal.CATATAN.format(alasan=isian["alasan"].strip())
    alasan = "; ".join(filter(None, (daftar.alasan, kata)))
    tx.move("insentif_daftar", daftar_id, expected="batal", to="dikunci", fields={"alasan": alasan})


def uang_kembali(tx: Tx, daftar_id: str, isian: Mapping[str, str]) -> None:
    """The money came back on a day: the entries of these lines are taken back, dated, with the STS where it went on
    to the treasury. Raises InputSalah for a day to come or before the money went out."""
    from .ganda import DIKEMBALIKAN, hari_kembali

    semua = _entri(tx.con, daftar_id, isian["baris"])
    hari = hari_kembali(tx, semua, isian["tanggal"])
    for entri in semua:
        tx.reverse(
            TABEL, entri, isian["alasan"].strip(), jenis=DIKEMBALIKAN, tanggal=hari.isoformat(),
            sts=isian["sts"].strip() or None,
        )  # fmt: skip


def tidak_dibayar(tx: Tx, daftar_id: str, isian: Mapping[str, str]) -> None:
    """No money went out: the entries of these lines are mistakes, taken back with the reason."""
    from .ganda import SALAH_CATAT

    for entri in _entri(tx.con, daftar_id, isian["baris"]):
        tx.reverse(TABEL, entri, isian["alasan"].strip(), jenis=SALAH_CATAT)


def _entri(con: sqlite.Connection, daftar_id: str, pilihan: str) -> list[str]:
    """Return the live payments of a list, of the lines ``3,7`` only where numbers are given."""
    semua = [(int(row[3]), str(row[1])) for row in con.execute(_HIDUP) if row[0] == daftar_id]
    if not pilihan.strip():
        return [entri for _, entri in semua]
    nomor = _nomor(pilihan)
    asing = nomor - {no for no, _ in semua}
    if asing:
        raise InputSalah("baris", text_batal.TIDAK_DIBAYAR.format(no=min(asing)))
    return [entri for no, entri in semua if no in nomor]


def _nomor(pilihan: str) -> set[int]:
    bagian = pilihan.replace(";", ",").replace(" ", ",").split(",")
    if not all(satu.isdecimal() for satu in bagian if satu):
        raise InputSalah("baris", text_batal.NOMOR_URUT)
    return {int(satu) for satu in bagian if satu}


_ALASAN = Ask("alasan", text.ALASAN, example=text_batal.ALASAN_BERLAKU)
_BARIS = Ask("baris", text_batal.BARIS, "singkat", example=text_batal.BARIS_CONTOH, required=False)


def _jalan() -> tuple[WayOut, ...]:
    return (
        WayOut(BERLAKU, text_batal.BERLAKU, text_batal.BERLAKU_ISI, (_ALASAN,), berlaku_lagi),
        WayOut(
            KEMBALI, text.KEMBALI, text_batal.KEMBALI_ISI,
            (
                Ask("tanggal", text.KEMBALI_TANGGAL, "tanggal"), _ALASAN._replace(example=text.ALASAN_KEMBALI),
                Ask("sts", text_batal.STS, "singkat", example=text_batal.STS_CONTOH, required=False), _BARIS,
            ), uang_kembali,
        ),
        WayOut(
            SALAH, text.SALAH, text_batal.SALAH_ISI, (_ALASAN._replace(example=text_batal.ALASAN_SALAH), _BARIS),
            tidak_dibayar,
        ),
    )  # fmt: skip


KERAGUAN = (Doubt(text_batal.JENIS, text_batal.ATURAN, cari, _jalan),)
