"""What does not add up: places below zero, posts with two claims, exchanges whose first hand-over was taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite

from . import rules, stok, text
from .model import Barang, Masalah, Pegang, memegang
from .pemakai import HIDUP, pegangan
from .tempat import PENGADAAN, sebut_tempat

KURANG, YATIM, GANDA = "kurang", "yatim", "ganda"
"""Below zero at a place; an exchange or replacement without the hand-over it follows; two claims on one slot."""
KIRIM, SESUAIKAN, BATAL, PUTUSKAN, SAMBUNG = "kirim", "sesuaikan", "batal", "putuskan", "sambung"
"""The ways out that a discrepancy names."""


class Rantai(NamedTuple):
    """What is wrong with the live entries of a post: its slots that are claimed twice, and entries without what they
    follow: all of them where the post has no first hand-over (``tanpa_awal``), else exchanges for something that the
    post does not hold."""

    ganda: tuple[str, ...]
    yatim: tuple[Pegang, ...]
    tanpa_awal: bool


def rantai(pegang: Sequence[Pegang]) -> Rantai:
    """Judge the live entries of one post."""
    kali = Counter(satu.slot for satu in pegang)
    ganda = tuple(slot for slot, n in kali.items() if n > 1)
    if pegang and not any(satu.slot.count("|") == 2 for satu in pegang):
        return Rantai(ganda, tuple(pegang), tanpa_awal=True)
    punya = memegang(pegang)
    return Rantai(ganda, tuple(s for s in pegang if s.kembali and punya.get(s.kembali, 0) < 0), tanpa_awal=False)


def ujung(pegang: Sequence[Pegang]) -> Pegang | None:
    """Return the entry that a further one follows: the last that no other live one follows, None without any."""
    diikuti = {satu.slot.split("|")[3] for satu in pegang if satu.slot.count("|") == 3}
    lepas = [satu for satu in pegang if satu.gerak_id not in diikuti]
    return lepas[-1] if lepas else None


def masalah(con: sqlite.Connection, pengadaan_id: str, *, lingkup: str = "") -> list[Masalah]:
    """Return what has to be mended in a purchase, as far as this office sees and answers for it (``lingkup``)."""
    return [*_kurang(con, pengadaan_id, lingkup), *_rt(con, pengadaan_id, lingkup), *_kirim(con, pengadaan_id, lingkup)]


def _kurang(con: sqlite.Connection, pengadaan_id: str, lingkup: str) -> Iterator[Masalah]:
    kantor = stok.kantor(con)
    for satu in sorted(stok.saldo(con, pengadaan_id).values(), key=lambda s: (s.tempat, rules.urut(s.barang))):
        if satu.ada >= 0 or not rules.terlihat(kantor, satu.tempat) or not _milik(lingkup, satu.tempat):
            continue
        kata = {"tempat": satu.nama, "barang": satu.barang.kata, "n": -satu.ada}
        dibeli = satu.tempat == PENGADAAN
        kalimat = (text.MASALAH_DIBELI if dibeli else text.MASALAH_KURANG).format(**kata)
        jalan = (BATAL,) if dibeli else (KIRIM, SESUAIKAN, BATAL)
        yield Masalah(KURANG, satu.tempat, satu.barang, satu.ada, "", (), kalimat, jalan)


def _milik(lingkup: str, tempat: str) -> bool:
    return lingkup in ("", wilayah.KOTA) or tempat == "pengadaan" or wilayah.milik(lingkup, tempat)


def _rt(con: sqlite.Connection, pengadaan_id: str, lingkup: str) -> Iterator[Masalah]:
    for jabatan_id, pegang in pegangan(con, pengadaan_id).items():
        buruk = rantai(pegang)
        if not (buruk.ganda or buruk.yatim):
            continue
        row = con.execute("SELECT lingkup FROM rt_jabatan WHERE id = ?", (jabatan_id,)).fetchone()
        di = str(row[0]) if row else ""
        if not _milik(lingkup, di):
            continue
        sebut = rt.sebut_jabatan(con, jabatan_id) or text.RT_ASING
        kata = {"rt": sebut, "kelurahan": sebut_tempat(di), "nama": pegang[-1].nama}
        for slot in buruk.ganda:
            dua = tuple(satu for satu in pegang if satu.slot == slot)
            kalimat = text.MASALAH_GANDA.format(n=len(dua), **kata)
            yield _satu(GANDA, di, dua, kalimat, (PUTUSKAN,))
        if buruk.yatim:
            jalan = (SAMBUNG, BATAL) if buruk.tanpa_awal else (BATAL,)
            pola = text.MASALAH_YATIM if buruk.tanpa_awal else text.MASALAH_TUKAR
            yield _satu(YATIM, di, buruk.yatim, pola.format(**kata), jalan)


def _satu(jenis: str, di: str, pegang: Sequence[Pegang], kalimat: str, jalan: tuple[str, ...]) -> Masalah:
    terakhir, ids = pegang[-1], tuple(satu.gerak_id for satu in pegang)
    return Masalah(jenis, di, terakhir.barang, terakhir.jumlah, terakhir.jabatan_id, ids, kalimat, jalan)


def _kirim(con: sqlite.Connection, pengadaan_id: str, lingkup: str) -> Iterator[Masalah]:
    rows = con.execute(
        f"""SELECT coalesce(m.nomor, ''), m.dari, m.ke, coalesce(m.model, ''), m.ukuran, sum(m.jumlah),
            group_concat(m.id, ' ') FROM seragam_gerak m
            WHERE m.pengadaan_id = ? AND m.jenis = 'kirim' AND {HIDUP} GROUP BY m.slot HAVING count(*) > 1
            ORDER BY m.slot""",
        (pengadaan_id,),
    )
    for nomor, dari, ke, model, ukuran, jumlah, ids in rows.fetchall():
        if not (_milik(lingkup, dari) or _milik(lingkup, ke)):
            continue
        barang = Barang(model, ukuran)
        kata = {"nomor": nomor, "barang": barang.kata, "dari": sebut_tempat(dari), "ke": sebut_tempat(ke)}
        kalimat = text.MASALAH_KIRIM.format(**kata)
        yield Masalah(GANDA, ke, barang, jumlah, "", tuple(sorted(ids.split(" "))), kalimat, (PUTUSKAN,))
