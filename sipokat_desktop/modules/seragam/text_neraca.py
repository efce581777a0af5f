"""What is said of where the pieces of a place came from and went to."""

from __future__ import annotations

MASUK, KELUAR = "Masuk {isi}.", "Keluar {isi}."
SATU = "{n} {arah}"
DARI = {"pengadaan": "dari pengadaan", "rt": "kembali dari ketua RT", "selisih": "hasil hitung ulang"}
DARI_KANTOR = "dari {tempat}"
KE = {"pengadaan": "kembali ke pengadaan", "rt": "kepada ketua RT", "selisih": "hasil hitung ulang"}
KE_KANTOR = "ke {tempat}"
