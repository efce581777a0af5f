"""Who works here: a name and a PIN before the pages open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import users
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.users import User
from ui.kit.buttons import PrimaryButton
from ui.kit.cards import Card
from ui.kit.form import Form, Isian, Jenis
from ui.kit.labels import Gaya, Label
from ui.kit.theme import theme_of

from . import text


class LoginPage(QWidget):
    """Calls ``enter`` with the user once name and PIN fit."""

    def __init__(self, store: Store, people: Sequence[User], enter: Callable[[User], object]) -> None:
        super().__init__()
        self._store, self._enter = store, enter
        self._people = {user.id: user for user in people}
        pilihan = tuple((user.id, user.name) for user in people)
        self._form = Form(
            [
                Isian("id", text.MASUK_NAMA, Jenis.PILIHAN, pilihan=pilihan, wajib=True),
                Isian("pin", text.MASUK_PIN, Jenis.PIN, wajib=True),
            ]
        )
        self._form.isi({"id": people[0].id})
        kartu = Card(margin=24)
        kartu.setFixedWidth(theme_of(self).px(380))
        kartu.add(Label(text.MASUK_JUDUL, Gaya.JUDUL))
        kartu.add(self._form)
        kartu.add(PrimaryButton(text.MASUK, on=self._form.kirim))
        self._form.simpan.connect(self._try)
        tata = QVBoxLayout(self)
        tata.addStretch(1)
        tata.addWidget(kartu, 0, Qt.AlignmentFlag.AlignHCenter)
        tata.addStretch(2)

    def focus(self) -> None:
        """Put the cursor into the PIN."""
        self._form.fokus("pin")

    def _try(self) -> None:
        nilai = self._form.nilai()
        try:
            users.check_pin(self._store, nilai["id"], nilai["pin"])
        except InputSalah as exc:
            self._form.isi({"id": nilai["id"], "pin": ""})
            self._form.salah(exc)
            return
        self._enter(self._people[nilai["id"]])
