"""What happens to transport money on several PCs: marks at two sessions, the event moved, lists of who attended."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from sipokat_desktop.app import Office
from sipokat_desktop.kernel import periode
from sipokat_desktop.modules.bimtek import hadir_ops, kegiatan_ops
from sipokat_desktop.modules.insentif import dua_acara, ketetapan_ops, ops, queries
from sipokat_desktop.modules.insentif.text_acara import DUA_JENIS
from sipokat_desktop.storage import deciding
from tests.sync import uang_acara
from tests.sync.panggung import TEMPAT
from tests.sync.riwayat_berbeda import KE, PC, Berbeda
from tests.unit import bimtek_kecil

ACARA, TARIF = "Uang transport", 150_000
TANDA = st.sampled_from(["hadir", "hadir", "hadir", "izin", "alpa", ""])
"""What a door says of a head; empty: it takes what was said back."""
FEBRUARI, MARET = "2026-02", "2026-03"


class Acara(Berbeda):
    """The rules about an event of two sessions and its money."""

    def siapkan_acara(self) -> None:
        """PC 0 records the event, who was there first, and its component."""

        def kerja(pc: Office) -> tuple[str, list[str]]:
            id, sesi = bimtek_kecil.kegiatan(pc.store, TEMPAT[0], "10/2/2026", "11/2/2026")
            bimtek_kecil.hadir(pc.store, TEMPAT[0], sesi[0], ["1", "2"])
            isian = {"nama": ACARA, "sumber": "bimtek", "asal": id, "per": "sesi", "jumlah": str(TARIF)}
            ketetapan_ops.simpan_komponen(pc.store, TEMPAT[0], isian)
            return id, sesi

        hasil = self._kerja(0, kerja)
        assert isinstance(hasil, tuple)
        self.acara_id, self.sesi = hasil

    @rule(i=PC, ke=KE, sesi=st.integers(0, 1), tanda=TANDA)
    def hadir(self, i: int, ke: int, sesi: int, tanda: str) -> None:
        """A door records a head, or takes it back."""

        def kerja(pc: Office) -> object:
            semua = sorted(bimtek_kecil.jabatan(pc.store, TEMPAT[i]).items())
            jabatan = semua[ke % len(semua)][1]
            if not tanda:
                return hadir_ops.tarik(pc.store, self.sesi[sesi], [jabatan])
            return hadir_ops.catat(pc.store, self.sesi[sesi], jabatan, tanda, tetap=True)

        self.lakukan(i, kerja)

    @rule(i=PC, bulan=st.sampled_from([FEBRUARI, MARET, MARET]))
    def pindah_acara(self, i: int, bulan: str) -> None:
        """The whole event is moved to another month."""

        def kerja(pc: Office) -> None:
            for ke, sesi in enumerate(self.sesi):
                hari = {"tanggal": f"{10 + ke}/{bulan[5:]}/2026"}
                kegiatan_ops.simpan_sesi(pc.store, self.acara_id, hari, sesi_id=sesi)
            self.kota.jejak["acara dipindah"] += 1

        self.lakukan(i, kerja)

    @rule(
        i=PC, kode=st.sampled_from(["", "", "", FEBRUARI, MARET]), kunci=st.sampled_from([True, True, False]),
        bayar=st.sampled_from([True, True, False]),
    )  # fmt: skip
    def susun_acara(self, i: int, kode: str, kunci: bool, bayar: bool) -> None:
        """Draw up the list of who attended, for the month of the event (or ``kode``); perhaps lock it, perhaps hand the
        money out at once."""

        def kerja(pc: Office) -> str:
            k = queries.pilih_komponen(pc.store.reader(), lingkup=TEMPAT[i], nama=ACARA)
            bulan = kode or (k.acara.bulan if k.acara else "")
            nomor = ops.susun(pc.store, TEMPAT[i], periode.baca(bulan), ACARA).value
            uang_acara.periksa_daftar(pc, nomor, TARIF)
            return nomor

        nomor = self.lakukan(i, kerja)
        if not isinstance(nomor, str):
            return
        self.kota.jejak["daftar acara disusun"] += 1
        if kunci and self._kunci_acara(i, nomor) and bayar:
            self._bayar_acara(i, nomor)

    def _kunci_acara(self, i: int, nomor: str) -> bool:
        def kerja(pc: Office) -> bool:
            ops.kunci(pc.store, nomor, lurah=f"Lurah {i}")
            uang_acara.periksa_daftar(pc, nomor, TARIF)
            return True

        if not self.lakukan(i, kerja):
            return False
        self.boleh |= self._baris_daftar(i, nomor)
        return True

    def _bayar_acara(self, i: int, nomor: str) -> None:
        def kerja(pc: Office) -> str:
            sebelum = uang_acara.dibayar(pc.store.reader())
            act = ops.terima(pc.store, nomor).changes.act_id
            uang_acara.periksa_bayar(pc, sebelum)
            self.kota.jejak["uang acara dibayar"] += 1
            return act

        self._buku_act(i, self.lakukan(i, kerja))

    def _baris_daftar(self, i: int, nomor: str) -> set[tuple[str, str]]:
        from tests.sync import uang

        return uang.periksa_daftar(self.pc[i], nomor)

    @rule(i=PC, ke=KE, kembali=st.booleans())
    def putuskan_acara(self, i: int, ke: int, kembali: bool) -> None:
        """Decide about an event that was paid under two slots."""

        def kerja(pc: Office) -> object:
            semua = [d for d in pc.status().decisions if d.jenis == DUA_JENIS]
            if not semua:
                return None
            d = semua[ke % len(semua)]
            entri = dua_acara.pilihan(pc.store.reader(), d.baris[0])
            satu = entri[ke % len(entri)][0]
            (hari,) = pc.store.reader().execute("SELECT tanggal FROM insentif_mutasi WHERE id = ?", (satu,)).fetchone()
            isian = {"entri": satu, "alasan": "uji", "tanggal": str(hari)}
            way = dua_acara.KEMBALI if kembali else dua_acara.SALAH
            self.kota.jejak["acara diputuskan"] += 1
            return deciding.settle(pc.store, d, way, isian)

        self.lakukan(i, kerja)
