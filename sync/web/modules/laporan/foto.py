"""Photos of reports: only those that a row of this office names, whole as its own office sent them."""

from __future__ import annotations

from starlette.responses import Response

from sipokat_desktop.imaging import pictures
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan import queries
from sipokat_desktop.storage import shelf
from sync.server import photos
from sync.web.kit.kunjungan import Kunjungan, TidakAda

KECIL = 480
"""The longest side of a small photo, in px."""
_SIMPAN = "private, max-age=604800, immutable"
"""A key names one picture for ever; only the person's own browser may keep it."""


def foto(k: Kunjungan) -> Response:
    """Return a photo, ``?kecil=ya`` a small one."""
    kunci = k.jalan("kunci")
    if not shelf.is_key(kunci):
        raise TidakAda
    isi = _isi(k, kunci)
    if isi is None:
        raise TidakAda
    if k.tanya("kecil"):
        isi = _kecil(isi)
    return Response(isi, media_type="image/jpeg", headers={"Cache-Control": _SIMPAN})


def _isi(k: Kunjungan, kunci: str) -> bytes | None:
    semua = (photos.whole(k.db, k.depot, lingkup, kunci) for lingkup in queries.tempat_foto(k.baca(), kunci))
    return next(filter(None, semua), None)


def _kecil(isi: bytes) -> bytes:
    try:
        return pictures.prepare(isi, side=KECIL).jpeg
    except InputSalah:
        raise TidakAda from None
