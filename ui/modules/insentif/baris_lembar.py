"""The dialogs of one line: amounts set by hand, proxy, postponed, corrected, refunded, receipt taken back, history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.insentif import ops, queries, siklus
from sipokat_desktop.modules.insentif.queries import Baris
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work
from ui.kit.formulir import buka as buka_formulir
from ui.kit.host import Host
from ui.kit.riwayat import buka as buka_riwayat

from . import hidup
from . import text_hidup as text
from .isi import Isi
from .sheets import susun_lagi


def buka(parent: QWidget, host: Host, isi: Isi, apa: str, b: Baris) -> None:
    """Open (or do at once) what the side panel offers for a line."""
    from . import koreksi_lembar, uang_lembar

    lembar: dict[str, Callable[[QWidget, Host, Isi, Baris], object]] = {
        "khusus": uang_lembar.khusus, "koreksi": koreksi_lembar.koreksi, "kembalikan": uang_lembar.kembalikan,
        "tunda": tunda, "lanjutkan": lanjutkan, "batal": batal_terima, "riwayat": riwayat, "lewati": lewati,
        "perbarui": perbarui,
    }  # fmt: skip
    lembar[apa](parent, host, isi, b)


def kuasa(parent: QWidget, b: Baris, nomor: str, dipakai: Callable[[str], object]) -> None:
    """Ask for the number of the proxy letter of a line; it is recorded together with the others."""
    form = Form([Isian("nomor", text.KUASA_NOMOR, contoh=text.KUASA_CONTOH, bantuan=text.KUASA_BANTUAN)])
    form.isi({"nomor": nomor})
    judul = text.KUASA_JUDUL.format(rt=b.nomor_rt, nama=b.nama)
    sheet = Sheet(judul, form, utama=text.KUASA_UTAMA, lebar=460, parent=parent)

    def pakai() -> None:
        sheet.accept()
        dipakai(form.nilai()["nomor"])

    sheet.disimpan.connect(pakai)
    sheet.open()
    form.fokus()


def tunda(parent: QWidget, host: Host, isi: Isi, b: Baris) -> None:
    """Ask why the payment of a line waits."""
    alasan = Isian("alasan", text.ALASAN, Jenis.PANJANG, contoh=text.TUNDA_CONTOH, wajib=True)

    def kerja(nilai: Nilai) -> Work:
        return partial(siklus.tunda, host.store, isi.daftar.nomor, [b.no], alasan=nilai["alasan"])

    judul = text.TUNDA_JUDUL.format(rt=b.nomor_rt, nama=b.nama)
    said = text.TUNDA_SELESAI.format(rt=b.nomor_rt, nama=b.nama)
    buka_formulir(parent, host, Formulir(judul, (alasan,), kerja, said, utama=text.TUNDA_UTAMA, lebar=480))


def lanjutkan(parent: QWidget, host: Host, isi: Isi, b: Baris) -> None:
    """Let a postponed line be paid again."""
    work = partial(siklus.lanjutkan, host.store, isi.daftar.nomor, [b.no])
    host.act(work, said=text.LANJUT_SELESAI.format(rt=b.nomor_rt, nama=b.nama), owner=parent)


def lewati(_parent: QWidget, host: Host, isi: Isi, b: Baris) -> None:
    """Leave a line out of a draft; its months stay owed."""
    hidup.lewati(host, isi.daftar, b.no, text.LEWATI_SELESAI.format(rt=b.nomor_rt, nama=b.nama))


def perbarui(_parent: QWidget, host: Host, isi: Isi, _b: Baris) -> None:
    """Draw the draft up again as roster and settlements are now."""
    susun_lagi(host, isi.daftar)


def batal_terima(parent: QWidget, host: Host, isi: Isi, b: Baris) -> None:
    """Ask why, and take the receipt of one line back."""
    alasan = Isian("alasan", text.ALASAN, Jenis.PANJANG, contoh=text.BATAL_CONTOH, wajib=True)

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.batal_terima, host.store, isi.daftar.nomor, b.no, alasan=nilai["alasan"])

    f = Formulir(
        text.BATAL_JUDUL.format(nama=b.nama), (alasan,), kerja, text.BATAL_SELESAI.format(nama=b.nama),
        utama=text.BATAL_UTAMA, kedua=text.TIDAK_JADI, lebar=480,
    )  # fmt: skip
    buka_formulir(parent, host, f)


def riwayat(parent: QWidget, host: Host, isi: Isi, b: Baris) -> None:
    """Show who did what on a line: drawn up, signed, paid, corrected, postponed."""
    con = host.store.reader()
    semua = [k for k in queries.koreksi(con, daftar_id=isi.daftar.daftar_id) if k.baris_id == b.baris_id]
    koreksi = [*(k.koreksi_id for k in semua), *{queries.id_bulan(b.baris_id, k.bulan) for k in semua}]
    entri = [e.entri for e in queries.entri(con, baris_id=b.baris_id)]
    buka_riwayat(
        parent, host, [b.baris_id, *koreksi, *entri], text.RIWAYAT_BARIS_JUDUL.format(rt=b.nomor_rt, nama=b.nama)
    )
