from tests.ui import tata_letak, layar
from tests.ui.test_akses import kantor
def test_x(tmp_path, buka):
  for s in (1.0,1.5):
    w = kantor(tmp_path/str(s), buka, s)
    layar.siap(w); layar.biarkan(100)
    w.grab().save(f"/tmp/w/akses/beranda{s}.png")
