"""Who works here: a name and a PIN before the pages open, and where the screen is locked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import users
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.users import User
from ui.kit.buttons import PrimaryButton, SecondaryButton
from ui.kit.cards import Card
from ui.kit.labels import Gaya, Label
from ui.kit.theme import theme_of

from . import text
from . import text_orang as kata
from .approve import lost_pin, person_form


class LoginPage(QWidget):
    """Calls ``enter`` with the user once name and PIN fit."""

    def __init__(
        self, store: Store, people: Sequence[User], enter: Callable[[User], object], *, locked: bool = False
    ) -> None:
        """The first of ``people`` is chosen; ``locked``: the pages are open behind this, nothing of them is shown."""
        super().__init__()
        self._store, self._enter = store, enter
        self._people = {user.id: user for user in people}
        self._form = person_form(people)
        kartu = Card(margin=24)
        kartu.setFixedWidth(theme_of(self).px(380))
        kartu.add(Label(kata.KUNCI_JUDUL if locked else text.MASUK_JUDUL, Gaya.JUDUL))
        if locked:
            kartu.add(Label(kata.KUNCI_ISI, Gaya.KECIL, lipat=True))
        kartu.add(self._form)
        kartu.add(PrimaryButton(kata.KUNCI_BUKA if locked else text.MASUK, on=self._form.kirim))
        kartu.add(SecondaryButton(text.MASUK_LUPA, on=self._lost))
        self._form.simpan.connect(self._try)
        tata = QVBoxLayout(self)
        tata.addStretch(1)
        tengah = QHBoxLayout()
        tengah.addStretch(1)
        tengah.addWidget(kartu)
        tengah.addStretch(1)
        tata.addLayout(tengah)
        tata.addStretch(2)

    def focus(self) -> None:
        """Put the cursor into the PIN."""
        self._form.fokus("pin")

    def _lost(self) -> None:
        """Make a new PIN; then it is asked here."""

        def done(user_id: str) -> None:
            self._form.isi({"id": user_id, "pin": ""})
            self._form.fokus("pin")

        lost_pin(self, self._store, self._form.nilai()["id"], done)

    def _try(self) -> None:
        nilai = self._form.nilai()
        try:
            users.check_pin(self._store, nilai["id"], nilai["pin"])
        except InputSalah as exc:
            self._form.isi({"id": nilai["id"], "pin": ""})
            self._form.salah(exc)
            return
        self._enter(self._people[nilai["id"]])
