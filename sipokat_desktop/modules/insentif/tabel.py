"""The synced tables of module insentif, with a merge rule per column (DOMAIN §3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.storage.manifest import Column, Doubt, Kind, Ledger, LockedBy, Table, Together, WayOut

from .ketetapan import ANGGARAN, ATURAN, BULAT, HARD, KINERJA, KOMPONEN, SETELAN, TARIF, bulan, kata, sebut, uang

if TYPE_CHECKING:
    from sipokat_desktop.kernel.canonical import Fields, Value
    from sipokat_desktop.storage.sqlite import Connection


def _rincian(nilai: Value) -> str:
    return ", ".join(f"{bulan(bagian[:7])} {uang(bagian[8:])}" for bagian in str(nilai).split())


def _bulan_bulan(nilai: Value) -> str:
    return ", ".join(bulan(satu) for satu in str(nilai).split())


def _sebut_entri(con: Connection, id: str) -> str:
    from .sebutan import sebut_entri

    return sebut_entri(con, id)


def _bersama(con: Connection, id: str) -> Together | None:
    """The months of one list are settled together; what was recorded without a list, alone."""
    row = con.execute(
        """SELECT m.masa_id, m.komponen_id, m.daftar_id, m.bulan, m.jumlah, j.nomor FROM insentif_mutasi m
           LEFT JOIN rt_masa s ON s.id = m.masa_id LEFT JOIN rt_jabatan j ON j.id = s.jabatan_id WHERE m.id = ?""",
        (id,),
    ).fetchone()
    if row is None or row[2] is None:
        return None
    marks = (str(row[0]), str(row[1]), str(row[2]))
    return Together(marks, str(row[3]), bulan(str(row[3])), int(row[4]), marks[2], f"RT {row[5] or ''}".strip())


def _keraguan() -> tuple[Doubt, ...]:
    from .dibayar_batal import KERAGUAN

    return KERAGUAN


def _dua_acara() -> tuple[Doubt, ...]:
    from .dua_acara import KERAGUAN

    return KERAGUAN


DAFTAR = Table(
    "insentif_daftar",
    "Daftar",
    (
        Column("nomor", "Nomor", merge=HARD, required=True),
        Column("komponen_id", "Komponen", merge=HARD, required=True),
        Column("periode", "Periode", merge=HARD, required=True),
        Column("keadaan", "Keadaan", merge=HARD, required=True, words=kata("keadaan")),
        Column("dikunci_oleh", "Dikunci oleh"),
        Column("dikunci_pada", "Dikunci pada"),
        Column("alasan", "Alasan"),
        Column("dasar", "Dasar pembayaran"),
        Column("cetak_ke", "Cetakan ke", "INTEGER"),
        Column("diperiksa_oleh", "Diperiksa oleh"),
        Column("diperiksa_pada", "Diperiksa pada"),
        Column("spp_nomor", "Nomor SPP/SPM", merge=HARD),
        Column("spp_tanggal", "Tanggal SPP/SPM", merge=HARD),
        Column("sp2d_nomor", "Nomor SP2D", merge=HARD),
        Column("sp2d_tanggal", "Tanggal SP2D", merge=HARD),
        Column("lewati", "Dilewati", words=kata("lewati")),
    ),
    state="keadaan",
    describe=sebut("insentif_daftar"),
    doubts=_keraguan,
    doubtful="SELECT 1 FROM insentif_daftar WHERE keadaan = 'batal' LIMIT 1",
)

BARIS = Table(
    "insentif_baris",
    "Baris daftar",
    (
        Column("daftar_id", "Daftar", merge=HARD, required=True),
        Column("no", "No", "INTEGER", HARD, required=True),
        Column("jabatan_id", "RT", merge=HARD, required=True, refers="rt_jabatan"),
        Column("masa_id", "Masa jabatan", merge=HARD, required=True, refers="rt_masa"),
        Column("orang_id", "Orang", merge=HARD, required=True, refers="rt_orang"),
        Column("nomor_rt", "RT", merge=HARD, required=True),
        Column("nama", "Nama", merge=HARD, required=True),
        Column("rincian", "Rincian per bulan", merge=HARD, required=True, words=_rincian),
        Column("bruto", "Bruto", "INTEGER", HARD, required=True, words=uang),
        Column("pph", "PPh 21", "INTEGER", HARD, required=True, words=uang),
        Column("diterima", "Diterima", "INTEGER", HARD, required=True, words=uang),
        Column("hitungan", "Cara menghitung"),
        Column("khusus", "Rincian yang ditetapkan sendiri", merge=HARD, words=_rincian),
        Column("alasan", "Alasan", merge=HARD),
        Column("oleh", "Ditetapkan oleh", merge=HARD),
        Column("skema", "Skema pajak", merge=HARD, words=kata("skema")),
        Column("sk", "SK pengangkatan"),
        Column("bank", "Bank"),
        Column("rekening", "Rekening", merge=HARD),
        Column("atas_nama", "Atas nama"),
        Column("sambung", "Bulan sambungan", merge=HARD, words=_bulan_bulan),
    ),
    locked_by=LockedBy("daftar_id", "insentif_daftar", "keadaan", "draf"),
    describe=sebut("insentif_baris"),
)

TERKOREKSI = Table(
    "insentif_terkoreksi",
    "Bulan yang dikoreksi",
    (
        Column("daftar_id", "Daftar", merge=HARD, required=True),
        Column("baris_id", "Baris daftar", merge=HARD, required=True),
        Column("bulan", "Bulan", merge=HARD, required=True, words=bulan),
        Column("menjadi", "Jumlah sesudah koreksi", merge=HARD, required=True, words=kata("jumlah")),
    ),
    describe=sebut("insentif_terkoreksi"),
)

KOREKSI = Table(
    "insentif_koreksi",
    "Koreksi daftar",
    (
        Column("daftar_id", "Daftar", merge=HARD, required=True),
        Column("baris_id", "Baris daftar", merge=HARD, required=True),
        Column("bulan", "Bulan", merge=HARD, required=True, words=bulan),
        Column("revisi", "Revisi", "INTEGER", required=True),
        Column("dari", "Jumlah sebelumnya", merge=HARD, required=True, words=kata("jumlah")),
        Column("menjadi", "Jumlah yang dicatat", merge=HARD, required=True, words=kata("jumlah")),
        Column("tanggal", "Tanggal", required=True),
        Column("alasan", "Alasan", required=True),
        Column("oleh", "Ditetapkan oleh"),
    ),
    describe=sebut("insentif_koreksi"),
)

TUNDA = Table(
    "insentif_tunda",
    "Baris ditunda",
    (
        Column("daftar_id", "Daftar", merge=HARD, required=True),
        Column("alasan", "Alasan", merge=HARD, required=True),
        Column("sejak", "Sejak", required=True),
    ),
    describe=sebut("insentif_tunda"),
)

TANDA = Table(
    "insentif_tanda",
    "Tanda tangan",
    (
        Column("tanggal", "Tanggal", required=True),
        Column("penerima", "Penerima", required=True),
        Column("surat_kuasa", "Surat kuasa"),
    ),
    describe=sebut("insentif_tanda"),
)


def balik(entri: Fields, alasan: str) -> Fields:
    """Return the entry that takes ``entri`` back: same post, component and month, the amount negative."""
    return entri | {
        "jenis": "balik",
        "jumlah": -int(entri["jumlah"] or 0),
        "membalik": entri["id"],
        "alasan": alasan,
    }


def sebut_slot(con: Connection, slot: str) -> str:
    """Name a ledger slot: ``RT 03 · Januari 2026 · Insentif Ketua RT``."""
    from . import sebutan

    return sebutan.sebut_slot(con, slot)


def _keterangan(balik: Fields) -> str:
    from .ganda import keterangan

    return keterangan(balik)


def _jalan_keluar() -> tuple[WayOut, ...]:
    from .ganda import JALAN_KELUAR

    return JALAN_KELUAR


MUTASI = Table(
    "insentif_mutasi",
    "Pembayaran",
    (
        Column("daftar_id", "Daftar", merge=HARD),
        Column("baris_id", "Baris daftar", merge=HARD),
        Column("jabatan_id", "RT", merge=HARD, required=True, refers="rt_jabatan"),
        Column("masa_id", "Masa jabatan", merge=HARD, required=True, refers="rt_masa"),
        Column("komponen_id", "Komponen", merge=HARD, required=True),
        Column("bulan", "Bulan", merge=HARD, required=True, words=bulan),
        Column("slot", "Slot", merge=HARD, required=True),
        Column("jenis", "Jenis", merge=HARD, required=True),
        BULAT,
        Column("tanggal", "Tanggal", merge=HARD, required=True),
        Column("cara", "Cara", merge=HARD),
        Column("membalik", "Membalik", merge=HARD),
        Column("alasan", "Alasan", merge=HARD),
        Column("sts", "Nomor STS", merge=HARD),
    ),
    kind=Kind.LEDGER,
    ledger=Ledger(
        "slot",
        "membalik",
        balik,
        sebut_slot,
        _sebut_entri,
        _jalan_keluar,
        _keterangan,
        together=_bersama,
        another=True,
        reopens=True,
    ),
    describe=sebut("insentif_mutasi"),
    doubts=_dua_acara,
    doubtful="SELECT 1 FROM insentif_komponen WHERE asal <> '' LIMIT 1",
)

TABEL = (KOMPONEN, TARIF, ANGGARAN, ATURAN, KINERJA, DAFTAR, BARIS, TERKOREKSI, KOREKSI, TUNDA, TANDA, MUTASI, SETELAN)
