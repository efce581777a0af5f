"""The office's own sheets: read as they are, doubts told, nothing dropped in silence, twice changes nothing."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.importing import header, sheet
from sipokat_desktop.importing.sheet import Cell, Sheet
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import impor, queries
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

DATA = Path(__file__).resolve().parents[1] / "data"
HARI_INI = date(2026, 4, 10)


def _impor(store: Store, path: Path) -> impor.Neraca:
    return impor.simpan(store, KELURAHAN, impor.baca(path, HARI_INI)).value


def _seimbang(n: impor.Neraca) -> bool:
    return n.dibaca == n.baru + n.diubah + n.sama + n.dilewati


def _roster(store: Store, hari: date = HARI_INI) -> dict[str, queries.BarisRoster]:
    return {b.nomor: b for b in queries.roster(store.reader(), lingkup=KELURAHAN, hari=hari)}


def test_a_clean_sheet(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        neraca = _impor(store, DATA / "roster_bersih.xlsx")
        assert (neraca.dibaca, neraca.baru, neraca.dilewati) == (9, 9, 0)
        satu = _roster(store)["01"]
        assert (satu.nama, satu.nik, satu.tmt, satu.akhir_sk) == (
            "Ernawati",
            "1673085301840016",
            "2024-02-01",
            "2029-02-01",
        )
        assert (satu.jumlah_kk, satu.hp, satu.rekening) == (53, "081381794271", "8409198900")
        assert kantor.satu_kesatuan(store)


@pytest.mark.parametrize(
    "nama", ["roster_bersih.xlsx", "roster_kantor.xlsx", "roster_titik_koma.csv", "roster_bersih_perubahan.xlsx"]
)
def test_the_same_sheet_again_changes_nothing(tmp_path: Path, nama: str) -> None:
    with buka(tmp_path) as store:
        pertama = _impor(store, DATA / nama)
        assert pertama.baru > 0
        assert _seimbang(pertama)
        sebelum, hitungan = kantor.tampak(store), kantor.hitung(store)
        kedua = _impor(store, DATA / nama)
        assert (kedua.baru, kedua.diubah, kedua.diganti) == (0, 0, 0)
        assert kedua.sama == pertama.baru + pertama.diubah
        assert _seimbang(kedua)
        assert kantor.tampak(store) == sebelum
        assert kantor.hitung(store) == hitungan


def test_a_changed_sheet_replaces_heads_and_keeps_the_former(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        _impor(store, DATA / "roster_bersih.xlsx")
        neraca = _impor(store, DATA / "roster_bersih_perubahan.xlsx")
        assert (neraca.dibaca, neraca.baru, neraca.diubah, neraca.sama, neraca.dilewati) == (11, 3, 1, 6, 1)
        assert neraca.diganti == 2
        assert [m.nasib for m in neraca.masalah if m.baris == 12] == [impor.Nasib.LEWATI]
        kini = _roster(store)
        assert kini["03"].nama == "Rosmala Dewi (baru)"
        assert kini["04"].hp == "081234567890"
        lama = [m for m in queries.masa(store.reader(), lingkup=KELURAHAN) if m.nomor == "03"]
        assert [(m.nama, m.akhir_nyata) for m in lama] == [
            ("Iskandar Muda", "2026-02-28"),
            ("Rosmala Dewi (baru)", None),
        ]


def test_an_office_sheet_with_titles_above_the_header(tmp_path: Path) -> None:
    bacaan = impor.baca(DATA / "roster_kantor.xlsx", HARI_INI)
    assert bacaan.dibaca == 12
    assert len(bacaan.baik) == 12
    isi = {c.fields["nomor"]: c.fields for c in bacaan.baik}
    assert isi["01"]["nama"] == "LUKMAN HAKIM"
    assert (isi["03"]["tempat_lahir"], isi["03"]["tanggal_lahir"], isi["03"]["hp"]) == (
        "Curup",
        "1974-04-01",
        "080883773281",
    )
    assert (isi["02"]["kelamin"], isi["07"]["kelamin"], isi["07"]["hp"]) == ("L", "P", "088191931793")
    assert isi["05"]["nik"] == "1673021006550011"
    with buka(tmp_path) as store:
        assert _impor(store, DATA / "roster_kantor.xlsx").baru == 12


def test_only_numbers_that_can_have_lost_their_last_digit_are_doubted() -> None:
    """Excel keeps 15 digits and writes 0 for the 16th; a number that ends otherwise is as it was typed."""
    bacaan = impor.baca(DATA / "roster_kantor.xlsx", HARI_INI)
    isi = {c.fields["nomor"]: c.fields.get("nik") for c in bacaan.baik}
    assert isi["03"] == "1673080104740028"
    assert isi["08"] is None
    rusak = [m for m in bacaan.masalah if "rusak oleh Excel" in m.pesan]
    assert [(m.baris, m.nasib) for m in rusak] == [(10, impor.Nasib.PAKAI), (14, impor.Nasib.PAKAI)]


def test_a_damaged_nik_does_not_overwrite_a_good_one(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        berkas = tmp_path / "a.csv"
        berkas.write_text("No RT,Nama,NIK\n4,Kartini,1673025210890015\n")
        _impor(store, berkas)
        berkas.write_text("No RT;Nama;NIK\n4;Kartini;1,67302521089001E+15\n")
        neraca = _impor(store, berkas)
        assert (neraca.sama, neraca.baru) == (1, 0)
        assert "rusak oleh Excel" in neraca.masalah[0].pesan
        assert _roster(store)["04"].nik == "1673025210890015"


@pytest.mark.parametrize(("pisah", "sandi"), [(";", "cp1252"), (",", "utf-8-sig"), ("\t", "utf-8"), (";", "utf-8")])
def test_csv_as_offices_save_it(tmp_path: Path, pisah: str, sandi: str) -> None:
    berkas = tmp_path / "a.csv"
    teks = "\r\n".join(
        pisah.join(b) for b in (["Nomor RT", "Nama Ketua RT", "HP"], ["1", "José Peña", "+62 812-3456-789"])
    )
    berkas.write_bytes(teks.encode(sandi))
    (calon,) = impor.baca(berkas, HARI_INI).baik
    assert calon.fields == {"nomor": "01", "nama": "José Peña", "hp": "08123456789", "nik": None}


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("kosong.xlsx", b""), ("kosong.csv", b""), ("foto.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(500)),
        ("teks.xlsx", b"halo dunia"), ("pdf.csv", b"%PDF-1.7\n" + bytes(range(256)) * 4),
        ("zip.xlsx", b"PK\x03\x04" + bytes(80)), ("lain.csv", b"Kolom,Lain\n1,2\n"),
        ("acak.ods", random.Random(7).randbytes(3000)), ("lama.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
        ("tanpa_baris.csv", b"No RT,Nama\n"), ("nul.csv", b"No RT,Nama\n1,A\x00B\n"),
    ],
)  # fmt: skip
def test_what_is_no_roster_is_refused_whole(tmp_path: Path, nama: str, isi: bytes) -> None:
    berkas = tmp_path / nama
    berkas.write_bytes(isi)
    bermasalah: tuple[impor.Masalah, ...] = ()
    try:
        bermasalah = impor.baca(berkas, HARI_INI).bermasalah
    except InputSalah as salah:
        assert salah.field == "berkas"  # noqa: PT017
        assert salah.pesan.endswith("Tidak ada data yang diubah.")  # noqa: PT017
    else:
        assert bermasalah


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "tidak_ada.xlsx", tmp_path):
        with pytest.raises(InputSalah):
            impor.baca(path, HARI_INI)


def test_damaged_workbooks_never_crash(tmp_path: Path) -> None:
    """Cut short and flipped at many places: a roster, or a sentence; never anything else."""
    asli = (DATA / "roster_bersih.xlsx").read_bytes()
    acak = random.Random(11)
    berkas = tmp_path / "rusak.xlsx"
    ditolak = 0
    for _ in range(150):
        isi = bytearray(asli[: acak.randrange(1, len(asli))] if acak.random() < 0.5 else asli)
        for _ in range(acak.randrange(3)):
            isi[acak.randrange(len(isi))] ^= 1 << acak.randrange(8)
        berkas.write_bytes(bytes(isi))
        try:
            impor.baca(berkas, HARI_INI)
        except InputSalah as salah:
            ditolak += 1
            assert salah.pesan  # noqa: PT017
    assert ditolak > 50


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    berkas = tmp_path / "bom.xlsx"
    with (
        zipfile.ZipFile(DATA / "roster_bersih.xlsx") as asli,
        zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as bom,
    ):
        for item in asli.infolist():
            isi = asli.read(item)
            if item.filename.endswith("sheet1.xml"):
                isi = isi.replace(b"<sheetData>", b"<sheetData>" + b" " * (300 << 20))
            bom.writestr(item.filename, isi)
    assert berkas.stat().st_size < 4 << 20
    with pytest.raises(InputSalah, match=r"Tidak ada data yang diubah\."):
        sheet.read(berkas)


def test_cells_as_text() -> None:
    assert [sheet._cell(v) for v in (53.0, 2.5, True, date(2026, 1, 2), " a ")] == [
        Cell("53", number=True), Cell("2.5", number=True), Cell("ya"), Cell("2026-01-02"), Cell("a"),
    ]  # fmt: skip


def test_the_header_is_found_under_titles_and_by_any_synonym() -> None:
    baris = [
        [Cell("DAFTAR RT")],
        [],
        [Cell("n a m a"), Cell("No. RT"), Cell("N.I.K")],
        [Cell("Budi"), Cell("1"), Cell("")],
    ]
    kepala = header.find([Sheet("lain", [[Cell("x")]]), Sheet("data", baris)], impor.SYNONYMS, ("nomor", "nama"))
    assert kepala.columns == {"nama": 0, "nomor": 1, "nik": 2}
    assert [(n, s["nama"].text) for n, s in kepala.records()] == [(4, "Budi")]


def test_bad_rows_are_named_and_nothing_is_saved_of_them(tmp_path: Path) -> None:
    berkas = tmp_path / "a.csv"
    berkas.write_text("No RT,Nama,NIK\n1,Budi,\n2,Citra,123\n3,Dewi,\n3,Eka,\nx,Fajar,\n")
    bacaan = impor.baca(berkas, HARI_INI)
    assert sorted({m.baris for m in bacaan.bermasalah}) == [3, 4, 5, 6]
    with buka(tmp_path / "d") as store:
        neraca = impor.simpan(store, KELURAHAN, bacaan).value
        assert (neraca.dibaca, neraca.baru, neraca.dilewati) == (5, 1, 4)
        assert list(_roster(store)) == ["01"]


def test_a_term_that_begins_next_month_is_not_added_twice(tmp_path: Path) -> None:
    berkas = tmp_path / "a.csv"
    berkas.write_text("No RT,Nama,TMT\n1,Budi,2026-05-01\n")
    with buka(tmp_path / "d") as store:
        assert _impor(store, berkas).baru == 1
        assert _impor(store, berkas).sama == 1
        assert len(_roster(store, date(2026, 5, 1))) == 1


def test_a_nik_of_another_head_in_office_is_not_taken(tmp_path: Path) -> None:
    berkas = tmp_path / "a.csv"
    with buka(tmp_path / "d") as store:
        kantor.isi_rt(store, 3)
        sebelum = kantor.tampak(store)
        berkas.write_text(f"No RT,Nama,NIK\n9,Orang Lain,{kantor.nik(3)}\n")
        with pytest.raises(InputSalah, match="RT 03") as salah:
            _impor(store, berkas)
        assert salah.value.field == "berkas"
        assert kantor.tampak(store) == sebelum
        berkas.write_text(
            f"No RT,Nama,NIK,TMT\n3,Pengganti,{kantor.nik(8)},2026-04-01\n9,Ketua 03,{kantor.nik(3)},2026-04-01\n"
        )
        assert _impor(store, berkas).baru == 2


BARIS = st.tuples(
    st.sampled_from(["1", "2", "03", "RT 4", "x", "", "1"]),
    st.sampled_from(["Budi", "Citra", "", "Dewi", "123", "Budi "]),
    st.sampled_from(["", kantor.nik(1), kantor.nik(2), "12", "1,6E+15"]),
    st.sampled_from(["", "2026-01-01", "1/5/2026", "kapan", "2027-01-01"]),
    st.sampled_from(["", "0812345678", "satu"]),
)


@given(st.lists(st.lists(BARIS, min_size=1, max_size=6), min_size=1, max_size=3))
@settings(max_examples=60)
def test_the_balance_always_adds_up(lembar: list[list[tuple[str, ...]]]) -> None:
    """dibaca = baru + diubah + sama + dilewati, and each sheet a second time changes nothing."""
    with TemporaryDirectory() as folder, buka(Path(folder)) as store:
        berkas = Path(folder) / "a.csv"
        for baris in lembar:
            teks = io.StringIO()
            csv.writer(teks).writerows([("No RT", "Nama", "NIK", "TMT", "HP"), *baris])
            berkas.write_text(teks.getvalue())
            sebelum = kantor.tampak(store)
            try:
                neraca = _impor(store, berkas)
            except InputSalah:
                assert kantor.tampak(store) == sebelum
                continue
            assert _seimbang(neraca)
            assert neraca.dibaca == sum(any(ch.isalpha() for ch in b[1]) for b in baris)
            isi = kantor.tampak(store)
            lagi = _impor(store, berkas)
            assert (lagi.baru, lagi.diubah, lagi.dilewati) == (0, 0, neraca.dilewati)
            assert kantor.tampak(store) == isi
        assert kantor.satu_kesatuan(store)
        assert kantor.rantai_utuh(store)
