"""Round trip: what is exported and imported again changes nothing, in our order and in the office's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sipokat_desktop.modules.rt import ekspor, impor, ops
from sipokat_desktop.modules.rt.impor import Nasib
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

DATA = Path(__file__).parents[1] / "data"
LENGKAP = {
    "kelamin": "L", "tempat_lahir": "Lubuk Linggau", "tanggal_lahir": "1/1/1970", "hp": "081234567890",
    "alamat": "Jl. Kenanga No. 3", "bank": "Bank Sumsel Babel", "rekening": "0012345678", "atas_nama": "Ketua",
    "npwp": "09.254.294.3-407.000", "ukuran": "XL", "golongan": "III", "rangkap": "Ketua LPM", "catatan": "-3 hari",
    "jumlah_kk": "53", "jiwa_l": "100", "jiwa_p": "1200", "batas": "=Siring", "jenis": "plt", "cara": "penunjukan",
    "ba_nomor": "BA/1", "sk_penerbit": "camat",
}  # fmt: skip
KANTOR = (
    ("NO.", ""), ("NAMA LENGKAP", "nama"), ("N I K", "nik"), ("TEMPAT / TGL LAHIR", "ttl"), ("L/P", "kelamin"),
    ("JABATAN", "nomor"), ("TMT", "tmt"), ("NO. SK", "sk_nomor"), ("BERAKHIR", "akhir_sk"),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office with a head in every detail, one with the least, and a vacant post."""
    with buka(tmp_path / "data") as dibuka:
        ops.tambah(dibuka, KELURAHAN, kantor.isian(1, **LENGKAP))
        ops.tambah(dibuka, KELURAHAN, kantor.isian(2, rw="01"))
        ops.tambah(dibuka, KELURAHAN, {"nomor": "3", "nama": "M. Ali"})
        ops.tambah_kosong(dibuka, KELURAHAN, {"nomor": "4", "jumlah_kk": "40"})
        yield dibuka


@pytest.mark.parametrize("kolom", [(), KANTOR], ids=["kita", "kantor"])
@pytest.mark.parametrize("nik_penuh", [True, False], ids=["penuh", "samar"])
def test_export_then_import_changes_nothing(
    store: Store, tmp_path: Path, kolom: tuple[tuple[str, str], ...], nik_penuh: bool
) -> None:
    """Also from a masked export: a hidden NIK is no NIK, so it neither fails nor overwrites."""
    store.set_settings(ekspor.ingat_kolom(kolom))
    berkas = tmp_path / "rt.xlsx"
    ekspor.ekspor(store, KELURAHAN, berkas, nik_penuh=nik_penuh)
    lembar = impor.buka(berkas)
    rencana = impor.banding(store, KELURAHAN, lembar, impor.usul(lembar, store))
    nasib = {b.isi.get("nomor", b.letak): (b.nasib, b.alasan, b.beda, b.tanda) for b in rencana.baris}
    assert {b.nasib for b in rencana.baris} <= {Nasib.SAMA, Nasib.DILEWATI}, nasib
    assert rencana.jumlah[Nasib.SAMA] >= 3
    sebelum = kantor.tampak(store)
    if rencana.bisa_simpan:
        impor.simpan(store, KELURAHAN, rencana)
    assert kantor.tampak(store) == sebelum


@pytest.mark.parametrize("lembar", ["roster_bersih.xlsx", "roster_kantor.xlsx", "roster_titik_koma.csv"])
def test_a_sheet_of_an_office_comes_back_the_same(tmp_path: Path, lembar: str) -> None:
    """Import, export, import: nothing new, nothing changed, whatever the sheet looked like."""
    with buka(tmp_path / "data") as store:
        asal = impor.buka(DATA / lembar)
        usul = impor.usul(asal, store)
        impor.simpan(store, KELURAHAN, impor.banding(store, KELURAHAN, asal, usul))
        berkas = tmp_path / "rt.xlsx"
        hasil = ekspor.ekspor(store, KELURAHAN, berkas, nik_penuh=True)
        kembali = impor.buka(berkas)
        pemetaan = impor.usul(kembali, store)
        kembali_judul = pemetaan.lembar[0]
        rencana = impor.banding(store, KELURAHAN, kembali, pemetaan)
        nasib = [(b.nasib, b.sebutan, b.alasan, b.beda) for b in rencana.baris if b.nasib is not Nasib.SAMA]
        assert nasib == []
        judul = [kolom.judul for kolom in kembali_judul.kolom]
        asal_judul = [k.judul for k in usul.lembar[0].kolom if k.judul]
        assert judul[: len(asal_judul)] == asal_judul, "the office's own order and titles"
        assert rencana.jumlah[Nasib.SAMA] == hasil.baris > 0
