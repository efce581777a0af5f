"""Hand-over to the ketua RT: to one, to many, or to all but some; who is passed over is told, never an error."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import rules, stok, text
from .langkah import Cara, baca_cara, catat_ke_rt, dari_mana, dikenal
from .model import Barang, Dilewati, HasilSerah, Kuasa, Pemakai, Pengadaan
from .pemakai import Lingkup, belum, per_jabatan
from .pengadaan import terbuka
from .tempat import sebut_tempat


def serah(
    store: Store, pengadaan_id: str, jabatan: Sequence[str], *, dari: str = "", cara: str = "kantor", acara: str = "",
    hari: date | None = None, kuasa: Mapping[str, Kuasa] = {}, barang: Mapping[str, Barang] = {},
) -> Done[HasilSerah]:  # fmt: skip
    """Record that the heads of these posts (ids) on that day took their share: what the roster says they wear, or
    ``barang`` by post. ``kuasa`` names by post who took it for them.

    One per RT per purchase (DOMAIN §4). Who has no head, no size, has it already, or finds none left is passed over
    and told. Raises InputSalah for a purchase that is closed or gone, an unknown way, or a day to come.
    """
    bagaimana = baca_cara(store, dari=dari, cara=cara, acara=acara, hari=hari)

    def work(tx: Tx) -> HasilSerah:
        p = terbuka(tx.con, pengadaan_id)
        ada = per_jabatan(tx.con, p, jabatan, bagaimana.hari)
        return _serahkan(tx, p, [(id, ada.get(id)) for id in dict.fromkeys(jabatan)], bagaimana, kuasa, barang)

    return store.write("seragam.serah", work)


def serah_semua(
    store: Store, pengadaan_id: str, *, lingkup: Lingkup, kecuali: Collection[str] = (), dari: str = "",
    cara: str = "kantor", acara: str = "", hari: date | None = None, kuasa: Mapping[str, Kuasa] = {},
) -> Done[HasilSerah]:  # fmt: skip
    """Record that every head of ``lingkup`` who has not received did so, all but those of the posts ``kecuali``.

    As :func:`serah`; raises InputSalah besides for a post in ``kecuali`` that is not among them.
    """
    bagaimana = baca_cara(store, dari=dari, cara=cara, acara=acara, hari=hari)

    def work(tx: Tx) -> HasilSerah:
        p = terbuka(tx.con, pengadaan_id)
        semua = belum(tx.con, pengadaan_id, lingkup=lingkup, hari=bagaimana.hari)
        if asing := set(kecuali) - {satu.jabatan_id for satu in semua}:
            _sudah(per_jabatan(tx.con, p, asing, bagaimana.hari), asing)
        pilih = [(satu.jabatan_id, satu) for satu in semua if satu.jabatan_id not in kecuali]
        return _serahkan(tx, p, pilih, bagaimana, kuasa, {})

    return store.write("seragam.serah", work)


def _sudah(ada: Mapping[str, Pemakai], ids: Iterable[str]) -> None:
    """Raise InputSalah for a post that is not here; one that has received or has no head may be named all the same."""
    if any(id not in ada for id in ids):
        raise InputSalah("kecuali", text.RT_TIDAK_ADA)


class _Lewat(Exception):
    def __init__(self, sebab: str, kalimat: str) -> None:
        super().__init__(kalimat)
        self.sebab, self.kalimat = sebab, kalimat


class _Ambil(NamedTuple):
    satu: Pemakai
    dari: str
    barang: Barang


def _serahkan(
    tx: Tx, p: Pengadaan, pilih: Iterable[tuple[str, Pemakai | None]], cara: Cara, kuasa: Mapping[str, Kuasa],
    barang: Mapping[str, Barang],
) -> HasilSerah:  # fmt: skip
    gudang = stok.gudang(tx.con, p.pengadaan_id)
    diserahkan: list[str] = []
    lewat: list[Dilewati] = []
    for id, satu in pilih:
        try:
            ambil = _boleh(p, satu, cara, gudang, barang.get(id))
        except _Lewat as exc:
            sebut = (satu.nomor, satu.nama) if satu else ("?", "")
            lewat.append(Dilewati(id, *sebut, exc.sebab, exc.kalimat))
            continue
        gudang.ambil(ambil.dari, ambil.barang, p.per_orang)
        catat_ke_rt(
            tx, p, ambil.satu, jenis="serah", dari=ambil.dari, barang=ambil.barang, jumlah=p.per_orang,
            slot=rules.slot_rt(p.pengadaan_id, id), cara=cara, kuasa=kuasa.get(id),
        )  # fmt: skip
        diserahkan.append(id)
    return HasilSerah(tuple(diserahkan), tuple(lewat))


def _boleh(p: Pengadaan, satu: Pemakai | None, cara: Cara, gudang: stok.Gudang, pilihan: Barang | None) -> _Ambil:
    if satu is None:
        raise _Lewat("salah", text.RT_TIDAK_ADA)
    if satu.sudah:
        raise _Lewat("sudah", sebut_sudah(satu))
    if satu.kosong:
        raise _Lewat("kosong", text.TANPA_KETUA.format(rt=satu.nomor, tanggal=tanggal.panjang(cara.hari)))
    if pilihan is None and not satu.siap:
        raise _Lewat("ukuran", text.BELUM_LENGKAP.format(rt=satu.nomor, nama=satu.nama, kurang=satu.kurang))
    try:
        barang, dari = dikenal(p, pilihan or satu.barang), dari_mana(p, satu, cara)
    except InputSalah as exc:
        raise _Lewat("salah", exc.pesan) from exc
    if not gudang.cukup(dari, barang, p.per_orang):
        kata = gudang.kata_kurang(dari, barang, p.per_orang, satuan=p.satuan)
        raise _Lewat("habis", f"RT {satu.nomor} {satu.nama}: {kata}")
    return _Ambil(satu, dari, barang)


def sebut_sudah(satu: Pemakai) -> str:
    """Say what a post received, when, and who was its head then."""
    pertama = satu.pegang[0]
    hari = tanggal.panjang(date.fromisoformat(pertama.tanggal))
    isi = rules.sebut_isi(satu.memegang) or sebut_tempat(pertama.dari)
    return text.SUDAH_MENERIMA.format(rt=satu.nomor, barang=isi, tanggal=hari, nama=pertama.nama)
