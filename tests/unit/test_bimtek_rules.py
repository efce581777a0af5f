"""Rules of events: hours, whom a session is for, which sessions overlap, which office may do what."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import rules
from sipokat_desktop.modules.bimtek.kegiatan import hari_peserta
from sipokat_desktop.modules.bimtek.model import Sesi, waktu

KEC, KEC2 = "16.73.01", "16.73.02"
KEL = "16.73.01.1003"


def sesi(id: str = "a", *, tanggal: str = "2017-11-20", mulai: str = "08:00", selesai: str = "12:00",
         di: str = "Gedung Kesenian", sasaran: tuple[str, ...] = ()) -> Sesi:  # fmt: skip
    return Sesi(id, "k", "kota", f"Sesi {id}", tanggal, mulai, selesai, "", "", sasaran, "", di, "")


@pytest.mark.parametrize(
    ("ketik", "jadi"),
    [
        ("8", "08:00"), ("08.30", "08:30"), ("8:05", "08:05"), ("0830", "08:30"), ("830", "08:30"),
        ("13.30 WIB", "13:30"), ("23.59", "23:59"), ("", None), ("  ", None), ("0", "00:00"),
    ],
)  # fmt: skip
def test_hours_are_read(ketik: str, jadi: str | None) -> None:
    assert rules.jam(ketik) == jadi


@pytest.mark.parametrize("ketik", ["24.00", "8.60", "jam 8", "8.5", "-1", "8..30", "٨", "123456"])
def test_other_hours_are_refused(ketik: str) -> None:
    with pytest.raises(InputSalah, match="Tulis jam seperti"):
        rules.jam(ketik)


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_hour_comes_back(jam: int, menit: int) -> None:
    isi = f"{jam:02d}:{menit:02d}"
    assert {rules.jam(isi), rules.jam(f"{jam}.{menit:02d}"), rules.jam(f"{jam}.{menit:02d} wib")} == {isi}


def test_hours_fit_together() -> None:
    rules.periksa_jam("08:00", "12:00")
    rules.periksa_jam("08:00", None)
    rules.periksa_jam(None, None)
    for mulai, selesai, field in (
        (None, "12:00", "mulai"),
        ("12:00", "12:00", "selesai"),
        ("12:00", "08:00", "selesai"),
    ):
        with pytest.raises(InputSalah) as salah:
            rules.periksa_jam(mulai, selesai)
        assert salah.value.field == field
    assert waktu("08:00", "12:30") == "08.00 s.d. 12.30 WIB"
    assert (waktu("08:00", ""), waktu("", "")) == ("pukul 08.00 WIB", "")


def test_whom_a_session_is_for() -> None:
    assert rules.baca_sasaran("Lubuk Linggau Timur II, 16.73.01", "kota") == (
        "|".join(sorted([KEC, next(t.kode for t in wilayah.semua().values() if t.nama == "Lubuk Linggau Timur II")]))
    )
    assert rules.baca_sasaran("", "kota") is None
    assert rules.baca_sasaran("semua", "kota") is None
    assert rules.baca_sasaran("kec:16.73.01", "kec:16.73.01") is None
    with pytest.raises(InputSalah, match="tidak dikenal"):
        rules.baca_sasaran("Timur IX", "kota")
    with pytest.raises(InputSalah, match="tidak termasuk kantor"):
        rules.baca_sasaran(KEC2, "kec:16.73.01")
    assert sesi(sasaran=(KEC,)).untuk(KEL)
    assert not sesi(sasaran=(KEC2,)).untuk(KEL)
    assert sesi().untuk(KEL)


JAM = st.integers(0, 23).map(lambda j: f"{j:02d}:00")


@given(JAM, JAM, JAM, JAM)
def test_overlap_is_mutual_and_means_a_shared_minute(a: str, b: str, c: str, d: str) -> None:
    satu, dua = sesi("a", mulai=min(a, b), selesai=max(a, b)), sesi("b", mulai=min(c, d), selesai=max(c, d))
    assert rules.bertumpuk(satu, dua) == rules.bertumpuk(dua, satu)
    menit = [{f"{j:02d}:30" for j in range(24) if s.mulai <= f"{j:02d}:30" < s.selesai} for s in (satu, dua)]
    if satu.mulai < satu.selesai and dua.mulai < dua.selesai:
        assert rules.bertumpuk(satu, dua) == bool(menit[0] & menit[1])
    assert not rules.bertumpuk(satu, dua._replace(tanggal="2017-11-21"))


def test_what_overlaps_is_told() -> None:
    pagi, siang = sesi("a"), sesi("b", mulai="12:00", selesai="14:00")
    assert rules.peringatan([pagi, siang]) == []
    kena = rules.peringatan([pagi, sesi("b", mulai="11:00")])
    assert [(p.sesi_id, p.field) for p in kena] == [("b", "mulai")]
    assert "bertumpuk dengan “Sesi a”" in kena[0].kalimat
    satu, dua = sesi("a", sasaran=(KEC,)), sesi("b", sasaran=(KEC2,))
    assert [p.field for p in rules.peringatan([satu, dua])] == ["tempat"]
    assert rules.peringatan([satu, dua._replace(di="Aula Kecamatan")]) == []
    assert rules.peringatan([satu, dua._replace(di="")]) == []
    lain = sesi("c", di="gedung kesenian")
    assert [p.field for p in rules.peringatan([pagi], [pagi, lain])] == ["tempat"]
    assert rules.peringatan([pagi], [lain._replace(di="Lain")]) == []
    assert rules.bertumpuk(sesi(mulai="", selesai=""), sesi(mulai="23:00", selesai=""))


def test_the_day_that_concerns_a_post() -> None:
    satu, dua = sesi("a", tanggal="2017-11-21", sasaran=(KEC2,)), sesi("b", tanggal="2017-11-20", sasaran=(KEC,))
    bawaan = date(2017, 1, 1)
    assert hari_peserta([satu, dua], [KEL, "16.73.02.1001"], bawaan) == {
        KEL: "2017-11-20",
        "16.73.02.1001": "2017-11-21",
    }
    assert hari_peserta([satu], [KEL], bawaan) == {KEL: "2017-11-21"}
    assert hari_peserta([], [KEL], bawaan) == {KEL: "2017-01-01"}


@pytest.mark.parametrize(
    ("acara", "kantor", "undang", "menyangkut"),
    [
        ("kota", "kota", True, True), ("kota", "kec:16.73.01", True, True), ("kota", KEL, False, True),
        ("kec:16.73.01", "kec:16.73.01", True, True), ("kec:16.73.01", KEL, False, True),
        ("kec:16.73.01", "kota", True, True), ("kec:16.73.01", "kec:16.73.02", False, False),
        (KEL, KEL, True, True), (KEL, "kec:16.73.01", False, True), (KEL, "16.73.01.1004", False, False),
    ],
)  # fmt: skip
def test_which_office_invites_and_whom_it_concerns(acara: str, kantor: str, undang: bool, menyangkut: bool) -> None:
    assert rules.boleh_mengundang(acara, kantor) is undang
    assert rules.menyangkut(acara, kantor) is menyangkut


def test_fields_of_an_event() -> None:
    isi = rules.bersihkan_kegiatan(
        {"nama": "  Bimtek   RT ", "surat_tanggal": "13/11/2017", "tujuan": " satu \n\n dua ", "tema": ""}, baru=True
    )
    assert isi == {"nama": "Bimtek RT", "surat_tanggal": "2017-11-13", "tujuan": "satu\n\ndua", "tema": None}
    for isian, field in (({}, "nama"), ({"nama": " "}, "nama"), ({"nama": "a", "surat_tanggal": "x"}, "surat_tanggal")):
        with pytest.raises(InputSalah) as salah:
            rules.bersihkan_kegiatan(isian, baru=True)
        assert salah.value.field == field
    assert rules.bersihkan_sesi({"tanggal": "20/11/2017", "sasaran": KEC}, "kota", baru=False) == {
        "tanggal": "2017-11-20", "sasaran": KEC,
    }  # fmt: skip
    with pytest.raises(InputSalah, match="Materi sesi belum diisi"):
        rules.bersihkan_sesi({}, "kota", baru=True)
    with pytest.raises(InputSalah, match="Tanggal sesi belum diisi"):
        rules.bersihkan_sesi({"judul": "a", "tanggal": ""}, "kota", baru=True)
