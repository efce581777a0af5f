"""The stage of the 528 uniforms at the windows: a kecamatan of ten kelurahan with two PCs whose line can be pulled, and
what its clerks type; for the test and the camera (the other kecamatan: tests.sync.cerita_seragam)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.tanggal import pendek
from sipokat_desktop.modules.seragam.model import Pemakai
from tests.contoh_528 import KECAMATAN
from tests.kota import CityThread
from tests.sync.cerita_seragam import TERAKHIR, Cerita, memakai
from tests.ui import contoh_seragam, layar
from tests.ui.daftar_insentif import kantor_dari, menu
from tests.ui.layar import (
    ALT,
    CTRL,
    ENTER,
    ESC,
    TURUN,
    cari,
    ganti,
    halaman,
    isian,
    ketik,
    lembar,
    tekan,
    tertutup,
    tunggu,
)
from tests.ui.test_seragam import kata, struk
from ui.kit.chips import Chip
from ui.kit.choice import ChoiceField
from ui.kit.fields import TextField
from ui.kit.table import DataTable
from ui.modules.seragam import text, text_serah, text_stok
from ui.shell.window import MainWindow

K = Qt.Key
PC = ("meja-1", "meja-2")
"""The folders of the two PCs of the last kecamatan."""
LAIN = KECAMATAN[:-1]
TAK_ADA = "http://127.0.0.1:9"
"""Where nobody answers: the line is pulled."""
SURAT_JALAN = "027/SJ/528"
KUASA, SURAT_KUASA = "Rina (istri)", "01/SK/2026"
UKURAN_BELI = ("S", "M", "L", "XL", "XXL", "XXXL", "4XL", "khusus")


def siapkan(folder: Path, kota: CityThread, tumpuk: ExitStack) -> Cerita:
    """Enrol all PCs of the city; those of the last kecamatan are closed again, for the windows."""
    c = Cerita(kota, folder, tumpuk, LAIN)
    c.umumkan()
    for nama in PC:
        office = contoh_seragam.daftar(folder / nama, kota, TERAKHIR, nama)
        office.sync()
        office.sync()
        office.close()
    c.sinkron()
    return c


def duduk(c: Cerita, *windows: MainWindow) -> None:
    """The windows become the PCs of the last kecamatan in the story; from now on their lines are pulled."""
    c.ikut(TERAKHIR, [kantor_dari(w) for w in windows])
    daring(c, *windows)


# the line


def _arahkan(w: MainWindow, server: str) -> None:
    tunggu(lambda: not w.jobs.sedang, "pekerjaan selesai", 20)
    w.host.store.save_identity(w.host.store.identity._replace(server=server))


def daring(c: Cerita, *windows: MainWindow) -> None:
    """These windows and all other PCs are online for a moment; then the lines of the windows are pulled again."""
    for w in windows:
        _arahkan(w, c.city.url)
    c.sinkron()
    for w in windows:
        _arahkan(w, TAK_ADA)
        w.page.load()
        w.sync.tell()


# what is seen


def baris(t: DataTable) -> dict[str, list[str]]:
    """The rows of a table by their first cell."""
    kolom = t.model().columnCount()
    return {layar.sel(t, i, 0): [layar.sel(t, i, k) for k in range(1, kolom)] for i in range(t.row_count())}


def semua_sel(t: DataTable) -> list[list[str]]:
    """All cells of a table."""
    return [[layar.sel(t, i, k) for k in range(t.model().columnCount())] for i in range(t.row_count())]


def judul_kolom(t: DataTable) -> list[str]:
    """The words above the columns, but the first."""
    model = t.model()
    return [str(model.headerData(k, Qt.Orientation.Horizontal)) for k in range(1, model.columnCount())]


def pemakai(c: Cerita, w: MainWindow) -> list[Pemakai]:
    """The posts as the PC has them."""
    return c.pemakai(kantor_dari(w))


def stok(w: MainWindow, kata_chip: str) -> DataTable:
    """Show one of the tables of the stock."""
    if not w.page.place().startswith("stok:"):
        tekan(K.Key_S, mod=ALT)
    cari(w.page, Chip, lambda chip: chip.text() == kata_chip).click()
    return layar.tabel(w.page)


# what is typed


def ke_depan(w: MainWindow) -> None:
    """Sit down at a PC."""
    w.raise_()
    w.activateWindow()
    tunggu(w.isActiveWindow, "jendela aktif")


def buka_seragam(w: MainWindow) -> None:
    """Open the purchase by keys, also from its stock."""
    halaman(w, "seragam")
    w.messages.tutup()
    w.page.setFocus()
    if not w.page.place():
        tekan(ENTER)
    elif w.page.place().startswith("stok:"):
        tekan(ESC)
    tunggu(lambda: w.page.place() and not w.page.place().startswith("stok:"), "pengadaan terbuka")
    w.page.setFocus()


def ketik_ukuran(w: MainWindow, c: Cerita) -> Mapping[str, str]:
    """Type the sizes of all heads of the kecamatan, one row after the other; return them."""
    ukuran = memakai(TERAKHIR, pemakai(c, w))
    tekan(K.Key_F2)
    for satu in ukuran.values():
        ketik(satu.lower())
        tekan(ENTER)
    tunggu(lambda: all(p.ukuran for p in pemakai(c, w)), "ukuran terkumpul", 20)
    tekan(ESC)
    return ukuran


def terima(w: MainWindow, jumlah: Mapping[str, int]) -> None:
    """Copy what came from its paper."""
    stok(w, text_stok.STOK)
    menu(w, text_stok.TINDAKAN, text_stok.TERIMA)
    sheet = lembar()
    ketik(SURAT_JALAN)
    tekan(ENTER, ENTER)
    for ukuran in UKURAN_BELI:
        if ukuran in jumlah:
            ketik(str(jumlah[ukuran]))
            tekan(ENTER)
    if sheet.isVisible():
        tekan(K.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: SURAT_JALAN in w.messages.teks(), "kiriman tercatat")


def isi_loket(w: MainWindow, nama: str, isi: str) -> None:
    """Fill in one of the fields beside to whom."""
    cari(w.page, TextField, lambda f: f.accessibleName() == nama).setFocus()
    ganti(isi)
    tekan(ENTER)


def pilih(w: MainWindow, nama: str, nilai: str) -> None:
    """Choose in one of the lists above the table by arrows (letters would follow the last ones too soon)."""
    daftar = cari(w.page, ChoiceField, lambda f: f.accessibleName() == nama)
    daftar.setFocus()
    tekan(K.Key_Home, *[TURUN] * daftar.findData(nilai))
    assert daftar.nilai() == nilai


def cara(w: MainWindow, nilai: str, hari: date, acara: str = "") -> None:
    """Set once how uniforms are handed over, at which event, and on which day."""
    pilih(w, text_serah.CARA, nilai)
    if acara:
        isi_loket(w, text_serah.ACARA, acara)
    isi_loket(w, text_serah.TANGGAL, pendek(hari))


def pilih_kelurahan(w: MainWindow, kode: str) -> None:
    """Choose a kelurahan in the filter ("" for all); what is typed then means its heads only."""
    pilih(w, text.PILIH_KELURAHAN, kode)
    w.page.setFocus()


def lengkap(p: Pemakai, ke: int = 0) -> str:
    """What is typed for a head where all kelurahan are shown: his name, else kelurahan and number."""
    return p.nama if ke % 2 else f"{wilayah.nama(p.lingkup)} {int(p.nomor)}"


def serahkan(w: MainWindow, p: Pemakai, diketik: str) -> None:
    """Hand over to one head."""
    ketik(diketik)
    tekan(ENTER)
    kata(w, f"{p.nama} menerima {p.barang.kata}")


def kuasa(w: MainWindow, p: Pemakai) -> None:
    """Hand over to somebody who comes for a head."""
    ketik(p.nama)
    tekan(K.Key_F7)
    sheet = lembar()
    ketik(KUASA)
    tekan(ENTER)
    ketik(SURAT_KUASA)
    tekan(ENTER)
    tertutup(sheet)
    kata(w, f"Diambil {KUASA}")
    assert p.nama in struk(w).teks()
    kosongkan()


def kosongkan() -> None:
    """Empty the field to whom: after a sheet it still holds what was typed."""
    tekan(K.Key_A, mod=CTRL)
    tekan(K.Key_Backspace)


def tukar(w: MainWindow, p: Pemakai, ukuran: str) -> None:
    """Exchange what a head holds."""
    ketik(lengkap(p))
    tekan(K.Key_F6)
    sheet = lembar()
    isian("ukuran")
    ketik(ukuran)
    tekan(K.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: f"{p.nama}: ukurannya ditukar" in w.messages.teks(), "ditukar")
    w.messages.tutup()
    kosongkan()


def putuskan(w: MainWindow, alasan: str) -> None:
    """Decide that the second of two hand-overs is a wrong entry."""
    w.show_page("keputusan")
    t = layar.tabel(w.page)
    t.setFocus()
    tekan(K.Key_Home)
    ketik("2a")
    sheet = lembar()
    ketik(alasan)
    tekan(K.Key_S, mod=CTRL)
    tertutup(sheet)
    tunggu(lambda: not t.row_count(), "diputuskan")


def antre(c: Cerita, w: MainWindow, meja: int, ke: int) -> list[Pemakai]:
    """Return who comes to a table on one of the three days: the kelurahan take turns at the two tables."""
    kode = wilayah.kelurahan_dari(wilayah.lingkup_kantor(wilayah.cari_kantor(TERAKHIR)))
    datang = {satu for n, satu in enumerate(kode) if (n % 2, n * 3 // len(kode)) == (meja, ke)}
    return [p for p in pemakai(c, w) if p.lingkup in datang and not p.sudah]


def sudah_di(c: Cerita, w: MainWindow, bukan: MainWindow) -> Pemakai:
    """Return the last head who has received at one table and of whom the other one does not know."""
    belum = {p.jabatan_id: p for p in pemakai(c, bukan) if not p.sudah}
    return next(belum[p.jabatan_id] for p in reversed(pemakai(c, w)) if p.sudah and p.jabatan_id in belum)


def layani(w: MainWindow, semua: Iterable[Pemakai], *, disaring: bool) -> int:
    """Hand over to one head after the other: by number in a chosen kelurahan, else by name and by kelurahan and
    number in turns. Return how many."""
    sudah, kini = 0, ""
    for ke, p in enumerate(semua):
        if disaring and p.lingkup != kini:
            kini = p.lingkup
            pilih_kelurahan(w, kini)
        serahkan(w, p, str(int(p.nomor)) if disaring else lengkap(p, ke))
        sudah += 1
    if disaring:
        pilih_kelurahan(w, "")
    return sudah
