"""Tulis ke flashdisk, Baca dari flashdisk: the exchange of an office without internet."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from sipokat_desktop.kernel.changes import Changes
from ui.kit.host import Host
from ui.kit.jobs import Maju

from . import text
from . import text_henti as kata
from .port import Office, ReadFile, WrittenFile

INVITED = "undangan"
FOLDER = "flashdisk.folder"
"""Setting: where the last file was written or read, so that the next dialog opens there."""


def write(host: Host, office: Office, parent: QWidget) -> None:
    """Ask where to, and write what the city has not answered; a new office names its invitation file first."""
    invitation = None
    status = office.status()
    if (not status.enrolled or status.enrol_again) and not office.store.setting(INVITED):
        nama, _ = QFileDialog.getOpenFileName(parent, text.WIZ_BERKAS, _begin(office), text.WIZ_BERKAS_SARING)
        if not nama:
            return
        invitation = Path(nama)
    folder = QFileDialog.getExistingDirectory(parent, text.FD_PILIH, _begin(office))
    if not folder:
        return

    def work(*, maju: Maju) -> WrittenFile:
        if invitation:
            office.enrol_by_file(invitation, name=office.store.user)
        written = office.write_file(Path(folder), maju=maju)
        office.store.set_setting(FOLDER, folder)
        return written

    def told(written: WrittenFile) -> None:
        foto = text.FD_FOTO.format(n=written.photos) if written.photos else ""
        said = text.FD_TERTULIS.format(n=written.ops, foto=foto, nama=written.path.name)
        if written.photos_left:
            host.messages.perhatian(f"{said} {text.FD_FOTO_SISA.format(n=written.photos_left)}")
        else:
            host.messages.berhasil(said)

    host.jobs.run(
        work, apa=text.FD_MENULIS, maju=True, nasib=kata.TULIS_HENTI, done=told, failed=host.tell, owner=parent
    )


def read(host: Host, office: Office, parent: QWidget) -> None:
    """Ask which file, and take it in; an old one changes nothing."""
    nama, _ = QFileDialog.getOpenFileName(parent, text.FD_BUKA, _begin(office), text.FD_SARING)
    if not nama:
        return

    def stopped() -> None:
        host.changed.emit(Changes("", dict.fromkeys(office.store.tables, ())))

    def work(*, maju: Maju) -> ReadFile:
        found = office.read_file(Path(nama), maju=maju)
        office.store.set_setting(FOLDER, str(Path(nama).parent))
        return found

    host.jobs.run(
        work, apa=text.FD_MEMBACA, maju=True, nasib=kata.BACA_HENTI, done=partial(_told, host), failed=host.tell,
        batal=stopped, owner=parent,
    )  # fmt: skip


def _told(host: Host, found: ReadFile) -> None:
    """Show what a file brought, and what it means."""
    host.changed.emit(Changes("", {table: tuple(ids) for table, ids in found.rows.items()}))
    n = sum(map(len, found.rows.values()))
    if found.note:
        host.messages.perhatian(found.note)
    elif found.matching is None:
        host.messages.info(text.FD_LAMA)
    elif not found.matching:
        host.messages.perhatian(text.FD_BEDA.format(kirim=found.answered, terima=n))
    elif n or found.answered:
        host.messages.berhasil(text.FD_SAMA.format(kirim=found.answered, terima=n))
    else:
        host.messages.info(text.FD_SUDAH)


def _begin(office: Office) -> str:
    """Return the folder that a dialog begins with: the last one where it is there, else the user's own."""
    last = office.store.setting(FOLDER)
    return last if last and os.path.isdir(last) else str(Path.home())
