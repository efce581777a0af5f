"""What two PCs do differently with one list while they do not hear of one another, and what is decided of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import rule

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import dibayar_batal, koreksi, ops, queries, siklus
from sipokat_desktop.storage import deciding
from tests.sync import uang
from tests.sync.panggung import TEMPAT
from tests.sync.pemain import Pemain

PC = st.sampled_from([0, 0, 1, 1, 2])
KE = st.integers(0, 3)
Beda = tuple[list[dict[int, int]], list[dict[int, int]]]
KOREKSI = st.lists(
    st.dictionaries(st.integers(0, 2), st.sampled_from([0, 133_333, 300_000, 550_000]), min_size=1),
    min_size=1, max_size=3,
)  # fmt: skip
BEDA = st.tuples(KOREKSI, KOREKSI)
"""What either of two PCs makes of a line, one correction after the other: which month of the list, which rupiah."""
Lalu = tuple[str, str]
LALU = st.tuples(
    st.sampled_from(["", "", "sebelum", "di antara", "sesudah"]), st.sampled_from(["", "sinkron", "putuskan"])
)
"""When one of them pays the line, and what comes after."""


class Bendahara(Pemain):
    """The PCs with what their treasurers do, and what people decided of the money so far."""

    def __init__(self) -> None:
        super().__init__()
        self.boleh: set[tuple[str, str]] = set()
        """(line, month) that were within their term when their list was locked or corrected."""
        self.tetapan: uang.Tetapan = defaultdict(set)
        """Per (line, month) the gross rupiah that somebody set by a correction: no other amount may appear."""

    def lakukan(self, i: int, kerja: Callable[[Office], object]) -> object:
        """Do something on a PC, then hold it against the laws that hold at any moment; None when it was refused."""
        hasil = self._kerja(i, kerja)
        self._hukum_pc(i)
        return hasil

    def _hukum_pc(self, i: int) -> None:
        uang.periksa_pc(self.pc[i], TEMPAT[i])
        uang.periksa_tetapan(self.pc[i], TEMPAT[i], self.tetapan)

    def nomor(self, i: int, ke: int, *keadaan: str) -> str:
        """The number of a list on a PC."""
        semua = queries.semua_daftar(self.pc[i].store.reader(), lingkup=TEMPAT[i])
        pilih = sorted(d.nomor for d in semua if d.keadaan in keadaan)
        if not pilih:
            raise InputSalah("nomor", "belum ada")
        return pilih[ke % len(pilih)]

    def _koreksi(self, i: int, nomor: Callable[[Office], str], no: int, menjadi: dict[str, int]) -> bool:
        """Correct months of a line; tell whether it was taken."""

        def kerja(pc: Office) -> str:
            con, mana = pc.store.reader(), nomor(pc)
            semula = uang.satu(con, mana, no)
            for bulan, jumlah in menjadi.items():
                self.tetapan[semula.baris_id, bulan].add(jumlah)
            act = koreksi.koreksi(pc.store, mana, no, menjadi=menjadi, alasan=f"uji {i}")
            b = uang.satu(con, mana, no)
            for bulan in menjadi.keys() & {*b.bulan}:
                if (b.baris_id, bulan) not in self.boleh:
                    assert uang.dalam_masa(con, b.masa_id, bulan), f"U2: {bulan} was added outside the term"
                    self.boleh.add((b.baris_id, bulan))
            assert {m: dict(b.rincian).get(m, 0) for m in menjadi} == menjadi, "U6: another amount than was asked for"
            self.kota.jejak["dikoreksi"] += 1
            return act.act_id

        act = self.lakukan(i, kerja)
        self._buku_act(i, act)
        return act is not None

    def _bayar_satu(self, i: int, nomor: str, no: int) -> None:
        act = self.lakukan(i, lambda pc: ops.terima(pc.store, nomor, hanya=[no]).changes.act_id)
        self._buku_act(i, act)


class Berbeda(Bendahara):
    """The rules about two PCs that differ."""

    @rule(i=PC, geser=st.sampled_from([1, 2]), ke=KE, no=st.integers(1, 2), beda=BEDA, lalu=LALU)
    def koreksi_berbeda(self, i: int, geser: int, ke: int, no: int, beda: Beda, lalu: Lalu) -> None:
        """Two PCs correct a line of one list without hearing of one another, each perhaps several times; one may pay,
        and they may hear of it at once, and decide."""
        j, bayar, akhir = (i + geser) % 3, *lalu
        try:
            nomor = self.nomor(i, ke, "dikunci")
        except InputSalah:
            return
        if bayar == "sebelum":
            self._bayar_satu(i, nomor, no)
        sudah = [self._koreksi_semua(siapa, nomor, no, isi, bayar) for siapa, isi in zip((i, j), beda, strict=True)]
        self.kota.jejak["dikoreksi di dua komputer"] += all(sudah)
        if bayar == "sesudah":
            self._bayar_satu(j, nomor, no)
        if akhir:
            self._aman(i, j, i)
            for siapa in (i, j, i):
                self._hukum_pc(siapa)
        if akhir == "putuskan":
            self.putuskan_koreksi(i=i, ke=ke, pilih=geser)

    def _koreksi_semua(self, i: int, nomor: str, no: int, beda: list[dict[int, int]], bayar: str) -> bool:
        """Correct a line several times, perhaps pay it in between; tell whether any was taken."""
        semua = {d.nomor: d.periode for d in queries.semua_daftar(self.pc[i].store.reader(), lingkup=TEMPAT[i])}
        if nomor not in semua:
            return False
        bulan = periode.baca(semua[nomor]).bulan
        sudah = False
        for satu in beda:
            menjadi = {bulan[ke % len(bulan)]: jumlah for ke, jumlah in satu.items()}
            sudah |= self._koreksi(i, lambda _pc: nomor, no, menjadi)
            if bayar == "di antara":
                self._bayar_satu(i, nomor, no)
        return sudah

    @rule(i=PC, ke=KE, pilih=st.integers(0, 2))
    def putuskan_koreksi(self, i: int, ke: int, pilih: int) -> None:
        """Decide which of the differing corrections of a month stands: it is that amount at once."""

        def kerja(pc: Office) -> object:
            semua = [d for d in pc.status().decisions if d.tabel == "insentif_terkoreksi" and d.field == "menjadi"]
            if not semua:
                return None
            d = semua[ke % len(semua)]
            nilai = d.pilihan[pilih % len(d.pilihan)].nilai
            act = deciding.choose(pc.store, d, nilai)
            assert uang.bulan_terkoreksi(pc.store.reader(), d.baris[0]) == int(str(nilai).split()[0]), (
                "U6: the month is not what was decided"
            )
            self.kota.jejak["koreksi diputuskan"] += 1
            return act.act_id

        self._buku_act(i, self.lakukan(i, kerja))

    @rule(i=PC, ke=KE, jalan=st.integers(0, 2), satu=st.booleans())
    def putuskan_batal(self, i: int, ke: int, jalan: int, satu: bool) -> None:
        """Decide about payments on a cancelled list."""

        def kerja(pc: Office) -> object:
            semua = [d for d in pc.status().decisions if d.tabel == "insentif_daftar" and d.aturan]
            if not semua:
                return None
            way = (dibayar_batal.BERLAKU, dibayar_batal.KEMBALI, dibayar_batal.SALAH)[jalan]
            isian = {"alasan": "uji", "tanggal": "20/11/2026", "sts": "", "baris": "1" if satu else ""}
            act = deciding.settle(pc.store, semua[ke % len(semua)], way, isian)
            self.kota.jejak["daftar batal diputuskan"] += 1
            return act.act_id

        self._buku_act(i, self.lakukan(i, kerja))

    @rule(i=PC, geser=st.sampled_from([1, 2]), ke=KE, jalan=st.sampled_from([0, 0, 1, 2, None]))
    def batal_lawan_terima(self, i: int, geser: int, ke: int, jalan: int | None) -> None:
        """A list is cancelled on one PC while another pays it; they may hear of it at once, and decide."""
        j = (i + geser) % 3
        try:
            nomor = self.nomor(i, ke, "dikunci")
        except InputSalah:
            return
        self.lakukan(i, lambda pc: siklus.batal_daftar(pc.store, nomor, alasan="uji"))
        self._buku_act(j, self.lakukan(j, lambda pc: ops.terima(pc.store, nomor).changes.act_id))
        if jalan is not None:
            self._aman(i, j, i)
            self.putuskan_batal(i=i, ke=ke, jalan=jalan, satu=False)
