"""The dialogs on the amounts of a line: set by hand before the locking, refunded after the payment."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from sipokat_desktop.kernel import periode, rupiah, tanggal
from sipokat_desktop.modules.insentif import koreksi as ops_koreksi
from sipokat_desktop.modules.insentif import susun as penyusunan
from sipokat_desktop.modules.insentif.queries import Baris, baca_rincian
from ui.kit.buttons import Aksi
from ui.kit.form import Isian, Jenis
from ui.kit.formulir import Formulir, Nilai, Work, buka
from ui.kit.host import Host

from . import text_hidup as text
from .bulan import LAJUR, baca_bulan, isian_bulan
from .isi import Isi


def khusus(parent: QWidget, host: Host, isi: Isi, b: Baris) -> None:
    """Ask for amounts that replace what the rules say, why, and who decided."""
    nomor = isi.daftar.nomor
    ditetapkan = dict(baca_rincian(b.khusus))
    isian = (
        *isian_bulan(isi, dict(b.rincian)),
        Isian("oleh", text.KHUSUS_OLEH, contoh=text.KHUSUS_OLEH_CONTOH, wajib=True, bentang=LAJUR),
        Isian("alasan", text.ALASAN, Jenis.PANJANG, contoh=text.KHUSUS_ALASAN_CONTOH, wajib=True, bentang=LAJUR),
    )
    awal = {bulan: rupiah.titik(n) for bulan, n in ditetapkan.items()} | {"oleh": b.oleh, "alasan": b.alasan}

    def kerja(nilai: Nilai) -> Work:
        return partial(
            penyusunan.tetapkan_khusus, host.store, nomor, masa_id=b.masa_id, rincian=baca_bulan(nilai),
            alasan=nilai["alasan"], oleh=nilai["oleh"],
        )  # fmt: skip

    def lepas() -> None:
        sheet.buang()
        work = partial(penyusunan.tetapkan_khusus, host.store, nomor, masa_id=b.masa_id, rincian={}, alasan="", oleh="")
        host.act(work, said=text.KHUSUS_DILEPAS.format(rt=b.nomor_rt))

    f = Formulir(
        text.KHUSUS_JUDUL.format(rt=b.nomor_rt, nama=b.nama), isian, kerja,
        text.KHUSUS_SELESAI.format(rt=b.nomor_rt), awal, utama=text.KHUSUS_UTAMA, lebar=620, lajur=LAJUR,
        sub=text.KHUSUS_SUB,
    )  # fmt: skip
    sheet = buka(parent, host, f, *([Aksi(text.KHUSUS_LEPAS, lepas)] if b.khusus else []))


def kembalikan(parent: QWidget, host: Host, isi: Isi, b: Baris) -> None:
    """Ask for the STS of money that came back."""
    semua = (("", text.KEMBALIKAN_SEMUA_BULAN), *((m, periode.nama_bulan(m)) for m, n in b.terbayar if n))
    isian = [
        Isian("sts", text.KEMBALIKAN_STS, contoh=text.KEMBALIKAN_STS_CONTOH, wajib=True),
        Isian("tanggal", text.KEMBALIKAN_TANGGAL, Jenis.TANGGAL, text.TANGGAL_CONTOH, wajib=True),
        Isian("alasan", text.ALASAN, Jenis.PANJANG, contoh=text.KEMBALIKAN_CONTOH, wajib=True),
    ]
    if not b.lebih and len(semua) > 2:
        isian.insert(2, Isian("bulan", text.KEMBALIKAN_BULAN, Jenis.PILIHAN, pilihan=semua))
    akibat = text.KEMBALIKAN_LEBIH.format(lebih=rupiah.uang(b.lebih)) if b.lebih else text.KEMBALIKAN_SEMUA
    sub = text.KEMBALIKAN_SUB.format(
        dibayar=rupiah.uang(b.dibayar), diterima=rupiah.uang(b.diterima), akibat=akibat
    )  # fmt: skip

    def kerja(nilai: Nilai) -> Work:
        bulan = nilai.get("bulan", "")
        return partial(
            ops_koreksi.kembalikan, host.store, isi.daftar.nomor, b.no, sts=nilai["sts"],
            tanggal=tanggal.baca(nilai["tanggal"], "tanggal"), alasan=nilai["alasan"], bulan=(bulan,) if bulan else (),
        )  # fmt: skip

    f = Formulir(
        text.KEMBALIKAN_JUDUL.format(rt=b.nomor_rt, nama=b.nama), tuple(isian), kerja,
        text.KEMBALIKAN_SELESAI.format(rt=b.nomor_rt), {"tanggal": tanggal.pendek(host.today)},
        utama=text.KEMBALIKAN_UTAMA, lebar=520, sub=sub,
    )  # fmt: skip
    buka(parent, host, f)
