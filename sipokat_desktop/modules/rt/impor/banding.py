"""Compares what was read with what is stored: the plan of an import. Reads only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sipokat_desktop.importing.sheet import Workbook
from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.kernel.tenang import tanpa_sapuan
from sipokat_desktop.storage import sqlite
from sipokat_desktop.storage.store import Store

from . import aman, bacaan, cocok, kata, lembar_ganda, nasib, pos_sel, simpanan
from .bacaan import Bacaan, HasilBaca
from .hasil import Berat, Maju, Tanda, diam
from .pemetaan import Pemetaan
from .rencana import BarisRencana, Kerja, Nasib, Pilihan, Rencana, kata_isian
from .simpanan import Simpanan

_LANGKAH = 2000


def banding(
    store: Store, lingkup: str, berkas: Workbook, pemetaan: Pemetaan, pilihan: Pilihan | None = None, *,
    maju: Maju = diam,
) -> Rencana:  # fmt: skip
    """Return the plan of importing ``berkas`` into ``lingkup``; nothing is written.

    People are recognised by NIK, else by RT and name, never by the order of rows; an empty cell changes nothing;
    nobody missing from the sheet is touched. Raises InputSalah when a required column or every row is missing.
    """
    if pemetaan.kurang:
        raise InputSalah("berkas", f"{pemetaan.kurang[0]} {kata.AMAN}")
    pilihan = pilihan or Pilihan()
    hari = tanggal.wib(store.clock()).date()
    with tanpa_sapuan():
        dibaca = _baca(berkas, pemetaan, hari, pilihan, maju)
        if not dibaca.baris:
            raise InputSalah("berkas", kata.TANPA_BARIS.format(nama=berkas.nama))
        return _Pembanding(store.reader(), lingkup, hari, pilihan, maju).rencana(berkas, pemetaan, dibaca)


def _baca(berkas: Workbook, pemetaan: Pemetaan, hari: date, pilihan: Pilihan, maju: Maju) -> HasilBaca:
    """Read the file; suggestions that the user accepted are then read as if they had been typed."""
    dibaca = bacaan.baca(berkas, pemetaan, hari, pilihan.isi, maju=maju)
    usul = {
        (satu.letak, tanda.isian): tanda.usul
        for satu in (dibaca.baris if pilihan.terima else ())
        for tanda in satu.tanda
        if tanda.usul and (satu.letak, tanda.isian) in pilihan.terima
    }
    return bacaan.baca(berkas, pemetaan, hari, {**usul, **pilihan.isi}, maju=maju) if usul else dibaca


class _Pembanding:
    """Goes through the rows once, with the store's rows at hand."""

    def __init__(self, con: sqlite.Connection, lingkup: str, hari: date, pilihan: Pilihan, maju: Maju) -> None:
        self._lingkup, self._hari, self._pilihan, self._maju = lingkup, hari, pilihan, maju
        self._ada: Simpanan = simpanan.baca(con, lingkup, hari)
        self._kenal = pos_sel.Kenal()
        self._judul: set[str] = set()

    def rencana(self, berkas: Workbook, pemetaan: Pemetaan, dibaca: HasilBaca) -> Rencana:
        """Return the plan of all rows."""
        lain = self._kelurahan_lain(dibaca.baris)
        ganda = lembar_ganda.cari([satu for satu in dibaca.baris if not self._lewat(satu, lain)], sama=cocok.kunci)
        self._kenal = pos_sel.kenali(
            (x for x in dibaca.baris if "nomor" in x.isi and x.letak not in ganda.persis and not self._lewat(x, lain)),
            self._ada,
        )
        baris: list[BarisRencana] = []
        for ke, satu in enumerate(dibaca.baris):
            if ke % _LANGKAH == 0:
                self._maju(ke, len(dibaca.baris))
            baris.append(self._satu(satu, lain, ganda))
        aman.nik_tunggal(baris, self._ada)
        return Rencana(
            berkas.nama, self._lingkup, self._hari, baris, dibaca.diabaikan,
            (*berkas.catatan, *self._catatan(dibaca, lain)), self._tak_ada(), pemetaan, self._ada.sidik,
        )  # fmt: skip

    def _kelurahan_lain(self, baris: Iterable[Bacaan]) -> dict[str, str]:
        """Return which codes named in titles make a row another kelurahan's: only where several are named."""
        self._judul = disebut = {str(satu.isi["_kelurahan_judul"]) for satu in baris if "_kelurahan_judul" in satu.isi}
        if len(disebut) < 2 and self._lingkup not in disebut:
            return {}
        return {kode: wilayah.nama(kode) for kode in disebut if kode != self._lingkup}

    def _lewat(self, satu: Bacaan, lain: dict[str, str]) -> str:
        """Return why a row is skipped before anything is compared; "" when it is not."""
        kode = str(satu.isi.get("kelurahan") or satu.isi.get("_kelurahan_judul") or "")
        if satu.letak in self._pilihan.lewati:
            return kata.DILEWATI_ANDA
        if satu.bukan:
            return satu.bukan
        if kode and kode != self._lingkup and ("kelurahan" in satu.isi or kode in lain):
            return kata.KELURAHAN_LAIN.format(nama=wilayah.nama(kode))
        return ""

    def _satu(self, satu: Bacaan, lain: dict[str, str], ganda: lembar_ganda.Ganda) -> BarisRencana:
        lewat = self._lewat(satu, lain)
        isi = satu.isi
        isi.pop("_kelurahan_judul", None)
        isi.pop("kelurahan", None)
        if lewat or satu.letak in ganda.persis:
            alasan = lewat or kata.SAMA_PERSIS.format(baris=ganda.persis[satu.letak])
            return BarisRencana(satu.letak, satu.lembar, Nasib.DILEWATI, alasan, isi, tanda=satu.tanda)
        if "nomor" not in isi and not any(tanda.isian == "nomor" for tanda in satu.tanda):
            satu.tanda.append(Tanda("nomor", "", "", Berat.SALAH, kata.TANPA_RT))
        satu.tanda.extend(ganda.tanda.get(satu.letak, ()))
        if satu.tanda and any(tanda.berat is Berat.SALAH for tanda in satu.tanda):
            return self._masalah(satu)
        return self._bandingkan(satu)

    @staticmethod
    def _masalah(satu: Bacaan, pesan: str = "", isian: str = "", lama: str = "") -> BarisRencana:
        if pesan:
            satu.tanda.append(Tanda(isian, "", "", Berat.SALAH, pesan))
        alasan = next(tanda.pesan for tanda in satu.tanda if tanda.berat is Berat.SALAH)
        return BarisRencana(satu.letak, satu.lembar, Nasib.MASALAH, alasan, satu.isi, tanda=satu.tanda, lama=lama)

    def _bandingkan(self, satu: Bacaan) -> BarisRencana:
        isi = satu.isi
        jabatan_id = self._kenal.pos.get(satu.letak, "")
        if salah := self._kenal.salah.get(satu.letak):
            return self._masalah(satu, salah, "rw")
        jabatan = self._ada.jabatan.get(jabatan_id)
        saat = max(self._hari, date.fromisoformat(str(isi["tmt"]))) if isi.get("tmt") else self._hari
        masa = self._ada.menjabat(jabatan_id, saat) if jabatan else None
        if satu.kosong:
            return self._lowong(satu, jabatan_id, jabatan, masa)
        orang = self._ada.orang.get(str(masa["orang_id"])) if masa else None
        if (asing := self._asing(satu, orang)) is not None:
            if satu.letak not in self._pilihan.ganti and satu.letak not in self._pilihan.orang_sama:
                return self._tanya_orang(satu, str(asing["nama"]), jabatan_id)
            self._tanpa_nik(satu, str(asing["nama"]))
        if masa is None:
            return self._baru_menjabat(satu, jabatan_id, jabatan)
        if orang is None or self._sama(satu, orang):
            return self._ubah(satu, jabatan_id, jabatan or {}, masa, orang)
        return self._ganti(satu, jabatan_id, jabatan or {}, masa, orang)

    def _baru_menjabat(self, satu: Bacaan, jabatan_id: str, jabatan: Fields | None) -> BarisRencana:
        """Return the first head of a new post, or the next one of a vacant post."""
        isi = satu.isi
        dulu = aman.mantan(satu, self._ada, jabatan_id) if satu.letak not in self._pilihan.ganti else None
        if dulu:
            nama = self._ada.orang[str(dulu["orang_id"])]["nama"] or ""
            usai = kata_isian("akhir_nyata", dulu["akhir_nyata"])
            return self._masalah(satu, kata.MANTAN.format(nama=nama, rt=isi["nomor"], akhir=usai), "tmt")
        if pesan := aman.tumpuk(self._ada, jabatan_id, isi, mulai=self._hari.isoformat()):
            return self._masalah(satu, pesan, "tmt")
        alasan = kata.BARU_KETUA if jabatan else kata.BARU_POS
        kerja = self._kerja_baru(satu, jabatan_id, jabatan)
        return BarisRencana(satu.letak, satu.lembar, Nasib.BARU, alasan, isi, tanda=satu.tanda, kerja=kerja)

    def _sama(self, satu: Bacaan, orang: Fields) -> bool:
        """Decide whether the row speaks of the present head; the user's word counts first."""
        if satu.letak in self._pilihan.ganti:
            return False
        hasil = nasib.orang_sama(satu, orang)
        asing = self._asing(satu, orang)
        return asing is None or asing is orang if satu.letak in self._pilihan.orang_sama else hasil

    def _asing(self, satu: Bacaan, orang: Fields | None) -> Fields | None:
        """Return the known person, the present head first, whose NIK the row carries under another name."""
        kenal = self._ada.orang.get(self._ada.per_nik.get(str(satu.isi.get("nik") or ""), ""))
        return next((x for x in (orang, kenal) if x is not None and nasib.nama_lain(satu, x)), None)

    def _tanya_orang(self, satu: Bacaan, nama: str, jabatan_id: str) -> BarisRencana:
        pesan = aman.milik_lain(self._ada, str(satu.isi.get("nik") or ""), jabatan_id)
        baris = self._masalah(satu, pesan or kata.NIK_NAMA_LAIN.format(nama=nama), "nik")
        baris.tanya_orang = True
        return baris

    def _tanpa_nik(self, satu: Bacaan, nama: str) -> None:
        """Leave out a NIK that is another person's, as the user said."""
        if satu.letak in self._pilihan.ganti and satu.isi.pop("nik", None):
            satu.tanda.append(Tanda("nik", "", "", Berat.RAGU, kata.NIK_TAK_DIPAKAI.format(nama=nama)))

    def _lowong(self, satu: Bacaan, jabatan_id: str, jabatan: Fields | None, masa: Fields | None) -> BarisRencana:
        if masa is not None:
            nama = (self._ada.orang.get(str(masa["orang_id"])) or {}).get("nama") or ""
            satu.tanda.append(Tanda("nama", "", "", Berat.RAGU, kata.POS_KOSONG_TERISI.format(nama=nama)))
        if jabatan is None:
            kerja = Kerja(jabatan_id=nasib.id_pos(self._lingkup, satu.isi), jabatan_baru=True)
            return BarisRencana(
                satu.letak, satu.lembar, Nasib.BARU, kata.POS_KOSONG, satu.isi, tanda=satu.tanda, kerja=kerja
            )
        beda = nasib.berubah("rt_jabatan", satu.isi, jabatan)
        kerja = Kerja(jabatan_id=jabatan_id, jabatan=beda)
        return self._hasil(satu, kerja, nasib.dalam_kata(jabatan, beda))

    def _hasil(self, satu: Bacaan, kerja: Kerja, beda: nasib.Bedabeda) -> BarisRencana:
        if not beda:
            return BarisRencana(satu.letak, satu.lembar, Nasib.SAMA, kata.SAMA, satu.isi, tanda=satu.tanda)
        alasan = kata.DIUBAH.format(isian=", ".join(dict.fromkeys(x.label for x in beda)))
        return BarisRencana(satu.letak, satu.lembar, Nasib.DIUBAH, alasan, satu.isi, beda, satu.tanda, kerja=kerja)

    def _ubah(self, satu: Bacaan, jabatan_id: str, jabatan: Fields, masa: Fields, orang: Fields | None) -> BarisRencana:
        isi = satu.isi
        if orang and satu.letak not in self._pilihan.orang_sama and aman.diangkat_lagi(isi, masa):
            return self._lanjut(satu, jabatan_id, jabatan, masa, orang)
        kerja = Kerja(
            jabatan_id, orang_id=str(masa["orang_id"]), masa_id=str(masa["id"]),
            jabatan=nasib.berubah("rt_jabatan", isi, jabatan),
            orang=nasib.berubah("rt_orang", isi, orang) if orang else {},
            masa=nasib.berubah("rt_masa", isi, masa),
        )  # fmt: skip
        baru = {**masa, **kerja.masa}
        if baru["tmt"] and baru["akhir_sk"] and str(baru["akhir_sk"]) < str(baru["tmt"]):
            return self._masalah(satu, kata.AKHIR_AWAL, "akhir_sk")
        if pesan := aman.tmt_salah(self._ada, satu, masa, baru):
            return self._masalah(satu, pesan, "tmt")
        beda = (
            *nasib.dalam_kata(jabatan, kerja.jabatan), *nasib.dalam_kata(orang or {}, kerja.orang),
            *nasib.dalam_kata(masa, kerja.masa),
        )  # fmt: skip
        return self._hasil(satu, kerja, beda)

    def _ganti(self, satu: Bacaan, jabatan_id: str, jabatan: Fields, masa: Fields, orang: Fields) -> BarisRencana:
        isi, rt, lama = satu.isi, satu.isi["nomor"], str(orang["nama"] or "")
        if dulu := aman.mantan(satu, self._ada, jabatan_id):
            usai = kata_isian("akhir_nyata", dulu["akhir_nyata"])
            return self._masalah(satu, kata.SUDAH_BERAKHIR.format(akhir=usai, rt=rt, nama=lama), "nama", lama)
        if masa["tmt"] and isi.get("tmt") and str(isi["tmt"]) <= str(masa["tmt"]):
            tmt = kata_isian("tmt", masa["tmt"])
            return self._masalah(satu, kata.LEBIH_LAMA.format(rt=rt, nama=lama, tmt=tmt), "nama", lama)
        mulai = date.fromisoformat(str(isi["tmt"])) if isi.get("tmt") else self._hari
        akhir = mulai - timedelta(days=1)
        if masa["tmt"] and akhir.isoformat() < str(masa["tmt"]):
            tmt = kata_isian("tmt", masa["tmt"])
            return self._masalah(satu, kata.LEBIH_LAMA.format(rt=rt, nama=lama, tmt=tmt), "tmt", lama)
        if not isi.get("tmt"):
            satu.tanda.append(Tanda("tmt", "", "", Berat.RAGU, kata.GANTI_TANPA_TMT))
        kerja = self._kerja_baru(satu, jabatan_id, jabatan)
        if pesan := self._menutup(kerja, masa, mulai):
            return self._masalah(satu, pesan, "tmt", lama)
        beda = nasib.ganti_dalam_kata(isi, orang, masa)
        alasan = kata.GANTI.format(rt=rt, lama=lama, baru=isi.get("nama") or "")
        return BarisRencana(satu.letak, satu.lembar, Nasib.GANTI, alasan, isi, beda, satu.tanda, lama, kerja)

    def _lanjut(self, satu: Bacaan, jabatan_id: str, jabatan: Fields, masa: Fields, orang: Fields) -> BarisRencana:
        """Return another term of the present head: the old one ends the day before."""
        isi, rt, nama = satu.isi, satu.isi["nomor"], str(orang["nama"] or "")
        kerja = Kerja(
            jabatan_id, orang_id=str(orang["id"]), jabatan=nasib.berubah("rt_jabatan", isi, jabatan),
            orang=nasib.berubah("rt_orang", isi, orang),
        )  # fmt: skip
        if pesan := self._menutup(kerja, masa, date.fromisoformat(str(isi["tmt"]))):
            return self._masalah(satu, pesan, "tmt", nama)
        alasan = kata.LANJUT.format(rt=rt, nama=nama, tmt=kata_isian("tmt", isi["tmt"]))
        beda = nasib.ganti_dalam_kata(isi, orang, masa)
        return BarisRencana(satu.letak, satu.lembar, Nasib.GANTI, alasan, isi, beda, satu.tanda, nama, kerja)

    def _menutup(self, kerja: Kerja, masa: Fields, mulai: date) -> str:
        """Let ``masa`` end before ``mulai``, unless its end is on record; return what stands in the way, or ""."""
        kerja.tutup, kecuali = str(masa["id"]), ""
        if not masa["akhir_nyata"]:
            kerja.akhir, kecuali = (mulai - timedelta(days=1)).isoformat(), kerja.tutup
        return aman.tumpuk(self._ada, kerja.jabatan_id, {"tmt": mulai.isoformat()}, kecuali=kecuali)

    def _kerja_baru(self, satu: Bacaan, jabatan_id: str, jabatan: Fields | None) -> Kerja:
        """Return the work of a new term: on a new or known post, by a new or known person."""
        kerja = Kerja(jabatan_id or nasib.id_pos(self._lingkup, satu.isi), jabatan_baru=jabatan is None)
        if jabatan is not None:
            kerja.jabatan = nasib.berubah("rt_jabatan", satu.isi, jabatan)
        nik = satu.isi.get("nik")
        kenal = self._ada.per_nik.get(str(nik), "") if nik else ""
        if kenal:
            orang = self._ada.orang[kenal]
            kerja.orang_id, kerja.orang = kenal, nasib.berubah("rt_orang", satu.isi, orang)
            satu.tanda.append(Tanda("nik", "", "", Berat.RAPI, kata.ORANG_LAMA.format(nama=orang["nama"])))
        return kerja

    def _tak_ada(self) -> tuple[str, ...]:
        """Name the stored heads in office who are not on the sheet."""
        nama: list[str] = []
        ditemui = set(self._kenal.pos.values())
        for id_, satu in self._ada.jabatan.items():
            masa = None if id_ in ditemui else self._ada.menjabat(id_, self._hari)
            if masa:
                orang = self._ada.orang.get(str(masa["orang_id"])) or {}
                nama.append(f"RT {satu['nomor']} · {orang.get('nama') or ''}")
        return tuple(sorted(nama))

    def _catatan(self, dibaca: HasilBaca, lain: dict[str, str]) -> list[str]:
        hasil = [
            kata.KELURAHAN_JUDUL.format(judul=wilayah.nama(kode), lingkup=wilayah.nama(self._lingkup))
            for kode in sorted(self._judul - {self._lingkup} - lain.keys())
        ]
        if tak_ada := len(self._tak_ada()):
            hasil.append(kata.TAK_ADA.format(n=tak_ada))
        if dibaca.diabaikan:
            hasil.append(kata.DIABAIKAN.format(n=len(dibaca.diabaikan)))
        return hasil
