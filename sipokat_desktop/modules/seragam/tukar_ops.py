"""After the hand-over: a wrong size is exchanged, a piece that is gone is replaced with the reason."""

from __future__ import annotations

from datetime import date

from sipokat_desktop.kernel import tanggal
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.rules import teks
from sipokat_desktop.storage.store import Done, Store
from sipokat_desktop.storage.tx import Tx

from . import rules, stok, text
from .langkah import Cara, alasan_wajib, baca_cara, catat_ke_rt, dari_mana, dikenal
from .masalah import rantai, ujung
from .model import Barang, IsianUkuran, Kuasa, Pegang, Pemakai, Pengadaan
from .pemakai import satu_pemakai
from .pengadaan import terbuka
from .ukuran_ops import tulis_ukuran


def tukar(
    store: Store, pengadaan_id: str, jabatan_id: str, *, ukuran: str, model: str | None = None,
    kembali: Barang | None = None, jumlah: int = 0, dari: str = "", cara: str = "kantor", hari: date | None = None,
    alasan: str = "", kuasa: Kuasa | None = None, ubah_ukuran: bool = True,
) -> Done[str]:  # fmt: skip
    """Give a post another size for what it holds, which comes back to the place the new one is taken from; one entry.

    ``kembali`` names what comes back where it holds several kinds, ``jumlah`` the pieces (0: all of that kind). With
    ``ubah_ukuran`` the roster says the new size of the head afterwards. Returns the entry's id. Raises InputSalah where
    nothing was handed over, the size is the same, or none is left.
    """
    bagaimana = baca_cara(store, dari=dari, cara=cara, acara="", hari=hari)
    ukuran_baru, kata = rules.baca_ukuran(ukuran), teks(alasan, "alasan") or ""

    def work(tx: Tx) -> str:
        p, satu, sebelum = _pemegang(tx, pengadaan_id, jabatan_id, bagaimana)
        asal = _yang_kembali(satu, kembali)
        model_baru = asal.model if model is None else rules.baca_model(model, p.model)
        barang = dikenal(p, Barang(model_baru, ukuran_baru))
        if barang == asal:
            raise InputSalah("ukuran", text.TUKAR_SAMA)
        banyak = _banyak(satu, asal, jumlah)
        tempat = _ambil(tx, p, satu, bagaimana, barang, banyak)
        id = catat_ke_rt(
            tx, p, satu, jenis="tukar", dari=tempat, barang=barang, jumlah=banyak, kembali=asal, cara=bagaimana,
            slot=rules.slot_rt(p.pengadaan_id, jabatan_id, sebelum.gerak_id), kuasa=kuasa, alasan=kata,
        )  # fmt: skip
        if ubah_ukuran:
            lain = None if model is None or barang.model == asal.model else barang.model
            tulis_ukuran(tx, p, satu, IsianUkuran(ukuran=barang.ukuran, model=lain))
        return id

    return store.write("seragam.tukar", work)


def ganti(
    store: Store, pengadaan_id: str, jabatan_id: str, *, alasan: str, ukuran: str = "", model: str | None = None,
    jumlah: int = 0, dari: str = "", cara: str = "kantor", hari: date | None = None, kuasa: Kuasa | None = None,
) -> Done[str]:  # fmt: skip
    """Give a post another piece beside what it received, with the reason (damaged, lost, a new head); returns the id.

    Without ``ukuran`` it is what the head wears. Raises InputSalah without a reason, where nothing was handed over
    before, the size is missing, or none is left.
    """
    bagaimana = baca_cara(store, dari=dari, cara=cara, acara="", hari=hari)
    kata, dipilih = alasan_wajib(alasan), rules.baca_ukuran(ukuran)

    def work(tx: Tx) -> str:
        p, satu, sebelum = _pemegang(tx, pengadaan_id, jabatan_id, bagaimana)
        model_baru = satu.model if model is None else rules.baca_model(model, p.model)
        barang = Barang(model_baru, dipilih or satu.ukuran)
        if not dipilih and satu.kurang not in ("", text.CM_BELUM):
            raise InputSalah("ukuran", text.BELUM_LENGKAP.format(rt=satu.nomor, nama=satu.nama, kurang=satu.kurang))
        banyak = rules.wajar(jumlah or p.per_orang)
        tempat = _ambil(tx, p, satu, bagaimana, dikenal(p, barang), banyak)
        return catat_ke_rt(
            tx, p, satu, jenis="ganti", dari=tempat, barang=barang, jumlah=banyak, cara=bagaimana,
            slot=rules.slot_rt(p.pengadaan_id, jabatan_id, sebelum.gerak_id), kuasa=kuasa, alasan=kata,
        )  # fmt: skip

    return store.write("seragam.ganti", work)


def _pemegang(tx: Tx, pengadaan_id: str, jabatan_id: str, cara: Cara) -> tuple[Pengadaan, Pemakai, Pegang]:
    """Return the purchase, the post and the entry that a further one follows; raise InputSalah where none may."""
    p = terbuka(tx.con, pengadaan_id)
    satu = satu_pemakai(tx.con, pengadaan_id, jabatan_id, hari=cara.hari)
    buruk, sebelum = rantai(satu.pegang), ujung(satu.pegang)
    if sebelum is None:
        raise InputSalah("rt", text.BELUM_MENERIMA.format(rt=satu.nomor))
    if buruk.ganda:
        raise InputSalah("rt", text.MENUNGGU.format(rt=satu.nomor))
    if buruk.yatim:
        raise InputSalah("rt", text.PERTAMA_DIBATALKAN.format(rt=satu.nomor))
    if satu.kosong:
        raise InputSalah("rt", text.TANPA_KETUA.format(rt=satu.nomor, tanggal=tanggal.panjang(cara.hari)))
    if cara.hari.isoformat() < sebelum.tanggal:
        hari = tanggal.panjang(date.fromisoformat(sebelum.tanggal))
        raise InputSalah("tanggal", text.HARI_MUNDUR.format(rt=satu.nomor, tanggal=hari))
    return p, satu, sebelum


def _yang_kembali(satu: Pemakai, kembali: Barang | None) -> Barang:
    punya = [barang for barang, n in satu.memegang.items() if n > 0]
    kata = {"rt": satu.nomor, "isi": rules.sebut_isi(satu.memegang)}
    if kembali is None and len(punya) != 1:
        raise InputSalah("kembali", text.KEMBALI_PILIH.format(**kata))
    if kembali is not None and kembali not in punya:
        raise InputSalah("kembali", text.BARANG_TIDAK_DIPEGANG.format(barang=kembali.kata, **kata))
    return kembali or punya[0]


def _banyak(satu: Pemakai, barang: Barang, jumlah: int) -> int:
    punya = satu.memegang[barang]
    if jumlah < 0 or jumlah > punya:
        kata = {"rt": satu.nomor, "barang": f"{jumlah} {barang.kata}", "isi": rules.sebut_isi(satu.memegang)}
        raise InputSalah("jumlah", text.BARANG_TIDAK_DIPEGANG.format(**kata))
    return jumlah or punya


def _ambil(tx: Tx, p: Pengadaan, satu: Pemakai, cara: Cara, barang: Barang, jumlah: int) -> str:
    tempat = dari_mana(p, satu, cara)
    stok.gudang(tx.con, p.pengadaan_id).wajib(tempat, barang, jumlah, satuan=p.satuan)
    return tempat
