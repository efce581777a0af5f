"""What the side panel of *Ketetapan* says of a row, and what can be done with it here."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.insentif import ketetapan_ops as ops
from sipokat_desktop.modules.insentif.rules import Komponen
from ui.kit.buttons import Aksi
from ui.kit.cards import SidePanel
from ui.kit.host import Host

from . import kantor, lembar, text
from .baris import Satu


def tampil(tempat: SidePanel, halaman: QWidget, host: Host, k: Komponen | None, satu: Satu) -> None:
    """Explain a row: what it is, why it may not be changed here and who can, and the buttons."""
    paragraf = [satu.rinci or satu.isi, satu.berlaku, satu.dasar]
    if k is None:
        paragraf.append(kantor.arti(satu))
    else:
        arti = text.ARTI_TARIF_ACARA if k.acara and satu.jenis == "tarif" else text.ARTI[satu.jenis]
        paragraf += [arti, *_terkunci(k, satu, host.lingkup)]
    tempat.set(satu.apa, k.nama if k else text.KANTOR, [p for p in paragraf if p], aksi(halaman, host, k, satu))


def _terkunci(k: Komponen, satu: Satu, lingkup: str) -> list[str]:
    if satu.jenis == "dana" or milik_sendiri(k, lingkup):
        return []
    if satu.jenis == "tarif" and k.terbuka:
        return [text.KUNCI_TERBUKA]
    return [text.KUNCI_KOTA]


def milik_sendiri(k: Komponen, lingkup: str) -> bool:
    """Tell whether this office laid the component down itself."""
    return k.lingkup == lingkup


def boleh_tarif(k: Komponen, lingkup: str) -> bool:
    """Tell whether this office may set a tariff of the component."""
    return milik_sendiri(k, lingkup) or k.terbuka


def aksi(halaman: QWidget, host: Host, k: Komponen | None, satu: Satu) -> list[Aksi]:
    """Return the buttons of a row, the likeliest first; none where only the city may change it."""
    if k is None:
        return kantor.aksi(halaman, host, satu)
    sendiri = milik_sendiri(k, host.lingkup)
    ubah = Aksi(text.UBAH, partial(lembar.komponen, halaman, host, k))
    match satu.jenis:
        case "tarif":
            return _tarif(halaman, host, k, satu)
        case "dana":
            tahun = int(satu.kunci)
            kata = text.DANA_UBAH.format(tahun=tahun)
            lain = Aksi(text.DANA_BARU, partial(lembar.dana, halaman, host, k, tahun + 1))
            return [Aksi(kata, partial(lembar.dana, halaman, host, k, tahun)), lain]
        case "acara" if k.acara:
            buka = partial(host.go, k.acara.sumber, k.acara.asal)
            daftar = partial(host.go, "insentif", f"lain/acara:{k.acara.sumber}:{k.acara.asal}")
            return [Aksi(text.ACARA_DAFTAR, daftar), Aksi(text.ACARA_BUKA, buka), *([ubah] if sendiri else [])]
        case "aturan" if sendiri:
            akhir = [Aksi(text.ATURAN_AKHIRI, partial(lembar.akhiri, halaman, host, k))] if k.aturan else []
            return [Aksi(text.ATURAN_BARU, partial(lembar.aturan, halaman, host, k)), *akhir, _simulasi(host)]
        case _ if sendiri:
            return [ubah, Aksi(text.HAPUS_KOMPONEN, partial(_hapus_komponen, host, k))]
    return []


def _tarif(halaman: QWidget, host: Host, k: Komponen, satu: Satu) -> list[Aksi]:
    t = next((t for t in k.tarif if t.tarif_id == satu.kunci), None)
    coba = [] if k.acara else [_simulasi(host)]
    if not boleh_tarif(k, host.lingkup) or t is None:
        return coba
    if (t.lingkup or k.lingkup) != host.lingkup:
        return [Aksi(text.TARIF_KANTOR, partial(lembar.tarif, halaman, host, k)), *coba]
    hapus = partial(ops.hapus_tarif, host.store, host.lingkup, t.tarif_id)
    return [
        Aksi(text.UBAH_TARIF, partial(lembar.tarif, halaman, host, k, lama=t)),
        Aksi(text.HAPUS_TARIF, partial(host.act, hapus, said=text.TARIF_DIHAPUS)),
        *coba,
    ]


def _simulasi(host: Host) -> Aksi:
    return Aksi(text.SIMULASI, partial(host.go, "insentif", "lain/simulasi"))


def _hapus_komponen(host: Host, k: Komponen) -> None:
    hapus = partial(ops.hapus_komponen, host.store, host.lingkup, k.komponen_id)
    host.act(hapus, said=text.KOMPONEN_DIHAPUS)
