"""Corrections of a locked list and money that came back: nothing is overwritten, no rupiah is lost or invented."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import buku, koreksi, ops, queries
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import decisions, history
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

HARI = date(2026, 4, 10)
JAN, FEB, MAR = kantor.TW1.bulan


def _terkunci(store: Store, jumlah: int = 2, *, pajak: int = 0) -> str:
    kantor.tarif(store, pajak=pajak)
    kantor.isi_rt(store, jumlah)
    nomor = kantor.susun(store)
    ops.kunci(store, nomor, lurah="Lurah")
    return nomor


def _koreksi(store: Store, nomor: str, menjadi: Mapping[str, int], *, no: int = 1, oleh: str = "") -> str:
    return koreksi.koreksi(store, nomor, no, menjadi=menjadi, alasan="Salah hitung", oleh=oleh).act_id


def test_a_month_taken_off_leaves_the_line_raises_the_revision_and_is_free(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        _koreksi(store, nomor, {MAR: 0})
        d, b = kantor.daftar(store, nomor), kantor.baris(store, nomor)[0]
        assert (d.revisi, d.total, d.diterima, d.asal_diterima) == (1, 2_750_000, 2_750_000, 3_300_000)
        assert (b.bulan, b.diterima, b.asal.diterima, b.koreksi) == ((JAN, FEB), 1_100_000, 1_650_000, 1)
        (k,) = queries.koreksi(store.reader(), daftar_id=d.daftar_id)
        assert (k.no, k.bulan, k.dari, k.menjadi, k.alasan) == (1, MAR, (550_000, 550_000), (0, 0), "Salah hitung")
        lain = kantor.susun(store)
        assert [(b.nomor_rt, b.bulan) for b in kantor.baris(store, lain)] == [("01", (MAR,))]
        ops.kunci(store, lain, lurah="Lurah")
        ops.terima(store, nomor)
        ops.terima(store, lain)
        assert decisions.waiting(store.reader(), store.tables) == []
        assert kantor.daftar(store, nomor).dibayar == 2_750_000


def test_what_no_tariff_or_term_supports_needs_a_name(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        with pytest.raises(InputSalah, match=r"melebihi tarif Rp550\.000 per bulan") as salah:
            _koreksi(store, nomor, {JAN: 600_000})
        assert salah.value.field == "oleh"
        con = store.reader()
        assert "melebihi tarif" in koreksi.lihat(con, nomor, 1, menjadi={JAN: 600_000}).perlu_oleh
        _koreksi(store, nomor, {JAN: 600_000}, oleh="Camat")
        assert kantor.daftar(store, nomor).total == 3_350_000
        for menjadi, kata in (
            ({"2026-04": 1}, "di luar Triwulan I 2026"), ({JAN: -1}, "kurang dari nol"),
            ({JAN: 600_000}, "tidak mengubah"),
        ):  # fmt: skip
            with pytest.raises(InputSalah, match=kata):
                _koreksi(store, nomor, menjadi)
        with pytest.raises(InputSalah, match="alasan"):
            koreksi.koreksi(store, nomor, 1, menjadi={JAN: 0}, alasan=" ")
        assert kantor.daftar(store, nomor).revisi == 1


def test_a_month_is_added_only_where_it_is_free_and_within_the_term(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        rt.tambah(store, KELURAHAN, kantor.isian(1, tmt="2026-02-01"))
        rt.tambah(store, KELURAHAN, kantor.isian(2))
        nomor = kantor.susun(store)
        ops.kunci(store, nomor, lurah="Lurah")
        with pytest.raises(InputSalah, match="di luar masa jabatan Ketua 01"):
            _koreksi(store, nomor, {JAN: 550_000})
        _koreksi(store, nomor, {JAN: 550_000}, oleh="Lurah")
        _koreksi(store, nomor, {MAR: 0}, no=2)
        lain = kantor.susun(store)
        ops.kunci(store, lain, lurah="Lurah")
        with pytest.raises(InputSalah, match="sudah ada di daftar lain"):
            _koreksi(store, nomor, {MAR: 550_000}, no=2)
        with pytest.raises(InputSalah, match="masih draf"):
            _koreksi(store, ops.susun(store, KELURAHAN, periode.baca("2026-04")).value, {"2026-04": 0})


@pytest.mark.parametrize("pajak", [0, 500, 250, 333])
def test_tax_follows_the_corrected_gross(tmp_path: Path, pajak: int) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store, 1, pajak=pajak)
        _koreksi(store, nomor, {FEB: 0, MAR: 133_333})
        b = kantor.baris(store, nomor)[0]
        assert (b.bruto, b.pph) == (683_333, 683_333 * pajak // 10_000)
        koreksi.koreksi(store, nomor, 1, menjadi={}, alasan="Pajak disetor sendiri", pph=100)
        b = kantor.baris(store, nomor)[0]
        assert (b.bruto, b.pph, b.diterima) == (683_333, 100, 683_233)
        assert sum(n for _, n in b.netto) == b.diterima
        with pytest.raises(InputSalah, match="PPh 21"):
            koreksi.koreksi(store, nomor, 1, menjadi={}, alasan="x", pph=900_000)


def test_overpaid_by_tariff_is_corrected_and_the_excess_refunded(tmp_path: Path) -> None:
    """750 thousand paid against a standard of 550: the excess goes back with an STS, the rest stays paid."""
    with buka(tmp_path) as store:
        kantor.tarif(store, 750_000)
        kantor.isi_rt(store, 1)
        nomor = kantor.susun(store)
        ops.kunci(store, nomor, lurah="Lurah")
        ops.terima(store, nomor)
        with pytest.raises(InputSalah, match="sudah dibayar, jadi jumlahnya tidak dapat dinaikkan"):
            _koreksi(store, nomor, {JAN: 800_000}, oleh="Camat")
        assert koreksi.lihat(store.reader(), nomor, 1, menjadi={JAN: 550_000}).lebih == 200_000
        _koreksi(store, nomor, dict.fromkeys((JAN, FEB), 550_000))
        assert (kantor.daftar(store, nomor).lebih, kantor.baris(store, nomor)[0].lebih) == (400_000, 400_000)
        for isi, kata in (
            ({"sts": " "}, "nomor STS"), ({"tanggal": date(2026, 4, 9)}, "lebih dahulu"),
            ({"tanggal": date(2026, 4, 11)}, "belum tiba"), ({"bulan": ["2026-07"]}, "belum dibayar"),
        ):  # fmt: skip
            with pytest.raises(InputSalah, match=kata):
                _kembali(store, nomor, **isi)
        _kembali(store, nomor)
        b, d = kantor.baris(store, nomor)[0], kantor.daftar(store, nomor)
        assert (b.lebih, b.sisa, b.dibayar, b.dikembalikan, b.lunas) == (0, 0, 1_850_000, 1_500_000, True)
        assert (d.dibayar, d.revisi) == (1_850_000, 1)
        entri = queries.entri(store.reader(), baris_id=b.baris_id)
        assert [(e.bulan, e.jenis, e.jumlah, e.sts, e.hidup) for e in entri if e.bulan == JAN] == [
            (JAN, "bayar", 750_000, "", False), (JAN, "dikembalikan", -750_000, "STS/5", False),
            (JAN, "bayar", 550_000, "", True),
        ]  # fmt: skip
        assert "Sisa sesudah Rp200.000 dikembalikan, STS STS/5" in [e.alasan for e in entri]
        assert decisions.waiting(store.reader(), store.tables) == []


def _kembali(store: Store, nomor: str, **lain: object) -> str:
    isi: dict[str, object] = {"sts": "STS/5", "tanggal": HARI, "alasan": "Temuan Inspektorat"} | lain
    return koreksi.kembalikan(store, nomor, 1, **isi).act_id  # type: ignore[arg-type]


def test_a_refund_takes_the_month_off_the_list_and_another_may_pay_it(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        with pytest.raises(InputSalah, match="belum dicatat diterima"):
            _kembali(store, nomor)
        ops.terima(store, nomor)
        act = _kembali(store, nomor, bulan=[MAR])
        b, d = kantor.baris(store, nomor)[0], kantor.daftar(store, nomor)
        assert (b.bulan, b.dibayar, b.dikembalikan, b.lunas, d.revisi) == ((JAN, FEB), 1_100_000, 550_000, True, 1)
        with pytest.raises(InputSalah):
            ops.terima(store, nomor)
        history.undo(store, act)
        b = kantor.baris(store, nomor)[0]
        assert (b.bulan, b.dibayar, b.lunas, kantor.daftar(store, nomor).revisi) == (
            (JAN, FEB, MAR),
            1_650_000,
            True,
            0,
        )
        _kembali(store, nomor)
        b = kantor.baris(store, nomor)[0]
        assert (b.bulan, b.dibayar, b.diterima, b.lunas) == ((), 0, 0, True)
        lain = kantor.susun(store)
        assert [b.nomor_rt for b in kantor.baris(store, lain)] == ["01"]


def test_undo_of_a_correction_is_refused_once_money_or_another_list_stands_on_it(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _terkunci(store)
        act = _koreksi(store, nomor, {MAR: 0})
        history.undo(store, act)
        assert kantor.daftar(store, nomor).revisi == 0
        act = _koreksi(store, nomor, {MAR: 0})
        lain = kantor.susun(store)
        ops.kunci(store, lain, lurah="Lurah")
        with pytest.raises(InputSalah, match="Maret 2026 sudah masuk daftar lain"):
            history.undo(store, act)
        act = _koreksi(store, nomor, {JAN: 500_000}, no=2)
        ops.terima(store, nomor, hanya=[2])
        with pytest.raises(InputSalah, match="Januari 2026 sudah dibayar sesuai koreksi itu"):
            history.undo(store, act)


Langkah = tuple[str, int, dict[str, int], int | None]
LANGKAH: st.SearchStrategy[Langkah] = st.one_of(
    st.tuples(st.just("koreksi"), st.integers(1, 3), st.dictionaries(st.sampled_from((JAN, FEB, MAR)), st.sampled_from(
        (0, 1, 133_333, 333_333, 549_999, 550_000)), min_size=1), st.none() | st.integers(0, 90_000)),
    st.tuples(st.sampled_from(("terima", "batal", "kembali")), st.integers(1, 3), st.just({}), st.none()),
)  # fmt: skip


@settings(max_examples=40)
@example(
    pajak=250,
    langkah=[
        ("koreksi", 1, {JAN: 0}, None),
        ("terima", 1, {}, None),
        ("koreksi", 1, {JAN: 0, FEB: 0, MAR: 549_999}, 0),
    ],
)
@given(pajak=st.sampled_from((0, 250, 500, 1500)), langkah=st.lists(LANGKAH, max_size=12))
def test_any_corrections_payments_and_refunds_keep_the_sums(pajak: int, langkah: list[Langkah]) -> None:
    with TemporaryDirectory() as folder, buka(Path(folder)) as store:
        nomor = _terkunci(store, 3, pajak=pajak)
        for apa, no, menjadi, pph in langkah:
            try:
                _mainkan(store, nomor, apa, no, menjadi, pph)
            except InputSalah:
                continue
            _hukum(store, nomor)


def _mainkan(store: Store, nomor: str, apa: str, no: int, menjadi: dict[str, int], pph: int | None) -> None:
    match apa:
        case "koreksi":
            koreksi.koreksi(store, nomor, no, menjadi=menjadi, alasan="uji", pph=pph)
        case "terima":
            ops.terima(store, nomor, hanya=[no])
        case "batal":
            ops.batal_terima(store, nomor, no, alasan="uji")
        case _:
            koreksi.kembalikan(store, nomor, no, sts="1", tanggal=HARI, alasan="uji")


def _hukum(store: Store, nomor: str) -> None:
    con = store.reader()
    d, semua = kantor.daftar(store, nomor), kantor.baris(store, nomor)
    for b in semua:
        assert (b.bruto, b.diterima) == (sum(n for _, n in b.rincian), sum(n for _, n in b.netto))
        assert b.pph == b.bruto - b.diterima >= 0
        assert all(0 <= n <= dict(b.rincian)[bulan] for bulan, n in b.netto)
        assert b.sisa + b.dibayar - b.lebih == b.diterima
    assert d.dibayar == con.execute("SELECT coalesce(sum(jumlah), 0) FROM insentif_mutasi").fetchone()[0]
    assert (d.total, d.pph, d.diterima) == (sum(b.bruto for b in semua), sum(b.pph for b in semua), d.total - d.pph)
    assert buku.periksa_buku(con) == 0
    assert decisions.waiting(con, store.tables) == []
