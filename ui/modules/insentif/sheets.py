"""Drawing a list up: the dialog that asks for the period, and bringing a draft up to date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import periode
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.insentif import ops, queries
from sipokat_desktop.modules.insentif.queries import Daftar
from ui.kit.buttons import Aksi
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.formulir import Nilai, Work, sambung
from ui.kit.host import Host

from . import text

_BULAN, _RAPEL = "bulan", "rapel"
_TAHUN_LALU = 10
"""Years back that a list can be drawn up for."""
_DEKAT = 8
"""Quarters that are offered first."""


def pilihan_periode(host: Host) -> tuple[tuple[str, str], ...]:
    """Return the quarters of two years, newest first, then one month and a rapel, then the quarters before."""
    kini = periode.triwulan(host.today)
    semua: list[Periode] = [kini]
    for _ in range(4 * _TAHUN_LALU - 1):
        p = semua[-1]
        semua.append(
            Periode(p.tahun, p.triwulan - 1, p.bulan_ke - 3) if p.triwulan > 1 else Periode(p.tahun - 1, 4, 10)
        )
    pilihan = [(p.kode, p.nama) for p in semua]
    return (*pilihan[:_DEKAT], (_BULAN, text.SUSUN_BULAN), (_RAPEL, text.SUSUN_RAPEL), *pilihan[_DEKAT:])


def pilihan_bulan(host: Host) -> tuple[tuple[str, str], ...]:
    """Return the months from the end of next year back, newest first."""
    akhir = f"{host.today.year + 1}-12"
    semua = (periode.geser(akhir, -i) for i in range(12 * (_TAHUN_LALU + 2)))
    return tuple((bulan, periode.nama_bulan(bulan)) for bulan in semua)


def susun(
    parent: QWidget, host: Host, buka: Callable[[str], None], ketetapan: Callable[[], object], *, komponen: str = ""
) -> Sheet:
    """Ask for the period (and the component where there are several), draw the list up, open it. What pays an event
    has only the month of the event."""
    semua = queries.komponen(host.store.reader(), lingkup=host.lingkup)
    acara = {k.nama: k.acara.bulan for k in semua if k.acara}
    isi = Form(_isian_susun(host, [(k.nama, _sebut(k.nama, acara)) for k in semua]))
    sheet = Sheet(text.SUSUN_JUDUL, isi, utama=text.SUSUN, lebar=460, parent=parent)

    def kerja(nilai: Nilai) -> Work:
        nama = nilai.get("komponen") or None
        bulan = acara.get(nama or (semua[0].nama if semua else ""), "")
        p = periode.baca(bulan) if bulan else _periode(nilai)
        return partial(ops.susun, host.store, host.lingkup, p, nama)

    def ke_ketetapan() -> None:
        sheet.buang()
        ketetapan()

    keluar = [] if semua else [Aksi(text.KETETAPAN, ke_ketetapan)]
    kini = f"{host.today:%Y-%m}"
    awal = {"periode": periode.triwulan(host.today).kode, "bulan": kini, "dari": f"{kini[:4]}-01", "sampai": kini}
    isi.isi(awal | ({"komponen": komponen or semua[0].nama} if semua else {}))
    saja = semua[0].nama if len(semua) == 1 else ""
    if len(semua) > 1:
        isi.field("komponen").setMinimumWidth(1)  # a long name is cut short, the sheet keeps its width
    isi.diubah.connect(partial(_sesuaikan, isi, acara, saja))
    _sesuaikan(isi, acara, saja)
    sambung(
        host, sheet, isi, kerja, "", selesai=lambda nomor: buka(str(nomor)), jalan_keluar=keluar, sedang=text.MENYUSUN
    )
    sheet.open()
    isi.fokus()
    return sheet


def _sebut(nama: str, acara: Mapping[str, str]) -> str:
    """Return what a component is called in the choice: with its month where it pays an event."""
    bulan = acara.get(nama)
    return text.SUSUN_ACARA.format(komponen=nama, bulan=periode.nama_bulan(bulan)) if bulan else nama


def _isian_susun(host: Host, komponen: Sequence[tuple[str, str]]) -> list[Isian]:
    bulan, pilih = pilihan_bulan(host), Jenis.PILIHAN
    isian = [
        Isian("periode", text.SUSUN_PERIODE, pilih, wajib=True, pilihan=pilihan_periode(host),
              bantuan=text.SUSUN_BANTUAN),
        Isian("bulan", text.SUSUN_SATU, pilih, wajib=True, pilihan=bulan),
        Isian("dari", text.SUSUN_DARI, pilih, wajib=True, pilihan=bulan),
        Isian("sampai", text.SUSUN_SAMPAI, pilih, wajib=True, pilihan=bulan, bantuan=text.SUSUN_BULAN_BANTUAN),
    ]  # fmt: skip
    if len(komponen) > 1:
        isian.append(Isian("komponen", text.SUSUN_KOMPONEN, pilih, wajib=True, pilihan=tuple(komponen)))
    return isian


def _sesuaikan(isi: Form, acara: Mapping[str, str], saja: str) -> None:
    """Show the months only where the period asks for them, and no period for what pays an event."""
    nilai = isi.nilai()
    masa = not acara.get(nilai.get("komponen", saja))
    dipilih = nilai["periode"]
    isi.tampakkan("periode", masa)
    isi.tampakkan("bulan", masa and dipilih == _BULAN)
    isi.tampakkan("dari", masa and dipilih == _RAPEL)
    isi.tampakkan("sampai", masa and dipilih == _RAPEL)


def _periode(nilai: Nilai) -> Periode:
    if nilai["periode"] == _RAPEL:
        return periode.gabung(nilai["dari"], nilai["sampai"], "sampai")
    return periode.baca(nilai["bulan"] if nilai["periode"] == _BULAN else nilai["periode"])


def susun_lagi(host: Host, daftar: Daftar) -> None:
    """Bring a draft up to date with the roster."""
    work = partial(ops.susun, host.store, daftar.lingkup, periode.baca(daftar.periode), daftar.komponen)
    host.act(work, said=text.DIPERBARUI.format(nomor=daftar.nomor), doing=text.MENYUSUN)
