"""What an opened event offers under *Tindakan*: the likeliest next step first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.bimtek import ops
from sipokat_desktop.modules.bimtek.model import Kegiatan
from ui.kit.dialog import Sheet
from ui.kit.form import Isian
from ui.kit.formulir import Formulir, Nilai, Work, buka
from ui.kit.host import Host

from . import text_tindakan as text
from .boleh import larangan_catat, larangan_ubah
from .tanya import tanya

if TYPE_CHECKING:
    from .detail import Detail
    from .kepala import Pilihan


def pilihan(d: Detail, host: Host) -> list[Pilihan]:
    """Return the words of the menu and what each does."""
    isi = d.isi
    k = isi.kegiatan
    semua: list[Pilihan] = _catat(d) if not larangan_catat(host, k) else []
    semua += [(t.kata, partial(host.go, t.page, t.id)) for t in host.links(f"bimtek:{k.kegiatan_id}")]
    if not larangan_ubah(host, k):
        semua += _sendiri(d, host)
    return [*semua, (text.RIWAYAT, partial(_riwayat, d, host)), (text.SAMPAH, partial(_sampah, d, host))]


def _catat(d: Detail) -> list[Pilihan]:
    """Return what records who came, and who is invited."""
    isi = d.isi
    semua: list[Pilihan] = []
    if isi.sesi:
        semua += [(text.PINTU, d.pintu.buka)]
    if isi.sesi and isi.undangan:
        semua += [
            (text.BERURUTAN, d.tandai.ganti_cara),
            (text.LEMBAR, d.lakukan.lembar_kertas),
            (text.SISA, d.lakukan.sisa),
        ]
    semua += [(text.UNDANG, d.undangan.buka), (text.UNDANG_LEMBAR, d.undangan.dari_lembar)]
    if isi.usang:
        semua.append((text.SESUAIKAN.format(n=isi.usang), d.undangan.segarkan))
    return semua


def _sendiri(d: Detail, host: Host) -> list[Pilihan]:
    """Return what the office that holds the event may do with it."""
    k = d.isi.kegiatan
    store = host.store
    ubah: Pilihan = (text.UBAH, partial(_ubah, d, host))
    hapus_: Pilihan = (text.HAPUS, partial(hapus, d, host, k))
    if not k.terbuka:
        buka_ = partial(ops.buka_lagi, store, k.kegiatan_id)
        return [(text.BUKA_LAGI, partial(host.act, buka_, said=text.DIBUKA.format(nama=k.nama))), ubah, hapus_]
    tutup = partial(ops.selesai, store, k.kegiatan_id)
    return [
        ubah,
        (text.SELESAI, partial(host.act, tutup, said=text.DITUTUP.format(nama=k.nama))),
        (text.BATALKAN, partial(batalkan, d, host, k)),
        hapus_,
    ]


def _ubah(d: Detail, host: Host) -> None:
    from . import kegiatan_lembar

    kegiatan_lembar.ubah(d, host, d.isi.kegiatan)


def batalkan(parent: QWidget, host: Host, k: Kegiatan) -> Sheet:
    """Ask why the event does not take place, and say so."""

    def kerja(nilai: Nilai) -> Work:
        return partial(ops.batalkan, host.store, k.kegiatan_id, alasan=nilai["alasan"])

    isian = (Isian("alasan", text.ALASAN, contoh=text.ALASAN_CONTOH, wajib=True),)
    f = Formulir(
        text.BATAL_JUDUL.format(nama=k.nama), isian, kerja, text.DIBATALKAN.format(nama=k.nama),
        utama=text.BATAL_UTAMA, lebar=520, sub=text.BATAL_ISI, kedua=text.TIDAK_JADI,
    )  # fmt: skip
    return buka(parent, host, f)


def hapus(parent: QWidget, host: Host, k: Kegiatan) -> Sheet:
    """Ask, then delete the event with its sessions and invitations; one with attendance stays, which is said."""
    return tanya(
        parent, host, text.HAPUS_JUDUL.format(nama=k.nama), text.HAPUS_ISI, utama=text.HAPUS_UTAMA,
        work=partial(ops.hapus_kegiatan, host.store, k.kegiatan_id), said=text.DIHAPUS.format(nama=k.nama),
    )  # fmt: skip


def _riwayat(d: Detail, host: Host) -> None:
    from ui.kit.riwayat import buka as buka_riwayat

    k = d.isi.kegiatan
    ids = [k.kegiatan_id, *(s.sesi_id for s in d.isi.sesi)]
    buka_riwayat(d, host, ids, text.RIWAYAT_JUDUL.format(nama=k.nama))


def _sampah(d: Detail, host: Host) -> None:
    from ui.kit.sampah import buka as buka_sampah

    from . import TABLES

    buka_sampah(d, host, [t for t in TABLES if t.startswith("bimtek")])
