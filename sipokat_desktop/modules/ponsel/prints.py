"""The papers of module ponsel: F9 in its four variants, F9b and F9c (DOMAIN §8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt import bast as f9
from sipokat_desktop.modules.rt import berita
from sipokat_desktop.modules.rt import queries as rt
from sipokat_desktop.modules.rt.bast import Barang, Bast, Pihak
from sipokat_desktop.printing import letter
from sipokat_desktop.printing.letter import Alinea, Blok, Butir, Pasang, Surat
from sipokat_desktop.printing.model import Penanda
from sipokat_desktop.printing.paper import Kertas
from sipokat_desktop.printing.sheet import Kaki
from sipokat_desktop.storage.module import Document
from sipokat_desktop.storage.sqlite import Connection, Row

from . import text
from . import text_cetak as kata

_BARANG = """u.barang, u.merek, u.tipe, u.imei1, u.imei2, u.seri, u.sim, u.kode_barang, u.nup,
    u.kelengkapan AS kelengkapan_unit, u.kondisi AS kondisi_unit"""
_SERAH = f"""SELECT s.*, {_BARANG}, EXISTS (SELECT 1 FROM ponsel_serah b WHERE b.membalik = s.id) AS dibalik
FROM ponsel_serah s JOIN ponsel_unit u ON u.id = s.unit_id
WHERE s.membalik IS NULL AND (s.id = ?1 OR s.nomor = (SELECT nomor FROM ponsel_serah WHERE id = ?1))
ORDER BY s.id <> ?1, s.id"""
"""The entry asked for first, then the others of the same minutes."""
_KEJADIAN = f"""SELECT k.*, {_BARANG}, trim(coalesce(g.merek, '') || ' ' || coalesce(g.tipe, '')) AS merek_ganti,
    g.imei1 AS imei_ganti, g.barang AS barang_ganti
FROM ponsel_kejadian k JOIN ponsel_unit u ON u.id = k.unit_id LEFT JOIN ponsel_unit g ON g.id = k.pengganti_id
WHERE k.id = ?"""
_MASA = """SELECT m.jenis, m.akhir_nyata, j.nomor, o.nama, o.alamat FROM rt_masa m
LEFT JOIN rt_jabatan j ON j.id = m.jabatan_id LEFT JOIN rt_orang o ON o.id = m.orang_id WHERE m.id = ?"""


def bast(con: Connection, serah_id: str, *, kertas: str, sekarang: int) -> bytes:
    """Return the minutes of a hand-over as a PDF: serah, kembali, alih or tarik.

    Raises InputSalah for one that is gone or was taken back.
    """
    s, barang = _serah(con, serah_id)
    lingkup, hari = str(s["lingkup"]), date.fromisoformat(s["tanggal"])
    kantor = f9.kepala_kantor(con, lingkup, hari)
    pertama, kedua = _para_pihak(con, s, kantor)
    isi = Bast(
        jenis=s["jenis"], nomor=s["nomor"] or "", hari=hari, pertama=pertama, kedua=kedua,
        tabel=f9.tabel_barang(barang), jumlah=len(barang), alasan=s["alasan"] or "",
        lain=(f9.kuasa(s["jenis"], s["penerima"] or "", s["surat_kuasa"] or ""),),
        mengetahui=f9.mengetahui(con, lingkup, hari) if s["jenis"] == f9.ALIH else None,
    )  # fmt: skip
    return letter.gambar(f9.susun(con, lingkup, isi, dicetak=_saat(sekarang)), Kertas[kertas])


def pernyataan(con: Connection, serah_id: str, *, kertas: str, sekarang: int) -> bytes:
    """Return the holder's statement of responsibility (F9b) as a PDF; InputSalah where nobody holds it after that."""
    s, barang = _serah(con, serah_id)
    if s["jenis"] not in (f9.SERAH, f9.ALIH):
        raise InputSalah("", kata.TANPA_PERNYATAAN)
    lingkup, hari = str(s["lingkup"]), date.fromisoformat(s["tanggal"])
    pemegang = _pemegang(con, s["masa_id"], s["nama"], lingkup, s["tanggal"])
    isi: list[Blok] = [
        Alinea(kata.PERNYATAAN_PEMBUKA),
        *f9.identitas("", pemegang),
        Alinea(kata.PERNYATAAN_TERIMA.format(hari=tanggal.panjang(hari), nomor=s["nomor"] or "-")),
        f9.tabel_barang(barang),
        Alinea(kata.PERNYATAAN_ISI),
        *(Butir(f"{ke}.", kalimat) for ke, kalimat in enumerate(kata.PERNYATAAN_BUTIR, 1)),
        Alinea(kata.PERNYATAAN_PENUTUP, masuk=True),
    ]
    tanda = (
        f9.mengetahui(con, lingkup, hari),
        Penanda((kata.YANG_MENYATAKAN, kata.METERAI), pemegang.nama, ber_nip=False),
    )
    kaki = kata.PERNYATAAN_KAKI.format(nomor=s["nomor"] or "").strip()
    return _surat(con, lingkup, kata.PERNYATAAN_JUDUL, isi, (tanda,), hari, (kaki, sekarang), kertas)


def kejadian(
    con: Connection, kejadian_id: str, *, kertas: str, sekarang: int, saksi: Sequence[str] = ("", "")
) -> bytes:
    """Return the minutes of damage or loss (F9c) as a PDF; InputSalah for an incident that is gone."""
    k = con.execute(_KEJADIAN, (kejadian_id,)).fetchone()
    if k is None:
        raise InputSalah("", kata.KEJADIAN_TIDAK_ADA)
    lingkup, hari = str(k["lingkup"]), tanggal.wib(sekarang).date()
    pelapor = _pemegang(con, k["masa_id"], k["nama"], lingkup, k["tanggal"])
    isi: list[Blok] = [
        Alinea(kata.KEJADIAN_PEMBUKA.format(hari=berita.hari_terbilang(hari)), masuk=True),
        *f9.identitas("", pelapor),
        Alinea(kata.KEJADIAN_LAPOR[k["jenis"]].format(tanggal=_hari(k["tanggal"]))),
        f9.tabel_barang([_barang(k)]),
        Alinea(kata.KEJADIAN_RINCI),
        *(Pasang(label, nilai) for label, nilai in _kejadian(k) if nilai),
        Alinea(kata.KEJADIAN_PENUTUP, masuk=True),
    ]
    pelapor_ = Penanda((kata.PELAPOR,), pelapor.nama, ber_nip=False)
    dua = [Penanda((kata.SAKSI.format(ke=ke),), nama, ber_nip=False) for ke, nama in enumerate(saksi, 1)][:2]
    tanda = ((f9.mengetahui(con, lingkup, hari), pelapor_), tuple(dua))
    judul = kata.KEJADIAN_JUDUL[k["jenis"]]
    return _surat(con, lingkup, (judul,), isi, tanda, hari, (judul.capitalize(), sekarang), kertas)


def _serah(con: Connection, serah_id: str) -> tuple[Row, list[Barang]]:
    """Return a hand-over, and every unit on the same minutes that was not taken back."""
    semua = con.execute(_SERAH, (serah_id,)).fetchall()
    if not semua or semua[0]["id"] != serah_id:
        raise InputSalah("", kata.TIDAK_ADA)
    if semua[0]["dibalik"]:
        raise InputSalah("", kata.DIBATALKAN)
    return semua[0], [_barang(s) for s in semua if not s["dibalik"]]


def _para_pihak(con: Connection, s: Row, kantor: Pihak) -> tuple[Pihak, Pihak]:
    """Return who stands first and second: of a transfer the old and the new head, else the office and the head."""
    lingkup = str(s["lingkup"])
    ketua = _pemegang(con, s["masa_id"], s["nama"], lingkup, s["tanggal"])
    match s["jenis"]:
        case f9.ALIH:
            return _pemegang(con, s["dari_masa_id"], s["dari_nama"], lingkup, s["tanggal"]), ketua
        case f9.KEMBALI:
            return ketua, kantor
        case _:
            return kantor, ketua


def _pemegang(con: Connection, masa_id: str | None, nama: str | None, lingkup: str, hari: str) -> Pihak:
    """Return a head as a party; on ``hari`` (ISO) his term may be over."""
    m = con.execute(_MASA, (masa_id,)).fetchone()
    if m is None:
        return Pihak(nama or "", "")
    bentuk = kata.MANTAN if (m["akhir_nyata"] or "9999") < hari else kata.KETUA_RT
    plt = kata.PLT if m["jenis"] == "plt" else ""
    kelurahan = rt.nama_kelurahan(con, lingkup)
    return Pihak(
        nama or m["nama"] or "",
        bentuk.format(plt=plt, rt=m["nomor"] or "?", kelurahan=kelurahan),
        alamat=m["alamat"] or "",
    )


def _barang(s: Row) -> Barang:
    """Return a unit as it was on that day: condition and accessories of the entry before those of today."""
    kunci = s.keys()
    kondisi = s["kondisi"] or s["kondisi_unit"] or ""
    kelengkapan = (s["kelengkapan"] if "kelengkapan" in kunci else None) or s["kelengkapan_unit"] or ""
    nomor = (
        kata.SERI.format(nomor=s["seri"]) if s["seri"] else "",
        *(kata.IMEI.format(nomor=s[imei]) for imei in ("imei1", "imei2") if s[imei]),
        kata.SIM.format(nomor=s["sim"]) if s["sim"] else "",
    )
    kode = (s["kode_barang"] or "", kata.NUP.format(nomor=s["nup"]) if s["nup"] else "")
    return Barang(
        s["barang"] or "", " ".join(filter(None, (s["merek"], s["tipe"]))), "\n".join(filter(None, nomor)),
        "\n".join(filter(None, kode)), kondisi=text.KODE["kondisi"].get(kondisi, kondisi), kelengkapan=kelengkapan,
    )  # fmt: skip


def _kejadian(k: Row) -> tuple[tuple[str, str], ...]:
    tertanggal = kata.TERTANGGAL.format(tanggal=_hari(k["polisi_tanggal"])) if k["polisi_tanggal"] else ""
    polisi = kata.POLISI_NOMOR.format(nomor=k["polisi_nomor"]) + tertanggal if k["polisi_nomor"] else ""
    ganti = " ".join(filter(None, (k["barang_ganti"], k["merek_ganti"])))
    imei = f" ({kata.IMEI.format(nomor=k['imei_ganti'])})" if k["imei_ganti"] else ""
    return (
        (kata.URAIAN, k["uraian"] or ""),
        (kata.KONDISI, text.KODE["kondisi"].get(k["kondisi"] or "", "")),
        (kata.POLISI, polisi or (kata.POLISI_BELUM if k["jenis"] == "hilang" else "")),
        (kata.TINDAK_LANJUT, k["tindak_lanjut"] or ""),
        (kata.PENGGANTI, ganti + imei),
    )


def _surat(
    con: Connection, lingkup: str, judul: tuple[str, ...], isi: Sequence[Blok], tanda: tuple[tuple[Penanda, ...], ...],
    hari: date, kaki: tuple[str, int], kertas: str,
) -> bytes:  # fmt: skip
    surat = Surat(
        kop=f9.kop(con, lingkup), judul=judul, nomor="", isi=isi,
        tempat_tanggal=f"{kata.TEMPAT}, {tanggal.panjang(hari)}", tanda=tanda, kaki=Kaki(kaki[0], _saat(kaki[1])),
    )  # fmt: skip
    return letter.gambar(surat, Kertas[kertas])


def _hari(iso: str) -> str:
    return tanggal.panjang(date.fromisoformat(iso))


def _saat(sekarang: int) -> str:
    return f"{tanggal.pendek(tanggal.wib(sekarang).date())} {tanggal.jam_wib(sekarang)}"


def _contoh_bast(con: Connection) -> bytes:
    row = con.execute(
        """SELECT s.id FROM ponsel_serah s WHERE s.membalik IS NULL AND s.jenis IN ('serah', 'alih')
           AND NOT EXISTS (SELECT 1 FROM ponsel_serah b WHERE b.membalik = s.id) ORDER BY s.id DESC LIMIT 1"""
    ).fetchone()
    return bast(con, str(row[0]), kertas="F4", sekarang=0) if row else _kosong(kata.DOKUMEN["bast"])


def _contoh_kejadian(con: Connection) -> bytes:
    row = con.execute("SELECT id FROM ponsel_kejadian ORDER BY tanggal DESC, id LIMIT 1").fetchone()
    return kejadian(con, str(row[0]), kertas="F4", sekarang=0) if row else _kosong(kata.DOKUMEN["kejadian"])


def _kosong(judul: str) -> bytes:
    tanda = ((Penanda((kata.YANG_MENYATAKAN,), ber_nip=False),),)
    surat = Surat(None, (judul.upper(),), "", (Alinea(kata.KEJADIAN_PENUTUP),), kata.TEMPAT, tanda, Kaki(judul, ""))
    return letter.gambar(surat, Kertas.F4)


DOCUMENTS = (
    Document("bast-barang", kata.DOKUMEN["bast"], _contoh_bast),
    Document("kejadian-barang", kata.DOKUMEN["kejadian"], _contoh_kejadian),
)
