"""People recorded twice: pairs side by side, the right value chosen field by field, or told apart for good."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import nik
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import kembar
from sipokat_desktop.modules.rt.kembar import Beda, Pasangan, Ringkas
from sipokat_desktop.storage.store import Store
from ui.kit.buttons import Aksi
from ui.kit.dialog import Sheet, table_height
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.pairs import Pairs
from ui.kit.sides import Pilah
from ui.kit.theme import Role

from . import text


class Kembar(Pairs[Pasangan]):
    """Pairs at the left; at the right the fields that differ, each with both values to choose from."""

    def __init__(self, host: Host) -> None:
        kosong = (text.KEMBAR_KOSONG, text.KEMBAR_KOSONG_ISI)
        super().__init__(host, text.KEMBAR_KOLOM, kosong, text.KEMBAR_MENCARI)
        self.muat()

    def pilihan(self) -> dict[str, str]:
        """Return per differing field which side is right."""
        return {kunci: ("tetap", "hapus")[sisi] for kunci, sisi in self.sisi().items()}

    def cari(self) -> Callable[[], Mapping[str, Pasangan]]:
        """Return what looks for people who may be recorded twice."""
        return partial(_cari, self._host.store, self._host.lingkup)

    def baris(self, p: Pasangan) -> tuple[str, ...]:
        """Return both names, and why they may be one."""
        return _berdua(p), ", ".join(p.sebab)

    def tunjukkan(self, p: Pasangan) -> None:
        """Show the fields that differ."""
        try:
            beda = kembar.beda(self._host.store.reader(), p.satu.orang_id, p.dua.orang_id)
        except InputSalah:
            self.muat()
            return
        kata = text.KEMBAR_PILIH if beda else text.KEMBAR_SAMA
        self.tambah(Label(kata, Gaya.KECIL, role=Role.REDUP, lipat=True))
        self.pilah((_sebut(p.satu), _sebut(p.dua)), [_isian(b) for b in beda])


def _cari(store: Store, lingkup: str) -> dict[str, Pasangan]:
    semua = kembar.cari(store.reader(), lingkup=lingkup)
    return {f"{p.satu.orang_id}|{p.dua.orang_id}": p for p in semua}


def _sebut(r: Ringkas) -> str:
    return text.KEMBAR_SEBELAH.format(nama=r.nama, jabatan=r.jabatan or text.KEMBAR_BELUM)


def _berdua(p: Pasangan) -> str:
    if p.satu.nama == p.dua.nama:
        return p.satu.nama
    return text.KEMBAR_BERDUA.format(satu=p.satu.nama, dua=p.dua.nama)


def _isian(b: Beda) -> Pilah:
    """Return the choice between the two values of a field."""
    tetap, hapus = (nik.samarkan(v) or "" if b.field == "nik" and v.isdigit() else v for v in (b.tetap, b.hapus))
    return Pilah(b.field, b.label, (tetap, hapus), int(b.saran == "hapus"))


def buka(parent: QWidget, host: Host) -> Sheet:
    """Show people who may be recorded twice, and merge them or remember that they are two."""
    isi = Kembar(host)
    isi.setMinimumHeight(table_height(parent))
    sheet = Sheet(text.KEMBAR_JUDUL, isi, utama=text.KEMBAR_GABUNG, kedua=text.TUTUP, lebar=1120, parent=parent)

    def gabung() -> None:
        p = isi.pasangan
        if p is None:
            return
        sheet.sibuk(True)
        said = text.KEMBAR_DIGABUNG.format(nama=p.satu.nama)
        work = partial(kembar.gabungkan, host.store, p.satu.orang_id, p.dua.orang_id, isi.pilihan())
        host.act(work, said=said, done=lambda _v: sheet.pesan.berhasil(said), failed=sheet.gagal, owner=sheet)

    def bukan() -> None:
        p = isi.pasangan
        if p is not None:
            kerja = partial(kembar.abaikan, host.store, p.satu.orang_id, p.dua.orang_id)
            isi.bedakan(sheet, kerja, text.KEMBAR_BUKAN, text.KEMBAR_DIINGAT)

    sheet.tambah_tombol(Aksi(text.KEMBAR_BUKAN, bukan))
    isi.dipilih.connect(lambda ada: sheet.sibuk(not ada))
    sheet.disimpan.connect(gabung)
    sheet.open()
    return sheet
