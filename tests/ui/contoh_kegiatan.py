"""An office with reports of a few months, with photos and in every state that the page shows; invented data."""

from __future__ import annotations

import random
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from sipokat_desktop.app import Office
from sipokat_desktop.modules.laporan import ops, queries
from sipokat_desktop.modules.laporan.model import FotoBaru
from tests.ui import contoh_barang, contoh_kantor
from tests.ui.contoh_kantor import KELURAHAN

HARI = date(2026, 5, 25)
_KEGIATAN = (
    ("2", "gotong_royong", "Membersihkan siring dan bahu jalan bersama warga", "Jalan Garuda", "35"),
    ("1", "surat", "Surat pengantar KTP untuk tiga warga", "rumah ketua RT", "3"),
    ("1", "warga", "Mendata dua keluarga yang pindah datang", "Gang Melati", "2"),
    ("3", "ronda", "Ronda malam kelompok dua", "pos ronda", "8"),
    ("4", "takziah", "Takziah di rumah almarhum Bapak Suryadi", "Jalan Kenanga", "60"),
    ("2", "posyandu", "Posyandu balita, 24 anak ditimbang", "balai RT", "24"),
    ("1", "bansos", "Membagikan undangan bantuan beras", "dari rumah ke rumah", "41"),
    ("4", "pengajian", "Pengajian bulanan ibu-ibu", "Masjid Al-Ikhlas", "50"),
    ("1", "rapat", "Rapat warga membahas lampu jalan", "balai RT", "28"),
    ("2", "psn", "Pemberantasan sarang nyamuk di lima belas rumah", "Lorong Jaya", "12"),
)


def gambar(benih: int, lebar: int = 800, tinggi: int = 600) -> bytes:
    """Return a JPEG that differs from every other one: sky, hills, a house."""
    acak = random.Random(benih)
    kertas = QImage(lebar, tinggi, QImage.Format.Format_RGB32)
    kertas.fill(QColor.fromHsv(acak.randint(180, 230), 90, 235))
    lukis = QPainter(kertas)
    lukis.setPen(Qt.PenStyle.NoPen)
    for ke in range(5):
        lukis.setBrush(QColor.fromHsv(acak.randint(70, 140), 140, 190 - ke * 25))
        atas = tinggi * (0.35 + ke * 0.12)
        titik = [QPointF(lebar * n / 6, atas + acak.randint(-70, 70)) for n in range(7)]
        lukis.drawPolygon(QPolygonF([QPointF(0, tinggi), *titik, QPointF(lebar, tinggi)]))
    for _ in range(4):
        lukis.setBrush(QColor.fromHsv(acak.randint(0, 40), 160, 210))
        sisi = acak.randint(60, 140)
        lukis.drawRect(QRectF(acak.randint(0, lebar), tinggi * 0.6 - sisi / 2, sisi, sisi * 0.8))
    lukis.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    kertas.save(buffer, "JPEG", 85)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def kantor(folder: Path) -> None:
    """Make an office with nine heads of RT and no report."""
    with closing(Office(folder)) as office:
        contoh_barang.jam(office, HARI.isoformat())
        contoh_kantor.kantor_kecil(office)


def siapkan(folder: Path, banyak: int = 60) -> None:
    """Make the office with ``banyak`` reports: most verified, the last ones waiting, some of them odd."""
    kantor(folder)
    with closing(Office(folder)) as office:
        contoh_barang.jam(office, HARI.isoformat())
        office.store.user = "Siti Aminah"
        ids = [catat(office, ke, HARI - timedelta(days=2 * (banyak - ke))) for ke in range(banyak)]
        ops.verifikasi(office.store, ids[: banyak // 2], "ya")
        ops.verifikasi(office.store, ids[3:6], "tidak", catatan="Fotonya bukan kegiatan ini")
        aneh(office)


def catat(office: Office, ke: int, hari: date, lingkup: str = KELURAHAN) -> str:
    """Record report ``ke`` of a day; every second one has photos."""
    store = office.store
    rt = queries.pilihan_rt(store.reader(), lingkup, hari)
    bidang, jenis, uraian, lokasi, peserta = _KEGIATAN[ke % len(_KEGIATAN)]
    foto = [ops.siapkan_foto(store, gambar(100 * ke + n)) for n in range(ke % 4)] if ke % 2 else []
    isian = {
        "tanggal": hari.isoformat(), "bidang": bidang, "jenis": jenis, "uraian": f"{uraian}, minggu ke-{ke // 7 + 1}",
        "lokasi": lokasi, "peserta": peserta, "kategori": "kinerja" if ke % 3 else "biasa",
    }  # fmt: skip
    return ops.catat(store, lingkup, [rt[ke % len(rt)].jabatan_id], isian, foto=foto).value.ids[0]


def aneh(office: Office) -> None:
    """Record reports that the verification shows first: a duplicate, photos used twice, a crowd."""
    store, rt = office.store, queries.pilihan_rt(office.store.reader(), KELURAHAN, HARI)
    sama: list[FotoBaru] = [ops.siapkan_foto(store, gambar(7))]
    lain = [ops.siapkan_foto(store, gambar(8))]
    siring = {
        "bidang": "2", "jenis": "siring", "uraian": "Membersihkan siring di depan mushola", "kategori": "kinerja",
        "lokasi": "Jalan Garuda", "peserta": "20",
    }  # fmt: skip
    hari = (HARI - timedelta(days=1)).isoformat()
    ops.catat(store, KELURAHAN, [rt[0].jabatan_id], siring | {"tanggal": hari}, foto=sama)
    dua = siring | {"tanggal": HARI.isoformat(), "uraian": "Membersihkan siring depan mushola"}
    ops.catat(store, KELURAHAN, [rt[0].jabatan_id], dua, foto=lain)
    tiga = siring | {"tanggal": HARI.isoformat(), "uraian": "Gotong royong siring Jalan Kenanga", "peserta": "4000"}
    ops.catat(store, KELURAHAN, [rt[2].jabatan_id], tiga, foto=sama)
