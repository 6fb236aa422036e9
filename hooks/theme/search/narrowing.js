/** Filters: which documents pass them, and how many would pass with each value of each facet. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { numbersIn } = thamsau.bits;
  /**
   * The documents that pass the filters and, for each value of each facet, the number that would pass with it chosen.
   */
  function narrowed({ names, rows, column }, documents, filters) {
    const row = numbersIn(column);
    const order = ["section", "kind", "issuer", "term", "status", "year", "audience", "topic", "column"];
    const place = (facet) => new Map(names[facet].map(([id], at) => [id, at]));
    const chosen = {};
    for (const facet of order) {
      const ids = [].concat(filters[facet] || []).filter(Boolean).map(String);
      if (!ids.length) continue;
      const at = place(facet);
      // The documents of a body's predecessors count as its own.
      chosen[facet] = new Set(ids.flatMap((id) => (at.has(id) ? [at.get(id), ...(names[facet][at.get(id)][2] || [])] : [])));
    }
    const valuesOf = rows.map((values) => values.map((value) => [].concat(value)));
    const passes = valuesOf.map((values) => order.map((facet, at) => !chosen[facet] || values[at].some((value) => chosen[facet].has(value))));
    const counts = order.map((facet) => new Array(names[facet].length).fill(0));
    const kept = [];
    for (const document of documents) {
      const passed = passes[row[document]], values = valuesOf[row[document]];
      const failures = passed.filter((ok) => !ok).length;
      if (!failures) kept.push(document);
      order.forEach((facet, at) => {
        if (failures - (passed[at] ? 0 : 1) === 0) for (const value of values[at]) if (value >= 0) counts[at][value]++;
      });
    }
    const counted = {};
    order.forEach((facet, at) => {
      counted[facet] = names[facet]
        .map(([id, label, before], value) => ({ id, label, count: counts[at][value] + (before || []).reduce((sum, old) => sum + counts[at][old], 0) }))
        .filter(({ id, count }) => count > 0 || [].concat(filters[facet] || []).map(String).includes(id));
    });
    return { documents: kept, counted };
  }

  thamsau.narrowed = narrowed;
})();
