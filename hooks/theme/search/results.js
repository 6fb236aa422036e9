/**
 * Results as readers see them, in the dialog and on the results page. Everything is made of elements and text nodes and
 * never parsed as markup, so neither a query nor a page's text can inject any.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});

  /**
   * An element with attributes (null: left out; true: empty) and content: elements and texts (falsy ones are left out).
   */
  function make(tag, attributes, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...content.filter(Boolean));
    return element;
  }

  /** A document number, as in words.py; it stays on one line. */
  const SYMBOL = /\d{1,6}[a-zđ]?(?:\/\d{4}\/|[-–/])\p{Lu}[\p{L}\d]*(?:[-–./]\p{Lu}[\p{L}\d]*)*/gu;

  /** The parts of a text as nodes, with matches marked and each document number kept whole. */
  function marked(parts) {
    const numbers = [...parts.map(({ text }) => text).join("").matchAll(SYMBOL)];
    const nodes = [];
    let at = 0, whole = null;
    for (const part of parts) {
      for (let rest = part.text; rest; ) {
        const next = numbers[0], isIn = next && next.index <= at;
        const end = !next ? Infinity : isIn ? next.index + next[0].length : next.index;
        const piece = rest.slice(0, end - at), node = part.marked ? make("mark", null, piece) : piece;
        if (isIn && !whole) nodes.push((whole = make("span", { class: "whole" })));
        if (isIn) whole.append(node);
        else nodes.push(node);
        at += piece.length;
        rest = rest.slice(piece.length);
        if (isIn && at === end) (whole = null), numbers.shift();
      }
    }
    return nodes;
  }

  /** The link to a page of the site; for file://, an address without a file name would list the folder. */
  const at = (address, anchor) =>
    thamsau.base + address + (location.protocol === "file:" ? "index.html" : "") + (anchor ? "#" + encodeURIComponent(anchor) : "");

  /** The address of the results page for some parameters. */
  function page(parameters) {
    const asked = new URLSearchParams(parameters).toString();
    return at("tim-kiem/") + (asked && "?" + asked);
  }

  /** "05/8/2021": days below ten, January and February have a leading zero, as everywhere on the site. */
  const day = (iso) =>
    iso
      .split("-")
      .map((part, i) => (i === 1 && part > "02" ? part.replace(/^0/, "") : part))
      .reverse()
      .join("/");
  const number = (count) => count.toLocaleString("vi");

  function badge({ tone, sign, text: words }) {
    return make("span", { class: `badge badge-${tone}` }, make("span", { "aria-hidden": "true" }, sign), " ", ...text(words));
  }

  function facts(hit) {
    const pieces = [hit.kind || hit.section, hit.issuer, hit.date && day(hit.date), hit.illustrative && "minh họa"].filter(Boolean);
    return make("p", { class: "meta" }, pieces.join("\u00a0· "), hit.status && " ", hit.status && badge(hit.status));
  }

  const text = (words) => marked([{ text: words, marked: false }]);

  /** A further place of a document. It has a snippet, because neighbouring places may share a title. */
  function place(hit, { anchor, title, snippet }) {
    return make(
      "li",
      null,
      make("a", { href: at(hit.address, anchor) }, ...text(title || hit.title)),
      snippet.length > 0 && make("span", { class: "hit-snippet" }, " ", ...marked(snippet)),
    );
  }

  /** A document as an item of the result list; `level` is the level of its heading. */
  function item(hit, level) {
    const opens = at(hit.address, hit.place && hit.place.anchor);
    return make(
      "li",
      { class: "hit" },
      make(
        `h${level}`,
        { class: "hit-title" },
        make("a", { href: opens }, hit.number && make("span", { class: "number" }, hit.number), hit.number && " ", ...marked(hit.titleParts)),
      ),
      facts(hit),
      hit.place && hit.place.title && make("p", { class: "hit-place" }, "Tại: ", ...text(hit.place.title)),
      hit.lacks && make("p", { class: "hit-place" }, `Văn bản này không có “${hit.lacks}”.`),
      hit.snippet ? hit.snippet.length > 0 && make("p", { class: "hit-snippet" }, ...marked(hit.snippet)) : make("p", { class: "hit-snippet hit-waiting" }),
      hit.places.length > 0 && make("ul", { class: "hit-places", "aria-label": "Chỗ khác trong cùng mục này" }, ...hit.places.map((one) => place(hit, one))),
    );
  }

  /** Complete items that were drawn before their texts were loaded; their links stay, so the focus stays too. */
  function complete(elements, hits, level) {
    hits.forEach((hit, i) => {
      const element = elements[i], whole = item(hit, level);
      const link = element.querySelector("a"), other = whole.querySelector("a");
      link.href = other.href;
      link.replaceChildren(...other.childNodes);
      while (element.children.length > 1) element.lastElementChild.remove();
      element.append(...[...whole.children].slice(1));
    });
  }

  /**
   * Watch the item of the result list that the reader looks at, and return a function that tells how many pixels it has
   * moved.
   *
   * It is the item with the focus or, if the reader has scrolled, the first one below `edge` that is visible.
   */
  function watched(elements, edge) {
    const all = [...elements], top = (element) => element.getBoundingClientRect().top;
    const isScrolled = all.length > 0 && top(all[0]) < edge;
    const at = all.find((element) => element.matches(":focus-within")) || (isScrolled && all.find((element) => element.getBoundingClientRect().bottom > edge));
    const before = at ? top(at) : 0;
    return () => (at ? top(at) - before : 0);
  }

  const quoted = (texts) => texts.map((text) => `“${text.trim()}”`).join(", ");

  /** What the operators of a query leave out (contract.js), in words, with a link to the query without them. */
  function limits({ phrases, excluded }, link) {
    const said = [phrases.length > 0 && `có đúng cụm ${quoted(phrases)}`, excluded.length > 0 && `không có ${quoted(excluded)}`];
    return make("p", { class: "search-limits" }, `Chỉ hiện những mục ${said.filter(Boolean).join(", ")}. `, link);
  }

  /** Tell whether the reader has neither focused nor scrolled a list, so that another may take its place. */
  const isUntouched = (list, edge) => !list.contains(document.activeElement) && !(list.getBoundingClientRect().top < edge);

  const LOOSELY = "Tìm lại, không dùng ngoặc kép và dấu trừ";
  const NOTHING = "Không tìm thấy kết quả nào. Hãy thử bớt từ, hoặc gõ số, ký hiệu văn bản.";
  const UNREACHABLE = "Không tải được dữ liệu tìm kiếm.";

  const SPOKEN = 900; // milliseconds from results to their announcement

  /**
   * Return the function that announces words in a status line once the reader has rested: a count after every letter
   * would interrupt the announcement of the keys. Words announced before are dropped.
   */
  function announcer(status) {
    let speaking;
    return (words) => {
      clearTimeout(speaking);
      status.textContent = "";
      if (words) speaking = setTimeout(() => (status.textContent = words), SPOKEN);
    };
  }

  /** The note that no document has some words of the query. */
  function absence(words, total) {
    const named = words.map((word) => `“${word.length > 40 ? word.slice(0, 40) + "…" : word}”`).join(", ");
    return make("p", { class: "search-limits" }, !total ? `Không mục nào có ${named}.` : words.length > 1 ? `Không có ${named}: tìm không có các từ này.` : `Không có ${named}: tìm không có từ này.`);
  }

  /** Some words together with the notices and the suggestion of an element, as one announcement. */
  const spoken = (words, within) =>
    [words, ...[...within.querySelectorAll(".notice p, .search-suggestion, .search-limits")].map((line) => line.textContent)].filter(Boolean).join(". ").replace(/\.\. /g, ". ");

  function notice(retry, ...words) {
    const button = make("button", { class: "button", type: "button" }, "Thử lại");
    button.addEventListener("click", () => {
      thamsau.parts.retry();
      retry();
    });
    return make("div", { class: "notice notice-luu-y" }, make("p", null, ...words), button);
  }

  /** The parts of the index by which contract.js says what is missing, for readers. */
  const PARTS = { tu: "danh sách từ", cap: "danh sách cụm từ", muc: "nội dung bài", loc: "các điều kiện lọc", tieng: "từ điển để gợi ý từ", cho: "các điều, khoản của văn bản", dau: "phần đọc ngoặc kép, dấu trừ" };

  /** The notice that parts of the index are missing; without it, readers would take the results for complete. */
  const incomplete = (retry, missing) =>
    notice(retry, `Một phần dữ liệu tìm kiếm chưa tải được (${missing.map((part) => PARTS[part]).join(", ")}) nên có thể còn kết quả chưa hiện ra.`);

  const unreachable = (retry) =>
    notice(retry, "Hãy kiểm tra kết nối mạng rồi thử lại, hoặc xem ", make("a", { href: page({}) }, "các danh sách"), ".");

  thamsau.results = { make, item, complete, watched, page, number, incomplete, unreachable, announcer, spoken, isUntouched, limits, absence, LOOSELY, NOTHING, UNREACHABLE };
})();
