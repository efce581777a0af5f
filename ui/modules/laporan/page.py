"""The page Laporan kegiatan: the list, or entry, verification or evaluation in its place."""

from __future__ import annotations

from ui.kit.anak import Anak, Tumpukan
from ui.kit.host import Host, Page

from . import TABLES, text
from .daftar import DaftarLaporan

RT, CATAT, BELUM, VERIFIKASI, EVALUASI, RAKOR = "rt", "catat", "belum", "verifikasi", "evaluasi", "rakor"
"""What an id may begin with; every other one is a report."""
_SARING = ("bidang", "jenis", "jabatan_id", "dari", "sampai", "lurah", "camat", "kategori", "lingkup")


class LaporanPage(Page):
    """Esc comes back to the list, from a list that the evaluation opened to the evaluation."""

    tables = TABLES
    help = text.BANTUAN
    panduan = "laporan"
    all_kelurahan = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self.daftar = d = DaftarLaporan(host)
        d.catat.connect(lambda: self.open_id(CATAT))
        d.verifikasi.connect(lambda: self.open_id(VERIFIKASI))
        d.evaluasi.connect(lambda: self.open_id(EVALUASI))
        d.rakor.connect(lambda: self.open_id(RAKOR))
        self._tumpuk = Tumpukan(self, d)
        d.dilepas.connect(self._tumpuk.lanjutkan)

    def load(self) -> None:
        """Read again what is shown."""
        if self._tumpuk.anak is not None:
            self._tumpuk.anak.load()
        else:
            self.daftar.load()

    def open_id(self, id: str) -> None:
        """Open what ``id`` means: a report, ``rt:`` one RT, entry, verification, evaluation, the sheet for a meeting,
        or ``belum:`` the RT without a report in a month."""
        apa, _, tujuan = id.partition(":")
        self._tumpuk.lupakan()
        match apa:
            case "catat":
                self._catat(tujuan)
            case "verifikasi":
                self._verifikasi(tujuan)
            case "evaluasi":
                self._evaluasi()
            case "rakor":
                self._kembali()
                self._rakor()
            case "belum":
                self._belum(tujuan)
            case "rt":
                self._kembali()
                self.daftar.hanya({"jabatan_id": tujuan})
            case _:
                self._kembali()
                self.daftar.tuju(id)

    def place(self) -> str:
        """Return what opens here again."""
        if self._tumpuk.anak is not None:
            return self._tumpuk.anak.tempat()
        rt = self.daftar.saring.jabatan_id
        return f"{RT}:{rt}" if rt else self.daftar.tabel.current_id()

    # the other parts

    def _catat(self, jabatan_id: str) -> None:
        from .catat import CatatPage

        if self._host.beberapa or not self.daftar.tindakan.boleh():
            self._host.messages.perhatian(self._host.larangan("laporan_kegiatan", "uraian"))
        else:
            self._tampilkan(CatatPage(self._host, jabatan_id))

    def _verifikasi(self, laporan_id: str) -> None:
        from .verifikasi import VerifikasiPage

        if self.daftar.tindakan.boleh_putus():
            self._tampilkan(VerifikasiPage(self._host, laporan_id))

    def _evaluasi(self) -> None:
        from .evaluasi import EvaluasiPage

        anak = EvaluasiPage(self._host)
        anak.dibuka.connect(self._dari_evaluasi)
        self._tampilkan(anak)

    def _dari_evaluasi(self, saring: object) -> None:
        """Show the reports that stand behind a bar of the evaluation."""
        self._tumpuk.tunda(self.daftar)
        self.daftar.hanya({nama: str(getattr(saring, nama, "")) for nama in _SARING})

    def _rakor(self) -> None:
        from . import lembar_rakor

        lembar_rakor.buka(self, self._host)

    def _belum(self, bulan: str) -> None:
        from . import belum

        self._kembali()
        belum.buka(self, self._host, bulan, self._catat)

    def _tampilkan(self, anak: Anak) -> None:
        self._tumpuk.tumpuk(anak, self._kembali)

    def _kembali(self) -> None:
        if self._tumpuk.anak is not None:
            self._tumpuk.tampil(self.daftar)
            self.daftar.load()
            self.daftar.tabel.setFocus()
