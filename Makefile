# Every target sets itself up (.ci/siapkan): Debian packages, .venv, locked Python packages. Twice costs nothing.
.DEFAULT_GOAL := bantuan
.PHONY: bantuan panduan run demo test test-cepat test-lama test-ha test-gangguan test-windows windows bench kunci bersih periksa siap siap-uji siap-windows
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV
PY := .venv/bin/python
PEKERJA ?= 2

bantuan: ## daftar perintah ini
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

run: siap ## buka jendela Sipokat
	@$(PY) -m sipokat_desktop

demo: siap ## satu hari kerja dari awal sampai akhir; hasilnya di demo/
	@$(PY) -m tests.e2e.demo

test: periksa ## semua yang dijalankan CI
	@$(PY) -m pytest -n $(PEKERJA) --dist worksteal

test-cepat: periksa ## seperti test, tanpa kampanye yang panjang
	@$(PY) -m pytest -n $(PEKERJA) --dist worksteal -m "not kampanye"

test-lama: siap-uji ## 5.000 riwayat acak, isolasi, skema, dan bug tertanam: untuk semalam
	@HYPOTHESIS_PROFILE=lama $(PY) -m pytest -n $(PEKERJA) --dist worksteal tests/sync/test_acak.py tests/sync/test_mutasi.py \
		tests/sync/test_skema.py tests/sync/test_isolasi.py tests/sync/test_bersamaan.py tests/sync/test_uang_acak.py

test-ha: siap-uji ## tiga simpul PostgreSQL: 20 kali dibunuh, 20 kali dibekukan, cadangan semalam (30 menit)
	@bash resources/packaging/pusat/ha/pasang .siap/patroni
	@SIPOKAT_HA=$${SIPOKAT_HA:-20} $(PY) -m pytest -n 0 -s tests/ha

test-gangguan: siap-uji ## 1.000 kali dibunuh, 7.000 kali listrik putus, disk penuh pada tiap ukuran (7 menit)
	@SIPOKAT_GANGGUAN=$${SIPOKAT_GANGGUAN:-1000} $(PY) -m pytest -n 0 -s tests/fault

windows: siap-windows ## berkas pemasangan untuk Windows 10/11; hasilnya di dist/windows/
	@$(PY) -m resources.packaging.windows.bangun $(if $(AKAR),--akar $(AKAR))

test-windows: windows ## pasang, jalankan, dan copot di bawah Wine
	@SIPOKAT_WINDOWS=dist/windows $(PY) -m pytest -n 0 -s tests/windows

bench: siap-uji ## ukur kecepatan terhadap dasarnya
	@$(PY) -m tests.bench

panduan: siap-uji ## buat ulang gambar di Panduan dari jendela yang sebenarnya
	@QT_QPA_PLATFORM=offscreen $(PY) -m tests.ui.tangkap_panduan

kunci: siap ## tulis ulang berkas kunci paket dengan versi terbaru
	@bash resources/packaging/kunci.sh

bersih: ## hapus semua yang dibuat oleh perintah di atas
	rm -rf .venv .siap demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache uv.lock

periksa: siap-uji
	@echo "Memeriksa gaya, tipe, dan lapisan…"
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy --no-error-summary
	@.venv/bin/lint-imports --no-logo --cache-dir .import_linter_cache > .siap/lapisan.log || { cat .siap/lapisan.log; exit 1; }

siap:
	@bash .ci/siapkan

siap-uji:
	@bash .ci/siapkan uji

siap-windows:
	@bash .ci/siapkan windows
