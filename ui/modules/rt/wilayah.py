"""The dialogs of Data RT about the area: the office's own name of its kelurahan, and pemekaran."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.rt import mekar, ops, queries
from sipokat_desktop.modules.rt.queries import BarisRoster
from ui.kit.dialog import Sheet
from ui.kit.host import Host

from . import form, text
from .sheets import Formulir, Work, formulir


def kelurahan(parent: QWidget, host: Host) -> Sheet:
    """Ask what the office calls its kelurahan, and its address, as screens and papers show them; an office above
    others has the address only."""
    con = host.store.reader()

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        tersimpan = text.ALAMAT_DISIMPAN if host.beberapa else text.KELURAHAN_DISIMPAN
        return partial(ops.set_kelurahan, host.store, host.kantor, nilai), tersimpan

    awal = {"nama": queries.nama_kelurahan(con, host.kantor), "alamat": queries.alamat_kantor(con, host.kantor)}
    kata = (text.ALAMAT_JUDUL, text.ALAMAT_ISI) if host.beberapa else (text.KELURAHAN_JUDUL, text.KELURAHAN_ISI)
    f = Formulir(kata[0], form.ALAMAT if host.beberapa else form.KELURAHAN, awal, simpan, "rt.kelurahan", lebar=620)
    return formulir(parent, host, f._replace(sub=kata[1]))


def mekarkan(parent: QWidget, host: Host, b: BarisRoster) -> Sheet:
    """Ask for the new RT that is split off ``b``, and who heads it."""

    def simpan(nilai: dict[str, str]) -> tuple[Work, str]:
        work = partial(mekar.mekarkan, host.store, b.jabatan_id, nilai)
        return work, text.MEKAR_SELESAI.format(rt=nilai["nomor"], asal=b.nomor)

    judul = text.MEKAR_JUDUL.format(rt=b.nomor)
    awal = {"rw": b.rw or ""}
    f = Formulir(judul, form.MEKAR, awal, simpan, f"rt.mekar.{b.jabatan_id}", text.MEKAR_UTAMA, lajur=3)
    return formulir(parent, host, f._replace(sub=text.MEKAR_ISI))
