"""Rekaps and the summary kept with the ledger: always what plain SQL over the ledger says."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.insentif import buku, koreksi, ops, queries, rekap, rules
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.registry import MODULES
from sipokat_desktop.storage import history, sqlite
from sipokat_desktop.storage.store import Store
from tests.unit import kantor
from tests.unit.kantor import KELURAHAN, buka

HARI = date(2026, 4, 10)
LAIN = "16.73.03.1010"


def _polos(store: Store, kolom: str) -> dict[str, int]:
    rows = store.reader().execute(f"SELECT {kolom}, sum(jumlah) FROM insentif_mutasi GROUP BY 1")
    return {str(row[0]): int(row[1]) for row in rows if row[1]}


def test_a_year_by_rt_is_the_ledger(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 3)
        ops.terima(store, nomor)
        ops.batal_terima(store, nomor, 2, alasan="Salah")
        koreksi.kembalikan(store, nomor, 3, sts="1", tanggal=HARI, alasan="Temuan", bulan=["2026-02"])
        r = rekap.rt_tahun(store.reader(), tahun=2026)
        assert [(b.nomor_rt, b.nama, b.bulan[:4], b.jumlah) for b in r.baris] == [
            ("01", "Ketua 01", (550_000, 550_000, 550_000, 0), 1_650_000),
            ("03", "Ketua 03", (550_000, 0, 550_000, 0), 1_100_000),
        ]
        assert {b.jabatan_id: b.jumlah for b in r.baris} == _polos(store, "jabatan_id")
        assert (r.total, r.jumlah[0].bulan[:3]) == (2_750_000, (1_100_000, 550_000, 1_100_000))
        assert rekap.rt_tahun(store.reader(), tahun=2025).baris == ()
        assert rekap.rt_tahun(store.reader(), tahun=2026, lingkup=[LAIN]).total == 0
        t = rekap.tabel_rt(r)
        assert t.rows[-1][-1] == 2_750_000
        assert all(len(row) == len(t.columns) for row in t.rows)


def test_what_was_spent_against_the_budget(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 2)
        komponen_id = kantor.daftar(store, nomor).komponen_id
        isi: Fields = {"komponen_id": komponen_id, "tahun": 2026, "pagu": 10_000_000}
        store.write("uji", lambda tx: tx.insert("insentif_anggaran", isi, scope=KELURAHAN))
        ops.terima(store, nomor, hanya=[1], hari=date(2026, 3, 5))
        ops.terima(store, nomor, hanya=[2])
        koreksi.kembalikan(store, nomor, 2, sts="1", tanggal=HARI, alasan="Temuan", bulan=["2026-03"])
        for lingkup in ([], [KELURAHAN]):
            (b,) = rekap.anggaran(store.reader(), tahun=2026, lingkup=lingkup)
            assert (b.pagu, b.terkunci, b.realisasi, b.sisa) == (10_000_000, 2_750_000, 2_750_000, 7_250_000)
            assert b.bulan == (0, 0, 1_650_000, 1_100_000, *[0] * 8)


def test_periksa_finds_and_rebuilds_a_summary_that_is_off(tmp_path: Path) -> None:
    with closing(Office(tmp_path)) as office:
        store = office.store
        nomor = kantor.terkunci(store, 2)
        ops.terima(store, nomor)
        assert next(f for f in office.check() if f.name == "ringkasan").kalimat == (
            "Ringkasan pembayaran sama dengan bukunya."
        )
        store.local(lambda con: con.execute("UPDATE insentif_ringkas_rt SET b02 = b02 + 1"))
        store.local(lambda con: con.execute("DELETE FROM insentif_ringkas_bulan WHERE bulan = '2026-01'"))
        assert buku.periksa_buku(store.reader()) == 3
        (satu,) = [f for f in office.check() if f.name == "ringkasan"]
        assert satu.ok
        assert "berbeda dari bukunya di 3 tempat dan sudah dihitung ulang" in satu.kalimat
        assert buku.periksa_buku(store.reader()) == 0


BULAN = st.sampled_from(["2025-12", "2026-01", "2026-02", "2026-11", None])
ENTRI = st.fixed_dictionaries(
    {
        "jabatan_id": st.sampled_from(["j1", "j2", None]), "komponen_id": st.sampled_from(["k1", "k2"]),
        "bulan": BULAN, "jumlah": st.integers(-(10**12), 10**12) | st.none(),
        "tanggal": st.sampled_from(["2026-01-05", "2026-02-28", None]),
        "jenis": st.sampled_from(["bayar", "balik", "dikembalikan", None]),
        "membalik": st.sampled_from(["e1", "e2", None]),
    }
)  # fmt: skip
TINDAKAN = st.tuples(st.sampled_from(["tulis", "tulis", "hapus"]), st.integers(0, 5), st.booleans(), ENTRI)
_TULIS = """INSERT INTO insentif_mutasi (id, lingkup, jabatan_id, komponen_id, bulan, jumlah, tanggal, jenis, membalik)
VALUES (:id, :lingkup, :jabatan_id, :komponen_id, :bulan, :jumlah, :tanggal, :jenis, :membalik)
ON CONFLICT (id) DO UPDATE SET lingkup = excluded.lingkup, jabatan_id = excluded.jabatan_id,
    komponen_id = excluded.komponen_id, bulan = excluded.bulan, jumlah = excluded.jumlah, tanggal = excluded.tanggal,
    jenis = excluded.jenis, membalik = excluded.membalik"""


@settings(max_examples=60)
@given(tindakan=st.lists(TINDAKAN, max_size=30))
def test_any_rows_that_a_sync_writes_keep_the_summary(
    tindakan: list[tuple[str, int, bool, dict[str, str | int | None]]],
) -> None:
    """Rows come, change and go as a sync applies them, also with fields that another version left out."""
    with TemporaryDirectory() as folder, closing(Store(Path(folder), MODULES)) as store:
        for apa, ke, lain, isi in tindakan:
            nilai = {"id": f"e{ke}", "lingkup": LAIN if lain else KELURAHAN} | isi
            sql = _TULIS if apa == "tulis" else "DELETE FROM insentif_mutasi WHERE id = :id"
            store.transact(lambda con, sql=sql, nilai=nilai: con.execute(sql, nilai))  # type: ignore[misc]
            assert buku.periksa_buku(store.reader()) == 0
        store.local(buku.hitung_ulang)
        assert buku.periksa_buku(store.reader()) == 0


def test_a_broken_trigger_is_noticed(tmp_path: Path) -> None:
    """Known-bad control of the law above: without the trigger of deletions the summary is off."""
    with buka(tmp_path) as store:
        ops.terima(store, kantor.terkunci(store, 1))
        store.local(lambda con: con.execute("DROP TRIGGER insentif_ringkas_hapus"))
        store.transact(lambda con: con.execute("DELETE FROM insentif_mutasi WHERE bulan = '2026-01'"))
        assert buku.periksa_buku(store.reader()) == 2


def test_undo_keeps_the_summary(tmp_path: Path) -> None:
    with buka(tmp_path) as store:
        nomor = kantor.terkunci(store, 2)
        act = ops.terima(store, nomor).changes.act_id
        history.undo(store, act)
        assert buku.periksa_buku(store.reader()) == 0
        assert rekap.rt_tahun(store.reader(), tahun=2026).total == 0


@settings(max_examples=40)
@given(
    tmt=st.lists(st.dates(date(2025, 6, 1), date(2026, 3, 31)), min_size=1, max_size=9),
    tarif=st.integers(1, 2_000_000), pajak=st.sampled_from([0, 250, 333, 500, 1500]),
    kode=st.sampled_from(["2026-TW1", "2026-02", "2025-11R05"]),
)  # fmt: skip
def test_the_lines_of_any_roster_add_up(tmt: list[date], tarif: int, pajak: int, kode: str) -> None:
    """Σ lines = total of the list = what is handed out = the rekap, to the rupiah."""
    with TemporaryDirectory() as folder, buka(Path(folder)) as store:
        rows = rules.baris_tarif(
            KELURAHAN, nama="Insentif", jumlah=tarif, mulai="2025-01", dasar_hukum="SK", pajak=pajak
        )
        ops.simpan_tarif(store, KELURAHAN, rows)
        for ke, hari in enumerate(tmt, 1):
            rt.tambah(store, KELURAHAN, kantor.isian(ke, tmt=hari.isoformat(), sk_tanggal=hari.isoformat()))
        p = periode.baca(kode)
        if all(hari.isoformat() > f"{p.bulan[-1]}-01" for hari in tmt):
            return
        nomor = kantor.susun(store, p)
        ops.kunci(store, nomor, lurah="Lurah", alasan="uji")
        ops.terima(store, nomor)
        d, semua = kantor.daftar(store, nomor), kantor.baris(store, nomor)
        harap = sum(
            tarif * banyak - tarif * banyak * pajak // 10_000
            for banyak in (sum(h.isoformat() <= f"{b}-01" for b in p.bulan) for h in tmt)
        )
        assert harap == sum(b.diterima for b in semua) == d.diterima == d.dibayar
        con = store.reader()
        assert sum(rekap.rt_tahun(con, tahun=t).total for t in (2025, 2026)) == d.dibayar
        assert rekap.kecamatan(con, periode=kode).jumlah.netto == d.diterima
        assert sum(e.jumlah for b in semua for e in queries.entri(con, baris_id=b.baris_id)) == d.dibayar


def test_the_check_sums_of_the_city(tmp_path: Path) -> None:
    """528 RT × 550,000 = 290,400,000 a month and 3,484,800,000 a year, through lists, ledger and rekap."""
    tahun = 2017
    with buka(tmp_path) as store:
        kantor.tarif(store, mulai=f"{tahun}-01")
        store.transact(lambda con: _roster(con, 528))
        for tw in range(1, 5):
            nomor = ops.susun(store, KELURAHAN, periode.baca(f"{tahun}-TW{tw}")).value
            ops.kunci(store, nomor, lurah="Lurah", alasan="uji")
            ops.terima(store, nomor)
            assert kantor.daftar(store, nomor).diterima == 528 * 1_650_000
        r = rekap.rt_tahun(store.reader(), tahun=tahun)
        assert r.jumlah[0].bulan == (290_400_000,) * 12
        assert r.total == 3_484_800_000
        assert buku.periksa_buku(store.reader()) == 0


def _roster(con: sqlite3.Connection, banyak: int) -> None:
    """Heads of RT past the forms: 528 of them in one kelurahan would meet the checks of people who type."""
    for ke in range(1, banyak + 1):
        con.execute("INSERT INTO rt_jabatan (id, lingkup, nomor) VALUES (?, ?, ?)", (f"j{ke}", KELURAHAN, f"{ke:03d}"))
        con.execute("INSERT INTO rt_orang (id, lingkup, nama) VALUES (?, ?, ?)", (f"o{ke}", KELURAHAN, f"Ketua {ke}"))
        con.execute(
            """INSERT INTO rt_masa (id, lingkup, jabatan_id, orang_id, tmt, sk_nomor, sk_tanggal)
               VALUES (?, ?, ?, ?, '2016-01-01', '1', '2015-12-01')""",
            (f"m{ke}", KELURAHAN, f"j{ke}", f"o{ke}"),
        )


def test_a_store_of_the_first_release_gets_its_summary_and_what_a_newer_city_sent(tmp_path: Path) -> None:
    lama = Path(__file__).resolve().parents[1] / "data/old_databases/v0_1_0.db"
    shutil.copy(lama, tmp_path / "sipokat.db")
    doc = {"daftar_id": "d", "alasan": "NIK belum ada", "sejak": "2026-04-01"}
    with closing(sqlite.connect(tmp_path / "sipokat.db", isolation_level=None)) as con:
        (daftar_id, isi) = con.execute("SELECT id, nomor FROM insentif_daftar LIMIT 1").fetchone()
        for tabel, id, fields in (
            ("insentif_tunda", "b", doc), ("insentif_daftar", daftar_id, {"nomor": isi, "spp_nomor": "12/SPP"}),
        ):  # fmt: skip
            con.execute(
                """INSERT INTO sync_shadow (tabel, id, lingkup, seq, deleted, doc, writers, hash)
                   VALUES (?, ?, ?, 1, 0, ?, '{}', '')""",
                (tabel, id, KELURAHAN, json.dumps(fields)),
            )
    with closing(Store(tmp_path, MODULES)) as store:
        con = store.reader()
        assert buku.periksa_buku(con) == 0
        dibayar = con.execute("SELECT sum(jumlah) FROM insentif_mutasi").fetchone()[0]
        assert rekap.rt_tahun(con, tahun=2026).total == dibayar
        assert tuple(con.execute("SELECT id, alasan FROM insentif_tunda").fetchone()) == ("b", "NIK belum ada")
        nomor = con.execute("SELECT spp_nomor FROM insentif_daftar WHERE id = ?", (daftar_id,)).fetchone()[0]
        assert nomor == "12/SPP"
