"""F5, the monthly report of an RT: what it did, what the lurah and the camat said of it, and the photos."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from sipokat_desktop.kernel import periode, persen, tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import kantor
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.printing import letter
from sipokat_desktop.printing.grid import Lajur
from sipokat_desktop.printing.letter import Alinea, Blok, Pasang, Surat
from sipokat_desktop.printing.letter_table import TabelSurat
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.photo_sheet import FotoCetak, LembarFoto
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage import photos
from sipokat_desktop.storage.sqlite import Connection
from sipokat_desktop.storage.store import Store

from . import queries, sebutan, text
from . import text_cetak as kata
from .model import Jumlah, Laporan, PilihanRt, Saring

_SEMUA = 10_000
"""Reports of one RT in a month that a paper holds: more than anybody enters."""
_LAJUR = tuple(
    Lajur(judul, lebar, "tengah" if judul in kata.TENGAH else "kanan" if judul in kata.KANAN else "kiri")
    for judul, lebar in kata.KOLOM
)
_SAAT = 1_775_786_400_000
"""When the sample is printed (2026-04-10 09:00 WIB, in UTC ms)."""
_UKURAN, _SISI_FOTO = 9.0, 900
"""Size of the letters in points, and the longest side in px of a photo on paper."""


def cetak(
    con: Connection, lingkup: str, jabatan_ids: Sequence[str], bulan: str, *, kertas: str, sekarang: int,
    foto_dari: Store | None = None,
) -> bytes:  # fmt: skip
    """Return F5 of a month (``YYYY-MM``) as a PDF: these RT of a kelurahan, none: all, one after the other.

    ``foto_dari`` is the store where the photos are wanted behind each. Raises InputSalah where the
    kelurahan has no RT.
    """
    akhir = min(periode.hari_terakhir(bulan), tanggal.wib(sekarang).date())
    semua = queries.pilihan_rt(con, lingkup, max(akhir, periode.hari_pertama(bulan)))
    diminta = [satu for satu in semua if not jabatan_ids or satu.jabatan_id in jabatan_ids]
    if not diminta:
        raise InputSalah("rt", kata.TANPA_RT)
    surat = [_surat(con, lingkup, satu, bulan, sekarang=sekarang, toko=foto_dari) for satu in diminta]
    return letter.gambar_semua(surat, Kertas[kertas])


def contoh(con: Connection) -> bytes:
    """Return F5 of the RT and month of the newest report, an empty one where there is none."""
    row = con.execute(
        "SELECT lingkup, jabatan_id, tanggal FROM laporan_kegiatan ORDER BY tanggal DESC LIMIT 1"
    ).fetchone()
    if row and queries.pilihan_rt(con, str(row[0]), date.fromisoformat(row[2])):
        return cetak(con, str(row[0]), [str(row[1])], str(row[2])[:7], kertas="F4", sekarang=_SAAT)
    tanda = ((Penanda((kata.KETUA_RT.format(rt="RT"),), ber_nip=False),),)
    kosong = Surat(None, (kata.JUDUL,), "", (Alinea(kata.TANPA_LAPORAN),), kata.TEMPAT, tanda, Kaki(kata.DOKUMEN, ""))
    return letter.gambar(kosong, Kertas.F4)


def _surat(con: Connection, lingkup: str, satu: PilihanRt, bulan: str, *, sekarang: int, toko: Store | None) -> Surat:
    hari, nama_bulan = tanggal.wib(sekarang).date(), periode.nama_bulan(bulan)
    saring = Saring(jabatan_id=satu.jabatan_id, dari=f"{bulan}-01", sampai=periode.hari_terakhir(bulan).isoformat())
    laporan = queries.daftar(con, saring, batas=_SEMUA)[::-1]
    kelurahan, kecamatan = rt.nama_kelurahan(con, lingkup), wilayah.nama_kecamatan(lingkup)
    return Surat(
        kop=kantor.kop(con, lingkup),
        judul=(
            kata.JUDUL,
            kata.JUDUL_RT.format(rt=satu.rt, kelurahan=kelurahan.upper(), kecamatan=kecamatan.upper()),
            kata.JUDUL_BULAN.format(bulan=nama_bulan.upper()),
        ),
        nomor="", isi=_isi(con, satu, bulan, laporan, queries.jumlah(con, saring)),
        tempat_tanggal=f"{kata.TEMPAT}, {tanggal.panjang(hari)}",
        tanda=((
            kantor.penanda_kepala(con, lingkup, hari),
            Penanda((kata.KETUA_RT.format(rt=satu.rt),), satu.nama, ber_nip=False),
        ),),
        kaki=Kaki(kata.KAKI.format(rt=satu.rt, bulan=nama_bulan), _saat(sekarang)), mendatar=True,
        lampiran=_foto(con, laporan, kata.LAMPIRAN.format(rt=satu.rt, bulan=nama_bulan.upper()), toko),
    )  # fmt: skip


def _isi(con: Connection, satu: PilihanRt, bulan: str, laporan: Sequence[Laporan], jumlah: Jumlah) -> list[Blok]:
    ketua = Pasang(kata.KETUA, _ketua(con, satu.jabatan_id, bulan))
    if not laporan:
        return [ketua, Alinea(kata.TANPA_LAPORAN)]
    return [
        ketua,
        TabelSurat(_LAJUR, [_baris(ke, satu) for ke, satu in enumerate(laporan, 1)], ukuran=_UKURAN),
        Alinea(_bidang(laporan)),
        Alinea(kata.RINGKAS.format(**jumlah._asdict())),
    ]


def _baris(ke: int, satu: Laporan) -> tuple[str, ...]:
    lokasi = kata.LOKASI.format(lokasi=satu.lokasi) if satu.lokasi else ""
    return (
        str(ke), tanggal.pendek(date.fromisoformat(satu.tanggal)), satu.kata_bidang, satu.kata_jenis,
        "\n".join(filter(None, (satu.uraian, lokasi))),
        kata.KOSONG if satu.peserta is None else str(satu.peserta), str(satu.foto or kata.KOSONG),
        _putusan(satu.kata_lurah, satu.lurah_catatan, berubah=bool(satu.lurah) and satu.berubah_lurah),
        _putusan(satu.kata_camat, satu.camat_catatan, berubah=satu.berubah_camat), satu.kata_kategori,
    )  # fmt: skip


def _putusan(putusan: str, catatan: str, *, berubah: bool) -> str:
    return "\n".join(filter(None, (putusan, catatan, kata.BERUBAH if berubah else "")))


def _bidang(laporan: Sequence[Laporan]) -> str:
    """Say the counts per field of activity, with shares that add up to 100."""
    urut = sorted(laporan, key=lambda satu: satu.bidang)
    banyak = [(text.BIDANG.get(kode, kode), len([*isi])) for kode, isi in groupby(urut, lambda satu: satu.bidang)]
    bagian = persen.bagi([n for _, n in banyak])
    isi = [kata.BIDANG.format(nama=nama, n=n, persen=p) for (nama, n), p in zip(banyak, bagian, strict=True)]
    return kata.HITUNG.format(n=len(laporan), bidang="; ".join(isi))


def _ketua(con: Connection, jabatan_id: str, bulan: str) -> str:
    """Name who headed the RT in the month; of several each with the day of the change."""
    awal, akhir = f"{bulan}-01", periode.hari_terakhir(bulan).isoformat()
    masa = rt.masa_bertumpuk(con, jabatan_id=jabatan_id, mulai=awal, sampai=akhir)
    if len(masa) <= 1:
        return masa[0].nama if masa else kata.TANPA_KETUA
    bagian = []
    for satu in masa:
        if satu.akhir_nyata and satu.akhir_nyata < akhir:
            bagian.append(kata.SAMPAI.format(nama=satu.nama, hari=sebutan.hari(satu.akhir_nyata)))
        else:
            bagian.append(kata.MULAI.format(nama=satu.nama, hari=sebutan.hari(satu.tmt or awal)))
    return kata.DAN.join(filter(None, (", ".join(bagian[:-1]), bagian[-1])))


def _foto(con: Connection, laporan: Sequence[Laporan], judul: str, toko: Store | None) -> LembarFoto | None:
    if toko is None or not any(satu.foto for satu in laporan):
        return None
    return LembarFoto(
        judul,
        [
            FotoCetak(_kecil(toko, foto.kunci), _keterangan(ke, satu))
            for ke, satu in enumerate(laporan, 1)
            for foto in (queries.foto(con, satu.laporan_id) if satu.foto else ())
        ],
    )


def _kecil(toko: Store, kunci: str) -> bytes | None:
    """Return a photo at the size that paper needs, None where it is not here or cannot be read."""
    from sipokat_desktop.imaging import pictures

    isi = photos.read(toko, kunci)
    try:
        return pictures.prepare(isi, side=_SISI_FOTO).jpeg if isi else None
    except InputSalah:
        return None


def _keterangan(ke: int, satu: Laporan) -> tuple[str, ...]:
    hari = sebutan.hari(satu.tanggal)
    return kata.FOTO_JUDUL.format(ke=ke, hari=hari, jenis=satu.kata_jenis), satu.uraian


def _saat(sekarang: int) -> str:
    return f"{tanggal.pendek(tanggal.wib(sekarang).date())} {tanggal.jam_wib(sekarang)}"
