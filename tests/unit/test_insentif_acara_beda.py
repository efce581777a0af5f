"""What changes between a list of attendance and its payment, or after it: with the real marks of Bimtek."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import hadir_ops, kegiatan_ops
from sipokat_desktop.modules.insentif import dua_acara, ketetapan_ops, koreksi, queries, temuan_merah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import susun as susun_
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.storage import history
from sipokat_desktop.storage.store import Store
from tests.unit import bimtek_kecil, kantor
from tests.unit.kantor import HARI_MS, KELURAHAN, SEKARANG, Jam

NAMA, TARIF = "Uang transport", 150_000


class Meja(NamedTuple):
    """An office with four heads and an event of two days in March."""

    store: Store
    jam: Jam
    kegiatan: str
    sesi: list[str]

    def hadir(self, ke: int, *nomor: str) -> None:
        bimtek_kecil.hadir(self.store, KELURAHAN, self.sesi[ke], nomor)

    def jabatan(self, nomor: str) -> str:
        return bimtek_kecil.jabatan(self.store, KELURAHAN)[nomor]

    def tarik(self, ke: int, nomor: str) -> None:
        hadir_ops.tarik(self.store, self.sesi[ke], [self.jabatan(nomor)])

    def komponen(self, per: str = "sesi") -> str:
        isian = {"nama": NAMA, "sumber": "bimtek", "asal": self.kegiatan, "per": per, "jumlah": str(TARIF)}
        return ketetapan_ops.simpan_komponen(self.store, KELURAHAN, isian).value

    def ganti(self, nomor: str = "1") -> None:
        """The head leaves after the first day, and his successor attends the second."""
        isian = {"akhir_nyata": "2026-03-02", "alasan_akhir": "pindah", "nama": "Baru", "sk_nomor": "9"}
        jabatan = self.jabatan(nomor)
        ganti.ganti(self.store, jabatan, isian)
        hadir_ops.catat(self.store, self.sesi[1], jabatan, tetap=True)

    def susun(self, kode: str = "2026-03") -> str:
        return insentif.susun(self.store, KELURAHAN, periode.baca(kode), NAMA).value

    def terkunci(self) -> str:
        nomor = self.susun()
        insentif.kunci(self.store, nomor, lurah="Lurah")
        return nomor

    def terima(self, nomor: str) -> list[int]:
        return insentif.terima(self.store, nomor).value

    def baris(self, nomor: str) -> list[tuple[str, int]]:
        return [(b.nama, b.diterima) for b in kantor.baris(self.store, nomor)]

    def kata(self, nomor: str) -> str:
        temuan, lain = queries.temuan(self.store.reader(), kantor.daftar(self.store, nomor))
        return "; ".join([*(t.kalimat for semua in temuan.values() for t in semua), *lain])

    def merah(self) -> list[tuple[str, int]]:
        bulan = ["2026-02", "2026-03", "2026-04"]
        semua = temuan_merah.cari(self.store.reader(), lingkup=KELURAHAN, bulan=bulan, hari=date(2026, 4, 11))
        return [(b.jenis, b.jumlah) for b in semua]


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    jam = Jam()
    with kantor.buka(tmp_path, jam) as store:
        kantor.isi_rt(store, 4)
        yield Meja(store, jam, *bimtek_kecil.kegiatan(store, KELURAHAN, "2/3/2026", "3/3/2026"))


# --- between locking and paying (4, 5) -------------------------------------------------------------------------------


def test_a_mark_of_a_deleted_session_pays_nothing_and_waits(meja: Meja) -> None:
    meja.hadir(0, "1")
    meja.hadir(1, "1", "2")
    meja.komponen()
    meja.store.write("uji", lambda tx: tx.delete("bimtek_sesi", meja.sesi[1]))
    nomor = meja.susun()
    assert meja.baris(nomor) == [("Ketua 01", TARIF)]
    assert "RT 02: tanda hadirnya belum pasti" in meja.kata(nomor)
    with pytest.raises(InputSalah, match=r"sesinya terhapus\. Putuskan dulu di Perlu keputusan"):
        insentif.kunci(meja.store, nomor, lurah="Lurah")
    insentif.kunci(meja.store, nomor, lurah="Lurah", alasan="uji")
    with pytest.raises(InputSalah, match="tanda hadir berbeda"):
        meja.terima(nomor)


@pytest.mark.parametrize("per", ["sesi", "kegiatan"])
def test_an_event_that_was_cancelled_is_not_paid(meja: Meja, per: str) -> None:
    meja.hadir(0, "1", "2")
    meja.komponen(per)
    nomor = meja.terkunci()
    insentif.terima(meja.store, nomor, hanya=[1])
    kegiatan_ops.batalkan(meja.store, meja.kegiatan, alasan="hujan")
    with pytest.raises(InputSalah, match=r"kegiatannya dibatalkan, dihapus, .* atau batalkan daftar ini"):
        meja.terima(nomor)
    assert "Kegiatannya dibatalkan" in meja.kata(nomor)
    assert meja.merah() == [("tanpa_hadir", TARIF)]
    kegiatan_ops.buka_lagi(meja.store, meja.kegiatan)
    assert meja.terima(nomor) == [2]
    assert meja.merah() == []


@pytest.mark.parametrize("per", ["sesi", "kegiatan"])
def test_a_mark_that_was_taken_back_is_not_paid(meja: Meja, per: str) -> None:
    """Who is still present is paid; the other waits until he is recorded again, or somebody signs for him."""
    meja.hadir(0, "1", "2", "3")
    meja.komponen(per)
    nomor = meja.terkunci()
    meja.tarik(0, "1")
    meja.tarik(0, "2")
    assert meja.terima(nomor) == [3]
    with pytest.raises(InputSalah, match=r"RT 01 Ketua 01: tidak tercatat hadir di .*; catat dulu kehadirannya"):
        meja.terima(nomor)
    meja.hadir(0, "1")
    assert meja.terima(nomor) == [1]
    koreksi.koreksi(meja.store, nomor, 2, menjadi={"2026-03": 100_000}, alasan="daftar kertas")
    with pytest.raises(InputSalah, match="tidak tercatat hadir"):
        meja.terima(nomor)
    koreksi.koreksi(meja.store, nomor, 2, menjadi={"2026-03": TARIF}, alasan="daftar kertas", oleh="Lurah")
    assert meja.terima(nomor) == [2]


def test_fewer_sessions_than_the_list_says_wait_for_a_correction(meja: Meja) -> None:
    meja.hadir(0, "1")
    meja.hadir(1, "1")
    meja.komponen()
    nomor = meja.terkunci()
    meja.tarik(1, "1")
    assert "Hadir 1 sesi, haknya 150.000; di daftar 300.000. Koreksi dulu barisnya" in meja.kata(nomor)
    with pytest.raises(InputSalah, match=r"di daftar Rp300\.000, menurut kehadiran Rp150\.000; koreksi dulu"):
        meja.terima(nomor)
    koreksi.koreksi(meja.store, nomor, 1, menjadi={"2026-03": TARIF}, alasan="uji")
    assert meja.terima(nomor) == [1]
    assert (meja.kata(nomor), meja.merah()) == ("", [])


# --- sessions after the list (6) -------------------------------------------------------------------------------------


def test_a_list_per_session_is_locked_after_the_last_one(meja: Meja) -> None:
    meja.hadir(0, "1")
    id = meja.komponen()
    nomor = meja.susun()
    meja.jam.ms = SEKARANG - 39 * HARI_MS
    with pytest.raises(InputSalah, match="sesi terakhirnya 3 Maret 2026"):
        insentif.kunci(meja.store, nomor, lurah="Lurah", alasan="uji")
    meja.jam.ms += HARI_MS
    insentif.kunci(meja.store, nomor, lurah="Lurah")
    isian = {"sumber": "bimtek", "asal": meja.kegiatan, "per": "kegiatan"}
    with pytest.raises(InputSalah, match="tetap dibayar per sesi"):
        ketetapan_ops.simpan_komponen(meja.store, KELURAHAN, isian, komponen_id=id)


@pytest.mark.parametrize("dibayar", [True, False])
def test_a_session_recorded_after_the_list_is_said_and_can_be_paid(meja: Meja, dibayar: bool) -> None:
    meja.hadir(0, "1")
    meja.komponen()
    nomor = meja.terkunci()
    if dibayar:
        meja.terima(nomor)
    meja.hadir(1, "1", "2")
    assert meja.merah() == [("kurang_hadir", TARIF)]
    assert "Hadir 2 sesi, haknya 300.000; di daftar 150.000" in meja.kata(nomor)
    assert ("Batalkan catatan terimanya, koreksi barisnya" in meja.kata(nomor)) == dibayar
    assert meja.baris(meja.susun()) == [("Ketua 02", TARIF)]
    if dibayar:
        insentif.batal_terima(meja.store, nomor, 1, alasan="sesi kedua")
    koreksi.koreksi(meja.store, nomor, 1, menjadi={"2026-03": 2 * TARIF}, alasan="sesi kedua")
    assert meja.terima(nomor) == [1]
    assert meja.baris(nomor) == [("Ketua 01", 2 * TARIF)]
    assert (meja.kata(nomor), meja.merah()) == ("", [])


# --- two heads of a post (8, 19) -------------------------------------------------------------------------------------


def test_each_head_is_paid_for_his_own_session(meja: Meja) -> None:
    meja.hadir(0, "1", "2")
    meja.ganti()
    meja.komponen()
    nomor = meja.terkunci()
    assert meja.baris(nomor) == [("Ketua 01", TARIF), ("Baru", TARIF), ("Ketua 02", TARIF)]
    assert meja.kata(nomor) == ""
    assert meja.terima(nomor) == [1, 2, 3]
    assert meja.merah() == []
    with pytest.raises(InputSalah, match="sudah ada di daftar"):
        meja.susun()


def test_the_head_who_came_later_is_on_the_next_list(meja: Meja) -> None:
    meja.hadir(0, "1")
    meja.komponen()
    satu = meja.terkunci()
    assert meja.terima(satu) == [1]
    meja.ganti()
    dua = meja.terkunci()
    assert meja.baris(dua) == [("Baru", TARIF)]
    assert meja.terima(dua) == [1]
    assert (meja.merah(), dua_acara.cari(meja.store.reader())) == ([], [])


def test_a_moved_event_pays_neither_head_again(meja: Meja) -> None:
    meja.hadir(0, "1")
    meja.ganti()
    meja.komponen()
    meja.terima(meja.terkunci())
    for ke, sesi in enumerate(meja.sesi, 1):
        kegiatan_ops.simpan_sesi(meja.store, meja.kegiatan, {"tanggal": f"{ke}/4/2026"}, sesi_id=sesi)
    with pytest.raises(InputSalah, match="Belum ada ketua RT"):
        meja.susun("2026-04")
    meja.hadir(0, "2")
    assert meja.baris(meja.susun("2026-04")) == [("Ketua 02", TARIF)]


def test_once_for_the_event_is_the_first_head_and_the_other_by_hand(meja: Meja) -> None:
    meja.hadir(0, "1")
    meja.ganti()
    meja.komponen("kegiatan")
    nomor = meja.susun()
    assert meja.baris(nomor) == [("Ketua 01", TARIF)]
    assert "RT 01: Baru juga tercatat hadir, tetapi satu kegiatan dibayar sekali" in meja.kata(nomor)
    (baru,) = meja.store.reader().execute("SELECT m.id FROM rt_masa m WHERE m.tmt > '2026-01-01'").fetchone()
    susun_.tetapkan_khusus(
        meja.store, nomor, masa_id=baru, rincian={"2026-03": TARIF}, alasan="hadir hari kedua", oleh="Lurah"
    )
    assert meja.kata(nomor) == "Ditetapkan khusus oleh Lurah: hadir hari kedua"
    insentif.kunci(meja.store, nomor, lurah="Lurah")
    assert meja.terima(nomor) == [1, 2]
    assert [jenis for jenis, _ in meja.merah()] == ["khusus"]


def test_a_session_is_not_paid_to_a_second_head_while_the_first_has_its_money(meja: Meja) -> None:
    """The mark of a session that A was paid for goes over to B: A's money comes back first."""
    meja.hadir(0, "1")
    meja.hadir(1, "1")
    meja.komponen()
    nomor = meja.terkunci()
    assert meja.terima(nomor) == [1]
    meja.tarik(1, "1")
    meja.ganti()
    dua = meja.terkunci()
    with pytest.raises(InputSalah, match="sudah dibayarkan kepada Ketua 01"):
        meja.terima(dua)
    assert meja.merah() == [("atas_tarif", TARIF)]
    insentif.batal_terima(meja.store, nomor, 1, alasan="uji")
    assert meja.terima(dua) == [1]


# --- the event goes away (7) -----------------------------------------------------------------------------------------


def test_an_event_with_a_list_in_force_is_not_deleted(meja: Meja) -> None:
    meja.hadir(0, "1")
    meja.komponen()
    nomor = meja.terkunci()
    meja.tarik(0, "1")
    with pytest.raises(InputSalah, match=f"Tidak dapat dihapus: uangnya ada di daftar {nomor}"):
        kegiatan_ops.hapus_kegiatan(meja.store, meja.kegiatan)
    (act,) = (
        meja.store.reader()
        .execute("SELECT act_id FROM riwayat WHERE tabel = 'bimtek_kegiatan' ORDER BY act_id LIMIT 1")
        .fetchone()
    )
    for sesi in meja.sesi:
        kegiatan_ops.hapus_sesi(meja.store, sesi)
    with pytest.raises(InputSalah, match=f"uangnya ada di daftar {nomor}"):
        history.undo(meja.store, str(act))
    meja.store.write("uji", lambda tx: tx.delete("bimtek_kegiatan", meja.kegiatan))
    with pytest.raises(InputSalah, match="kegiatannya dibatalkan, dihapus"):
        meja.terima(nomor)


def test_an_event_without_money_is_deleted(meja: Meja) -> None:
    meja.hadir(0, "1")
    meja.komponen()
    meja.susun()
    meja.tarik(0, "1")
    kegiatan_ops.hapus_kegiatan(meja.store, meja.kegiatan)
