/**
 * How well each document answers: BM25 over words and over neighbours, exact spelling above folded.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { lookUp, breathe } = thamsau.parts;
  /** What a folded match is worth beside an exact one, for a marked word and for one left plain among marked ones. */
  const FOLDED = 0.3, PLAIN = 0.6;
  /** What neighbours are worth beside single words. */
  const PAIR = 0.9;
  const COMPLETED = 0.7, CORRECTED = 0.85;
  /** What the words by which a query asks are worth beside what it asks for. */
  const ASKING = 0.2;
  /** The variants of a document's number, as terms.py has them: 0 is a document in force. */
  const ENDED = 1, MENTIONED = 2;

  const rarity = (n, many) => Math.log(1 + (n - many + 0.5) / (many + 0.5));

  /** The weight of one term in each document: {values, same, idf, many, exact}; `same` where it is spelt as sought. */
  function weighed(term, lists, { n, weights }) {
    const values = new Float32Array(n), sameIn = new Uint8Array(n);
    const factor = term.lenient ? 1 : term.marked ? FOLDED : PLAIN;
    let exact = 0;
    for (const { variant, documents, levels } of lists) {
      const same = variant === term.variant;
      if (same) exact = documents.length;
      const worth = same || term.lenient ? 1 : factor;
      for (let i = 0; i < documents.length; i++) {
        if (worth === 1) sameIn[documents[i]] = 1;
        const value = weights[levels[i]] * worth;
        if (value > values[documents[i]]) values[documents[i]] = value;
      }
    }
    let many = 0;
    for (let i = 0; i < n; i++) if (values[i]) many++;
    return { values, same: sameIn, many, exact, idf: rarity(n, term.lenient || !exact ? many : exact) };
  }

  const raise = (into, values, by) => {
    for (let i = 0; i < into.length; i++) if (values[i] * by > into[i]) into[i] = values[i] * by;
  };

  /**
   * Score a query as query.js took it apart: {n, scores, cover, near, words, pairs, direct, incomplete}. `extra` are
   * words that may stand for others: [{at, word, by}], completions and corrections.
   */
  async function score(query, manifest, extra) {
    const { n } = manifest;
    const context = { tu: { n, weights: manifest.tu.slice(1) }, cap: { n, weights: manifest.cap.slice(1) } };
    const pairOf = thamsau.query.pairOf;
    const more = extra.flatMap(({ at, word, by }) => {
      const found = [];
      for (const pair of query.pairs) {
        if (pair.at === at) found.push({ at, by, ...pairOf(word, query.words[at + 1]) });
        if (pair.at + 1 === at) found.push({ at: at - 1, by, ...pairOf(query.words[at - 1], word) });
      }
      return found;
    });
    const wordTerms = [...query.words, ...extra.map((one) => one.word), ...query.spans.flatMap((span) => span.words)];
    const pairTerms = [...query.pairs, ...more, ...query.spans.flatMap((span) => span.pairs)];
    const codes = (terms) => [...new Set(terms.map((term) => term.code))];
    const [byWord, byPair] = await Promise.all([
      lookUp("tu", codes([...wordTerms, ...query.numbers])),
      lookUp("cap", codes(pairTerms)),
    ]);
    let incomplete = false;
    const listsOf = (term, lists) => {
      const found = lists.get(term.code);
      if (found === null) incomplete = true;
      return found || [];
    };
    const word = (term) => weighed(term, listsOf(term, byWord), context.tu);
    const pair = (term) => weighed(term, listsOf(term, byPair), context.cap);

    const words = [];
    for (const term of query.words) words.push(word(term)), await breathe();
    const pairs = [];
    for (const term of query.pairs) pairs.push({ at: term.at, ...pair(term) }), await breathe();
    for (const [at, { asking }] of query.words.entries()) if (asking) words[at].idf *= ASKING;
    for (const one of pairs) if (query.words[one.at].asking || query.words[one.at + 1].asking) one.idf *= ASKING;
    for (const { at, word: term, by } of extra) {
      const other = word(term);
      if (!words[at].many) words[at].idf = other.idf;
      raise(words[at].values, other.values, by);
      words[at].widened = true;
    }
    for (const term of more) {
      const other = pair(term), own = pairs.find((one) => one.at === term.at);
      if (!own.many) own.idf = other.idf;
      raise(own.values, other.values, term.by);
      await breathe();
    }
    for (const span of query.spans) spread(span, span.words.map(word), span.pairs.map(pair), words, pairs);

    const direct = directly(query, byWord, listsOf);
    const scores = new Float32Array(n), cover = new Float32Array(n), near = new Float32Array(n);
    // A number's own words say nothing more once the number is found.
    const counts = words.map((_, at) => !(direct.used && direct.used.has(at)));
    let whole = 0, together = 0;
    for (let at = 0; at < words.length; at++) {
      const { values, idf, many } = words[at];
      if (!many && !words[at].widened && words.some((other) => other.many)) words[at].idf = Math.min(idf, rarity(n, n / 20));
      if (counts[at]) whole += words[at].idf;
      const by = words[at].idf * (counts[at] ? 1 : 0.2);
      for (let i = 0; i < n; i++) {
        if (!values[i]) continue;
        scores[i] += by * values[i];
        if (counts[at]) cover[i] += words[at].idf;
      }
    }
    for (const pair of pairs) {
      const { at, values, idf, many } = pair;
      pair.alike = 0;
      if (!many && !(words[at].widened || words[at + 1].widened)) continue;
      const by = counts[at] || counts[at + 1] ? PAIR : 0.2;
      together += idf;
      for (let i = 0; i < n; i++) {
        if (!values[i]) continue;
        const alike = (words[at].same[i] || words[at].widened) && (words[at + 1].same[i] || words[at + 1].widened);
        if (alike) pair.alike++;
        scores[i] += by * idf * values[i] * (alike ? 1 : FOLDED);
        near[i] += idf;
      }
    }
    await breathe();
    for (let i = 0; i < n; i++) {
      if (whole) cover[i] /= whole;
      else if (scores[i]) cover[i] = 1;
      if (together) near[i] /= together;
      scores[i] *= 0.35 + 0.65 * cover[i];
    }
    return { n, scores, cover, near, words, pairs, direct, incomplete };
  }

  /** Let a span's other wording count for its words: an abbreviation for what it stands for, or the other way round. */
  function spread(span, others, couples, words, pairs) {
    const n = words[0].values.length;
    const all = new Float32Array(n);
    // What several words stand for must be there whole: neighbours where they are sought, else all the words.
    const parts = couples.some((couple) => couple.many) ? couples : others;
    for (let i = 0; i < n; i++) {
      let least = 1;
      for (const { values } of parts) if (values[i] < least) least = values[i];
      all[i] = least;
    }
    const idf = Math.max(...parts.map((part) => part.idf));
    for (let at = span.from; at < span.to; at++) {
      if (span.to - span.from === 1 || !words[at].many) words[at].idf = Math.max(words[at].many ? words[at].idf : 0, idf);
      words[at].widened = true;
      raise(words[at].values, all, 0.95);
    }
    for (const pair of pairs) if (pair.at >= span.from && pair.at + 1 < span.to) raise(pair.values, all, 0.95);
  }

  /** The documents whose own number is sought, and those that name it: by the fullest number that any has. */
  function directly(query, byWord, listsOf) {
    for (const number of query.numbers) {
      const lists = listsOf(number, byWord);
      const own = lists.filter((list) => list.variant !== MENTIONED);
      const naming = lists.filter((list) => list.variant === MENTIONED).flatMap((list) => list.documents);
      if (!own.length && !naming.length) continue;
      return {
        used: number.words,
        current: own.filter((list) => list.variant !== ENDED).flatMap((list) => list.documents),
        ended: own.filter((list) => list.variant === ENDED).flatMap((list) => list.documents),
        naming,
      };
    }
    return { used: null, current: [], ended: [], naming: [] };
  }

  thamsau.score = { score, COMPLETED, CORRECTED };
})();
