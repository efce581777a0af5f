"""An import goes back, is remembered, is told in a file; and sheets of other shapes come in."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import impor, ops
from sipokat_desktop.modules.rt.impor import Letak, Nasib, Pilihan
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka
from tests.unit.lembar import tulis_xlsx
from tests.unit.test_impor import DATA, lembar_csv, masukkan, rencana, roster


def test_an_import_goes_back_row_by_row(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        masukkan(store, DATA / "roster_bersih.xlsx")
        sebelum = kantor.tampak(store)
        n = masukkan(store, DATA / "roster_bersih_perubahan.xlsx")
        empat = roster(store)["10"]
        ops.ubah(store, jabatan_id=empat.jabatan_id, masa_id=str(empat.masa_id), isian={"hp": "0812 0000 0000"})
        hasil = impor.batalkan(store, n.act_id).value
        assert hasil.dibatalkan == 3
        assert hasil.tetap == ("RT 10 · Hasan Basri: sudah diubah lagi sesudahnya.",)
        kini = {k: [x for x in v if "Hasan Basri" not in x or k != "rt_orang"] for k, v in kantor.tampak(store).items()}
        assert len(kini["rt_masa"]) == len(sebelum["rt_masa"]) + 1
        assert roster(store)["03"].nama == "Iskandar Muda"
        with pytest.raises(InputSalah, match="sudah dibatalkan"):
            impor.batalkan(store, n.act_id)
        assert kantor.satu_kesatuan(store)
        assert kantor.rantai_utuh(store)


def test_an_untouched_import_goes_back_whole_and_can_come_again(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        sebelum = kantor.tampak(store)
        n = masukkan(store, DATA / "roster_kantor.xlsx")
        assert [x.neraca.kalimat for x in impor.daftar_impor(store)] == [n.kalimat]
        assert impor.batalkan(store, n.act_id).value.dibatalkan == 12
        assert kantor.tampak(store) == sebelum
        assert [x.dibatalkan for x in impor.daftar_impor(store)] == [True]
        assert masukkan(store, DATA / "roster_kantor.xlsx").baru == 12
        assert kantor.rantai_utuh(store)


def test_what_a_payment_list_uses_stays(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        n = masukkan(store, DATA / "roster_bersih.xlsx")
        kantor.susun(store)
        hasil = impor.batalkan(store, n.act_id).value
        assert hasil.dibatalkan == 0
        assert all(satu.endswith("sudah dipakai di data lain.") for satu in hasil.tetap)
        assert len(hasil.tetap) == 9


def test_thirty_days_later_it_is_too_late(tmp_path: Path) -> None:
    jam = kantor.Jam()
    with buka(tmp_path, jam) as store:
        n = masukkan(store, DATA / "roster_bersih.xlsx")
        jam.ms += 31 * kantor.HARI_MS
        assert impor.daftar_impor(store) == []
        with pytest.raises(InputSalah, match="30 hari"):
            impor.batalkan(store, n.act_id)
        with pytest.raises(InputSalah, match="tidak ada"):
            impor.batalkan(store, "entah")


def test_a_corrected_mapping_is_remembered(tmp_path: Path) -> None:
    berkas = lembar_csv(tmp_path / "a.csv", "No RT,Nama,Panggilan", "1,Budi,Bud", "2,Citra,Cit")
    with buka(tmp_path / "d") as store:
        buku = impor.buka(berkas)
        pemetaan = impor.usul(buku, store)
        assert [k.isian for k in pemetaan.lembar[0].kolom] == ["nomor", "nama", ""]
        pemetaan = pemetaan.ganti(0, 2, "catatan")
        impor.simpan(store, KELURAHAN, impor.banding(store, KELURAHAN, buku, pemetaan))
        lagi = impor.usul(buku, store).lembar[0]
        assert lagi.ingat
        assert [k.isian for k in lagi.kolom] == ["nomor", "nama", "catatan"]
        assert impor.usul(impor.buka(DATA / "roster_bersih.xlsx"), store).lembar[0].ingat is False
        tukar = pemetaan.ganti(0, 2, "nama")
        assert [k.isian for k in tukar.lembar[0].kolom] == ["nomor", "", "nama"]


def test_the_balance_as_a_file(tmp_path: Path) -> None:
    with buka(tmp_path / "d") as store:
        n = masukkan(store, lembar_csv(tmp_path / "a.csv", "No RT,Nama", "1,=cmd()", "x,Budi"))
        n.tulis(tmp_path / "n.csv")
        n.tulis(tmp_path / "n.txt")
    baris = list(csv.reader(io.StringIO((tmp_path / "n.csv").read_text("utf-8-sig")), delimiter=";"))
    assert ["Dibaca", "2"] in baris
    assert [b[3] for b in baris if b and b[0] == "a"] == ["baru", "bermasalah"]
    assert not any(sel.startswith("=") for b in baris for sel in b)
    assert "bermasalah" in (tmp_path / "n.txt").read_text("utf-8-sig")


def test_several_sheets_sections_and_pages(tmp_path: Path) -> None:
    satu: list[list[object]] = [
        ["DATA KETUA RT RW 01"], [], ["No", "RT", "Nama", "HP"], [1, "01", "Budi", "08123456789"],
        ["", "", "Jumlah", 1],
    ]  # fmt: skip
    dua: list[list[object]] = [
        ["DATA KETUA RT"], ["No", "RT", "Nama", "HP"], ["RW 02"], [1, 1, "Citra", 8123456780],
        ["No", "RT", "Nama", "HP"], ["RW. 03", "", "", ""], [2, 1, "Dewi", "0812-3456-781"],
        ["", "", "", "Lubuk Linggau, 2 Januari 2024"], ["", "", "", "Lurah Taba Jemekeh"], ["", "", "Drs. H. Fulan"],
        ["", "", "NIP. 196701011990031001"],
    ]  # fmt: skip
    berkas = tulis_xlsx(tmp_path / "a.xlsx", {"RW 01": satu, "Lain": dua, "Catatan": [["halo"]], "Kosong": []})
    with buka(tmp_path / "d") as store:
        r = rencana(store, berkas)
        hasil = [(x.isi["nomor"], x.isi["rw"], x.isi["nama"], x.isi["hp"]) for x in r.baris]
        assert hasil == [
            ("01", "01", "Budi", "08123456789"), ("01", "02", "Citra", "08123456780"),
            ("01", "03", "Dewi", "08123456781"),
        ]  # fmt: skip
        assert [satu.dipakai for satu in r.pemetaan.lembar] == [True, True, False, False]
        assert impor.simpan(store, KELURAHAN, r).value.baru == 3
        assert rencana(store, berkas).jumlah[Nasib.SAMA] == 3


def test_two_row_headers_and_marks_in_two_columns(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["NO", "NAMA", "RT/RW", "JENIS KELAMIN", "", "TEMPAT/TANGGAL LAHIR", "", "SK LURAH", ""],
        ["", "", "", "L", "P", "TEMPAT", "TANGGAL", "NOMOR", "TANGGAL"],
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
        [1, "Budi", "RT.03/RW.01", "V", "", "Curup", date(1970, 1, 2), "141/1/2024", "20-01-2024"],
        [2, "Citra", "RT 4 RW 1", "", "x", "Curup", 25569, "141/2/2024", date(2024, 1, 20)],
    ]
    gabung = ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:I1"]
    for nama, petak in (("a.xlsx", gabung), ("b.xlsx", [])):
        berkas = tulis_xlsx(tmp_path / nama, {"a": rows}, gabung={"a": petak})
        with buka(tmp_path / nama.partition(".")[0]) as store:
            isi = [x.isi for x in rencana(store, berkas).baris]
        assert isi == [
            {
                "nama": "Budi", "nomor": "03", "rw": "01", "kelamin": "L", "tempat_lahir": "Curup",
                "tanggal_lahir": "1970-01-02", "sk_nomor": "141/1/2024", "sk_tanggal": "2024-01-20",
            },
            {
                "nama": "Citra", "nomor": "04", "rw": "01", "kelamin": "P", "tempat_lahir": "Curup",
                "tanggal_lahir": "1970-01-01", "sk_nomor": "141/2/2024", "sk_tanggal": "2024-01-20",
            },
        ]  # fmt: skip


def test_a_sheet_without_any_title(tmp_path: Path) -> None:
    rows = [
        [n, f"{n + 2:02}", nama, f"16730853018400{n:02}", f"0812345678{n}", f"Jl. Mawar No. {n}"]
        for n, nama in enumerate(("Budi Santoso", "Citra Dewi", "Eka Putra"), 1)
    ]
    with buka(tmp_path / "d") as store:
        r = rencana(store, tulis_xlsx(tmp_path / "a.xlsx", {"a": rows}))
        satu = r.baris[0].isi
        assert (satu["nomor"], satu["nama"], satu["hp"], satu["alamat"]) == (
            "03", "Budi Santoso", "08123456781", "Jl. Mawar No. 1",
        )  # fmt: skip


def test_rows_of_another_kelurahan_are_left_out(tmp_path: Path) -> None:
    berkas = lembar_csv(
        tmp_path / "a.csv", "RT,Nama,Kelurahan", "1,Budi,Taba Jemekeh", "1,Citra,Kel. Majapahit", "2,Dewi,Entah"
    )
    with buka(tmp_path / "d") as store:
        r = rencana(store, berkas)
        assert [x.nasib for x in r.baris] == [Nasib.BARU, Nasib.DILEWATI, Nasib.MASALAH]


def test_a_vacant_post_and_people_who_are_no_heads(tmp_path: Path) -> None:
    berkas = lembar_csv(
        tmp_path / "a.csv",
        "Jabatan,Nama,HP",
        "Ketua RT 01,Kosong,",
        "Sekretaris RT 01,Budi,",
        "Plt. Ketua RT 02,Citra,",
    )
    with buka(tmp_path / "d") as store:
        r = rencana(store, berkas)
        assert [x.nasib for x in r.baris] == [Nasib.BARU, Nasib.DILEWATI, Nasib.BARU]
        assert r.baris[2].isi["jenis"] == "plt"
        impor.simpan(store, KELURAHAN, r)
        assert (roster(store)["01"].orang_id, roster(store)["02"].nama) == (None, "Citra")
        assert rencana(store, berkas).jumlah[Nasib.SAMA] == 2


BARIS = st.tuples(
    st.sampled_from(["1", "2", "03", "RT 4", "x", "", "1"]),
    st.sampled_from(["Budi", "Citra", "", "Dewi", "123", "Budi "]),
    st.sampled_from(["", kantor.nik(1), kantor.nik(2), "12", "1,6E+15"]),
    st.sampled_from(["", "2026-01-01", "1/5/2026", "kapan", "2027-01-01"]),
    st.sampled_from(["", "0812345678", "satu"]),
)


@given(st.lists(st.lists(BARIS, min_size=1, max_size=6), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_the_balance_always_adds_up(lembar: list[list[tuple[str, ...]]]) -> None:
    """dibaca = baru + diubah + sama + dilewati, each sheet a second time changes nothing, and goes back."""
    with TemporaryDirectory() as folder, buka(Path(folder)) as store:
        berkas = Path(folder) / "a.csv"
        terakhir = impor.Neraca("", "", 0, 0, 0, 0, 0, 0, 0)
        sebelum = kantor.tampak(store)
        for baris in lembar:
            teks = io.StringIO()
            csv.writer(teks).writerows([("No RT", "Nama", "NIK", "TMT", "HP"), *baris])
            berkas.write_text(teks.getvalue())
            semula = kantor.tampak(store)
            try:
                neraca = masukkan(store, berkas)
            except InputSalah:
                assert kantor.tampak(store) == semula
                continue
            if neraca.baru or neraca.diubah:
                terakhir, sebelum = neraca, semula
            isi = kantor.tampak(store)
            lagi = masukkan(store, berkas)
            assert (lagi.baru, lagi.diubah, lagi.dilewati) == (0, 0, neraca.dilewati)
            assert kantor.tampak(store) == isi
        if terakhir.act_id:
            impor.batalkan(store, terakhir.act_id)
            assert kantor.tampak(store) == sebelum
        assert kantor.satu_kesatuan(store)
        assert kantor.rantai_utuh(store)


def test_choices_are_data() -> None:
    pilihan = Pilihan().dengan(lewati=[Letak(0, 2)]).dengan(lewati=[Letak(0, 3)])
    assert pilihan.lewati == {Letak(0, 2), Letak(0, 3)}
    assert replace(pilihan, lewati=frozenset()) == Pilihan()
