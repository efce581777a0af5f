// Verification by keys: after an answer the next report that waits is shown; the counters follow the list.
"use strict";

const semuaBaris = () => [...document.querySelectorAll("tbody[data-baris] tr")];
const putusanBaris = (tr) => document.getElementById(`p-${tr.dataset.id}`).textContent.trim();

function hitung() {
  const baris = semuaBaris();
  const sisa = baris.filter((tr) => !putusanBaris(tr));
  const bersih = sisa.filter((tr) => "bersih" in tr.dataset).length;
  const isi = { bersih, perlu: sisa.length - bersih };  // how many are decided the server counts
  for (const [nama, n] of Object.entries(isi)) {
    document.querySelectorAll(`[data-hitung="${nama}"]`).forEach((el) => { el.textContent = n.toLocaleString("id-ID"); });
  }
  const kartu = document.querySelector("#kartu [data-sudah]"), sudah = document.getElementById("sudah-hari-ini");
  if (kartu && sudah) sudah.textContent = kartu.dataset.sudah;
  const tombol = document.querySelector("[data-bersih-tombol]");
  if (tombol) tombol.disabled = !bersih;
}

// The next report without a word, from the one shown on, then from the top.
function berikutnya(id) {
  const baris = semuaBaris();
  const ke = baris.findIndex((tr) => tr.dataset.id === id);
  const urut = [...baris.slice(ke + 1), ...baris.slice(0, Math.max(ke, 0))];
  const satu = urut.find((tr) => !putusanBaris(tr));
  return satu ? satu.dataset.id : "";
}

document.addEventListener("htmx:configRequest", (e) => {
  const form = e.target.closest("form[data-putuskan]");
  if (form) e.detail.parameters.berikut = berikutnya(form.elements.laporan.value);
});

document.addEventListener("baris-terpilih", (e) => {
  const kartu = document.getElementById("kartu");
  htmx.ajax("GET", `/verifikasi/kartu/${e.target.dataset.id}`, { source: kartu, target: kartu, swap: "innerHTML" });
});

document.addEventListener("htmx:afterSettle", (e) => {
  if (e.target.id !== "kartu") return;
  document.getElementById("kabar").replaceChildren();
  hitung();
  if (e.detail.requestConfig?.verb !== "post") return;  // the arrows have chosen the row already
  const kartu = document.querySelector("#kartu [data-laporan]");
  const baris = kartu && document.getElementById(`b-${kartu.dataset.laporan}`);
  if (!baris) return;
  document.querySelectorAll('tbody[data-baris] [aria-selected="true"]').forEach((tr) => tr.setAttribute("aria-selected", "false"));
  baris.setAttribute("aria-selected", "true");
  baris.scrollIntoView({ block: "nearest" });
  baris.focus({ preventScroll: true });
});

document.addEventListener("click", (e) => {
  const pilih = e.target.closest("a[data-pilih]");
  if (pilih) { e.preventDefault(); pilihBaris(pilih.closest("tr")); return; }
  const geseran = e.target.closest("a[data-geser]");
  if (geseran) { e.preventDefault(); geser(Number(geseran.dataset.geser)); return; }
  const foto = e.target.closest("a[data-foto]");
  if (foto && !e.ctrlKey && !e.metaKey && !e.shiftKey) { e.preventDefault(); bukaFoto(foto); }
});

document.addEventListener("keydown", (e) => {
  const tombol = document.querySelector("[data-bersih-tombol]");
  if (e.altKey && e.key.toLowerCase() === "s" && tombol) { e.preventDefault(); tombol.click(); }
});

// What did not reach the server is not recorded, and says so.
document.addEventListener("htmx:sendError", () => {
  const kata = document.createElement("p");
  kata.className = "kabar salah";
  kata.textContent = "Server kota belum terjangkau, jadi belum ada yang dicatat. Periksa sambungan lalu coba lagi.";
  document.getElementById("kabar").replaceChildren(kata);
});

function bukaFoto(tautan) {
  const dialog = document.createElement("dialog");
  dialog.className = "foto-besar";
  dialog.setAttribute("aria-label", "Foto besar");
  const gambar = document.createElement("img");
  gambar.src = tautan.href;
  gambar.alt = tautan.querySelector("img").alt;
  const tutup = document.createElement("button");
  tutup.type = "button";
  tutup.textContent = "Tutup (Esc)";
  tutup.addEventListener("click", () => dialog.close());
  dialog.append(gambar, tutup);
  dialog.addEventListener("close", () => { dialog.remove(); tautan.focus(); });
  document.body.append(dialog);
  dialog.showModal();
}
