"""Writes the data of an office with the program of an earlier commit: run by ``tests.arch.buat_data_lama`` with that
commit's tree on ``sys.path``, so it uses only what every commit has, and tolerates commands that one has not yet.

``python tulis_data_lama.py FOLDER``: FOLDER/kantor (the office's folder), FOLDER/kota.db (its city's), and
FOLDER/catatan.json: what the old program itself counted.
"""

from __future__ import annotations

import contextlib
import io
import json
import sqlite3
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

from PIL import Image

import resources
from sipokat_desktop import cli
from sipokat_desktop.app import Office
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.modules.rt import queries as roster
from sipokat_desktop.storage.tx import Tx
from tests.kota import CityThread

KELURAHAN = "16.73.01.1003"
ROSTER = str(resources.path("contoh", "roster_contoh.xlsx"))
IMEI = ("490154203237518", "356938035643809")
SEKARANG: tuple[tuple[str, ...], ...] = (
    ("impor", "rt", ROSTER),
    ("rt", "pejabat", "lurah", "--nama", "Dra. Hj. Yunita Sari", "--nip", "197002121995032004"),
    ("rt", "kelurahan", "--nama", "Taba Jemekeh"),
    ("rt", "ganti", "9", "--akhir-nyata", "14/3/2026", "--alasan-akhir", "pindah", "--nama", "Budi Santoso"),
    ("insentif", "susun", "--periode", "2026-01"),
    ("insentif", "kunci", "<2026-01>"),
    ("insentif", "terima", "<2026-01>", "--kecuali", "3"),
    ("insentif", "susun", "--periode", "2026-02"),
    ("insentif", "susun", "--periode", "2026-03"),
    ("insentif", "batal", "<2026-03>", "--alasan", "Salah"),
    ("seragam", "pengadaan", "--nama", "Seragam 2026", "--tahun", "2026", "--barang", "baju", "--isi", "L=10, XL=5"),
    ("seragam", "ukuran", "3=XL", "4=L"),
    ("seragam", "kirim", "L=5, XL=2", "--nomor", "SJ/1/2026", "--terima"),
    ("seragam", "serah", "3"),
    ("barang", "tambah", "--merek", "Samsung", "--tipe", "J2 Prime", "--imei1", IMEI[0]),
    ("barang", "tambah", "--merek", "Samsung", "--tipe", "J2 Prime", "--imei1", IMEI[1]),
    ("barang", "serah", IMEI[0], "--rt", "3"),
    ("bimtek", "kegiatan", "buat", "Bimtek Ketua RT", "--tempat", "Gedung Kesenian", "--tanggal", "20/2/2026"),
    ("bimtek", "undang"),
    ("bimtek", "hadir", "01"),
    ("usulan", "buat", "Perbaikan siring", "--kategori", "drainase", "--rt", "3", "--volume", "1.250,5", "--satuan",
     "m"),
    ("usulan", "buat", "Lampu jalan", "--kategori", "pju", "--rt", "4"),
    ("vaksinasi", "catat", "3=120/80/40/10", "5=90/60", "--tanggal", "1/2/2026"),
    ("laporan", "catat", "Membersihkan siring", "--rt", "1", "--bidang", "2", "--jenis", "gotong_royong", "--tanggal",
     "3/2/2026", "--foto", "<foto>"),
    ("laporan", "catat", "Ronda malam", "--rt", "4", "--bidang", "2", "--jenis", "gotong_royong", "--tanggal",
     "4/2/2026"),
)  # fmt: skip
"""Before the exchange with the city."""
KEMUDIAN: tuple[tuple[str, ...], ...] = (
    ("insentif", "kunci", "<2026-02>"),
    ("insentif", "terima", "<2026-02>", "--hanya", "1,2"),
    ("seragam", "serah", "4"),
    ("barang", "serah", IMEI[1], "--rt", "4"),
    ("bimtek", "hadir", "02"),
    ("usulan", "status", "1", "lurah"),
    ("vaksinasi", "catat", "4=70/20", "--tanggal", "2/2/2026"),
    ("laporan", "catat", "Posyandu", "--rt", "5", "--bidang", "2", "--jenis", "gotong_royong", "--tanggal",
     "5/2/2026"),
)  # fmt: skip
"""After it: nobody but this computer knows of these."""


class Kantor:
    """Runs commands on a data folder; what a commit does not know yet is left out, and named."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.bisa: list[str] = []
        self.belum: list[str] = []

    def __call__(self, *kata: str) -> None:
        """Run a command, silently; note whether this version takes it."""
        kata = tuple(self._isi(satu) for satu in kata)
        ujar = io.StringIO()
        try:
            with contextlib.redirect_stdout(ujar), contextlib.redirect_stderr(ujar):
                kode = cli.main(["--data", str(self._folder), *kata])
        except SystemExit as exc:
            kode = exc.code if isinstance(exc.code, int) else 2
        (self.belum if kode else self.bisa).append(" ".join(kata[:2]))

    def _isi(self, kata: str) -> str:
        if kata == "<foto>":
            file = self._folder.parent / "foto.jpg"
            Image.new("RGB", (80, 60), "red").save(file, "JPEG")
            return str(file)
        if not kata.startswith("<"):
            return kata
        with closing(Office(self._folder)) as office:
            con = office.store.reader()
            row = con.execute("SELECT nomor FROM insentif_daftar WHERE periode = ?", (kata[1:-1],)).fetchone()
            return str(row[0]) if row else "-"


def ubah(folder: Path, nomor: str, hp: str) -> None:
    """Write another telephone number for the head of an RT, past any command."""
    with closing(Office(folder)) as office:
        con = office.store.reader()
        semua = roster.roster(con, lingkup=KELURAHAN, hari=rt.hari_ini(office.store))
        satu = next(b for b in semua if b.nomor == nomor)
        rt.ubah(office.store, jabatan_id=satu.jabatan_id, masa_id=str(satu.masa_id), isian={"hp": hp})


def hapus(folder: Path) -> bool:
    """Delete a row that nothing hangs on, so that a deletion waits: the last report, before there were any the lurah
    who signs. Tell whether there was one."""
    with closing(Office(folder)) as office:
        con, store = office.store.reader(), office.store
        for table in ("laporan_kegiatan", "rt_pejabat"):
            ada = table in store.tables
            row = con.execute(f"SELECT id FROM {table} ORDER BY id DESC LIMIT 1").fetchone() if ada else None
            if row:
                store.write("uji.hapus", partial(_hapus, table, str(row[0])))
                return True
    return False


def _hapus(table: str, row_id: str, tx: Tx) -> None:
    tx.delete(table, row_id)


def sinkron(folder: Path) -> None:
    """Exchange with the city."""
    with closing(Office(folder)) as office:
        office.sync()


def hitung(folder: Path) -> dict[str, object]:
    """What this program counts: rows per table, money, what waits."""
    with closing(Office(folder)) as office:
        con = office.store.reader()
        baris = {t: con.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in sorted(office.store.tables)}
        uang = {
            "insentif_mutasi": con.execute("SELECT coalesce(sum(jumlah), 0) FROM insentif_mutasi").fetchone()[0],
            "insentif_baris": con.execute("SELECT coalesce(sum(diterima), 0) FROM insentif_baris").fetchone()[0],
        }
        keadaan = dict(con.execute("SELECT state, count(*) FROM sync_op GROUP BY 1").fetchall())
        skema = dict(con.execute("SELECT migration_set, count(*) FROM _sqlite_migrations GROUP BY 1").fetchall())
        riwayat = con.execute("SELECT count(*) FROM riwayat").fetchone()[0]
        tidak_baik = [f.kalimat for f in office.check() if not f.ok]
    return {
        "baris": baris, "uang": uang, "keadaan": keadaan, "skema": skema, "riwayat": riwayat, "periksa": tidak_baik,
    }  # fmt: skip


def main(folder: Path) -> None:
    """A day of two computers of one office; the first one's folder and the city's database are what is kept."""
    satu, dua = folder / "kantor", folder / "dua"
    kantor = Kantor(satu)
    with closing(CityThread(f"sqlite:///{folder / 'kota.db'}")) as city:
        city.set_tarif(550_000)
        for pc, nama in ((satu, "Ani"), (dua, "Budi")):
            with closing(Office(pc)) as office:
                office.enrol(server=city.url, code=city.invite(KELURAHAN), name=nama)
                office.sync()
        for kata in SEKARANG:
            kantor(*kata)
        sinkron(satu)
        sinkron(dua)
        ubah(dua, "01", "081200000001")
        ubah(satu, "01", "081200000002")
        sinkron(dua)
        sinkron(satu)
        ubah(dua, "02", "081200000003")
        sinkron(dua)
        ubah(satu, "02", "081200000004")
        dihapus = hapus(satu)
        for kata in KEMUDIAN:
            kantor(*kata)
        catatan = hitung(satu)
    catatan |= {"bisa": kantor.bisa, "belum": kantor.belum, "dihapus": dihapus}
    (folder / "catatan.json").write_text(json.dumps(catatan, indent=1, sort_keys=True), encoding="utf-8")
    with closing(sqlite3.connect(folder / "kota.db")) as con:
        con.execute("PRAGMA journal_mode=DELETE")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
