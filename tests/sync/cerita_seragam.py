"""The story of 528 uniforms: a city of 528 heads in eight kecamatan, what each of its PCs does, and the sums after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.seragam import ops, queries
from sipokat_desktop.modules.seragam.model import Barang, IsianUkuran, Pemakai
from sync.server.keys import ServerKey
from tests.contoh_528 import KECAMATAN, isi_kelurahan
from tests.kota import City, CityThread
from tests.sync.perangkat import Perangkat, Ubahan

UKURAN = ("L", "XL", "M", "L", "XL", "XXL", "M", "L", "S", "XXL", "L", "XXXL")
"""Which size the heads wear, one after the other."""
KURANG = 6
"""XXL that were bought too few; as many L too many."""
DI_ACARA = 10
ACARA = "Hari Jadi Kota"
TERAKHIR = KECAMATAN[-1]
"""The kecamatan that waits for the six XXL, and exchanges two XL."""


def isi_rt(city: City, *, tmt: str = "2024-01-01") -> None:
    """The roster of 528 heads, each with a name of his own, as the 72 kelurahan have sent it."""
    key = ServerKey(city.db)
    for kode, rows in isi_kelurahan(tmt=tmt):
        ubahan: list[Ubahan] = [("set", *row) for row in rows]
        Perangkat(city.db, key, kode).kirim(*ubahan)


def memakai(kode: str, semua: Sequence[Pemakai]) -> dict[str, str]:
    """Return which size each post of a kecamatan wears."""
    ke = KECAMATAN.index(kode)
    return {s.jabatan_id: UKURAN[(ke + n) % len(UKURAN)] for n, s in enumerate(semua)}


def hari_cerita(office: Office) -> list[date]:
    """Return the day of the event, then the three days on which the rest is picked up; the last is today."""
    return [rt.hari_ini(office.store) - timedelta(days=n) for n in (3, 2, 1, 0)]


class Cerita:
    """Two PCs in each of the kecamatan ``kode`` act through the engine; others may join with :meth:`ikut`."""

    def __init__(self, city: CityThread, folder: Path, tumpuk: ExitStack, kode: Sequence[str] = KECAMATAN) -> None:
        self.city = city
        self.pc: dict[str, list[Office]] = {}
        for satu in kode:
            self.pc[satu] = [Office(folder / f"{satu}-{n}") for n in (1, 2)]
            for office in self.pc[satu]:
                tumpuk.callback(office.close)
                office.enrol(server=city.url, code=city.invite(satu), name="Yanti")
        self.mesin = dict(self.pc)

    def ikut(self, kode: str, dua: list[Office]) -> None:
        """The PCs of another kecamatan, driven by somebody else."""
        self.pc[kode] = dua

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

    def umumkan(self) -> None:
        """The city says that it will buy uniforms."""
        self.city.command("seragam", "pengadaan", "--nama", "Seragam RT", "--tahun", "2026", "--barang", "Baju seragam")

    def catat_ukuran(self) -> Counter[str]:
        """The first PC of each kecamatan enters the sizes of its heads."""
        kali: Counter[str] = Counter()
        for kode, (office, _) in self.mesin.items():
            pakai = memakai(kode, self.pemakai(office))
            isian = {id: IsianUkuran(ukuran) for id, ukuran in pakai.items()}
            hasil = ops.catat_ukuran(office.store, isian, pengadaan_id=self.p).value
            assert (len(hasil.diubah), hasil.dilewati) == (len(isian), ())
            kali.update(pakai.values())
        return kali

    def beli(self, perlu: Mapping[str, int]) -> None:
        """The city buys what is needed, but six L for six of the XXL."""
        dibeli = Counter(perlu) + Counter({"L": KURANG}) - Counter({"XXL": KURANG})
        self.city.command("seragam", "isi", "2026", "--isi", ", ".join(f"{u}={n}" for u, n in dibeli.items()))
        assert self.city.command("seragam", "stok").splitlines()[-1] == "Kurang dibeli: 6 XXL."

    def jatah(self, kode: str) -> Counter[str]:
        """What comes to a kecamatan: what it needs; the last one gets six L for the six XXL that are missing."""
        perlu = Counter(s.ukuran for s in self.pemakai(self.pc[kode][0]))
        if kode == TERAKHIR:
            perlu.update({"XXL": -KURANG, "L": KURANG})
        return perlu

    def kirim(self) -> None:
        """What each kecamatan is given comes to it."""
        for kode, (office, _) in self.mesin.items():
            isi = {Barang("", ukuran): n for ukuran, n in self.jatah(kode).items()}
            ops.kirim(office.store, self.p, dari="pengadaan", ke=office.kantor, isi=isi)

    def di_acara(self, hari: date, *, dua: int) -> int:
        """One head of each kecamatan gets his on the stage, in the first ``dua`` of them two."""
        sudah = 0
        for ke, (office, _) in enumerate(self.mesin.values()):
            pilih = [s.jabatan_id for s in self.pemakai(office)][: 2 if ke < dua else 1]
            hasil = ops.serah(office.store, self.p, pilih, cara="simbolis", acara=ACARA, hari=hari).value
            assert hasil.dilewati == ()
            sudah += len(hasil.diserahkan)
        return sudah

    def menunggu(self) -> list[str]:
        """The six heads of the last kecamatan who have to wait for an XXL."""
        return [s.jabatan_id for s in self.pemakai(self.pc[TERAKHIR][0]) if s.ukuran == "XXL"][-KURANG:]

    def ambil(self, hari: list[date], menunggu: list[str]) -> int:
        """The rest is picked up at the kecamatan over three days, at two tables that do not hear of each other."""
        sudah = 0
        for kecamatan, dua in self.mesin.items():
            kecuali = menunggu if kecamatan == TERAKHIR else ()
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
        office = self.pc[TERAKHIR][1]
        for s in [s for s in self.pemakai(office) if s.barang.ukuran == "XL"][:2]:
            ops.tukar(office.store, self.p, s.jabatan_id, ukuran="L", cara="kecamatan")

    # --- the sums ---

    def periksa(self, perlu: Counter[str], menunggu: list[str]) -> None:
        """Every PC, the lists and the city say the same, right to the piece."""
        punya, f8, f8b, acara = Counter[str](), Counter[str](), Counter[str](), 0
        for kode, dua in self.pc.items():
            for office in dua:
                self._periksa_pc(office, kode, menunggu)
            con, hari = dua[1].store.reader(), rt.hari_ini(dua[1].store)
            for s in self.pemakai(dua[1]):
                assert sum(s.memegang.values()) == s.sudah
                punya.update({b.ukuran: n for b, n in s.memegang.items()})
            f8.update({b.ukuran: n for b, n in queries.lembar(con, self.p, lingkup=dua[1].kantor, hari=hari).jumlah})
            tabel = queries.matriks(con, self.p, lingkup=dua[1].kantor, hari=hari)
            f8b.update({b.ukuran: n for b, n in zip(tabel.kolom, tabel.jumlah("perlu"), strict=True)})
            acara += len(queries.lembar(con, self.p, lingkup=dua[1].kantor, hari=hari, acara=ACARA).baris)
        jadi = perlu + Counter({"L": 2}) - Counter({"XL": 2})
        assert f8 == f8b == jadi
        assert punya == jadi - Counter({"XXL": KURANG})
        assert sum(punya.values()) == 522
        assert acara == DI_ACARA
        self._periksa_kota()

    def _periksa_pc(self, office: Office, kode: str, menunggu: list[str]) -> None:
        con, hari = office.store.reader(), rt.hari_ini(office.store)
        stok = {b.ukuran: n for b, n in queries.sisa(con, self.p, office.kantor).items()}
        assert stok == ({"L": KURANG - 2, "XL": 2} if kode == TERAKHIR else {})
        assert queries.masalah(con, self.p) == []
        belum = [s.jabatan_id for s in queries.belum(con, self.p, lingkup=office.kantor, hari=hari)]
        assert belum == (menunggu if kode == TERAKHIR else [])

    def _periksa_kota(self) -> None:
        kata = self.city.command("seragam", "stok").splitlines()
        assert kata[0] == (
            "Seragam RT: 528 potong dibeli, 522 diserahkan, 6 di kecamatan dan kelurahan. "
            "522 RT sudah menerima, 6 belum; 0 ukurannya belum lengkap."
        )
        assert kata[1:] == [f"{wilayah.nama_kantor(f'kec:{TERAKHIR}')}: 4 L, 2 XL", "Kurang dibeli: 6 XXL."]
