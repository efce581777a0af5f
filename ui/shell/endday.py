"""*Akhiri hari*: the card of Beranda that ends the day, with its steps and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import tanggal
from ui.kit.buttons import Aksi, PrimaryButton
from ui.kit.cards import Butir, Card, Keadaan, ProgressLine, panel_width
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.theme import Role, theme_of

from . import text

if TYPE_CHECKING:
    from ui.kit.host import Host

    from .autosync import AutoSync
    from .port import Day, Office, Summary

LANGKAH = (text.L_PERIKSA, text.L_CADANGAN, text.L_KIRIM, text.L_BUKTI)


class EndDay(Card):
    """Check, back up, sync, keep the receipt; ``after`` is called when a day has ended, for its figures are new."""

    def __init__(self, host: Host, office: Office, sync: AutoSync, after: Callable[[], object]) -> None:
        super().__init__(margin=14, spacing=10)
        self._host, self._office, self._sync, self._after = host, office, sync, after
        self.setFixedWidth(panel_width(theme_of(self), 320))
        self._kemajuan = ProgressLine()
        self._hasil = Notice("")
        self.button = PrimaryButton(text.AKHIRI, "Ctrl+Enter", on=self.end_day)
        isi = (Label(text.AKHIRI, Gaya.SUBJUDUL), Label(text.AKHIRI_ISI, lipat=True))
        for bagian in (*isi, self.button, self._kemajuan, self._hasil):
            self.add(bagian)
        self.add_stretch()
        self._rest()
        sync.stage.connect(self._step)
        sync.ended.connect(self._ended)

    def end_day(self) -> None:
        """End the day, unless that is under way."""
        if not self.button.isEnabled():
            return
        self._hasil.set("")
        self._rest()
        self.button.setEnabled(False)
        self._sync.end_day(self._office.end_day)

    def _rest(self) -> None:
        self._kemajuan.set([Butir(kata, Keadaan.NANTI) for kata in LANGKAH])

    def _step(self, stage: str) -> None:
        if self.button.isEnabled():
            return
        ke = next((i for i, awal in enumerate(("Memeriksa", "Membuat")) if stage.startswith(awal)), 2)
        self._mark(ke, stage)

    def _mark(self, ke: int, kini: str) -> None:
        butir = []
        for i, kata in enumerate(LANGKAH):
            keadaan = Keadaan.SELESAI if i < ke else Keadaan.BERJALAN if i == ke else Keadaan.NANTI
            butir.append(Butir(kini if i == ke else kata, keadaan))
        self._kemajuan.set(butir)

    def _ended(self, day: Day | None) -> None:
        self.button.setEnabled(True)
        if day is None:
            self._rest()
            return
        salah = [finding.kalimat for finding in day.findings if not finding.ok]
        kirim = Keadaan.SELESAI if day.summary else Keadaan.GAGAL
        kini = self._host.store.clock()
        self._kemajuan.set(
            [
                Butir(text.L_PERIKSA, Keadaan.GAGAL if salah else Keadaan.SELESAI),
                Butir(f"{text.L_CADANGAN} {tanggal.waktu(kini, kini)}", Keadaan.SELESAI),
                Butir(text.L_KIRIM, kirim),
                Butir(text.L_BUKTI, kirim),
            ]
        )
        self._say(day, salah)
        self._after()

    def _say(self, day: Day, salah: list[str]) -> None:
        messages = self._host.messages
        if salah:
            messages.salah(text.SALAH_PERIKSA.format(hal=" ".join(salah)))
        elif day.summary:
            self._hasil.set(*_sentence(day.summary))
            messages.berhasil(text.SELESAI_HARI, Aksi(text.LIHAT_BUKTI, lambda: self._host.go("sinkron")))
        elif self._office.status().enrolled:
            sebab = text.SELESAI_TANPA_KOTA.format(sebab=day.trouble)
            messages.perhatian(sebab, Aksi(text.COBA_LAGI, self.end_day))
        else:
            messages.perhatian(text.SELESAI_LEPAS, Aksi(text.DAFTARKAN, lambda: self._host.go("sinkron")))


def _sentence(summary: Summary) -> tuple[str, Role]:
    kalimat = text.SINKRON_SELESAI if summary.matching else text.SINKRON_BEDA
    hasil = kalimat.format(terkirim=summary.sent, diterima=summary.received)
    if summary.stuck:
        return f"{hasil} {text.TERTAHAN.format(n=summary.stuck)}", Role.PERHATIAN
    if summary.photos and summary.photos.left:
        return f"{hasil} {text.FOTO_SISA.format(n=summary.photos.left)}", Role.PERHATIAN
    return hasil, Role.BAIK if summary.matching else Role.PERHATIAN
