"""Months that two heads share by days, and what a person sets by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ganda, ops, periksa, susun
from sipokat_desktop.modules.rt import ops as rt
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka
from tests.unit.susun_kantor import TW1, atur, baris_simpan, buat, ganti, isi, masa


def test_days_share_a_month_between_two_heads_and_both_are_paid(tmp_path: Path) -> None:
    """Each part has its own slot: no pembayaran ganda, and the month adds up to the tariff."""
    with buka(tmp_path) as store:
        kantor.tarif(store)
        atur(store, hari_acuan="0")
        kantor.isi_rt(store, 2)
        ganti(store, "01", "2026-02-15", "2026-02-14")
        nomor = buat(store)
        dua = kantor.baris(store, nomor)[:2]
        februari = [dict(b.rincian)["2026-02"] for b in dua]
        assert (februari, sum(februari)) == ([275_000, 275_000], 550_000)
        assert kantor.daftar(store, nomor).total == 2 * 1_650_000
        assert [b["sambung"] for b in baris_simpan(store, nomor)] == [None, "2026-02", None]
        ops.kunci(store, nomor, lurah="Lurah")
        ops.terima(store, nomor)
        assert kantor.daftar(store, nomor).dibayar == 2 * 1_650_000
        slot = [row[0] for row in store.reader().execute("SELECT slot FROM insentif_mutasi")]
        assert len(slot) == len(set(slot)) == 7
        with pytest.raises(InputSalah, match="sudah ada di daftar"):
            buat(store)


def test_a_month_paid_whole_is_not_shared_later(tmp_path: Path) -> None:
    """The change in mid-month is recorded after the month was listed in full: said, not paid twice."""
    with buka(tmp_path) as store:
        kantor.tarif(store)
        atur(store, hari_acuan="0")
        kantor.isi_rt(store, 2)
        ops.kunci(store, buat(store, periode.baca("2026-01")), lurah="Lurah")
        ganti(store, "01", "2026-01-15", "2026-01-14")
        nomor = buat(store)
        assert isi(store, nomor) == [("01", ("2026-02", "2026-03")), ("02", ("2026-02", "2026-03"))]
        lain = periksa.temuan(store.reader(), kantor.daftar(store, nomor))[1]
        assert [t.kalimat for t in lain if t.jenis == "sisa"] == [
            "RT 01 · Ketua 09: Januari 2026 tidak dihitung, seluruh tarifnya sudah di daftar lain"
        ]


def test_who_is_left_out_is_not_said_to_be_paid_elsewhere(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        atur(store, hari_acuan="0")
        kantor.isi_rt(store, 2)
        nomor = buat(store, lewati={1})
        assert [t.jenis for t in periksa.temuan(store.reader(), kantor.daftar(store, nomor))[1]] == ["dilewati"]


def test_an_override_stays_when_the_draft_is_brought_up_to_date(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 3)
        nomor = buat(store)
        m = masa(store, "02")
        susun.tetapkan_khusus(
            store, nomor, masa_id=m.masa_id, rincian={"2026-02": 300_000}, alasan=" cuti  sebulan", oleh="Drs. Lurah"
        )
        rt.tambah(store, KELURAHAN, kantor.isian(4))
        assert buat(store) == nomor
        baris = {b["nomor_rt"]: b for b in baris_simpan(store, nomor)}
        assert baris["02"]["rincian"] == "2026-01=550000 2026-02=300000 2026-03=550000"
        assert [baris["02"][k] for k in ("khusus", "alasan", "oleh")] == [
            "2026-02=300000",
            "cuti sebulan",
            "Drs. Lurah",
        ]
        assert "Februari 2026: 300.000 ditetapkan khusus (cuti sebulan; Drs. Lurah)" in str(baris["02"]["hitungan"])
        temuan = periksa.temuan(store.reader(), kantor.daftar(store, nomor))[0][m.masa_id]
        assert [(t.peran, t.jenis) for t in temuan] == [("awas", "khusus")]
        ops.kunci(store, nomor, lurah="Lurah")
        with pytest.raises(InputSalah, match="sudah dikunci"):
            susun.tetapkan_khusus(store, nomor, masa_id=m.masa_id, rincian={}, alasan="", oleh="")


def test_an_override_adds_a_month_outside_the_term_and_may_be_taken_away(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 3)
        m = masa(store, "02")
        rt.ubah(store, jabatan_id=m.jabatan_id, masa_id=m.masa_id, isian={"akhir_sk": "2025-12-31"})
        nomor = buat(store)
        assert [rt_ for rt_, _ in isi(store, nomor)] == ["01", "03"]
        susun.tetapkan_khusus(
            store,
            nomor,
            masa_id=m.masa_id,
            rincian={"2026-01": 550_000},
            alasan="SK perpanjangan menyusul",
            oleh="Lurah",
        )
        assert [(b.no, b.nomor_rt, b.bulan) for b in kantor.baris(store, nomor)] == [
            (1, "01", TW1.bulan), (2, "02", ("2026-01",)), (3, "03", TW1.bulan),
        ]  # fmt: skip
        buat(store)
        assert len(isi(store, nomor)) == 3
        susun.tetapkan_khusus(store, nomor, masa_id=m.masa_id, rincian={}, alasan="", oleh="")
        assert [(b.no, b.nomor_rt) for b in kantor.baris(store, nomor)] == [(1, "01"), (2, "03")]


def test_two_heads_may_share_a_month_by_hand(tmp_path: Path) -> None:
    """Under the rule of the 1st, both by hand, within the tariff: each in his own slot, no finding that blocks."""
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 1)
        ganti(store, "01", "2026-01-15", "2026-01-14")
        nomor = buat(store)
        lama, baru = masa(store, "01", "Ketua 01"), masa(store, "01", "Ketua 09")
        for m, jumlah in ((lama, 250_000), (baru, 300_000)):
            susun.tetapkan_khusus(
                store, nomor, masa_id=m.masa_id, rincian={"2026-01": jumlah}, alasan="kesepakatan", oleh="Lurah"
            )
        temuan = periksa.temuan(store.reader(), kantor.daftar(store, nomor))[0]
        assert [t.peran for semua in temuan.values() for t in semua] == ["awas", "awas"]
        ops.kunci(store, nomor, lurah="Lurah")
        ops.terima(store, nomor)
        assert kantor.daftar(store, nomor).dibayar == 1_650_000


@pytest.mark.parametrize(
    ("lain", "field"),
    [
        ({"alasan": " "}, "alasan"), ({"oleh": ""}, "oleh"), ({"rincian": {"2026-04": 1}}, "rincian"),
        ({"rincian": {"2026-01": -1}}, "rincian"), ({"masa_id": "x"}, "masa_id"),
        ({"rincian": {"2025-12": 550_000}}, "rincian"),
    ],
)  # fmt: skip
def test_a_wrong_override_names_its_field(lain: dict[str, object], field: str, tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        (m,) = kantor.isi_rt(store, 1)
        nomor = buat(store)
        isian: dict[str, object] = {"masa_id": m, "rincian": {"2026-01": 1}, "alasan": "a", "oleh": "b"} | lain
        with pytest.raises(InputSalah) as salah:
            susun.tetapkan_khusus(store, nomor, **isian)  # type: ignore[arg-type]
        assert salah.value.field == field


def test_an_override_never_takes_a_month_that_another_list_holds(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        (m,) = kantor.isi_rt(store, 1)
        ops.kunci(store, buat(store, periode.baca("2026-01")), lurah="Lurah")
        nomor = buat(store)
        with pytest.raises(InputSalah, match="Januari 2026 sudah ada di daftar lain"):
            susun.tetapkan_khusus(store, nomor, masa_id=m, rincian={"2026-01": 1}, alasan="a", oleh="b")


def test_heads_who_overlap_do_not_share_a_month(tmp_path: Path) -> None:
    """A same day in office twice: both claim one slot, so that only one of them can be paid for that month."""
    with buka(tmp_path) as store:
        kantor.tarif(store)
        atur(store, hari_acuan="0")
        kantor.isi_rt(store, 1)
        ganti(store, "01", "2026-02-15", "2026-02-14")
        lama = masa(store, "01", "Ketua 01").masa_id
        store.write("dari kota", lambda tx: tx.update("rt_masa", lama, {"akhir_nyata": "2026-02-20"}))
        nomor = buat(store)
        assert [b["sambung"] for b in baris_simpan(store, nomor)] == [None, None]
        with pytest.raises(InputSalah, match="juga dihitung untuk"):
            ops.kunci(store, nomor, lurah="Lurah")
        ops.kunci(store, nomor, lurah="Lurah", alasan="uji")
        ops.terima(store, nomor, hanya=[1])
        with pytest.raises(InputSalah, match="Februari 2026"):
            ops.terima(store, nomor, hanya=[2])


def test_money_paid_twice_never_counts_for_a_part_of_a_month(tmp_path: Path) -> None:
    """By days: only a month that is this head's from its first day to its last may take another month's payment."""
    with buka(tmp_path) as store:
        kantor.tarif(store)
        atur(store, hari_acuan="0")
        rt.tambah(store, KELURAHAN, kantor.isian(1, tmt="2026-01-15"))
        nomor = buat(store, periode.baca("2026-02"))
        ops.kunci(store, nomor, lurah="Lurah")
        ops.terima(store, nomor)
        entri = store.reader().execute("SELECT id FROM insentif_mutasi").fetchone()[0]
        bulan = [kunci for kunci, _ in ganda.bulan_terbuka(store.reader(), entri)]
        assert "2026-03" in bulan
        assert "2026-01" not in bulan
