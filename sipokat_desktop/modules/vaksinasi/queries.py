"""Reading vaccination: the grid of a day, records, coverage of places, progress, gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from sipokat_desktop.kernel import tanggal as hari_kata
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite

from . import baca, text
from .baca import program
from .model import Baris, Cakupan, Catatan, Celah, Titik
from .rules import ANGKA

__all__ = [
    "Baris", "Cakupan", "Catatan", "Celah", "Titik", "ada_rt", "cakupan", "catatan", "celah", "kemajuan", "kisi",
    "per_kecamatan", "per_kelurahan", "per_rt", "program",
]  # fmt: skip

BASI_HARI = 30
"""Figures older than this are stale."""
JEDA_HARI = 28
"""Days after a first dose by which a second one is due."""
TARGET = 700
"""Thousandths of the sasaran that should have a first dose, where no other target is asked."""
_TERTINGGAL = 10
"""One in so many may wait for the second dose without a word."""


def kisi(con: sqlite.Connection, *, lingkup: str, program: str, tanggal: str) -> list[Baris]:
    """Return the RT of a kelurahan with their figures before a day (ISO) and on it."""
    catatan = baca.semua(con, lingkup=[lingkup], program=program)
    sebelum = baca.terakhir(c for c in catatan if c.tanggal < tanggal)
    kini = {c.jabatan_id: c for c in catatan if c.tanggal == tanggal}
    posts = {b.jabatan_id: b for b in rt.roster(con, lingkup=lingkup, hari=date.fromisoformat(tanggal))}
    return [Baris(id, b.nomor, b.nama or "", sebelum.get(id), kini.get(id)) for id, b in posts.items()]


def catatan(
    con: sqlite.Connection, *, lingkup: Sequence[str], program: str = "", jabatan_id: str = ""
) -> list[Catatan]:
    """Return the records of kelurahan (of a programme, of an RT), the newest day first."""
    satu = baca.satu_rt(con, jabatan_id, program) if jabatan_id else None
    semua = baca.semua(con, lingkup=lingkup, program=program) if satu is None else satu
    return sorted(semua, key=attrgetter("tanggal"), reverse=True)


def per_rt(con: sqlite.Connection, *, lingkup: str, program: str, hari: str) -> list[Cakupan]:
    """Return how far each RT of a kelurahan is on a day (ISO); one without figures is in it too."""
    akhir = baca.terakhir(baca.semua(con, lingkup=[lingkup], program=program, sampai=hari))
    posts = _pos(con, [lingkup])[lingkup]
    hasil = [_jumlah(id, f"RT {nomor}", 1, [akhir[id]] if id in akhir else []) for id, nomor in posts.items()]
    asing = [_jumlah(id, f"RT {c.nomor_rt}", 0, [c]) for id, c in akhir.items() if id not in posts]
    return [*hasil, *asing]


def per_kelurahan(con: sqlite.Connection, *, kantor: str, program: str, hari: str) -> list[Cakupan]:
    """Return how far each kelurahan of an office (``kec:…``, ``kota``, or itself) is on a day (ISO)."""
    kode = wilayah.kelurahan_dari(kantor)
    akhir = baca.terakhir(baca.semua(con, lingkup=kode, program=program, sampai=hari))
    per: defaultdict[str, list[Catatan]] = defaultdict(list)
    for c in akhir.values():
        per[c.lingkup].append(c)
    pos = _pos(con, kode)
    return [_jumlah(satu, rt.nama_kelurahan(con, satu), len(pos[satu]), per[satu]) for satu in kode]


def per_kecamatan(con: sqlite.Connection, *, program: str, hari: str) -> list[Cakupan]:
    """Return how far each kecamatan of the city is on a day (ISO)."""
    semua = per_kelurahan(con, kantor=wilayah.KOTA, program=program, hari=hari)
    return [
        gabungan(kode, wilayah.nama(kode), list(isi))
        for kode, isi in groupby(semua, key=lambda satu: wilayah.kecamatan_dari(satu.kode))
    ]


def cakupan(con: sqlite.Connection, *, kantor: str, program: str, hari: str) -> Cakupan:
    """Return how far a kelurahan, a kecamatan or the city is on a day (ISO)."""
    nama = wilayah.nama(kantor) if wilayah.beberapa(kantor) else rt.nama_kelurahan(con, kantor)
    return gabungan(kantor, nama, per_kelurahan(con, kantor=kantor, program=program, hari=hari))


def gabungan(kode: str, nama: str, semua: Iterable[Cakupan]) -> Cakupan:
    """Return the sum of places."""
    isi = list(semua)
    n = {kolom: sum(getattr(satu, kolom) for satu in isi) for kolom in ("rt", "rt_tercatat", *ANGKA)}
    return Cakupan(kode, nama, **n, terbaru=max((satu.terbaru for satu in isi), default=""))


def kemajuan(con: sqlite.Connection, *, kantor: str, program: str, sampai: str = "") -> list[Titik]:
    """Return the sums of an office's kelurahan on each day on which a figure was recorded (up to ``sampai``, ISO): of
    every RT the latest figures on or before that day."""
    kode = wilayah.kelurahan_dari(kantor)
    semua = baca.semua(con, lingkup=kode, program=program, sampai=sampai)
    kini: dict[str, tuple[int, ...]] = {}
    jumlah = [0] * len(ANGKA)
    hasil: list[Titik] = []
    for hari, isi in groupby(sorted(semua, key=attrgetter("tanggal")), key=attrgetter("tanggal")):
        for c in isi:
            lama = kini.get(c.jabatan_id, (0,) * len(ANGKA))
            jumlah = [n - dulu + baru for n, dulu, baru in zip(jumlah, lama, c.angka, strict=True)]
            kini[c.jabatan_id] = c.angka
        hasil.append(Titik(hari, len(kini), *jumlah))
    return hasil


def celah(con: sqlite.Connection, *, kantor: str, program: str, hari: str, target: int = TARGET) -> list[Celah]:
    """Return the RT that need attention on a day (ISO), by kelurahan and number: figures that do not fit, none, stale
    ones, second doses that lag, less than ``target`` (thousandths)."""
    kode = wilayah.kelurahan_dari(kantor)
    semua = baca.semua(con, lingkup=kode, program=program, sampai=hari)
    akhir = baca.terakhir(semua)
    lalu = (date.fromisoformat(hari) - timedelta(days=JEDA_HARI)).isoformat()
    dulu = baca.terakhir(c for c in semua if c.tanggal <= lalu)
    dua_dosis = any(c.dosis2 for c in semua)
    hasil: list[Celah] = []
    for lingkup, posts in _pos(con, kode).items():
        for id, nomor in posts.items():
            c = akhir.get(id)
            if c is None:
                hasil.append(Celah(id, lingkup, nomor, "kosong", text.KATA_KOSONG.format(program=program)))
                continue
            kata = _basi(c, hari) | (_tertinggal(c, dulu.get(id)) if dua_dosis else {}) | _kurang(c, target)
            hasil += [Celah(id, lingkup, nomor, jenis, satu, c.catatan_id) for jenis, satu in kata.items()]
    hasil += [
        Celah(c.jabatan_id, c.lingkup, c.nomor_rt, "periksa", kalimat, c.catatan_id)
        for c in semua
        for kalimat in c.ragu
    ]
    return sorted(
        hasil, key=lambda satu: (satu.lingkup, len(satu.nomor_rt), satu.nomor_rt, [*text.CELAH].index(satu.jenis))
    )


def ada_rt(con: sqlite.Connection, kantor: str) -> bool:
    """Tell whether an office has any RT on record at all."""
    return any(_pos(con, wilayah.kelurahan_dari(kantor)).values())


def _basi(c: Catatan, hari: str) -> dict[str, str]:
    lama = (date.fromisoformat(hari) - date.fromisoformat(c.tanggal)).days
    kapan = hari_kata.panjang(date.fromisoformat(c.tanggal))
    return {"basi": text.KATA_BASI.format(hari=kapan, n=lama)} if lama > BASI_HARI else {}


def _tertinggal(c: Catatan, dulu: Catatan | None) -> dict[str, str]:
    """Say how many had their first dose so long ago that the second one is due."""
    kurang = max(dulu.dosis1 - c.dosis2, 0) if dulu else 0
    if not dulu or kurang * _TERTINGGAL <= dulu.dosis1:
        return {}
    return {"dosis2": text.KATA_DOSIS2.format(n=kurang, jeda=JEDA_HARI)}


def _kurang(c: Catatan, target: int) -> dict[str, str]:
    if not c.sasaran or c.dosis1 * 1000 >= target * c.sasaran:
        return {}
    kata = text.KATA_TARGET.format(bagian=text.bagian(c.dosis1, c.sasaran), target=text.persen(target))
    return {"target": kata}


def _jumlah(kode: str, nama: str, n: int, semua: Sequence[Catatan]) -> Cakupan:
    angka = {kolom: sum(getattr(c, kolom) for c in semua) for kolom in ANGKA}
    return Cakupan(kode, nama, n, len(semua), **angka, terbaru=max((c.tanggal for c in semua), default=""))


def _pos(con: sqlite.Connection, lingkup: Sequence[str]) -> Mapping[str, dict[str, str]]:
    """Return the posts of kelurahan (id and number), by kelurahan in the order asked, by number."""
    hasil: dict[str, dict[str, str]] = {satu: {} for satu in lingkup}
    rows = con.execute("SELECT lingkup, id, nomor FROM rt_jabatan ORDER BY length(nomor), nomor, rw, id")
    for satu, id, nomor in rows:
        if satu in hasil:
            hasil[satu][str(id)] = str(nomor or text.RT_ASING)
    return hasil
