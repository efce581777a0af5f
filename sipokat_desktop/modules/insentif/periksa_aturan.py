"""What a list shows of its lines before it is locked: the checks that need no store (DOMAIN §3, pre-checks)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import periode as periode_
from sipokat_desktop.kernel.periode import Periode

from . import text
from . import text_susun as kata
from .hak import HARIAN, hari, hari_menjabat, menjabat, tarif_berlaku
from .model import Hak, Komponen, Temuan, Tujuan

if TYPE_CHECKING:
    from sipokat_desktop.modules.rt.queries import Masa


def temuan(daftar: list[Hak], komponen: Komponen, periode: Periode) -> dict[str, list[Temuan]]:
    """Return the findings per term id, grave ones first."""
    hasil: dict[str, list[Temuan]] = {h.masa.masa_id: [*_satu(h, komponen, periode), *h.catatan] for h in daftar}
    for masa_id, satu in (*_orang_ganda(daftar), *_bulan_ganda(daftar, komponen)):
        hasil[masa_id].append(satu)
    return {masa_id: urut(semua) for masa_id, semua in hasil.items()}


def urut(semua: Iterable[Temuan]) -> list[Temuan]:
    """Return the findings with the grave ones first, each once."""
    return sorted(dict.fromkeys(semua), key=lambda t: t.peran != "salah")


def serempak(satu: Masa, dua: Masa, bulan: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``bulan`` in which both terms are in office on some same day."""
    return tuple(b for b in bulan if _hari_sama(satu, dua, b))


def _hari_sama(satu: Masa, dua: Masa, bulan: str) -> bool:
    a, b = hari_menjabat(satu, bulan), hari_menjabat(dua, bulan)
    return bool(a and b and a[0] <= b[1] and b[0] <= a[1])


def orang_sama(masa: Masa, lain: Masa, bulan: Iterable[str]) -> Temuan | None:
    """Return the finding that one person (by NIK, or by record) heads two posts in the same days of ``bulan``."""
    if masa.jabatan_id == lain.jabatan_id or not serempak(masa, lain, bulan):
        return None
    if masa.nik and masa.nik == lain.nik:
        return Temuan("salah", text.NIK_GANDA.format(rt=lain.nomor), Tujuan("rt", masa.masa_id, "nik"), "nik_ganda")
    if masa.orang_id == lain.orang_id:
        nama = periode_.rentang_tahun(serempak(masa, lain, bulan))
        pesan = kata.KETUA_DUA_RT.format(rt=lain.nomor, bulan=nama)
        return Temuan("salah", pesan, Tujuan("rt", masa.masa_id, "akhir_nyata"), "rangkap")
    return None


def _orang_ganda(daftar: list[Hak]) -> Iterable[tuple[str, Temuan]]:
    per_orang: dict[str, list[Hak]] = defaultdict(list)
    for h in daftar:
        for kunci in {h.masa.nik, h.masa.orang_id} - {None, ""}:
            per_orang[str(kunci)].append(h)
    for kembar in per_orang.values():
        for h in kembar:
            bulan = sorted({b for lain in kembar for b in lain.bulan})
            temuan_ = (orang_sama(h.masa, lain.masa, bulan) for lain in kembar)
            yield from ((h.masa.masa_id, t) for t in list(filter(None, temuan_))[:1])


def _bulan_ganda(daftar: list[Hak], komponen: Komponen) -> Iterable[tuple[str, Temuan]]:
    """Name the months of a post that two terms claim: the roster lets them overlap (hard rule, DOMAIN §3)."""
    per_jabatan: dict[str, list[Hak]] = defaultdict(list)
    for h in daftar:
        per_jabatan[h.masa.jabatan_id].append(h)
    for h in daftar:
        for lain in per_jabatan[h.masa.jabatan_id]:
            bulan = tuple(b for b in h.bulan if b in lain.bulan and not _berbagi(h, lain, b, komponen))
            if lain is not h and bulan:
                pesan = text.BULAN_GANDA.format(bulan=periode_.rentang_tahun(bulan), nama=lain.masa.nama)
                yield h.masa.masa_id, Temuan("salah", pesan, Tujuan("rt", h.masa.masa_id, "akhir_nyata"), "bulan_ganda")


def _berbagi(h: Hak, lain: Hak, bulan: str, komponen: Komponen) -> bool:
    """Tell whether two heads may share the month: each in a slot of his own, no day twice, within the tariff."""
    if bulan not in h.sambung + lain.sambung:
        return False
    if komponen.acara:
        return True
    khusus = {b for satu in (h, lain) if satu.khusus for b, _ in satu.khusus.rincian}
    if komponen.hari_acuan == HARIAN and bulan not in khusus and _hari_sama(h.masa, lain.masa, bulan):
        return False
    tarif = tarif_berlaku(komponen, bulan)
    return tarif is not None and dict(h.rincian)[bulan] + dict(lain.rincian)[bulan] <= tarif.jumlah


def _satu(h: Hak, komponen: Komponen, periode: Periode) -> Iterable[Temuan]:
    masa = h.masa
    if komponen.acara is None:
        yield from _sk(h, periode)
    if masa.rangkap:
        pesan = text.RANGKAP.format(jabatan=masa.rangkap)
        yield Temuan("awas", pesan, Tujuan("rt", masa.masa_id, "rangkap"), "rangkap")
    if komponen.cara == "transfer" and not masa.rekening:
        yield Temuan("awas", text.REKENING_KOSONG, Tujuan("rt", masa.masa_id, "rekening"), "rekening")


def _sk(h: Hak, periode: Periode) -> Iterable[Temuan]:
    masa = h.masa
    if not masa.sk_nomor:
        yield Temuan("awas", text.SK_KOSONG, Tujuan("rt", masa.masa_id, "sk_nomor"), "sk_kosong")
    if masa.sk_tanggal and masa.sk_tanggal > periode_.hari_terakhir(h.bulan[0]).isoformat():
        pesan = text.SK_TERLAMBAT.format(tanggal=hari(masa.sk_tanggal))
        yield Temuan("awas", pesan, Tujuan("rt", masa.masa_id, "sk_tanggal"), "sk_terlambat")
    akhir = periode_.hari_terakhir(periode.bulan[-1]).isoformat()
    if masa.akhir_sk and masa.akhir_sk < akhir and not masa.akhir_nyata:
        lewat = tuple(b for b in periode.bulan if b not in h.bulan and b > h.bulan[-1])
        if lewat:
            bulan = periode_.rentang_tahun(lewat) if periode.rapel else periode_.rentang(lewat)
            pesan = text.SK_HABIS.format(tanggal=hari(masa.akhir_sk), bulan=bulan)
            yield Temuan("awas", pesan, Tujuan("rt", masa.masa_id, "akhir_sk"), "sk_habis")


def lowong(daftar_masa: list[Masa], nomor: dict[str, str], komponen: Komponen, periode: Periode) -> list[str]:
    """Return a sentence per post that nobody held in some month of the period, and per term without TMT."""
    return [t.kalimat for t in tanpa_ketua(daftar_masa, nomor, komponen, periode)]


def tanpa_ketua(daftar_masa: list[Masa], nomor: dict[str, str], komponen: Komponen, periode: Periode) -> list[Temuan]:
    """Return what no line can show: terms without TMT, posts that nobody held, heads whose SK ran out."""
    hasil = [
        Temuan(
            "awas", text.TANPA_TMT.format(rt=m.nomor, nama=m.nama), Tujuan("rt", m.masa_id, "tmt"), "tanpa_tmt"
        )
        for m in daftar_masa
        if not m.tmt and not m.akhir_nyata
    ]  # fmt: skip
    per_jabatan: dict[str, list[Masa]] = defaultdict(list)
    for m in daftar_masa:
        per_jabatan[m.jabatan_id].append(m)
    for jabatan_id, rt in nomor.items():
        semua = per_jabatan[jabatan_id]
        kosong = tuple(b for b in periode.bulan if not any(menjabat(m, b, komponen.hari_acuan) for m in semua))
        if kosong and all(m.tmt for m in semua):
            hasil.append(_kosong(jabatan_id, rt, semua, kosong, periode))
    return hasil


def _kosong(jabatan_id: str, rt: str, semua: list[Masa], kosong: tuple[str, ...], periode: Periode) -> Temuan:
    bulan = periode_.rentang_tahun(kosong) if periode.rapel else periode_.rentang(kosong)
    akhir = f"{kosong[0]}-31"
    habis = [m for m in semua if m.tmt and m.tmt <= akhir and m.akhir_sk and m.akhir_sk < akhir and not m.akhir_nyata]
    if habis:
        m = habis[-1]
        pesan = kata.SK_SEMUA_HABIS.format(rt=rt, nama=m.nama, tanggal=hari(str(m.akhir_sk)), bulan=bulan)
        return Temuan("awas", pesan, Tujuan("rt", m.masa_id, "akhir_sk"), "sk_habis")
    return Temuan("awas", text.RT_KOSONG.format(rt=rt, bulan=bulan), Tujuan("rt", jabatan_id), "kosong")
