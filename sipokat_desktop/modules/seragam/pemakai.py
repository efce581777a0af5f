"""Who wears what of a purchase: the posts with their heads, sizes and models, and what each received."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import sqlite

from . import rules, text
from .model import Barang, Pegang, Pemakai, Pengadaan
from .pengadaan import satu_pengadaan
from .tempat import RT

Lingkup = str | Sequence[str]
"""A kelurahan code, ``kec:…`` (all kelurahan under it), ``kota`` (all that are here), or several kelurahan codes."""

_ROSTER = """SELECT j.id, j.lingkup, coalesce(j.nomor, '?'), coalesce(j.rw, ''), coalesce(m.id, ''),
    coalesce(m.orang_id, ''), CASE WHEN m.id IS NULL THEN '' ELSE coalesce(o.nama, :belum) END,
    coalesce(o.kelamin, ''), coalesce(o.ukuran, ''),
    CASE WHEN p.orang_id IS NULL OR p.orang_id = m.orang_id THEN coalesce(p.model, '') ELSE '' END,
    CASE WHEN p.orang_id IS NULL OR p.orang_id = m.orang_id THEN coalesce(p.cm, '') ELSE '' END,
    coalesce(p.catatan, '')
FROM rt_jabatan j
LEFT JOIN rt_masa m ON m.jabatan_id = j.id AND (m.akhir_nyata IS NULL OR m.akhir_nyata >= :hari)
     AND (m.tmt IS NULL OR m.tmt <= :hari)
LEFT JOIN rt_orang o ON o.id = m.orang_id
LEFT JOIN seragam_pilihan p ON p.pengadaan_id = :pengadaan AND p.jabatan_id = j.id
WHERE j.lingkup IN (SELECT value FROM json_each(:lingkup)) {lagi}
ORDER BY j.lingkup, length(j.nomor), j.nomor, j.rw, j.id, m.tmt, m.id"""

HIDUP = "m.membalik IS NULL AND NOT EXISTS (SELECT 1 FROM seragam_gerak b WHERE b.membalik = m.id)"
"""SQL for an entry that is no reversal and that nothing has taken back; the ledger is called ``m``."""
_PEGANG = f"""SELECT m.id, coalesce(m.jabatan_id, ''), m.jenis, coalesce(m.model, ''), m.ukuran, m.jumlah,
    m.model_kembali, m.ukuran_kembali, m.dari, coalesce(m.masa_id, ''), coalesce(m.nama, ''),
    coalesce(m.penerima, ''), coalesce(m.surat_kuasa, ''), coalesce(m.cara, ''), coalesce(m.acara, ''), m.tanggal,
    coalesce(m.alasan, ''), m.slot
FROM seragam_gerak m WHERE m.pengadaan_id = :pengadaan AND m.ke = :rt AND {HIDUP} {{lagi}}
ORDER BY m.tanggal, m.id"""


def kelurahan(con: sqlite.Connection, lingkup: Lingkup) -> tuple[str, ...]:
    """Return the codes of the kelurahan in ``lingkup`` that hold posts here."""
    ada = [str(row[0]) for row in con.execute("SELECT DISTINCT lingkup FROM rt_jabatan ORDER BY 1")]
    if not isinstance(lingkup, str):
        return tuple(satu for satu in ada if satu in set(lingkup))
    return tuple(satu for satu in ada if lingkup in ("", wilayah.KOTA) or wilayah.milik(lingkup, satu))


def pemakai(con: sqlite.Connection, pengadaan_id: str, *, lingkup: Lingkup, hari: date) -> list[Pemakai]:
    """Return every post of ``lingkup`` that the purchase is for, with its head on ``hari`` and what it received, by
    kelurahan and RT number."""
    p = satu_pengadaan(con, pengadaan_id)
    return _baca(con, p, [kode for kode in kelurahan(con, lingkup) if p.untuk(kode)], hari)


def satu_pemakai(con: sqlite.Connection, pengadaan_id: str, jabatan_id: str, *, hari: date) -> Pemakai:
    """Return one post; raise InputSalah when it is not here."""
    ada = per_jabatan(con, satu_pengadaan(con, pengadaan_id), [jabatan_id], hari)
    if jabatan_id not in ada:
        raise InputSalah("rt", text.RT_TIDAK_ADA)
    return ada[jabatan_id]


def per_jabatan(con: sqlite.Connection, p: Pengadaan, ids: Iterable[str], hari: date) -> dict[str, Pemakai]:
    """Return the posts with these ids that are here, by id."""
    diminta = json.dumps(sorted(set(ids)))
    lingkup = con.execute(
        "SELECT DISTINCT lingkup FROM rt_jabatan WHERE id IN (SELECT value FROM json_each(?))", (diminta,)
    ).fetchall()
    return {satu.jabatan_id: satu for satu in _baca(con, p, [str(row[0]) for row in lingkup], hari, ids=diminta)}


def belum(con: sqlite.Connection, pengadaan_id: str, *, lingkup: Lingkup, hari: date) -> list[Pemakai]:
    """Return the posts with a head that have not received."""
    return [satu for satu in pemakai(con, pengadaan_id, lingkup=lingkup, hari=hari) if not (satu.sudah or satu.kosong)]


def pegangan(con: sqlite.Connection, pengadaan_id: str, *, jabatan_ids: str = "") -> dict[str, tuple[Pegang, ...]]:
    """Return the live hand-overs of a purchase by post, oldest first; ``jabatan_ids`` is a JSON list, empty: all."""
    lagi = "AND m.jabatan_id IN (SELECT value FROM json_each(:ids))" if jabatan_ids else ""
    rows = con.execute(_PEGANG.format(lagi=lagi), {"pengadaan": pengadaan_id, "rt": RT, "ids": jabatan_ids})
    hasil: dict[str, list[Pegang]] = defaultdict(list)
    for row in rows:
        satu = _pegang(row)
        hasil[satu.jabatan_id].append(satu)
    return {jabatan: _berurut(semua) for jabatan, semua in hasil.items()}


def _berurut(semua: list[Pegang]) -> tuple[Pegang, ...]:
    """Return the entries of a post by day, on a day each after the one that it follows: the same on every computer."""
    sebelum = {satu.gerak_id: satu.slot.rpartition("|")[2] for satu in semua}

    def dalam(id: str) -> int:
        ke = 0
        while (id := sebelum.get(id, "")) in sebelum:
            ke += 1
        return ke

    return tuple(sorted(semua, key=lambda satu: (satu.tanggal, dalam(satu.gerak_id), satu.gerak_id)))


def _pegang(row: Sequence[object]) -> Pegang:
    id, jabatan, jenis, model, ukuran, jumlah, model_k, ukuran_k, *lain = row
    kembali = Barang(str(model_k or ""), str(ukuran_k)) if ukuran_k is not None else None
    sisa = [str(satu) for satu in lain]
    return Pegang(str(id), str(jabatan), str(jenis), Barang(str(model), str(ukuran)), int(str(jumlah)), kembali, *sisa)


def _baca(con: sqlite.Connection, p: Pengadaan, lingkup: Sequence[str], hari: date, *, ids: str = "") -> list[Pemakai]:
    rows = con.execute(
        _ROSTER.format(lagi="AND j.id IN (SELECT value FROM json_each(:ids))" if ids else ""),
        {
            "hari": hari.isoformat(), "pengadaan": p.pengadaan_id, "lingkup": json.dumps(list(lingkup)),
            "belum": text.BELUM_TIBA, "ids": ids,
        },
    ).fetchall()  # fmt: skip
    pegang = pegangan(con, p.pengadaan_id, jabatan_ids=ids)
    per = {str(row[0]): _pemakai(p, [str(nilai) for nilai in row], pegang) for row in rows}
    return list(per.values())


def _pemakai(p: Pengadaan, row: Sequence[str], pegang: Mapping[str, tuple[Pegang, ...]]) -> Pemakai:
    jabatan_id, lingkup, nomor, rw, masa_id, orang_id, nama, kelamin, asli, model, cm, catatan = row
    ukuran = rules.kenal_ukuran(asli)
    model = model or rules.model_bawaan(p.model, kelamin)
    kurang = rules.kurang_apa(ukuran=ukuran, asli=asli, model=model, cm=cm, per_model=p.model, per_ukuran=p.ukuran)
    return Pemakai(
        jabatan_id, lingkup, nomor, rw, masa_id, orang_id, nama, kelamin, ukuran, asli, model, cm, catatan,
        p.per_orang, kurang if masa_id else "", pegang.get(jabatan_id, ()),
    )  # fmt: skip
