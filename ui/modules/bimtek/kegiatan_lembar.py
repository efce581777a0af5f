"""The form of an event; a new one takes its first session too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.bimtek import ops
from sipokat_desktop.modules.bimtek.model import Kegiatan
from ui.kit.dialog import Sheet
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work, buka
from ui.kit.host import Host

from . import text_sesi as text

_LEBAR = 860
_ISIAN = (
    Isian("nama", text.NAMA, contoh=text.NAMA_CONTOH, wajib=True, bentang=2),
    Isian("tema", text.TEMA, contoh=text.TEMA_CONTOH, bentang=2),
    Isian("tempat", text.TEMPAT, contoh=text.TEMPAT_CONTOH),
    Isian("narasumber", text.NARASUMBER, contoh=text.NARASUMBER_CONTOH),
    Isian("penyelenggara", text.PENYELENGGARA, contoh=text.PENYELENGGARA_CONTOH),
    Isian("dasar_hukum", text.DASAR, contoh=text.DASAR_CONTOH),
    Isian("surat_nomor", text.SURAT_NOMOR, contoh=text.SURAT_NOMOR_CONTOH, bagian=text.B_SURAT),
    Isian("surat_tanggal", text.SURAT_TANGGAL, Jenis.TANGGAL, text.L_TANGGAL_CONTOH),
    Isian("surat_isi", text.SURAT_ISI, contoh=text.SURAT_ISI_CONTOH, bentang=2),
    Isian("catatan", text.CATATAN, bentang=2),
)


def tambah(parent: QWidget, host: Host, dibuka: Callable[[str], object]) -> Sheet:
    """Record a new event; ``dibuka`` gets its id."""

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.simpan_kegiatan, host.store, host.kantor, nilai)

    f = Formulir(
        text.KEGIATAN_JUDUL, _ISIAN, kerja, text.KEGIATAN_DIBUAT, draf="bimtek.kegiatan", utama=text.KEGIATAN_UTAMA,
        lebar=_LEBAR, lajur=2, sub=text.KEGIATAN_SUB,
    )  # fmt: skip
    return buka(parent, host, f, selesai=lambda id: dibuka(str(id)))


def ubah(parent: QWidget, host: Host, k: Kegiatan) -> Sheet:
    """Change an event of this office."""

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.simpan_kegiatan, host.store, k.lingkup, nilai, kegiatan_id=k.kegiatan_id)

    f = Formulir(
        text.KEGIATAN_UBAH.format(nama=k.nama), _ISIAN, kerja, text.KEGIATAN_DISIMPAN.format(nama=k.nama),
        awal(k), draf=f"bimtek.kegiatan.{k.kegiatan_id}", utama=text.KEGIATAN_UTAMA, lebar=_LEBAR, lajur=2,
    )  # fmt: skip
    return buka(parent, host, f)


def awal(k: Kegiatan) -> dict[str, str]:
    """Return what the form shows of an event."""
    hari = tanggal.pendek(date.fromisoformat(k.surat_tanggal)) if k.surat_tanggal else ""
    return {satu.kunci: str(getattr(k, satu.kunci)) for satu in _ISIAN} | {"surat_tanggal": hari}
