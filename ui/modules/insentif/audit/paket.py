"""The audit pack: where it goes, its making with progress, its fingerprint; and the check of one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from sipokat_desktop.modules.insentif import audit
from sipokat_desktop.modules.insentif.audit import HasilPeriksa, Paket
from sipokat_desktop.modules.rt import queries as rt
from ui.kit.buttons import Aksi
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian
from ui.kit.host import Host
from ui.kit.jobs import Maju
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.theme import Role, theme_of

from . import text

_KELOMPOK = 8


def buat(parent: QWidget, host: Host, kode: str) -> None:
    """Ask for the place, make the pack of a period in the background, show its fingerprint."""
    nama = audit.nama_usulan(rt.nama_kelurahan(host.store.reader(), host.lingkup), kode)
    pilih, _ = QFileDialog.getSaveFileName(parent, text.SIMPAN_PILIH, str(Path.home() / nama), text.JENIS)
    if not pilih:
        return
    tujuan = Path(pilih) if pilih.lower().endswith(".zip") else Path(f"{pilih}.zip")

    def kerja(*, maju: Maju) -> Paket:
        return audit.simpan_paket(host.store, host.lingkup, kode, tujuan, maju=maju)

    host.jobs.run(kerja, apa=text.MEMBUAT, maju=True, done=partial(jadi, parent), failed=host.tell, owner=parent)


def jadi(parent: QWidget, paket: Paket) -> Sheet:
    """Show what was written, and the fingerprint for the minutes."""
    isi = _kolom(
        Notice(paket.kalimat, Role.BAIK),
        Label(text.BERKAS.format(berkas=paket.berkas), lipat=True),
        Label(text.SIDIK, Gaya.KECIL),
        Label(berkelompok(paket.sidik), Gaya.SUBJUDUL, lipat=True),
    )
    sheet = Sheet(text.JADI, isi, sub=text.JADI_ISI, utama=text.TUTUP, shortcut="", lebar=680, parent=parent)
    sheet.kedua.hide()

    def salin() -> None:
        QGuiApplication.clipboard().setText(paket.sidik)
        sheet.pesan.berhasil(text.TERSALIN)

    sheet.tambah_tombol(Aksi(text.SALIN, salin, "Alt+S"))
    sheet.disimpan.connect(sheet.accept)
    sheet.open()
    sheet.utama.setFocus()
    return sheet


def berkelompok(sidik: str) -> str:
    """Return a fingerprint in groups that a person can compare."""
    return " ".join(sidik[i : i + _KELOMPOK] for i in range(0, len(sidik), _KELOMPOK))


def _kolom(*widgets: QWidget) -> QWidget:
    isi = QWidget()
    tata = QVBoxLayout(isi)
    tata.setContentsMargins(0, 0, 0, 0)
    tata.setSpacing(theme_of(isi).px(8))
    for widget in widgets:
        tata.addWidget(widget)
    tata.addStretch(1)
    return isi


def periksa(parent: QWidget, host: Host) -> None:
    """Ask for a pack and check it."""
    nama, _ = QFileDialog.getOpenFileName(parent, text.BUKA_PILIH, str(Path.home()), text.JENIS)
    if nama:
        _periksa(parent, host, Path(nama))


def _periksa(parent: QWidget, host: Host, berkas: Path, sidik: str = "") -> None:
    def kerja(*, maju: Maju) -> HasilPeriksa:
        return audit.periksa_paket(berkas, sidik=sidik, maju=maju)

    def selesai(h: HasilPeriksa) -> None:
        hasil(parent, host, berkas, h, sidik)

    host.jobs.run(kerja, apa=text.MEMERIKSA, maju=True, done=selesai, failed=host.tell, owner=parent)


def hasil(parent: QWidget, host: Host, berkas: Path, h: HasilPeriksa, sidik: str = "") -> Sheet:
    """Show what the check saw; the fingerprint of the minutes can be compared here."""
    form = Form([Isian("sidik", text.SIDIK_BA, contoh=text.SIDIK_CONTOH)])
    form.isi({"sidik": sidik})
    isi = _kolom(
        Notice(h.kalimat, Role.BAIK if h.baik else Role.SALAH),
        *(Label(f"• {satu}", lipat=True) for satu in h.temuan if satu != h.kalimat),
        *((Label(text.SIDIK, Gaya.KECIL), Label(berkelompok(h.sidik), Gaya.SUBJUDUL, lipat=True)) if h.sidik else ()),
        form,
    )
    if h.sidik:
        isi.setFocusProxy(form)
    form.setVisible(bool(h.sidik))
    sheet = Sheet(
        text.HASIL, isi, sub=text.BERKAS.format(berkas=berkas.name), utama=text.TUTUP, shortcut="", lebar=680,
        parent=parent,
    )  # fmt: skip
    sheet.kedua.hide()

    def lagi() -> None:
        sheet.accept()
        _periksa(parent, host, berkas, form.nilai()["sidik"].replace(" ", ""))

    form.simpan.connect(lagi)
    form.batal.connect(sheet.reject)
    if h.sidik:
        sheet.tambah_tombol(Aksi(text.PERIKSA_LAGI, lagi, "Alt+B"))
    sheet.disimpan.connect(sheet.accept)
    sheet.open()
    if not h.sidik:
        sheet.utama.setFocus()
    return sheet
