"""Sheets that take a name and a PIN: the lurah's word for one act, another person at work, a lost PIN."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication, QWidget

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage import keys, users
from sipokat_desktop.storage.authority import Approval, PerluLurah
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.users import User
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis

from . import text
from . import text_orang as kata

LEBAR = 460


def person_form(people: Sequence[User], *, name: str = text.MASUK_NAMA, pin: str = text.MASUK_PIN) -> Form:
    """Return the inputs of a name (``id``) and a PIN, with the first of ``people`` chosen."""
    pilihan = tuple((one.id, one.name) for one in people)
    form = Form(
        [
            Isian("id", name, Jenis.PILIHAN, pilihan=pilihan, wajib=True),
            Isian("pin", pin, Jenis.PIN, wajib=any(one.has_pin for one in people)),
        ]
    )
    form.isi({"id": people[0].id})
    return form


def ask_lurah(
    parent: QWidget, store: Store, error: PerluLurah, given: Callable[[Approval], object],
    otherwise: Callable[[Exception], object],
) -> bool:  # fmt: skip
    """Ask for the word of a lurah who recorded nothing of it; return false where there is none to ask."""
    people = [one for one in users.lurahs(store) if one.name not in error.barred]
    if not people:
        return False
    head = users.head(store)
    isi = person_form(people, name=head, pin=kata.SETUJU_PIN.format(kepala=head))
    sub = (kata.SETUJU_ISI if error.recorded else kata.SETUJU_SEKALI).format(sebab=error.pesan)
    sheet = _sheet(parent, kata.SETUJU_JUDUL.format(kepala=head), isi, sub, kata.SETUJU_UTAMA)

    def save() -> None:
        nilai = isi.nilai()
        try:
            word = users.approve(store, nilai["id"], nilai["pin"])
        except InputSalah as exc:
            _again(isi, exc)
            return
        sheet.accept()
        given(word)

    sheet.disimpan.connect(save)
    sheet.rejected.connect(lambda: otherwise(error))
    sheet.open()
    isi.fokus("pin")
    return True


def switch_person(parent: QWidget, store: Store, enter: Callable[[User], object]) -> None:
    """Let somebody else work on, the pages as they are."""
    people = sorted(users.everyone(store), key=lambda one: one.name == store.user)
    isi = person_form(people)
    sheet = _sheet(parent, kata.GANTI_JUDUL, isi, kata.GANTI_ISI, kata.GANTI_UTAMA)

    def save() -> None:
        nilai = isi.nilai()
        try:
            users.check_pin(store, nilai["id"], nilai["pin"])
        except InputSalah as exc:
            _again(isi, exc)
            return
        sheet.accept()
        enter(next(one for one in people if one.id == nilai["id"]))

    sheet.disimpan.connect(save)
    sheet.open()


def lost_pin(parent: QWidget, store: Store, user_id: str, done: Callable[[str], object]) -> None:
    """Make a new PIN with the lurah's, or with the recovery code; ``done`` gets the id of whose it is."""
    people, heads = [one for one in users.everyone(store) if one.has_pin], users.lurahs(store)
    head = users.head(store)
    isi = Form(
        [
            Isian("id", text.MASUK_NAMA, Jenis.PILIHAN, pilihan=tuple((p.id, p.name) for p in people), wajib=True),
            *([Isian("pin_lurah", kata.SETUJU_PIN.format(kepala=head), Jenis.PIN)] if heads else []),
            Isian("kode", kata.LUPA_ATAU if heads else kata.LUPA_KODE, contoh=text.KUNCI_CONTOH),
            Isian("pin_baru", kata.PIN_BARU, Jenis.PIN, wajib=True),
            Isian("pin_lagi", kata.PIN_BARU_LAGI, Jenis.PIN, wajib=True),
        ]
    )
    isi.isi({"id": user_id})
    sub = kata.LUPA_ISI if heads else kata.LUPA_ISI_KODE
    known = keys.load(store.folder)
    if not heads and not (known and known.box):
        sub = kata.LUPA_TANPA
    sheet = _sheet(parent, kata.LUPA_JUDUL, isi, sub.format(kepala=head), kata.LUPA_UTAMA)

    def save() -> None:
        nilai = isi.nilai()
        try:
            _renew(store, nilai, heads)
        except InputSalah as exc:
            isi.salah(exc)
            return
        sheet.accept()
        done(nilai["id"])

    sheet.disimpan.connect(save)
    sheet.open()
    isi.fokus("pin_lurah" if heads else "kode")


def _renew(store: Store, nilai: dict[str, str], heads: Sequence[User]) -> None:
    if nilai["pin_baru"] != nilai["pin_lagi"]:
        raise InputSalah("pin_lagi", kata.PIN_BEDA)
    if not nilai.get("pin_lurah"):
        users.recover_pin(store, nilai["id"], nilai["kode"], nilai["pin_baru"])
        return
    with store.approvals.using(_word(store, heads, nilai["pin_lurah"])):
        users.reset_pin(store, nilai["id"], nilai["pin_baru"])


def _word(store: Store, heads: Sequence[User], pin: str) -> Approval:
    """Return the word of the lurah whose PIN this is."""
    trouble: InputSalah | None = None
    for head in heads:
        try:
            return users.approve(store, head.id, pin)
        except InputSalah as exc:
            trouble = InputSalah("pin_lurah", exc.pesan)
    assert trouble is not None
    raise trouble


def _again(isi: Form, error: InputSalah) -> None:
    """Say what is wrong, with the PIN emptied."""
    isi.isi({"id": isi.nilai()["id"], "pin": ""})
    if not isi.salah(error):
        isi.salah(InputSalah("pin", error.pesan))


def _sheet(parent: QWidget, title: str, isi: Form, sub: str, main: str) -> Sheet:
    top = QApplication.activeModalWidget() or parent
    return Sheet(title, isi, sub=sub, utama=main, lebar=LEBAR, kotor=lambda: False, parent=top)
