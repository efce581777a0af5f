"""Random histories of uniforms on PCs of kelurahan and kecamatan: stock adds up, nothing is lost, nobody gets two.

Each law has a seeded bug that it must notice, told as a story with the rules of the histories.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.seragam import masalah, queries, rules, stok, urung
from sipokat_desktop.modules.seragam.model import Stok
from sync.server import slots
from tests.sync import hukum, hukum_stok
from tests.sync.panggung_stok import TEMPAT, panggung_stok
from tests.sync.riwayat_seragam import RiwayatSeragam
from tests.sync.sudut import mainkan
from tests.sync.uji_mutan import Mutan, uji_mutan

LAMA = settings().max_examples > 1000
PENGATURAN = settings(
    max_examples=2000 if LAMA else 45, stateful_step_count=35, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)  # fmt: skip
SUDUT = {
    "diserahkan", "ditukar", "diganti", "dibatalkan", "diurungkan", "habis", "sudah", "pembayaran ganda terbuka",
    "salah catat", "memang dua", "disambung", "masalah kurang",
}  # fmt: skip
"""What must happen somewhere in so many histories, or they prove nothing."""


@pytest.fixture(scope="module")
def _panggung_stok() -> Iterator[None]:
    yield
    panggung_stok().tumpuk.close()
    panggung_stok.cache_clear()


@pytest.fixture(autouse=True)
def _terpasang(_panggung_stok: None) -> Iterator[None]:
    with panggung_stok().terpasang():
        yield


def test_random_histories_of_uniforms() -> None:
    mainkan(RiwayatSeragam, PENGATURAN, panggung_stok().kota.jejak, SUDUT)


def _xl_terakhir(m: RiwayatSeragam) -> None:
    """Two PCs of the kelurahan hand out what they both see as the last two XL."""
    m.serah(i=0, ke=1, cara="kantor")
    m.serah(i=0, ke=3, cara="kantor")
    m.ukuran(i=1, ke=0, ukuran="XL")
    m.serah(i=1, ke=0, cara="kantor")


def _dua_kali(m: RiwayatSeragam) -> None:
    """Two PCs hand the same head his piece."""
    for i in (0, 1):
        m.serah(i=i, ke=0, cara="kantor")


def _ditukar(m: RiwayatSeragam) -> None:
    """A size is handed out and exchanged."""
    m.serah(i=0, ke=0, cara="kantor")
    m.tukar(i=0, ke=0, ukuran="XL")


def _habis(m: RiwayatSeragam) -> None:
    """Three want an L where there are two; the first hand-over is undone and done again."""
    for ke in (0, 2):
        m.serah(i=0, ke=ke, cara="kantor")
    m.ukuran(i=0, ke=4, ukuran="L")
    m.serah(i=0, ke=4, cara="kantor")


def _urung(m: RiwayatSeragam) -> None:
    """A delivery is undone after its pieces were handed out."""
    m.kirim(i=0, ukuran="M", jumlah=1, nomor="", apa=1)
    m.serah(i=0, ke=4, cara="kantor")
    m.acts[0].pop()
    m.urungkan(i=0)


def _rusak(m: RiwayatSeragam) -> None:
    """A piece is replaced."""
    m.serah(i=0, ke=0, cara="kantor")
    m.ganti(i=0, ke=0)


def _dipotong_nol(tambal: pytest.MonkeyPatch) -> None:
    """A balance that is never shown below zero."""
    asli = stok.saldo

    def saldo(*args: Any) -> Any:
        return {k: Stok(s.tempat, s.barang, max(s.masuk, s.keluar), s.keluar) for k, s in asli(*args).items()}

    tambal.setattr(stok, "saldo", saldo)


def _tanpa_masalah(tambal: pytest.MonkeyPatch) -> None:
    """A page that hides shortages."""
    tambal.setattr(masalah, "_kurang", lambda *_args: ())


def _kedua_hilang(tambal: pytest.MonkeyPatch) -> None:
    """A city that does not look for two claims on a slot."""
    tambal.setattr(slots, "_judge", lambda *_args, **_kw: None)


def _entri_hilang(tambal: pytest.MonkeyPatch) -> None:
    """A city that keeps only the first claim of a slot, as a UNIQUE constraint would."""
    asli = hukum.Catatan.__init__

    def satu_saja(self: hukum.Catatan, *args: Any) -> None:
        asli(self, *args)
        slot: set[object] = set()
        for kunci, f in sorted(self.isi.items()):
            if kunci[0] == hukum_stok.GERAK and f["slot"] in slot:
                del self.isi[kunci]
            elif kunci[0] == hukum_stok.GERAK:
                slot.add(f["slot"])

    tambal.setattr(hukum.Catatan, "__init__", satu_saja)


def _tanpa_kembali(tambal: pytest.MonkeyPatch) -> None:
    """An exchange that forgets what came back."""
    asli = rules.isi_barang
    tambal.setattr(rules, "isi_barang", lambda barang, _kembali=None: asli(barang))


def _kembali_tak_dihitung(tambal: pytest.MonkeyPatch) -> None:
    """A stock that does not count what came back."""
    tambal.setattr(stok, "_SALDO", stok._SALDO.replace("ukuran_kembali IS NOT NULL", "0"))


def _tanpa_batas(tambal: pytest.MonkeyPatch) -> None:
    """Hand-overs that do not look at the stock."""
    tambal.setattr(stok.Gudang, "cukup", lambda *_args: True)


def _urung_bebas(tambal: pytest.MonkeyPatch) -> None:
    """Undo that does not ask the module."""
    tambal.setattr(urung, "bentrok", lambda *_args: [])


def _tanpa_alasan(tambal: pytest.MonkeyPatch) -> None:
    """Replacements whose reason is lost on the way."""
    asli = hukum_stok.gerak_dari
    tambal.setattr(hukum_stok, "gerak_dari", lambda isi: {k: dict(g) | {"alasan": ""} for k, g in asli(isi).items()})


def _matriks_salah(tambal: pytest.MonkeyPatch) -> None:
    """A matrix that counts every post once, whatever it holds."""
    from sipokat_desktop.modules.seragam import lembar

    tambal.setattr(lembar, "diserahkan", lambda semua: {s.pegang[0].barang: 1 for s in semua if s.sudah})


MUTAN = {
    "saldo dipotong di nol": Mutan(_dipotong_nol, _xl_terakhir, "S1"),
    "kekurangan disembunyikan": Mutan(_tanpa_masalah, _xl_terakhir, "S4"),
    "kota tanpa penyerahan ganda": Mutan(_kedua_hilang, _dua_kali, "S3"),
    "klaim kedua dibuang": Mutan(_entri_hilang, _dua_kali, "S2"),
    "tukar tanpa yang kembali": Mutan(_tanpa_kembali, _ditukar, "S3"),
    "yang kembali tak dihitung": Mutan(_kembali_tak_dihitung, _ditukar, "S1"),
    "serah tanpa melihat stok": Mutan(_tanpa_batas, _habis, "S5"),
    "urung tanpa bertanya": Mutan(_urung_bebas, _urung, "S5"),
    "pengganti tanpa alasan": Mutan(_tanpa_alasan, _rusak, "S3"),
    "matriks salah hitung": Mutan(_matriks_salah, _ditukar, "S6"),
}


test_the_laws_hold_without_the_bug, test_the_bug_is_caught = uji_mutan(RiwayatSeragam, MUTAN)


def test_two_computers_hand_out_the_last_xl() -> None:
    """Both keep their entry; the shortage is told on every screen; one way to mend it is to record the delivery."""
    m = RiwayatSeragam()
    _xl_terakhir(m)
    m._aman(0, 1, 3, 0)
    for i in (0, 1, 3):
        con = m.pc[i].store.reader()
        assert hukum_stok.saldo_pc(m.pc[i])[TEMPAT[0], "XL"] == -1
        (satu,) = queries.masalah(con, m.p_id)
        assert (satu.jenis, satu.jumlah, satu.jalan) == ("kurang", -1, ("kirim", "sesuaikan", "batal"))
        assert satu.kalimat.startswith("Taba Jemekeh kurang 1 XL menurut catatan")
    m.kirim(i=3, ukuran="XL", jumlah=1, nomor="D", apa=1)
    m._aman(3, 0, 1)
    for i in (0, 1, 3):
        assert queries.masalah(m.pc[i].store.reader(), m.p_id) == []
    m.teardown()


@pytest.mark.parametrize(("dua", "punya"), [(False, 1), (True, 2)])
def test_two_computers_hand_out_to_one_head(dua: bool, punya: int) -> None:
    """A person decides: a mistake is taken back, a true second piece becomes a replacement with the reason."""
    m = RiwayatSeragam()
    _dua_kali(m)
    m._aman(0, 1, 0)
    assert [s.jenis for s in queries.masalah(m.pc[0].store.reader(), m.p_id)] == ["ganda"]
    m.putuskan(i=0, ke=0, dua=dua)
    m._aman(0, 1)
    for i in (0, 1):
        con = m.pc[i].store.reader()
        satu = queries.satu_pemakai(con, m.p_id, m.post(i, 0), hari=rt.hari_ini(m.pc[i].store))
        assert (sum(satu.memegang.values()), len(satu.diganti)) == (punya, punya - 1)
        assert queries.masalah(con, m.p_id) == []
        assert m.pc[i].status().decisions == ()
    m.teardown()


@pytest.mark.parametrize("jalan", [(True, True), (True, False)])
def test_two_computers_decide_one_double_hand_over(jalan: tuple[bool, bool]) -> None:
    """Of the same entry: a replacement is recorded once; where one says mistake, a person is asked."""
    m = RiwayatSeragam()
    _dua_kali(m)
    m._aman(0, 1, 0)
    for i, dua in enumerate(jalan):
        m.putuskan(i=i, ke=0, dua=dua)
    m._aman(0, 1, 0)
    con = m.pc[0].store.reader()
    satu = queries.satu_pemakai(con, m.p_id, m.post(0, 0), hari=rt.hari_ini(m.pc[0].store))
    assert sum(satu.memegang.values()) == 2
    assert len(m.pc[0].status().decisions) == (jalan[0] != jalan[1])
    m.teardown()


def test_an_exchange_outlives_the_first_hand_over_and_is_joined() -> None:
    """One PC takes a hand-over back while another exchanges it: told on every screen, mended by one act."""
    m = RiwayatSeragam()
    m.serah(i=0, ke=0, cara="kantor")
    m._aman(0, 1)
    m.tukar(i=1, ke=0, ukuran="XL")
    m.batal(i=0, ke=0, jenis="serah")
    m._aman(0, 1, 0)
    for i in (0, 1):
        assert [s.jalan for s in queries.masalah(m.pc[i].store.reader(), m.p_id)] == [("sambung", "batal")]
    m.benahi(i=0, ke=0)
    m._aman(0, 1)
    for i in (0, 1):
        con = m.pc[i].store.reader()
        assert queries.masalah(con, m.p_id) == []
        assert {b.ukuran: n for b, n in queries.sisa(con, m.p_id, TEMPAT[0]).items()} == {"L": 2, "XL": 1}
    m.teardown()


def test_both_sides_record_one_delivery() -> None:
    """The kelurahan records the paper that the kecamatan has recorded too: seen as double, decided, counted once."""
    m = RiwayatSeragam()
    for i in (0, 3):
        m.kirim(i=i, ukuran="M", jumlah=1, nomor="X", apa=1)
    m._aman(0, 3, 0)
    con = m.pc[3].store.reader()
    assert [(s.jenis, s.jalan) for s in queries.masalah(con, m.p_id)] == [("ganda", ("putuskan",))]
    m.putuskan(i=3, ke=0)
    m._aman(3, 0)
    assert {b.ukuran: n for b, n in queries.sisa(con, m.p_id, TEMPAT[0]).items()} == {"L": 2, "M": 1, "XL": 2}
    m.teardown()
