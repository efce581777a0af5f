"""What an office lays down: each act checked, undoable; the city's stays the city's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ketetapan_ops as ops
from sipokat_desktop.modules.insentif import komponen as ketetapan
from sipokat_desktop.modules.insentif import rules
from sipokat_desktop.modules.insentif.ketetapan_ops import IsianKinerja
from sipokat_desktop.modules.insentif.model import Komponen
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

TARIF = {"jumlah": "350.000", "mulai": "2020-01", "dasar_hukum": "SK 7/2020"}


def komponen(store: Store, nama: str = "Dana Kecamatan", **lain: str) -> str:
    """A component of the office."""
    return ops.simpan_komponen(store, KELURAHAN, {"nama": nama, **lain}).value


def baca(store: Store, komponen_id: str) -> Komponen:
    """The component as it is now."""
    return next(k for k in ketetapan.komponen(store.reader(), lingkup=KELURAHAN) if k.komponen_id == komponen_id)


def dari_kota(store: Store, *, terbuka: bool, jumlah: int = 550_000) -> str:
    """A component that the city laid down, as the sync writes it."""
    rows = rules.baris_tarif(
        "kota", nama="Insentif Ketua RT", jumlah=jumlah, mulai="2026-01", dasar_hukum="Perwal", pajak=0,
        lain={"terbuka": int(terbuka)},
    )  # fmt: skip
    store.write("dari kota", lambda tx: [tx.insert(r.table, r.fields, scope="kota", row_id=r.row_id) for r in rows])
    return rows[0].row_id


def test_a_component_with_everything(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        id_ = komponen(
            store, sumber_dana="Kecamatan", program=" Pemerintahan  umum ", kegiatan="Insentif", kode_rekening="5.1.02",
            skema="persen", pajak="2,5", cara="transfer", hari_acuan="0",
        )  # fmt: skip
        k = baca(store, id_)
        assert (k.sumber_dana, k.program, k.kode_rekening) == ("Kecamatan", "Pemerintahan umum", "5.1.02")
        assert (k.skema, k.pajak, k.cara, k.hari_acuan, k.lingkup) == ("persen", 250, "transfer", 0, KELURAHAN)
        ops.simpan_komponen(store, KELURAHAN, {"skema": "tidak", "nama": "Dana Camat"}, komponen_id=id_)
        assert baca(store, id_)._replace(tarif=()) == k._replace(skema="tidak", nama="Dana Camat")
        lagi = komponen(store)
        assert lagi != id_, "the name is free again, the row is another"
        with pytest.raises(InputSalah, match="sudah ada"):
            komponen(store, "dana camat")


@pytest.mark.parametrize(
    ("isian", "field"),
    [({"nama": "  "}, "nama"), ({"skema": "lima"}, "skema"), ({"skema": "persen"}, "pajak"),
     ({"pajak": "101"}, "pajak"), ({"cara": "cek"}, "cara"), ({"hari_acuan": "7"}, "hari_acuan")],
)  # fmt: skip
def test_a_wrong_component_names_its_field(isian: Mapping[str, str], field: str, tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        with pytest.raises(InputSalah) as salah:
            ops.simpan_komponen(store, KELURAHAN, {"nama": "Dana", **isian})
        assert salah.value.field == field


def test_an_unused_component_may_go_with_what_hangs_on_it(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        id_ = komponen(store)
        ops.tetapkan_tarif(store, KELURAHAN, id_, TARIF)
        ops.simpan_aturan(store, KELURAHAN, id_, {"ukuran": "laporan", "pita": "0=50 3=100", "mulai": "2020-01"})
        ops.simpan_anggaran(store, KELURAHAN, id_, 2020, {"dasar": "SK Camat 3/2020"})
        sebelum = kantor.tampak(store)
        hapus = ops.hapus_komponen(store, KELURAHAN, id_)
        assert ketetapan.komponen(store.reader(), lingkup=KELURAHAN) == []
        history.undo(store, hapus.act_id)
        assert kantor.tampak(store) == sebelum
        kantor.isi_rt(store, 1)
        nomor = kantor.susun(store)
        with pytest.raises(InputSalah, match=nomor):
            ops.hapus_komponen(store, KELURAHAN, id_)


def test_a_new_tariff_ends_the_former_the_month_before_and_says_so(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        id_ = komponen(store)
        assert ops.tetapkan_tarif(store, KELURAHAN, id_, TARIF).value == ()
        kata = ops.tetapkan_tarif(store, KELURAHAN, id_, {"jumlah": "500.000", "mulai": "2022-07"}).value
        assert kata == ("Tarif Rp350.000 sebelumnya berlaku sampai Juni 2022.",)
        assert [(t.mulai, t.sampai, t.jumlah) for t in baca(store, id_).tarif] == [
            ("2020-01", "2022-06", 350_000), ("2022-07", None, 500_000),
        ]  # fmt: skip
        lagi = ops.tetapkan_tarif(store, KELURAHAN, id_, {"jumlah": "550.000", "mulai": "2022-07"})
        assert lagi.value == (), "the same month again corrects it"
        assert [t.jumlah for t in baca(store, id_).tarif] == [350_000, 550_000]
        history.undo(store, lagi.changes.act_id)
        assert [t.jumlah for t in baca(store, id_).tarif] == [350_000, 500_000]


def test_a_tariff_for_some_months_lets_the_former_come_back(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        id_ = komponen(store)
        ops.tetapkan_tarif(store, KELURAHAN, id_, TARIF)
        kata = ops.tetapkan_tarif(store, KELURAHAN, id_, {"jumlah": "400000", "mulai": "2020-04", "sampai": "2020-06"})
        assert kata.value == ("Sesudah Juni 2020, tarif Rp350.000 berlaku lagi.",)
        k = baca(store, id_)
        assert [rules.tarif_bulan(k, f"2020-{b:02d}") for b in (3, 4, 6, 7)] == [350_000, 400_000, 400_000, 350_000]


def test_a_later_tariff_is_never_overlapped_silently(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        id_ = komponen(store)
        ops.tetapkan_tarif(store, KELURAHAN, id_, TARIF | {"mulai": "2020-07"})
        for sampai in ("", "2020-07", "2021-01"):
            with pytest.raises(InputSalah, match="Isi Sampai paling akhir Juni 2020") as salah:
                ops.tetapkan_tarif(store, KELURAHAN, id_, TARIF | {"sampai": sampai})
            assert salah.value.field == "sampai"
        ops.tetapkan_tarif(store, KELURAHAN, id_, TARIF | {"sampai": "2020-06"})
        assert len(baca(store, id_).tarif) == 2


@pytest.mark.parametrize(
    ("isian", "field"),
    [({"jumlah": "0"}, "jumlah"), ({"jumlah": "x"}, "jumlah"), ({"mulai": "2020-13"}, "mulai"),
     ({"mulai": ""}, "mulai"), ({"sampai": "2019-12"}, "sampai"), ({"sampai": "Juni"}, "sampai")],
)  # fmt: skip
def test_a_wrong_tariff_names_its_field(isian: dict[str, str], field: str, tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        id_ = komponen(store)
        with pytest.raises(InputSalah) as salah:
            ops.tetapkan_tarif(store, KELURAHAN, id_, TARIF | isian)
        assert salah.value.field == field


def test_what_the_city_laid_down_is_not_the_offices(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        id_ = dari_kota(store, terbuka=False)
        for coba in (
            lambda: ops.simpan_komponen(store, KELURAHAN, {"cara": "transfer"}, komponen_id=id_),
            lambda: ops.hapus_komponen(store, KELURAHAN, id_),
            lambda: ops.tetapkan_tarif(store, KELURAHAN, id_, TARIF | {"mulai": "2026-03"}),
            lambda: ops.simpan_aturan(store, KELURAHAN, id_, {"ukuran": "skor", "pita": "0=50", "mulai": "2026-01"}),
            lambda: ops.akhiri_aturan(store, KELURAHAN, id_, "2026-01"),
            lambda: ops.hapus_tarif(store, KELURAHAN, baca(store, id_).tarif[0].tarif_id),
            lambda: komponen(store, "Insentif Ketua RT"),
        ):
            with pytest.raises(InputSalah):
                coba()
        assert baca(store, id_).tarif[0].jumlah == 550_000


def test_where_the_city_left_it_open_the_office_sets_its_own_tariff(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        id_ = dari_kota(store, terbuka=True)
        kata = ops.tetapkan_tarif(
            store, KELURAHAN, id_, {"jumlah": "600000", "mulai": "2026-02", "sampai": "2026-02"}
        ).value
        assert kata == ("Tarif kantor ini menggantikan tarif kota Rp550.000 untuk bulan yang sama.",)
        k = baca(store, id_)
        assert [rules.tarif_bulan(k, f"2026-0{b}") for b in (1, 2, 3)] == [550_000, 600_000, 550_000]
        kantor.isi_rt(store, 2)
        nomor = kantor.susun(store)
        assert kantor.daftar(store, nomor).total == 2 * (550_000 + 600_000 + 550_000)
        ops.hapus_tarif(store, KELURAHAN, next(t.tarif_id for t in k.tarif if t.lingkup == KELURAHAN))
        assert rules.tarif_bulan(baca(store, id_), "2026-02") == 550_000


def test_funding_of_a_year_falls_back_to_the_component(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        id_ = komponen(store, sumber_dana="Kecamatan", kode_rekening="5.1")
        con = store.reader()
        ops.simpan_anggaran(
            store, KELURAHAN, id_, 2026, {"kode_rekening": "5.1.02", "pagu": "34.800.000", "dasar": "SK 9"}
        )
        dana = ketetapan.dana(con, lingkup=KELURAHAN, komponen=baca(store, id_), tahun=2026)
        assert (dana.sumber_dana, dana.kode_rekening, dana.pagu, dana.dasar) == (
            "Kecamatan",
            "5.1.02",
            34_800_000,
            "SK 9",
        )
        lain = ketetapan.dana(con, lingkup=KELURAHAN, komponen=baca(store, id_), tahun=2025)
        assert (lain.kode_rekening, lain.pagu, lain.dasar) == ("5.1", None, "")
        for tahun, isian, field in (
            (26, {"dasar": "x"}, "tahun"),
            (2026, {"pagu": "-1"}, "pagu"),
            (2026, {}, "sumber_dana"),
        ):
            with pytest.raises(InputSalah) as salah:
                ops.simpan_anggaran(store, KELURAHAN, id_, tahun, isian)
            assert salah.value.field == field


def test_rules_are_versions_and_one_takes_over_from_the_other(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        id_ = komponen(store)
        isian = {"ukuran": "laporan", "pita": "0=50 3=100", "mulai": "2026-01", "dasar_hukum": "Perwal 3"}
        assert ops.simpan_aturan(store, KELURAHAN, id_, isian).value == 1
        dua = ops.simpan_aturan(store, KELURAHAN, id_, isian | {"pita": "0=75 3=100", "mulai": "2026-04"})
        assert dua.value == 2
        assert [(a.versi, a.mulai, a.sampai) for a in baca(store, id_).aturan] == [
            (1, "2026-01", "2026-03"), (2, "2026-04", None),
        ]  # fmt: skip
        with pytest.raises(InputSalah, match="versi 2") as salah:
            ops.simpan_aturan(store, KELURAHAN, id_, isian | {"mulai": "2026-02"})
        assert salah.value.field == "sampai"
        ops.akhiri_aturan(store, KELURAHAN, id_, "2026-06")
        k = baca(store, id_)
        assert [bool(rules.aturan_bulan(k, f"2026-0{b}")) for b in (1, 4, 6, 7)] == [True, True, True, False]
        with pytest.raises(InputSalah, match="Juli 2026"):
            ops.akhiri_aturan(store, KELURAHAN, id_, "2026-07")


def test_figures_of_performance(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        satu, dua = kantor.isi_rt(store, 2)
        isian = [
            IsianKinerja(satu, "2026-01", "2"),
            IsianKinerja(dua, "2026-01", "0", "55"),
            IsianKinerja(dua, "2026-02"),
        ]
        assert ops.catat_kinerja(store, KELURAHAN, isian, sumber="Laporan Januari").value == 2
        assert ops.catat_kinerja(store, KELURAHAN, isian, sumber="Laporan Januari").value == 0
        angka = ketetapan.angka_kinerja(store.reader(), lingkup=KELURAHAN, bulan=("2026-01", "2026-02"))
        assert {k: (a.laporan, a.skor) for k, a in angka.items()} == {
            (satu, "2026-01"): (2, None), (dua, "2026-01"): (0, 55),
        }  # fmt: skip
        assert ops.catat_kinerja(store, KELURAHAN, [IsianKinerja(satu, "2026-01", "3")], sumber="").value == 1
        for salah_isi in (
            IsianKinerja(satu, "2026-01", "dua"),
            IsianKinerja("x", "2026-01", "1"),
            IsianKinerja(satu, "Mei", "1"),
        ):
            with pytest.raises(InputSalah) as salah:
                ops.catat_kinerja(store, KELURAHAN, [salah_isi], sumber="")
            assert salah.value.field == f"{salah_isi.masa_id}|{salah_isi.bulan}"
        assert rt.sebut_masa(store.reader(), satu) == "RT 01 · Ketua 01"


def test_settings_of_the_office_go_before_the_citys(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        con = store.reader()
        store.write(
            "dari kota", lambda tx: tx.insert("insentif_setelan", {"kunci": "batas", "nilai": "6"}, scope="kota")
        )
        assert ketetapan.setelan(con, lingkup=KELURAHAN, kunci="batas", bawaan="3") == "6"
        ops.setel(store, KELURAHAN, {"batas": "2"})
        assert ketetapan.setelan(con, lingkup=KELURAHAN, kunci="batas", bawaan="3") == "2"
        ops.setel(store, KELURAHAN, {"batas": " "})
        assert ketetapan.setelan(con, lingkup=KELURAHAN, kunci="batas", bawaan="3") == "6"
        assert ketetapan.setelan(con, lingkup=KELURAHAN, kunci="lain", bawaan="3") == "3"
