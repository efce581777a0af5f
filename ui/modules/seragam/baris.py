"""The rows of an opened purchase as the table shows them."""

from __future__ import annotations

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.seragam.model import Pemakai
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import Role

from . import text
from .isi import GANDA, Isi
from .kalimat import hari, terakhir
from .ketik_ukuran import sebut


def kolom(*, beberapa: bool) -> tuple[Kolom, ...]:
    """Return the columns; one for the kelurahan where several are here."""
    rt, nama, ukuran, keadaan, pengambil = text.KOLOM
    tempat = (Kolom("kelurahan", text.KOLOM_KELURAHAN, 120, 1),) if beberapa else ()
    return (
        *tempat,
        Kolom("rt", rt),
        Kolom("nama", nama, 140, 3),
        Kolom("ukuran", ukuran),
        Kolom("keadaan", keadaan, 150, 2),
        Kolom("pengambil", pengambil, sembunyi=3),
    )


def baris(isi: Isi, p: Pemakai) -> Baris:
    """Return the row of a post."""
    kata, peran = keadaan(isi, p)
    sel = (f"RT {p.nomor}", p.nama or "—", _barang(p), kata, pengambil(p))
    roles: tuple[Role | None, ...] = (None, None, None, peran)
    if isi.beberapa:
        return Baris(p.jabatan_id, (wilayah.nama(p.lingkup), *sel), (None, *roles))
    return Baris(p.jabatan_id, sel, roles)


def _barang(p: Pemakai) -> str:
    """Return what a post holds, before that what its head wears."""
    if p.sudah:
        return ", ".join(sebut(b.model, b.ukuran, p.cm) for b in sorted(p.memegang)) or "—"
    return sebut(p.model, p.ukuran, p.cm) if p.ukuran else p.ukuran_asli or "—"


def keadaan(isi: Isi, p: Pemakai) -> tuple[str, Role]:
    """Say where a post stands, and in which colour."""
    masalah = [m for m in isi.masalah if m.jabatan_id == p.jabatan_id]
    if masalah:
        return (text.GANDA if masalah[0].jenis == GANDA else text.YATIM), Role.SALAH
    if p.sudah:
        return _sudah(p), Role.BAIK
    if p.kosong:
        return text.RT_TANPA_KETUA, Role.REDUP
    if not p.siap:
        return (p.kurang.rstrip(".") if p.ukuran or p.ukuran_asli else text.TANPA_UKURAN_BARIS), Role.PERHATIAN
    if p.kurang:
        return text.BELUM_DIAMBIL_CM, Role.PERHATIAN
    return text.BELUM_DIAMBIL, Role.TEKS


def _sudah(p: Pemakai) -> str:
    entri = terakhir(p)
    if entri.jenis == "tukar" and entri.kembali is not None:
        dari, ke = entri.kembali.ukuran, entri.barang.ukuran
        return text.DITUKAR.format(dari=dari, ke=ke, hari=hari(entri.tanggal))
    if entri.jenis == "ganti":
        return text.DIGANTI.format(hari=hari(entri.tanggal), alasan=entri.alasan)
    return text.DITERIMA.format(hari=hari(entri.tanggal))


def pengambil(p: Pemakai) -> str:
    """Say who took it."""
    if not p.sudah:
        return ""
    return terakhir(p).penerima or text.SENDIRI_MENGAMBIL
