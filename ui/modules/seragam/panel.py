"""What the side panel says of one post: what it wears, holds and received, what is in the way, what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from sipokat_desktop.kernel import wilayah
from sipokat_desktop.modules.seragam import rules
from sipokat_desktop.modules.seragam.model import Masalah, Pegang, Pemakai
from ui.kit.buttons import Aksi, PrimaryButton, SecondaryButton
from ui.kit.cards import SidePanel
from ui.kit.host import Host

from . import text_panel as text
from .isi import Isi
from .kalimat import dipakai, hari
from .ketik_ukuran import sebut
from .loket import UKURAN
from .text_serah import CARA_PILIHAN

if TYPE_CHECKING:
    from .detail import Detail


def tampilkan(panel: SidePanel, host: Host, detail: Detail) -> None:
    """Explain the chosen post, or what can be done while none or several are chosen."""
    terpilih, isi = detail.terpilih(), detail.isi
    if len(terpilih) > 1:
        mengukur = detail.loket.mode == UKURAN
        panel.set(text.BANYAK.format(n=len(terpilih)), "", (text.BANYAK_UKURAN if mengukur else text.BANYAK_ISI,))
        boleh = not mengukur and not isi.pengadaan.selesai
        _tombol(panel, [Aksi(text.ISI_UKURAN, detail.isi_ukuran, "F2")] if boleh else [])
    elif not terpilih:
        panel.set(text.PANEL, "", (text.PANEL_ISI,))
    else:
        p = terpilih[0]
        panel.set(f"RT {p.nomor} · {p.nama}" if p.nama else f"RT {p.nomor}", _sub(isi, p), _paragraf(isi, p))
        semua = [*_obat(host, isi, p, detail), *_aksi(isi, p, detail), *_ke(host, p)]
        _tombol(panel, [a for a in semua if not (a.shortcut == "F2" and detail.loket.mode == UKURAN)])


def _tombol(panel: SidePanel, aksi: Sequence[Aksi]) -> None:
    """Put buttons below; the page itself listens to their keys."""
    for satu in aksi:
        jenis = PrimaryButton if satu.utama else SecondaryButton
        panel.add(jenis(satu.teks, satu.shortcut, on=satu.lakukan, pasang=False))


def _sub(isi: Isi, p: Pemakai) -> str:
    bagian = [wilayah.nama_kantor(p.lingkup)] if isi.beberapa else []
    return " · ".join(bagian + ([text.RW.format(rw=p.rw)] if p.rw else []))


def _paragraf(isi: Isi, p: Pemakai) -> list[str]:
    kalimat = [m.kalimat for m in _masalah(isi, p)]
    if p.kosong and not p.sudah:
        return [*kalimat, text.LOWONG]
    kalimat.append(text.MEMAKAI.format(apa=dipakai(p)) if p.ukuran else text.TANPA_UKURAN)
    if p.kurang and p.ukuran and not p.sudah:
        kalimat.append(f"{p.kurang.rstrip('.')}.")
    if p.sudah:
        kalimat.append(text.MEMEGANG.format(apa=rules.sebut_isi(p.memegang)))
        kalimat.append("\n".join([text.BUKU, *(entri(e) for e in p.pegang)]))
        lain = p.pegang[-1].nama
        if lain and p.nama and lain != p.nama:
            kalimat.append(text.KETUA_LAMA.format(lama=lain))
    if p.catatan:
        kalimat.append(p.catatan)
    return kalimat


def entri(e: Pegang) -> str:
    """Say one entry of the ledger: the day, what, in which way, who took it."""
    kata = text.ENTRI[e.jenis].format(
        apa=sebut(*e.barang), asal=sebut(*e.kembali) if e.kembali else "", alasan=e.alasan or "-"
    )  # fmt: skip
    cara = e.acara or CARA_PILIHAN.get(e.cara, e.cara).lower()
    kuasa = text.KUASA.format(penerima=e.penerima, surat=f" ({e.surat_kuasa})" if e.surat_kuasa else "")
    return " · ".join(filter(None, (hari(e.tanggal), kata, cara, kuasa if e.penerima else "")))


def _masalah(isi: Isi, p: Pemakai) -> list[Masalah]:
    return [m for m in isi.masalah if m.jabatan_id == p.jabatan_id]


def _obat(host: Host, isi: Isi, p: Pemakai, d: Detail) -> list[Aksi]:
    """Return what mends the post, the likeliest first."""
    jalan = {satu for m in _masalah(isi, p) for satu in m.jalan}
    if "putuskan" in jalan:
        return [Aksi(text.BUKA_KEPUTUSAN, partial(host.go, "keputusan"), utama=True)]
    if "sambung" in jalan:
        return [
            Aksi(text.SAMBUNG, partial(d.lembar, "sambung"), utama=True),
            Aksi(text.BATAL, partial(d.lembar, "batal"), "Del"),
        ]
    if "batal" in jalan:
        return [Aksi(text.BATAL, partial(d.lembar, "batal"), "Del", utama=True)]
    if p.kosong and not p.sudah:
        return [Aksi(text.ISI_KETUA, partial(host.go, "rt", p.jabatan_id), utama=True)]
    if not p.siap and not p.sudah:
        return [Aksi(text.ISI_UKURAN, d.isi_ukuran, "F2", utama=True)]
    return []


def _aksi(isi: Isi, p: Pemakai, d: Detail) -> list[Aksi]:
    if isi.pengadaan.selesai or (p.kosong and not p.sudah):
        return [Aksi(text.RIWAYAT, partial(d.lembar, "riwayat"))]
    if p.sudah:
        semua = [
            Aksi(text.TUKAR, partial(d.lembar, "tukar"), "F6"),
            Aksi(text.GANTI, partial(d.lembar, "ganti"), "F9"),
            Aksi(text.BATAL, partial(d.lembar, "batal"), "Del"),
        ]
    elif p.siap:
        semua = [Aksi(text.KUASA_MENU, partial(d.lembar, "kuasa"), "F7"), Aksi(text.UBAH_UKURAN, d.isi_ukuran, "F2")]
    else:
        semua = []
    return [*semua, Aksi(text.RIWAYAT, partial(d.lembar, "riwayat"))]


def _ke(host: Host, p: Pemakai) -> list[Aksi]:
    """Return the ways to what other pages have about the post."""
    lain = [t for t in host.links(p.jabatan_id) if t.page != "seragam"]
    return [
        Aksi(text.BUKA_RT, partial(host.go, "rt", p.jabatan_id)),
        *(Aksi(t.kata, partial(host.go, t.page, t.id)) for t in lain),
    ]
