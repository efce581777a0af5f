"""The verification list: what waits for the lurah or the camat, exceptions first, each with its reasons in words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from sqlite3 import Connection
from typing import NamedTuple

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.tenang import tanpa_sapuan

from . import baca, isi, kembar, rules, sebutan, text_periksa
from .kembar import POLOS, Ringkas
from .model import CAMAT, LURAH, Laporan
from .queries import BARIS, dari_baris

_URUTAN = {jenis: ke for ke, jenis in enumerate(text_periksa.JENIS)}
_MENUNGGU = {LURAH: "l.lurah IS NULL", CAMAT: "l.lurah = 'ya' AND l.camat IS NULL"}


class Temuan(NamedTuple):
    """One reason to look closer: its kind (a key of text_periksa.JENIS), the sentence, and the id of the other report
    that it is about ("": none)."""

    jenis: str
    kata: str
    lain: str = ""


class Diperiksa(NamedTuple):
    """A report of the list with what is odd about it, the weightiest first."""

    laporan: Laporan
    temuan: tuple[Temuan, ...]

    @property
    def bersih(self) -> bool:
        """Whether nothing is odd."""
        return not self.temuan

    @property
    def alasan(self) -> str:
        """All reasons as one text."""
        return " ".join(satu.kata for satu in self.temuan)


class _Bahan(NamedTuple):
    """What the findings are made of, each read by one statement."""

    hari: str
    siapa: str
    masa: Mapping[str, Sequence[tuple[str, str]]]
    jiwa: Mapping[str, int]
    serupa: Mapping[str, list[str]]
    sama: Mapping[str, list[str]]
    mirip: Mapping[str, list[str]]
    polos: frozenset[str]
    sebut: Mapping[str, tuple[str, str, str]]


def periksa(
    con: Connection, lingkup: str, *, hari: date, siapa: str = LURAH, dari: str = "", sampai: str = "",
    semua: bool = False,
) -> list[Diperiksa]:  # fmt: skip
    """Return the reports of a kelurahan (or of all of a kecamatan) that wait for the word of ``siapa``, or say
    something else than what that was about: those with findings first, the weightiest before the others, then by day.

    ``dari`` and ``sampai`` (ISO) narrow the days of the list, not what it is compared with; ``semua``: every report.
    """
    tempat = json.dumps(wilayah.kelurahan_dari(lingkup))
    with tanpa_sapuan():
        foto = _foto(con, tempat)
        laporan = _diminta(con, tempat, foto, (siapa, dari, sampai, semua))
        bahan = _bahan(con, tempat, laporan, foto, hari=hari.isoformat(), siapa=siapa)
        hasil = [Diperiksa(satu, tuple(_temuan(satu, bahan))) for satu in laporan]
        return sorted(hasil, key=_urut)


def _berat(temuan: Temuan) -> int:
    return _URUTAN[temuan.jenis]


def _urut(satu: Diperiksa) -> tuple[object, ...]:
    terberat = _berat(satu.temuan[0]) if satu.temuan else len(_URUTAN)
    laporan = satu.laporan
    return terberat, laporan.tanggal, laporan.lingkup, len(laporan.nomor), laporan.nomor, laporan.laporan_id


# what is read

_Foto = dict[str, list[tuple[str, str]]]
"""Per report the (key, hash) of its photos."""


def _foto(con: Connection, tempat: str) -> _Foto:
    hasil: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    rows = con.execute(
        """SELECT laporan_id, kunci, coalesce(sidik, '') FROM laporan_foto
           WHERE lingkup IN (SELECT value FROM json_each(?))""",
        (tempat,),
    )
    for id, kunci, sidik in rows:
        hasil[id].append((kunci, sidik))
    return hasil


def _diminta(con: Connection, tempat: str, foto: _Foto, apa: tuple[str, str, str, bool]) -> list[Laporan]:
    """Return the reports of the list: those that wait, those that changed since, or all of these days."""
    siapa, dari, sampai, semua = apa
    di = """l.lingkup IN (SELECT value FROM json_each(?1)) AND (?2 = '' OR l.tanggal >= ?2)
            AND (?3 = '' OR l.tanggal <= ?3)"""
    nilai = (tempat, dari, sampai)
    if semua:
        rows = con.execute(f"{BARIS} WHERE {di}", nilai)
    else:
        berubah = json.dumps([*_berubah(con, di, nilai, foto, siapa)])
        rows = con.execute(
            f"{BARIS} WHERE {di} AND ({_MENUNGGU[siapa]} OR l.id IN (SELECT value FROM json_each(?4)))",
            (*nilai, berubah),
        )
    return [dari_baris(row, [kunci for kunci, _ in foto.get(row[0], ())]) for row in rows]


def _berubah(con: Connection, di: str, nilai: tuple[str, ...], foto: _Foto, siapa: str) -> Iterator[str]:
    """Yield the reports that say something else than what ``siapa`` verified."""
    kolom = ", ".join(f"l.{nama}" for nama in isi.SUBSTANSI)
    rows = con.execute(
        f"""SELECT l.id, l.{siapa}_isi, {kolom} FROM laporan_kegiatan l
            WHERE {di} AND l.{siapa} IS NOT NULL AND l.{siapa}_isi IS NOT NULL""",
        nilai,
    )
    for id, lama, *substansi in rows:
        if isi.sidik(substansi, (kunci for kunci, _ in foto.get(id, ()))) != lama:
            yield str(id)


def _bahan(con: Connection, tempat: str, laporan: Sequence[Laporan], foto: _Foto, *, hari: str, siapa: str) -> _Bahan:
    serupa = _serupa(con, tempat, laporan)
    sama, mirip, polos = _gambar({satu.laporan_id for satu in laporan}, foto)
    lain = {id for kelompok in (serupa, sama, mirip) for ids in kelompok.values() for id in ids}
    masa: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for jabatan_id, tmt, akhir in con.execute(
        "SELECT jabatan_id, coalesce(tmt, ''), coalesce(akhir_nyata, '9999') FROM rt_masa"
    ):
        masa[jabatan_id].append((tmt, akhir))
    jiwa = con.execute("SELECT id, coalesce(jiwa_l, 0) + coalesce(jiwa_p, 0) FROM rt_jabatan")
    return _Bahan(hari, siapa, masa, dict(jiwa.fetchall()), serupa, sama, mirip, polos, _sebut(con, lain))


def _serupa(con: Connection, tempat: str, laporan: Sequence[Laporan]) -> dict[str, list[str]]:
    """Return per report those of the same RT that are likely the same activity."""
    hari = [satu.tanggal for satu in laporan if satu.tanggal]
    if not hari:
        return {}
    dari = (date.fromisoformat(min(hari)) - timedelta(days=kembar.DEKAT)).isoformat()
    sampai = (date.fromisoformat(max(hari)) + timedelta(days=kembar.DEKAT)).isoformat()
    rows = con.execute(
        """SELECT jabatan_id, id, tanggal, jenis, uraian FROM laporan_kegiatan
           WHERE lingkup IN (SELECT value FROM json_each(?)) AND tanggal BETWEEN ? AND ?
           ORDER BY jabatan_id, tanggal, id""",
        (tempat, dari, sampai),
    )
    hasil: defaultdict[str, list[str]] = defaultdict(list)
    for satu, dua in kembar.pasangan((str(row[0]), Ringkas(*row[1:])) for row in rows):
        hasil[satu.laporan_id].append(dua.laporan_id)
        hasil[dua.laporan_id].append(satu.laporan_id)
    return hasil


def _gambar(ids: set[str], foto: _Foto) -> tuple[dict[str, list[str]], dict[str, list[str]], frozenset[str]]:
    """Return per report of the list those with the same picture, those with one that looks alike, and which have one
    of a single colour."""
    kunci, rupa = _pemilik(foto, 0), _pemilik(foto, 1)
    rupa.pop(POLOS, None)
    sama: defaultdict[str, set[str]] = defaultdict(set)
    mirip: defaultdict[str, set[str]] = defaultdict(set)
    for pemilik in kunci.values():
        _kaitkan(sama, ids, pemilik, pemilik)
    for pemilik in rupa.values():
        _kaitkan(mirip, ids, pemilik, pemilik)
    for satu, dua in kembar.mirip(rupa):
        _kaitkan(mirip, ids, rupa[satu], rupa[dua])
        _kaitkan(mirip, ids, rupa[dua], rupa[satu])
    hanya_mirip = {id: sorted(lain - sama[id]) for id, lain in mirip.items() if lain - sama[id]}
    polos = frozenset(id for id in ids & foto.keys() if any(sidik == POLOS for _, sidik in foto[id]))
    return {id: sorted(lain) for id, lain in sama.items() if lain}, hanya_mirip, polos


def _kaitkan(hasil: defaultdict[str, set[str]], ids: set[str], satu: set[str], dua: set[str]) -> None:
    """Note for the reports ``satu`` that are on the list that ``dua`` have the picture too."""
    if len(satu | dua) > 1:
        for id in satu & ids:
            hasil[id] |= dua - {id}


def _pemilik(foto: _Foto, ke: int) -> dict[str, set[str]]:
    hasil: defaultdict[str, set[str]] = defaultdict(set)
    for id, semua in foto.items():
        for satu in semua:
            hasil[satu[ke]].add(id)
    return hasil


def _sebut(con: Connection, ids: Iterable[str]) -> dict[str, tuple[str, str, str]]:
    """Return how other reports are named: RT, day, description."""
    rows = con.execute(
        """SELECT l.id, coalesce(j.nomor, '?'), coalesce(j.rw, ''), l.tanggal, coalesce(l.uraian, '')
           FROM laporan_kegiatan l LEFT JOIN rt_jabatan j ON j.id = l.jabatan_id
           WHERE l.id IN (SELECT value FROM json_each(?))""",
        (json.dumps([*ids]),),
    )
    return {
        str(id): (sebutan.sebut_rt(nomor, rw), sebutan.hari(tanggal), sebutan.pendek(uraian))
        for id, nomor, rw, tanggal, uraian in rows
    }


# what is found


def _temuan(satu: Laporan, bahan: _Bahan) -> list[Temuan]:
    """Return what is odd about a report, the weightiest first."""
    return sorted([*_seperti(satu.laporan_id, bahan), *_sendiri(satu, bahan)], key=_berat)


def _seperti(id: str, bahan: _Bahan) -> Iterator[Temuan]:
    """Yield the findings about other reports."""
    if id in bahan.sama:
        yield from _lain("foto_sama", text_periksa.FOTO_SAMA, bahan.sama[id], bahan)
    if id in bahan.serupa:
        yield from _lain("serupa", text_periksa.SERUPA, bahan.serupa[id], bahan)
    if id in bahan.mirip:
        yield from _lain("foto_mirip", text_periksa.FOTO_MIRIP, bahan.mirip[id], bahan)
    if id in bahan.polos:
        yield Temuan("foto_polos", text_periksa.FOTO_POLOS)


def _sendiri(satu: Laporan, bahan: _Bahan) -> Iterator[Temuan]:
    """Yield the findings about the report itself."""
    if satu.tanggal > bahan.hari:
        yield Temuan("nanti", text_periksa.NANTI.format(tanggal=sebutan.hari(satu.tanggal)))
    if satu.isi:
        yield from _berubah_sejak(satu, bahan.siapa)
    if kata := _tanpa_ketua(satu, bahan.masa.get(satu.jabatan_id, ())):
        yield Temuan("tanpa_ketua", kata)
    if kata := rules.kata_peserta(satu.peserta, bahan.jiwa.get(satu.jabatan_id, 0)):
        yield Temuan("peserta", kata)
    if satu.diubah_oleh:
        yield Temuan("diubah_kantor", text_periksa.DIUBAH_KANTOR.format(nama=satu.diubah_oleh))
    if not satu.foto:
        yield Temuan("tanpa_foto", text_periksa.TANPA_FOTO)


def _lain(jenis: str, pola: str, ids: Sequence[str], bahan: _Bahan) -> Iterator[Temuan]:
    """Yield the finding about another report; of several the first is named."""
    ada = [id for id in ids if id in bahan.sebut]
    if not ada:
        return
    rt, hari, uraian = bahan.sebut[ada[0]]
    kata = pola.format(rt=rt, hari=hari, uraian=uraian)
    yield Temuan(jenis, text_periksa.DAN_LAIN.format(kata=kata, n=len(ada) - 1) if len(ada) > 1 else kata, ada[0])


def _berubah_sejak(satu: Laporan, siapa: str) -> Iterator[Temuan]:
    if siapa == LURAH and satu.verifikasi_ulang:
        yield Temuan("berubah", text_periksa.ULANG)
    elif satu.berubah_lurah if siapa == LURAH else satu.berubah_camat:
        putusan = satu.kata_lurah if siapa == LURAH else satu.kata_camat
        yield Temuan("berubah", text_periksa.BERUBAH[siapa].format(putusan=putusan.lower()))


def _tanpa_ketua(satu: Laporan, masa: Sequence[tuple[str, str]]) -> str:
    for tmt, akhir in masa:
        if tmt <= satu.tanggal <= akhir:
            return ""
    pertama = min((tmt for tmt, _ in masa), default="")
    return baca.kata_tanpa_ketua(satu.rt, satu.tanggal, pertama)
