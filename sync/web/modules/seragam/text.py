"""Words of the pages of uniforms."""

from __future__ import annotations

LUAR = "{n} diterima ketua RT di sini langsung dari tempat lain, misalnya kecamatan."
KE_LUAR = "{n} di antaranya diterima ketua RT kelurahan lain."
