"""Requests for help with phones of all offices, and Kominfo's answers to them."""

from __future__ import annotations

from starlette.responses import Response

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.ponsel import catatan, commands_kota
from sipokat_desktop.modules.ponsel.text import KODE
from sync.web.kit.kunjungan import Kunjungan

DIJAWAB = "Jawaban disimpan. Kantor membacanya setelah sinkron berikutnya."


def semua(k: Kunjungan) -> Response:
    """Show the requests that wait, the oldest first; all of them on asking."""
    return _halaman(k)


def _halaman(k: Kunjungan, *, status: int = 200, salah: str = "", id: str = "") -> Response:
    selesai = k.tanya("tampil") == "semua"
    daftar = sorted(
        catatan.bantuan(k.baca(), lingkup=(k.siapa.lingkup, *k.wilayah), terbuka=not selesai),
        key=lambda satu: (satu.keadaan == "selesai", satu.diminta),
    )
    return k.tampil(
        "ponsel/bantuan.html", status=status, daftar=daftar, kode=KODE, selesai=selesai, salah=salah, salah_id=id,
        jawaban=k.isian("jawaban"), keadaan=k.isian("keadaan"),
    )  # fmt: skip


def jawab(k: Kunjungan) -> Response:
    """Answer one request; what was typed stays where it cannot be taken."""
    id = k.jalan("id")
    try:
        answer = commands_kota.jawab(k.kota(), id, keadaan=k.isian("keadaan"), jawaban=k.isian("jawaban"))
        k.tulis_kota(answer.rows, "bantuan.jawab")
    except InputSalah as exc:
        return _halaman(k, status=422, salah=exc.pesan, id=id)
    return k.pindah("/bantuan", DIJAWAB)
