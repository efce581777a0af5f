"""The simulation: what it promises is what the lists really hold after saving; without a change there is none."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ketetapan_ops, ops, queries, simulasi
from sipokat_desktop.modules.insentif import komponen as komponen_
from sipokat_desktop.modules.insentif.simulasi import Andaian, AturanBaru, Simulasi, TarifBaru
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as rt_queries
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

TRIWULAN = tuple(periode.baca(f"2026-TW{ke}") for ke in (1, 2, 3, 4))
Anggaran = Mapping[tuple[str, str], int]
Ketua = tuple[int, int, int]
"""RT number, month in which a head begins (1–12, 0: years ago), day."""


def _komponen(store: Store) -> str:
    return komponen_.komponen(store.reader(), lingkup=KELURAHAN)[0].komponen_id


def _setahun(store: Store, **andaian: object) -> Simulasi:
    dasar = Andaian(_komponen(store), "2026-01", "2026-12")
    return simulasi.hitung(store.reader(), replace(dasar, **andaian))  # type: ignore[arg-type]


def _isi(store: Store, ketua: Sequence[Ketua]) -> None:
    """Posts whose head changes in the year, or not."""
    for rt_nomor, bulan, hari in ketua:
        mulai = f"2026-{bulan:02d}-{hari:02d}" if bulan else "2024-01-01"
        lama = [m for m in rt_queries.masa(store.reader(), lingkup=KELURAHAN) if int(m.nomor) == rt_nomor]
        if lama and (not bulan or max(str(m.tmt) for m in lama) >= mulai):
            continue
        if lama and bulan:
            sebelum = f"2026-{bulan:02d}-{hari - 1:02d}" if hari > 1 else _kemarin(bulan)
            rt.akhiri(store, masa_id=lama[-1].masa_id, isian={"akhir_nyata": sebelum, "alasan_akhir": "pindah"})
        ke = 100 * rt_nomor + bulan
        rt.tambah(store, KELURAHAN, kantor.isian(ke, nomor=str(rt_nomor), nama=f"Ketua {_huruf(ke)}", tmt=mulai))


def _huruf(ke: int) -> str:
    return "".join(chr(97 + int(angka)) for angka in str(ke))


def _kemarin(bulan: int) -> str:
    return "2025-12-31" if bulan == 1 else periode.hari_terakhir(f"2026-{bulan - 1:02d}").isoformat()


def _sungguh(store: Store) -> tuple[dict[tuple[str, str], int], int]:
    """Draw up and lock every quarter; returns gross by (term, month), and the tax of all."""
    hasil: dict[tuple[str, str], int] = defaultdict(int)
    pph = 0
    for p in TRIWULAN:
        try:
            nomor = ops.susun(store, KELURAHAN, p).value
        except InputSalah:
            continue
        ops.kunci(store, nomor, lurah="Lurah", alasan="uji")
        for b in kantor.baris(store, nomor):
            pph += b.pph
            for bulan, jumlah in b.rincian:
                hasil[b.masa_id, bulan] += jumlah
    return dict(hasil), pph


def _janji(hasil: Simulasi, *, nanti: bool = True) -> dict[tuple[str, str], int]:
    isi = {(b.masa_id, s.bulan): s.nanti if nanti else s.kini for b in hasil.baris for s in b.bulan}
    return {kunci: jumlah for kunci, jumlah in isi.items() if jumlah}


def _tanpa_nol(isi: Anggaran) -> dict[tuple[str, str], int]:
    return {kunci: jumlah for kunci, jumlah in isi.items() if jumlah}


def _tetapkan(store: Store, andaian: Andaian) -> None:
    """Save what was assumed, by the acts of the office."""
    k = komponen_.komponen(store.reader(), lingkup=KELURAHAN)[0]
    for tarif in sorted({t.mulai: t for t in andaian.tarif}.values()):
        ketetapan_ops.tetapkan_tarif(
            store, KELURAHAN, k.komponen_id, {"jumlah": str(tarif.jumlah), "mulai": tarif.mulai, "dasar_hukum": "SK"}
        )
    isian = {"nama": k.nama, "cara": k.cara, "hari_acuan": str(k.hari_acuan), "skema": k.skema or "tidak", "pajak": "0"}
    if andaian.hari_acuan is not None:
        isian["hari_acuan"] = str(andaian.hari_acuan)
    if andaian.skema is not None:
        isian["skema"] = andaian.skema
    ketetapan_ops.simpan_komponen(store, KELURAHAN, isian, komponen_id=k.komponen_id)
    if andaian.aturan and andaian.aturan.pita:
        a = andaian.aturan
        pita = " ".join(f"{n.split('=')[0]}={int(n.split('=')[1]) // 100}" for n in a.pita.split())
        ketetapan_ops.simpan_aturan(
            store, KELURAHAN, k.komponen_id, {"mulai": a.mulai, "ukuran": a.ukuran, "pita": pita}
        )


def _kinerja(store: Store, laporan: Sequence[int]) -> None:
    masa = rt_queries.masa(store.reader(), lingkup=KELURAHAN)
    isian = [
        ketetapan_ops.IsianKinerja(m.masa_id, f"2026-{ke % 12 + 1:02d}", str(n), "")
        for ke, (n, m) in enumerate(zip(laporan, masa * len(laporan), strict=False))
    ]
    if isian:
        ketetapan_ops.catat_kinerja(store, KELURAHAN, isian, sumber="uji")


_KETUA = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 12), st.integers(1, 28)), min_size=1, max_size=6)
_BULAN = st.integers(1, 12).map(lambda ke: f"2026-{ke:02d}")
_PITA = st.sampled_from(["0=5000 3=10000", "0=0 2=7500"])
_ANDAIAN = st.builds(
    Andaian, st.just("?"), st.just("2026-01"), st.just("2026-12"),
    tarif=st.lists(st.builds(TarifBaru, _BULAN, st.integers(1, 3_000_000)), max_size=2).map(tuple),
    skema=st.sampled_from([None, "tidak", "bruto", "separuh"]), hari_acuan=st.sampled_from([None, 0, 1, 15]),
    aturan=st.none() | st.builds(AturanBaru, _BULAN, st.just("laporan"), _PITA),
)  # fmt: skip


@given(_KETUA, _ANDAIAN, st.lists(st.integers(0, 5), max_size=12), st.integers(0, 2))
@settings(max_examples=25)
def test_the_promise_is_what_the_lists_then_hold(
    ketua: list[Ketua], andaian: Andaian, laporan: list[int], terkunci: int
) -> None:
    with TemporaryDirectory() as folder, buka(Path(folder)) as store:
        kantor.tarif(store)
        _isi(store, ketua)
        _kinerja(store, laporan)
        for p in TRIWULAN[:terkunci]:
            try:
                ops.kunci(store, ops.susun(store, KELURAHAN, p).value, lurah="Lurah", alasan="uji")
            except InputSalah:
                continue
        isi_kini = replace(andaian, komponen_id=_komponen(store))
        sebelum = kantor.hitung(store)
        janji = simulasi.hitung(store.reader(), isi_kini)
        assert kantor.hitung(store) == sebelum
        _tetapkan(store, isi_kini)
        hasil, _ = _sungguh(store)
        semua = _semua(store)
        assert _janji(janji) == _tanpa_nol(semua)
        assert hasil.items() <= semua.items()
        assert janji.nanti == sum(semua.values()) == sum(b.nanti for b in janji.bulan)
        assert janji.nanti == sum(k.nanti for k in janji.kelurahan)
        assert janji.pph_nanti == sum(d.pph for d in queries.semua_daftar(store.reader(), lingkup=KELURAHAN))


def _semua(store: Store) -> dict[tuple[str, str], int]:
    hasil: dict[tuple[str, str], int] = defaultdict(int)
    for d in queries.semua_daftar(store.reader(), lingkup=KELURAHAN):
        for b in queries.baris(store.reader(), daftar_id=d.daftar_id):
            for bulan, jumlah in b.rincian:
                hasil[b.masa_id, bulan] += jumlah
    return dict(hasil)


def test_the_harness_sees_a_simulation_that_is_wrong_by_a_rupiah(tmp_path: Path) -> None:
    """The known-bad control: the same comparison fails when one month is a rupiah off."""
    with buka(tmp_path) as store:
        kantor.tarif(store)
        _isi(store, [(1, 0, 1), (2, 5, 10)])
        janji = _janji(_setahun(store, tarif=(TarifBaru("2026-07", 750_000),)))
        _tetapkan(store, Andaian(_komponen(store), "2026-01", "2026-12", tarif=(TarifBaru("2026-07", 750_000),)))
        hasil, _ = _sungguh(store)
        assert janji == _tanpa_nol(hasil)
        kunci = next(iter(janji))
        janji[kunci] += 1
        assert janji != _tanpa_nol(hasil)


@given(_KETUA, st.lists(st.integers(0, 5), max_size=8))
@settings(max_examples=15)
def test_without_an_assumption_nothing_differs(ketua: list[Ketua], laporan: list[int]) -> None:
    with TemporaryDirectory() as folder, buka(Path(folder)) as store:
        kantor.tarif(store)
        _isi(store, ketua)
        _kinerja(store, laporan)
        k = komponen_.komponen(store.reader(), lingkup=KELURAHAN)[0]
        for sama in (
            {},
            {"tarif": (TarifBaru("2025-01", 550_000),)},
            {"hari_acuan": k.hari_acuan, "pajak": k.pajak, "skema": k.skema or "tidak"},
            {"aturan": AturanBaru("2026-01", "laporan", "")},
        ):
            hasil = _setahun(store, **sama)
            assert not hasil.berbeda
            assert hasil.selisih == 0
            assert (hasil.untung, hasil.rugi) == ((), ())
            assert "Tidak ada yang berubah" in hasil.kalimat


def test_750_000_from_july_and_at_least_three_reports(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 3)
        masa = rt_queries.masa(store.reader(), lingkup=KELURAHAN)
        rajin, malas = masa[0].masa_id, masa[1].masa_id
        isian = [
            ketetapan_ops.IsianKinerja(m, f"2026-{ke:02d}", "4" if m == rajin else "1", "")
            for m in (rajin, malas)
            for ke in range(1, 13)
        ]
        ketetapan_ops.catat_kinerja(store, KELURAHAN, isian, sumber="uji")
        k = _komponen(store)
        ketetapan_ops.simpan_anggaran(store, KELURAHAN, k, 2026, {"pagu": "20000000"})
        hasil = _setahun(
            store, tarif=(TarifBaru("2026-07", 750_000),), aturan=AturanBaru("2026-07", "laporan", "0=5000 3=10000")
        )
        assert (hasil.kini, hasil.nanti) == (3 * 12 * 550_000, 3 * 6 * 550_000 + 6 * (750_000 + 375_000 + 750_000))
        assert [b.selisih for b in hasil.bulan] == [0] * 6 + [225_000] * 6
        per_masa = {b.masa_id: b for b in hasil.baris}
        assert (per_masa[rajin].sebulan, per_masa[malas].sebulan) == ((550_000, 750_000), (550_000, 375_000))
        assert [b.masa_id for b in hasil.rugi] == [malas]
        assert len(hasil.untung) == 2
        assert (hasil.pagu[0].pagu, hasil.pagu[0].lebih) == (20_000_000, hasil.nanti - 20_000_000)
        assert any("terlampaui" in c for c in hasil.catatan)
        assert any("6 bulan ketua RT belum punya angka" in c for c in hasil.catatan)
        tabel = simulasi.ke_tabel(hasil)
        assert tabel.rows[-1][5:8] == (hasil.kini, hasil.nanti, hasil.selisih)


def test_what_cannot_be_is_refused(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 1)
        for isi, field in (
            ({"sampai": "2025-12"}, "sampai"), ({"pajak": 10_001}, "pajak"), ({"hari_acuan": 7}, "hari_acuan"),
            ({"tarif": (TarifBaru("2026-07", 0),)}, "jumlah"), ({"skema": "lain"}, "skema"),
            ({"aturan": AturanBaru("2026-01", "rajin", "0=1")}, "ukuran"), ({"komponen_id": "x"}, "komponen"),
        ):  # fmt: skip
            with pytest.raises(InputSalah) as salah:
                _setahun(store, **isi)
            assert salah.value.field == field


def test_a_month_without_a_tariff_counts_nothing_and_is_said(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store, mulai="2026-03")
        kantor.isi_rt(store, 1)
        hasil = _setahun(store, tarif=(TarifBaru("2026-02", 100_000),))
        assert (hasil.kini, hasil.nanti) == (10 * 550_000, 10 * 550_000 + 100_000)
        assert any("Januari dan Februari 2026" in c for c in hasil.catatan)
        assert any("Juga dengan andaian ini belum ada tarif untuk Januari 2026" in c for c in hasil.catatan)


def test_528_heads_and_a_year_are_quick(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 528)
        mulai = time.thread_time()
        hasil = _setahun(store, tarif=(TarifBaru("2026-07", 750_000),))
        lama = time.thread_time() - mulai
        assert (hasil.bulan[0].kini, hasil.kini) == (290_400_000, 3_484_800_000)
        assert hasil.nanti == 528 * (6 * 550_000 + 6 * 750_000)
        assert lama < 3, lama
