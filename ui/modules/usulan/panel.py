"""The side panel of a proposal: its state, what mends a doubt, its way by day, what it rests on, its facts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from sipokat_desktop.kernel import rupiah, wilayah
from sipokat_desktop.modules.usulan import queries
from sipokat_desktop.modules.usulan.model import Dasar, Status, Usulan
from ui.kit.act_panel import ActPanel, Pilihan
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.cards import Butir, Keadaan, ProgressLine
from ui.kit.days import panjang
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice, StatusDot
from ui.kit.theme import Role

from . import text
from .sumber import PERAN_STATUS
from .tindakan import Tindakan


class UsulanPanel(ActPanel):
    """Shows one proposal; ``menu`` is what the button in it opens."""

    def __init__(self, host: Host, tindakan: Tindakan, menu: Pilihan) -> None:
        super().__init__(menu)
        self._host, self._tindakan = host, tindakan
        self._tampak: object = None

    def tampil(self, u: Usulan | None, dipilih: Sequence[Usulan], versi: int) -> None:
        """Show a proposal, several that are chosen, or what to do when none is; the same again changes nothing."""
        tampak = (u, [satu.usulan_id for satu in dipilih], versi)
        if tampak == self._tampak:
            return
        self._tampak = tampak
        self.lepas_menu()
        if len(dipilih) > 1:
            self._beberapa(dipilih)
        elif u is None:
            self.set(text.PANEL_KOSONG, "", (text.PANEL_KOSONG_ISI,))
        else:
            self._satu(u)

    def _beberapa(self, dipilih: Sequence[Usulan]) -> None:
        j = queries.jumlah(dipilih)
        kata = [text.PANEL_BANYAK_BIAYA.format(biaya=rupiah.uang(j.biaya))] if j.tanpa_biaya < j.semua else []
        kata += [text.PANEL_BANYAK_TANPA.format(n=j.tanpa_biaya)] if j.tanpa_biaya else []
        self.set(text.PANEL_BANYAK.format(n=len(dipilih)), "", kata)
        self._tombol(self._tindakan.menu(dipilih)[:3])
        self.tambah_menu()

    def _satu(self, u: Usulan) -> None:
        self.set(u.judul, " · ".join(filter(None, (u.kata_rt, self._tempat(u), str(u.tahun)))))
        self.add(StatusDot(u.kata_status, PERAN_STATUS.get(u.status, Role.AKSEN)))
        sejak = text.SEJAK.format(tanggal=panjang(u.status_tanggal)) if u.status_tanggal else ""
        alasan = text.ALASAN.format(alasan=u.status_alasan) if u.status_alasan else ""
        for kata in filter(None, (sejak, alasan)):
            self.add(Label(kata, Gaya.KECIL, lipat=True))
        self._lanjutan(u)
        for ragu in u.ragu:
            self.add(Notice(ragu, Role.PERHATIAN))
        kata = self._tindakan.keterangan(u)
        if kata:
            self.add(Notice(kata, Role.AKSEN))
        self._tombol(self._tindakan.lazim(u))
        self.tambah_menu()
        con = self._host.store.reader()
        self._perjalanan(queries.riwayat(con, u.usulan_id))
        self._fakta(u)
        self._hubungan(u)

    def _lanjutan(self, u: Usulan) -> None:
        """Say where a proposal goes on, and lead there."""
        lanjut = queries.lanjutan(self._host.store.reader(), u.usulan_id) if u.lagi else None
        if lanjut is not None:
            self.add(Notice(text.LANJUTAN.format(tahun=lanjut.tahun, status=lanjut.kata_status), Role.AKSEN))
            kata = text.BUKA_LANJUTAN.format(tahun=lanjut.tahun)
            self.add(SecondaryButton(kata, on=partial(self._tindakan.tuju, lanjut.usulan_id)))

    def _tempat(self, u: Usulan) -> str:
        return wilayah.nama(u.lingkup) if len(self._host.wilayah) > 1 else ""

    def _tombol(self, pilihan: Sequence[Pilihan]) -> None:
        """Add buttons, the likeliest first; their keys are those of the page, whose main action is to record, where
        this office may."""
        for ke, p in enumerate(pilihan):
            utama = not ke and self._host.larangan("usulan_butir")
            jenis = PrimaryButton if utama else SecondaryButton
            self.add(jenis(p.kata, p.tombol, pasang=False, on=p.lakukan))

    # the way it went

    def _perjalanan(self, langkah: Sequence[Status]) -> None:
        self.add(Label(text.PERJALANAN, Gaya.TEBAL))
        if not langkah:
            self.add(Label(text.PERJALANAN_KOSONG, Gaya.KECIL))
            return
        garis = ProgressLine()
        garis.set([_butir(satu, kini=satu is langkah[-1]) for satu in langkah])
        self.add(garis)

    def _fakta(self, u: Usulan) -> None:
        isi = (
            (text.F_PENGUSUL, u.kata_pengusul), (text.F_KATEGORI, u.kata_kategori), (text.F_LOKASI, u.lokasi),
            (text.F_VOLUME, u.kata_volume), (text.F_BIAYA, u.kata_biaya or text.F_BIAYA_NIHIL),
            (text.F_MANFAAT, u.manfaat), (text.F_KK, _angka(u.kk_semua)),
            (text.F_PRIORITAS, _angka(u.prioritas) or text.F_PRIORITAS_NIHIL), (text.F_OPD, u.opd),
            (text.F_CATATAN, u.catatan),
        )  # fmt: skip
        self.add(Label(text.ISI, Gaya.TEBAL))
        if u.uraian:
            self.add(Label(u.uraian, Gaya.KECIL, role=Role.TEKS, lipat=True))
        baris = [text.FAKTA.format(label=kata, nilai=nilai) for kata, nilai in isi if nilai]
        self.add(Label("\n".join(baris), Gaya.KECIL, role=Role.TEKS, lipat=True))

    # what it is tied to

    def _hubungan(self, u: Usulan) -> None:
        con = self._host.store.reader()
        anggota = queries.anggota(con, u.usulan_id) if u.anggota else []
        self._bagian(
            text.GABUNGAN, [text.SATU_GABUNGAN.format(siapa=a.kata_pengusul, judul=a.judul) for a in anggota]
        )  # fmt: skip
        self._dasar(queries.dasar(con, u.usulan_id))
        lama = queries.sebelumnya(con, u.usulan_id) if u.dari_id else []
        self._bagian(
            text.SEBELUMNYA, [text.SATU_SEBELUMNYA.format(tahun=satu.tahun, status=satu.kata_status) for satu in lama]
        )  # fmt: skip

    def _dasar(self, semua: Sequence[Dasar]) -> None:
        if semua:
            self.add(Label(text.DASAR, Gaya.TEBAL))
        for d in semua:
            pola = text.DASAR_HILANG if d.hilang else text.SATU_DASAR
            self._teks(pola.format(tanggal=panjang(d.hari), judul=d.judul))
            if not d.hilang:
                self.add(SecondaryButton(text.BUKA_DASAR, on=partial(self._host.go, d.sumber, d.asal)))

    def _bagian(self, judul: str, baris: Sequence[str]) -> None:
        if baris:
            self.add(Label(judul, Gaya.TEBAL))
        for kata in baris:
            self._teks(kata)

    def _teks(self, kata: str) -> None:
        self.add(Label(kata, Gaya.KECIL, role=Role.TEKS, lipat=True))


def _angka(nilai: int | None) -> str:
    return "" if nilai is None else rupiah.titik(nilai)


def _butir(satu: Status, *, kini: bool) -> Butir:
    kata = text.LANGKAH.format(tanggal=panjang(satu.tanggal), status=satu.kata)
    alasan = text.ALASAN.format(alasan=satu.alasan) if satu.alasan else ""
    dokumen = text.DOKUMEN.format(dokumen=satu.dokumen) if satu.dokumen else ""
    rinci = "\n".join(filter(None, (kata, alasan, dokumen, *satu.ragu)))
    if satu.ragu or satu.status == "ditolak":
        return Butir(rinci, Keadaan.GAGAL)
    if satu.status == "ditunda":
        return Butir(rinci, Keadaan.NANTI)
    return Butir(rinci, Keadaan.BERJALAN if kini and satu.status != "terlaksana" else Keadaan.SELESAI)
