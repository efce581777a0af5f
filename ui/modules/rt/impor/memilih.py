"""What a button of the preview adds to the choices of the user, or takes out of them."""

from __future__ import annotations

from dataclasses import replace

from sipokat_desktop.modules.rt.impor import Letak, Pilihan


def terima(pilihan: Pilihan, letak: Letak, *, isian: str) -> Pilihan:
    """Accept the suggested repair of a cell; what was typed there before goes."""
    return replace(_tanpa_isi(pilihan, letak, isian), terima=pilihan.terima | {(letak, isian)})


def tulis(pilihan: Pilihan, letak: Letak, *, isian: str, nilai: str) -> Pilihan:
    """Take a typed value in place of a cell."""
    return replace(pilihan.dengan(isi={(letak, isian): nilai}), terima=pilihan.terima - {(letak, isian)})


def kosongkan(pilihan: Pilihan, letak: Letak, *, isian: str) -> Pilihan:
    """Take a cell as empty."""
    return tulis(pilihan, letak, isian=isian, nilai="")


def lewati(pilihan: Pilihan, letak: Letak) -> Pilihan:
    """Leave a row out."""
    return pilihan.dengan(lewati=(letak,))


def pakai_lagi(pilihan: Pilihan, letak: Letak) -> Pilihan:
    """Take a row that was left out after all."""
    return replace(pilihan, lewati=pilihan.lewati - {letak})


def orang_sama(pilihan: Pilihan, letak: Letak) -> Pilihan:
    """Take the new name as the same person, spelt better."""
    return pilihan.dengan(orang_sama=(letak,))


def ketua_baru(pilihan: Pilihan, letak: Letak) -> Pilihan:
    """Take the other name as another person."""
    return pilihan.dengan(ganti=(letak,))


def _tanpa_isi(pilihan: Pilihan, letak: Letak, isian: str) -> Pilihan:
    return replace(pilihan, isi={kunci: nilai for kunci, nilai in pilihan.isi.items() if kunci != (letak, isian)})
