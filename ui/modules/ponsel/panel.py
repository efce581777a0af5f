"""The side panel of a unit: who holds it, what needs attention and mends it, its life, its data."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import NamedTuple

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.ponsel import queries
from sipokat_desktop.modules.ponsel import text as ponsel
from sipokat_desktop.modules.ponsel.model import DIPEGANG, GANDA, Bantuan, Kejadian, Langkah, Unit
from sipokat_desktop.modules.ponsel.rules import tampil_imei
from ui.kit.act_panel import ActPanel, Pilihan
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.cards import Butir, Keadaan, ProgressLine
from ui.kit.days import panjang
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice, StatusDot
from ui.kit.theme import Role

from . import text
from . import text_lembar as label
from .sumber import siapa
from .tindakan import DI_KANTOR, Tindakan


class Hal(NamedTuple):
    """Something that needs attention: why, how bad it is, and what mends it."""

    kalimat: str
    peran: Role
    obat: Sequence[Pilihan] = ()
    lanjut: str = ""


class UnitPanel(ActPanel):
    """Shows one unit; ``menu`` and ``cetak`` are what the two buttons below open."""

    def __init__(self, host: Host, tindakan: Tindakan, menu: Pilihan, cetak: Pilihan) -> None:
        super().__init__(menu, cetak)
        self._host, self._tindakan = host, tindakan
        self._utama = True
        self._tampak: object = None

    def tampil(self, u: Unit | None, dipilih: Sequence[Unit], versi: int) -> None:
        """Show a unit, several that are chosen, or what to do when none is; the same again changes nothing."""
        tampak = (u, [satu.unit_id for satu in dipilih], versi)
        if tampak == self._tampak:
            return
        self._tampak = tampak
        if len(dipilih) > 1:
            self._beberapa(dipilih)
        elif u is None:
            self.lepas_menu()
            self.set(text.PANEL_KOSONG, "", (text.PANEL_KOSONG_ISI,))
        else:
            self._satu(u)

    def _beberapa(self, dipilih: Sequence[Unit]) -> None:
        kata = text.PANEL_BANYAK_ISI if self._tindakan.utama(dipilih) else text.BERBEDA
        self.set(text.PANEL_BANYAK.format(n=len(dipilih)), "", (kata,))
        self._utama = True
        self.lepas_menu()
        self._tombol(self._tindakan.menu(dipilih))

    def _satu(self, u: Unit) -> None:
        self.set(u.sebutan, " · ".join(filter(None, (u.pengenal, self._tempat(u)))))
        self._utama = True
        self.add(StatusDot(_keadaan(u), _peran(u)))
        if u.keadaan == DIPEGANG:
            self.add(Label(u.nama, Gaya.TEBAL, lipat=True))
        sejak = text.SEJAK.format(tanggal=panjang(u.sejak)) if u.sejak else ""
        kini = " · ".join(filter(None, (sejak, text.KONDISI.format(kondisi=u.kata_kondisi) if u.kondisi else "")))
        self.add(Label(kini[:1].upper() + kini[1:], Gaya.KECIL, lipat=True))
        sebab = self._tindakan.larangan()
        if sebab:
            self.add(Notice(sebab, Role.AKSEN))
        con = self._host.store.reader()
        langkah, terbuka = queries.riwayat_unit(con, u.unit_id), queries.kejadian_terbuka(con, u.unit_id)
        hal = self._hal(u, terbuka)
        for satu in hal:
            self._tunjukkan(satu, boleh=not sebab)
        if not sebab and not any(satu.obat for satu in hal):
            self._tombol(self._tindakan.lazim(u), utama=u.keadaan in DI_KANTOR)
        self.tambah_menu()
        self._perjalanan(langkah, {k.kejadian_id for k in terbuka})
        self._data(u)

    def _tempat(self, u: Unit) -> str:
        return wilayah.nama(u.lingkup) if len(self._host.wilayah) > 1 else ""

    # what needs attention

    def _hal(self, u: Unit, terbuka: Sequence[Kejadian]) -> list[Hal]:
        con, t = self._host.store.reader(), self._tindakan
        hal: list[Hal] = []
        if u.keadaan == GANDA:
            buka = Pilihan(text.BUKA_KEPUTUSAN, partial(self._host.go, "keputusan"))
            hal.append(Hal(text.KATA_GANDA, Role.SALAH, (buka,), u.nama))
        if u.terlambat:
            kembali = Pilihan(text.CATAT_KEMBALI, partial(t.serah_terima, "kembali", [u]), "Alt+K")
            alih = Pilihan(text.ALIH_SEKARANG, partial(t.alih_sekarang, u))
            kata = text.TERLAMBAT.format(nama=u.nama, tanggal=panjang(u.akhir_masa), n=u.terlambat)
            hal.append(Hal(kata, Role.SALAH, (kembali, alih)))
        hal += [_kejadian(k, t.obat_kejadian(u, k) if k is terbuka[-1] else ()) for k in terbuka]
        semua = queries.bantuan(con, lingkup=[u.lingkup]) if u.bantuan else []
        hal += [_bantuan(b) for b in semua if b.unit_id == u.unit_id and b.keadaan != "selesai"]
        return hal + self._ragu(u)

    def _ragu(self, u: Unit) -> list[Hal]:
        """Return the doubts: a hand-over that hangs can be put in its place, the others are mended in the data."""
        t = self._tindakan
        hal = []
        for ke, kalimat in enumerate(u.ragu):
            obat: tuple[Pilihan, ...] = ()
            if ke < len(u.putus):
                susul = Pilihan(text.SAMBUNG, partial(t.sambung, u, u.putus[ke]))
                obat = (susul, Pilihan(text.SAMBUNG_BATAL, partial(t.batal, u.putus[ke])))
            elif u.keadaan == GANDA and not ke:
                continue
            hal.append(Hal(kalimat, Role.PERHATIAN, obat))
        return hal

    def _tunjukkan(self, hal: Hal, *, boleh: bool) -> None:
        self.add(Notice(hal.kalimat, hal.peran))
        if hal.lanjut:
            self.add(Label(hal.lanjut, Gaya.KECIL, lipat=True))
        if boleh:
            self._tombol(hal.obat)

    def _tombol(self, pilihan: Sequence[Pilihan], *, utama: bool = True) -> None:
        """Add buttons; the first one of the panel is the likeliest choice. Their keys are those of the page."""
        for p in pilihan:
            jenis = PrimaryButton if utama and self._utama else SecondaryButton
            self._utama = self._utama and not utama
            self.add(jenis(p.kata, p.tombol, pasang=False, on=p.lakukan))

    # life and data

    def _perjalanan(self, langkah: Sequence[Langkah], terbuka: Collection[str]) -> None:
        self.add(Label(text.PERJALANAN, Gaya.TEBAL))
        if not langkah:
            self.add(Label(text.BELUM_ADA, Gaya.KECIL))
            return
        garis = ProgressLine()
        terakhir = max((ke for ke, satu in enumerate(langkah) if not satu.dibatalkan), default=-1)
        garis.set([_butir(satu, kini=ke == terakhir, terbuka=satu.id in terbuka) for ke, satu in enumerate(langkah)])
        self.add(garis)

    def _data(self, u: Unit) -> None:
        isi = (
            (label.L_IMEI1, tampil_imei(u.imei1)), (label.L_IMEI2, tampil_imei(u.imei2)), (label.L_SERI, u.seri),
            (label.L_SIM, u.sim), (label.L_KODE, u.kode_barang), (label.L_NUP, u.nup),
            (label.L_KELENGKAPAN, u.kelengkapan), (label.L_GARANSI, panjang(u.garansi_sampai)),
            (label.L_TAHUN, "" if u.tahun is None else str(u.tahun)), (label.L_SUMBER, u.sumber),
            (label.L_CATATAN, u.catatan),
        )  # fmt: skip
        baris = [text.LABEL.format(label=kata, nilai=nilai) for kata, nilai in isi if nilai]
        if baris:
            self.add(Label(text.DATA, Gaya.TEBAL))
            self.add(Label("\n".join(baris), Gaya.KECIL, role=Role.TEKS, lipat=True))


def _keadaan(u: Unit) -> str:
    if u.keadaan != DIPEGANG:
        return siapa(u)
    return (text.MASIH_PADA if u.terlambat else text.DIPEGANG).format(rt=u.nomor_rt)


def _peran(u: Unit) -> Role:
    if u.keadaan == GANDA or u.terlambat or u.kondisi == "hilang":
        return Role.SALAH
    return Role.BAIK if u.keadaan == DIPEGANG else Role.REDUP


def _kejadian(k: Kejadian, obat: Sequence[Pilihan]) -> Hal:
    kata = text.KATA_KEJADIAN[k.jenis].format(tanggal=panjang(k.tanggal), uraian=k.uraian)
    surat = text.SURAT_POLISI.format(nomor=k.polisi_nomor) if k.polisi_nomor else ""
    lanjut = text.TINDAK_LANJUT.format(kata=k.tindak_lanjut) if k.tindak_lanjut else ""
    belum = text.TANPA_POLISI if k.jenis == "hilang" and not surat else ""
    return Hal(kata, Role.PERHATIAN, obat, "\n".join(filter(None, (surat or belum, lanjut))))


def _bantuan(b: Bantuan) -> Hal:
    kata = text.KATA_BANTUAN.format(
        jenis=ponsel.KODE["bantuan"].get(b.jenis, b.jenis), tanggal=panjang(b.diminta),
        keadaan=ponsel.KODE["keadaan_bantuan"].get(b.keadaan, b.keadaan),
    )  # fmt: skip
    jawaban = text.JAWABAN.format(jawaban=b.jawaban) if b.jawaban else text.BELUM_DIJAWAB
    return Hal(kata, Role.PERHATIAN, (), "\n".join(filter(None, (b.uraian, jawaban))))


def _butir(satu: Langkah, *, kini: bool, terbuka: bool) -> Butir:
    judul = satu.judul
    if satu.dibatalkan:
        judul = text.LANGKAH_BATAL.format(judul=judul, alasan=satu.alasan_batal or text.TANPA)
    kata = text.LANGKAH_HARI.format(tanggal=panjang(satu.tanggal), judul=judul)
    rinci = "\n".join(filter(None, (kata, satu.keterangan)))
    if satu.dibatalkan:
        return Butir(rinci, Keadaan.NANTI)
    if terbuka:
        return Butir(rinci, Keadaan.GAGAL)
    return Butir(rinci, Keadaan.BERJALAN if kini else Keadaan.SELESAI)
