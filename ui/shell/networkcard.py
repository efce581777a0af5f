"""The part *Jaringan* of the settings: whom this computer trusts, through which proxy it goes, and a test of both."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from ui.kit.buttons import SecondaryButton
from ui.kit.cards import Butir, Keadaan, ProgressLine
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, set_shown
from ui.kit.scroll import reveal
from ui.kit.setelan import KartuSetelan
from ui.kit.theme import theme_of

from . import text
from .port import Office

if TYPE_CHECKING:
    from sync.client.network import Network
    from sync.client.probe import Step

_KEADAAN = {True: Keadaan.SELESAI, False: Keadaan.GAGAL, None: Keadaan.NANTI}


class NetworkCard(KartuSetelan):
    """What is set, in words; a button that tests it step by step, one that changes it."""

    def __init__(self, host: Host, office: Office) -> None:
        super().__init__()
        self._host, self._office = host, office
        self._isi = Label("", lipat=True)
        self._langkah = ProgressLine()
        self._saran = Label("", lipat=True)
        self._uji = SecondaryButton(text.JAR_UJI, on=self.test)
        self._atur = SecondaryButton(text.JAR_ATUR, on=self.change)
        self.add(Label(text.JAR_JUDUL, Gaya.SUBJUDUL))
        for part in (self._isi, self._langkah, self._saran):
            self.add(part)
        baris = QHBoxLayout()
        baris.setSpacing(theme_of(self).px(10))
        baris.addWidget(self._uji)
        baris.addWidget(self._atur)
        baris.addStretch(1)
        self.add_layout(baris)
        self._clear()

    def load(self) -> None:
        """Show what is set."""
        try:
            network = self._office.network()
            self._isi.setText("\n".join(_words(self._office.server, network)))
        except Gangguan as exc:
            self._isi.setText(exc.lengkap)

    def test(self) -> None:
        """Try the way to the city in the background and show every step."""
        self._clear()
        self._uji.setEnabled(False)
        self._saran.setText(text.JAR_MENGUJI)
        set_shown(self._saran, True)
        self._host.jobs.run(
            self._office.test_network, apa=text.JAR_MENGUJI, done=self._tested, failed=self._failed, owner=self
        )

    def _tested(self, steps: Sequence[Step]) -> None:
        self._uji.setEnabled(True)
        self._langkah.set([Butir(f"{s.name}: {s.kalimat}", _KEADAAN[s.ok]) for s in steps])
        set_shown(self._langkah, True)
        failed = next((s for s in steps if s.ok is False), None)
        self._saran.setText(failed.saran if failed else text.JAR_BERES)
        set_shown(self._saran, bool(self._saran.text()))
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        """Bring the whole result into view."""
        reveal(self._atur)

    def _failed(self, error: Exception) -> None:
        self._clear()
        self._uji.setEnabled(True)
        self._host.tell(error)

    def _clear(self) -> None:
        set_shown(self._langkah, False)
        set_shown(self._saran, False)

    def change(self) -> None:
        """Ask for another CA or proxy."""
        try:
            now = self._office.network()
        except Gangguan:
            from sync.client.network import Network

            now = Network()
        isi = _Inputs(now)
        sheet = Sheet(text.JAR_ATUR_JUDUL, isi, sub=text.JAR_ATUR_ISI, kotor=lambda: isi.berubah, parent=self)
        isi.form.batal.connect(sheet.reject)
        sheet.disimpan.connect(isi.form.kirim)

        def save() -> None:
            try:
                self._office.set_network(isi.network())
            except (InputSalah, Gangguan) as exc:
                sheet.gagal(exc, isi=isi.form)
                return
            sheet.accept()
            self._clear()
            self.load()
            self._host.messages.berhasil(text.JAR_DISIMPAN)

        isi.form.simpan.connect(save)
        sheet.open()


class _Inputs(QWidget):
    """The form of the proxy and, below it, the CA with its two buttons."""

    def __init__(self, now: Network) -> None:
        super().__init__()
        self._now, self._ca = now, now.ca
        self.form = Form(_ISIAN)
        self.form.isi({"proxy": now.proxy, "alamat": now.address, "user": now.user})
        if now.password:
            field = self.form.field("password")
            getattr(field, "setPlaceholderText", str)(text.JAR_SANDI_ADA)
        self._milik = Label("", lipat=True)
        self._lepas = SecondaryButton(text.JAR_CA_LEPAS, on=self._drop)
        theme = theme_of(self)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(theme.px(12))
        for part in (Label(text.JAR_CA, Gaya.TEBAL), self._milik):
            tata.addWidget(part)
        baris = QHBoxLayout()
        baris.setSpacing(theme.px(10))
        baris.addWidget(SecondaryButton(text.JAR_CA_PILIH, on=self._choose))
        baris.addWidget(self._lepas)
        baris.addStretch(1)
        tata.addLayout(baris)
        tata.addWidget(self.form)
        self.setFocusProxy(self.form)
        self._tell()

    @property
    def berubah(self) -> bool:
        """Whether something was changed and not saved."""
        return self.form.berubah or self._ca != self._now.ca

    def network(self) -> Network:
        """Return what is set here; raise InputSalah for a proxy without an address."""
        from sync.client import network

        nilai = self.form.nilai()
        match nilai["proxy"]:
            case "sendiri":
                same = nilai["user"] == self._now.user
                password = nilai["password"] or (self._now.password if same else "")
                return network.manual(nilai["alamat"], nilai["user"], password, ca=self._ca)
            case "tanpa":
                return network.Network(self._ca, "tanpa")
            case _:
                return network.Network(self._ca, "sistem")

    def _choose(self) -> None:
        nama, _ = QFileDialog.getOpenFileName(self, text.JAR_CA_PILIH, str(Path.home()), text.JAR_CA_SARING)
        if nama:
            self.use(Path(nama))

    def use(self, file: Path) -> None:
        """Take the CA in ``file``; one that is none is said here."""
        from sync.client import network

        try:
            self._ca = network.read_ca(file)
        except InputSalah as exc:
            self._milik.setText(exc.pesan)
            return
        self._tell()

    def _drop(self) -> None:
        self._ca = ""
        self._tell()

    def _tell(self) -> None:
        self._milik.setText(_trust(self._ca) if self._ca else text.JAR_CA_UMUM)
        set_shown(self._lepas, bool(self._ca))


def _words(server: str, network: Network) -> tuple[str, str, str]:
    proxy = text.JAR_PROKSI_SENDIRI.format(alamat=network.address) if network.proxy == "sendiri" else ""
    return (
        text.JAR_SERVER.format(alamat=server or text.JAR_SERVER_BELUM),
        _trust(network.ca) if network.ca else text.JAR_CA_UMUM,
        f"{proxy}{text.JAR_PROKSI_SEBAGAI.format(nama=network.user) if network.user else '.'}"
        if proxy
        else dict(text.JAR_PROKSI_KATA)[network.proxy],
    )


def _trust(ca: str) -> str:
    from sync.client import tls

    owner, ends = tls.check_ca(ca)
    return text.JAR_CA_KOTA.format(nama=owner, sampai=tls.moment(ends).partition(" pukul")[0])


_ISIAN = (
    Isian("proxy", text.JAR_PROKSI, Jenis.PILIHAN, pilihan=text.JAR_PROKSI_PILIHAN),
    Isian("alamat", text.JAR_ALAMAT, contoh=text.JAR_ALAMAT_CONTOH, bantuan=text.JAR_ALAMAT_BANTUAN),
    Isian("user", text.JAR_NAMA),
    Isian("password", text.JAR_SANDI, Jenis.PIN),
)
