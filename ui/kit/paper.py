"""The preview of a paper that is made in the background, anew for other paper or another form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel.errors import InputSalah
from ui.kit import geser, text
from ui.kit.host import Host
from ui.kit.jobs import Maju

if TYPE_CHECKING:
    from sipokat_desktop.storage.store import Store
    from ui.kit.printing import Printers

Dipilih = tuple[str, str]
"""The paper and the form of a document."""
KERTAS, PRINTER = "kertas", "printer"
"""Settings: the paper and the printer used last."""


class Lembar:
    """A document on its way to the preview: made for a paper ("F4", "A4") and a form, in memory alone."""

    def __init__(
        self, parent: QWidget, host: Host, *, judul: str, nama: str, buat: Callable[..., bytes],
        bentuk: Sequence[tuple[str, str]] = (), dicetak: Callable[[], object] | None = None, maju: bool = False,
        kertas: str = "", nama_bentuk: str = text.BENTUK,
    ) -> None:  # fmt: skip
        self._nama_bentuk = nama_bentuk
        self._parent, self._host, self._judul, self._nama = parent, host, judul, nama
        self._buat, self._bentuk, self._dicetak, self._maju = buat, tuple(bentuk), dicetak, maju
        self._isi = b""
        self._kertas, self._tetap = kertas or host.store.setting(KERTAS, "F4"), bool(kertas)
        self._pilih = self._bentuk[0][0] if self._bentuk else ""
        self._jadi = self._kertas, self._pilih

    def buka(self) -> None:
        """Make the document and show it."""
        self._run(self._show, self._host.tell, self._parent)

    def _run(
        self, done: Callable[[Dipilih], object], failed: Callable[[Exception], object], owner: QWidget
    ) -> None:  # fmt: skip
        kertas, bentuk = self._kertas, self._pilih

        def tulis(**kemajuan: Maju) -> Dipilih:
            self._isi = self._buat(kertas, bentuk, **kemajuan)
            return kertas, bentuk

        self._host.jobs.run(
            tulis, apa=text.MENYIAPKAN_CETAK, maju=self._maju, done=done, failed=failed, owner=owner
        )  # fmt: skip

    def _show(self, jadi: Dipilih) -> None:
        from ui.kit.preview import Preview

        store = self._host.store
        self._dialog = dialog = Preview(
            self._judul, self._isi, kertas=jadi[0], ganti_kertas=None if self._tetap else self._other_paper,
            ingat=partial(store.set_setting, PRINTER), ingatan=store.setting(PRINTER), geser=partial(geser.baca, store),
            nama_simpan=f"{self._nama}.pdf", bentuk=self._bentuk, nama_bentuk=self._nama_bentuk,
            ganti_bentuk=self._other_form, parent=self._parent,
        )  # fmt: skip
        if (dicetak := self._dicetak) is not None:
            dialog.dicetak.connect(lambda _rangkap: dicetak())
        dialog.open()

    def _other_paper(self, kertas: str) -> None:
        self._kertas = kertas
        self._again()

    def _other_form(self, bentuk: str) -> None:
        self._pilih = bentuk
        self._again()

    def _again(self) -> None:
        self._run(self._made, self._refused, self._dialog)

    def _made(self, jadi: Dipilih) -> None:
        if jadi[0] != self._jadi[0]:
            self._host.store.set_setting(KERTAS, jadi[0])
        self._jadi = jadi
        self._dialog.pesan.tutup()
        self._dialog.muat(self._isi, jadi[0])

    def _refused(self, error: Exception) -> None:
        """Say in the preview why it stays as it is, and let the choices beside it say what is shown."""
        self._kertas, self._pilih = self._jadi
        self._dialog.panel.set_kertas(self._kertas)
        self._dialog.panel.set_bentuk(self._pilih)
        if isinstance(error, InputSalah):
            self._dialog.pesan.salah(error.pesan)
        else:
            self._host.tell(error)


def buka(
    parent: QWidget, host: Host, *, judul: str, nama: str, buat: Callable[..., bytes],
    bentuk: Sequence[tuple[str, str]] = (), dicetak: Callable[[], object] | None = None, maju: bool = False,
    kertas: str = "", nama_bentuk: str = text.BENTUK,
) -> None:  # fmt: skip
    """Show the PDF that ``buat`` makes for a paper ("F4" or "A4") and one of ``bentuk`` (pairs of value and words,
    "" where there is only one); ``dicetak`` is called once it was printed. With ``maju`` it is called with ``maju=``,
    to which it reports how far it is, and can be stopped. ``kertas`` is the paper of a document that knows
    only one, ``nama_bentuk`` the label over the forms."""
    lembar = Lembar(
        parent, host, judul=judul, nama=nama, buat=buat, bentuk=bentuk, dicetak=dicetak, maju=maju, kertas=kertas,
        nama_bentuk=nama_bentuk,
    )  # fmt: skip
    lembar.buka()


def lihat(
    parent: QWidget, store: Store, *, judul: str, isi: bytes, kertas: str, nama: str, printer: str = "",
    printers: Printers | None = None,
) -> None:  # fmt: skip
    """Show a PDF that is made already, for ``kertas`` alone; ``printer`` is offered first, else the one used last."""
    from ui.kit.preview import Preview

    Preview(
        judul, isi, kertas=kertas, ingat=partial(store.set_setting, PRINTER), ingatan=printer or store.setting(PRINTER),
        geser=partial(geser.baca, store), nama_simpan=nama, printers=printers, parent=parent,
    ).open()  # fmt: skip
