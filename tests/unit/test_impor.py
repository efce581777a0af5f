"""The office's own sheets over a store: every cell right or flagged, twice changes nothing, an import goes back."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import impor, ops, queries
from sipokat_desktop.modules.rt.impor import Berat, Letak, Nasib, Pilihan, Rencana
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

DATA = Path(__file__).resolve().parents[1] / "data"
HARI_INI = date(2026, 4, 10)


def rencana(store: Store, path: Path, pilihan: Pilihan | None = None) -> Rencana:
    """The plan of a file as it is proposed."""
    buku = impor.buka(path)
    return impor.banding(store, KELURAHAN, buku, impor.usul(buku, store), pilihan)


def masukkan(store: Store, path: Path, pilihan: Pilihan | None = None) -> impor.Neraca:
    """Import a file; the balance adds up."""
    n = impor.simpan(store, KELURAHAN, rencana(store, path, pilihan)).value
    assert n.dibaca == n.baru + n.diubah + n.sama + n.dilewati
    return n


def roster(store: Store, hari: date = HARI_INI) -> dict[str, queries.BarisRoster]:
    """The heads in office by RT."""
    return {b.nomor: b for b in queries.roster(store.reader(), lingkup=KELURAHAN, hari=hari)}


def lembar_csv(path: Path, *baris: str) -> Path:
    path.write_text("\n".join(baris) + "\n")
    return path


def _isi(r: Rencana) -> dict[int, Fields]:
    return {satu.letak.baris: satu.isi for satu in r.baris}


def _tanda(r: Rencana, berat: Berat) -> set[tuple[int, str]]:
    return {(satu.letak.baris, tanda.isian) for satu in r.baris for tanda in satu.tanda if tanda.berat is berat}


def test_the_clean_sheet_cell_by_cell(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        r = rencana(store, DATA / "roster_bersih.xlsx")
    assert _isi(r)[2] == {
        "nomor": "01", "nama": "Ernawati", "nik": "1673085301840016", "kelamin": "P", "tempat_lahir": "Musi Rawas",
        "tanggal_lahir": "1984-01-13", "alamat": "Jl. Patimura No. 27", "hp": "081381794271",
        "sk_nomor": "141/01/KPTS/KL/2024", "tmt": "2024-02-01", "akhir_sk": "2029-02-01",
        "bank": "Bank Sumsel Babel", "rekening": "8409198900", "jumlah_kk": 53, "ukuran": "XL",
    }  # fmt: skip
    assert _isi(r)[3]["rekening"] == "0534728653"
    assert [len(isi) for isi in _isi(r).values()] == [15] * 9
    assert _tanda(r, Berat.RAGU) == {(5, "nik"), (7, "nik")}
    assert not _tanda(r, Berat.RAPI) | _tanda(r, Berat.SALAH)


KANTOR: dict[int, tuple[str, str, str | None, str, str, str, str, str, str]] = {
    7: ("LUKMAN HAKIM", "01", "1673022505680025", "Palembang", "1968-05-25", "L", "Jl. Depati Said No. 89",
        "084953622154", "141/11/KPTS/KL/2024"),
    8: ("Kusnadi", "02", "1673023011600026", "Lubuk Linggau", "1960-11-30", "L", "Gg. Mawar No. 84", "082049188691",
        "141/50/KPTS/KL/2024"),
    9: ("ISKANDAR MUDA", "03", "1673080104740028", "Curup", "1974-04-01", "L", "Jl. Kenanga I No. 95", "080883773281",
        "141/02/KPTS/KL/2024"),
    10: ("Ernawati", "04", None, "Musi Rawas", "1955-11-25", "P", "Jl. Kali Serayu No. 2", "08067577991",
         "141/50/KPTS/KL/2024"),
    11: ("FERI IRAWAN", "05", "1673021006550011", "Musi Rawas", "1955-06-10", "L", "Jl. Majapahit No. 88",
         "08146152859", "141/02/KPTS/KL/2024"),
    12: ("Sarnubi", "06", "3275030110530026", "Klaten", "1953-10-01", "L", "Gg. Mawar No. 3", "089503258800",
         "141/24/KPTS/LS/2024"),
    13: ("SRI WAHYUNI", "07", "1605094110860013", "Curup", "1986-10-01", "P", "Jl. Yos Sudarso No. 91",
         "088191931793", "141/44/KPTS/KL/2024"),
    14: ("Dewi Sartika", "08", None, "Lubuk Linggau", "1953-06-16", "P", "Gg. Mawar No. 7", "08609194097",
         "141/25/KPTS/LS/2024"),
    15: ("HASAN BASRI", "09", "1673081612500003", "Musi Rawas", "1950-12-16", "L", "Jl. Depati Said No. 57",
         "089753928780", "141/29/KPTS/LS/2024"),
    16: ("Abdul Roni", "10", "1605092406510022", "Curup", "1951-06-24", "L", "Jl. Patimura No. 27", "087134973984",
         "141/02/KPTS/LS/2024"),
    17: ("BAMBANG WIJAYA", "11", "1673020212530032", "Lubuk Linggau", "1953-12-02", "L", "Jl. Yos Sudarso No. 98",
         "082940233589", "141/53/KPTS/LS/2024"),
    18: ("Tarmizi", "12", "1673011905590027", "Palembang", "1959-05-19", "L", "Jl. Depati Said No. 55",
         "089833599214", "141/29/KPTS/LS/2024"),
}  # fmt: skip
KOLOM_KANTOR = ("nama", "nomor", "nik", "tempat_lahir", "tanggal_lahir", "kelamin", "alamat", "hp", "sk_nomor")


def test_the_office_sheet_cell_by_cell(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        r = rencana(store, DATA / "roster_kantor.xlsx")
        assert {n: tuple(isi.get(k) for k in KOLOM_KANTOR) for n, isi in _isi(r).items()} == KANTOR
        assert r.jumlah[Nasib.BARU] == 12
        # Excel lost the last digit of two NIKs; four others it kept as numbers to the last digit.
        assert _tanda(r, Berat.RAGU) == {(10, "nik"), (14, "nik"), (12, "nik")}
        assert _tanda(r, Berat.RAPI) == {
            *((n, "nik") for n in (9, 12, 15, 18)), *((n, "hp") for n in (9, 12, 13, 15, 18)),
        }  # fmt: skip
        assert [(x.baris, x.alasan) for x in r.diabaikan] == [
            (6, "nomor kolom"), (20, "tanda tangan atau catatan di bawah tabel"),
            (21, "tanda tangan atau catatan di bawah tabel"),
        ]  # fmt: skip


@pytest.mark.parametrize("jenis", ["xls", "ods"])
def test_the_office_sheet_is_the_same_in_the_other_formats(tmp_path: Path, jenis: str) -> None:
    """As LibreOffice Calc saves it."""
    with buka(tmp_path) as store:
        r, lain = rencana(store, DATA / "roster_kantor.xlsx"), rencana(store, DATA / f"roster_kantor.{jenis}")
        assert _isi(lain) == _isi(r)
        assert all(_tanda(lain, berat) == _tanda(r, berat) for berat in Berat)


def test_the_semicolon_sheet_cell_by_cell(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        r = rencana(store, DATA / "roster_titik_koma.csv")
    asli = list(csv.reader(io.StringIO((DATA / "roster_titik_koma.csv").read_text()), delimiter=";"))
    for baris, (rt, nama, nik, alamat, hp) in enumerate(asli[1:], 2):
        harap: Fields = {"nomor": rt.zfill(2), "nama": nama, "alamat": alamat, "hp": hp}
        assert _isi(r)[baris] == (harap if "E+" in nik else harap | {"nik": nik.strip("'")})
    assert _tanda(r, Berat.RAGU) == {(5, "nik")}
    assert _tanda(r, Berat.RAPI) == {(n, "nik") for n in (2, 4, 6, 8)}


@pytest.mark.parametrize(
    "nama", ["roster_bersih.xlsx", "roster_kantor.xlsx", "roster_titik_koma.csv", "roster_bersih_perubahan.xlsx"]
)
def test_the_same_sheet_again_changes_nothing(tmp_path: Path, nama: str) -> None:
    with buka(tmp_path) as store:
        pertama = masukkan(store, DATA / nama)
        assert pertama.baru > 0
        sebelum, hitungan = kantor.tampak(store), kantor.hitung(store)
        kedua = masukkan(store, DATA / nama)
        assert (kedua.baru, kedua.diubah, kedua.sama) == (0, 0, pertama.baru)
        assert (kantor.tampak(store), kantor.hitung(store)) == (sebelum, hitungan)


def test_the_changed_sheet_over_the_clean_one(tmp_path: Path) -> None:
    """Exactly two replaced heads, one new RT, one changed phone, one repeated row."""
    with buka(tmp_path) as store:
        masukkan(store, DATA / "roster_bersih.xlsx")
        r = rencana(store, DATA / "roster_bersih_perubahan.xlsx")
        lain = {x.letak.baris: x.nasib for x in r.baris if x.nasib is not Nasib.SAMA}
        assert lain == {
            4: Nasib.GANTI, 5: Nasib.DIUBAH, 7: Nasib.GANTI, 11: Nasib.BARU, 12: Nasib.DILEWATI,
        }  # fmt: skip
        per_baris = {x.letak.baris: x for x in r.baris}
        assert [(b.isian, b.sebelum, b.sesudah) for b in per_baris[5].beda] == [("hp", "089658167885", "081234567890")]
        assert (per_baris[4].lama, per_baris[7].lama) == ("Iskandar Muda", "Mulyadi")
        assert per_baris[12].alasan == "Sama persis dengan baris 2."
        n = impor.simpan(store, KELURAHAN, r).value
        assert (n.dibaca, n.baru, n.diubah, n.sama, n.dilewati, n.diganti) == (11, 3, 1, 6, 1, 2)
        lama = [m for m in queries.masa(store.reader(), lingkup=KELURAHAN) if m.nomor == "03"]
        assert [(m.nama, m.akhir_nyata) for m in lama] == [
            ("Iskandar Muda", "2026-02-28"), ("Rosmala Dewi (baru)", None),
        ]  # fmt: skip
        assert kantor.satu_kesatuan(store)
        assert kantor.rantai_utuh(store)


def test_an_older_sheet_never_brings_a_former_head_back(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        masukkan(store, DATA / "roster_bersih.xlsx")
        masukkan(store, DATA / "roster_bersih_perubahan.xlsx")
        r = rencana(store, DATA / "roster_bersih.xlsx")
        assert {x.letak.baris: x.nasib for x in r.baris if x.nasib not in (Nasib.SAMA, Nasib.DIUBAH)} == {
            4: Nasib.MASALAH, 7: Nasib.MASALAH,
        }  # fmt: skip
        assert r.tak_ada == ("RT 10 · Hasan Basri",)


def test_a_damaged_nik_is_restored_from_the_store_by_name_and_rt(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        masukkan(store, lembar_csv(tmp_path / "a.csv", "No RT,Nama,NIK", "4,Kartini,1673025210890015"))
        r = rencana(store, lembar_csv(tmp_path / "a.csv", "No RT;Nama;NIK", "4;KARTINI;1,67302521089001E+15"))
        assert (r.baris[0].nasib, r.baris[0].isi["nik"]) == (Nasib.SAMA, "1673025210890015")
        assert [t.berat for t in r.baris[0].tanda] == [Berat.RAPI]


def test_the_same_person_under_another_spelling(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        masukkan(store, lembar_csv(tmp_path / "a.csv", "No RT,Nama", "1,Muhammad Yusuf", "2,Siti Aminah"))
        r = rencana(store, lembar_csv(tmp_path / "a.csv", "No RT,Nama", '1,"H. Moh. Yusup, S.Pd"', "2,Bambang Wijaya"))
        assert [x.nasib for x in r.baris] == [Nasib.DIUBAH, Nasib.GANTI]
        sama = Pilihan().dengan(orang_sama=[Letak(0, 3)])
        r = rencana(store, tmp_path / "a.csv", sama)
        assert [x.nasib for x in r.baris] == [Nasib.DIUBAH, Nasib.DIUBAH]
        beda = sama.dengan(ganti=[Letak(0, 2)])
        assert [x.nasib for x in rencana(store, tmp_path / "a.csv", beda).baris] == [Nasib.GANTI, Nasib.DIUBAH]


def test_an_empty_cell_never_erases(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        masukkan(store, lembar_csv(tmp_path / "a.csv", "No RT,Nama,HP,Alamat", "1,Budi,08123456789,Jl. Mawar"))
        n = masukkan(store, lembar_csv(tmp_path / "a.csv", "No RT,Nama,HP,Alamat", "1,Budi,,-"))
        assert (n.sama, roster(store)["01"].hp) == (1, "08123456789")


def test_bad_rows_are_named_and_nothing_is_saved_of_them(tmp_path: Path) -> None:
    berkas = lembar_csv(
        tmp_path / "a.csv", "No RT,Nama,NIK", "1,Budi,", "2,Citra,123", "3,Dewi,", "3,Eka,", "x,Fajar,", "4,,1673"
    )
    with buka(tmp_path / "d") as store:
        r = rencana(store, berkas)
        assert [x.letak.baris for x in r.bermasalah] == [3, 4, 5, 6, 7]
        n = impor.simpan(store, KELURAHAN, r).value
        assert (n.dibaca, n.baru, n.dilewati) == (6, 1, 5)
        assert list(roster(store)) == ["01"]


def test_an_accepted_suggestion_and_a_retyped_cell(tmp_path: Path) -> None:
    berkas = lembar_csv(tmp_path / "a.csv", "No RT,Nama,NIK,HP", "1,Budi,16730853O1840016,", "2,Citra,,abc")
    with buka(tmp_path / "d") as store:
        r = rencana(store, berkas)
        assert [(x.nasib, x.tanda[0].usul) for x in r.baris] == [
            (Nasib.MASALAH, "1673085301840016"), (Nasib.MASALAH, ""),
        ]  # fmt: skip
        pilihan = Pilihan().dengan(terima=[(Letak(0, 2), "nik")], isi={(Letak(0, 3), "hp"): "0812 3456 789"})
        r = rencana(store, berkas, pilihan)
        assert [x.nasib for x in r.baris] == [Nasib.BARU, Nasib.BARU]
        assert (r.baris[0].isi["nik"], r.baris[1].isi["hp"]) == ("1673085301840016", "08123456789")


def test_a_term_that_begins_next_month_is_not_added_twice(tmp_path: Path) -> None:
    berkas = lembar_csv(tmp_path / "a.csv", "No RT,Nama,TMT", "1,Budi,2026-05-01")
    with buka(tmp_path / "d") as store:
        assert masukkan(store, berkas).baru == 1
        assert masukkan(store, berkas).sama == 1
        assert len(roster(store, date(2026, 5, 1))) == 1


def test_a_nik_of_another_head_in_office_is_not_taken(tmp_path: Path) -> None:
    with buka(tmp_path / "d") as store:
        kantor.isi_rt(store, 3)
        r = rencana(store, lembar_csv(tmp_path / "a.csv", "No RT,Nama,NIK", f"9,Orang Lain,{kantor.nik(3)}"))
        assert r.baris[0].nasib is Nasib.MASALAH
        assert "RT 03" in r.baris[0].alasan
        tukar = lembar_csv(
            tmp_path / "a.csv", "No RT,Nama,NIK,TMT", f"3,Pengganti,{kantor.nik(8)},2026-04-01",
            f"9,Ketua 03,{kantor.nik(3)},2026-04-01",
        )  # fmt: skip
        n = masukkan(store, tukar)
        assert (n.baru, n.diganti) == (2, 1)
        orang = store.reader().execute("SELECT count(*) FROM rt_orang WHERE nik = ?", (kantor.nik(3),)).fetchone()[0]
        assert orang == 1


def test_the_plan_is_refused_when_the_data_changed_meanwhile(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.isi_rt(store, 2)
        r = rencana(store, DATA / "roster_bersih.xlsx")
        ops.tambah(store, KELURAHAN, kantor.isian(7))
        sebelum = kantor.tampak(store)
        with pytest.raises(InputSalah, match="berubah sejak pratinjau"):
            impor.simpan(store, KELURAHAN, r)
        assert kantor.tampak(store) == sebelum


def test_a_cancel_in_the_middle_of_the_commit_leaves_nothing(tmp_path: Path) -> None:
    class Berhenti(Exception):
        pass

    def maju(i: int, _n: int) -> None:
        if i > 5:
            raise Berhenti

    with buka(tmp_path) as store:
        r = rencana(store, DATA / "roster_bersih.xlsx")
        hitungan = kantor.hitung(store)
        with pytest.raises(Berhenti):
            impor.simpan(store, KELURAHAN, r, maju=maju)
        assert kantor.hitung(store) == hitungan
        assert impor.simpan(store, KELURAHAN, r).value.baru == 9
