"""Random histories of money on several PCs: never paid twice unseen, never outside a term, the ledger plays back.

Each law has a seeded bug that it must notice, told as a story with the rules of the histories.
"""

from __future__ import annotations

from collections.abc import Collection
from sqlite3 import Connection
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from sipokat_desktop.modules.insentif import acara, dua_acara, hak, queries, terkoreksi
from sipokat_desktop.modules.insentif.model import Acara
from sipokat_desktop.modules.insentif.terkoreksi import Jumlah
from sipokat_desktop.modules.insentif.text_acara import DUA_JENIS
from sync.server import slots
from sync.server.reach import ALL_SCOPES
from sync.server.schema import OP_LOG
from tests.sync import hukum, uang_acara
from tests.sync.dunia import LEDGER
from tests.sync.pemain import panggung
from tests.sync.riwayat_acara import FEBRUARI, MARET
from tests.sync.riwayat_uang import RiwayatUang
from tests.sync.sudut import mainkan
from tests.sync.uji_mutan import Mutan, uji_mutan
from tests.unit import kantor

pytestmark = pytest.mark.usefixtures("panggung_acak")

LAMA = settings().max_examples > 1000
BAGIAN, BANYAK = (10, 200) if LAMA else (1, 50)
PENGATURAN = settings(
    max_examples=BANYAK, stateful_step_count=35, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)  # fmt: skip
JAN = "2026-01"
SUDUT = {
    "daftar disusun", "daftar dikunci", "dikoreksi", "dikembalikan", "ketua diganti", "pembayaran ganda terbuka",
    "dikoreksi di dua komputer", "isian berbeda terbuka", "koreksi diputuskan", "daftar batal diputuskan",
    "daftar acara disusun", "acara dipindah", "uang acara dibayar",
}  # fmt: skip
"""What must happen somewhere in so many histories, or they prove nothing."""


@pytest.mark.parametrize("_bagian", range(BAGIAN))
def test_random_histories_of_money(_bagian: int) -> None:
    mainkan(RiwayatUang, PENGATURAN, panggung().kota.jejak, SUDUT)


def _dibayar_dua(m: RiwayatUang) -> None:
    """Two PCs hand the money of one list out."""
    for i in (0, 1):
        m.terima(i=i, ke=0, no=1, semua=True)


def _diganti(m: RiwayatUang) -> None:
    """A head leaves before the months of the next list."""
    m.ganti(i=0, ke=0, akhir="2025-12-20")
    m.susun(i=0, kode="2026-02", nama="Insentif Ketua RT")
    m.kunci(i=0, ke=0)


def _dikoreksi(m: RiwayatUang) -> None:
    """A month is taken off a line."""
    m.koreksi(i=0, ke=0, no=1, bulan=JAN, jumlah=0)


def _dikoreksi_beda(m: RiwayatUang) -> None:
    """One PC corrects a month once, the other to nothing and then to a part."""
    m.koreksi_berbeda(i=1, geser=2, ke=0, no=1, beda=([{0: 300_000}], [{0: 0}, {0: 400_000}]), lalu=("", "putuskan"))


def _dikembalikan(m: RiwayatUang) -> None:
    """Money is handed out and goes back."""
    m.terima(i=0, ke=0, no=1, semua=True)
    m.kembali(i=0, ke=0, ambil=1, satu=False)


def _acara_dua(m: RiwayatUang) -> None:
    """The list of an event is paid; the event is moved to another month, and its list drawn up and paid again."""
    m.susun_acara(i=0, kode=FEBRUARI, kunci=True, bayar=True)
    m.pindah_acara(i=0, bulan=MARET)
    m.susun_acara(i=0, kode=MARET, kunci=True, bayar=True)


def _acara_berpisah(m: RiwayatUang) -> None:
    """One PC pays an event, another that has not heard of it moves the event and pays it too."""
    m.susun_acara(i=0, kode=FEBRUARI, kunci=True, bayar=True)
    m.pindah_acara(i=1, bulan=MARET)
    m.susun_acara(i=1, kode=MARET, kunci=True, bayar=True)


def _acara_dua_komputer(m: RiwayatUang) -> None:
    """Two PCs pay one event in its month."""
    for i in (0, 1):
        m.susun_acara(i=i, kode=FEBRUARI, kunci=True, bayar=True)


def _acara_dua_sesi(m: RiwayatUang) -> None:
    """Somebody attended both sessions."""
    m.hadir(i=0, ke=0, sesi=1, tanda="hadir")
    m.susun_acara(i=0, kode=FEBRUARI, kunci=True, bayar=False)


def _acara_ragu(m: RiwayatUang) -> None:
    """The list is locked; then two doors turn out to differ about a head."""
    m.hadir(i=0, ke=0, sesi=1, tanda="hadir")
    m.hadir(i=1, ke=0, sesi=1, tanda="izin")
    m.susun_acara(i=0, kode=FEBRUARI, kunci=True, bayar=False)
    m._aman(0, 1, 0)
    m._bayar_acara(0, m.nomor(0, 1, "dikunci"))


def _acara_ditarik(m: RiwayatUang) -> None:
    """The list is locked; then a door takes the mark of a head back."""
    m.susun_acara(i=0, kode=FEBRUARI, kunci=True, bayar=False)
    m.hadir(i=0, ke=0, sesi=0, tanda="")
    m._bayar_acara(0, m.nomor(0, 1, "dikunci"))


def _tanpa_ganda(tambal: pytest.MonkeyPatch) -> None:
    """A city that does not look for two claims on a slot."""
    tambal.setattr(slots, "_judge", lambda *_args, **_kw: None)


def _selalu_menjabat(tambal: pytest.MonkeyPatch) -> None:
    """Rules that find everybody in office for ever."""
    tambal.setattr(hak, "menjabat", lambda *_args: True)


def _tanpa_koreksi(tambal: pytest.MonkeyPatch) -> None:
    """A screen that forgets the corrections."""
    asli = terkoreksi.efektif
    tambal.setattr(terkoreksi, "efektif", lambda rincian, diterima, _jadi: asli(rincian, diterima, {}))


def _selisih_dijumlah(tambal: pytest.MonkeyPatch) -> None:
    """Amounts that are what the line said and all differences of its corrections, added up."""

    def dijumlah(con: Connection, daftar: Collection[str]) -> dict[str, dict[str, Jumlah]]:
        hasil: dict[str, dict[str, Jumlah]] = {}
        for k in (k for satu in daftar for k in terkoreksi.koreksi(con, daftar_id=satu)):
            jadi = hasil.setdefault(k.baris_id, {})
            kini = jadi.get(k.bulan, Jumlah(550_000, 550_000))
            jadi[k.bulan] = Jumlah(*(a + c - b for a, b, c in zip(kini, k.dari, k.menjadi, strict=True)))
        return hasil

    tambal.setattr(terkoreksi, "per_baris", dijumlah)


def _pemicu_hilang(tambal: pytest.MonkeyPatch) -> None:
    """PCs whose summary does not hear of reversals."""
    buka = RiwayatUang._buka

    def tanpa_pemicu(self: RiwayatUang, i: int) -> Any:
        pc = buka(self, i)
        sql = "SELECT sql FROM sqlite_master WHERE name = 'insentif_ringkas_baru'"
        (isi,) = pc.store.reader().execute(sql).fetchone()
        hanya_bayar = isi.replace("ON insentif_mutasi", "ON insentif_mutasi WHEN new.membalik IS NULL", 1)
        pc.store.local(lambda con: con.execute("DROP TRIGGER insentif_ringkas_baru"))
        pc.store.local(lambda con: con.execute(hanya_bayar))
        return pc

    tambal.setattr(RiwayatUang, "_buka", tanpa_pemicu)


def _log_terpotong(tambal: pytest.MonkeyPatch) -> None:
    """A city whose log has lost an append of the ledger."""
    asli = hukum.Catatan.milik

    def terpotong(self: hukum.Catatan, *kinds: str, masuk: bool = True) -> Any:
        semua = asli(self, *kinds, masuk=masuk)
        buku = [op for op in semua if op[1].table == LEDGER]
        return [op for op in semua if op not in buku[:1]]

    tambal.setattr(hukum.Catatan, "milik", terpotong)


def _slot_lupa_acara(tambal: pytest.MonkeyPatch) -> None:
    """Slots that know the month only: what was paid of an event in another month does not count."""
    tambal.setattr(acara, "perluas", lambda *_args: set())
    tambal.setattr(acara, "dibayar_lain", lambda *_args: [])


def _tak_bertanya(tambal: pytest.MonkeyPatch) -> None:
    """A program that does not look for an event paid under two slots."""
    tambal.setattr(dua_acara, "_kelompok", lambda _con: [])


def _sekali_saja(tambal: pytest.MonkeyPatch) -> None:
    """Rules that count one session, whoever attended how many."""
    tambal.setattr(Acara, "kali", lambda self, masa_id: int(self.hadir(masa_id) is not None))


MUTAN = {
    "kota tanpa pembayaran ganda": Mutan(_tanpa_ganda, _dibayar_dua, "U1"),
    "hak di luar masa": Mutan(_selalu_menjabat, _diganti, "U2"),
    "log terpotong": Mutan(_log_terpotong, _dikembalikan, "U3"),
    "ringkasan tanpa pembatalan": Mutan(_pemicu_hilang, _dikembalikan, "U4"),
    "layar tanpa koreksi": Mutan(_tanpa_koreksi, _dikoreksi, "U5"),
    "selisih koreksi dijumlah": Mutan(_selisih_dijumlah, _dikoreksi_beda, "U5"),
    "kota tanpa uang acara ganda": Mutan(_tanpa_ganda, _acara_dua_komputer, "U1"),
    "slot lupa acaranya": Mutan(_slot_lupa_acara, _acara_dua, "U10"),
    "acara dua slot tanpa pertanyaan": Mutan(_tak_bertanya, _acara_berpisah, "U9"),
    "sesi dihitung sekali": Mutan(_sekali_saja, _acara_dua_sesi, "U8"),
    "dibayar walau tandanya beda": Mutan(uang_acara.tanpa_ragu, _acara_ragu, "U8"),
    "dibayar walau tandanya ditarik": Mutan(uang_acara.tanpa_tahan, _acara_ditarik, "U8"),
}


test_the_laws_hold_without_the_bug, test_the_bug_is_caught = uji_mutan(RiwayatUang, MUTAN)


@pytest.mark.parametrize(("dua", "jadi", "perlu"), [(500_000, 500_000, 0), (133_333, 500_000, 1)])
def test_two_computers_correct_one_month(dua: int, jadi: int, perlu: int) -> None:
    """To the same amount: it is that amount, once. To different ones: the first stands and a person decides; both
    steps are told."""
    m = RiwayatUang()
    m.koreksi(i=0, ke=0, no=1, bulan="2026-01", jumlah=500_000)
    m.koreksi(i=1, ke=0, no=1, bulan="2026-01", jumlah=dua)
    m._aman(0, 1, 0)
    for pc in m.pc[:2]:
        con = pc.store.reader()
        (daftar,) = queries.semua_daftar(con, lingkup=kantor.KELURAHAN)
        satu, lain, *_ = queries.baris(con, daftar_id=daftar.daftar_id)
        assert (satu.diterima, lain.diterima, daftar.revisi) == (jadi, 550_000, 1 + perlu)
        assert len({(d.tabel, d.baris) for d in pc.status().decisions}) == perlu
    m.teardown()


def test_two_computers_correct_two_months_of_a_line() -> None:
    m = RiwayatUang()
    m.susun(i=0, kode="2026-02R02", nama="Insentif Ketua RT")
    m.kunci(i=0, ke=0)
    m._aman(0, 1)
    m.koreksi(i=0, ke=1, no=1, bulan="2026-02", jumlah=0)
    m.koreksi(i=1, ke=1, no=1, bulan="2026-03", jumlah=500_000)
    m._aman(0, 1, 0)
    for pc in m.pc[:2]:
        con = pc.store.reader()
        daftar = queries.cari_daftar(con, m.nomor(0, 1, "dikunci"))
        assert queries.baris(con, daftar_id=daftar.daftar_id)[0].rincian == (("2026-03", 500_000),)
    m.teardown()


@pytest.mark.parametrize("kembali", [True, False])
def test_an_event_that_two_computers_paid_in_two_months_is_decided(kembali: bool) -> None:
    """Both payments stand until a person says of which the money came back, or that it never went out."""
    m = RiwayatUang()
    _acara_berpisah(m)
    m._aman(0, 1, 0)
    for _ in range(2):
        assert len([d for d in m.pc[0].status().decisions if d.jenis == DUA_JENIS]) == 2 - _
        m.putuskan_acara(i=0, ke=0, kembali=kembali)
    m._aman(0, 1)
    for pc in m.pc[:2]:
        assert not [d for d in pc.status().decisions if d.jenis == DUA_JENIS]
        assert all(len(semua) == 1 for semua in uang_acara.dibayar(pc.store.reader()).values())
    m.teardown()


def test_money_was_really_logged() -> None:
    """The laws compare nothing with nothing unless the city's log holds payments."""
    m = RiwayatUang()
    _dikembalikan(m)
    m.teardown()
    with m.kota.db.read(ALL_SCOPES) as con:
        assert con.execute(OP_LOG.select().where(OP_LOG.c.tbl == LEDGER)).first() is not None
