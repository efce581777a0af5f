"""A chapter as the rich text that the reader shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from sipokat_desktop.kernel import panduan
from sipokat_desktop.kernel.panduan import Bab, Blok, Jenis, Rupa
from ui.kit.theme import Theme

_TOMBOL = re.compile(
    r"(?<![\w+])((?:(?:Ctrl|Alt|Shift)\+)+(?:Enter|Shift|[A-Z0-9↑↓←→…=-](?!\w))|F1?\d(?!\w)|Enter\b|Esc\b|Tab\b"
    r"|Del\b|Delete\b|Spasi\b|↑ ↓)"
)
Isi = Callable[[], str]
Lebar = Callable[[str], int]
"""The width (px) in which a picture of resources/panduan is shown."""


def gaya(theme: Theme) -> str:
    """Return the style sheet of the reader."""
    w, px = theme.warna, theme.px
    return f"""
    h1 {{ font-size: {px(22)}px; font-weight: 700; color: {w.teks}; margin-top: 0; margin-bottom: {px(10)}px; }}
    h2 {{ font-size: {px(17)}px; font-weight: 600; color: {w.teks}; margin-top: {px(20)}px;
          margin-bottom: {px(6)}px; }}
    p, li {{ color: {w.teks}; margin-top: {px(4)}px; margin-bottom: {px(6)}px; line-height: 135%; }}
    p.gambar {{ color: {w.redup}; margin-bottom: {px(14)}px; line-height: 100%; font-size: {px(13)}px; }}
    .tombol {{ font-weight: 600; color: {w.aksen}; }}
    a {{ color: {w.aksen}; text-decoration: underline; }}
    td {{ padding: {px(3)}px {px(10)}px {px(3)}px 0; color: {w.teks}; }}
    td.kotak {{ background-color: {w.pilihan}; padding: {px(12)}px; }}
    """


def bab(isi: Bab, lebar: Lebar, *, kotak: str = "", sebelum: str = "") -> str:
    """Return a chapter; ``kotak`` is put before its section ``sebelum`` ("" the beginning)."""
    hasil = [f"<h1>{escape(isi.judul)}</h1>"]
    if not sebelum:
        hasil.append(kotak)
    for blok in isi.blok:
        if blok.jenis is Jenis.BAGIAN and blok.isi[0] == sebelum:
            hasil.append(kotak)
        hasil.append(_blok(blok, lebar))
    return "".join(hasil)


def kotak_tombol(judul: str, bantuan: str) -> str:
    """Return the box with the keys of a page."""
    isi = "".join(_bantuan(bantuan))
    isi = f'<td class="kotak"><h3>{escape(judul)}</h3>{isi}</td>'
    return f'<a name="{KOTAK}"></a><table width="100%"><tr>{isi}</tr></table>'


KOTAK = "kotak"
"""The anchor of that box."""


def tombol(judul: str, kata: str, baris: Sequence[tuple[str, str]], halaman: Sequence[tuple[str, str]],
           di_mana_saja: str) -> str:  # fmt: skip
    """Return the sheet of all keys: those of the window as a table, then what each page says of its own."""
    tabel = "".join(
        f'<tr><td><span class="tombol">{escape(satu)}</span></td><td>{escape(apa)}</td></tr>' for satu, apa in baris
    )
    hasil = [f"<h1>{escape(judul)}</h1><p>{escape(kata)}</p><h2>{escape(di_mana_saja)}</h2><table>{tabel}</table>"]
    for nama, bantuan in halaman:
        hasil += [f"<h2>{jangkar(nama)}{escape(nama)}</h2>", *_bantuan(bantuan)]
    return "".join(hasil)


def jangkar(bagian: str) -> str:
    """Return the anchor of a section."""
    return f'<a name="{escape(bagian)}"></a>'


def _bantuan(bantuan: str) -> list[str]:
    return [f"<p>{_TOMBOL.sub(_sorot, escape(satu))}</p>" for satu in bantuan.splitlines() if satu.strip()]


def _sorot(cocok: re.Match[str]) -> str:
    return f'<span class="tombol">{cocok[1]}</span>'


def _blok(blok: Blok, lebar: Lebar) -> str:
    match blok.jenis:
        case Jenis.BAGIAN:
            return f"<h2>{jangkar(blok.isi[0])}{escape(blok.isi[0])}</h2>"
        case Jenis.ALINEA:
            return f"<p>{_baris(blok.isi[0])}</p>"
        case Jenis.GAMBAR:
            kata, berkas = blok.isi
            gambar = f'<img src="{escape(berkas)}" width="{lebar(berkas)}" alt="{escape(kata)}">'
            return f'<p class="gambar">{gambar}<br>{escape(kata)}</p>'
        case Jenis.LANGKAH | Jenis.BUTIR:
            kata = "ol" if blok.jenis is Jenis.LANGKAH else "ul"
            return f"<{kata}>" + "".join(f"<li>{_baris(satu)}</li>" for satu in blok.isi) + f"</{kata}>"


def _baris(teks: str) -> str:
    hasil = []
    for satu in panduan.potongan(teks):
        kata = escape(satu.teks)
        match satu.rupa:
            case Rupa.BIASA:
                hasil.append(kata)
            case Rupa.TEBAL:
                hasil.append(f"<b>{kata}</b>")
            case Rupa.TOMBOL:
                hasil.append(f'<span class="tombol">{kata}</span>')
            case Rupa.TAUTAN:
                hasil.append(f'<a href="{escape(satu.tujuan)}">{kata}</a>')
    return "".join(hasil)
