"""Import of an office's roster sheet: read, compare with the store, commit, and give the balance."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from pathlib import Path

from sipokat_desktop.importing import header, sheet
from sipokat_desktop.kernel import nik as nik_
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import JABATAN, MASA, ORANG, ops, queries, rules

SYNONYMS = {
    "nomor": ("No RT", "RT", "Nomor RT", "Jabatan", "No. RT", "Ketua RT"),
    "nama": ("Nama", "Nama Lengkap", "Nama Ketua RT", "Nama Ketua", "Nama RT"),
    "nik": ("NIK", "No. KTP", "No NIK", "No. NIK", "Nomor KTP", "Nomor Induk Kependudukan", "NIK / No. KTP"),
    "kelamin": ("Jenis Kelamin", "L/P", "JK", "Kelamin", "P/L"),
    "ttl": ("Tempat / Tgl Lahir", "TTL", "Tempat, Tanggal Lahir", "Tempat/Tanggal Lahir", "Tempat Tgl Lahir"),
    "tempat_lahir": ("Tempat Lahir",),
    "tanggal_lahir": ("Tanggal Lahir", "Tgl Lahir", "Tgl. Lahir"),
    "alamat": ("Alamat", "Alamat Rumah", "Alamat Lengkap"),
    "hp": ("No HP", "HP", "No. HP/WA", "No. Telp", "Telepon", "No WA", "Nomor HP", "No. HP / WA"),
    "sk_nomor": ("No SK", "SK", "SK Lurah", "Nomor SK", "No. SK", "SK Pengangkatan"),
    "sk_tanggal": ("Tanggal SK", "Tgl SK"),
    "tmt": ("TMT", "Mulai Menjabat", "TMT Jabatan"),
    "akhir_sk": ("Akhir Jabatan", "Berakhir", "Akhir SK", "Akhir Masa Jabatan", "Sampai Dengan"),
    "bank": ("Bank", "Nama Bank"),
    "rekening": ("No Rekening", "Rekening", "No. Rek", "Nomor Rekening"),
    "jumlah_kk": ("Jumlah KK", "KK", "Jml KK"),
    "ukuran": ("Ukuran Baju", "Ukuran", "Size"),
}


class Nasib(Enum):
    """What becomes of a row with a remark: taken with a doubt, skipped, or a person must mend it."""

    PAKAI = "dipakai"
    LEWATI = "dilewati"
    PERBAIKI = "perbaiki"


@dataclass(frozen=True, slots=True)
class Masalah:
    """A remark on a row: its number as Excel shows it, the field, a sentence."""

    baris: int
    kolom: str
    pesan: str
    nasib: Nasib = Nasib.PERBAIKI


@dataclass(frozen=True, slots=True)
class Calon:
    """One good row: its number in the sheet and the cleaned fields."""

    baris: int
    fields: Fields


@dataclass(slots=True)
class Neraca:
    """The balance of an import: dibaca = baru + diubah + sama + dilewati."""

    berkas: str
    dibaca: int = 0
    baru: int = 0
    diubah: int = 0
    sama: int = 0
    dilewati: int = 0
    diganti: int = 0
    masalah: list[Masalah] = field(default_factory=list)

    @property
    def kalimat(self) -> str:
        """The balance in one sentence."""
        return (
            f"{self.dibaca} baris dibaca: {self.baru} baru, {self.diubah} diubah, "
            f"{self.sama} sama, {self.dilewati} dilewati."
        )


@dataclass(frozen=True, slots=True)
class Bacaan:
    """What a file holds, before anything is saved."""

    berkas: str
    calon: tuple[Calon, ...]
    masalah: tuple[Masalah, ...]
    dibaca: int

    @property
    def bermasalah(self) -> tuple[Masalah, ...]:
        """The remarks that a person should mend before the row can be taken."""
        return tuple(m for m in self.masalah if m.nasib is Nasib.PERBAIKI)

    @property
    def baik(self) -> tuple[Calon, ...]:
        """The rows that can be saved."""
        buang = {m.baris for m in self.masalah if m.nasib is not Nasib.PAKAI}
        return tuple(c for c in self.calon if c.baris not in buang)


def baca(path: Path, hari: date) -> Bacaan:
    """Read a roster sheet; nothing is saved. Raises InputSalah when the file is no roster."""
    kepala = header.find(sheet.read(path), SYNONYMS, ("nomor", "nama"))
    calon: list[Calon] = []
    masalah: list[Masalah] = []
    dibaca = 0
    for baris, sel in kepala.records():
        if not sel["nama"].text or not any(ch.isalpha() for ch in sel["nama"].text):
            continue
        dibaca += 1
        try:
            fields, ragu = _satu(baris, sel, hari)
        except InputSalah as exc:
            masalah.append(Masalah(baris, exc.field, exc.pesan))
        else:
            calon.append(Calon(baris, fields))
            masalah.extend(ragu)
    if not dibaca:
        raise InputSalah("berkas", f"Berkas {path.name} tidak berisi baris ketua RT. Tidak ada data yang diubah.")
    return Bacaan(path.name, tuple(calon), tuple(masalah) + _kembar(calon), dibaca)


def simpan(store: Store, lingkup: str, bacaan: Bacaan) -> Done[Neraca]:
    """Commit the good rows as one act; nobody missing from the sheet is touched.

    People are recognised by NIK, else by name and RT; a new name on a held post replaces its
    head from the new TMT on. Returns the balance; raises InputSalah, with nothing saved, when a NIK
    would then belong to two heads in office.
    """
    dipakai, hari = bacaan.baik, ops.hari_ini(store)

    def work(tx: Tx) -> Neraca:
        neraca = Neraca(bacaan.berkas, dibaca=bacaan.dibaca, dilewati=bacaan.dibaca - len(dipakai))
        neraca.masalah.extend(bacaan.masalah)
        for calon in dipakai:
            _terapkan(tx, lingkup, calon, neraca, hari)
        for calon in dipakai:
            _nik_tunggal(tx, calon, hari)
        return neraca

    return store.write("rt.impor", work)


def _satu(baris: int, sel: dict[str, sheet.Cell], hari: date) -> tuple[Fields, list[Masalah]]:
    isian = {name: cell.text for name, cell in sel.items() if name not in ("ttl", "nik")}
    if "ttl" in sel:
        isian["tempat_lahir"], isian["tanggal_lahir"] = _ttl(sel["ttl"].text)
    if isian.get("kelamin"):
        isian["kelamin"] = isian["kelamin"].strip()[:1].upper()
    ragu: list[Masalah] = []
    nik = sel.get("nik", sheet.Cell(""))
    if (nik.number and len(nik.text) == nik_.PANJANG and nik.text.endswith("0")) or "e+" in nik.text.casefold():
        ragu.append(
            Masalah(baris, "nik", "NIK rusak oleh Excel (angka terakhir hilang): isi ulang dari KTP.", Nasib.PAKAI)
        )
    else:
        isian["nik"] = nik.text
    fields = rules.bersihkan(isian, hari)
    rules.periksa_masa(fields)
    ragu.extend(Masalah(baris, "nik", pesan, Nasib.PAKAI) for pesan in _ragu_nik(fields, hari))
    return fields, ragu


def _ragu_nik(fields: Fields, hari: date) -> tuple[str, ...]:
    nik, lahir = fields.get("nik"), fields.get("tanggal_lahir")
    if not nik:
        return ()
    tanggal_lahir = date.fromisoformat(str(lahir)) if lahir else None
    return nik_.peringatan(
        str(nik), tanggal_lahir=tanggal_lahir, kelamin=str(fields.get("kelamin") or ""), hari_ini=hari
    )


def _ttl(teks: str) -> tuple[str, str]:
    for pemisah in (" / ", "/", ","):
        tempat, ada, hari = teks.partition(pemisah)
        if ada and any(ch.isdigit() for ch in hari) and not any(ch.isdigit() for ch in tempat):
            return tempat.strip(), hari.strip()
    return teks.strip(), ""


def _kembar(calon: list[Calon]) -> tuple[Masalah, ...]:
    """Name the rows that repeat another one; a row repeated to the letter is only skipped."""
    pertama: dict[tuple[tuple[str, object], ...], int] = {}
    masalah: list[Masalah] = []
    sisa: list[Calon] = []
    for c in calon:
        isi = tuple(sorted(c.fields.items(), key=lambda pasang: pasang[0]))
        if isi in pertama:
            masalah.append(Masalah(c.baris, "", f"Sama persis dengan baris {pertama[isi]}.", Nasib.LEWATI))
        else:
            pertama[isi] = c.baris
            sisa.append(c)
    for kolom, sebutan in (("nik", "NIK"), ("nomor", "RT")):
        jumlah = Counter(c.fields.get(kolom) for c in sisa if c.fields.get(kolom))
        masalah.extend(
            Masalah(c.baris, kolom, f"{sebutan} ini muncul lebih dari sekali di lembar ini.")
            for c in sisa
            if jumlah[c.fields.get(kolom)] > 1
        )
    return tuple(masalah)


def _terapkan(tx: Tx, lingkup: str, calon: Calon, neraca: Neraca, hari: date) -> None:
    fields: Fields = {name: value for name, value in calon.fields.items() if value is not None}
    roster = queries.roster(tx.con, lingkup=lingkup, hari=_saat(fields, hari))
    kini = {b.nomor: b for b in roster}.get(str(fields["nomor"]))
    if kini is None:
        ops.catat_masa(tx, lingkup, fields)
        neraca.baru += 1
    elif kini.orang_id and kini.masa_id and _orang_sama(kini, fields):
        berubah = [
            tx.update("rt_orang", kini.orang_id, ops.bagian(ORANG, fields)),
            tx.update("rt_masa", kini.masa_id, ops.bagian(MASA, fields)),
            tx.update("rt_jabatan", kini.jabatan_id, ops.bagian(JABATAN, fields)),
        ]
        neraca.diubah += any(berubah)
        neraca.sama += not any(berubah)
    else:
        if kini.masa_id:
            akhir: Fields = {"akhir_nyata": _sehari_sebelum(fields, hari), "alasan_akhir": "habis_masa"}
            tx.update("rt_masa", kini.masa_id, akhir)
            neraca.diganti += 1
        ops.catat_masa(tx, lingkup, fields)
        neraca.baru += 1


def _saat(fields: Fields, hari: date) -> date:
    """Return the day on which a row holds: today, or its TMT when that is still to come."""
    tmt = fields.get("tmt")
    return max(hari, date.fromisoformat(str(tmt))) if tmt else hari


def _nik_tunggal(tx: Tx, calon: Calon, hari: date) -> None:
    nik = calon.fields.get("nik")
    if not nik:
        return
    pemegang = queries.pemegang_nik(tx.con, str(nik), hari=_saat(calon.fields, hari))
    if len(pemegang) > 1:
        pesan = f"Baris {calon.baris}: NIK ini lalu dipegang Ketua RT {' dan RT '.join(pemegang)} sekaligus."
        raise InputSalah("berkas", f"{pesan} Tidak ada data yang diubah.")


def _orang_sama(kini: queries.BarisRoster, fields: Fields) -> bool:
    if kini.nik and fields.get("nik"):
        return kini.nik == fields["nik"]
    return kunci_cari(kini.nama or "") == kunci_cari(str(fields["nama"]))


def _sehari_sebelum(fields: Fields, hari: date) -> str:
    tmt = fields.get("tmt")
    return ((date.fromisoformat(str(tmt)) if tmt else hari) - timedelta(days=1)).isoformat()
