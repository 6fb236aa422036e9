/** How far the title of each document says what a query says, from the index alone (titles.py). */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { isNumberSign } = thamsau.query;
  const { TITLE_LENGTHS, UNMARKED, EXPANDED } = thamsau.tuning;
  /** The code of a word in titles, and the level of a word in the name of a document's kind. */
  const inTitle = (code) => code ^ 0x100, KIND = 7;
  /** The level of the code of a whole title. */
  const WHOLE = 7;

  /** The documents in the posting list of the code of a whole title that have this title. */
  const entitled = ({ documents, levels }) => [...documents].filter((_, at) => levels[at] === WHOLE);

  /**
   * By document: {covers, like, kind, given, facts}. `covers` is the share of the query's words, by weight, that stand in its
   * title, in the name of its kind or in its attributes, `kind` and `given` the shares in the latter two, `like` the
   * likeness of query and title, all from 0 to 1. `facts` is 1 if the query is nothing but its kind and attributes. `known` are the attributes (attributes.js) that the query names, `words` are the results of score.js's `weighed`, and `listOf` gives the posting list of a code.
   */
  function titles(query, extra, words, known, listOf, n) {
    const covers = new Float32Array(n), like = new Float32Array(n), kind = new Float32Array(n), given = new Float32Array(n), facts = new Float32Array(n);
    const counts = new Float32Array(n), lengths = new Uint8Array(n).fill(255);
    let whole = 0;
    /**
     * Add to `shares` how far a word is in each document's title, and to `kinds` how far it is in the name of its kind.
     */
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
      // Many titles are typed without marks. If such a title has the word without marks, but the document's text has it
      // with the query's marks, it is the word sought.
      add(term, (document) => Math.max(worth, UNMARKED * same[document]), shares, kinds);
      for (const other of extra) if (other.at === at) add(other.word, () => other.by, shares, kinds);
      for (const document of words[at].titled || []) shares[document] = Math.max(shares[document], EXPANDED);
      return { shares, kinds, attributes: new Map() };
    });
    for (const { from, to, shares, by } of known) {
      for (let at = from; at < to; at++) {
        for (const [document, share] of shares) found[at].attributes.set(document, Math.max(found[at].attributes.get(document) || 0, share * by));
      }
    }
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
    found.forEach(({ shares, kinds, attributes }, at) => {
      if (isNumberSign(query.words, at)) return;
      const { idf } = words[at];
      whole += idf;
      for (const [document, share] of attributes) given[document] += idf * share;
      for (let i = 0; i < n; i++) {
        const share = Math.max(shares[i], kinds[i], attributes.has(i) ? 1 : 0);
        if (!share) continue;
        covers[i] += idf * share;
        counts[i] += shares[i];
        if (query.words[at].ofKind) kind[i] += kinds[i];
        if ((query.words[at].ofKind && kinds[i]) || attributes.has(i)) facts[i]++;
      }
    });
    for (let i = 0; i < n; i++) {
      covers[i] /= whole || 1;
      kind[i] /= found.length || 1;
      given[i] /= whole || 1;
      facts[i] = facts[i] === found.length ? 1 : 0;
      const said = Math.min(1, counts[i] / lengths[i]);
      like[i] = covers[i] * covers[i] * Math.sqrt(said);
    }
    return { covers, like, kind, given, facts };
  }

  thamsau.titles = { titles, inTitle, entitled };
})();
