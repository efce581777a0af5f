"""Pictures for the tests: small ones, and photos of 5 MB as a camera writes them, with all it says besides."""

from __future__ import annotations

import random
from functools import cache
from io import BytesIO

from PIL import Image

RAHASIA = (b"Exif", b"-3.2945", b"KAMERA-RAHASIA", b"PEMILIK-RAHASIA", b"KOMENTAR-RAHASIA", b"xpacket", b"ICC_PROFILE")


def jpeg(lebar: int = 60, tinggi: int = 80, *, warna: str = "red", progressive: bool = False) -> bytes:
    """A plain JPEG."""
    berkas = BytesIO()
    Image.new("RGB", (lebar, tinggi), warna).save(berkas, "JPEG", progressive=progressive)
    return berkas.getvalue()


def ramai(ke: int, lebar: int = 160, tinggi: int = 120) -> Image.Image:
    """A picture unlike any other."""
    acak = random.Random(ke)
    kecil = Image.frombytes("RGB", (16, 12), acak.randbytes(16 * 12 * 3))
    return kecil.resize((lebar, tinggi), Image.Resampling.BICUBIC)


def foto(ke: int, *, sisi: int = 1600) -> bytes:
    """A photo as the office keeps it, unlike any other; with ``sisi`` 1600 about 300 KB."""
    berkas = BytesIO()
    gambar = ramai(ke, sisi, sisi * 3 // 4)
    Image.blend(gambar, _bintik(sisi), 0.25).save(berkas, "JPEG", quality=80)
    return berkas.getvalue()


@cache
def _bintik(sisi: int) -> Image.Image:
    acak = random.Random(7)
    return Image.frombytes("RGB", (sisi, sisi * 3 // 4), acak.randbytes(sisi * (sisi * 3 // 4) * 3))


def exif(arah: int = 1) -> Image.Exif:
    """What a camera says: where, when, with what, whose, and which side is up."""
    kata = Image.Exif()
    kata[0x0112] = arah
    kata[0x010F] = "KAMERA-RAHASIA"
    kata[0x013B] = "PEMILIK-RAHASIA"
    kata[0x0132] = "2026:03:05 10:00:00"
    kata[0x8769] = {0x9003: "2026:03:04 05:06:07"}
    kata[0x8825] = {1: "S", 2: (3.0, 17.0, 40.2), 3: "E", 4: (102.0, 51.0, 36.0)}
    return kata


def dari_kamera(ke: int, *, arah: int = 1, sisi: int = 4032, mutu: int = 94) -> bytes:
    """A photo as a phone writes it, with EXIF, XMP, ICC and a comment; the usual size is about 5 MB."""
    from PIL import ImageCms

    gambar = Image.blend(ramai(ke, sisi, sisi * 3 // 4), _bintik(sisi), 0.12)
    berkas = BytesIO()
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    gambar.save(
        berkas, "JPEG", quality=mutu, exif=exif(arah), comment=b"KOMENTAR-RAHASIA", icc_profile=icc,
        xmp=b"<?xpacket begin?><x>-3.2945</x><?xpacket end?>",
    )  # fmt: skip
    return berkas.getvalue()
