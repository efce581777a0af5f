"""The hash of what a report says: what a verification was about, and whether it still stands as verified."""

from __future__ import annotations

from collections.abc import Iterable

from sipokat_desktop.kernel.canonical import Value

SUBSTANSI = ("jabatan_id", "tanggal", "bidang", "jenis", "uraian", "peserta")
"""The fields that a verification is about, in the order of the hash; the photos are the rest of it."""


def sidik(nilai: Iterable[Value], foto: Iterable[str]) -> str:
    """Return 16 hex digits over the values of SUBSTANSI and the keys of the photos, in whatever order those come."""
    from hashlib import blake2b

    bagian = ["" if satu is None else str(satu) for satu in nilai]
    bagian += sorted(foto)
    return blake2b("\x1f".join(bagian).encode(), digest_size=8).hexdigest()
