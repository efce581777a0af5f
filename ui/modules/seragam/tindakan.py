"""What an opened purchase offers under *Tindakan*: the likeliest next step first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sipokat_desktop.modules.seragam import ops
from ui.kit.host import Host
from ui.kit.riwayat import buka as buka_riwayat

from . import text_tindakan as text

if TYPE_CHECKING:
    from .detail import Detail
    from .kepala import Pilihan


def pilihan(d: Detail, host: Host) -> list[Pilihan]:
    """Return the words of the menu and what each does."""
    p = d.isi.pengadaan
    if p.selesai:
        semua: list[Pilihan] = []
    else:
        semua = [
            (text.ISI_UKURAN, d.isi_ukuran),
            (text.IMPOR_UKURAN, d.impor),
            (text.TERIMA_KIRIMAN, partial(_kiriman, d, host)),
        ]
    if d.isi.sendiri:
        semua += _sendiri(d, host)
    else:
        semua.append((text.UBAH, partial(host.messages.info, text.PUNYA_KOTA)))
    return [*semua, (text.RIWAYAT, partial(_riwayat, d, host))]


def _sendiri(d: Detail, host: Host) -> list[Pilihan]:
    p = d.isi.pengadaan
    if p.selesai:
        buka = partial(ops.buka_lagi, host.store, p.pengadaan_id)
        return [(text.BUKA_LAGI, partial(host.act, buka, said=text.DIBUKA.format(nama=p.nama)))]
    tutup = partial(ops.selesai, host.store, p.pengadaan_id)
    return [
        (text.UBAH, partial(_ubah, d, host)),
        (text.SELESAI, partial(host.act, tutup, said=text.DITUTUP.format(nama=p.nama))),
    ]


def _kiriman(d: Detail, host: Host) -> None:
    from . import kiriman

    kiriman.terima(d, host, d.isi)


def _ubah(d: Detail, host: Host) -> None:
    from . import pengadaan_lembar

    pengadaan_lembar.ubah(d, host, d.isi)


def _riwayat(d: Detail, host: Host) -> None:
    p = d.isi.pengadaan
    buka_riwayat(d, host, [p.pengadaan_id], text.RIWAYAT_JUDUL.format(nama=p.nama))
