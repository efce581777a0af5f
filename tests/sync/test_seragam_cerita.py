"""528 uniforms, from the sizes of eight kecamatan to the last exchange, through the real server, right to the piece."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path

import pytest

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.seragam import ops, queries
from sipokat_desktop.modules.seragam.model import Barang, IsianUkuran, Pemakai
from sync.server.keys import ServerKey
from tests.kota import CityThread
from tests.sync.perangkat import Perangkat, Ubahan

UKURAN = ("L", "XL", "M", "L", "XL", "XXL", "M", "L", "S", "XXL", "L", "XXXL")
"""Which size the heads wear, one after the other."""
KURANG = 6
"""XXL that were bought too few; as many L too many."""
DI_ACARA = 10
KECAMATAN = [t.kode for t in wilayah.semua().values() if t.tingkat == "kecamatan"]
KELURAHAN = [t.kode for t in wilayah.semua().values() if t.tingkat == "kelurahan"]


def banyak_rt(ke: int) -> int:
    """RT of the kelurahan at a place of the list: 528 in all."""
    return 8 if ke < 24 else 7


def isi_rt(city: CityThread) -> None:
    """The roster of 528 heads, as the 72 kelurahan have sent it."""
    key = ServerKey(city.db)
    for ke, kode in enumerate(KELURAHAN):
        ubahan: list[Ubahan] = []
        for no in range(1, banyak_rt(ke) + 1):
            j, o, m = (f"{kode}-{apa}-{no}" for apa in "jom")
            ubahan += [
                ("set", "rt_jabatan", j, {"nomor": f"{no:02d}"}),
                ("set", "rt_orang", o, {"nama": f"Ketua {ke} {no}", "kelamin": "L"}),
                ("set", "rt_masa", m, {"jabatan_id": j, "orang_id": o, "tmt": "2024-01-01"}),
            ]
        Perangkat(city.db, key, kode).kirim(*ubahan)


@pytest.fixture
def kota(tmp_path: Path) -> Iterator[CityThread]:
    city = CityThread(f"sqlite:///{tmp_path / 'kota.db'}")
    isi_rt(city)
    yield city
    city.close()


class Cerita:
    """Two PCs in each of the eight kecamatan."""

    def __init__(self, city: CityThread, folder: Path, tumpuk: ExitStack) -> None:
        self.city = city
        self.pc: dict[str, list[Office]] = {}
        for kode in KECAMATAN:
            self.pc[kode] = [Office(folder / f"{kode}-{n}") for n in (1, 2)]
            for office in self.pc[kode]:
                tumpuk.callback(office.close)
                office.enrol(server=city.url, code=city.invite(kode), name="Yanti")

    def sinkron(self) -> None:
        """Everybody is online for a moment, twice."""
        for _ in range(2):
            for office in self.semua:
                summary = office.sync()
                assert summary.matching
                assert not summary.stuck

    @property
    def semua(self) -> list[Office]:
        """Every PC."""
        return [office for dua in self.pc.values() for office in dua]

    @property
    def p(self) -> str:
        """The purchase."""
        return queries.cari_pengadaan(self.semua[0].store.reader(), "").pengadaan_id

    def pemakai(self, office: Office) -> list[Pemakai]:
        """The posts that a PC sees."""
        hari = rt.hari_ini(office.store)
        return queries.pemakai(office.store.reader(), self.p, lingkup=office.kantor, hari=hari)

    # --- the story ---

    def catat_ukuran(self) -> Counter[str]:
        """The first PC of each kecamatan enters the sizes of its heads."""
        kali: Counter[str] = Counter()
        for ke, (office, _) in enumerate(self.pc.values()):
            semua = self.pemakai(office)
            isian = {s.jabatan_id: IsianUkuran(UKURAN[(ke + n) % len(UKURAN)]) for n, s in enumerate(semua)}
            hasil = ops.catat_ukuran(office.store, isian, pengadaan_id=self.p).value
            assert (len(hasil.diubah), hasil.dilewati) == (len(semua), ())
            kali.update(str(i.ukuran) for i in isian.values())
        return kali

    def kirim(self) -> None:
        """What each kecamatan needs comes to it; the last one gets six L for the six XXL that are missing."""
        for kode, (office, _) in self.pc.items():
            perlu = Counter(s.ukuran for s in self.pemakai(office))
            if kode == KECAMATAN[-1]:
                perlu.update({"XXL": -KURANG, "L": KURANG})
            isi = {Barang("", ukuran): n for ukuran, n in perlu.items()}
            ops.kirim(office.store, self.p, dari="pengadaan", ke=office.kantor, isi=isi)

    def di_acara(self, hari: date) -> int:
        """Ten heads get theirs on the stage."""
        sudah = 0
        for ke, (office, _) in enumerate(self.pc.values()):
            pilih = [s.jabatan_id for s in self.pemakai(office)][: 2 if ke < DI_ACARA - len(KECAMATAN) else 1]
            hasil = ops.serah(office.store, self.p, pilih, cara="simbolis", acara="Hari Jadi Kota", hari=hari).value
            assert hasil.dilewati == ()
            sudah += len(hasil.diserahkan)
        return sudah

    def menunggu(self) -> list[str]:
        """The six heads of the last kecamatan who have to wait for an XXL."""
        return [s.jabatan_id for s in self.pemakai(self.pc[KECAMATAN[-1]][0]) if s.ukuran == "XXL"][-KURANG:]

    def ambil(self, hari: list[date], menunggu: list[str]) -> int:
        """The rest is picked up at the kecamatan over three days, at two tables that do not hear of each other."""
        sudah = 0
        for kecamatan, dua in self.pc.items():
            kecuali = menunggu if kecamatan == KECAMATAN[-1] else ()
            kode = queries.kelurahan(dua[0].store.reader(), dua[0].kantor)
            for ke, satu in enumerate(kode):
                office, kapan = dua[ke % 2], hari[ke * len(hari) // len(kode)]
                hasil = ops.serah_semua(
                    office.store, self.p, lingkup=[satu], kecuali=kecuali, cara="kecamatan", hari=kapan
                ).value
                assert hasil.dilewati == ()
                sudah += len(hasil.diserahkan)
        return sudah

    def tukar(self) -> None:
        """Two heads find their XL too large."""
        office = self.pc[KECAMATAN[-1]][1]
        for s in [s for s in self.pemakai(office) if s.barang.ukuran == "XL"][:2]:
            ops.tukar(office.store, self.p, s.jabatan_id, ukuran="L", cara="kecamatan")


def test_528_uniforms(kota: CityThread, tmp_path: Path) -> None:
    with ExitStack() as tumpuk:
        kota.command("seragam", "pengadaan", "--nama", "Seragam RT", "--tahun", "2026", "--barang", "Baju seragam")
        c = Cerita(kota, tmp_path, tumpuk)
        c.sinkron()
        perlu = c.catat_ukuran()
        c.sinkron()
        assert sum(perlu.values()) == 528
        dibeli = perlu + Counter({"L": KURANG}) - Counter({"XXL": KURANG})
        kota.command("seragam", "isi", "2026", "--isi", ", ".join(f"{u}={n}" for u, n in dibeli.items()))
        assert kota.command("seragam", "stok").splitlines()[-1] == "Kurang dibeli: 6 XXL."
        c.sinkron()
        c.kirim()
        c.sinkron()
        hari = [rt.hari_ini(c.semua[0].store) - timedelta(days=n) for n in (3, 2, 1, 0)]
        assert c.di_acara(hari[0]) == DI_ACARA
        c.sinkron()
        menunggu = c.menunggu()
        assert c.ambil(hari[1:], menunggu) == 528 - DI_ACARA - KURANG
        c.sinkron()
        c.tukar()
        c.sinkron()
        _periksa(c, perlu, menunggu)


def _periksa(c: Cerita, perlu: Counter[str], menunggu: list[str]) -> None:
    punya: Counter[str] = Counter()
    f8: Counter[str] = Counter()
    f8b: Counter[str] = Counter()
    for kode, dua in c.pc.items():
        for office in dua:
            con, hari = office.store.reader(), rt.hari_ini(office.store)
            stok = {b.ukuran: n for b, n in queries.sisa(con, c.p, office.kantor).items()}
            assert stok == ({"L": KURANG - 2, "XL": 2} if kode == KECAMATAN[-1] else {})
            assert queries.masalah(con, c.p) == []
            belum = [s.jabatan_id for s in queries.belum(con, c.p, lingkup=office.kantor, hari=hari)]
            assert belum == (menunggu if kode == KECAMATAN[-1] else [])
        for s in c.pemakai(office):
            assert sum(s.memegang.values()) == s.sudah
            punya.update({b.ukuran: n for b, n in s.memegang.items()})
        f8.update({b.ukuran: n for b, n in queries.lembar(con, c.p, lingkup=office.kantor, hari=hari).jumlah})
        tabel = queries.matriks(con, c.p, lingkup=office.kantor, hari=hari)
        f8b.update({b.ukuran: n for b, n in zip(tabel.kolom, tabel.jumlah("perlu"), strict=True)})
    ditukar = Counter({"L": 2}) - Counter({"XL": 2})
    jadi = perlu + ditukar
    jadi["XL"] -= 2
    assert f8 == f8b == jadi
    assert punya == jadi - Counter({"XXL": KURANG})
    assert sum(punya.values()) == 522
    acara = sum(
        len(
            queries.lembar(
                dua[0].store.reader(), c.p, lingkup=dua[0].kantor, hari=date.max, acara="Hari Jadi Kota"
            ).baris
        )
        for dua in c.pc.values()
    )
    assert acara == DI_ACARA
    kata = c.city.command("seragam", "stok").splitlines()
    assert kata[0] == (
        "Seragam RT: 528 potong dibeli, 522 diserahkan, 6 di kecamatan dan kelurahan. "
        "522 RT sudah menerima, 6 belum; 0 ukurannya belum lengkap."
    )
    assert kata[1:] == [f"{wilayah.nama_kantor(f'kec:{KECAMATAN[-1]}')}: 4 L, 2 XL", "Kurang dibeli: 6 XXL."]
