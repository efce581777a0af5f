"""Any file an office may choose: read as it is, or refused in one sentence with the store untouched."""

from __future__ import annotations

import random
import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.importing import bomb, csvfile, sheet, table
from sipokat_desktop.importing.sheet import Sheet
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import impor
from tests.unit import kantor
from tests.unit.lembar import tulis_xlsx

DATA = Path(__file__).resolve().parents[1] / "data"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("kosong.xlsx", b"", "kosong"), ("kosong.csv", b"", "kosong"), ("spasi.csv", b" \r\n \n", "kosong"),
        ("foto.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(500), "gambar"),
        ("foto.csv", b"\xff\xd8\xff\xe0" + bytes(99), "gambar"),
        ("surat.csv", b"%PDF-1.7\n" + bytes(range(256)) * 4, "PDF"), ("surat.xlsx", b"%PDF-1.4\n", "PDF"),
        ("web.xls", b"<html><table><tr><td>No RT</td></tr></table>", "halaman web"),
        ("web2.xls", b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "halaman web"),
        ("sandi.xlsx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(90), "kata sandi"),
        ("word.doc", OLE + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(90), "Word"),
        ("lama.xls", OLE + bytes(2000), "bukan lembar Excel"), ("zip.xlsx", b"PK\x03\x04" + bytes(80), "rusak"),
        ("acak.ods", random.Random(7).randbytes(3000), "bukan lembar Excel"),
        ("nul.csv", b"No RT,Nama\n1,A\x00\x01\x02B\n", "bukan lembar Excel"),
        ("kutip.csv", b'No RT;Nama\n1;"Budi\n' + b"2;Citra\n" * 30, "tanda kutip"),
    ],
)  # fmt: skip
def test_what_is_no_sheet_is_refused_in_one_sentence(tmp_path: Path, nama: str, isi: bytes, kata: str) -> None:
    berkas = tmp_path / nama
    berkas.write_bytes(isi)
    with pytest.raises(InputSalah) as salah:
        impor.buka(berkas)
    assert salah.value.field == "berkas"
    assert kata in salah.value.pesan
    assert salah.value.pesan.endswith("Tidak ada data yang diubah.")


def test_a_document_and_an_encrypted_zip_are_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as buku:
        buku.writestr("word/document.xml", "<w/>")
    with pytest.raises(InputSalah, match="Word"):
        impor.buka(tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as buku:
        buku.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        buku.writestr("content.xml", "x")
    with pytest.raises(InputSalah, match="kata sandi"):
        impor.buka(tmp_path / "a.ods")


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for path, kata in ((tmp_path / "tidak_ada.xlsx", "tidak ditemukan"), (tmp_path, "folder")):
        with pytest.raises(InputSalah, match=kata):
            impor.buka(path)


def test_a_file_in_use_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel on Windows locks the file that it shows."""
    berkas = tmp_path / "a.csv"
    berkas.write_text("No RT,Nama\n1,Budi\n")

    def terkunci(_self: Path) -> bytes:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "read_bytes", terkunci)
    with pytest.raises(InputSalah, match="Tutup dulu di Excel"):
        impor.buka(berkas)


def test_damaged_workbooks_never_crash(tmp_path: Path) -> None:
    """Cut short and flipped at many places: a sheet, or a sentence; never anything else."""
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
            impor.buka(berkas)
        except InputSalah as salah:
            ditolak += 1
            assert salah.pesan  # noqa: PT017
    assert ditolak > 50


def _bom(path: Path, byte: int) -> None:
    with zipfile.ZipFile(DATA / "roster_bersih.xlsx") as asli, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bom:
        for item in asli.infolist():
            isi = asli.read(item)
            if item.filename.endswith("sheet1.xml"):
                isi = isi.replace(b"<sheetData>", b"<sheetData>" + b" " * byte)
            bom.writestr(item.filename, isi)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    berkas = tmp_path / "bom.xlsx"
    _bom(berkas, 300 << 20)
    assert berkas.stat().st_size < 4 << 20
    with pytest.raises(InputSalah, match="terlalu besar setelah dibuka"):
        sheet.read(berkas)


def test_a_zip_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    """The sizes in the directory say 1 KB; what is unpacked counts."""
    berkas = tmp_path / "bom.xlsx"
    _bom(berkas, 300 << 20)
    isi = bytearray(berkas.read_bytes())
    at = isi.find(b"PK\x01\x02")
    while at >= 0:
        isi[at + 24 : at + 28] = struct.pack("<I", 1024)
        at = isi.find(b"PK\x01\x02", at + 4)
    berkas.write_bytes(bytes(isi))
    with pytest.raises(InputSalah, match=r"Tidak ada data yang diubah\."):
        sheet.read(berkas)


@pytest.mark.parametrize("sel", ["A1048576", "XFD2", "XFD1048576", "ZZ100000"])
def test_two_cells_that_span_a_billion_are_refused(tmp_path: Path, sel: str) -> None:
    """A reader keeps a place for every cell between the first and the last."""
    berkas = tulis_xlsx(tmp_path / "a.xlsx", {"a": [["No RT", "Nama"]]})
    isi = _ganti_lembar(berkas, b"</sheetData>", f'<row r="9"><c r="{sel}"><v>1</v></c></row></sheetData>'.encode())
    with pytest.raises(InputSalah):
        sheet.read(isi)


def test_formatted_but_empty_cells_far_away_do_no_harm(tmp_path: Path) -> None:
    """Excel itself writes them when a whole column was given a border."""
    berkas = tulis_xlsx(tmp_path / "a.xlsx", {"a": [["No RT", "Nama"], ["1", "Budi"]]})
    jauh = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    assert len(sheet.read(_ganti_lembar(berkas, b"</sheetData>", jauh)).lembar[0].rows) == 2


def _ganti_lembar(berkas: Path, lama: bytes, baru: bytes) -> Path:
    tujuan = berkas.with_name("ganti.xlsx")
    with zipfile.ZipFile(berkas) as asli, zipfile.ZipFile(tujuan, "w") as hasil:
        for item in asli.infolist():
            hasil.writestr(item.filename, asli.read(item).replace(lama, baru))
    return tujuan


def test_too_many_rows_and_columns_are_refused(tmp_path: Path) -> None:
    berkas = tmp_path / "a.csv"
    berkas.write_text("No RT,Nama\n" + "1,Budi\n" * (bomb.MAX_ROWS + 1))
    with pytest.raises(InputSalah, match=r"200\.000 baris"):
        sheet.read(berkas)
    berkas.write_text(",".join(["x"] * 501) + "\n")
    with pytest.raises(InputSalah, match="500 kolom"):
        sheet.read(berkas)


def test_an_empty_sheet_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputSalah, match="kosong"):
        sheet.read(tulis_xlsx(tmp_path / "a.xlsx", {"a": [], "b": [["", " "]]}))


def test_macros_are_never_run_and_told(tmp_path: Path) -> None:
    berkas = tulis_xlsx(
        tmp_path / "a.xlsm", {"a": [["No RT", "Nama"], ["1", "Budi"]]}, tambahan={"xl/vbaProject.bin": b"x"}
    )
    buku = sheet.read(berkas)
    assert buku.lembar[0].rows[1] == ["1", "Budi"]
    assert any("makro" in satu for satu in buku.catatan)


def test_rows_keep_the_numbers_that_excel_shows(tmp_path: Path) -> None:
    berkas = tulis_xlsx(tmp_path / "a.xlsx", {"a": [[], [], ["", "No RT", "Nama"], ["", "1", "Budi"]]})
    assert sheet.read(berkas).lembar[0].rows[2] == ["", "No RT", "Nama"]


@pytest.mark.parametrize("pisah", [";", ",", "\t", "|"])
@pytest.mark.parametrize("sandi", ["cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_csv_as_offices_save_it(tmp_path: Path, pisah: str, sandi: str) -> None:
    berkas = tmp_path / "a.csv"
    rows = [["Nomor RT", "Nama Ketua RT", "HP"], ["1", "José Peña", "08123456789"]]
    berkas.write_bytes("\r\n".join(pisah.join(b) for b in rows).encode(sandi))
    assert sheet.read(berkas).lembar[0].rows == rows


def test_a_line_that_names_the_separator_and_quotes(tmp_path: Path) -> None:
    berkas = tmp_path / "a.csv"
    berkas.write_text('sep=;\nNo RT;Nama\n1;"Budi; ""Si Kecil"""\n')
    assert sheet.read(berkas).lembar[0].rows[1:] == [["No RT", "Nama"], ["1", 'Budi; "Si Kecil"']]
    assert csvfile.sniff("a,b;c,d;e\n1,5;2,5;3\n2,5;3,5;4\n") in ";,"


def test_a_text_file_that_is_called_xls_is_read(tmp_path: Path) -> None:
    berkas = tmp_path / "a.xls"
    berkas.write_text("No RT\tNama\n1\tBudi\n")
    assert sheet.read(berkas).lembar[0].rows[1] == ["1", "Budi"]


def test_cells_as_text() -> None:
    nilai = (53.0, 2.5, True, date(2026, 1, 2), " a ", None, float("inf"), 1673080104740028.0)
    assert [sheet.teks(v) for v in nilai] == ["53", "2.5", "ya", "2026-01-02", "a", "", "inf", "1673080104740028"]


def test_a_cancel_stops_the_reading() -> None:
    class Berhenti(Exception):
        pass

    def maju(_i: int, _n: int) -> None:
        raise Berhenti

    with pytest.raises(Berhenti):
        sheet.read(DATA / "roster_bersih.xlsx", maju=maju)


def test_headers_of_one_to_three_rows() -> None:
    def kenal(atas: str, bawah: str) -> str:
        return {"nama": "nama", "rt": "rt", "sk nomor": "n", "sk tanggal": "t"}.get(
            f"{atas} {bawah}".strip().lower(), ""
        )

    rows: list[list[object]] = [
        ["DAFTAR"],
        ["Nama", "RT", "SK", ""],
        ["", "", "Nomor", "Tanggal"],
        ["Budi", "1", "2", "3"],
    ]
    lembar = Sheet("a", rows, (((1, 0), (2, 0)), ((1, 1), (2, 1)), ((1, 2), (1, 3))))
    kepala = table.find(lembar, kenal)
    assert kepala is not None
    assert (kepala.first, kepala.last, kepala.found) == (1, 2, 4)
    assert [judul.words for judul in kepala.titles] == ["Nama", "RT", "SK Nomor", "SK Tanggal"]


def test_the_store_stays_as_it_was(tmp_path: Path) -> None:
    berkas = tmp_path / "a.csv"
    berkas.write_text("Kolom,Lain\n1,2\n")
    with kantor.buka(tmp_path / "d") as store:
        kantor.isi_rt(store, 2)
        sebelum, hitungan = kantor.tampak(store), kantor.hitung(store)
        buku = impor.buka(berkas)
        pemetaan = impor.usul(buku, store)
        assert pemetaan.kurang
        with pytest.raises(InputSalah, match=r"Tidak ada data yang diubah\."):
            impor.banding(store, kantor.KELURAHAN, buku, pemetaan)
        assert (kantor.tampak(store), kantor.hitung(store)) == (sebelum, hitungan)
