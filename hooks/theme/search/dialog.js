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
  const { make, item, complete, watched, page, number, incomplete, unreachable, announcer, spoken, isUntouched, limits, absence, LOOSELY, NOTHING, UNREACHABLE } = thamsau.results;
  const PAUSE = 120, LONG = 400; // milliseconds from a key to the search, and from the search to "Đang tìm…"
  const KEY = "tham-sau:phim-tim";

  thamsau.start = function (dialog) {
    const find = (selector) => dialog.querySelector(selector);
    const field = find("[name=q]"), status = find("[role=status]");
    const count = make("p", { class: "search-count" }), output = make("div", { class: "search-output" });
    const say = announcer(status);
    let typing, isPartial, before = "", asking = new AbortController();

    function show(words, ...content) {
      count.textContent = words;
      output.replaceChildren(...content.filter(Boolean));
      output.scrollTop = dialog.scrollTop = 0; // one of them scrolls
      say(spoken(words, output));
    }

    async function search() {
      const query = thamsau.query.cut(field.value);
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
        found = await thamsau.search(query, { facets: false, limit: null, signal, early });
      } catch (error) {
        // Reported below: nothing of the index could be loaded.
      }
      clearTimeout(slow);
      if (signal.aborted) return;
      isPartial = !found || found.incomplete;
      if (!found) show(UNREACHABLE, unreachable(again));
      else if (drawn) fill(found);
      else draw(query, found);
    }

    /** Complete the results that were drawn early, without moving what the reader looks at. */
    function fill({ hits, incomplete: partly, missing }) {
      const items = output.querySelectorAll(".hit");
      const moved = watched(items, Math.max(0, output.getBoundingClientRect().top));
      complete(items, hits, 3);
      const by = moved();
      for (const scrolling of [output, dialog]) scrolling.scrollTop += by; // one of them scrolls
      if (!partly) return;
      output.querySelector(".hits").after(incomplete(again, missing));
      say(spoken(count.textContent, output));
    }

    function draw(query, { total, hits, suggestion, absent, operators, incomplete: partly, missing }) {
      show(
        total ? `Có ${number(total)} kết quả` : NOTHING,
        operators && limits(operators, link(operators.without, LOOSELY)),
        suggestion && make("p", { class: "search-suggestion" }, "Có phải bạn tìm ", link(suggestion, suggestion), "?"),
        absent.length > 0 && absence(absent, total),
        partly && incomplete(again, missing),
        hits.length > 0 && make("ol", { class: "hits", "aria-label": "Kết quả" }, ...hits.map((hit) => item(hit, 3))),
        total
          ? make("a", { class: "button search-all", href: page({ q: query }) }, "Xem tất cả kết quả")
          : make("a", { class: "button search-all", href: page({}) }, "Xem các danh sách"),
      );
    }

    /** A link to the results of another query, which are shown in the dialog. */
    function link(query, words) {
      const element = make("a", { href: page({ q: query }) }, words);
      element.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        field.value = query;
        again();
      });
      return element;
    }

    function again() {
      field.focus();
      search();
    }

    const links = () => [...output.querySelectorAll("a[href], button")];

    /** Tell whether a key belongs to an input method; Safari sends the key that ends a composition with this code. */
    const isComposing = (event) => event.isComposing || event.keyCode === 229;

    function walk(event) {
      if (isComposing(event)) return; // the arrows then choose among the input method's words
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
      if (event.key !== "Escape" || isComposing(event)) return;
      event.preventDefault();
      dialog.close();
    }

    status.className = "unseen"; // the count is visible at once, but announced later
    status.textContent = "";
    status.before(count, output, keys());
    field.addEventListener("input", () => {
      clearTimeout(typing);
      say("");
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
    dialog.addEventListener("close", () => say(""));
    field.form.addEventListener("submit", () => (field.value = thamsau.query.cut(field.value)));
    // Close only if the button was also pressed outside: selecting text may end outside.
    let pressed;
    dialog.addEventListener("mousedown", (event) => (pressed = event.target));
    dialog.addEventListener("click", (event) => event.target === dialog && pressed === dialog && dialog.close());
    thamsau.late = () => isPartial && isUntouched(output.firstElementChild || output, output.getBoundingClientRect().top) && search();
    thamsau.warm();
    if (field.value) search();
  };
})();
