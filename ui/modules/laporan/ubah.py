"""The sheets that change a report and copy it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.modules.laporan import ops, queries
from sipokat_desktop.modules.laporan import text as laporan
from sipokat_desktop.modules.laporan.model import Diubah, Laporan, Tercatat
from ui.kit.days import panjang
from ui.kit.dialog import Sheet
from ui.kit.form import Form, Isian
from ui.kit.formulir import Formulir, Nilai, Work, pasang
from ui.kit.formulir import buka as buka_formulir
from ui.kit.host import Host

from . import text
from .catat_isian import dari_laporan, isian_laporan, pasang_saran, untuk_engine
from .pilih_rt import PilihRt


def pilih_rt(host: Host, lingkup: str) -> PilihRt:
    """Return the RT of a kelurahan to choose from."""
    return PilihRt(queries.pilihan_rt(host.store.reader(), lingkup, host.today))


def buka(parent: QWidget, host: Host, b: Laporan, pilih: PilihRt | None = None, *, fokus: str = "") -> Sheet | None:
    """Open the sheet that changes a report; where this office may not, the reason is said."""
    sebab = host.larangan("laporan_kegiatan", "uraian", b.lingkup)
    if sebab:
        host.messages.perhatian(sebab)
        return None
    semua = pilih or pilih_rt(host, b.lingkup)
    bidang = queries.bidang_dipakai(host.store.reader(), b.lingkup)
    if b.bidang in laporan.BIDANG:
        bidang = bidang | {b.bidang: laporan.BIDANG[b.bidang]}

    def kerja(nilai: Nilai) -> Work:
        rt = semua.baca(nilai["rt"])[0]
        return partial(ops.ubah, host.store, b.laporan_id, untuk_engine(nilai), jabatan_id=rt.jabatan_id)

    f = Formulir(
        text.UBAH_JUDUL.format(rt=b.rt), isian_laporan(bidang, semua, satu=True), kerja, partial(kata_ubah, b),
        dari_laporan(b, semua), f"laporan.ubah.{b.laporan_id}", lajur=2, lebar=600, fokus=fokus or "uraian",
        siap=lambda isi: _saran(isi, host, semua),
    )  # fmt: skip
    return pasang(parent, host, f).sheet


def _saran(isi: Form, host: Host, semua: PilihRt) -> None:
    pasang_saran(isi, host, semua)


def kata_ubah(b: Laporan, hasil: object) -> str:
    """Say what a change did: that it was saved, what it cleared, what is odd."""
    assert isinstance(hasil, Diubah)
    awal = text.DIUBAH.format(rt=b.rt) if hasil.berubah else text.TAK_BERUBAH
    ragu = " ".join(satu.kalimat for satu in hasil.peringatan)
    kata = " ".join((awal, *hasil.kata))
    return kata + (text.PERHATIKAN.format(kata=ragu) if ragu else "")


def salin(parent: QWidget, host: Host, b: Laporan) -> None:
    """Open the sheet that copies a report to other RT and days."""
    sebab = host.larangan("laporan_kegiatan", "uraian", b.lingkup)
    if sebab:
        host.messages.perhatian(sebab)
        return
    semua = pilih_rt(host, b.lingkup)
    isian = (
        Isian(
            "rt", text.SALIN_RT, contoh=text.SALIN_RT_CONTOH, bantuan=text.SALIN_RT_BANTUAN, periksa=semua.salah
        ),
        Isian(
            "tanggal", text.SALIN_TANGGAL, contoh=text.SALIN_TANGGAL_CONTOH, bantuan=text.SALIN_TANGGAL_BANTUAN
        ),
    )  # fmt: skip

    def kerja(nilai: Nilai) -> Work:
        ids = [rt.jabatan_id for rt in semua.baca(nilai["rt"])] if nilai["rt"] else []
        hari = [satu for satu in nilai["tanggal"].replace(";", ",").split(",") if satu.strip()]
        return partial(ops.salin, host.store, b.laporan_id, jabatan_ids=ids, tanggal=hari)

    judul = text.SALIN_JUDUL.format(rt=b.rt, hari=panjang(b.tanggal))
    f = Formulir(judul, isian, kerja, _kata_salin, sub=text.SALIN_SUB, utama=text.SALIN_UTAMA, lebar=480)
    buka_formulir(parent, host, f)


def _kata_salin(hasil: object) -> str:
    assert isinstance(hasil, Tercatat)
    kata = text.DISALIN_LAPORAN.format(n=len(hasil.ids))
    ragu = " ".join(satu.kalimat for satu in hasil.peringatan)
    return kata + (text.PERHATIKAN.format(kata=ragu) if ragu else "")
