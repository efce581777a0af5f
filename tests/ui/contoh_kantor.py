"""Two office PCs of one kelurahan with invented data in every state that a page can show, and their city."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import resources
from sipokat_desktop.app import Office
from sipokat_desktop.kernel.periode import Periode, triwulan
from sipokat_desktop.modules.insentif import ops as insentif
from sipokat_desktop.modules.insentif import queries as daftar
from sipokat_desktop.modules.insentif import rules as tarif_rules
from sipokat_desktop.modules.rt import ops, queries, rules
from sipokat_desktop.storage import users
from sipokat_desktop.storage.tx import Tx
from tests.kota import City

KELURAHAN = "16.73.01.1003"
PIN = "2580"
PEJABAT = {
    "lurah.nama": "Dra. Hj. Yunita", "lurah.nip": "19780212 200312 2 004", "lurah.pangkat": "Penata Tk. I (III/d)",
    "pptk.nama": "Rahmat Hidayat, S.IP", "pptk.nip": "19850303 201001 1 002", "pptk.pangkat": "Penata (III/c)",
    "bendahara.nama": "Nurlela, A.Md", "bendahara.nip": "19900110 201503 2 001", "bendahara.pangkat": "Pengatur (II/c)",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contoh:
    """Where the two PCs are, and the numbers of the lists of PC-1."""

    pc1: Path
    pc2: Path
    draf: str
    terkunci: str
    sebagian: str
    lunas: str


def berkas(nama: str = "roster_contoh.xlsx") -> Path:
    """Return a sheet that ships with the program."""
    return Path(str(resources.path("contoh", nama)))


def sebelum(p: Periode, kali: int = 1) -> Periode:
    """Return the quarter ``kali`` before ``p``."""
    for _ in range(kali):
        p = Periode(p.tahun, p.triwulan - 1, p.bulan_ke - 3) if p.triwulan > 1 else Periode(p.tahun - 1, 4, 10)
    return p


_KOLOM = (
    "nomor", "nama", "nik", "kelamin", "tempat_lahir", "tanggal_lahir", "alamat", "hp", "sk_nomor", "tmt", "akhir_sk",
    "bank", "rekening", "jumlah_kk", "ukuran",
)  # fmt: skip


def isi_roster(office: Office, lingkup: str = KELURAHAN) -> None:
    """Record the heads of the shipped sheet as one act, as its import does, and the signers."""
    from python_calamine import CalamineWorkbook

    store = office.store
    judul, *isi = CalamineWorkbook.from_path(str(berkas())).get_sheet_by_index(0).to_python()
    assert len(judul) == len(_KOLOM)

    def work(tx: Tx) -> None:
        for sel in isi:
            kata = (str(int(nilai)) if isinstance(nilai, float) else str(nilai) for nilai in sel)
            ops.catat_masa(tx, lingkup, rules.bersihkan(dict(zip(_KOLOM, kata, strict=True)), ops.hari_ini(store)))

    store.write("rt.impor", work)
    ops.set_semua_pejabat(store, lingkup, PEJABAT)


def kantor_kecil(office: Office) -> None:
    """Fill an office without a PIN and without the city: nine heads of RT, signers, a tariff."""
    office.choose_kelurahan(KELURAHAN)
    users.add(office.store, name="Siti Aminah")
    isi_roster(office)
    rows = tarif_rules.baris_tarif(
        KELURAHAN, nama="Insentif Ketua RT", jumlah=550_000, mulai="2024-01", dasar_hukum="SK 1/2024", pajak=0
    )
    insentif.simpan_tarif(office.store, KELURAHAN, rows)


def baris(office: Office, nomor: str) -> queries.BarisRoster:
    """Return the post with this number."""
    store = office.store
    roster = queries.roster(store.reader(), lingkup=office.lingkup, hari=ops.hari_ini(store))
    return next(b for b in roster if b.nomor == nomor)


def ubah(office: Office, nomor: str, **isian: str) -> None:
    """Change fields of a post, its head or the term."""
    b = baris(office, nomor)
    ops.ubah(office.store, jabatan_id=b.jabatan_id, masa_id=b.masa_id or "", isian=isian)


def _hal(office: Office, hari: date) -> None:
    """Put in what the checks of a list complain about."""
    store, kini = office.store, triwulan(hari)
    awal = date(kini.tahun, kini.bulan_ke, 1)
    ubah(office, "06", akhir_sk=(awal + timedelta(days=32)).isoformat())
    ubah(office, "07", sk_nomor="")
    ubah(office, "08", rangkap="Ketua LPM")
    iskandar = baris(office, "03")
    akhir = {"akhir_nyata": (awal + timedelta(days=8)).isoformat(), "alasan_akhir": "pindah"}
    ops.akhiri(store, masa_id=iskandar.masa_id or "", isian=akhir)
    baru = {"nama": "Herman Efendi", "nik": "1673010101700011", "tmt": (awal + timedelta(days=9)).isoformat()}
    ops.tambah(store, KELURAHAN, {"nomor": "03", "jenis": "plt", "sk_nomor": "141/51/KPTS/LS/2026"} | baru)
    lama = {"nama": "Iskandar Muda", "nik": str(iskandar.nik), "tmt": (awal + timedelta(days=9)).isoformat()}
    ops.tambah(store, KELURAHAN, {"nomor": "10", "jenis": "definitif", "sk_nomor": "141/52/KPTS/LS/2026"} | lama)
    ops.tambah(store, KELURAHAN, {"nomor": "11", "nama": "Kusnadi", "tmt": "2024-01-01", "sk_nomor": "141/53"})
    kusnadi = baris(office, "11").masa_id or ""
    ops.akhiri(store, masa_id=kusnadi, isian={"akhir_nyata": (awal - timedelta(days=1)).isoformat()})
    ops.tambah(
        store, KELURAHAN, {"nomor": "12", "nama": "Raden Mas Muhammad Yusuf Adiningrat Prawirodirdjo, S.Pd., M.Si."}
    )


def _kunci(office: Office, p: Periode) -> str:
    nomor = insentif.susun(office.store, KELURAHAN, p).value
    insentif.kunci(office.store, nomor, lurah=PEJABAT["lurah.nama"], alasan="Disetujui Lurah")
    return nomor


def siapkan(folder: Path, kota: City) -> Contoh:
    """Build both PCs: lists in four states, a *pembayaran ganda*, a differing edit, changes that the city holds."""
    kota.set_tarif()
    pc1, pc2 = Office(folder / "pc1"), Office(folder / "pc2")
    with closing(pc1), closing(pc2):
        for office, nama in ((pc1, "Siti Aminah"), (pc2, "Rudi Hartono")):
            office.enrol(server=kota.url, code=kota.invite(KELURAHAN), name=nama)
            users.add(office.store, name=nama, pin=PIN)
            office.store.user = nama
        pc1.sync()
        isi_roster(pc1)
        kini = triwulan(ops.hari_ini(pc1.store))
        lunas, sebagian, terkunci = (_kunci(pc1, sebelum(kini, kali)) for kali in (3, 2, 1))
        insentif.terima(pc1.store, lunas)
        insentif.terima(pc1.store, sebagian, kecuali={3, 7})
        for office in (pc1, pc2):
            office.sync()
        insentif.terima(pc1.store, terkunci, hanya={3})
        insentif.terima(pc2.store, terkunci, hanya={3})
        ubah(pc1, "05", rekening="1902115884")
        ubah(pc2, "05", rekening="1902115848")
        lebih_dulu = sebelum(kini, 4)
        nomor = insentif.susun(pc1.store, KELURAHAN, lebih_dulu).value
        for office in (pc1, pc2):
            office.sync()
        insentif.kunci(pc1.store, nomor, lurah=PEJABAT["lurah.nama"], alasan="Disetujui Lurah")
        ubah(pc2, "09", tmt=date(lebih_dulu.tahun, lebih_dulu.bulan_ke + 1, 1).isoformat())
        insentif.susun(pc2.store, KELURAHAN, lebih_dulu)
        for office in (pc1, pc2, pc1):
            office.sync()
        _hal(pc1, ops.hari_ini(pc1.store))
        draf = insentif.susun(pc1.store, KELURAHAN, kini).value
        pc1.safety.backup()
    return Contoh(folder / "pc1", folder / "pc2", draf, terkunci, sebagian, lunas)


def semua_nomor(office: Office) -> list[str]:
    """Return the numbers of all lists here."""
    with suppress(IndexError):
        return [d.nomor for d in daftar.semua_daftar(office.store.reader(), lingkup=office.lingkup)]
    return []
