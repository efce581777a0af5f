"""A register of phones from a sheet: read, matched, balanced, saved as one act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sipokat_desktop.importing.sheet import Sheet
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.ponsel import impor, ops, queries
from sipokat_desktop.modules.ponsel.impor import Nasib, Pilihan
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.unit import barang, kantor
from tests.unit.barang import hp, imei, unit
from tests.unit.kantor import KELURAHAN, buka

JUDUL = ["No", "Nama Barang", "Merk / Type", "IMEI", "IMEI 2", "No. Seri", "Kondisi", "Tahun", "RT", "Nama Pemegang"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with three heads of RT."""
    with buka(tmp_path) as dibuka:
        kantor.isi_rt(dibuka, 3)
        yield dibuka


def berkas(*rows: list[object], judul: list[str] = JUDUL) -> impor.Berkas:
    """A workbook with one sheet."""
    isi: list[list[object]] = [["DAFTAR HP KETUA RT"], [], [*judul], [*range(1, len(judul) + 1)], *rows]
    return impor.Berkas("daftar.xlsx", (Sheet("HP", isi, ()),), ())


def baris(ke: int, **lain: object) -> list[object]:
    """A row of the sheet."""
    isi: dict[str, object] = {
        "no": ke, "barang": "HP", "tipe": "Samsung J2 Prime", "imei1": imei(ke), "imei2": "", "seri": "",
        "kondisi": "Baik", "tahun": 2017.0, "rt": f"RT {ke:02d}", "nama": f"Ketua {ke:02d}",
    }  # fmt: skip
    return [*(isi | lain).values()]


def rencana(store: Store, isi: impor.Berkas, pilihan: Pilihan = Pilihan()) -> impor.Rencana:  # noqa: B008
    """What would become of a file."""
    return impor.banding(store, KELURAHAN, isi, impor.usul(isi), pilihan)


def test_titles_are_recognised_and_can_be_changed() -> None:
    peta = impor.usul(berkas(baris(1)))
    assert [k.isian for k in peta.lembar[0].kolom] == [
        "", "barang", "tipe", "imei1", "imei2", "seri", "kondisi", "tahun", "rt", "nama",
    ]  # fmt: skip
    assert peta.kurang == ()
    tanpa = peta.ganti(0, 3, "").ganti(0, 4, "").ganti(0, 5, "")
    assert tanpa.kurang == ("Di lembar “HP” belum ada kolom IMEI, nomor seri, atau NUP. Pilih kolomnya.",)
    assert peta.pakai(0, False).kurang[0].startswith("Tidak ada lembar")


def test_new_updated_same_and_refused_balance_and_one_undo(store: Store) -> None:
    ada = hp(store, 2, merek="", tipe="Samsung J2 Prime")
    sama = hp(store, 3, merek="", tipe="Samsung J2 Prime")
    barang.serah(store, sama, "03")
    isi = berkas(
        baris(1), baris(2, kondisi="rusak berat"), baris(3), baris(4, imei1="123"), baris(5, imei1=imei(1)),
        ["", "", "", "", "", "", "", "", "", ""], ["Mengetahui, Lurah"],
    )  # fmt: skip
    r = rencana(store, isi)
    assert [b.nasib for b in r.baris] == [Nasib.BARU, Nasib.DIUBAH, Nasib.SAMA, Nasib.DITOLAK, Nasib.DITOLAK]
    assert [b.alasan for b in r.baris] == [
        "Barang baru, dipegang Ketua 01 (RT 01).", "Diperbarui: kondisi. Dipegang Ketua 02 (RT 02).", "Sudah tercatat.",
        "IMEI harus 15 angka; yang diisi 3 angka. Lihat di kotak HP, atau tekan *#06# pada HP itu.",
        "Sama dengan baris 5.",
    ]  # fmt: skip
    sebelum = kantor.tampak(store)
    neraca = impor.simpan(store, KELURAHAN, r).value
    assert neraca.kalimat == "5 baris dibaca: 1 baru, 1 diperbarui, 1 sama, 2 ditolak. 2 pemegang dicatat."
    assert (unit(store, ada).nama, unit(store, ada).kondisi) == ("Ketua 02", "rusak_berat")
    baru = queries.cari(queries.daftar(store.reader(), lingkup=[KELURAHAN], hari=barang.hari(store)), imei(1))
    assert [(u.nama, u.tahun) for u in baru] == [("Ketua 01", 2017)]
    assert [b.nasib for b in rencana(store, isi).baris[:3]] == [Nasib.SAMA] * 3
    with pytest.raises(InputSalah, match="berubah sejak pratinjau"):
        impor.simpan(store, KELURAHAN, r)
    history.undo(store, neraca.act_id)
    kini = kantor.tampak(store)
    assert kini["ponsel_unit"] == sebelum["ponsel_unit"]
    assert unit(store, ada).keadaan == "belum"


@pytest.mark.parametrize(
    ("sel", "jadi", "kata"),
    [
        (float(imei(7)), imei(7), ""),
        (int(imei(7)), imei(7), ""),
        (f"'{imei(7)}", imei(7), "Tanda petik atau spasi"),
        (" ".join((imei(7)[:6], imei(7)[6:])), imei(7), "Tanda petik atau spasi"),
        ("3,52E+14", None, "Excel memotong IMEI ini"),
        ("abc", None, "IMEI hanya angka"),
        (f"{imei(7)} / {imei(8)}", imei(7), ""),
        (f"{imei(7)} / {imei(8)[:-1]}x", None, "hanya angka"),
        (12345678901237.0, "012345678901237", "Nol di depan"),
        ("-", None, ""),
        ("#N/A", None, "#N/A"),
    ],
)  # fmt: skip
def test_imeis_as_excel_leaves_them(store: Store, sel: object, jadi: str | None, kata: str) -> None:
    r = rencana(store, berkas(baris(1, imei1=sel, seri="R58A1")))
    (satu,) = r.baris
    assert satu.isi.get("imei1") == jadi
    assert kata in " ".join(t.pesan for t in satu.tanda)
    if "/" in str(sel) and jadi:
        assert satu.isi.get("imei2") == imei(8)


def test_serial_number_finds_the_unit_and_two_owners_are_refused(store: Store) -> None:
    satu, dua = hp(store, 1), hp(store, 2, imei1="", seri="R58A1")
    r = rencana(store, berkas(baris(5, imei1="", seri="r58 a1"), baris(1, seri="R58A1")))
    assert [(b.unit_id, b.nasib) for b in r.baris] == [(dua, Nasib.DIUBAH), ("", Nasib.DITOLAK)]
    r = rencana(store, berkas(baris(1, seri="R58A1")))
    assert "nomor serinya milik" in r.baris[0].alasan
    assert satu


def test_a_holder_who_is_not_the_head_is_told_and_left_out(store: Store) -> None:
    r = rencana(store, berkas(baris(1, nama="Orang Lain"), baris(2, rt="RT 44"), baris(3, rt="?")))
    assert [b.serah for b in r.baris] == [None] * 3
    assert [b.nasib for b in r.baris[:2]] == [Nasib.BARU] * 2
    assert "ketua RT 01 sekarang Ketua 01" in r.baris[0].tanda[-1].pesan
    assert "RT 44 tidak ada ketuanya" in r.baris[1].tanda[-1].pesan


def test_rows_may_be_skipped_and_cells_typed_anew(store: Store) -> None:
    isi = berkas(baris(1, imei1="1"), baris(2))
    satu, dua = (b.letak for b in rencana(store, isi).baris)
    pilihan = Pilihan().dengan(lewati=frozenset({dua}), isi={(satu, "imei1"): imei(1)})
    assert [b.nasib for b in rencana(store, isi, pilihan).baris] == [Nasib.BARU, Nasib.DILEWATI]


def test_a_file_without_rows_is_told(store: Store) -> None:
    with pytest.raises(InputSalah, match="tidak berisi baris barang"):
        rencana(store, berkas(["Mengetahui, Lurah"]))


def test_no_number_at_all_is_refused(store: Store) -> None:
    r = rencana(store, berkas(baris(1, imei1="")))
    assert r.baris[0].alasan.startswith("IMEI, nomor seri, dan NUP kosong")
    assert ops.UNIT[0] == "barang"
