"""The verification list: what waits for the lurah or the camat, exceptions first, each with its reasons in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.tenang import tanpa_sapuan
from sipokat_desktop.storage.sqlite import Connection

from . import baca, kembar, periksa_baca, rules, sebutan, text_periksa
from .model import LURAH, Laporan
from .periksa_baca import Bahan

_URUTAN = {jenis: ke for ke, jenis in enumerate(text_periksa.JENIS)}


class Temuan(NamedTuple):
    """One reason to look closer: its kind (a key of text_periksa.JENIS), the sentence, and the ids of the other reports
    that it is about, the one that the sentence names first."""

    jenis: str
    kata: str
    lain: tuple[str, ...] = ()


class Diperiksa(NamedTuple):
    """A report of the list with what is odd about it, the weightiest first."""

    laporan: Laporan
    temuan: tuple[Temuan, ...]

    @property
    def bersih(self) -> bool:
        """Whether nothing is odd."""
        return not self.temuan

    @property
    def lain(self) -> list[str]:
        """The ids of all reports that the findings are about, each once."""
        return [*dict.fromkeys(id for satu in self.temuan for id in satu.lain)]

    @property
    def alasan(self) -> str:
        """All reasons as one text."""
        return " ".join(satu.kata for satu in self.temuan)


def periksa(
    con: Connection, lingkup: str, *, hari: date, siapa: str = LURAH, dari: str = "", sampai: str = "",
    semua: bool = False, hanya: str = "",
) -> list[Diperiksa]:  # fmt: skip
    """Return the reports of a kelurahan (or of all of a kecamatan) that wait for the word of ``siapa``, or say
    something else than what that was about: those with findings first, the weightiest before the others, then by day.

    ``dari`` and ``sampai`` (ISO) narrow the days of the list, not what it is compared with; ``semua``: every report;
    ``hanya``: the report with this id alone, whatever was said of it.
    """
    tempat = json.dumps(wilayah.kelurahan_dari(lingkup))
    with tanpa_sapuan():
        foto = periksa_baca.foto(con, tempat)
        laporan = periksa_baca.diminta(con, tempat, foto, (siapa, dari, sampai, semua), hanya)
        bahan = periksa_baca.bahan(con, tempat, laporan, foto, hari=hari.isoformat(), siapa=siapa)
        hasil = [Diperiksa(satu, tuple(_temuan(satu, bahan))) for satu in laporan]
        return sorted(hasil, key=_urut)


def _berat(temuan: Temuan) -> int:
    return _URUTAN[temuan.jenis]


def _urut(satu: Diperiksa) -> tuple[object, ...]:
    terberat = _berat(satu.temuan[0]) if satu.temuan else len(_URUTAN)
    laporan = satu.laporan
    return terberat, laporan.tanggal, laporan.lingkup, len(laporan.nomor), laporan.nomor, laporan.laporan_id


def _temuan(satu: Laporan, bahan: Bahan) -> list[Temuan]:
    """Return what is odd about a report, the weightiest first."""
    semua = [*_seperti(satu, bahan), *_sendiri(satu, bahan)]
    return sorted(semua, key=_berat) if len(semua) > 1 else semua


def _seperti(satu: Laporan, bahan: Bahan) -> Iterator[Temuan]:
    """Yield the findings about other reports. A photo that several RT share of one activity on one day is none."""
    id = satu.laporan_id
    if id in bahan.sama:
        yield from _lain("foto_sama", text_periksa.FOTO_SAMA, _lain_kegiatan(satu, bahan.sama[id], bahan), bahan)
    if id in bahan.serupa:
        yield from _lain("serupa", text_periksa.SERUPA, bahan.serupa[id], bahan)
    if id in bahan.mirip:
        yield from _lain("foto_mirip", text_periksa.FOTO_MIRIP, _lain_kegiatan(satu, bahan.mirip[id], bahan), bahan)
    if id in bahan.polos:
        yield Temuan("foto_polos", text_periksa.FOTO_POLOS)


def _lain_kegiatan(satu: Laporan, ids: Sequence[str], bahan: Bahan) -> list[str]:
    """Return the reports among ``ids`` that are not of the same activity in another RT."""
    kegiatan = (satu.tanggal, satu.jenis, kembar.kata_kunci(satu.uraian))
    return [
        id for id in ids
        if id in bahan.lain and (bahan.lain[id].jabatan_id == satu.jabatan_id or bahan.lain[id].kegiatan != kegiatan)
    ]  # fmt: skip


def _sendiri(satu: Laporan, bahan: Bahan) -> Iterator[Temuan]:
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


def _lain(jenis: str, pola: str, ids: Sequence[str], bahan: Bahan) -> Iterator[Temuan]:
    """Yield the finding about another report; of several the first is named."""
    ada = [id for id in ids if id in bahan.lain]
    if not ada:
        return
    lain = bahan.lain[ada[0]]
    kata = pola.format(rt=lain.rt, hari=lain.hari, uraian=lain.uraian)
    yield Temuan(jenis, text_periksa.DAN_LAIN.format(kata=kata, n=len(ada) - 1) if len(ada) > 1 else kata, tuple(ada))


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
