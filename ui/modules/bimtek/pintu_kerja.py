"""The work of the door without its looks: answer at once, write in order, take back, count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from sipokat_desktop.kernel.changes import Changes
from sipokat_desktop.kernel.errors import InputSalah, SipokatError
from sipokat_desktop.modules.bimtek import hadir_model as jenis
from sipokat_desktop.modules.bimtek import hadir_ops
from sipokat_desktop.modules.bimtek.hadir_model import Hasil, Jawaban
from sipokat_desktop.modules.bimtek.pintu import Pintu
from sipokat_desktop.modules.bimtek.tanda import DATANG, DIWAKILI, HADIR, SISA, Keadaan
from sipokat_desktop.modules.rt import indeks
from sipokat_desktop.storage.store import Done, Store
from ui.kit.host import Host

from . import text_pintu as text
from .pintu_antre import Antrean, Tugas
from .pintu_entri import Entri, Simpan

SEGERA_MS = 3000
"""How often, at most, the program is told that something waits for the city."""


class Pilihan(NamedTuple):
    """Several people fit what was typed, ``keadaan`` is what holds for each; whoever is chosen gets ``tanda``."""

    teks: str
    jawab: Jawaban
    keadaan: tuple[Keadaan, ...]
    cara: str
    tanda: str


class Calon(NamedTuple):
    """Somebody whose proxy has no name yet."""

    jawab: Jawaban
    teks: str
    cara: str
    tetap: bool


class KerjaPintu(QObject):
    """``tampil`` carries the scan to show, ``pilihan`` whom something typed may mean, ``tanya_wakil`` whose proxy is to
    be named, ``berubah`` tells that the list or the queue is another one."""

    tampil = Signal(object)
    pilihan = Signal(object)
    tanya_wakil = Signal(object)
    berubah = Signal()

    def __init__(self, host: Host, sesi_id: str, nama: str, parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._store = host, host.store
        self.sesi_id, self.nama = sesi_id, nama
        self._pintu = Pintu(host.store.reader, sesi_id, modul=host.store.modules)
        self.antrean = Antrean(host.jobs, self)
        self.antrean.berubah.connect(self.berubah)
        self._entri: dict[int, Entri] = {}
        self._menunggu: Counter[str] = Counter()
        self._ditarik: Counter[str] = Counter()
        self._rows: dict[str, set[str]] = {}
        self._gagal_no: set[int] = set()
        self._segera = QTimer(self, interval=SEGERA_MS, singleShot=True)
        self._segera.timeout.connect(host.disimpan)

    # what there is

    def kenal(self, kode: str) -> bool:
        """Tell whether a code is an invitation to this event."""
        return self._pintu.kenal(kode)

    @property
    def pintu(self) -> Pintu:
        """The session at the door."""
        return self._pintu

    def terakhir(self, banyak: int = 10) -> list[Entri]:
        """Return the last scans, the newest first."""
        return list(islice(reversed(self._entri.values()), banyak))

    def satu(self, no: int) -> Entri | None:
        """Return a scan as it stands now."""
        return self._entri.get(no)

    @property
    def gagal(self) -> int:
        """How many marks could not be saved."""
        return len(self._gagal_no)

    # what comes in

    def terima(self, teks: str, cara: str, tanda: str = HADIR) -> bool:
        """Answer what was scanned or typed, and record who may come in; False where names cannot be found yet."""
        if not self._siap(teks):
            return False
        jawab = self._pintu.jawab(teks)
        if jawab.jenis == jenis.PILIH:
            self.pilihan.emit(Pilihan(teks, jawab, self._keadaan(jawab), cara, tanda))
        else:
            self._jawab(jawab, teks, cara, tanda)
        return True

    def _siap(self, teks: str) -> bool:
        """Tell whether a line can be answered: while the index of names is behind, one name may hide another."""
        return self.kenal(teks) or not indeks.basi(self._store.reader()) or indeks.segarkan_sedikit(self._store)

    def _keadaan(self, jawab: Jawaban) -> tuple[Keadaan, ...]:
        kini = self._pintu.keadaan([orang.jabatan_id for orang in jawab.pilihan])
        return tuple(Keadaan() if self._ditarik[id] else satu for id, satu in kini.items())

    def pilih(self, pilihan: Pilihan, jabatan_id: str) -> None:
        """Go on with one of several."""
        self._jawab(self._pintu.pilih(jabatan_id), pilihan.teks, pilihan.cara, pilihan.tanda)

    def tandai(self, e: Entri, tanda: str) -> None:
        """Give the person of a scan another mark; what was recorded here for him is put right without a question."""
        if e.orang is not None:
            jawab = self._pintu.pilih(e.orang.jabatan_id)
            self._jawab(jawab, e.teks, e.cara, tanda, tetap=e.tercatat)

    def wakili(self, calon: Calon, wakil: str) -> None:
        """Record that somebody is represented, now that the proxy has a name."""
        self._jawab(calon.jawab, calon.teks, calon.cara, DIWAKILI, wakil=wakil, tetap=calon.tetap)

    def tetap(self, e: Entri) -> None:
        """Record all the same what was only answered, or try again to save it."""
        if not e.dapat_tetap:
            return
        tetap = e.tetap or e.simpan is Simpan.DIJAWAB
        self._catat(self._ganti(e, tetap=tetap, simpan=Simpan.MENUNGGU, sebab=""))

    def _jawab(self, jawab: Jawaban, teks: str, cara: str, tanda: str, *, wakil: str = "", tetap: bool = False) -> None:
        jawab = self._sesudah_tarik(jawab)
        if tanda == DIWAKILI and not wakil and jawab.orang is not None and jawab.jenis != jenis.ACARA_LAIN:
            self.tanya_wakil.emit(Calon(jawab, teks, cara, tetap))
            return
        e = Entri(len(self._entri) + 1, self._store.clock(), teks, cara, jawab, tanda, wakil)
        if jawab.orang is not None and (self._langsung(jawab, tanda) or (tetap and _lain(jawab, e))):
            self._catat(e._replace(simpan=Simpan.MENUNGGU, tetap=tetap))
        else:
            self._taruh(e)

    def _langsung(self, jawab: Jawaban, tanda: str) -> bool:
        """Tell whether a mark is recorded without a question: nothing else stands, and the person belongs here."""
        berdiri = jawab.keadaan.tercatat and jawab.keadaan.cara != SISA
        return jawab.jenis == jenis.MASUK and (not berdiri or tanda == HADIR)

    def _sesudah_tarik(self, jawab: Jawaban) -> Jawaban:
        """Answer as it will be when the taking back that still waits is done; writing has the last word."""
        if jawab.orang is None or not self._ditarik[jawab.orang.jabatan_id]:
            return jawab
        jenis_baru = jenis.MASUK if jawab.jenis in (jenis.SUDAH, jenis.BEDA) else jawab.jenis
        return jawab._replace(jenis=jenis_baru, keadaan=Keadaan())

    # writing

    def _catat(self, e: Entri) -> None:
        assert e.orang is not None
        id = e.orang.jabatan_id
        self._menunggu[id] += 1
        self._pintu.titip(id, e.tanda, pukul=e.pukul, pintu=self.nama, wakil=e.wakil)
        self._taruh(e)
        kerja = partial(
            hadir_ops.catat, self._store, self.sesi_id, id, e.tanda, pintu=self.nama, cara=e.cara, wakil=e.wakil,
            pukul=e.pukul, tetap=e.tetap,
        )  # fmt: skip
        self.antrean.tambah(Tugas(kerja, partial(self._dicatat, e.no), partial(self._gagal, e.no)))

    def _dicatat(self, no: int, done: Done[Hasil]) -> None:
        e, hasil = self._entri[no], done.value
        self._lepas(e)
        if hasil.tertulis:
            simpan = e.simpan if e.simpan is Simpan.MEMBATALKAN else Simpan.TERSIMPAN
            self._ganti(e, simpan=simpan, act_id=done.changes.act_id)
            self._ubah(done.changes)
            self._susul(e)
        else:
            jawab = e.jawab._replace(jenis=hasil.jenis, kalimat=hasil.kalimat, keadaan=hasil.keadaan)
            self.tampil.emit(self._ganti(e, simpan=Simpan.DIJAWAB, jawab=jawab))

    def _susul(self, baru: Entri) -> None:
        """A person whose mark was refused before is on the disk now: the refusal is settled."""
        kini = Keadaan(baru.tanda, baru.tanda in DATANG, baru.pukul, self.nama, baru.cara, baru.wakil, (baru.tanda,))
        for e in [self._entri[no] for no in self._gagal_no]:
            if e.orang is not None and baru.orang is not None and e.orang.jabatan_id == baru.orang.jabatan_id:
                self._ganti(e, simpan=Simpan.DIJAWAB, jawab=e.jawab._replace(jenis=jenis.SUDAH, keadaan=kini))

    def _gagal(self, no: int, salah: Exception) -> None:
        e = self._entri[no]
        self._lepas(e)
        sebab = salah.pesan if isinstance(salah, SipokatError) else text.SEBAB_UMUM
        if e.simpan is not Simpan.MEMBATALKAN:
            simpan = Simpan.DITOLAK if isinstance(salah, InputSalah) else Simpan.GAGAL
            self.tampil.emit(self._ganti(e, simpan=simpan, sebab=sebab))

    def _lepas(self, e: Entri) -> None:
        assert e.orang is not None
        id = e.orang.jabatan_id
        self._menunggu[id] -= 1
        if not self._menunggu[id]:
            del self._menunggu[id]
            self._pintu.lepas(id)

    # taking back

    def batalkan(self, e: Entri | None = None) -> bool:
        """Take a scan back, the last one recorded where none is given; False where there is none."""
        if e is None:
            e = next((satu for satu in reversed(self._entri.values()) if satu.tercatat), None)
        if e is None or not e.tercatat or e.orang is None:
            return False
        self._ditarik[e.orang.jabatan_id] += 1
        self.tampil.emit(self._ganti(e, simpan=Simpan.MEMBATALKAN))
        kerja = partial(_urungkan, self._store, lambda: self._entri[e.no].act_id)
        self.antrean.tambah(Tugas(kerja, partial(self._dibatalkan, e.no), partial(self._tak_batal, e.no)))
        return True

    def _dibatalkan(self, no: int, done: Done[object]) -> None:
        e = self._usai_tarik(no)
        self._ubah(done.changes)
        if e.simpan is Simpan.MEMBATALKAN:
            self._ganti(e, simpan=Simpan.DIBATALKAN)

    def _tak_batal(self, no: int, salah: Exception) -> None:
        e = self._usai_tarik(no)
        sebab = salah.pesan if isinstance(salah, SipokatError) else text.SEBAB_UMUM
        self.tampil.emit(self._ganti(e, simpan=Simpan.TERSIMPAN, sebab=sebab))

    def _usai_tarik(self, no: int) -> Entri:
        e = self._entri[no]
        assert e.orang is not None
        self._ditarik[e.orang.jabatan_id] -= 1
        return e

    # the list, the window behind

    def _taruh(self, e: Entri) -> None:
        self._entri[e.no] = e
        self.tampil.emit(e)
        self.berubah.emit()

    def _ganti(self, e: Entri, **baru: object) -> Entri:
        ganti = self._entri[e.no] = e._replace(**baru)  # type: ignore[arg-type]
        (self._gagal_no.add if ganti.simpan is Simpan.GAGAL else self._gagal_no.discard)(e.no)
        self.berubah.emit()
        return ganti

    def _ubah(self, changes: Changes) -> None:
        for table, ids in changes.rows.items():
            self._rows.setdefault(table, set()).update(ids)
        if changes.rows and not self._segera.isActive():
            self._segera.start()

    def tutup(self) -> None:
        """Tell the window behind all that was changed."""
        self._segera.stop()
        if self._rows:
            self._host.changed.emit(Changes(rows={table: tuple(ids) for table, ids in self._rows.items()}))


def _lain(jawab: Jawaban, e: Entri) -> bool:
    """Tell whether a mark would change something."""
    sama = jawab.keadaan.tanda == e.tanda and (e.tanda != DIWAKILI or jawab.keadaan.wakil == e.wakil)
    return not sama


def _urungkan(store: Store, act: Callable[[], str]) -> Done[object]:
    """Undo the act of a scan; where it wrote nothing there is nothing to undo."""
    from sipokat_desktop.storage import history

    act_id = act()
    return Done(None, history.undo(store, act_id) if act_id else Changes())
