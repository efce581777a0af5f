"""A card in words and rows: months, purses, terms, the entries of the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.modules.insentif.kartu import BulanKartu, Dompet, Kartu, MasaKartu
from sipokat_desktop.modules.insentif.queries import Entri
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text

KOLOM = tuple(
    Kolom(judul, judul, lebar, stretch, rata, sembunyi=sembunyi)
    for judul, lebar, stretch, rata, sembunyi in zip(
        text.KOLOM_KARTU, (0, 110, 100, 0, 0, 120, 0), (0, 2, 2, 0, 0, 3, 0),
        (Rata.KIRI, Rata.KIRI, Rata.KIRI, Rata.KANAN, Rata.KANAN, Rata.KIRI, Rata.KIRI), (0, 0, 0, 2, 1, 0, 3),
        strict=True,
    )
)  # fmt: skip


def id_bulan(b: BulanKartu) -> str:
    """Return an id for the row of a month."""
    return f"{b.komponen_id}|{b.bulan}|{b.masa_id}"


def baris(b: BulanKartu) -> Baris:
    """Return the table row of a month."""
    kata, peran = keadaan(b)
    sel = (
        periode.nama_bulan(b.bulan), b.komponen, b.nama, rupiah.titik(b.hak or b.tercantum), rupiah.titik(b.dibayar),
        kata, b.nomor,
    )  # fmt: skip
    return Baris(id_bulan(b), sel, (None, None, None, None, None, peran))


def keadaan(b: BulanKartu) -> tuple[str, Role]:
    """Return how a month stands, in words and colour."""
    if b.lebih:
        return text.LEBIH.format(lebih=rupiah.uang(b.lebih)), Role.SALAH
    if b.sisa:
        return text.SISA.format(sisa=rupiah.uang(b.sisa)), Role.PERHATIAN
    if b.dibayar:
        return text.LUNAS.format(tanggal=hari(b.tanggal)) if b.tanggal else text.LUNAS_TANPA, Role.BAIK
    return text.NANTI if b.hak or b.tercantum else text.NIHIL, Role.REDUP


def hari(iso: str) -> str:
    """Return an ISO day as ``5/4/2026``, "" for none."""
    return tanggal.pendek(date.fromisoformat(iso)) if iso else ""


def ringkas(k: Kartu) -> str:
    """Say what each purse paid; and where the RT had several heads, who of them still waits for how much."""
    diterima = ", ".join(_dompet(d) for d in k.dompet)
    kata = [text.DITERIMA.format(dompet=diterima)] if diterima else []
    menunggu: dict[str, int] = {}
    for b in k.bulan:
        if b.sisa:
            menunggu[b.nama] = menunggu.get(b.nama, 0) + b.sisa
    if len(menunggu) > 1:
        orang = ", ".join(text.SEORANG.format(nama=nama, jumlah=rupiah.uang(n)) for nama, n in menunggu.items())
        kata.append(text.MENUNGGU.format(orang=orang))
    return " ".join(kata)


def _dompet(d: Dompet) -> str:
    kata = text.SEORANG.format(nama=d.komponen, jumlah=rupiah.uang(d.dibayar))
    return kata + (text.DOMPET_LEBIH.format(lebih=rupiah.uang(d.lebih)) if d.lebih else "")


def masa(m: MasaKartu) -> str:
    """Say who headed the RT, from when to when."""
    mulai = hari(m.tmt) or text.MASA_TANPA
    return text.MASA.format(
        nama=m.nama, mulai=mulai, akhir=hari(m.akhir) or text.MASA_SEKARANG, sk=m.sk or text.MASA_TANPA
    )


def judul_bulan(b: BulanKartu) -> str:
    """Return the title of the panel: the month and who headed the RT."""
    return f"{periode.nama_bulan(b.bulan)} · {b.nama}"


def paragraf(b: BulanKartu) -> list[str]:
    """Return what the panel says of a month."""
    kata = [text.PANEL_HAK.format(hak=rupiah.uang(b.hak))]
    if b.dibayar:
        cara = text.CARA.get(b.cara, b.cara)
        kata.append(text.PANEL_TERIMA.format(jumlah=rupiah.uang(b.dibayar), tanggal=hari(b.tanggal), cara=cara))
    if b.tanda:
        siapa = text.PENERIMA.get(b.penerima, b.penerima)
        kata.append(text.PANEL_TANDA.format(tanggal=hari(b.tanda), penerima=siapa))
    if b.sp2d_nomor:
        kata.append(text.PANEL_SP2D.format(nomor=b.sp2d_nomor, tanggal=hari(b.sp2d_tanggal)))
    if b.sisa and b.sebab:
        kata.append(text.PANEL_SEBAB.format(sebab=b.sebab))
    if b.tunda:
        kata.append(text.PANEL_TUNDA.format(alasan=b.tunda))
    return [*kata, *_entri(b.entri)]


def _entri(semua: Iterable[Entri]) -> list[str]:
    """Say every entry of the ledger, when there is more than the one payment."""
    daftar = list(semua)
    if len(daftar) < 2:
        return []
    return [
        text.ENTRI.format(
            tanggal=hari(e.tanggal), jenis=text.ENTRI_JENIS.get(e.jenis, e.jenis), jumlah=rupiah.uang(abs(e.jumlah)),
            ekor=text.ENTRI_STS.format(sts=e.sts) if e.sts else "",
        )
        for e in daftar
    ]  # fmt: skip
