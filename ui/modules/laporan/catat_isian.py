"""The inputs of a report as they are filled in many times in a row: Enter goes to what is still empty, then saves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan import queries, rules
from sipokat_desktop.modules.laporan import text as laporan
from sipokat_desktop.modules.laporan.model import Isian as IsianLaporan
from sipokat_desktop.modules.laporan.model import Laporan, PilihanRt
from ui.kit.fields import TextField
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host

from . import text_catat as text
from .pilih_rt import PilihRt
from .saran import Cari, Saran
from .sumber import KINERJA

WAJIB = ("rt", "tanggal", "jenis", "uraian")
DIINGAT = ("tanggal", "jenis", "lokasi", "kategori")
"""What the next report begins with."""


def pilihan_jenis(bidang: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return every kind of activity with the number that chooses it: the field's digit, then its place (0: other)."""
    semua: list[tuple[str, str]] = []
    for kode, nama in bidang.items():
        for ke, (jenis, kata) in enumerate(rules.pilihan_jenis(kode).items(), 1):
            lain = jenis == laporan.LAIN
            pola = text.JENIS_LAIN if lain else text.JENIS_BARIS
            semua.append((f"{kode}.{jenis}", pola.format(nomor=f"{kode}{0 if lain else ke}", nama=kata, bidang=nama)))
    return tuple(semua)


def isian_laporan(bidang: Mapping[str, str], pilih: PilihRt, *, satu: bool = False) -> tuple[Isian, ...]:
    """Return the inputs of a report; ``satu``: it is of one RT and no more."""
    bantuan, periksa = ("", pilih.bukan_satu) if satu else (text.RT_BANTUAN, pilih.salah)
    return (
        Isian("rt", text.RT, contoh=text.RT_CONTOH, wajib=True, bantuan=bantuan, periksa=periksa),
        Isian("tanggal", text.TANGGAL, Jenis.TANGGAL, contoh=text.TANGGAL_CONTOH, wajib=True),
        Isian(
            "jenis", text.JENIS, Jenis.PILIHAN, contoh=text.JENIS_CONTOH, wajib=True,
            pilihan=pilihan_jenis(bidang), bentang=2,
        ),
        Isian("uraian", text.URAIAN, contoh=text.URAIAN_CONTOH, wajib=True, bentang=2),
        Isian("lokasi", text.LOKASI, contoh=text.LOKASI_CONTOH, bentang=2),
        Isian("peserta", text.PESERTA, Jenis.ANGKA, contoh=text.PESERTA_CONTOH),
        Isian("kategori", text.KATEGORI, Jenis.PILIHAN, wajib=True, pilihan=tuple(laporan.KATEGORI.items())),
    )  # fmt: skip


def untuk_engine(nilai: Mapping[str, str]) -> IsianLaporan:
    """Return the inputs as the engine takes them: field and kind apart, without the RT."""
    bidang, _, jenis = nilai["jenis"].partition(".")
    return {k: v for k, v in nilai.items() if k != "rt"} | {"bidang": bidang, "jenis": jenis}


def dari_laporan(b: Laporan, pilih: PilihRt) -> dict[str, str]:
    """Return a report as its inputs show it."""
    return {
        "rt": pilih.ketik(b.jabatan_id), "tanggal": tanggal.pendek(date.fromisoformat(b.tanggal)),
        "jenis": f"{b.bidang}.{b.jenis}", "uraian": b.uraian, "lokasi": b.lokasi,
        "peserta": "" if b.peserta is None else str(b.peserta), "kategori": b.kategori,
    }  # fmt: skip


def pasang_saran(isi: Form, host: Host, pilih: PilihRt) -> tuple[Saran, Saran]:
    """Let what was written before be suggested below description and place."""
    reader, lingkup = host.store.reader, host.lingkup

    def jabatan() -> str:
        with suppress(InputSalah):
            return pilih.baca(isi.field("rt").nilai())[0].jabatan_id
        return ""

    def uraian(awal: str) -> Cari:
        jenis, rt = isi.field("jenis").nilai().partition(".")[2], jabatan()
        return lambda: queries.saran_uraian(reader(), lingkup, jenis, awal=awal, jabatan_id=rt)

    def lokasi(awal: str) -> Cari:
        rt = jabatan()
        return lambda: queries.saran_lokasi(reader(), lingkup, awal=awal, jabatan_id=rt)

    satu, dua = isi.field("uraian"), isi.field("lokasi")
    assert isinstance(satu, TextField)
    assert isinstance(dua, TextField)
    return Saran(satu, host.jobs, uraian), Saran(dua, host.jobs, lokasi)


class IsianCatat(Form):
    """The form of the entry; arrows in the RT go to the RT before and behind."""

    def __init__(self, host: Host) -> None:
        con, lingkup = host.store.reader(), host.lingkup
        pilih = PilihRt(queries.pilihan_rt(con, lingkup, host.today))
        super().__init__(isian_laporan(queries.bidang_dipakai(con, lingkup), pilih), lajur=2)
        self._host, self.pilih = host, pilih
        self.saran = pasang_saran(self, host, self.pilih)
        self._tempel: Callable[[], bool] = lambda: False
        for satu in (*WAJIB, "lokasi", "peserta", "kategori"):
            self.field(satu).installEventFilter(self)
        self.isi(self._bekal())

    def _bekal(self) -> dict[str, str]:
        """Return what the first report begins with: today, and what was entered last on an earlier day."""
        awal = {"tanggal": tanggal.pendek(self._host.today), "kategori": KINERJA}
        b = queries.bekal(self._host.store.reader(), self._host.lingkup)
        if b is None:
            return awal
        return awal | {"jenis": f"{b.bidang}.{b.jenis}", "lokasi": b.lokasi, "kategori": b.kategori}

    def rt(self) -> list[PilihanRt]:
        """Return the RT typed. Raises InputSalah."""
        return self.pilih.baca(self.field("rt").nilai())

    def lanjut(self, *, rt: str = "", uraian: str = "") -> None:
        """Begin the next report with what is remembered."""
        lama = self.draf()
        self.isi({k: lama[k] for k in DIINGAT} | {"rt": rt, "uraian": uraian})
        self.fokus("uraian" if rt else "rt")
        field = self.field("uraian")
        if rt and isinstance(field, TextField):
            field.selectAll()
        self.diubah.emit()

    def _enter(self, kunci: str) -> None:
        """Go to the first needed input that is empty; with none left, save."""
        kosong = [satu for satu in WAJIB if not self.field(satu).nilai() and satu != kunci]
        if kosong and self.field(kunci).nilai():
            self.fokus(kosong[0])
        elif kosong:
            self.fokus(next((satu for satu in kosong if WAJIB.index(satu) > _tempat(kunci)), kosong[0]))
        else:
            self.kirim()

    def pasang_tempel(self, tempel: Callable[[], bool]) -> None:
        """Let ``tempel`` have what is pasted into an input first; it returns whether it took it."""
        self._tempel = tempel

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to another RT with the arrows in its field; a pasted photo is none of a field's."""
        if not isinstance(event, QKeyEvent):
            return False
        if _urungan_halaman(watched, event):
            event.ignore()
            return event.type() is QEvent.Type.ShortcutOverride
        if event.type() is not QEvent.Type.KeyPress:
            return False
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._tempel()
        jauh = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if jauh and watched is self.field("rt"):
            self._geser(jauh)
            return True
        return False

    def _geser(self, jauh: int) -> None:
        field = self.field("rt")
        tujuan = self.pilih.sesudah(field.nilai(), jauh)
        if tujuan:
            field.isi(tujuan)
            field.diubah.emit()


def _urungan_halaman(watched: QObject, event: QKeyEvent) -> bool:
    """Tell whether Ctrl+Z has nothing to take back in its input, so that it means what was saved last."""
    return (
        isinstance(watched, TextField)
        and event.matches(QKeySequence.StandardKey.Undo)
        and not watched.isUndoAvailable()
    )


def _tempat(kunci: str) -> int:
    return WAJIB.index(kunci) if kunci in WAJIB else len(WAJIB)
