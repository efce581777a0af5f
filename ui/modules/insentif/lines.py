"""The lines of a list as table rows, and what the side panel says of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.modules.insentif import text as insentif
from sipokat_desktop.modules.insentif.queries import Baris as BarisDaftar
from sipokat_desktop.modules.insentif.queries import Daftar
from sipokat_desktop.modules.insentif.rules import Temuan
from ui.kit.buttons import Aksi
from ui.kit.cards import SidePanel
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text

PERAN = {"awas": Role.PERHATIAN, "salah": Role.SALAH}
KOLOM = tuple(
    Kolom(judul, judul, stretch=stretch, rata=Rata.KANAN if 4 <= ke <= 6 else Rata.KIRI)
    for ke, (judul, stretch) in enumerate(zip(text.KOLOM, (0, 0, 3, 0, 0, 0, 0, 2), strict=True))
)


@dataclass(frozen=True, slots=True)
class Isi:
    """A list with its lines, findings per term, sentences about posts outside it, notes on changes."""

    daftar: Daftar
    baris: list[BarisDaftar]
    temuan: dict[str, list[Temuan]]
    lain: list[str]
    catatan: dict[str, str]

    @property
    def salah(self) -> bool:
        """Tell whether something blocks the locking."""
        return any(t.peran == "salah" for semua in self.temuan.values() for t in semua)


def baris_tabel(isi: Isi) -> list[Baris]:
    """Return the table rows; a second line of the same post leaves its RT blank."""
    hasil: list[Baris] = []
    sebelum = ""
    for b in isi.baris:
        kata, peran = _keadaan(isi, b)
        catatan = isi.catatan.get(b.masa_id, "")
        sel = (
            str(b.no), "" if b.jabatan_id == sebelum else f"RT {b.nomor_rt}",
            f"{b.nama} ({catatan})" if catatan else b.nama, text.BULAN.format(n=len(b.rincian)),
            rupiah.titik(b.bruto), rupiah.titik(b.pph), rupiah.titik(b.diterima), kata,
        )  # fmt: skip
        hasil.append(Baris(b.baris_id, sel, (None,) * 7 + (peran,), tetap=bool(b.dibayar)))
        sebelum = b.jabatan_id
    return hasil


def _keadaan(isi: Isi, b: BarisDaftar) -> tuple[str, Role]:
    if b.dibayar:
        return text.DITERIMA_PADA.format(tanggal=_hari(b.tanda)), Role.BAIK
    temuan = sorted(isi.temuan.get(b.masa_id, []), key=lambda t: t.peran != "salah")
    if isi.daftar.keadaan == "draf":
        return (temuan[0].kalimat, PERAN[temuan[0].peran]) if temuan else (insentif.SIAP, Role.BAIK)
    return text.BELUM_DITERIMA, Role.PERHATIAN


def isi_panel(
    panel: SidePanel, isi: Isi, id: str, buka_rt: Callable[[BarisDaftar], None], batal: Callable[[BarisDaftar], None]
) -> None:
    """Explain the chosen line in the side panel, with the buttons that mend it; else what is outside the list."""
    b = next((b for b in isi.baris if b.baris_id == id), None)
    if b is None:
        panel.set(text.PANEL, "", isi.lain or (text.PANEL_ISI,))
        return
    temuan = isi.temuan.get(b.masa_id, [])
    paragraf = [text.RINCI.format(bulan=periode.nama_bulan(bulan), jumlah=rupiah.uang(n)) for bulan, n in b.rincian]
    for t in temuan:
        paragraf.append(f"{t.kalimat}.")
        paragraf += [arti for awal, arti in text.ARTI.items() if t.kalimat.startswith(awal)]
    aksi = [Aksi(text.BUKA_RT, lambda: buka_rt(b))]
    if b.dibayar:
        aksi.append(Aksi(text.BATAL_TERIMA, lambda: batal(b)))
    sub = isi.catatan.get(b.masa_id, "")
    panel.set(f"RT {b.nomor_rt} · {b.nama}", sub, paragraf + isi.lain, aksi)


def _hari(iso: str) -> str:
    return tanggal.pendek(date.fromisoformat(iso)) if iso else ""
