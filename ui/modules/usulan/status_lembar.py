"""The sheets of statuses: one recorded for one proposal or many, and the recorded history put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.usulan import ops, queries
from sipokat_desktop.modules.usulan import status as urutan
from sipokat_desktop.modules.usulan import text as usulan
from sipokat_desktop.modules.usulan.model import Status, Terpasang, Usulan
from ui.kit.cards import EmptyState
from ui.kit.days import panjang, pendek
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.formulir import Formulir, Lembar, Nilai, Work, pasang
from ui.kit.host import Host
from ui.kit.ragu import Ragu
from ui.kit.records import Kata, Records, buka
from ui.kit.table_model import Baris, Kolom

from . import isian
from . import text_lembar as text

_ISIAN = (
    Isian("status", text.L_STATUS, Jenis.PILIHAN, pilihan=tuple(usulan.STATUS.items()), wajib=True),
    Isian("tanggal", text.L_TGL_STATUS, Jenis.TANGGAL, contoh="12/2/2027", wajib=True),
    Isian("alasan", text.L_ALASAN, contoh=text.C_ALASAN, wajib=True),
    Isian("dokumen", text.L_DOKUMEN, contoh=text.C_DOKUMEN, bantuan=text.DOKUMEN_BANTUAN),
)
_DISEBUT = 3
"""So many of the chosen proposals are named."""


def catat(parent: QWidget, host: Host, semua: Sequence[Usulan]) -> Sheet:
    """Record a status of proposals as one act; the reason is asked where the status needs one."""
    ids = [u.usulan_id for u in semua]
    kirim: Nilai = {}

    def kerja(nilai: Nilai) -> Work:
        kirim.clear()
        kirim.update(nilai | {"alasan": nilai["alasan"] if _perlu(nilai) else ""})
        return partial(ops.set_status, host.store, ids, dict(kirim))

    def kata(hasil: object) -> str:
        assert isinstance(hasil, Terpasang)
        return _hasil(semua, kirim["status"], hasil)

    awal = {"status": berikut(semua), "tanggal": isian.hari_ini(host)}
    f = Formulir(
        text.STATUS_JUDUL, _ISIAN, kerja, kata, awal, utama=text.STATUS_UTAMA, sub=_sub(semua), siap=_sesuaikan
    )  # fmt: skip
    lembar = pasang(parent, host, f)
    _hidup(lembar)
    Ragu(lembar.isi, partial(_ragu, host, ids))
    return lembar.sheet


def berikut(semua: Sequence[Usulan]) -> str:
    """Return the status that usually comes next for these proposals, "" where they differ or nothing does."""
    kini = {u.status for u in semua}
    jalan = urutan.JALAN
    if len(kini) != 1 or (satu := kini.pop()) not in jalan or satu == jalan[-1]:
        return ""
    return jalan[jalan.index(satu) + 1]


def _perlu(nilai: Mapping[str, str]) -> bool:
    return nilai["status"] in urutan.PERLU_ALASAN


def _sesuaikan(isi: Form) -> None:
    isi.tampakkan("alasan", _perlu(isi.nilai()))


def _hidup(lembar: Lembar) -> None:
    """Show the reason as soon as a status is chosen that needs one."""

    def berubah() -> None:
        if lembar.isi.field("alasan").isVisible() is not _perlu(lembar.isi.nilai()):
            _sesuaikan(lembar.isi)
            lembar.sheet.pas()

    lembar.isi.diubah.connect(berubah)


def _ragu(host: Host, ids: Sequence[str], nilai: Mapping[str, str]) -> dict[str, str]:
    kata = ops.peringatan_status(host.store.reader(), ids, nilai)
    return {"tanggal": kata[0]} if kata else {}


def _sub(semua: Sequence[Usulan]) -> str:
    if len(semua) == 1:
        u = semua[0]
        sejak = text.STATUS_SEJAK.format(tanggal=panjang(u.status_tanggal)) if u.status_tanggal else ""
        return text.STATUS_SATU.format(judul=u.judul, status=u.kata_status, sejak=sejak)
    daftar = ", ".join(u.judul for u in semua[:_DISEBUT])
    lebih = len(semua) - _DISEBUT
    daftar += text.DAN_LAIN.format(n=lebih) if lebih > 0 else ""
    return text.STATUS_BANYAK.format(n=len(semua), daftar=daftar)


def _hasil(semua: Sequence[Usulan], kode: str, hasil: Terpasang) -> str:
    status = usulan.STATUS[kode]
    if not hasil.dicatat:
        return text.STATUS_TETAP
    if len(semua) == 1:
        return text.STATUS_DICATAT.format(judul=semua[0].judul, status=status)
    sudah = text.STATUS_SUDAH.format(n=len(hasil.sudah)) if hasil.sudah else ""
    return text.STATUS_DICATAT_N.format(n=hasil.dicatat, status=status) + sudah


def langkah(parent: QWidget, host: Host, u: Usulan) -> Sheet:
    """Show the recorded statuses of a proposal, the latest first; Enter changes one, the button takes one away."""
    lebar, tumbuh = (0, 130, 0, 0), (0, 2, 2, 1)
    kolom = [Kolom(k, k, px, rasio) for k, px, rasio in zip(text.LANGKAH_KOLOM, lebar, tumbuh, strict=True)]

    def baca() -> list[Status]:
        return queries.riwayat(host.store.reader(), u.usulan_id)[::-1]

    def hapus(sheet: Sheet, s: Status) -> None:
        kata = text.LANGKAH_DIHAPUS.format(status=s.kata)
        work = partial(ops.hapus_status, host.store, s.status_id)
        host.act(work, said=kata, done=lambda _v: sheet.pesan.berhasil(kata), failed=sheet.gagal, owner=sheet)

    isi = Records(host, kolom, EmptyState(text.LANGKAH_KOSONG, text.LANGKAH_KOSONG_ISI), baca, _baris)
    kata = Kata(text.LANGKAH_JUDUL, u.judul, text.LANGKAH_UBAH, text.LANGKAH_HAPUS, lebar=860, tinggi=320)
    return buka(parent, isi, kata, lambda sheet, s: _ubah_langkah(sheet, host, s), hapus)


def _baris(s: Status) -> Baris:
    return Baris(s.status_id, (pendek(s.tanggal), s.kata, s.alasan, s.dokumen))


def _ubah_langkah(parent: QWidget, host: Host, s: Status) -> None:
    def kerja(nilai: Nilai) -> Work:
        return partial(ops.ubah_status, host.store, s.status_id, nilai)

    awal = {"status": s.status, "tanggal": pendek(s.tanggal), "alasan": s.alasan, "dokumen": s.dokumen}
    f = Formulir(text.LANGKAH_UBAH_JUDUL, _ISIAN, kerja, text.LANGKAH_DIUBAH, awal, siap=_sesuaikan)
    _hidup(pasang(parent, host, f))
