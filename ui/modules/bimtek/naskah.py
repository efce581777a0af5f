"""The forms of what papers say: the minutes of a session (F14), the texts of the report (F15)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.bimtek import ops, queries
from sipokat_desktop.modules.bimtek.model import Kegiatan, Sesi
from ui.kit.buttons import Aksi
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work, pasang
from ui.kit.host import Host

from . import kalimat
from . import text_surat as text

_NOTULEN = (
    Isian("pimpinan", text.PIMPINAN, contoh=text.PIMPINAN_CONTOH),
    Isian("notulis", text.NOTULIS, contoh=text.NOTULIS_CONTOH),
    Isian("pembukaan", text.PEMBUKAAN, Jenis.PANJANG),
    Isian("pembahasan", text.PEMBAHASAN, Jenis.PANJANG),
    Isian("tanya_jawab", text.TANYA_JAWAB, Jenis.PANJANG),
    Isian("kesimpulan", text.KESIMPULAN, Jenis.PANJANG),
    Isian("penutup", text.PENUTUP, Jenis.PANJANG, bentang=2),
)
_LAPORAN = (
    Isian("latar_belakang", text.LATAR, Jenis.PANJANG),
    Isian("tujuan", text.TUJUAN, Jenis.PANJANG),
    Isian("hasil", text.HASIL, Jenis.PANJANG),
    Isian("saran", text.SARAN, Jenis.PANJANG),
)


def notulen(parent: QWidget, host: Host, s: Sesi, cetak: Callable[[], object]) -> None:
    """Write the minutes of a session; ``cetak`` shows the paper."""
    ada = queries.notulen(host.store.reader(), s.sesi_id)
    awal = ada._asdict()

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.simpan_notulen, host.store, s.sesi_id, nilai)

    f = Formulir(
        text.NOTULEN_JUDUL, _NOTULEN, kerja, text.NOTULEN_DISIMPAN, awal, draf=f"bimtek.notulen.{s.sesi_id}",
        utama=text.NOTULEN_UTAMA, lebar=900, lajur=2, sub=kalimat.sebut(s),
    )  # fmt: skip
    _pasang(parent, host, f, cetak, text.NOTULEN_CETAK)


def laporan(parent: QWidget, host: Host, k: Kegiatan, cetak: Callable[[], object]) -> None:
    """Write the texts of the report of an event; ``cetak`` shows the paper."""

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.simpan_kegiatan, host.store, k.lingkup, nilai, kegiatan_id=k.kegiatan_id)

    f = Formulir(
        text.LAPORAN_JUDUL, _LAPORAN, kerja, text.LAPORAN_DISIMPAN,
        {satu.kunci: str(getattr(k, satu.kunci)) for satu in _LAPORAN}, draf=f"bimtek.laporan.{k.kegiatan_id}",
        utama=text.LAPORAN_UTAMA, lebar=820, lajur=1, sub=text.LAPORAN_SUB,
    )  # fmt: skip
    _pasang(parent, host, f, cetak, text.LAPORAN_CETAK)


def _pasang(parent: QWidget, host: Host, f: Formulir, cetak: Callable[[], object], kata: str) -> None:
    """Open a form whose further button saves, closes it and shows the paper."""

    def simpan_cetak() -> None:
        lembar.simpan(tutup)

    def tutup(_hasil: object) -> None:
        lembar.sheet.accept()
        cetak()

    lembar = pasang(parent, host, f, Aksi(kata, simpan_cetak, "Ctrl+P"))
