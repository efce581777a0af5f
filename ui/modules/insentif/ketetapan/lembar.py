"""The forms of *Ketetapan*: component, tariff, funding, performance rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import ketetapan_ops as ops
from sipokat_desktop.modules.insentif import komponen as queries
from sipokat_desktop.modules.insentif import text as insentif
from sipokat_desktop.modules.insentif.pajak import skema_efektif
from sipokat_desktop.modules.insentif.rules import Komponen, Tarif
from sipokat_desktop.storage.entitled import Source
from ui.kit.dialog import Sheet
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work, buka
from ui.kit.host import Host

from . import acara as acara_
from . import text

Selesai = Callable[[object], object]

_PEMBAYARAN = (
    Isian("sumber_dana", text.F_SUMBER, contoh=text.F_SUMBER_CONTOH),
    Isian("program", text.F_PROGRAM, contoh=text.F_PROGRAM_CONTOH),
    Isian("kegiatan", text.F_KEGIATAN, contoh=text.F_KEGIATAN_CONTOH),
    Isian("kode_rekening", text.F_REKENING, contoh=text.F_REKENING_CONTOH),
)
_HARI = tuple((str(hari), kata) for hari, kata in text.HARI_ACUAN.items())
KOMPONEN = (
    Isian("nama", text.F_NAMA, contoh=text.F_NAMA_CONTOH, wajib=True, bentang=2),
    Isian("cara", text.F_CARA, Jenis.PILIHAN, pilihan=tuple(text.CARA_BAYAR.items()), wajib=True),
    Isian("hari_acuan", text.F_HARI, Jenis.PILIHAN, pilihan=_HARI, wajib=True),
    Isian("skema", text.F_SKEMA, Jenis.PILIHAN, pilihan=tuple(insentif.SKEMA.items()), wajib=True),
    Isian("pajak", text.F_PERSEN, contoh="2,5"),
    *_PEMBAYARAN,
)
TARIF = (
    Isian("jumlah", text.F_JUMLAH, Jenis.RUPIAH, contoh="550.000", wajib=True),
    Isian("mulai", text.F_MULAI, Jenis.BULAN, contoh="1/2026", wajib=True),
    Isian("sampai", text.F_SAMPAI, Jenis.BULAN, contoh="12/2026", bantuan=text.F_SAMPAI_BANTUAN),
    Isian("dasar_hukum", text.F_DASAR, contoh=text.F_DASAR_CONTOH),
)
DANA = (
    Isian("tahun", text.F_TAHUN, Jenis.ANGKA, contoh="2026", wajib=True),
    Isian("pagu", text.F_PAGU, Jenis.RUPIAH, contoh="59.400.000"),
    *_PEMBAYARAN,
    Isian("dasar", text.F_DASAR_ANGKAT, contoh=text.F_DASAR_CONTOH, bentang=2),
)
ATURAN = (
    Isian("ukuran", text.F_UKURAN, Jenis.PILIHAN, pilihan=tuple(text.UKURAN.items()), wajib=True),
    Isian("pita", text.F_PITA, contoh=text.F_PITA_CONTOH, wajib=True, bantuan=text.F_PITA_BANTUAN),
    Isian("mulai", text.F_MULAI, Jenis.BULAN, contoh="7/2026", wajib=True),
    Isian("sampai", text.F_SAMPAI, Jenis.BULAN, contoh="12/2026"),
    Isian("dasar_hukum", text.F_DASAR, contoh=text.F_DASAR_CONTOH),
)


def komponen(
    parent: QWidget, host: Host, k: Komponen | None = None, *, acara: str = "", selesai: Selesai | None = None
) -> Sheet:
    """Ask for a new component (paying the event ``acara``), or change one of this office."""
    nama = {"nama": "", "kata": ""}

    def kerja(nilai: Nilai) -> Work:
        isi = acara_.nilai(nilai, k)
        nama["nama"] = isi["nama"]
        nama["kata"] = text.KOMPONEN_DIUBAH if k or "asal" in isi else text.KOMPONEN_TERSIMPAN
        return partial(ops.simpan_komponen, host.store, host.lingkup, isi, komponen_id=k.komponen_id if k else "")

    con = host.store.reader()
    pilihan = [] if k else acara_.terbuka(con, queries.komponen(con, lingkup=host.lingkup))
    awal = _awal_komponen(k) if k else {"cara": "tunai", "hari_acuan": "1", "skema": "tidak"} | acara_.BAWAAN
    judul = text.KOMPONEN_UBAH.format(komponen=k.nama) if k else text.KOMPONEN_JUDUL
    draf = f"insentif.komponen.{k.komponen_id if k else ''}" if not acara else ""
    usul = {"menurut": acara_.HADIR, "acara": acara} if acara else {}
    f = Formulir(
        judul, _isian_komponen(k, pilihan), kerja, lambda _id: nama["kata"].format(nama=nama["nama"]), awal, draf,
        lebar=760, lajur=2, sub="" if k else text.KOMPONEN_SUB, usul=usul, fokus="jumlah" if acara else "nama",
        siap=partial(acara_.pasang, acara=pilihan) if pilihan else None,
    )  # fmt: skip
    return buka(parent, host, f, selesai=selesai)


def _isian_komponen(k: Komponen | None, pilihan: list[Source]) -> tuple[Isian, ...]:
    nama, *lain = KOMPONEN
    if k is not None:
        lain = [satu for satu in lain if not (k.acara and satu.kunci == "hari_acuan")]
        return (nama, *acara_.isian_lama(k), *lain)
    return (*acara_.isian_baru(pilihan), nama, *acara_.isian_uang(pilihan), *lain)


def _awal_komponen(k: Komponen) -> dict[str, str]:
    skema = skema_efektif(k)
    return {
        "nama": k.nama, "cara": k.cara, "hari_acuan": str(k.hari_acuan), "skema": skema,
        "per": k.acara.per if k.acara else "",
        "pajak": rupiah.persen(k.pajak).removesuffix(" %") if skema == "persen" else "",
        "sumber_dana": k.sumber_dana, "program": k.program, "kegiatan": k.kegiatan, "kode_rekening": k.kode_rekening,
    }  # fmt: skip


def tarif(
    parent: QWidget, host: Host, k: Komponen, *, lama: Tarif | None = None, usul: Mapping[str, str] | None = None,
    selesai: Selesai | None = None,
) -> Sheet:  # fmt: skip
    """Ask for a dated tariff; ``lama`` is the one to correct, ``usul`` what a simulation proposes."""

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.tetapkan_tarif, host.store, host.lingkup, k.komponen_id, nilai)

    judul = (text.TARIF_UBAH_JUDUL if lama else text.TARIF_JUDUL).format(komponen=k.nama)
    draf = f"insentif.tarif.{k.komponen_id}.{lama.mulai if lama else ''}" if not usul else ""
    isian = (replace(TARIF[0], label=text.F_JUMLAH_ACARA), *TARIF[1:]) if k.acara else TARIF
    f = Formulir(judul, isian, kerja, _kata_tarif, _awal_tarif(lama), draf, lebar=480, usul=usul or {})
    return buka(parent, host, f, selesai=selesai)


def _kata_tarif(hasil: object) -> str:
    lain = [str(satu) for satu in hasil] if isinstance(hasil, tuple) else []
    return " ".join((text.TARIF_TERSIMPAN, *lain))


def _awal_tarif(lama: Tarif | None) -> dict[str, str]:
    if lama is None:
        return {}
    return {
        "jumlah": str(lama.jumlah), "mulai": periode.nama_bulan(lama.mulai),
        "sampai": periode.nama_bulan(lama.sampai) if lama.sampai else "", "dasar_hukum": lama.dasar_hukum,
    }  # fmt: skip


def dana(parent: QWidget, host: Host, k: Komponen, tahun: int) -> Sheet:
    """Ask for the funding data and ceiling of a year."""
    kini = queries.dana(host.store.reader(), lingkup=host.lingkup, komponen=k, tahun=tahun)

    def kerja(nilai: Nilai) -> Work:
        if len(nilai["tahun"]) != 4:
            raise InputSalah("tahun", text.TAHUN_SALAH)
        return partial(ops.simpan_anggaran, host.store, host.lingkup, k.komponen_id, int(nilai["tahun"]), nilai)

    awal = {
        "tahun": str(tahun), "pagu": str(kini.pagu or ""), "sumber_dana": kini.sumber_dana, "program": kini.program,
        "kegiatan": kini.kegiatan, "kode_rekening": kini.kode_rekening, "dasar": kini.dasar,
    }  # fmt: skip
    f = Formulir(
        text.DANA_JUDUL.format(komponen=k.nama), DANA, kerja, text.DANA_TERSIMPAN.format(tahun=tahun), awal,
        f"insentif.dana.{k.komponen_id}.{tahun}", lebar=760, lajur=2, fokus="pagu",
    )  # fmt: skip
    return buka(parent, host, f)


def aturan(
    parent: QWidget, host: Host, k: Komponen, *, usul: Mapping[str, str] | None = None, selesai: Selesai | None = None
) -> Sheet:
    """Ask for a new version of the performance rule."""

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.simpan_aturan, host.store, host.lingkup, k.komponen_id, nilai)

    f = Formulir(
        text.ATURAN_JUDUL.format(komponen=k.nama), ATURAN, kerja, lambda v: text.ATURAN_TERSIMPAN.format(versi=v),
        {"ukuran": "laporan"}, "" if usul else f"insentif.aturan.{k.komponen_id}", lebar=520, sub=text.ATURAN_SUB,
        usul=usul or {}, fokus="pita",
    )  # fmt: skip
    return buka(parent, host, f, selesai=selesai)


def akhiri(parent: QWidget, host: Host, k: Komponen) -> Sheet:
    """Ask for the last month of the present rule."""

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.akhiri_aturan, host.store, host.lingkup, k.komponen_id, nilai["sampai"])

    isian = (Isian("sampai", text.F_SAMPAI, Jenis.BULAN, contoh="12/2026", wajib=True),)
    f = Formulir(text.ATURAN_AKHIR_JUDUL.format(komponen=k.nama), isian, kerja, text.ATURAN_DIAKHIRI, lebar=440)
    return buka(parent, host, f)
