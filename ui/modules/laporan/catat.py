"""The entry of reports: one after another by keys, the last ones beside, photos that nobody waits for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.laporan import queries, rules
from sipokat_desktop.modules.laporan.model import PilihanRt, Tercatat
from ui.kit.anak import Anak
from ui.kit.beside import page_column
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import Card, EmptyState
from ui.kit.draft import Draft
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label
from ui.kit.messagebar import MessageBar
from ui.kit.scroll import scroll_of
from ui.kit.theme import theme_of

from . import foto_terima, text_foto
from . import text_catat as text
from .catat_isian import IsianCatat, untuk_engine
from .catat_simpan import DRAF, Penyimpan, Simpanan
from .catat_terakhir import Terakhir
from .foto_antre import AntreFoto, Sumber
from .foto_masuk import FotoMasuk

_LEBAR = 520


class CatatPage(Anak):
    """The form at the left, what was recorded at the right."""

    accepted = Signal()
    rejected = Signal()
    bantuan = text.BANTUAN

    def __init__(self, host: Host, jabatan_id: str = "") -> None:
        super().__init__()
        self._host = host
        self._antre = AntreFoto.dari(host)
        self._penyimpan = Penyimpan.dari(host)
        self._nama: tuple[str, dict[str, PilihanRt]] = ("", {})
        self.isi = IsianCatat(host)
        self._untuk = Label("", Gaya.SUBJUDUL, potong=True)
        self._foto = FotoMasuk(host, self._antre, self._pilih_foto)
        self._terakhir = Terakhir(host, self.isi.pilih)
        self._build()
        self._connect()
        self._draf = Draft(host, DRAF, self.isi, self)
        self._penyimpan.kabari(self, self._tersimpan, self._gagal)
        if jabatan_id:
            self.isi.field("rt").isi(self.isi.pilih.ketik(jabatan_id))
        self._tulis_untuk()

    @property
    def pesan(self) -> MessageBar:
        """The message bar of the window."""
        return self._host.messages

    def _build(self) -> None:
        theme = theme_of(self)
        if not self.isi.pilih.semua:
            self._build_kosong()
            return
        kiri = Card(margin=16, spacing=10)
        kiri.add(self._untuk)
        dalam = QWidget()
        tata_dalam = page_column(dalam)
        tata_dalam.addWidget(self.isi)
        tata_dalam.addWidget(self._foto)
        tata_dalam.addStretch(1)
        kiri.add(scroll_of(dalam), 1)
        kiri.add(Label(text.PETUNJUK, Gaya.KECIL, potong=True))
        kiri.setFixedWidth(round(theme.px(_LEBAR) * (1 - 0.35 * (theme.skala - 1))))
        tengah = QHBoxLayout()
        tengah.setSpacing(theme.px(10))
        tengah.addWidget(kiri)
        tengah.addWidget(self._terakhir, 1)
        tata = page_column(self)
        tata.addWidget(
            self.kepala(
                text.JUDUL,
                SecondaryButton(text.SIMPAN_BERIKUT, "Ctrl+B", on=self._simpan_berikut),
                PrimaryButton(text.SIMPAN, "Ctrl+S", on=self.isi.kirim),
            )
        )
        tata.addLayout(tengah, 1)
        self.setFocusProxy(self.isi)

    def _build_kosong(self) -> None:
        """Without RT there is nobody to record for."""
        tata = page_column(self)
        tata.addWidget(self.kepala(text.JUDUL))
        kartu = Card()
        ke = Aksi(text.BUKA_RT, partial(self._host.go, "rt"), utama=True)
        kartu.add(EmptyState(text.TANPA_RT_JUDUL, text.TANPA_RT_ISI, ke), 1)
        tata.addWidget(kartu, 1)
        for bagian in (self.isi, self._untuk, self._foto, self._terakhir):
            bagian.setParent(self)
            bagian.hide()

    def _connect(self) -> None:
        self.isi.simpan.connect(self._simpan)
        self.isi.batal.connect(self._esc)
        self.isi.diubah.connect(self._tulis_untuk)
        foto_terima.Jatuhan(self, self._terima)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+O", self._pilih_foto),
            ("Ctrl+V", self._tempel_atau_kata),
            ("Ctrl+L", self._terakhir.ke_daftar),
        )
        for tombol, lakukan in keys:
            QShortcut(QKeySequence(tombol), self, lakukan)
        self._terakhir.keluar.connect(lambda: self.isi.fokus("rt"))
        self.isi.pasang_tempel(self._tempel)

    # what is shown

    def load(self) -> None:
        """Read again what was recorded, and the RT with their heads."""
        con, host = self._host.store.reader(), self._host
        self.isi.pilih.pasang(queries.pilihan_rt(con, host.lingkup, host.today))
        self._nama = ("", {})
        self._tulis_untuk()
        self._terakhir.load()
        self._foto.tampil()

    def tempat(self) -> str:
        """Return what opens the entry again."""
        return "catat"

    def mundur(self) -> None:
        """Go back; what was typed stays as a draft, photos go on behind."""
        self.rejected.emit()
        self.kembali.emit()
        if sisa := self._antre.menunggu:
            self._host.messages.info(text.TINGGAL.format(n=sisa))

    def _esc(self) -> None:
        """Take the words of refused photos away first, then go back."""
        if self._foto.ditolak:
            self._foto.lupakan()
        else:
            self.mundur()

    def _tulis_untuk(self) -> None:
        teks = self.isi.field("rt").nilai()
        try:
            semua = self.isi.rt() if teks else []
        except InputSalah:
            semua = []
        self._untuk.setText(self._kata_untuk(semua))

    def _kata_untuk(self, semua: Sequence[PilihanRt]) -> str:
        if not semua:
            return text.UNTUK_BELUM
        if len(semua) > 1:
            return text.UNTUK_BANYAK.format(n=len(semua), rt=", ".join(rt.rt for rt in semua))
        nama = self._pada_hari().get(semua[0].jabatan_id, semua[0]).nama
        return (text.UNTUK if nama else text.UNTUK_KOSONG).format(rt=semua[0].rt, nama=nama)

    def _pada_hari(self) -> dict[str, PilihanRt]:
        """Return who headed each RT on the day typed (today where it is none yet)."""
        hari = self._hari()
        if self._nama[0] != hari.isoformat():
            semua = queries.pilihan_rt(self._host.store.reader(), self._host.lingkup, hari)
            self._nama = hari.isoformat(), {rt.jabatan_id: rt for rt in semua}
        return self._nama[1]

    def _hari(self) -> date:
        try:
            return tanggal.baca(self.isi.field("tanggal").nilai(), "tanggal")
        except InputSalah:
            return self._host.today

    # saving

    def _simpan_berikut(self) -> None:
        if self.isi.periksa():
            self._simpan(berikut=True)

    def _simpan(self, *, berikut: bool = False) -> None:
        """Let what stands in the form be saved behind; the next one can be typed at once."""
        nilai = self.isi.nilai()
        try:
            semua = self.isi.rt()
            self._periksa(nilai)
        except InputSalah as exc:
            self._salah(exc)
            return
        sebab = self._host.larangan("laporan_kegiatan")
        if sebab:
            self._host.messages.perhatian(sebab)
            return
        rt = self.isi.pilih.sesudah(nilai["rt"]) if berikut else ""
        self.isi.lanjut(rt=rt, uraian=nilai["uraian"] if rt else "")
        self._draf.lanjut()
        self._foto.lupakan()
        self._penyimpan.simpan(Simpanan(semua, nilai, self._antre.lepas()))

    def _periksa(self, nilai: Mapping[str, str]) -> None:
        """Raise InputSalah for what the rules refuse, before the form goes on to the next."""
        bidang_5 = rules.BIDANG_5 in queries.bidang_dipakai(self._host.store.reader(), self._host.lingkup)
        rules.cocokkan(rules.bersihkan(untuk_engine(nilai), self._host.today, bidang_5=bidang_5))

    def _tersimpan(self, hasil: Tercatat) -> None:
        self._terakhir.tambah(hasil)

    def _gagal(self, satu: Simpanan, error: Exception) -> None:
        """Show again what was not saved, with the reason."""
        self.isi.pulihkan(satu.nilai)
        if isinstance(error, InputSalah):
            self._salah(error)
        else:
            self._host.tell(error)

    def _salah(self, exc: InputSalah) -> None:
        ganti = InputSalah("jenis", exc.pesan) if exc.field == "bidang" else exc
        if not self.isi.salah(ganti):
            self._host.messages.salah(exc.pesan)

    # photos

    def _pilih_foto(self) -> None:
        self._terima(foto_terima.pilih(self))

    def _tempel(self) -> bool:
        """Take the photos on the clipboard; text is left to the field."""
        semua = foto_terima.tempelan()
        self._terima(semua)
        return bool(semua)

    def _tempel_atau_kata(self) -> None:
        if not self._tempel():
            self._host.messages.info(text_foto.TEMPEL_KOSONG)

    def _terima(self, semua: Sequence[Sumber]) -> None:
        """Take photos for the report in the list when the keyboard is there, else for the one being filled in."""
        if semua:
            self._foto.lupakan()
            self._antre.masuk(semua, self._terakhir.terpilih())
