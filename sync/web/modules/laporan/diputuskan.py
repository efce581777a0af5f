"""What the camat has decided, today or this month: seen again with who, when and the note, and taken back."""

from __future__ import annotations

from typing import NamedTuple

from starlette.responses import Response

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan import ops, queries, sebutan
from sipokat_desktop.modules.laporan.model import CAMAT, Laporan
from sipokat_desktop.storage import history
from sync.web.akun.peran import Peran
from sync.web.kit.kunjungan import Kunjungan
from sync.web.kit.lembar import lembar

from . import baca, text

HALAMAN = "/verifikasi/diputuskan"
SELEMBAR = 50


class Putusan(NamedTuple):
    """A decision as the list shows it; ``oleh`` is empty where the record does not name who."""

    laporan: Laporan
    kelurahan: str
    hari: str
    oleh: str


def halaman(k: Kunjungan) -> Response:
    """Show the decisions of the days and the word asked for, the latest first."""
    bulan, kata = k.tanya("kurun") == "bulan", k.tanya("kata")
    kata = kata if kata in text.KATA_PUTUSAN else ""
    semua = [id for id, camat in _sejak(k, bulan=bulan) if kata in ("", camat)]
    hal = lembar(k, semua, SELEMBAR)
    return k.tampil(
        "laporan/diputuskan.html", baris=_baris(k, tuple(hal.isi)), hal=hal, kurun="bulan" if bulan else "hari",
        kata=kata, kata_kata=text.KATA_PUTUSAN, kurun_kurun=text.KURUN, boleh=k.siapa.peran is Peran.CAMAT,
    )  # fmt: skip


def tarik(k: Kunjungan) -> Response:
    """Take the camat's word of one report back; it waits again then."""
    id = k.isian("laporan")
    rinci = queries.satu(k.baca(), id)
    if rinci is None:
        raise InputSalah("", text.LAPORAN_TIADA)
    if not k.tulis(lambda store: ops.tarik_putusan(store, [id], siapa=CAMAT)).value:
        raise InputSalah("", text.SUDAH_DITARIK)
    b = rinci.laporan
    kurun = "?kurun=bulan" if k.isian("kurun") == "bulan" else ""
    return k.pindah(f"{HALAMAN}{kurun}", text.DITARIK.format(rt=b.rt, kelurahan=wilayah.nama(b.lingkup)))


def hari_ini(k: Kunjungan) -> int:
    """Return how many reports the camat has decided today."""
    return len(_sejak(k))


def pemutus(k: Kunjungan, ids: tuple[str, ...]) -> dict[str, str]:
    """Return per report who said the camat's word last, as far as the record of changes tells."""
    oleh: dict[str, str] = {}
    for entri in history.of_rows(k.baca(), ids):
        if entri.after.get(CAMAT):
            oleh.setdefault(entri.row_id, entri.by)
    return oleh


def _sejak(k: Kunjungan, *, bulan: bool = False) -> list[tuple[str, str]]:
    kini = baca.hari(k)
    dari = (kini.replace(day=1) if bulan else kini).isoformat()
    return queries.diputuskan(k.baca(), k.wilayah, dari)


def _baris(k: Kunjungan, ids: tuple[str, ...]) -> list[Putusan]:
    con, oleh = k.baca(), pemutus(k, ids)
    laporan = {b.laporan_id: b for b in queries.beberapa(con, ids)}
    return [
        Putusan(b, wilayah.nama(b.lingkup), sebutan.hari(b.camat_hari), oleh.get(id, ""))
        for id in ids if (b := laporan.get(id))
    ]  # fmt: skip
