"""The sentences of the import of a register of goods."""

from __future__ import annotations

from sipokat_desktop.importing import text

AMAN = text.AMAN

LEMBAR_DIPAKAI = "Berisi daftar barang."
LEMBAR_LAIN = "Tidak berisi daftar barang."
KURANG_LEMBAR = "Tidak ada lembar yang berisi daftar barang. Pilih lembarnya, lalu tandai kolom IMEI atau nomor seri."
KURANG_KOLOM = "Di lembar “{lembar}” belum ada kolom IMEI, nomor seri, atau NUP. Pilih kolomnya."

BUKAN_DATA = "bukan baris data"
IMEI_ILMIAH = "Excel memotong IMEI ini menjadi {isi}. Ubah selnya menjadi Teks, lalu ketik lagi dari kotak HP."
IMEI_NOL = "Nol di depan IMEI ditambahkan kembali."
IMEI_RAPI = "Tanda petik atau spasi di IMEI dibuang."
RAGU_KONDISI = "Kondisi “{isi}” tidak dikenal, jadi tidak diambil."
RT_KOSONG = "RT {rt} tidak ada ketuanya di Data RT. Barangnya dicatat, pemegangnya belum."
RT_SALAH = "RT “{isi}” tidak dikenal. Barangnya dicatat, pemegangnya belum."
NAMA_LAIN = "Di lembar tertulis {nama}, ketua RT {rt} sekarang {kini}. Barangnya dicatat, pemegangnya belum."
SUDAH_ADA_PEMEGANG = "Sudah tercatat dipegang {nama}; tidak diubah."
TANGGAL_NANTI = "Tanggal serah belum tiba, jadi dipakai tanggal hari ini."
KELURAHAN_LAIN = "Baris ini milik Kelurahan {nama}, jadi tidak dicatat di sini."
TANPA_PENGENAL = "IMEI, nomor seri, dan NUP kosong: barang ini tidak dapat dibedakan dari yang lain."
ULANG = "Sama dengan baris {baris}."
DUA_BARANG = "IMEI-nya milik {satu}, nomor serinya milik {dua}. Perbaiki salah satunya."
DILEWATI_ANDA = "Dilewati atas pilihan Anda."
BARU = "Barang baru."
BARU_PEMEGANG = "Barang baru, dipegang {nama} (RT {rt})."
DIUBAH = "Diperbarui: {isian}."
DIUBAH_PEMEGANG = "Dipegang {nama} (RT {rt})."
SAMA = "Sudah tercatat."
ALASAN = "dari daftar {berkas}"

KALIMAT = (
    "{dibaca} baris dibaca: {baru} baru, {diubah} diperbarui, {sama} sama, {ditolak} ditolak. {serah} pemegang dicatat."
)
BERUBAH = "Data sudah berubah sejak pratinjau ini dibuat. " + AMAN + " Buka pratinjaunya lagi."
TANPA_BARIS = "Berkas {nama} tidak berisi baris barang. " + AMAN
