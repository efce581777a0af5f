"""What every act on the ledger checks and writes alike: the day, the way, the words of who took it, the entry."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import alasan as alasan_
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.modules.rt.rules import teks
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx

from . import rules, tempat, text
from .model import Barang, Kuasa, Pemakai, Pengadaan

TABEL = "seragam_gerak"


class Cara(NamedTuple):
    """How pieces reach a ketua RT: ``dari`` empty: by the way (:func:`rules.tempat_bawaan`)."""

    dari: str
    cara: str
    acara: str
    hari: date


def baca_cara(store: Store, *, dari: str, cara: str, acara: str, hari: date | None) -> Cara:
    """Return how and when, checked; raise InputSalah for an unknown way, an event without name, or a day to come."""
    if cara not in rules.CARA:
        raise InputSalah("cara", text.CARA_SALAH.format(pilihan=", ".join(rules.CARA)))
    nama = teks(acara, "acara", 120) or ""
    if cara == "simbolis" and not nama:
        raise InputSalah("acara", text.ACARA_KOSONG)
    return Cara(dari, cara, nama, hari_lampau(store, hari))


def hari_lampau(store: Store, hari: date | None) -> date:
    """Return the day, today for None; raise InputSalah for a day to come."""
    kini = hari_ini(store)
    if hari and hari > kini:
        raise InputSalah("tanggal", text.HARI_NANTI)
    return hari or kini


def alasan_wajib(alasan: str, field: str = "alasan") -> str:
    """Return a reason as one clean line; raise InputSalah when it is empty or no words."""
    return alasan_.baca(teks(alasan, field) or "", field)


def dikenal(p: Pengadaan, barang: Barang) -> Barang:
    """Return a piece that the purchase comes in; raise InputSalah for another model or size, or without a size."""
    if not barang.ukuran:
        raise InputSalah("ukuran", text.UKURAN_KOSONG)
    if p.model and barang.model not in p.model:
        pilihan = ", ".join(p.model)
        raise InputSalah("model", text.MODEL_SALAH.format(model=barang.model, pilihan=pilihan))
    if barang.ukuran not in (p.ukuran or rules.UKURAN):
        pilihan = ", ".join(p.ukuran or rules.UKURAN)
        raise InputSalah("ukuran", text.UKURAN_SALAH.format(ukuran=barang.ukuran, pilihan=pilihan))
    return barang


def dari_mana(p: Pengadaan, satu: Pemakai, cara: Cara) -> str:
    """Return the place that a hand-over to a post takes from; raise InputSalah for one that is not on its way."""
    kelurahan, kecamatan = (
        rules.tempat_bawaan("kantor", satu.lingkup, kota=True),
        rules.tempat_bawaan("kecamatan", satu.lingkup, kota=True),
    )
    milik(p, satu.lingkup, "rt")
    dari = cara.dari or rules.tempat_bawaan(cara.cara, satu.lingkup, kota=p.kota)
    if dari not in (kelurahan, kecamatan, tempat.PENGADAAN):
        raise InputSalah("dari", text.DARI_LAIN.format(rt=satu.nomor, tempat=tempat.sebut_tempat(dari)))
    return dari


def milik(p: Pengadaan, lingkup: str, field: str) -> None:
    """Raise InputSalah for a movement in a scope whose office does not see the purchase, or that its own would miss."""
    if not p.untuk(lingkup):
        raise InputSalah(field, text.MILIK_SENDIRI.format(nama=p.nama, kantor=wilayah.nama_kantor(p.lingkup)))


def catat_ke_rt(
    tx: Tx, p: Pengadaan, satu: Pemakai, *, jenis: str, dari: str, barang: Barang, jumlah: int, slot: str, cara: Cara,
    kembali: Barang | None = None, kuasa: Kuasa | None = None, alasan: str = "",
) -> str:  # fmt: skip
    """Add an entry that hands pieces to the head of a post, with the name of that day."""
    isi: Fields = {
        "pengadaan_id": p.pengadaan_id, "jenis": jenis, "dari": dari, "ke": tempat.RT, "jumlah": jumlah,
        "jabatan_id": satu.jabatan_id, "masa_id": satu.masa_id, "nama": satu.nama, "cara": cara.cara,
        "acara": cara.acara or None, "tanggal": cara.hari.isoformat(), "slot": slot, "alasan": alasan or None,
        "penerima": (teks(kuasa.penerima, "penerima", 100) if kuasa else None),
        "surat_kuasa": (teks(kuasa.surat_kuasa, "surat_kuasa", 100) if kuasa else None),
        **rules.isi_barang(barang, kembali),
    }  # fmt: skip
    return tx.append(TABEL, isi, scope=satu.lingkup)
