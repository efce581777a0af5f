"""The dialogs of Insentif: draw up, lock, take a receipt back, the office's own tariff."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.insentif import ops, queries, rules
from sipokat_desktop.modules.insentif.queries import Baris, Daftar
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage.store import Done
from ui.kit.buttons import Aksi
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host

from . import text

Work = Callable[[], Changes | Done[object]]


def _buka(
    parent: QWidget, host: Host, sheet: Sheet, isi: Form, kerja: Callable[[dict[str, str]], Work], said: str,
    selesai: Callable[[object], object] | None = None, jalan_keluar: Sequence[Aksi] = (),
) -> None:  # fmt: skip
    """Open a sheet around a form; what cannot be saved is said beside its field, with ``jalan_keluar``."""

    def gagal(error: Exception) -> None:
        sheet.gagal(error, *jalan_keluar, isi=isi)

    def berhasil(value: object) -> None:
        sheet.accept()
        if selesai:
            selesai(value)

    def simpan() -> None:
        try:
            work = kerja(isi.nilai())
        except InputSalah as exc:
            gagal(exc)
            return
        sheet.sibuk(True)
        host.act(work, said=said, done=berhasil, failed=gagal, owner=sheet)

    sheet.setParent(parent, sheet.windowFlags())
    sheet.disimpan.connect(simpan)
    sheet.open()
    isi.fokus()


def pilihan_periode(host: Host) -> tuple[tuple[str, str], ...]:
    """Return this quarter, the seven before it, and this month, newest first."""
    kini = periode.triwulan(host.today)
    semua: list[Periode] = [kini]
    for _ in range(7):
        p = semua[-1]
        semua.append(
            Periode(p.tahun, p.triwulan - 1, p.bulan_ke - 3) if p.triwulan > 1 else Periode(p.tahun - 1, 4, 10)
        )
    bulan = Periode(host.today.year, 0, host.today.month)
    return tuple((p.kode, p.nama) for p in (*semua, bulan))


def pilihan_bulan(host: Host) -> tuple[tuple[str, str], ...]:
    """Return the months of the last year, this one and the next."""
    tahun = host.today.year
    semua = (f"{t}-{b:02d}" for t in (tahun - 1, tahun, tahun + 1) for b in range(1, 13))
    return tuple((bulan, periode.nama_bulan(bulan)) for bulan in semua)


def susun(parent: QWidget, host: Host, buka: Callable[[str], None]) -> None:
    """Ask for the period (and the component where there are several), draw the list up, open it."""
    komponen = queries.komponen(host.store.reader(), lingkup=host.lingkup)
    isian = [
        Isian(
            "periode",
            text.SUSUN_PERIODE,
            Jenis.PILIHAN,
            wajib=True,
            pilihan=pilihan_periode(host),
            bantuan=text.SUSUN_BANTUAN,
        )
    ]
    if len(komponen) > 1:
        isian.append(
            Isian("komponen", text.SUSUN_KOMPONEN, Jenis.PILIHAN, pilihan=tuple((k.nama, k.nama) for k in komponen))
        )
    isi = Form(isian)
    sheet = Sheet(text.SUSUN_JUDUL, isi, utama=text.SUSUN, lebar=460)

    def kerja(nilai: dict[str, str]) -> Work:
        return partial(
            ops.susun, host.store, host.lingkup, periode.baca(nilai["periode"]), nilai.get("komponen") or None
        )

    def ke_tarif() -> None:
        sheet.buang()
        tarif(parent, host)

    keluar = [] if komponen else [Aksi(text.TARIF, ke_tarif)]
    _buka(parent, host, sheet, isi, kerja, "", lambda nomor: buka(str(nomor)), keluar)
    isi.isi({"periode": periode.triwulan(host.today).kode} | ({"komponen": komponen[0].nama} if komponen else {}))


def susun_lagi(host: Host, daftar: Daftar) -> None:
    """Bring a draft up to date with the roster."""
    work = partial(ops.susun, host.store, daftar.lingkup, periode.baca(daftar.periode), daftar.komponen)
    host.act(work, said=text.DIPERBARUI.format(nomor=daftar.nomor), doing=text.MENYUSUN)


def kunci(parent: QWidget, host: Host, daftar: Daftar, salah: Sequence[str]) -> None:
    """Ask for the lurah's consent, with a reason where a check says no, and lock."""
    lurah = rt.pejabat(host.store.reader(), lingkup=host.lingkup, peran="lurah", hari=host.today)
    isian = [Isian("lurah", text.KUNCI_LURAH, contoh=text.KUNCI_CONTOH, wajib=True)]
    sub = text.KUNCI_ISI.format(penerima=daftar.jumlah_penerima, jumlah=rupiah.uang(daftar.diterima))
    if salah:
        isian.append(Isian("alasan", text.KUNCI_ALASAN, Jenis.PANJANG, wajib=True))
        sub += f" {text.KUNCI_SALAH.format(hal='; '.join(salah))}"
    isi = Form(isian)
    isi.isi({"lurah": lurah.nama if lurah else ""})
    sheet = Sheet(text.KUNCI_JUDUL.format(nomor=daftar.nomor), isi, sub=sub, utama=text.KUNCI_UTAMA, lebar=520)

    def kerja(nilai: dict[str, str]) -> Work:
        return partial(ops.kunci, host.store, daftar.nomor, lurah=nilai["lurah"], alasan=nilai.get("alasan", ""))

    _buka(parent, host, sheet, isi, kerja, text.DIKUNCI.format(nomor=daftar.nomor))
    isi.fokus("alasan" if salah and lurah else "lurah")


def batal_terima(parent: QWidget, host: Host, nomor: str, b: Baris) -> None:
    """Ask why, and take the receipt of one line back."""
    isi = Form([Isian("alasan", text.BATAL_ALASAN, Jenis.PANJANG, contoh=text.BATAL_CONTOH, wajib=True)])
    sheet = Sheet(text.BATAL_JUDUL.format(nama=b.nama), isi, utama=text.BATAL_UTAMA, lebar=480)

    def kerja(nilai: dict[str, str]) -> Work:
        return partial(ops.batal_terima, host.store, nomor, b.no, alasan=nilai["alasan"])

    _buka(parent, host, sheet, isi, kerja, text.BATAL_SELESAI.format(nama=b.nama))


def tarif(parent: QWidget, host: Host) -> None:
    """Ask for a component and tariff that this office sets itself."""
    isi = Form(
        [
            Isian("nama", text.TARIF_NAMA, contoh="Insentif Ketua RT", wajib=True),
            Isian("jumlah", text.TARIF_JUMLAH, Jenis.RUPIAH, contoh="550.000", wajib=True),
            Isian("mulai", text.TARIF_MULAI, Jenis.PILIHAN, wajib=True, pilihan=pilihan_bulan(host)),
            Isian("dasar", text.TARIF_DASAR, contoh="SK Wali Kota 12/KPTS/2026"),
        ]
    )
    sheet = Sheet(text.TARIF_JUDUL, isi, lebar=480)

    def kerja(nilai: dict[str, str]) -> Work:
        rows = rules.baris_tarif(
            host.lingkup, nama=nilai["nama"], jumlah=rupiah.baca(nilai["jumlah"]), mulai=nilai["mulai"],
            dasar_hukum=nilai["dasar"], pajak=0,
        )  # fmt: skip
        return partial(ops.simpan_tarif, host.store, host.lingkup, rows)

    _buka(parent, host, sheet, isi, kerja, text.TARIF_DISIMPAN)
    isi.isi({"nama": "Insentif Ketua RT", "mulai": f"{host.today.year}-01"})
