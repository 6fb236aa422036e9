/**
 * The search dialog: results as the reader types, walked through by the arrow keys.
 *
 * The pattern is a search field, a list of links in headings and a polite count, and not a combobox with a listbox. An
 * option is one flat string to a screen reader: it would run title, date, validity and snippet together, could hold no
 * link to a further place in the document, could not be opened in a new tab, and "aria-activedescendant", which a listbox
 * needs, moves neither TalkBack's nor VoiceOver's touch cursor. Links keep all of that: NVDA's and VoiceOver's own keys go
 * from heading to heading, a finger finds them by swiping, and the arrow keys move the true focus for everybody.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { make, item, complete, watched, page, number, incomplete, unreachable, NOTHING, UNREACHABLE } = thamsau.results;
  /** Milliseconds: after a key before searching; after results before they are spoken; before saying that it takes long. */
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
      // A count for every letter would talk over the reader's own keys.
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
        // Said below: nothing of the index can be had.
      }
      clearTimeout(slow);
      if (signal.aborted) return;
      if (!found) show(UNREACHABLE, unreachable(again));
      else if (drawn) fill(found);
      else draw(query, found);
    }

    /** Complete what was drawn early, and leave the reader where they are. */
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
        // Without the count above: that page takes the last word for finished, and may find fewer.
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

    /** The single key opens the dialog on every page: whoever meets it by accident finds here how to be rid of it. */
    function keys() {
      const box = make("input", { type: "checkbox" });
      box.checked = recall(KEY) !== "0";
      box.addEventListener("change", () => remember(KEY, box.checked ? "1" : "0"));
      const [slash, control, letter] = ["/", "Ctrl", "K"].map((name) => make("kbd", null, name));
      return make("p", { class: "search-keys" }, make("label", null, box, " Mở ô tìm kiếm bằng phím ", slash), " (luôn dùng được: ", control, " + ", letter, ")");
    }

    function close(event) {
      // A search field takes the first Escape for itself, to empty it.
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      dialog.close();
    }

    status.className = "unseen"; // the count is read at once, but spoken after a while
    status.textContent = "";
    status.before(count, output, keys());
    field.addEventListener("input", () => {
      clearTimeout(typing);
      // After a word pasted, spoken or chosen from a keyboard's suggestions there is no next key to wait for.
      const isTyped = Math.abs(field.value.length - before.length) < 2;
      before = field.value;
      if (isTyped) typing = setTimeout(search, PAUSE);
      else search();
    });
    output.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      // A place in the page that the dialog lies over.
      if (link && link.hash && link.href.split("#")[0] === location.href.split("#")[0]) dialog.close();
    });
    dialog.addEventListener("keydown", walk);
    dialog.addEventListener("keydown", close);
    dialog.addEventListener("close", () => clearTimeout(speaking));
    // Pressed outside as well as let go there: selecting text may end outside.
    let pressed;
    dialog.addEventListener("mousedown", (event) => (pressed = event.target));
    dialog.addEventListener("click", (event) => event.target === dialog && pressed === dialog && dialog.close());
    thamsau.warm();
    if (field.value) search();
  };
})();
