"""The part Orang of the settings: who works here, with what role; one's own PIN; when the screen locks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import users
from sipokat_desktop.storage.authority import OPERATOR
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.users import User
from ui.kit import text as kit
from ui.kit.buttons import SecondaryButton
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.setelan import KartuSetelan, Setel
from ui.kit.theme import theme_of

from . import lock
from . import text_orang as kata

KEADAAN = (("1", kata.AKTIF), ("0", kata.NONAKTIF))
LEBAR = 480
Nilai = dict[str, str]


class PeopleCard(KartuSetelan):
    """Lists everybody, those switched off too; what needs the lurah's word asks for it on the spot."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self.add(Label(kata.SET_ORANG, Gaya.SUBJUDUL))
        about = kata.SET_ISI_ATAS if host.beberapa else kata.SET_ISI
        self.add(Label(about.format(kepala=users.head(host.store)), Gaya.KECIL, lipat=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme_of(self).px(6))
        self.add_layout(self._rows)
        line = QHBoxLayout()
        line.setSpacing(theme_of(self).px(10))
        line.addWidget(SecondaryButton(kata.SET_TAMBAH, on=self._add))
        line.addWidget(SecondaryButton(kata.SET_PIN, on=self._own_pin))
        line.addStretch(1)
        self.add_layout(line)
        self._idle = Form(
            [Isian("menit", kata.SET_MENIT, Jenis.PILIHAN, pilihan=kata.SET_MENIT_PILIHAN, wajib=True)]
        )  # fmt: skip
        self._idle.diubah.connect(self._set_idle)
        self.add(self._idle)

    def load(self) -> None:
        """Show the people and the setting as they are."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in users.everyone(self._host.store, all=True):
            self._rows.addWidget(self._row(one))
        self._idle.isi({"menit": str(lock.minutes(self._host.store))})

    def _row(self, one: User) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme_of(self).px(10))
        line.addWidget(Label(one.name, Gaya.TEBAL, potong=True), 1)
        line.addWidget(Label(self._about(one), Gaya.KECIL))
        button = SecondaryButton(kata.SET_UBAH, on=partial(self._edit, one))
        button.setAccessibleName(kata.SET_UBAH_NAMA.format(nama=one.name))
        line.addWidget(button)
        return row

    def _about(self, one: User) -> str:
        words = [users.roles(self._host.store).get(one.role, one.role)]
        words += [kata.SET_ANDA] if one.active and one.name == self._host.store.user else []
        words += [] if one.has_pin else [kata.SET_TANPA_PIN]
        words += [] if one.active else [kata.SET_NONAKTIF]
        return " · ".join(words)

    def _role_field(self) -> Isian:
        store = self._host.store
        hint = kata.PERAN_BANTUAN_ATAS if self._host.beberapa else kata.PERAN_BANTUAN
        choices, hint = tuple(users.roles(store).items()), hint.format(kepala=users.head(store))
        return Isian("peran", kata.PERAN, Jenis.PILIHAN, pilihan=choices, wajib=True, bantuan=hint)

    def _add(self) -> None:
        isi = Form(
            [
                Isian("nama", kata.NAMA, wajib=True),
                self._role_field(),
                Isian("pin", kata.PIN, Jenis.PIN, wajib=True),
                Isian("pin_lagi", kata.PIN_LAGI, Jenis.PIN, wajib=True),
            ]
        )
        isi.isi({"peran": OPERATOR})

        def work(nilai: Nilai) -> None:
            users.add(self._host.store, name=nilai["nama"], pin=nilai["pin"], role=nilai["peran"])

        self._ask(kata.TAMBAH_JUDUL, isi, work, kata.TAMBAH_SELESAI, kata.TAMBAH_UTAMA)

    def _edit(self, one: User) -> None:
        isi = Form(
            [
                Isian("nama", kata.NAMA, wajib=True),
                self._role_field(),
                Isian("keadaan", kata.KEADAAN, Jenis.PILIHAN, pilihan=KEADAAN, wajib=True),
            ]
        )
        isi.isi({"nama": one.name, "peran": one.role, "keadaan": str(int(one.active))})

        def work(nilai: Nilai) -> None:
            active = nilai["keadaan"] == "1"
            users.change(self._host.store, one.id, name=nilai["nama"], role=nilai["peran"], active=active)

        self._ask(kata.SET_UBAH_NAMA.format(nama=one.name), isi, work, kata.UBAH_SELESAI)

    def _own_pin(self) -> None:
        me = next(one for one in users.everyone(self._host.store) if one.name == self._host.store.user)
        lama = [Isian("pin", kata.PIN_LAMA, Jenis.PIN, wajib=True)] if me.has_pin else []
        isi = Form(
            [
                *lama,
                Isian("pin_baru", kata.PIN_BARU, Jenis.PIN, wajib=True),
                Isian("pin_lagi", kata.PIN_BARU_LAGI, Jenis.PIN, wajib=True),
            ]
        )

        def work(nilai: Nilai) -> None:
            users.change_pin(self._host.store, me.id, nilai.get("pin", ""), nilai["pin_baru"])

        self._ask(kata.PIN_JUDUL, isi, work, kata.PIN_SELESAI)

    def _ask(self, title: str, isi: Form, work: Callable[[Nilai], object], said: str, main: str = "") -> None:
        """Open a form and do ``work`` with what was typed; whoever works here keeps the name through a rename."""
        sheet = Sheet(title, isi, lebar=LEBAR, parent=self, utama=main or kit.SIMPAN)
        store = self._host.store
        me = next((one.id for one in users.everyone(store) if one.name == store.user), "")

        def run(nilai: Nilai) -> Changes:
            work(nilai)
            return Changes()

        def done(_value: object) -> None:
            sheet.accept()
            self._go_on(me)

        def save() -> None:
            nilai = isi.nilai()
            if "pin_lagi" in nilai and nilai["pin_lagi"] != nilai.get("pin_baru", nilai.get("pin")):
                isi.salah(InputSalah("pin_lagi", kata.PIN_BEDA))
                return
            sheet.sibuk(True)
            sentence = said.format(nama=" ".join(nilai.get("nama", "").split()))
            self._host.act(
                partial(run, nilai), said=sentence, done=done, failed=partial(sheet.gagal, isi=isi), owner=sheet
            )

        sheet.disimpan.connect(save)
        sheet.open()
        isi.fokus()

    def _go_on(self, me: str) -> None:
        now = next((one for one in users.everyone(self._host.store, all=True) if one.id == me), None)
        if now is not None:
            users.begin(self._host.store, now)
        self._host.changed.emit(Changes("", {}))
        self.load()

    def _set_idle(self) -> None:
        store = self._host.store
        menit, lama = self._idle.nilai()["menit"], str(lock.minutes(store))
        if menit in ("", lama):
            self._idle.isi({"menit": lama})
            return
        pakai = partial(self._use_idle, store)
        said = kata.SET_MENIT_DIPILIH.format(pilihan=dict(kata.SET_MENIT_PILIHAN)[menit].lower())
        self._host.setel(Setel(partial(pakai, menit), partial(pakai, lama), said))

    def _use_idle(self, store: Store, menit: str) -> None:
        store.set_setting(lock.SETTING, menit)
        if isValid(self):
            self._idle.isi({"menit": menit})
