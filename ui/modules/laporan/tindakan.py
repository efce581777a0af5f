"""What can be done with the chosen reports: verified, put into a category, changed, copied, deleted, printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.laporan import ops, queries
from sipokat_desktop.modules.laporan import text as laporan
from sipokat_desktop.modules.laporan.model import LURAH, TIDAK, YA, HasilPutusan, Laporan
from ui.kit.buttons import Aksi
from ui.kit.days import panjang
from ui.kit.fields import TextField
from ui.kit.form import Form, Isian
from ui.kit.formulir import Formulir, Nilai, Work
from ui.kit.formulir import buka as buka_formulir
from ui.kit.host import Host
from ui.kit.pena import ingat
from ui.kit.riwayat import buka as buka_riwayat

from . import foto_terima, text, ubah
from .foto_antre import AntreFoto, Sumber
from .foto_lihat import Lihat, LihatFoto
from .saran import Saran
from .sumber import BIASA, KINERJA

Pilihan = tuple[str, Callable[[], object]]
SETELAN = "laporan.catatan."
_DIINGAT = 12
"""So many notes are remembered."""


class Tindakan:
    """Acts on reports, opened on ``halaman``; what this office may not do is answered with the reason."""

    def __init__(self, halaman: QWidget, host: Host) -> None:
        self._halaman, self._host = halaman, host
        self.siapa = ops.boleh_verifikasi(host.kantor)
        """Who verifies here: ``lurah``, ``camat``, or "" for nobody."""

    @property
    def kata_siapa(self) -> str:
        """Who verifies here, in words."""
        return text.SIAPA.get(self.siapa, "").lower()

    def boleh(self, field: str = "uraian", lingkup: str = "") -> bool:
        """Return whether this office may write a field of reports; where it may not, the reason is said."""
        sebab = self._host.larangan("laporan_kegiatan", field, lingkup)
        if sebab:
            self._host.messages.perhatian(sebab)
        return not sebab

    def boleh_putus(self) -> bool:
        """Return whether somebody verifies here; where nobody does, that is said."""
        if not self.siapa:
            self._host.messages.perhatian(text.KOTA_BACA)
        return bool(self.siapa)

    # verification

    def ya(self, semua: Sequence[Laporan]) -> None:
        """Record the word *ya*."""
        if self.boleh_putus():
            self.putuskan(semua, YA)

    def tidak(self, semua: Sequence[Laporan]) -> None:
        """Ask for the note and record the word *tidak*."""
        if not self.boleh_putus():
            return
        pola = text.TIDAK_JUDUL if len(semua) == 1 else text.TIDAK_JUDUL_BANYAK
        isian = (
            Isian(
                "catatan", text.TIDAK_CATATAN, contoh=text.TIDAK_CONTOH, wajib=True, bantuan=text.TIDAK_BANTUAN
            ),
        )  # fmt: skip

        def kerja(nilai: Nilai) -> Work:
            ingat_catatan(self._host, nilai["catatan"])
            return self.kerja(semua, TIDAK, nilai["catatan"])

        f = Formulir(
            pola.format(siapa=self.kata_siapa, n=len(semua)), isian, kerja, self.kata_putusan(semua, TIDAK),
            utama=text.TIDAK_UTAMA, lebar=480, siap=lambda isi: _saran_catatan(isi, self._host),
        )  # fmt: skip
        buka_formulir(self._halaman, self._host, f)

    def putuskan(self, semua: Sequence[Laporan], putusan: str, catatan: str = "") -> None:
        """Record a word on reports."""
        self._host.act(
            self.kerja(semua, putusan, catatan), said=self.kata_putusan(semua, putusan), owner=self._halaman
        )  # fmt: skip

    def kerja(self, semua: Sequence[Laporan], putusan: str, catatan: str = "") -> Work:
        """Return the act that records a word."""
        ids = [b.laporan_id for b in semua]
        return partial(ops.verifikasi, self._host.store, ids, putusan, catatan=catatan, siapa=self.siapa)

    def kata_putusan(self, semua: Sequence[Laporan], putusan: str) -> Callable[[object], str]:
        """Return what says how a verification went."""

        def kata(hasil: object) -> str:
            assert isinstance(hasil, HasilPutusan)
            if not hasil.tertulis and not hasil.dilewati:
                return text.SUDAH_SAMA
            pola = text.DIVERIFIKASI_SATU if len(semua) == 1 else text.DIVERIFIKASI
            awal = pola.format(
                siapa=self.kata_siapa, kata=laporan.PUTUSAN[putusan].lower(), n=hasil.tertulis,
                rt=semua[0].rt, hari=panjang(semua[0].tanggal),
            ) if hasil.tertulis else ""  # fmt: skip
            lewat = hasil.dilewati
            return (awal + (text.DILEWATI.format(n=len(lewat), sebab=lewat[0].kalimat) if lewat else "")).strip()

        return kata

    def tarik(self, semua: Sequence[Laporan]) -> None:
        """Take the word back."""

        def kata(n: object) -> str:
            return text.DITARIK.format(siapa=self.kata_siapa, n=n)

        ids = [b.laporan_id for b in semua]
        kerja = partial(ops.tarik_putusan, self._host.store, ids, siapa=self.siapa)
        self._host.act(kerja, said=kata, owner=self._halaman)

    def kategori(self, semua: Sequence[Laporan]) -> None:
        """Turn the category of reports: those that are all of one become the other, else all become kinerja."""
        if self._host.beberapa:
            self._host.messages.perhatian(text.KATEGORI_LURAH)
            return
        self.jadikan(semua, BIASA if all(b.kategori == KINERJA for b in semua) else KINERJA)

    def jadikan(self, semua: Sequence[Laporan], kategori: str) -> None:
        """Put reports into a category."""
        kata = text.KATEGORI_JADI.format(n=len(semua), kategori=laporan.KATEGORI[kategori].lower())
        kerja = partial(ops.kategori, self._host.store, [b.laporan_id for b in semua], kategori)
        self._host.act(kerja, said=kata, owner=self._halaman)

    # the rest

    def ubah(self, b: Laporan) -> None:
        """Change a report."""
        ubah.buka(self._halaman, self._host, b)

    def hapus(self, semua: Sequence[Laporan]) -> None:
        """Delete reports; *Urungkan* brings them back."""
        if self.boleh(lingkup=semua[0].lingkup):
            kerja = partial(ops.hapus, self._host.store, [b.laporan_id for b in semua])
            self._host.act(kerja, said=text.DIHAPUS.format(n=len(semua)), owner=self._halaman)

    def riwayat(self, b: Laporan) -> None:
        """Show who changed what on a report and its photos."""
        ids = [b.laporan_id, *(f.foto_id for f in queries.foto(self._host.store.reader(), b.laporan_id))]
        judul = text.RIWAYAT_JUDUL.format(rt=b.rt, hari=panjang(b.tanggal))
        buka_riwayat(self._halaman, self._host, ids, judul)

    # photos

    def lihat(self, b: Laporan, mulai: int = 0) -> LihatFoto | None:
        """Open the viewer on the photos of a report."""
        semua = queries.foto(self._host.store.reader(), b.laporan_id)
        boleh = not self._host.larangan("laporan_foto", lingkup=b.lingkup)
        if not semua:
            tambah = [Aksi(text.FOTO_TAMBAH, partial(self.pilih_foto, [b]))] if boleh else []
            self._host.messages.perhatian(text.TANPA_FOTO, *tambah)
            return None
        apa = text.PANEL_JUDUL.format(rt=b.rt, jenis=b.kata_jenis)
        lihat = [Lihat(f.kunci, f.foto_id if boleh else "") for f in semua]
        dialog = LihatFoto(self._halaman, self._host, lihat, apa, mulai)
        dialog.dihapus.connect(self._hapus_foto)
        dialog.tambah.connect(partial(self.pilih_foto, [b]))
        dialog.open()
        return dialog

    def _hapus_foto(self, foto_id: str) -> None:
        from . import text_foto

        kerja = partial(ops.hapus_foto, self._host.store, [foto_id])
        self._host.act(kerja, said=text_foto.DIHAPUS, owner=self._halaman)

    def tambah_foto(self, semua: Sequence[Laporan], sumber: Sequence[Sumber]) -> None:
        """Add photos to reports; they are made ready behind."""
        if sumber and self.boleh(lingkup=semua[0].lingkup):
            AntreFoto.dari(self._host).masuk(sumber, [b.laporan_id for b in semua])

    def pilih_foto(self, semua: Sequence[Laporan]) -> None:
        """Ask for photos and add them."""
        if self.boleh(lingkup=semua[0].lingkup):
            self.tambah_foto(semua, foto_terima.pilih(self._halaman))

    # the menu

    def menu(self, semua: Sequence[Laporan], cetak: Callable[[], object]) -> list[Pilihan]:
        """Return every act for the chosen reports."""
        pilihan: list[Pilihan] = []
        if self.siapa:
            pilihan += [
                (text.YA_SIAPA.format(siapa=self.kata_siapa), partial(self.ya, semua)),
                (text.TIDAK_SIAPA.format(siapa=self.kata_siapa), partial(self.tidak, semua)),
            ]
            if any(b.lurah if self.siapa == LURAH else b.camat for b in semua):
                pilihan.append((text.TARIK.format(siapa=self.kata_siapa), partial(self.tarik, semua)))
        if not self._host.beberapa:
            kini = {b.kategori for b in semua}
            for kunci, kata in ((KINERJA, text.KE_KINERJA), (BIASA, text.KE_BIASA)):
                if kini != {kunci}:
                    pilihan.append((kata, partial(self.jadikan, semua, kunci)))
            pilihan.append((text.FOTO_TAMBAH, partial(self.pilih_foto, semua)))
        return [*pilihan, *(self._satu(semua[0], cetak) if len(semua) == 1 else ()), *self._akhir(semua)]

    def _akhir(self, semua: Sequence[Laporan]) -> list[Pilihan]:
        return [] if self._host.beberapa else [(text.HAPUS, partial(self.hapus, semua))]

    def _satu(self, b: Laporan, cetak: Callable[[], object]) -> list[Pilihan]:
        hanya = [] if self._host.beberapa else [
            (text.UBAH, partial(self.ubah, b)), (text.SALIN, partial(ubah.salin, self._halaman, self._host, b)),
        ]  # fmt: skip
        return [
            *hanya,
            (text.CETAK_RT.format(rt=b.rt), cetak),
            (text.RIWAYAT, partial(self.riwayat, b)),
            (text.KE_RT.format(rt=b.rt), partial(self._host.go, "rt", b.jabatan_id)),
        ]


def catatan_diingat(host: Host, awal: str = "") -> list[str]:
    """Return the notes used before, the last one first, that begin so."""
    semua: list[str] = json.loads(host.store.setting(SETELAN + host.store.user) or "[]")
    return [satu for satu in semua if satu.casefold().startswith(awal.casefold())]


def ingat_catatan(host: Host, catatan: str) -> None:
    """Remember a note for the next time."""
    rapi = " ".join(catatan.split())
    if rapi:
        semua = [rapi, *(satu for satu in catatan_diingat(host) if satu != rapi)][:_DIINGAT]
        kunci, isi = SETELAN + host.store.user, json.dumps(semua, ensure_ascii=False)
        ingat(host, kunci, isi)


def _saran_catatan(isi: Form, host: Host) -> None:
    field = isi.field("catatan")
    assert isinstance(field, TextField)
    Saran(field, host.jobs, lambda awal: partial(catatan_diingat, host, awal))
