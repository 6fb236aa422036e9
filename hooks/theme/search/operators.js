/**
 * Phrases and exclusions: a result has each "phrase", and neither a -word nor a -"phrase".
 *
 * The index tells which documents have all words of a phrase, and each two neighbours of it side by side. For the first
 * CHECKED results the phrase itself is looked up in their texts, too; a text that was cut for the index proves nothing.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { words, folded } = thamsau.analysis;
  const { wordOf, pairOf } = thamsau.sought;
  const { lookUp, recordOf } = thamsau.lookup;
  const { CHECKED, MOST_OPERATORS } = thamsau.tuning;
  const { QUOTES, DASHES } = thamsau.query;
  const OPERATOR = new RegExp(`(^|\\s)[${DASHES}](?:[${QUOTES}]([^${QUOTES}]+)[${QUOTES}]?|([\\p{L}\\p{N}][^\\s${QUOTES}]*))|[${QUOTES}]([^${QUOTES}]+)[${QUOTES}]`, "gu");

  /**
   * Read the phrases and exclusions in a query: {plain, loose, phrases, excluded}.
   *
   * `plain` is the query with blanks in place of what it excludes. `loose` is the query without quotation marks and
   * minus signs; null if it has none. `kinds` are the kinds of documents in the manifest.
   */
  function read(text, { kinds }) {
    const phrases = [], excluded = [], shorts = new Set(Object.values(kinds));
    const plain = text.replace(OPERATOR, (whole, space, unwanted, word, wanted, at) => {
      // "2020 -2025" and "16 -NQ/TU" have a space too many.
      const isPart = word && /[0-9]\s*$/.test(text.slice(0, at)) && (/^[0-9]|\//.test(word) || shorts.has(folded(word)));
      const found = words(wanted || unwanted || word);
      if (isPart || !found.some(Boolean)) return whole;
      (wanted ? phrases : excluded).push({ found, text: wanted || unwanted || word, isWord: Boolean(word) });
      return wanted ? whole : "\n".padEnd(whole.length);
    });
    const isLenient = (found) => found.every((one) => !one || one.exact === one.folded);
    const all = isLenient(words(plain));
    const phraseOf = ({ found, text: said, isWord }) => {
      // A single word is typed with marks or without as the query is.
      const lenient = isLenient(found) && (!isWord || all);
      const terms = found.map((one) => one && wordOf(one, lenient));
      const pairs = terms.slice(1).flatMap((next, i) => (next && terms[i] ? [pairOf(terms[i], next)] : []));
      return { text: said, words: terms.filter(Boolean), pairs };
    };
    const few = (list) => list.slice(0, MOST_OPERATORS).map(phraseOf);
    const loose = text.replace(OPERATOR, (whole, space, unwanted, word, wanted) => ` ${wanted || unwanted || word} `).replace(/\s+/g, " ");
    return { plain, loose: phrases.length + excluded.length ? loose.trim() : null, phrases: few(phrases), excluded: few(excluded) };
  }

  /** Set `has` of a phrase: by document, 1 if the document has all its words, and all neighbours side by side. */
  async function find(phrase, { n, least }) {
    const codes = phrase.words.flatMap(({ exactCode, marked, code }) => (exactCode === null ? [code] : marked ? [exactCode] : [exactCode, code]));
    const [byWord, byPair] = await Promise.all([lookUp("tu", codes), lookUp("cap", phrase.pairs.map(({ code }) => code))]);
    const lists = phrase.words.map((word) => {
      const own = word.exactCode === null ? null : byWord.get(word.exactCode);
      // As in score.js: if no text has the word without marks, any marks are meant.
      word.strict = word.marked || Boolean(own && own.documents.length);
      return word.strict ? own : byWord.get(word.code);
    });
    // A large site's index leaves out rare pairs.
    const sides = phrase.pairs.map(({ code }) => byPair.get(code)).filter((list) => !list || list.documents.length || !(least > 1));
    phrase.isSure = sides.length === phrase.pairs.length;
    const known = [...lists, ...sides].filter(Boolean);
    const counts = new Uint16Array(n);
    for (const { documents } of known) for (const document of documents) counts[document]++;
    phrase.has = counts.map((count) => (count === known.length ? 1 : 0));
  }

  /** The documents that the operators allow, as far as the index tells: for each document 1 or 0. */
  async function allowed({ phrases, excluded }, index) {
    await Promise.all([...phrases, ...excluded].map((phrase) => find(phrase, index)));
    const single = excluded.filter((one) => one.words.length === 1);
    return new Uint8Array(index.n).map((_, i) => (phrases.every(({ has }) => has[i]) && !single.some(({ has }) => has[i]) ? 1 : 0));
  }

  /** Leave the documents that are not allowed out of the result of score.js. */
  function restrict({ n, scores, cover, near, direct }, allowing) {
    for (let i = 0; i < n; i++) if (!allowing[i]) scores[i] = cover[i] = near[i] = 0;
    for (const role of ["current", "ended", "naming"]) direct[role] = [...direct[role]].filter((document) => allowing[document]);
  }

  /** Leave out documents whose texts show that they lack a phrase, or have one that is excluded. */
  async function checked(documents, { phrases, excluded }, index) {
    const isLong = (one) => one.words.length > 1;
    const wanted = phrases.filter(isLong), unwanted = excluded.filter(isLong);
    const isDoubtful = (document) => wanted.length > 0 || unwanted.some(({ has }) => has[document]);
    const records = await Promise.all(documents.slice(0, CHECKED).map((document) => isDoubtful(document) && recordOf(document, index)));
    return documents.filter((document, at) => {
      const texts = records[at] ? textsOf(records[at]) : null;
      const isOut = (one) => one.has[document] && (one.isSure ? isIn(one, texts) !== false : isIn(one, texts));
      return wanted.every((one) => isIn(one, texts) !== false) && !unwanted.some(isOut);
    });
  }

  /** All texts that a record (texts.py) has of a document. */
  function textsOf([, title, number, kind, , issuer, , date, , , places]) {
    const [year, month, day] = date.split("-").map(Number);
    const dated = day ? `ngày ${day} tháng ${month} năm ${year}` : "";
    return [title, `${kind} số ${number}`, issuer, dated, ...places.flatMap(([, name, text]) => [name, text])];
  }

  /** Tell whether a phrase is in one of some texts; null if that is unknown. */
  function isIn(phrase, texts) {
    if (!texts) return null;
    const isHere = (tokens, at) => phrase.words.every((word, i) => tokens[at + i] && (word.strict ? tokens[at + i].exact === word.exact : tokens[at + i].folded === word.folded));
    for (const text of texts) {
      const tokens = words(text).filter(Boolean);
      if (tokens.some((_, at) => isHere(tokens, at))) return true;
    }
    return texts.some((text) => text.endsWith(" …")) ? null : false;
  }

  thamsau.operators = { read, allowed, restrict, checked };
})();
