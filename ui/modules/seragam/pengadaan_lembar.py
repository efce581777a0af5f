"""The sheet of a purchase of the office's own: what it is, and how many of which model and size."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.seragam import ops, rules
from sipokat_desktop.modules.seragam.model import Pengadaan
from ui.kit.dialog import Sheet
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Nilai, Work
from ui.kit.host import Host

from . import lembar_kisi
from . import text_lembar as text
from .isi import Isi
from .kisi import Jumlah, Kisi
from .lembar_kisi import Bentuk, LembarKisi

_ISIAN = (
    Isian("nama", text.NAMA, contoh=text.NAMA_CONTOH, wajib=True, bentang=2),
    Isian("tahun", text.TAHUN, Jenis.ANGKA, wajib=True),
    Isian("per_orang", text.PER_ORANG, Jenis.ANGKA, wajib=True),
    Isian("barang", text.BARANG, contoh=text.BARANG_CONTOH, wajib=True, bentang=2),
    Isian("satuan", text.SATUAN, contoh=text.SATUAN_CONTOH),
    Isian("sumber_dana", text.DANA, contoh=text.DANA_CONTOH),
    Isian("penyedia", text.PENYEDIA, contoh=text.PENYEDIA_CONTOH),
    Isian("kontrak_nomor", text.KONTRAK, contoh=text.KONTRAK_CONTOH),
    Isian("kontrak_tanggal", text.KONTRAK_TANGGAL, Jenis.TANGGAL, text.TANGGAL_CONTOH),
    Isian("catatan", text.CATATAN, contoh=text.CATATAN_CONTOH),
    Isian("model", text.MODEL, contoh=text.MODEL_CONTOH, bentang=2),
    Isian("ukuran", text.UKURAN, bentang=2),
)


def tambah(parent: QWidget, host: Host, dibuka: Callable[[object], object]) -> Sheet:
    """Ask for a new purchase; ``dibuka`` gets its id."""

    def kerja(nilai: Nilai, jumlah: Jumlah) -> Work:
        return partial(ops.simpan_pengadaan, host.store, host.kantor, nilai, jumlah)

    awal = {
        "tahun": str(host.today.year), "per_orang": "1", "satuan": text.SATUAN_CONTOH, "ukuran": ", ".join(rules.UKURAN)
    }  # fmt: skip
    f = LembarKisi(
        text.BARU_JUDUL, _ISIAN, Kisi(text.DIBELI), _bentuk, kerja, "", awal, pemicu=("model", "ukuran"),
        draf="seragam.pengadaan", sub=text.BARU_SUB, lebar=980, lajur=4,
    )  # fmt: skip
    return lembar_kisi.buka(parent, host, f, selesai=dibuka)


def ubah(parent: QWidget, host: Host, isi: Isi) -> Sheet:
    """Change a purchase of this office."""
    p = isi.pengadaan

    def kerja(nilai: Nilai, jumlah: Jumlah) -> Work:
        semua = dict.fromkeys(isi.dibeli, 0) | jumlah
        return partial(ops.simpan_pengadaan, host.store, p.lingkup, nilai, semua, pengadaan_id=p.pengadaan_id)

    f = LembarKisi(
        text.UBAH_JUDUL.format(nama=p.nama), _ISIAN, Kisi(text.DIBELI), _bentuk, kerja,
        text.TERSIMPAN.format(nama=p.nama), _awal(p), isi.dibeli,
        pemicu=("model", "ukuran"), draf=f"seragam.pengadaan.{p.pengadaan_id}", lebar=980, lajur=4,
    )  # fmt: skip
    return lembar_kisi.buka(parent, host, f)


def _awal(p: Pengadaan) -> dict[str, str]:
    hari = tanggal.pendek(date.fromisoformat(p.kontrak_tanggal)) if p.kontrak_tanggal else ""
    return {
        "nama": p.nama, "tahun": str(p.tahun), "barang": p.barang, "per_orang": str(p.per_orang),
        "model": ", ".join(p.model), "ukuran": ", ".join(p.ukuran), "satuan": p.satuan, "sumber_dana": p.sumber_dana,
        "penyedia": p.penyedia, "kontrak_nomor": p.kontrak_nomor, "kontrak_tanggal": hari, "catatan": p.catatan,
    }  # fmt: skip


def _bentuk(nilai: Nilai) -> Bentuk:
    """Return a row per model and a column per size that can be read; all sizes where none can."""
    ukuran = dict.fromkeys(filter(None, map(rules.kenal_ukuran, rules.baca_daftar(nilai["ukuran"]))))
    return Bentuk(rules.baca_daftar(nilai["model"]), tuple(ukuran) or rules.UKURAN)
