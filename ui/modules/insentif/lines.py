"""The lines of a list as table rows, and what the side panel says of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.modules.insentif import text as insentif
from sipokat_desktop.modules.insentif.queries import Baris as BarisDaftar
from sipokat_desktop.modules.insentif.queries import Daftar
from sipokat_desktop.modules.insentif.rules import Temuan
from ui.kit.buttons import Aksi
from ui.kit.cards import SidePanel
from ui.kit.labels import Gaya, Label
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text

PERAN = {"awas": Role.PERHATIAN, "salah": Role.SALAH}
KOLOM = tuple(
    Kolom(judul, judul, lebar, stretch, Rata.KANAN if 4 <= ke <= 6 else Rata.KIRI, sembunyi=sembunyi)
    for ke, (judul, (lebar, stretch, sembunyi)) in enumerate(
        zip(
            text.KOLOM,
            ((0, 0, 1), (0, 0, 0), (130, 2, 0), (0, 0, 2), (0, 0, 3), (0, 0, 4), (0, 0, 0), (150, 1, 0)),
            strict=True,
        )
    )
)


@dataclass(frozen=True, slots=True)
class Isi:
    """A list with its lines, findings per term, sentences about posts outside it, notes on changes, and per
    line number why it waits for a decision."""

    daftar: Daftar
    baris: list[BarisDaftar]
    temuan: dict[str, list[Temuan]]
    lain: list[str]
    catatan: dict[str, str]
    menunggu: dict[int, str] = field(default_factory=dict)

    @property
    def salah(self) -> list[str]:
        """What blocks the locking, each thing once."""
        return list(dict.fromkeys(t.kalimat for semua in self.temuan.values() for t in semua if t.peran == "salah"))


def baris_tabel(isi: Isi) -> list[Baris]:
    """Return the table rows; a second line of the same post leaves its RT blank."""
    hasil: list[Baris] = []
    sebelum = ""
    for b in isi.baris:
        kata, peran = _keadaan(isi, b)
        catatan = _pendek(isi.catatan.get(b.masa_id, "").removesuffix(f" {isi.daftar.periode[:4]}"))
        sel = (
            str(b.no), "" if b.jabatan_id == sebelum else f"RT {b.nomor_rt}",
            f"{b.nama} ({catatan})" if catatan else b.nama, text.BULAN.format(n=len(b.rincian)),
            rupiah.titik(b.bruto), rupiah.titik(b.pph), rupiah.titik(b.diterima), kata,
        )  # fmt: skip
        hasil.append(Baris(b.baris_id, sel, (None,) * 7 + (peran,), tetap=b.lunas or b.no in isi.menunggu))
        sebelum = b.jabatan_id
    return hasil


def _pendek(kalimat: str) -> str:
    """Return a sentence with months of three letters: the table is narrow, the panel says it in full."""
    for nama in tanggal.NAMA_BULAN:
        kalimat = kalimat.replace(nama, nama[:3])
    return kalimat


def _keadaan(isi: Isi, b: BarisDaftar) -> tuple[str, Role]:
    if b.dibayar > b.diterima:
        return text.TERCATAT_LEBIH, Role.SALAH
    if b.dibayar and b.lunas:
        return text.DITERIMA_PADA.format(tanggal=_hari(b.tanda)), Role.BAIK
    if b.no in isi.menunggu:
        return text.MENUNGGU, Role.SALAH
    if b.dibayar:
        return text.SEBAGIAN_DITERIMA.format(sisa=rupiah.uang(b.diterima - b.dibayar)), Role.PERHATIAN
    temuan = sorted(isi.temuan.get(b.masa_id, []), key=lambda t: t.peran != "salah")
    if isi.daftar.keadaan == "draf":
        if not temuan:
            return insentif.SIAP, Role.BAIK
        return _pendek(temuan[0].kalimat.partition(":")[0]), PERAN[temuan[0].peran]
    return text.BELUM_DITERIMA, Role.PERHATIAN


def isi_panel(
    panel: SidePanel,
    isi: Isi,
    id: str,
    buka: Callable[[str, str], None],
    batal: Callable[[BarisDaftar], None],
) -> None:
    """Explain the chosen line in the side panel, with the buttons that mend it; below, what a draft leaves out.

    ``buka`` opens a page at a record.
    """
    b = next((b for b in isi.baris if b.baris_id == id), None)
    if b is None:
        panel.set(text.PANEL, "", (text.PANEL_ISI,))
    else:
        judul = f"RT {b.nomor_rt} · {b.nama}"
        panel.set(judul, isi.catatan.get(b.masa_id, ""), _paragraf(isi, b), _aksi(isi, b, buka, batal))
    if isi.lain and isi.daftar.keadaan == "draf":
        panel.add(Label(text.PANEL_LAIN, Gaya.TEBAL))
        for kalimat in isi.lain:
            panel.add(Label(f"{kalimat}.", lipat=True))


def _paragraf(isi: Isi, b: BarisDaftar) -> list[str]:
    paragraf = [text.RINCI.format(bulan=periode.nama_bulan(bulan), jumlah=rupiah.uang(n)) for bulan, n in b.rincian]
    if b.pph:
        paragraf.append(text.PAJAK.format(bruto=rupiah.uang(b.bruto), pph=rupiah.uang(b.pph)))
    for t in isi.temuan.get(b.masa_id, []):
        paragraf.append(f"{t.kalimat}.")
        paragraf += [arti for awal, arti in text.ARTI.items() if t.kalimat.startswith(awal)]
    if b.no in isi.menunggu:
        paragraf.append(text.MENUNGGU_ISI.format(hal=isi.menunggu[b.no]))
    if b.dibayar > b.diterima:
        paragraf.append(text.LEBIH_ISI.format(dibayar=rupiah.uang(b.dibayar), diterima=rupiah.uang(b.diterima)))
    return paragraf


def _aksi(
    isi: Isi, b: BarisDaftar, buka: Callable[[str, str], None], batal: Callable[[BarisDaftar], None]
) -> list[Aksi]:
    aksi = [Aksi(text.BUKA_RT, lambda: buka("rt", b.jabatan_id))]
    if b.dibayar > b.diterima or b.no in isi.menunggu:
        aksi.insert(0, Aksi(text.BUKA_KEPUTUSAN, lambda: buka("keputusan", ""), utama=True))
    if b.dibayar:
        aksi.append(Aksi(text.BATAL_TERIMA, lambda: batal(b)))
    return aksi


def _hari(iso: str) -> str:
    return tanggal.pendek(date.fromisoformat(iso)) if iso else ""
