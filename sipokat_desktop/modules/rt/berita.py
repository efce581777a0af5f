"""F16 in words: the minutes of a change, of an acting head, or of filling a vacancy (DOMAIN §8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sipokat_desktop.kernel import tanggal, terbilang, wilayah
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.printing.letter import Alinea, Blok, Butir, Pasang, Surat
from sipokat_desktop.printing.model import Kop, Penanda
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.sqlite import Connection, Row

from . import queries, text
from .logo import logo

_MASA = """SELECT m.*, j.nomor, j.rw, o.nama, o.alamat, o.tempat_lahir, o.tanggal_lahir, o.hp FROM rt_masa m
LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id LEFT JOIN rt_orang o ON o.id = m.orang_id"""


def susun(con: Connection, masa_id: str, *, hari: date, saksi: Sequence[str], dicetak: str) -> Surat:
    """Gather the minutes of the term ``masa_id`` as of ``hari``; raise InputSalah when the term is gone."""
    baru = con.execute(f"{_MASA} WHERE m.id = ?", (masa_id,)).fetchone()
    if baru is None:
        raise InputSalah("", text.TIDAK_ADA)
    lama = con.execute(
        f"{_MASA} WHERE m.jabatan_id = ? AND m.id <> ? AND m.akhir_nyata < ? ORDER BY m.akhir_nyata DESC LIMIT 1",
        (baru["jabatan_id"], masa_id, baru["tmt"] or "9999"),
    ).fetchone()
    lingkup = str(baru["lingkup"])
    kelurahan = queries.nama_kelurahan(con, lingkup)
    pihak = lama if lama is not None and _hadir(baru, lama) else None
    pejabat = lurah(con, lingkup, kelurahan, hari, text.PIHAK_PERTAMA if pihak is None else text.MENGETAHUI)
    return Surat(
        kop=kop(con, lingkup, kelurahan),
        judul=(*_judul(baru, lama), f"KELURAHAN {kelurahan.upper()}"),
        nomor=text.BA_NOMOR.format(nomor=baru["ba_nomor"] or text.TITIK),
        isi=tuple(_isi(baru, lama, pihak, pejabat, kelurahan, hari)),
        tempat_tanggal=f"{text.TEMPAT}, {tanggal.panjang(hari)}",
        tanda=_tanda(baru, pihak, pejabat, saksi),
        kaki=Kaki(text.BA_KAKI.format(rt=_rt(baru), kelurahan=kelurahan), dicetak),
    )


def kop(con: Connection, lingkup: str, kelurahan: str) -> Kop:
    """Return the letterhead of an office."""
    kecamatan = wilayah.nama_kecamatan(lingkup)
    baris = (text.KOP[0], text.KOP[1].format(nama=kecamatan.upper()), text.KOP[2].format(nama=kelurahan.upper()))
    return Kop(baris, queries.alamat_kantor(con, lingkup), logo(con, lingkup))


def lurah(con: Connection, lingkup: str, kelurahan: str, hari: date, di_atas: str) -> Penanda:
    """Return the lurah as a signer under the line ``di_atas``."""
    orang = queries.pejabat(con, lingkup=lingkup, peran="lurah", hari=hari)
    sebutan = text.LURAH.format(kelurahan=kelurahan)
    if orang is None:
        return Penanda((di_atas, sebutan))
    return Penanda((di_atas, orang.sebutan or sebutan), orang.nama, orang.pangkat, orang.nip)


def _hadir(baru: Row, lama: Row) -> bool:
    """Tell whether the old head hands over in person: not who died, nor an acting head who stays on."""
    return bool(lama["alasan_akhir"] != "meninggal" and lama["orang_id"] != baru["orang_id"])


def _rt(baru: Row) -> str:
    return f"{baru['nomor'] or '?'}{text.RW.format(rw=baru['rw']) if baru['rw'] else ''}"


def _judul(baru: Row, lama: Row | None) -> tuple[str, ...]:
    if baru["jenis"] == "plt":
        return (text.BA_JUDUL_PLT, text.BA_JUDUL_RT.format(rt=_rt(baru)))
    return (text.BA_JUDUL_KOSONG if lama is None else text.BA_JUDUL, text.BA_JUDUL_RT.format(rt=_rt(baru)))


def _isi(baru: Row, lama: Row | None, pihak: Row | None, pejabat: Penanda, kelurahan: str, hari: date) -> list[Blok]:
    return [
        Alinea(text.BA_PEMBUKA.format(hari=hari_terbilang(hari), kelurahan=kelurahan), masuk=True),
        *_pihak_pertama(pihak, pejabat, kelurahan),
        Alinea(text.BA_SEBUT.format(pihak=text.PIHAK_PERTAMA)),
        *_orang("2.", baru, text.BA_SEBAGAI_BARU.format(plt=_plt(baru), rt=_rt(baru), kelurahan=kelurahan)),
        Alinea(text.BA_SEBUT.format(pihak=text.PIHAK_KEDUA)),
        Alinea(text.BA_MENYATAKAN),
        *(Butir(f"{ke}.", kalimat) for ke, kalimat in enumerate(_pernyataan(baru, lama, kelurahan), 1)),
        *_serah_terima(baru, ke=3 if lama is not None else 2),
        Alinea(text.BA_PENUTUP, masuk=True),
    ]


def _pihak_pertama(pihak: Row | None, pejabat: Penanda, kelurahan: str) -> list[Blok]:
    if pihak is not None:
        return _orang("1.", pihak, text.BA_SEBAGAI_LAMA.format(plt=_plt(pihak), rt=_rt(pihak), kelurahan=kelurahan))
    return [
        Butir("1.", pejabat.nama or text.TITIK),
        Pasang(text.BA_LABEL_JABATAN, pejabat.sebutan[-1]),
        *((Pasang("NIP", pejabat.nip),) if pejabat.nip else ()),
    ]


def _orang(nomor: str, orang: Row, jabatan: str) -> list[Blok]:
    lahir = ", ".join(filter(None, (orang["tempat_lahir"], _hari(orang["tanggal_lahir"]))))
    isi = (
        (text.BA_LABEL_LAHIR, lahir),
        (text.BA_LABEL_JABATAN, jabatan),
        (text.BA_LABEL_ALAMAT, orang["alamat"] or ""),
    )
    return [Butir(nomor, orang["nama"] or text.BELUM_TIBA), *(Pasang(label, nilai) for label, nilai in isi if nilai)]


def _pernyataan(baru: Row, lama: Row | None, kelurahan: str) -> list[str]:
    kalimat = []
    if lama is not None:
        alasan = text.BA_ALASAN.get(lama["alasan_akhir"] or "", "")
        siapa = text.PIHAK_PERTAMA if _hadir(baru, lama) else lama["nama"] or text.BELUM_TIBA
        berhenti = text.BA_BERHENTI.format(
            siapa=siapa, plt=_plt(lama), rt=_rt(baru), kelurahan=kelurahan, tanggal=_hari(lama["akhir_nyata"]),
            alasan=alasan,
        )  # fmt: skip
        kalimat.append(berhenti)
    dasar = _dasar(baru)
    cara = text.BA_CARA.get(baru["cara"] or "", "")
    sampai = text.BA_SAMPAI.format(tanggal=_hari(baru["akhir_sk"])) if baru["akhir_sk"] else ""
    kalimat.append(
        text.BA_DITETAPKAN.format(
            plt=_plt(baru), rt=_rt(baru), kelurahan=kelurahan, cara=cara, tanggal=_hari(baru["tmt"]) or text.TITIK,
            sampai=sampai, dasar=dasar,
        )
    )  # fmt: skip
    return kalimat


def _dasar(baru: Row) -> str:
    if not baru["sk_nomor"]:
        return ""
    penerbit = text.PENERBIT.get(baru["sk_penerbit"] or "lurah", "Lurah")
    tgl = text.BA_TERTANGGAL.format(tanggal=_hari(baru["sk_tanggal"])) if baru["sk_tanggal"] else ""
    return text.BA_DASAR.format(penerbit=penerbit, nomor=baru["sk_nomor"], tanggal=tgl)


def _serah_terima(baru: Row, *, ke: int) -> list[Blok]:
    barang = [satu.strip() for satu in (baru["serah_terima"] or "").split(";") if satu.strip()]
    if not barang:
        return [Butir(f"{ke}.", text.BA_TANPA_BARANG)]
    isi: list[Blok] = [Butir(f"{ke}.", text.BA_BARANG)]
    for n, satu in enumerate(barang):
        akhir = "." if n == len(barang) - 1 else ";"
        isi.append(Butir(f"{chr(ord('a') + n)}.", f"{satu}{akhir}", dalam=1))
    return isi


def _tanda(baru: Row, pihak: Row | None, pejabat: Penanda, saksi: Sequence[str]) -> tuple[tuple[Penanda, ...], ...]:
    kedua = Penanda((text.PIHAK_KEDUA,), baru["nama"] or "", ber_nip=False)
    dua = [Penanda((text.SAKSI.format(ke=ke),), nama, ber_nip=False) for ke, nama in enumerate(saksi, 1)][:2]
    if pihak is None:
        return ((pejabat, kedua), tuple(dua))
    pertama = Penanda((text.PIHAK_PERTAMA,), pihak["nama"] or "", ber_nip=False)
    return ((pertama, kedua), (*dua[:1], pejabat, *dua[1:]))


def _plt(baru: Row) -> str:
    return text.PLT if baru["jenis"] == "plt" else ""


def _hari(iso: str | None) -> str:
    return tanggal.panjang(date.fromisoformat(iso)) if iso else ""


def hari_terbilang(hari: date) -> str:
    """Return ``Senin, tanggal sembilan bulan Maret tahun dua ribu dua puluh enam (9 Maret 2026)``."""
    kata = terbilang.kata
    return text.HARI_TERBILANG.format(
        hari=tanggal.hari(hari), tanggal=kata(hari.day), bulan=tanggal.bulan(hari.month), tahun=kata(hari.year),
        angka=tanggal.panjang(hari),
    )  # fmt: skip
