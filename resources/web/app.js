// Keyboard, forgotten changes and the token of forms. No page needs this file to work; it makes work quicker.
"use strict";

document.addEventListener("htmx:configRequest", (e) => {
  e.detail.headers["X-Csrf"] = document.querySelector('meta[name="csrf"]').content;
});

const mengetik = (el) => el.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

const barisTerpilih = () => document.querySelector('[data-baris] [aria-selected="true"]');

function pilihBaris(tujuan) {
  const kini = barisTerpilih();
  if (!tujuan) return;
  if (kini) kini.setAttribute("aria-selected", "false");
  tujuan.setAttribute("aria-selected", "true");
  tujuan.scrollIntoView({ block: "nearest" });
  tujuan.focus({ preventScroll: true });
  tujuan.dispatchEvent(new CustomEvent("baris-terpilih", { bubbles: true }));
}

function geser(arah) {
  const semua = [...document.querySelectorAll("[data-baris] [aria-selected]")];
  if (!semua.length) return false;
  const ke = semua.indexOf(barisTerpilih());
  pilihBaris(semua[Math.min(Math.max(ke + arah, 0), semua.length - 1)]);
  return true;
}

document.addEventListener("keydown", (e) => {
  if (e.ctrlKey && e.key === "z" && !mengetik(e.target)) {
    const urung = document.querySelector('[data-kunci="z"]:not([disabled])');
    if (urung) { e.preventDefault(); urung.click(); return; }
  }
  if (e.ctrlKey || e.altKey || e.metaKey || mengetik(e.target)) {
    if (e.key === "Escape") e.target.blur();
    return;
  }
  if ((e.key === "Enter" || e.key === " ") && e.target.closest("a, button, summary")) return;
  if (e.key === "ArrowDown" && geser(1)) { e.preventDefault(); return; }
  if (e.key === "ArrowUp" && geser(-1)) { e.preventDefault(); return; }
  if (e.key === "/") {
    const cari = document.querySelector('input[type="search"]');
    if (cari) { e.preventDefault(); cari.focus(); cari.select(); }
    return;
  }
  const kunci = e.key.length === 1 ? e.key.toLowerCase() : e.key;
  const wadah = barisTerpilih() || document;
  const cari = (di) => [...di.querySelectorAll("[data-kunci]")].find((el) => el.dataset.kunci === kunci && !el.disabled);
  const tombol = cari(wadah) || cari(document);
  if (tombol) { e.preventDefault(); tombol.click(); }
});

document.addEventListener("click", (e) => {
  const baris = e.target.closest("[data-baris] [aria-selected]");
  if (baris && !e.target.closest("a, button, input, select, label")) pilihBaris(baris);
});

// A form that was filled in warns before the page is left; sending it is no leaving.
let berubah = false;
document.addEventListener("input", (e) => { if (e.target.closest("form[data-jaga]")) berubah = true; });
document.addEventListener("submit", (e) => {
  berubah = false;
  const tombol = e.target.querySelector("button:not([type=button])");
  if (tombol && e.target.method === "post" && !e.target.hasAttribute("hx-post")) setTimeout(() => { tombol.disabled = true; }, 0);
});
window.addEventListener("beforeunload", (e) => { if (berubah) e.preventDefault(); });
window.addEventListener("pageshow", () => {
  document.querySelectorAll("button[disabled]:not([data-mati])").forEach((b) => { b.disabled = false; });
});

// What changes with a choice is sent at once where the form says so.
document.addEventListener("change", (e) => {
  const form = e.target.closest("form[data-langsung]");
  if (form) form.requestSubmit();
});

document.addEventListener("click", (e) => { if (e.target.closest("[data-cetak]")) window.print(); });

// A table that is wider than its place can be moved with the arrow keys.
function bolehGulir() {
  document.querySelectorAll(".gulir").forEach((el) => {
    const lebih = el.scrollWidth > el.clientWidth;
    el.toggleAttribute("tabindex", lebih);
    if (lebih) { el.tabIndex = 0; el.setAttribute("role", "group"); el.ariaLabel = "Tabel dapat digeser"; }
  });
}
window.addEventListener("resize", bolehGulir);
document.addEventListener("htmx:afterSettle", bolehGulir);
bolehGulir();

// What only this program says is said by it, in its own words: the browser's bubbles speak another language.
const tanpaGelembung = () => document.querySelectorAll("form").forEach((f) => { f.noValidate = true; });
document.addEventListener("htmx:afterSettle", tanpaGelembung);
tanpaGelembung();

// Passwords: shown while their form's box is ticked (never when it is sent), and a word when capitals are locked.
const sandiDi = (form) => form.querySelectorAll('input[autocomplete$="password"]');
document.querySelectorAll("[data-perlihatkan]").forEach((el) => { el.hidden = false; });
document.addEventListener("change", (e) => {
  if (!e.target.closest("[data-perlihatkan]")) return;
  sandiDi(e.target.form).forEach((el) => { el.type = e.target.checked ? "text" : "password"; });
});
document.addEventListener("submit", (e) => { sandiDi(e.target).forEach((el) => { el.type = "password"; }); });
["keydown", "keyup"].forEach((jenis) => document.addEventListener(jenis, (e) => {
  const kapital = e.target.matches('input[autocomplete$="password"]') && e.target.form.querySelector("[data-kapital]");
  if (kapital && e.getModifierState) kapital.hidden = !e.getModifierState("CapsLock");
}));

// A page that may be shown only once is not asked for again by a reload.
const sekali = document.querySelector("[data-sekali]");
if (sekali) window.history.replaceState(null, "", sekali.dataset.sekali);

const menuKini = document.querySelector(".menu [aria-current]");
if (menuKini) menuKini.scrollIntoView({ block: "nearest", inline: "center" });
