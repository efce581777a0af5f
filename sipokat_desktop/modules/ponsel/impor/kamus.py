"""The words of goods registers: which title means which field."""

from __future__ import annotations

from sipokat_desktop.importing.table import key

LEWAT = "-"
ISIAN: dict[str, str] = {
    "barang": "Nama barang", "merek": "Merek", "tipe": "Tipe", "imei1": "IMEI 1", "imei2": "IMEI 2",
    "seri": "Nomor seri", "sim": "Nomor SIM", "kode_barang": "Kode barang", "nup": "NUP",
    "kelengkapan": "Kelengkapan", "kondisi": "Kondisi", "garansi_sampai": "Garansi sampai",
    "tahun": "Tahun perolehan", "sumber": "Sumber", "harga": "Harga", "catatan": "Catatan", "rt": "RT",
    "nama": "Pemegang", "tanggal": "Tanggal serah", "nomor": "Nomor BAST", "kelurahan": "Kelurahan",
}  # fmt: skip
"""Field key → label, in the order of a combo box."""

UNIT = tuple(ISIAN)[:16]
PENGENAL = ("imei1", "imei2", "seri", "nup")

_SAMA = {
    "barang": "barang namabarang jenisbarang jenis namajenisbarang perangkat",
    "merek": "merek merk merkbarang brand",
    "tipe": "tipe type model tipemodel merktipe merektipe merktype merekmodel spesifikasi",
    "imei1": "imei imei1 noimei nomorimei noimei1 imeisatu imei1imei2 imei12 nomorimei1",
    "imei2": "imei2 noimei2 imeidua nomorimei2",
    "seri": "seri noseri nomorseri serialnumber sn serial noserial",
    "sim": "sim nosim nomorsim simcard nomorsimcard nokartu nomorkartu nohpdinas",
    "kode_barang": "kodebarang kode kodebmn kodebmd kodeaset",
    "nup": "nup noregister register nomorregister nourutpendaftaran nomorurutpendaftaran",
    "kelengkapan": "kelengkapan perlengkapan aksesoris isi",
    "kondisi": "kondisi keadaan kondisibarang keadaanbarang",
    "garansi_sampai": "garansi garansisampai masagaransi akhirgaransi garansiberakhir",
    "tahun": "tahun tahunperolehan thnperolehan tahunpengadaan thn tahunpembelian",
    "sumber": "sumber sumberdana asalusul asal perolehan caraperolehan pengadaan",
    "harga": "harga hargaperolehan nilai nilaiperolehan hargasatuan hargarp",
    "catatan": "catatan keterangan ket",
    "rt": "rt nort nomorrt ketuart rtrw jabatan",
    "nama": "nama pemegang namapemegang namaketuart namapenerima penerima penanggungjawab namapenanggungjawab "
    "pengguna namapengguna namalengkap",
    "tanggal": "tanggal tgl tanggalserah tanggalserahterima tanggalpenyerahan tanggalterima tglterima tglserah",
    "nomor": "nomorbast nobast bast nomorberitaacara noberitaacara",
    "kelurahan": "kelurahan kel namakelurahan desa kelurahandesa",
    LEWAT: "no nomor nourut urut tandatangan ttd paraf kecamatan nik alamat jumlah",
}
_TEPAT = {satu: isian for isian, semua in _SAMA.items() for satu in semua.split()}


def kenali(atas: str, bawah: str) -> str:
    """Return the field that a title in two parts stands for; "" for none, "-" for one that is not read."""
    for satu in (bawah, f"{atas} {bawah}", atas if not bawah else ""):
        if isian := _TEPAT.get(key(satu)):
            return isian
    return ""
