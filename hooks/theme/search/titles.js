/** How far the title of each document says what a query says, from the index alone (titles.py). */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { TITLE_LENGTHS, UNMARKED, EXPANDED } = thamsau.tuning;
  /** The code of a word in titles, and the level of a word in the name of a document's kind. */
  const inTitle = (code) => code ^ 0x100, KIND = 7;

  /**
   * By document: {covers, like, kind}. `covers` is the share of the query's words, by weight, that stand in its title or
   * in the name of its kind, `kind` the share in the latter, and `like` the likeness of query and title, all from 0 to
   * 1. `words` are the results of score.js's `weighed`, and `listOf` gives the posting list of a code.
   */
  function titles(query, extra, words, listOf, n) {
    const covers = new Float32Array(n), like = new Float32Array(n), kind = new Float32Array(n);
    const counts = new Float32Array(n), lengths = new Uint8Array(n).fill(255);
    let whole = 0;
    /** How far a word is in each document's title, into `shares`; in the name of its kind, into `kinds`. */
    function add(term, shareIn, shares, kinds) {
      const exact = term.exactCode === null ? null : listOf(inTitle(term.exactCode));
      for (const [list, share] of [[listOf(inTitle(term.code)), shareIn], [exact, () => 1]]) {
        if (!list) continue;
        list.documents.forEach((document, i) => {
          const level = list.levels[i], into = level === KIND ? kinds : shares;
          if (level < TITLE_LENGTHS.length) lengths[document] = Math.min(lengths[document], TITLE_LENGTHS[level]);
          into[document] = Math.max(into[document], share(document));
        });
      }
    }
    const found = query.words.map((term, at) => {
      const shares = new Float32Array(n), kinds = new Float32Array(n);
      const { same, worth } = words[at];
      // Many titles are typed without marks. Such a word is the one sought if the document has this with its marks.
      add(term, (document) => Math.max(worth, UNMARKED * same[document]), shares, kinds);
      for (const other of extra) if (other.at === at) add(other.word, () => other.by, shares, kinds);
      return { shares, kinds };
    });
    for (const span of query.spans) {
      const others = span.words.map((term) => {
        const shares = new Float32Array(n);
        add(term, () => 1, shares, shares);
        return shares;
      });
      for (let i = 0; i < n; i++) {
        if (!others.every((shares) => shares[i])) continue;
        for (let at = span.from; at < span.to; at++) found[at].shares[i] = Math.max(found[at].shares[i], EXPANDED);
      }
    }
    // The "số" before a number says nothing: "Luật số 34/2005/QH11" is in the title as "34/2005/QH11".
    const isNumbering = (at) => query.words[at].folded === "so" && query.words[at + 1] && /^\d/.test(query.words[at + 1].folded);
    found.forEach(({ shares, kinds }, at) => {
      if (isNumbering(at)) return;
      const { idf } = words[at];
      whole += idf;
      for (let i = 0; i < n; i++) {
        const share = Math.max(shares[i], kinds[i]);
        if (!share) continue;
        covers[i] += idf * share;
        counts[i] += shares[i];
        kind[i] += idf * kinds[i];
      }
    });
    for (let i = 0; i < n; i++) {
      covers[i] /= whole || 1;
      kind[i] /= whole || 1;
      const said = Math.min(1, counts[i] / lengths[i]);
      like[i] = said && (2 * covers[i] * said) / (covers[i] + said);
    }
    return { covers, like, kind };
  }

  thamsau.titles = { titles, inTitle };
})();
