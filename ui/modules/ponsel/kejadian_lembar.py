"""The sheets of what befell a unit: broken, lost, mended, found, replaced, and help asked of the city."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.ponsel import ops, queries
from sipokat_desktop.modules.ponsel.model import Kejadian, Unit
from ui.kit.buttons import Aksi
from ui.kit.days import pendek
from ui.kit.dialog import Sheet
from ui.kit.formulir import Formulir, Nilai, Work, buka, pasang
from ui.kit.host import Host

from . import isian, surat
from . import text as page
from . import text_lembar as text


def kejadian(parent: QWidget, host: Host, u: Unit, ganti_: Callable[[str], object]) -> Sheet:
    """Record that a unit broke or was lost; ``ganti_`` begins its replacement, given the id of the incident."""
    nilai_akhir: Nilai = {}

    def kerja(nilai: Nilai) -> Work:
        buang = ("kondisi",) if nilai["jenis"] == "hilang" else isian.POLISI
        nilai_akhir.clear()
        nilai_akhir.update({k: v for k, v in nilai.items() if k not in buang})
        return partial(ops.kejadian, host.store, u.unit_id, dict(nilai_akhir))

    def beres(id: object) -> None:
        kata = text.KEJADIAN_DICATAT[nilai_akhir["jenis"]].format(sebutan=u.sebutan)
        _beritahu(parent, host, kata, str(id), Aksi(page.GANTI, partial(ganti_, str(id))) if u.masa_id else None)

    awal = {"jenis": "rusak", "tanggal": pendek(host.today.isoformat()), "kondisi": "rusak_ringan"}
    f = Formulir(
        text.KEJADIAN_JUDUL.format(sebutan=u.sebutan), isian.KEJADIAN, kerja, "", awal,
        f"ponsel.kejadian.{u.unit_id}", text.KEJADIAN_UTAMA,
    )  # fmt: skip
    lembar = pasang(parent, host, f, selesai=beres)

    tampak: bool | None = None

    def sesuaikan() -> None:
        nonlocal tampak
        hilang = lembar.isi.nilai()["jenis"] == "hilang"
        if hilang is tampak:
            return
        tampak = hilang
        lembar.isi.tampakkan("kondisi", not hilang)
        for kunci in isian.POLISI:
            lembar.isi.tampakkan(kunci, hilang)
        lembar.sheet.pas()

    lembar.isi.diubah.connect(sesuaikan)
    sesuaikan()
    return lembar.sheet


def pulih(parent: QWidget, host: Host, u: Unit, jenis: str) -> Sheet:
    """Record that a unit was repaired or found again; that closes its open incident."""

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.kejadian, host.store, u.unit_id, nilai | {"jenis": jenis})

    def beres(id: object) -> None:
        _beritahu(parent, host, text.PULIH_DICATAT[jenis].format(sebutan=u.sebutan), str(id), None)

    f = Formulir(
        text.PULIH_JUDUL[jenis].format(sebutan=u.sebutan), isian.pulih(jenis), kerja, "",
        {"tanggal": pendek(host.today.isoformat()), "kondisi": "baik"}, f"ponsel.{jenis}.{u.unit_id}",
    )  # fmt: skip
    return buka(parent, host, f, selesai=beres)


def urus(parent: QWidget, host: Host, u: Unit, k: Kejadian) -> Sheet:
    """Add the police letter and what was done about an incident, or close it."""

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.ubah_kejadian, host.store, k.kejadian_id, nilai)

    awal = {
        "uraian": k.uraian, "polisi_nomor": k.polisi_nomor, "polisi_tanggal": pendek(k.polisi_tanggal),
        "tindak_lanjut": k.tindak_lanjut, "selesai": pendek(k.selesai),
    }  # fmt: skip
    f = Formulir(
        text.SURAT_JUDUL.format(sebutan=u.sebutan), isian.SURAT, kerja, text.SURAT_DISIMPAN.format(sebutan=u.sebutan),
        awal, f"ponsel.urus.{k.kejadian_id}", fokus="polisi_nomor" if k.jenis == "hilang" else "tindak_lanjut",
    )  # fmt: skip
    return buka(parent, host, f)


def ganti(
    parent: QWidget, host: Host, u: Unit, k: Kejadian, di_kantor: Sequence[Unit], tambah: Callable[[], object]
) -> Sheet | None:
    """Give the holder another unit in place of the broken or lost one, in one act."""
    if not di_kantor:
        host.messages.perhatian(text.TANPA_PENGGANTI, Aksi(text.TAMBAH, tambah))
        return None
    pilihan = [(b.unit_id, _unit(b)) for b in di_kantor]
    baru: list[Unit] = []

    def kerja(nilai: Nilai) -> Work:
        baru[:] = [b for b in di_kantor if b.unit_id == nilai["pengganti_id"]]
        isi = {kunci: v for kunci, v in nilai.items() if kunci != "pengganti_id"}
        return partial(ops.ganti_unit, host.store, k.kejadian_id, nilai["pengganti_id"], isi)

    def beres(serah_id: object) -> None:
        assert isinstance(serah_id, list)
        kata = text.DIGANTI.format(lama=u.sebutan, baru=_unit(baru[0]), nama=u.nama)
        cetak = Aksi(page.CETAK_SEKARANG, partial(surat.bast, parent, host, serah_id[-1]))
        host.messages.berhasil(kata, cetak, host.urungkan)

    f = Formulir(
        text.GANTI_JUDUL.format(sebutan=u.sebutan), isian.pengganti(pilihan), kerja, "",
        {"tanggal": pendek(host.today.isoformat()), "kondisi": "baik"}, f"ponsel.ganti.{k.kejadian_id}",
        text.GANTI_UTAMA, sub=text.GANTI_SUB[k.jenis].format(nama=u.nama),
    )  # fmt: skip
    return buka(parent, host, f, selesai=beres)


def bantuan(parent: QWidget, host: Host, u: Unit) -> Sheet:
    """Ask the city for help with a unit."""

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.minta_bantuan, host.store, u.unit_id, nilai)

    f = Formulir(
        text.BANTUAN_JUDUL.format(sebutan=u.sebutan), isian.BANTUAN, kerja,
        text.BANTUAN_DIKIRIM.format(sebutan=u.sebutan), draf=f"ponsel.bantuan.{u.unit_id}", utama=text.BANTUAN_UTAMA,
        sub=text.BANTUAN_SUB,
    )  # fmt: skip
    return buka(parent, host, f)


def terbuka(host: Host, u: Unit) -> Kejadian | None:
    """Return the newest open incident of a unit."""
    semua = queries.kejadian_terbuka(host.store.reader(), u.unit_id)
    return semua[-1] if semua else None


def _unit(u: Unit) -> str:
    return text.PILIHAN_UNIT.format(sebutan=u.sebutan, pengenal=u.pengenal)


def _beritahu(parent: QWidget, host: Host, kata: str, kejadian_id: str, aksi: Aksi | None) -> None:
    """Say that an incident was recorded, with its paper and the way back."""
    cetak = Aksi(page.CETAK_BA, partial(surat.kejadian, parent, host, kejadian_id))
    lain = [aksi] if aksi is not None else []
    host.messages.berhasil(kata, *lain, cetak, host.urungkan)
