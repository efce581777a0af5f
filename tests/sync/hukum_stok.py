"""The laws of the uniforms, counted by the tests themselves: stock, shortages told, one for each RT, nothing lost."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sipokat_desktop.app import Office
from sipokat_desktop.modules.seragam import queries, stok
from sipokat_desktop.modules.seragam.model import Barang
from sipokat_desktop.storage.core import GANDA, TERBUKA
from tests.sync.hukum import Catatan, Isi

Saldo = dict[tuple[str, str], int]
"""(place, size) → pieces."""
GERAK = "seragam_gerak"
HARI = date(2026, 11, 30)


def hitung(gerak: Iterable[Mapping[str, object]], bahan: Iterable[Mapping[str, object]]) -> Saldo:
    """Add movements up, one by one."""
    hasil: Counter[tuple[str, str]] = Counter()
    for b in bahan:
        hasil["pengadaan", str(b["ukuran"])] += int(str(b["jumlah"]))
    for g in gerak:
        n = int(str(g["jumlah"]))
        hasil[str(g["ke"]), str(g["ukuran"])] += n
        hasil[str(g["dari"]), str(g["ukuran"])] -= n
        if g.get("ukuran_kembali"):
            hasil[str(g["dari"]), str(g["ukuran_kembali"])] += n
            hasil[str(g["ke"]), str(g["ukuran_kembali"])] -= n
    return {letak: n for letak, n in hasil.items() if n}


def baris(pc: Office, tabel: str) -> list[dict[str, object]]:
    """The rows of a table on a PC."""
    return [dict(row) for row in pc.store.reader().execute(f"SELECT * FROM {tabel}")]


def saldo_pc(pc: Office) -> Saldo:
    """The balances of a PC as the program tells them."""
    con = pc.store.reader()
    p = queries.cari_pengadaan(con, "")
    return {(di, b.ukuran): s.ada for (di, b), s in stok.saldo(con, p.pengadaan_id).items() if s.ada}


def terlihat(tempat: str, kantor: str) -> bool:
    """Tell whether an office sees every movement of a place."""
    return tempat == kantor or (kantor.startswith("kec:") and tempat.startswith(kantor[4:] + "."))


def periksa_pc(pc: Office, kantor: str) -> None:
    """Assert what holds on a PC at any moment: stock is the sum of its movements, shortages are told, sums agree."""
    con, ada = pc.store.reader(), saldo_pc(pc)
    p = queries.cari_pengadaan(con, "").pengadaan_id
    gerak = baris(pc, GERAK)
    assert ada == hitung(gerak, baris(pc, "seragam_isi")), "S1: stock is not the sum of its movements"
    kurang = {k: n for k, n in ada.items() if n < 0 and (k[0] == "pengadaan" or terlihat(k[0], kantor))}
    kata = {(m.tempat, m.barang.ukuran): m.jumlah for m in queries.masalah(con, p) if m.jenis == "kurang"}
    assert kata == kurang, "S4: a shortage is not told, or one that is none"
    tabel = queries.matriks(con, p, lingkup=kantor, hari=HARI)
    for b in tabel.baris:
        di_rt = hitung([g for g in gerak if g["ke"] == "rt" and g["lingkup"] == b.lingkup], [])
        harap = [di_rt.get(("rt", kolom.ukuran), 0) for kolom in tabel.kolom]
        assert list(b.diserahkan) == harap, "S6: the matrix says something else than the ledger"
    lembar = queries.lembar(con, p, lingkup=kantor, hari=HARI)
    assert sum(n for _, n in lembar.jumlah) == sum(b.jumlah for b in lembar.baris), "S6: F8 does not add up"


def tidak_turun(sebelum: Saldo, sesudah: Saldo, kantor: str) -> None:
    """Assert that one act of a PC left no place that it sees below zero, or further below."""
    for letak, n in sesudah.items():
        judged = letak[0] == "pengadaan" or terlihat(letak[0], kantor)
        assert n >= 0 or not judged or n >= sebelum.get(letak, 0), f"S5: an act took {letak} below zero"


def hidup(gerak: Mapping[str, Mapping[str, object]]) -> dict[str, Mapping[str, object]]:
    """The entries that nothing has taken back, by id."""
    dibalik = {g.get("membalik") for g in gerak.values()}
    return {row: g for row, g in gerak.items() if not g.get("membalik") and row not in dibalik}


def berlebih(gerak: Mapping[str, Mapping[str, object]], terbuka: set[str]) -> set[str]:
    """The posts that hold more than one piece without a replacement's reason or an open decision."""
    punya: Counter[str] = Counter()
    boleh: Counter[str] = Counter()
    for g in hidup(gerak).values():
        if g["ke"] != "rt":
            continue
        post = str(g["jabatan_id"])
        punya[post] += int(str(g["jumlah"])) if not g.get("ukuran_kembali") else 0
        boleh[post] += g["jenis"] == "ganti" and bool(g.get("alasan"))
    diputus = {slot.split("|")[2] for slot in terbuka if slot.startswith("rt|")}
    return {post for post, n in punya.items() if n > 1 + boleh[post] and post not in diputus}


def gerak_dari(isi: Isi) -> dict[str, Mapping[str, object]]:
    """The ledger among rows."""
    return {row: f for (tabel, row), f in isi.items() if tabel == GERAK}


def periksa_kota(catatan: Iterable[Catatan], offices: Iterable[tuple[Office, str]], tercatat: set[str]) -> None:
    """Assert the laws when all is quiet: one truth at the city and on every PC, nothing lost, one for each RT."""
    gerak: dict[str, Mapping[str, object]] = {}
    terbuka: set[str] = set()
    for c in catatan:
        gerak |= gerak_dari(c.isi)
        terbuka |= {str(f["slot"]) for f in c.konflik(GANDA) if f["keadaan"] == TERBUKA}
    assert tercatat <= gerak.keys(), "S2: a movement that was recorded is lost"
    assert not berlebih(gerak, terbuka), "S3: somebody holds two without a reason or an open decision"
    per: dict[str, int] = defaultdict(int)
    for g in hidup(gerak).values():
        per[str(g["slot"])] += 1
    assert {s for s, n in per.items() if n > 1} <= terbuka, "S3: two claims without an open decision"
    kota = hitung(gerak.values(), [])
    for pc, kantor in offices:
        periksa_pc(pc, kantor)
        for (di, ukuran), n in {**kota, **dict.fromkeys(saldo_pc(pc), 0)}.items():
            if terlihat(di, kantor):
                nyata = kota.get((di, ukuran), 0)
                assert saldo_pc(pc).get((di, ukuran), 0) == nyata, f"S1: {di} has {n} at the city"


def barang(ukuran: str) -> Barang:
    """A piece of the purchase of these histories."""
    return Barang("", ukuran)
