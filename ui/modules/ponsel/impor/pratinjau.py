"""The preview: every row of the register with what would become of it; nothing is saved yet."""

from __future__ import annotations

from sipokat_desktop.modules.ponsel.impor import BarisRencana, Berat, Nasib, Pilihan, Rencana
from sipokat_desktop.modules.ponsel.model import pengenal
from ui.kit.pratinjau_daftar import PratinjauDaftar
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text
from .panel import PERAN, RowPanel

KOLOM = tuple(
    Kolom(judul, judul, lebar, stretch, Rata.KANAN if not ke else Rata.KIRI)
    for ke, (judul, lebar, stretch) in enumerate(zip(text.KOLOM, (0, 0, 170, 130, 200), (0, 0, 3, 2, 4), strict=True))
)
LIHAT = "lihat"


class Pratinjau(PratinjauDaftar[Pilihan, Rencana, BarisRencana]):
    """The rows of a register."""

    SALAH = Nasib.DITOLAK.value
    panel: RowPanel

    def __init__(self) -> None:
        super().__init__(Pilihan(), DataTable(KOLOM), RowPanel(), text.CARI, text.SARINGAN)

    def petakan_lain(self) -> None:
        """Forget the choices: the columns mean something else now."""
        self._pilihan, self._urungan = Pilihan(), []

    def semua(self, rencana: Rencana) -> tuple[BarisRencana, ...]:
        """Return the rows of a plan."""
        return rencana.baris

    def jumlah(self, rencana: Rencana) -> dict[str, int]:
        """Return how many rows have which fate, and how many have a doubt."""
        return {n.value: k for n, k in rencana.jumlah.items()} | {LIHAT: sum(map(_lihat, rencana.baris))}

    def masuk(self, baris: BarisRencana, kunci: str) -> bool:
        """Tell whether a row belongs to a chip."""
        return baris.nasib.value == kunci or (kunci == LIHAT and _lihat(baris))

    def dicari(self, baris: BarisRencana) -> str:
        """Return what a search finds a row by: the goods, their numbers, the holder."""
        isi = " ".join(str(baris.isi.get(k) or "") for k in ("imei1", "imei2", "seri"))
        return f"{baris.sebutan} {isi} {baris.serah.kepada.nama if baris.serah else ''}"

    def tulis(self, ke: int, baris: BarisRencana) -> Baris:
        """Return a row as the table shows it."""
        return _baris(ke, baris)

    def jelaskan(self, rencana: Rencana) -> None:
        """Say the plan in words above the table."""
        catatan = [text.DIABAIKAN.format(n=len(rencana.diabaikan))] if rencana.diabaikan else []
        ragu = rencana.bermasalah or any(map(_lihat, rencana.baris))
        self.ringkas(rencana.kalimat, Role.PERHATIAN if ragu else Role.BAIK, catatan)

    def rinci(self, baris: BarisRencana | None) -> None:
        """Show a row in the panel."""
        self.panel.tampil(baris, self.pilihan)


def _lihat(b: BarisRencana) -> bool:
    """Tell whether a row that would be saved has a doubt."""
    return b.nasib in (Nasib.BARU, Nasib.DIUBAH) and any(t.berat is Berat.RAGU for t in b.tanda)


def barang(b: BarisRencana) -> str:
    """Return what a row is, and the number that tells it from the others."""
    isi = {k: str(b.isi.get(k) or "") for k in ("imei1", "seri", "nup", "sim")}
    nomor = pengenal(imei=isi["imei1"], seri=isi["seri"], nup=isi["nup"], sim=isi["sim"])
    return " · ".join(filter(None, (b.sebutan, nomor)))


def keterangan(b: BarisRencana) -> str:
    """Return what stands beside a row: what is wrong with it, else what it does."""
    tanda = sorted((t for t in b.tanda if t.berat is not Berat.RAPI), key=lambda t: -t.berat)
    return " ".join(dict.fromkeys([*(t.pesan for t in tanda)])) or b.alasan


def _baris(ke: int, b: BarisRencana) -> Baris:
    siapa = text.RT_NAMA.format(rt=b.serah.rt, nama=b.serah.kepada.nama) if b.serah else ""
    sel = (str(b.letak.baris), text.NASIB[b.nasib.value], barang(b), siapa, keterangan(b))
    return Baris(str(ke), sel, (None, PERAN[b.nasib], None, None, Role.PERHATIAN if _lihat(b) else None))
