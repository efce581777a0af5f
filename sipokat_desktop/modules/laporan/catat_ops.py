"""Acts on reports: recorded for one RT or many at once, changed, copied, deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import many
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import baca, foto_ops, kembar, rules, setelan, text
from .baca import Jabatan
from .model import Diubah, FotoBaru, Isian, Peringatan, Tercatat
from .tulis import FOTO, TABEL, ada, akibat, post, tambah_foto

KANTOR = "kantor"
PALING_BANYAK = 400
"""Reports that one copy may make."""
_DISALIN = ("bidang", "jenis", "uraian", "lokasi", "peserta", "kategori")


def catat(
    store: Store, lingkup: str, jabatan_ids: Sequence[str], isian: Isian, *, foto: Sequence[FotoBaru] = ()
) -> Done[Tercatat]:
    """Record the same activity for one RT of a kelurahan or for many, as one act; returns ids and doubts.

    Who headed each RT on the day is kept with it. Raises InputSalah when a field is wrong or an RT is not there.
    """
    hari, posts = hari_ini(store), [*dict.fromkeys(jabatan_ids)]
    if not posts:
        raise InputSalah("rt", text.RT_KOSONG)
    fields = _isi(store, lingkup, isian, hari)
    gambar = foto_ops.isian(foto)

    def work(tx: Tx) -> Tercatat:
        return _tambah(tx, [(post(tx, lingkup, id), fields) for id in posts], hari, gambar)

    return store.write("laporan.catat" if len(posts) == 1 else "laporan.catat_banyak", work)


def ubah(store: Store, laporan_id: str, isian: Isian, *, jabatan_id: str = "") -> Done[Diubah]:
    """Change the fields of ``isian``, or of which RT a report is; a change of what was verified clears the lurah's
    word in the same act and says so. Raises InputSalah as :func:`catat`."""
    hari = hari_ini(store)

    def work(tx: Tx) -> Diubah:
        lama = ada(tx, laporan_id)
        lingkup = str(lama["lingkup"])
        pakai = setelan.bidang_5(tx.con, lingkup) or lama["bidang"] == rules.BIDANG_5
        fields = rules.bersihkan(isian, hari, bidang_5=pakai)
        if jabatan_id:
            fields["jabatan_id"] = post(tx, lingkup, jabatan_id).jabatan_id
        baru = lama | fields
        rules.cocokkan(baru)
        return _tulis(tx, lama, {nama: nilai for nama, nilai in fields.items() if lama[nama] != nilai}, hari)

    return store.write("laporan.ubah", work)


def hapus(store: Store, ids: Collection[str]) -> Changes:
    """Delete reports with their photos; the trash brings both back. Raises InputSalah where none of them is here."""

    def work(tx: Tx) -> None:
        rows = many.rows(tx.con, TABEL, ids)
        if not rows:
            raise InputSalah("", text.TIDAK_ADA)
        hapus_semua(tx, [id for id in ids if id in rows])

    return store.write("laporan.hapus", work).changes


def hapus_semua(tx: Tx, ids: Collection[str]) -> None:
    """Inside an act: delete reports, their photos first."""
    foto = [satu for id in ids for satu in foto_ops.id_foto(tx.con, id)]
    if foto:
        many.delete(tx, FOTO, foto)
    many.delete(tx, TABEL, ids)


def salin(
    store: Store, laporan_id: str, *, jabatan_ids: Sequence[str] = (), tanggal: Sequence[str] = ()
) -> Done[Tercatat]:
    """Record a report again for every one of these RT and days (typed; none: its own), as one act, without photos and
    verification; the RT and day that it has itself are left out.

    Raises InputSalah for a wrong day or RT, where nothing is left to record, or for too many at once.
    """
    hari = hari_ini(store)
    hari_hari = [*dict.fromkeys(str(rules.bersihkan({"tanggal": satu}, hari)["tanggal"]) for satu in tanggal)]

    def work(tx: Tx) -> Tercatat:
        asal = ada(tx, laporan_id)
        lingkup, sendiri = str(asal["lingkup"]), (asal["jabatan_id"], asal["tanggal"])
        posts = [post(tx, lingkup, id) for id in dict.fromkeys(jabatan_ids or (str(asal["jabatan_id"]),))]
        semua = [
            (satu, {nama: asal[nama] for nama in _DISALIN} | {"tanggal": pada})
            for pada in hari_hari or [str(asal["tanggal"])]
            for satu in posts
            if (satu.jabatan_id, pada) != sendiri
        ]
        if not semua:
            raise InputSalah("rt", text.SALIN_KOSONG)
        if len(semua) > PALING_BANYAK:
            raise InputSalah("tanggal", text.SALIN_BANYAK.format(n=len(semua), batas=PALING_BANYAK))
        return _tambah(tx, semua, hari, ())

    return store.write("laporan.salin", work)


def lengkapi(isian: Isian, hari: date, *, bidang_5: bool) -> Fields:
    """Return the fields of a new report from what was typed; raise InputSalah for the first wrong one."""
    fields = rules.bersihkan(dict.fromkeys(rules.ISIAN, "") | dict(isian), hari, bidang_5=bidang_5)
    rules.cocokkan(fields)
    return fields


def baris_baru(tx: Tx, satu: Jabatan, fields: Fields) -> tuple[Fields, list[Peringatan]]:
    """Return a new report of a post as it is stored, with who headed it on the day, and the doubts about it."""
    siapa = baca.ketua(tx.con, satu, str(fields["tanggal"]))
    ragu = [Peringatan("tanggal", siapa.kata)] if siapa.kata else []
    return _milik(satu, siapa) | {**fields, "asal": KANTOR}, ragu


def _isi(store: Store, lingkup: str, isian: Isian, hari: date) -> Fields:
    return lengkapi(isian, hari, bidang_5=setelan.bidang_5(store.reader(), lingkup))


def _milik(satu: Jabatan, siapa: baca.Ketua) -> Fields:
    return {"jabatan_id": satu.jabatan_id, "masa_id": siapa.masa_id or None, "pelapor": siapa.nama or None}


def _tambah(tx: Tx, semua: Iterable[tuple[Jabatan, Fields]], hari: date, gambar: Sequence[Fields]) -> Tercatat:
    ids: list[str] = []
    ragu: list[Peringatan] = []
    for satu, fields in semua:
        baris, tanpa = baris_baru(tx, satu, fields)
        ragu += [*tanpa, *rules.peringatan(baris, hari, jiwa=satu.jiwa), *kembar.saat_dicatat(tx.con, satu, baris)]
        ids.append(tx.insert(TABEL, baris, scope=satu.lingkup))
        tambah_foto(tx, ids[-1], satu.lingkup, gambar, 0)
    return Tercatat(tuple(ids), tuple(dict.fromkeys(ragu)))


def _tulis(tx: Tx, lama: Fields, beda: Fields, hari: date) -> Diubah:
    """Write what differs, with what follows from it."""
    if not beda:
        return Diubah(False, False, (), ())
    laporan_id, ragu = str(lama["id"]), []
    baru = lama | beda
    satu = baca.jabatan(tx.con, str(baru["jabatan_id"]))
    if satu and beda.keys() & {"jabatan_id", "tanggal"}:
        siapa = baca.ketua(tx.con, satu, str(baru["tanggal"]))
        beda |= _milik(satu, siapa)
        ragu += [Peringatan("tanggal", siapa.kata)] if siapa.kata else []
    ikut, hasil = akibat(tx, lama, beda)
    beda |= ikut
    tx.update(TABEL, laporan_id, beda)
    ragu += [*rules.peringatan(baru, hari, jiwa=satu.jiwa if satu else 0)]
    if satu:
        ragu += kembar.saat_dicatat(tx.con, satu, baru)
    return hasil._replace(peringatan=tuple(dict.fromkeys(ragu)))
