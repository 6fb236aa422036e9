/**
 * What a reader seeks: words with their neighbours, numbers of documents however spelt, abbreviations both ways.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { words, numbers, folded, pairCode, titleCode, wordCode } = thamsau.analysis;
  const LONGEST = 1000, MOST_WORDS = 48;
  /** By what one asks: it says nothing of what is sought. */
  const ASKING = (
    "như thế nào|thế nào|khi nào|nào sau đây|nào dưới đây|nào|là những gì|là gì|những gì|gì|bao nhiêu|ở đâu|tại sao|vì sao|là ai|" +
    "đúng hay sai|hay không|được không|có phải"
  ).split("|").map((phrase) => words(phrase));

  /**
   * A word sought: `marked` where the reader gave it marks, `lenient` where no word of the query has any. Its folded form
   * is found by `code`, its exact form by `exactCode`, where others may fold to the same (terms.py); `alone` where no
   * other spelling can be meant.
   */
  function wordOf(word, lenient) {
    const marked = word.exact !== word.folded;
    return {
      ...word,
      capital: word.text === word.text.toUpperCase(),
      code: wordCode("1" + word.folded),
      exactCode: !lenient && (marked || /^[a-z]{1,7}$/.test(word.folded)) ? wordCode("2" + word.exact) : null,
      marked,
      lenient,
      alone: false,
    };
  }

  /** Two words side by side, found by a code of their own; pairs have no exact forms. */
  const pairOf = (first, second) => ({ code: pairCode(first.folded, second.folded), exactCode: null });

  /** Take a query apart; `vocabulary` is the manifest. */
  function parse(query, vocabulary) {
    const text = query.slice(0, LONGEST).normalize("NFC");
    const found = words(text);
    const plain = found.filter(Boolean).slice(0, MOST_WORDS);
    const lenient = plain.every((word) => word.exact === word.folded);
    const sought = plain.map((word) => wordOf(word, lenient));
    markAsking(sought);
    const pairs = [];
    // A phrase ends in a query where it ends in a text: "Thôn A. Thôn B".
    let at = -1, before = null;
    for (const word of found) {
      if (word && ++at < sought.length && before !== null) pairs.push({ at: before, ...pairOf(sought[before], sought[at]) });
      before = word ? at : null;
    }
    return {
      text,
      lenient,
      words: sought,
      pairs,
      numbers: numbersSought(text, sought, vocabulary),
      spans: abbreviations(sought, vocabulary),
      title: isSentence(found, sought) ? titleOf(sought) : null,
      ended: /[\s.;:!?,]$/.test(text),
    };
  }

  /** Tell whether a query is several words of one sentence, as a title may be. */
  function isSentence(found, sought) {
    const first = found.findIndex(Boolean);
    return sought.length > 1 && found.slice(first, first + sought.length).every(Boolean);
  }

  /** The code of the title that some words may be, as terms.py writes it. */
  function titleOf(sought) {
    const last = sought[sought.length - 1];
    return titleCode(sought.map((word) => (word.lenient ? word.folded : word.exact)), last.exactCode === null ? last.code : last.exactCode);
  }

  /** A query with other words in the place of some: [{at, word}]. */
  function mended(query, found) {
    const words = query.words.map((word, at) => (found.find((one) => one.at === at) || { word }).word);
    return { ...query, words, title: query.title === null ? null : titleOf(words) };
  }

  /** Set `asking` on the words by which a query asks, unless they are all it says. */
  function markAsking(sought) {
    const found = new Set();
    for (let at = 0; at < sought.length; at++) {
      const phrase = ASKING.find((parts) => parts.every((part, i) => sought[at + i] && sought[at + i][sought[at].lenient ? "folded" : "exact"] === part[sought[at].lenient ? "folded" : "exact"]));
      if (phrase) phrase.forEach((_, i) => found.add(at + i));
    }
    if (found.size + 1 < sought.length) for (const at of found) sought[at].asking = true;
  }

  /** Letters and digits that stand together in a query come apart: "nq16" -> nq, 16; each knows its word. */
  function atoms(sought) {
    return sought.flatMap((word, at) =>
      (folded(word.token).match(/[a-z]+|[0-9]+/g) || []).map((text, index) => ({ text, at, inside: index > 0 })),
    );
  }

  /**
   * The numbers that a query may mean, the fullest first: [{key, words}], `words` being the places of those used up.
   * "16-NQ/TU", "16 nq tu", "nq16", "nghị quyết số 16", "nghị quyết 18 trung ương", "13/2023".
   */
  function numbersSought(text, sought, { kinds, abbreviations: known }) {
    const all = atoms(sought);
    const letters = new Set(Object.values(kinds));
    const names = Object.entries(kinds).map(([name, short]) => [name.split(" "), short]);
    const shorts = known.map(([short, full]) => [folded(short), folded(full).split(" ")]);
    const startsWith = (at, phrase) => phrase.every((word, i) => all[at + i] && all[at + i].text === word);
    const isNumber = (atom) => Boolean(atom) && /^[0-9]{1,5}$/.test(atom.text);
    const isYear = (atom) => Boolean(atom) && /^(19|20)[0-9]{2}$/.test(atom.text);
    const found = new Map();
    const add = (key, from, to) => {
      if (!found.has(key)) found.set(key, { key, words: new Set(all.slice(from, to).map((atom) => atom.at)) });
    };

    /** What may follow a number's kind: "tu", "qh15", "ubnd btc", or words that an abbreviation stands for. */
    function endings(at) {
      const list = [];
      for (const [short, full] of shorts) if (startsWith(at, full)) list.push([short, at + full.length]);
      let ending = "";
      for (let end = at; end < at + 4 && all[end] && ending.length < 12; end++) {
        const { text, inside } = all[end];
        if (!/^[a-z]{1,9}$/.test(text) && !inside) break;
        ending += text;
        list.unshift([ending, end + 1]);
      }
      return list;
    }

    for (let at = 0; at < all.length; at++) {
      const phrase = names.filter(([name]) => startsWith(at, name)).sort((a, b) => b[0].length - a[0].length)[0];
      let kind = phrase ? phrase[1] : letters.has(all[at].text) && all[at].text.length > 1 ? all[at].text : "";
      let next = at + (phrase ? phrase[0].length : 1);
      if (kind && all[next] && all[next].text === "so") next++;
      if (kind && isNumber(all[next])) {
        const number = all[next++].text.replace(/^0+(?=.)/, "");
        const year = isYear(all[next]) ? all[next++].text : "";
        for (const [ending, end] of endings(next)) {
          if (year) add(`${number}.${year}${kind}${ending}`, at, end), add(`${number}.${year}${ending}`, at, end);
          add(`${number}${kind}${ending}`, at, end);
          if (phrase) add(`${number}${ending}`, at, end);
        }
        if (year) add(`${number}.${year}`, at, next);
        add(number + kind, at, next);
      } else if (isNumber(all[at])) {
        const number = all[at].text.replace(/^0+(?=.)/, "");
        next = at + 1;
        const year = isYear(all[next]) ? all[next++].text : "";
        const named = all[next] && letters.has(all[next].text);
        for (const [ending, end] of endings(next)) {
          if (year) add(`${number}.${year}${ending}`, at, end);
          // "16 nq tu" names a kind; "16 dang vien" does not.
          if (named || year) add(number + ending, at, end);
        }
        if (year && /[0-9]\s*\/\s*(19|20)[0-9]{2}/.test(text)) add(`${number}.${year}`, at, next);
      }
    }
    for (const key of numbers(text)) {
      // Well formed, though of a kind that no list knows: its words are those with its letters and digits.
      const used = all.filter((atom) => key.includes(atom.text.replace(/^0+(?=.)/, "")));
      if (!found.has(key)) found.set(key, { key, words: new Set(used.map((atom) => atom.at)) });
    }
    return [...found.values()]
      .sort((a, b) => b.words.size - a.words.size || b.key.length - a.key.length)
      .slice(0, 8)
      .map((number) => ({ ...number, code: wordCode("#" + number.key) & ~3 }));
  }

  /**
   * Abbreviations in a query and what they stand for, and the other way round: [{from, to, words, pairs}], the words
   * that may stand for those from `from` up to `to`.
   */
  function abbreviations(sought, { abbreviations: known }) {
    const found = [];
    const phrase = (text) => words(text.normalize("NFC").toLowerCase()).filter(Boolean).map((word) => ({ ...wordOf(word, false), alone: true }));
    const spelt = (parts, at) =>
      parts.every((part, i) => {
        const other = sought[at + i];
        return other && (other.exact === part.exact || (!other.marked && other.folded === part.folded));
      });
    const couples = (parts) => parts.slice(1).map((next, i) => pairOf(parts[i], next));
    for (const [short, full] of known) {
      const few = phrase(short), many = phrase(full);
      if (!few.length || !many.length) continue;
      sought.forEach((word, at) => {
        // "tu" is a syllable too: it stands for Tỉnh ủy only where it is written TU.
        const syllable = few.length === 1 && !word.marked && /[aeiouy]/.test(few[0].folded) && few[0].folded.length < 4;
        if (spelt(few, at) && !(syllable && !word.capital)) found.push({ from: at, to: at + few.length, words: many, pairs: couples(many) });
        if (many.length > 1 && spelt(many, at)) found.push({ from: at, to: at + many.length, words: few, pairs: couples(few) });
      });
    }
    return found.slice(0, 12);
  }

  thamsau.query = { parse, wordOf, pairOf, mended };
})();
