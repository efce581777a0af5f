"""What the side panel says of one participant: what holds in each session, what is amiss, what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.modules.bimtek import hadir_queries
from sipokat_desktop.modules.bimtek import text as bimtek
from sipokat_desktop.modules.bimtek.tanda import SISA, Keadaan
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import Butir, ProgressLine, SidePanel
from ui.kit.cards import Keadaan as Langkah
from ui.kit.host import Host
from ui.kit.labels import Gaya, Label, Notice
from ui.kit.theme import Role

from . import kalimat
from . import text_catat as text
from .boleh import larangan_catat
from .isi import BUKAN, Isi, Peserta
from .sumber import kata_tanda

if TYPE_CHECKING:
    from .detail import Detail


def tampilkan(panel: SidePanel, host: Host, detail: Detail) -> None:
    """Explain the chosen participant, or what can be done while none or several are chosen."""
    semua, isi = detail.terpilih(), detail.isi
    boleh = not larangan_catat(host, isi.kegiatan)
    if len(semua) > 1:
        panel.set(text.PANEL_BANYAK.format(n=len(semua)), "", (text.PANEL_BANYAK_ISI,) if boleh else ())
        _tombol(panel, _aksi_banyak(detail, semua) if boleh else [])
    elif not semua:
        _acara(panel, isi, boleh=boleh)
    else:
        _satu(panel, host, detail, semua[0])


def _acara(panel: SidePanel, isi: Isi, *, boleh: bool) -> None:
    """Say when and where the chosen session is, and what can be done."""
    s, k = isi.satu_sesi, isi.kegiatan
    petunjuk = (text.PANEL_ISI, *((text.PANEL_CATAT,) if boleh else ())) if isi.sesi and isi.peserta else ()
    if s is None:
        hari = text.PANEL_SESI.format(n=len(isi.sesi), hari=k.waktu) if isi.sesi else k.waktu
        panel.set(k.nama, hari, (*filter(None, (k.tema, k.tempat)), *petunjuk))
        return
    sasaran = text.PANEL_SASARAN.format(siapa=s.sasaran_kata) if s.sasaran else ""
    siapa = text.PANEL_NARASUMBER.format(siapa=s.pembicara) if s.pembicara else ""
    saat = "\n".join(filter(None, (tanggal.lengkap(s.hari), s.waktu)))
    panel.set(s.judul, saat, (*filter(None, (s.di, siapa, sasaran)), *petunjuk))


def _satu(panel: SidePanel, host: Host, detail: Detail, p: Peserta) -> None:
    isi = detail.isi
    panel.set(p.siapa, " · ".join(filter(None, (p.rt, p.kelurahan))))
    panel.add(Label(text.DIUNDANG if p.undangan is not None else text.TIDAK_DIUNDANG, Gaya.KECIL))
    for kata, peran in hal(isi, p):
        panel.add(Notice(kata, peran))
    _tombol(panel, [*_obat(host, detail, p), *_aksi(host, detail, p)])
    if isi.sesi:
        panel.add(Label(text.TIAP_SESI, Gaya.TEBAL))
        garis = ProgressLine()
        nama = (kalimat.nama_sesi(s, isi.sesi) for s in isi.sesi)
        garis.set([_butir(sesi, k) for sesi, k in zip(nama, p.semua, strict=True)])
        panel.add(garis)
    if p.undangan is not None:
        panel.add(Label(text.KODE.format(kode=p.undangan.kode), Gaya.KECIL, lipat=True))
    _tombol(panel, _ke(host, detail, p))


def _tombol(panel: SidePanel, aksi: Sequence[Aksi]) -> None:
    """Put buttons below; the page itself listens to their keys."""
    for satu in aksi:
        jenis = PrimaryButton if satu.utama else SecondaryButton
        panel.add(jenis(satu.teks, satu.shortcut, on=satu.lakukan, pasang=False))


def hal(isi: Isi, p: Peserta) -> list[tuple[str, Role]]:
    """Return what is amiss with a participant, the gravest first."""
    beda = [s for s, k in zip(isi.sesi, p.semua, strict=True) if k.beda]
    semua = [(text.BEDA.format(sesi=kalimat.nama_sesi(s, isi.sesi)), Role.SALAH) for s in beda]
    if p.undangan is not None and p.usang:
        pola = text.USANG_KOSONG if p.undangan.kosong else text.USANG
        semua.append((pola.format(lama=p.undangan.nama_surat or "—", kini=p.undangan.nama), Role.PERHATIAN))
    return semua


def _butir(sesi: str, k: Keadaan) -> Butir:
    """Return a session with what holds in it, when and where it was recorded."""
    if k is BUKAN:
        return Butir(text.SESI_TANDA.format(sesi=sesi, tanda=text.BUKAN), Langkah.NANTI)
    if not k.tercatat:
        return Butir(text.SESI_TANDA.format(sesi=sesi, tanda=text.BELUM), Langkah.NANTI)
    jam = tanggal.jam_wib(k.pukul) if k.pukul else ""
    wakil = text.OLEH.format(wakil=k.wakil) if k.wakil else ""
    macam = " / ".join(bimtek.TANDA.get(satu, satu) for satu in k.macam) if k.beda else ""
    rinci = " · ".join(filter(None, (macam, wakil, jam, k.pintu, "" if k.pintu else bimtek.CARA.get(k.cara, ""))))
    kata = text.SESI_TANDA.format(sesi=sesi, tanda=kata_tanda(k).lower())
    keadaan = Langkah.GAGAL if k.beda or k.tanda == "alpa" else Langkah.SELESAI if k.datang else Langkah.BERJALAN
    return Butir(f"{kata}\n{rinci}" if rinci else kata, keadaan)


def _obat(host: Host, detail: Detail, p: Peserta) -> list[Aksi]:
    """Return what mends a participant, the likeliest first."""
    semua = []
    if any(k.beda for k in p.semua):
        semua.append(Aksi(text.BUKA_KEPUTUSAN, partial(_putuskan, host, detail, p), utama=True))
    isi = detail.isi
    boleh = not larangan_catat(host, isi.kegiatan) and not (isi.sesi and isi.sesi[-1].hari < isi.hari)
    if boleh and p.undangan is not None and p.undangan.berganti:
        semua.append(Aksi(text.PERBARUI.format(n=detail.isi.usang), detail.undangan.segarkan, utama=not semua))
    return semua


def _putuskan(host: Host, detail: Detail, p: Peserta) -> None:
    """Go to the decision about the marks that differ: it stands at the first of them."""
    beda = next(s.sesi_id for s, k in zip(detail.isi.sesi, p.semua, strict=True) if k.beda)
    tanda = hadir_queries.catatan(host.store.reader(), beda, [p.jabatan_id]).get(p.jabatan_id, ())
    host.go("keputusan", min((satu.hadir_id for satu in tanda if satu.cara != SISA), default=""))


def _aksi(host: Host, detail: Detail, p: Peserta) -> list[Aksi]:
    cetak = [Aksi(text.CETAK_SATU, partial(detail.lakukan.cetak_satu, p))] if p.undangan is not None else []
    if larangan_catat(host, detail.isi.kegiatan):
        return cetak
    tanda = [Aksi(text.BERI_TANDA, detail.tandai.menu, "Enter")] if detail.isi.sesi_id else []
    if p.undangan is None:
        return [*tanda, Aksi(text.UNDANG_JUGA, partial(detail.undangan.undang, [p.jabatan_id]))]
    return [*tanda, *cetak, Aksi(text.TARIK, partial(detail.undangan.tarik, [p]))]


def _aksi_banyak(detail: Detail, semua: Sequence[Peserta]) -> list[Aksi]:
    tanda = [Aksi(text.BERI_TANDA, detail.tandai.menu, "Enter", utama=True)] if detail.isi.sesi_id else []
    diundang = [p for p in semua if p.undangan is not None]
    return [*tanda, *([Aksi(text.TARIK, partial(detail.undangan.tarik, diundang))] if diundang else [])]


def _ke(host: Host, detail: Detail, p: Peserta) -> list[Aksi]:
    """Return the ways to what other pages have about the post."""
    lain = [t for t in host.links(p.jabatan_id) if t.page != "bimtek"]
    return [
        Aksi(text.RIWAYAT, partial(_riwayat, host, detail, p)),
        Aksi(text.BUKA_RT, partial(host.go, "rt", p.jabatan_id)),
        *(Aksi(t.kata, partial(host.go, t.page, t.id)) for t in lain),
    ]


def _riwayat(host: Host, detail: Detail, p: Peserta) -> None:
    """Show who recorded what of a participant."""
    from ui.kit.riwayat import buka

    con = host.store.reader()
    tanda = (hadir_queries.catatan(con, s.sesi_id, [p.jabatan_id]).get(p.jabatan_id, ()) for s in detail.isi.sesi)
    ids = [satu.hadir_id for semua in tanda for satu in semua]
    ids += [p.undangan.undangan_id] if p.undangan is not None else []
    buka(detail, host, ids, text.RIWAYAT_JUDUL.format(nama=p.siapa))
