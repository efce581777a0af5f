"""Names rows of the module for people: slots, payments, lists, lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.storage import sqlite

from . import text
from .text_acara import PER


def sebut_slot(con: sqlite.Connection, slot: str) -> str:
    """Name a slot for people: ``RT 03 · Januari 2026 · Insentif Ketua RT``."""
    jabatan_id, komponen_id, bulan = slot.split("|")[:3]
    rt_ = con.execute("SELECT nomor FROM rt_jabatan WHERE id = ?", (jabatan_id,)).fetchone()
    k = con.execute("SELECT nama FROM insentif_komponen WHERE id = ?", (komponen_id,)).fetchone()
    return f"RT {rt_[0] if rt_ else '?'} · {periode_.nama_bulan(bulan)} · {k[0] if k else 'komponen tidak dikenal'}"


def sebut_entri(con: sqlite.Connection, entri: str) -> str:
    """Name an entry of the ledger with all that shows what it is about:
    ``Rp550.000 · 5 April 2026 · tunai · daftar INS-2026TW1-7QD-01 · untuk Ernawati, RW 02``, and who received it where
    that was another, with the power of attorney."""
    row = con.execute(
        """SELECT m.jumlah, m.tanggal, coalesce(m.cara, ''), coalesce(d.nomor, ''), coalesce(b.nama, o.nama, ''),
           coalesce(j.rw, ''), coalesce(t.penerima, ''), coalesce(t.surat_kuasa, '') FROM insentif_mutasi m
           LEFT JOIN insentif_daftar d ON d.id = m.daftar_id LEFT JOIN insentif_baris b ON b.id = m.baris_id
           LEFT JOIN rt_masa s ON s.id = m.masa_id LEFT JOIN rt_orang o ON o.id = s.orang_id
           LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id LEFT JOIN insentif_tanda t ON t.id = m.baris_id
           WHERE m.id = ?""",
        (entri,),
    ).fetchone()
    if row is None:
        return ""
    jumlah, hari, cara, nomor, nama, rw, penerima, kuasa = row
    bagian = [
        rupiah.uang(jumlah or 0), tanggal.panjang(date.fromisoformat(hari)) if hari else text.ENTRI_TANPA_TANGGAL, cara,
        nomor and text.ENTRI_DAFTAR.format(nomor=nomor),
        nama and text.ENTRI_UNTUK.format(nama=nama, rw=text.ENTRI_RW.format(rw=rw) if rw else ""),
        kuasa and text.ENTRI_KUASA.format(nama=penerima, surat=kuasa),
    ]  # fmt: skip
    return " · ".join(filter(None, bagian))


def sebut_bayar(con: sqlite.Connection, entri: str) -> str:
    """Name a payment or reversal by its slot: ``RT 03 · Januari 2026 · Insentif Ketua RT · Rp550.000``."""
    row = con.execute("SELECT slot, jumlah FROM insentif_mutasi WHERE id = ?", (entri,)).fetchone()
    return f"{sebut_slot(con, row[0])} · {rupiah.uang(row[1] or 0)}" if row and row[0] else ""


def sebut_daftar(con: sqlite.Connection, id: str) -> str:
    """Name a list: ``Daftar Triwulan I 2026 · INS-2026TW1-7QD-01``."""
    row = con.execute("SELECT periode, nomor FROM insentif_daftar WHERE id = ?", (id,)).fetchone()
    return f"Daftar {periode_.baca(row[0]).nama} · {row[1]}" if row and row[0] else ""


def sebut_baris(con: sqlite.Connection, id: str) -> str:
    """Name a line of a list: ``RT 05 · Sopian Hadi · Triwulan I 2026``."""
    row = con.execute(
        """SELECT b.nomor_rt, b.nama, d.periode FROM insentif_baris b
           LEFT JOIN insentif_daftar d ON d.id = b.daftar_id WHERE b.id = ?""",
        (id,),
    ).fetchone()
    if row is None:
        return ""
    return " · ".join(filter(None, (f"RT {row[0]}", row[1], row[2] and periode_.baca(row[2]).nama)))


def sebut_komponen(con: sqlite.Connection, id: str) -> str:
    """Name a component."""
    row = con.execute("SELECT nama FROM insentif_komponen WHERE id = ?", (id,)).fetchone()
    return str(row[0] or "") if row else ""


def sebut_tarif(con: sqlite.Connection, id: str) -> str:
    """Name a tariff: ``Tarif Insentif Ketua RT mulai Januari 2026``."""
    row = con.execute("SELECT komponen_id, mulai FROM insentif_tarif WHERE id = ?", (id,)).fetchone()
    return f"Tarif {sebut_komponen(con, row[0])} mulai {periode_.nama_bulan(row[1])}" if row and row[1] else ""


def sebut_anggaran(con: sqlite.Connection, id: str) -> str:
    """Name the funding data of a year: ``Dana Insentif Ketua RT 2026``."""
    row = con.execute("SELECT komponen_id, tahun FROM insentif_anggaran WHERE id = ?", (id,)).fetchone()
    return f"Dana {sebut_komponen(con, row[0])} {row[1]}" if row else ""


def sebut_aturan(con: sqlite.Connection, id: str) -> str:
    """Name a version of a performance rule: ``Aturan kinerja Insentif Ketua RT versi 2``."""
    row = con.execute("SELECT komponen_id, versi FROM insentif_aturan WHERE id = ?", (id,)).fetchone()
    return f"Aturan kinerja {sebut_komponen(con, row[0])} versi {row[1]}" if row else ""


def sebut_kinerja(con: sqlite.Connection, id: str) -> str:
    """Name a month's performance: ``Kinerja RT 03 · Januari 2026``."""
    row = con.execute(
        """SELECT coalesce(j.nomor, '?'), k.bulan FROM insentif_kinerja k
           LEFT JOIN rt_jabatan j ON j.id = k.jabatan_id WHERE k.id = ?""",
        (id,),
    ).fetchone()
    return f"Kinerja RT {row[0]} · {periode_.nama_bulan(row[1])}" if row and row[1] else ""


def sebut_koreksi(con: sqlite.Connection, id: str) -> str:
    """Name a correction by its month and line: ``Koreksi Januari 2026 · RT 05 · Sopian Hadi · Triwulan I 2026``."""
    return _sebut_koreksi(con, id, "insentif_koreksi", "Koreksi")


def sebut_terkoreksi(con: sqlite.Connection, id: str) -> str:
    """Name a corrected month: ``Januari 2026 · RT 05 · Sopian Hadi · Triwulan I 2026``."""
    return _sebut_koreksi(con, id, "insentif_terkoreksi", "")


def _sebut_koreksi(con: sqlite.Connection, id: str, tabel: str, kata: str) -> str:
    row = con.execute(f"SELECT bulan, baris_id FROM {tabel} WHERE id = ?", (id,)).fetchone()
    if row is None or not row[0]:
        return ""
    return f"{kata} {periode_.nama_bulan(row[0])} · {sebut_baris(con, row[1])}".strip()


def kata_jumlah(teks: str) -> str:
    """Say what a month gives after a correction (``550000 522500``): ``Rp550.000, diterima Rp522.500``."""
    from .terkoreksi import baca_jumlah
    from .text_siklus import JUMLAH_KELUAR, JUMLAH_POTONG

    jumlah = baca_jumlah(teks)
    if not jumlah.bruto:
        return JUMLAH_KELUAR
    bruto, diterima = rupiah.uang(jumlah.bruto), rupiah.uang(jumlah.diterima)
    return bruto if bruto == diterima else JUMLAH_POTONG.format(bruto=bruto, diterima=diterima)


def kata_pita(pita: str) -> str:
    """Say the steps of a rule (``0=5000 3=10000``): ``0–2: 50 %, mulai 3: 100 %``."""
    langkah = [(int(batas), int(bagian)) for batas, _, bagian in (satu.partition("=") for satu in pita.split())]
    kata: list[str] = []
    for (batas, bagian), berikut in zip(langkah, [*langkah[1:], None], strict=True):
        if berikut is None:
            ukuran = f"mulai {batas}"
        else:
            ukuran = f"{batas}" if berikut[0] == batas + 1 else f"{batas}–{berikut[0] - 1}"
        kata.append(f"{ukuran}: {rupiah.persen(bagian)}")
    return ", ".join(kata)


def kata_lewati(lewati: str) -> str:
    """Say whom a draft leaves out for now: ``baris yang ada temuannya``, ``2 ketua RT``."""
    from .text_susun import LEWATI, LEWATI_BANYAK

    return LEWATI.get(lewati) or LEWATI_BANYAK.format(n=len(lewati.split()))


def _kode(kata: Mapping[str, str]) -> Callable[[str], str]:
    return lambda nilai: kata.get(nilai, nilai)


KATA: Mapping[str, Callable[[str], str]] = {
    "skema": _kode(text.SKEMA), "ukuran": _kode(text.UKURAN_KINERJA), "keadaan": _kode(text.KEADAAN),
    "pita": kata_pita, "lewati": kata_lewati, "jumlah": kata_jumlah, "per": _kode(PER),
}  # fmt: skip
"""What says a stored value in words."""

SEBUTAN = {
    "insentif_komponen": sebut_komponen, "insentif_tarif": sebut_tarif, "insentif_anggaran": sebut_anggaran,
    "insentif_aturan": sebut_aturan, "insentif_kinerja": sebut_kinerja, "insentif_daftar": sebut_daftar,
    "insentif_baris": sebut_baris, "insentif_terkoreksi": sebut_terkoreksi, "insentif_koreksi": sebut_koreksi,
    "insentif_tunda": sebut_baris, "insentif_tanda": sebut_baris, "insentif_mutasi": sebut_bayar,
}  # fmt: skip
"""What names a row of a table for people."""
