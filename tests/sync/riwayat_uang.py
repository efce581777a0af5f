"""Random histories of terms, tariffs, lists, payments, corrections and replacements on several PCs around a city."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.insentif import koreksi, ops, queries, rules, siklus
from sipokat_desktop.modules.rt import ganti
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import deciding, history, joint
from sipokat_desktop.storage.core import GANDA
from sipokat_desktop.storage.decision import Decision
from tests.sync import hukum, uang, uang_acara
from tests.sync.dunia import LEDGER
from tests.sync.panggung import TEMPAT, Gangguan
from tests.sync.pemain import tambah
from tests.sync.riwayat_acara import Acara
from tests.sync.riwayat_berbeda import KE, PC
from tests.unit import kantor

NO = st.integers(1, 4)
KODE = st.sampled_from(["2026-02", "2026-03", "2026-TW1", "2026-02R02"])
BULAN = ("2026-01", "2026-02", "2026-03")
KOMPONEN = st.sampled_from(["Insentif Ketua RT", "Insentif Ketua RT", "Insentif kecil"])
AKHIR = st.sampled_from(["2025-12-20", "2026-01-31", "2026-02-14"])
HARI = date(2026, 11, 20)


class RiwayatUang(Acara, RuleBasedStateMachine):
    """Three PCs of one kelurahan; every rule is something that the treasurer or the clerk does."""

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        Acara.__init__(self)
        for pc in self.pc[:3]:
            for d in queries.semua_daftar(pc.store.reader(), lingkup=TEMPAT[0]):
                self.boleh |= uang.periksa_daftar(pc, d.nomor)
        self.lakukan(0, lambda pc: _tarif(pc, "2026-01", 200_000))
        self.siapkan_acara()
        self._aman(0, 1, 2)

    @initialize(dibayar=st.booleans())
    def awal(self, dibayar: bool) -> None:
        """The list of January may have been paid before."""
        if dibayar:
            self.terima(i=0, ke=0, no=1, semua=True)
            self._aman(0, 1, 2)

    # --- lists -----------------------------------------------------------------------------------------------------

    @rule(i=PC, kode=KODE, nama=KOMPONEN, kunci=st.booleans())
    def susun(self, i: int, kode: str, nama: str, kunci: bool = False) -> None:
        """Draw a list up, and perhaps lock it: every month of it lies within its term."""
        nomor = self.lakukan(i, lambda pc: ops.susun(pc.store, TEMPAT[i], periode.baca(kode), nama).value)
        if isinstance(nomor, str):
            uang.periksa_daftar(self.pc[i], nomor)
            self.kota.jejak["daftar disusun"] += 1
            if kunci:
                self._kunci(i, lambda: nomor)

    @rule(i=PC, ke=KE)
    def kunci(self, i: int, ke: int) -> None:
        """Lock a draft without a reason, however old it is: months outside a term are refused."""
        self._kunci(i, lambda: self.nomor(i, ke, "draf"))

    def _kunci(self, i: int, mana: Callable[[], str]) -> None:
        def kerja(pc: Office) -> str:
            nomor = mana()
            ops.kunci(pc.store, nomor, lurah=f"Lurah {i}")
            return nomor

        nomor = self.lakukan(i, kerja)
        if isinstance(nomor, str):
            self.boleh |= uang.periksa_daftar(self.pc[i], nomor)
            self.kota.jejak["daftar dikunci"] += 1

    @rule(i=PC, ke=KE, no=NO, apa=st.integers(0, 6))
    def urus(self, i: int, ke: int, no: int, apa: int) -> None:
        """What else happens to a list."""

        def kerja(pc: Office) -> object:
            nomor, s = self.nomor(i, ke, "dikunci", "draf"), pc.store
            match apa:
                case 0:
                    return siklus.tunda(s, nomor, [no], alasan="uji")
                case 1:
                    return siklus.lanjutkan(s, nomor, [no])
                case 2:
                    return siklus.batal_daftar(s, nomor, alasan="uji")
                case 3:
                    return siklus.catat_spp(s, nomor, spp=f"{i}", tanggal=HARI, alasan="uji")
                case 4:
                    return siklus.catat_sp2d(s, nomor, sp2d=f"{i}", tanggal=HARI, alasan="uji")
                case 5:
                    return siklus.tandatangan(s, nomor, kecuali=[no])
                case _:
                    return siklus.periksa(s, nomor, oleh=f"Rina {i}")

        self.lakukan(i, kerja)

    # --- money -----------------------------------------------------------------------------------------------------

    @rule(i=PC, ke=KE, no=NO, semua=st.booleans())
    def terima(self, i: int, ke: int, no: int, semua: bool) -> None:
        """Hand the money of a locked list out."""

        def kerja(pc: Office) -> str:
            nomor, sebelum = self.nomor(i, ke, "dikunci"), uang_acara.dibayar(pc.store.reader())
            act = ops.terima(pc.store, nomor, kecuali=() if semua else [no]).changes.act_id
            uang_acara.periksa_bayar(pc, sebelum)
            return act

        self._buku_act(i, self.lakukan(i, kerja))

    @rule(i=PC, ke=KE, no=NO)
    def batal(self, i: int, ke: int, no: int) -> None:
        """Take a payment back as a mistake."""

        def kerja(pc: Office) -> str:
            return ops.batal_terima(pc.store, self.nomor(i, ke, "dikunci"), no, alasan="uji").act_id

        self._buku_act(i, self.lakukan(i, kerja))

    @rule(i=PC, ke=KE, ambil=NO, satu=st.booleans())
    def kembali(self, i: int, ke: int, ambil: int, satu: bool) -> None:
        """Money of somebody who was paid goes back to the treasury: one month, or what is due to go back."""

        def kerja(pc: Office) -> str:
            nomor, con = self.nomor(i, ke, "dikunci"), pc.store.reader()
            daftar = queries.cari_daftar(con, nomor)
            dibayar = [b for b in queries.baris(con, daftar_id=daftar.daftar_id) if b.terbayar]
            if not dibayar:
                return ""
            b = dibayar[ambil % len(dibayar)]
            for satu_bulan in b.bulan:
                self.tetapan[b.baris_id, satu_bulan].add(0)
            bulan, hari = [b.terbayar[0][0]] if satu else [], rt.hari_ini(pc.store)
            act = koreksi.kembalikan(pc.store, nomor, b.no, sts=f"STS {i}", tanggal=hari, alasan="uji", bulan=bulan)
            self.kota.jejak["dikembalikan"] += 1
            return act.act_id

        self._buku_act(i, self.lakukan(i, kerja))

    @rule(i=PC, ke=KE, no=NO, bulan=st.sampled_from(BULAN), jumlah=st.sampled_from([0, 0, 133_333, 500_000, 550_000]))
    def koreksi(self, i: int, ke: int, no: int, bulan: str, jumlah: int) -> None:
        """Correct a line of a locked list without anybody's word: never above the tariff, never outside the term."""

        self._koreksi(i, lambda _pc: self.nomor(i, ke, "dikunci"), no, {bulan: jumlah})

    @rule(i=PC)
    def urungkan(self, i: int) -> None:
        """Undo the last act of a PC."""
        if self.acts[i]:
            act = self.acts[i].pop()
            self.lakukan(i, lambda pc: history.undo(pc.store, act))

    @rule(i=PC, ke=KE, salah=st.booleans(), luas=st.integers(0, 2))
    def putuskan(self, i: int, ke: int, salah: bool, luas: int = 0) -> None:
        """Decide a pembayaran ganda: of one month, of the months of one head, or of the whole list."""

        def kerja(pc: Office) -> object:
            semua = [d for d in pc.status().decisions if d.jenis == GANDA and len(d.baris) > 1]
            if not semua:
                return None
            entri = _serta(pc, semua, ke, luas)
            if salah:
                return deciding.take_back_all(pc.store, LEDGER, entri, "salah catat", {"alasan": "uji"})
            tanya = f"SELECT max(tanggal) FROM {LEDGER} WHERE id IN ({','.join('?' * len(entri))})"
            (hari,) = pc.store.reader().execute(tanya, entri).fetchone()
            isian = {"alasan": "uji", "tanggal": str(hari)}
            return deciding.take_back_all(pc.store, LEDGER, entri, "dikembalikan", isian)

        self.lakukan(i, kerja)

    # --- roster and tariffs ----------------------------------------------------------------------------------------

    @rule(i=PC, ke=KE, akhir=AKHIR)
    def ganti(self, i: int, ke: int, akhir: str) -> None:
        """Another head takes over in the middle of things."""

        def kerja(pc: Office) -> object:
            rows = pc.store.reader().execute("SELECT id FROM rt_jabatan WHERE lingkup = ? ORDER BY nomor", (TEMPAT[i],))
            jabatan = [str(row[0]) for row in rows]
            isian = {"akhir_nyata": akhir, "alasan_akhir": "pindah", "nama": f"Pengganti {ke} {i}", "sk_nomor": "9"}
            ganti.ganti(pc.store, jabatan[ke % len(jabatan)], isian)
            self.kota.jejak["ketua diganti"] += 1
            return None

        self.lakukan(i, kerja)

    @rule(i=PC, ke=KE)
    def tambah(self, i: int, ke: int) -> None:
        """One more RT."""
        self.lakukan(i, lambda pc: tambah(pc, i, ke + 3))

    @rule(i=PC, ke=KE, akhir=AKHIR)
    def akhiri(self, i: int, ke: int, akhir: str) -> None:
        """A head leaves and nobody follows."""

        def kerja(pc: Office) -> object:
            rows = pc.store.reader().execute("SELECT id FROM rt_masa WHERE akhir_nyata IS NULL ORDER BY id").fetchall()
            return rt.akhiri(
                pc.store, masa_id=str(rows[ke % len(rows)][0]), isian={"akhir_nyata": akhir, "alasan_akhir": "pindah"}
            ) if rows else None  # fmt: skip

        self.lakukan(i, kerja)

    @rule(i=PC, mulai=st.sampled_from(BULAN), jumlah=st.sampled_from([200_000, 350_000, 333_333]))
    def tarif(self, i: int, mulai: str, jumlah: int) -> None:
        """The office sets its own tariff anew."""
        self.lakukan(i, lambda pc: _tarif(pc, mulai, jumlah))

    # --- the line --------------------------------------------------------------------------------------------------

    @rule(i=PC, limit=st.sampled_from([0, 0, 2]), apa=st.sampled_from(["", "", "hilang", "jawaban hilang", "dua kali"]))
    def sinkron(self, i: int, limit: int, apa: str) -> None:
        """A sync, perhaps over a bad line."""
        self._sinkron(i, Gangguan(apa), limit=limit)
        self._hukum_pc(i)

    def teardown(self) -> None:
        """Let everybody sync until all is quiet, and hold the result against the laws."""
        try:
            for _ in range(3):
                self._aman(*range(len(self.pc)))
            self.periksa()
        finally:
            for pc in self.pc:
                pc.close()

    def periksa(self) -> None:
        """All laws, those of the sync too."""
        catatan = hukum.Catatan(self.kota.db, TEMPAT[0])
        self.kota.jejak.update(f"{f['jenis']} {f['keadaan']}" for (t, _), f in catatan.isi.items() if t == "konflik")
        uang.periksa_kota(catatan, self.pc[:3], self.boleh)
        for i in range(3):
            self._hukum_pc(i)
        hukum.periksa(self.kota.db, TEMPAT[0], self.pc[:3], set().union(*self.pernah[:3]))


def _tarif(pc: Office, mulai: str, jumlah: int) -> object:
    rows = rules.baris_tarif(
        kantor.KELURAHAN, nama="Insentif kecil", jumlah=jumlah, mulai=mulai, dasar_hukum="SK", pajak=500
    )
    return ops.simpan_tarif(pc.store, kantor.KELURAHAN, rows)


def _serta(pc: Office, semua: Sequence[Decision], ke: int, luas: int) -> tuple[str, ...]:
    """One of the entries, with what may be decided with it."""
    con, tables, d = pc.store.reader(), pc.store.tables, semua[ke % len(semua)]
    entri = d.baris[ke % 2]
    grup = ([d], joint.beside(con, tables, semua, d), joint.whole_book(con, tables, semua, d))[luas]
    ikut = joint.joint(con, tables, grup, entri)
    return ikut.entries if ikut else (entri,)
