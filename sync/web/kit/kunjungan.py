"""One request of one person: what was asked, whose office answers, and the ways to answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.command import CityRow
from sipokat_desktop.storage.store import Store
from sync.server import city
from sync.server.database import Database
from sync.server.depot import Depot
from sync.web.akun.penjaga import Penjaga
from sync.web.akun.peran import Orang
from sync.web.kantor import Hosted

from . import kabar
from .render import Rupa

if TYPE_CHECKING:
    from .rute import Rute

T = TypeVar("T")


class TidakAda(Exception):
    """What the path names is not there, or not for this person: nobody is told which."""


@dataclass(frozen=True, slots=True)
class Kunjungan:
    """A request under way; ``csrf`` is what every form must bring along, ``kantor`` the office whose store answers."""

    request: Request
    rute: Rute
    db: Database
    rupa: Rupa
    now: int
    form: FormData
    kantor: Hosted
    penjaga: Penjaga
    depot: Depot
    """Where the city keeps photos."""
    orang: Orang | None = None
    csrf: str = ""
    alamat_umum: str = ""
    """The address under which everybody reaches the server; empty where nobody has said it."""
    lisensi: str = ""
    """On which terms open data may be used; empty: as the program says it."""
    kuki: str = ""
    """The token of the session; empty where nobody is logged in."""

    @property
    def siapa(self) -> Orang:
        """The person who asks; only for routes that have roles."""
        assert self.orang is not None, self.rute.jalan
        return self.orang

    @property
    def store(self) -> Store:
        """The store of the office, as fresh as the city itself."""
        return self.kantor.store

    def baca(self) -> sqlite.Connection:
        """Return a connection that only reads the store; rows can be read by column name."""
        return self.store.reader()

    @property
    def wilayah(self) -> tuple[str, ...]:
        """The codes of the kelurahan that the office looks after."""
        return self.kantor.wilayah

    # what was asked

    @property
    def htmx(self) -> bool:
        """Tell whether a part of a page is asked for, not a page."""
        return "hx-request" in self.request.headers

    @property
    def alamat(self) -> str:
        """The address that the request comes from."""
        return self.request.client.host if self.request.client else ""

    @property
    def server(self) -> str:
        """The address under which offices reach the server: as it was set, else as the browser asked for it."""
        return self.alamat_umum or str(self.request.base_url).rstrip("/")

    def jalan(self, nama: str) -> str:
        """Return the value of ``{nama}`` in the path."""
        return str(self.request.path_params[nama])

    def tanya(self, nama: str, bawaan: str = "") -> str:
        """Return a value of the query string."""
        return self.request.query_params.get(nama, bawaan)

    def isian(self, nama: str, bawaan: str = "") -> str:
        """Return a field of the form, without blanks around it."""
        nilai = self.form.get(nama, bawaan)
        return bawaan if isinstance(nilai, UploadFile) else nilai.strip()

    def isian_banyak(self, nama: str) -> list[str]:
        """Return every value of a field of the form."""
        return [nilai for nilai in self.form.getlist(nama) if isinstance(nilai, str)]

    # ways to answer

    def tampil(self, templat: str, *, status: int = 200, **isi: object) -> Response:
        """Return a page, ``templat`` as "area/nama.html"."""
        return HTMLResponse(self.rupa.isi(templat, self, isi), status)

    def potongan(self, templat: str, *, status: int = 200, **isi: object) -> Response:
        """Return a part of a page for htmx."""
        return self.tampil(templat, status=status, **isi)

    def pindah(self, jalan: str, pesan: str = "") -> Response:
        """Send the browser to another page, where ``pesan`` is said once."""
        if self.htmx:
            response = Response(status_code=204, headers={"HX-Redirect": jalan})
        else:
            response = RedirectResponse(jalan, 303)
        kabar.titip(response, pesan, aman=self.penjaga.aman)
        return response

    def unduh(self, isi: bytes, nama: str, jenis: str) -> Response:
        """Return a file; ``nama`` holds plain letters, digits, dots, dashes and underscores."""
        return Response(isi, media_type=jenis, headers={"Content-Disposition": f'attachment; filename="{nama}"'})

    # ways to decide

    def tulis(self, kerja: Callable[[Store], T]) -> T:
        """Do an act of a module in the office's store as this person, and hand it to the city at once.

        Raises InputSalah with the city's reason where it is not taken.
        """
        return self.kantor.tulis(self.siapa.nama, kerja)

    def tulis_kota(self, rows: Sequence[CityRow], act: str) -> None:
        """Write what the city alone sets, as this person; raises InputSalah, nothing kept then."""
        city.write(self.db, rows, act=act, by=self.siapa.nama, now=self.now)

    def kota(self) -> city.Rows:
        """Return what a command of the city reads."""
        return city.Rows(self.db, self.now)

    def dengan(self, **tanya: object) -> str:
        """Return the address of this page with these values in its query string in place of their old ones."""
        kini: Mapping[str, str] = self.request.query_params
        baru = {**kini, **{nama: str(nilai) for nama, nilai in tanya.items()}}
        return str(self.request.url.replace(query="").path) + _query({n: v for n, v in baru.items() if v})


def _query(isi: Mapping[str, str]) -> str:
    from urllib.parse import urlencode

    return f"?{urlencode(isi)}" if isi else ""
