// What was typed into a form and did not arrive, because somebody had to log in again or the server could not take it,
// stands in the form again: in this window only, for the same person only, never a password.
"use strict";

const TITIPAN = "sipokat-isian", TITIPAN_MS = 30 * 60 * 1000;
const orangKini = document.querySelector("[data-orang]")?.dataset.orang || "";

const bacaTitipan = () => { try { return JSON.parse(sessionStorage.getItem(TITIPAN)); } catch { return null; } };
const simpanTitipan = (isi) => { try { sessionStorage.setItem(TITIPAN, JSON.stringify(isi)); } catch { /* no room: as without */ } };
const buangTitipan = () => { try { sessionStorage.removeItem(TITIPAN); } catch { /* none there */ } };
const aksi = (form) => new URL(form.getAttribute("action"), location.href).pathname;
const isianDari = (form) => [...form.elements].filter((el) =>
  el.name && !["hidden", "password", "file", "submit", "button"].includes(el.type) && !(el.autocomplete || "").endsWith("password"));

document.addEventListener("submit", (e) => {
  const form = e.target;
  if (aksi(form) === "/keluar") buangTitipan();
  if (!form.matches("form[data-jaga]") || !orangKini) return;
  const isi = isianDari(form).map((el) => [el.name, ["checkbox", "radio"].includes(el.type) ? el.checked : el.value]);
  simpanTitipan({ orang: orangKini, aksi: aksi(form), saat: Date.now(), belum: false, isi });
});

function kembalikan(form, titipan) {
  const ada = isianDari(form);
  let semua = ada.length === titipan.isi.length;
  titipan.isi.forEach(([nama, nilai], ke) => {
    const el = ada[ke];
    if (!el || el.name !== nama) { semua = false; return; }
    if (typeof nilai === "boolean") el.checked = nilai;
    else el.value = nilai;
    el.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const kata = document.createElement("p");
  kata.className = "kabar perhatian";
  kata.textContent = semua
    ? "Isian Anda tadi belum tersimpan dan dikembalikan di bawah ini. Periksa, lalu kirim lagi."
    : "Isian Anda tadi belum tersimpan; hanya sebagian yang dapat dikembalikan di bawah ini. Lengkapi, lalu kirim lagi.";
  document.getElementById("kabar").replaceChildren(kata);
}

function periksaTitipan() {
  const titipan = bacaTitipan();
  if (!titipan) return;
  if ((orangKini && titipan.orang !== orangKini) || Date.now() - titipan.saat > TITIPAN_MS) { buangTitipan(); return; }
  if (!orangKini || document.querySelector("[data-belum]")) { simpanTitipan({ ...titipan, belum: true }); return; }
  if (location.pathname === titipan.aksi && !titipan.belum) return;  // the form's own answer: not laid down yet
  const form = [...document.querySelectorAll("form[data-jaga]")].find((f) => aksi(f) === titipan.aksi);
  if (form && titipan.belum) { buangTitipan(); kembalikan(form, titipan); return; }
  if (!titipan.belum) buangTitipan();
}
periksaTitipan();
