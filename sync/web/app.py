"""The web as one application: finds who asks, lets in who may, runs the page in a thread, and says what went wrong."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from traceback import format_tb
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

import resources
from sipokat_desktop.kernel import wilayah
from sipokat_desktop.kernel.clock import Clock, now_ms
from sipokat_desktop.kernel.errors import Gangguan, InputSalah
from sync.server import depot
from sync.server.database import Database
from sync.server.depot import Depot
from sync.server.messages import problem
from sync.web.akun import jejak, sesi
from sync.web.akun import text as akun_text
from sync.web.akun.penjaga import Penjaga
from sync.web.akun.peran import Orang
from sync.web.akun.rahasia import Rahasia
from sync.web.akun.sandi import Sandi
from sync.web.akun.sesi import Putus
from sync.web.kantor import Offices
from sync.web.kit import kabar, naik, tujuan
from sync.web.kit.aman import KEPALA, Aman
from sync.web.kit.kunjungan import Kunjungan, TidakAda
from sync.web.kit.render import Rupa
from sync.web.kit.rute import Area, Rute
from sync.web.registry import AREAS, FOLDERS

LOG = logging.getLogger("sipokat.web")
MASUK, LANJUT = "/masuk", "/masuk/lanjut"
SEKALIGUS = 8
"""So many pages are read from offices' stores at once. Their threads live as long as the process: each keeps a
connection to every store that it has read, and who logs in or is away from the city's database takes none of them."""
BASIS_DATA = "Server kota sedang sibuk. Data yang sudah disimpan aman; coba lagi sebentar lagi."
BUKAN_HAK = "Halaman ini bukan untuk peran Anda. Bila perlu, minta Kominfo mengubah hak Anda."
FORMULIR_LAMA = "Belum ada yang disimpan. Buka lagi halamannya, lalu ulangi."
BELUM_TERKIRIM = (
    "Anda sudah keluar sebelum ini terkirim, jadi yang terakhir dikirim belum disimpan. Masuk lagi, lalu ulangi; "
    "pekerjaan yang sudah disimpan aman."
)
DISIAPKAN_S = 5
"""So often a page looks again whether the office's data has been read."""
TIDAK_ADA = "Halaman atau data itu tidak ada. Kembali ke beranda untuk memilih lagi."
ISI_LAGI = "Yang tadi belum tersimpan bila tidak tampak di sini. Periksa, lalu ulangi dari halaman ini bila perlu."
SALAH_KAMI = "Ada yang salah di server kota. Data yang sudah disimpan aman; bila berulang, beri tahu Kominfo."
HURUF_RUSAK = "Ada huruf yang tidak dapat dibaca pada isian itu. Belum ada yang disimpan; ketik ulang isiannya."


class Web:
    """The pages over one database and the offices that live in this process."""

    def __init__(
        self, db: Database, offices: Offices, *, clock: Clock = now_ms, areas: Sequence[Area] = AREAS,
        aman: bool = True, sandi: Sandi | None = None, alamat: str = "", foto: Depot | None = None,
        lisensi: str = "",
    ) -> None:  # fmt: skip
        """``aman``: cookies travel over TLS only (off for a trial on plain HTTP); ``sandi``: how passwords are kept;
        ``alamat``: the server's own address as everybody else has it; ``foto``: where photos are kept, else as chosen
        for this city; ``lisensi``: on which terms open data may be used, else as the program says it."""
        self._depot = foto or depot.of(db)
        self._alamat, self._lisensi = alamat.rstrip("/"), lisensi
        self._penjaga = Penjaga(sandi or Sandi(), Rahasia(db), aman)
        self._db, self._offices, self._clock, self._aman = db, offices, clock, aman
        self._rupa = Rupa(areas, FOLDERS)
        self._pembaca = ThreadPoolExecutor(SEKALIGUS, thread_name_prefix="halaman")
        rute = [rute for area in areas for rute in area.rute]
        self._routes = [
            Route(satu.jalan, partial(self._answer, satu), methods=[satu.metode]) for satu in rute
        ]  # fmt: skip

    def application(self) -> ASGIApp:
        """Return the ASGI application."""
        aset = Mount("/aset", StaticFiles(directory=resources.path("web")))
        pages = Starlette(
            routes=[*self._routes, aset], exception_handlers={HTTPException: self._unknown},
        )  # fmt: skip
        return Aman(pages, hsts=self._aman)

    async def _unknown(self, request: Request, exc: Exception) -> Response:
        """Answer for a path that no page has; programs of offices get what they read."""
        assert isinstance(exc, HTTPException)
        if request.url.path.startswith("/sync/"):
            from sync.server.app import TAK_ADA

            return problem(exc.status_code, "alamat", TAK_ADA, dict(exc.headers or {}))
        if exc.status_code == 405 and request.method == "GET":
            return self._naik(request)
        return await run_in_threadpool(self._kesalahan, request, exc.status_code, TIDAK_ADA)

    def _naik(self, request: Request) -> Response:
        """Lead from the path of an act, which is no page, to the page that it is done from; nothing is done."""
        response = RedirectResponse(naik.halaman(self._routes, request.url.path), 303)
        kabar.titip(response, ISI_LAGI, aman=self._aman)
        return response

    async def _answer(self, rute: Rute, request: Request) -> Response:
        request.scope["sipokat_rute"] = rute.jalan
        form = await request.form(max_files=4, max_fields=2000) if rute.metode == "POST" else FormData()
        try:
            if rute.tanpa_kantor:
                return await run_in_threadpool(self._jawab, rute, request, form)
            kerja = partial(copy_context().run, self._jawab, rute, request, form)
            return await asyncio.get_running_loop().run_in_executor(self._pembaca, kerja)
        finally:
            await form.close()

    def _jawab(self, rute: Rute, request: Request, form: FormData) -> Response:
        try:
            if not all(map(_terbaca, _kata(request, form))):
                raise InputSalah("", HURUF_RUSAK)
            return self._masuk_atau_jawab(rute, request, form)
        except TidakAda:
            return self._kesalahan(request, 404, TIDAK_ADA)
        except InputSalah as exc:
            return self._kesalahan(request, 422, exc.pesan)
        except Gangguan as exc:
            return self._kesalahan(request, 503, exc.lengkap)
        except SQLAlchemyError as exc:
            LOG.error("basis data: %s", type(exc).__name__)
            return self._kesalahan(request, 503, BASIS_DATA)
        except Exception as exc:  # noqa: BLE001 — a mistake of ours: said to the person, and where it is to the log
            LOG.error("%s: %s\n%s", rute.jalan, type(exc).__name__, "".join(format_tb(exc.__traceback__)))
            return self._kesalahan(request, 500, SALAH_KAMI)

    def _masuk_atau_jawab(self, rute: Rute, request: Request, form: FormData) -> Response:
        now = self._clock()
        kuki = sesi.token_dari(request, aman=self._aman)
        ada = sesi.dari_token(self._db, kuki, now)
        orang = ada.orang if ada and ada.penuh else None
        k = self._kunjungan(
            rute,
            request,
            form,
            orang=orang,
            csrf=ada.csrf if ada else sesi.csrf_tamu(request, aman=self._aman),
            kuki=kuki if ada else "",
        )
        if rute.peran and orang is None:
            putus = sesi.sebab_putus(self._db, kuki, now) if kuki and ada is None else None
            return self._ke_pintu(k, setengah=ada is not None, putus=putus)
        if rute.peran and (orang is None or orang.peran not in rute.peran):
            jejak.tolak(self._db, k.siapa, rute.jalan, now=now)
            return self._kesalahan(request, 403, BUKAN_HAK, k)
        if rute.metode == "POST" and not _csrf_cocok(k):
            return self._kesalahan(request, 403, FORMULIR_LAMA, k, kembali=_asal(request))
        if not rute.tanpa_kantor:
            if not k.kantor.siap():
                return _menyiapkan(k)
            k.kantor.segarkan(segera=kabar.baru_bertindak(request))
        response = rute.jawab(k)
        self._catat(k, response)
        return self._pulang(k, response, ada)

    def _ke_pintu(self, k: Kunjungan, *, setengah: bool, putus: Putus | None) -> Response:
        """Send to the way in: the page that was asked for is remembered, what was not taken is said."""
        pesan = BELUM_TERKIRIM if k.rute.metode == "POST" else akun_text.PUTUS[putus] if putus else ""
        response = k.pindah(LANJUT if setengah else MASUK, pesan)
        tujuan.ingat(k.request, response, k.rute, aman=self._aman)
        if putus:
            sesi.lupakan(response, aman=self._aman)
        return response

    def _kunjungan(
        self, rute: Rute, request: Request, form: FormData, *, orang: Orang | None, csrf: str, kuki: str
    ) -> Kunjungan:  # fmt: skip
        kantor = self._offices.of(orang.lingkup if orang else wilayah.KOTA)
        return Kunjungan(
            request=request, rute=rute, db=self._db, rupa=self._rupa, now=self._clock(), form=form, kantor=kantor,
            orang=orang, csrf=csrf, kuki=kuki, penjaga=self._penjaga, depot=self._depot,
            alamat_umum=self._alamat, lisensi=self._lisensi,
        )  # fmt: skip

    def _catat(self, k: Kunjungan, response: Response) -> None:
        if (k.rute.pribadi or k.rute.ekspor) and k.orang and response.status_code < 400:
            jejak.baca(
                self._db, k.orang, jalan=k.request.url.path, apa=k.rute.pribadi, ekspor=k.rute.ekspor, now=k.now
            )  # fmt: skip

    def _pulang(self, k: Kunjungan, response: Response, ada: sesi.Sesi | None) -> Response:
        if response.status_code < 300:
            kabar.habis(k.request, response)
        if k.rute.metode == "POST" and k.orang and response.status_code < 400:
            kabar.bertindak(response, aman=self._aman)
        if ada is None:
            sesi.titip_tamu(k.request, response, k.csrf, aman=self._aman)
        return response

    def _kesalahan(self, request: Request, status: int, pesan: str, k: Kunjungan | None = None, *, kembali: str = ""
    ) -> Response:  # fmt: skip
        """Return a page (or a part for htmx) that says what happened and where to go on."""
        if k is None:
            rute = Rute("GET", request.url.path, frozenset(), lambda _k: Response(), tanpa_kantor=True)
            ada = self._sesi(request)
            orang = ada.orang if ada and ada.penuh else None
            k = self._kunjungan(rute, request, FormData(), orang=orang, csrf=ada.csrf if ada else "", kuki="")
        templat = "kit/potongan_salah.html" if k.htmx else "kit/salah.html"
        return k.tampil(templat, status=status, pesan=pesan, kode=status, kembali=kembali)

    def _sesi(self, request: Request) -> sesi.Sesi | None:
        try:
            return sesi.dari_token(self._db, sesi.token_dari(request, aman=self._aman), self._clock())
        except SQLAlchemyError:
            return None


def _kata(request: Request, form: FormData) -> list[str]:
    """Return every word of a request."""
    isi = [satu for pasangan in (*request.query_params.multi_items(), *form.multi_items()) for satu in pasangan]
    return [request.url.path, *(satu for satu in isi if isinstance(satu, str)), *map(str, request.path_params.values())]


def _terbaca(kata: str) -> bool:
    """Tell whether a word can be looked up and written at all: no NUL, no half characters."""
    return "\0" not in kata and not any("\ud800" <= huruf <= "\udfff" for huruf in kata)


def _asal(request: Request) -> str:
    """Return the path of the page that sent a form, as the browser tells it; the front door where it does not."""
    asal = urlsplit(request.headers.get("referer", ""))
    return asal.path if asal.netloc == request.url.netloc and asal.path.startswith("/") else "/"


def _menyiapkan(k: Kunjungan) -> Response:
    """Say that the office's data is being read; the browser asks again by itself, after an act for the page before."""
    kirim = k.rute.metode == "POST"
    response = k.tampil("kit/menyiapkan.html", status=503, kirim=kirim)
    response.headers["Refresh"] = f"{DISIAPKAN_S}; url={_asal(k.request)}" if kirim else str(DISIAPKAN_S)
    return response


def _csrf_cocok(k: Kunjungan) -> bool:
    given = k.request.headers.get("x-csrf", "") or k.isian("csrf")
    return bool(k.csrf) and hmac.compare_digest(given.encode(), k.csrf.encode())


__all__ = ["KEPALA", "Web"]
