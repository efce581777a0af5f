"""Events, the figures of one with its sessions, and who never came: to an event, to any of a year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from starlette.responses import Response

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.bimtek import lembar, queries, sertifikat, statistik
from sipokat_desktop.modules.bimtek import text as bimtek
from sipokat_desktop.modules.bimtek.hadir_model import Angka, BarisAngka, TidakDatang
from sipokat_desktop.modules.bimtek.model import BATAL, Kegiatan, Sesi
from sync.web.kit import lembar as lembar_
from sync.web.kit.kunjungan import Kunjungan, TidakAda

from . import text

_TAHUN = 8


class BarisKegiatan(NamedTuple):
    """An event with who came."""

    k: Kegiatan
    angka: Angka
    persen: str


class Rekap(NamedTuple):
    """The figures of an event, or of one of its sessions; ``kelurahan`` only of the kecamatan that is looked at."""

    kegiatan: Kegiatan
    sesi: Sequence[Sesi]
    pilih: Sesi | None
    kecamatan: Sequence[BarisAngka]
    kelurahan: Sequence[BarisAngka]
    per_sesi: Sequence[BarisAngka]
    jumlah: Angka


def daftar(k: Kunjungan) -> Response:
    """Show the events that fit what is typed and chosen."""
    con, kata = k.baca(), [kunci_cari(satu) for satu in k.tanya("cari").split()]
    keadaan = k.tanya("keadaan")
    semua = queries.kegiatan(con)
    pilih = [s for s in semua if keadaan in ("", s.keadaan) and all(satu in _dicari(s) for satu in kata)]
    halaman = lembar_.lembar(k, pilih)
    return k.tampil(
        "bimtek/daftar.html", lembar=halaman, baris=[_kegiatan(k, s) for s in halaman.isi], ada=bool(semua),
        cari=k.tanya("cari"), keadaan=keadaan, pilihan=[("", text.SEMUA_KEADAAN), *_keadaan()],
        tahun=tanggal.wib(k.now).year, nama_kantor=wilayah.nama_kantor,
    )  # fmt: skip


def _dicari(s: Kegiatan) -> str:
    return kunci_cari(f"{s.nama} {s.tempat} {s.tema} {s.waktu}")


def satu(k: Kunjungan) -> Response:
    """Show the figures of an event."""
    r = rekap(k)
    return k.tampil(
        "bimtek/satu.html", r=r, tempat=_tempat(k), persen=lembar.persen, kolom=text.KOLOM,
        pilihan_sesi=[("", text.SEMUA_SESI), *((s.sesi_id, s.sebut) for s in r.sesi)],
        pilihan_kecamatan=[(b.id, b.nama) for b in r.kecamatan],
        absen=sum(t.tercatat for t in queries.tidak_datang(k.baca(), r.kegiatan.kegiatan_id)), bagian=_bagian,
        nama_kantor=wilayah.nama_kantor, terbit=len(sertifikat.terbit(k.baca(), r.kegiatan.kegiatan_id)),
    )  # fmt: skip


def absen(k: Kunjungan) -> Response:
    """Show who was invited to an event and came to none of its sessions, apart from those nobody recorded."""
    kegiatan = _milik(k)
    semua = queries.tidak_datang(k.baca(), kegiatan.kegiatan_id, lingkup=_tempat(k))
    kembali = f"/bimtek/{kegiatan.kegiatan_id}"
    return _absen(k, semua, judul=kegiatan.nama, kembali=kembali, per_kegiatan=True)


def absen_tahun(k: Kunjungan) -> Response:
    """Show who was invited to events of a year and came to none, apart from those nobody recorded."""
    kini = tanggal.wib(k.now).year
    tahun = int(k.tanya("tahun")) if k.tanya("tahun") in map(str, range(kini - _TAHUN, kini + 2)) else kini
    semua = queries.tidak_datang_tahun(k.baca(), tahun, lingkup=_tempat(k))
    return _absen(k, semua, judul=f"Tahun {tahun}", kembali="/bimtek", per_kegiatan=False)


def _absen(
    k: Kunjungan, semua: Sequence[TidakDatang], *, judul: str, kembali: str, per_kegiatan: bool
) -> Response:  # fmt: skip
    kecamatan = [("", "Semua kecamatan"), *((s, wilayah.nama(s)) for s in _kecamatan())]
    bagi = {text.TIDAK: [t for t in semua if t.tercatat], text.BELUM: [t for t in semua if not t.tercatat]}
    yang = text.BELUM if k.tanya("yang") == text.BELUM else text.TIDAK
    return k.tampil(
        "bimtek/absen.html", lembar=lembar_.lembar(k, bagi[yang]), judul=judul, kembali=kembali, tempat=_tempat(k),
        kecamatan=kecamatan, per_kegiatan=per_kegiatan, tanda=_tanda, nama_kecamatan=wilayah.nama_kecamatan,
        tahun=k.tanya("tahun"), yang=yang, pilihan=[(s, kata, len(bagi[s])) for s, kata in text.YANG], text=text,
    )  # fmt: skip


def rekap(k: Kunjungan) -> Rekap:
    """Return the figures that are asked for."""
    con, kegiatan, tempat = k.baca(), _milik(k), _tempat(k)
    id, semua = kegiatan.kegiatan_id, queries.sesi(con, kegiatan.kegiatan_id)
    pilih = next((s for s in semua if s.sesi_id == k.tanya("sesi")), None)
    if pilih is not None:
        kecamatan = statistik.per_kecamatan(con, pilih.sesi_id)
        kelurahan = statistik.per_kelurahan(con, pilih.sesi_id, lingkup=tempat) if tempat else []
    else:
        kecamatan = statistik.per_kecamatan_kegiatan(con, id)
        kelurahan = statistik.per_kelurahan_kegiatan(con, id, lingkup=tempat) if tempat else []
    jumlah = statistik.angka_sesi(con, pilih.sesi_id) if pilih else statistik.angka_kegiatan(con, id)
    return Rekap(kegiatan, semua, pilih, kecamatan, kelurahan, statistik.per_sesi(con, id), jumlah)


def _milik(k: Kunjungan) -> Kegiatan:
    try:
        return queries.satu_kegiatan(k.baca(), k.jalan("id"))
    except InputSalah as exc:
        raise TidakAda from exc


def _kegiatan(k: Kunjungan, satu: Kegiatan) -> BarisKegiatan:
    angka = statistik.angka_kegiatan(k.baca(), satu.kegiatan_id) if satu.keadaan != BATAL else Angka()
    return BarisKegiatan(satu, angka, lembar.persen(_bagian(angka)))


def _bagian(angka: Angka) -> int | None:
    """Return which share of the invited came, in tenths of a percent."""
    return statistik.permil(angka.datang_undangan, angka.diundang)


def _tempat(k: Kunjungan) -> str:
    return k.tanya("kecamatan") if k.tanya("kecamatan") in _kecamatan() else ""


def _kecamatan() -> list[str]:
    return [satu for satu in wilayah.bawahan(wilayah.KOTA) if wilayah.adalah_kecamatan(satu)]


def _keadaan() -> list[tuple[str, str]]:
    return [(kunci, kata.capitalize()) for kunci, kata in bimtek.KEADAAN.items()]


def _tanda(t: TidakDatang) -> str:
    return ", ".join(bimtek.TANDA.get(satu, satu) for satu in t.tanda) or text.TANPA_TANDA
