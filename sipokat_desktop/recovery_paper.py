"""The recovery code on paper: one sheet for the lurah's safe, with what it opens and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.storage import office
from sipokat_desktop.storage.module import place

if TYPE_CHECKING:
    from sipokat_desktop.storage.store import Store

JUDUL = ("KODE PEMULIHAN DATA SIPOKAT",)
KAKI = "Kode pemulihan Sipokat: simpan di tempat terkunci, jangan difoto"
UNTUK = (
    "Data Sipokat di komputer kantor disimpan terkunci. Bila komputer rusak, diganti, atau Windows dipasang ulang, "
    "kode di lembar ini satu-satunya cara membukanya lagi dari folder data atau dari cadangan."
)
KODE = "{kode}"
LANGKAH = (
    "Simpan lembar ini di lemari terkunci milik {kepala}, tidak di dekat komputer. Siapa pun yang memegang lembar ini "
    "dan berkas datanya dapat membaca semua data kantor.",
    "Membuka folder data: buka Sipokat; bila ditanya, ketik kode ini. Besar kecil huruf dan tanda hubung tidak "
    "berpengaruh.",
    "Memulihkan cadangan di komputer lain: pilih berkas cadangan, lalu ketik kode ini.",
    "Kode baru dapat dibuat kapan saja di Pengaturan. Sesudah itu lembar ini hanya membuka cadangan yang dibuat "
    "sebelumnya; simpan keduanya selama cadangan lama masih diperlukan.",
)


def pdf(store: Store, code: str, made: int) -> bytes:
    """Return the sheet as a PDF (A4); ``made`` is when the code was made (UTC ms)."""
    from sipokat_desktop.printing import letter
    from sipokat_desktop.printing.letter import Alinea, Bab, Butir, Pasang, Surat
    from sipokat_desktop.printing.model import Penanda
    from sipokat_desktop.printing.paper import Kertas
    from sipokat_desktop.printing.sheet import Kaki

    kantor = office.own(store)
    saat, kepala = tanggal.wib(made), wilayah.kepala(kantor).lower()
    surat = Surat(
        kop=None, judul=JUDUL, nomor="",
        isi=(
            Alinea(UNTUK),
            Pasang(wilayah.sebutan_kantor(kantor), place(store.reader(), store.modules, kantor)),
            Pasang("Komputer", store.identity.label or "belum terdaftar di kota"),
            Pasang("Dibuat", f"{tanggal.lengkap(saat.date())} pukul {tanggal.jam_wib(made)} WIB"),
            Bab(KODE.format(kode=code.replace("-", " - "))),
            *(Butir(f"{ke}.", kata.format(kepala=kepala)) for ke, kata in enumerate(LANGKAH, 1)),
        ),
        tempat_tanggal=tanggal.lengkap(saat.date()),
        tanda=((Penanda(("Disimpan oleh",)),),),
        kaki=Kaki(KAKI, f"{tanggal.pendek(saat.date())} {tanggal.jam_wib(made)}"),
    )  # fmt: skip
    return letter.gambar(surat, Kertas.A4)
