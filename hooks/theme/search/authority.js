/** What the index knows of documents whatever is searched for: their authority, and which ones replaced others. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { reader } = thamsau.bits;

  function numbers(text) {
    const read = reader(text), found = [];
    while (read.more()) found.push(read.one());
    return found;
  }

  /** The authority of each document (authority.py), from 0 to 1. */
  const authorities = (index) => numbers(index.authority).map((level) => level / 15);

  /** The principal document of the topic whose name the query is, if any: [document]. */
  const principal = (query, index) => [index.principal[query.words.map((word) => word.folded).join(" ")]].filter((document) => document >= 0);

  /**
   * Lower the score of each of the documents `found` that was replaced to just below that of the document that replaced
   * it, if this is found as well; but not if the query names only the former (`named`).
   */
  function below(found, scores, named, { replaced }) {
    const pairs = numbers(replaced), there = new Set(found);
    for (let i = 0; i < pairs.length; i += 2) {
      const old = pairs[i], later = pairs[i + 1];
      if (there.has(old) && there.has(later) && (named.has(later) || !named.has(old))) scores[old] = Math.min(scores[old], scores[later] * (1 - 1e-5));
    }
  }

  thamsau.authority = { authorities, principal, below };
})();
