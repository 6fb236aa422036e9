/** What the index knows of documents whatever is searched for: their authority, and which ones replaced others. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { numbersIn } = thamsau.bits;
  const { FULL } = thamsau.tuning;

  /** The authority of each document (authority.py), from 0 to 1. */
  const authorities = (index) => (index.authorities = index.authorities || numbersIn(index.authority).map((level) => level / 15));

  /** Return [document] if a query is the name of a topic, whose principal document it is (authority.py); else []. */
  const principal = (query, index) => [index.principal[query.words.map((word) => word.folded).join(" ")]].filter((document) => document >= 0);

  /**
   * Change the `scores` of the documents `found`, so that related documents stand in the right order.
   *
   * If a document and the one that replaced it are both found, the older one comes just below the newer one, unless the
   * query names only the older one (`named`). If the older title has more of the query's words (`covers`), the newer
   * document is raised to it; otherwise the older one is lowered. A document that amends another is lowered below the
   * amended one, if the title of the latter has all words of the query.
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
