"""Withdrawing a tariff or a rule that has not begun: what would hold instead is said first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from starlette.responses import Response

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif.commands_cabut import COMMANDS
from sipokat_desktop.modules.insentif.kinerja import tulis_pita
from sipokat_desktop.modules.insentif.model import Komponen
from sipokat_desktop.storage.command import CityAnswer
from sync.web.kit.kunjungan import Kunjungan, TidakAda

from . import text_kota as text
from .kota_bentuk import argumen, komponen
from .kota_periksa import bacaan


class Ketetapan(NamedTuple):
    """What was laid down: its id and words, and the command that withdraws it with what that is given."""

    id: str
    apa: str
    komponen: str
    isi: str
    mulai: str
    dasar: str
    perintah: tuple[str, ...]
    argumen: tuple[str, str]


def tanya(k: Kunjungan) -> Response:
    """Say what would hold instead, or why it cannot be withdrawn."""
    satu = _cari(k)
    try:
        return _tampil(k, satu, sesudah=_jawaban(k, satu).lines[1])
    except InputSalah as exc:
        return _tampil(k, satu, salah=exc.pesan)


def cabut(k: Kunjungan) -> Response:
    """Withdraw it."""
    satu = _cari(k)
    try:
        jawab = _jawaban(k, satu)
        k.tulis_kota(jawab.rows, ".".join(satu.perintah))
    except InputSalah as exc:
        return _tampil(k, satu, salah=exc.pesan)
    return k.pindah("/ketetapan", text.DITETAPKAN.format(kalimat=" ".join(jawab.lines)))


def _cari(k: Kunjungan) -> Ketetapan:
    satu = next((s for milik in komponen(k) for s in _semua(milik) if s.id == k.jalan("id")), None)
    if satu is None:
        raise TidakAda
    return satu


def _semua(k: Komponen) -> Iterator[Ketetapan]:
    for t in k.tarif:
        isi = rupiah.uang(t.jumlah)
        yield Ketetapan(
            t.tarif_id, "tarif", k.nama, isi, t.mulai, t.dasar_hukum, ("tarif", "cabut"), ("mulai", t.mulai)
        )
    for a in k.aturan:
        isi, versi = bacaan(a.ukuran, tulis_pita(a.pita)), ("versi", str(a.versi))
        yield Ketetapan(
            a.aturan_id, "aturan kinerja", k.nama, isi, a.mulai, a.dasar_hukum, ("aturan-kinerja", "cabut"), versi
        )


def _jawaban(k: Kunjungan, satu: Ketetapan) -> CityAnswer:
    command = next(c for c in COMMANDS if c.words == satu.perintah)
    return command.run(k.kota(), argumen(command, {"komponen": satu.komponen, **dict([satu.argumen])}))


def _tampil(k: Kunjungan, satu: Ketetapan, *, sesudah: str = "", salah: str = "") -> Response:
    return k.tampil(
        "insentif/ketetapan_cabut.html", status=422 if salah else 200, satu=satu, sesudah=sesudah, salah=salah,
        nama_bulan=periode.nama_bulan,
    )  # fmt: skip
