"""Every paper of uniforms and registered goods on the command line, with a store that was filled by commands."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.e2e.test_perintah_barang import KELURAHAN, ROSTER, Kantor
from tests.unit.barang import imei


@pytest.fixture
def kantor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Kantor:
    """The office of the sample roster."""
    satu = Kantor(tmp_path / "data", capsys)
    assert satu("impor", "rt", ROSTER, "--kelurahan", KELURAHAN)[0] == 0
    return satu


def _halaman(berkas: Path) -> int:
    with pypdfium2.PdfDocument(berkas) as pdf:
        return len(pdf)


def _isi(kantor: Kantor) -> str:
    """A purchase delivered and handed out in part, two phones of which one is lost; returns the BAST's number."""
    kantor.jawab(
        "seragam", "pengadaan", "--nama", "Seragam 2026", "--tahun", "2026", "--barang", "baju", "--isi", "L=10"
    )
    kantor.jawab("seragam", "ukuran", "3=L", "4=L")
    kantor.jawab("seragam", "kirim", "L=10", "--nomor", "SJ/1/2026")
    kantor.jawab("seragam", "serah", "3")
    for ke in (1, 2):
        kantor.jawab("barang", "tambah", "--merek", "Samsung", "--tipe", "J2 Prime", "--imei1", imei(ke))
    nomor = kantor.jawab("barang", "serah", imei(1), "--rt", "3", "--tanggal", "1/3/2026")["nomor"]
    kantor.jawab("barang", "kejadian", imei(1), "--jenis", "hilang", "--uraian", "dicuri", "--tanggal", "2/3/2026")
    return str(nomor)


@pytest.mark.parametrize("kertas", ["F4", "A4"])
def test_each_paper_is_written(kantor: Kantor, tmp_path: Path, kertas: str) -> None:
    nomor = _isi(kantor)
    for ke, kata in enumerate(
        (("seragam",), ("matriks",), ("surat-jalan", "SJ/1/2026"), ("bast", nomor), ("pernyataan", nomor),
         ("kejadian", imei(1)))
    ):  # fmt: skip
        berkas = tmp_path / f"{ke}.pdf"
        kode, keluar, salah = kantor("cetak", *kata, "--keluaran", str(berkas), "--kertas", kertas)
        assert kode == 0, (kata, salah)
        assert f"Tersimpan di {berkas}" in keluar
        assert _halaman(berkas) >= 1


@pytest.mark.parametrize(
    ("kata", "sebab"),
    [
        (("bast", "BAST-2020-XXX-99"), "tidak ada"),
        (("surat-jalan", "SJ/99"), "SJ/99"),
        (("kejadian", imei(2)), "belum punya catatan"),
    ],
)
def test_what_is_not_there_is_said(kantor: Kantor, tmp_path: Path, kata: tuple[str, ...], sebab: str) -> None:
    _isi(kantor)
    kode, _, salah = kantor("cetak", *kata, "--keluaran", str(tmp_path / "x.pdf"))
    assert kode == 2
    assert sebab in salah
    assert not (tmp_path / "x.pdf").exists()
