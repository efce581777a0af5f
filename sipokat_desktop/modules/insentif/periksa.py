"""What a list shows before it is locked, from the store: each finding says where it is mended (DOMAIN §3)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.queries import Masa
from sipokat_desktop.storage import sqlite

from . import komponen as ketetapan
from . import periksa_acara, periksa_kinerja, terpakai, text_susun
from . import periksa_aturan as aturan
from .baris import per_daftar
from .calon import Tertulis, calon, habis_dibagi, tertulis
from .hak import tarif_berlaku
from .model import Hak, Komponen, Temuan, Tujuan, slot, slot_baris
from .tunggakan import tertinggal, tunggakan

if TYPE_CHECKING:
    from .daftar import Daftar

__all__ = ["calon", "dilewati", "kurang", "temuan", "temuan_hak", "tunggakan"]

PerMasa = dict[str, list[Temuan]]
BUKAN_KURANG = frozenset({"belum_masuk", "belum_diterima", "khusus", "dilewati"})
"""Findings that do not make a line incomplete: it may be paid now all the same."""
KETETAPAN = Tujuan("insentif", "lain/ketetapan", "tarif")


def temuan(con: sqlite.Connection, daftar: Daftar) -> tuple[PerMasa, list[Temuan]]:
    """Return the findings per term id, grave ones first, and those about posts and terms outside the list."""
    k = _komponen(con, daftar)
    if k is None:
        return {}, []
    p = periode_.baca(daftar.periode)
    ada = tertulis(con, daftar.daftar_id)
    kini = _kini(con, daftar, k, p)
    masa = {m.masa_id: m for m in rt.masa(con, lingkup=daftar.lingkup)}
    haks = [_hak(masa[b.masa_id], b, kini.get(b.masa_id)) for b in ada.values() if b.masa_id in masa]
    lama = _lama(con, daftar, k, p)
    draf = daftar.keadaan == "draf"
    hasil = temuan_hak(con, lingkup=daftar.lingkup, komponen=k, haks=haks, periode=p, lama=lama, draf=draf)
    if daftar.keadaan == "draf":
        _periksa_draf(con, daftar, k, p, hasil, kini)
    elif daftar.keadaan == "dikunci":
        _periksa_kunci(con, daftar, k, p, hasil)
    lain = _lain(con, daftar, k, p, masa, haks, lama)
    return hasil, [*lain, *(t for _, t in _dilewati(con, daftar, k, p, kini))]


def _komponen(con: sqlite.Connection, daftar: Daftar) -> Komponen | None:
    semua = ketetapan.komponen(con, lingkup=daftar.lingkup)
    return next((k for k in semua if k.komponen_id == daftar.komponen_id), None)


def _lama(con: sqlite.Connection, daftar: Daftar, k: Komponen, p: Periode) -> dict[str, list[Temuan]]:
    """Return the arrears per term id; an event has no other months."""
    if k.acara:
        return {}
    return tertinggal(con, lingkup=daftar.lingkup, komponen=k, sebelum=p.bulan[0], kecuali=daftar.daftar_id)


def _kini(con: sqlite.Connection, daftar: Daftar, k: Komponen, p: Periode) -> dict[str, Hak]:
    """Return what the rules give now per term id; nothing when a tariff is missing, which is said line by line."""
    try:
        return {h.masa.masa_id: h for h in calon(con, daftar.lingkup, k, p, daftar.daftar_id)}
    except InputSalah:
        return {}


def _hak(masa: Masa, b: Tertulis, kini: Hak | None) -> Hak:
    return Hak(masa, b.rincian, b.pph, "", b.sambung, b.khusus, kini.catatan if kini else ())


def temuan_hak(
    con: sqlite.Connection, *, lingkup: str, komponen: Komponen, periode: Periode, haks: list[Hak],
    lama: Mapping[str, list[Temuan]] = MappingProxyType({}), draf: bool = True,
) -> PerMasa:  # fmt: skip
    """Return the findings of lines that a list holds or would hold, per term id; ``lama`` are those about arrears.

    Of a list that is no ``draf`` any more the figures of performance are looked at elsewhere: it holds its own.
    """
    hasil = aturan.temuan(haks, komponen, periode)
    angka = periksa_kinerja.sebelum_kunci(con, lingkup, komponen, periode, haks) if draf else ()
    for masa_id, satu in (*_di_luar(con, lingkup, haks), *angka):
        hasil[masa_id].append(satu)
    for h in haks:
        m = h.masa
        if komponen.cara == "transfer" and m.rekening and not m.bank:
            isi = Temuan("awas", text_susun.BANK_KOSONG, Tujuan("rt", m.masa_id, "bank"), "rekening")
            hasil[m.masa_id].append(isi)
    return {masa_id: aturan.urut([*semua, *lama.get(masa_id, ())]) for masa_id, semua in hasil.items()}


def kurang(semua: Iterable[Temuan], berat: str) -> bool:
    """Tell whether a line is incomplete: by any finding (``awas``), or by a grave one only (``salah``)."""
    return any(t.jenis not in BUKAN_KURANG and (berat == "awas" or t.peran == "salah") for t in semua)


def _di_luar(con: sqlite.Connection, lingkup: str, haks: list[Hak]) -> Iterable[tuple[str, Temuan]]:
    """Name who heads another post in the same days that is not on the list, here or in another kelurahan."""
    orang = json.dumps([h.masa.orang_id for h in haks])
    nik = json.dumps([h.masa.nik for h in haks if h.masa.nik])
    rows = con.execute(
        """SELECT m.lingkup, m.id FROM rt_masa m JOIN rt_orang o ON o.id = m.orang_id
           WHERE m.orang_id IN (SELECT value FROM json_each(?)) OR o.nik IN (SELECT value FROM json_each(?))""",
        (orang, nik),
    ).fetchall()
    luar = {str(row[1]) for row in rows} - {h.masa.masa_id for h in haks}
    for tempat in sorted({str(row[0]) for row in rows if row[1] in luar}, key=lambda t: t != lingkup):
        lain = [m for m in rt.masa(con, lingkup=tempat) if m.masa_id in luar]
        for h in haks:
            for m in lain:
                satu = aturan.orang_sama(h.masa, m, h.bulan)
                if satu:
                    yield h.masa.masa_id, satu if tempat == lingkup else _kelurahan_lain(con, satu, m, tempat)


def _kelurahan_lain(con: sqlite.Connection, satu: Temuan, m: Masa, tempat: str) -> Temuan:
    nama = rt.nama_kelurahan(con, tempat)
    return satu._replace(kalimat=text_susun.NIK_GANDA_LAIN.format(rt=m.nomor, kelurahan=nama))


def _periksa_draf(
    con: sqlite.Connection, daftar: Daftar, k: Komponen, p: Periode, hasil: PerMasa, kini: Mapping[str, Hak]
) -> None:
    """Add what only a draft can have: amounts that the rules no longer give, months that are taken meanwhile."""
    tanpa_tarif = frozenset(b for b in p.bulan if tarif_berlaku(k, b) is None)
    ambil = terpakai.baca(con, komponen_id=k.komponen_id, kecuali_daftar=daftar.daftar_id)
    for b in tertulis(con, daftar.daftar_id).values():
        if b.masa_id in hasil:
            baru = [*_sudah_ada(b, k, ambil.slot), *_beda(b, kini.get(b.masa_id), tanpa_tarif, k, ambil.slot)]
            hasil[b.masa_id] = aturan.urut([*hasil[b.masa_id], *baru])


def _periksa_kunci(con: sqlite.Connection, daftar: Daftar, k: Komponen, p: Periode, hasil: PerMasa) -> None:
    """Add what only a locked list can have: the attendance or the reports that it pays for changed since."""
    laporan = periksa_kinerja.SejakKunci(con, daftar.lingkup, k, p.bulan)
    for b in per_daftar(con, [daftar.daftar_id])[daftar.daftar_id] if k.acara or laporan.ada else ():
        if b.masa_id in hasil and not b.khusus and b.bruto:
            hadir = periksa_acara.sejak_dikunci(k, b.masa_id, b.rincian, dibayar=b.dibayar > 0)
            kinerja = laporan.temuan(b.masa_id, b.hitungan, (bulan for bulan in b.bulan if bulan not in b.diubah))
            hasil[b.masa_id] = aturan.urut([*hasil[b.masa_id], *hadir, *kinerja])


def _sudah_ada(b: Tertulis, k: Komponen, terpakai_: Collection[str]) -> Iterable[Temuan]:
    bulan = tuple(bulan for bulan, _ in b.rincian if _diambil(b, k, bulan, terpakai_))
    if bulan:
        pesan = text_susun.SUDAH_ADA.format(bulan=periode_.rentang_tahun(bulan))
        yield Temuan("salah", pesan, Tujuan("insentif", f"lain/kartu:{b.jabatan_id}"), "sudah_ada")


def _diambil(b: Tertulis, k: Komponen, bulan: str, terpakai_: Collection[str]) -> bool:
    sendiri = slot(b.jabatan_id, k.komponen_id, bulan, b.masa_id)
    return sendiri in terpakai_ or slot_baris(b.jabatan_id, b.masa_id, k.komponen_id, bulan, b.sambung) in terpakai_


def _beda(
    b: Tertulis, kini: Hak | None, tanpa_tarif: Collection[str], k: Komponen, terpakai_: Collection[str]
) -> Iterable[Temuan]:
    """Name the months whose amount is not what the rules give now; those set by hand are named as such already."""
    sendiri = {bulan for bulan, _ in b.khusus.rincian} if b.khusus else set()
    seharusnya = dict(kini.rincian) if kini else {}
    for bulan, jumlah in b.rincian:
        nama = periode_.nama_bulan(bulan)
        if bulan in sendiri or _diambil(b, k, bulan, terpakai_):
            continue
        if bulan in tanpa_tarif:
            yield Temuan("salah", text_susun.TARIF_HILANG.format(bulan=nama), KETETAPAN, "tarif_belum")
        elif not tanpa_tarif:
            yield from _beda_bulan(b, bulan, jumlah, seharusnya.get(bulan), k)
    if kini and kini.rincian == b.rincian and kini.pph != b.pph:
        pesan = text_susun.PPH_BEDA.format(ada=rupiah.titik(b.pph), kini=rupiah.titik(kini.pph))
        yield Temuan("salah", pesan, KETETAPAN, "tarif_beda")


def _beda_bulan(b: Tertulis, bulan: str, jumlah: int, seharusnya: int | None, k: Komponen) -> Iterable[Temuan]:
    if k.acara:
        yield from periksa_acara.beda(bulan, b.masa_id, jumlah, seharusnya, k.acara)
    elif seharusnya is None:
        pesan = text_susun.BUKAN_HAK.format(bulan=periode_.nama_bulan(bulan))
        yield Temuan("salah", pesan, Tujuan("rt", b.masa_id, "tmt"), "bukan_hak")
    elif seharusnya != jumlah:
        ada, kini = rupiah.titik(jumlah), rupiah.titik(seharusnya)
        pesan = text_susun.TARIF_BEDA.format(bulan=periode_.nama_bulan(bulan), ada=ada, kini=kini)
        yield Temuan("salah", pesan, KETETAPAN, "tarif_beda")


def _lain(
    con: sqlite.Connection, daftar: Daftar, k: Komponen, p: Periode, masa: Mapping[str, Masa], haks: list[Hak],
    lama: Mapping[str, list[Temuan]],
) -> list[Temuan]:  # fmt: skip
    """Return what no line can show: vacant posts, shared months that are used up, arrears of who is not listed."""
    rows = con.execute(
        "SELECT id, nomor FROM rt_jabatan WHERE lingkup = ? ORDER BY length(nomor), nomor", (daftar.lingkup,)
    )
    nomor = {str(row[0]): str(row[1]) for row in rows}
    if k.acara:
        return periksa_acara.lain(k.acara, nomor, masa, {h.masa.masa_id for h in haks})
    hasil = aturan.tanpa_ketua([*masa.values()], nomor, k, p)
    for m, bulan in habis_dibagi(con, daftar.lingkup, k, p, haks, daftar.daftar_id):
        pesan = text_susun.HABIS_BULAN.format(rt=m.nomor, nama=m.nama, bulan=periode_.rentang_tahun(bulan))
        hasil.append(Temuan("awas", pesan, Tujuan("rt", m.masa_id, "tmt"), "sisa"))
    di_daftar = {h.masa.masa_id for h in haks}
    for masa_id, semua in lama.items():
        if masa_id not in di_daftar and masa_id in masa:
            awal = f"RT {masa[masa_id].nomor} · {masa[masa_id].nama}: "
            hasil += [t._replace(kalimat=awal + t.kalimat) for t in semua]
    return hasil


def dilewati(con: sqlite.Connection, daftar: Daftar) -> list[tuple[Masa, Temuan]]:
    """Return the terms that a draft leaves out although it could hold them, each with why in words."""
    k = _komponen(con, daftar)
    p = periode_.baca(daftar.periode)
    return _dilewati(con, daftar, k, p, _kini(con, daftar, k, p)) if k else []


def _dilewati(
    con: sqlite.Connection, daftar: Daftar, k: Komponen, p: Periode, kini: Mapping[str, Hak]
) -> list[tuple[Masa, Temuan]]:
    row = con.execute("SELECT lewati FROM insentif_daftar WHERE id = ?", (daftar.daftar_id,)).fetchone()
    if not row or not row[0] or daftar.keadaan != "draf":
        return []
    ada = tertulis(con, daftar.daftar_id)
    luar = [h for masa_id, h in kini.items() if masa_id not in ada]
    alasan = temuan_hak(con, lingkup=daftar.lingkup, komponen=k, periode=p, haks=luar)
    hasil: list[tuple[Masa, Temuan]] = []
    for h in luar:
        m = h.masa
        sebab = "; ".join(t.kalimat for t in alasan[m.masa_id] if t.jenis not in BUKAN_KURANG)
        pesan = text_susun.DILEWATI.format(rt=m.nomor, nama=m.nama) + (f" ({sebab})" if sebab else "")
        hasil.append((m, Temuan("awas", pesan, Tujuan("rt", m.masa_id), "dilewati")))
    return hasil
