/**
 * The facets of the results page: checkboxes with the number of results each would leave, and links to remove filters.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { make, number } = thamsau.results;
  /** The facets in order: the engine's name, the address's parameter, and the title for readers. */
  const FACETS = [
    ["section", "muc", "Mục"],
    ["kind", "loai", "Loại văn bản"],
    ["issuer", "co-quan", "Cơ quan ban hành"],
    ["term", "nhiem-ky", "Nhiệm kỳ"],
    ["status", "hieu-luc", "Hiệu lực"],
    ["year", "nam", "Năm"],
    ["audience", "nguoi-hoc", "Người học"],
    ["topic", "chu-de", "Chủ đề"],
    ["column", "chuyen-muc", "Chuyên mục"],
  ];
  /** How many values of a facet are shown at once; a button shows the rest. */
  const FEW = 6;

  const without = ({ q, filters, sort }, facet, id) => ({
    q,
    sort,
    filters: Object.fromEntries(Object.entries(filters).map(([name, ids]) => [name, ids.filter((one) => name !== facet || one !== id)])),
  });

  /**
   * Return the function that draws the facets for a question (query, filters, order) and, if it is answered, the
   * counts. `go` opens another question, `link` makes a link to one.
   */
  function within({ facets, chosen, heading }, go, link) {
    let asked;
    const labels = new Map(); // facet -> id -> label, from all answers so far

    const toHeading = () => heading.focus();

    function drawChosen() {
      const chips = [];
      for (const [facet, , title] of FACETS) {
        for (const id of asked.filters[facet] || []) {
          const label = (labels.get(facet) || new Map()).get(id) || id;
          const next = () => (chosen.querySelector("a") || heading).focus();
          const chip = link(without(asked, facet, id), next, { "aria-label": `Bỏ điều kiện ${title}: ${label}` }, label, " ", make("span", { "aria-hidden": "true" }, "✕"));
          chips.push(make("li", null, chip));
        }
      }
      if (chips.length > 1) chips.push(make("li", null, link({ ...asked, filters: {} }, toHeading, null, "Bỏ tất cả")));
      chosen.replaceChildren(...chips);
      chosen.hidden = !chips.length;
      const summary = facets.closest("details").querySelector("summary");
      const many = Object.values(asked.filters).reduce((sum, ids) => sum + ids.length, 0);
      summary.textContent = many ? `Thu hẹp kết quả (đang chọn ${many})` : "Thu hẹp kết quả";
    }

    /** Update the facets in place: a checkbox that the reader has just ticked must keep the focus. */
    function drawFacets(counted) {
      for (const [facet, name, title] of FACETS) {
        const values = counted[facet] || [];
        if (!labels.has(facet)) labels.set(facet, new Map());
        for (const { id, label } of values) labels.get(facet).set(id, label);
        const set = facets.querySelector(`[data-facet=${facet}]`) || facets.appendChild(fieldset(facet, title));
        const box = set.querySelector("ul");
        const ticked = asked.filters[facet] || [];
        const enough = [...values].sort((a, b) => b.count - a.count).slice(0, FEW);
        const there = new Map([...box.children].map((line) => [line.dataset.id, line]));
        for (const [id, line] of there) {
          if (!values.some((value) => value.id === id) && !line.contains(document.activeElement)) line.remove();
        }
        let before = null;
        for (const value of values) {
          const line = there.get(value.id) || choice(facet, name, value);
          line.querySelector("input").checked = ticked.includes(value.id);
          line.querySelector(".count").textContent = `(${number(value.count)})`;
          line.classList.toggle("rare", !enough.includes(value) && !ticked.includes(value.id));
          const place = before ? before.nextElementSibling : box.firstElementChild;
          if (place !== line) box.insertBefore(line, place);
          before = line;
        }
        set.querySelector("button").hidden = set.classList.contains("all") || !box.querySelector(".rare");
        set.hidden = values.length < 2 && !ticked.length;
      }
      facets.closest("form").hidden = ![...facets.children].some((set) => !set.hidden);
    }

    function fieldset(facet, title) {
      const button = make("button", { type: "button", class: "facet-more" }, "Xem đủ");
      const set = make("fieldset", { "data-facet": facet }, make("legend", null, title), make("ul"), button);
      button.setAttribute("aria-label", `Xem đủ: ${title}`);
      button.addEventListener("click", () => {
        const first = set.querySelector(".rare input");
        set.classList.add("all");
        button.hidden = true;
        first.focus();
      });
      return set;
    }

    function choice(facet, name, { id, label }) {
      const box = make("input", { type: "checkbox", name, value: id });
      box.addEventListener("change", () => {
        const others = without(asked, facet, id);
        if (box.checked) others.filters[facet] = [...(others.filters[facet] || []), id];
        go(others);
      });
      const line = make("li", null, make("label", null, box, make("span", null, label, " ", make("span", { class: "count" }))));
      line.dataset.id = id;
      return line;
    }

    /** The chosen values, in words. */
    const named = () => FACETS.flatMap(([facet]) => (asked.filters[facet] || []).map((id) => (labels.get(facet) || new Map()).get(id) || id)).join(", ");

    /** Draw the facets, and return the chosen values in words. */
    return (question, counted) => {
      asked = question;
      if (counted) drawFacets(counted);
      drawChosen();
      return named();
    };
  }

  thamsau.facets = { FACETS, within };
})();
