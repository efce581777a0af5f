"""Sheets nobody has seen: known people in random shapes with damaged cells come back right, or are flagged."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.modules.rt import impor
from sipokat_desktop.modules.rt.impor import Berat, Nasib, Rencana
from tests.unit.kantor import KELURAHAN, buka
from tests.unit.lembar import tulis_xlsx

JUDUL: dict[str, tuple[str, ...]] = {
    "nomor": ("RT", "NO. RT", "Jabatan", "Nomor RT", "Ketua RT"),
    "nama": ("NAMA", "Nama Lengkap", "NAMA KETUA RT", "N A M A", "Nama (sesuai KTP)"),
    "nik": ("NIK", "NO. KTP", "N I K", "Nomor Induk Kependudukan", "NIK/No.KTP"),
    "kelamin": ("L/P", "Jenis Kelamin", "JK"),
    "ttl": ("TEMPAT / TGL LAHIR", "TTL", "Tempat, Tanggal Lahir"),
    "alamat": ("ALAMAT", "Alamat Rumah", "Alamat Lengkap"),
    "hp": ("NO. HP/WA", "Telp.", "No. Handphone", "HP"),
    "sk_nomor": ("SK LURAH", "No. SK", "Nomor SK"),
    "tmt": ("TMT", "Mulai Menjabat"),
}
LAIN = ("NO", "Keterangan", "Pendidikan", "No. KK", "Agama", "Nama Istri", "", "Tanda Tangan")
NAMA = ("Ernawati", "H. Ahmad Yani, S.Pd", "SITI AMINAH", "M. Yusuf", "Dewi Sartika", "Bambang Wijaya", "Rosmala Dewi")
KOTA = ("Curup", "Lubuk Linggau", "Musi Rawas", "Palembang")


@dataclass
class Lembar:
    """A made-up sheet: its rows, and per data row (number as Excel shows it) the truth."""

    rows: list[list[object]]
    benar: dict[int, Fields] = field(default_factory=dict)


def _orang(acak: random.Random, ke: int) -> Fields:
    lahir = date(1950 + acak.randrange(45), 1 + acak.randrange(12), 1 + acak.randrange(28))
    kelamin = acak.choice("LP")
    hari = lahir.day + (40 if kelamin == "P" else 0)
    return {
        "nomor": f"{ke:02}", "nama": acak.choice(NAMA), "kelamin": kelamin, "tempat_lahir": acak.choice(KOTA),
        "nik": f"167301{hari:02}{lahir:%m%y}{1000 + ke * 7:04}", "tanggal_lahir": lahir.isoformat(),
        "alamat": f"Jl. Mawar No. {ke}", "hp": f"0812{acak.randrange(10**7, 10**8)}",
        "sk_nomor": f"141/{ke:02}/KPTS/LS/2024", "tmt": "2024-02-01",
    }  # fmt: skip


def _nik(acak: random.Random, nik: str) -> object:
    return acak.choice([
        nik, f"'{nik}", f" {nik} ", f"{nik[:4]} {nik[4:8]} {nik[8:12]} {nik[12:]}", float(nik), float(nik[:15] + "0"),
        f"{nik[0]},{nik[1:15]}E+15", nik[:12] + "O" + nik[13:], nik[:15], nik.translate(_LEBAR),
    ])  # fmt: skip


_LEBAR = str.maketrans("0123456789", "０１２３４５６７８９")


def _hp(acak: random.Random, hp: str) -> object:
    return acak.choice(
        [hp, f"+62 {hp[1:4]}-{hp[4:]}", float(hp), hp[1:], f"{hp[:4]} {hp[4:8]} {hp[8:]}", f"{hp} / 0811222333"]
    )


def _hari(acak: random.Random, iso: str) -> str:
    hari = date.fromisoformat(iso)
    return acak.choice([tanggal.panjang(hari), f"{hari:%d-%m-%Y}", f"{hari:%d/%m/%Y}", iso, f"{hari:%d.%m.%Y}"])


def _sel(acak: random.Random, isian: str, orang: Fields) -> object:
    nilai = str(orang.get(isian, ""))
    match isian:
        case "nomor":
            return acak.choice([nilai, f"RT {nilai}", f"KETUA RT. {nilai}", f"Ketua RT {int(nilai)}", float(nilai)])
        case "nik":
            return _nik(acak, nilai)
        case "hp":
            return _hp(acak, nilai)
        case "kelamin":
            return acak.choice({"L": ("L", "Laki-laki", "l", "Pria"), "P": ("P", "Perempuan", "Wanita", "p")}[nilai])
        case "ttl":
            hari = _hari(acak, str(orang["tanggal_lahir"]))
            return f"{orang['tempat_lahir']}{acak.choice([', ', ' / ', '/', ' '])}{hari}"
        case "tmt":
            return acak.choice([date.fromisoformat(nilai), _hari(acak, nilai)])
        case "nama":
            return acak.choice([nilai, f" {nilai} "])
    return nilai


def buat(benih: int) -> Lembar:
    """Make a sheet in a random shape."""
    acak = random.Random(benih)
    isian = ["nomor", "nama", *acak.sample([k for k in JUDUL if k not in ("nomor", "nama")], acak.randrange(2, 8))]
    kolom = isian + acak.sample(LAIN, acak.randrange(4))
    acak.shuffle(kolom)
    rows: list[list[object]] = [[f"DAFTAR KETUA RT {n}"] for n in range(acak.randrange(4))]
    rows += [[] for _ in range(acak.randrange(2))]
    judul: list[object] = [acak.choice(JUDUL[k]) if k in JUDUL else k for k in kolom]
    rows.append(judul)
    if acak.random() < 0.4:
        rows.append([n + 1 for n in range(len(kolom))])
    hasil = Lembar(rows)
    for ke in range(1, acak.randrange(3, 12)):
        if ke % 5 == 0 and acak.random() < 0.5:
            rows.append(judul)
        orang = _orang(acak, ke)
        rows.append([_sel(acak, k, orang) if k in JUDUL else ke if k == "NO" else "" for k in kolom])
        punya = {*isian, *(("tempat_lahir", "tanggal_lahir") if "ttl" in isian else ())}
        hasil.benar[len(rows)] = {k: v for k, v in orang.items() if k in punya}
    if acak.random() < 0.6:
        rows += [
            [],
            ["", "Mengetahui,"],
            ["", "Lurah Taba Jemekeh"],
            [],
            ["", "Drs. H. Fulan, M.Si"],
            ["", "NIP. 1967"],
        ]
    return hasil


def salah(rencana: Rencana, benar: dict[int, Fields]) -> list[str]:
    """Return the cells that are neither right nor flagged, and the people who are missing or made up."""
    hasil = [f"baris {n}" for n in {x.letak.baris for x in rencana.baris} ^ benar.keys()]
    for satu in rencana.baris:
        ditandai = {tanda.isian for tanda in satu.tanda if tanda.berat is not Berat.RAPI}
        for isian, nilai in benar.get(satu.letak.baris, {}).items():
            if satu.isi.get(isian) != nilai and isian not in ditandai:
                hasil.append(f"{satu.letak.baris} {isian}: {satu.isi.get(isian)!r} ≠ {nilai!r}")
    return hasil


def _rencana(lembar: Lembar) -> Rencana:
    with TemporaryDirectory() as folder, buka(Path(folder)) as store:
        buku = impor.buka(tulis_xlsx(Path(folder) / "a.xlsx", {"Data": lembar.rows}))
        pemetaan = impor.usul(buku, store)
        assert not pemetaan.kurang, (pemetaan.kurang, lembar.rows)
        rencana = impor.banding(store, KELURAHAN, buku, pemetaan)
        impor.simpan(store, KELURAHAN, rencana)
        lagi = impor.banding(store, KELURAHAN, buku, pemetaan)
        assert {x.nasib for x in lagi.baris} <= {Nasib.SAMA, Nasib.MASALAH, Nasib.DILEWATI}
        return rencana


@given(st.integers(0, 10**9))
@settings(max_examples=150, deadline=None)
def test_every_cell_is_right_or_flagged(benih: int) -> None:
    lembar = buat(benih)
    assert salah(_rencana(lembar), lembar.benar) == []


def _geser(lembar: Lembar) -> None:
    """A reader that takes the rows one too low."""
    lembar.benar = {n + 1: isi for n, isi in lembar.benar.items()}


def _tukar(lembar: Lembar) -> None:
    """A reader that takes one person's phone for another's."""
    semua = [isi for isi in lembar.benar.values() if "hp" in isi]
    if len(semua) > 1:
        semua[0]["hp"], semua[1]["hp"] = semua[1]["hp"], semua[0]["hp"]


def _hilang(lembar: Lembar) -> None:
    """A reader that drops the last person."""
    lembar.benar[max(lembar.benar) + 40] = {"nama": "Budi"}


@pytest.mark.parametrize("rusak", [_geser, _tukar, _hilang])
def test_the_harness_notices_a_wrong_reader(rusak: Callable[[Lembar], None]) -> None:
    """Known-bad control: the same comparison must fail for mistakes of these kinds."""
    ketahuan = 0
    for benih in range(12):
        lembar = buat(benih)
        rencana = _rencana(lembar)
        assert salah(rencana, lembar.benar) == []
        rusak(lembar)
        ketahuan += bool(salah(rencana, lembar.benar))
    assert ketahuan >= 5
