"""Looks for ways past the fences of the web: walks through pages as somebody, reads what is in any answer, tries what
one office's people saw as somebody of another. Every check returns what it found, so that planted holes show it."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

import httpx
from sqlalchemy import select
from starlette.routing import compile_path

from sync.server.schema import METADATA
from sync.web.kit.aman import KEPALA
from sync.web.kit.rute import Area, Rute
from tests.unit import kantor
from tests.web.panggung import KEC_B, KEL_B, TANDA, Klien, Pusat

PER_RUTE = 2
"""Addresses of one route that a walk looks at."""
SEKALI = frozenset({"/keluar", "/akun/keluar-lain"})
"""Forms that would end the walk."""
NIK = re.compile("|".join(kantor.nik(100 * ke + n) for ke in range(len(TANDA)) for n in range(1, 5)))
NAMA = re.compile(rf"(?:{'|'.join(TANDA.values())}) [A-D]\b|Gang (?:{'|'.join(TANDA.values())})")
"""Names of heads and their addresses."""
TAK_DICATAT = frozenset({"web_session", "reading", "login_try", "session", "meta"})
"""Tables in which a refusal may leave a trace."""
TERLIHAT = ("value", "content", "placeholder", "title", "aria-label")
"""Attributes that a browser shows, and never goes to."""


class Formulir(NamedTuple):
    """A form of a page, with what it would send."""

    metode: str
    jalan: str
    isi: tuple[tuple[str, str], ...]


class _Halaman(HTMLParser):
    """Collects what leads on from a page, and what the pages' policy forbids."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tautan: list[str] = []
        self.formulir: list[Formulir] = []
        self.terlarang: list[str] = []
        self._isi: list[tuple[str, str]] | None = None
        self._kepala = ("GET", "")
        self._pilihan = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {nama: nilai or "" for nama, nilai in attrs}
        self._larang(tag, a)
        if tag in ("a", "img"):
            self.tautan.append(a.get("href", a.get("src", "")))
        self.tautan += [a["hx-get"]] if "hx-get" in a else []
        if "hx-post" in a:
            self.formulir.append(Formulir("POST", a["hx-post"], ()))
        if tag == "form":
            self._isi, self._kepala = [], (a.get("method", "get").upper(), a.get("action", ""))
        elif self._isi is not None:
            self._kolom(tag, a)

    def _kolom(self, tag: str, a: Mapping[str, str]) -> None:
        assert self._isi is not None
        if tag == "select":
            self._pilihan = a.get("name", "")
        elif tag == "option" and self._pilihan:
            self._isi.append((self._pilihan, a.get("value", "")))
        elif tag in ("input", "textarea", "button") and a.get("name"):
            self._isi.append((a["name"], a.get("value", "")))

    def _larang(self, tag: str, a: Mapping[str, str]) -> None:
        if "style" in a or tag == "style" or (tag == "script" and not a.get("src", "").startswith("/aset/")):
            self.terlarang.append(f"<{tag}> with style or script inside")
        self.terlarang += [f"<{tag} {nama}>" for nama in a if nama.startswith(("on", "hx-on"))]
        luar = [
            nilai
            for nama, nilai in a.items()
            if nama not in TERLIHAT and nilai.lower().startswith(("javascript:", "http:", "https:", "//"))
        ]
        self.terlarang += [f"<{tag}> leads to {nilai}" for nilai in luar if "w3.org" not in nilai]

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._pilihan = ""
        if tag == "form" and self._isi is not None:
            self.formulir.append(Formulir(*self._kepala, tuple(self._isi)))
            self._isi = None


@dataclass
class Jalan:
    """What a walk saw: answers, addresses, forms."""

    klien: Klien
    jawaban: dict[str, httpx.Response] = field(default_factory=dict)
    formulir: dict[tuple[str, str, tuple[str, ...]], Formulir] = field(default_factory=dict)
    terlarang: list[str] = field(default_factory=list)

    def alamat(self) -> list[str]:
        """The addresses that were looked at."""
        return [*self.jawaban]

    def kiriman(self) -> list[Formulir]:
        """The forms that post."""
        return [satu for satu in self.formulir.values() if satu.metode == "POST"]


def rute_dari(areas: Iterable[Area]) -> list[Rute]:
    """Every route of the web."""
    return [rute for area in areas for rute in area.rute]


def cocok(rute: Sequence[Rute], jalan: str, metode: str = "GET") -> Rute | None:
    """The route that answers a path."""
    for satu in rute:
        if satu.metode == metode and compile_path(satu.jalan)[0].match(jalan):
            return satu
    return None


def jelajah(klien: Klien, rute: Sequence[Rute]) -> Jalan:
    """Walk through every page that leads on from those without parameters, some addresses of every route."""
    hasil, dilihat = Jalan(klien), Counter[str]()
    antrean = [satu.jalan for satu in rute if satu.metode == "GET" and "{" not in satu.jalan]
    for alamat in antrean:
        bagian = urlsplit(alamat)
        satu = cocok(rute, bagian.path)
        kunci = satu.jalan if satu else ""
        if not satu or bagian.netloc or alamat in hasil.jawaban or dilihat[kunci] >= (1 if satu.ekspor else PER_RUTE):
            continue
        dilihat[kunci] += 1
        jawab = hasil.jawaban[alamat] = klien.get(alamat)
        if "text/html" in jawab.headers.get("content-type", ""):
            antrean += _baca(hasil, alamat, jawab.text)
    return hasil


def _baca(hasil: Jalan, alamat: str, isi: str) -> list[str]:
    halaman = _Halaman()
    halaman.feed(isi)
    hasil.terlarang += [f"{alamat}: {satu}" for satu in halaman.terlarang]
    for satu in halaman.formulir:
        jalan = satu.jalan or urlsplit(alamat).path
        f = satu._replace(jalan=jalan)
        hasil.formulir.setdefault((f.metode, f.jalan, tuple(sorted({nama for nama, _ in f.isi}))), f)
    dari_formulir = [
        f"{f.jalan or urlsplit(alamat).path}?{httpx.QueryParams([(n, v)])}"
        for f in halaman.formulir
        if f.metode == "GET"
        for n, v in f.isi
        if v
    ]
    return [*halaman.tautan, *dari_formulir]


def terlarang(jawab: httpx.Response) -> list[str]:
    """What a page must not have: scripts and styles of its own, ways to another host, also as a redirect."""
    tujuan = jawab.headers.get("location", "") or jawab.headers.get("hx-redirect", "/")
    temu = [] if re.match(r"/(?!/|\\)", tujuan) else [f"redirects to {tujuan}"]
    if "text/html" not in jawab.headers.get("content-type", ""):
        return temu
    halaman = _Halaman()
    halaman.feed(jawab.text)
    return temu + halaman.terlarang


def teks(jawab: httpx.Response) -> str:
    """Everything that can be read in an answer: also inside .xlsx, zip and PDF; with its headers."""
    kepala = unquote(str(jawab.headers))
    if jawab.content.startswith(b"PK"):
        return kepala + _zip(jawab.content)
    if jawab.content.startswith(b"%PDF"):
        return kepala + _pdf(jawab.content)
    return kepala + jawab.text


def _zip(isi: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        semua = [z.read(nama) for nama in z.namelist()]
    return "".join(
        _zip(satu)
        if satu.startswith(b"PK")
        else _pdf(satu)
        if satu.startswith(b"%PDF")
        else satu.decode(errors="replace")
        for satu in semua
    )


def _pdf(isi: bytes) -> str:
    import pypdfium2

    dokumen = pypdfium2.PdfDocument(isi)
    try:
        return "".join(dokumen[n].get_textpage().get_text_bounded() for n in range(len(dokumen)))
    finally:
        dokumen.close()


def isi_kota(pusat: Pusat, lingkup: str = "") -> dict[str, int]:
    """What the city holds, table by table as one number; with ``lingkup`` only rows of that office and those below."""
    hasil: dict[str, int] = {}
    with pusat.db.read() as con:
        for tabel in METADATA.sorted_tables:
            if tabel.name in TAK_DICATAT or (lingkup and "scope" not in tabel.c):
                continue
            baris = con.execute(select(tabel)).all()
            awalan = lingkup.removeprefix("kec:")
            if lingkup:
                baris = [r for r in baris if str(r.scope).removeprefix("kec:").startswith(awalan)]
            hasil[tabel.name] = hash(frozenset(map(tuple, baris)))
    return hasil


def tanpa_kepala(jawaban: Iterable[httpx.Response]) -> list[str]:
    """Answers that lack what every one must tell the browser."""
    return [
        f"{satu.request.method} {satu.request.url.path} {satu.status_code}: {nama}"
        for satu in jawaban
        for nama, nilai in KEPALA.items()
        if satu.headers.get(nama) != nilai
    ]


def tanpa_csrf(jalan: Jalan) -> list[str]:
    """Forms that post without the token of the session."""
    return [
        f"{f.jalan}: {[nama for nama, _ in f.isi]}"
        for f in jalan.kiriman()
        if f.isi and ("csrf", jalan.klien.csrf) not in f.isi
    ]


def pribadi(jawaban: Iterable[httpx.Response], *, nama: bool = True) -> list[str]:
    """Answers that show somebody's NIK (and, with ``nama``, a name or address)."""
    return [
        f"{satu.request.method} {satu.request.url.path} {satu.status_code}: {temu[0]}"
        for satu in jawaban
        if (temu := NIK.search(isi := teks(satu)) or (NAMA.search(isi) if nama else None))
    ]


def bertanda(jawaban: Iterable[httpx.Response], tanda: str) -> list[str]:
    """Answers that hold the word of an office."""
    return [f"{s.request.method} {s.request.url} {s.status_code}" for s in jawaban if tanda in teks(s)]


def kirim(klien: Klien, f: Formulir, **ganti: str) -> httpx.Response:
    """Send a form as this person would, with the own token and some fields changed."""
    isi: dict[str, list[str]] = {}
    for nama, nilai in f.isi:
        isi.setdefault(nama, []).append(nilai)
    isi |= {nama: [nilai] for nama, nilai in ganti.items()}
    return klien.kirim(f.jalan, {nama: nilai for nama, nilai in isi.items() if nama != "csrf"})


def coba_asing(klien: Klien, sendiri: Jalan, asing: Jalan) -> Iterator[httpx.Response]:
    """Try what another office's person saw: the addresses, the forms, and the own ones with single values of theirs."""
    for alamat in asing.alamat():
        yield klien.get(alamat)
    for f in asing.kiriman():
        if f.jalan not in SEKALI:
            yield kirim(klien, f)
    yield from _isian_asing(klien, sendiri, asing)
    kata = {nilai for f in asing.formulir.values() for _, nilai in f.isi if len(nilai) > 8} - {asing.klien.csrf}
    bertanya = {(urlsplit(a).path, n): a for a in sendiri.alamat() for n, _ in parse_qsl(urlsplit(a).query)}
    for (jalan, nama), alamat in bertanya.items():
        for nilai in (KEL_B, KEC_B, "kota", *sorted(kata)[:2]):
            yield klien.get(jalan, params={**dict(parse_qsl(urlsplit(alamat).query)), nama: nilai})


def _isian_asing(klien: Klien, sendiri: Jalan, asing: Jalan) -> Iterator[httpx.Response]:
    """Send own forms, each time with one field as the other office's form of the same fields has it."""
    for f in sendiri.kiriman():
        padanan = [g for g in asing.kiriman() if {n for n, _ in g.isi} == {n for n, _ in f.isi}]
        for nama, nilai in {satu for g in padanan[:PER_RUTE] for satu in g.isi} - {*f.isi}:
            if nama != "csrf" and f.jalan not in SEKALI:
                yield kirim(klien, f, **{nama: nilai})
