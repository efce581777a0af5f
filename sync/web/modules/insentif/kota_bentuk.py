"""The forms by which the city lays something down: their inputs, the command that writes it, what it is tried as."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import NamedTuple

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.kernel.arguments import Parser
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import acara, kinerja, rules, text_acara
from sipokat_desktop.modules.insentif import komponen as ketetapan
from sipokat_desktop.modules.insentif import text as insentif
from sipokat_desktop.modules.insentif.commands_kota import CITY_COMMANDS
from sipokat_desktop.modules.insentif.model import Komponen
from sipokat_desktop.modules.insentif.simulasi import Andaian, AturanBaru, TarifBaru
from sipokat_desktop.storage.command import CityAnswer, CityCommand
from sync.web.kit.kunjungan import Kunjungan

from . import kota_acara, kota_pita
from . import text_kota as text

Nilai = Mapping[str, str]
Pilihan = tuple[tuple[str, str], ...]
_KE_DEPAN, _KE_BELAKANG, _DICOBA = 36, 12, 12
"""Months that can be chosen, and of how many a change is tried."""


class Isian(NamedTuple):
    """An input: a choice where there are ``pilihan``."""

    nama: str
    label: str
    contoh: str = ""
    pilihan: Pilihan = ()
    wajib: bool = False
    petunjuk: str = ""
    berbaris: bool = False
    """Typed as rows (:mod:`.kota_pita`)."""


class Bentuk(NamedTuple):
    """A form: the words of the city's command, its inputs, and what it is tried as (None: it changes no sums)."""

    kunci: str
    perintah: tuple[str, ...]
    isian: Callable[[Kunjungan], tuple[Isian, ...]]
    andaian: Callable[[Kunjungan, Nilai], Andaian] | None

    @property
    def judul(self) -> str:
        """The title."""
        return text.JUDUL[self.kunci]

    def nilai(self, k: Kunjungan) -> dict[str, str]:
        """Return what was typed."""
        baris = kota_pita.ke_teks(kota_pita.dari_formulir(k))
        return {satu.nama: baris if satu.berbaris and baris else k.isian(satu.nama) for satu in self.isian(k)}

    def jawaban(self, k: Kunjungan, nilai: Nilai) -> CityAnswer:
        """Return what the command would write; raise InputSalah with the input's name."""
        command = next(c for c in CITY_COMMANDS if c.words == self.perintah)
        return command.run(k.kota(), argumen(command, {**nilai, **_tersirat(k, self, nilai)}))


def argumen(command: CityCommand, nilai: Nilai) -> Namespace:
    """Return what a command of the city is given as its command line would; raise InputSalah."""
    parser = Parser()
    command.arguments(parser)
    return parser.parse_args([f"--{nama.replace('_', '-')}={isi}" for nama, isi in nilai.items() if isi])


def _tersirat(k: Kunjungan, bentuk: Bentuk, nilai: Nilai) -> dict[str, str]:
    """Return what nobody types: the number of a new version of a rule, the first month of an event's tariff."""
    if bentuk.kunci == "acara":
        return {"mulai": kota_acara.mulai(k, nilai["acara"])}
    if bentuk.kunci != "aturan":
        return {}
    semua = _komponen(k, nilai).aturan
    return {"versi": str(1 + max((a.versi for a in semua), default=0))}


def komponen(k: Kunjungan) -> list[Komponen]:
    """Return the city's components."""
    return ketetapan.komponen(k.baca(), lingkup=ketetapan.KOTA)


def _komponen(k: Kunjungan, nilai: Nilai) -> Komponen:
    return ketetapan.pilih_komponen(k.baca(), lingkup=ketetapan.KOTA, nama=nilai["komponen"])


def _bulan(k: Kunjungan, *awal: tuple[str, str]) -> Pilihan:
    hari = tanggal.wib(k.now).date()
    kini = f"{hari.year}-{hari.month:02d}"
    semua = (periode.geser(kini, ke) for ke in range(-_KE_BELAKANG, _KE_DEPAN + 1))
    return (*awal, *((bulan, periode.nama_bulan(bulan)) for bulan in semua))


def _nama(k: Kunjungan) -> Pilihan:
    return tuple((satu.nama, satu.nama) for satu in acara.menurut_masa(komponen(k)))


def _kapan(k: Kunjungan) -> tuple[Isian, ...]:
    return (
        Isian("mulai", text.L_MULAI, pilihan=_bulan(k), wajib=True),
        Isian("sampai", text.L_SAMPAI, pilihan=_bulan(k, ("", text.SAMPAI_DIUBAH))),
        Isian("dasar", text.L_DASAR, "Perwal Nomor 12 Tahun 2026"),
    )


def _tarif(k: Kunjungan) -> tuple[Isian, ...]:
    return (
        Isian("komponen", text.L_KOMPONEN, pilihan=_nama(k), wajib=True),
        Isian("jumlah", text.L_JUMLAH, "750.000", wajib=True),
        *_kapan(k),
    )


def _aturan(k: Kunjungan) -> tuple[Isian, ...]:
    ukuran = tuple(insentif.UKURAN_KINERJA.items())
    return (
        Isian("komponen", text.L_KOMPONEN, pilihan=_nama(k), wajib=True),
        Isian("ukuran", text.L_UKURAN, pilihan=ukuran, wajib=True),
        Isian("pita", text.L_PITA, petunjuk=text.P_PITA, berbaris=True),
        *_kapan(k),
    )


def _baru(k: Kunjungan) -> tuple[Isian, ...]:
    skema = tuple(satu for satu in insentif.SKEMA.items() if satu[0] != "persen")
    hari = tuple((str(n), kata) for n, kata in text.HARI_ACUAN.items())
    return (
        Isian("komponen", text.L_NAMA, "Insentif RT lewat Kecamatan", wajib=True),
        Isian("jumlah", text.L_JUMLAH, "200.000", wajib=True),
        *_kapan(k),
        Isian("skema", text.L_SKEMA, pilihan=skema),
        Isian("cara", text.L_CARA, pilihan=tuple(text.CARA.items())),
        Isian("hari_acuan", text.L_HARI, pilihan=hari),
        Isian("terbuka", text.L_TERBUKA, pilihan=tuple(text.TERBUKA.items())),
    )


def _acara(k: Kunjungan) -> tuple[Isian, ...]:
    skema = tuple(satu for satu in insentif.SKEMA.items() if satu[0] != "persen")
    return (
        Isian("acara", text.L_ACARA, pilihan=kota_acara.pilihan(k), wajib=True, petunjuk=text.P_ACARA),
        Isian("komponen", text.L_NAMA, "Uang transport Bimtek 2026", wajib=True),
        Isian("per", text.L_PER, pilihan=tuple(text_acara.PER.items())),
        Isian("jumlah", text.L_JUMLAH_ACARA, "150.000", wajib=True),
        Isian("dasar", text.L_DASAR, "SK Wali Kota Nomor 8 Tahun 2026"),
        Isian("skema", text.L_SKEMA, pilihan=skema),
        Isian("cara", text.L_CARA, pilihan=tuple(text.CARA.items())),
    )


def _dana(k: Kunjungan) -> tuple[Isian, ...]:
    tahun = tanggal.wib(k.now).year
    semua = tuple((satu.nama, satu.nama) for satu in komponen(k))
    return (
        Isian("komponen", text.L_KOMPONEN, pilihan=semua, wajib=True),
        Isian(
            "tahun", text.L_TAHUN, pilihan=tuple((str(t), str(t)) for t in (tahun, tahun + 1, tahun - 1)), wajib=True
        ),
        Isian("pagu", text.L_PAGU, "3.484.800.000"),
        Isian("sumber_dana", text.L_SUMBER, "Kecamatan"),
        Isian("program", text.L_PROGRAM),
        Isian("kegiatan", text.L_KEGIATAN),
        Isian("kode_rekening", text.L_REKENING, "5.1.02.02.01.0029"),
        Isian("dasar", text.L_DASAR, "SK Wali Kota Nomor 8 Tahun 2026"),
    )


def _andaian(k: Kunjungan, nilai: Nilai) -> Andaian:
    """Return the twelve months from the change on (fewer where it ends before), nothing changed yet."""
    mulai, sampai = rules.rentang_tarif(nilai["mulai"], nilai["sampai"])
    akhir = periode.geser(mulai, _DICOBA - 1)
    return Andaian(_komponen(k, nilai).komponen_id, mulai, min(sampai, akhir) if sampai else akhir)


def _andai_tarif(k: Kunjungan, nilai: Nilai) -> Andaian:
    dasar = _andaian(k, nilai)
    baru = (TarifBaru(dasar.dari, rupiah.baca(nilai["jumlah"], "jumlah")),)
    return Andaian(dasar.komponen_id, dasar.dari, dasar.sampai, baru)


def _andai_aturan(k: Kunjungan, nilai: Nilai) -> Andaian:
    dasar = _andaian(k, nilai)
    baru = AturanBaru(dasar.dari, nilai["ukuran"], kinerja.tulis_pita(kinerja.baca_pita(nilai["pita"])))
    return Andaian(dasar.komponen_id, dasar.dari, dasar.sampai, aturan=baru)


BENTUK = {
    b.kunci: b
    for b in (
        Bentuk("tarif", ("tarif", "set"), _tarif, _andai_tarif),
        Bentuk("aturan", ("aturan-kinerja", "set"), _aturan, _andai_aturan),
        Bentuk("komponen", ("tarif", "set"), _baru, None),
        Bentuk("acara", ("tarif", "set"), _acara, None),
        Bentuk("dana", ("dana", "set"), _dana, None),
    )
}


def periksa(b: Bentuk, k: Kunjungan, nilai: Nilai) -> CityAnswer:
    """Return what would be written; raise InputSalah where something is missing or wrong, or a component that is said
    to be new is there."""
    for satu in b.isian(k):
        if satu.berbaris:
            kota_pita.tolak(kota_pita.dari_teks(nilai[satu.nama]))
        if satu.wajib and not nilai[satu.nama]:
            raise InputSalah(satu.nama, f"Isi {satu.label.lower()} dulu.")
    if b.kunci == "komponen" and any(s.nama.casefold() == nilai["komponen"].casefold() for s in komponen(k)):
        raise InputSalah(
            "komponen", f"Komponen {nilai['komponen']} sudah ada. Untuk mengubah tarifnya, pilih Tarif baru."
        )
    return b.jawaban(k, nilai)
