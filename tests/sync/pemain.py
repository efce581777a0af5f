"""The PCs of the random histories: what can be done with them, by whom and with what mishap, without saying when."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sqlalchemy import select

from sipokat_desktop import safety
from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.rt import ops as rt
from sync.client.http import NetworkTrouble
from sync.client.session import Session
from sync.server.keys import ServerKey
from sync.server.reach import ALL_SCOPES
from sync.server.schema import DOC
from tests.sync import dunia, hukum
from tests.sync.panggung import (
    NAMA,
    TEMPAT,
    Gangguan,
    Jam,
    Kabel,
    Listrik,
    Mati,
    Panggung,
    listrik,
    lupakan_nomor,
)
from tests.sync.perangkat import Perangkat
from tests.unit import kantor


@cache
def panggung() -> Panggung:
    """The stage of this process."""
    return Panggung()


class Pemain:
    """Three PCs of one kelurahan and one of another, around a city; another stage may have others."""

    buka_panggung: Callable[[], Panggung] = staticmethod(panggung)
    nama = NAMA
    """The PCs, by the names of their folders."""

    def __init__(self) -> None:
        self.p = self.buka_panggung()
        self.p.mulai()
        self.kota = self.p.kota
        self.folder = [self.p.folder / nama for nama in self.nama]
        self.jam = [Jam(lewat=self.kota.jam.lewat) for _ in self.nama]
        self.pc = [self._buka(i) for i in range(len(self.nama))]
        self.pernah: list[set[str]] = [set() for _ in self.nama]
        self.acts: list[list[str]] = [[] for _ in self.nama]
        self.kursor: list[dict[str, int]] = [{} for _ in self.nama]
        self.rekaman: list[tuple[str, bytes, str]] = []
        self.lebih_baru: dict[str, str] = {}
        self.simpanan = "awal.db"
        self.kota_mundur = self.kantor_mundur = False

    def _buka(self, i: int) -> Office:
        """Open a PC's store; the power may go even then."""
        while True:
            try:
                office = Office(self.folder[i])
                office.store.clock = self.jam[i]
            except Mati:
                self._hidup(i)
            else:
                return office

    def _hidup(self, i: int) -> None:
        daya = listrik(self.folder[i])
        daya.sisa, daya.mati = 0, False

    def _kerja(self, i: int, kerja: Callable[[Office], object]) -> object:
        """Do something on a PC; when its power goes, it is switched on again."""
        try:
            hasil = kerja(self.pc[i])
        except Mati:
            self.kota.jejak["kantor padam"] += 1
            self.pc[i].store.close()
            self._hidup(i)
            self.pc[i] = self._buka(i)
            return None
        except InputSalah:
            return None
        self._catat(i)
        return hasil

    def _catat(self, i: int) -> None:
        self.pernah[i] |= dunia.semua_op(self.pc[i])

    def _buku_act(self, i: int, act: object) -> None:
        if isinstance(act, str) and act:
            self.acts[i].append(act)

    def kabel(self, i: int, gangguan: Gangguan) -> Kabel:
        """The line of PC i."""
        return Kabel(self.kota, self.pc[i].store.token, gangguan, self.rekaman)

    def _sinkron(self, i: int, gangguan: Gangguan, *, limit: int = 0) -> None:
        def kerja(pc: Office) -> None:
            session = Session(pc.store, self.kabel(i, gangguan))
            session._limit = limit or session._limit
            try:
                summary = session.run()
            except NetworkTrouble as exc:
                if exc.kind != "putus":
                    raise AssertionError(f"I3: the city did not take it: {exc.kind} {exc}") from exc
                return
            assert summary.matching, "I2: the digests differ at the end of a sync"
            assert not summary.repaired, "I2: rows had to be fetched again although nobody tampered with any"

        self._kerja(i, kerja)
        kini = hukum.kursor(self.pc[i])
        if not self.kota_mundur:
            mundur = {s for s, n in self.kursor[i].items() if kini.get(s, 0) < n}
            assert not mundur, f"I8: the cursor of {mundur} went back"
        self.kursor[i] = kini

    def _aman(self, *semua: int) -> None:
        """Sync PCs over a good line with the power on, until nothing is left over."""
        self.kota.listrik = Listrik()
        for i in semua:
            self._hidup(i)
            self._sinkron(i, Gangguan())

    def kloning(self, i: int, j: int, *, tersembunyi: bool = False) -> None:
        """A technician puts a copy of PC i in the place of PC j (which had sent everything); a hidden one is an image
        of the whole disk, which only the city can tell from the first."""
        self.kantor_mundur = True
        self._aman(j)
        for satu in (i, j):
            self._hidup(satu)
            self.pc[satu].close()
        self.folder[j] = self.p.folder / f"klon{len(list(self.p.folder.iterdir()))}"
        dunia.salin(self.folder[i], self.folder[j])
        if tersembunyi:
            lupakan_nomor(self.folder[j])
        self.pc[i], self.pc[j] = self._buka(i), self._buka(j)
        self.acts[j], self.kursor[j] = [], {}

    def pindah(self, i: int) -> None:
        """The folder of a PC moves to another disk; the old one is thrown away."""
        self._hidup(i)
        self.pc[i].close()
        lama, self.folder[i] = self.folder[i], self.p.folder / f"pindah{len(list(self.p.folder.iterdir()))}"
        dunia.salin(lama, self.folder[i])
        self.pc[i] = self._buka(i)

    def kantor_pulih(self, i: int, ke: int) -> None:
        """Back up, work and sync on, work more, then restore the backup."""
        self.kantor_mundur = True
        self._hidup(i)
        berkas = self.pc[i].safety.backup(self.p.folder / "simpan.sipokat")
        self._kerja(i, lambda pc: ubah(pc, ke, "hp", 1))
        self._aman(i)
        self._kerja(i, lambda pc: tambah(pc, i, ke + 1))
        self.pc[i].close()
        safety.restore(self.folder[i], berkas)
        self.pc[i] = self._buka(i)
        self.acts[i], self.kursor[i] = [], {}

    def kota_pulih(self) -> None:
        """The city goes back to its backup. (Not in one history with an office that went back or was replaced:
        what only that office had is then nowhere.)"""
        self.kota_mundur = True
        self.kota.listrik = Listrik()
        self.kota.pulihkan(self.simpanan)
        self.rekaman.clear()
        self.lebih_baru.clear()

    def _program_baru(self, ke: int) -> None:
        """A PC with a newer program writes a field that the others do not know."""
        self.kota.listrik = Listrik()
        with self.kota.db.read(ALL_SCOPES) as con:
            hidup = select(DOC.c.id).where(DOC.c.tbl == "rt_orang", DOC.c.scope == TEMPAT[0], DOC.c.deleted == 0)
            orang = sorted(con.scalars(hidup).all())
        baru = Perangkat(self.kota.db, ServerKey(self.kota.db), TEMPAT[0])
        hasil = baru.kirim(("set", "rt_orang", orang[ke % len(orang)], {f"hobi{ke}": "memancing"}))
        assert hasil.results[0].outcome == "applied"
        self.lebih_baru[orang[ke % len(orang)]] = f"hobi{ke}"


def tambah(pc: Office, i: int, ke: int) -> str:
    """Add a head of RT; returns the act."""
    return rt.tambah(pc.store, TEMPAT[i], kantor.isian(ke)).changes.act_id


def ubah(pc: Office, ke: int, field: str, nilai: int) -> str:
    """Change a field of a head; returns the act."""
    semua = pc.store.reader().execute("SELECT id, jabatan_id FROM rt_masa ORDER BY id").fetchall()
    if not semua:
        return ""
    teks = {"hp": f"081234567{nilai}0", "nama": f"Nama {nilai}", "jumlah_kk": str(nilai)}[field]
    satu = semua[ke % len(semua)]
    return rt.ubah(pc.store, jabatan_id=satu[1], masa_id=satu[0], isian={field: teks}).act_id


def _daftar(pc: Office, i: int, keadaan: str, ke: int) -> str:
    semua = queries.semua_daftar(pc.store.reader(), lingkup=TEMPAT[i])
    nomor = [d.nomor for d in semua if d.keadaan == keadaan]
    return nomor[ke % len(nomor)] if nomor else ""


def kunci(pc: Office, i: int, ke: int) -> None:
    """Lock a list."""
    if nomor := _daftar(pc, i, "draf", ke):
        insentif.kunci(pc.store, nomor, lurah=f"Lurah {i}", alasan="uji")


def terima(pc: Office, i: int, ke: int, kecuali: set[int]) -> str:
    """Hand the money of a locked list out; returns the act."""
    nomor = _daftar(pc, i, "dikunci", ke)
    return insentif.terima(pc.store, nomor, kecuali=kecuali).changes.act_id if nomor else ""


def batal(pc: Office, i: int, ke: int, no: int) -> None:
    """Take a payment back."""
    if nomor := _daftar(pc, i, "dikunci", ke):
        insentif.batal_terima(pc.store, nomor, no, alasan="uji")
