"""A kelurahan asks for help with a phone; Kominfo answers at the web; the kelurahan reads it after its next sync."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sipokat_desktop.modules.ponsel import catatan, ops
from tests.web.panggung import KEL_A, Pusat, pc


def test_a_request_is_answered_and_read(pusat: Pusat, tmp_path: Path) -> None:
    kominfo = pusat.masuk("kominfo")
    assert "Tidak ada yang menunggu" in kominfo.get("/bantuan").text
    with closing(pc(tmp_path, pusat, KEL_A)) as lurah:
        lurah.sync()
        unit = str(lurah.store.reader().execute("SELECT id FROM ponsel_unit").fetchone()[0])
        ops.minta_bantuan(lurah.store, unit, {"jenis": "rusak", "uraian": "Layar retak", "kontak": ""})
        lurah.sync()
        teks = kominfo.get("/bantuan").text
        assert "Layar retak" in teks
        (satu,) = catatan.bantuan(lurah.store.reader(), lingkup=[KEL_A])
        salah = kominfo.kirim(f"/bantuan/{satu.bantuan_id}", {"keadaan": "ditangani", "jawaban": " "})
        assert salah.status_code == 422
        assert "aria-invalid" in salah.text
        jawab = {"keadaan": "ditangani", "jawaban": "HP pengganti dikirim Kamis"}
        assert kominfo.kirim(f"/bantuan/{satu.bantuan_id}", jawab).status_code == 303
        assert kominfo.kirim(f"/bantuan/{satu.bantuan_id}", {"keadaan": "hapus", "jawaban": "x"}).status_code == 422
        lurah.sync()
        (satu,) = catatan.bantuan(lurah.store.reader(), lingkup=[KEL_A])
        assert (satu.keadaan, satu.jawaban) == ("ditangani", "HP pengganti dikirim Kamis")
        assert kominfo.kirim(f"/bantuan/{satu.bantuan_id}", jawab | {"keadaan": "selesai"}).status_code == 303
        assert "Tidak ada yang menunggu" in kominfo.get("/bantuan").text
        assert "HP pengganti" in kominfo.get("/bantuan?tampil=semua").text
    assert kominfo.kirim("/bantuan/tidak-ada", jawab).status_code == 422
