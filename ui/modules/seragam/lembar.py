"""The sheets of one post: taken by a proxy, exchanged, replaced, taken back, its history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.seragam import ops, queries, rules
from sipokat_desktop.modules.seragam.model import Barang, HasilSerah, Kuasa, Pemakai
from sipokat_desktop.storage.store import Done
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work, buka
from ui.kit.host import Host
from ui.kit.riwayat import buka as buka_riwayat

from . import text_tindakan as text
from .cari import siapa
from .isi import SIMBOLIS, Isi
from .kalimat import dipakai, diterima, hari, nama_tempat, per_model
from .loket import KANTOR, KECAMATAN
from .panel import entri
from .text_serah import CARA_PILIHAN

if TYPE_CHECKING:
    from .detail import Detail


def buka_lembar(detail: Detail, host: Host, apa: str, p: Pemakai) -> None:
    """Open what the side panel or a key asks for; what cannot be done is said in one sentence."""
    isi = detail.isi
    sebab = _sebab(isi, apa, p)
    if sebab:
        host.messages.perhatian(sebab)
        return
    semua: dict[str, Callable[[Detail, Host, Isi, Pemakai], object]] = {
        "kuasa": kuasa, "tukar": tukar, "ganti": ganti, "batal": batal, "sambung": sambung, "riwayat": riwayat,
    }  # fmt: skip
    semua[apa](detail, host, isi, p)


def _sebab(isi: Isi, apa: str, p: Pemakai) -> str:
    """Say why a sheet cannot be opened for a post, "" when it can."""
    nama = siapa(p, beberapa=isi.beberapa)
    if apa == "riwayat":
        return ""
    if isi.pengadaan.selesai:
        return text.TERTUTUP
    if apa == "kuasa" and p.sudah:
        return text.SUDAH_MENERIMA.format(siapa=nama, hari=hari(p.pegang[-1].tanggal))
    if apa == "kuasa" and not p.siap:
        return text.BELUM_SIAP.format(siapa=nama, sebab=p.kata.rstrip("."))
    if apa != "kuasa" and not p.sudah:
        return text.BELUM_MENERIMA.format(siapa=nama)
    return ""


def kuasa(detail: Detail, host: Host, isi: Isi, p: Pemakai) -> None:
    """Ask who takes the uniform for the head, and hand it over."""
    catatan = detail.catatan()
    if catatan is None:
        return
    nama = siapa(p, beberapa=isi.beberapa)

    def kerja(nilai: Nilai) -> Work:
        wakil = {p.jabatan_id: Kuasa(nilai["penerima"], nilai["surat"])}
        return partial(
            _serah_satu, ops.serah, host.store, isi.pengadaan.pengadaan_id, [p.jabatan_id], cara=catatan.cara,
            acara=catatan.acara, hari=catatan.hari, kuasa=wakil, dari=isi.dari(catatan.cara),
        )  # fmt: skip

    def selesai(hasil: object) -> None:
        detail.loket.cari.clear()
        if isinstance(hasil, HasilSerah):
            detail.katakan(diterima(detail.isi, hasil, catatan.cara))

    f = Formulir(
        text.KUASA_JUDUL.format(siapa=nama),
        (
            Isian("penerima", text.KUASA_PENERIMA, contoh=text.KUASA_CONTOH, wajib=True),
            Isian("surat", text.KUASA_SURAT, contoh=text.KUASA_SURAT_CONTOH),
        ),
        kerja, "", utama=text.KUASA_UTAMA, lebar=500, sub=text.KUASA_SUB.format(barang=dipakai(p)),
    )  # fmt: skip
    buka(detail, host, f, selesai=selesai)


def _serah_satu(serah: Callable[..., Done[HasilSerah]], *args: object, **kwargs: object) -> Done[HasilSerah]:
    """Hand over to one post; who is passed over is told as a reason, so that the sheet stays."""
    hasil = serah(*args, **kwargs)
    if hasil.value.dilewati:
        raise InputSalah("penerima", hasil.value.dilewati[0].kalimat)
    return hasil


def tukar(detail: Detail, host: Host, isi: Isi, p: Pemakai) -> None:
    """Ask for the size that fits; what came back goes where the other is taken from."""
    nama, cara = siapa(p, beberapa=isi.beberapa), _cara(detail, isi)
    dipegang = sorted(p.memegang, key=rules.urut)
    tempat = isi.tempat(cara, p.lingkup)

    def kerja(nilai: Nilai) -> Work:
        asal = next((b for b in dipegang if b.kata == nilai.get("asal")), dipegang[0] if dipegang else None)
        return partial(
            ops.tukar, host.store, isi.pengadaan.pengadaan_id, p.jabatan_id, ukuran=nilai["ukuran"],
            model=nilai.get("model") or None, kembali=asal, cara=nilai["cara"], hari=_hari(nilai),
            ubah_ukuran=nilai["ingat"] == "ya",
        )  # fmt: skip

    isian = [Isian("ukuran", text.TUKAR_UKURAN, Jenis.PILIHAN, text.PILIH, wajib=True, pilihan=_ukuran(isi))]
    isian += _model(isi)
    if len(dipegang) > 1:
        asal = tuple((b.kata, b.kata) for b in dipegang)
        isian.insert(0, Isian("asal", text.TUKAR_ASAL, Jenis.PILIHAN, pilihan=asal, wajib=True))
    isian += [
        Isian("ingat", text.TUKAR_INGAT, Jenis.PILIHAN, pilihan=text.TUKAR_INGAT_PILIHAN, wajib=True),
        *_cara_hari(),
    ]
    awal = {
        "model": dipegang[0].model if dipegang else p.model, "asal": dipegang[0].kata if dipegang else "",
        "ingat": "ya", "cara": cara, "tanggal": tanggal.pendek(host.today),
    }  # fmt: skip
    sub = text.TUKAR_SUB.format(apa=rules.sebut_isi(p.memegang), tempat=nama_tempat(tempat))
    f = Formulir(
        text.TUKAR_JUDUL.format(siapa=nama), tuple(isian), kerja, text.TUKAR_SELESAI.format(siapa=nama), awal,
        f"seragam.tukar.{isi.pengadaan.pengadaan_id}.{p.jabatan_id}", text.TUKAR_UTAMA, 620, 2,
        f"{sub} {_ada(isi, tempat, p)}".strip(),
    )  # fmt: skip
    buka(detail, host, f, selesai=lambda _hasil: detail.loket.cari.clear())


def ganti(detail: Detail, host: Host, isi: Isi, p: Pemakai) -> None:
    """Ask why another one is given, and in which size."""
    nama, cara = siapa(p, beberapa=isi.beberapa), _cara(detail, isi)
    tempat = isi.tempat(cara, p.lingkup)

    def kerja(nilai: Nilai) -> Work:
        return partial(
            ops.ganti, host.store, isi.pengadaan.pengadaan_id, p.jabatan_id, alasan=nilai["alasan"],
            ukuran=nilai["ukuran"], model=nilai.get("model") or None, cara=nilai["cara"], hari=_hari(nilai),
        )  # fmt: skip

    isian = (
        Isian("alasan", text.GANTI_ALASAN, Jenis.PANJANG, text.GANTI_CONTOH, wajib=True, bentang=2),
        Isian("ukuran", text.GANTI_UKURAN, Jenis.PILIHAN, pilihan=_ukuran(isi), wajib=True),
        *_model(isi), *_cara_hari(),
    )  # fmt: skip
    memakai = Barang(p.model, p.ukuran) if p.ukuran else next(iter(p.memegang), Barang("", ""))
    awal = {
        "ukuran": memakai.ukuran, "model": memakai.model, "cara": cara, "tanggal": tanggal.pendek(host.today),
    }  # fmt: skip
    sub = text.GANTI_SUB.format(apa=rules.sebut_isi(p.memegang))
    f = Formulir(
        text.GANTI_JUDUL.format(siapa=nama), isian, kerja, text.GANTI_SELESAI.format(siapa=nama), awal,
        f"seragam.ganti.{isi.pengadaan.pengadaan_id}.{p.jabatan_id}", text.GANTI_UTAMA, 620, 2,
        f"{sub} {_ada(isi, tempat, p)}".strip(),
    )  # fmt: skip
    buka(detail, host, f, selesai=lambda _hasil: detail.loket.cari.clear())


def batal(detail: Detail, host: Host, isi: Isi, p: Pemakai) -> None:
    """Ask why an entry is taken back: the last one, or another where there are several."""
    nama = siapa(p, beberapa=isi.beberapa)
    semua = {e.gerak_id: e for e in reversed(p.pegang)}
    terakhir = p.pegang[-1]

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.batal, host.store, [nilai.get("apa") or terakhir.gerak_id], alasan=nilai["alasan"])

    isian = [Isian("alasan", text.BATAL_ALASAN, Jenis.PANJANG, text.BATAL_CONTOH, wajib=True)]
    if len(semua) > 1:
        pilihan = tuple((id, entri(e)) for id, e in semua.items())
        isian.insert(0, Isian("apa", text.BATAL_APA, Jenis.PILIHAN, pilihan=pilihan, wajib=True))
    sub = text.BATAL_SUB.format(entri=entri(terakhir), tempat=nama_tempat(terakhir.dari))
    f = Formulir(
        text.BATAL_JUDUL.format(siapa=nama), tuple(isian), kerja, text.BATAL_SELESAI.format(siapa=nama),
        {"apa": terakhir.gerak_id}, utama=text.BATAL_UTAMA, lebar=560, sub=sub, fokus="alasan",
    )  # fmt: skip
    buka(detail, host, f, selesai=lambda _hasil: detail.loket.cari.clear())


def sambung(parent: QWidget, host: Host, isi: Isi, p: Pemakai) -> None:
    """Make an exchange whose first hand-over was taken back the first hand-over itself."""
    gerak = next(m.gerak_ids[0] for m in isi.masalah if m.jabatan_id == p.jabatan_id and "sambung" in m.jalan)
    said = text.SAMBUNG_SELESAI.format(siapa=siapa(p, beberapa=isi.beberapa))
    host.act(partial(ops.sambung, host.store, gerak), said=said, owner=parent)


def riwayat(parent: QWidget, host: Host, isi: Isi, p: Pemakai) -> None:
    """Show every act on the post in this purchase: sizes, hand-overs, what was taken back."""
    gerak = queries.gerak(host.store.reader(), isi.pengadaan.pengadaan_id, jabatan_id=p.jabatan_id)
    ids = [g.gerak_id for g in gerak] + [rules.id_pilihan(isi.pengadaan.pengadaan_id, p.jabatan_id)]
    buka_riwayat(parent, host, ids, text.RIWAYAT_RT.format(siapa=siapa(p, beberapa=isi.beberapa)))


def _ukuran(isi: Isi) -> tuple[tuple[str, str], ...]:
    return tuple((u, u) for u in isi.pengadaan.ukuran or rules.UKURAN)


def _model(isi: Isi) -> list[Isian]:
    if not isi.pengadaan.model:
        return []
    pilihan = tuple((m, m) for m in isi.pengadaan.model)
    return [Isian("model", text.TUKAR_MODEL, Jenis.PILIHAN, pilihan=pilihan, wajib=True)]


def _cara_hari() -> tuple[Isian, ...]:
    pilihan = tuple((k, v) for k, v in CARA_PILIHAN.items() if k != SIMBOLIS)
    return (
        Isian("cara", text.CARA, Jenis.PILIHAN, pilihan=pilihan, wajib=True),
        Isian("tanggal", text.TANGGAL, Jenis.TANGGAL, text.TANGGAL_CONTOH, wajib=True),
    )


def _cara(detail: Detail, isi: Isi) -> str:
    """Return the way that is proposed: as in the line at the top; at no event is anything exchanged."""
    cara = detail.loket.cara
    return cara if cara != SIMBOLIS else KECAMATAN if isi.pengadaan.kota else KANTOR


def _hari(nilai: Nilai) -> date:
    return tanggal.baca(nilai["tanggal"], "tanggal")


def _ada(isi: Isi, tempat: str, p: Pemakai) -> str:
    """Say what lies at a place in the models that a post holds, "" where this computer does not see it."""
    ada = isi.ada(tempat)
    if ada is None:
        return ""
    model = {b.model for b in p.memegang} or {p.model}
    masih = {b: n for b, n in ada.items() if n > 0 and b.model in model}
    if not masih:
        return text.TUKAR_STOK_NIHIL.format(tempat=nama_tempat(tempat))
    return text.TUKAR_STOK.format(tempat=nama_tempat(tempat), isi=per_model(masih))
