"""What an office does with incentives; each function is one act, checked, logged and undoable."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import date

from sipokat_desktop.kernel import ids, tanggal
from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.ops import hari_ini
from sipokat_desktop.storage.command import CityRow
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import queries, rules, text
from .queries import Baris, Daftar


def simpan_tarif(store: Store, lingkup: str, rows: list[CityRow]) -> Changes:
    """Record the office's own component and tariff (see :func:`rules.baris_tarif`)."""

    def work(tx: Tx) -> None:
        for row in rows:
            _simpan(tx, row.table, row.row_id, lingkup, row.fields)

    return store.write("insentif.tarif", work).changes


def susun(store: Store, lingkup: str, periode: Periode, komponen: str | None = None) -> Done[str]:
    """Draw up (or bring up to date) the list of a component for a period; returns its number.

    Every term in office month by month is owed its months, former heads too; months that another
    list in force holds are left out. Raises InputSalah when there is nothing to pay.
    """

    def work(tx: Tx) -> str:
        k = queries.pilih_komponen(tx.con, lingkup=lingkup, nama=komponen)
        draf = _draf(tx.con, lingkup, k.komponen_id, periode)
        terpakai = queries.slot_terpakai(tx.con, komponen_id=k.komponen_id, kecuali_daftar=draf[0] if draf else "")
        semua = [rules.hak(m, k, periode, terpakai) for m in rt.masa(tx.con, lingkup=lingkup)]
        hak = [h for h in semua if h]
        if not hak:
            _tolak_kosong(tx.con, lingkup, k.komponen_id, periode)
        daftar_id, nomor = draf or _daftar_baru(tx, lingkup, k, periode)
        _tulis_baris(tx, lingkup, daftar_id, hak)
        return nomor

    return store.write("insentif.susun", work)


def kunci(store: Store, nomor: str, *, lurah: str, alasan: str = "") -> Changes:
    """Lock a list in the lurah's name; from here on it is only corrected by further entries.

    Raises InputSalah when it is locked already, when another locked list holds one of its months, or
    when a check says ``salah`` and no reason is given.
    """

    def work(tx: Tx) -> None:
        daftar = queries.cari_daftar(tx.con, nomor)
        if daftar.keadaan != "draf":
            raise InputSalah("nomor", text.BUKAN_DRAF.format(nomor=daftar.nomor))
        _tanpa_bentrok(tx.con, daftar)
        salah = [
            f"{t.kalimat}"
            for temuan in queries.temuan(tx.con, daftar)[0].values()
            for t in temuan
            if t.peran == "salah"
        ]
        if salah and not alasan.strip():
            raise InputSalah("alasan", text.ADA_SALAH.format(hal="; ".join(salah)))
        isi: Fields = {
            "dikunci_oleh": lurah,
            "dikunci_pada": hari_ini(store).isoformat(),
            "alasan": alasan.strip() or None,
        }
        tx.move("insentif_daftar", daftar.daftar_id, expected="draf", to="dikunci", fields=isi)

    return store.write("insentif.kunci", work).changes


def terima(
    store: Store, nomor: str, *, kecuali: Collection[int] = (), hanya: Collection[int] = (),
    hari: date | None = None, surat_kuasa: str = "",
) -> Done[list[int]]:  # fmt: skip
    """Record that the heads on a list signed and took their money: all of it, all ``kecuali``, or ``hanya``.

    Lines already recorded stay as they are; a line whose NIK, name or term is in conflict waits for the
    decision while the others go on (SYNC.md). One ledger entry per month (DOMAIN §3). Returns the line
    numbers recorded now; raises InputSalah for an unknown number, a month paid elsewhere, or when nothing
    is left but lines that wait.
    """

    def work(tx: Tx) -> list[int]:
        daftar = queries.cari_daftar(tx.con, nomor)
        if daftar.keadaan != "dikunci":
            raise InputSalah("nomor", text.BELUM_DIKUNCI.format(nomor=daftar.nomor))
        semua = queries.baris(tx.con, daftar_id=daftar.daftar_id)
        _kenal(daftar, semua, {*kecuali, *hanya})
        sisa = [b for b in semua if b.no not in kecuali and (not hanya or b.no in hanya) and not b.lunas]
        menunggu = queries.menunggu(tx.con, sisa)
        pilih = [b for b in sisa if b.no not in menunggu]
        if menunggu and not pilih:
            raise InputSalah("nomor", text.MENUNGGU.format(hal="; ".join(menunggu.values())))
        if not pilih:
            raise InputSalah("nomor", text.TAK_ADA_SISA.format(nomor=daftar.nomor))
        for b in pilih:
            _bayar(
                tx,
                daftar,
                b,
                queries.cara_bayar(tx.con, daftar.komponen_id),
                (hari or hari_ini(store)).isoformat(),
                surat_kuasa,
            )
        return [b.no for b in pilih]

    return store.write("insentif.terima", work)


def batal_terima(store: Store, nomor: str, no: int, *, alasan: str) -> Changes:
    """Take back the payment of one line by adding reversing entries; nothing is erased.

    Of a month that two computers recorded, only what this one recorded is taken back. Raises InputSalah when
    it recorded none of them: then a person chooses in *Perlu keputusan*.
    """
    if not alasan.strip():
        raise InputSalah("alasan", text.ALASAN_KOSONG)

    def work(tx: Tx) -> None:
        daftar = queries.cari_daftar(tx.con, nomor)
        semua = queries.baris(tx.con, daftar_id=daftar.daftar_id)
        _kenal(daftar, semua, {no})
        baris = next(b for b in semua if b.no == no)
        slot = [rules.slot(baris.jabatan_id, daftar.komponen_id, bulan) for bulan in baris.bulan]
        hidup = [entri for s in slot for entri in _pilih_entri(tx.con, s, baris)]
        if not hidup:
            raise InputSalah("nomor", text.BELUM_DIBAYAR)
        for entri in hidup:
            tx.reverse("insentif_mutasi", entri, alasan.strip())

    return store.write("insentif.batal_terima", work).changes


def catat_cetak(store: Store, nomor: str) -> Changes:
    """Count a printing of a locked list."""

    def work(tx: Tx) -> None:
        daftar = queries.cari_daftar(tx.con, nomor)
        tx.update("insentif_daftar", daftar.daftar_id, {"cetak_ke": daftar.cetak_ke + 1})

    return store.write("insentif.cetak", work).changes


def _simpan(tx: Tx, table: str, row_id: str, lingkup: str, fields: Fields) -> None:
    if tx.has(table, row_id):
        tx.update(table, row_id, fields)
    else:
        tx.insert(table, fields, scope=lingkup, row_id=row_id)


def _draf(con: sqlite3.Connection, lingkup: str, komponen_id: str, periode: Periode) -> tuple[str, str] | None:
    row = con.execute(
        """SELECT id, nomor FROM insentif_daftar
           WHERE lingkup = ? AND komponen_id = ? AND periode = ? AND keadaan = 'draf' ORDER BY nomor""",
        (lingkup, komponen_id, periode.kode),
    ).fetchone()
    return (str(row[0]), str(row[1])) if row else None


def _tolak_kosong(con: sqlite3.Connection, lingkup: str, komponen_id: str, periode: Periode) -> None:
    for daftar in queries.semua_daftar(con, lingkup=lingkup):
        if (daftar.komponen_id, daftar.periode) == (komponen_id, periode.kode):
            raise InputSalah("periode", text.SUDAH_SEMUA.format(periode=periode.nama, nomor=daftar.nomor))
    raise InputSalah("periode", text.TAK_ADA_PENERIMA.format(periode=periode.nama))


def _daftar_baru(tx: Tx, lingkup: str, k: rules.Komponen, periode: Periode) -> tuple[str, str]:
    """Mint the number per incarnation: two PCs never give the same one, connected or not (SYNC.md)."""
    awalan = f"INS-{periode.kode.replace('-', '')}-{ids.short_code(tx.chain.inc, 3)}-"
    dipakai = tx.con.execute("SELECT count(*) FROM insentif_daftar WHERE nomor LIKE ? || '%'", (awalan,)).fetchone()[0]
    nomor = f"{awalan}{dipakai + 1:02d}"
    dasar = "; ".join(dict.fromkeys(t.dasar_hukum for t in k.tarif if t.dasar_hukum and t.mulai <= periode.bulan[-1]))
    isi: Fields = {
        "nomor": nomor, "komponen_id": k.komponen_id, "periode": periode.kode, "keadaan": "draf",
        "dasar": dasar or None,
    }  # fmt: skip
    return tx.insert("insentif_daftar", isi, scope=lingkup), nomor


def _tulis_baris(tx: Tx, lingkup: str, daftar_id: str, hak: list[rules.Hak]) -> None:
    lama = {b.masa_id: b.baris_id for b in queries.baris(tx.con, daftar_id=daftar_id)}
    for no, h in enumerate(hak, 1):
        isi: Fields = {
            "daftar_id": daftar_id, "no": no, "jabatan_id": h.masa.jabatan_id, "masa_id": h.masa.masa_id,
            "orang_id": h.masa.orang_id, "nomor_rt": h.masa.nomor, "nama": h.masa.nama,
            "rincian": " ".join(f"{bulan}={jumlah}" for bulan, jumlah in h.rincian),
            "bruto": h.bruto, "pph": h.pph, "diterima": h.diterima,
        }  # fmt: skip
        baris_id = lama.pop(h.masa.masa_id, None)
        if baris_id:
            tx.update("insentif_baris", baris_id, isi)
        else:
            tx.insert("insentif_baris", isi, scope=lingkup)
    for baris_id in lama.values():
        tx.delete("insentif_baris", baris_id)


def _kenal(daftar: Daftar, semua: list[Baris], nomor: set[int]) -> None:
    asing = nomor - {b.no for b in semua}
    if asing:
        raise InputSalah("kecuali", text.NO_TIDAK_ADA.format(no=min(asing), nomor=daftar.nomor))


def _tanpa_bentrok(con: sqlite3.Connection, daftar: Daftar) -> None:
    terpakai = queries.slot_terpakai(con, komponen_id=daftar.komponen_id, kecuali_daftar=daftar.daftar_id)
    bentrok = {
        bulan
        for b in queries.baris(con, daftar_id=daftar.daftar_id)
        for bulan in b.bulan
        if rules.slot(b.jabatan_id, daftar.komponen_id, bulan) in terpakai
    }
    if bentrok:
        raise InputSalah("nomor", text.BENTROK.format(bulan=periode_.rentang(tuple(sorted(bentrok)))))


def _pilih_entri(con: sqlite3.Connection, slot: str, baris: Baris) -> list[str]:
    """Return the live entry of a line on a slot; of several the one that this computer recorded."""
    hidup = [bayar.entri for bayar in queries.pembayaran_hidup(con, slot=slot) if bayar.baris_id == baris.baris_id]
    if len(hidup) < 2:
        return hidup
    sini = [entri for entri in hidup if con.execute("SELECT 1 FROM sync_op WHERE row_id = ?", (entri,)).fetchone()]
    if len(sini) != 1:
        raise InputSalah("nomor", text.PILIH_CATATAN.format(rt=baris.nomor_rt))
    return sini


def _bayar(tx: Tx, daftar: Daftar, b: Baris, cara: str, hari: str, surat_kuasa: str) -> None:
    for bulan, jumlah in rules.per_bulan(b.rincian, b.diterima):
        slot = rules.slot(b.jabatan_id, daftar.komponen_id, bulan)
        hidup = queries.pembayaran_hidup(tx.con, slot=slot)
        if b.dibayar and any(bayar.baris_id == b.baris_id for bayar in hidup):
            continue
        _belum_dibayar(hidup, bulan, b.nomor_rt)
        isi: Fields = {
            "daftar_id": daftar.daftar_id, "baris_id": b.baris_id, "jabatan_id": b.jabatan_id, "masa_id": b.masa_id,
            "komponen_id": daftar.komponen_id, "bulan": bulan, "slot": slot, "jenis": "bayar", "jumlah": jumlah,
            "tanggal": hari, "cara": cara,
        }  # fmt: skip
        tx.append("insentif_mutasi", isi, scope=daftar.lingkup)
    tanda: Fields = {
        "tanggal": hari,
        "penerima": "kuasa" if surat_kuasa else "sendiri",
        "surat_kuasa": surat_kuasa or None,
    }
    _simpan(tx, "insentif_tanda", b.baris_id, daftar.lingkup, tanda)


def _belum_dibayar(hidup: list[queries.Pembayaran], bulan: str, rt_: str) -> None:
    for bayar in hidup:
        hari = tanggal.pendek(date.fromisoformat(bayar.tanggal))
        pesan = text.SUDAH_DIBAYAR.format(bulan=periode_.nama_bulan(bulan), rt=rt_, nomor=bayar.nomor, tanggal=hari)
        raise InputSalah("kecuali", pesan)
