"""Setting up an office: code or invitation, name and PIN, work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sipokat_desktop.storage import users
from sipokat_desktop.storage.users import User
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.cards import Card
from ui.kit.form import Form, Isian, Jenis
from ui.kit.jobs import Jobs
from ui.kit.labels import Gaya, Label
from ui.kit.messagebar import MessageBar
from ui.kit.page import Stepper
from ui.kit.scroll import scroll_of
from ui.kit.tab import tab_order
from ui.kit.theme import theme_of

from . import text
from .port import Office

KODE, KELURAHAN, NAMA, SELESAI = range(4)
ATAS = 28
"""Room above the card (px at scale 1.0): the same in every step, so that nothing jumps."""


class Wizard(QWidget):
    """Three steps in one card; ``finish`` gets the user who will work.

    With ``back`` an office that works already is only enrolled: ``finish`` gets None, and ``back`` leads back.
    """

    def __init__(
        self,
        office: Office,
        jobs: Jobs,
        finish: Callable[[User | None], object],
        *,
        back: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._office, self._jobs, self._finish, self._back = office, jobs, finish, back
        self._user: User | None = None
        self._kantor = self._nama = ""
        self._langkah = Stepper(text.WIZ_LANGKAH_DAFTAR if back else text.WIZ_LANGKAH)
        self._judul = Label(text.WIZ_JUDUL, Gaya.JUDUL)
        self._isi = Label("", lipat=True)
        self._pesan = MessageBar()
        self._tempat = QVBoxLayout()
        self._kiri = SecondaryButton("", on=self._aside)
        self._kedua = SecondaryButton("", on=self._second)
        self._utama = PrimaryButton("", on=self._next)
        self._form = Form([])
        self._build()
        self._show(KODE)

    def _build(self) -> None:
        theme = theme_of(self)
        kartu = Card(margin=28, spacing=12)
        kartu.setFixedWidth(theme.px(620))
        for widget in (self._langkah, self._judul, self._isi, self._pesan):
            kartu.add(widget)
        kartu.add_layout(self._tempat)
        kaki = QHBoxLayout()
        kaki.setSpacing(theme.px(10))
        kaki.addWidget(self._kiri)
        kaki.addStretch(1)
        kaki.addWidget(self._kedua)
        kaki.addWidget(self._utama)
        kartu.add_layout(kaki)
        tengah = QHBoxLayout()
        tengah.addStretch(1)
        tengah.addWidget(kartu)
        tengah.addStretch(1)
        isi = QWidget()
        dalam = QVBoxLayout(isi)
        dalam.addSpacerItem(QSpacerItem(0, theme.px(ATAS), vData=QSizePolicy.Policy.Maximum))
        dalam.addLayout(tengah)
        dalam.addStretch(1)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(scroll_of(isi, self))

    def _show(self, step: int) -> None:
        self._step = step
        judul, isi, isian, kiri, kedua, utama = _STEPS[step]
        if self._back and step == KODE:
            judul, kiri = text.WIZ_JUDUL_DAFTAR, text.WIZ_KEMBALI
        if step == NAMA and self._kantor:
            kiri = text.WIZ_KEMBALI
        if step == SELESAI and self._kantor:
            isi = text.WIZ_SELESAI_TANPA
        kantor = self._kantor or self._office.kantor
        nama = wilayah.nama_kantor(kantor) if kantor else ""
        self._langkah.set_step({KODE: 0, KELURAHAN: 0, NAMA: 1, SELESAI: 1 if self._back else 2}[step])
        self._judul.setText(judul.format(nama=nama))
        self._isi.setText(isi.format(nama=nama))
        self._pesan.tutup()
        old, self._form = self._form, Form(isian)
        self._tempat.addWidget(self._form)
        old.setParent(None)
        old.deleteLater()
        self._form.simpan.connect(self._saved)
        self._form.batal.connect(self._escape)
        if step == KODE:
            self._form.isi({"server": self._office.store.setting("server", text.WIZ_SERVER_AWAL)})
        elif step in (KELURAHAN, NAMA):
            self._form.isi({"kelurahan": self._kantor} if step == KELURAHAN else {"nama": self._nama})
        for tombol, kata in ((self._kiri, kiri), (self._kedua, kedua), (self._utama, utama)):
            tombol.set_teks(kata)
            tombol.setVisible(bool(kata))
        tab_order(*(self._form.field(satu.kunci) for satu in isian), self._kiri, self._kedua, self._utama)
        self.focus()

    def focus(self) -> None:
        """Put the cursor where this step begins."""
        if self._step == SELESAI:
            self._utama.setFocus()
        self._form.fokus()

    def _aside(self) -> None:
        if self._back and self._step == KODE:
            self._back()
        else:
            self._nama = self._form.nilai().get("nama", self._nama)
            self._show(KODE if self._step == KELURAHAN else KELURAHAN)

    def _escape(self) -> None:
        if self._kiri.isVisible() and (self._back or self._step in (KELURAHAN, NAMA)):
            self._aside()

    def _second(self) -> None:
        nama, _ = QFileDialog.getOpenFileName(self, text.WIZ_BERKAS, str(Path.home()), text.WIZ_BERKAS_SARING)
        if nama:
            self._enrol(partial(self._office.enrol_with, Path(nama), name=self._name()))

    def _next(self) -> None:
        if self._step == SELESAI:
            self._finish(self._user)
        else:
            self._form.kirim()

    def _saved(self) -> None:
        nilai = self._form.nilai()
        match self._step:
            case s if s == KODE:
                self._office.store.set_setting("server", nilai["server"])
                self._enrol(partial(self._office.enrol, server=nilai["server"], code=nilai["kode"], name=self._name()))
            case s if s == KELURAHAN:
                self._choose(nilai["kelurahan"])
            case _:
                self._add_user(nilai)

    def _name(self) -> str:
        return self._office.store.user or text.APP

    def _enrol(self, work: Callable[[], str]) -> None:
        for tombol in (self._kiri, self._kedua, self._utama):
            tombol.setEnabled(False)
        self._pesan.perhatian(f"{text.WIZ_MENDAFTAR}…")
        self._jobs.run(work, apa=text.WIZ_MENDAFTAR, done=self._enrolled, failed=self._failed, owner=self)

    def _enrolled(self, _kode: str) -> None:
        self._answered()
        self._kantor = ""
        self._show(SELESAI if self._back else NAMA)

    def _answered(self) -> None:
        self._pesan.tutup()
        for tombol in (self._kiri, self._kedua, self._utama):
            tombol.setEnabled(True)

    def _failed(self, error: Exception) -> None:
        self._answered()
        if isinstance(error, Gangguan):
            saran = text.WIZ_ULANGI_DAFTAR if self._back else text.WIZ_ULANGI
            self._pesan.gangguan(Gangguan(error.pesan, saran))
            self._form.fokus()
        elif not isinstance(error, InputSalah) or not self._form.salah(error):
            self._pesan.salah(str(error))

    def _choose(self, kode: str) -> None:
        if not kode:
            self._failed(InputSalah("kelurahan", text.KELURAHAN_BELUM))
            return
        self._kantor = kode
        self._show(NAMA)

    def _add_user(self, nilai: dict[str, str]) -> None:
        try:
            if nilai["pin"] != nilai["pin_lagi"]:
                raise InputSalah("pin_lagi", text.WIZ_PIN_BEDA)
            if not nilai["pin"]:
                raise InputSalah("pin", users.PIN_PENDEK)
            self._user = users.add(self._office.store, name=nilai["nama"], pin=nilai["pin"])
            if self._kantor:
                self._office.choose_kelurahan(self._kantor)
        except InputSalah as exc:
            self._failed(exc)
            return
        self._show(SELESAI)


def _kantor() -> tuple[tuple[str, str], ...]:
    """Return every office that may work here: its scope and its name, the kelurahan first, the city's last."""
    semua = sorted(wilayah.semua().values(), key=lambda t: t.nama)
    kelurahan = [(t.kode, f"{t.nama} · {wilayah.nama(t.induk)}") for t in semua if t.tingkat == "kelurahan"]
    kecamatan = [(k, wilayah.nama_kantor(k)) for k in map(wilayah.lingkup_kantor, semua) if wilayah.adalah_kecamatan(k)]
    return (*kelurahan, *kecamatan, (wilayah.KOTA, f"{wilayah.KANTOR_KOTA} · {wilayah.nama(wilayah.KOTA)}"))


_STEPS: tuple[tuple[str, str, tuple[Isian, ...], str, str, str], ...] = (
    (
        text.WIZ_JUDUL, text.WIZ_KODE_ISI,
        (
            Isian("kode", text.WIZ_KODE, contoh=text.WIZ_KODE_CONTOH, wajib=True),
            Isian("server", text.WIZ_SERVER, contoh=text.WIZ_SERVER_AWAL, wajib=True),
        ),
        text.WIZ_TANPA, text.WIZ_BERKAS, text.WIZ_LANJUT,
    ),
    (
        text.WIZ_JUDUL, text.WIZ_TANPA_ISI,
        (Isian("kelurahan", text.WIZ_KELURAHAN, Jenis.PILIHAN, pilihan=_kantor(), wajib=True),),
        text.WIZ_KEMBALI, "", text.WIZ_LANJUT,
    ),
    (
        text.WIZ_NAMA, text.WIZ_PIN_ISI,
        (
            Isian("nama", text.WIZ_NAMA, contoh=text.WIZ_NAMA_CONTOH, wajib=True),
            Isian("pin", text.WIZ_PIN, Jenis.PIN, wajib=True),
            Isian("pin_lagi", text.WIZ_PIN_LAGI, Jenis.PIN, wajib=True),
        ),
        "", "", text.WIZ_LANJUT,
    ),
    (text.WIZ_SELESAI, text.WIZ_SELESAI_ISI, (), "", "", text.WIZ_MULAI),
)  # fmt: skip
