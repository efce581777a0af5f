"""What the city lays down: components, tariffs, rules, funding; each change is tried before it is laid down."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlencode

from starlette.responses import Response

from sipokat_desktop.kernel import periode, rupiah, tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import komponen as ketetapan
from sipokat_desktop.modules.insentif import pajak, simulasi, text_acara
from sipokat_desktop.modules.insentif import text as insentif
from sipokat_desktop.modules.insentif.kinerja import tulis_pita
from sipokat_desktop.modules.insentif.komponen import Dana
from sipokat_desktop.modules.insentif.model import Komponen
from sipokat_desktop.modules.insentif.simulasi import Andaian, KelurahanAnggaran, PaguTahun, Simulasi
from sync.web.kit.kunjungan import Kunjungan, TidakAda

from . import kota_periksa, kota_pita
from . import text_kota as text
from .kota_bentuk import BENTUK, Bentuk, Nilai, komponen, periksa
from .kota_periksa import bacaan
from .kota_pita import Langkah

_SETAHUN = 12


class Baris(NamedTuple):
    """Something with months in which it is in force, and whether it is; ``id`` of what can be withdrawn."""

    isi: str
    rentang: str
    keadaan: str
    dasar: str
    id: str = ""


_Isi = tuple[str, str | None, str, str, str]
"""First and last month, what is laid down in words, its legal basis, its id."""


class Kartu(NamedTuple):
    """A component with all that is laid down for it."""

    k: Komponen
    tarif: Sequence[Baris]
    aturan: Sequence[Baris]
    pajak: str
    hari: str
    cara: str
    dana: Dana


class Pagu(NamedTuple):
    """The budgets of the years that a change touches, and what is to be said of the simulation."""

    tahun: Sequence[PaguTahun]
    catatan: Sequence[str]


def daftar(k: Kunjungan) -> Response:
    """Show what is in force, what is to come, what was."""
    hari = tanggal.wib(k.now).date()
    kini = f"{hari.year}-{hari.month:02d}"
    semua = [_kartu(k, satu, kini) for satu in komponen(k)]
    return k.tampil("insentif/ketetapan.html", semua=semua, tahun=hari.year, text=text)


def isi(k: Kunjungan) -> Response:
    """Show one of the forms."""
    b = _bentuk(k)
    nilai = {satu.nama: k.tanya(satu.nama) for satu in b.isian(k)}
    if not nilai.get("mulai", "x"):
        nilai["mulai"] = periode.geser(f"{tanggal.wib(k.now).date():%Y-%m}", 1)
    return _form(k, b, nilai)


def coba(k: Kunjungan) -> Response:
    """Go on to what a change would mean; nothing is written. A button of a row adds or takes away one."""
    b = _bentuk(k)
    nilai = b.nilai(k)
    if k.isian(kota_pita.TOMBOL):
        return _form(k, b, nilai, langkah=kota_pita.diminta(k, kota_pita.dari_formulir(k)))
    try:
        periksa(b, k, nilai)
    except InputSalah as exc:
        return _form(k, b, nilai, exc)
    return k.pindah(f"/ketetapan/{b.kunci}/coba?{urlencode(nilai)}")


def akibat(k: Kunjungan) -> Response:
    """Show what a change would mean: a page of its own address, so that the browser's way back finds it again."""
    b = _bentuk(k)
    nilai = {satu.nama: k.tanya(satu.nama).strip() for satu in b.isian(k)}
    if not any(nilai.values()):
        return k.pindah(f"/ketetapan/{b.kunci}")
    try:
        periksa(b, k, nilai)
        andaian = b.andaian(k, nilai) if b.andaian else None
        hasil = simulasi.hitung(k.baca(), andaian, lingkup=k.wilayah) if andaian else None
    except InputSalah as exc:
        return _form(k, b, nilai, exc)
    return k.tampil(
        "insentif/ketetapan_coba.html", b=b, nilai=nilai, isian=b.isian(k), hasil=hasil,
        ringkasan=kota_periksa.ringkasan(k, b, nilai), peringatan=kota_periksa.peringatan(k, nilai),
        banding=_banding(k, b, nilai, hasil) if hasil else "", anggaran=_anggaran(hasil) if hasil else [],
        kecamatan=_per_kecamatan(hasil) if hasil else [], nama_bulan=periode.nama_bulan, beda=_beda,
        sidik=_sidik(k, b, nilai), text=text, pagu=_pagu(k, andaian, nilai, hasil) if andaian and hasil else None,
    )  # fmt: skip


def tetapkan(k: Kunjungan) -> Response:
    """Lay down what was tried with just these values."""
    b = _bentuk(k)
    nilai = b.nilai(k)
    if not hmac.compare_digest(k.isian("dicoba").encode(), _sidik(k, b, nilai).encode()):
        return _form(k, b, nilai, InputSalah("", text.BELUM_DICOBA))
    try:
        jawab = periksa(b, k, nilai)
        k.tulis_kota(jawab.rows, ".".join(b.perintah))
    except InputSalah as exc:
        return _form(k, b, nilai, exc)
    return k.pindah("/ketetapan", text.DITETAPKAN.format(kalimat=" ".join(jawab.lines)))


def _bentuk(k: Kunjungan) -> Bentuk:
    b = BENTUK.get(k.jalan("apa"))
    if b is None:
        raise TidakAda
    return b


def _form(
    k: Kunjungan, b: Bentuk, nilai: Nilai, salah: InputSalah | None = None, *, langkah: Sequence[Langkah] = ()
) -> Response:
    """Show a form as it was typed, with what is wrong beside its input; ``langkah`` are the rows after a button."""
    isian, baris = b.isian(k), langkah or kota_pita.dari_formulir(k) or kota_pita.dari_teks(nilai.get("pita", ""))
    salah_baris = kota_pita.periksa(baris) if salah and any(satu.berbaris for satu in isian) else {}
    dikenal = {satu.nama for satu in isian} | {f"{kota_pita.BATAS}-{ke}" for ke in salah_baris}
    field = salah.field if salah and salah.field in dikenal else ""
    return k.tampil(
        "insentif/ketetapan_isi.html", status=422 if salah else 200, b=b, nilai=nilai, isian=isian, text=text,
        salah={field: salah.pesan} if salah else {}, langkah=baris, salah_baris=salah_baris, baru=bool(langkah),
    )  # fmt: skip


def _banding(k: Kunjungan, b: Bentuk, nilai: Nilai, hasil: Simulasi) -> str:
    """Say what is compared with what, for which months."""
    kini, usulan = kota_periksa.dibandingkan(k, b, nilai)
    bulan = tuple(m.bulan for m in hasil.bulan)
    return text.BANDING.format(kini=kini, usulan=usulan, n=len(bulan), rentang=periode.rentang_tahun(bulan))


def _pagu(k: Kunjungan, andaian: Andaian, nilai: Nilai, hasil: Simulasi) -> Pagu:
    """Return the budgets beside what their whole years need (with an end: only the months until then)."""
    if all(p.pagu is None for p in hasil.pagu):
        return Pagu(hasil.pagu, hasil.catatan)
    akhir = andaian.sampai if nilai["sampai"] else f"{andaian.sampai[:4]}-12"
    utuh = replace(andaian, dari=f"{andaian.dari[:4]}-01", sampai=akhir)
    setahun = simulasi.hitung(k.baca(), utuh, lingkup=k.wilayah)
    bukan = {*simulasi.catatan_pagu(hasil.bulan, hasil.pagu)}
    lain = (kata for kata in hasil.catatan if kata not in bukan)
    return Pagu(setahun.pagu, (*lain, *simulasi.catatan_pagu(setahun.bulan, setahun.pagu)))


def _anggaran(hasil: Simulasi) -> list[tuple[str, int, int]]:
    """Return what the city pays now and would pay: in the first month of which nothing is locked yet, and in all of
    those tried."""
    awal = next((m for m in hasil.bulan if not m.terkunci), hasil.bulan[0])
    bulan = tuple(m.bulan for m in hasil.bulan)
    pola = text.SETAHUN if len(bulan) == _SETAHUN else text.BEBERAPA_BULAN
    return [
        (text.SATU_BULAN.format(bulan=periode.nama_bulan(awal.bulan)), awal.kini, awal.nanti),
        (pola.format(n=len(bulan), rentang=periode.rentang_tahun(bulan)), hasil.kini, hasil.nanti),
    ]


def _sidik(k: Kunjungan, b: Bentuk, nilai: Nilai) -> str:
    """Return what proves that just these values were tried in this session."""
    teks = "\n".join((b.kunci, *(f"{nama}={isi}" for nama, isi in sorted(nilai.items()))))
    return hmac.new(k.csrf.encode(), teks.encode(), hashlib.sha256).hexdigest()


def _kartu(k: Kunjungan, satu: Komponen, kini: str) -> Kartu:
    tahun = int(kini[:4])
    per = text_acara.PER_SINGKAT[satu.acara.per] if satu.acara else ""
    pola = text.PER if per else text.PER_BULAN
    tarif = [
        (t.mulai, t.sampai, pola.format(jumlah=rupiah.uang(t.jumlah), per=per), t.dasar_hukum, t.tarif_id)
        for t in satu.tarif
    ]
    aturan = [
        (a.mulai, a.sampai, bacaan(a.ukuran, tulis_pita(a.pita)), a.dasar_hukum, a.aturan_id) for a in satu.aturan
    ]
    skema = pajak.skema_efektif(satu)
    kata = insentif.SKEMA.get(skema, skema)
    return Kartu(
        satu, _baris(tarif, kini), _baris(aturan, kini),
        f"{kata}: {rupiah.persen(satu.pajak)}" if skema == "persen" else kata,
        text.HARI_ACUAN.get(satu.hari_acuan, ""), text.CARA.get(satu.cara, satu.cara),
        ketetapan.dana(k.baca(), lingkup=ketetapan.KOTA, komponen=satu, tahun=tahun),
    )  # fmt: skip


def _baris(semua: Sequence[_Isi], kini: str) -> list[Baris]:
    """Return them with the months in which they are in force, the latest first: the next one ends the one before."""
    mulai = sorted(satu[0] for satu in semua)
    hasil = []
    for awal, sampai, isi_, dasar, id in sorted(semua, key=lambda satu: satu[0], reverse=True):
        berikut = [m for m in mulai if m > awal]
        akhir = sampai or (periode.geser(berikut[0], -1) if berikut else "")
        keadaan = text.NANTI if awal > kini else text.LAMPAU if akhir and akhir < kini else text.BERLAKU
        pola = text.RENTANG if akhir else text.MULAI
        kata = pola.format(mulai=periode.nama_bulan(awal), sampai=periode.nama_bulan(akhir) if akhir else "")
        hasil.append(Baris(isi_, kata, keadaan, dasar, id if keadaan == text.NANTI else ""))
    return hasil


def _per_kecamatan(hasil: Simulasi) -> list[KelurahanAnggaran]:
    """Return the sums of the kelurahan by kecamatan, those with anything at all."""
    per: dict[str, KelurahanAnggaran] = {}
    for satu in hasil.kelurahan:
        kode = wilayah.kecamatan_dari(satu.lingkup)
        lama = per.get(kode, KelurahanAnggaran(kode, wilayah.nama(kode), 0, 0, 0, 0))
        per[kode] = lama._replace(
            kini=lama.kini + satu.kini, nanti=lama.nanti + satu.nanti, untung=lama.untung + satu.untung,
            rugi=lama.rugi + satu.rugi,
        )  # fmt: skip
    return [satu for satu in per.values() if satu.kini or satu.nanti]


def _beda(n: int) -> str:
    """Return a difference with its sign."""
    return f"+{rupiah.titik(n)}" if n > 0 else f"−{rupiah.titik(-n)}" if n else "0"
