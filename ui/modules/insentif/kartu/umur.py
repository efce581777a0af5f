"""*Belum dibayar*: who still waits for which months, from which purse, since when, and what leads on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.wilayah import kunci_cari
from sipokat_desktop.modules.insentif import ops, queries, umur
from sipokat_desktop.modules.insentif.umur import BarisUmur, Umur
from ui.kit.anak import Anak
from ui.kit.beside import page_column, table_beside
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import EmptyState, SidePanel
from ui.kit.chips import ChipRow
from ui.kit.filter import FilterField
from ui.kit.host import Host
from ui.kit.jobs import Job
from ui.kit.kartu_angka import KartuAngka
from ui.kit.labels import Gaya, Label, Notice, set_shown
from ui.kit.table import DataTable
from ui.kit.table_model import Baris, Kolom, Rata
from ui.kit.theme import Role, theme_of

from .. import simpan
from . import text

SEMUA = "semua"
KOLOM = tuple(
    Kolom(judul, judul, lebar, stretch, rata, sembunyi=sembunyi)
    for judul, lebar, stretch, rata, sembunyi in zip(
        text.KOLOM_UMUR, (0, 140, 150, 110, 0, 0, 120), (0, 2, 2, 2, 0, 0, 3),
        (Rata.KIRI, Rata.KIRI, Rata.KIRI, Rata.KIRI, Rata.KANAN, Rata.KANAN, Rata.KIRI), (0, 0, 0, 0, 0, 0, 1),
        strict=True,
    )
)  # fmt: skip


class BelumDibayar(Anak):
    """Chips per purse, a figure per age, the rows, and the way on: the list, the card, a rapel."""

    bantuan, panduan = text.UMUR_BANTUAN, "insentif#Melihat ke belakang"

    def __init__(self, host: Host, pilih: str = "") -> None:
        """``pilih`` is the row to begin with."""
        super().__init__()
        self._host, self._pilih = host, pilih
        self._umur: Umur | None = None
        self._job: Job | None = None
        self._chips = ChipRow([(SEMUA, text.SEMUA)])
        set_shown(self._chips, False)
        self._ember = -1
        self._kalimat = Notice("")
        self._cari = FilterField(text.CARI)
        self._kartu = [KartuAngka(text.EMBER.format(ember=kata)) for kata in umur.EMBER]
        self._tabel = DataTable(KOLOM)
        self._panel = SidePanel(270)
        self._jumlah = Label("", Gaya.TEBAL)
        self._total = Label("", Gaya.SUBJUDUL)
        self._rapel = PrimaryButton(text.SUSUN_RAPEL, "Ctrl+N", on=self._draw_up)
        self._tempat_chips = QVBoxLayout()
        self._tempat_chips.addWidget(self._chips)
        self._chips.dipilih.connect(lambda _kunci: self._fill())
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = theme_of(self)
        angka, bawah = QHBoxLayout(), QHBoxLayout()
        for baris in (angka, bawah):
            baris.setSpacing(theme.px(10))
        for kartu in self._kartu:
            angka.addWidget(kartu, 1)
        for widget in (self._jumlah, Label(text.UMUR_TOTAL), self._total):
            bawah.addWidget(widget)
        bawah.insertStretch(1, 1)
        saring = QHBoxLayout()
        saring.setSpacing(theme.px(10))
        saring.addLayout(self._tempat_chips, 1)
        saring.addWidget(self._cari)
        tata = page_column(self)
        tata.addWidget(
            self.kepala(
                text.UMUR,
                SecondaryButton(text.EXCEL, "Alt+E", on=self._excel),
                SecondaryButton(text.CETAK, "Ctrl+P", on=self._print),
                self._rapel,
            )
        )
        tata.addWidget(self._kalimat)
        tata.addLayout(angka)
        tata.addLayout(saring)
        tata.addLayout(table_beside(self._tabel, self._panel), 1)
        tata.addLayout(bawah)

    def _connect(self) -> None:
        self.setFocusProxy(self._tabel)
        self._tabel.attach_filter(self._cari)
        self._cari.berubah.connect(lambda _kata: self._fill())
        self._tabel.selected.connect(lambda _id: self._show_panel())
        self._tabel.opened.connect(lambda _id: self._open())
        for ke, kartu in enumerate(self._kartu):
            kartu.clicked.connect(partial(self._choose_age, ke))

    def tempat(self) -> str:
        """Return the key of this page."""
        return "umur"

    def load(self) -> None:
        """Count again in the background."""
        host = self._host

        def hitung() -> Umur:
            return umur.hitung(host.store.reader(), lingkup=(host.lingkup,), hari=host.today)

        if self._job is not None:
            self._job.cancel()
        self._job = host.jobs.run(hitung, apa=text.UMUR_MENGHITUNG, done=self._show, failed=host.tell, owner=self)

    def _show(self, hasil: Umur) -> None:
        self._umur = hasil
        self._make_chips(hasil)
        kalimat = hasil.kalimat if hasil.baris else "" if self._belum_ada else text.UMUR_KOSONG_ISI
        cair = [k for k in hasil.komponen if k.sp2d_jumlah]
        ekor = [text.SP2D_RINGKAS.format(orang=k.sp2d_orang, jumlah=rupiah.uang(k.sp2d_jumlah)) for k in cair]
        self._kalimat.set(" ".join((kalimat, *ekor)), Role.PERHATIAN if hasil.baris else Role.BAIK)
        self._fill()
        self._tabel.select(self._pilih)
        self._pilih = ""
        self._tabel.begin()

    def _make_chips(self, hasil: Umur) -> None:
        self._chips.ganti([(SEMUA, text.SEMUA), *((k.komponen_id, k.komponen) for k in hasil.komponen)])
        banyak = {k.komponen_id: sum(b.komponen_id == k.komponen_id for b in hasil.baris) for k in hasil.komponen}
        self._chips.set_jumlah(banyak | {SEMUA: len(hasil.baris)})
        set_shown(self._chips, True)

    # what is shown

    def _shown(self) -> list[BarisUmur]:
        if self._umur is None:
            return []
        dompet, dicari, ke = self._chips.kunci, kunci_cari(self._cari.text()), self._ember
        return [
            b
            for b in self._umur.baris
            if dompet in (SEMUA, b.komponen_id)
            and dicari in kunci_cari(f"RT {b.nomor_rt} RT {b.nomor_rt.lstrip('0')} {b.nama}")
            and (ke < 0 or b.ember[ke])
        ]

    def _fill(self) -> None:
        tampak = self._shown()
        dompet = self._chips.kunci
        for ke, kartu in enumerate(self._kartu):
            semua = [b for b in (self._umur.baris if self._umur else ()) if dompet in (SEMUA, b.komponen_id)]
            isi = [b for b in semua if b.ember[ke]]
            jumlah = rupiah.uang(sum(b.ember[ke] for b in isi))
            kartu.set(jumlah, text.EMBER_ISI.format(orang=len({b.masa_id for b in isi})))
        self._tabel.set_rows([_baris(b) for b in tampak])
        if not tampak:
            self._tabel.set_empty(self._kosong())
        orang = len({b.masa_id for b in tampak})
        self._jumlah.setText(text.UMUR_JUMLAH.format(n=orang, baris=len(tampak)))
        self._total.setText(rupiah.uang(sum(b.jumlah for b in tampak)))
        set_shown(self._rapel, any(not b.nomor for b in tampak))
        self._show_panel()

    @property
    def _belum_ada(self) -> bool:
        """Whether there is nothing that could be owed: no component with a tariff."""
        return not any(k.tarif for k in queries.komponen(self._host.store.reader(), lingkup=self._host.lingkup))

    def _kosong(self) -> EmptyState:
        if self._cari.text() or self._ember >= 0:
            return EmptyState(text.TAK_KETEMU)
        if self._belum_ada:
            ke = Aksi(text.KE_KETETAPAN, partial(self._host.go, "insentif", "lain/ketetapan"), utama=True)
            return EmptyState(text.UMUR_BELUM, text.UMUR_BELUM_ISI, ke)
        return EmptyState(text.UMUR_KOSONG, text.UMUR_KOSONG_ISI)

    def _choose_age(self, ke: int) -> None:
        """Show only the rows of an age; the same figure again shows all."""
        self._ember = -1 if self._ember == ke else ke
        self._fill()
        self._tabel.setFocus()

    @property
    def _kini(self) -> BarisUmur | None:
        id = self._tabel.current_id()
        return next((b for b in self._shown() if _id(b) == id), None)

    def _show_panel(self) -> None:
        b = self._kini
        if b is None:
            self._panel.set(text.UMUR_PANEL, "", (text.UMUR_PANEL_ISI,))
            return
        isi = [f"{b.sebab[:1].upper()}{b.sebab[1:]}." if b.sebab else ""]
        isi += [text.MANTAN_ISI] if b.mantan else []
        isi += [text.SP2D_HARI.format(n=b.sp2d_hari)] if b.sp2d_hari is not None else []
        isi += _rinci(b)
        isi += [] if b.nomor or b.acara else [text.RAPEL_ISI]
        self._panel.set(f"RT {b.nomor_rt} · {b.nama}", b.komponen, [i for i in isi if i], self._aksi(b))

    def _aksi(self, b: BarisUmur) -> list[Aksi]:
        aksi = [Aksi(text.KE_DAFTAR.format(nomor=n), partial(self._host.go, "insentif", n)) for n in b.nomor]
        if not b.nomor:
            kata = text.SUSUN_ACARA_INI if b.acara else text.SUSUN_RAPEL_INI
            aksi.append(Aksi(kata.format(komponen=b.komponen), self._draw_up))
        return [*aksi, Aksi(text.KE_KARTU.format(rt=b.nomor_rt), self._open)]

    def _open(self) -> None:
        """Enter goes to the card of the row."""
        b = self._kini
        if b is not None:
            self._host.go("insentif", f"lain/kartu:{b.jabatan_id}@umur:{_id(b)}")

    # acts

    def _draw_up(self) -> None:
        """Draw up one list of everything that the purse of this row owes and that is on no list."""
        b = self._kini
        baris = [lain for lain in self._shown() if not lain.nomor]
        if b is None or b.nomor:
            b = baris[0] if baris else None
        if b is None:
            return
        host, dompet = self._host, b.komponen_id
        try:
            rapel = _rapel([lain for lain in self._semua_baris() if lain.komponen_id == dompet and not lain.nomor])
        except InputSalah as exc:
            host.tell(exc)
            return
        host.act(
            partial(ops.susun, host.store, host.lingkup, rapel, b.komponen),
            said=lambda nomor: text.RAPEL_TERSUSUN.format(nomor=nomor),
            done=lambda nomor: host.go("insentif", str(nomor)), owner=self, doing=text.MENYUSUN_RAPEL,
        )  # fmt: skip

    def _semua_baris(self) -> Sequence[BarisUmur]:
        return self._umur.baris if self._umur is not None else ()

    def _excel(self) -> None:
        if self._umur is not None:
            simpan.tabel(self, self._host, text.UMUR_NAMA, partial(umur.tabel, self._umur))

    def _print(self) -> None:
        if self._umur is not None:
            simpan.cetak(self, self._host, text.UMUR, text.UMUR_NAMA, partial(umur.tabel, self._umur))


def _rapel(baris: Sequence[BarisUmur]) -> periode.Periode:
    """Return the rapel (or the one month) from the first to the last unpaid month. Raises InputSalah."""
    bulan = sorted(b for satu in baris for b, _ in satu.bulan)
    return periode.gabung(bulan[0], bulan[-1])


def _rinci(b: BarisUmur) -> list[str]:
    """Say the months by their amount: ``Januari s.d. Juli 2020: Rp200.000 sebulan``."""
    per_jumlah: dict[int, list[str]] = {}
    for bulan, n in b.bulan:
        per_jumlah.setdefault(n, []).append(bulan)
    kata = text.RINCI_ACARA if b.acara else text.RINCI
    return [
        kata.format(bulan=periode.rentang_tahun(tuple(bulan)), jumlah=rupiah.uang(n)) for n, bulan in per_jumlah.items()
    ]


def bulan_pendek(bulan: tuple[str, ...]) -> str:
    """Return months for a narrow column: ``Jan–Jul 2020``."""
    kata = periode.rentang_tahun(bulan).replace(" s.d. ", "–")
    for nama in tanggal.NAMA_BULAN:
        kata = kata.replace(nama, nama[:3])
    return kata


def _id(b: BarisUmur) -> str:
    return f"{b.komponen_id}|{b.masa_id}"


def _baris(b: BarisUmur) -> Baris:
    nama = text.MANTAN.format(nama=b.nama) if b.mantan else b.nama
    bulan = bulan_pendek(tuple(bulan for bulan, _ in b.bulan))
    lama = text.UMUR_BULAN.format(n=b.umur) if b.umur else text.UMUR_SATU
    sel = (f"RT {b.nomor_rt}", nama, b.komponen, bulan, rupiah.titik(b.jumlah), lama, b.sebab)
    return Baris(_id(b), sel, (None, None, None, None, None, Role.SALAH if b.ember[3] else Role.PERHATIAN))
