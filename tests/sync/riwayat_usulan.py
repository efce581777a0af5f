"""Random histories of proposals on several PCs around a city, and their laws, counted by the harness itself.

U1 PCs show the same, and what the rows say: one survivor per group, the last step holds; U2 on a screen every proposal
stands once; U3 a circle, or something recorded of a deleted proposal, is asked, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from sipokat_desktop.app import Office
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.usulan import ops, queries, ragu, text
from sipokat_desktop.modules.usulan.model import Usulan
from sipokat_desktop.storage import deciding, history
from tests.sync import hukum
from tests.sync.hukum import Isi
from tests.sync.panggung import TEMPAT, Gangguan
from tests.sync.pemain import Pemain
from tests.unit.usulan_contoh import TAHUN, isian, pos

PC, KE = st.sampled_from([0, 0, 1, 2]), st.integers(0, 5)
STATUS = st.sampled_from([*text.STATUS][1:])
HARI = st.sampled_from(["2/1/2026", "3/2/2026", "4/3/2026"])
BUTIR, LANGKAH = "usulan_butir", "usulan_status"
Baris = Mapping[str, object]


def tampak(pc: Office, lingkup: str) -> list[Usulan]:
    """The proposals on a PC's screen, merged ones too."""
    return queries.daftar(pc.store.reader(), lingkup=[lingkup], gabungan=True)


def tetap(butir: Mapping[str, Baris], id: str) -> str:
    """Who stands for a proposal: follow the arrows; on coming round the smallest of the round."""
    jalan = [id]
    while (lanjut := str(butir[jalan[-1]].get("gabung_id") or "")) in butir:
        if lanjut in jalan:
            return min(jalan[jalan.index(lanjut) :])
        jalan.append(lanjut)
    return jalan[-1]


def status(isi: Isi, id: str) -> str:
    """The status that holds: of the latest day, then of the latest entry."""
    semua = [
        (str(f["tanggal"]), int(str(f.get("dicatat") or 0)), row, str(f["status"]))
        for (tabel, row), f in isi.items()
        if tabel == LANGKAH and f["usulan_id"] == id and f["status"] != "draf"
    ]
    return max(semua)[-1] if semua else "draf"


def periksa_isi(pc: Office, lingkup: str, isi: Isi) -> None:
    """U1 on a PC at rest: the screen against the rows of the city."""
    butir = {row: f for (tabel, row), f in isi.items() if tabel == BUTIR}
    for u in tampak(pc, lingkup):
        utama = tetap(butir, u.usulan_id)
        assert (u.induk_id or u.usulan_id) == utama, "U1: the screen names another survivor than the rows"
        assert u.status == status(isi, utama), "U1: the screen shows another status than the rows"
    assert {u.usulan_id for u in tampak(pc, lingkup)} == butir.keys(), "U1: the screen lists other proposals"


def periksa_layar(pc: Office, lingkup: str) -> None:
    """U2 at any moment."""
    semua = tampak(pc, lingkup)
    anggota = [id for u in semua for id in u.anggota]
    assert len(anggota) == len({*anggota}) == sum(bool(u.induk_id) for u in semua), "U2: a proposal stands twice"
    ada = {str(r[0]) for r in pc.store.reader().execute(f"SELECT id FROM {BUTIR} WHERE lingkup = ?", (lingkup,))}
    assert {u.usulan_id for u in semua} == ada, "U2: a proposal is on no list"
    assert queries.ringkasan(pc.store.reader(), lingkup=[lingkup]).semua == len(semua) - len(anggota), "U2: the figures"


def periksa_tanya(pc: Office, isi: Isi) -> None:
    """U3 at rest."""
    butir = {row: f for (tabel, row), f in isi.items() if tabel == BUTIR}
    lingkar = {tetap(butir, id) for id in butir if str(butir[tetap(butir, id)].get("gabung_id") or "") in butir}
    hilang = {str(f.get("usulan_id") or f.get("gabung_id")) for (tabel, _), f in isi.items()
              if tabel in (BUTIR, LANGKAH, "usulan_dasar")} - butir.keys() - {"None", ""}  # fmt: skip
    tanya = {
        jenis: {d.baris[0] for d in pc.status().decisions if d.jenis == jenis}
        for jenis in (text.LINGKAR, text.TERHAPUS)
    }
    assert tanya[text.LINGKAR] == lingkar, "U3: a circle nobody is asked about, or a question about none"
    assert tanya[text.TERHAPUS] == hilang, "U3: something stands on a deleted proposal, or a question about nothing"


class RiwayatUsulan(Pemain, RuleBasedStateMachine):
    """Three PCs of one kelurahan with three proposals; every rule is something that a clerk does."""

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        Pemain.__init__(self)
        for ke, post in enumerate(pos(self.pc[0].store)[:3]):
            ops.buat(self.pc[0].store, TEMPAT[0], isian(f"Siring {ke}", post, kk=str(10 * ke + 10)))
        self._catat(0)
        self._aman(0, 1, 2)

    def lakukan(self, i: int, nama: str, kerja: Callable[[Office], Any]) -> None:
        """Do something that can be undone, then look at the screen."""

        def dengan(pc: Office) -> str:
            hasil = kerja(pc)
            return str(getattr(hasil, "changes", hasil).act_id)

        act = self._kerja(i, dengan)
        self._buku_act(i, act)
        periksa_layar(self.pc[i], TEMPAT[i])
        self.kota.jejak[nama] += act is not None

    def pilih(self, pc: Office, *ke: int) -> list[str]:
        """Some proposals of the screen."""
        semua = tampak(pc, TEMPAT[0])
        if not semua:
            raise InputSalah("", "tidak ada")
        return [semua[satu % len(semua)].usulan_id for satu in ke]

    @rule(i=PC, ke=KE)
    def buat(self, i: int, ke: int) -> None:
        """A proposal is recorded."""
        post = pos(self.pc[i].store)
        self.lakukan(i, "dicatat", lambda pc: ops.buat(pc.store, TEMPAT[0], isian(f"Baru {ke}", post[ke % len(post)])))

    @rule(i=PC, ke=KE)
    def ubah(self, i: int, ke: int) -> None:
        """Its words change."""
        self.lakukan(i, "diubah", lambda pc: ops.ubah(pc.store, self.pilih(pc, ke)[0], {"uraian": f"oleh {i}"}))

    @rule(i=PC, ke=KE, lain=KE, kini=STATUS, hari=HARI)
    def status(self, i: int, ke: int, lain: int, kini: str, hari: str) -> None:
        """The result of a meeting is recorded of two."""
        ketik = {"status": kini, "tanggal": hari, "alasan": f"kata {i}"}
        self.lakukan(i, "status", lambda pc: ops.set_status(pc.store, self.pilih(pc, ke, lain), ketik))

    @rule(i=PC, ke=KE, lain=KE)
    def gabung(self, i: int, ke: int, lain: int) -> None:
        """Two are merged."""

        def kerja(pc: Office) -> object:
            utama, satu = self.pilih(pc, ke, lain)
            return ops.gabungkan(pc.store, utama, [satu])

        self.lakukan(i, "digabung", kerja)

    @rule(i=PC, ke=KE)
    def pisah(self, i: int, ke: int) -> None:
        """One is parted, or a whole group."""
        self.lakukan(i, "dipisah", lambda pc: ops.pisahkan(pc.store, self.pilih(pc, ke)))

    @rule(i=PC, ke=KE)
    def hapus(self, i: int, ke: int) -> None:
        """One is deleted."""
        self.lakukan(i, "dihapus", lambda pc: ops.hapus(pc.store, self.pilih(pc, ke)))

    @rule(i=PC, ke=KE)
    def turun(self, i: int, ke: int) -> None:
        """The order changes."""
        self.lakukan(i, "diurutkan", lambda pc: ops.turun(pc.store, self.pilih(pc, ke)[0]))

    @rule(i=PC)
    def lagi(self, i: int) -> None:
        """The unfinished ones are made again."""
        self.lakukan(i, "lagi", lambda pc: ops.usulkan_lagi(pc.store, TEMPAT[0], TAHUN, TAHUN + 1))

    @rule(i=PC)
    def urungkan(self, i: int) -> None:
        """The last act of a PC is undone."""
        if self.acts[i]:
            act = self.acts[i].pop()
            self.lakukan(i, "diurungkan", lambda pc: history.undo(pc.store, act))

    @rule(i=PC, ke=KE, jalan=st.sampled_from([ragu.KEMBALI, ragu.LEPAS]))
    def putuskan(self, i: int, ke: int, jalan: str) -> None:
        """What waits is decided."""

        def kerja(pc: Office) -> object:
            semua = [d for d in pc.status().decisions if d.jenis in (text.LINGKAR, text.TERHAPUS)]
            if not semua:
                raise InputSalah("", "tidak ada")
            hal = semua[ke % len(semua)]
            if hal.jenis == text.TERHAPUS:
                return deciding.settle(pc.store, hal, jalan, {})
            boleh = ragu.pilihan(pc.store.reader(), hal.baris[0])
            return deciding.settle(pc.store, hal, ragu.PILIH, {"tetap": boleh[ke % len(boleh)][0]})

        self.lakukan(i, "diputuskan", kerja)

    @rule(i=PC, j=PC, ke=KE, lain=KE)
    def berlawanan(self, i: int, j: int, ke: int, lain: int) -> None:
        """Two PCs merge the same two, each into the other one; they hear of it, and one decides."""
        self._aman(i, j)
        self.gabung(i=i, ke=ke, lain=lain)
        self.gabung(i=j, ke=lain, lain=ke)
        self._aman(i, j, i)
        self.putuskan(i=i, ke=ke, jalan=ragu.KEMBALI)

    @rule(i=PC, j=PC, ke=KE, kini=STATUS, jalan=st.sampled_from([ragu.KEMBALI, ragu.LEPAS]))
    def terhapus(self, i: int, j: int, ke: int, kini: str, jalan: str) -> None:
        """One deletes what another goes on with."""
        self._aman(i, j)
        self.hapus(i=i, ke=ke)
        self.status(i=j, ke=ke, lain=ke, kini=kini, hari="4/3/2026")
        self._aman(j, i, j)
        self.putuskan(i=j, ke=0, jalan=jalan)

    @rule(i=PC, apa=st.sampled_from(["", "", "hilang", "jawaban hilang", "dua kali"]))
    def sinkron(self, i: int, apa: str) -> None:
        """A sync, perhaps over a bad line."""
        self._sinkron(i, Gangguan(apa))
        periksa_layar(self.pc[i], TEMPAT[i])

    def teardown(self) -> None:
        """Let everybody sync until all is quiet, and hold the result against the laws."""
        try:
            for _ in range(3):
                self._aman(0, 1, 2)
            self.periksa()
        finally:
            for pc in self.pc:
                pc.close()

    def periksa(self) -> None:
        """All laws, those of the sync too."""
        isi = hukum.Catatan(self.kota.db, TEMPAT[0]).isi
        for pc in self.pc[:3]:
            periksa_layar(pc, TEMPAT[0])
            periksa_isi(pc, TEMPAT[0], isi)
            periksa_tanya(pc, isi)
        assert tampak(self.pc[0], TEMPAT[0]) == tampak(self.pc[1], TEMPAT[0]), "U1: two PCs show different things"
        hukum.periksa(self.kota.db, TEMPAT[0], self.pc[:3], set().union(*self.pernah[:3]))
