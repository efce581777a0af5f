"""The tables of *Evaluasi laporan*: every kelurahan, every RT, sorted by any column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sipokat_desktop.kernel import persen, rupiah, wilayah
from sipokat_desktop.modules.laporan.evaluasi_model import Baris as Satu
from ui.kit.cards import EmptyState
from ui.kit.table_arranged import ArrangedTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role

from . import text_evaluasi as text

_NAMA, _KELURAHAN, _KETUA, _RT = "nama", "kelurahan", "ketua", "rt"
_ANGKA: Sequence[tuple[str, Callable[[Satu], int]]] = (
    ("laporan", lambda b: b.angka.jumlah),
    ("bagian", lambda b: b.angka.jumlah),
    ("disetujui", lambda b: b.angka.lurah_ya),
    ("ditolak", lambda b: b.angka.lurah_tidak),
    ("belum", lambda b: b.angka.lurah_belum),
    ("dinilai", lambda b: b.angka.nilai),
    ("bulan", lambda b: b.bulan),
    ("urutan", lambda b: b.urutan or 1_000_000),
)
_LAPORAN = _ANGKA[0][0]
_SEMBUNYI = {"bulan": 2, "urutan": 1}
"""What goes where the table is narrow, the highest first."""


class TabelEvaluasi(ArrangedTable):
    """Rows of an evaluation; a click on a head, or Ctrl and a number, sorts them. The most reports come first."""

    def __init__(self, *, per_rt: bool) -> None:
        self._per_rt = per_rt
        super().__init__(_kolom(per_rt=per_rt))
        self._isi: Sequence[Satu] = ()
        self._bagian: dict[str, int] = {}
        self._urut, self._turun = _LAPORAN, True
        self.set_empty(EmptyState(text.KOSONG_JUDUL, text.KOSONG_ISI))
        self.tandai_urutan(self._urut, self._turun)
        self.diurutkan.connect(self._sorted)

    def tunjuk(self, isi: Sequence[Satu]) -> None:
        """Show these rows."""
        self._isi = isi
        bagi = persen.bagi([b.angka.jumlah for b in isi], satuan=1000)
        self._bagian = {b.kode: permil for b, permil in zip(isi, bagi, strict=True)}
        self._show()
        self.ukur()

    def _sorted(self, urut: str, turun: bool) -> None:
        self._urut, self._turun = urut, turun
        self._show()

    def _show(self) -> None:
        nilai = _kunci(self._urut)
        urut = sorted(self._isi, key=lambda b: (b.lingkup, b.nama))
        urut.sort(key=nilai, reverse=self._turun)
        self.set_rows([_baris(b, self._bagian[b.kode], per_rt=self._per_rt) for b in urut])

    def kaki(self) -> str:
        """Return the sums below the table."""
        return text.KAKI.format(
            n=rupiah.titik(len(self._isi)), laporan=rupiah.titik(sum(b.angka.jumlah for b in self._isi))
        )


def _kunci(urut: str) -> Callable[[Satu], int | str]:
    teks: dict[str, Callable[[Satu], int | str]] = {
        _NAMA: lambda b: b.nama,
        _KELURAHAN: lambda b: b.lingkup,
        _KETUA: lambda b: b.ketua,
        _RT: lambda b: b.aktif,
    }
    return teks.get(urut) or dict(_ANGKA)[urut]


def _baris(b: Satu, permil: int, *, per_rt: bool) -> Baris:
    awal = (b.nama, wilayah.nama(b.lingkup), b.ketua) if per_rt else (b.nama, f"{b.aktif} dari {b.rt}")
    a = b.angka
    bagian = text.PERSEN.format(utuh=permil // 10, pecah=permil % 10)
    angka = (a.jumlah, a.lurah_ya, a.lurah_tidak, a.lurah_belum, a.nilai)
    jumlah, *lain = map(rupiah.titik, angka)
    sel = (*awal, jumlah, bagian, *lain, str(b.bulan), str(b.urutan or text.TANPA))
    return Baris(b.kode, sel, (*(None,) * len(awal), Role.PERHATIAN if not a.jumlah else None))


def _kolom(*, per_rt: bool) -> list[Kolom]:
    if per_rt:
        awal = [
            Kolom(_NAMA, text.KOLOM_RT[0], urut=_NAMA),
            Kolom(_KELURAHAN, text.KOLOM_RT[1], 90, 1, urut=_KELURAHAN),
            Kolom(_KETUA, text.KOLOM_RT[2], 150, 2, urut=_KETUA),
        ]
    else:
        awal = [
            Kolom(_NAMA, text.KOLOM_TEMPAT[0], 130, 1, urut=_NAMA),
            Kolom(_RT, text.KOLOM_TEMPAT[1], rata=Rata.KANAN, urut=_RT),
        ]
    angka = [
        Kolom(kunci, judul, rata=Rata.KANAN, urut=kunci, sembunyi=_SEMBUNYI.get(kunci, 0))
        for (kunci, _), judul in zip(_ANGKA, text.KOLOM_ANGKA, strict=True)
    ]
    return [*awal, *angka]
