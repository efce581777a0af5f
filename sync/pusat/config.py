"""The one configuration file of the city server: what may stand in it, and what is said of what may not."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from sipokat_desktop.kernel.errors import InputSalah
from sync.server.depot import S3
from sync.server.wait import LIMIT_S

from . import text

USUAL = Path("/etc/sipokat/pusat.toml")
FILE, DB, DB_BACA = "SIPOKAT_PUSAT_KONFIGURASI", "SIPOKAT_PUSAT_DB", "SIPOKAT_PUSAT_DB_BACA"
"""Names in the environment."""
EXAMPLE = "packaging/pusat/pusat.toml"

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Database = Annotated[Text, Field(pattern=r"^$|^(sqlite|postgresql(\+psycopg)?)://")]
PerMinute = Annotated[int, Field(ge=1, le=1_000_000)]
Days = Annotated[int, Field(ge=1, le=36_500)]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Foto(_Part):
    """Where photos are kept."""

    tempat: Text = ""
    s3_alamat: Annotated[Text, Field(pattern=r"^$|^https?://")] = ""
    s3_wilayah: Text = ""
    s3_kunci: Text = ""
    s3_rahasia: Text = ""

    @property
    def s3(self) -> S3:
        """How a place in S3 is reached."""
        return S3(self.s3_alamat, self.s3_wilayah, self.s3_kunci, self.s3_rahasia)


class Batas(_Part):
    """How often one may ask, and how long is waited at the end."""

    masuk_per_menit: PerMinute = 30
    daftar_per_menit: PerMinute = 120
    sesi_per_menit: PerMinute = 3000
    sinkron_per_menit: PerMinute = 3000
    pembaruan_per_menit: PerMinute = 1200
    berhenti_detik: Annotated[int, Field(ge=1, le=600)] = 20


class Cadangan(_Part):
    """Where backups go and how old they, and the offices' last syncs, may get."""

    folder: Text = ""
    basis_data: Database = ""
    simpan_hari: Days = 30
    terlama_jam: Annotated[int, Field(ge=1, le=8760)] = 26
    kantor_diam_hari: Days = 7


class Metrik(_Part):
    """Who may read the figures."""

    token: Annotated[Text, Field(pattern=r"^$|^[!-~]{16,}$")] = ""


class DataTerbuka(_Part):
    """On which terms open data may be used."""

    lisensi: Annotated[Text, Field(pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$")] = ""


class Config(_Part):
    """All settings; the example file says what each means."""

    basis_data: Database = ""
    basis_data_baca: Database = ""
    batas_tunggu: Annotated[float, Field(ge=0, le=600, strict=False)] = LIMIT_S
    alamat: Annotated[Text, Field(pattern=r"^.*:\d{1,5}$")] = "127.0.0.1:8000"
    alamat_umum: Annotated[Text, Field(pattern=r"^$|^https?://[^/]+/?$")] = ""
    pekerja: Annotated[int, Field(ge=1, le=64)] = 1
    kantor_web: Text = ""
    pembaruan: Text = ""
    proksi: Annotated[tuple[str, ...], Field(strict=False)] = ("127.0.0.1", "::1")
    sertifikat: Text = ""
    catatan: Literal["debug", "info", "warning", "error"] = "info"
    foto: Foto = Foto()
    batas: Batas = Batas()
    cadangan: Cadangan = Cadangan()
    metrik: Metrik = Metrik()
    data_terbuka: DataTerbuka = DataTerbuka()

    @property
    def host(self) -> str:
        """Where the server listens."""
        return self.alamat.rpartition(":")[0].strip("[]") or "127.0.0.1"

    @property
    def port(self) -> int:
        """On which port it does."""
        return int(self.alamat.rpartition(":")[2])

    def altered(self, changes: Mapping[str, object]) -> Config:
        """Return these settings with what was named on the command line (``foto.tempat`` for a part's)."""
        whole = self.model_dump()
        for name, value in changes.items():
            if value not in (None, ""):
                part, _, rest = name.partition(".")
                (whole[part] if rest else whole)[rest or part] = value
        return _checked(whole, text.BARIS_PERINTAH)


def load(file: Path | None) -> Config:
    """Return the settings: of ``file``, else of the file that the environment names, else of the usual one if it is
    there; the environment's database wins. Raises InputSalah with one sentence that names the key."""
    named = file or (Path(os.environ[FILE]) if os.environ.get(FILE) else None)
    chosen = named or (USUAL if USUAL.exists() else None)
    found = _checked(_read(chosen), str(chosen)) if chosen else Config()
    return found.altered({"basis_data": os.environ.get(DB), "basis_data_baca": os.environ.get(DB_BACA)})


def example() -> str:
    """Return the commented example."""
    import resources

    return resources.path(EXAMPLE).read_text(encoding="utf-8")


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as exc:
        raise InputSalah("konfigurasi", text.TAK_TERBACA.format(file=file)) from exc
    except UnicodeDecodeError as exc:
        raise InputSalah("konfigurasi", text.BUKAN_UTF8.format(file=file)) from exc
    except tomllib.TOMLDecodeError as exc:
        line = re.search(r"line (\d+)", str(exc))
        place = text.PADA_BARIS.format(baris=line[1]) if line else text.PADA_AKHIR
        raise InputSalah("konfigurasi", text.TULISAN_SALAH.format(file=file, tempat=place)) from exc


def _checked(content: Mapping[str, Any], source: str) -> Config:
    try:
        return Config.model_validate(content)
    except ValidationError as exc:
        first = exc.errors(include_url=False, include_input=False)[0]
        place = [str(one) for one in first["loc"]]
        raise InputSalah(".".join(place), _sentence(place, first["type"], first.get("ctx", {}), source)) from exc


def _sentence(place: list[str], kind: str, limits: Mapping[str, Any], source: str) -> str:
    key = ".".join(place)
    if kind == "extra_forbidden":
        near = get_close_matches(place[-1], _names(place[:-1]), n=1)
        guess = text.MAKSUDNYA.format(kunci=near[0]) if near else text.HAPUS
        return text.TAK_DIKENAL.format(kunci=key, sumber=source, saran=guess)
    wanted = text.BENTUK.get(key) or text.JENIS.get(kind, text.JENIS[""])
    return text.ISI_SALAH.format(kunci=key, sumber=source, harus=wanted.format(**limits))


def _names(place: list[str]) -> list[str]:
    if not place:
        return list(Config.model_fields)
    part = Config.model_fields[place[0]].annotation
    return list(part.model_fields) if isinstance(part, type) and issubclass(part, BaseModel) else []
