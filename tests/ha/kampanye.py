"""The primary killed and frozen again and again while offices write.

``python -m tests.ha.kampanye --bunuh 20 --beku 20`` counts what the city acknowledged and then forgot, after the old
primary has come back, and how long nobody could write. Afterwards the known-bad control: kills without synchronous
replication must lose. ``--tulis`` writes the figures into tests/bench/HASIL.md.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, zip_longest
from pathlib import Path

from resources.packaging.pusat.ha.proses import kirim
from resources.packaging.pusat.ha.simpul import Mesin, TakMenyala, tunggu
from tests.sync import dunia

from .hasil import tulis_bab
from .panggung import Panggung, menulis, panggung

BEKU_S = 26.0
"""Longer than Patroni's ttl of 20 s: another one leads when the old primary wakes up."""
TERTINGGAL_S = 1.0
"""How long the standbys receive nothing before a kill of the kind ``tertinggal``."""
BATAS_S = 30.0
UTAMA = frozenset({"bunuh", "beku"})
"""The blows to the primary alone: those that the limit is for."""
PULIH_S = 240
GANTI_S = 30
KEPALA = """\
Ditulis oleh `python -m tests.ha.kampanye --bunuh 20 --beku 20 --tulis`, bukan diketik. Tiga simpul, dua proses server
dan enam kantor yang terus menulis di satu komputer; berhenti = dari keberhasilan terakhir sampai yang pertama lagi.

{tanggal}

| pukulan | kali | berhenti, median | terlama | kantor paling sial | hilang |
|---|---:|---:|---:|---:|---:|
"""
NAMA = {
    "bunuh": "Pemimpin dibunuh (-9, dengan Patroni-nya)",
    "tertinggal": "Pemimpin dibunuh selagi salinannya tertinggal",
    "beku": "Pemimpin dibekukan 26 detik, lalu bangun",
    "pendamping": "Salinan yang ditunggu dibunuh",
    "salinan": "Kedua salinan diam sampai setiap kantor ditolak (batas tunggu 15 s)",
}


@dataclass(frozen=True, slots=True)
class Kejadian:
    """One blow: nobody could write for ``henti`` s, the unluckiest office for ``terlama`` s; ``hilang`` ops gone.

    After ``pulih`` s all three nodes were there again.
    """

    jenis: str
    henti: float
    terlama: float
    pulih: float
    hilang: int


@dataclass(frozen=True, slots=True)
class Hasil:
    """What a campaign showed."""

    kejadian: tuple[Kejadian, ...]
    terjawab: int
    tak_tercatat: int
    beda: int
    serempak: bool

    @property
    def hilang(self) -> int:
        """Acknowledged ops that the city forgot at any time, or does not hold in the end."""
        return sum(k.hilang for k in self.kejadian) + self.tak_tercatat


def bunuh(p: Panggung, lama: Mesin) -> None:
    """Kill the primary and its Patroni; they come back when another one leads."""
    lama.bunuh()
    _ada_pengganti(p, lama)
    lama.nyalakan()


def tertinggal(p: Panggung, lama: Mesin) -> None:
    """Kill a primary whose standbys have received nothing for a moment: their receivers end as soon as they begin."""
    akhir = time.monotonic() + TERTINGGAL_S
    while time.monotonic() < akhir:
        kirim([pid for m in p.tiga.mesin if m is not lama for pid in m.anak_postgres("walreceiver")], signal.SIGTERM)
        time.sleep(0.02)
    lama.bunuh()
    with suppress(TakMenyala):  # it had noticed that nobody follows: then only it may lead, and it must come back
        _ada_pengganti(p, lama, GANTI_S)
    lama.nyalakan()


def beku(p: Panggung, lama: Mesin) -> None:
    """Freeze the primary and its Patroni until long after another one leads, then let them go on."""
    mulai = time.monotonic()
    pids = lama.bekukan()
    _ada_pengganti(p, lama)
    time.sleep(max(0.0, mulai + BEKU_S - time.monotonic()))
    lama.cairkan(pids)


def pendamping(p: Panggung, lama: Mesin) -> None:
    """Kill the standby that every COMMIT waits for: the other one takes its place."""
    nama = next(m["name"] for m in lama.gugus() if m["role"] == "sync_standby")
    mesin = next(m for m in p.tiga.mesin if m.nama == nama)
    mesin.bunuh()
    semua_menulis(p)
    mesin.nyalakan()


def salinan(p: Panggung, lama: Mesin) -> None:
    """Freeze both standbys: no COMMIT is answered, the API gives up by itself, and the same primary goes on later."""
    pids = [pid for m in p.tiga.mesin if m is not lama for pid in m.bekukan()]
    mulai = time.monotonic()
    tunggu("Semua kantor ditolak", lambda: all(w.ditolak_sejak(mulai) for w in p.penulis), PULIH_S)
    lama.cairkan(pids)


JENIS: dict[str, Callable[[Panggung, Mesin], None]] = {
    "bunuh": bunuh,
    "tertinggal": tertinggal,
    "beku": beku,
    "pendamping": pendamping,
    "salinan": salinan,
}


def _ada_pengganti(p: Panggung, lama: Mesin, detik: float = PULIH_S) -> None:
    tunggu("Pemimpin baru", lambda: any(m.pemimpin for m in p.tiga.mesin if m is not lama), detik)


def pukul(p: Panggung, jenis: str) -> Kejadian:
    """Strike once, wait until all three nodes and all offices are well again, and count."""
    tunggu("Gugus lengkap", p.tiga.lengkap, PULIH_S)
    semua_menulis(p)
    sebelum, mulai = p.hilang, time.monotonic()
    JENIS[jenis](p, p.tiga.pemimpin())
    tunggu("Gugus lengkap lagi", p.tiga.lengkap, PULIH_S)
    pulih = time.monotonic() - mulai
    semua_menulis(p)
    return Kejadian(jenis, *henti(p, mulai), pulih, p.hilang - sebelum)


def semua_menulis(p: Panggung) -> None:
    """Wait until every office has synced once more: only then has each heard what the city knows of it."""
    saat = time.monotonic()
    tunggu("Semua kantor menulis", lambda: all(w.berhasil_sejak(saat) for w in p.penulis), PULIH_S)


def henti(p: Panggung, sejak: float) -> tuple[float, float]:
    """Return the longest time without a success after ``sejak``: of all offices together, and of the unluckiest."""
    milik = [[x.usai for x in w.percobaan if not x.gagal] for w in p.penulis]
    return _celah(sorted(t for satu in milik for t in satu), sejak), max(_celah(satu, sejak) for satu in milik)


def _celah(berhasil: Sequence[float], sejak: float) -> float:
    return max((b - a for a, b in pairwise(berhasil) if b > sejak), default=0.0)


def main_kampanye(jenis: Sequence[str], folder: Path, *, serempak: bool = True) -> Hasil:
    """Play the blows in order; returns what they showed."""
    with panggung(folder, serempak=serempak) as p:
        with menulis(p.penulis):
            kejadian = tuple(_tercetak(ke, pukul(p, satu)) for ke, satu in enumerate(jenis, 1))
        for penulis in (*p.penulis, *p.penulis):
            gagal = penulis.kirim()
            assert not gagal, gagal
        tercatat = dunia.tercatat(p.city.db).keys()
        terjawab = {op for w in p.penulis for op in w.terjawab}
        beda = sum(dunia.isi_kantor(w.pc, w.kode) != dunia.isi_kota(p.city.db, w.kode) for w in p.penulis)
    return Hasil(kejadian, len(terjawab), len(terjawab - tercatat), beda, serempak)


def _tercetak(ke: int, satu: Kejadian) -> Kejadian:
    print(
        f"{ke:3} {satu.jenis:<10} henti {satu.henti:5.1f} s · kantor terlama {satu.terlama:5.1f} s"
        f" · lengkap lagi {satu.pulih:5.1f} s · hilang {satu.hilang}", flush=True,
    )  # fmt: skip
    return satu


def ringkas(hasil: Hasil) -> list[str]:
    """Return the lines of the table."""
    baris = []
    for jenis in dict.fromkeys(k.jenis for k in hasil.kejadian):
        milik = [k for k in hasil.kejadian if k.jenis == jenis]
        lama = [k.henti for k in milik]
        angka = f"{statistics.median(lama):.1f} s | {max(lama):.1f} s | {max(k.terlama for k in milik):.1f} s"
        nama = NAMA[jenis] if hasil.serempak else f"Kendali, tanpa replikasi serempak: {NAMA[jenis]}"
        baris.append(f"| {nama} | {len(milik)} | {angka.replace('.', ',')} | {sum(k.hilang for k in milik)} |")
    return baris


def akhir(hasil: Hasil) -> str:
    """Return what all blows together left behind."""
    terjawab = f"{hasil.terjawab:,}".replace(",", ".")
    return (
        f"{terjawab} perubahan terjawab; di akhir {hasil.tak_tercatat} tidak tercatat di kota dan {hasil.beda} kantor"
        " berbeda dengan kota, baris demi baris."
    )


def tulis(semua: Sequence[Hasil]) -> None:
    """Write the chapter of the failovers."""
    tabel = "\n".join(baris for hasil in semua for baris in ringkas(hasil))
    kalimat = "\n".join(f"- {'Gugus serempak' if h.serempak else 'Kendali'}: {akhir(h)}" for h in semua)
    tulis_bab("Gagal alih", f"{KEPALA.format(tanggal=date.today())}{tabel}\n\n{kalimat}")


def urutan(bunuh_: int, beku_: int, salinan_: int) -> list[str]:
    """Return the blows in turn; of four kills one comes while the standbys lag behind, ``salinan_``: standbys die."""
    jenis = [
        ["tertinggal" if ke % 4 == 1 else "bunuh" for ke in range(bunuh_)],
        ["beku"] * beku_,
        ["pendamping", "salinan"] * salinan_,
    ]
    return [satu for giliran in zip_longest(*jenis) for satu in giliran if satu]


def main(kata: Sequence[str] | None = None) -> int:
    """Play and judge; 1 when something was lost, took too long, or the control lost nothing."""
    parser = argparse.ArgumentParser(prog="kampanye", description="Gagal alih dengan tulisan berjalan.")
    parser.add_argument("--bunuh", type=int, default=3, metavar="N", help="seperempatnya dengan salinan tertinggal")
    parser.add_argument("--beku", type=int, default=3, metavar="N")
    parser.add_argument("--salinan", type=int, default=1, metavar="N", help="satu salinan mati, lalu keduanya diam")
    parser.add_argument("--kendali", type=int, default=2, metavar="N", help="tanpa replikasi serempak: harus hilang")
    parser.add_argument("--tulis", action="store_true", help="tulis ke tests/bench/HASIL.md")
    args = parser.parse_args(kata)
    semua = [
        _dimainkan(jenis, serempak=serempak)
        for jenis, serempak in (
            (urutan(args.bunuh, args.beku, args.salinan), True), (["tertinggal"] * args.kendali, False),
        ) if jenis
    ]  # fmt: skip
    for hasil in semua:
        print("\n".join([*ringkas(hasil), akhir(hasil)]), flush=True)
    if args.tulis:
        tulis(semua)
    return 0 if all(map(sesuai, semua)) else 1


def sesuai(hasil: Hasil) -> bool:
    """Tell whether a group kept its promise, or the control lost as it must."""
    if not hasil.serempak:
        return hasil.hilang > 0
    lama = max((k.henti for k in hasil.kejadian if k.jenis in UTAMA), default=0.0)
    return not (hasil.hilang or hasil.beda) and lama <= BATAS_S


def _dimainkan(jenis: Sequence[str], *, serempak: bool) -> Hasil:
    folder = Path(tempfile.mkdtemp(prefix="sipokat-ha-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    folder.chmod(0o755)
    hasil = main_kampanye(jenis, folder, serempak=serempak)
    shutil.rmtree(folder)
    return hasil


if __name__ == "__main__":
    sys.exit(main())
