"""``python -m tests.ui.tangkap_lain FOLDER [--skala 1.25] [--hanya X]``: the pages of Insentif around the lists."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sipokat_desktop.app import Office
from sipokat_desktop.modules.insentif import audit as mesin
from sipokat_desktop.storage import users
from tests.ui import cerita_2020, dua_dompet, layar
from tests.ui.contoh_kantor import KELURAHAN, baris, ubah
from tests.ui.kamera import Kamera
from ui.kit.chips import Chip
from ui.kit.choice import ChoiceField
from ui.modules.insentif import lainnya
from ui.modules.insentif.audit import paket
from ui.modules.insentif.rekap import cetak
from ui.modules.insentif.saldo.halaman import SaldoAwal
from ui.shell.window import MainWindow


def _buka(w: MainWindow, kunci: str) -> None:
    w.show_page("insentif", f"lain/{kunci}")
    layar.biarkan(150)


def _ke(w: MainWindow, kata: str) -> None:
    """Go to the row whose first word begins with ``kata``."""
    t = layar.tabel(w.page)
    t.setFocus()
    ke = next(i for i in range(t.row_count()) if layar.sel(t, i, 0).startswith(kata))
    t.selectRow(ke)


def ketetapan(k: Kamera, w: MainWindow) -> None:
    """Both purses, the office, and every form."""
    _buka(w, "ketetapan")
    k.foto(w, "ketetapan")
    layar.tekan(layar.TURUN, layar.TURUN, layar.TURUN)
    k.foto(w, "ketetapan-baris")
    for kata in ("Komponen baru", "Tarif baru", "Kinerja bulanan"):
        k.sekilas(w, f"form-{kata.lower().replace(' ', '-')}", layar.tombol(w.page, kata).click)
    for kata in ("Pendanaan 2020", "Aturan kinerja"):
        _ke(w, kata)
        k.sekilas(w, f"form-{kata.lower().replace(' ', '-')}", lambda: layar.tekan(layar.ENTER))
    layar.cari(w.page, Chip, lambda c: c.text() == "Kantor ini").click()
    layar.tabel(w.page).setFocus()
    k.foto(w, "ketetapan-kantor")
    for kata in ("Lurah", "Berkas transfer"):
        _ke(w, kata)
        k.sekilas(w, f"form-{kata.lower().replace(' ', '-')}", lambda: layar.tekan(layar.ENTER))


def kinerja(k: Kamera, w: MainWindow) -> None:
    """The figures of July beside the reports, and of a month without any."""
    dua_dompet.laporan_juli(w.host.store)
    k.sekilas(w, "kinerja-laporan", lambda: w.show_page("insentif", "lain/kinerja:2020-07"))
    k.sekilas(w, "kinerja-tanpa-laporan", lambda: w.show_page("insentif", "lain/kinerja:2020-06"))


def belum_dibayar(k: Kamera, w: MainWindow) -> None:
    """The ageing, of all purses and of one, and the card of the RT whose head was replaced."""
    _buka(w, "umur")
    k.foto(w, "umur")
    _buka(w, "kartu")
    k.foto(w, "kartu-01")
    layar.tekan(layar.TURUN, layar.TURUN)
    k.foto(w, "kartu-03")
    k.sekilas(w, "kartu-cetak", layar.tombol(w.page, "Cetak").click)


def rekap(k: Kamera, w: MainWindow) -> None:
    """The year per RT against its ceiling."""
    _buka(w, "rekap")
    k.foto(w, "rekap")
    k.sekilas(w, "rekap-cetak", lambda: cetak.per_rt(w.page, w.host, 2020))
    sheet = k.lembar(w, "rekap-f3-tanya", lambda: cetak.tanya_kecamatan(w.page, w.host))
    sheet.done(0)
    w.activateWindow()
    k.sekilas(w, "rekap-f3", lambda: cetak.kecamatan(w.page, w.host, "2020-TW1", ""))


def simulasi(k: Kamera, w: MainWindow) -> None:
    """Empty, counted by month and by RT."""
    _buka(w, "simulasi")
    k.foto(w, "simulasi-kosong")
    isi = layar.form(w.page)
    isi.kirim()
    k.foto(w, "simulasi-salah")
    isi.isi(isi.nilai() | {"jumlah": "750000", "mulai": "2020-07", "batas": "3", "persen": "50"})
    isi.kirim()
    k.foto(w, "simulasi-bulan")
    layar.cari(w.page, Chip, lambda c: c.text() == "Bertambah").click()
    k.foto(w, "simulasi-rt")
    k.sekilas(w, "simulasi-simpan", layar.tombol(w.page, "Simpan sebagai").click)


def audit(k: Kamera, w: MainWindow) -> None:
    """Red flags of the quarter; the pack made and checked."""
    ubah(w._office, "05", sk_tanggal="2020-09-01")  # type: ignore[arg-type]
    _buka(w, "audit")
    k.foto(w, "audit-kosong")
    layar.cari(w.page, ChoiceField).setFocus()
    layar.ketik("Triwulan I 2020")
    k.foto(w, "audit")
    with TemporaryDirectory(prefix="sipokat-") as folder:
        berkas = Path(folder) / "paket.zip"
        hasil = mesin.simpan_paket(w.host.store, KELURAHAN, "2020-TW1", berkas)
        k.sekilas(w, "audit-paket", lambda: paket.jadi(w.page, hasil))
        k.sekilas(w, "audit-periksa", lambda: paket.hasil(w.page, w.host, berkas, mesin.periksa_paket(berkas)))


def saldo(k: Kamera, w: MainWindow) -> None:
    """The empty page, an import from mapping to balance, and the page afterwards."""
    _buka(w, "saldo")
    k.foto(w, "saldo-kosong")
    with TemporaryDirectory(prefix="sipokat-") as folder:
        berkas = dua_dompet.lembar_lama(Path(folder))
        halaman = layar.cari(w.page, SaldoAwal)
        halaman.impor(berkas)
        sheet = layar.dialog()
        k.foto(w, "saldo-pratinjau")
        layar.tombol(sheet, "Ubah pemetaan").click()
        k.foto(w, "saldo-pemetaan")
        layar.tombol(sheet, "Kembali").click()
        layar.tabel(sheet).selectRow(0)
        k.foto(w, "saldo-baris")
        layar.tombol(sheet, "Catat").click()
        k.foto(w, "saldo-neraca")
        layar.tombol(sheet, "Selesai").click()
        layar.tertutup(sheet)
    k.foto(w, "saldo-sesudah")


def kosong(k: Kamera, folder: Path) -> None:
    """Every page of an office that has nothing yet."""
    with closing(Office(folder)) as office:
        office.choose_kelurahan(KELURAHAN)
        users.add(office.store, name="Siti Aminah")
    with k.jendela(folder) as w:
        for kunci, _ in lainnya.HALAMAN:
            _buka(w, kunci)
            k.foto(w, f"kosong-{kunci}")


def cerita(k: Kamera, folder: Path) -> None:
    """The two-purse year of 2020 played by keys, a picture after each step."""
    cerita_2020.kantor(folder)
    with k.jendela(folder) as w:
        cerita_2020.tetapkan(w)
        _buka(w, "ketetapan")
        k.foto(w, "2020-ketetapan")
        layar.tekan(layar.ESC)
        nomor = cerita_2020.bayar_triwulan_satu(w)
        w.show_page("insentif", nomor)
        k.foto(w, "2020-triwulan-i-dibayar")
        layar.tekan(layar.ESC)
        cerita_2020.ganti_ketua(w)
        k.foto(w, "2020-ketua-diganti")
        cerita_2020.belum_dibayar(w)
        w.messages.tutup()
        k.foto(w, "2020-belum-dibayar")
        w.show_page("insentif", f"lain/kartu:{baris(w._office, '03').jabatan_id}")  # type: ignore[arg-type]
        k.foto(w, "2020-kartu-rt-03")


def main() -> int:
    """Take all pictures; returns the exit code."""
    k, hanya = Kamera.dari_perintah(__doc__)
    with TemporaryDirectory(prefix="sipokat-") as sementara:
        data = Path(sementara) / "kantor"
        dua_dompet.siapkan(data)
        with k.jendela(data) as w:
            w.host.store.clock = dua_dompet.kini
            w.refresh()
            for bagian in (ketetapan, kinerja, belum_dibayar, rekap, simulasi, audit, saldo):
                if hanya in bagian.__name__:
                    bagian(k, w)
        if hanya in kosong.__name__:
            kosong(k, Path(sementara) / "kosong")
        if hanya in cerita.__name__:
            cerita(k, Path(sementara) / "cerita")
    return 0


if __name__ == "__main__":
    sys.exit(main())
