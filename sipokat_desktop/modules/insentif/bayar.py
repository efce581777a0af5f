"""Who signed and who received: the acts that write the ledger of a locked list (DOMAIN §3)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sipokat_desktop.kernel import alasan as alasan_
from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel import rupiah, tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import queries, text, text_siklus
from .queries import Baris, Daftar

TABEL = "insentif_mutasi"
CARA = ("tunai", "transfer")
_DISEBUT = 5
"""Postponed lines that one sentence names."""


def terima(
    store: Store, nomor: str, *, kecuali: Collection[int] = (), hanya: Collection[int] = (),
    hari: date | None = None, surat_kuasa: str = "", cara: str = "", kuasa: Mapping[int, str] = {},
) -> Done[list[int]]:  # fmt: skip
    """Record that the heads on a list took their money: all of it, all ``kecuali``, or ``hanya`` these lines.

    What a line says after its corrections is paid, a ledger entry per month (DOMAIN §3). Lines already recorded
    stay as they are; postponed ones are left out unless named in ``hanya``; a line whose NIK, name or term is in
    conflict waits for the decision while the others go on (SYNC.md). ``cara`` is ``tunai`` or ``transfer``, empty:
    as the component is paid. ``surat_kuasa`` is the proxy letter of all these lines, ``kuasa`` that of single ones,
    by number. Returns the line numbers recorded now; raises InputSalah for an unknown number, a month paid elsewhere,
    a day to come, or when nothing is left but lines that wait.
    """
    kapan = hari_lampau(store, hari)
    if cara not in ("", *CARA):
        raise InputSalah("cara", text_siklus.CARA_SALAH)

    def work(tx: Tx) -> list[int]:
        daftar = terkunci(tx.con, nomor)
        semua = queries.baris(tx.con, daftar_id=daftar.daftar_id)
        pilih = _yang_dibayar(tx.con, daftar, semua, kecuali, hanya)
        dengan = cara or queries.cara_bayar(tx.con, daftar.komponen_id)
        for b in pilih:
            catat_tanda(tx, daftar, b, kapan, kuasa.get(b.no, surat_kuasa))
            _bayar(tx, daftar, b, dengan, kapan)
            if b.ditunda:
                tx.delete("insentif_tunda", b.baris_id)
        return [b.no for b in pilih]

    return store.write("insentif.terima", work)


def tandatangan(
    store: Store, nomor: str, *, kecuali: Collection[int] = (), hanya: Collection[int] = (),
    tanggal: date | None = None, surat_kuasa: str = "", kuasa: Mapping[int, str] = {},
) -> Done[list[int]]:  # fmt: skip
    """Record who signed a locked list; the money comes later. Returns the line numbers recorded now.

    Lines that were signed or paid stay as they are, postponed ones are left out unless named in ``hanya``. Raises
    InputSalah for an unknown number, a day to come, or when none is left.
    """
    kapan = hari_lampau(store, tanggal)

    def work(tx: Tx) -> list[int]:
        daftar = terkunci(tx.con, nomor)
        semua = queries.baris(tx.con, daftar_id=daftar.daftar_id)
        kenal(daftar, semua, {*kecuali, *hanya})
        pilih = [b for b in _sebagian(semua, kecuali, hanya) if not b.tanda and not b.lunas]
        if not pilih:
            raise InputSalah("nomor", _tanpa_sisa(daftar, semua, kecuali, hanya, text_siklus.TANDA_KOSONG))
        for b in pilih:
            catat_tanda(tx, daftar, b, kapan, kuasa.get(b.no, surat_kuasa))
        return [b.no for b in pilih]

    return store.write("insentif.tandatangan", work)


def batal_terima(store: Store, nomor: str, no: int, *, alasan: str) -> Changes:
    """Take back the payment of one line by adding reversing entries; nothing is erased.

    Of a month that two computers recorded, only what this one recorded is taken back. Raises InputSalah when
    it recorded none of them: then a person chooses in *Perlu keputusan*.
    """
    sebab = alasan_.baca(alasan)

    def work(tx: Tx) -> None:
        daftar = queries.cari_daftar(tx.con, nomor)
        baris = satu_baris(tx.con, daftar, no)
        hidup = [entri for slot in _slot_dibayar(tx.con, baris) for entri in _pilih_entri(tx.con, slot, baris)]
        if not hidup:
            raise InputSalah("nomor", text.BELUM_DIBAYAR)
        for entri in hidup:
            tx.reverse(TABEL, entri, sebab)

    return store.write("insentif.batal_terima", work).changes


def terkunci(con: sqlite.Connection, nomor: str) -> Daftar:
    """Return the list with a number; raise InputSalah unless it is locked."""
    daftar = queries.cari_daftar(con, nomor)
    if daftar.keadaan == "batal":
        raise InputSalah("nomor", text_siklus.DIBATALKAN.format(nomor=daftar.nomor))
    if daftar.keadaan != "dikunci":
        raise InputSalah("nomor", text.BELUM_DIKUNCI.format(nomor=daftar.nomor))
    return daftar


def satu_baris(con: sqlite.Connection, daftar: Daftar, no: int) -> Baris:
    """Return the line with a number; raise InputSalah when the list has none."""
    semua = queries.baris(con, daftar_id=daftar.daftar_id)
    kenal(daftar, semua, {no})
    return next(b for b in semua if b.no == no)


def kenal(daftar: Daftar, semua: Sequence[Baris], nomor: set[int]) -> None:
    """Raise InputSalah for a line number that the list does not have."""
    asing = nomor - {b.no for b in semua}
    if asing:
        raise InputSalah("kecuali", text.NO_TIDAK_ADA.format(no=min(asing), nomor=daftar.nomor))


def hari_lampau(store: Store, hari: date | None, field: str = "tanggal") -> str:
    """Return a day (today when None) as ISO; raise InputSalah for a day to come."""
    kini = hari_ini(store)
    if hari and hari > kini:
        raise InputSalah(field, text_siklus.HARI_NANTI)
    return (hari or kini).isoformat()


def catat_tanda(tx: Tx, daftar: Daftar, b: Baris, kapan: str, surat_kuasa: str) -> None:
    """Write that a line was signed; who signed before the money came stays signed on that day."""
    if b.tanda and not surat_kuasa and not _pernah_dibayar(tx.con, b):
        return
    penerima = "kuasa" if surat_kuasa else "sendiri"
    isi: Fields = {"tanggal": kapan, "penerima": penerima, "surat_kuasa": surat_kuasa or None}
    if tx.has("insentif_tanda", b.baris_id):
        tx.update("insentif_tanda", b.baris_id, isi)
    else:
        tx.insert("insentif_tanda", isi, scope=daftar.lingkup, row_id=b.baris_id)


def _pernah_dibayar(con: sqlite.Connection, b: Baris) -> bool:
    """Tell whether the line has been in the ledger: then its signature is a new one."""
    return con.execute(f"SELECT 1 FROM {TABEL} WHERE baris_id = ? LIMIT 1", (b.baris_id,)).fetchone() is not None


def _sebagian(semua: Sequence[Baris], kecuali: Collection[int], hanya: Collection[int]) -> list[Baris]:
    return [b for b in semua if b.no not in kecuali and (b.no in hanya if hanya else not b.ditunda)]


def _yang_dibayar(
    con: sqlite.Connection, daftar: Daftar, semua: Sequence[Baris], kecuali: Collection[int], hanya: Collection[int]
) -> list[Baris]:
    kenal(daftar, semua, {*kecuali, *hanya})
    sisa = [b for b in _sebagian(semua, kecuali, hanya) if not b.lunas]
    menunggu = queries.menunggu(con, sisa)
    pilih = [b for b in sisa if b.no not in menunggu]
    if menunggu and not pilih:
        raise InputSalah("nomor", text.MENUNGGU.format(hal="; ".join(menunggu.values())))
    if not pilih:
        raise InputSalah("nomor", _tanpa_sisa(daftar, semua, kecuali, hanya, text.TAK_ADA_SISA))
    return pilih


def _tanpa_sisa(
    daftar: Daftar, semua: Sequence[Baris], kecuali: Collection[int], hanya: Collection[int], selesai: str
) -> str:
    """Say why nothing is left to record: postponed lines by name, nobody chosen, or all of them ``selesai``."""
    tunda = [] if hanya else [b for b in semua if b.ditunda and not b.lunas and b.no not in kecuali]
    if tunda:
        kata = (
            text_siklus.SISA_DITUNDA_SATU.format(no=b.no, rt=b.nomor_rt, nama=b.nama, alasan=b.tunda)
            for b in tunda[:_DISEBUT]
        )
        lain = (text_siklus.SISA_DITUNDA_LAIN.format(n=len(tunda) - _DISEBUT),) if len(tunda) > _DISEBUT else ()
        return text_siklus.SISA_DITUNDA.format(nomor=daftar.nomor, baris="; ".join((*kata, *lain)))
    pola = selesai if _sebagian(semua, kecuali, hanya) else text_siklus.TAK_DIPILIH
    return pola.format(nomor=daftar.nomor)


def _bayar(tx: Tx, daftar: Daftar, b: Baris, cara: str, hari: str) -> None:
    """Write what is due of a line. A month that was paid with less than a correction says now is recorded anew with
    all of it, and the old entry taken back on the same day: what went out that day is the difference."""
    sudah, hak = dict(b.terbayar), dict(b.netto)
    for bulan, sisa in b.belum:
        slot = b.slot(daftar.komponen_id, bulan)
        hidup = queries.pembayaran_hidup(tx.con, slot=slot)
        kata = text_siklus.KEKURANGAN.format(sisa=rupiah.uang(sisa)) if sudah.get(bulan) else None
        if kata and [bayar.baris_id for bayar in hidup] == [b.baris_id]:
            tx.reverse(TABEL, hidup[0].entri, kata, tanggal=hari)
        else:
            _belum_dibayar(hidup, bulan, b.nomor_rt)
        isi: Fields = {
            "daftar_id": daftar.daftar_id, "baris_id": b.baris_id, "jabatan_id": b.jabatan_id, "masa_id": b.masa_id,
            "komponen_id": daftar.komponen_id, "bulan": bulan, "slot": slot, "jenis": "bayar", "jumlah": hak[bulan],
            "tanggal": hari, "cara": cara, "alasan": kata,
        }  # fmt: skip
        tx.append(TABEL, isi, scope=daftar.lingkup)


def _belum_dibayar(hidup: list[queries.Pembayaran], bulan: str, rt_: str) -> None:
    for bayar in hidup:
        hari = tanggal.pendek(date.fromisoformat(bayar.tanggal))
        pesan = text.SUDAH_DIBAYAR.format(bulan=periode_.nama_bulan(bulan), rt=rt_, nomor=bayar.nomor, tanggal=hari)
        raise InputSalah("kecuali", pesan)


def _slot_dibayar(con: sqlite.Connection, baris: Baris) -> list[str]:
    rows = con.execute(
        f"SELECT DISTINCT m.slot FROM {TABEL} m WHERE m.baris_id = ? AND {queries.HIDUP} ORDER BY m.bulan",
        (baris.baris_id,),
    )
    return [str(row[0]) for row in rows.fetchall()]


def _pilih_entri(con: sqlite.Connection, slot: str, baris: Baris) -> list[str]:
    """Return the live entry of a line on a slot; of several the one that this computer recorded."""
    hidup = [bayar.entri for bayar in queries.pembayaran_hidup(con, slot=slot) if bayar.baris_id == baris.baris_id]
    if len(hidup) < 2:
        return hidup
    sini = [entri for entri in hidup if con.execute("SELECT 1 FROM sync_op WHERE row_id = ?", (entri,)).fetchone()]
    if len(sini) != 1:
        raise InputSalah("nomor", text.PILIH_CATATAN.format(rt=baris.nomor_rt))
    return sini
