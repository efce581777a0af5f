"""The forms of Data RT: a post with its head, the end of a term, the signers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sipokat_desktop.modules.rt import text as rt
from ui.kit.form import Isian, Jenis

TANGGAL = frozenset({"tanggal_lahir", "sk_tanggal", "tmt", "akhir_sk", "akhir_nyata"})
"""The columns that hold days."""


def hari(iso: str | None) -> str:
    """Return an ISO date as 20/11/2017, empty when there is none."""
    return f"{iso[8:10]}/{iso[5:7]}/{iso[:4]}" if iso else ""


def _pilihan(kata: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return (("", "—"), *kata.items())


_JABATAN = (
    Isian("jumlah_kk", "Jumlah KK", Jenis.ANGKA, contoh="53", bagian="Wilayah RT"),
    Isian("jiwa_l", "Jiwa laki-laki", Jenis.ANGKA, contoh="98"),
    Isian("jiwa_p", "Jiwa perempuan", Jenis.ANGKA, contoh="104"),
    Isian("batas", "Batas wilayah", contoh="Utara Jl. Kenanga, selatan Sungai Kelingi", bentang=2),
)

_RW = Isian("rw", "RW", contoh="02")

_ORANG = (
    Isian("nik", "NIK", Jenis.NIK, contoh="1673 0102 1190 0001"),
    Isian("kelamin", "Jenis kelamin", Jenis.PILIHAN, pilihan=_pilihan(rt.KELAMIN)),
    Isian("hp", "No. HP", contoh="0812 3456 7890"),
    Isian("tempat_lahir", "Tempat lahir", contoh="Lubuk Linggau"),
    Isian("tanggal_lahir", "Tanggal lahir", Jenis.LAHIR, contoh="13/1/1984"),
    Isian("rangkap", "Rangkap jabatan (bila ada)", contoh="Ketua LPM"),
    Isian("alamat", "Alamat", contoh="Jl. Kenanga I No. 41", bentang=3),
)

_MASA = (
    Isian("jenis", "Jenis masa jabatan", Jenis.PILIHAN, pilihan=_pilihan(rt.JENIS), bagian="Masa jabatan dan SK"),
    Isian("cara", "Cara pengisian", Jenis.PILIHAN, pilihan=_pilihan(rt.CARA)),
    Isian("ba_nomor", "Nomor berita acara", contoh="141/05/BA/2024"),
    Isian("sk_nomor", "Nomor SK", contoh="141/12/KPTS/LS/2024"),
    Isian("sk_tanggal", "Tanggal SK", Jenis.TANGGAL, contoh="20/1/2024"),
    Isian("sk_penerbit", "Penerbit SK", Jenis.PILIHAN, pilihan=_pilihan(rt.PENERBIT)),
    Isian("tmt", "TMT (mulai menjabat)", Jenis.TANGGAL, contoh="1/2/2024"),
    Isian("akhir_sk", "Berakhir menurut SK", Jenis.TANGGAL, contoh="1/2/2029"),
)

_LAIN = (
    Isian("bank", "Bank", contoh="Bank Sumsel Babel", bagian="Rekening dan keterangan lain"),
    Isian("rekening", "No. rekening", contoh="1902115884"),
    Isian("atas_nama", "Rekening atas nama", contoh="Ahmad Suharto"),
    Isian("npwp", "NPWP", contoh="12.345.678.9-012.000"),
    Isian("golongan", "Golongan (bila ASN)", contoh="III/b"),
    Isian("ukuran", "Ukuran baju", contoh="XL"),
    Isian("catatan", "Catatan", contoh="Hal lain yang perlu diingat", bentang=3),
)

KETUA = (Isian("nama", "Nama ketua RT", contoh="Ahmad Suharto", wajib=True, bentang=2), *_ORANG, *_MASA, *_LAIN)
"""A head and the term."""

RT_DAN_KETUA = (Isian("nomor", "Nomor RT", contoh="03", wajib=True), *KETUA, *_JABATAN, _RW)
"""A new post with its head: the number first, as people think of it."""

UBAH = (*KETUA, *_JABATAN)
"""A head, the term and the post; number and RW stay."""

RT_SAJA = (
    Isian("nomor", "Nomor RT", contoh="03", wajib=True),
    _RW,
    *(replace(satu, bagian="", bentang=min(satu.bentang, 2)) for satu in _JABATAN),
)
"""A post that nobody heads yet."""

AKHIR = (
    Isian("akhir_nyata", "Hari terakhir menjabat", Jenis.TANGGAL, contoh="28/2/2026", wajib=True),
    Isian("alasan_akhir", "Alasan", Jenis.PILIHAN, pilihan=tuple(rt.ALASAN_AKHIR.items()), wajib=True),
)

KELURAHAN = (
    Isian("nama", "Nama kelurahan", contoh="Air Temam", bantuan="Bila kosong, nama resmi yang dipakai."),
    Isian("alamat", "Alamat kantor", contoh="Jl. Garuda No. 12"),
)

MEKAR = (
    Isian("nomor", "Nomor RT baru", contoh="12", wajib=True),
    _RW,
    Isian("ketua", "Ketua RT baru", Jenis.PILIHAN, pilihan=tuple(rt.MEKAR.items())),
    *(replace(satu, bagian="Wilayah RT baru" if satu.bagian else "") for satu in _JABATAN),
    Isian("nama", "Nama ketua yang baru", contoh="Ahmad Suharto", bagian="Ketua RT baru (bila sudah ada)"),
    Isian("nik", "NIK", Jenis.NIK, contoh="1673 0102 1190 0001"),
    Isian("hp", "No. HP", contoh="0812 3456 7890"),
    Isian("tmt", "TMT (mulai menjabat)", Jenis.TANGGAL, contoh="1/2/2026"),
    Isian("akhir_sk", "Berakhir menurut SK", Jenis.TANGGAL, contoh="1/2/2031"),
    Isian("sk_nomor", "Nomor SK", contoh="141/12/KPTS/LS/2026"),
)
"""The new RT of a pemekaran, and who heads it."""

ALAMAT = (KELURAHAN[1],)
"""The address of an office above others."""


def penanda(peran: Mapping[str, str]) -> tuple[Isian, ...]:
    """Return the inputs for who signs in each role, a column each."""
    return tuple(
        isian
        for ke, (kunci, sebutan) in enumerate(peran.items())
        for isian in (
            Isian(f"{kunci}.nama", f"Nama {sebutan}", contoh="Dra. Hj. Yunita", kolom=ke),
            Isian(f"{kunci}.nip", f"NIP {sebutan}", contoh="19780212 200312 2 004", kolom=ke),
            Isian(f"{kunci}.pangkat", f"Pangkat {sebutan}", contoh="Penata Tk. I (III/d)", kolom=ke),
        )
    )
