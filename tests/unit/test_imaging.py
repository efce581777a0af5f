"""Photos taken in: small, upright, bare of everything but the picture; what is none is refused in a sentence."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from sipokat_desktop.imaging import jpeg as kepala
from sipokat_desktop.imaging import pictures
from sipokat_desktop.kernel.errors import InputSalah
from tests.gambar import RAHASIA, dari_kamera, exif, jpeg, ramai

BENTUK = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF")


def _simpan(gambar: Image.Image, bentuk: str, **lain: object) -> bytes:
    berkas = BytesIO()
    gambar.save(berkas, bentuk, **lain)
    return berkas.getvalue()


CONTOH = {bentuk: _simpan(ramai(1, 40, 30), bentuk) for bentuk in BENTUK} | {
    "kamera": dari_kamera(3, sisi=200, arah=6),
    "progresif": jpeg(30, 20, progressive=True),
    "CMYK": _simpan(ramai(2, 40, 30).convert("CMYK"), "JPEG"),
    "tembus": _simpan(Image.new("RGBA", (40, 30), (255, 0, 0, 0)), "PNG"),
    "palet": _simpan(Image.new("P", (40, 30), 3), "GIF", transparency=3),
    "abu 16 bit": _simpan(Image.new("I;16", (40, 30), 999), "PNG"),
    "hitam putih": _simpan(Image.new("1", (40, 30), 1), "TIFF"),
}


def _buka(isi: bytes) -> Image.Image:
    return Image.open(BytesIO(isi))


def test_a_photo_of_a_phone_is_small_upright_and_bare() -> None:
    asli = dari_kamera(1, arah=6)
    assert 4_500_000 < len(asli) < 6_500_000
    assert all(kata in asli for kata in RAHASIA), "the photo tells nothing: the check below would prove nothing"
    jadi = pictures.prepare(asli)
    assert [kata for kata in RAHASIA if kata in jadi.jpeg] == []
    assert (jadi.width, jadi.height, jadi.day) == (1200, 1600, "2026-03-04")
    assert len(jadi.jpeg) <= pictures.ENOUGH
    with _buka(jadi.jpeg) as gambar:
        assert (gambar.format, gambar.mode, gambar.size) == ("JPEG", "RGB", (1200, 1600))
        assert set(gambar.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert dict(gambar.getexif()) == {}


@pytest.mark.parametrize("nama", CONTOH)
def test_every_kind_of_picture_is_read(nama: str, tmp_path: Path) -> None:
    berkas = tmp_path / "foto"
    berkas.write_bytes(CONTOH[nama])
    jadi = pictures.prepare(berkas)
    assert jadi == pictures.prepare(CONTOH[nama]), "the same photo has the same key"
    assert kepala.size(jadi.jpeg) == (jadi.width, jadi.height)
    assert len(jadi.sidik) == 16


def test_what_is_see_through_is_white() -> None:
    with _buka(pictures.prepare(CONTOH["tembus"]).jpeg) as gambar:
        assert gambar.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("arah", range(10))
def test_every_orientation_stands_upright(arah: int) -> None:
    """The bright corner is where EXIF says it is; an unknown orientation changes nothing."""
    gambar = Image.new("L", (80, 48), 0)
    gambar.paste(255, (0, 0, 20, 12))
    di = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}.get(arah, (0, 0))
    with _buka(pictures.prepare(_simpan(gambar, "JPEG", exif=exif(arah))).jpeg) as jadi:
        assert jadi.size == ((48, 80) if arah in (5, 6, 7, 8) else (80, 48))
        sudut = [(x, y) for x in (0, 1) for y in (0, 1) if _terang(jadi, x, y)]
    assert sudut == [di]


def _terang(gambar: Image.Image, x: int, y: int) -> bool:
    titik = gambar.convert("L").getpixel((4 + x * (gambar.width - 9), 4 + y * (gambar.height - 9)))
    assert isinstance(titik, int)
    return titik > 128


def test_pictures_that_look_alike_have_a_like_sidik() -> None:
    sidik = [pictures.prepare(_simpan(ramai(n, 640, 480), "JPEG", quality=95)).sidik for n in range(12)]
    for n, satu in enumerate(sidik):
        lain = pictures.prepare(_simpan(ramai(n, 640, 480).resize((300, 225)), "JPEG", quality=40)).sidik
        assert pictures.distance(satu, lain) <= 6, "sent once more through a messenger it looks the same"
        assert all(pictures.distance(satu, other) > 10 for m, other in enumerate(sidik) if m != n)
    assert pictures.prepare(jpeg()).sidik == "0" * 16


@pytest.mark.parametrize("tertulis", ["2026:13:40 00:00:00", "0000:00:00", "kemarin", "", "2026:02:30 1"])
def test_a_day_that_is_none_is_not_told(tertulis: str) -> None:
    kata = Image.Exif()
    kata[0x0132] = tertulis
    assert pictures.prepare(_simpan(ramai(1), "JPEG", exif=kata)).day == ""


def _bom_png(sisi: int) -> bytes:
    """A small file that claims to be a huge picture."""

    def bagian(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    kepala_png = struct.pack(">IIBBBBB", sisi, sisi, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + bagian(b"IHDR", kepala_png) + bagian(b"IDAT", zlib.compress(b"\0" * 9_000_000))
        + bagian(b"IEND", b"")
    )  # fmt: skip


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 99
DITOLAK: dict[str, tuple[Callable[[], bytes], str]] = {
    "kosong": (lambda: b"", "kosong"),
    "teks": (lambda: b"bukan foto, hanya bernama .jpg", "bukan foto yang dapat dibaca"),
    "pdf": (lambda: b"%PDF-1.7\n" + b"0" * 99, "bukan foto yang dapat dibaca"),
    "heic": (lambda: HEIC, "HEIC"),
    "terlalu besar": (lambda: jpeg() + b"\0" * pictures.MOST_BYTES, r"terlalu besar \(41 MB\)"),
    "terpotong": (lambda: dari_kamera(1)[:-200_000], "tidak utuh"),
    "kepala saja": (lambda: dari_kamera(1, sisi=400)[:3000], "tidak utuh|bukan foto"),
    "bom": (lambda: _bom_png(12_000), "terlalu luas"),
    "bom raksasa": (lambda: _bom_png(60_000), "bukan foto|terlalu luas"),
    "jpeg luas": (lambda: jpeg().replace(b"\x00\x50\x00\x3c", b"\xff\xff\xff\xff", 1), "terlalu luas|bukan foto"),
}


@pytest.mark.parametrize("nama", DITOLAK)
def test_what_is_no_photo_is_refused_with_a_sentence(nama: str) -> None:
    buat, kata = DITOLAK[nama]
    with pytest.raises(InputSalah, match=kata) as salah:
        pictures.prepare(buat())
    assert salah.value.field == "foto"
    assert salah.value.pesan.endswith("Tidak ada data yang diubah.")


def test_a_file_that_is_gone_or_a_folder_is_refused(tmp_path: Path) -> None:
    for jalur in (tmp_path / "tiada.jpg", tmp_path):
        with pytest.raises(InputSalah, match=r"tidak dapat dibuka|kosong"):
            pictures.prepare(jalur)


def _wajar(isi: bytes) -> None:
    try:
        jadi = pictures.prepare(isi)
    except InputSalah as salah:
        ditolak = (salah.field, salah.pesan[-1:])
    else:
        ditolak = ("foto", ".")
        _kecil(jadi)
    assert ditolak == ("foto", ".")


def _kecil(jadi: pictures.Picture) -> None:
    assert kepala.size(jadi.jpeg) == (jadi.width, jadi.height)
    assert max(jadi.width, jadi.height) <= pictures.SIDE


@given(isi=st.binary(max_size=300), awal=st.sampled_from([b"", *(c[:24] for c in CONTOH.values())]))
def test_any_bytes_are_a_photo_or_a_sentence(isi: bytes, awal: bytes) -> None:
    _wajar(awal + isi)
    kepala.size(awal + isi)


@settings(max_examples=max(300, settings().max_examples), deadline=None)
@given(data=st.data())
def test_damaged_pictures_are_a_photo_or_a_sentence(data: st.DataObject) -> None:
    asli = bytearray(CONTOH[data.draw(st.sampled_from([*CONTOH]))])
    for _ in range(data.draw(st.integers(1, 8))):
        asli[data.draw(st.integers(0, len(asli) - 1))] = data.draw(st.integers(0, 255))
    _wajar(bytes(asli[: data.draw(st.integers(0, len(asli)))] if data.draw(st.booleans()) else asli))


def test_known_bad_a_copy_that_keeps_what_the_camera_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The search for what the camera said finds it where a photo is only made smaller."""
    asli = dari_kamera(1, sisi=200)
    gambar = _buka(asli)
    tersisa = _simpan(gambar, "JPEG", exif=gambar.getexif(), icc_profile=gambar.info["icc_profile"])
    assert {b"Exif", b"KAMERA-RAHASIA", b"PEMILIK-RAHASIA", b"ICC_PROFILE"} <= {k for k in RAHASIA if k in tersisa}
    monkeypatch.setattr(pictures, "_stripped", lambda picture: picture)
    assert [kata for kata in RAHASIA if kata in pictures.prepare(asli).jpeg]
