"""The door: codes, RT numbers and names; every answer that it can give; marks that come meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.modules.bimtek import hadir_ops, ops, queries, token
from sipokat_desktop.modules.bimtek.hadir_model import Jawaban, Orang
from sipokat_desktop.modules.bimtek.pintu import TERBANYAK, Pintu
from sipokat_desktop.modules.rt import ganti, indeks
from sipokat_desktop.modules.seragam import ops as seragam
from sipokat_desktop.modules.seragam.model import Barang, IsianUkuran
from sipokat_desktop.storage.store import Store
from tests.contoh_528 import KELURAHAN
from tests.unit import bimtek_contoh, kantor

DAFTAR = 528
MUARA_ENIM = "Muara Enim"


class Meja(NamedTuple):
    """The city's office at the door."""

    store: Store
    kegiatan_id: str
    sesi_id: str
    pintu: Pintu
    orang: tuple[Orang, ...]

    def jawab(self, ketik: str) -> Jawaban:
        """Ask the door."""
        return self.pintu.jawab(ketik)


def _buka(store: Store) -> Meja:
    contoh = bimtek_contoh.contoh(store)
    indeks.segarkan(store)
    pintu = Pintu(store.reader, contoh.sesi_id, modul=store.modules)
    return Meja(store, *contoh, pintu, tuple(b.orang for b in queries.daftar(store.reader(), contoh.sesi_id)))


@pytest.fixture(scope="module")
def hanya_baca(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meja]:
    """528 invited, nobody has come."""
    with kantor.buka(tmp_path_factory.mktemp("pintu"), bimtek_contoh.jam()) as store:
        yield _buka(store)


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    """The same, to be written in."""
    with kantor.buka(tmp_path, bimtek_contoh.jam()) as store:
        yield _buka(store)


# --- who is meant -----------------------------------------------------------------------------------------------------


def test_every_code_is_its_persons_however_it_is_typed(hanya_baca: Meja) -> None:
    assert len(hanya_baca.orang) == DAFTAR
    for ke, satu in enumerate(hanya_baca.orang):
        ketik = (satu.token, satu.token.lower(), token.tulis(satu.token), f"]Q1{satu.token}\n")[ke % 4]
        jawab = hanya_baca.jawab(ketik)
        assert (jawab.jenis, jawab.orang) == ("masuk", satu)
        assert hanya_baca.pintu.kenal(ketik)


@pytest.mark.parametrize(
    "ketik", ["05 Muara Enim", "RT 05 Muara Enim", "rt5 muaraenim", "5, Muara Enim", "Muara Enim 05", "muara enim RT.5"]
)
def test_an_rt_number_with_its_kelurahan(hanya_baca: Meja, ketik: str) -> None:
    jawab = hanya_baca.jawab(ketik)
    assert jawab.orang
    assert (jawab.jenis, jawab.orang.nomor, jawab.orang.kelurahan) == ("masuk", "05", MUARA_ENIM)
    assert jawab.kalimat == f"Silakan masuk: RT 05 Muara Enim · {jawab.orang.nama}."


def test_every_post_is_found_by_its_number_and_kelurahan(hanya_baca: Meja) -> None:
    """Also where the name of one kelurahan begins as another's, or the line is as long as a code."""
    for ke, satu in enumerate(hanya_baca.orang):
        rt, di = satu.nomor, satu.kelurahan
        ketik = (f"{rt} {di}", f"RT {rt} {di}", f"{di} RT {rt}".upper())[ke % 3]
        assert hanya_baca.jawab(ketik).orang == satu, ketik


@pytest.mark.parametrize("ketik", ["05", "RT 5", "rt05"])
def test_an_rt_number_alone_offers_all_of_that_number(hanya_baca: Meja, ketik: str) -> None:
    jawab = hanya_baca.jawab(ketik)
    assert (jawab.jenis, jawab.lebih, len(jawab.pilihan)) == ("pilih", True, TERBANYAK)
    assert {o.nomor for o in jawab.pilihan} == {"05"}


@pytest.mark.parametrize("ketik", ["Darmawan Abdullah", "abdullah  DARMAWAN", "Darmawan Abdulloh"[:-2], "darmawan abd"])
def test_a_name(hanya_baca: Meja, ketik: str) -> None:
    jawab = hanya_baca.jawab(ketik)
    assert jawab.orang
    assert (jawab.jenis, jawab.orang.nama) == ("masuk", "Darmawan Abdullah")


def test_a_name_of_several_is_offered_and_chosen(hanya_baca: Meja) -> None:
    jawab = hanya_baca.jawab("darmawan")
    assert (jawab.jenis, jawab.lebih, len(jawab.pilihan)) == ("pilih", False, 22)
    assert jawab.kalimat == "Ada 22 yang cocok. Pilih orangnya."
    assert list(jawab.pilihan) == sorted(jawab.pilihan, key=lambda o: (o.lingkup, o.nomor))
    dipilih = hanya_baca.pintu.pilih(jawab.pilihan[7].jabatan_id)
    assert (dipilih.jenis, dipilih.orang) == ("masuk", jawab.pilihan[7])


@pytest.mark.parametrize("ketik", ["", "  ", "---", "tidakada", "99 Muara Enim", "AAAA-BBBB-CCCC-D", "\u200b"])
def test_what_is_not_known_is_told_in_a_sentence(hanya_baca: Meja, ketik: str) -> None:
    jawab = hanya_baca.jawab(ketik)
    assert (jawab.jenis, jawab.boleh, jawab.orang) == ("tidak_dikenal", False, None)
    assert jawab.kalimat.endswith(".")


@given(st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_nothing_that_is_typed_breaks_the_door(hanya_baca: Meja, ketik: str) -> None:
    jawab = hanya_baca.jawab(ketik)
    assert jawab.jenis in ("masuk", "pilih", "tidak_dikenal")
    assert jawab.kalimat


# --- whether he may come in -------------------------------------------------------------------------------------------


def test_who_came_at_another_door_is_known_as_soon_as_the_sync_brings_it(meja: Meja) -> None:
    satu = meja.orang[0]
    assert (meja.jawab(satu.token).jenis, meja.pintu.angka().datang) == ("masuk", 0)
    hadir_ops.catat(meja.store, meja.sesi_id, satu.jabatan_id, pintu="Pintu B")
    jawab = meja.jawab(satu.token)
    assert (jawab.jenis, jawab.boleh, jawab.keadaan.pintu) == ("sudah", False, "Pintu B")
    assert jawab.kalimat == "RT 01 Air Kuti · Ahmad Abdullah sudah tercatat hadir pukul 07.30 di Pintu B."
    assert meja.pintu.angka().datang == 1
    hadir_ops.tarik(meja.store, meja.sesi_id, [satu.jabatan_id])
    assert (meja.jawab(satu.token).jenis, meja.pintu.angka().datang) == ("masuk", 0)


@pytest.mark.parametrize(
    ("tanda", "jenis", "kata"),
    [
        ("izin", "beda", "sudah tercatat izin pukul 07.30 di B. Ubah menjadi hadir?"),
        ("diwakili", "sudah", "sudah tercatat diwakili Rudi pukul 07.30 di B."),
    ],
)
def test_another_mark(meja: Meja, tanda: str, jenis: str, kata: str) -> None:
    satu = meja.orang[0]
    hadir_ops.catat(meja.store, meja.sesi_id, satu.jabatan_id, tanda, pintu="B", wakil="Rudi")
    jawab = meja.jawab(satu.token)
    assert (jawab.jenis, jawab.keadaan.tanda, jawab.kalimat) == (jenis, tanda, f"{satu.kata} {kata}")


def test_the_rest_being_absent_stops_nobody(meja: Meja) -> None:
    hadir_ops.tandai_sisa(meja.store, meja.sesi_id, lingkup=KELURAHAN[0])
    assert meja.jawab(meja.orang[0].token).jenis == "masuk"


def test_another_session_and_no_invitation(meja: Meja) -> None:
    satu, dua = meja.orang[0], meja.orang[1]
    lain = {"judul": "Sore", "tanggal": "2017-11-21", "mulai": "13:00", "sasaran": "Lubuk Linggau Barat I"}
    sore = ops.simpan_sesi(meja.store, meja.kegiatan_id, lain).value
    jawab = Pintu(meja.store.reader, sore).jawab(satu.token)
    assert (jawab.jenis, jawab.boleh, [s.sesi_id for s in jawab.sesi]) == ("sesi_lain", True, [meja.sesi_id])
    ops.tarik(meja.store, [dua.undangan_id])
    for ketik in (dua.token, f"{dua.nomor} {dua.kelurahan}"):
        jawab = meja.jawab(ketik)
        assert (jawab.jenis, jawab.boleh) == ("tanpa_undangan", True)
        assert jawab.orang
        assert (jawab.orang.jabatan_id, jawab.orang.diundang) == (dua.jabatan_id, False)


def test_the_letter_of_another_event(meja: Meja) -> None:
    lain = bimtek_contoh.kegiatan(meja.store, nama="Sosialisasi Pilkada")
    ops.undang(meja.store, lain.kegiatan_id, jabatan_ids=[meja.orang[0].jabatan_id])
    (surat,) = queries.undangan(meja.store.reader(), lain.kegiatan_id, hari=date(2017, 11, 20))
    jawab = meja.jawab(surat.token)
    assert (jawab.jenis, jawab.boleh, jawab.acara) == ("acara_lain", False, "Sosialisasi Pilkada")
    assert jawab.kalimat == "Undangan ini untuk kegiatan lain: Sosialisasi Pilkada."
    assert jawab.catatan[0] == "Ia diundang juga ke kegiatan ini: ketik nomor RT-nya."
    assert not meja.pintu.kenal(surat.token)


def test_a_mark_that_is_being_written_counts_already(meja: Meja) -> None:
    satu = meja.orang[0]
    meja.pintu.titip(satu.jabatan_id, pukul=bimtek_contoh.PAGI, pintu="Pintu A")
    assert (meja.jawab(satu.token).jenis, meja.pintu.angka().hadir, meja.pintu.angka().belum) == ("sudah", 1, 527)
    hadir_ops.catat(meja.store, meja.sesi_id, satu.jabatan_id, pintu="Pintu A")
    assert meja.pintu.angka().hadir == 1
    meja.pintu.lepas(satu.jabatan_id)
    assert (meja.jawab(satu.token).jenis, meja.pintu.angka().hadir) == ("sudah", 1)


# --- remarks ----------------------------------------------------------------------------------------------------------


def test_the_uniform_is_remarked_on(meja: Meja) -> None:
    satu = meja.orang[0]
    isian = {"nama": "Seragam RT", "tahun": "2017", "barang": "Baju", "ukuran": "M, L, XL"}
    beli = seragam.simpan_pengadaan(meja.store, satu.lingkup, isian, {Barang("", "XL"): 1}).value
    assert meja.jawab(satu.token).catatan == ("Seragam RT 2017: ukuran belum diisi, belum diambil",)
    seragam.catat_ukuran(meja.store, {satu.jabatan_id: IsianUkuran("XL")}, pengadaan_id=beli)
    assert meja.jawab(satu.token).catatan == ("Seragam RT 2017: XL, belum diambil",)
    seragam.terima(meja.store, beli, dari="pengadaan", ke=satu.lingkup, isi={Barang("", "XL"): 1}, nomor="SJ 1")
    seragam.serah(meja.store, beli, [satu.jabatan_id])
    assert meja.jawab(satu.token).catatan == ("Seragam RT 2017: 1 XL, sudah diambil",)


def test_another_head_than_the_letter_says(meja: Meja) -> None:
    satu = meja.orang[0]
    isian = {"akhir_nyata": "2017-11-15", "alasan_akhir": "pindah", "nama": "Budi Baru", "tmt": "2017-11-16"}
    ganti.ganti(meja.store, satu.jabatan_id, isian)
    jawab = meja.jawab(satu.token)
    assert jawab.orang
    assert (jawab.orang.nama, jawab.catatan[0]) == ("Budi Baru", "Undangan tertulis atas nama Ahmad Abdullah.")
