"""What is changed on a locked list: adjustments of a line and money that came back (STS); nothing is overwritten."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from itertools import count
from typing import NamedTuple

from sipokat_desktop.kernel import alasan as alasan_
from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah
from sipokat_desktop.kernel import tanggal as tanggal_
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Store
from sipokat_desktop.storage.tx import Tx, replacement_id

from . import dasar_koreksi, queries, rules, text, text_siklus
from .bayar import TABEL, hari_lampau, satu_baris, terkunci
from .ganda import DIKEMBALIKAN
from .model import Rincian
from .queries import Baris, Daftar
from .terkoreksi import BULAN, LANGKAH, NOL, Jumlah, id_bulan, id_langkah


class Akibat(NamedTuple):
    """What a line would become: its months, sums in rupiah, what would then be paid above it, and why somebody has
    to be named who decided it ("" when nobody has to)."""

    rincian: Rincian
    bruto: int
    pph: int
    diterima: int
    netto: Rincian
    lebih: int
    perlu_oleh: str


def koreksi(
    store: Store, nomor: str, no: int, *, menjadi: Mapping[str, int], alasan: str, oleh: str = "",
    pph: int | None = None,
) -> Changes:  # fmt: skip
    """Correct a line of a locked list: ``menjadi`` is the gross rupiah that each named month shall be, 0 takes it
    off the list and frees it. ``pph`` is the line's new tax, None: as its scheme computes it.

    Raises InputSalah without a reason, when nothing changes, for a month outside the list's period, held by another
    list or already paid with less, for what no tariff, term or rule supports unless ``oleh`` says who decided it, and
    without ``pph`` where a person set the line's tax before.
    """
    sebab = alasan_.baca(alasan)

    def work(tx: Tx) -> None:
        daftar, b = _dikunci(tx.con, nomor), satu_baris(tx.con, queries.cari_daftar(tx.con, nomor), no)
        akibat = _akibat(tx.con, daftar, b, menjadi, pph)
        if akibat.perlu_oleh and not oleh.strip():
            raise InputSalah("oleh", akibat.perlu_oleh)
        _tulis(tx, daftar, b, akibat, hari_ini(store).isoformat(), sebab, oleh.strip())

    return store.write("insentif.koreksi", work).changes


def lihat(con: sqlite.Connection, nomor: str, no: int, *, menjadi: Mapping[str, int], pph: int | None = None) -> Akibat:
    """Return what :func:`koreksi` would make of a line, without writing; raises as it does."""
    daftar = _dikunci(con, nomor)
    return _akibat(con, daftar, satu_baris(con, daftar, no), menjadi, pph)


def kembalikan(
    store: Store, nomor: str, no: int, *, sts: str, tanggal: date, alasan: str, bulan: Collection[str] = ()
) -> Changes:
    """Record that paid money went back to the treasury with an STS: its entries are taken back, dated and numbered.

    ``bulan`` names the months; empty: what was paid above the line where there is such, else all that was paid. Of a
    month that was corrected to less, the rest is recorded anew; any other month leaves the list in the same act, so
    that it can be paid by another one. Raises InputSalah for what was not paid, and for a day to come or before the
    money went out.
    """
    if not sts.strip():
        raise InputSalah("sts", text_siklus.STS_KOSONG)
    sebab = alasan_.baca(alasan)
    hari = hari_lampau(store, tanggal)

    def work(tx: Tx) -> None:
        daftar = terkunci(tx.con, nomor)
        b = satu_baris(tx.con, daftar, no)
        semua = _dibayar(tx.con, b, bulan, hari)
        tetap = dict(b.netto)
        keluar = [satu for satu in semua if satu.jumlah <= tetap.get(satu.bulan, 0)]
        if keluar:
            pergi = {satu.bulan for satu in keluar}
            akibat = _akibat(tx.con, daftar, b, dict.fromkeys(pergi, 0), _pph_tinggal(tx.con, daftar, b, pergi))
            kata = text_siklus.KOREKSI_KEMBALI.format(sts=sts.strip(), alasan=sebab)
            _tulis(tx, daftar, b, akibat, hari, kata, "")
        for satu in semua:
            sisa = tetap.get(satu.bulan, 0) if satu not in keluar else 0
            _kembali(tx, satu, sts.strip(), hari, sebab, sisa)

    return store.write("insentif.kembalikan", work).changes


def _dikunci(con: sqlite.Connection, nomor: str) -> Daftar:
    daftar = queries.cari_daftar(con, nomor)
    if daftar.keadaan == "draf":
        raise InputSalah("nomor", text_siklus.KOREKSI_DRAF.format(nomor=daftar.nomor))
    return terkunci(con, nomor)


def _pph_tinggal(con: sqlite.Connection, daftar: Daftar, b: Baris, pergi: Collection[str]) -> int | None:
    """Return the tax of the months that stay where a person set the line's tax; None: as the scheme computes it."""
    if not dasar_koreksi.pph_tetapan(con, daftar, b):
        return None
    bersih = dict(b.netto)
    return sum(jumlah - bersih.get(bulan, 0) for bulan, jumlah in b.rincian if bulan not in pergi)


def _dibayar(con: sqlite.Connection, b: Baris, bulan: Collection[str], hari: str) -> list[queries.Entri]:
    """Return the live payments of a line that go back; one that two computers recorded has to be decided first."""
    hidup = [satu for satu in queries.entri(con, baris_id=b.baris_id) if satu.hidup]
    if not hidup:
        raise InputSalah("nomor", text_siklus.KEMBALI_BELUM_BAYAR)
    semua = [satu.bulan for satu in hidup]
    hak = dict(b.netto)
    lebih = {satu.bulan for satu in hidup if satu.jumlah > hak.get(satu.bulan, 0)}
    asing = sorted(set(bulan) - set(semua))
    if asing:
        raise InputSalah("bulan", text_siklus.KEMBALI_BULAN.format(bulan=periode_.nama_bulan(asing[0])))
    pilih = [satu for satu in hidup if satu.bulan in (bulan or lebih or semua)]
    if any(semua.count(satu.bulan) > 1 for satu in pilih):
        raise InputSalah("nomor", text.PILIH_CATATAN.format(rt=b.nomor_rt))
    awal = min(satu.tanggal for satu in pilih)
    if hari < awal:
        pesan = text_siklus.KEMBALI_SEBELUM_BAYAR.format(hari=_hari(hari), bayar=_hari(awal))
        raise InputSalah("tanggal", pesan)
    return pilih


def _kembali(tx: Tx, satu: queries.Entri, sts: str, hari: str, alasan: str, sisa: int) -> None:
    lama = tx.row(TABEL, satu.entri)
    tx.reverse(TABEL, satu.entri, alasan, jenis=DIKEMBALIKAN, tanggal=hari, sts=sts)
    if sisa:
        isi: Fields = {nama: lama[nama] for nama in lama if nama not in ("id", "lingkup")}
        kata = text_siklus.SISA_KEMBALI.format(jumlah=rupiah.uang(satu.jumlah - sisa), sts=sts)
        baru = replacement_id(TABEL, satu.entri)
        tx.append(TABEL, isi | {"jumlah": sisa, "alasan": kata}, scope=str(lama["lingkup"]), row_id=baru)


# what a correction makes of a line


def _akibat(con: sqlite.Connection, daftar: Daftar, b: Baris, menjadi: Mapping[str, int], pph: int | None) -> Akibat:
    kini = dict(b.rincian)
    ubah = {bulan: jumlah for bulan, jumlah in menjadi.items() if kini.get(bulan, 0) != jumlah}
    if not ubah and (pph is None or pph == b.pph):
        raise InputSalah("menjadi", text_siklus.KOREKSI_KOSONG)
    _wajar(daftar, ubah)
    if pph is None and dasar_koreksi.pph_tetapan(con, daftar, b):
        raise InputSalah("pph", text_siklus.PPH_TETAPAN.format(pph=rupiah.uang(b.pph)))
    naik = {bulan: jumlah for bulan, jumlah in ubah.items() if jumlah > kini.get(bulan, 0)}
    perlu = _naik(con, daftar, b, naik) if naik else ""
    jadi = {bulan: jumlah for bulan, jumlah in sorted((kini | ubah).items()) if jumlah or bulan not in ubah}
    netto = _netto(con, daftar, b, jadi, ubah.keys(), pph)
    bruto, diterima = sum(jadi.values()), sum(netto.values())
    lebih = sum(max(0, jumlah - netto.get(bulan, 0)) for bulan, jumlah in b.terbayar)
    return Akibat(tuple(jadi.items()), bruto, bruto - diterima, diterima, tuple(netto.items()), lebih, perlu)


def _wajar(daftar: Daftar, ubah: Mapping[str, int]) -> None:
    p = periode_.baca(daftar.periode)
    for bulan, jumlah in ubah.items():
        if bulan not in p.bulan:
            pesan = text_siklus.KOREKSI_LUAR_PERIODE.format(bulan=periode_.nama_bulan(bulan), periode=p.nama)
            raise InputSalah("menjadi", pesan)
        if jumlah < 0:
            raise InputSalah("menjadi", text_siklus.KOREKSI_NEGATIF.format(bulan=periode_.nama_bulan(bulan)))


def _naik(con: sqlite.Connection, daftar: Daftar, b: Baris, naik: Mapping[str, int]) -> str:
    """Refuse a month that cannot grow; return why somebody has to be named for one that may."""
    sudah, kini = {bulan for bulan, _ in b.terbayar}, dict(b.rincian)
    terpakai = queries.slot_terpakai(con, komponen_id=daftar.komponen_id, kecuali_daftar=daftar.daftar_id)
    lain = (satu for satu in queries.baris(con, daftar_id=daftar.daftar_id) if satu.baris_id != b.baris_id)
    terpakai |= {satu.slot(daftar.komponen_id, bulan) for satu in lain for bulan in satu.bulan}
    for bulan in naik:
        nama = periode_.nama_bulan(bulan)
        if bulan in sudah:
            raise InputSalah("menjadi", text_siklus.KOREKSI_TAMBAH_DIBAYAR.format(bulan=nama, rt=b.nomor_rt))
        if bulan not in kini and b.slot(daftar.komponen_id, bulan) in terpakai:
            raise InputSalah("menjadi", text_siklus.KOREKSI_TERPAKAI.format(bulan=nama, rt=b.nomor_rt))
    return dasar_koreksi.perlu_oleh(con, daftar, b, naik)


def _netto(
    con: sqlite.Connection, daftar: Daftar, b: Baris, jadi: Mapping[str, int], ubah: Collection[str], pph: int | None
) -> dict[str, int]:
    """Spread what the line then gives over its months; a month that was paid and stays keeps what it gave, and none
    gives more than was paid for it: what is paid is never topped up."""
    bruto = sum(jadi.values())
    if pph is not None and not 0 <= pph <= bruto:
        raise InputSalah("pph", text_siklus.PPH_SALAH)
    dibayar = {bulan for bulan, _ in b.terbayar} - set(ubah)
    tetap = {bulan: jumlah for bulan, jumlah in b.netto if bulan in dibayar}
    bebas = tuple((bulan, jumlah) for bulan, jumlah in jadi.items() if bulan not in tetap)
    sisa = bruto - (dasar_koreksi.pph(con, daftar, b, bruto) if pph is None else pph) - sum(tetap.values())
    bagi = dict(rules.per_bulan(bebas, max(0, sisa))) if bebas else {}
    batas = dict(jadi) | {bulan: min(jumlah, jadi.get(bulan, 0)) for bulan, jumlah in b.terbayar}
    hasil = {bulan: tetap.get(bulan, min(batas[bulan], bagi.get(bulan, 0))) for bulan in jadi}
    if pph is not None and sum(hasil.values()) != bruto - pph:
        raise InputSalah("pph", text_siklus.PPH_DIBAYAR)
    return hasil


def _tulis(tx: Tx, daftar: Daftar, b: Baris, akibat: Akibat, hari: str, alasan: str, oleh: str) -> None:
    """Write what each month gives from now on, where it changes, and the step that led there.

    The row of a month has its id from line and month: two PCs that correct one month to the same amount agree, and
    where they differ a person chooses one of the two; corrections of different months just meet.
    """
    bersih = dict(akibat.netto)
    kini, jadi = b.jumlah, {bulan: Jumlah(bruto, bersih[bulan]) for bulan, bruto in akibat.rincian}
    for bulan in sorted(kini.keys() | jadi.keys()):
        dari, menjadi = kini.get(bulan, NOL), jadi.get(bulan, NOL)
        if dari == menjadi:
            continue
        letak: Fields = {"daftar_id": daftar.daftar_id, "baris_id": b.baris_id, "bulan": bulan}
        isi: Fields = letak | {
            "revisi": daftar.revisi + 1, "dari": dari.teks, "menjadi": menjadi.teks, "tanggal": hari,
            "alasan": alasan, "oleh": oleh or None,
        }  # fmt: skip
        tx.insert(LANGKAH, isi, scope=daftar.lingkup, row_id=_id_langkah(tx, b.baris_id, bulan, dari, menjadi))
        _jadikan(tx, daftar, letak | {"menjadi": menjadi.teks})


def _jadikan(tx: Tx, daftar: Daftar, isi: Fields) -> None:
    row_id = id_bulan(str(isi["baris_id"]), str(isi["bulan"]))
    if tx.has(BULAN, row_id):
        tx.update(BULAN, row_id, {"menjadi": isi["menjadi"]})
    else:
        tx.insert(BULAN, isi, scope=daftar.lingkup, row_id=row_id)


def _id_langkah(tx: Tx, baris_id: str, bulan: str, dari: Jumlah, menjadi: Jumlah) -> str:
    (ke,) = tx.con.execute(
        f"SELECT count(*) FROM {LANGKAH} WHERE baris_id = ? AND bulan = ?", (baris_id, bulan)
    ).fetchone()
    semua = (id_langkah(baris_id, bulan, satu, dari, menjadi) for satu in count(ke))
    return next(row_id for row_id in semua if not tx.has(LANGKAH, row_id))


def _hari(iso: str) -> str:
    return tanggal_.pendek(date.fromisoformat(iso))
