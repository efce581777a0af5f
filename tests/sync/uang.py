"""The laws of the money, counted by the tests themselves: terms, sums, the ledger played back, claims that meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from random import Random
from sqlite3 import Connection

from sipokat_desktop.app import Office
from sipokat_desktop.modules.insentif import buku, queries, rekap
from sipokat_desktop.modules.insentif.bayar import satu_baris
from sipokat_desktop.storage.core import GANDA, TERBUKA
from tests.sync import uang_acara
from tests.sync.dunia import LEDGER, isi_kantor
from tests.sync.dunia import buku as entri_dari
from tests.sync.hukum import Catatan, Isi

Rupiah = dict[str, int]
"""Month → rupiah."""
Tetapan = dict[tuple[str, str], set[int]]
"""(line, month) → the gross rupiah that people set for it."""


def rincian(teks: object) -> Rupiah:
    """Read ``2026-01=550000 …``."""
    return {satu.partition("=")[0]: int(satu.partition("=")[2]) for satu in str(teks or "").split()}


def baris(isi: Isi) -> dict[str, tuple[str, Rupiah, Rupiah]]:
    """Per line: its list, and what each month gives after the corrections, gross and taken home."""
    hasil: dict[str, tuple[str, Rupiah, Rupiah]] = {}
    koreksi = [f for (tabel, _), f in isi.items() if tabel == "insentif_terkoreksi"]
    for (tabel, row), f in isi.items():
        if tabel != "insentif_baris":
            continue
        bruto = rincian(f["rincian"])
        netto = _bagi(bruto, int(str(f["diterima"])))
        for k in (k for k in koreksi if k["baris_id"] == row):
            bruto[str(k["bulan"])], netto[str(k["bulan"])] = map(int, str(k["menjadi"]).split())
        bersih = {bulan: netto[bulan] for bulan, jumlah in bruto.items() if jumlah > 0}
        hasil[row] = (str(f["daftar_id"]), {b: n for b, n in bruto.items() if n > 0}, bersih)
    return hasil


def _bagi(bruto: Rupiah, diterima: int) -> Rupiah:
    jumlah = sum(bruto.values())
    hasil = {bulan: diterima * satu // jumlah if jumlah else 0 for bulan, satu in bruto.items()}
    if hasil:
        hasil[max(hasil)] += diterima - sum(hasil.values())
    return hasil


def dalam_masa(con: Connection, masa_id: str, bulan: str) -> bool:
    """Tell whether a term, as this PC knows it, is in office on the first of a month within its decree."""
    row = con.execute("SELECT tmt, akhir_sk, akhir_nyata FROM rt_masa WHERE id = ?", (masa_id,)).fetchone()
    if row is None or not row[0]:
        return False
    acuan = f"{bulan}-01"
    return bool(row[0] <= acuan) and all(not akhir or acuan <= akhir for akhir in (row[1], row[2]))


def periksa_daftar(pc: Office, nomor: str) -> set[tuple[str, str]]:
    """Assert that every month of a list lies within its term, unless a person set it or it pays for having attended;
    return (line, month) of all."""
    con = pc.store.reader()
    daftar = queries.cari_daftar(con, nomor)
    semua = queries.baris(con, daftar_id=daftar.daftar_id)
    for b in semua if not uang_acara.acara(con, daftar.komponen_id)[0] else ():
        luar = [m for m in b.bulan if m not in rincian(b.khusus) and not dalam_masa(con, b.masa_id, m)]
        assert not luar, f"U2: {luar} of {nomor} lie outside the term"
    return {(b.baris_id, bulan) for b in semua for bulan in b.bulan}


def satu(con: Connection, nomor: str, no: int) -> queries.Baris:
    """Return the line with a number; raise InputSalah where the list has none."""
    return satu_baris(con, queries.cari_daftar(con, nomor), no)


def bulan_terkoreksi(con: Connection, row_id: str) -> int:
    """Return the gross rupiah that the screen gives for a corrected month (its row)."""
    daftar_id, baris_id, bulan = con.execute(
        "SELECT daftar_id, baris_id, bulan FROM insentif_terkoreksi WHERE id = ?", (row_id,)
    ).fetchone()
    b = next(b for b in queries.baris(con, daftar_id=daftar_id) if b.baris_id == baris_id)
    return dict(b.rincian).get(bulan, 0)


def periksa_tetapan(pc: Office, lingkup: str, tetapan: Tetapan) -> None:
    """Assert that every month of a line gives what it gave when it was locked or what a person set: never a sum of
    two corrections; and that what is due, paid and paid too much adds up to it."""
    con = pc.store.reader()
    for d in queries.semua_daftar(con, lingkup=lingkup):
        for b in queries.baris(con, daftar_id=d.daftar_id):
            kini, semula = dict(b.rincian), dict(b.asal.rincian)
            for bulan in kini.keys() | semula.keys():
                boleh = {semula.get(bulan, 0), *tetapan.get((b.baris_id, bulan), ())}
                assert kini.get(bulan, 0) in boleh, f"U6: nobody set {kini.get(bulan, 0)} for {bulan}"
            hilang = b.diterima - (b.sisa + b.dibayar - b.lebih)
            assert 0 <= hilang < max(1, len(b.netto)), "U6: rupiah are lost between paid and due"


def periksa_pc(pc: Office, lingkup: str) -> None:
    """Assert what must hold on a PC at any moment: the summary is the ledger, Σ lines = total on the screen."""
    con, isi = pc.store.reader(), isi_kantor(pc, lingkup)
    assert buku.periksa_buku(con) == 0, "U4: the summary is not what the ledger adds up to"
    _layar(pc, isi, lingkup)
    entri = entri_dari(isi)
    dibayar = sum(int(str(e["jumlah"])) for e in entri.values())
    tahun = {str(e["bulan"])[:4] for e in entri.values()}
    rekap_ = sum(rekap.rt_tahun(con, tahun=int(t), lingkup=[lingkup]).total for t in tahun)
    assert rekap_ == dibayar, "U4: the rekap is not the ledger"


def _layar(pc: Office, isi: Isi, lingkup: str) -> None:
    per: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for daftar_id, bruto, bersih in baris(isi).values():
        per[daftar_id][0] += sum(bruto.values())
        per[daftar_id][1] += sum(bersih.values())
    con = pc.store.reader()
    for d in queries.semua_daftar(con, lingkup=lingkup):
        semua = queries.baris(con, daftar_id=d.daftar_id)
        jumlah = (sum(b.bruto for b in semua), sum(b.diterima for b in semua))
        assert jumlah == (d.total, d.diterima) == (*per[d.daftar_id],), "U5: Σ lines is not the total"


def periksa_kota(c: Catatan, offices: Iterable[Office], boleh: set[tuple[str, str]]) -> None:
    """Assert the laws when all is quiet: the city's rows add up as each screen does, the log plays back to it."""
    di_kota = baris(c.isi)
    for pc in offices:
        periksa_pc(pc, c.scope)
        assert baris(isi_kantor(pc, c.scope)) == di_kota, "U5: screen and server add up differently"
        _putar_ulang(c, pc, Random(len(c.log)))
        _ganda(pc)
        uang_acara.periksa_tanya(pc)
    entri = entri_dari(c.isi)
    for row in _hidup(entri):
        e = entri[row]
        kunci = (str(e.get("baris_id")), str(e["bulan"]))
        assert kunci in boleh or "Diperhitungkan" in str(e.get("alasan")), f"U2: {kunci} was paid, but never locked"


def _hidup(entri: Mapping[str, Mapping[str, object]]) -> list[str]:
    dibalik = {e.get("membalik") for e in entri.values()}
    return [row for row, e in entri.items() if not e.get("membalik") and row not in dibalik]


def _putar_ulang(c: Catatan, pc: Office, acak: Random) -> None:
    """U3: the appends of the log, in any order, give the ledger on the screen and its sums."""
    urut = [op for _, op in c.milik("append") if op.table == LEDGER]
    acak.shuffle(urut)
    main: dict[str, Mapping[str, object]] = {}
    for op in urut:
        main.setdefault(op.row, op.fields)
    kini = entri_dari(isi_kantor(pc, c.scope))
    assert sorted(_hidup(main)) == sorted(_hidup(kini)), "U3: the ledger played back has other live payments"
    assert _slot(main) == _slot(kini), "U3: the ledger played back adds up differently"


def _slot(entri: Mapping[str, Mapping[str, object]]) -> Rupiah:
    hasil: Rupiah = defaultdict(int)
    for e in entri.values():
        hasil[str(e["slot"])] += int(str(e["jumlah"]))
    return dict(hasil)


def _ganda(pc: Office) -> None:
    """U1: two live payments on a post (a head of it, where sessions are paid), component and month are an open
    pembayaran ganda, on every screen."""
    con = pc.store.reader()
    rows = con.execute(
        f"""SELECT m.jabatan_id || '|' || m.komponen_id || '|' || m.bulan
                || CASE k.per WHEN 'sesi' THEN '|' || m.masa_id ELSE '' END
            FROM {LEDGER} m JOIN insentif_komponen k ON k.id = m.komponen_id WHERE {queries.HIDUP}
            GROUP BY 1 HAVING count(*) > 1"""
    )
    dua = {str(row[0]) for row in rows}
    batal = con.execute(
        f"""SELECT DISTINCT m.daftar_id FROM {LEDGER} m JOIN insentif_daftar d ON d.id = m.daftar_id
            WHERE d.keadaan = 'batal' AND {queries.HIDUP}"""
    )
    ditanya = {d.baris[0] for d in pc.status().decisions if d.tabel == "insentif_daftar"}
    assert {str(row[0]) for row in batal} <= ditanya, "U7: paid on a cancelled list, and nobody is asked"
    terbuka = con.execute("SELECT slot FROM konflik WHERE jenis = ? AND keadaan = ?", (GANDA, TERBUKA)).fetchall()
    assert dua <= {str(row[0]) for row in terbuka}, "U1: two live payments without an open pembayaran ganda"
