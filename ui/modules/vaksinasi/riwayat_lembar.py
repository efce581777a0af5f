"""All figures of an RT by day: looked at, put right, or taken away."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import rupiah
from sipokat_desktop.modules.vaksinasi import ops, queries
from sipokat_desktop.modules.vaksinasi import text as vaksinasi
from sipokat_desktop.modules.vaksinasi.model import Catatan
from sipokat_desktop.modules.vaksinasi.rules import ANGKA
from ui.kit import records
from ui.kit.cards import EmptyState
from ui.kit.days import panjang, pendek
from ui.kit.dialog import Sheet
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work, pasang
from ui.kit.host import Host
from ui.kit.records import Records
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text_kisi as text

_ISIAN = (
    Isian("tanggal", text.L_TANGGAL, Jenis.TANGGAL, contoh=text.C_TANGGAL, wajib=True),
    *(Isian(satu, vaksinasi.ISIAN[satu], Jenis.ANGKA) for satu in ANGKA),
    Isian("alasan", text.L_ALASAN),
    Isian("catatan", text.L_CATATAN),
)


def _baris(c: Catatan) -> Baris:
    angka = (rupiah.titik(n) for n in c.angka)
    kata = " ".join(c.ragu) or c.alasan or c.catatan
    return Baris(c.catatan_id, (pendek(c.tanggal), *angka, kata), (*(None,) * 5, Role.SALAH if c.ragu else None))


def buka(parent: QWidget, host: Host, jabatan_id: str, nomor: str, program: str, *, larangan: str) -> Sheet:
    """Show all figures of an RT, the newest day first; ``larangan`` says why none may be changed ("": they may)."""
    akhir = len(text.RIWAYAT_KOLOM) - 1
    kolom = [
        Kolom(k, k, stretch=int(ke == akhir), rata=Rata.KANAN if 0 < ke < akhir else Rata.KIRI)
        for ke, k in enumerate(text.RIWAYAT_KOLOM)
    ]

    def baca() -> list[Catatan]:
        return queries.catatan(host.store.reader(), lingkup=(), program=program, jabatan_id=jabatan_id)

    def hapus(sheet: Sheet, c: Catatan) -> None:
        kata = text.DIHAPUS.format(rt=c.nomor_rt, tanggal=panjang(c.tanggal))
        beres = lambda _v: sheet.pesan.berhasil(kata, host.urungkan)  # noqa: E731
        work = partial(ops.hapus, host.store, [c.catatan_id])
        host.act(work, said=kata, done=beres, failed=sheet.gagal, owner=sheet)

    isi = Records(host, kolom, EmptyState(text.RIWAYAT_KOSONG, text.RIWAYAT_KOSONG_ISI), baca, _baris)
    judul = text.RIWAYAT_JUDUL.format(program=program, rt=nomor)
    kata = records.Kata(judul, larangan, text.RIWAYAT_UBAH, text.RIWAYAT_HAPUS, lebar=900, tinggi=360)
    return records.buka(parent, isi, kata, lambda sheet, c: _ubah(sheet, host, c), hapus, boleh=not larangan)


def _ubah(parent: QWidget, host: Host, c: Catatan) -> None:
    def kerja(nilai: Nilai) -> Work:
        return partial(ops.ubah, host.store, c.catatan_id, nilai)

    awal = {satu: str(n) for satu, n in zip(ANGKA, c.angka, strict=True)}
    awal |= {"tanggal": pendek(c.tanggal), "alasan": c.alasan, "catatan": c.catatan}
    judul = text.UBAH_JUDUL.format(rt=c.nomor_rt, tanggal=panjang(c.tanggal))
    pasang(parent, host, Formulir(judul, _ISIAN, kerja, text.DIUBAH.format(rt=c.nomor_rt), awal, lajur=2))
