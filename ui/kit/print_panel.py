"""The choices beside a preview: paper, printer, copies, pages; read as one value to print."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sipokat_desktop.kernel.errors import InputSalah
from ui.kit import text
from ui.kit.choice import ChoiceField
from ui.kit.form import Form, Isian, Jenis
from ui.kit.labels import Notice
from ui.kit.printing import KERTAS_MM, Cetakan
from ui.kit.theme import Role

_RANGKAP_TERBANYAK = 99


class PrintPanel(QWidget):
    """A form with the choices, and the sentence that stands there when no printer is installed.

    ``bentuk`` are the forms that the document can take, as pairs of value and words; the first is shown at first;
    ``nama_bentuk`` is the label over them.
    """

    def __init__(
        self, kertas: str, parent: QWidget | None = None, *, bentuk: Sequence[tuple[str, str]] = (),
        nama_bentuk: str = text.BENTUK,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        papers = tuple((name, text.UKURAN_KERTAS[name]) for name in KERTAS_MM)
        forms = [Isian("bentuk", nama_bentuk, Jenis.PILIHAN, wajib=True, pilihan=tuple(bentuk))] if bentuk else []
        self.form = Form(
            [
                *forms,
                Isian("kertas", text.KERTAS, Jenis.PILIHAN, wajib=True, pilihan=papers),
                Isian("printer", text.PRINTER, Jenis.PILIHAN, text.MENCARI_PRINTER, wajib=True),
                Isian("rangkap", text.RANGKAP, Jenis.ANGKA, wajib=True),
                Isian("halaman", text.HALAMAN, contoh=text.HALAMAN_CONTOH),
            ]
        )
        self._none = Notice("")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._none)
        box.addWidget(self.form)
        self.form.isi({"kertas": kertas, "rangkap": "1", **({"bentuk": bentuk[0][0]} if bentuk else {})})

    @property
    def kertas(self) -> str:
        """Paper chosen: "F4" or "A4"."""
        return self.form.nilai()["kertas"]

    @property
    def bentuk(self) -> str:
        """Form chosen, "" where the document has only one."""
        return self.form.nilai().get("bentuk", "")

    @property
    def printer(self) -> str:
        """Printer chosen, "" for none."""
        return self.form.nilai()["printer"]

    def set_kertas(self, kertas: str) -> None:
        """Show the paper that the document was made for."""
        self.form.field("kertas").isi(kertas)

    def set_bentuk(self, bentuk: str) -> None:
        """Show the form that the document has; nothing where it has only one."""
        if bentuk:
            self.form.field("bentuk").isi(bentuk)

    def set_printers(self, names: Sequence[str], ingatan: str) -> None:
        """Offer these printers, the remembered one first of all; say what to do when there is none."""
        field = self.form.field("printer")
        if isinstance(field, ChoiceField):
            field.setPlaceholderText(text.PILIH_PRINTER if names else text.BELUM_ADA_PRINTER)
            field.ganti_pilihan([(name, name) for name in names])
        if names:
            field.isi(ingatan if ingatan in names else names[0])
        self._none.set("" if names else text.TANPA_PRINTER, Role.PERHATIAN)
        for kunci in ("printer", "rangkap", "halaman"):
            self.form.field(kunci).setEnabled(bool(names))

    def read(self, jumlah_halaman: int) -> Cetakan:
        """Return what is chosen for a document of ``jumlah_halaman`` pages.

        Raises InputSalah (fields ``rangkap``, ``halaman``).
        """
        nilai = self.form.nilai()
        rangkap = nilai["rangkap"]
        if not (rangkap.isascii() and rangkap.isdigit() and 1 <= int(rangkap) <= _RANGKAP_TERBANYAK):
            raise InputSalah("rangkap", text.RANGKAP_SALAH)
        dari, sampai = _pages(nilai["halaman"], jumlah_halaman)
        return Cetakan(nilai["kertas"], int(rangkap), dari, sampai)


def _pages(teks: str, jumlah: int) -> tuple[int, int]:
    """Return first and last page of "", "3" or "2-5". Raises InputSalah."""
    if not teks or teks.casefold() == "semua":
        return 1, jumlah
    ends = [part.strip() for part in teks.replace("–", "-").split("-")]
    if len(ends) <= 2 and all(part.isascii() and part.isdigit() for part in ends):
        dari, sampai = int(ends[0]), int(ends[-1])
        if 1 <= dari <= sampai <= jumlah:
            return dari, sampai
    raise InputSalah("halaman", text.HALAMAN_SALAH.format(n=jumlah))
