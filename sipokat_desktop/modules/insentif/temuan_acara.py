"""Red flags of payments for having attended: paid twice for one event, without attendance, above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sipokat_desktop.kernel import rupiah

from . import text_audit
from .bendera import Bendera
from .model import SESI, Acara
from .temuan_data import Bayar, Data


def bayar_dua(data: Data) -> Iterator[Bendera]:
    """More than one payment in force to a post (or to one head of it) for one event, in other months or through other
    components: one slot does not show it (the event was moved between the payments)."""
    per: dict[tuple[str, ...], list[Bayar]] = defaultdict(list)
    for satu, acara in _bayar(data):
        per[satu.jabatan_id, acara.sumber, acara.asal, *satu.slot.split("|")[3:]].append(satu)
    for semua in per.values():
        biasa = {b.slot: b for b in semua}
        if len(biasa) < 2:
            continue
        satu, lebih = semua[-1], sum(b.jumlah for b in [*biasa.values()][1:])
        kalimat = text_audit.BAYAR_ACARA.format(
            rt=data.rt(satu.jabatan_id), nama=data.nama(satu.masa_id), n=len(biasa), jumlah=rupiah.uang(lebih),
            komponen=data.komponen[satu.komponen_id].nama,
        )  # fmt: skip
        yield _bendera(data, "bayar_dua", kalimat, lebih, satu)


def tanpa_hadir(data: Data) -> Iterator[Bendera]:
    """Payments in force to a term that is not recorded as present, or for an event that is cancelled or gone."""
    for satu, acara in _bayar(data):
        if not acara.judul or acara.hadir(satu.masa_id) is None:
            kalimat = (text_audit.TANPA_HADIR if acara.judul else text_audit.TANPA_ACARA).format(
                nama=data.nama(satu.masa_id) or text_audit.TANPA_NAMA, rt=data.rt(satu.jabatan_id),
                komponen=data.komponen[satu.komponen_id].nama, jumlah=rupiah.uang(satu.jumlah),
            )  # fmt: skip
            yield _bendera(data, "tanpa_hadir", kalimat, satu.jumlah, satu)


def atas_hadir(data: Data) -> Iterator[Bendera]:
    """Amounts on lists in force that are above the attendance times the tariff."""
    from . import rules

    for g in data.garis:
        k = data.komponen.get(g.komponen_id)
        if k is None or k.acara is None:
            continue
        for bulan, jumlah in g.rincian.items():
            tarif, kali = rules.tarif_berlaku(k, bulan), k.acara.kali(g.masa_id)
            if bulan not in data.bulan or tarif is None or not kali or jumlah <= tarif.jumlah * kali:
                continue
            boleh = tarif.jumlah * kali
            kalimat = text_audit.ATAS_HADIR.format(
                nama=g.nama, rt=f"RT {g.nomor_rt}", komponen=k.nama, jumlah=rupiah.uang(jumlah),
                boleh=rupiah.uang(boleh),
            )  # fmt: skip
            yield Bendera(
                "atas_tarif", "berat", kalimat, jumlah - boleh, "insentif", "insentif_baris", g.baris_id, g.nomor,
                f"RT {g.nomor_rt}", g.nama, bulan,
            )  # fmt: skip


def kurang_hadir(data: Data) -> Iterator[Bendera]:
    """Lines in force that give less than what the term attended since: the rest is on no list."""
    from . import rules

    for g in data.garis:
        k = data.komponen.get(g.komponen_id)
        if k is None or k.acara is None or k.acara.per != SESI or g.khusus:
            continue
        for bulan, jumlah in g.rincian.items():
            tarif, kali = rules.tarif_berlaku(k, bulan), k.acara.kali(g.masa_id)
            if bulan not in data.bulan or tarif is None or jumlah >= tarif.jumlah * kali:
                continue
            kurang = tarif.jumlah * kali - jumlah
            kalimat = text_audit.KURANG_HADIR.format(
                nama=g.nama, rt=f"RT {g.nomor_rt}", komponen=k.nama, kali=kali, jumlah=rupiah.uang(jumlah),
                kurang=rupiah.uang(kurang),
            )  # fmt: skip
            yield Bendera(
                "kurang_hadir", "sedang", kalimat, kurang, "insentif", "insentif_baris", g.baris_id, g.nomor,
                f"RT {g.nomor_rt}", g.nama, bulan,
            )  # fmt: skip


def _bayar(data: Data) -> Iterator[tuple[Bayar, Acara]]:
    for satu in data.bayar:
        k = data.komponen.get(satu.komponen_id)
        if k and k.acara:
            yield satu, k.acara


def _bendera(data: Data, jenis: str, kalimat: str, jumlah: int, satu: Bayar) -> Bendera:
    return Bendera(
        jenis, "berat", kalimat, jumlah, "insentif", "insentif_mutasi", satu.entri,
        data.nomor_daftar.get(satu.daftar_id, ""), data.rt(satu.jabatan_id), data.nama(satu.masa_id), satu.bulan,
    )  # fmt: skip
