"""Gathers what a pack of some months holds: every payment with the SK, term, tariff, list and receipt behind it."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sipokat_desktop.kernel import nik as nik_
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite

from .. import komponen as komponen_
from .. import rules, temuan_data, temuan_merah, terkoreksi
from ..baris import per_daftar
from ..bendera import Bendera
from ..temuan_data import Data, Garis
from .catatan_op import BarisKota, CatatanOp, dari_kota, dari_sini
from .tabel_csv import Sel

Baris = list[Sel]


@dataclass(frozen=True, slots=True)
class Kumpulan:
    """Everything of a pack before it is written; the tables are rows under the columns of ``text_paket``."""

    lingkup: str
    kelurahan: str
    bulan: tuple[str, ...]
    data: Data
    bendera: list[Bendera]
    pembayaran: list[Baris]
    daftar: list[Baris]
    baris: list[Baris]
    koreksi: list[Baris]
    ketetapan: list[Baris]
    masa: list[Baris]
    op: list[CatatanOp]
    kota: list[BarisKota]


def kumpulkan(con: sqlite.Connection, *, lingkup: str, bulan: Sequence[str], hari: date, nik_penuh: bool) -> Kumpulan:
    """Read the pack of some months of a kelurahan as of ``hari``; NIK masked unless asked."""
    data = temuan_data.baca(con, lingkup=lingkup, bulan=bulan)
    entri = _entri(con, lingkup, bulan)
    daftar_ids = {g.daftar_id for g in data.garis} | {str(e["daftar_id"]) for e in entri if e["daftar_id"]}
    masa_ids = {str(e["masa_id"]) for e in entri} | {g.masa_id for g in data.garis}
    ids = {str(e["id"]) for e in entri} | daftar_ids | {str(e["baris_id"]) for e in entri if e["baris_id"]}
    ids |= {g.baris_id for g in data.garis} | _koreksi_ids(con, daftar_ids) | _ketetapan_ids(con, data)
    op = dari_sini(con, ids, dengan_baris=nik_penuh)
    per_baris = {satu.row_id: satu for satu in reversed(op)}
    kota = dari_kota(con, [str(e["id"]) for e in entri])
    per_kota = {satu.row_id: satu for satu in kota}
    return Kumpulan(
        lingkup, rt.nama_kelurahan(con, lingkup), tuple(bulan), data,
        temuan_merah.cari(con, lingkup=lingkup, bulan=bulan, hari=hari),
        [_pembayaran(e, data, per_baris, per_kota, nik_penuh=nik_penuh) for e in entri],
        _daftar(con, daftar_ids), [_garis(g) for g in data.garis], _koreksi(con, daftar_ids), _ketetapan(con, data),
        _masa(con, data, masa_ids, nik_penuh=nik_penuh), op, kota,
    )  # fmt: skip


Entri = dict[str, Sel]


def _entri(con: sqlite.Connection, lingkup: str, bulan: Collection[str]) -> list[Entri]:
    """Return the entries of the months in the order of posts and months, a reversal after what it takes back."""
    cursor = con.execute(
        """SELECT m.id, m.jenis, m.bulan, m.jumlah, m.tanggal, m.cara, m.slot, m.daftar_id, m.baris_id, m.jabatan_id,
                  m.masa_id, m.komponen_id, m.membalik, m.alasan, m.sts, coalesce(j.nomor, '?') AS nomor_rt,
                  d.nomor AS daftar, d.sp2d_nomor, d.sp2d_tanggal, d.dikunci_oleh, d.dikunci_pada, b.no AS baris,
                  b.hitungan, b.khusus, b.alasan AS alasan_baris, b.sk AS sk_baris,
                  t.tanggal AS tanda, t.penerima, t.surat_kuasa
           FROM insentif_mutasi m LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id
           LEFT JOIN insentif_daftar d ON d.id = m.daftar_id LEFT JOIN insentif_baris b ON b.id = m.baris_id
           LEFT JOIN insentif_tanda t ON t.id = m.baris_id
           WHERE m.lingkup = ? AND m.bulan IN (SELECT value FROM json_each(?))
           ORDER BY length(j.nomor), j.nomor, m.komponen_id, m.bulan, coalesce(m.membalik, m.id),
                    m.membalik IS NOT NULL, m.id""",
        (lingkup, json.dumps(sorted(bulan))),
    )
    nama = [kolom[0] for kolom in cursor.description]
    return [dict(zip(nama, row, strict=True)) for row in cursor]


def _pembayaran(
    e: Entri, data: Data, per_baris: dict[str, CatatanOp], per_kota: dict[str, BarisKota], *, nik_penuh: bool
) -> Baris:
    m = data.masa.get(str(e["masa_id"]))
    k = data.komponen.get(str(e["komponen_id"]))
    bulan = str(e["bulan"])
    tarif = rules.tarif_berlaku(k, bulan) if k else None
    aturan = rules.aturan_bulan(k, bulan) if k else None
    op, kota = per_baris.get(str(e["id"])), per_kota.get(str(e["id"]))
    return [
        e["id"], e["jenis"], bulan, k.nama if k else "", f"RT {e['nomor_rt']}", m.nama if m else "",
        _nik(m.nik if m else None, nik_penuh=nik_penuh), e["jumlah"], e["tanggal"], e["cara"],
        (m.sk_nomor if m else None) or e["sk_baris"], m.sk_tanggal if m else None, m.tmt if m else None,
        m.akhir_sk if m else None, m.akhir_nyata if m else None, tarif.jumlah if tarif else None,
        tarif.dasar_hukum if tarif else None, aturan.versi if aturan else None, e["hitungan"], e["khusus"],
        e["alasan_baris"], e["daftar"], e["baris"], e["dikunci_oleh"], e["dikunci_pada"], e["sp2d_nomor"],
        e["sp2d_tanggal"], e["tanda"], e["penerima"], e["surat_kuasa"], e["membalik"], e["alasan"], e["sts"],
        "komputer ini" if op else f"kota ({kota.asal})" if kota else "", op.op_id if op else kota.op_id if kota else "",
        op.inc if op else "", op.n if op else None, op.sidik if op else "", kota.sidik if kota else "",
    ]  # fmt: skip


def _nik(nik: str | None, *, nik_penuh: bool) -> str:
    return (nik or "") if nik_penuh else nik_.samarkan(nik)


def _daftar(con: sqlite.Connection, ids: Collection[str]) -> list[Baris]:
    """Return the lists, their sums as they stand after the corrections that count."""
    baris = per_daftar(con, ids)
    rows = con.execute(
        """SELECT d.id, d.nomor, k.nama, d.periode, d.keadaan,
                  (SELECT count(DISTINCT c.baris_id || ' ' || c.revisi || ' ' || c.alasan) FROM insentif_koreksi c
                   WHERE c.daftar_id = d.id), d.dasar, d.diperiksa_oleh, d.diperiksa_pada,
                  d.dikunci_oleh, d.dikunci_pada, d.alasan, d.cetak_ke, d.spp_nomor, d.spp_tanggal, d.sp2d_nomor,
                  d.sp2d_tanggal, (SELECT count(*) FROM insentif_baris b WHERE b.daftar_id = d.id),
                  (SELECT coalesce(sum(jumlah), 0) FROM insentif_mutasi m WHERE m.daftar_id = d.id)
           FROM insentif_daftar d LEFT JOIN insentif_komponen k ON k.id = d.komponen_id
           WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY d.periode, d.nomor""",
        (json.dumps(sorted(ids)),),
    )
    hasil: list[Baris] = []
    for *isi, dibayar in rows:
        semua = baris[str(isi[0])]
        jumlah = (sum(b.bruto for b in semua), sum(b.pph for b in semua), sum(b.diterima for b in semua))
        hasil.append([*isi, *jumlah, dibayar])
    return hasil


def _garis(g: Garis) -> Baris:
    rincian = " ".join(f"{bulan}={jumlah}" for bulan, jumlah in g.rincian.items())
    return [
        g.baris_id, g.nomor, g.no, f"RT {g.nomor_rt}", g.nama, rincian, g.bruto, g.pph, g.diterima, g.dibayar,
        g.khusus, g.alasan, g.tunda,
    ]  # fmt: skip


def _koreksi_ids(con: sqlite.Connection, daftar: Collection[str]) -> set[str]:
    ids = json.dumps(sorted(daftar))
    return {
        str(row[0])
        for tabel in (terkoreksi.BULAN, terkoreksi.LANGKAH)
        for row in con.execute(f"SELECT id FROM {tabel} WHERE daftar_id IN (SELECT value FROM json_each(?))", (ids,))
    }


def _koreksi(con: sqlite.Connection, daftar: Collection[str]) -> list[Baris]:
    """Return the steps of the corrections of these lists, each with whether it led to what counts now."""
    nomor = dict(con.execute("SELECT id, coalesce(nomor, '') FROM insentif_daftar").fetchall())
    hasil: list[Baris] = []
    for daftar_id, semua in sorted(per_daftar(con, daftar).items(), key=lambda d: nomor.get(d[0], "")):
        kini = {b.baris_id: b.jumlah for b in semua}
        langkah = terkoreksi.koreksi(con, daftar_id=daftar_id)
        per_baris = {k.baris_id: [satu for satu in langkah if satu.baris_id == k.baris_id] for k in langkah}
        berlaku = {
            satu.koreksi_id
            for baris_id, isi in per_baris.items()
            for satu in terkoreksi.berlaku(isi, kini.get(baris_id, {}))
        }
        hasil += [
            [k.koreksi_id, nomor.get(daftar_id, ""), k.no, f"RT {k.nomor_rt}", k.nama, k.revisi, k.bulan, k.dari.bruto,
             k.dari.diterima, k.menjadi.bruto, k.menjadi.diterima, "ya" if k.koreksi_id in berlaku else "tidak",
             k.tanggal, k.alasan, k.oleh]
            for k in langkah
        ]  # fmt: skip
    return hasil


def _ketetapan_ids(con: sqlite.Connection, data: Data) -> set[str]:
    ids = json.dumps(sorted(data.komponen))
    hasil: set[str] = set(data.komponen)
    for tabel in ("insentif_tarif", "insentif_aturan", "insentif_anggaran"):
        rows = con.execute(f"SELECT id FROM {tabel} WHERE komponen_id IN (SELECT value FROM json_each(?))", (ids,))
        hasil |= {str(row[0]) for row in rows}
    return hasil | {str(row[0]) for row in _angka(con, data)}


def _angka(con: sqlite.Connection, data: Data) -> list[tuple[Sel, ...]]:
    """Return the figures of performance of the months of the pack: id, term, month, reports, score, source."""
    rows = con.execute(
        """SELECT id, masa_id, bulan, laporan, skor, sumber FROM insentif_kinerja
           WHERE bulan IN (SELECT value FROM json_each(?)) AND masa_id IN (SELECT value FROM json_each(?))
           ORDER BY bulan""",
        (json.dumps(sorted(data.bulan)), json.dumps(sorted(data.masa))),
    )
    urutan = {masa_id: ke for ke, masa_id in enumerate(data.masa)}
    return sorted((tuple(row) for row in rows), key=lambda r: (str(r[2]), urutan[str(r[1])]))


def _angka_kinerja(con: sqlite.Connection, data: Data) -> list[Baris]:
    """Return the figures of performance with where each comes from: typed, or counted from the reports on a day."""
    hasil: list[Baris] = []
    for _, masa_id, bulan, laporan, skor, sumber in _angka(con, data):
        m = data.masa[str(masa_id)]
        ukuran = ((laporan, "laporan"), (skor, "skor"))
        isi = ", ".join(f"{nilai} {apa}" for nilai, apa in ukuran if nilai is not None)
        if isi:
            kata = f"{data.rt(m.jabatan_id)} {m.nama}: {isi}"
            hasil.append(["angka kinerja", "", bulan, bulan, None, kata, sumber, "kantor"])
    return hasil


def _ketetapan(con: sqlite.Connection, data: Data) -> list[Baris]:
    """Return tariffs, performance rules and funding of the components, those of the years of the pack, and the figures
    that the rules looked at."""
    hasil: list[Baris] = []
    tahun = sorted({int(b[:4]) for b in data.bulan})
    for k in sorted(data.komponen.values(), key=lambda k: (k.nama, k.komponen_id)):
        hasil += [["tarif", k.nama, t.mulai, t.sampai, t.jumlah, "", t.dasar_hukum, _oleh(t.lingkup)] for t in k.tarif]
        hasil += [
            ["aturan kinerja", k.nama, a.mulai, a.sampai, None,
             f"versi {a.versi} {a.ukuran}: " + " ".join(f"{n}={bagian}" for n, bagian in a.pita), a.dasar_hukum, ""]
            for a in k.aturan
        ]  # fmt: skip
        for satu in tahun:
            dana = komponen_.dana(con, lingkup=k.lingkup, komponen=k, tahun=satu)
            isi = " · ".join(filter(None, (dana.sumber_dana, dana.program, dana.kegiatan, dana.kode_rekening)))
            hasil.append(["dana", k.nama, str(satu), None, dana.pagu, isi, dana.dasar, ""])
    return [*hasil, *_angka_kinerja(con, data)]


def _oleh(lingkup: str) -> str:
    return "kota" if lingkup in ("", komponen_.KOTA) else "kantor"


def _masa(con: sqlite.Connection, data: Data, ids: Collection[str], *, nik_penuh: bool) -> list[Baris]:
    jenis = {
        str(row[0]): (row[1], row[2], row[3])
        for row in con.execute(
            "SELECT id, jenis, sk_penerbit, alasan_akhir FROM rt_masa WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(ids)),),
        )
    }
    semua = sorted(
        (m for m in data.masa.values() if m.masa_id in ids),
        key=lambda m: (len(m.nomor), m.nomor, m.tmt or "", m.masa_id),
    )
    return [
        [m.masa_id, f"RT {m.nomor}", m.nama, _nik(m.nik, nik_penuh=nik_penuh), jenis[m.masa_id][0], m.sk_nomor,
         m.sk_tanggal, jenis[m.masa_id][1], m.tmt, m.akhir_sk, m.akhir_nyata, jenis[m.masa_id][2]]
        for m in semua
        if m.masa_id in jenis
    ]  # fmt: skip
