/** The address of the results page: reads the query, the filters and the order from it, and writes them to it. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { page } = thamsau.results;
  const { FACETS } = thamsau.facets;
  const MOST_VALUES = 50;
  function read() {
    const parameters = new URLSearchParams(location.search);
    const filters = {};
    for (const [facet, name] of FACETS) {
      const ids = [...new Set(parameters.getAll(name))].filter((id) => id && id.length < 100).slice(0, MOST_VALUES);
      if (ids.length) filters[facet] = ids;
    }
    const q = thamsau.query.cut(parameters.get("q") || "");
    return { q, filters, sort: parameters.get("xep") === "moi-nhat" ? "date" : "relevance" };
  }

  function address({ q, filters, sort }) {
    const parameters = q ? [["q", q]] : [];
    for (const [facet, name] of FACETS) for (const id of filters[facet] || []) parameters.push([name, id]);
    if (sort === "date") parameters.push(["xep", "moi-nhat"]);
    return page(parameters);
  }

  thamsau.address = { read, address };
})();
