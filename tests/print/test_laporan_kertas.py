"""F5, the monthly report of an RT: every report, counts that add up, photos behind it; pages against golden ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan import ops, prints, queries
from sipokat_desktop.modules.laporan.model import FotoBaru, Saring
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.modules.rt import ops as rt_ops
from sipokat_desktop.storage.store import Store
from tests.print import emas
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, SEKARANG
from tests.unit.laporan_kecil import buka, catat, rt

PANJANG = "Melayani 12 warga yang meminta surat pengantar KTP dan KK; tiga orang lanjut usia diantar ke kantor lurah. "
GANTI = {
    "akhir_nyata": "14/4/2026", "alasan_akhir": "pindah", "sk_nomor": "141/9", "nama": "Budi", "nik": kantor.nik(77),
}  # fmt: skip


def gambar(store: Store, ke: int) -> FotoBaru:
    kotak, berkas = Image.new("RGB", (320 + 60 * ke, 240), (30 * ke, 120, 200 - 20 * ke)), BytesIO()
    ImageDraw.Draw(kotak).ellipse((20 * ke, 20, 120 + 20 * ke, 160), fill=(250, 250 - 30 * ke, 40))
    kotak.save(berkas, "JPEG")
    return ops.siapkan_foto(store, berkas.getvalue())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """RT 01 with 20 reports of three fields, some with photos and words, one with a very long text; RT 02 with none."""
    with buka(tmp_path, 3) as dibuka:
        rt_ops.set_pejabat(dibuka, KELURAHAN, "lurah", {"nama": "Dra. Hj. Yunita Sari", "nip": "19780212 200312 2 004"})
        foto = [gambar(dibuka, ke) for ke in range(7)]
        (satu,) = catat(dibuka, lokasi="Jalan Garuda", peserta="35", foto=foto[:3], kategori="kinerja")
        surat = {"bidang": "1", "jenis": "surat", "uraian": (PANJANG * 9).strip()}
        (panjang,) = catat(dibuka, tanggal="7/4/2026", foto=foto[3:], **surat)
        (ronda,) = catat(dibuka, tanggal="1/4/2026", bidang="3", jenis="ronda", uraian="Ronda malam")
        for ke in range(17):
            catat(dibuka, tanggal=f"{ke % 9 + 1}/4/2026", jenis="sampah", uraian=f"Mengangkut sampah tahap {ke}")
        ops.verifikasi(dibuka, [satu, panjang], "ya")
        ops.verifikasi(dibuka, [ronda], "tidak", catatan="Foto dan jumlah peserta tidak ada")
        ganti.ganti(dibuka, rt(3), GANTI)
        yield dibuka


def _f5(store: Store, *ke: int, kertas: str = "F4", foto: bool = False, bulan: str = "2026-04") -> bytes:
    return prints.laporan_bulanan(
        store.reader(), KELURAHAN, [rt(n) for n in ke], bulan, kertas=kertas, sekarang=SEKARANG,
        foto_dari=store if foto else None,
    )  # fmt: skip


KERTAS: dict[str, Callable[[Store], bytes]] = {
    "laporan_f5": lambda store: _f5(store, 1),
    "laporan_f5_foto": lambda store: _f5(store, 1, kertas="A4", foto=True),
    "laporan_f5_kosong": lambda store: _f5(store, 2),
}


def _teks(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as dokumen:
        return " ".join(" ".join(halaman.get_textpage().get_text_bounded() for halaman in dokumen).split())


def test_f5_has_every_report_and_counts_that_add_up(store: Store) -> None:
    isi = _teks(_f5(store, 1))
    assert all(f"Mengangkut sampah tahap {ke}" in isi for ke in range(17))
    bagian = (
        "LAPORAN KEGIATAN BULANAN KETUA RT", "RT 01 KELURAHAN TABA JEMEKEH", "BULAN APRIL 2026", "Lokasi: Jalan Garuda",
        "Foto dan jumlah peserta tidak ada", "Pemerintahan 1 (5 %)", "Kesehatan Lingkungan 18 (90 %)",
        "Keamanan dan Ketertiban 1 (5 %)", "dari 20 laporan", "ya 2, tidak 1, belum 17", "Kategori kinerja 1",
        "Dra. Hj. Yunita Sari", "Ketua 01",
    )  # fmt: skip
    for satu in bagian:
        assert satu in isi, satu
    assert isi.count("lanjut usia") == 9
    assert queries.jumlah(store.reader(), Saring(jabatan_id=rt(1))).semua == 20


def test_all_rt_one_after_the_other_each_numbered_by_itself(store: Store) -> None:
    isi = _teks(_f5(store))
    assert isi.count("LAPORAN KEGIATAN BULANAN KETUA RT") == 3
    assert isi.count("Tidak ada kegiatan yang dilaporkan pada bulan ini.") == 2
    assert isi.count("Halaman 1 dari 1 ") == 2
    assert "Ketua 03 (sampai 14 April 2026) dan Budi (mulai 15 April 2026)" in isi
    with pytest.raises(InputSalah, match="belum punya RT"):
        prints.laporan_bulanan(store.reader(), "16.73.02.1001", [], "2026-04", kertas="F4", sekarang=SEKARANG)


def test_photos_stand_behind_and_a_missing_one_is_said(store: Store) -> None:
    utuh = _f5(store, 1, foto=True)
    with pypdfium2.PdfDocument(utuh) as dokumen:
        tanpa = len(pypdfium2.PdfDocument(_f5(store, 1)))
        assert len(dokumen) == tanpa + 2
    assert "LAMPIRAN FOTO" in _teks(utuh)
    for berkas in (store.folder / "foto").rglob("*"):
        if berkas.is_file():
            berkas.unlink()
    assert _teks(_f5(store, 1, foto=True)).count("Foto belum ada di komputer ini") == 7


@pytest.mark.parametrize("nama", KERTAS)
def test_page_looks_as_before(nama: str, store: Store) -> None:
    emas.sama(nama, KERTAS[nama](store))


def test_known_bad_another_month_is_noticed(store: Store) -> None:
    assert emas.berbeda("laporan_f5", _f5(store, 1, bulan="2026-03"))
