"""What the page Vaksinasi shows of a programme on a day: coverage by RT or kelurahan, gaps, and the way there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sipokat_desktop.kernel import rupiah, wilayah
from sipokat_desktop.modules.vaksinasi import queries
from sipokat_desktop.modules.vaksinasi import text as vaksinasi
from sipokat_desktop.modules.vaksinasi.model import Cakupan, Celah, Titik
from sipokat_desktop.storage import sqlite
from ui.kit.days import pendek
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text
from .kata import persen

SEMUA, PERLU = "semua", "perlu"
SARINGAN = ((SEMUA, text.SEMUA), (PERLU, text.PERLU), *vaksinasi.CELAH.items())
DOSIS = ("dosis1", "dosis2", "booster")
_BERAT = {"kosong": Role.PERHATIAN, "periksa": Role.SALAH}


class Isi(NamedTuple):
    """``kantor`` is the kelurahan that is shown, or an office above it; ``rows`` are its RT, or its kelurahan;
    ``celah`` holds what needs attention by the code of the row; ``titik`` the sums on each day with figures."""

    program: str
    ada: Sequence[str]
    hari: str
    kantor: str
    rows: Sequence[Cakupan]
    total: Cakupan
    celah: Mapping[str, Sequence[Celah]]
    titik: Sequence[Titik]

    @property
    def per_rt(self) -> bool:
        """Tell whether the rows are RT."""
        return not wilayah.beberapa(self.kantor)


def baca(con: sqlite.Connection, kantor: str, lingkup: Sequence[str], program: str, hari: str) -> Isi:
    """Read what is shown; on any thread. ``program`` "" is the one used last."""
    ada = queries.program(con, lingkup)
    pilih = program or next(iter(ada), vaksinasi.PROGRAM)
    if wilayah.beberapa(kantor):
        rows = queries.per_kelurahan(con, kantor=kantor, program=pilih, hari=hari)
    else:
        rows = queries.per_rt(con, lingkup=kantor, program=pilih, hari=hari)
    per: defaultdict[str, list[Celah]] = defaultdict(list)
    for c in queries.celah(con, kantor=kantor, program=pilih, hari=hari):
        per[c.lingkup if wilayah.beberapa(kantor) else c.jabatan_id].append(c)
    total = queries.gabungan(kantor, "", rows)
    titik = queries.kemajuan(con, kantor=kantor, program=pilih, sampai=hari)
    return Isi(pilih, ada, hari, kantor, rows, total, per, titik)


def jumlah(isi: Isi) -> dict[str, int]:
    """Return how many rows every chip shows."""
    return {kunci: len(saring(isi, kunci)) for kunci, _ in SARINGAN}


def saring(isi: Isi, kunci: str) -> list[Cakupan]:
    """Return the rows under a chip."""
    if kunci == SEMUA:
        return list(isi.rows)
    return [c for c in isi.rows if any(kunci in (PERLU, satu.jenis) for satu in isi.celah.get(c.kode, ()))]


def perlu(isi: Isi) -> int:
    """Return how many RT need attention."""
    return len({c.jabatan_id for semua in isi.celah.values() for c in semua})


def kolom(*, per_rt: bool) -> tuple[Kolom, ...]:
    """Return the columns of the table of RT, or of kelurahan."""
    nama = text.KOLOM_RT if per_rt else text.KOLOM_KELURAHAN
    angka = frozenset(("RT", "Sasaran", "Dosis 1", "Dosis 2", "Booster")) - ({"RT"} if per_rt else set())
    lebar = {"Kelurahan": (130, 2), "Perhatian": (130, 3)}
    return tuple(
        Kolom(
            satu, satu, *lebar.get(satu, (0, 0)), rata=Rata.KANAN if satu in angka else Rata.KIRI,
            sembunyi={"Terakhir": 2, "Booster": 1}.get(satu, 0),
        )
        for satu in nama
    )  # fmt: skip


def baris(isi: Isi, semua: Sequence[Cakupan]) -> list[Baris]:
    """Return rows as the table shows them."""
    return [_baris(isi, c) for c in semua]


def _baris(isi: Isi, c: Cakupan) -> Baris:
    celah = isi.celah.get(c.kode, ())
    tercatat = text.RT_TERCATAT.format(n=c.rt_tercatat, semua=c.rt) if c.rt else text.TANPA
    nama = (c.nama,) if isi.per_rt else (c.nama, tercatat)
    ada = bool(c.rt_tercatat)
    angka = [rupiah.titik(c.sasaran) if ada else text.TANPA]
    angka += [_angka(c, satu) if ada else text.TANPA for satu in DOSIS]
    kata, peran = _perhatian(isi, celah)
    sel = (*nama, *angka, pendek(c.terbaru), kata)
    return Baris(c.kode, sel, (*(None,) * (len(sel) - 1), peran))


def _angka(c: Cakupan, isian: str) -> str:
    n, bagian = rupiah.titik(int(getattr(c, isian))), persen(c, isian)
    return text.ANGKA_PERSEN.format(n=n, persen=bagian) if bagian else n


def _perhatian(isi: Isi, celah: Sequence[Celah]) -> tuple[str, Role | None]:
    if not celah:
        return "", None
    if not isi.per_rt:
        return text.PERHATIAN_RT.format(n=len({c.jabatan_id for c in celah})), Role.PERHATIAN
    kata = celah[0].kata_jenis
    if len(celah) > 1:
        kata = text.PERHATIAN_LEBIH.format(kata=kata, n=len(celah) - 1)
    return kata, _BERAT.get(celah[0].jenis, Role.PERHATIAN)
