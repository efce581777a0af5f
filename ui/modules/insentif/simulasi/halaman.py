"""*Bagaimana bila*: what is tried at the left, the budget and who gains or loses at the right; nothing is saved."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.insentif import queries, simulasi
from sipokat_desktop.modules.insentif.acara import menurut_masa
from sipokat_desktop.modules.insentif.rules import Komponen
from sipokat_desktop.modules.insentif.simulasi import Andaian, Simulasi
from ui.kit.anak import Anak
from ui.kit.beside import page_column
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import Card, EmptyState
from ui.kit.chips import ChipRow
from ui.kit.form import Form
from ui.kit.host import Host
from ui.kit.jobs import Maju
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.scroll import scroll_of
from ui.kit.table import DataTable
from ui.kit.theme import Role, theme_of

from .. import simpan
from . import hasil, isian, text
from .ketetapan import boleh, simpan_sebagai

_LEBAR_FORM = 300


class SimulasiPage(Anak):
    """Form and result side by side."""

    bantuan, panduan = text.BANTUAN, "insentif#Melihat ke belakang"

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._komponen = menurut_masa(queries.komponen(host.store.reader(), lingkup=host.lingkup))
        self._hasil: Simulasi | None = None
        self._nilai: dict[str, str] = {}
        self._form = Form(isian.isian([(k.komponen_id, k.nama) for k in self._komponen], host.today))
        self._kalimat = Notice(text.BELUM, Role.AKSEN)
        self._chips = ChipRow(text.SARINGAN)
        self._bulan, self._rt = DataTable(hasil.KOLOM_BULAN), DataTable(hasil.KOLOM_RT)
        self._catatan = Label("", Gaya.KECIL, lipat=True)
        self._total = Label("", Gaya.SUBJUDUL)
        self._excel = SecondaryButton(text.EXCEL, "Alt+E", on=self._write)
        self._simpan = SecondaryButton(text.SIMPAN, on=self._keep)
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = theme_of(self)
        kiri = Card(margin=4, spacing=0)
        kiri.add(scroll_of(self._form, kiri), 1)
        m = theme.px(12)
        self._form.setContentsMargins(m, m, m, m)
        kiri.setFixedWidth(round(_LEBAR_FORM * (1 + 0.7 * (theme.skala - 1))))
        tabel = Card(margin=4, spacing=0)
        for satu in (self._bulan, self._rt):
            tabel.add(satu, 1)
        bawah = QHBoxLayout()
        bawah.addWidget(self._catatan, 1)
        bawah.addWidget(self._total)
        kanan = QVBoxLayout()
        kanan.setSpacing(theme.px(10))
        for widget in (self._kalimat, self._chips):
            kanan.addWidget(widget)
        kanan.addWidget(tabel, 1)
        kanan.addLayout(bawah)
        tengah = QHBoxLayout()
        tengah.setSpacing(theme.px(12))
        tengah.addWidget(kiri)
        tengah.addLayout(kanan, 1)
        hitung = PrimaryButton(text.HITUNG, "Ctrl+H", on=self._form.kirim)
        set_shown(hitung, bool(self._komponen))
        tata = page_column(self)
        tata.addWidget(self.kepala(text.JUDUL, self._excel, self._simpan, hitung))
        tata.addLayout(tengah, 1)

    def _connect(self) -> None:
        self.setFocusProxy(self._form)
        self._form.simpan.connect(self._count)
        self._form.batal.connect(self.kembali.emit)
        self._chips.dipilih.connect(lambda _kunci: self._fill())
        awal = {
            "komponen": self._komponen[0].komponen_id if self._komponen else "",
            "tahun": str(self._host.today.year),
        }
        self._form.isi(awal)
        self._form.field("tahun").diubah.connect(self._other_year)
        self._show_empty()
        self._show()

    def tempat(self) -> str:
        """Return the key of this page."""
        return "simulasi"

    def load(self) -> None:
        """Count again what was counted: the roster or a tariff has changed."""
        if self._hasil is not None:
            self._run(self._hasil.andaian)

    def _other_year(self) -> None:
        """Offer the months of the chosen year; the chosen month stays the same of that year."""
        tahun, field = self._form.nilai()["tahun"], self._form.field("mulai")
        lama = field.nilai()
        if tahun and hasattr(field, "ganti_pilihan"):
            field.ganti_pilihan(isian.bulan(int(tahun)))
            field.isi(f"{tahun}{lama[4:]}" if lama else "")

    def _show_empty(self) -> None:
        if self._komponen:
            self._bulan.set_empty(EmptyState(text.BELUM_TABEL, text.BELUM_TABEL_ISI))
        else:
            ke = Aksi(text.KE_KETETAPAN, partial(self._host.go, "insentif", "lain/ketetapan"), utama=True)
            self._bulan.set_empty(EmptyState(text.TANPA_KOMPONEN, text.TANPA_KOMPONEN_ISI, ke))
        self._rt.set_empty(EmptyState(text.TAK_ADA))

    # counting

    def _count(self) -> None:
        self._nilai = self._form.nilai()
        try:
            self._run(isian.andaian(self._nilai))
        except InputSalah as exc:
            self._form.salah(exc)

    def _run(self, andaian: Andaian) -> None:
        host = self._host

        def kerja(*, maju: Maju) -> Simulasi:
            return simulasi.hitung(host.store.reader(), andaian, lingkup=(host.lingkup,), maju=maju)

        def gagal(error: Exception) -> None:
            if not isinstance(error, InputSalah) or not self._form.salah(error):
                host.tell(error)

        host.jobs.run(kerja, apa=text.MENGHITUNG, maju=True, done=self._counted, failed=gagal, owner=self)

    def _counted(self, s: Simulasi) -> None:
        self._hasil = s
        self._form.tandai_bersih()
        self._show()

    # what is shown

    def _show(self) -> None:
        s = self._hasil
        for widget in (self._chips, self._total, self._catatan, self._excel, self._simpan):
            set_shown(widget, s is not None)
        if s is not None:
            self._kalimat.set(s.kalimat, Role.PERHATIAN if s.rugi else Role.BAIK)
            self._chips.set_jumlah(
                {"bulan": len(s.bulan), "rugi": len(s.rugi), "untung": len(s.untung), "tetap": len(s.tetap)}
            )
            k = self._dipilih
            bisa = k is not None and boleh(k, self._host.lingkup, s.andaian)
            set_shown(self._simpan, bisa)
            self._catatan.setText(" ".join((hasil.catatan(s), *([] if bisa else [text.BUKAN_KANTOR]))))
            kini, nanti = rupiah.uang(s.kini), rupiah.uang(s.nanti)
            self._total.setText(f"{text.JUMLAH_BAWAH}: {kini} → {nanti} ({hasil.selisih(s.selisih)})")
        self._fill()

    def _fill(self) -> None:
        s, pilih = self._hasil, self._chips.kunci
        set_shown(self._bulan, pilih == "bulan")
        set_shown(self._rt, pilih != "bulan")
        if s is None:
            return
        self._bulan.set_rows(hasil.baris_bulan(s))
        semua = {"rugi": s.rugi, "untung": s.untung, "tetap": s.tetap}
        self._rt.set_rows(hasil.baris_rt(semua.get(pilih, ())))
        tabel = self._bulan if pilih == "bulan" else self._rt
        tabel.begin()
        if not self._form.isAncestorOf(self.focusWidget() or self):
            tabel.setFocus(Qt.FocusReason.OtherFocusReason)

    # acts

    @property
    def _dipilih(self) -> Komponen | None:
        s = self._hasil
        return next((k for k in self._komponen if s is not None and k.komponen_id == s.andaian.komponen_id), None)

    def _write(self) -> None:
        if self._hasil is not None:
            nama = text.EXCEL_NAMA.format(komponen=periode.nama_bulan(self._hasil.andaian.dari)[-4:])
            simpan.tabel(self, self._host, nama, partial(simulasi.ke_tabel, self._hasil))

    def _keep(self) -> None:
        k = self._dipilih
        if self._hasil is not None and k is not None:
            simpan_sebagai(self, self._host, k, self._hasil.andaian)
