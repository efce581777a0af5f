"""The camat's pages of insentif: readiness of payment by kelurahan, and the recapitulation F3."""

from __future__ import annotations

from datetime import date

from starlette.responses import Response

from sipokat_desktop.kernel import periode, tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.insentif import acara, kelengkapan, rekap, rekap_cetak
from sipokat_desktop.modules.insentif import komponen as ketetapan
from sipokat_desktop.modules.insentif.rekap import RekapKecamatan
from sync.web.akun.peran import KECAMATAN
from sync.web.kit import unduhan
from sync.web.kit.kunjungan import Kunjungan, TidakAda
from sync.web.kit.rute import Menu, Rute

from . import f3, siap
from . import text_siap as text

_TRIWULAN = 8
"""So many quarters back can be chosen."""


def _hari(k: Kunjungan) -> date:
    return tanggal.wib(k.now).date()


def _periode(k: Kunjungan) -> Periode:
    """Return the quarter asked for, else this one; what is no quarter is not there."""
    kode = k.tanya("periode")
    if not kode:
        return periode.triwulan(_hari(k))
    try:
        return periode.baca(kode)
    except InputSalah as exc:
        raise TidakAda from exc


def _pilihan_periode(k: Kunjungan, kini: Periode) -> list[tuple[str, str]]:
    awal = periode.triwulan(_hari(k)).bulan[0]
    mundur = (periode.triwulan(periode.hari_pertama(periode.geser(awal, -3 * ke))) for ke in range(_TRIWULAN))
    return [*dict.fromkeys((p.kode, p.nama) for p in (*mundur, kini))]


def kesiapan(k: Kunjungan) -> Response:
    """Show every kelurahan, the worst first."""
    p = _periode(k)
    semua = siap.semua(k.baca(), k.wilayah, p, _hari(k))
    return k.tampil(
        "insentif/kesiapan.html", semua=semua, periode=p, pilihan=_pilihan_periode(k, p),
        lengkap=sum(not s.hal for s in semua), rt=sum(s.rt for s in semua),
    )  # fmt: skip


def kesiapan_satu(k: Kunjungan) -> Response:
    """Show who is missing what in one kelurahan."""
    kode, p = k.jalan("kode"), _periode(k)
    if kode not in k.wilayah:
        raise TidakAda
    con = k.baca()
    s = siap.satu(con, kode, p, _hari(k))
    tahu = [bool(b.kunci) for b in kelengkapan.butir(con, lingkup=kode)]
    berkas = [(d, [*zip(tahu, kelengkapan.periksa(con, d.nomor), strict=True)]) for d in s.daftar]
    per_jenis = [(jenis, [h for h in s.hal if h.jenis == jenis]) for jenis in s.jumlah]
    return k.tampil(
        "insentif/kesiapan_satu.html", s=s, periode=p, berkas=berkas, per_jenis=per_jenis,
        pilihan=_pilihan_periode(k, p), text=text, kecamatan=wilayah.nama_kantor(wilayah.kecamatan_dari(kode)),
    )  # fmt: skip


def _rekap(k: Kunjungan) -> tuple[RekapKecamatan, str]:
    """Return F3 as asked for, with the id of its component ("": all)."""
    p, komponen_id = _periode(k), k.tanya("komponen")
    if komponen_id and komponen_id not in dict(_pilihan_komponen(k)):
        raise TidakAda
    return rekap.kecamatan(k.baca(), periode=p.kode, komponen_id=komponen_id, lingkup=k.wilayah), komponen_id


def _pilihan_komponen(k: Kunjungan) -> list[tuple[str, str]]:
    """Return the components of the city that pay months in office."""
    semua = acara.menurut_masa(ketetapan.komponen(k.baca(), lingkup=ketetapan.KOTA))
    return [("", text.SEMUA_KOMPONEN), *((satu.komponen_id, satu.nama) for satu in semua)]


def rekap_halaman(k: Kunjungan) -> Response:
    """Show F3."""
    isi, komponen_id = _rekap(k)
    p = periode.baca(isi.periode)
    return k.tampil(
        "insentif/rekap.html", rekap=isi, periode=p, komponen=komponen_id, pilihan=_pilihan_periode(k, p),
        pilihan_komponen=_pilihan_komponen(k), kosong=f3.kosong(isi),
    )  # fmt: skip


def rekap_pdf(k: Kunjungan) -> Response:
    """Give F3 away on paper."""
    isi, komponen_id = _rekap(k)
    pdf = rekap_cetak.rekap_kecamatan(
        k.baca(), periode=isi.periode, komponen_id=komponen_id, lingkup=k.wilayah, kertas="F4", sekarang=k.now
    )
    return unduhan.pdf(k, pdf, text.NAMA_F3, isi.periode)


def rekap_xlsx(k: Kunjungan) -> Response:
    """Give F3 away as a sheet."""
    isi, _ = _rekap(k)
    return unduhan.xlsx(k, rekap.tabel_kecamatan(isi), text.NAMA_F3, isi.periode)


RUTE = (
    Rute("GET", "/kesiapan", KECAMATAN, kesiapan),
    Rute("GET", "/kesiapan/{kode}", KECAMATAN, kesiapan_satu, pribadi="nama ketua RT dan kekurangan berkasnya"),
    Rute("GET", "/rekap", KECAMATAN, rekap_halaman),
    Rute("GET", "/rekap/pdf", KECAMATAN, rekap_pdf, ekspor=True),
    Rute("GET", "/rekap/xlsx", KECAMATAN, rekap_xlsx, ekspor=True),
)
MENU = (Menu("Kesiapan pembayaran", "/kesiapan", KECAMATAN, 20), Menu("Rekap kecamatan", "/rekap", KECAMATAN, 30))
