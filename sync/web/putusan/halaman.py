"""The pages: what waits, one thing with its sides beside each other, and the answers to it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from starlette.responses import Response

from sipokat_desktop.kernel import alasan, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import KOTA, nama_kantor
from sipokat_desktop.storage import answers, core, deciding, joint
from sipokat_desktop.storage.answers import Isi, Meja, Pilihan
from sipokat_desktop.storage.manifest import Ask, WayOut
from sipokat_desktop.storage.store import Store
from sync.server import held
from sync.web.kit.kunjungan import Kunjungan
from sync.web.kit.lembar import lembar

from . import bersama, hal, text, text_urung
from .hal import Hal


class Tanya(NamedTuple):
    """An input of a way out with what may be chosen, and its value and fault of the last try."""

    ask: Ask
    pilihan: tuple[tuple[str, str], ...]
    nilai: str
    salah: str


class Jalan(NamedTuple):
    """A way out with its inputs."""

    way: WayOut
    tanya: tuple[Tanya, ...]


def daftar(k: Kunjungan) -> Response:
    """Show what waits, by kind and office."""
    semua = hal.semua(k)
    jenis, kantor = k.tanya("jenis"), k.tanya("kantor")
    pilih = [h for h in semua if jenis in ("", h.nama) and kantor in ("", h.lingkup)]
    return k.tampil(
        "putusan/daftar.html", lembar=lembar(k, bersama.kelompok(Meja(k.store), pilih)), semua=len(semua),
        boleh=sum(h.boleh for h in semua),
        jenis=jenis, kantor=kantor, kapan=Meja(k.store).kapan,
        per_jenis=[("", text.SEMUA_JENIS), *((nama, nama) for nama in sorted({h.nama for h in semua}))],
        per_kantor=[("", text.SEMUA_KANTOR), *_kantor(semua)],
    )  # fmt: skip


def _kantor(semua: Sequence[Hal]) -> list[tuple[str, str]]:
    return [(lingkup, nama_kantor(lingkup or KOTA)) for lingkup in sorted({h.lingkup for h in semua})]


def satu(k: Kunjungan) -> Response:
    """Show one thing: who recorded what, when, on which PC, and the ways to settle it."""
    h = hal.cari(k, k.jalan("kunci"))
    return _tampil(k, h, k.tanya("catatan")) if h else k.pindah("/putusan", text.SUDAH)


def jawab(k: Kunjungan) -> Response:
    """Take an answer, or a way out with what it asks for."""
    h = _milik(k)
    if h is None:
        return k.pindah("/putusan", text.SUDAH)
    jalan = k.isian("jalan")
    if not jalan:
        return _pilih(k, h)
    way = next((w for w in answers.ways(k.store.tables, h.d) if w.key == jalan), None)
    entri = h.d.baris[0] if h.d.aturan else k.isian("entri")
    if way is None or entri not in h.d.baris:
        raise InputSalah("", text.PILIH_DULU)
    isian = {ask.name: k.isian(ask.name) for ask in way.asks}
    sidik = k.isian("bersama") if joint.same_for_all(way) else ""
    ikut = bersama.cakupan(Meja(k.store), hal.semua(k), h, entri).cari(sidik) if sidik else None
    if sidik and ikut is None:
        return k.pindah(f"/putusan/{h.kunci}", text.BERUBAH)
    kerja = partial(_tempuh, h, ikut.entri if ikut else (entri,), way, isian)
    try:
        h.putuskan(k, kerja)
    except InputSalah as exc:
        if not exc.field:
            raise
        return _tampil(k, h, entri, status=422, salah={(way.key, exc.field): exc.pesan}, isian=isian)
    pesan = text.BERSAMA_SELESAI if ikut else text.GANDA_SELESAI
    pesan += f" {text_urung.KELIRU}" if h.dapat_diurungkan(k) else ""
    return k.pindah("/putusan", pesan.format(jalan=way.verb, n=len(ikut.entri) if ikut else 1))


def tertahan(k: Kunjungan) -> Response:
    """Say the city's word on a change that it holds."""
    h = _milik(k)
    if h is None or not h.ditahan:
        return k.pindah("/putusan", text.SUDAH)
    if k.isian("keputusan") == "terima":
        held.approve(k.db, h.d.op, by=k.siapa.nama, now=k.now)
        pesan = text.DITERIMA
    else:
        try:
            sebab = alasan.baca(k.isian("alasan"), kosong=text.ALASAN)
        except InputSalah as exc:
            return _tampil(k, h, "", status=422, salah={("tolak", "alasan"): exc.pesan})
        held.refuse(k.db, h.d.op, by=k.siapa.nama, reason=deciding.readable({"alasan": sebab})["alasan"], now=k.now)
        pesan = text.DITOLAK
    return k.pindah("/putusan", pesan)


def _milik(k: Kunjungan) -> Hal | None:
    """Return the thing that is answered; raise InputSalah where it is another's to decide."""
    h = hal.cari(k, k.jalan("kunci"))
    if h is not None and not h.boleh:
        raise InputSalah("", text.BUKAN_HAK.format(kantor=h.pemutus))
    return h


def _pilih(k: Kunjungan, h: Hal) -> Response:
    """Take one of the answers that settle it by themselves."""
    sidik = k.isian("jawab")
    terpilih = next((p for p in answers.isi(Meja(k.store), h.d).pilihan if p.kerja and _sidik(p) == sidik), None)
    if terpilih is None or h.ditahan:
        return k.pindah(f"/putusan/{h.kunci}", text.PILIH_DULU)
    h.putuskan(k, lambda _store: terpilih.kerja() if terpilih.kerja else None)
    return k.pindah("/putusan", text.TERSIMPAN.format(apa=terpilih.said))


def _tempuh(h: Hal, entri: Sequence[str], way: WayOut, isian: Mapping[str, str], store: Store) -> None:
    if h.d.aturan:
        deciding.settle(store, h.d, way.key, isian)
    else:
        deciding.take_back_all(store, h.d.tabel, entri, way.key, isian)


def _tampil(
    k: Kunjungan, h: Hal, catatan: str, *, status: int = 200, salah: Mapping[tuple[str, str], str] | None = None,
    isian: Mapping[str, str] | None = None,
) -> Response:  # fmt: skip
    isi = answers.isi(Meja(k.store), h.d)
    entri = h.d.baris[0] if h.d.aturan else catatan if catatan in h.d.baris else ""
    jalan = _jalan(k, h, entri, salah or {}, isian or {}) if entri and h.boleh and not h.ditahan else []
    meja, semua = Meja(k.store), hal.semua(k)
    grup = bersama.serumpun(meja, semua, h)
    return k.tampil(
        "putusan/satu.html", status=status, h=h, isi=isi, sidik=_sidik, entri=entri, jalan=jalan,
        bertahap=h.d.jenis == core.GANDA, sendiri=bool(entri) and answers.own(h.d, entri, by=k.siapa.nama),
        ke=_nomor(isi, entri), salah=salah or {}, text=text,
        sampai=text_urung.SAMPAI if h.dapat_diurungkan(k) else "",
        bagian=bersama.bagian(meja, grup) if len(grup) > 1 else [],
        cakupan=bersama.cakupan(meja, semua, h, entri) if entri else bersama.Cakupan(), sama=joint.same_for_all,
    )  # fmt: skip


def _jalan(
    k: Kunjungan, h: Hal, entri: str, salah: Mapping[tuple[str, str], str], isian: Mapping[str, str]
) -> list[Jalan]:
    con, hari = k.baca(), tanggal.pendek(tanggal.wib(k.now).date())
    return [
        Jalan(
            way,
            tuple(
                Tanya(
                    ask, tuple(ask.choices(con, entri)) if ask.choices else (),
                    isian.get(ask.name, hari if ask.kind == "tanggal" else ""), salah.get((way.key, ask.name), ""),
                )
                for ask in way.asks
            ),
        )
        for way in answers.ways(k.store.tables, h.d)
    ]  # fmt: skip


def _nomor(isi: Isi, entri: str) -> int:
    return next((ke for ke, p in enumerate(isi.pilihan, 1) if p.entri and p.entri == entri), 0)


def _sidik(p: Pilihan) -> str:
    """Return what names an answer however they are ordered: what it says and what it does."""
    return hashlib.sha256(f"{p.tombol}|{p.nilai}|{p.sub}".encode()).hexdigest()[:16]
