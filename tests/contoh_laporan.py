"""A year of the city's reports: 64/24/6/6 percent of the four fields, Pelita Jaya the busiest kelurahan, Petanang Ulu
the quietest, some RT without any; the same rows every time."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from hashlib import sha256
from itertools import islice
from sqlite3 import Connection
from typing import NamedTuple

from sipokat_desktop.kernel import periode, persen
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.modules.laporan import text
from sipokat_desktop.storage.store import Store
from tests import contoh_528
from tests.contoh_528 import KELURAHAN, Isi, banyak_rt

TAHUN = 2025
TERSIBUK, TERSEPI = "16.73.02.1019", "16.73.04.1009"
"""Pelita Jaya and Petanang Ulu."""
BIDANG = {"1": 64, "2": 24, "3": 6, "4": 6}
"""Percent of each field."""
_BULAN = (9, 8, 10, 9, 10, 11, 12, 16, 10, 9, 8, 8)
_DIAM = 37
"""Every so manieth RT reports nothing."""
_TEMPAT = ("Jalan Kenanga", "Jalan Garuda", "Gang Melati", "Lorong Jaya", "balai RT", "masjid Al-Ikhlas", "pos ronda")
_URAIAN = {
    "surat": "surat pengantar {apa}", "warga": "pendataan warga {apa}", "akta": "akta kematian almarhum {apa}",
    "pbb": "pembagian SPPT PBB {apa}", "sosialisasi": "sosialisasi {apa}", "rapat": "rapat warga {apa}",
    "musrenbang": "musyawarah usulan {apa}", "bansos": "pembagian bantuan sosial {apa}",
    "pemilu": "pemutakhiran daftar pemilih {apa}", "gotong_royong": "gotong royong {apa}",
    "sampah": "bank sampah {apa}", "siring": "pembersihan siring {apa}", "psn": "pemberantasan sarang nyamuk {apa}",
    "posyandu": "posyandu balita {apa}", "vaksinasi": "mendampingi vaksinasi {apa}", "ronda": "ronda malam {apa}",
    "tamu": "tamu wajib lapor {apa}", "selisih": "mendamaikan perselisihan {apa}", "bencana": "siaga banjir {apa}",
    "takziah": "takziah keluarga {apa}", "hajatan": "membantu hajatan {apa}", "bantuan": "bantuan warga sakit {apa}",
    "pkk": "pertemuan PKK {apa}", "pengajian": "pengajian {apa}", "olahraga": "senam bersama {apa}",
}  # fmt: skip
_APA = (
    "Bapak Sutrisno", "Ibu Lestari", "Bapak Achmad", "keluarga Bapak Suherman", "bersama pemuda", "bersama warga",
    "untuk lansia", "tahap kedua", "bulan ini", "menjelang hari besar", "di lingkungan RT", "Bapak Moehammad Yusuf",
)  # fmt: skip


class Laporan(NamedTuple):
    """A report with its photos as raw rows."""

    kode: str
    rows: tuple[Isi, ...]


def banyak(tahun: int = TAHUN, per_bulan: int = 10) -> dict[tuple[str, int, int], int]:
    """How many reports every RT (kelurahan, number) has in each month: ``per_bulan`` times 528 times 12 in all."""
    acak = random.Random(tahun)
    bobot: dict[tuple[str, int, int], int] = {}
    for ke, kode in enumerate(KELURAHAN):
        rajin = {TERSIBUK: 260, TERSEPI: 20}.get(kode) or acak.randint(70, 130)
        for no in range(1, banyak_rt(ke) + 1):
            diam = (ke * 8 + no) % _DIAM == 0 and kode not in (TERSIBUK, TERSEPI)
            rt = 0 if diam else rajin * acak.randint(80, 120)
            bobot |= {(kode, no, bulan): rt * musim for bulan, musim in enumerate(_BULAN, 1)}
    return dict(zip(bobot, persen.bagi([*bobot.values()], satuan=528 * 12 * per_bulan), strict=True))


def baris(tahun: int = TAHUN, *, per_bulan: int = 10, lingkup: Collection[str] = ()) -> Iterator[Laporan]:
    """Yield the reports of a year (of the kelurahan ``lingkup``, empty: all) by kelurahan, RT and month."""
    acak, jumlah = random.Random(tahun * 7), banyak(tahun, per_bulan)
    bidang = [
        kode
        for kode, n in zip(BIDANG, persen.bagi([*BIDANG.values()], satuan=sum(jumlah.values())), strict=True)
        for _ in range(n)
    ]
    acak.shuffle(bidang)
    ke = 0
    for (kode, no, bulan), n in jumlah.items():
        for _ in range(n):
            if not lingkup or kode in lingkup:
                yield _laporan(kode, no, periode.Periode(tahun, 0, bulan).kode, bidang[ke], ke)
            ke += 1


def _laporan(kode: str, no: int, bulan: str, bidang: str, ke: int) -> Laporan:
    acak = random.Random(f"{bulan}{ke}")
    jenis = acak.choice([*text.JENIS[bidang]])
    akhir = periode.hari_terakhir(bulan).day
    uraian = _URAIAN[jenis].format(apa=acak.choice(_APA))
    id = derived_id("laporan_kegiatan", kode, str(no), bulan, str(ke))
    isi: Fields = {
        "jabatan_id": f"{kode}-j-{no}", "masa_id": f"{kode}-m-{no}", "tanggal": f"{bulan}-{acak.randint(1, akhir):02d}",
        "bidang": bidang, "jenis": jenis, "uraian": uraian[0].upper() + uraian[1:], "lokasi": acak.choice(_TEMPAT),
        "peserta": acak.randint(3, 60), "kategori": acak.choices(("kinerja", "biasa"), (7, 3))[0], "asal": "kantor",
    }  # fmt: skip
    isi |= _putusan(acak, bulan)
    foto = acak.choices((0, 1, 2), (2, 7, 1))[0]
    return Laporan(kode, (("laporan_kegiatan", id, isi), *(_foto(id, urutan) for urutan in range(foto))))


def _putusan(acak: random.Random, bulan: str) -> Fields:
    """What lurah and camat said; of December much is still open."""
    belum = 50 if bulan.endswith("-12") else 8
    lurah = acak.choices(("ya", "tidak", None), (88, 4, belum))[0]
    hari = periode.hari_terakhir(bulan).isoformat()
    isi: Fields = {"lurah": lurah, "lurah_hari": hari if lurah else None}
    if lurah == "tidak":
        return isi | {"lurah_catatan": "Fotonya bukan kegiatan ini"}
    camat = acak.choices(("ya", "tidak", None), (60, 1, 39))[0] if lurah else None
    catatan: Fields = {"camat_catatan": "Lengkapi lokasinya"} if camat == "tidak" else {}
    return isi | {"camat": camat, "camat_hari": hari if camat else None} | catatan


def _foto(laporan_id: str, urutan: int) -> Isi:
    kunci = sha256(f"{laporan_id}{urutan}".encode()).hexdigest()
    isi: Fields = {
        "laporan_id": laporan_id, "kunci": kunci, "sidik": kunci[:16], "ukuran": 180_000, "lebar": 1280, "tinggi": 960,
        "urutan": urutan,
    }  # fmt: skip
    return "laporan_foto", derived_id("laporan_foto", laporan_id, kunci), isi


_KOLOM = {
    "rt_jabatan": ("nomor",), "rt_orang": ("nama", "kelamin"), "rt_masa": ("jabatan_id", "orang_id", "tmt"),
    "laporan_kegiatan": (
        "jabatan_id", "masa_id", "tanggal", "bidang", "jenis", "uraian", "lokasi", "peserta", "kategori", "asal",
        "lurah", "lurah_hari", "lurah_catatan", "camat", "camat_hari", "camat_catatan",
    ),
    "laporan_foto": ("laporan_id", "kunci", "sidik", "ukuran", "lebar", "tinggi", "urutan"),
}  # fmt: skip
_SEKALIGUS = 20_000


def isi(
    store: Store, *tahun: int, per_bulan: int = 10, lingkup: Collection[str] = (),
    maju: Callable[[int], object] = lambda _n: None,
) -> int:  # fmt: skip
    """Fill a store with the RT and the reports of these years (none: 2025), past the command layer: rows only, no ops
    and no history. Returns how many reports."""
    dipilih = [
        (kode, rows) for kode, rows in contoh_528.isi_kelurahan(tmt="2014-01-01") if kode in (lingkup or KELURAHAN)
    ]
    store.transact(partial(tulis, rows=[(kode, satu) for kode, rows in dipilih for satu in rows]))
    sudah = 0
    for satu in tahun or (TAHUN,):
        semua = baris(satu, per_bulan=per_bulan, lingkup=lingkup)
        while bagian := [*islice(semua, _SEKALIGUS)]:
            store.transact(partial(tulis, rows=[(laporan.kode, row) for laporan in bagian for row in laporan.rows]))
            sudah += len(bagian)
            maju(sudah)
    return sudah


def tulis(con: Connection, rows: Sequence[tuple[str, Isi]]) -> None:
    """Write these rows, each with its kelurahan, past the command layer."""
    for table, kolom in _KOLOM.items():
        nilai = [
            (id, kode, *(fields.get(nama) for nama in kolom)) for kode, (name, id, fields) in rows if name == table
        ]
        marks = ", ".join("?" * (len(kolom) + 2))
        con.executemany(f"INSERT INTO {table} (id, lingkup, {', '.join(kolom)}) VALUES ({marks})", nilai)
