/** Numbers of documents in a query, however they are spelt. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { numbers, folded, wordCode } = thamsau.analysis;
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

  thamsau.numbersSought = numbersSought;
})();
