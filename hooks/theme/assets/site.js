// Everything the pages do beyond showing. Each part works alone; without this file every link and form still does.

"use strict";

const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);

/* ---- What was done, said in words on the screen and to screen readers ---- */

let silence;
function say(words) {
  const line = one("[data-said]");
  line.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => (line.textContent = ""), 4000);
}

// Material takes every alternate for another edition of the site and would fetch a map of each feed; a space, which
// means nothing to browsers, hides them from it.
for (const link of all("link[rel=alternate]")) link.setAttribute("rel", "alternate ");

/* ---- Size and colours, remembered on this device only ---- */

function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch (error) {
    // Storage may be forbidden; the choice then lasts for this page.
  }
}

const SIZES = ["vừa", "lớn", "rất lớn"];
one("[data-size-button]").addEventListener("click", () => {
  const size = (Number(root.dataset.size || 0) + 1) % SIZES.length;
  root.dataset.size = size;
  remember("tham-sau:co-chu", size);
  say(`Cỡ chữ: ${SIZES[size]}`);
});

one("[data-scheme-button]").addEventListener("click", () => {
  const shown = root.dataset.scheme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const scheme = shown === "dark" ? "light" : "dark";
  root.dataset.scheme = scheme;
  remember("tham-sau:nen", scheme);
  say(scheme === "dark" ? "Nền tối" : "Nền sáng");
});

/* ---- Copying, sharing, printing ---- */

async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    // Browsers refuse the clipboard on plain http and in some apps; the old way still works there.
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    if (!copied) return say("Trình duyệt không cho chép; hãy chép từ thanh địa chỉ.");
  }
  say(done);
}

const here = () => location.origin + location.pathname;

for (const button of all("[data-copy]")) {
  button.addEventListener("click", () => copy(button.dataset.copy, button.dataset.copied));
}
for (const button of all("[data-print]")) button.addEventListener("click", () => print());
for (const button of all("[data-share]")) {
  if (!navigator.share) continue;
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    // A reader who closes the sheet rejects the promise; that is no fault.
    navigator.share({ title: document.title, url: button.dataset.share || here() }).catch(() => {});
  });
}

// Paper has no way to open a closed box.
addEventListener("beforeprint", () => all(".prose details").forEach((box) => (box.open = true)));

/* ---- Boxes that are a column on wide screens ---- */

const wide = matchMedia("(min-width: 62rem)");
const fold = () => all("[data-fold]").forEach((box) => (box.open = wide.matches));
fold();
wide.addEventListener("change", fold);

// The section the reader is in may stand out of sight in the row of sections.
const row = one(".sections");
const current = one("[aria-current]", row);
if (current) row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;

/* ---- Provisions: each label is a link to its point; one button copies the citation of the point in hand ---- */

const prose = one("[data-prose]");

function citeButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cite";
  button.addEventListener("click", () => {
    const mark = one(".nhan > a", button.parentElement);
    const cited = [mark.title || mark.textContent, prose.dataset.cited].filter(Boolean).join(", ");
    copy(`${cited}: ${here()}${mark.hash}`, `Đã chép trích dẫn ${mark.title || mark.textContent}`);
  });
  return button;
}

// The point under the pointer or the focus, else the one the address names.
function cite(button, point) {
  const mark = point && one(":scope > .nhan > a", point);
  if (!mark || button.parentElement === point) return;
  button.textContent = `¶ ${decodeURIComponent(mark.hash.slice(1))} · chép`;
  button.setAttribute("aria-label", `Chép trích dẫn ${mark.title || mark.textContent}`);
  button.classList.toggle("cite-beside", !point.matches(":target"));
  point.append(button);
}

if (prose && one(".nhan > a", prose)) {
  const button = citeButton();
  const named = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const follow = (event) => cite(button, event.target.closest?.("[id]"));
  prose.addEventListener("mouseover", follow);
  prose.addEventListener("focusin", follow);
  prose.addEventListener("mouseleave", () => cite(button, named()));
  addEventListener("hashchange", () => cite(button, named()));
  cite(button, named());
}

/* ---- Contents: the section being read ---- */

const entries = new Map(all(".contents a").map((link) => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link]));
entries.delete(null);
if (entries.size && "IntersectionObserver" in window) {
  const headings = [...entries.keys()];
  const mark = () => {
    // The last heading above the upper third of the window is the one being read.
    const read = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).pop();
    let part;
    for (const [heading, link] of entries) {
      link.removeAttribute("aria-current");
      delete link.dataset.within;
      if (link.parentElement.className === "level-2") part = link;
      if (heading !== read) continue;
      if (part) part.dataset.within = "";
      link.setAttribute("aria-current", "true");
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  headings.forEach((heading) => observer.observe(heading));
}

/* ---- Search: Material's dialog, opened, closed and walked through by every means ---- */

const toggle = document.getElementById("__search");
const dialog = one("[data-md-component=search]");
const query = one("[data-md-component=search-query]", dialog);
// Where Material's script did not run, links and forms go to the search page instead.
const ready = () => "component$" in window && !dialog.hidden;
let opener = null;

function openSearch(text) {
  if (!toggle.checked) {
    opener = document.activeElement;
    toggle.click();
  }
  if (text) query.value = text;
  query.focus();
  query.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })); // Material reads the field on keyup only
}

function closeSearch() {
  if (toggle.checked) toggle.click();
}

function opened() {
  const open = toggle.checked;
  for (const part of all("body > header, [data-md-component=container]")) part.inert = open;
  if (open) return;
  if (dialog.contains(document.activeElement)) document.activeElement.blur();
  opener?.focus({ preventScroll: true });
  opener = null;
}

// Firefox keeps a checkbox over a reload; only an address with a question opens the dialog by itself.
if (!new URLSearchParams(location.search).has("q")) toggle.checked = false;
if (toggle.checked) opened();
toggle.addEventListener("change", opened);

for (const link of all("[data-open-search], [data-query]")) {
  link.addEventListener("click", (event) => {
    if (!ready() || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openSearch(link.dataset.query);
  });
}
for (const form of all("[data-ask]")) {
  form.addEventListener("submit", (event) => {
    if (!ready()) return;
    event.preventDefault();
    openSearch(one("input", form).value);
  });
}
one("[data-close-search]", dialog).addEventListener("click", closeSearch);
dialog.addEventListener("click", (event) => event.target === dialog && closeSearch());
query.form.addEventListener("submit", (event) => ready() && event.preventDefault());
query.form.addEventListener("reset", () => setTimeout(() => openSearch()));

// Stops at the document, before Material's listener on the window: Tab would close its dialog, any other key would
// jump to the field, and single letters outside it would open the search, which readers by voice cannot live with.
document.addEventListener("keydown", (event) => {
  const { key } = event;
  if (!toggle.checked) {
    if ((event.ctrlKey || event.metaKey) && key === "k" && ready()) {
      event.preventDefault();
      openSearch();
    } else if (key.length === 1) event.stopPropagation();
    return;
  }
  if (key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    closeSearch();
  } else if (key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    const stops = all("button, input, a[href], summary, .search-output", dialog).filter((stop) => !stop.matches("details:not([open]) > a"));
    const at = stops.indexOf(document.activeElement) + (event.shiftKey ? -1 : 1);
    stops[(at + stops.length) % stops.length].focus();
  } else if (event.target !== query && !["ArrowUp", "ArrowDown"].includes(key)) event.stopPropagation();
});
