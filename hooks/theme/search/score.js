/**
 * Scores each document for a query: BM25 over words and pairs of neighbours; exact spelling counts more than folded.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { breathe, heed } = thamsau.parts;
  const { lookUp, NONE } = thamsau.lookup;
  const { pairOf } = thamsau.sought;
  const { ofInitials, initialled } = thamsau.initials;
  const { titles, inTitle } = thamsau.titles;
  const { attributed } = thamsau.attributes;
  const { FOLDED, PLAIN, PAIR, ASKING, TOP_BONUS, LONGEST_PHRASE, UNCOVERED, ABSENT_PART, NUMBER_WORD, EXPANDED } = thamsau.tuning;
  /**
   * The last bits of a number's code (terms.py): for the document in force, no longer in force, or one that mentions
   * it.
   */
  const IN_FORCE = 0, ENDED = 1, MENTIONED = 2;

  const inverseFrequency = (n, frequency) => Math.log(1 + (n - frequency + 0.5) / (frequency + 0.5));

  /**
   * The weight of one term (a word or pair) in each document: {values, same, idf, frequency, exact}. `values` are the
   * weights by document; `same` tells how far a document spells the term as the query does, from 0 to 1; `frequency` is
   * the number of documents with the term, `exact` with that spelling; `idf` is the inverse document frequency. `own`
   * is the posting list of that spelling, `any` that of all spellings; either may be empty. `topBonus` is added for top
   * documents.
   */
  function weighed(term, own, any, { n, weights, topBonus }) {
    const values = new Float32Array(n), same = new Float32Array(n), exact = own.documents.length;
    let frequency = exact;
    for (let i = 0; i < exact; i++) {
      values[own.documents[i]] = weights[own.levels[i]];
      same[own.documents[i]] = 1;
    }
    // If no text has the word without marks, the reader must mean words with marks.
    const apart = term.exactCode !== null && (term.marked || exact > 0);
    const worth = !apart ? 1 : term.marked ? FOLDED : PLAIN;
    for (let i = 0; i < any.documents.length; i++) {
      const document = any.documents[i], value = weights[any.levels[i]], known = values[document];
      if (!known) frequency++;
      same[document] = apart ? Math.min(1, known / value) : 1;
      values[document] = Math.max(known, value * worth);
    }
    for (const document of any.top) values[document] += topBonus;
    return { values, same, frequency, exact, worth, idf: inverseFrequency(n, exact || frequency) };
  }

  const isAlone = (term) => term.alone && term.exactCode !== null;

  const raise = (into, values, by) => {
    for (let i = 0; i < into.length; i++) if (values[i] * by > into[i]) into[i] = values[i] * by;
  };

  /**
   * Score a query parsed by query.js: {n, scores, cover, near, words, pairs, known, title, titled, direct, incomplete}.
   * By document, `scores` are the scores, `cover` the share of the query's words that it has, by weight, and `near` that
   * of its pairs. `words` and `pairs` are the results of `weighed`, `known` and `title` those of attributes.js and
   * titles.js. `titled` is the list of documents of which the query may be the whole title, and `direct` those of a
   * number sought. `extra` are completions and corrections, words that may replace the word at `at` with the weight
   * `by`: [{at, word, by}]. Rejects once the query's `signal` is aborted.
   */
  async function score(query, manifest, extra) {
    const { n } = manifest;
    const topBonus = query.words.length > LONGEST_PHRASE ? 0 : TOP_BONUS;
    const context = { tu: { n, weights: manifest.tu.weights, topBonus: 0 }, cap: { n, weights: manifest.cap.weights, topBonus } };
    const more = extra.flatMap(({ at, word, by }) => {
      const found = [];
      for (const pair of query.pairs) {
        if (pair.at === at) found.push({ at, by, ...pairOf(word, query.words[at + 1]) });
        if (pair.at + 1 === at) found.push({ at: at - 1, by, ...pairOf(query.words[at - 1], word) });
      }
      return found;
    });
    const terms = [...query.words, ...extra.map((one) => one.word), ...query.spans.flatMap((span) => span.words)];
    const pairTerms = [...query.pairs, ...more, ...query.spans.flatMap((span) => span.pairs)];
    heed(query.signal);
    const [byWord, byPair] = await loaded(query, terms, pairTerms, manifest.enough);
    heed(query.signal);
    let incomplete = false;
    const listOf = (code, lists) => {
      const found = lists.get(code);
      if (found === null) incomplete = true;
      return found || NONE;
    };
    const word = (term) =>
      weighed(term, term.exactCode === null ? NONE : listOf(term.exactCode, byWord), isAlone(term) ? NONE : listOf(term.code, byWord), context.tu);
    const pair = (term) => weighed(term, NONE, listOf(term.code, byPair), context.cap);

    const words = [];
    for (const term of query.words) words.push(word(term)), await breathe();
    const pairs = [];
    for (const term of query.pairs) pairs.push({ at: term.at, ...pair(term) }), await breathe();
    for (const [at, { asking }] of query.words.entries()) if (asking) words[at].idf *= ASKING;
    for (const one of pairs) if (query.words[one.at].asking || query.words[one.at + 1].asking) one.idf *= ASKING;
    for (const { at, word: term, by } of extra) {
      const other = word(term);
      if (!words[at].frequency) words[at].idf = other.idf;
      raise(words[at].values, other.values, by);
      words[at].widened = true;
    }
    for (const term of more) {
      const other = pair(term), own = pairs.find((one) => one.at === term.at);
      if (!own.frequency) own.idf = other.idf;
      raise(own.values, other.values, term.by);
      await breathe();
    }
    for (const span of query.spans) spread(span, span.words.map(word), span.pairs.map(pair), words, pairs);

    for (const [at, { initials, code }] of query.words.entries()) if (initials) initialled(words[at], listOf(ofInitials(code), byWord), n, inverseFrequency);
    const known = attributed(query, (code) => listOf(code, byWord), n);
    for (const { from, to, shares } of known) stand(from, to, shares, words, pairs);
    const title = titles(query, extra, words, known, (code) => listOf(code, byWord), n);
    await breathe();
    const titled = query.title === null ? NONE : listOf(query.title, byWord);
    const direct = directly(query, (code) => listOf(code, byWord).documents);
    const scores = new Float32Array(n), cover = new Float32Array(n), near = new Float32Array(n);
    // Once the number is found, the words that spell it add nothing.
    const counts = words.map((_, at) => !direct.used.has(at));
    let whole = 0, together = 0;
    for (let at = 0; at < words.length; at++) {
      const { values, idf, frequency } = words[at];
      if (!frequency && !words[at].widened && words.some((other) => other.frequency)) words[at].idf = Math.min(idf, inverseFrequency(n, n / ABSENT_PART));
      if (counts[at]) whole += words[at].idf;
      const by = words[at].idf * (counts[at] ? 1 : NUMBER_WORD);
      for (let i = 0; i < n; i++) {
        if (!values[i]) continue;
        scores[i] += by * values[i];
        if (counts[at]) cover[i] += words[at].idf;
      }
    }
    for (const pair of pairs) {
      const { at, values, idf, frequency } = pair;
      pair.alike = 0;
      let mass = 0;
      if (!frequency && !(words[at].widened || words[at + 1].widened)) continue;
      const by = counts[at] || counts[at + 1] ? PAIR : NUMBER_WORD;
      together += idf;
      for (let i = 0; i < n; i++) {
        if (!values[i]) continue;
        const alike = Math.min(words[at].widened ? 1 : words[at].same[i], words[at + 1].widened ? 1 : words[at + 1].same[i]);
        pair.alike += alike * values[i];
        mass += values[i];
        scores[i] += by * idf * values[i] * (FOLDED + (1 - FOLDED) * alike);
        near[i] += idf;
      }
      if (mass) pair.alike /= mass;
    }
    await breathe();
    for (let i = 0; i < n; i++) {
      if (whole) cover[i] /= whole;
      else if (scores[i]) cover[i] = 1;
      if (together) near[i] /= together;
      scores[i] *= UNCOVERED + (1 - UNCOVERED) * cover[i];
    }
    return { n, scores, cover, near, words, pairs, known, title, titled, direct, incomplete };
  }

  /** Count the other wording of a part of the query (abbreviations.js) as a match of that part's words. */
  function spread(span, others, couples, words, pairs) {
    // The other wording must be in a document as a whole: all its pairs of neighbours if any is known, else all its
    // words.
    const parts = couples.some((couple) => couple.frequency) ? couples : others;
    const all = words[0].values.map((_, i) => parts.reduce((least, { values }) => Math.min(least, values[i]), 1));
    const idf = Math.max(...parts.map((part) => part.idf));
    for (let at = span.from; at < span.to; at++) {
      if (span.to - span.from === 1 || !words[at].frequency) words[at].idf = Math.max(words[at].frequency ? words[at].idf : 0, idf);
      words[at].widened = true;
      raise(words[at].values, all, EXPANDED);
    }
    for (const pair of pairs) if (pair.at >= span.from && pair.at + 1 < span.to) raise(pair.values, all, EXPANDED);
  }

  /** Count an attribute of documents, such as a date, as a match of the words that name it; `shares` are by document. */
  function stand(from, to, shares, words, pairs) {
    for (let at = from; at < to; at++) words[at].widened = true;
    const within = [...words.slice(from, to), ...pairs.filter((pair) => pair.at >= from && pair.at + 1 < to)];
    for (const { values } of within) for (const [document, share] of shares) values[document] = Math.max(values[document], EXPANDED * share);
  }

  /**
   * The posting lists of words and numbers, and those of pairs. On a large site (`enough` is not 0), other spellings of
   * a word are loaded only if its own is not enough: they may be many times as large, and add little.
   */
  async function loaded(query, words, pairs, enough) {
    const both = (code) => [code, inTitle(code)];
    const first = words.filter((term) => isAlone(term) || (enough && term.exactCode !== null));
    const [byWord, byPair] = await Promise.all([
      lookUp("tu", [
        ...(query.title === null ? [] : [query.title]),
        ...query.attributes.map(({ code }) => code),
        ...query.numbers.flatMap(({ code }) => [code | IN_FORCE, code | ENDED, code | MENTIONED]),
        ...query.words.flatMap(({ initials, code }) => (initials ? [ofInitials(code)] : [])),
        ...words.flatMap((term) => (term.exactCode === null ? [] : both(term.exactCode))),
        ...words.flatMap((term) => (first.includes(term) ? [] : both(term.code))),
      ]),
      lookUp("cap", pairs.map((term) => term.code)),
    ]);
    const doubtful = first.filter((term) => !isAlone(term) && !isSure(term, query, byWord, byPair, enough));
    if (!doubtful.length) return [byWord, byPair];
    heed(query.signal);
    return [new Map([...byWord, ...(await lookUp("tu", doubtful.flatMap((term) => both(term.code))))]), byPair];
  }

  /**
   * Tell whether a word is probably meant with the marks that it has in the query.
   *
   * It is, if at least `enough` documents have it with these marks. If it has no marks, but other words have, most of
   * the documents with the same neighbours beside it must also have it without marks.
   */
  function isSure(term, query, byWord, byPair, enough) {
    const own = byWord.get(term.exactCode);
    if (!own || own.documents.length < enough) return false;
    if (term.marked) return true;
    const at = query.words.indexOf(term);
    const beside = query.pairs.filter((pair) => at >= 0 && (pair.at === at || pair.at + 1 === at)).map((pair) => byPair.get(pair.code) || NONE);
    return beside.length > 0 && beside.every(({ documents }) => documents.length > 0 && 2 * shared(documents, own.documents) > documents.length);
  }

  /** How many numbers two ascending lists have in common. */
  function shared(one, other) {
    let count = 0;
    for (let i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] === other[j]) count++, i++, j++;
      else if (one[i] < other[j]) i++;
      else j++;
    }
    return count;
  }

  /**
   * Return the documents whose number is the one sought, and those that mention this number.
   *
   * A query may mean several numbers: the longest one that any document has counts. `used` are the indices of the words
   * that the number consists of; it is empty if no document has any of the numbers.
   */
  function directly(query, documents) {
    for (const { code, words } of query.numbers) {
      const current = documents(code | IN_FORCE), ended = documents(code | ENDED), naming = documents(code | MENTIONED);
      if (current.length || ended.length || naming.length) return { used: words, current, ended, naming };
    }
    return { used: new Set(), current: [], ended: [], naming: [] };
  }

  thamsau.score = { score };
})();
