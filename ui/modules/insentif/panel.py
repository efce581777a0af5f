"""What the side panel says of one line: months, arithmetic, what is in the way, what was paid; and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from sipokat_desktop.kernel import periode, rupiah
from sipokat_desktop.modules.insentif import queries
from sipokat_desktop.modules.insentif.queries import Baris, Entri
from sipokat_desktop.modules.insentif.rules import Temuan
from sipokat_desktop.storage import sqlite
from ui.kit.buttons import Aksi, button_for
from ui.kit.cards import SidePanel
from ui.kit.labels import Gaya, Label

from . import text
from . import text_hidup as kata
from .isi import Isi
from .lines import hari

_BASI = ("tarif_beda", "bukan_hak", "sudah_ada")
"""Findings that go when the draft is brought up to date."""


class Tindakan(NamedTuple):
    """What the opened list does for the panel; each gets the line, ``buka`` a page and a record."""

    buka: Callable[[str, str], object]
    kartu: Callable[[Baris], object]
    kuasa: Callable[[Baris], object]
    lembar: Callable[[str, Baris], object]


def tampilkan(panel: SidePanel, con: sqlite.Connection, isi: Isi, id: str, kuasa: str, t: Tindakan) -> None:
    """Explain the chosen line, with the buttons that mend it; below, what a draft leaves out."""
    b = isi.satu(id)
    if b is None:
        panel.set(text.PANEL, "", (text.PANEL_ISI,))
    else:
        panel.set(f"RT {b.nomor_rt} · {b.nama}", _sub(isi, b))
        _bagian(panel, _temuan(isi, b), _obat(isi, b, t))
        _bagian(panel, _paragraf(con, isi, b, kuasa), _aksi(isi, b, t))
    if isi.menyusul:
        _bagian(panel, isi.menyusul, judul=text.MENYUSUL)
    if isi.lain and isi.draf:
        _bagian(panel, [f"{temuan.kalimat}." for temuan in isi.lain], judul=text.PANEL_LAIN)


def _bagian(panel: SidePanel, kalimat: Sequence[str], aksi: Sequence[Aksi] = (), *, judul: str = "") -> None:
    if judul:
        panel.add(Label(judul, Gaya.TEBAL))
    for satu in kalimat:
        panel.add(Label(satu, lipat=True))
    for tombol in aksi:
        panel.add(button_for(tombol))


def _sub(isi: Isi, b: Baris) -> str:
    bagian = (isi.catatan.get(b.masa_id, ""), kata.SK.format(sk=b.sk) if b.sk else "")
    return " · ".join(satu for satu in bagian if satu)


def _temuan(isi: Isi, b: Baris) -> list[str]:
    paragraf: list[str] = []
    for t in isi.kurang(b):
        paragraf.append(f"{t.kalimat.removesuffix('.')}. {text.ARTI.get(t.jenis, '')}".strip())
    if b.no in isi.menunggu:
        paragraf.append(text.MENUNGGU_ISI.format(hal=isi.menunggu[b.no]))
    if b.lebih:
        kalimat = text.LEBIH_ISI if isi.ganda(b) else text.LEBIH_BAYAR_ISI
        paragraf.append(kalimat.format(dibayar=rupiah.uang(b.dibayar), diterima=rupiah.uang(b.diterima)))
    return paragraf


def _paragraf(con: sqlite.Connection, isi: Isi, b: Baris, kuasa: str) -> list[str]:
    lain = [t.kalimat for t in isi.temuan.get(b.masa_id, []) if t not in isi.kurang(b)]
    return [
        *([kata.DITUNDA_ISI.format(hari=hari(b.tunda_sejak), alasan=b.tunda)] if b.ditunda else []),
        *([kata.AKAN_KUASA.format(nomor=kuasa)] if kuasa else []),
        _hitungan(b),
        *([kata.KHUSUS_ISI.format(oleh=b.oleh, alasan=b.alasan)] if b.khusus else []),
        *([kata.DIKOREKSI_ISI.format(n=b.koreksi, asal=rupiah.uang(b.asal.diterima))] if b.dikoreksi else []),
        *_bayar(con, isi, b),
        *(["\n".join(lain)] if lain else []),
    ]


def _hitungan(b: Baris) -> str:
    """Return how a line was worked out; its months where that is not written down or no longer holds."""
    if b.hitungan and not b.dikoreksi:
        return b.hitungan.replace("; ", "\n")
    baris = [text.RINCI.format(bulan=periode.nama_bulan(bulan), jumlah=rupiah.uang(n)) for bulan, n in b.rincian]
    if b.pph:
        baris.append(text.PAJAK.format(bruto=rupiah.uang(b.bruto), pph=rupiah.uang(b.pph)))
    return "\n".join(baris) or text.TIDAK_DIBAYAR


def _bayar(con: sqlite.Connection, isi: Isi, b: Baris) -> list[str]:
    """Return what the ledger says of a line: a day and a way in one sentence, with its months."""
    if isi.draf:
        return []
    kelompok: dict[tuple[str, str], list[Entri]] = {}
    for e in queries.entri(con, baris_id=b.baris_id):
        kelompok.setdefault((e.tanggal, _cara(e)), []).append(e)
    baris = [
        kata.ENTRI.format(
            hari=hari(tanggal), bulan=periode.rentang_tahun(tuple(dict.fromkeys(e.bulan for e in entri))),
            jumlah=rupiah.uang(sum(e.jumlah for e in entri)), cara=cara,
        )
        for (tanggal, cara), entri in sorted(kelompok.items())
    ]  # fmt: skip
    tanda = [kata.TANDA_KUASA.format(nomor=b.surat_kuasa)] if b.surat_kuasa else []
    return [*(["\n".join([kata.BUKU, *baris])] if baris else []), *tanda]


def _cara(e: Entri) -> str:
    if e.sts:
        return kata.STS_NOMOR.format(sts=e.sts)
    return kata.CARA_ENTRI.get(e.cara, "") if e.jumlah > 0 else kata.DIBALIK


def _aksi(isi: Isi, b: Baris, t: Tindakan) -> list[Aksi]:
    umum = [
        Aksi(kata.KARTU.format(rt=b.nomor_rt), partial(t.kartu, b)),
        Aksi(text.BUKA_RT, partial(t.buka, "rt", b.jabatan_id)),
        Aksi(kata.RIWAYAT_BARIS, partial(t.lembar, "riwayat", b)),
    ]
    if isi.draf:
        sendiri = Aksi(kata.KHUSUS, partial(t.lembar, "khusus", b))
        menyusul = Aksi(kata.LEWATI, partial(t.lembar, "lewati", b))
        return [sendiri, menyusul, *umum]
    return [*_aksi_bayar(isi, b, t), *umum] if isi.terkunci else umum


def _aksi_bayar(isi: Isi, b: Baris, t: Tindakan) -> list[Aksi]:
    aksi: list[Aksi] = []
    if b.ditunda and not b.lunas:
        aksi.append(Aksi(kata.LANJUTKAN, partial(t.lembar, "lanjutkan", b)))
    elif not b.lunas and b.no not in isi.menunggu:
        aksi.append(Aksi(kata.KUASA, partial(t.kuasa, b), "F7"))
        aksi.append(Aksi(kata.TUNDA, partial(t.lembar, "tunda", b)))
    aksi.append(Aksi(kata.KOREKSI, partial(t.lembar, "koreksi", b)))
    if b.dibayar and not b.lebih:
        aksi.append(Aksi(kata.KEMBALIKAN, partial(t.lembar, "kembalikan", b)))
    if b.dibayar:
        aksi.append(Aksi(text.BATAL_TERIMA, partial(t.lembar, "batal", b)))
    return aksi


def _obat(isi: Isi, b: Baris, t: Tindakan) -> list[Aksi]:
    """Return a button per place where something about the line can be mended, the first one filled."""
    if isi.ganda(b) or (b.no in isi.menunggu and not isi.kurang(b)):
        return [Aksi(text.BUKA_KEPUTUSAN, partial(t.buka, "keputusan", ""), utama=True)]
    if b.lebih:
        return [Aksi(kata.KEMBALIKAN, partial(t.lembar, "kembalikan", b), utama=True)]
    aksi: dict[tuple[str, str], Aksi] = {}
    if any(temuan.jenis in _BASI for temuan in isi.kurang(b)):
        aksi["", ""] = Aksi(kata.PERBARUI_BARIS, partial(t.lembar, "perbarui", b), utama=True)
    for temuan in isi.kurang(b):
        if temuan.tujuan is not None:
            halaman, tempat = temuan.tujuan.halaman, alamat(temuan)
            aksi.setdefault(
                (halaman, tempat), Aksi(_kata_obat(temuan), partial(t.buka, halaman, tempat), utama=not aksi)
            )
    return list(aksi.values())


def alamat(temuan: Temuan) -> str:
    """Return the id under which a page opens the field that mends a finding."""
    tujuan = temuan.tujuan
    if tujuan is None:
        return ""
    return f"{tujuan.id}#{tujuan.isian}" if tujuan.isian and tujuan.halaman == "rt" else tujuan.id


def _kata_obat(temuan: Temuan) -> str:
    tujuan = temuan.tujuan
    if tujuan is None or tujuan.halaman == "rt":
        return kata.OBAT.get(tujuan.isian if tujuan else "", text.PERBAIKI)
    if tujuan.halaman != "insentif":
        return kata.BUKA_KEGIATAN
    awal = tujuan.id.partition(":")[0]
    return kata.OBAT_HALAMAN.get(awal, kata.BUKA_DAFTAR.format(nomor=tujuan.id))
