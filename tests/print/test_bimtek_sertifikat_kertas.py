"""The certificate F13 on paper: every page with its own name and number, the design, a background (golden pages)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from sipokat_desktop.modules.bimtek import sertifikat, sertifikat_cetak, sertifikat_ops
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage.store import Store
from tests.print import emas
from tests.unit import bimtek_contoh, kantor
from tests.unit.bimtek_contoh import Contoh
from tests.unit.sertifikat_contoh import hadir, png, terbit

HARI = date(2017, 11, 20)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with kantor.buka(tmp_path, bimtek_contoh.jam()) as dibuka:
        yield dibuka


@pytest.fixture
def acara(store: Store) -> Contoh:
    return bimtek_contoh.contoh(store)


_KODE = (370, 30, 370, 450)
"""Points cut off left, below, right and above: the code is in what is left."""


def test_every_page_carries_its_own_name_and_number(store: Store, acara: Contoh) -> None:
    hadir(store, acara)
    terbit(store, acara)
    maju: list[tuple[int, int]] = []
    pdf = sertifikat_cetak.sertifikat(store.reader(), acara.kegiatan_id, maju=lambda i, n: maju.append((i, n)))
    assert maju[-1] == (522, 522)
    semua = sertifikat.terbit(store.reader(), acara.kegiatan_id)
    with pypdfium2.PdfDocument(pdf) as dokumen:
        teks = dokumen[300].get_textpage().get_text_range()
        gambar = (satu.render(scale=2, crop=_KODE, grayscale=True).to_pil() for satu in dokumen)
        dibaca = [[kode.text for kode in zxingcpp.read_barcodes(satu)] for satu in gambar]
    assert semua[300].nama in teks
    assert semua[300].nomor in teks
    assert dibaca == [[t.nomor.upper()] for t in semua]


class Batal(Exception):
    """The clerk presses *Batal*."""


def test_it_can_be_stopped(store: Store, acara: Contoh) -> None:
    hadir(store, acara)
    terbit(store, acara)

    def berhenti(i: int, _n: int) -> None:
        if i == 10:
            raise Batal

    with pytest.raises(Batal):
        sertifikat_cetak.sertifikat(store.reader(), acara.kegiatan_id, maju=berhenti)


def _rancang(store: Store) -> None:
    rt.set_pejabat(store, "kota", "kabag", {"nama": "Drs. M. Yusuf Effendi, M.Si.", "nip": "19680817 199003 1 005"})
    isi = {
        "warna": "emas", "balik": "1", "kiri_jabatan": "Asisten Pemerintahan dan Kesejahteraan Rakyat",
        "kiri_nama": "Drs. H. Abdul Rahman Syahputra Nasution, M.Si.", "kiri_nip": "19640101 198903 1 004",
        "kalimat": (
            "sebagai PESERTA {kegiatan} dengan tema “{tema}”, yang diselenggarakan oleh {penyelenggara} Sekretariat "
            "Daerah Kota Lubuk Linggau pada hari {tanggal} bertempat di {tempat} Kota Lubuk Linggau."
        ),
    }  # fmt: skip
    sertifikat_ops.simpan_rancangan(store, "kota", isi)
    sertifikat_ops.pasang_gambar(store, "kota", "logo", png((200, 240)))


def test_the_pages_look_as_they_were_looked_at(store: Store, acara: Contoh) -> None:
    biasa = sertifikat_cetak.contoh(store.reader(), "kota", hari=HARI, kegiatan_id=acara.kegiatan_id)
    emas.sama("sertifikat", biasa)
    _rancang(store)
    sendiri = sertifikat_cetak.contoh(store.reader(), "kota", hari=HARI, kegiatan_id=acara.kegiatan_id)
    emas.sama("sertifikat-sendiri", sendiri)
    assert emas.berbeda("sertifikat", sendiri)


def test_a_background_fills_the_page(store: Store, acara: Contoh) -> None:
    sertifikat_ops.pasang_gambar(store, "kota", "latar", png((297, 210)))
    pdf = sertifikat_cetak.contoh(store.reader(), "kota", hari=HARI, kegiatan_id=acara.kegiatan_id)
    with pypdfium2.PdfDocument(pdf) as dokumen:
        gambar = dokumen[0].render(scale=1).to_pil()
    assert gambar.getpixel((3, 3)) == gambar.getpixel((gambar.width - 4, gambar.height - 4)) == (20, 90, 160)
