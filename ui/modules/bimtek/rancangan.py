"""The design of certificates: words, colour, pictures and signers, with the very page beside them."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.bimtek import sertifikat, sertifikat_ops
from sipokat_desktop.modules.bimtek import text_sertifikat as bawaan
from sipokat_desktop.modules.bimtek.sertifikat import Rancangan
from sipokat_desktop.modules.rt import kantor
from sipokat_desktop.storage.store import Done, Store
from ui.kit.buttons import SecondaryButton
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.formulir import Nilai, Work, sambung
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.selembar import halaman_pertama
from ui.kit.theme import theme_of

from . import text_rancangan as text
from .gambar import siapkan

JEDA_MS = 350
"""How long after the last key the page is drawn anew."""
_LEBAR_CONTOH = 500
_GAMBAR = {"logo": text.LOGO, "latar": text.LATAR}


def buka_rancangan(parent: QWidget, host: Host, lingkup: str, kegiatan_id: str = "") -> Sheet:
    """Let the design of an office's certificates be changed; the example shows the event ``kegiatan_id``."""
    isi = _Isi(host, lingkup, kegiatan_id)
    nama = wilayah.nama_kantor(lingkup)
    sheet = Sheet(
        text.JUDUL, isi, sub=text.SUB.format(kantor=nama), lebar=1180, kotor=lambda: isi.form.berubah, parent=parent
    )
    isi.form.simpan.connect(sheet.disimpan)
    isi.form.batal.connect(sheet.reject)

    def kerja(nilai: Nilai) -> Work:
        return partial(sertifikat_ops.simpan_rancangan, host.store, lingkup, nilai)

    sambung(host, sheet, isi.form, kerja, text.TERSIMPAN)
    for apa, (pilih, lepas) in isi.tombol.items():
        pilih.clicked.connect(partial(_pilih, host, sheet, isi, apa))
        lepas.clicked.connect(partial(_pasang, host, sheet, isi, apa, None))
    sheet.open()
    return sheet


def _pilih(host: Host, sheet: Sheet, isi: _Isi, apa: str) -> None:
    nama, _ = QFileDialog.getOpenFileName(sheet, text.PILIH_BERKAS, str(Path.home()), text.SARING)
    if nama:
        _pasang(host, sheet, isi, apa, Path(nama))


def _pasang(host: Host, sheet: Sheet, isi: _Isi, apa: str, berkas: Path | None) -> None:
    said = (text.TERPASANG if berkas else text.DILEPAS).format(apa=_GAMBAR[apa])
    work = partial(_simpan_gambar, host.store, isi.lingkup, apa, berkas)
    host.act(work, said=said, done=lambda _id: isi.baca(), failed=sheet.gagal, owner=sheet)


def _simpan_gambar(store: Store, lingkup: str, apa: str, berkas: Path | None) -> Done[str]:
    return sertifikat_ops.pasang_gambar(store, lingkup, apa, siapkan(berkas, apa) if berkas else None)


class _Isi(QWidget):
    """The inputs on the left, the pictures below them, the example on the right."""

    def __init__(self, host: Host, lingkup: str, kegiatan_id: str) -> None:
        super().__init__()
        self._host, self.lingkup, self._kegiatan = host, lingkup, kegiatan_id
        self.form = Form(_isian(kantor.sebutan_kepala(host.store.reader(), lingkup)), lajur=6)
        self.tombol = {
            apa: (
                SecondaryButton(text.PASANG.format(apa=kata.lower())),
                SecondaryButton(text.LEPAS.format(apa=kata.lower())),
            )
            for apa, kata in _GAMBAR.items()
        }
        self.contoh = Label(text.CONTOH_SEDANG)
        self._ke = 0
        self._jeda = QTimer(self, singleShot=True, interval=JEDA_MS)
        self._jeda.timeout.connect(self._gambar)
        self._lay_out()
        self.form.diubah.connect(self._jeda.start)
        self.setFocusProxy(self.form)
        self._simpanan = Rancangan(lingkup)
        self.baca(isi=True)

    def _lay_out(self) -> None:
        theme = theme_of(self)
        self.contoh.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.contoh.setFixedSize(self._ukuran())
        kanan = QVBoxLayout()
        kanan.setSpacing(theme.px(6))
        kanan.addWidget(Label(text.CONTOH, Gaya.TEBAL))
        kanan.addWidget(self.contoh)
        kanan.addLayout(self._tombol())
        kanan.addStretch(1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(24))
        box.addWidget(self.form, 1)
        box.addLayout(kanan)

    def _tombol(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme_of(self).px(10))
        for ke, satu in enumerate(self.tombol.values()):
            for lajur, tombol in enumerate(satu):
                grid.addWidget(tombol, ke, lajur)
        return grid

    def _ukuran(self) -> QSize:
        lebar = theme_of(self).px(_LEBAR_CONTOH)
        return QSize(lebar, round(lebar * 210 / 297))

    def baca(self, *, isi: bool = False) -> None:
        """Read the design again: the pictures, and with ``isi`` the words too."""
        r = self._simpanan = sertifikat.rancangan(self._host.store.reader(), self.lingkup)
        for apa, (_pilih, lepas) in self.tombol.items():
            lepas.setEnabled(bool(getattr(r, apa)))
        if isi:
            self.form.isi(_nilai(r))
        self._gambar()

    def _gambar(self) -> None:
        """Draw the example of what is typed now, in the background; only the last one asked for is shown."""
        self._ke += 1
        ke, nilai = self._ke, self.form.nilai()
        self._host.jobs.run(
            _halaman, self._host.store, self._simpanan, nilai, self._host.today, self._kegiatan,
            apa=text.CONTOH_SEDANG, done=lambda pdf: self._tampil(ke, pdf), failed=lambda _e: self._tunggu(ke),
            owner=self,
        )  # fmt: skip

    def _tampil(self, ke: int, pdf: bytes) -> None:
        if ke == self._ke:
            self.contoh.setPixmap(halaman_pertama(pdf, self._ukuran() * self.devicePixelRatioF()))

    def _tunggu(self, ke: int) -> None:
        if ke == self._ke:
            self.contoh.setText(text.CONTOH_TUNGGU)


def _halaman(store: Store, simpanan: Rancangan, nilai: Nilai, hari: date, kegiatan_id: str) -> bytes:
    """Return the PDF of the design as it is typed; raises InputSalah for what could not be saved."""
    from sipokat_desktop.modules.bimtek import sertifikat_cetak

    jadi = sertifikat_ops.andai(simpanan, nilai)
    return sertifikat_cetak.contoh(store.reader(), simpanan.lingkup, hari=hari, bentuk=jadi, kegiatan_id=kegiatan_id)


def _nilai(r: Rancangan) -> dict[str, str]:
    """Return what the inputs show: empty where the program's own words hold."""
    biasa = Rancangan(r.lingkup)
    return {
        "judul": r.judul if r.judul != biasa.judul else "",
        "kalimat": r.kalimat if r.kalimat != biasa.kalimat else "",
        "nomor": r.nomor if r.nomor != biasa.nomor else "", "warna": r.warna, "balik": str(int(r.balik)),
        "kiri_jabatan": r.kiri.jabatan, "kiri_nama": r.kiri.nama, "kiri_nip": r.kiri.nip,
        "kanan_jabatan": r.kanan.jabatan, "kanan_nama": r.kanan.nama, "kanan_nip": r.kanan.nip,
    }  # fmt: skip


def _isian(kepala: str) -> tuple[Isian, ...]:
    pengisi = ", ".join(f"{{{nama}}}" for nama in bawaan.PENGISI)
    nomor = ", ".join(f"{{{nama}}}" for nama in bawaan.NOMOR_PENGISI)
    return (
        Isian("judul", text.SERTIFIKAT_JUDUL, contoh=bawaan.JUDUL, bentang=3),
        Isian("warna", text.WARNA, Jenis.PILIHAN, pilihan=tuple(bawaan.WARNA.items()), bentang=3),
        Isian(
            "kalimat", text.KALIMAT, Jenis.PANJANG, contoh=bawaan.KALIMAT, bentang=6,
            bantuan=text.KALIMAT_BANTUAN.format(pengisi=pengisi),
        ),
        Isian("nomor", text.NOMOR, contoh=bawaan.NOMOR, bentang=4, bantuan=text.NOMOR_BANTUAN.format(pengisi=nomor)),
        Isian(
            "balik", text.BALIK, Jenis.PILIHAN, pilihan=(("0", text.BALIK_TIDAK), ("1", text.BALIK_YA)), bentang=2
        ),
        Isian("kiri_jabatan", text.KIRI_JABATAN, contoh=text.KIRI_CONTOH, bentang=3),
        Isian("kiri_nama", text.KIRI_NAMA, bentang=3),
        Isian("kanan_jabatan", text.KANAN_JABATAN, contoh=kepala, bentang=3),
        Isian("kanan_nama", text.KANAN_NAMA, bentang=3),
        Isian("kiri_nip", text.KIRI_NIP, bentang=3),
        Isian("kanan_nip", text.KANAN_NIP, bentang=3),
    )  # fmt: skip
