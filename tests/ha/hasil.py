"""Chapters of tests/bench/HASIL.md that the campaigns write: each replaces its own and leaves the others."""

from __future__ import annotations

from pathlib import Path

BERKAS = Path(__file__).resolve().parents[1] / "bench/HASIL.md"
PISAH = "\n## "


def tulis_bab(judul: str, isi: str, berkas: Path = BERKAS) -> None:
    """Put the chapter ``judul`` at the end, in place of the one of that name."""
    kepala, *bab = berkas.read_text(encoding="utf-8").rstrip("\n").split(PISAH)
    lain = [satu for satu in bab if satu.partition("\n")[0] != judul]
    semua = [satu.rstrip("\n") + "\n" for satu in (kepala, *lain, f"{judul}\n\n{isi}")]
    berkas.write_text(PISAH.join(semua), encoding="utf-8")
