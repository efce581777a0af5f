"""F3, a period by kelurahan: what locked lists say beside what the ledger says was received; RT without SK apart."""

from __future__ import annotations

from pathlib import Path

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.insentif import koreksi, ops, rekap, rekap_cetak, siklus
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.printing.grid import Lembar
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

LAIN = "16.73.03.1010"


def _diterima(store: Store) -> int:
    return int(store.reader().execute("SELECT sum(jumlah) FROM insentif_mutasi").fetchone()[0])


def test_f3_counts_persons_and_rupiah(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        kantor.tarif(store, pajak=500)
        kantor.isi_rt(store, 5)
        nomor = kantor.susun(store)
        ops.kunci(store, nomor, lurah="Lurah")
        siklus.tunda(store, nomor, [4], alasan="NIK")
        ops.terima(store, nomor, kecuali=[5])
        koreksi.koreksi(store, nomor, 2, menjadi={"2026-03": 0}, alasan="Pindah")
        for kode in ("2026-TW1", "2026-01R03"):
            r = rekap.kecamatan(store.reader(), periode=kode)
            (b,) = r.baris
            assert (b.jumlah_rt, b.dibayar, b.ditunda, b.belum) == (5, 4, 1, 1)
            assert (b.bruto, b.pph, b.netto) == (6_050_000, 302_500, 5_747_500)
            assert (b.menerima, b.tanpa_sk) == (3, 0)
            assert b.diterima == r.jumlah.diterima == _diterima(store) > 0
            assert b.keterangan == "1 ditunda; 1 belum menerima"
            assert (r.jumlah.dibayar, r.jumlah.netto) == (b.dibayar, b.netto)
        kosong = rekap.kecamatan(store.reader(), periode="2026-TW2", lingkup=[KELURAHAN, LAIN])
        assert [(b.jumlah_rt, b.dibayar, b.keterangan) for b in kosong.baris] == [
            (5, 0, "daftar belum dibuat"), (0, 0, ""),
        ]  # fmt: skip
        t = rekap.tabel_kecamatan(kosong)
        assert all(len(row) == len(t.columns) for row in t.rows)


def test_f3_counts_an_rt_without_sk_apart(tmp_path: Path) -> None:
    """A head without a number of an SK, or whose SK ran out before the period, is no "RT menurut SK"."""
    with buka(tmp_path) as store:
        kantor.tarif(store)
        kantor.isi_rt(store, 3)
        rt.tambah(store, KELURAHAN, kantor.isian(4, sk_nomor="", sk_tanggal=""))
        rt.tambah(store, KELURAHAN, kantor.isian(5, tmt="2022-01-01", akhir_sk="2025-06-30"))
        (b,) = rekap.kecamatan(store.reader(), periode="2026-TW1").baris
        assert (b.jumlah_rt, b.tanpa_sk) == (3, 2)
        assert b.keterangan == "daftar belum dibuat; 2 RT tanpa SK"
        kantor.susun(store)
        for kode in ("2026-TW1", "2026-02"):
            (b,) = rekap.kecamatan(store.reader(), periode=kode).baris
            assert b.keterangan == "daftar belum dikunci; 2 RT tanpa SK"


def test_f3_of_a_city_has_the_sum_of_each_kecamatan(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        con, saat = store.reader(), store.clock()
        kode = [KELURAHAN, "16.73.01.1004", LAIN]

        def lembar(*lingkup: str) -> Lembar:
            isi = rekap.kecamatan(con, periode="2026-TW1", lingkup=lingkup)
            return rekap_cetak.lembar_kecamatan(con, isi, lingkup=lingkup, sekarang=saat)

        semua = lembar(*kode)
        assert [b[0] for b in semua.baris] == ["1", "2", "", "3", "", ""]
        assert [semua.baris[ke][1] for ke in sorted(semua.subjumlah)] == [
            "Jumlah Lubuk Linggau Timur I", "Jumlah Lubuk Linggau Selatan I",
        ]  # fmt: skip
        assert not lembar(*kode[:2]).subjumlah
        kop = [satu.kop.baris[-1] if satu.kop else "" for satu in (semua, lembar(*kode[:2]), lembar(KELURAHAN))]
        assert kop[1:] == ["KECAMATAN LUBUK LINGGAU TIMUR I", "KELURAHAN TABA JEMEKEH"]
        assert "TATA PEMERINTAHAN" in " ".join(semua.kop.baris if semua.kop else ())
        assert "sudah dikunci" in semua.catatan[0]


def test_f3_by_hand_and_at_once_say_the_same(tmp_path: Path) -> None:
    """A line paid in part or with a payment taken back is reckoned month by month."""
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 3)
        ops.terima(store, nomor)
        ops.batal_terima(store, nomor, 1, alasan="Salah")
        con = store.reader()
        semua = kantor.baris(store, nomor)
        (b,) = rekap.kecamatan(con, periode="2026-TW1").baris
        assert (b.dibayar, b.belum) == (3, sum(bool(x.sisa) for x in semua)) == (3, 1)
        entri = con.execute("SELECT * FROM insentif_mutasi WHERE baris_id = ?", (semua[1].baris_id,)).fetchone()
        isi: Fields = {k: entri[k] for k in entri.keys() if k not in ("id", "lingkup")}  # noqa: SIM118
        store.write("dari pc lain", lambda tx: tx.append("insentif_mutasi", isi, scope=KELURAHAN))
        (b,) = rekap.kecamatan(con, periode="2026-TW1").baris
        assert (b.dibayar, b.belum) == (3, 1)
