"""Photos: kept by their content, refused in a sentence, never in the way."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.modules.rt import foto, queries
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka


def jpeg(lebar: int = 60, tinggi: int = 80, *, progressive: bool = False) -> bytes:
    """A photo."""
    berkas = BytesIO()
    Image.new("RGB", (lebar, tinggi), "red").save(berkas, "JPEG", progressive=progressive)
    return berkas.getvalue()


def test_a_photo_is_kept_shown_and_undone(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 1)
        orang = queries.masa(store.reader(), lingkup=KELURAHAN)[0].orang_id
        selesai = foto.pasang(store, orang, jpeg())
        assert foto.baca(store.folder, selesai.value) == jpeg()
        assert foto.simpan(store.folder, jpeg()) == selesai.value, "the same photo once"
        (baris,) = queries.roster(store.reader(), lingkup=KELURAHAN, hari=date(2026, 4, 10))
        assert baris.foto == selesai.value
        foto.lepas(store, orang)
        assert store.reader().execute("SELECT foto FROM rt_orang").fetchone()[0] is None
        with pytest.raises(InputSalah, match="sudah tidak ada"):
            foto.pasang(store, "x", jpeg())


@pytest.mark.parametrize("progressive", [False, True])
def test_the_size_is_read_from_the_file(progressive: bool) -> None:
    assert foto.periksa(jpeg(123, 45, progressive=progressive)) == (123, 45)


@pytest.mark.parametrize(
    "isi", [b"", b"bukan", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n" + b"0" * 99, b"GIF89a", jpeg()[:-40], jpeg()[:30]]
)
def test_what_is_no_photo_is_refused(tmp_path: Path, isi: bytes) -> None:
    with pytest.raises(InputSalah, match="bukan foto") as salah:
        foto.simpan(tmp_path, isi)
    assert salah.value.field == "foto"
    assert list(tmp_path.iterdir()) == []


def test_a_huge_one_is_refused(tmp_path: Path) -> None:
    for isi in (jpeg(5000, 10), jpeg() + b"0" * foto.PALING_BESAR):
        with pytest.raises(InputSalah, match="terlalu besar"):
            foto.simpan(tmp_path, isi)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_photo_or_a_sentence(isi: bytes) -> None:
    for satu in (isi, b"\xff\xd8\xff" + isi + b"\xff\xd9"):
        try:
            foto.periksa(satu)
        except InputSalah as salah:
            kalimat = salah.pesan
        else:
            kalimat = "."
        assert kalimat.endswith(".")


def test_a_missing_or_damaged_file_is_no_photo(tmp_path: Path) -> None:
    kunci = foto.simpan(tmp_path, jpeg())
    berkas = tmp_path / "foto" / f"{kunci}.jpg"
    berkas.write_bytes(b"rusak")
    assert foto.baca(tmp_path, kunci) is None
    assert foto.simpan(tmp_path, jpeg()) == kunci, "kept again, it heals"
    assert foto.baca(tmp_path, kunci) == jpeg()
    berkas.unlink()
    for asing in (kunci, "", "../../sipokat", "x" * 32, kunci.upper()):
        assert foto.baca(tmp_path, asing) is None


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "foto").write_bytes(b"")
    with pytest.raises(Gangguan, match="tidak dapat disimpan"):
        foto.simpan(tmp_path, jpeg())
