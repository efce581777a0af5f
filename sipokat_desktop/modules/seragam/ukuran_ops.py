"""What people wear: sizes into the roster, models and measures into the purchase, of one head or of many at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.modules.rt.rules import teks
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import rules, text
from .model import Dilewati, HasilUkuran, IsianUkuran, Pemakai, Pengadaan
from .pemakai import per_jabatan
from .pengadaan import satu_pengadaan

TANPA = Pengadaan("", "", "", 0, "", (), (), 1, "", "", "", "", "", "", "", 0)
"""Stands for a purchase where only sizes are entered."""


def catat_ukuran(
    store: Store, isian: Mapping[str, IsianUkuran], *, pengadaan_id: str = "", hari: date | None = None,
    act: str = "seragam.ukuran",
) -> Done[HasilUkuran]:  # fmt: skip
    """Write what is entered for posts (by id): the size of the head of that day into the roster, model, measures and
    notes into the purchase.

    A post without a head or with a word that is no size is passed over and told; entered alone it raises InputSalah.
    """
    kapan = hari or hari_ini(store)

    def work(tx: Tx) -> HasilUkuran:
        p = satu_pengadaan(tx.con, pengadaan_id) if pengadaan_id else TANPA
        ada = per_jabatan(tx.con, p, isian, kapan)
        diubah: list[str] = []
        lewat: list[Dilewati] = []
        for jabatan_id, satu in isian.items():
            try:
                if tulis_ukuran(tx, p, _berketua(ada, jabatan_id, kapan), satu):
                    diubah.append(jabatan_id)
            except InputSalah as exc:
                if len(isian) == 1:
                    raise
                lewat.append(_dilewati(ada.get(jabatan_id), jabatan_id, exc.pesan))
        return HasilUkuran(tuple(diubah), len(isian) - len(diubah) - len(lewat), tuple(lewat))

    return store.write(act, work)


def tulis_ukuran(tx: Tx, p: Pengadaan, satu: Pemakai, isian: IsianUkuran) -> bool:
    """Write what is entered for one head inside another act; tells whether anything changed. Raises InputSalah."""
    pilihan = _pilihan(p, satu, isian)
    ukuran = None if isian.ukuran is None else rules.baca_ukuran(isian.ukuran)
    berubah = False
    if ukuran is not None and ukuran != satu.ukuran_asli:
        berubah = tx.update("rt_orang", satu.orang_id, {"ukuran": ukuran or None})
    return _tulis_pilihan(tx, p, satu, pilihan) or berubah if pilihan else berubah


def _pilihan(p: Pengadaan, satu: Pemakai, isian: IsianUkuran) -> Fields:
    """Return the fields of the choice that were entered; a model that follows anyway is not kept."""
    pilihan: Fields = {}
    if isian.model is not None and p.pengadaan_id:
        model = rules.baca_model(isian.model, p.model)
        pilihan["model"] = None if model == rules.model_bawaan(p.model, satu.kelamin) else model or None
    if isian.cm is not None and p.pengadaan_id:
        pilihan["cm"] = rules.baca_cm(isian.cm) or None
    if isian.catatan is not None and p.pengadaan_id:
        pilihan["catatan"] = teks(isian.catatan, "catatan")
    return pilihan


def _tulis_pilihan(tx: Tx, p: Pengadaan, satu: Pemakai, pilihan: Fields) -> bool:
    id = rules.id_pilihan(p.pengadaan_id, satu.jabatan_id)
    if tx.has("seragam_pilihan", id):
        lain = tx.row("seragam_pilihan", id)["orang_id"] not in (None, satu.orang_id)
        bersih: Fields = {"model": None, "cm": None, "catatan": None} if lain else {}
        return tx.update("seragam_pilihan", id, bersih | pilihan | {"orang_id": satu.orang_id})
    if not any(pilihan.values()):
        return False
    isi: Fields = {"pengadaan_id": p.pengadaan_id, "jabatan_id": satu.jabatan_id, "orang_id": satu.orang_id}
    tx.insert("seragam_pilihan", isi | pilihan, scope=satu.lingkup, row_id=id)
    return True


def _berketua(ada: Mapping[str, Pemakai], jabatan_id: str, hari: date) -> Pemakai:
    satu = ada.get(jabatan_id)
    if satu is None:
        raise InputSalah("rt", text.RT_TIDAK_ADA)
    if satu.kosong:
        raise InputSalah("rt", text.TANPA_KETUA.format(rt=satu.nomor, tanggal=tanggal.panjang(hari)))
    return satu


def _dilewati(satu: Pemakai | None, jabatan_id: str, pesan: str) -> Dilewati:
    if satu is None:
        return Dilewati(jabatan_id, "?", "", "salah", pesan)
    return Dilewati(jabatan_id, satu.nomor, satu.nama, "kosong" if satu.kosong else "salah", pesan)
