"""The guide on paper: every chapter, every picture, the same bytes each time; written by the command."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from sipokat_desktop import cli
from sipokat_desktop.kernel import panduan
from sipokat_desktop.kernel.panduan import Jenis
from sipokat_desktop.printing import guide
from sipokat_desktop.printing.fonts import TAK_ADA


def test_the_whole_guide_is_one_pdf_by_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas = tmp_path / "panduan.pdf"
    assert cli.main(["panduan", str(berkas)]) == 0
    dokumen = pypdfium2.PdfDocument(berkas)
    assert f"{len(dokumen)} halaman" in capsys.readouterr().out
    teks = " ".join(" ".join(halaman.get_textpage().get_text_range().split()) for halaman in dokumen)
    for bab in panduan.semua():
        assert bab.judul in teks
        for blok in bab.blok:
            if blok.jenis in (Jenis.BAGIAN, Jenis.GAMBAR):
                assert blok.isi[0] in teks
    assert TAK_ADA not in teks
    dokumen.close()


def test_one_chapter_has_its_pictures_and_the_same_bytes() -> None:
    satu = [bab for bab in panduan.semua() if bab.kunci == "insentif"]
    pdf, halaman = guide.gambar(satu)
    assert halaman >= 2
    assert pdf == guide.gambar(satu)[0]
    dokumen = pypdfium2.PdfDocument(pdf)
    gambar = [o for h in dokumen for o in h.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
    assert len(gambar) == sum(blok.jenis is Jenis.GAMBAR for blok in satu[0].blok)
    dokumen.close()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["panduan", str(tmp_path / "tidak" / "ada.pdf")]) == 1
    assert "Traceback" not in capsys.readouterr().err
