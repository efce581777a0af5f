"""The rows of the list of reports for the long table: columns, cells, questions to the search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sipokat_desktop.kernel import rupiah, wilayah
from sipokat_desktop.modules.laporan import cari, queries
from sipokat_desktop.modules.laporan import model as laporan
from sipokat_desktop.modules.laporan.model import TIDAK, YA, Laporan, Saring
from ui.kit.days import pendek
from ui.kit.host import Host
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text

SEMUA = "semua"
KINERJA, BIASA = "kinerja", "biasa"
_J = text.KOLOM_JUDUL
KOLOM = (
    Kolom("kelurahan", _J["kelurahan"], 110, 1),
    Kolom("tanggal", _J["tanggal"], urut="tanggal"),
    Kolom("rt", _J["rt"]),
    Kolom("jenis", _J["jenis"], 110, 2),
    Kolom("uraian", _J["uraian"], 150, 5),
    Kolom("foto", _J["foto"], rata=Rata.KANAN, sembunyi=2),
    Kolom("kategori", _J["kategori"], sembunyi=3, tampil=False),
    Kolom("lurah", _J["lurah"]),
    Kolom("camat", _J["camat"], sembunyi=1),
    Kolom("bidang", _J["bidang"], 110, 1, sembunyi=6, tampil=False),
    Kolom("lokasi", _J["lokasi"], 100, 1, sembunyi=5, tampil=False),
    Kolom("peserta", _J["peserta"], rata=Rata.KANAN, sembunyi=7, tampil=False),
    Kolom("ketua", _J["ketua"], 100, 1, sembunyi=8, tampil=False),
    Kolom("asal", _J["asal"], sembunyi=9, tampil=False),
)
"""Every column there is; the first one only where the office looks after several."""
KOLOM_BEBERAPA = tuple(
    k._replace(sembunyi={"lurah": 1, "camat": 0}.get(k.kunci, k.sembunyi), lebar=min(k.lebar, 130)) for k in KOLOM
)
"""Where several kelurahan are looked after the camat's word stays longer than the lurah's."""
CHIP: Mapping[str, Mapping[str, str]] = {
    SEMUA: {},
    "belum": {"lurah": "belum"},
    "ya": {"lurah": YA},
    "tidak": {"lurah": TIDAK},
    "camat": {"lurah": YA, "camat": "belum"},
    "kinerja": {"kategori": "kinerja"},
    "tanpa_foto": {"foto": "tanpa"},
}
"""What the chips narrow the list to."""
_PALING = 9999
"""Above so many a chip tells no number."""


class LaporanSource:
    """Answers the questions of the table."""

    def __init__(self, host: Host) -> None:
        self._store = host.store
        self.beberapa = host.beberapa
        self.kolom = KOLOM_BEBERAPA if host.beberapa else KOLOM[1:]

    def tanya(self, saring: Saring, *, turun: bool = True) -> cari.Cari:
        """Return a question to ask."""
        return cari.Cari(self._store.reader, saring, turun=turun)

    def hitung(self, saring: Saring) -> dict[str, int]:
        """Return how many rows each chip lets pass, -1 for too many, 0 for one that contradicts; on any thread."""
        hasil = {}
        for chip, isi in CHIP.items():
            if any(getattr(saring, nama) not in ("", nilai) for nama, nilai in isi.items()):
                hasil[chip] = 0
                continue
            banyak = self.tanya(saring._replace(**isi)).banyak(_PALING)  # type: ignore[arg-type]
            hasil[chip] = -1 if banyak.lebih else banyak.jumlah
        return hasil

    def satu(self, id: str) -> Laporan | None:
        """Return one report."""
        rinci = queries.satu(self._store.reader(), id) if id else None
        return rinci.laporan if rinci else None

    def semua(self, ids: Sequence[str]) -> list[Laporan]:
        """Return reports in the order of ``ids``; those that are gone are left out."""
        if not ids:
            return []
        rows = queries.daftar(self._store.reader(), Saring(ids=tuple(ids)), batas=len(ids))
        per_id = {satu.laporan_id: satu for satu in rows}
        return [per_id[id] for id in ids if id in per_id]

    # what the table asks

    def baris(self, numbers: Sequence[int]) -> Mapping[int, Baris]:
        """Return rows as the table shows them."""
        return {nomor: self._sel(satu) for nomor, satu in cari.baris(self._store.reader(), numbers).items()}

    def ids(self, numbers: Sequence[int]) -> list[str]:
        """Return the ids of rows."""
        return cari.ids(self._store.reader(), numbers)

    def nomor(self, id: str) -> int:
        """Return the number of a report, 0 when there is none."""
        return cari.nomor_dari(self._store.reader(), id)

    def _sel(self, b: Laporan) -> Baris:
        sel = (
            pendek(b.tanggal), b.rt, b.kata_jenis, b.uraian, str(b.foto) if b.foto else "", b.kata_kategori,
            kata_putusan(b, laporan.LURAH), kata_putusan(b, laporan.CAMAT), b.kata_bidang, b.lokasi,
            "" if b.peserta is None else titik(b.peserta), b.pelapor, b.kata_asal,
        )  # fmt: skip
        peran = (None,) * 6 + (warna(b, laporan.LURAH), warna(b, laporan.CAMAT))
        depan = (wilayah.nama(b.lingkup),) if self.beberapa else ()
        return Baris(b.laporan_id, (*depan, *sel), (*(None for _ in depan), *peran))


def kata_putusan(b: Laporan, siapa: str) -> str:
    """Return the word of the lurah or camat on a report in a cell."""
    kata = {laporan.LURAH: b.kata_lurah, laporan.CAMAT: b.kata_camat}[siapa]
    berubah = b.berubah_lurah if siapa == laporan.LURAH else b.berubah_camat
    putusan = b.lurah if siapa == laporan.LURAH else b.camat
    if not putusan:
        return text.BELUM
    return text.BERUBAH.format(kata=kata) if berubah else kata


def warna(b: Laporan, siapa: str) -> Role:
    """Return the colour of that word."""
    putusan, berubah = (b.lurah, b.berubah_lurah) if siapa == laporan.LURAH else (b.camat, b.berubah_camat)
    if putusan and berubah:
        return Role.PERHATIAN
    return {YA: Role.BAIK, TIDAK: Role.SALAH}.get(putusan, Role.REDUP)


def titik(jumlah: int) -> str:
    """Return a count with dots."""
    return rupiah.titik(jumlah)
