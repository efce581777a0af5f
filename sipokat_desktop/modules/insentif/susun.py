"""Drawing up a list: whose months it takes, whom it leaves out for now, and what a person sets by hand."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Literal, NamedTuple

from sipokat_desktop.kernel import alasan, ids
from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import komponen as ketetapan
from . import periksa, periksa_acara, text, text_acara, text_susun
from .baris_tulis import BELUM_DIPERIKSA, id_baris, simpan_baris, tulis
from .calon import calon, tertulis
from .daftar import Daftar, cari_daftar, semua_daftar
from .hak import tarif_berlaku
from .model import Hak, Khusus, Komponen
from .queries import HIDUP

Lewati = Collection[int] | Literal["awas", "salah"] | None
"""Numbers on the draft, all lines with a finding, those with a grave one only, or (None) as chosen before."""
BERAT = ("awas", "salah")


class _Draf(NamedTuple):
    """The draft under way; all empty when there is none yet."""

    daftar_id: str = ""
    nomor: str = ""
    lewati: str = ""


def susun(
    store: Store, lingkup: str, periode: Periode, komponen: str | None = None, *, lewati: Lewati = None
) -> Done[str]:
    """Draw up (or bring up to date) the list of a component for a period; returns its number.

    Every term in office month by month is owed its months, former heads too; months that another list in force
    holds or that were paid are left out, so that a second list of the same period takes what is left, and a rapel
    the arrears. ``lewati`` leaves lines out for now: what they would hold stays owed, and the next list takes it.
    A component that pays an event is owed to who attended, in the month of the event's first day alone.
    Raises InputSalah when there is nothing to pay.
    """

    def work(tx: Tx) -> str:
        k = ketetapan.pilih_komponen(tx.con, lingkup=lingkup, nama=komponen)
        p = periksa_acara.periode_susun(k, periode)
        draf = _draf(tx.con, lingkup, k.komponen_id, p)
        semua = calon(tx.con, lingkup, k, p, draf.daftar_id)
        if not semua:
            _tolak_kosong(tx.con, lingkup, k, p)
        pilihan = draf.lewati if lewati is None else _pilihan(tx.con, draf, semua, lewati)
        luar = _luar(tx.con, lingkup, k, p, semua, pilihan)
        haks = [h for h in semua if h.masa.masa_id not in luar]
        if not haks:
            raise InputSalah("lewati", text_susun.LEWATI_SEMUA)
        if not draf.daftar_id:
            draf = _daftar_baru(tx, lingkup, k, p)
        if pilihan not in BERAT:
            pilihan = " ".join(sorted(luar))
        tulis(
            tx,
            lingkup,
            draf.daftar_id,
            k,
            haks,
            {"dasar": _dasar(tx.con, lingkup, k, p), "lewati": pilihan or None},
        )
        return draf.nomor

    return store.write("insentif.susun", work)


def tetapkan_khusus(
    store: Store, nomor: str, *, masa_id: str, rincian: Mapping[str, int], alasan: str, oleh: str
) -> Changes:
    """Set months of a term on a draft by hand: rupiah per month of the list's period, with the reason and who decided.

    This is the only way to a month outside the SK's dates or to an amount other than the tariff (DOMAIN §3). The
    other months of the line follow the rules; {} takes the override away. A term without a line gets one.
    Raises InputSalah for a locked list, a foreign month, one that is taken, or without reason and name.
    """
    baru = Khusus(tuple(sorted(rincian.items())), " ".join(alasan.split()), " ".join(oleh.split()))
    if rincian:
        _lengkap(baru)

    def work(tx: Tx) -> None:
        daftar = cari_daftar(tx.con, nomor)
        if daftar.keadaan != "draf":
            raise InputSalah("nomor", text.BUKAN_DRAF.format(nomor=daftar.nomor))
        _boleh(tx.con, daftar, masa_id, baru)
        _satu_baris(tx, daftar, masa_id, baru if rincian else None)

    return store.write("insentif.khusus", work).changes


def _lengkap(khusus: Khusus) -> None:
    alasan.baca(khusus.alasan)
    if not khusus.oleh:
        raise InputSalah("oleh", text_susun.KHUSUS_OLEH)
    if any(jumlah < 0 for _, jumlah in khusus.rincian):
        raise InputSalah("rincian", text_susun.KHUSUS_RINCIAN)


def _boleh(con: sqlite.Connection, daftar: Daftar, masa_id: str, khusus: Khusus) -> None:
    p = periode_.baca(daftar.periode)
    if not any(m.masa_id == masa_id for m in rt.masa(con, lingkup=daftar.lingkup)):
        raise InputSalah("masa_id", text_susun.KHUSUS_MASA)
    for bulan, _ in khusus.rincian:
        if bulan not in p.bulan:
            nama = periode_.nama_bulan(periode_.baca(bulan, "rincian").bulan[0])
            raise InputSalah("rincian", text_susun.KHUSUS_BULAN.format(bulan=nama, periode=p.nama))


def _satu_baris(tx: Tx, daftar: Daftar, masa_id: str, khusus: Khusus | None) -> None:
    """Reckon the line of one term anew and leave the others as they are, apart from their numbers."""
    k = ketetapan.pilih_komponen(tx.con, lingkup=daftar.lingkup, nama=daftar.komponen_id)
    p, ada = periode_.baca(daftar.periode), tertulis(tx.con, daftar.daftar_id)
    semua = {b.masa_id: b.khusus for b in ada.values() if b.khusus} | ({masa_id: khusus} if khusus else {})
    if khusus is None:
        semua.pop(masa_id, None)
    kini = {h.masa.masa_id: h for h in calon(tx.con, daftar.lingkup, k, p, daftar.daftar_id, semua)}
    h = kini.get(masa_id)
    hilang = [b for b, _ in khusus.rincian if h is None or b not in h.bulan] if khusus else []
    if hilang:
        bulan = periode_.rentang_tahun(tuple(hilang))
        raise InputSalah("rincian", text_susun.KHUSUS_TERISI.format(bulan=bulan))
    urutan = [m.masa_id for m in rt.masa(tx.con, lingkup=daftar.lingkup)]
    tetap = sorted((set(ada) - {masa_id}) | ({masa_id} if h else set()), key=lambda m: _tempat(urutan, m))
    baris = id_baris(tx.con, daftar.daftar_id)
    for no, satu in enumerate(tetap, 1):
        if satu == masa_id and h is not None:
            simpan_baris(tx, daftar.lingkup, daftar.daftar_id, k, no, h, baris.get(satu, ""))
        else:
            tx.update("insentif_baris", baris[satu], {"no": no})
    if h is None and masa_id in baris:
        tx.delete("insentif_baris", baris[masa_id])
    lewati = str(tx.row("insentif_daftar", daftar.daftar_id)["lewati"] or "")
    sisa = lewati if lewati in BERAT else " ".join(m for m in lewati.split() if m != masa_id)
    tx.update("insentif_daftar", daftar.daftar_id, BELUM_DIPERIKSA | {"lewati": sisa or None})


def _tempat(urutan: Sequence[str], masa_id: str) -> tuple[bool, int]:
    return (False, urutan.index(masa_id)) if masa_id in urutan else (True, 0)


def _draf(con: sqlite.Connection, lingkup: str, komponen_id: str, periode: Periode) -> _Draf:
    row = con.execute(
        """SELECT id, nomor, coalesce(lewati, '') FROM insentif_daftar
           WHERE lingkup = ? AND komponen_id = ? AND periode = ? AND keadaan = 'draf' ORDER BY nomor""",
        (lingkup, komponen_id, periode.kode),
    ).fetchone()
    return _Draf(*map(str, row)) if row else _Draf()


def _pilihan(con: sqlite.Connection, draf: _Draf, semua: Sequence[Hak], lewati: Collection[int] | str) -> str:
    """Return what to leave out, as it is kept: a rule, or term ids (those chosen before stay chosen)."""
    if isinstance(lewati, str):
        if lewati not in BERAT:
            raise InputSalah("lewati", text_susun.LEWATI_SALAH)
        return lewati
    if not lewati:
        return ""
    ada = tertulis(con, draf.daftar_id)
    nomor = {b.no: b.masa_id for b in ada.values()} or {no: h.masa.masa_id for no, h in enumerate(semua, 1)}
    asing = sorted(set(lewati) - set(nomor))
    if asing:
        raise InputSalah("lewati", text.NO_TIDAK_ADA.format(no=asing[0], nomor=draf.nomor or text_susun.DAFTAR_BARU))
    sudah = {h.masa.masa_id for h in semua if h.masa.masa_id not in ada} if ada and draf.lewati else set()
    return " ".join(sorted(sudah | {nomor[no] for no in lewati}))


def _luar(
    con: sqlite.Connection, lingkup: str, k: Komponen, periode: Periode, semua: list[Hak], pilihan: str
) -> set[str]:
    """Return the terms to leave out; a rule never leaves out what a person set by hand."""
    if pilihan not in BERAT:
        return set(pilihan.split()) & {h.masa.masa_id for h in semua}
    temuan = periksa.temuan_hak(con, lingkup=lingkup, komponen=k, periode=periode, haks=semua)
    sendiri = {h.masa.masa_id for h in semua if h.khusus}
    return {masa_id for masa_id, ada in temuan.items() if periksa.kurang(ada, pilihan)} - sendiri


def _tolak_kosong(con: sqlite.Connection, lingkup: str, k: Komponen, periode: Periode) -> None:
    _tolak_bayar_batal(con, lingkup, k.komponen_id, periode)
    for daftar in semua_daftar(con, lingkup=lingkup):
        sama = (daftar.komponen_id, daftar.periode) == (k.komponen_id, periode.kode)
        if sama and daftar.keadaan != "batal":
            raise InputSalah("periode", text.SUDAH_SEMUA.format(periode=periode.nama, nomor=daftar.nomor))
    if k.acara:
        raise InputSalah("periode", text_acara.TAK_HADIR.format(judul=k.acara.judul))
    raise InputSalah("periode", text.TAK_ADA_PENERIMA.format(periode=periode.nama))


_BAYAR_BATAL = f"""SELECT d.nomor, m.bulan, coalesce(b.nomor_rt, '?') FROM insentif_mutasi m
JOIN insentif_daftar d ON d.id = m.daftar_id LEFT JOIN insentif_baris b ON b.id = m.baris_id
WHERE d.keadaan = 'batal' AND m.lingkup = ? AND m.komponen_id = ? AND {HIDUP}
      AND m.bulan IN (SELECT value FROM json_each(?)) ORDER BY d.nomor, m.bulan, length(b.nomor_rt), b.nomor_rt"""


def _tolak_bayar_batal(con: sqlite.Connection, lingkup: str, komponen_id: str, periode: Periode) -> None:
    """Raise InputSalah where payments recorded on a cancelled list hold months of the period."""
    rows = con.execute(_BAYAR_BATAL, (lingkup, komponen_id, json.dumps(periode.bulan))).fetchall()
    if rows:
        milik = [(bulan, rt_) for nomor, bulan, rt_ in rows if nomor == rows[0][0]]
        bulan = periode_.rentang_tahun(tuple(sorted({bulan for bulan, _ in milik})))
        nomor_rt = ", ".join(dict.fromkeys(rt_ for _, rt_ in milik))
        raise InputSalah("periode", text_susun.BAYAR_DI_BATAL.format(bulan=bulan, rt=nomor_rt, nomor=rows[0][0]))


def _dasar(con: sqlite.Connection, lingkup: str, k: Komponen, periode: Periode) -> str | None:
    """Return the legal basis of the payment: of the appointment (funding data of the year), then of the tariffs."""
    dana = ketetapan.dana(con, lingkup=lingkup, komponen=k, tahun=periode.tahun)
    tarif = (tarif_berlaku(k, b) for b in periode.bulan)
    semua = [dana.dasar, *(t.dasar_hukum for t in tarif if t)]
    return "; ".join(dict.fromkeys(filter(None, semua))) or None


def _daftar_baru(tx: Tx, lingkup: str, k: Komponen, periode: Periode) -> _Draf:
    """Mint the number per incarnation: two PCs never give the same one, connected or not (SYNC.md)."""
    awalan = f"INS-{periode.kode.replace('-', '')}-{ids.short_code(tx.chain.inc, 3)}-"
    dipakai = tx.con.execute("SELECT count(*) FROM insentif_daftar WHERE nomor LIKE ? || '%'", (awalan,)).fetchone()[0]
    nomor = f"{awalan}{dipakai + 1:02d}"
    isi: Fields = {
        "nomor": nomor, "komponen_id": k.komponen_id, "periode": periode.kode, "keadaan": "draf",
        "dasar": _dasar(tx.con, lingkup, k, periode),
    }  # fmt: skip
    return _Draf(tx.insert("insentif_daftar", isi, scope=lingkup), nomor)
