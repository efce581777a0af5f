"""The inputs of a proposal."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from sipokat_desktop.kernel import rupiah, volume
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.usulan import queries, rules
from sipokat_desktop.modules.usulan import text as usulan
from sipokat_desktop.modules.usulan.model import Usulan
from ui.kit.days import pendek
from ui.kit.form import Form, Isian, Jenis
from ui.kit.host import Host

from . import text_lembar as text

TETAP = ("kategori", "tahun", "tanggal", "opd")
"""What the next proposal has in common with the one just recorded."""
_KELURAHAN = "kelurahan"
_CONTOH_SATUAN = 6


def butir(host: Host, lingkup: str, *, baru: bool) -> tuple[Isian, ...]:
    """Return the inputs in the order in which they are typed; the day it was proposed only of a new one."""
    satuan = ", ".join(queries.satuan(host.store.reader())[:_CONTOH_SATUAN])
    hari = (Isian("tanggal", text.L_TANGGAL, Jenis.TANGGAL, contoh="2/12/2026", wajib=True),) if baru else ()
    return (
        Isian("kategori", text.L_KATEGORI, Jenis.PILIHAN, wajib=True, pilihan=tuple(usulan.KATEGORI.items()),
              bentang=2),
        Isian("jabatan_id", text.L_RT, Jenis.PILIHAN, contoh=text.C_RT, wajib=True, pilihan=_rt(host, lingkup),
              bentang=2),
        Isian("judul", text.L_JUDUL, contoh=text.C_JUDUL, wajib=True, bentang=2),
        Isian("lokasi", text.L_LOKASI, contoh=text.C_LOKASI, bentang=2),
        Isian("volume", text.L_VOLUME, contoh=text.C_VOLUME, periksa=_volume),
        Isian("satuan", text.L_SATUAN, contoh=text.C_SATUAN, bantuan=text.SATUAN_BANTUAN.format(daftar=satuan)),
        Isian("biaya", text.L_BIAYA, Jenis.RUPIAH, contoh=text.C_BIAYA),
        Isian("kk", text.L_KK, Jenis.ANGKA, contoh=text.C_KK),
        Isian("manfaat", text.L_MANFAAT, contoh=text.C_MANFAAT, bentang=2),
        Isian("opd", text.L_OPD, contoh=text.C_OPD),
        Isian("prioritas", text.L_PRIORITAS, Jenis.ANGKA, contoh="1", bantuan=text.PRIORITAS_BANTUAN),
        Isian("tahun", text.L_TAHUN, Jenis.ANGKA, contoh="2027", wajib=True),
        *hari,
        Isian("pengusul", text.L_PENGUSUL, bantuan=text.PENGUSUL_BANTUAN),
        Isian("catatan", text.L_CATATAN, bentang=1 if baru else 2),
        Isian("uraian", text.L_URAIAN, Jenis.PANJANG, contoh=text.C_URAIAN, bentang=4),
    )  # fmt: skip


def _rt(host: Host, lingkup: str) -> tuple[tuple[str, str], ...]:
    """Return the RT of a kelurahan with their heads, and the kelurahan itself as the last."""
    semua = rt.roster(host.store.reader(), lingkup=lingkup, hari=host.today)
    pilihan = {
        b.jabatan_id: (text.SATU_RT if b.nama else text.RT_KOSONG).format(rt=b.nomor, nama=b.nama) for b in semua
    }
    return (*pilihan.items(), (_KELURAHAN, text.L_KELURAHAN))


def _volume(teks: str) -> str:
    """Return why a typed volume is wrong."""
    from sipokat_desktop.kernel.errors import InputSalah

    try:
        volume.baca(teks)
    except InputSalah as salah:
        return salah.pesan
    return ""


def tersimpan(nilai: dict[str, str]) -> dict[str, str]:
    """Return what was typed as the operations take it: no RT for the kelurahan's own."""
    jabatan_id = nilai.get("jabatan_id", "")
    return nilai | {"jabatan_id": "" if jabatan_id == _KELURAHAN else jabatan_id}


def awal(u: Usulan) -> dict[str, str]:
    """Return what is saved of a proposal as people type it."""
    nilai = {satu: getattr(u, satu) for satu in rules.ISIAN}
    teks = {satu: "" if isi is None else str(isi) for satu, isi in nilai.items()}
    return teks | {
        "volume": "" if u.volume is None else volume.tulis(u.volume),
        "biaya": "" if u.biaya is None else rupiah.titik(u.biaya),
        "jabatan_id": u.jabatan_id or _KELURAHAN,
    }


def hari_ini(host: Host) -> str:
    """Return today as people type it."""
    return pendek(host.today.isoformat())


def lengkapi(host: Host, isi: Form) -> None:
    """Complete the name of an office as it is typed, from those typed before, as a sheet does."""
    field = isi.field("opd")
    if isinstance(field, QLineEdit):
        pelengkap = QCompleter(queries.opd(host.store.reader()), field)
        pelengkap.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        pelengkap.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(pelengkap)
