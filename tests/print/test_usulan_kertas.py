"""F7, the slip of what became of a proposal, and the page of vaccination, against golden pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from sipokat_desktop.modules.usulan import ops, prints
from sipokat_desktop.modules.vaksinasi import ops as vaksin
from sipokat_desktop.modules.vaksinasi import prints as vaksin_prints
from sipokat_desktop.storage.store import Store
from tests.print import emas
from tests.unit.kantor import KELURAHAN, SEKARANG, buka
from tests.unit.usulan_contoh import TAHUN, penuh, pos

KEC = "kec:16.73.01"
ANGKA = ("120/80/40/10", "200/180/60/0", "95/12/0/0", "", "310/310/310/200")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with buka(tmp_path) as dibuka:
        ids = penuh(dibuka)
        ops.gabungkan(dibuka, ids[0], [ids[1]])
        nama = ("sasaran", "dosis1", "dosis2", "booster")
        isi = {
            id: dict(zip(nama, angka.split("/"), strict=False)) for id, angka in zip(pos(dibuka), ANGKA, strict=True)
        }
        vaksin.catat_banyak(dibuka, KELURAHAN, "COVID-19", "1/2/2026", isi)
        vaksin.catat(dibuka, KELURAHAN, pos(dibuka)[0], "COVID-19", "5/4/2026", {"dosis1": "101"})
        yield dibuka


def _f7(store: Store, kantor: str = KELURAHAN, tahun: int = TAHUN, kertas: str = "F4") -> bytes:
    return prints.daftar(store.reader(), kantor=kantor, tahun=tahun, kertas=kertas, sekarang=SEKARANG)


def _slip(store: Store, *lain: str) -> bytes:
    rows = store.reader().execute("SELECT id FROM usulan_butir ORDER BY id").fetchall()
    ids = [*(str(row[0]) for row in rows), *lain]
    return prints.kabar(store.reader(), usulan_ids=ids, kertas="F4", sekarang=SEKARANG)


def _vaksin(store: Store, kantor: str = KELURAHAN, program: str = "COVID-19") -> bytes:
    return vaksin_prints.vaksinasi(
        store.reader(), kantor=kantor, program=program, hari="2026-04-10", kertas="F4", sekarang=SEKARANG
    )


KERTAS: dict[str, Callable[[Store], bytes]] = {
    "usulan_f7": _f7,
    "usulan_f7_kec": lambda store: _f7(store, KEC, kertas="A4"),
    "usulan_f7_kosong": lambda store: _f7(store, tahun=2024),
    "usulan_kabar": _slip,
    "vaksinasi": _vaksin,
    "vaksinasi_kec": lambda store: _vaksin(store, KEC),
    "vaksinasi_kosong": lambda store: _vaksin(store, program="Polio"),
}


@pytest.mark.parametrize("nama", KERTAS)
def test_pages_look_as_they_should(store: Store, nama: str) -> None:
    emas.sama(nama, KERTAS[nama](store))


def test_a_difference_is_noticed(store: Store) -> None:
    """The known-bad control: another year is another page."""
    assert emas.berbeda("usulan_f7", _f7(store, tahun=TAHUN + 1))


def _teks(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as dokumen:
        return [" ".join(halaman.get_textpage().get_text_bounded().split()) for halaman in dokumen]


def test_f7_adds_up_and_names_every_rt(store: Store) -> None:
    isi = " ".join(_teks(_f7(store)))
    for kata in ("RT 01, RT 02", "105 KK", "1.250,5 m", "561.500.000", "Jumlah 5 usulan, 1 usulan belum ada biayanya"):
        assert kata in isi
    assert "tanahnya belum dihibahkan" in isi
    assert "Jumlah per kelurahan" in " ".join(_teks(_f7(store, KEC)))
    assert "Jumlah per kecamatan" in " ".join(_teks(_f7(store, "kota")))


def test_a_slip_of_a_long_history_takes_pages_of_its_own(store: Store) -> None:
    rows = store.reader().execute("SELECT id FROM usulan_butir ORDER BY id").fetchall()
    for ke in range(1, 29):
        for bulan in (1, 2, 3):
            alasan = f"ditunda yang ke-{ke} karena menunggu " + "surat hibah tanah " * 5
            ops.set_status(
                store, [str(rows[2][0])], {"status": "ditunda", "tanggal": f"{ke}/{bulan}/2025", "alasan": alasan}
            )
    halaman = _teks(_slip(store))
    assert "ditunda yang ke-28" in " ".join(halaman)
    assert sum("KABAR USULAN" in isi for isi in halaman) < len(halaman), "the long one goes on over pages"
    assert " ".join(halaman).count("KABAR USULAN") == len(rows)


def test_the_page_of_vaccination_says_who_is_counted(store: Store) -> None:
    (isi,) = _teks(_vaksin(store))
    assert "Sampai 10 April 2026, 4 dari 5 RT sudah mencatat angkanya." in isi
    assert "Dosis 1: 83 % · 603 dari 725" in isi
    assert "Belum ada angka: RT 04." in isi
    (kosong,) = _teks(_vaksin(store, program="Polio"))
    assert "Belum ada angka vaksinasi Polio sampai 10 April 2026. 5 RT belum mencatat." in kosong
