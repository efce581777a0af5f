"""Certificates of an event from its page: issued to who came, and shown as the very PDF."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.bimtek import sertifikat, sertifikat_ops
from sipokat_desktop.modules.bimtek import text_sertifikat as bawaan
from sipokat_desktop.modules.bimtek.model import Kegiatan
from ui.kit import paper
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work, buka
from ui.kit.host import Host

from . import text_surat as text
from .boleh import boleh_catat, larangan_ubah

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.kit.jobs import Maju

    from .detail import Detail

_KERTAS = "A4"
_SYARAT = tuple((kunci, kata.capitalize()) for kunci, kata in bawaan.SYARAT.items())


def pilihan(detail: Detail, host: Host) -> list[tuple[str, Callable[[], object]]]:
    """Return the words of the menu and what each does, for this office."""
    k, lingkup = detail.isi.kegiatan, detail.kelurahan or host.kantor
    semua: list[tuple[str, Callable[[], object]]] = [(text.F13, partial(lihat, detail, host, k, lingkup))]
    if not boleh_catat(host, k.lingkup) and detail.isi.sesi:
        semua.append((text.F13_TERBIT, partial(terbitkan, detail, host, k, lingkup)))
    if not larangan_ubah(host, k):
        semua.append((text.F13_RANCANG, partial(_rancang, detail, host, k)))
    return semua


def lihat(parent: QWidget, host: Host, k: Kegiatan, lingkup: str) -> None:
    """Show the certificates that were issued; where there is none, say what to do."""
    if not sertifikat.terbit(host.store.reader(), k.kegiatan_id, lingkup=lingkup):
        host.messages.info(text.F13_BELUM if not boleh_catat(host, k.lingkup) else text.F13_BELUM_BACA)
        return

    def buat(_kertas: str, _bentuk: str, *, maju: Maju) -> bytes:
        from sipokat_desktop.modules.bimtek import sertifikat_cetak

        return sertifikat_cetak.sertifikat(host.store.reader(), k.kegiatan_id, lingkup=lingkup, maju=maju)

    judul = text.JUDUL.format(apa=text.F13.removesuffix("…"), nama=k.nama)
    paper.buka(parent, host, judul=judul, nama=text.F13_NAMA.format(hari=k.mulai), buat=buat, maju=True, kertas=_KERTAS)


def terbitkan(parent: QWidget, host: Host, k: Kegiatan, lingkup: str) -> None:
    """Ask who gets one and of which day, and issue them as one act."""
    con = host.store.reader()
    sudah = len(sertifikat.terbit(con, k.kegiatan_id, lingkup=lingkup))
    belum = {s: len(sertifikat.calon_terbit(con, k.kegiatan_id, lingkup=lingkup, syarat=s)) for s in bawaan.SYARAT}
    if not any(belum.values()):
        host.messages.info(text.F13_SEMUA.format(n=sudah) if sudah else text.F13_TAK_HADIR)
        return

    def kerja(nilai: Nilai) -> Work:
        hari = tanggal.baca(nilai["tanggal"]) if nilai["tanggal"] else None
        return partial(
            sertifikat_ops.terbitkan, host.store, k.kegiatan_id, lingkup=lingkup, syarat=nilai["syarat"], hari=hari
        )

    isian = (
        Isian("syarat", text.F13_SYARAT, Jenis.PILIHAN, wajib=True, pilihan=_syarat(belum)),
        Isian("tanggal", text.F13_TANGGAL, Jenis.TANGGAL, wajib=True),
    )
    f = Formulir(
        text.F13_JUDUL, isian, kerja, _said, {"syarat": _SYARAT[0][0], "tanggal": tanggal.pendek(host.today)},
        utama=text.F13_UTAMA, lebar=520, sub=text.F13_SUB.format(sudah=sudah) if sudah else "",
    )  # fmt: skip
    buka(parent, host, f, selesai=lambda _hasil: lihat(parent, host, k, lingkup))


def _syarat(belum: dict[str, int]) -> tuple[tuple[str, str], ...]:
    return tuple((kunci, text.F13_PILIHAN.format(kata=kata, n=belum[kunci])) for kunci, kata in _SYARAT)


def _said(hasil: object) -> str:
    return hasil.kalimat if isinstance(hasil, sertifikat_ops.HasilTerbit) else ""


def _rancang(detail: Detail, host: Host, k: Kegiatan) -> None:
    from .rancangan import buka_rancangan

    buka_rancangan(detail, host, k.lingkup, k.kegiatan_id)
