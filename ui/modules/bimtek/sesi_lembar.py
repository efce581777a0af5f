"""The forms of a session: new ones on one day or several, a change, the question before one is deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.bimtek import ops
from sipokat_desktop.modules.bimtek.model import Kegiatan, Sesi
from ui.kit.cards import Card
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.formulir import Nilai, Work, sambung
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom
from ui.kit.theme import theme_of

from . import text_sesi as text
from .tanya import tanya

_TERBANYAK = 31
"""So many sessions at once."""
_MINGGU = 6
_LEBAR, _LEBAR_KOTA = 900, 1200
_HARI = (
    Isian("tanggal", text.L_TANGGAL, Jenis.TANGGAL, text.L_TANGGAL_CONTOH, wajib=True),
    Isian("sampai", text.L_SAMPAI, Jenis.TANGGAL, text.L_SAMPAI_CONTOH, bantuan=text.L_SAMPAI_BANTUAN),
    Isian("minggu", text.LEWATI_MINGGU, Jenis.PILIHAN, pilihan=text.LEWATI_PILIHAN, bentang=2),
)
_ISI = (
    Isian("judul", text.L_MATERI, contoh=text.L_MATERI_CONTOH, wajib=True, bentang=4),
    Isian("mulai", text.L_MULAI, contoh=text.L_MULAI_CONTOH),
    Isian("selesai", text.L_SELESAI, contoh=text.L_SELESAI_CONTOH),
    Isian("tempat", text.TEMPAT, bantuan=text.L_TEMPAT_BANTUAN, bentang=2),
    Isian("narasumber", text.NARASUMBER, contoh=text.NARASUMBER_CONTOH, bentang=2),
    Isian("catatan", text.CATATAN, bentang=2),
)


class SesiIsi(QWidget):
    """The inputs of a session; for an event of the whole city the kecamatan it is for, to be ticked, beside them."""

    def __init__(self, isian: Sequence[Isian], k: Kegiatan) -> None:
        super().__init__()
        self.form = Form(isian, lajur=4)
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme_of(self).px(20))
        tata.addWidget(self.form, 1)
        self._tabel = self._sasaran() if k.kota else None
        self.disentuh = False
        if self._tabel is not None:
            self._tabel.mark_toggled.connect(self._touched)
            tata.addLayout(self._samping(self._tabel))
        self.setFocusProxy(self.form)

    @property
    def bersasaran(self) -> bool:
        """Whether the kecamatan stand beside the inputs."""
        return self._tabel is not None

    def _touched(self) -> None:
        self.disentuh = True

    def _sasaran(self) -> DataTable:
        tabel = DataTable((Kolom("nama", text.L_SASARAN, stretch=1),), bertanda=True)
        tabel.hide_head()
        semua = [t for t in wilayah.semua().values() if t.tingkat == "kecamatan"]
        tabel.set_rows([Baris(t.kode, (t.nama,)) for t in semua])
        return tabel

    def _samping(self, tabel: DataTable) -> QVBoxLayout:
        theme = theme_of(self)
        kartu = Card(margin=4, spacing=0)
        kartu.add(tabel, 1)
        kartu.setFixedWidth(theme.px(260))
        kartu.setMinimumHeight(theme.tinggi_baris * 8 + theme.px(12))
        kolom = QVBoxLayout()
        kolom.setSpacing(theme.px(4))
        for bagian in (Label(text.L_SASARAN, Gaya.TEBAL), kartu, Label(text.L_SASARAN_SEMUA, Gaya.KECIL)):
            kolom.addWidget(bagian)
        kolom.addStretch(1)
        return kolom

    def isi(self, s: Sesi) -> None:
        """Show a session."""
        self.form.isi(_awal(s))
        if self._tabel is not None:
            self._tabel.set_marks(s.sasaran)

    def nilai(self, nilai: Nilai) -> Nilai:
        """Return what is saved of a session: the inputs that it has, with the ticks."""
        isian = {satu.kunci: nilai[satu.kunci] for satu in _ISI}
        return isian | ({"sasaran": "|".join(sorted(self._tabel.marks()))} if self._tabel is not None else {})


def _awal(s: Sesi) -> dict[str, str]:
    isi = {satu.kunci: str(getattr(s, satu.kunci)) for satu in _ISI}
    jam = {kunci: isi[kunci].replace(":", ".") for kunci in ("mulai", "selesai")}
    return isi | jam | {"tanggal": tanggal.pendek(s.hari)}


def tambah(
    parent: QWidget, host: Host, k: Kegiatan, ada: Sequence[Sesi], dibuat: Callable[[str], object]
) -> Sheet:  # fmt: skip
    """Record a session, or one for each of several days; the hours of the last one are proposed."""
    isi = SesiIsi((*_ISI[:1], *_HARI, *_ISI[1:]), k)
    if ada:
        isi.form.isi({kunci: nilai for kunci, nilai in _awal(ada[-1]).items() if kunci in ("mulai", "selesai")})

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.ulangi_sesi, host.store, k.kegiatan_id, isi.nilai(nilai), hari_dari(nilai))

    return _lembar(parent, host, text.JUDUL_TAMBAH, isi, kerja, _ditambah, text.UTAMA, dibuat)


def ulangi(parent: QWidget, host: Host, k: Kegiatan, s: Sesi, ada: Sequence[Sesi]) -> Sheet:
    """Record the same session on other days: proposed is the day after the last one that has it."""
    isi = SesiIsi((*_ISI[:1], *_HARI, *_ISI[1:]), k)
    isi.isi(s)
    akhir = max(satu.hari for satu in (s, *ada) if satu.judul == s.judul)
    besok = akhir + timedelta(days=1 if (akhir + timedelta(days=1)).weekday() != _MINGGU else 2)
    isi.form.isi(_awal(s) | {"tanggal": tanggal.pendek(besok)})

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.ulangi_sesi, host.store, k.kegiatan_id, isi.nilai(nilai), hari_dari(nilai))

    lembar = _lembar(parent, host, text.JUDUL_ULANGI, isi, kerja, _ditambah, text.UTAMA_ULANGI)
    isi.form.fokus("tanggal")
    return lembar


def ubah(parent: QWidget, host: Host, k: Kegiatan, s: Sesi) -> Sheet:
    """Change a session."""
    isi = SesiIsi((*_ISI[:1], _HARI[0], *_ISI[1:]), k)
    isi.isi(s)

    def kerja(nilai: Nilai) -> Work:
        isian = isi.nilai(nilai) | {"tanggal": nilai["tanggal"]}
        return partial(ops.simpan_sesi, host.store, k.kegiatan_id, isian, sesi_id=s.sesi_id)

    said = text.DISIMPAN.format(judul=s.judul)
    return _lembar(parent, host, text.JUDUL_UBAH, isi, kerja, lambda _hasil: said, text.UTAMA)


def _lembar(
    parent: QWidget, host: Host, judul: str, isi: SesiIsi, kerja: Callable[[Nilai], Work],
    said: Callable[[object], str], utama: str, dibuat: Callable[[str], object] = lambda _id: None,
) -> Sheet:  # fmt: skip
    form = isi.form
    sheet = Sheet(
        judul, isi, utama=utama, lebar=_LEBAR_KOTA if isi.bersasaran else _LEBAR,
        kotor=lambda: form.berubah or isi.disentuh, parent=parent,
    )  # fmt: skip

    def selesai(hasil: object) -> None:
        if isinstance(hasil, tuple) and hasil:
            dibuat(str(hasil[0]))

    sambung(host, sheet, form, kerja, said, selesai=selesai)
    form.simpan.connect(sheet.disimpan)
    form.batal.connect(sheet.reject)
    sheet.open()
    form.fokus()
    return sheet


def hari_dari(nilai: Nilai) -> list[str]:
    """Return the days (ISO) from ``tanggal`` to ``sampai`` without Sundays, unless they are wanted.

    Raises InputSalah for an end before the beginning, or too many days.
    """
    awal = tanggal.baca(nilai["tanggal"], "tanggal")
    akhir = tanggal.baca(nilai["sampai"], "sampai") if nilai["sampai"] else awal
    if akhir < awal:
        raise InputSalah("sampai", text.SAMPAI_SALAH)
    if (akhir - awal).days >= _TERBANYAK:
        raise InputSalah("sampai", text.SAMPAI_BANYAK.format(n=_TERBANYAK))
    semua = [awal + timedelta(days=n) for n in range((akhir - awal).days + 1)]
    return [h.isoformat() for h in semua if h == awal or nilai["minggu"] or h.weekday() != _MINGGU]


def _ditambah(hasil: object) -> str:
    n = len(hasil) if isinstance(hasil, tuple) else 1
    return text.DITAMBAH if n == 1 else text.DITAMBAH_BANYAK.format(n=n)


def hapus(parent: QWidget, host: Host, _k: Kegiatan, s: Sesi) -> Sheet:
    """Ask, then delete a session; one with attendance stays, which is said."""
    return tanya(
        parent, host, text.HAPUS_JUDUL.format(judul=s.judul), text.HAPUS_ISI.format(hari=tanggal.lengkap(s.hari)),
        utama=text.HAPUS_UTAMA, work=partial(ops.hapus_sesi, host.store, s.sesi_id),
        said=text.DIHAPUS.format(judul=s.judul),
    )  # fmt: skip
