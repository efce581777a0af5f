"""The commands of module ponsel at the city: the requests for help of all offices, and the answers to them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from sipokat_desktop.kernel import tanggal, wilayah
from sipokat_desktop.kernel.canonical import Fields
from sipokat_desktop.kernel.errors import InputSalah
from sipokat_desktop.modules.rt.rules import teks
from sipokat_desktop.storage.command import City, CityAnswer, CityCommand, CityDoc, CityRow, Json

from . import text_ekspor as kata
from .bantuan_ops import DITANGANI, SELESAI
from .model import pengenal, sebutan
from .text import KODE

TABEL = "ponsel_bantuan"
_PENDEK = 8
"""Characters of an id that are shown; so many or more are taken for it."""


def _daftar_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--kantor", default="", metavar="KODE", help="kelurahan atau kecamatan; bawaan: semua kantor")
    parser.add_argument("--semua", action="store_true", help="juga yang sudah selesai")


def _daftar(city: City, args: Namespace) -> CityAnswer:
    scopes = wilayah.kelurahan_dari(wilayah.lingkup_kantor(wilayah.cari_kantor(args.kantor))) if args.kantor else ()
    semua = sorted(city.rows(TABEL, scopes=scopes), key=lambda doc: (str(doc.fields["diminta"]), doc.row_id))
    pilih = [doc for doc in semua if args.semua or doc.fields["keadaan"] != SELESAI]
    barang = {doc.row_id: doc.fields for doc in city.rows("ponsel_unit", scopes=scopes)} if pilih else {}
    lines = tuple(_baris(doc, barang.get(str(doc.fields["unit_id"]), {})) for doc in pilih)
    data: list[Json] = [
        {"id": doc.row_id, "kantor": doc.scope, **{nama: nilai for nama, nilai in doc.fields.items()}} for doc in pilih
    ]
    return CityAnswer(lines=lines or (kata.TANPA_PERMINTAAN,), data=data)


def _baris(doc: CityDoc, unit: Fields) -> str:
    def isi(nama: str) -> str:
        return str(unit.get(nama) or "")

    nomor = pengenal(imei=isi("imei1") or isi("imei2"), seri=isi("seri"), nup=isi("nup"), sim=isi("sim"))
    f = doc.fields
    return kata.PERMINTAAN.format(
        id=doc.row_id[-_PENDEK:], kantor=wilayah.nama_kantor(doc.scope), diminta=f["diminta"],
        jenis=KODE["bantuan"].get(str(f["jenis"]), str(f["jenis"])), nama=f.get("nama") or "-",
        barang=" ".join(filter(None, (sebutan(isi("barang"), isi("merek"), isi("tipe")), nomor))),
        keadaan=KODE["keadaan_bantuan"].get(str(f["keadaan"]), str(f["keadaan"])),
    )  # fmt: skip


def _jawab_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="seperti yang ditampilkan `sipokat-pusat bantuan`")
    parser.add_argument("--keadaan", required=True, choices=(DITANGANI, SELESAI))
    parser.add_argument("--jawaban", required=True, metavar="TEKS", help="apa yang dibaca kantor")


def _jawab(city: City, args: Namespace) -> CityAnswer:
    return jawab(city, args.id, keadaan=args.keadaan, jawaban=args.jawaban)


def jawab(city: City, id: str, *, keadaan: str, jawaban: str) -> CityAnswer:
    """Answer a request (its id, or the end of it): its state, ``ditangani`` or ``selesai``, and what the office reads.

    Raises InputSalah for an empty answer, a request that is not there, or one that is closed.
    """
    isi = teks(jawaban, "jawaban")
    if not isi:
        raise InputSalah("jawaban", kata.JAWABAN_KOSONG)
    if keadaan not in (DITANGANI, SELESAI):
        raise InputSalah("keadaan", kata.KEADAAN_SALAH)
    doc = _cari(city, id)
    kini = str(doc.fields["keadaan"])
    if kini == SELESAI:
        raise InputSalah("id", kata.SUDAH_SELESAI)
    fields: Fields = {
        "keadaan": keadaan, "jawaban": isi, "dijawab": tanggal.wib(city.now).date().isoformat(),
    }  # fmt: skip
    if kini == keadaan:
        del fields["keadaan"]
        row = CityRow(TABEL, doc.row_id, fields, scope=doc.scope)
    else:
        row = CityRow(TABEL, doc.row_id, fields, scope=doc.scope, kind="move", expected=kini)
    return CityAnswer(rows=(row,), lines=(kata.DIJAWAB,), data={"id": doc.row_id, "keadaan": keadaan})


def _cari(city: City, id: str) -> CityDoc:
    """Return the request with this id or the end of it; raise InputSalah for none or several."""
    cocok = [doc for doc in city.rows(TABEL) if doc.row_id == id or (len(id) >= _PENDEK and doc.row_id.endswith(id))]
    if not cocok:
        raise InputSalah("id", kata.BANTUAN_TAK_ADA.format(id=id))
    if len(cocok) > 1:
        raise InputSalah("id", kata.BANTUAN_BANYAK.format(id=id))
    return cocok[0]


CITY_COMMANDS: tuple[CityCommand, ...] = (
    CityCommand(("bantuan",), "permintaan bantuan dari semua kantor", _daftar_arguments, _daftar),
    CityCommand(("bantuan", "jawab"), "jawab satu permintaan bantuan", _jawab_arguments, _jawab),
)
