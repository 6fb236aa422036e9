/**
 * The search dialog: it shows results while the reader types; the arrow keys move through them.
 *
 * It is a search field, a list of links in headings and a politely announced count, not a combobox with a listbox. To a
 * screen reader, a listbox option is one flat string: title, date, validity and snippet would run together, an option
 * could not link to further places in the document or open in a new tab, and "aria-activedescendant", which a listbox
 * needs, does not move the touch cursor of TalkBack or VoiceOver. Links do all of this: the keys of NVDA and VoiceOver
 * go from heading to heading, swiping finds the links, and the arrow keys move the real focus for everybody.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { make, item, complete, watched, page, number, incomplete, unreachable, NOTHING, UNREACHABLE } = thamsau.results;
  /** Milliseconds from a key to the search, from results to their announcement, and from the search to "Đang tìm…". */
  const PAUSE = 120, SPOKEN = 900, LONG = 400;
  const KEY = "tham-sau:phim-tim";

  thamsau.start = function (dialog) {
    if (!thamsau.search) throw new Error("the engine is missing");
    const find = (selector) => dialog.querySelector(selector);
    const field = find("[name=q]"), status = find("[role=status]");
    const count = make("p", { class: "search-count" }), output = make("div", { class: "search-output" });
    let typing, speaking, before = "", asking = new AbortController();

    function say(words) {
      clearTimeout(speaking);
      status.textContent = "";
      // A count announced after every letter would interrupt the announcement of the keys.
      speaking = setTimeout(() => (status.textContent = words), SPOKEN);
    }

    function show(words, ...content) {
      count.textContent = words;
      output.replaceChildren(...content.filter(Boolean));
      output.scrollTop = dialog.scrollTop = 0; // one of them scrolls
      say([words, ...[...output.querySelectorAll(".notice p, .search-suggestion")].map((line) => line.textContent)].join(". "));
    }

    async function search() {
      const query = field.value.trim();
      asking.abort();
      const { signal } = (asking = new AbortController());
      if (!query) return show("");
      const slow = setTimeout(() => (count.textContent = "Đang tìm…"), LONG);
      signal.addEventListener("abort", () => clearTimeout(slow));
      let found = null, drawn = false;
      const early = (first) => {
        clearTimeout(slow);
        draw(query, first);
        drawn = true;
      };
      try {
        found = await thamsau.search(query, { prefix: true, facets: false, limit: null, signal, early });
      } catch (error) {
        // Reported below: nothing of the index could be loaded.
      }
      clearTimeout(slow);
      if (signal.aborted) return;
      if (!found) show(UNREACHABLE, unreachable(again));
      else if (drawn) fill(found);
      else draw(query, found);
    }

    /** Complete the results that were drawn early, without moving what the reader looks at. */
    function fill({ hits, incomplete: partly }) {
      const items = output.querySelectorAll(".hit");
      const moved = watched(items, Math.max(0, output.getBoundingClientRect().top));
      complete(items, hits, 3);
      const by = moved();
      for (const scrolling of [output, dialog]) scrolling.scrollTop += by; // one of them scrolls
      if (!partly) return;
      const told = incomplete(again);
      output.querySelector(".hits").after(told);
      say(told.querySelector("p").textContent);
    }

    function draw(query, { total, hits, suggestion, incomplete: partly }) {
      show(
        total ? `Có ${number(total)} kết quả` : NOTHING,
        suggestion && suggest(suggestion),
        partly && incomplete(again),
        hits.length > 0 && make("ol", { class: "hits", "aria-label": "Kết quả" }, ...hits.map((hit) => item(hit, 3))),
        // The link does not repeat the count: the results page takes the last word as finished, and may find fewer.
        total
          ? make("a", { class: "button search-all", href: page({ q: query }) }, "Xem tất cả kết quả")
          : make("a", { class: "button search-all", href: page({}) }, "Xem các danh sách"),
      );
    }

    function suggest(query) {
      const link = make("a", { href: page({ q: query }) }, query);
      link.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        field.value = query;
        again();
      });
      return make("p", { class: "search-suggestion" }, "Có phải bạn tìm ", link, "?");
    }

    function again() {
      field.focus();
      search();
    }

    const links = () => [...output.querySelectorAll("a[href], button")];

    function walk(event) {
      const stops = links(), from = stops.indexOf(document.activeElement);
      const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: stops.length - 1 }[event.key];
      // In the field, Home and End belong to the text.
      if (to === undefined || event.altKey || event.ctrlKey || event.metaKey || (from < 0 && event.target !== field)) return;
      if (from < 0 && event.key !== "ArrowDown") return;
      event.preventDefault();
      if (to < 0) field.focus();
      else if (stops[to]) stops[to].focus();
    }

    /**
     * The box that turns the single key off: it opens the dialog on every page, and some readers press it by accident.
     */
    function keys() {
      const box = make("input", { type: "checkbox" });
      box.checked = recall(KEY) !== "0";
      box.addEventListener("change", () => remember(KEY, box.checked ? "1" : "0"));
      const [slash, control, letter] = ["/", "Ctrl", "K"].map((name) => make("kbd", null, name));
      return make("p", { class: "search-keys" }, make("label", null, box, " Mở ô tìm kiếm bằng phím ", slash), " (luôn dùng được: ", control, " + ", letter, ")");
    }

    function close(event) {
      // Otherwise the first Escape would only empty the search field.
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      dialog.close();
    }

    status.className = "unseen"; // the count is visible at once, but announced later
    status.textContent = "";
    status.before(count, output, keys());
    field.addEventListener("input", () => {
      clearTimeout(typing);
      // A word that was pasted, spoken or picked from a keyboard's suggestions is complete: search at once.
      const isTyped = Math.abs(field.value.length - before.length) < 2;
      before = field.value;
      if (isTyped) typing = setTimeout(search, PAUSE);
      else search();
    });
    output.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      // The link leads to a place in the page behind the dialog.
      if (link && link.hash && link.href.split("#")[0] === location.href.split("#")[0]) dialog.close();
    });
    dialog.addEventListener("keydown", walk);
    dialog.addEventListener("keydown", close);
    dialog.addEventListener("close", () => clearTimeout(speaking));
    // Close only if the button was also pressed outside: selecting text may end outside.
    let pressed;
    dialog.addEventListener("mousedown", (event) => (pressed = event.target));
    dialog.addEventListener("click", (event) => event.target === dialog && pressed === dialog && dialog.close());
    thamsau.warm();
    if (field.value) search();
  };
})();
