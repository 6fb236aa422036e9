/**
 * The results page. Everything it shows follows from its address (query, filters, order) and from the state in the
 * browser's history (number of results, scroll position). So addresses can be shared, and the back button works.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { make, item, complete, watched, number, incomplete, unreachable, announcer, spoken, isUntouched, limits, absence, LOOSELY, UNREACHABLE } = thamsau.results;
  const { suggestion, empty, feed } = thamsau.notes;
  const { read, address } = thamsau.address;
  const PAUSE = 300; // milliseconds after a key before searching
  const STEP = 10, MOST_SHOWN = 500, LONG = 400;

  thamsau.start = function () {
    const root = document.querySelector("[data-results]");
    document.querySelector("main [role=status]").textContent = ""; // an earlier attempt may have left its message there
    const find = (name) => root.querySelector(`[data-${name}]`);
    const form = document.querySelector("main form[role=search]");
    const field = form.elements.q;
    const [heading, chosen, order, notes, list, more, facets, status] =
      ["heading", "chosen", "order", "notes", "hits", "more", "facets", "status"].map(find);
    const help = document.querySelector("[data-help]");
    const title = document.title, say = announcer(status);
    let asked, shown, said, asking = new AbortController();
    let isPartial, typing, isDraft = false; // the history entry is a draft: it changes while the reader types

    /* ---- The history ---- */

    function keep(state) {
      try {
        history.replaceState({ ...history.state, ...state }, "");
      } catch (error) {
        // Safari forbids more than a hundred changes in half a minute; the reader then comes back to the top.
      }
    }

    /** Open another question, as a new entry of the history. */
    function go(next, focus) {
      isDraft = false;
      if (!enter(next)) return location.assign(address(next));
      return show(focus);
    }

    /** Enter a question into the history, instead of a draft or as a new entry; false if the browser forbids it. */
    function enter(next) {
      clearTimeout(typing);
      keep({ top: scrollY });
      try {
        if (isDraft) history.replaceState({}, "", address(next));
        else history.pushState({}, "", address(next));
      } catch (error) {
        return false; // for file:// a browser may refuse to change the address without loading it
      }
      return true;
    }

    const typed = () => ({ ...read(), q: thamsau.query.cut(field.value) });

    /** Show the results for the words typed so far. */
    function draft() {
      const next = typed();
      if (next.q === asked.q || !enter(next)) return;
      isDraft = true;
      show();
    }

    /* ---- Asking ---- */

    /** Abort the search before; return the signal for the new one. */
    function anew() {
      asking.abort();
      asking = new AbortController();
      return asking.signal;
    }

    async function show(focus) {
      asked = read();
      const signal = anew();
      const { q, filters, sort } = asked;
      const state = history.state || {};
      const any = q !== "" || Object.keys(filters).length > 0;
      if (field.value.trim() !== q) field.value = q; // keep a space at the end while the reader types
      order.value = sort;
      document.title = q ? `${q.length > 60 ? q.slice(0, 60) + "…" : q} – ${title}` : title;
      root.hidden = !any;
      help.hidden = any;
      if (!any) return;
      shown = Math.min(MOST_SHOWN, Math.max(STEP, Number(state.shown) || 0));
      root.setAttribute("aria-busy", "true");
      const slow = setTimeout(() => (heading.textContent = "Đang tìm…"), LONG);
      signal.addEventListener("abort", () => clearTimeout(slow));
      let found = null, drawn = false;
      const early = (first) => {
        clearTimeout(slow);
        present(first, focus);
        more.hidden = true; // until the first results are complete
        drawn = true;
      };
      try {
        // A reader who comes back to a scroll position is better served by complete results at once.
        found = await thamsau.search(q, { filters, sort, limit: shown, signal, early: state.top ? null : early });
      } catch (error) {
        // Reported below: nothing of the index could be loaded.
      }
      clearTimeout(slow);
      if (signal.aborted) return;
      isPartial = !found || found.incomplete;
      if (drawn && found) fill(found);
      else present(found, focus);
      if (state.top) scrollTo({ top: state.top, behavior: "instant" });
    }

    /** Draw the results, and announce them. */
    function present(found, focus) {
      root.removeAttribute("aria-busy");
      draw(found);
      if (focus) focus();
      // Another filter may leave the same number of results; the announcement names the filters, so it still differs.
      say(document.activeElement === heading ? "" : spoken(said, notes));
    }

    function draw(found) {
      const { q } = asked;
      const total = found ? found.total : 0;
      const short = q.length > 120 ? q.slice(0, 120) + "…" : q;
      const of = q ? ` cho ${/["“”«»]/.test(q) ? short : `“${short}”`}` : "";
      heading.textContent = !found ? UNREACHABLE : total ? `${number(total)} kết quả${of}` : `Không có kết quả nào${of}`;
      const conditions = drawFacets(asked, found && found.facets);
      said = conditions ? `${heading.textContent}, điều kiện: ${conditions}` : heading.textContent;
      if (!q && conditions) document.title = `${conditions} – ${title}`;
      notes.replaceChildren(
        ...[
          found && found.operators && limits(found.operators, another(found.operators.without, LOOSELY)),
          found && found.suggestion && suggestion(another(found.suggestion)),
          found && found.absent.length > 0 && absence(found.absent, total),
          found && found.incomplete && incomplete(() => show(), found.missing),
          !found && unreachable(() => show()),
          found && !total && empty(asked.filters, link({ ...asked, filters: {} }, toHeading, { class: "button" }, "Tìm lại, bỏ mọi điều kiện")),
          found && found.feed && feed(found.feed),
        ].filter(Boolean),
      );
      list.replaceChildren(...(found ? found.hits.map((hit) => item(hit, 3)) : []));
      list.hidden = !list.childElementCount;
      order.closest("[data-sorting]").hidden = total < 2 || !q; // without words there is no relevance
      help.hidden = total > 0;
      drawMore(total);
    }

    /** Complete the first results and add the others, without moving what the reader looks at. */
    function fill({ total, hits, incomplete: partly, missing }) {
      const first = list.childElementCount, moved = watched(list.children, 0);
      if (partly) {
        notes.append(incomplete(() => show(), missing));
        say(spoken(document.activeElement === heading ? "" : said, notes));
      }
      complete(list.children, hits.slice(0, first), 3);
      scrollBy({ top: moved(), behavior: "instant" });
      list.append(...hits.slice(first).map((hit) => item(hit, 3)));
      drawMore(total);
    }

    function drawMore(total) {
      const left = Math.min(total, MOST_SHOWN) - list.childElementCount;
      more.hidden = left <= 0 || !list.childElementCount;
      more.textContent = `Xem thêm ${number(Math.min(STEP, Math.max(left, 0)))} kết quả`;
    }

    async function add() {
      const signal = anew(), from = list.childElementCount;
      more.disabled = true;
      let found = null;
      try {
        found = await thamsau.search(asked.q, { ...asked, signal, offset: from, limit: STEP });
      } catch (error) {
        // Reported below; the results already shown stay.
      }
      more.disabled = false;
      if (signal.aborted) return;
      if (!found || found.incomplete) {
        notes.replaceChildren(incomplete(() => show(), found ? found.missing : ["tu"]));
        say(spoken("", notes));
      }
      if (!found || !found.hits.length) return more.focus();
      list.append(...found.hits.map((hit) => item(hit, 3)));
      shown = list.childElementCount;
      keep({ shown });
      drawMore(found.total);
      list.children[from].querySelector("a").focus();
      say(spoken(`Đang hiện ${number(shown)} trên ${number(found.total)} kết quả`, notes));
    }

    /* ---- Around the results ---- */

    /** A link to another question; it opens in this page, unless the reader wants a new tab or window. */
    function link(next, focus, attributes, ...content) {
      const element = make("a", { href: address(next), ...attributes }, ...content);
      element.addEventListener("click", (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(next, focus);
      });
      return element;
    }

    const toHeading = () => heading.focus();
    const another = (query, words = query) => link({ ...asked, q: query }, toHeading, null, words);
    const drawFacets = thamsau.facets.within({ facets, chosen, heading }, go, link);

    /* ---- Events ---- */

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(typing);
      if (!isDraft || typed().q !== asked.q) return go(typed(), toHeading);
      isDraft = false; // the history entry is already there
      show(toHeading);
    });
    field.addEventListener("input", () => {
      clearTimeout(typing);
      say("");
      typing = setTimeout(draft, PAUSE);
    });
    facets.closest("form").addEventListener("submit", (event) => event.preventDefault());
    order.addEventListener("change", () => go({ ...asked, sort: order.value }));
    more.addEventListener("click", add);
    addEventListener("popstate", () => {
      isDraft = false;
      show();
    });
    thamsau.late = () => isPartial && isUntouched(list, 0) && show();
    // Results appear after the page has loaded, too late for the browser to restore the scroll position itself.
    history.scrollRestoration = "manual";
    addEventListener("pagehide", () => keep({ top: scrollY }));
    addEventListener("beforeprint", () => {
      document.querySelector(".printed").textContent = `Địa chỉ của trang: ${location.href}`;
    });
    const early = document.activeElement === field && field.value; // typed while the scripts were loading
    show();
    if (early) {
      field.value = early;
      draft();
    }
  };
})();
