"""Acts on components that pay for having attended an event: which one, once or per session, what it pays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id, new_id
from sipokat_desktop.storage import entitled
from sipokat_desktop.storage.tx import Tx

from . import komponen as ketetapan
from . import text, text_acara
from .isian import teks
from .model import PER, Komponen

FIELDS = ("sumber", "asal", "per")


def isi(nilai: Mapping[str, str]) -> Fields:
    """Return what a form says of the event of a component; nothing where it says none. Raises InputSalah."""
    if not nilai.get("asal"):
        return {}
    per = nilai.get("per") or PER[0]
    if per not in PER:
        raise InputSalah("per", text_acara.PER_SALAH)
    return {"sumber": nilai["sumber"], "asal": nilai["asal"], "per": per}


def id_komponen(lingkup: str, sumber: str, asal: str) -> str:
    """Return the id of the component that an office (or the city) pays an event by: two PCs make one of it."""
    return derived_id("insentif_komponen", lingkup, sumber, asal)


def tetap(tx: Tx, k: Komponen, isi: Fields) -> None:
    """Raise InputSalah where a change would give a component another event, or one to a component without, or would
    count it otherwise (per event, per session) once a list has it."""
    lama = (k.acara.sumber, k.acara.asal) if k.acara else ("", "")
    if k.acara and isi.get("per", k.acara.per) != k.acara.per and _berdaftar(tx, k.komponen_id):
        raise InputSalah("per", text_acara.PER_TETAP.format(nama=k.nama, per=text_acara.PER_SINGKAT[k.acara.per]))
    if "asal" in isi and (isi["sumber"], isi["asal"]) != lama:
        raise InputSalah("asal", text_acara.ACARA_TETAP.format(nama=k.nama))


def _berdaftar(tx: Tx, komponen_id: str) -> bool:
    sql = "SELECT 1 FROM insentif_daftar WHERE komponen_id = ? LIMIT 1"
    return tx.con.execute(sql, (komponen_id,)).fetchone() is not None


def buat(tx: Tx, lingkup: str, isi: Fields, isian: Mapping[str, str]) -> str:
    """Insert the component of an event, with its tariff from the first month of the event's year on; returns its id.

    Raises InputSalah where the event is not here or has no day, or where a component pays it already.
    """
    sumber, asal = str(isi["sumber"]), str(isi["asal"])
    ada = entitled.source(tx.con, sumber, asal)
    if ada is None:
        raise InputSalah("asal", text_acara.ACARA_TIDAK_ADA.format(nama=asal))
    if not ada.day:
        raise InputSalah("asal", text_acara.ACARA_TANPA_HARI)
    for k in ketetapan.komponen(tx.con, lingkup=lingkup):
        if k.acara and (k.acara.sumber, k.acara.asal) == (sumber, asal):
            raise InputSalah("asal", text_acara.ACARA_SUDAH.format(nama=k.nama))
    turunan = id_komponen(lingkup, sumber, asal)
    row_id = new_id() if tx.has("insentif_komponen", turunan) else turunan
    tx.insert("insentif_komponen", isi, scope=lingkup, row_id=row_id)
    if "jumlah" in isian:
        _tarif(tx, lingkup, row_id, date.fromisoformat(ada.day), isian)
    return row_id


def _tarif(tx: Tx, lingkup: str, komponen_id: str, hari: date, isian: Mapping[str, str]) -> None:
    jumlah, mulai = rupiah.baca(isian["jumlah"], "jumlah"), f"{hari.year}-01"
    if jumlah <= 0:
        raise InputSalah("jumlah", text.JUMLAH_TARIF)
    isi: Fields = {
        "komponen_id": komponen_id, "mulai": mulai, "sampai": None, "jumlah": jumlah,
        "dasar_hukum": teks(isian.get("dasar_hukum", "")),
    }  # fmt: skip
    tx.insert("insentif_tarif", isi, scope=lingkup, row_id=derived_id("insentif_tarif", komponen_id, mulai))
