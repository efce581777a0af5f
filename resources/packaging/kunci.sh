#!/usr/bin/env bash
# Writes the lock files anew with the newest allowed versions (`make kunci`); look at the diff before committing.
#   uji.txt       everything: desktop, server, tools and test libraries
#   kantor.txt    what an office PC runs        pusat.txt   what the city server runs: the same versions
#   pusat/ha/paket.txt  Patroni, in a venv of its own on each database node
#   qt_rusak.txt  the PySide6 that is known to abort on Python 3.11, for the test that must notice it
set -eu
cd "$(dirname "$0")/../.."
unset UV_INDEX UV_EXTRA_INDEX_URL UV_FIND_LINKS
lock=resources/packaging

kunci() {
    keluaran="$lock/$1.txt"
    shift
    .venv/bin/python -m uv --quiet pip compile --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate --upgrade "$@" -o "$keluaran"
}

kunci uji pyproject.toml --extra desktop --extra pusat --extra s3 --group dev
kunci kantor pyproject.toml --extra desktop -c "$lock/uji.txt"
kunci pusat pyproject.toml --extra pusat --extra s3 -c "$lock/uji.txt"
echo 'PySide6_Essentials==6.12.0' | kunci qt_rusak -
echo 'patroni[etcd3,psycopg3]>=4.1,<4.2' | kunci pusat/ha/paket -
