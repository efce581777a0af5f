"""Sums of the whole city: per component against its budget, per kecamatan and kelurahan of a period; F3 of the city."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from starlette.responses import Response

from sipokat_desktop.kernel import periode, rupiah, tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.periode import Periode
from sipokat_desktop.modules.insentif import acara, rekap, rekap_cetak
from sipokat_desktop.modules.insentif.rekap import BarisAnggaran, RekapKecamatan
from sync.web.kit import unduhan
from sync.web.kit.kunjungan import Kunjungan

from . import f3
from . import text_kota as text
from .kota_bentuk import komponen

_TRIWULAN, _TAHUN = 8, 6
"""So many quarters and years back can be chosen."""
Pilihan = list[tuple[str, str]]


def halaman(k: Kunjungan) -> Response:
    """Show the sums."""
    isi, tempat, komponen_id = _rekap(k)
    p, tahun = periode.baca(isi.periode), _tahun(k)
    anggaran = rekap.anggaran(k.baca(), tahun=tahun, lingkup=_kelurahan(k, tempat))
    return k.tampil(
        "insentif/total.html", isi=isi, periode=p, tempat=tempat, komponen=komponen_id, tahun=tahun,
        anggaran=[b for b in anggaran if not tempat or b.terkunci or b.realisasi], per_bulan=_per_bulan(anggaran),
        kecamatan=[jumlah for jumlah, _ in rekap.per_kecamatan(isi.baris)], text=text, kosong=f3.kosong(isi),
        pilihan_periode=_pilihan_periode(k, p), pilihan_komponen=_pilihan_komponen(k),
        pilihan_kecamatan=_pilihan_kecamatan(), pilihan_tahun=_pilihan_tahun(k), serapan=_serapan,
    )  # fmt: skip


def f3_pdf(k: Kunjungan) -> Response:
    """Give F3 away on paper: of the city, or of the kecamatan that is chosen."""
    isi, tempat, komponen_id = _rekap(k)
    pdf = rekap_cetak.rekap_kecamatan(
        k.baca(), periode=isi.periode, komponen_id=komponen_id, lingkup=_kelurahan(k, tempat), kertas="F4",
        sekarang=k.now,
    )  # fmt: skip
    return unduhan.pdf(k, pdf, "rekap-f3", _nama(tempat), isi.periode)


def f3_xlsx(k: Kunjungan) -> Response:
    """Give F3 away as a sheet."""
    isi, tempat, _ = _rekap(k)
    return unduhan.xlsx(k, rekap.tabel_kecamatan(isi), "rekap-f3", _nama(tempat), isi.periode)


def _rekap(k: Kunjungan) -> tuple[RekapKecamatan, str, str]:
    """Return F3 as asked for, with the scope of the kecamatan and the id of the component ("": all)."""
    komponen_id = k.tanya("komponen") if k.tanya("komponen") in dict(_pilihan_komponen(k)) else ""
    tempat = k.tanya("kecamatan") if k.tanya("kecamatan") in dict(_pilihan_kecamatan()) else ""
    lingkup = _kelurahan(k, tempat)
    isi = rekap.kecamatan(k.baca(), periode=_periode(k).kode, komponen_id=komponen_id, lingkup=lingkup)
    return isi, tempat, komponen_id


def _kelurahan(k: Kunjungan, tempat: str) -> tuple[str, ...]:
    return wilayah.kelurahan_dari(tempat) if tempat else k.wilayah


def _nama(tempat: str) -> str:
    return wilayah.nama(tempat or wilayah.kota().kode)


def _hari(k: Kunjungan) -> date:
    return tanggal.wib(k.now).date()


def _periode(k: Kunjungan) -> Periode:
    """Return the period asked for, this quarter where none or none that can be read is."""
    try:
        return periode.baca(k.tanya("periode"))
    except InputSalah:
        return periode.triwulan(_hari(k))


def _tahun(k: Kunjungan) -> int:
    teks = k.tanya("tahun")
    return int(teks) if teks in dict(_pilihan_tahun(k)) else _hari(k).year


def _pilihan_periode(k: Kunjungan, kini: Periode) -> Pilihan:
    awal = periode.triwulan(_hari(k)).bulan[0]
    tw = (periode.triwulan(periode.hari_pertama(periode.geser(awal, -3 * ke))) for ke in range(_TRIWULAN))
    bulan = (periode.baca(periode.geser(f"{_hari(k):%Y-%m}", -ke)) for ke in range(12))
    return [*dict.fromkeys((p.kode, p.nama) for p in (*tw, *bulan, kini))]


def _pilihan_komponen(k: Kunjungan) -> Pilihan:
    semua = acara.menurut_masa(komponen(k))
    return [("", text.SEMUA_KOMPONEN), *((satu.komponen_id, satu.nama) for satu in semua)]


def _pilihan_kecamatan() -> Pilihan:
    semua = filter(wilayah.adalah_kecamatan, wilayah.bawahan(wilayah.KOTA))
    return [("", text.SEMUA_KECAMATAN), *((satu, wilayah.nama(satu)) for satu in semua)]


def _pilihan_tahun(k: Kunjungan) -> Pilihan:
    kini = _hari(k).year
    return [(str(tahun), str(tahun)) for tahun in range(kini + 1, kini - _TAHUN, -1)]


def _per_bulan(anggaran: Sequence[BarisAnggaran]) -> list[tuple[str, int, int]]:
    """Return what was handed out by month of payment, each beside the largest."""
    jumlah = [sum(b.bulan[ke] for b in anggaran) for ke in range(12)]
    paling = max(jumlah, default=0)
    return [(periode.nama_bulan(f"2000-{ke:02d}").partition(" ")[0], n, paling) for ke, n in enumerate(jumlah, 1)]


def _serapan(b: BarisAnggaran) -> str:
    """Say what is left of a budget, or by how much it is exceeded."""
    if b.sisa is None:
        return "pagu belum dicatat"
    return f"sisa {rupiah.uang(b.sisa)}" if b.sisa >= 0 else f"lebih {rupiah.uang(-b.sisa)}"
