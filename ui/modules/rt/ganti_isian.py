"""The inputs of the three steps of a change of head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sipokat_desktop.modules.rt import text as rt
from sipokat_desktop.modules.rt.barang import AWALAN
from sipokat_desktop.storage.module import Belonging
from ui.kit.form import Isian, Jenis

from . import text

LAMA = (
    Isian("akhir_nyata", "Hari terakhir menjabat", Jenis.TANGGAL, contoh="28/2/2026", wajib=True),
    Isian("alasan_akhir", "Alasan berhenti", Jenis.PILIHAN, pilihan=tuple(rt.ALASAN_AKHIR.items()), wajib=True),
)

BARU = (
    Isian("nama", "Nama ketua RT yang baru", contoh="Ahmad Suharto", wajib=True),
    Isian("nik", "NIK", Jenis.NIK, contoh="1673 0102 1190 0001"),
    Isian("hp", "No. HP", contoh="0812 3456 7890"),
    Isian("alamat", "Alamat", contoh="Jl. Kenanga I No. 41"),
    Isian("kelamin", "Jenis kelamin", Jenis.PILIHAN, pilihan=tuple(rt.KELAMIN.items())),
    Isian("tempat_lahir", "Tempat lahir", contoh="Lubuk Linggau"),
    Isian("tanggal_lahir", "Tanggal lahir", Jenis.LAHIR, contoh="13/1/1984"),
    Isian(
        "jenis", "Jenis masa jabatan", Jenis.PILIHAN, bagian="Masa jabatan dan SK",
        pilihan=tuple((kode, kata) for kode, kata in rt.JENIS.items() if kode != "diperpanjang"),
    ),
    Isian("cara", "Cara pengisian", Jenis.PILIHAN, pilihan=tuple(rt.CARA.items())),
    Isian(
        "tmt", "Mulai menjabat (TMT)", Jenis.TANGGAL, contoh="1/3/2026",
        bantuan="Bila kosong, sehari sesudah ketua lama berhenti.",
    ),
    Isian("akhir_sk", "Berakhir menurut SK", Jenis.TANGGAL, contoh="1/3/2031"),
    Isian("sk_nomor", "Nomor SK", contoh="141/12/KPTS/LS/2026"),
    Isian("sk_tanggal", "Tanggal SK", Jenis.TANGGAL, contoh="27/2/2026"),
    Isian("sk_penerbit", "Penerbit SK", Jenis.PILIHAN, pilihan=tuple(rt.PENERBIT.items())),
    Isian("ba_nomor", "Nomor berita acara", contoh="141/05/BA/2026"),
)  # fmt: skip

_BARANG = (("serah_hp", text.SERAH_HP), ("serah_seragam", text.SERAH_SERAGAM))
_CETAK = Isian("cetak", text.GANTI_CETAK, Jenis.PILIHAN, pilihan=text.GANTI_CETAK_PILIHAN, bentang=2)


def serah(barang: Sequence[Belonging], *, diganti: bool) -> tuple[Isian, ...]:
    """Return the inputs of the hand-over: what the register knows of, then (where a head is replaced) what is typed
    of the rest. What is on record is not asked for twice."""
    tercatat = [
        Isian(
            f"{AWALAN}{b.id}",
            b.said,
            Jenis.PILIHAN,
            pilihan=tuple((c.key, c.words) for c in b.choices),
            wajib=True,
            bentang=2,
        )
        for b in barang
    ]
    lain = [
        isian
        for kunci, apa in _BARANG
        if diganti and not any(apa.casefold().startswith(b.kind.casefold()) for b in barang)
        for isian in (
            Isian(kunci, apa, Jenis.PILIHAN, pilihan=text.SERAH_PILIHAN),
            Isian(f"{kunci}_keadaan", text.SERAH_KEADAAN, contoh="baik"),
        )
    ]
    lain += [Isian("serah_lain", text.SERAH_LAIN, contoh="stempel RT, buku register", bentang=2)] if diganti else []
    semua = [*tercatat, *lain]
    awal = [replace(semua[0], bagian=text.GANTI_SERAH)] if semua else []
    return (*awal, *semua[1:], _CETAK)


def serah_terima(nilai: Mapping[str, str]) -> dict[str, str]:
    """Return the hand-over as the act takes it: a choice per thing on record, a phrase per other thing, empty where
    nothing was said."""
    tercatat = {kunci: isi for kunci, isi in nilai.items() if kunci.startswith(AWALAN)}
    hasil = {kunci: _satu(apa, nilai.get(kunci, ""), nilai.get(f"{kunci}_keadaan", "")) for kunci, apa in _BARANG}
    return tercatat | hasil | {"serah_lain": nilai.get("serah_lain", "")}


def _satu(apa: str, pilihan: str, keadaan: str) -> str:
    kata = text.SERAH_KALIMAT.get(pilihan, "")
    if not kata and not keadaan:
        return ""
    return f"{apa}: {', '.join(filter(None, (kata, keadaan)))}"
