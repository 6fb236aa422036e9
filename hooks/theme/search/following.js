/** The words that follow a word in the texts of some documents: what an unfinished last word may become. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { words } = thamsau.analysis;
  const { recordOf, PASSAGES } = thamsau.lookup;

  /** Return the documents, at most `many`, that match all words of a query but the last one best. */
  function best({ n, words, pairs }, many) {
    const last = words.length - 1, scores = new Float32Array(n);
    for (const { values, idf } of [...words.slice(0, last), ...pairs.filter((pair) => pair.at + 1 < last)]) {
      for (let i = 0; i < n; i++) scores[i] += idf * values[i];
    }
    const found = [...scores.keys()].filter((document) => scores[document]);
    return found.sort((a, b) => scores[b] - scores[a] || b - a).slice(0, many);
  }

  /**
   * Return the words that follow the last word but one of a query in texts: folded -> [{exact, often}].
   *
   * The last word may be unfinished, and one of these words may be meant. The texts are those of the documents that
   * match all words but the last best. The result has the form of the lexicon (spelling.js). `scored` is the result of
   * score.js.
   */
  async function following(query, scored, index) {
    const before = query.words[query.words.length - 2], form = before.marked ? "exact" : "folded";
    const records = await Promise.all(best(scored, index.first).map((document) => recordOf(document, index)));
    const found = new Map();
    for (const record of records.filter(Boolean)) {
      for (const text of [record[1], ...record[PASSAGES].map((place) => place[2])]) {
        const tokens = words(text);
        tokens.forEach((token, at) => {
          const next = tokens[at + 1];
          if (!token || !next || token[form] !== before[form]) return;
          const variants = found.get(next.folded) || [], known = variants.find((one) => one.exact === next.exact);
          if (known) known.often++;
          else found.set(next.folded, [...variants, { exact: next.exact, often: 1 }]);
        });
      }
    }
    return found;
  }

  thamsau.following = following;
})();
