"""Cards and ageing: the two purses of 2020, former heads, refunds, postponed lines; nothing owed is forgotten."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import kartu, koreksi, ops, rules, siklus, umur
from sipokat_desktop.modules.insentif.queries import Langkah
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, Jam, buka

KECAMATAN, DISDUKCAPIL = "Insentif via kecamatan", "Insentif via Disdukcapil"
AGUSTUS = date(2020, 8, 5)
AGUSTUS_MS = 1_596_592_800_000
"""2020-08-05 09:00 WIB."""


def _komponen(store: Store, nama: str, jumlah: int, mulai: str = "2020-01", pajak: int = 0) -> None:
    rows = rules.baris_tarif(KELURAHAN, nama=nama, jumlah=jumlah, mulai=mulai, dasar_hukum="SK 1/2020", pajak=pajak)
    ops.simpan_tarif(store, KELURAHAN, rows)


def _tahun_2020(store: Store) -> str:
    """350 thousand via the kecamatan, paid for TW1; 200 thousand via Disdukcapil, nothing paid; RT 02 has a new head
    since 15 May. Returns the number of the paid list."""
    _komponen(store, KECAMATAN, 350_000)
    _komponen(store, DISDUKCAPIL, 200_000)
    for ke in (1, 2):
        rt.tambah(store, KELURAHAN, kantor.isian(ke, tmt="2019-01-01", akhir_sk="2024-01-01", sk_tanggal="2018-12-20"))
    nomor = ops.susun(store, KELURAHAN, periode.baca("2020-TW1"), KECAMATAN).value
    ops.kunci(store, nomor, lurah="Lurah")
    ops.terima(store, nomor, hari=date(2020, 4, 20))
    jabatan = rt.id_jabatan(KELURAHAN, "02")
    isian = {"akhir_nyata": "2020-05-14", "alasan_akhir": "pindah", "nama": "Ketua Baru", "sk_nomor": "7/2020"}
    ganti.ganti(store, jabatan, isian)
    return nomor


def test_the_two_purses_of_2020(tmp_path: Path) -> None:
    with buka(tmp_path, Jam(AGUSTUS_MS)) as store:
        nomor = _tahun_2020(store)
        con = store.reader()
        k = kartu.susun(con, rt.id_jabatan(KELURAHAN, "02"), hari=AGUSTUS)
        assert (k.judul, k.sampai, [m.nama for m in k.masa]) == ("RT 02", "2020-07", ["Ketua 02", "Ketua Baru"])
        dompet = {d.komponen: d for d in k.dompet}
        kec, dis = dompet[KECAMATAN], dompet[DISDUKCAPIL]
        assert (kec.dibayar, kec.sisa, kec.bulan_sisa) == (
            1_050_000, 1_400_000, ("2020-04", "2020-05", "2020-06", "2020-07"),
        )  # fmt: skip
        assert (dis.dibayar, dis.sisa, len(dis.bulan_sisa)) == (0, 1_400_000, 7)
        pemilik = {(b.bulan, b.nama) for b in k.bulan if b.sisa and b.komponen == DISDUKCAPIL}
        assert ("2020-05", "Ketua 02") in pemilik
        assert ("2020-06", "Ketua Baru") in pemilik
        jan = next(b for b in k.bulan if b.bulan == "2020-01" and b.komponen == KECAMATAN)
        assert (jan.nomor, jan.langkah, jan.dibayar, jan.tanggal, jan.tanda, jan.sisa) == (
            nomor, Langkah.LUNAS, 350_000, "2020-04-20", "2020-04-20", 0,
        )  # fmt: skip
        assert "Insentif via Disdukcapil Rp1.400.000 (Januari s.d. Juli 2020)" in k.kalimat

        u = umur.hitung(con, lingkup=[KELURAHAN], hari=AGUSTUS)
        assert (u.jumlah, u.orang) == (2 * 2_800_000, 3)
        lama = next(b for b in u.baris if b.nama == "Ketua 02" and b.komponen == DISDUKCAPIL)
        assert (lama.mantan, lama.jumlah, lama.umur, lama.ember) == (True, 1_000_000, 6, (0, 400_000, 600_000, 0))
        assert lama.sebab == "belum masuk daftar"
        baru = next(b for b in u.baris if b.nama == "Ketua Baru" and b.komponen == KECAMATAN)
        assert (baru.mantan, baru.bulan, baru.ember) == (
            False, (("2020-06", 350_000), ("2020-07", 350_000)), (700_000, 0, 0, 0),
        )  # fmt: skip
        assert sum(j.jumlah for j in u.komponen) == u.jumlah == sum(sum(b.ember) for b in u.baris)
        assert u.baris[0].umur == max(b.umur for b in u.baris)


def test_a_listed_line_says_why_it_waits(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 3)
        jabatan, hari = rt.id_jabatan(KELURAHAN, "03"), date(2026, 4, 10)

        def sebab() -> str:
            isi = umur.hitung(store.reader(), lingkup=[KELURAHAN], hari=hari)
            return next(b.sebab for b in isi.baris if b.nomor_rt == "03")

        assert sebab() == f"daftar {nomor} dikunci, belum dibayar"
        siklus.catat_spp(store, nomor, spp="1", tanggal=hari)
        assert sebab() == f"daftar {nomor} diajukan, belum cair"
        siklus.catat_sp2d(store, nomor, sp2d="2", tanggal=hari)
        assert sebab() == "cair 10/04/2026, belum diterima"
        ops.terima(store, nomor, kecuali=[3])
        siklus.tunda(store, nomor, [3], alasan="NIK belum ada")
        assert sebab() == "ditunda: NIK belum ada"
        u = umur.hitung(store.reader(), lingkup=[KELURAHAN], hari=date(2026, 4, 20))
        assert [(b.nomor_rt, b.sp2d_hari, b.nomor) for b in u.baris] == [("03", 10, (nomor,))]
        assert (u.komponen[0].sp2d_orang, u.komponen[0].sp2d_jumlah) == (1, 1_650_000)
        k = kartu.susun(store.reader(), jabatan, hari=hari)
        assert {b.tunda for b in k.bulan if b.nomor} == {"NIK belum ada"}


def test_a_draft_is_owed_once_and_a_cancelled_list_not_at_all(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store, mulai="2026-01")
        kantor.isi_rt(store, 1)
        nomor = kantor.susun(store)
        hari = date(2026, 4, 10)
        u = umur.hitung(store.reader(), lingkup=[KELURAHAN], hari=hari)
        assert (u.jumlah, u.baris[0].sebab) == (1_650_000, f"daftar {nomor} belum dikunci")
        siklus.batal_daftar(store, nomor, alasan="Salah")
        u = umur.hitung(store.reader(), lingkup=[KELURAHAN], hari=hari)
        assert (u.jumlah, u.baris[0].sebab) == (1_650_000, "belum masuk daftar")


def test_reversals_and_refunds_are_visible_on_the_card(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 1)
        ops.terima(store, nomor)
        ops.batal_terima(store, nomor, 1, alasan="Salah orang")
        ops.terima(store, nomor)
        hari = date(2026, 4, 10)
        koreksi.kembalikan(store, nomor, 1, sts="STS/9", tanggal=hari, alasan="Temuan", bulan=["2026-03"])
        k = kartu.susun(store.reader(), rt.id_jabatan(KELURAHAN, "01"), hari=hari)
        maret = next(b for b in k.bulan if b.bulan == "2026-03")
        assert [(e.jenis, e.jumlah, e.sts) for e in maret.entri] == [
            ("bayar", 550_000, ""), ("balik", -550_000, ""), ("bayar", 550_000, ""),
            ("dikembalikan", -550_000, "STS/9"),
        ]  # fmt: skip
        assert (maret.dibayar, maret.sisa, maret.sebab) == (0, 550_000, "dikembalikan 10/04/2026, STS STS/9")
        assert (k.dompet[0].dikembalikan, k.dompet[0].dibayar) == (550_000, 1_100_000)
        u = umur.hitung(store.reader(), lingkup=[KELURAHAN], hari=hari)
        assert [b.sebab for b in u.baris] == ["dikembalikan 10/04/2026, STS STS/9"]


def test_a_card_of_a_term_and_of_a_person(tmp_path: Path) -> None:
    with buka(tmp_path, Jam(AGUSTUS_MS)) as store:
        _tahun_2020(store)
        con = store.reader()
        semua = kartu.susun(con, kartu.cari_jabatan(con, lingkup=KELURAHAN, nomor="RT 2"), hari=AGUSTUS)
        bagian = [kartu.susun(con, m.masa_id, hari=AGUSTUS) for m in semua.masa]
        assert bagian[0].judul == "RT 02 · Ketua 02"
        assert sum(k.sisa for k in bagian) == semua.sisa
        orang = con.execute("SELECT orang_id FROM rt_masa WHERE id = ?", (semua.masa[1].masa_id,)).fetchone()[0]
        assert kartu.susun(con, orang, hari=AGUSTUS) == bagian[1]
        with pytest.raises(InputSalah, match="tidak ada di kelurahan"):
            kartu.susun(con, "bukan", hari=AGUSTUS)
        with pytest.raises(InputSalah, match="tidak ada di kelurahan"):
            kartu.cari_jabatan(con, lingkup=KELURAHAN, nomor="99")


def test_the_last_ended_month_is_the_youngest_claim() -> None:
    hari = date(2026, 7, 1)
    umur_ = {f"2026-{b:02d}": umur.umur_bulan(f"2026-{b:02d}", hari) for b in range(1, 8)}
    assert [*umur_.values()] == [5, 4, 3, 2, 1, 0, 0]
    assert umur.ember(((f"2025-{b:02d}", 1) for b in range(1, 13)), date(2026, 1, 1)) == (2, 2, 3, 5)
    assert len(umur.EMBER) == 4


def test_tables_hold_what_the_screen_holds(tmp_path: Path) -> None:
    with buka(tmp_path, Jam(AGUSTUS_MS)) as store:
        _tahun_2020(store)
        con = store.reader()
        k = kartu.susun(con, rt.id_jabatan(KELURAHAN, "02"), hari=AGUSTUS)
        t = kartu.tabel(k)
        assert sum(int(str(row[6])) for row in t.rows) == k.sisa
        assert all(len(row) == len(t.columns) for row in t.rows)
        u = umur.hitung(con, lingkup=[KELURAHAN], hari=AGUSTUS)
        t = umur.tabel(u)
        assert sum(int(str(row[9])) for row in t.rows) == u.jumlah
        assert all(len(row) == len(t.columns) for row in t.rows)


def test_a_payment_taken_back_takes_the_signature_along(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 1)
        ops.terima(store, nomor)
        ops.batal_terima(store, nomor, 1, alasan="Uang belum diambil")
        assert (kantor.baris(store, nomor)[0].tanda, kantor.daftar(store, nomor).ditandatangani) == ("", 0)
        ops.terima(store, nomor, hari=date(2026, 4, 9))
        assert kantor.baris(store, nomor)[0].tanda == "2026-04-09"


@pytest.mark.parametrize("hari_acuan", [0, 1, 15])
def test_cards_and_ageing_say_the_same(tmp_path: Path, hari_acuan: int) -> None:
    """Also where two heads share a month by days, and where some of it was listed, paid or refunded."""
    hari = date(2026, 4, 10)
    with buka(tmp_path) as store:
        _komponen(store, KECAMATAN, 350_000, "2025-11", pajak=500)
        _komponen(store, DISDUKCAPIL, 200_000, "2025-11")
        con = store.reader()
        for (id,) in con.execute("SELECT id FROM insentif_komponen").fetchall():
            store.write("uji", lambda tx, id=id: tx.update("insentif_komponen", id, {"hari_acuan": hari_acuan}))  # type: ignore[misc]
        kantor.isi_rt(store, 3)
        lama = ops.susun(store, KELURAHAN, periode.baca("2026-02"), KECAMATAN).value
        isian = {"akhir_nyata": "2026-02-11", "alasan_akhir": "pindah", "nama": "Ketua Baru", "sk_nomor": "7"}
        ganti.ganti(store, rt.id_jabatan(KELURAHAN, "02"), isian)
        ops.susun(store, KELURAHAN, periode.baca("2026-02"), KECAMATAN)
        ops.kunci(store, lama, lurah="Lurah", alasan="uji")
        ops.terima(store, lama, hanya=[1])
        koreksi.kembalikan(store, lama, 1, sts="1", tanggal=hari, alasan="Temuan")
        ops.susun(store, KELURAHAN, periode.baca("2026-03"), DISDUKCAPIL)
        u = umur.hitung(con, lingkup=[KELURAHAN], hari=hari)
        semua = [kartu.susun(con, rt.id_jabatan(KELURAHAN, f"0{n}"), hari=hari) for n in (1, 2, 3)]
        assert u.jumlah == sum(k.sisa for k in semua) > 0
        assert {(b.masa_id, bulan, jumlah) for b in u.baris for bulan, jumlah in b.bulan} == {
            (b.masa_id, b.bulan, b.sisa) for k in semua for b in k.bulan if b.sisa
        }
