"""What this office may do with an event: change it, invite to it and record who came, or only look on."""

from __future__ import annotations

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.bimtek import rules
from sipokat_desktop.modules.bimtek.model import Kegiatan
from ui.kit.host import Host

from . import text_catat as text


def boleh_catat(host: Host, lingkup: str) -> str:
    """Return why this office may not invite to an event of the office ``lingkup`` nor record who came; "" = may."""
    if rules.boleh_mengundang(lingkup, host.kantor):
        return ""
    return text.BACA_SAJA.format(kantor=wilayah.nama_kantor(lingkup))


def larangan_catat(host: Host, k: Kegiatan) -> str:
    """Return why nothing can be recorded of an event here and now; "" = it can."""
    return boleh_catat(host, k.lingkup) or ("" if k.terbuka else text.SUDAH_TUTUP)


def larangan_ubah(host: Host, k: Kegiatan) -> str:
    """Return why this office may not change an event and its sessions; "" = it may."""
    return host.larangan("bimtek_kegiatan", lingkup=k.lingkup)


def utuh(host: Host, k: Kegiatan) -> bool:
    """Tell whether this office has all people of an event, so that papers with its figures are true here."""
    return host.di_kota or k.lingkup == host.kantor
