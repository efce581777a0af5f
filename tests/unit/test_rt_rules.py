"""What may be written into the roster: the families of bad input of RELIABILITY, each with its field and sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import ops, queries, rules
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

HARI_INI = date(2026, 4, 10)
FIELDS = (
    "nomor", "nama", "nik", "kelamin", "tanggal_lahir", "alamat", "hp", "tmt", "akhir_sk", "jumlah_kk", "jenis",
    "catatan", "rw", "npwp", "rekening",
)  # fmt: skip


@pytest.mark.parametrize(
    ("teks", "nomor"),
    [("3", "03"), ("03", "03"), ("003", "03"), (" RT 03 ", "03"), ("RT.03", "03"), ("RT. 03", "03"), ("rt-3", "03"),
     ("Ketua RT 2", "02"), ("KETUA RT. 12", "12"), ("Ketua RT.9", "09"), ("112", "112"), ("RT003", "03")],
)  # fmt: skip
def test_rt_numbers_as_offices_write_them(teks: str, nomor: str) -> None:
    assert rules.nomor_rt(teks) == nomor


@pytest.mark.parametrize(
    "teks",
    ["", "0", "000", "1234", "RW 03", "RT 03 RW 01", "3.0", "3,5", "03-05", "RT", "-3", "٣", "²", "3a", "RT 3 / 4"],
)
def test_what_is_no_rt_number_is_refused(teks: str) -> None:
    """A number that could be read in two ways is not guessed: 3.0 is not RT 30."""
    with pytest.raises(InputSalah, match="Nomor RT") as salah:
        rules.nomor_rt(teks)
    assert salah.value.field == "nomor"


@pytest.mark.parametrize(
    ("teks", "nomor"),
    [("081234567890", "081234567890"), ("+62 812-3456-7890", "081234567890"), ("6281234567890", "081234567890"),
     ("81234567890", "081234567890"), ("(0812) 3456.7890", "081234567890"), ("", None), ("-", None)],
)  # fmt: skip
def test_phone_numbers(teks: str, nomor: str | None) -> None:
    assert rules.hp(teks) == nomor


@pytest.mark.parametrize(
    "teks", ["0812", "08123456789012345", "nol delapan", "0812x3456789", "0812345678²", "٠٨١٢٣٤٥٦٧٨٩"]
)
def test_what_is_no_phone_number_is_refused(teks: str) -> None:
    with pytest.raises(InputSalah, match="Nomor HP"):
        rules.hp(teks)


@pytest.mark.parametrize(("teks", "angka"), [("53", 53), ("", None), (" 1.250 ", 1250), ("0", 0)])
def test_counts(teks: str, angka: int | None) -> None:
    assert rules.jumlah(teks, "jumlah_kk") == angka


@pytest.mark.parametrize("teks", ["-1", "1,5", "53.0", "1.5", "lima", "1234567", "²", "1.2.3", "1e3", "12.34"])
def test_no_counts(teks: str) -> None:
    with pytest.raises(InputSalah, match="angka") as salah:
        rules.jumlah(teks, "jumlah_kk")
    assert salah.value.field == "jumlah_kk"


@pytest.mark.parametrize(
    ("isian", "field", "kalimat"),
    [
        ({"nik": "167301010170001"}, "nik", "NIK harus 16 angka. Yang diketik 15 angka."),
        ({"nik": "16730101017000O1"}, "nik", "hanya berisi angka"),
        ({"nama": ""}, "nama", "belum diisi"),
        ({"nama": " \t "}, "nama", "belum diisi"),
        ({"nama": "x" * 101}, "nama", "panjang"),
        ({"nama": "x" * 1_000_000}, "nama", "panjang"),
        ({"alamat": "y" * 501}, "alamat", "panjang"),
        ({"nama": "A\x00B"}, "nama", "tidak terbaca"),
        ({"nama": "A\x07B"}, "nama", "tidak terbaca"),
        ({"nama": "A\u202eB"}, "nama", "tidak terbaca"),
        ({"nama": "A\ud800B"}, "nama", "tidak terbaca"),
        ({"alamat": "A\u2066B"}, "alamat", "tidak terbaca"),
        ({"tmt": "31/02/2026"}, "tmt", "31 Februari"),
        ({"tmt": "2/13/2026"}, "tmt", "Bulan 13"),
        ({"tmt": "besok"}, "tmt", "Tanggal ini tidak dikenal"),
        ({"akhir_sk": "1/1/1200"}, "akhir_sk", "Tahun"),
        ({"tanggal_lahir": "5/4/15"}, "tanggal_lahir", "empat angka"),
        ({"kelamin": "X"}, "kelamin", "Pilih salah satu"),
        ({"jenis": "raja"}, "jenis", "Pilih salah satu"),
        ({"jumlah_kk": "-3"}, "jumlah_kk", "angka"),
    ],
)
def test_bad_input_names_its_field(isian: dict[str, str], field: str, kalimat: str) -> None:
    with pytest.raises(InputSalah, match=kalimat) as salah:
        rules.bersihkan(isian, HARI_INI)
    assert salah.value.field == field
    assert salah.value.pesan.rstrip("?").rstrip(".") != salah.value.pesan


@pytest.mark.parametrize(
    "nama",
    [
        "<b>Budi</b>",
        "=1+1",
        "@SUM(A1)",
        "'; DROP TABLE rt_orang; --",
        "M. Yusuf, S.Pd.",
        "Siti 🙂",
        "O'Brien",
        "%s {0} \\n",
    ],
)
def test_markup_formulas_and_sql_are_only_text(tmp_path: Path, nama: str) -> None:
    with buka(tmp_path) as store:
        ops.tambah(store, KELURAHAN, kantor.isian(1, nama=nama))
        assert queries.roster(store.reader(), lingkup=KELURAHAN, hari=HARI_INI)[0].nama == nama
        assert kantor.rantai_utuh(store)


@given(st.sampled_from(FIELDS), st.text(max_size=40))
def test_any_text_in_any_field_is_stored_or_refused_with_a_sentence(field: str, teks: str) -> None:
    try:
        nilai = rules.bersihkan({field: teks}, HARI_INI)[field]
    except InputSalah as salah:
        nilai, kalimat, di = None, salah.pesan, salah.field
    else:
        kalimat, di = ".", field
    assert di == field
    assert kalimat[-1] in ".?"
    if isinstance(nilai, str):
        assert rules.bersihkan({field: nilai}, HARI_INI)[field] == nilai
        nilai.encode()


def test_an_end_before_the_tmt_is_refused_with_the_date() -> None:
    for field in ("akhir_sk", "akhir_nyata"):
        with pytest.raises(InputSalah, match="1 Januari 2026") as salah:
            rules.periksa_masa({"tmt": "2026-01-01", field: "2025-12-31"})
        assert salah.value.field == field
    rules.periksa_masa({"tmt": "2026-01-01", "akhir_sk": "2026-01-01", "akhir_nyata": None})


@pytest.mark.parametrize(
    ("akhir", "peran"),
    [("2026-04-09", "salah"), ("2026-04-10", "awas"), ("2026-07-09", "awas"), ("2026-07-10", "baik"), (None, "baik")],
)
def test_expiry_only_warns(akhir: str | None, peran: str) -> None:
    assert rules.keadaan(orang_id="a", tmt="2024-01-01", akhir_sk=akhir, sk="1", hari_ini=HARI_INI)[0] == peran


def test_a_nik_belongs_to_one_head_in_office(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 3)
        with pytest.raises(
            InputSalah, match=r"NIK ini sudah terdaftar sebagai Ketua RT 03\. Buka data tersebut\?"
        ) as salah:
            ops.tambah(store, KELURAHAN, kantor.isian(4, nik=kantor.nik(3)))
        assert salah.value.field == "nik"
        masa = {
            r[1]: r
            for r in store.reader().execute(
                "SELECT m.id, j.nomor, j.id FROM rt_masa m JOIN rt_jabatan j ON j.id = m.jabatan_id"
            )
        }
        with pytest.raises(InputSalah, match="RT 03"):
            ops.ubah(store, jabatan_id=masa["01"][2], masa_id=masa["01"][0], isian={"nik": kantor.nik(3)})
        ops.ubah(
            store, jabatan_id=masa["03"][2], masa_id=masa["03"][0], isian={"nik": kantor.nik(3), "hp": "0812345678"}
        )
        ops.akhiri(store, masa_id=masa["03"][0], isian={"akhir_nyata": "2026-03-31", "alasan_akhir": "pindah"})
        ops.tambah(store, KELURAHAN, kantor.isian(4, nik=kantor.nik(3), tmt="2026-04-01"))


def test_a_post_has_one_head(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        masa = kantor.isi_rt(store, 1)[0]
        with pytest.raises(InputSalah, match="RT 01 masih dijabat Ketua 01") as salah:
            ops.tambah(store, KELURAHAN, kantor.isian(2, nomor="1"))
        assert salah.value.field == "nomor"
        with pytest.raises(InputSalah, match="Tanggal berakhir belum diisi"):
            ops.akhiri(store, masa_id=masa, isian={"akhir_nyata": ""})
        with pytest.raises(InputSalah, match="sebelum TMT"):
            ops.akhiri(store, masa_id=masa, isian={"akhir_nyata": "2023-01-01"})
        ops.akhiri(store, masa_id=masa, isian={"akhir_nyata": "2026-02-28", "alasan_akhir": "meninggal"})
        ops.tambah(store, KELURAHAN, kantor.isian(2, nomor="1", tmt="2026-03-01"))
        roster = queries.roster(store.reader(), lingkup=KELURAHAN, hari=HARI_INI)
        assert [(b.nomor, b.nama) for b in roster] == [("01", "Ketua 02")]
        assert [m.nama for m in queries.masa(store.reader(), lingkup=KELURAHAN)] == ["Ketua 01", "Ketua 02"]


def test_a_row_that_is_gone_is_told(tmp_path: Path) -> None:
    with buka(tmp_path) as store, pytest.raises(InputSalah, match="sudah tidak ada"):
        ops.ubah(store, jabatan_id="a", masa_id="b", isian={"hp": ""})


def test_the_signer_of_a_day(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        for mulai, nama in (("2024-01-01", "Lama"), ("2026-03-01", "Baru")):
            ops.set_pejabat(store, KELURAHAN, "lurah", {"nama": nama, "mulai": mulai})

        def siapa(hari: date) -> str | None:
            orang = queries.pejabat(store.reader(), lingkup=KELURAHAN, peran="lurah", hari=hari)
            return orang.nama if orang else None

        assert [siapa(date(2023, 1, 1)), siapa(date(2026, 2, 28)), siapa(date(2026, 3, 1))] == [None, "Lama", "Baru"]
        with pytest.raises(InputSalah) as salah:
            ops.set_pejabat(store, KELURAHAN, "gubernur", {"nama": "X"})
        assert salah.value.field == "peran"
