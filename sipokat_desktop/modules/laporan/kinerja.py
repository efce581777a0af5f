"""What the reports say of the performance of a head of RT, as SQL for whoever pays by it (storage/activities.py)."""

from __future__ import annotations

ACTIVITIES = """SELECT 'laporan' AS sumber, l.id AS asal, l.lingkup AS lingkup, l.jabatan_id AS jabatan_id,
    coalesce(l.masa_id, '') AS masa_id, l.tanggal AS hari, coalesce(l.uraian, '') AS judul,
    l.kategori = 'kinerja' AND l.lurah = 'ya' AND coalesce(l.camat, 'ya') = 'ya' AS hitung,
    l.kategori = 'kinerja' AND l.lurah IS NULL AND coalesce(l.camat, 'ya') = 'ya' AS tunggu
FROM laporan_kegiatan l"""
"""A report counts as performance when it is of that category, the lurah said yes, and the camat did not say no; it
waits while the lurah has said nothing."""
