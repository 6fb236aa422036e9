// Everything that pages do besides showing text. Each part works by itself; links and forms work without this file.

"use strict";

const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);

/* ---- Messages about what was done, on the screen and to screen readers ---- */

let silence;
function say(words) {
  const line = one("[data-said]");
  line.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => (line.textContent = ""), 4000);
}

// For file://, an address that ends in a slash would list the folder.
if (location.protocol === "file:") {
  const whole = (address) => address.replace(/\/(?=$|[?#])/, "/index.html");
  for (const link of all("a[href]")) if (link.protocol === "file:") link.href = whole(link.href);
  for (const form of all("form[action]")) form.action = whole(form.action);
}

/* ---- Size and colours, remembered on this device only ---- */

function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch (error) {
    // Storage may be forbidden; the choice is then kept for this page only.
  }
}

function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    return null;
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
    if (!copied) return say("Trình duyệt không cho sao chép; hãy sao chép từ thanh địa chỉ.");
  }
  say(done);
}

const here = () => location.origin + location.pathname;

/** The anchor in a hash; empty if the hash cannot be decoded, as it may come from anywhere. */
function decoded(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch (error) {
    return "";
  }
}

for (const button of all("[data-copy]")) {
  button.addEventListener("click", () => copy(button.dataset.copy, button.dataset.copied));
}
for (const button of all("[data-print]")) button.addEventListener("click", () => print());
for (const button of all("[data-share]")) {
  if (!navigator.share) continue;
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    // The promise is rejected if the reader closes the sheet; that is no error.
    navigator.share({ title: document.title, url: button.dataset.share || here() }).catch(() => {});
  });
}

// A closed box cannot be opened on paper.
addEventListener("beforeprint", () => all(".prose details, details.facts, details.told").forEach((box) => (box.open = true)));

/* ---- Boxes that are open columns on wide screens ---- */

const wide = matchMedia("(min-width: 62rem)");
const fold = () => all("[data-fold]").forEach((box) => (box.open = wide.matches));
fold();
wide.addEventListener("change", fold);

// Scroll the row of sections to the current one, which may be out of sight.
const row = one(".sections");
const current = one("[aria-current]", row);
if (current) row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;

/* ---- Provisions: each label links to its point; one button copies the citation of the point in use ---- */

const prose = one("[data-prose]");
const MARGIN = 10.5; // rem beside a point: room for the button
const FOCUSED = window.CSS && CSS.supports("selector(:focus-visible)") ? ":focus-visible" : ":focus";

function citeButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.addEventListener("click", () => {
    const mark = one(".nhan > a", button.parentElement);
    const cited = [mark.title || mark.textContent, prose.dataset.cited].filter(Boolean).join(", ");
    copy(`${cited}: ${here()}${mark.hash}`, `Đã sao chép trích dẫn ${mark.title || mark.textContent}`);
  });
  return button;
}

const hasMargin = (point) => {
  const room = prose.getBoundingClientRect().right - point.getBoundingClientRect().right;
  return room >= MARGIN * parseFloat(getComputedStyle(root).fontSize);
};

/** Show the button at a point: in the margin if there is one, else below the text. It never covers the text. */
function cite(button, point) {
  const mark = point && one(":scope > .nhan > a", point);
  if (!mark) return;
  button.className = hasMargin(point) ? "cite cite-margin" : "cite";
  if (button.parentElement === point) return;
  const name = decoded(mark.hash);
  button.textContent = `Sao chép ¶ ${name}`;
  button.setAttribute("aria-label", `Sao chép trích dẫn ${mark.title || mark.textContent} (¶ ${name})`);
  if (button.parentElement) button.parentElement.classList.remove("in-hand");
  point.classList.add("in-hand");
  point.append(button);
}

if (prose && one(".nhan > a", prose)) {
  const button = citeButton();
  const at = (element) => element && element.closest("[data-prose] > *");
  const named = () => at(document.getElementById(decoded(location.hash)));
  // Without a margin, a line for the button would push away the text under the pointer, or a link being pressed. And a
  // page that scrolls under a resting pointer is not being pointed at.
  prose.addEventListener("mousemove", ({ target }) => {
    const point = at(target);
    if (point && point !== button.parentElement && hasMargin(point)) cite(button, point);
  });
  prose.addEventListener("focusin", ({ target }) => target.matches(FOCUSED) && cite(button, at(target)));
  prose.addEventListener("mouseleave", () => cite(button, named()));
  addEventListener("hashchange", () => cite(button, named()));
  addEventListener("resize", () => cite(button, button.parentElement));
  cite(button, named());
}

/* ---- Contents: marks the section being read ---- */

const entries = new Map(all(".contents a").map((link) => [document.getElementById(decoded(link.hash)), link]));
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

/* ---- Search: opens it; all other parts of the search are loaded when a reader first uses it ---- */

const { base, parts } = document.currentScript.dataset;
const dialog = one("dialog"); // the results page has none
let waiting, started;

function loadSearch() {
  if (waiting) return;
  waiting = setTimeout(fail, 5000, "");
  parts.split(" ").forEach((address) => {
    const part = document.createElement(/css$/.test(address) ? "link" : "script");
    part.rel = "stylesheet";
    part.src = part.href = base + address;
    part.onerror = () => fail(address);
    part.onload = () => {
      const { search, start } = window.thamsau || {};
      if (started || !search || !start) return;
      started = true;
      start(dialog);
    };
    document.head.append(part);
  });
}

/** Name the file that failed, if one did; a file that comes later still counts. */
function fail(address) {
  if (started) return;
  waiting = false;
  const button = document.createElement("button");
  button.className = "button";
  button.textContent = "Thử lại";
  button.addEventListener("click", openSearch);
  const line = one("[role=status]", dialog || one("main"));
  line.textContent = `Chưa tải được phần tìm kiếm ${address} `;
  line.append(button);
}

function openSearch(event) {
  const { type, key, altKey, shiftKey, target } = event;
  const modified = event.ctrlKey || event.metaKey;
  if (type === "keydown") {
    if (altKey || dialog?.open || target.closest("input,select,textarea")) return;
    // Readers who use speech input, or hit keys by accident, can turn the single key off (WCAG 2.2, 2.1.4).
    if (modified ? shiftKey || !/^k$/i.test(key) : key !== "/" || recall("tham-sau:phim-tim") === "0") return;
  } else if (modified || shiftKey) return; // the reader may want the link in a new tab
  event.preventDefault();
  if (!dialog?.open) dialog?.showModal();
  const field = one("[name=q]", dialog || one("main"));
  field.focus();
  field.select();
  loadSearch();
}

// In browsers without dialogs, the link leads to the results page, which needs none.
if (root.classList.contains("js") && (!dialog || dialog.showModal)) {
  one(".tool-search").addEventListener("click", openSearch);
  document.addEventListener("keydown", openSearch);
  // Also on the home page: the results page's files are then loaded by the time the reader has typed.
  document.addEventListener("input", (event) => event.target.name === "q" && loadSearch());
  if (!dialog && location.search) loadSearch();
}
