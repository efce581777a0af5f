"""What the certificates of an event say, and what is said while they are designed and issued."""

from __future__ import annotations

TINDAKAN = {
    "bimtek.rancangan": "Ubah rancangan sertifikat",
    "bimtek.gambar": "Ubah gambar sertifikat",
    "bimtek.terbit": "Terbitkan sertifikat",
    "bimtek.tarik_sertifikat": "Tarik sertifikat",
}
JUDUL = "Sertifikat"
KALIMAT = "sebagai PESERTA {kegiatan}, yang diselenggarakan oleh {penyelenggara} pada {tanggal} di {tempat}."
NOMOR = "{urut}/BIMTEK-RT/{bulan}/{tahun}"
PENGISI = {
    "kegiatan": "nama kegiatan",
    "tema": "tema kegiatan",
    "tanggal": "hari pelaksanaannya",
    "tempat": "tempatnya",
    "penyelenggara": "kantor penyelenggara",
}
NOMOR_PENGISI = {
    "urut": "kode kegiatan, kelurahan dan RT (wajib ada)",
    "bulan": "bulan terbit dengan angka Romawi",
    "tahun": "tahun terbit",
}
WARNA = {"biru": "Biru", "hijau": "Hijau", "merah": "Merah tua", "emas": "Emas", "hitam": "Hitam"}
SYARAT = {"satu": "hadir di satu sesi atau lebih", "semua": "hadir di semua sesinya"}
SEBAGAI = "Ketua RT {rt} Kelurahan {kelurahan}, Kecamatan {kecamatan}"
MATERI = "Materi {kegiatan}"
TEMPAT = "Lubuk Linggau"
NAMA_CONTOH = "H. Sopian Hadi, S.Pd."
NOMOR_CONTOH = "K7QM-051001.05-X4T"
KEGIATAN_CONTOH = "Bimbingan Teknis Ketua RT"
TANPA_TEMPAT = "Lubuk Linggau"
NAMA_BERKAS = "Sertifikat {kegiatan}.pdf"

RANCANGAN = "Rancangan sertifikat {kantor}"
TERBIT = "Sertifikat {nama} · {nomor}"
PENGISI_ASING = "“{asing}” tidak dikenal. Yang dapat dipakai: {pilihan}."
KURUNG = "Tanda kurung kurawal tidak berpasangan. Tulis seperti {contoh}."
URUT_WAJIB = "Pola nomor harus memuat {urut}, agar tiap sertifikat punya nomor sendiri."
KOSONG = "Isian ini tidak boleh kosong. Hapus seluruhnya untuk memakai isian bawaan."
PANJANG = "Paling panjang {n} huruf; ini {ada}."
WARNA_SALAH = "Warna “{warna}” tidak ada. Pilih {pilihan}."
GAMBAR_SALAH = "Berkas itu bukan gambar JPEG atau PNG yang utuh. Pilih berkas lain."
GAMBAR_BESAR = "Gambar itu {kb} KB; paling besar {batas} KB. Perkecil dulu, atau pilih gambar lain."
ISIAN_ASING = "Isian {nama} tidak ada pada rancangan sertifikat."
SYARAT_SALAH = "Syarat “{syarat}” tidak dikenal. Pilih satu atau semua."
TAK_ADA = "Belum ada peserta yang hadir, jadi tidak ada sertifikat yang diterbitkan. Catat kehadirannya dulu."
TAK_ADA_TERBIT = "Belum ada sertifikat yang terbit untuk pilihan ini. Terbitkan dulu, lalu cetak."
KANTOR_LAIN = "Sertifikat kegiatan ini diterbitkan oleh {kantor}. Minta kantor itu menerbitkannya."
HASIL = "{baru} sertifikat diterbitkan."
HASIL_SUDAH = "{baru} sertifikat diterbitkan; {sudah} orang sudah punya."
DITARIK = "{n} sertifikat ditarik."

RAGU = "Sertifikat tanpa kehadiran"
RAGU_ATURAN = "Sertifikat diberikan kepada yang hadir. Catat lagi kehadirannya, atau tarik sertifikatnya."
RAGU_KATA = "{nama} punya sertifikat {nomor}, tetapi kehadirannya pada {kegiatan} sudah tidak tercatat."
RAGU_TARIK = "Tarik sertifikatnya"
RAGU_TARIK_ISI = "Sertifikat itu tidak berlaku lagi. Nomornya tidak dipakai orang lain."
