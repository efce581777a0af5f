"""The three ways out of a *pembayaran ganda*: the money came back, it counts for another month, it was never paid."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.manifest import Ask, WayOut
from sipokat_desktop.storage.tx import Tx, replacement_id

from . import queries, rules, text, text_batal
from .baris import Baris

TABEL = "insentif_mutasi"
DIKEMBALIKAN, DIPERHITUNGKAN, SALAH_CATAT = "dikembalikan", "diperhitungkan", "salah catat"
"""What the reversing entry says in its field ``jenis``; a plain one says ``balik``."""

BULAN_SESUDAH = 12
"""How many months after the doubly paid one the money may count for."""


def dikembalikan(tx: Tx, entri: str, isian: Mapping[str, str]) -> None:
    """The money came back to the office on a day: the entry is taken back, dated and with who gave it back.

    Raises as :func:`hari_kembali`.
    """
    hari = hari_kembali(tx, [entri], isian["tanggal"])
    tx.reverse(TABEL, entri, isian["alasan"].strip(), jenis=DIKEMBALIKAN, tanggal=hari.isoformat())


def hari_kembali(tx: Tx, semua: Iterable[str], teks: str) -> date:
    """Return the day on which the money of these entries came back, as typed.

    Raises InputSalah (field ``tanggal``) for a day to come or before the money of one of them went out.
    """
    hari = tanggal.baca(teks, "tanggal")
    if hari > tanggal.wib(tx.act.at).date():
        raise InputSalah("tanggal", text.KEMBALI_NANTI)
    for entri in semua:
        dibayar = date.fromisoformat(str(tx.row(TABEL, entri, "tanggal")["tanggal"]))
        if hari < dibayar:
            kata = text_batal.SEBELUM_BAYAR.format(hari=tanggal.pendek(hari), bayar=tanggal.pendek(dibayar))
            raise InputSalah("tanggal", kata)
    return hari


def salah_catat(tx: Tx, entri: str, isian: Mapping[str, str]) -> None:
    """The money went out once, the second entry is a mistake: taken back with the reason."""
    tx.reverse(TABEL, entri, isian["alasan"].strip(), jenis=SALAH_CATAT)


def diperhitungkan(tx: Tx, entri: str, isian: Mapping[str, str]) -> None:
    """The second payment counts for another month of the same post that was not paid: the entry is taken back
    and recorded on that month, in one act, so that the sum of what went out stays. Two PCs that do so record it
    once: the first month stands, and a person is asked (keputusan/0015).

    Raises InputSalah when that month has been paid meanwhile.
    """
    lama, bulan = tx.row(TABEL, entri), isian["bulan"]
    if bulan not in dict(bulan_terbuka(tx.con, entri)):
        raise InputSalah("bulan", text.BULAN_TERISI.format(bulan=periode_.nama_bulan(bulan)))
    dari = periode_.nama_bulan(str(lama["bulan"]))
    ke = periode_.nama_bulan(bulan)
    tx.reverse(TABEL, entri, text.DIPERHITUNGKAN_KE.format(bulan=ke), jenis=DIPERHITUNGKAN)
    tempat = _baris(tx.con, lama, bulan)
    slot = _slot(tempat, lama, bulan)
    isi: Fields = {name: lama[name] for name in ("jabatan_id", "masa_id", "komponen_id", "jumlah", "tanggal", "cara")}
    isi |= {"bulan": bulan, "slot": slot, "jenis": "bayar", "alasan": text.DIPERHITUNGKAN_DARI.format(bulan=dari)}
    isi |= {"daftar_id": tempat[0], "baris_id": tempat[1].baris_id} if tempat else {}
    tx.append(TABEL, isi, scope=str(lama["lingkup"]), row_id=replacement_id(TABEL, entri))


def keterangan(balik: Fields) -> str:
    """Return what a reversal says of the money, with the month that it counts for or the STS that it came back with;
    words about why are left out."""
    jenis, sts = str(balik.get("jenis") or ""), balik.get("sts")
    if jenis == DIPERHITUNGKAN:
        return str(balik.get("alasan") or jenis)
    return f"{jenis} STS {sts}" if sts else jenis


def bulan_terbuka(con: sqlite.Connection, entri: str) -> Sequence[tuple[str, str]]:
    """Return the months (key, words) that an entry's money may count for: the same head in office, nothing paid,
    and the same amount due as far as that is known; the months after it first. An event has no other month."""
    cursor = con.execute(f"SELECT * FROM {TABEL} WHERE id = ?", (entri,))
    nilai = cursor.fetchone()
    if nilai is None:
        return ()
    lama: Fields = dict(zip((column[0] for column in cursor.description), nilai, strict=True))
    lingkup = str(lama["lingkup"])
    masa = next((m for m in rt.masa(con, lingkup=lingkup) if m.masa_id == lama["masa_id"]), None)
    k = next((k for k in queries.komponen(con, lingkup=lingkup) if k.komponen_id == lama["komponen_id"]), None)
    if masa is None or k is None or k.acara:
        return ()
    terpakai = queries.slot_terpakai(con, komponen_id=k.komponen_id, kecuali_daftar="")
    return [
        (bulan, periode_.nama_bulan(bulan))
        for bulan in _calon(str(lama["bulan"]))
        if _sebulan(masa, bulan, k.hari_acuan) and _boleh(con, lama, k, bulan, terpakai)
    ]


def _sebulan(masa: Masa, bulan: str, hari_acuan: int) -> bool:
    """Tell whether the whole month is this head's: by the reference day, or (by days) on every day of it."""
    if hari_acuan:
        return rules.menjabat(masa, bulan, hari_acuan)
    return rules.hari_menjabat(masa, bulan) == (1, periode_.hari_terakhir(bulan).day)


def _calon(bulan: str) -> Iterator[str]:
    """The months after ``bulan``, then those of the same year before it."""
    tahun, ke = int(bulan[:4]), int(bulan[5:])
    for lompat in range(1, BULAN_SESUDAH + 1):
        lebih = ke - 1 + lompat
        yield f"{tahun + lebih // 12}-{lebih % 12 + 1:02d}"
    yield from (f"{tahun}-{sebelum:02d}" for sebelum in range(1, ke))


def _boleh(con: sqlite.Connection, lama: Fields, k: rules.Komponen, bulan: str, terpakai: Collection[str]) -> bool:
    tempat = _baris(con, lama, bulan)
    slot = _slot(tempat, lama, bulan)
    if queries.pembayaran_hidup(con, slot=slot):
        return False
    if slot in terpakai:
        return tempat is not None
    tarif = [t for t in k.tarif if t.mulai <= bulan and (not t.sampai or bulan <= t.sampai)]
    return k.pajak > 0 or not tarif or rules.tarif_bulan(k, bulan) == lama["jumlah"]


def _baris(con: sqlite.Connection, lama: Fields, bulan: str) -> tuple[str, Baris] | None:
    """Return the list and line of a locked list that owes the month the same amount to the same head."""
    rows = con.execute(
        """SELECT DISTINCT d.id FROM insentif_baris b JOIN insentif_daftar d ON d.id = b.daftar_id
           WHERE d.keadaan = 'dikunci' AND d.komponen_id = ? AND b.masa_id = ?""",
        (lama["komponen_id"], lama["masa_id"]),
    )
    for daftar_id, semua in queries.per_daftar(con, [str(row[0]) for row in rows.fetchall()]).items():
        for b in semua:
            if b.masa_id == lama["masa_id"] and (bulan, lama["jumlah"]) in b.netto:
                return daftar_id, b
    return None


def _slot(tempat: tuple[str, Baris] | None, lama: Fields, bulan: str) -> str:
    komponen_id = str(lama["komponen_id"])
    return tempat[1].slot(komponen_id, bulan) if tempat else rules.slot(str(lama["jabatan_id"]), komponen_id, bulan)


_ALASAN = Ask("alasan", text.ALASAN, example=text.ALASAN_KEMBALI)
JALAN_KELUAR = (
    WayOut(
        DIKEMBALIKAN, text.KEMBALI, text.KEMBALI_ISI,
        (Ask("tanggal", text.KEMBALI_TANGGAL, "tanggal"), _ALASAN), dikembalikan,
    ),
    WayOut(
        DIPERHITUNGKAN, text.HITUNG, text.HITUNG_ISI,
        (Ask("bulan", text.HITUNG_BULAN, "pilihan", choices=bulan_terbuka),), diperhitungkan,
    ),
    WayOut(SALAH_CATAT, text.SALAH, text.SALAH_ISI, (_ALASAN._replace(example=text.ALASAN_SALAH),), salah_catat),
)  # fmt: skip
