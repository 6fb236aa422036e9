/** What the index knows of documents whatever is searched for: their authority, and which ones replaced others. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { numbersIn } = thamsau.bits;
  const { FULL } = thamsau.tuning;

  /** The authority of each document (authority.py), from 0 to 1. */
  const authorities = (index) => (index.authorities = index.authorities || numbersIn(index.authority).map((level) => level / 15));

  /** The principal document of the topic whose name the query is, if any: [document]. */
  const principal = (query, index) => [index.principal[query.words.map((word) => word.folded).join(" ")]].filter((document) => document >= 0);

  /**
   * Put each of the documents `found` that was replaced just below the one that replaced it, if this is found as well
   * and the query does not name only the former (`named`). If the title of the former has more of the query's words
   * (`covers`), the latter rises to it, else the former falls. A document that amends another falls below it if the title
   * of the latter has all words.
   */
  function below(found, scores, named, covers, { replaced, amending }) {
    const pairs = numbersIn(replaced), acts = numbersIn(amending), there = new Set(found);
    for (let i = 0; i < pairs.length; i += 2) {
      const old = pairs[i], later = pairs[i + 1];
      if (!there.has(old) || !there.has(later) || scores[old] < scores[later] || (named.has(old) && !named.has(later))) continue;
      if (covers[old] > covers[later]) scores[later] = scores[old] * (1 + 1e-5);
      else scores[old] = scores[later] * (1 - 1e-5);
    }
    for (let i = 0; i < acts.length; i += 2) {
      const act = acts[i], amended = acts[i + 1];
      if (!there.has(act) || !there.has(amended) || named.has(act) || covers[amended] < FULL || covers[act] > covers[amended]) continue;
      scores[act] = Math.min(scores[act], scores[amended] * (1 - 1e-5));
    }
  }

  thamsau.authority = { authorities, principal, below };
})();
