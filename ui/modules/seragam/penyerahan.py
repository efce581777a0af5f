"""Handing over: to whom Enter gives, what is said then, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.seragam import ops
from sipokat_desktop.modules.seragam.model import HasilSerah, Kuasa, Pemakai
from sipokat_desktop.storage.store import Done
from ui.kit.host import Host
from ui.kit.theme import Role

from . import cari, kalimat, text
from . import text_serah as kata
from .kalimat import Kata
from .loket import Catatan

if TYPE_CHECKING:
    from .detail import Detail


class Penyerahan:
    """Acts for one opened purchase; nobody is recorded twice while the first record is still being written."""

    def __init__(self, host: Host, detail: Detail) -> None:
        self._host, self._detail = host, detail
        self._sedang: set[str] = set()
        self._terakhir: dict[str, int] = {}

    # what is said

    def kata(self) -> Kata:
        """Say what Enter would do now."""
        d = self._detail
        teks, terpilih = d.loket.cari.text().strip(), d.terpilih()
        if d.isi.pengadaan.selesai:
            return kalimat.awal(d.isi)
        if len(terpilih) > 1:
            return kalimat.akan_banyak(terpilih)
        if terpilih:
            return kalimat.akan(d.isi, terpilih[0], d.loket.cara)
        if not teks:
            return kalimat.awal(d.isi)
        cocok = cari.cocok(d.di_kelurahan(), teks)
        return kalimat.ambigu(cocok, teks) if cocok else kalimat.tak_ada(teks)

    def tombol(self) -> tuple[str, bool]:
        """Return the words of the main button, and whether it is shown."""
        terpilih = self._detail.terpilih()
        n = sum(p.siap for p in terpilih) if len(terpilih) > 1 else 1
        isi = self._detail.isi
        kata_tombol = text.SERAHKAN_N.format(n=n) if n > 1 else text.SERAHKAN
        return kata_tombol, bool(isi.belum) and not isi.pengadaan.selesai

    def basi(self) -> bool:
        """Tell whether what was handed over last was taken back, exchanged or replaced since."""
        return any(self._entri(id) != n for id, n in self._terakhir.items())

    def _entri(self, jabatan_id: str) -> int:
        p = self._detail.isi.satu(jabatan_id)
        return len(p.pegang) if p is not None and p.sudah else 0

    def salah_ketik(self, teks: str) -> None:
        """Enter was pressed on words that mean nobody: say so, and let the next scan begin anew."""
        if teks:
            self._detail.loket.cari.clear()
            self._detail.katakan(kalimat.tak_ada(teks))

    # acts

    def serahkan(
        self, semua: Sequence[Pemakai], *, kuasa: Mapping[str, Kuasa] | None = None,
        selesai: Callable[[object], object] | None = None, gagal: Callable[[Exception], object] | None = None,
    ) -> None:  # fmt: skip
        """Hand over to these posts as one act; ``selesai`` and ``gagal`` belong to a sheet that asked for it.

        A second scan of a post that is still being written is dropped, so that the next one begins anew."""
        d, sedang = self._detail, [p for p in semua if p.jabatan_id in self._sedang]
        if not semua or sedang:
            if sedang:
                d.loket.cari.clear()
                d.katakan(Kata(kata.SEDANG.format(siapa=cari.siapa(sedang[0])), "", Role.PERHATIAN))
            return
        catatan = self.catatan()
        if catatan is None:
            return
        d.loket.cari.clear()
        ids = [p.jabatan_id for p in semua]
        work = partial(
            ops.serah, self._host.store, d.pengadaan_id, ids, cara=catatan.cara, acara=catatan.acara,
            hari=catatan.hari, kuasa=kuasa or {}, dari=d.isi.dari(catatan.cara),
        )  # fmt: skip
        self._lakukan(work, frozenset(ids), catatan.cara, selesai, gagal)

    def catatan(self) -> Catatan | None:
        """Return way, event and day; None where one of them cannot be read, which is said in the band."""
        try:
            return self._detail.loket.catatan()
        except InputSalah as salah:
            self._detail.katakan(Kata(salah.pesan, "", Role.SALAH))
            return None

    def semua(
        self, ids: Sequence[str], catatan: Catatan, selesai: Callable[[object], object],
        gagal: Callable[[Exception], object],
    ) -> None:  # fmt: skip
        """Hand over to all of ``ids`` as one act, asked for by a sheet."""
        work = partial(
            ops.serah, self._host.store, self._detail.pengadaan_id, ids, cara=catatan.cara, acara=catatan.acara,
            hari=catatan.hari, dari=self._detail.isi.dari(catatan.cara),
        )  # fmt: skip
        self._lakukan(work, frozenset(ids), catatan.cara, selesai, gagal)

    def _lakukan(
        self, work: Callable[[], Done[HasilSerah]], ids: frozenset[str], cara: str,
        selesai: Callable[[object], object] | None, gagal: Callable[[Exception], object] | None,
    ) -> None:  # fmt: skip
        self._sedang |= ids

        def done(value: object) -> None:
            self._sedang -= ids
            if isinstance(value, HasilSerah):
                self._host.messages.tutup_kabar()
                self._terakhir = {id: self._entri(id) for id in value.diserahkan}
                self._detail.katakan(kalimat.diterima(self._detail.isi, value, cara))
            if selesai is not None:
                selesai(value)

        def failed(error: Exception) -> None:
            self._sedang -= ids
            (gagal or self._gagal)(error)

        self._host.act(work, done=done, failed=failed, owner=self._detail, doing=kata.MENYERAHKAN)

    def _gagal(self, error: Exception) -> None:
        if isinstance(error, InputSalah):
            self._detail.katakan(Kata(error.pesan, "", Role.SALAH))
        else:
            self._host.tell(error)
