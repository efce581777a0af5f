"""The zip of a pack: files as they are, in the order of their names, so that equal content gives equal bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO

DAFTAR_SIDIK = "sha256.txt"
_SAAT = (1980, 1, 1, 0, 0, 0)


def sha(isi: bytes) -> str:
    """Return the SHA-256 of a content in hex digits."""
    return sha256(isi).hexdigest()


def daftar_sidik(isi: Mapping[str, bytes]) -> bytes:
    """Return ``sha256.txt`` of the other files, as sha256sum reads it."""
    nama = sorted(satu for satu in isi if satu != DAFTAR_SIDIK)
    return "".join(f"{sha(isi[satu])}  {satu}\n" for satu in nama).encode()


def bungkus(isi: Mapping[str, bytes]) -> bytes:
    """Return the zip of ``isi``: stored unpacked, without times, so that every program packs it alike."""
    berkas = BytesIO()
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_STORED) as arsip:
        for nama in sorted(isi):
            satu = zipfile.ZipInfo(nama, _SAAT)
            satu.create_system, satu.external_attr = 0, 0
            arsip.writestr(satu, isi[nama])
    return berkas.getvalue()
