"""``python -m tests.ui.tangkap_rancangan FOLDER [--skala 1.25]``: the sheet for the design of certificates."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from sipokat_desktop.app import Office
from sipokat_desktop.modules.bimtek import sertifikat_ops
from sipokat_desktop.modules.rt import ops as rt
from sipokat_desktop.storage import users
from tests.ui import layar
from tests.ui.kamera import Kamera
from tests.ui.layar import CTRL, TAB, ketik, tekan
from tests.unit import bimtek_contoh
from ui.kit import gambar
from ui.modules.bimtek.rancangan import buka_rancangan


def data(folder: Path) -> str:
    """Write the office of the city with the seed's event; returns the id of the event."""
    office = Office(folder)
    office.store.set_setting("lingkup", "kota")
    users.add(office.store, name="Siti Aminah")
    c = bimtek_contoh.contoh(office.store)
    rt.set_pejabat(office.store, "kota", "kabag", {"nama": "Drs. M. Yusuf Effendi, M.Si.", "nip": "196808171990031005"})
    office.close()
    return c.kegiatan_id


def main() -> None:
    """Take the pictures."""
    k, _ = Kamera.dari_perintah(__doc__)
    with TemporaryDirectory() as sementara:
        folder = Path(sementara)
        kegiatan_id = data(folder)
        with k.jendela(folder) as w:
            lembar = buka_rancangan(w, w.host, "kota", kegiatan_id)
            k.foto(w, "bawaan", 700)
            ketik("Piagam")
            tekan(TAB, TAB)
            ketik("sebagai PESERTA {kegiatan} bertema {tema} di {gedung}")
            tekan(TAB)
            k.foto(w, "belum-benar", 900)
            tekan(Qt.Key.Key_S, mod=CTRL)
            k.foto(w, "ditolak")
            lembar.buang()
            layar.biarkan(50)
            logo = QImage(200, 240, QImage.Format.Format_ARGB32)
            logo.fill(Qt.GlobalColor.darkGreen)
            sertifikat_ops.pasang_gambar(w.host.store, "kota", "logo", gambar.png(logo))
            isi = {"warna": "emas", "kiri_jabatan": "Asisten Pemerintahan", "kiri_nama": "Drs. H. Abdul Rahman, M.Si."}
            sertifikat_ops.simpan_rancangan(w.host.store, "kota", isi)
            buka_rancangan(w, w.host, "kota", kegiatan_id)
            k.foto(w, "berlogo", 900)


if __name__ == "__main__":
    main()
