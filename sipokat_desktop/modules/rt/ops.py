"""What a clerk does to the roster; each function is one act, checked, logged and undoable."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.ids import derived_id
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.manifest import Table
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import JABATAN, MASA, ORANG, pengenal, queries, rules, text
from .peran import peran_kantor


def id_jabatan(lingkup: str, nomor: str, rw: str | None = None) -> str:
    """Return the id of a post: the same on every PC, so that two offline rosters meet in one row."""
    return derived_id("rt_jabatan", lingkup, nomor, rw or "")


def hari_ini(store: Store) -> date:
    """Return today in the office (WIB)."""
    return tanggal.wib(store.clock()).date()


def tambah(store: Store, lingkup: str, isian: Mapping[str, str]) -> Done[str]:
    """Record a post with the head who holds it; returns the term's id.

    Raises InputSalah when a field is wrong, the NIK belongs to another head in office,
    or the post is still held (Permendagri 18/2018: one ketua per RT).
    """
    hari = hari_ini(store)
    fields = rules.bersihkan(isian, hari)
    rules.periksa_masa(fields)

    def work(tx: Tx) -> str:
        _nik_bebas(tx.con, fields, orang_id="", hari=hari)
        _masa_bebas(tx.con, _id_jabatan(lingkup, fields), fields, hari)
        return catat_masa(tx, lingkup, fields)

    return store.write("rt.tambah", work)


def tambah_kosong(store: Store, lingkup: str, isian: Mapping[str, str]) -> Done[str]:
    """Record a post that nobody heads yet; returns its id. Raises InputSalah when a field is wrong or it is there."""
    fields = bagian(JABATAN, rules.bersihkan({"nomor": ""} | dict(isian), hari_ini(store)))

    return store.write("rt.tambah_kosong", lambda tx: jabatan_baru(tx, lingkup, fields))


def ubah_jabatan(store: Store, jabatan_id: str, isian: Mapping[str, str]) -> Changes:
    """Change what is known of a post, headed or vacant; its number stays. Raises InputSalah as :func:`tambah`."""
    fields = bagian(JABATAN, rules.bersihkan(isian, hari_ini(store)))
    fields = {name: value for name, value in fields.items() if name not in ("nomor", "rw")}

    def work(tx: Tx) -> None:
        _masih_ada(tx, "rt_jabatan", jabatan_id)
        tx.update("rt_jabatan", jabatan_id, fields)

    return store.write("rt.ubah_jabatan", work).changes


def ubah(store: Store, *, jabatan_id: str, masa_id: str, isian: Mapping[str, str]) -> Changes:
    """Change fields of a post, its term and its holder; raises InputSalah as :func:`tambah`."""
    hari = hari_ini(store)
    fields = rules.bersihkan(isian, hari)

    def work(tx: Tx) -> None:
        try:
            masa = tx.row("rt_masa", masa_id)
            orang_id = str(masa["orang_id"])
            rules.periksa_masa(masa | fields)
            _periksa_ubah(tx, masa, fields, hari)
            tx.update("rt_orang", orang_id, bagian(ORANG, fields))
            tx.update("rt_masa", masa_id, bagian(MASA, fields))
            tx.update("rt_jabatan", jabatan_id, bagian(JABATAN, fields))
        except KeyError as exc:
            raise InputSalah("", text.TIDAK_ADA) from exc

    return store.write("rt.ubah", work).changes


def akhiri(store: Store, *, masa_id: str, isian: Mapping[str, str]) -> Changes:
    """Close a term with its real end and the reason; the person stays on record for past claims."""
    fields = rules.bersihkan(isian, hari_ini(store))
    if not fields.get("akhir_nyata"):
        raise InputSalah("akhir_nyata", text.TANGGAL_AKHIR_KOSONG)

    def work(tx: Tx) -> None:
        rules.periksa_masa(tx.row("rt_masa", masa_id) | fields)
        tx.update("rt_masa", masa_id, bagian(MASA, fields))

    return store.write("rt.akhiri", work).changes


def set_pejabat(store: Store, lingkup: str, peran: str, isian: Mapping[str, str]) -> Changes:
    """Record who signs as ``peran`` from ``mulai`` on (the beginning of this year when left empty)."""
    row_id, fields = _pejabat(lingkup, peran, isian, hari_ini(store))
    return store.write("rt.pejabat", lambda tx: _simpan_pejabat(tx, lingkup, row_id, fields)).changes


def set_semua_pejabat(store: Store, lingkup: str, isian: Mapping[str, str]) -> Changes:
    """Record all signers of an office at once; keys are ``lurah.nama``, ``pptk.nip`` …; a role without a name is left
    out."""
    hari = hari_ini(store)
    rows: list[tuple[str, Fields]] = []
    for peran in peran_kantor(lingkup):
        satu = {field: isian.get(f"{peran}.{field}", "") for field in ("nama", "nip", "pangkat")}
        if not any(nilai.strip() for nilai in satu.values()):
            continue
        try:
            rows.append(_pejabat(lingkup, peran, satu, hari))
        except InputSalah as exc:
            raise InputSalah(f"{peran}.{exc.field}", exc.pesan) from exc

    def work(tx: Tx) -> None:
        for row_id, fields in rows:
            _simpan_pejabat(tx, lingkup, row_id, fields)

    return store.write("rt.pejabat", work).changes


def set_kelurahan(store: Store, lingkup: str, isian: Mapping[str, str]) -> Changes:
    """Record what the office calls its kelurahan (``nama``; empty: the official name) and its ``alamat``; of an office
    above others (``kec:…``, ``kota``) the ``alamat`` only."""
    fields: Fields = {field: rules.teks(isian[field], field, 100) for field in ("nama", "alamat") if field in isian}
    return tulis_kantor(store, "rt.kelurahan", lingkup, fields)


def tulis_kantor(store: Store, tindakan: str, lingkup: str, fields: Fields) -> Changes:
    """Write fields of the one row that says how an office presents itself."""
    row_id = derived_id("rt_kelurahan", lingkup)

    def work(tx: Tx) -> None:
        if tx.has("rt_kelurahan", row_id):
            tx.update("rt_kelurahan", row_id, fields)
        else:
            tx.insert("rt_kelurahan", fields, scope=lingkup, row_id=row_id)

    return store.write(tindakan, work).changes


def _pejabat(lingkup: str, peran: str, isian: Mapping[str, str], hari: date) -> tuple[str, Fields]:
    if peran not in text.SEMUA_PERAN:
        raise InputSalah("peran", text.PILIHAN_SALAH.format(pilihan=", ".join(text.SEMUA_PERAN)))
    fields: Fields = {"peran": peran, "nama": rules.bersihkan({"nama": isian.get("nama", "")}, hari)["nama"]}
    for field in ("sebutan", "pangkat", "nip"):
        fields[field] = rules.teks(isian.get(field, ""), field)
    mulai = isian.get("mulai", "")
    fields["mulai"] = (tanggal.baca(mulai, "mulai") if mulai.strip() else hari.replace(month=1, day=1)).isoformat()
    return derived_id("rt_pejabat", lingkup, peran, str(fields["mulai"])), fields


def _simpan_pejabat(tx: Tx, lingkup: str, row_id: str, fields: Fields) -> None:
    if tx.has("rt_pejabat", row_id):
        tx.update("rt_pejabat", row_id, fields)
    else:
        tx.insert("rt_pejabat", fields, scope=lingkup, row_id=row_id)


def catat_masa(tx: Tx, lingkup: str, fields: Fields) -> str:
    """Inside an act: add post (where new), person and term from cleaned ``fields``; return the term's id."""
    jabatan_id = catat_jabatan(tx, lingkup, fields)
    orang, masa = bagian(ORANG, fields), bagian(MASA, fields)
    sesudah = pengenal.sesudah(tx.con, jabatan_id, masa.get("tmt"))
    orang_id = pengenal.pakai(tx, "rt_orang", pengenal.id_orang(lingkup, orang, sesudah))
    tx.insert("rt_orang", orang, scope=lingkup, row_id=orang_id)
    masa |= {"jabatan_id": jabatan_id, "orang_id": orang_id}
    return tx.insert("rt_masa", masa, scope=lingkup, row_id=pengenal.pakai(tx, "rt_masa", pengenal.id_masa(sesudah)))


def jabatan_baru(tx: Tx, lingkup: str, fields: Fields) -> str:
    """Inside an act: add a post that is not there yet; raise InputSalah when it is."""
    if tx.has("rt_jabatan", _id_jabatan(lingkup, fields)):
        raise InputSalah("nomor", text.RT_SUDAH_ADA.format(rt=fields["nomor"]))
    return catat_jabatan(tx, lingkup, fields)


def jabatan(con: sqlite.Connection, jabatan_id: str) -> tuple[str, str]:
    """Return scope and RT number of a post; raise InputSalah when it is gone."""
    row = con.execute("SELECT lingkup, nomor FROM rt_jabatan WHERE id = ?", (jabatan_id,)).fetchone()
    if row is None:
        raise InputSalah("", text.TIDAK_ADA)
    return str(row[0]), str(row[1])


def bagian(table: Table, fields: Fields) -> Fields:
    """Return the part of ``fields`` that belongs to ``table``."""
    names = {column.name for column in table.columns}
    return {name: value for name, value in fields.items() if name in names}


def catat_jabatan(tx: Tx, lingkup: str, fields: Fields) -> str:
    """Inside an act: add a post or fill in what is known of it; return its id."""
    isi = bagian(JABATAN, fields)
    jabatan_id = _id_jabatan(lingkup, fields)
    if tx.has("rt_jabatan", jabatan_id):
        tx.update("rt_jabatan", jabatan_id, {name: value for name, value in isi.items() if value is not None})
    else:
        tx.insert("rt_jabatan", isi, scope=lingkup, row_id=jabatan_id)
    return jabatan_id


def _id_jabatan(lingkup: str, fields: Fields) -> str:
    rw = fields.get("rw")
    return id_jabatan(lingkup, str(fields["nomor"]), str(rw) if rw else None)


def _masih_ada(tx: Tx, table: str, row_id: str) -> Fields:
    try:
        return tx.row(table, row_id)
    except KeyError as exc:
        raise InputSalah("", text.TIDAK_ADA) from exc


def _periksa_ubah(tx: Tx, masa: Fields, fields: Fields, hari: date) -> None:
    """Check the days and the NIK only where they change: what came by sync may be mended field by field."""
    id, orang_id, baru = str(masa["id"]), str(masa["orang_id"]), masa | fields
    hari_berubah = any(baru.get(field) != masa.get(field) for field in ("tmt", "akhir_nyata"))
    if hari_berubah:
        _masa_bebas(tx.con, str(masa["jabatan_id"]), baru, hari, kecuali=id)
    orang = tx.row("rt_orang", orang_id)
    if hari_berubah or fields.get("nik", orang["nik"]) != orang["nik"]:
        _nik_bebas(tx.con, orang | baru, orang_id=orang_id, hari=hari, kecuali=id)


def _mulai(fields: Fields, hari: date) -> str:
    """Return the first day of a term, today where its TMT is not known."""
    return str(fields.get("tmt") or hari.isoformat())


def _sampai(fields: Fields) -> str | None:
    akhir = fields.get("akhir_nyata")
    return str(akhir) if akhir else None


def _nik_bebas(con: sqlite.Connection, fields: Fields, *, orang_id: str, hari: date, kecuali: str = "") -> None:
    """Refuse a NIK (or a person) that heads another RT in the same days (DOMAIN §2)."""
    nik = fields.get("nik")
    lain = queries.masa_lain(
        con, orang_id=orang_id, nik=str(nik) if nik else None, mulai=_mulai(fields, hari), sampai=_sampai(fields),
        kecuali=kecuali,
    )  # fmt: skip
    if lain:
        raise InputSalah("nik", text.NIK_DIPAKAI.format(rt=lain[0].nomor))


def _masa_bebas(con: sqlite.Connection, jabatan_id: str, fields: Fields, hari: date, *, kecuali: str = "") -> None:
    """Refuse a term that shares a day with another one of the post."""
    ada = queries.masa_bertumpuk(
        con, jabatan_id=jabatan_id, mulai=_mulai(fields, hari), sampai=_sampai(fields), kecuali=kecuali
    )
    if not ada:
        return
    lain = ada[-1]
    if lain.akhir_nyata is None and not kecuali:
        raise InputSalah("nomor", text.RT_TERISI.format(rt=lain.nomor, nama=lain.nama))
    raise InputSalah("tmt", sebut_tumpuk(lain))


def sebut_tumpuk(lain: queries.Tumpuk) -> str:
    """Say who holds the post in which days."""
    dari = tanggal.panjang(date.fromisoformat(lain.tmt)) if lain.tmt else ""
    sampai = tanggal.panjang(date.fromisoformat(lain.akhir_nyata)) if lain.akhir_nyata else ""
    match bool(dari), bool(sampai):
        case True, True:
            masa = text.MASA_DARI_SAMPAI.format(dari=dari, sampai=sampai)
        case True, False:
            masa = text.MASA_DARI.format(dari=dari)
        case False, True:
            masa = text.MASA_SAMPAI.format(sampai=sampai)
        case _:
            masa = text.MASA_TANPA_TANGGAL
    return text.MASA_BERTUMPUK.format(rt=lain.nomor, nama=lain.nama, masa=masa)
