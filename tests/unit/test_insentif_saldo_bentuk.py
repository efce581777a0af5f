"""Payment sheets in the shapes that offices keep them in: what is read, what is asked, what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import koreksi, ops, saldo_awal
from sipokat_desktop.modules.insentif import rules as aturan
from sipokat_desktop.modules.insentif.saldo_awal import Letak, Nasib, Pilihan
from sipokat_desktop.modules.insentif.saldo_awal import sel as sel_
from tests.unit import kantor, saldo_lama
from tests.unit.kantor import KELURAHAN, buka
from tests.unit.lembar import Baris, tulis_xlsx


def test_a_column_for_every_month_and_two_purses(tmp_path: Path) -> None:
    """One sheet with a purse per row, months across, a year in the title; empty months were not paid."""
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store, 2)
        rows = aturan.baris_tarif(
            KELURAHAN, nama="Disdukcapil", jumlah=200_000, mulai="2020-01", dasar_hukum="", pajak=0
        )
        ops.simpan_tarif(store, KELURAHAN, rows)
        bulan = ["Jan", "Feb", "Mar", "April", "Mei", "Juni", "Juli", "Agst", "Sept", "Okt", "Nop", "Des"]
        isi: list[Baris] = [
            ["REKAP INSENTIF KETUA RT TAHUN 2025"],
            ["No", "RT", "Nama Ketua RT", "Sumber", *bulan[:7], "Jumlah"],
            [1, "RT 01", "Ketua 01", "Insentif Ketua RT", *[350_000] * 3, "", "", "", "", 1_050_000],
            [2, "RT 01", "Ketua 01", "DISDUKCAPIL", *[200_000] * 7, 1_400_000],
            [3, "RT 02", "Ketua 02", "Dinas Kebersihan", *[200_000] * 7, 1_400_000],
        ]
        rencana = saldo_lama.rencana(store, tmp_path, isi)
        assert [b.nasib for b in rencana.baris] == [Nasib.DICATAT, Nasib.DICATAT, Nasib.MASALAH]
        assert "Dinas Kebersihan" in rencana.baris[2].alasan
        assert [len(b.rincian) for b in rencana.baris] == [3, 7, 0]
        neraca = saldo_awal.simpan(store, KELURAHAN, rencana).value
        assert (neraca.dicatat, neraca.dilewati, len(neraca.daftar)) == (2, 1, 2)
        assert saldo_lama.buku(store)["01", "2025-01"] == 550_000
        assert saldo_lama.buku(store)["01", "2025-07"] == 200_000


def test_several_sheets_each_a_quarter(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store, 1)
        lembar: dict[str, list[Baris]] = {
            f"TW {romawi} 2025": [["RT", "Nama", "Diterima"], ["01", "Ketua 01", 1_650_000 + ke]]
            for ke, romawi in enumerate(("I", "II", "III", "IV"))
        }
        rencana = saldo_lama.rencana(store, tmp_path, [], lembar=lembar)
        assert [b.nasib for b in rencana.baris] == [Nasib.DICATAT] * 4, [b.alasan for b in rencana.baris]
        saldo_awal.simpan(store, KELURAHAN, rencana)
        assert sum(saldo_lama.buku(store).values()) == 4 * 1_650_000 + 6
        assert len(saldo_lama.buku(store)) == 12
        assert [any(t.isian == "jumlah" for t in b.tanda) for b in rencana.baris] == [False, True, True, True]


def test_a_csv_with_dates_and_numbers_of_sp2d(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store, 2)
        (tmp_path / "lama.csv").write_text(
            "rt;nama;nik;periode;jumlah;tgl bayar;no sp2d\n"
            f"1;Ketua 01;{kantor.nik(1)};2025-TW2;Rp 1.650.000,00;5/7/2025;0123/SP2D/2025\n"
            "2;Ketua 02;;April s.d. Juni 2025;1,650,000;10 Juli 2025;\n",
            encoding="utf-8",
        )
        berkas = saldo_awal.buka(tmp_path / "lama.csv")
        rencana = saldo_awal.banding(store, KELURAHAN, berkas, saldo_awal.usul(berkas, store, KELURAHAN))
        assert [b.nasib for b in rencana.baris] == [Nasib.DICATAT] * 2, [b.alasan for b in rencana.baris]
        saldo_awal.simpan(store, KELURAHAN, rencana)
        rows = store.reader().execute("SELECT DISTINCT tanggal, alasan FROM insentif_mutasi ORDER BY 1").fetchall()
        assert [tuple(r) for r in rows] == [
            ("2025-07-05", "Saldo awal · SP2D 0123/SP2D/2025"), ("2025-07-10", "Saldo awal"),
        ]  # fmt: skip
        assert sum(saldo_lama.buku(store).values()) == 3_300_000


BERMASALAH: list[Baris] = [
    ["RT", "Nama", "Bulan", "Jumlah"],
    ["9", "Ketua 03", "Mei 2025", 550_000],
    ["02", "Sopian Hadi", "Mei 2025", 550_000],
    ["01", "Ketua 01", "Januari 2026", 500_000],
    ["02", "Ketua 02", "Januari 2026", 550_000],
    ["03", "Ketua 03", "Entah", 550_000],
    ["03", "Ketua 03", "Mei 2025", "55O.000"],
    ["03", "Ketua 03", "Mei 2025", 550],
    ["03", "Ketua 03", "Juni 2025", ""],
    ["03", "Ketua 03", "Juni 2025", -550_000],
    ["01", "Ketua 01", "Mei 2025", 600_000],
    ["01", "Ketua 01", "Mei 2025", 550_000],
]
KATA = (
    "RT 09 tidak ada", "dijabat Ketua 02", "sudah dicatat dibayar Rp550.000", "Catat pembayarannya di daftar",
    "tidak dikenal", "huruf di antara angka", "membuang tiga nol", "Jumlahnya kosong", "kurang dari nol", "dicatat",
    "juga ada di baris 11",
)  # fmt: skip


def test_problems_are_named_with_a_way_out(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store, 3)
        nomor = kantor.susun(store)
        ops.kunci(store, nomor, lurah="Lurah")
        ops.terima(store, nomor, hanya=[1])
        rencana = saldo_lama.rencana(store, tmp_path, BERMASALAH)
        kata = [b.alasan for b in rencana.baris]
        for ke, potong in enumerate(KATA):
            assert potong in kata[ke], (ke, kata[ke])
        assert rencana.baris[0].tanda[-1].usul == "03"
        assert "Catat untuk Ketua 02" in rencana.baris[1].usul
        assert rencana.baris[6].tanda[-1].usul == "550000"
        assert any("tarif waktu itu" in t.pesan for t in rencana.baris[9].tanda)
        pilih = Pilihan().dengan(
            terima=frozenset([Letak(0, 3)]), lewati=frozenset([Letak(0, 12)]),
            isi={(Letak(0, 2), "nomor"): "03", (Letak(0, 8), "jumlah"): "550000"},
        )  # fmt: skip
        lagi = saldo_lama.rencana(store, tmp_path, BERMASALAH, pilih)
        assert [b.nasib for b in lagi.baris[:2]] == [Nasib.DICATAT] * 2
        assert lagi.baris[-1].nasib is Nasib.DILEWATI
        n = lagi.neraca
        assert n.dibaca == n.dicatat + n.sama + n.dilewati == 11


def test_what_must_be_chosen_is_asked(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store, 1)
        rows: list[Baris] = [["RT", "Nama", "Jumlah"], ["01", "Ketua 01", 1_650_000]]
        assert "Pilih periode" in saldo_lama.rencana(store, tmp_path, rows).baris[0].alasan
        rencana = saldo_lama.rencana(store, tmp_path, rows, Pilihan(periode="2025-TW3", tanggal="2025-10-02"))
        assert [s.bulan for s in rencana.setoran] == ["2025-07", "2025-08", "2025-09"]
        assert {s.tanggal for s in rencana.setoran} == {"2025-10-02"}
        berkas = saldo_awal.buka(tulis_xlsx(tmp_path / "x.xlsx", {"A": [["apa", "saja"], ["x", "y"]]}))
        pemetaan = saldo_awal.usul(berkas, store, KELURAHAN)
        assert pemetaan.kurang
        with pytest.raises(InputSalah) as salah:
            saldo_awal.banding(store, KELURAHAN, berkas, pemetaan)
        assert salah.value.field == "pemetaan"


@given(st.integers(1, 999_000_000_000), st.integers(1, 60), st.lists(st.integers(0, 5_000_000), max_size=60))
def test_a_sum_is_split_to_the_rupiah(jumlah: int, banyak: int, bobot: list[int]) -> None:
    bulan = [f"{2020 + ke // 12}-{ke % 12 + 1:02d}" for ke in range(banyak)]
    hasil = saldo_awal.bagi_rata(bulan, jumlah, bobot if len(bobot) == banyak else None)
    assert [b for b, _ in hasil] == bulan
    assert sum(n for _, n in hasil) == jumlah
    assert all(n >= 0 for _, n in hasil)
    if len(bobot) != banyak:
        assert max(n for _, n in hasil) - min(n for _, n in hasil) < banyak


def test_the_splitting_law_sees_a_lost_rupiah() -> None:
    """The known-bad control: a third of each month loses a rupiah, and the law says so."""
    bulan = ["2020-01", "2020-02", "2020-03"]
    buruk = [(b, 1_000_000 // 3) for b in bulan]
    assert sum(n for _, n in buruk) != 1_000_000
    assert sum(n for _, n in saldo_awal.bagi_rata(bulan, 1_000_000)) == 1_000_000


@pytest.mark.parametrize(
    ("teks", "bulan"),
    [
        ("Januari 2020", ("2020-01",)), ("JANUARI s.d. MARET 2020", ("2020-01", "2020-02", "2020-03")),
        ("TW I 2020", ("2020-01", "2020-02", "2020-03")), ("Triwulan IV Tahun 2020", ("2020-10", "2020-11", "2020-12")),
        ("Jan-20", ("2020-01",)), ("2020-TW2", ("2020-04", "2020-05", "2020-06")), ("03/2020", ("2020-03",)),
        ("Nopember 2020 s/d Januari 2021", ("2020-11", "2020-12", "2021-01")), (date(2020, 5, 1), ("2020-05",)),
        ("Agt", ("2019-08",)), (7.0, ("2019-07",)), ("Maret, April 2020", ("2020-03", "2020-04")), ("entah", ()),
        ("Semester II 2020", tuple(f"2020-{b:02d}" for b in range(7, 13))), ("13", ()), ("", ()),
        ("Tahun 2020", tuple(f"2020-{b:02d}" for b in range(1, 13))),
    ],
)  # fmt: skip
def test_months_as_offices_write_them(teks: object, bulan: tuple[str, ...]) -> None:
    assert sel_.bulan(teks, 2019) == bulan


def test_a_column_for_every_purse(tmp_path: Path) -> None:
    """350,000 via kecamatan and 200,000 via Disdukcapil side by side, and their sum, which is not read."""
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store, 2)
        for nama, jumlah in (("Kecamatan", 350_000), ("Disdukcapil", 200_000)):
            rows = aturan.baris_tarif(KELURAHAN, nama=nama, jumlah=jumlah, mulai="2025-01", dasar_hukum="", pajak=0)
            ops.simpan_tarif(store, KELURAHAN, rows)
        isi: list[Baris] = [
            ["INSENTIF TRIWULAN I 2025"],
            ["No", "RT", "Nama", "Via Kecamatan (Rp)", "Via Disdukcapil (Rp)", "Jumlah"],
            [1, "01", "Ketua 01", 1_050_000, 600_000, 1_650_000],
            [2, "02", "Ketua 02", 1_050_000, "", 1_050_000],
        ]
        rencana = saldo_lama.rencana(store, tmp_path, isi)
        assert [b.nasib for b in rencana.baris] == [Nasib.DICATAT] * 2, [b.alasan for b in rencana.baris]
        assert [b.jumlah for b in rencana.baris] == [1_650_000, 1_050_000]
        assert rencana.baris[0].rincian == (("2025-01", 550_000), ("2025-02", 550_000), ("2025-03", 550_000))
        neraca = saldo_awal.simpan(store, KELURAHAN, rencana).value
        assert len(neraca.daftar) == 2
        assert sum(saldo_lama.buku(store).values()) == 2_700_000
        assert saldo_lama.buku(store)["02", "2025-01"] == 350_000
        assert not saldo_lama.rencana(store, tmp_path, isi).bisa_simpan


SEL = st.one_of(
    st.sampled_from([
        "RT", "Nama", "Bulan", "Jumlah", "Tahun", "NIK", "Januari", "TW I 2020", "01", "RT 02", "Ketua 01", "",
        "550.000", "Rp 1.650.000,00", "1,650,000", "-", "#N/A", "2020", "Mei 2025", "Komponen", "Insentif Ketua RT",
    ]),
    st.integers(-10_000_000, 10_000_000), st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.text(max_size=12).filter(str.isprintable),
)  # fmt: skip


WAJAR = st.tuples(
    st.sampled_from(["01", "RT 2", 1.0, "3", ""]), st.sampled_from(["Ketua 01", "Ketua 02", "Zainal", "", "Ketua  01"]),
    st.sampled_from(["TW I 2020", "Mei 2025", "", "Juni", "Januari s.d. Mei 2019", "13/2020", 7]),
    st.sampled_from([550_000, 1_650_000.0, "1.650.000", 1, "", 999_999]), st.sampled_from([2025, "2020", ""]),
    st.sampled_from(["", kantor.nik(1), "123"]), st.sampled_from(["", "", 350_000]),
).map(list)  # fmt: skip


@given(st.lists(WAJAR | st.lists(SEL, min_size=1, max_size=7), min_size=1, max_size=12))
@settings(max_examples=60)
def test_no_sheet_breaks_it_and_whatever_is_recorded_adds_up(rows: list[list[object]]) -> None:
    with TemporaryDirectory() as folder, buka(Path(folder)) as store:
        saldo_lama.siapkan(store, 2)
        kepala = ["RT", "Nama", "Bulan", "Jumlah", "Tahun", "NIK", "Januari"]
        try:
            rencana = saldo_lama.rencana(store, Path(folder), [kepala, *rows], Pilihan(periode="2025-TW2"))
        except InputSalah:
            return
        neraca = saldo_awal.simpan(store, KELURAHAN, rencana).value
        event(f"dicatat {min(neraca.dicatat, 3)}")
        assert neraca.dibaca == neraca.dicatat + neraca.sama + neraca.dilewati == len(rencana.baris)
        assert sum(saldo_lama.buku(store).values()) == rencana.total == neraca.rupiah
        lagi = saldo_lama.rencana(store, Path(folder), [kepala, *rows], Pilihan(periode="2025-TW2"))
        assert lagi.total == 0
        assert lagi.jumlah[Nasib.SAMA] >= neraca.dicatat


def test_a_list_that_was_corrected_since_stays(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        saldo_lama.siapkan(store, 2)
        isi: list[Baris] = [
            ["RT", "Nama", "Bulan", "Jumlah"],
            ["01", "Ketua 01", "Mei 2025", 550_000],
            ["02", "Ketua 02", "Mei 2024", 10_000],
        ]
        neraca = saldo_awal.simpan(store, KELURAHAN, saldo_lama.rencana(store, tmp_path, isi)).value
        tetap = next(nomor for nomor in neraca.daftar if nomor.startswith("SA-2025"))
        koreksi.koreksi(store, tetap, 1, menjadi={"2025-05": 500_000}, alasan="Salah tulis")
        hasil = saldo_awal.batalkan(store, neraca.act_id).value
        assert (hasil.dibalik, hasil.daftar, len(hasil.tetap)) == (1, 1, 1)
        assert tetap in hasil.tetap[0]
        assert saldo_lama.buku(store) == {("01", "2025-05"): 550_000}
