"""Pages of the gallery of the kit, with invented people."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from ui.kit import theme
from ui.kit.form import Form, Isian, Jenis
from ui.kit.table import Baris, DataTable, FilterField, Kolom, Rata
from ui.kit.widgets import (
    Aksi,
    Butir,
    Card,
    EmptyState,
    Gaya,
    KartuAngka,
    Keadaan,
    Label,
    MessageBar,
    NavItem,
    NavList,
    Notice,
    PageTitle,
    PrimaryButton,
    ProgressLine,
    Role,
    SecondaryButton,
    SidePanel,
    StatusDot,
    Stepper,
)

NAV = [
    NavItem("beranda", "Beranda", "home"),
    NavItem("rt", "Data RT", "users"),
    NavItem("insentif", "Insentif", "cash"),
    NavItem("seragam", "Seragam dan HP", "shirt"),
    NavItem("bimtek", "Bimtek", "school"),
    NavItem("laporan", "Laporan kegiatan", "clipboard-list"),
    NavItem("usulan", "Usulan", "bulb"),
    NavItem("vaksinasi", "Vaksinasi", "vaccine"),
    NavItem("keputusan", "Perlu keputusan", "alert-triangle"),
    NavItem("panduan", "Panduan", "help", "F1", True),
    NavItem("pengaturan", "Pengaturan", "settings", "", True),
]
LANGKAH = ("Disusun", "Diperiksa", "Dikunci Lurah", "Dicetak", "Ditandatangani", "Dibayar")


def peran(teks: str) -> Role | None:
    """Colour a state: ready is green, a double NIK red, an ended SK amber."""
    if teks == "Siap":
        return Role.BAIK
    return Role.SALAH if teks.startswith("NIK") else Role.PERHATIAN


KOLOM = (
    Kolom("no", "No"),
    Kolom("rt", "RT"),
    Kolom("nama", "Nama", lebar=110, stretch=3),
    Kolom("bulan", "Bulan", sembunyi=1),
    Kolom("bruto", "Bruto", rata=Rata.KANAN, sembunyi=2),
    Kolom("pph", "PPh 21", rata=Rata.KANAN, sembunyi=3),
    Kolom("diterima", "Diterima", rata=Rata.KANAN),
    Kolom("periksa", "Pemeriksaan", lebar=110, stretch=2, peran=peran),
)


def baris() -> list[Baris]:
    """Nine invented receivers of one triwulan."""
    isi = [
        ("1", "RT 01", "Ahmad Suharto", "3 bulan", "1.650.000", "Siap"),
        ("2", "RT 02", "Rusdi", "3 bulan", "1.650.000", "Siap"),
        ("3", "RT 03", "Mulyadi (sampai 28 Feb)", "2 bulan", "1.100.000", "Siap"),
        ("", "", "Herman Efendi (mulai 1 Mar)", "1 bulan", "550.000", "Siap"),
        ("4", "RT 04", "Nurhayati", "3 bulan", "1.650.000", "SK habis 31 Jan 2026"),
        ("5", "RT 05", "Sopian Hadi, S.Pd", "3 bulan", "1.650.000", "Siap"),
        ("6", "RT 06", "Darwis", "3 bulan", "1.650.000", "NIK ganda dengan RT 09"),
        ("7", "RT 07", "Ernawati", "3 bulan", "1.650.000", "Siap"),
        ("8", "RT 08", "Kusnadi", "3 bulan", "1.650.000", "Siap"),
    ]
    return [
        Baris(f"b{i}", (no, rt, nama, bulan, uang, "0", uang, hasil))
        for i, (no, rt, nama, bulan, uang, hasil) in enumerate(isi)
    ]


def diam() -> None:
    """Stand for what a real button would do."""


def _line(*parts: QWidget | int) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        if isinstance(part, int):
            line.addStretch(part)
        else:
            line.addWidget(part)
    return line


def panel_rt() -> SidePanel:
    """What is wrong with one row, and the buttons that mend it."""
    panel = SidePanel()
    panel.set(
        "RT 04 · Nurhayati",
        "SK 141/12/KPTS/LS/2023, berakhir 31 Januari 2026.",
        [
            "Februari dan Maret berada di luar masa jabatan. Bulan itu hanya dapat dibayar bila SK "
            "perpanjangan dicatat, atau Lurah memberi alasan."
        ],
        [
            Aksi("Catat SK perpanjangan", diam),
            Aksi("Bayar Januari saja", diam),
            Aksi("Tetap bayar dengan alasan…", diam),
        ],
    )
    return panel


def halaman_insentif(*, pesan: bool = False) -> QWidget:
    """The page of insentif.png."""
    page = QWidget()
    t = theme.theme_of(page)
    tabel = DataTable(KOLOM, bertanda=pesan)
    tabel.set_rows(baris())
    tabel.select("b4")
    if pesan:
        tabel.set_marks(["b0", "b1", "b4"])
    saring = FilterField("Ketik untuk mencari RT atau nama")
    saring.setFixedWidth(t.px(280))
    tabel.attach_filter(saring)
    panel = panel_rt()
    card = Card(margin=4)
    card.add(tabel)
    box = QVBoxLayout(page)
    box.setContentsMargins(t.px(24), t.px(16), t.px(24), t.px(12))
    box.setSpacing(t.px(10))
    judul = PageTitle(
        "Insentif Triwulan I 2026 · Komponen Kecamatan",
        SecondaryButton("Pratinjau"),
        PrimaryButton("Kunci dan cetak", "Ctrl+L"),
    )
    box.addWidget(judul)
    if pesan:
        bar = MessageBar()
        bar.gangguan(Gangguan("Belum tersambung ke kota.", "Dicoba lagi pukul 16.10."), Aksi("Coba lagi", diam))
        box.addWidget(bar)
    box.addWidget(Stepper(LANGKAH, 1))
    box.addLayout(_line(Notice("2 hal perlu dilihat sebelum dikunci"), saring))
    middle = _line(card, panel)
    middle.setSpacing(t.px(10))
    box.addLayout(middle, 1)
    jumlah = Label("Jumlah diterima")
    box.addLayout(_line(Label("8 RT · 9 penerima", Gaya.TEBAL), 1, jumlah, Label("Rp13.200.000", Gaya.SUBJUDUL)))
    box.addWidget(Label("Tiga belas juta dua ratus ribu rupiah", Gaya.KECIL))
    return page


def panel_akhiri() -> SidePanel:
    """The end of the day, half done."""
    panel = SidePanel(330)
    panel.set(
        "Akhiri hari",
        "",
        ["Periksa data, buat cadangan, kirim ke kota, dan simpan bukti. Setelah itu komputer boleh dimatikan."],
    )
    langkah = ProgressLine()
    langkah.set(
        [
            Butir("Periksa data", Keadaan.SELESAI),
            Butir("Cadangan 10 April 15.58", Keadaan.SELESAI),
            Butir("Mengirim 9 dari 14 perubahan…", Keadaan.BERJALAN),
            Butir("Bukti sinkron", Keadaan.NANTI),
            Butir("Flash disk tidak terpasang", Keadaan.GAGAL),
        ]
    )
    panel.add(langkah)
    panel.add(PrimaryButton("Akhiri hari", "Ctrl+Enter"))
    return panel


def halaman_beranda() -> QWidget:
    """The page of beranda.png, with an empty list beside it."""
    page = QWidget()
    t = theme.theme_of(page)
    box = QVBoxLayout(page)
    box.setContentsMargins(t.px(24), t.px(16), t.px(24), t.px(12))
    box.setSpacing(t.px(12))
    box.addWidget(PageTitle("Selamat sore, Siti", FilterField("Cari RT, nama, atau perintah…  Ctrl+K")))
    gagal = KartuAngka("Belum terkirim")
    gagal.set("14", "terakhir diterima kota 08.12", Role.PERHATIAN)
    figures = _line(
        KartuAngka("Ketua RT", "12", "1 Plt · 1 SK habis"),
        KartuAngka("Insentif TW I", "Rp13.200.000", "belum dikunci"),
        gagal,
        KartuAngka("Laporan bulan ini", "37", "9 dari 12 RT aktif"),
    )
    figures.setSpacing(t.px(10))
    box.addLayout(figures)
    tabel = DataTable([Kolom("apa", "Yang menunggu", stretch=1)])
    tabel.set_empty(
        EmptyState(
            "Belum ada data RT",
            "Masukkan daftar Ketua RT dari lembar kerja kantor, atau ketik satu per satu.",
            Aksi("Impor daftar RT", diam, "Ctrl+I", utama=True),
        )
    )
    card = Card(margin=4)
    card.add(tabel)
    panel = panel_akhiri()
    middle = _line(card, panel)
    middle.setSpacing(t.px(10))
    box.addLayout(middle, 1)
    return page


def jendela(page: QWidget, kunci: str) -> QWidget:
    """A window as the shell will build it: navigation, page, status bar."""
    window = QWidget()
    t = theme.theme_of(window)
    nav = NavList("Sipokat", "Kelurahan Taba Jemekeh", NAV)
    nav.set_badge("keputusan", 2)
    nav.pilih(kunci)
    status = QWidget()
    status.setAutoFillBackground(True)
    status.setBackgroundRole(QPalette.ColorRole.Base)
    siapa = "Siti Aminah (operator)   ·   Cadangan terakhir hari ini 12.00   ·   Jumat, 10 April 2026"
    kabar = StatusDot("Tersimpan di komputer ini · 14 perubahan belum terkirim", Role.PERHATIAN)
    bawah = _line(kabar, 1, Label(siapa, Gaya.KECIL, potong=True))
    bawah.setContentsMargins(t.px(24), t.px(8), t.px(24), t.px(8))
    status.setLayout(bawah)
    right = QVBoxLayout()
    right.setSpacing(0)
    stack = QStackedWidget()
    stack.addWidget(page)
    right.addWidget(stack, 1)
    right.addWidget(status)
    line = QHBoxLayout(window)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    line.addWidget(nav)
    line.addLayout(right, 1)
    return window


def isian_rt() -> Form:
    """A form with each kind of input, some of them wrong."""
    form = Form(
        [
            Isian("nama", "Nama", contoh="Nama lengkap sesuai KTP", wajib=True),
            Isian("nik", "NIK", Jenis.NIK, contoh="1673 0853 0184 0016"),
            Isian("mulai", "Mulai menjabat", Jenis.TANGGAL, contoh="5/4/26 atau 5 April 2026", wajib=True),
            Isian("jenis", "Jenis masa jabatan", Jenis.PILIHAN, pilihan=(("definitif", "Definitif"), ("plt", "Plt"))),
            Isian("sk", "Nomor SK", contoh="141/12/KPTS/LS/2023", bantuan="Seperti tertulis di kepala surat."),
            Isian("besaran", "Besaran per bulan", Jenis.RUPIAH, contoh="550.000", kolom=1),
            Isian("hp", "Nomor HP", contoh="0812…", kolom=1),
            Isian("alamat", "Alamat", Jenis.PANJANG, contoh="Jalan, nomor, RT", kolom=1),
        ]
    )
    form.isi({"nama": "Nurhayati", "nik": "167308530184001", "mulai": "5/4/26", "jenis": "plt", "besaran": "550000"})
    form.salah(InputSalah("nik", "NIK harus 16 angka. Yang diketik 15 angka."))
    return form
