"""Ganti ketua RT: one act that ends the old term, opens the new one, and notes what was handed over (DOMAIN §2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.module import Belonging, Holder, PostChange, tell_change
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import barang, baru, bulan, ops, pengenal, queries, rules, text
from .bulan import BagianBulan
from .calon import Calon, calon
from .rules import Peringatan

__all__ = ["BagianBulan", "Calon", "MasaLama", "RencanaGanti", "calon", "ganti", "rencana"]


@dataclass(frozen=True, slots=True)
class MasaLama:
    """The term that ends, and its holder."""

    masa_id: str
    orang_id: str
    nama: str
    tmt: str | None
    akhir_sk: str | None
    jenis: str


@dataclass(frozen=True, slots=True)
class _Isi:
    """What was typed, cleaned and completed: the end of the old term, the new term, the new head."""

    lingkup: str
    jabatan_id: str
    nomor: str
    lama: MasaLama | None
    akhir: Fields
    masa: Fields
    orang: Fields
    orang_id: str


@dataclass(frozen=True, slots=True)
class RencanaGanti:
    """What a change of head will do, before it is done: days, months, and what stands in the way.

    ``selang`` counts the days on which nobody holds the post; ``barang`` is what is tied to the old term and what may
    become of it; ``salah`` stops the act, ``awas`` does not.
    """

    jabatan_id: str
    rt: str
    lama: str
    masa_lama: str
    baru: str = ""
    orang_dikenal: str = ""
    akhir_lama: date | None = None
    mulai_baru: date | None = None
    selang: int = 0
    bulan: tuple[BagianBulan, ...] = ()
    insentif: tuple[str, ...] = ()
    barang: tuple[Belonging, ...] = ()
    salah: tuple[Peringatan, ...] = ()
    awas: tuple[Peringatan, ...] = ()


def rencana(store: Store, jabatan_id: str, isian: Mapping[str, str], *, hari: date | None = None) -> RencanaGanti:
    """Return what :func:`ganti` would do with ``isian``; reads only, and never raises for what was typed."""
    con, kini = store.reader(), hari or ops.hari_ini(store)
    try:
        lingkup, nomor = ops.jabatan(con, jabatan_id)
    except InputSalah as exc:
        return RencanaGanti(jabatan_id, "?", "", "", salah=(Peringatan(exc.field, exc.pesan),))
    lama = masa_kini(con, jabatan_id, kini)
    akhir = barang.akhir_masa(con, lingkup, jabatan_id, lama.masa_id if lama else "", isian)
    milik = barang.milik(con, store.modules, akhir)
    dasar = RencanaGanti(jabatan_id, nomor, lama.nama if lama else "", lama.masa_id if lama else "", barang=milik)
    dasar = _dengan_bulan(store, lingkup, replace(dasar, baru=_nama_baru(con, isian)), lama, isian)
    try:
        isi = _baca(con, jabatan_id, isian, kini)
        _boleh(con, isi)
        barang.pilihan(milik, isian)
    except InputSalah as exc:
        return replace(dasar, salah=(Peringatan(exc.field, exc.pesan),))
    return _dengan_ragu(con, dasar, isi, kini)


def ganti(store: Store, jabatan_id: str, isian: Mapping[str, str]) -> Done[str]:
    """Replace the head of an RT, or fill a vacancy, as one act; returns the new term's id.

    What is tied to the old term goes where ``isian`` says (``barang.<id>``), in the same act (rt/barang.py).
    Two PCs that replace the same head write the same new term, so that differing answers meet in
    *Perlu keputusan* instead of giving the RT two heads. Raises InputSalah with the input to mend.
    """
    hari = ops.hari_ini(store)

    def work(tx: Tx) -> str:
        isi = _baca(tx.con, jabatan_id, isian, hari)
        _boleh(tx.con, isi)
        akhir = barang.akhir_masa(tx.con, isi.lingkup, jabatan_id, isi.lama.masa_id if isi.lama else "", isian)
        semua = barang.milik(tx.con, store.modules, akhir)
        pilih = barang.pilihan(semua, isian)
        if isi.lama:
            tx.update("rt_masa", isi.lama.masa_id, isi.akhir)
        masa = _dengan_serah_terima(isi.masa, barang.kata(semua, pilih))
        masa_id = buka_masa(tx, isi.lingkup, masa, isi.orang, orang_id=isi.orang_id, sesudah=_sesudah(tx.con, isi))
        hari_serah = min(str(masa["tmt"]), hari.isoformat())
        barang.serahkan(tx, store.modules, akhir, pewaris=masa_id, hari=hari_serah, pilih=pilih)
        return masa_id

    return store.write("rt.ganti", work)


def _dengan_serah_terima(masa: Fields, kata: Sequence[str]) -> Fields:
    """Return the new term with what the minutes say of the registered things, before what was typed."""
    semua = "; ".join((*kata, *filter(None, (str(masa.get("serah_terima") or ""),))))
    return masa | {"serah_terima": semua} if semua else masa


def buka_masa(tx: Tx, lingkup: str, masa: Fields, orang: Fields, *, orang_id: str, sesudah: str) -> str:
    """Inside an act: add the term that follows ``sesudah`` (a term's or post's id) with its head; return its id.

    The ids follow from what they follow, from NIK or name: two PCs that record the same meet in the same rows.
    """
    if orang_id:
        tx.update("rt_orang", orang_id, {name: value for name, value in orang.items() if value is not None})
    else:
        orang_id = pengenal.pakai(tx, "rt_orang", pengenal.id_orang(lingkup, orang, sesudah))
        tx.insert("rt_orang", orang, scope=lingkup, row_id=orang_id)
    masa_id = pengenal.pakai(tx, "rt_masa", pengenal.id_masa(sesudah))
    return tx.insert("rt_masa", masa | {"orang_id": orang_id}, scope=lingkup, row_id=masa_id)


def _sesudah(con: sqlite.Connection, isi: _Isi) -> str:
    """Return the term that the new one follows: the one that ends now, else the post's last one, else the post."""
    if isi.lama:
        return isi.lama.masa_id
    return pengenal.sesudah(con, isi.jabatan_id, isi.masa["tmt"])


def masa_kini(con: sqlite.Connection, jabatan_id: str, hari: date) -> MasaLama | None:
    """Return the term that is open on ``hari``, or the next one: the one that a change of head would end."""
    row = con.execute(
        """SELECT m.id, m.orang_id, coalesce(o.nama, ''), m.tmt, m.akhir_sk, coalesce(m.jenis, 'definitif')
           FROM rt_masa m
           LEFT JOIN rt_orang o ON o.id = m.orang_id
           WHERE m.jabatan_id = ? AND (m.akhir_nyata IS NULL OR m.akhir_nyata >= ?)
           ORDER BY m.akhir_nyata IS NOT NULL, m.tmt, m.id LIMIT 1""",
        (jabatan_id, hari.isoformat()),
    ).fetchone()
    return MasaLama(*row) if row else None


def _hari(isian: Mapping[str, str], field: str) -> date | None:
    """Return a typed day, None where it is none (yet)."""
    try:
        return tanggal.baca(isian.get(field, ""), field)
    except InputSalah:
        return None


def _nama_baru(con: sqlite.Connection, isian: Mapping[str, str]) -> str:
    """Return the name of the new head as typed, else of the person who was chosen."""
    nama = " ".join(isian.get("nama", "").split())
    row = con.execute("SELECT nama FROM rt_orang WHERE id = ?", (isian.get("orang_id", ""),)).fetchone()
    return nama or str(row[0] or "" if row else "")


def _dengan_bulan(
    store: Store, lingkup: str, dasar: RencanaGanti, lama: MasaLama | None, isian: Mapping[str, str]
) -> RencanaGanti:
    """Add the days, the months that the change touches, and what the other modules say of them."""
    akhir = _hari(isian, "akhir_nyata") if lama else None
    mulai = _hari(isian, "tmt") or (bulan.sehari_sesudah(akhir) if akhir else None)
    dasar = replace(dasar, akhir_lama=akhir, mulai_baru=mulai)
    if mulai is None or (lama and (akhir is None or akhir >= mulai)):
        return dasar
    akhir_sk = _hari(isian, "akhir_sk")
    ketua = Holder(dasar.baru or text.KETUA_BARU, mulai.isoformat(), "", akhir_sk.isoformat() if akhir_sk else "")
    pemegang: tuple[Holder, ...] = (ketua,)
    if lama and akhir:
        pemegang = (Holder(lama.nama, lama.tmt or "", akhir.isoformat(), lama.akhir_sk or ""), ketua)
    dari = akhir or mulai
    ubah = PostChange(lingkup, dasar.jabatan_id, bulan.bulan_antara(dari, mulai), pemegang)
    return replace(
        dasar,
        selang=(mulai - akhir).days - 1 if akhir else 0,
        bulan=bulan.pembagian(pemegang, dari, mulai),
        insentif=tell_change(store.reader(), store.modules, ubah),
    )


def _dengan_ragu(con: sqlite.Connection, dasar: RencanaGanti, isi: _Isi, hari: date) -> RencanaGanti:
    """Add the doubts about the new head and term, and who is known already."""
    dikenal = con.execute("SELECT * FROM rt_orang WHERE id = ?", (isi.orang_id,)).fetchone()
    lama: Fields = dict(dikenal) if dikenal else {}
    kini = lama | {name: value for name, value in isi.orang.items() if value is not None} | isi.masa
    awas = rules.peringatan(kini, hari)
    if dikenal and isi.orang.get("nama") and kunci_cari(str(isi.orang["nama"])) != kunci_cari(dikenal["nama"] or ""):
        awas.insert(0, Peringatan("nama", text.NIK_MILIK.format(nama=dikenal["nama"])))
    if dasar.selang:
        awas.append(Peringatan("tmt", text.SELANG.format(rt=dasar.rt, hari=dasar.selang)))
    if not isi.masa.get("sk_nomor"):
        awas.append(Peringatan("sk_nomor", f"{text.TANPA_SK}."))
    nama = str(kini.get("nama") or "")
    return replace(dasar, baru=nama, orang_dikenal=str(lama.get("nama") or ""), awas=tuple(awas))


def _baca(con: sqlite.Connection, jabatan_id: str, isian: Mapping[str, str], hari: date) -> _Isi:
    """Clean and complete what was typed; raise InputSalah for the first input that is wrong or missing."""
    lingkup, nomor = ops.jabatan(con, jabatan_id)
    lama = masa_kini(con, jabatan_id, hari)
    akhir = _baca_akhir(isian, lama, hari) if lama else {}
    masa, orang, orang_id = baru.baca(con, lingkup, isian, hari)
    if not masa.get("tmt"):
        if not akhir:
            raise InputSalah("tmt", text.TMT_KOSONG)
        masa["tmt"] = bulan.sehari_sesudah(date.fromisoformat(str(akhir["akhir_nyata"]))).isoformat()
    rules.periksa_masa(masa)
    return _Isi(lingkup, jabatan_id, nomor, lama, akhir, masa | {"jabatan_id": jabatan_id}, orang, orang_id)


def _baca_akhir(isian: Mapping[str, str], lama: MasaLama, hari: date) -> Fields:
    akhir = rules.bersihkan({field: isian.get(field, "") for field in baru.LAMA}, hari)
    if not akhir["akhir_nyata"]:
        raise InputSalah("akhir_nyata", text.TANGGAL_AKHIR_KOSONG)
    if not akhir["alasan_akhir"]:
        raise InputSalah("alasan_akhir", text.ALASAN_KOSONG)
    if akhir["alasan_akhir"] == "meninggal" and str(akhir["akhir_nyata"]) > hari.isoformat():
        raise InputSalah("akhir_nyata", text.MENINGGAL_NANTI)
    rules.periksa_masa({"tmt": lama.tmt, "akhir_nyata": akhir["akhir_nyata"]})
    return akhir


def _boleh(con: sqlite.Connection, isi: _Isi) -> None:
    """Raise InputSalah when the new term meets another one: of the post, or of the person elsewhere."""
    tmt, kecuali = str(isi.masa["tmt"]), isi.lama.masa_id if isi.lama else ""
    if isi.lama and tmt <= str(isi.akhir["akhir_nyata"]):
        akhir = date.fromisoformat(str(isi.akhir["akhir_nyata"]))
        paling_awal = tanggal.panjang(bulan.sehari_sesudah(akhir))
        raise InputSalah("tmt", text.TMT_TERLALU_AWAL.format(tanggal=paling_awal, nama=isi.lama.nama))
    for lain in queries.masa_bertumpuk(con, jabatan_id=isi.jabatan_id, mulai=tmt, sampai=None, kecuali=kecuali):
        raise InputSalah("tmt", ops.sebut_tumpuk(lain))
    if isi.lama and isi.orang_id == isi.lama.orang_id and isi.masa["jenis"] == isi.lama.jenis:
        raise InputSalah("nama", text.KETUA_SAMA)
    boleh_menjabat(con, isi.orang, isi.orang_id, tmt, kecuali=kecuali)


def boleh_menjabat(con: sqlite.Connection, orang: Fields, orang_id: str, tmt: str, *, kecuali: str) -> None:
    """Raise InputSalah when a person, by id or NIK, heads another RT from ``tmt`` on (DOMAIN §2)."""
    nik = orang.get("nik")
    lain = queries.masa_lain(
        con, orang_id=orang_id, nik=str(nik) if nik else None, mulai=tmt, sampai=None, kecuali=kecuali
    )
    if lain and nik:
        raise InputSalah("nik", text.NIK_DIPAKAI.format(rt=lain[0].nomor))
    if lain:
        raise InputSalah("nama", text.MASIH_MENJABAT.format(nama=lain[0].nama, rt=lain[0].nomor))
