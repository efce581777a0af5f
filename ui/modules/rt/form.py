"""The forms of Data RT: a post with its head, the end of a term, the signers."""

from __future__ import annotations

from collections.abc import Mapping

from sipokat_desktop.modules.rt import text as rt
from ui.kit.form import Isian, Jenis

KATA: Mapping[str, Mapping[str, str]] = {
    "kelamin": rt.KELAMIN,
    "jenis": rt.JENIS,
    "cara": rt.CARA,
    "sk_penerbit": rt.PENERBIT,
    "alasan_akhir": rt.ALASAN_AKHIR,
}
"""The words for stored codes, by column."""

TANGGAL = frozenset({"tanggal_lahir", "sk_tanggal", "tmt", "akhir_sk", "akhir_nyata"})
"""The columns that hold days."""


def hari(iso: str | None) -> str:
    """Return an ISO date as 20/11/2017, empty when there is none."""
    return f"{iso[8:10]}/{iso[5:7]}/{iso[:4]}" if iso else ""


def _pilihan(kata: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return (("", "—"), *kata.items())


RT_DAN_KETUA = (
    Isian("nomor", "Nomor RT", contoh="03", wajib=True),
    Isian("nama", "Nama ketua RT", contoh="Ahmad Suharto", wajib=True),
    Isian("nik", "NIK", Jenis.NIK, contoh="1673 0102 1190 0001"),
    Isian("kelamin", "Jenis kelamin", Jenis.PILIHAN, pilihan=_pilihan(rt.KELAMIN)),
    Isian("tempat_lahir", "Tempat lahir", contoh="Lubuk Linggau"),
    Isian("tanggal_lahir", "Tanggal lahir", Jenis.LAHIR, contoh="13/1/1984"),
    Isian("sk_nomor", "Nomor SK", contoh="141/12/KPTS/LS/2024", kolom=1),
    Isian("sk_tanggal", "Tanggal SK", Jenis.TANGGAL, contoh="20/1/2024", kolom=1),
    Isian("jenis", "Jenis masa jabatan", Jenis.PILIHAN, pilihan=_pilihan(rt.JENIS), kolom=1),
    Isian("tmt", "TMT (mulai menjabat)", Jenis.TANGGAL, contoh="1/2/2024", kolom=1),
    Isian("akhir_sk", "Berakhir menurut SK", Jenis.TANGGAL, contoh="1/2/2029", kolom=1),
    Isian("rangkap", "Rangkap jabatan (bila ada)", contoh="Ketua LPM", kolom=1),
    Isian("alamat", "Alamat", contoh="Jl. Kenanga I No. 41", kolom=2),
    Isian("hp", "No. HP", contoh="0812 3456 7890", kolom=2),
    Isian("jumlah_kk", "Jumlah KK", Jenis.ANGKA, contoh="53", kolom=2),
    Isian("bank", "Bank", contoh="Bank Sumsel Babel", kolom=2),
    Isian("rekening", "No. rekening", contoh="1902115884", kolom=2),
    Isian("ukuran", "Ukuran baju", contoh="XL", kolom=2),
)

AKHIR = (
    Isian("akhir_nyata", "Hari terakhir menjabat", Jenis.TANGGAL, contoh="28/2/2026", wajib=True),
    Isian("alasan_akhir", "Alasan", Jenis.PILIHAN, pilihan=tuple(rt.ALASAN_AKHIR.items()), wajib=True),
)

PENANDA = tuple(
    isian
    for ke, (peran, sebutan) in enumerate(rt.PERAN.items())
    for isian in (
        Isian(f"{peran}.nama", f"Nama {sebutan}", contoh="Dra. Hj. Yunita", kolom=ke),
        Isian(f"{peran}.nip", f"NIP {sebutan}", contoh="19780212 200312 2 004", kolom=ke),
        Isian(f"{peran}.pangkat", f"Pangkat {sebutan}", contoh="Penata Tk. I (III/d)", kolom=ke),
    )
)
