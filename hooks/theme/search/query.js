/**
 * Parses a query: its words and pairs of neighbours, document numbers in any spelling, abbreviations both ways.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { words } = thamsau.analysis;
  const { wordOf, pairOf, isPhraseAt, nameCode } = thamsau.sought;
  const { LONGEST_QUERY, MOST_WORDS } = thamsau.tuning;
  /** Question words: they say nothing about the subject of the query. */
  const ASKING = (
    "như thế nào|thế nào|khi nào|nào sau đây|nào dưới đây|nào|là những gì|là gì|những gì|gì|bao nhiêu|ở đâu|tại sao|vì sao|là ai|" +
    "đúng hay sai|hay không|được không|có phải"
  ).split("|").map((phrase) => words(phrase));

  /** The signs that may stand around a phrase and, as a minus, before what is excluded (operators.js). */
  const QUOTES = "\u0022“”„‟«»″＂", DASHES = "-−–";

  /** What is read of a query, and what the address of its results has of it. */
  const cut = (query) => query.trim().slice(0, LONGEST_QUERY).replace(/[\ud800-\udbff]$/, "").trim();

  /** Parse a query; `vocabulary` is the manifest. The parts of the text that are `left` out, [start, end], end a phrase. */
  function parse(query, vocabulary, left = []) {
    const text = cut(query).normalize("NFC");
    const { plain: kept, loose, phrases, excluded } = thamsau.operators ? thamsau.operators.read(text, vocabulary) : { plain: text, loose: null, phrases: [], excluded: [] };
    const isLeft = (word) => word && left.some(([start, end]) => word.start >= start && word.end <= end);
    const found = words(kept).map((word) => (isLeft(word) ? null : word));
    const blank = left.reduce((rest, [start, end]) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end), kept);
    const plain = found.filter(Boolean).slice(0, MOST_WORDS);
    const lenient = plain.every((word) => word.exact === word.folded);
    const sought = plain.map((word) => wordOf(word, lenient));
    markAsking(sought);
    markKinds(sought, vocabulary);
    const pairs = [];
    // A phrase ends in a query as it ends in a text: "Thôn A. Thôn B" has no pair "A Thôn".
    let at = -1, before = null;
    for (const word of found) {
      if (word && ++at < sought.length && before !== null) pairs.push({ at: before, ...pairOf(sought[before], sought[at]) });
      before = word ? at : null;
    }
    const attributes = thamsau.attributes.attributes(sought, text);
    const isDate = (at) => attributes.some(({ from, to, isSaid }) => isSaid && from <= at && at < to);
    const numbers = thamsau.numbersSought(blank, sought, vocabulary).filter((number) => ![...number.words].some(isDate));
    const spans = thamsau.abbreviations(sought, vocabulary), all = text === text.toUpperCase();
    const isRead = (at) => numbers.some((number) => number.words.has(at)) || spans.some(({ from, to }) => from <= at && at < to);
    sought.forEach((word, at) => (word.initials = !word.ofKind && !isRead(at) && thamsau.initials.mayBe(word, all)));
    return {
      text,
      lenient,
      words: sought,
      pairs,
      attributes,
      numbers,
      spans,
      title: sought.length > 1 ? nameCode(sought.filter((_, at) => !isNumberSign(sought, at))) : null,
      ended: !/[\p{L}\p{N}/-]$/u.test(blank),
      kept,
      loose,
      phrases,
      excluded,
    };
  }

  /** Tell whether a word is the "số" of "Nghị quyết số 16", which people write or leave out. */
  const isNumberSign = (sought, at) => sought[at].folded === "so" && Boolean(sought[at + 1]) && /^[0-9]/.test(sought[at + 1].folded);

  /** Set `asking` on the question words of a query, unless hardly any other words are left. */
  function markAsking(sought) {
    const found = new Set();
    for (let at = 0; at < sought.length; at++) {
      const phrase = ASKING.find((parts) => isPhraseAt(sought, at, parts));
      if (phrase) phrase.forEach((_, i) => found.add(at + i));
    }
    if (found.size + 1 < sought.length) for (const at of found) sought[at].asking = true;
  }

  /** Set `ofKind` on the words of a query that name a kind of document. */
  function markKinds(sought, { kinds }) {
    for (const name of Object.keys(kinds).map((kind) => words(kind))) {
      sought.forEach((_, at) => {
        const named = name.map((_, i) => sought[at + i]);
        if (named.every((word, i) => word && word.folded === name[i].folded)) for (const word of named) word.ofKind = true;
      });
    }
  }

  thamsau.query = { parse, cut, isNumberSign, QUOTES, DASHES };
})();
