"""Red flags: each kind is found where it is, says the rupiah, and leads to the row; a clean ledger has none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.insentif import koreksi, ops, siklus, susun, temuan_merah
from sipokat_desktop.modules.insentif.temuan_merah import Bendera
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as rt_queries
from sipokat_desktop.storage import naming
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

TW1 = periode.baca("2026-TW1").bulan
HARI = date(2026, 4, 20)


def _cari(store: Store, *, hari: date = HARI, batas: int | None = None) -> list[Bendera]:
    return temuan_merah.cari(store.reader(), lingkup=KELURAHAN, bulan=TW1, hari=hari, batas=batas)


def _jenis(store: Store) -> list[str]:
    return [b.jenis for b in _cari(store)]


def _masa(store: Store, nomor: str) -> rt_queries.Masa:
    return next(m for m in rt_queries.masa(store.reader(), lingkup=KELURAHAN) if m.nomor == nomor)


def _ubah(store: Store, tabel: str, row_id: str, isi: Fields) -> None:
    store.write("dari kota", lambda tx: tx.update(tabel, row_id, isi))


def _dibayar(store: Store) -> str:
    nomor = kantor.terkunci(store, 3)
    ops.terima(store, nomor, hari=date(2026, 4, 2))
    return nomor


def test_a_clean_quarter_has_no_flag(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        _dibayar(store)
        assert _cari(store, hari=date(2027, 1, 1)) == []


def _sebelum_sk(store: Store) -> None:
    _ubah(store, "rt_masa", _masa(store, "02").masa_id, {"sk_tanggal": "2026-09-01"})


def _bulan_sebelum_sk(store: Store) -> None:
    _ubah(store, "rt_masa", _masa(store, "02").masa_id, {"sk_tanggal": "2026-03-15"})


def _tanpa_sk(store: Store) -> None:
    _ubah(store, "rt_masa", _masa(store, "02").masa_id, {"sk_tanggal": None})


def _nik_ganda(store: Store) -> None:
    _ubah(store, "rt_orang", _masa(store, "02").orang_id, {"nik": kantor.nik(1)})


def _mantan(store: Store) -> None:
    m = _masa(store, "02")
    _ubah(store, "rt_masa", m.masa_id, {"akhir_nyata": "2026-01-31", "alasan_akhir": "pindah"})
    rt.tambah(store, KELURAHAN, kantor.isian(9, nomor="2", tmt="2026-02-01"))


def _kosong(store: Store) -> None:
    _ubah(store, "rt_masa", _masa(store, "02").masa_id, {"akhir_nyata": "2026-01-31", "alasan_akhir": "meninggal"})


def _belum_mulai(store: Store) -> None:
    m = _masa(store, "02")
    _ubah(store, "rt_masa", m.masa_id, {"tmt": "2026-03-01"})
    rt.tambah(store, KELURAHAN, kantor.isian(9, nomor="2", tmt="2020-01-01", akhir_nyata="2026-02-28"))


def _atas_tarif(store: Store) -> None:
    row = store.reader().execute("SELECT id FROM insentif_tarif").fetchone()
    _ubah(store, "insentif_tarif", str(row[0]), {"jumlah": 500_000})


def _bayar_dua(store: Store) -> None:
    row = dict(store.reader().execute("SELECT * FROM insentif_mutasi WHERE bulan = '2026-02' LIMIT 1").fetchone())
    isi = {n: v for n, v in row.items() if n not in ("id", "lingkup", "baris_id", "daftar_id")}
    store.write("dari pc lain", lambda tx: tx.append("insentif_mutasi", isi, scope=KELURAHAN))


def _jumlah_beda(store: Store) -> None:
    row = store.reader().execute("SELECT id FROM insentif_baris WHERE no = 2").fetchone()
    _ubah(store, "insentif_baris", str(row[0]), {"bruto": 1_650_001, "diterima": 1_650_001})


def _tanpa_sts(store: Store) -> None:
    row = store.reader().execute("SELECT id FROM insentif_mutasi WHERE bulan = '2026-01' LIMIT 1").fetchone()
    store.write("uji", lambda tx: tx.reverse("insentif_mutasi", str(row[0]), "Pindah", jenis="dikembalikan"))


@pytest.mark.parametrize(
    ("rusak", "jenis", "berat", "jumlah", "kata"),
    [
        (_sebelum_sk, "sebelum_sk", "berat", 1_650_000, "sebelum SK-nya ditetapkan 1 September 2026"),
        (_bulan_sebelum_sk, "sebelum_sk", "sedang", 1_100_000, "Januari dan Februari 2026"),
        (_tanpa_sk, "sebelum_sk", "ringan", 1_650_000, "tanggal SK belum dicatat"),
        (_nik_ganda, "nik_ganda", "berat", 550_000, "di RT 01 dan RT 02"),
        (_mantan, "mantan", "berat", 1_100_000, "masa jabatannya berakhir 31 Januari 2026"),
        (_kosong, "kosong", "berat", 1_100_000, "tidak dijabat siapa pun pada Februari dan Maret 2026"),
        (_belum_mulai, "mantan", "berat", 1_100_000, "TMT-nya 1 Maret 2026"),
        (_atas_tarif, "atas_tarif", "berat", 50_000, "di atas tarif Rp500.000"),
        (_bayar_dua, "bayar_dua", "berat", 550_000, "dibayar 2 kali"),
        (_jumlah_beda, "jumlah_beda", "berat", 1, "bruto tertulis Rp1.650.001"),
        (_tanpa_sts, "tanpa_sts", "sedang", 550_000, "tanpa nomor STS"),
    ],
)
def test_each_kind_is_found(
    tmp_path: Path, rusak: Callable[[Store], None], jenis: str, berat: str, jumlah: int, kata: str
) -> None:
    with buka(tmp_path) as store:
        _dibayar(store)
        assert _cari(store) == []
        rusak(store)
        semua = _cari(store)
        satu = semua[0]
        assert {b.jenis for b in semua} == {jenis}, semua
        assert (satu.berat, satu.jumlah) == (berat, jumlah)
        assert kata in satu.kalimat
        assert satu.halaman in ("insentif", "rt")
        assert naming.described(store.reader(), store.tables, satu.tabel, satu.row_id)
        (ringkas,) = temuan_merah.ringkas(semua)
        assert (ringkas.jenis, ringkas.banyak, ringkas.judul) == (jenis, len(semua), temuan_merah.JENIS[jenis])


def test_unpaid_for_more_than_n_months(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 2)
        ops.terima(store, nomor, hanya=[1])
        siklus.tunda(store, nomor, [2], alasan="Berkas belum lengkap")
        assert _cari(store, hari=date(2026, 4, 30)) == []
        (satu,) = _cari(store, hari=date(2026, 5, 1))
        assert (satu.jenis, satu.jumlah, satu.bulan) == ("lama_belum", 550_000, "2026-01")
        assert "Berkas belum lengkap" in satu.kalimat
        assert _cari(store, hari=date(2026, 5, 1), batas=6) == []
        (semua,) = _cari(store, hari=date(2026, 12, 1))
        assert semua.jumlah == 1_650_000
        store.write(
            "uji",
            lambda tx: tx.insert("insentif_setelan", {"kunci": "batas_belum_dibayar", "nilai": "12"}, scope=KELURAHAN),
        )
        assert temuan_merah.batas_bulan(store.reader(), KELURAHAN) == 12
        assert _cari(store, hari=date(2026, 12, 1)) == []


def test_an_override_and_a_lock_in_spite_of_a_finding(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 2)
        _ubah(store, "rt_orang", _masa(store, "02").orang_id, {"nik": kantor.nik(1)})
        nomor = kantor.susun(store)
        susun.tetapkan_khusus(
            store, nomor, masa_id=_masa(store, "01").masa_id, rincian={"2026-01": 400_000}, alasan="Izin", oleh="Lurah"
        )
        ops.kunci(store, nomor, lurah="Lurah", alasan="Sedang diperbaiki")
        semua = {b.jenis: b for b in _cari(store)}
        assert "Alasan: Sedang diperbaiki" in semua["tetap_dikunci"].kalimat
        assert (semua["khusus"].jumlah, "Alasan: Izin" in semua["khusus"].kalimat) == (400_000, True)


def test_a_refund_with_its_slip_and_a_correction_are_no_flags(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = _dibayar(store)
        koreksi.kembalikan(store, nomor, 2, sts="STS 1", tanggal=date(2026, 4, 5), alasan="Pindah")
        assert _cari(store) == []


def test_the_gravest_and_largest_come_first(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        _dibayar(store)
        _tanpa_sk(store)
        _bayar_dua(store)
        _tanpa_sts(store)
        assert [b.berat for b in _cari(store)] == ["berat", "sedang", "ringan"]


def test_a_month_that_no_list_holds_is_unpaid_too(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        _dibayar(store)
        rt.tambah(store, KELURAHAN, kantor.isian(8))
        (satu,) = _cari(store, hari=date(2026, 6, 1))
        assert (satu.jenis, satu.jumlah, satu.rt, satu.halaman) == ("lama_belum", 1_100_000, "RT 08", "rt")
        assert "Januari dan Februari 2026" in satu.kalimat
        assert "belum masuk daftar mana pun" in satu.kalimat
