"""Reports on the command line: sentences, exit codes, JSON; the list as a sheet."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from sipokat_desktop import cli
from sipokat_desktop.importing.sheet import read, teks
from tests.unit import laporan_kecil

Jalan = Callable[..., tuple[int, str, str]]


@pytest.fixture
def jalan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Jalan:
    """Run ``sipokat …`` in a kelurahan with two RT; returns exit code, output and error."""

    def run(*kata: str) -> tuple[int, str, str]:
        kode = cli.main([*kata, "--data", str(tmp_path / "kantor")])
        keluar = capsys.readouterr()
        return kode, keluar.out, keluar.err

    with laporan_kecil.buka(tmp_path / "kantor", 2):
        pass
    return run


def gambar(path: Path, warna: str) -> str:
    kotak, berkas = Image.new("RGB", (60, 40), warna), BytesIO()
    kotak.paste("white", (5, 5, 30, 20))
    kotak.save(berkas, "JPEG")
    path.write_bytes(berkas.getvalue())
    return str(path)


def test_a_report_from_entry_to_the_sheet(jalan: Jalan, tmp_path: Path) -> None:
    assert jalan("laporan", "daftar")[1] == "Belum ada laporan yang cocok.\n"
    catat = ("laporan", "catat", "Membersihkan siring", "--rt", "1,2", "--bidang", "2", "--jenis", "Gotong royong")
    kode, keluar, _ = jalan(*catat, "--tanggal", "5/4/2026", "--peserta", "20", "--json")
    assert kode == 0
    data = json.loads(keluar)
    satu, dua = (laporan["kode"] for laporan in data["laporan"])
    assert (len(satu), data["peringatan"]) == (8, [])
    kode, keluar, _ = jalan("laporan", "catat", "Membersihkan siring", "--rt", "1", "--bidang", "2", "--jenis",
                            "gotong_royong", "--tanggal", "5/4/2026")  # fmt: skip
    assert "RT 01 · 5 April 2026 · Gotong royong · Membersihkan siring" in keluar
    assert "RT 01 sudah punya laporan serupa, 5 April 2026" in keluar
    assert "Dinyatakan" not in jalan("laporan", "verifikasi", "ya", satu, dua)[1]
    assert jalan("laporan", "verifikasi", "ya", satu, dua)[1] == "0 laporan dinyatakan ya, 2 sudah begitu sebelumnya.\n"
    foto = gambar(tmp_path / "a.jpg", "navy")
    keluar = jalan("laporan", "foto", "tambah", satu, foto)[1]
    assert keluar.splitlines()[0] == "1 foto ditambahkan."
    assert "Verifikasi lurah (ya) dicabut" in keluar
    periksa = json.loads(jalan("laporan", "periksa", "--json")[1])
    assert periksa["laporan"][0]["temuan"][0]["jenis"] == "serupa"
    assert "Tanpa" not in jalan("laporan", "kategori", "kinerja", satu)[1]
    assert "Diubah: RT 02" in jalan("laporan", "ubah", dua, "--uraian", "Membersihkan got besar")[1]
    assert jalan("laporan", "ubah", dua, "--uraian", "Membersihkan got besar")[1] == "Tidak ada yang berubah.\n"
    assert "2 laporan dicatat." in jalan("laporan", "salin", dua, "--tanggal", "6/4/2026", "7/4/2026")[1]
    assert "1 laporan dihapus" in jalan("laporan", "hapus", dua)[1]
    assert "Ditampilkan 2 yang terbaru" in jalan("laporan", "daftar", "--banyak", "2")[1]
    keluar = jalan("laporan", "daftar", "siring", "--bulan", "April 2026", "--rt", "1")[1]
    assert f"{satu}  5 April 2026  RT 01  Gotong royong  Membersihkan siring  lurah belum, camat belum" in keluar
    assert keluar.splitlines()[-1].startswith("2 laporan: lurah ya 0, tidak 0, belum 2;")
    xlsx, pdf = tmp_path / "l.xlsx", tmp_path / "l.pdf"
    assert jalan("laporan", "xlsx", str(xlsx), "--bulan", "2026-04")[:2] == (0, f"4 laporan tersimpan di {xlsx}.\n")
    baris = [[teks(sel) for sel in b] for b in read(xlsx).lembar[0].rows]
    assert any("Membersihkan siring" in b and "Kinerja" in b for b in baris)
    assert jalan("cetak", "laporan-bulanan", "2026-04", "--rt", "1", "--foto", "--keluaran", str(pdf))[0] == 0
    assert len(pypdfium2.PdfDocument(pdf.read_bytes())) == 2
    assert jalan("laporan", "foto", "hapus", satu, "1")[0] == 0
    assert jalan("laporan", "foto", "hapus", satu, "1")[2] == "Laporan ini belum punya foto.\n"


def test_a_sheet_and_the_settings(jalan: Jalan, tmp_path: Path) -> None:
    csv = tmp_path / "l.csv"
    csv.write_text("RT;Tanggal;Jenis;Uraian\n1;8/4/2026;ronda;Ronda malam\n9;8/4/2026;ronda;Ronda\n", encoding="utf-8")
    assert "1 laporan baru, 0 sudah ada, 1 bermasalah" in jalan("laporan", "impor", str(csv), "--pratinjau")[1]
    assert jalan("laporan", "impor", str(csv))[0] == 2
    assert "1 laporan dicatat" in jalan("laporan", "impor", str(csv), "--lewati-bermasalah")[1]
    assert "dipakai" in jalan("laporan", "setelan", "--keagamaan", "ya")[1]


@pytest.mark.parametrize(
    ("kata", "kalimat"),
    [
        (("laporan", "ubah", "zzzzzz", "--lokasi", "x"), "Laporan zzzzzz tidak ada di sini."),
        (("laporan", "ubah", "%", "--lokasi", "x"), "Laporan % tidak ada di sini."),
        (("laporan", "catat", "x y z", "--rt", "9", "--bidang", "2", "--jenis", "siring"), "RT 9"),
        (("laporan", "catat", "x y z", "--rt", "1"), "Pilih bidang"),
        (("laporan", "daftar", "--bulan", "2026-04", "--dari", "1/4/2026"), "jangan keduanya"),
        (("laporan", "verifikasi", "mungkin", "abc"), "pilihan"),
        (
            ("laporan", "catat", "x y z", "--rt", "1", "--bidang", "2", "--jenis", "siring", "--foto", "tidakada.jpg"),
            "tidakada",
        ),
        (("cetak", "laporan-bulanan", "kapan", "--keluaran", "x.pdf"), "bulan dan tahunnya"),
    ],
)
def test_mistakes_are_told_in_one_sentence(jalan: Jalan, kata: tuple[str, ...], kalimat: str) -> None:
    kode, keluar, salah = jalan(*kata)
    assert (kode, keluar) == (2, "")
    assert kalimat in salah
    assert len(salah.strip().splitlines()) == 1


def test_a_blank_rt_is_none_and_several_are_not_silently_the_first(jalan: Jalan) -> None:
    jalan("laporan", "catat", "Membersihkan siring", "--rt", "1,2", "--bidang", "2", "--jenis", "gotong_royong")
    assert "2 laporan" in jalan("laporan", "daftar", "--rt", " ")[1]
    kode, _, salah = jalan("laporan", "daftar", "--rt", "1,2")
    assert (kode, len(salah.splitlines())) == (2, 1)
    assert jalan("laporan", "daftar", "--banyak", "9" * 30)[0] == 0
    for apa in (("laporan", "daftar"), ("laporan", "periksa")):
        assert jalan(*apa, "--dari", "5/5/2026", "--sampai", "1/1/2026")[0] == 2
