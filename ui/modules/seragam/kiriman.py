"""The sheets of the stock: a delivery sent or received, a delivery taken back, an adjustment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.seragam import ops, rules
from sipokat_desktop.modules.seragam.model import Barang, Kiriman
from sipokat_desktop.modules.seragam.tempat import PENGADAAN
from ui.kit.dialog import Sheet
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work
from ui.kit.formulir import buka as buka_formulir
from ui.kit.host import Host

from . import lembar_kisi
from . import text_lembar as text
from .isi import Isi
from .kalimat import nama_tempat
from .kisi import Jumlah, Kisi
from .lembar_kisi import Bentuk, LembarKisi


def asal(isi: Isi) -> str:
    """Return where pieces come from to this office: its kecamatan for a kelurahan, else straight from the purchase."""
    if wilayah.adalah_kecamatan(isi.kantor) or not isi.pengadaan.kota:
        return PENGADAAN
    return wilayah.kecamatan_dari(isi.kantor)


def terima(parent: QWidget, host: Host, isi: Isi) -> Sheet:
    """Ask what a surat jalan says that came to this office."""
    p, dari = isi.pengadaan, asal(isi)

    def kerja(nilai: Nilai, jumlah: Jumlah) -> Work:
        return partial(
            ops.terima, host.store, p.pengadaan_id, dari=dari, ke=isi.kantor, isi=_barang(jumlah),
            nomor=nilai["nomor"], hari=_hari(nilai),
        )  # fmt: skip

    batas = isi.ada(dari)
    f = LembarKisi(
        text.TERIMA_JUDUL, _isian(nomor_wajib=True),
        Kisi(text.ISI_KIRIMAN, batas=text.ADA_DI_ASAL if batas is not None else ""),
        lambda _nilai: _bentuk(isi, batas), kerja, lambda nomor: text.DITERIMA.format(nomor=nomor),
        {"tanggal": tanggal.pendek(host.today)}, draf=f"seragam.terima.{p.pengadaan_id}", utama=text.TERIMA_UTAMA,
        lajur=2, sub=text.TERIMA_SUB.format(dari=_sebut(dari), ke=nama_tempat(isi.kantor)),
    )  # fmt: skip
    return lembar_kisi.buka(parent, host, f)


def kirim(parent: QWidget, host: Host, isi: Isi, ke: str = "") -> Sheet:
    """Ask what leaves this office: for an office below it, or back to the kecamatan."""
    p, dari, tujuan = isi.pengadaan, isi.gudang, _tujuan(isi)

    def kerja(nilai: Nilai, jumlah: Jumlah) -> Work:
        return partial(
            ops.kirim, host.store, p.pengadaan_id, dari=dari, ke=nilai["ke"], isi=_barang(jumlah),
            nomor=nilai["nomor"], hari=_hari(nilai), alasan=nilai["alasan"],
        )  # fmt: skip

    pilihan = tuple((satu, nama_tempat(satu)) for satu in tujuan)
    tujuan_ = Isian("ke", text.KE, Jenis.PILIHAN, pilihan=pilihan, wajib=True)
    kisi = Kisi(text.ISI_KIRIMAN, batas=text.ADA_DI_ASAL)
    ket = Isian(
        "alasan",
        text.ALASAN,
        contoh=text.ALASAN_CONTOH,
    )
    f = LembarKisi(
        text.KIRIM_JUDUL, (tujuan_, *_isian(), ket),
        kisi, lambda _nilai: _bentuk(isi, isi.ada(dari)), kerja, lambda nomor: text.DIKIRIM.format(nomor=nomor),
        {"ke": ke or tujuan[0], "tanggal": tanggal.pendek(host.today)},
        pemicu=("ke",), usul=lambda nilai: _sesuai(isi, nilai["ke"]), draf=f"seragam.kirim.{p.pengadaan_id}.{ke}",
        utama=text.KIRIM_UTAMA, lajur=2, sub=text.KIRIM_SUB.format(tempat=_sebut(dari)),
    )  # fmt: skip
    return lembar_kisi.buka(parent, host, f)


def _tujuan(isi: Isi) -> tuple[str, ...]:
    if isi.di_kota:
        p = isi.pengadaan
        return wilayah.bawahan(isi.kantor) if p.kota else (p.lingkup,)
    return isi.kelurahan if wilayah.adalah_kecamatan(isi.kantor) else (wilayah.kecamatan_dari(isi.kantor),)


def perlu(isi: Isi, kelurahan: Sequence[str]) -> Counter[Barang]:
    """Return what the heads of these kelurahan who have not received will need."""
    tiap = perlu_tiap(isi)
    return sum((tiap[kode] for kode in kelurahan if kode in tiap), Counter[Barang]())


def perlu_tiap(isi: Isi) -> dict[str, Counter[Barang]]:
    """Return by kelurahan what the heads who have not received will need."""
    hasil: dict[str, Counter[Barang]] = {}
    for p in isi.belum:
        if p.siap:
            hasil.setdefault(p.lingkup, Counter())[p.barang] += p.per_orang
    return hasil


def _sesuai(isi: Isi, ke: str) -> dict[Barang, int]:
    """Propose what a kelurahan still lacks, as far as it is here; nothing for the way back."""
    if wilayah.adalah_kecamatan(ke):
        return {}
    ada, di_sana = isi.stok.get(isi.gudang, {}), isi.stok.get(ke, {})
    hasil: dict[Barang, int] = {}
    for barang, n in perlu(isi, (ke,)).items():
        kirim_ini = min(max(n - di_sana.get(barang, 0), 0), max(ada.get(barang, 0), 0))
        if kirim_ini:
            hasil[barang] = kirim_ini
    return hasil


def sesuaikan(parent: QWidget, host: Host, isi: Isi, tempat: str = "", barang: Barang | None = None) -> Sheet:
    """Ask by how much the true stock differs from the ledger, and why."""
    tempat = tempat or isi.gudang
    semua = {b.kata: b for b in kinds(isi)}

    def kerja(nilai: Nilai) -> Work:
        return partial(
            ops.sesuaikan, host.store, isi.pengadaan.pengadaan_id, tempat=nilai["tempat"],
            barang=semua[nilai["barang"]], jumlah=_selisih(nilai["jumlah"]), alasan=nilai["alasan"],
        )  # fmt: skip

    tempat_ = tuple((satu, nama_tempat(satu)) for satu in dict.fromkeys((tempat, isi.gudang)) if satu != PENGADAAN)
    isian = (
        Isian("tempat", text.SELISIH_TEMPAT, Jenis.PILIHAN, pilihan=tempat_, wajib=True),
        Isian("barang", text.SELISIH_BARANG, Jenis.PILIHAN, pilihan=tuple((k, k) for k in semua), wajib=True),
        Isian("jumlah", text.SELISIH_JUMLAH, contoh=text.SELISIH_CONTOH, wajib=True),
        Isian("alasan", text.SELISIH_ALASAN, Jenis.PANJANG, text.SELISIH_ALASAN_CONTOH, wajib=True),
    )
    awal = {"tempat": tempat, "barang": barang.kata if barang else ""}
    f = Formulir(
        text.SELISIH_JUDUL, isian, kerja, text.SELISIH_SELESAI, awal,
        f"seragam.selisih.{isi.pengadaan.pengadaan_id}", text.SELISIH_UTAMA, 520, sub=text.SELISIH_SUB,
        fokus="jumlah" if barang else "barang",
    )  # fmt: skip
    return buka_formulir(parent, host, f)


def batal(parent: QWidget, host: Host, k: Kiriman) -> Sheet:
    """Ask why a delivery is taken back."""

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.batal, host.store, k.gerak_ids, alasan=nilai["alasan"])

    sub = text.BATAL_SUB.format(isi=rules.sebut_isi(k.isi), dari=_sebut(k.dari), ke=_sebut(k.ke))
    f = Formulir(
        text.BATAL_JUDUL.format(nomor=k.nomor),
        (Isian("alasan", text.BATAL_ALASAN, Jenis.PANJANG, text.BATAL_CONTOH, wajib=True),), kerja,
        text.BATAL_SELESAI.format(nomor=k.nomor), utama=text.BATAL_UTAMA, sub=sub,
    )  # fmt: skip
    return buka_formulir(parent, host, f)


def kinds(isi: Isi) -> list[Barang]:
    """Return every kind of piece that a purchase may hold, in order."""
    p = isi.pengadaan
    semua = {Barang(m, u) for m in p.model or ("",) for u in p.ukuran or rules.UKURAN} | set(isi.dibeli)
    return sorted(semua, key=rules.urut)


def _isian(*, nomor_wajib: bool = False) -> tuple[Isian, ...]:
    return (
        Isian("nomor", text.NOMOR, contoh=text.NOMOR_CONTOH, wajib=nomor_wajib),
        Isian("tanggal", text.TANGGAL, Jenis.TANGGAL, text.TANGGAL_CONTOH, wajib=True),
    )


def _bentuk(isi: Isi, batas: Mapping[Barang, int] | None) -> Bentuk:
    return Bentuk(isi.pengadaan.model, isi.pengadaan.ukuran or rules.UKURAN, batas or {})


def _sebut(tempat: str) -> str:
    return text.PENGADAAN if tempat == PENGADAAN else nama_tempat(tempat)


def _barang(jumlah: Jumlah) -> Jumlah:
    if not jumlah:
        raise InputSalah("isi", text.ISI_KOSONG)
    return jumlah


def _hari(nilai: Nilai) -> date:
    return tanggal.baca(nilai["tanggal"], "tanggal")


def _selisih(teks: str) -> int:
    rapi = teks.replace("−", "-").replace(" ", "").replace("+", "")
    if not rapi.removeprefix("-").isdigit() or not int(rapi):
        raise InputSalah("jumlah", text.SELISIH_SALAH)
    return int(rapi)
