"""The audit pack of the city: the packs of all kelurahan of a period in one zip, made while a page says how far."""

from __future__ import annotations

import zipfile
from hashlib import sha256
from pathlib import Path

from starlette.responses import FileResponse, Response

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import audit
from sipokat_desktop.modules.insentif.audit.bungkus import DAFTAR_SIDIK, bungkus, sha
from sipokat_desktop.modules.insentif.audit.paket import Rentang, susun
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.storage.store import Store
from sync.web.kit.kunjungan import Kunjungan, TidakAda
from sync.web.kit.pekerjaan import Keadaan, Maju, Pekerjaan

from . import text_kota as text

_JENIS, _TRIWULAN, _TAHUN = "audit", 8, 5


def tanya(k: Kunjungan) -> Response:
    """Ask for the period."""
    hari = tanggal.wib(k.now).date()
    awal = periode.triwulan(hari).bulan[0]
    tw = (periode.triwulan(periode.hari_pertama(periode.geser(awal, -3 * ke))) for ke in range(_TRIWULAN))
    tahun = ((str(t), f"Tahun {t}") for t in range(hari.year, hari.year - _TAHUN, -1))
    pilihan = [*((p.kode, p.nama) for p in tw), *tahun]
    return k.tampil("insentif/audit.html", pilihan=pilihan, terpilih=k.tanya("periode"), text=text)


def mulai(k: Kunjungan) -> Response:
    """Begin to make it."""
    store, oleh, kini = k.store, k.siapa.nama, k.now
    rentang = audit.rentang(k.isian("periode"))
    ada = set(rt.kelurahan(k.baca()))
    kode = [satu for satu in k.wilayah if satu in ada]
    if not kode:
        raise InputSalah("", text.AUDIT_KOSONG)

    def kerja(berkas: Path, maju: Maju) -> tuple[str, tuple[str, ...]]:
        return _buat(store, kode, rentang, berkas, oleh=oleh, sekarang=kini, maju=maju)

    return k.pindah(f"/total/audit/{Pekerjaan(k, _JENIS).mulai(kerja)}")


def keadaan(k: Kunjungan) -> Response:
    """Say how far it is, then offer the file."""
    satu = _satu(k)
    templat = "insentif/audit_maju.html" if k.htmx else "insentif/audit_jalan.html"
    return k.tampil(templat, satu=satu)


def unduh(k: Kunjungan) -> Response:
    """Give the pack away."""
    satu = _satu(k)
    berkas = Pekerjaan(k, _JENIS).berkas(satu.id)
    if satu.keadaan != "selesai" or not berkas.is_file():
        raise TidakAda
    return FileResponse(berkas, media_type="application/zip", filename=satu.nama)


def _satu(k: Kunjungan) -> Keadaan:
    satu = Pekerjaan(k, _JENIS).keadaan(k.jalan("id"))
    if satu is None:
        raise TidakAda
    return satu


def _buat(
    store: Store, kode: list[str], rentang: Rentang, berkas: Path, *, oleh: str, sekarang: int, maju: Maju
) -> tuple[str, tuple[str, ...]]:
    """Write one zip with the pack of each kelurahan, as the module makes it, and their fingerprints."""
    sidik: list[str] = []
    bayar = temuan = 0
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_STORED) as arsip:
        for ke, satu in enumerate(kode):
            maju(ke, len(kode))
            isi, kumpulan, _ = susun(store, satu, rentang, nik_penuh=False, sekarang=sekarang, oleh=oleh)
            nama = audit.nama_usulan(rt.nama_kelurahan(store.reader(), satu), rentang.kode)
            arsip.writestr(f"{satu} {nama}", bungkus(isi))
            sidik.append(f"{sha(isi[DAFTAR_SIDIK])}  {satu} {nama}")
            bayar, temuan = bayar + len(kumpulan.pembayaran), temuan + len(kumpulan.bendera)
        daftar = "\n".join((*sidik, "")).encode()
        arsip.writestr(text.AUDIT_SIDIK, daftar)
    kata = text.AUDIT_KATA.format(n=rupiah.titik(len(kode)), bayar=rupiah.titik(bayar), temuan=rupiah.titik(temuan))
    seluruh = text.AUDIT_SIDIK_KATA.format(sidik=sha256(daftar).hexdigest())
    return text.AUDIT_NAMA.format(kode=rentang.kode), (f"{rentang.nama}: {kata}", seluruh)
