"""The seed's event after it took place, for the tests of its papers: 522 of 528 came, every sort of mark among them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from sipokat_desktop.modules.bimtek import hadir_ops, ops, queries
from sipokat_desktop.modules.bimtek.model import Undangan
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage.store import Store
from tests.unit import bimtek_contoh, kantor

TIDAK = {3: "izin", 100: "izin", 200: "sakit", 300: "alpa", 400: "", 500: ""}
"""Who did not come, by the place in the list of invitations, and what was recorded of them at the doors."""
WAKIL = {10: "Siti Aminah", 250: "Muhammad Abdurrahman Wahid Al-Fathoni bin Hasanuddin"}
PINTU = ("Pintu Utara", "Pintu Selatan", "Pintu Timur")
MENIT = 60_000


class Acara(NamedTuple):
    """The store with the event, its session, and the invitations in the order of the papers."""

    store: Store
    kegiatan_id: str
    sesi_id: str
    undangan: list[Undangan]


@contextmanager
def acara(folder: Path) -> Iterator[Acara]:
    """Open an office of the city in which the seed's event took place."""
    with kantor.buka(folder, bimtek_contoh.jam()) as store:
        c = bimtek_contoh.contoh(store)
        kabag = {"nama": "Drs. H. Erwin Armeidi, M.Si.", "pangkat": "Pembina Tingkat I", "mulai": "2016-01-01"}
        rt.set_pejabat(store, "kota", "kabag", kabag | {"nip": "19700101 199503 1 001"})
        undangan = queries.undangan(store.reader(), c.kegiatan_id, hari=date(2017, 11, 20))
        isi = Acara(store, c.kegiatan_id, c.sesi_id, undangan)
        _catat(isi)
        yield isi


def _catat(a: Acara) -> None:
    """Three doors record who comes; then the rest is absent."""
    biasa = [u.jabatan_id for ke, u in enumerate(a.undangan) if ke not in TIDAK and ke not in WAKIL]
    for ke, pintu in enumerate(PINTU):
        hadir_ops.catat_banyak(a.store, a.sesi_id, biasa[ke :: len(PINTU)], pintu=pintu, cara="pindai")
    for ke, wakil in WAKIL.items():
        hadir_ops.catat(a.store, a.sesi_id, a.undangan[ke].jabatan_id, "diwakili", wakil=wakil, pintu=PINTU[0])
    for ke, tanda in TIDAK.items():
        if tanda:
            hadir_ops.catat(a.store, a.sesi_id, a.undangan[ke].jabatan_id, tanda, cara="ketik")
    hadir_ops.tandai_sisa(a.store, a.sesi_id)
    laporan = {
        "latar_belakang": "Ketua RT melayani warga setiap hari. Peraturan yang baru perlu dipahami bersama.",
        "tujuan": "Memahami tugas dan fungsi ketua RT.\nMenyamakan tata cara administrasi RT.",
        "hasil": "Peserta memahami tugas dan fungsinya.",
        "saran": "Bimbingan teknis diadakan setiap tahun.",
    }
    ops.simpan_kegiatan(a.store, "kota", laporan, kegiatan_id=a.kegiatan_id)


def teks(pdf: bytes) -> list[str]:
    """Return the words of each page in one line."""
    with pypdfium2.PdfDocument(pdf) as dokumen:
        return [halaman.get_textpage().get_text_bounded().replace("\r\n", " ") for halaman in dokumen]
