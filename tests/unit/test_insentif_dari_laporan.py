"""Figures of performance from the reports, measured by an oracle that walks every report once per term."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.insentif import aturan_ops, dari_laporan
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx
from tests.unit.kantor import buka
from tests.unit.lapor import BULAN, HARI, SUMBER, rencana


class Masa(NamedTuple):
    """A term of the play: which post, its days."""

    jabatan: int
    tmt: str
    akhir: str | None


class Lapor(NamedTuple):
    """A report of the play."""

    jabatan: int
    masa: int | None
    hari: str
    lurah: str | None
    camat: str | None
    kategori: str


class Angka(NamedTuple):
    """A figure that is there before."""

    masa: int
    nilai: int
    ketik: bool


HARI2 = st.sampled_from(
    ["2026-02-28", "2026-03-01", "2026-03-14", "2026-03-15", "2026-03-16", "2026-03-31", "2026-04-01"]
)
MASA = st.builds(Masa, st.integers(0, 2), HARI2, st.one_of(st.none(), HARI2)).filter(
    lambda m: m.akhir is None or m.akhir >= m.tmt
)
PUTUSAN = st.sampled_from(["ya", "ya", None, "tidak"])
CAMAT = st.sampled_from([None, None, "ya", "tidak"])
KATEGORI = st.sampled_from(["kinerja", "kinerja", "biasa"])
SIAPA = st.one_of(st.none(), st.integers(0, 3))
LAPOR = st.builds(
    Lapor, st.integers(0, 2), SIAPA, HARI2, PUTUSAN, st.sampled_from([None, None, "ya", "tidak"]), KATEGORI
)
ANGKA = st.builds(Angka, st.integers(0, 3), st.integers(0, 3), st.booleans())
_ke = itertools.count(1)
Hasil = tuple[int | None, int | None, int, bool, bool]
"""The figure now, by the reports, waiting, whether it differs, whether it is taken unasked."""


@pytest.fixture(scope="module")
def gudang(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with buka(tmp_path_factory.mktemp("laporan")) as store:
        yield store


def _oracle(masa: list[Masa], lapor: list[Lapor], ada: dict[int, Angka], *, selesai: bool) -> dict[int, Hasil]:
    """Reckon the same by walking every report once per term, with nothing of the program."""
    hitung, tunggu = [0] * len(masa), [0] * len(masa)
    dipakai = False
    for r in lapor:
        if r.hari[:7] != BULAN or r.kategori != "kinerja" or r.camat == "tidak" or r.lurah == "tidak":
            continue
        dipakai = dipakai or r.lurah == "ya"
        siapa = [
            i for i, m in enumerate(masa)
            if m.jabatan == r.jabatan and m.tmt <= r.hari and (m.akhir is None or r.hari <= m.akhir)
        ]  # fmt: skip
        pemilik = max(siapa, key=lambda i: (masa[i].tmt, i)) if siapa else None
        if r.masa is not None and r.masa < len(masa) and masa[r.masa].jabatan == r.jabatan:
            pemilik = r.masa
        if pemilik is not None:
            (hitung if r.lurah == "ya" else tunggu)[pemilik] += 1
    hasil: dict[int, Hasil] = {}
    for i, m in enumerate(masa):
        if m.tmt > f"{BULAN}-31" or (m.akhir is not None and m.akhir < f"{BULAN}-01"):
            continue
        lama = ada.get(i)
        baru = hitung[i] if dipakai else None
        boleh = lama is None or not lama.ketik
        beda = (lama.nilai if lama else None) != baru and (boleh or baru is not None)
        sendiri = beda and boleh and not tunggu[i] and (selesai or baru is None)
        hasil[i] = (lama.nilai if lama else None, baru, tunggu[i], beda, sendiri)
    return hasil


def _mainkan(store: Store, masa: list[Masa], lapor: list[Lapor], angka: list[Angka], *, selesai: bool) -> None:
    lingkup = f"16.73.09.{next(_ke):04d}"

    def isi(tx: Tx) -> None:
        for j in range(3):
            tx.insert("rt_jabatan", {"nomor": f"{j + 1:02d}"}, scope=lingkup, row_id=f"{lingkup}-j{j}")
        for i, m in enumerate(masa):
            fields: Fields = {"orang_id": "o", "tmt": m.tmt, "akhir_nyata": m.akhir}
            fields |= {"jabatan_id": f"{lingkup}-j{m.jabatan}"}
            tx.insert("rt_masa", fields, scope=lingkup, row_id=f"{lingkup}-m{i}")
        for r in lapor:
            tx.insert(
                "laporan_kegiatan",
                {
                    "jabatan_id": f"{lingkup}-j{r.jabatan}", "tanggal": r.hari, "bidang": 1, "jenis": "x",
                    "uraian": "x", "kategori": r.kategori, "lurah": r.lurah, "camat": r.camat,
                    "masa_id": None if r.masa is None else f"{lingkup}-m{r.masa}",
                },
                scope=lingkup,
            )  # fmt: skip

    store.write("uji", isi)
    ada = {a.masa: a for a in angka if a.masa < len(masa)}
    for i, a in ada.items():
        isian = [aturan_ops.IsianKinerja(f"{lingkup}-m{i}", BULAN, str(a.nilai))]
        aturan_ops.catat_kinerja(store, lingkup, isian, sumber="Diketik" if a.ketik else SUMBER)
    r = rencana(store, hari=HARI if selesai else date(2026, 3, 31), lingkup=lingkup)
    kini = {int(u.masa.masa_id.rpartition("m")[2]): (u.kini, u.baru, u.tunggu, u.beda, u.diambil) for u in r.baris}
    assert kini == _oracle(masa, lapor, ada, selesai=selesai)
    semua = [u for u in r.baris if u.beda]
    if selesai and semua:
        n = dari_laporan.ambil(store, lingkup, BULAN, semua).value
        assert n == len(semua)
        lagi = rencana(store, lingkup=lingkup)
        assert not [u for u in lagi.baris if u.beda]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(MASA, min_size=1, max_size=4), st.lists(LAPOR, max_size=10), st.lists(ANGKA, max_size=3), st.booleans())
def test_the_preview_is_what_a_naive_count_says(
    gudang: Store, masa: list[Masa], lapor: list[Lapor], angka: list[Angka], selesai: bool
) -> None:
    _mainkan(gudang, masa, lapor, angka, selesai=selesai)


def test_the_harness_sees_reports_given_to_the_wrong_head(gudang: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known bad: a report without a term goes to the first head of the post."""
    monkeypatch.setattr(dari_laporan, "pemilik", lambda semua, masa_id, _hari: masa_id or semua[0].masa_id)
    with pytest.raises(AssertionError):
        _mainkan(
            gudang, [Masa(0, "2026-02-28", "2026-03-14"), Masa(0, "2026-03-15", None)],
            [Lapor(0, None, "2026-03-16", "ya", None, "kinerja")], [], selesai=True,
        )  # fmt: skip
