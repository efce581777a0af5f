"""Recording attendance: one or many, changing and taking back, the rest as absent (keputusan/0033)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.rules import teks
from sipokat_desktop.storage import many
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import hadir_kata, rules, tanda, text_hadir
from . import hadir_queries as queries
from .hadir_model import BEDA, DICATAT, DIGANTI, SESI_LAIN, SUDAH, TANPA_UNDANGAN, Hasil, HasilBanyak, Orang
from .model import Sesi
from .tanda import ALPA, DATANG, DIWAKILI, HADIR, LEMBAR, PINDAI, SENTUH, SISA, Catatan, Keadaan

TABEL = "bimtek_hadir"
PANJANG_NAMA = 100


class Isian(NamedTuple):
    """A mark as it is entered; ``pukul`` (UTC ms) is None where the arrival is not known."""

    tanda: str
    cara: str
    pintu: str | None
    catatan: str | None
    pukul: int | None


def catat(
    store: Store, sesi_id: str, jabatan_id: str, tanda: str = HADIR, *, pintu: str = "", cara: str = PINDAI,
    wakil: str = "", catatan: str = "", pukul: int | None = None, tetap: bool = False,
) -> Done[Hasil]:  # fmt: skip
    """Record that the head of a post is hadir, izin, sakit, alpa, or diwakili by ``wakil``.

    ``pukul`` is the arrival (UTC ms), now where it is not said. Nothing is written where the same mark is seen already,
    and without ``tetap`` where the door would ask: another mark stands (``tetap``: this one takes its place), another
    session is his, he was not invited. Raises InputSalah for an event that takes no attendance, an unknown mark, a
    proxy without a name, a post that is not here or of another office.
    """
    isian = _isian(store, tanda, cara, pintu, catatan, pukul)

    def work(tx: Tx) -> Hasil:
        (hasil,) = _catat(tx, sesi_id, [jabatan_id], isian, {jabatan_id: wakil}, tetap)
        return hasil

    return store.write("bimtek.hadir", work)


def catat_banyak(
    store: Store, sesi_id: str, jabatan: Sequence[str], tanda: str = HADIR, *, pintu: str = "", cara: str = SENTUH,
    wakil: Mapping[str, str] = {}, tetap: bool = False,
) -> Done[HasilBanyak]:  # fmt: skip
    """Record many posts (ids) in one act, as :func:`catat` each; ``wakil`` names proxies by post."""
    isian = _isian(store, tanda, cara, pintu, "", None)
    act = "bimtek.hadir_lembar" if cara == LEMBAR else "bimtek.hadir"
    return store.write(act, lambda tx: _banyak(_catat(tx, sesi_id, list(dict.fromkeys(jabatan)), isian, wakil, tetap)))


def tarik(store: Store, sesi_id: str, jabatan: Sequence[str]) -> Done[int]:
    """Take every mark of these posts in a session back; returns how many marks. Raises InputSalah as :func:`catat`."""

    def work(tx: Tx) -> int:
        boleh(tx.own, queries.sesi_terbuka(tx.con, sesi_id))
        marks = queries.catatan(tx.con, sesi_id, jabatan)
        ids = [satu.hadir_id for semua in marks.values() for satu in semua]
        for kelurahan in {str(row["lingkup"]) for row in many.rows(tx.con, TABEL, ids).values()}:
            _milik(tx, kelurahan)
        many.delete(tx, TABEL, ids)
        return len(ids)

    return store.write("bimtek.hadir_tarik", work)


def tandai_sisa(store: Store, sesi_id: str, *, lingkup: queries.Lingkup = "") -> Done[HasilBanyak]:
    """Record as absent whoever was invited to a session and has no mark; any mark that comes later takes precedence.

    Raises InputSalah as :func:`catat`.
    """

    def work(tx: Tx) -> HasilBanyak:
        sesi = queries.sesi_terbuka(tx.con, sesi_id)
        boleh(tx.own, sesi)
        sisa = [b.orang for b in queries.daftar(tx.con, sesi_id, lingkup=lingkup) if not b.keadaan.tercatat]
        isian = Isian(ALPA, SISA, None, None, None)
        for satu in sisa:
            _milik(tx, satu.lingkup)
            _tulis(tx, sesi, satu, isian, None)
        return HasilBanyak(tuple(satu.jabatan_id for satu in sisa))

    return store.write("bimtek.hadir_sisa", work)


def _isian(store: Store, tanda_: str, cara: str, pintu: str, catatan: str, pukul: int | None) -> Isian:
    if tanda_ not in tanda.TANDA:
        raise InputSalah("tanda", text_hadir.TANDA_SALAH.format(tanda=tanda_))
    if cara not in tanda.DIKETIK:
        raise InputSalah("cara", text_hadir.CARA_SALAH.format(cara=cara))
    kapan = pukul if pukul is not None or cara == LEMBAR else store.clock()
    return Isian(tanda_, cara, teks(pintu, "pintu", PANJANG_NAMA), teks(catatan, "catatan"), kapan)


def boleh(own: str, sesi: Sesi) -> None:
    """Raise InputSalah where an office may not record attendance at an event: that is done by who holds it, an office
    above it, and a kecamatan at the city's (whose money depends on it does not record it)."""
    if not rules.boleh_mengundang(sesi.lingkup, own):
        raise InputSalah("kegiatan", text_hadir.HADIR_KANTOR_LAIN.format(kantor=wilayah.nama_kantor(sesi.lingkup)))


def _milik(tx: Tx, kelurahan: str) -> None:
    if tx.own and not wilayah.milik(tx.own, kelurahan):
        raise InputSalah("rt", text_hadir.RT_KANTOR_LAIN.format(kantor=wilayah.nama_kantor(kelurahan)))


def _catat(
    tx: Tx, sesi_id: str, jabatan: Sequence[str], isian: Isian, wakil: Mapping[str, str], tetap: bool
) -> list[Hasil]:
    sesi = queries.sesi_terbuka(tx.con, sesi_id)
    boleh(tx.own, sesi)
    ada = queries.orang(tx.con, sesi, jabatan)
    if any(id not in ada or not ada[id].ada for id in jabatan):
        raise InputSalah("rt", text_hadir.RT_TIDAK_ADA)
    marks = queries.catatan(tx.con, sesi_id, jabatan)
    return [
        _satu(tx, sesi, ada[id], marks.get(id, ()), isian, _wakil(isian, wakil.get(id, "")), tetap) for id in jabatan
    ]


def _wakil(isian: Isian, ketik: str) -> str | None:
    if isian.tanda != DIWAKILI:
        return None
    nama = teks(ketik, "wakil", PANJANG_NAMA)
    if not nama:
        raise InputSalah("wakil", text_hadir.WAKIL_KOSONG)
    return nama


def _satu(
    tx: Tx, sesi: Sesi, orang: Orang, marks: Sequence[Catatan], isian: Isian, wakil: str | None, tetap: bool
) -> Hasil:
    _milik(tx, orang.lingkup)
    kini = tanda.berlaku(marks)
    jenis = nilai(sesi, orang, kini, isian.tanda, wakil or "")
    if jenis == SUDAH or (jenis != DICATAT and not tetap):
        return Hasil(jenis, hadir_kata.jawab(tx.con, jenis, sesi, orang, kini, baru=isian.tanda), orang, kini)
    lain = [satu.hadir_id for satu in marks if satu.cara != SISA]
    if lain:
        many.delete(tx, TABEL, lain)
    if kini.datang and isian.tanda in DATANG and kini.pukul:
        isian = isian._replace(pukul=kini.pukul)
    hadir_id = _tulis(tx, sesi, orang, isian, wakil)
    kata = text_hadir.DICATAT.format(siapa=orang.kata, tanda=hadir_kata.sebut(isian.tanda))
    return Hasil(DIGANTI if lain else DICATAT, kata, orang, kini, hadir_id)


def nilai(sesi: Sesi, orang: Orang, kini: Keadaan, baru: str, wakil: str = "") -> str:
    """Return DICATAT where a mark may be recorded at once, else why not: SUDAH, BEDA, SESI_LAIN, TANPA_UNDANGAN."""
    if kini.tercatat and kini.cara != SISA:
        sama = kini.tanda == baru and wakil in ("", kini.wakil) and not hadir_kata.orang_lain(orang, kini, baru)
        return SUDAH if sama else BEDA
    if not orang.diundang:
        return TANPA_UNDANGAN
    return DICATAT if sesi.untuk(orang.lingkup) else SESI_LAIN


def _tulis(tx: Tx, sesi: Sesi, orang: Orang, isian: Isian, wakil: str | None) -> str:
    fields: Fields = {
        "kegiatan_id": sesi.kegiatan_id, "sesi_id": sesi.sesi_id, "jabatan_id": orang.jabatan_id,
        "masa_id": orang.masa_id or None, "orang_id": orang.orang_id or None, "nama": orang.nama or None,
        "tanda": isian.tanda, "wakil": wakil, "pukul": isian.pukul, "pintu": isian.pintu, "cara": isian.cara,
        "catatan": isian.catatan,
    }  # fmt: skip
    return tx.insert(TABEL, fields, scope=orang.lingkup)


def _banyak(hasil: Iterable[Hasil]) -> HasilBanyak:
    per: dict[str, list[Hasil]] = {}
    for satu in hasil:
        per.setdefault(satu.jenis, []).append(satu)
    ids = {jenis: tuple(satu.orang.jabatan_id for satu in semua) for jenis, semua in per.items()}
    lewat = (satu for jenis in (BEDA, SESI_LAIN, TANPA_UNDANGAN) for satu in per.get(jenis, ()))
    return HasilBanyak(ids.get(DICATAT, ()), ids.get(DIGANTI, ()), ids.get(SUDAH, ()), tuple(lewat))
