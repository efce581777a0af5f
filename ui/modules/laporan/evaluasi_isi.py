"""What *Evaluasi laporan* is asked, what it found, and which reports stand behind a bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.values import NamedTuple
from sipokat_desktop.modules.laporan import evaluasi, rakor_rentang, rentang
from sipokat_desktop.modules.laporan.evaluasi_kurun import kurun
from sipokat_desktop.modules.laporan.evaluasi_model import Bagian, Baris, Evaluasi, Rentang
from ui.kit.host import Host

from . import text_evaluasi as text

LAIN = "lain"
"""The value of the choice that asks for any days."""


_ISIAN = {
    text.PER_BIDANG: "bidang",
    text.LURAH: "lurah",
    text.CAMAT: "camat",
    text.KATEGORI: "kategori",
    text.KELURAHAN: "lingkup",
    text.RT: "jabatan_id",
}
"""What a bar of a chart, or a row of a table, says of the reports behind it."""


class Saring(NamedTuple):
    """Which reports of the list are meant: as the search filters them, and of which kelurahan or kecamatan."""

    bidang: str = ""
    jenis: str = ""
    lingkup: str = ""
    jabatan_id: str = ""
    dari: str = ""
    sampai: str = ""
    lurah: str = ""
    camat: str = ""
    kategori: str = ""
    kata: str = ""
    """What the bar is called."""


def saring(e: Evaluasi, grafik: str, kode: str) -> Saring:
    """Return the reports behind the bar ``kode`` of one of the charts (its key in text_evaluasi.py)."""
    semua = Saring(lingkup=e.lingkup, dari=e.rentang.dari, sampai=e.rentang.sampai, kata=_kata(e, grafik, kode))
    if grafik == text.PER_BULAN:
        jangka = rentang.bulan(kode) if kode[4:] else rentang.tahun(int(kode))
        dari, sampai = jangka.dari, jangka.sampai
        return semua._replace(dari=max(dari, e.rentang.dari), sampai=min(sampai, e.rentang.sampai or sampai))
    if grafik == text.PER_JENIS:
        bidang, _, jenis = kode.partition(".")
        return semua._replace(bidang=bidang, jenis=jenis)
    return semua._replace(**{_ISIAN[grafik]: kode}) if grafik in _ISIAN else semua


def _kata(e: Evaluasi, grafik: str, kode: str) -> str:
    """Return the words of a bar or row, with the place and the days."""
    semua: Mapping[str, Sequence[Bagian | Baris]] = {
        text.PER_BIDANG: e.bidang, text.PER_JENIS: e.jenis, text.PER_BULAN: kurun(e.bulan), text.LURAH: e.lurah,
        text.CAMAT: e.camat, text.KATEGORI: e.kategori, text.KELURAHAN: e.kelurahan, text.RT: e.per_rt,
    }  # fmt: skip
    nama = next((b.nama for b in semua.get(grafik, ()) if b.kode == kode), "")
    if grafik in (text.LURAH, text.CAMAT):
        nama = text.VERIFIKASI_KATA.format(siapa=grafik, nama=nama)
    return ", ".join(filter(None, (nama, e.tempat, e.rentang.nama)))


def kunci(r: Rentang) -> str:
    """Return the value of a choice of days."""
    return f"{r.dari}|{r.sampai}"


def dari_kunci(nilai: str) -> Rentang:
    """Return the days of a value."""
    dari, _, sampai = nilai.partition("|")
    return rentang.hari(dari, sampai)


def pilihan_rentang(host: Host, dipilih: Rentang | None = None) -> list[tuple[str, str]]:
    """Return the days offered: this year first, then what a meeting is about, all, and any others."""
    hari = host.today
    semua = [rentang.tahun(hari.year), *rakor_rentang.pilihan(hari), rentang.SEMUA]
    if dipilih is not None:
        semua.append(dipilih)
    return [*dict.fromkeys((kunci(r), r.nama) for r in semua), (LAIN, text.RENTANG_LAIN)]


def pilihan_tempat(host: Host) -> list[tuple[str, str]]:
    """Return the scopes that this office may look at: its own, the kecamatan and the kelurahan below it."""
    con = host.store.reader()
    return [(satu, evaluasi.tempat(con, satu)) for satu in (host.kantor, *wilayah.bawahan(host.kantor))]
