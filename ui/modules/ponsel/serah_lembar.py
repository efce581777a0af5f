"""The sheets of a hand-over: given out, given back, passed on, withdrawn, taken back; one unit or several at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.ponsel import ops, queries
from sipokat_desktop.modules.ponsel.model import Pemegang, Unit
from sipokat_desktop.modules.ponsel.rules import tampil_imei
from sipokat_desktop.storage.store import Done
from ui.kit.buttons import Aksi
from ui.kit.days import panjang, pendek
from ui.kit.dialog import Sheet
from ui.kit.form import Isian
from ui.kit.formulir import Formulir, Nilai, Work, buka
from ui.kit.host import Host

from . import isian, surat
from . import text as page
from . import text_lembar as text

Op = Callable[..., Done[list[str]]]
_DAFTAR = 4
"""So many units of one BAST are named."""


def serah(parent: QWidget, host: Host, units: Sequence[Unit]) -> Sheet | None:
    """Hand units of the office to a head."""
    ketua = _ketua(host, units[0])
    if not ketua:
        _tanpa_ketua(host)
        return None
    isi = (isian.ketua(text.L_PENERIMA, _pilihan(ketua)), isian.tanggal(), *isian.keadaan(banyak=len(units) > 1),
           *isian.kuasa(text.L_PENGAMBIL))  # fmt: skip
    sub = _nomor(units[0]) if len(units) == 1 else text.SERAH_BANYAK.format(daftar=_daftar(units))
    kata = partial(_kata, text.DISERAHKAN, units, ketua)
    return _buka(parent, host, units, ops.serah, isi, _Kata(text.SERAH_JUDUL, text.SERAH_UTAMA, sub, "serah", kata))


def kembali(parent: QWidget, host: Host, units: Sequence[Unit]) -> Sheet:
    """Take units back from who holds them."""
    isi = (isian.tanggal(), *isian.keadaan(banyak=len(units) > 1), *isian.kuasa(text.L_PENGANTAR),
           isian.alasan(text.C_ALASAN_KEMBALI, wajib=False))  # fmt: skip
    kata = partial(_kata, text.DIKEMBALIKAN, units, ())
    judul = _Kata(text.KEMBALI_JUDUL, text.KEMBALI_UTAMA, _dari(units), "kembali", kata)
    return _buka(parent, host, units, ops.kembali, isi, judul)


def alih(parent: QWidget, host: Host, units: Sequence[Unit], kepada: str = "") -> Sheet | None:
    """Pass units on to another head; ``kepada`` is the term to offer."""
    ketua = [satu for satu in _ketua(host, units[0]) if satu.masa_id != units[0].masa_id]
    if not ketua:
        _tanpa_ketua(host)
        return None
    isi = (isian.ketua(text.L_PENERIMA_ALIH, _pilihan(ketua)), isian.tanggal(), *isian.keadaan(banyak=len(units) > 1))
    kata = partial(_kata, text.DIALIHKAN, units, ketua)
    judul = _Kata(text.ALIH_JUDUL, text.ALIH_UTAMA, _dari(units), "alih", kata)
    return _buka(parent, host, units, ops.alih, isi, judul, {"masa_id": kepada})


def tarik(parent: QWidget, host: Host, units: Sequence[Unit]) -> Sheet:
    """Withdraw units, with the reason."""
    isi = (isian.alasan(text.C_ALASAN_TARIK, wajib=True), isian.tanggal(), *isian.keadaan(banyak=len(units) > 1)[:1])
    kata = partial(_kata, text.DITARIK, units, ())
    sub = " ".join(filter(None, (_dari(units) if units[0].nama else "", text.TARIK_ISI)))
    judul = _Kata(text.TARIK_JUDUL, text.TARIK_UTAMA, sub, "tarik", kata)
    return _buka(parent, host, units, ops.tarik, isi, judul)


def batal(parent: QWidget, host: Host, serah_id: str) -> Sheet | None:
    """Take a hand-over back that was recorded wrongly."""
    s = queries.serah(host.store.reader(), serah_id)
    if s is None:
        return None

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.batal, host.store, serah_id, alasan=nilai["alasan"])

    apa = page.SERAH_PADA.format(apa=page.CETAK_BAST[s.jenis], tanggal=panjang(s.tanggal))
    f = Formulir(
        text.BATAL_JUDUL.format(nomor=s.nomor), (isian.alasan(text.BATAL_CONTOH, wajib=True),), kerja,
        text.DIBATALKAN.format(nomor=s.nomor), utama=text.BATAL_UTAMA, sub=text.BATAL_ISI.format(apa=apa, nama=s.nama),
        draf=f"ponsel.batal.{serah_id}",
    )  # fmt: skip
    return buka(parent, host, f)


def pengganti_ketua(host: Host, u: Unit) -> str:
    """Return the term of who heads now the RT whose former head still holds a unit, "" for nobody."""
    return next((satu.masa_id for satu in _ketua(host, u) if satu.jabatan_id == u.jabatan_id), "")


class _Kata:
    """The words of one kind of hand-over."""

    def __init__(self, judul: str, utama: str, sub: str, kunci: str, said: Callable[[Nilai], str]) -> None:
        self.judul, self.utama, self.sub, self.kunci, self.said = judul, utama, sub, kunci, said


def _buka(
    parent: QWidget, host: Host, units: Sequence[Unit], op: Op, isi: tuple[Isian, ...], kata: _Kata,
    usul: Mapping[str, str] = {},
) -> Sheet:  # fmt: skip
    ids = [u.unit_id for u in units]
    nilai_akhir: Nilai = {}

    def kerja(nilai: Nilai) -> Work:
        nilai_akhir.update(nilai)
        return partial(op, host.store, ids, nilai)

    def beres(serah_id: object) -> None:
        assert isinstance(serah_id, list)
        cetak = Aksi(page.CETAK_SEKARANG, partial(surat.bast, parent, host, serah_id[0]))
        host.messages.berhasil(kata.said(nilai_akhir), cetak, host.urungkan)

    f = Formulir(
        kata.judul.format(apa=_apa(units)), isi, kerja, "", {"tanggal": pendek(host.today.isoformat())} | _awal(units),
        f"ponsel.{kata.kunci}.{ids[0] if len(ids) == 1 else 'banyak'}", kata.utama, sub=kata.sub,
        usul={k: v for k, v in usul.items() if v},
    )  # fmt: skip
    return buka(parent, host, f, selesai=beres)


def _awal(units: Sequence[Unit]) -> dict[str, str]:
    """Return condition and accessories as they are on record."""
    if len(units) > 1:
        return {}
    return {"kondisi": units[0].kondisi, "kelengkapan": units[0].kelengkapan}


def _ketua(host: Host, u: Unit) -> list[Pemegang]:
    return queries.pemegang(host.store.reader(), lingkup=u.lingkup, hari=host.today)


def _pilihan(ketua: Sequence[Pemegang]) -> list[tuple[str, str]]:
    return [(satu.masa_id, text.PILIHAN_RT.format(rt=satu.nomor_rt, nama=satu.nama)) for satu in ketua]


def _tanpa_ketua(host: Host) -> None:
    host.messages.perhatian(text.TANPA_KETUA, Aksi(text.BUKA_RT, partial(host.go, "rt")))


def _apa(units: Sequence[Unit]) -> str:
    return units[0].sebutan if len(units) == 1 else text.BANYAK_BARANG.format(n=len(units))


def _daftar(units: Sequence[Unit]) -> str:
    nama = [" ".join(filter(None, (u.sebutan, u.pengenal))) for u in units[:_DAFTAR]]
    return ", ".join(nama) + (", …" if len(units) > _DAFTAR else "")


def _dari(units: Sequence[Unit]) -> str:
    u = units[0]
    if len(units) > 1:
        return text.DARI_BANYAK.format(nama=u.nama, daftar=_daftar(units))
    dari = text.DARI.format(nama=u.nama, rt=u.nomor_rt, tanggal=panjang(u.sejak))
    return "\n".join(filter(None, (_nomor(u), dari)))


def _nomor(u: Unit) -> str:
    """Return the numbers by which one finds the thing on the table."""
    imei = text.NOMOR_IMEI.format(imei=tampil_imei(u.imei1)) if u.imei1 else ""
    return " · ".join(filter(None, (imei, text.NOMOR_SERI.format(seri=u.seri) if u.seri else "")))


def _kata(pola: str, units: Sequence[Unit], ketua: Sequence[Pemegang], nilai: Nilai) -> str:
    """Say what was done, and to whom."""
    kepada = next((satu.nama for satu in ketua if satu.masa_id == nilai.get("masa_id")), units[0].nama)
    return pola.format(apa=_apa(units), nama=kepada)
