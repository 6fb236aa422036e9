/** Document numbers in a query, in any spelling. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { numbers, folded, wordCode } = thamsau.analysis;
  /** How many of the numbers that a query may mean are looked up: of the longest ones, and of the shortest ones. */
  const LONGEST = 5, SHORTEST = 3;

  /**
   * Split the words of a query into letters and digits: "nq16" -> nq, 16. Each piece has the index of its word, `at`,
   * and whether it is `inside` the word, not at its beginning.
   */
  function atoms(sought) {
    return sought.flatMap((word, at) =>
      (folded(word.token).match(/[a-z]+|[0-9]+/g) || []).map((text, index) => ({ text, at, inside: index > 0 })),
    );
  }

  /**
   * The numbers that a query may mean, the fullest first: [{key, words}]; `words` are the indices of the words it uses.
   * "16-NQ/TU", "16 nq tu", "nq16", "nghị quyết số 16", "nghị quyết 18 trung ương", "13/2023".
   */
  function candidates(text, sought, { kinds, abbreviations: known }) {
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

    /**
     * Return what may follow the number and kind of a document: "tu", "qh15", "ubnd btc". Full words for an
     * abbreviation give the abbreviation.
     */
    function endings(at) {
      const list = [];
      for (const [short, full] of shorts) if (startsWith(at, full)) list.push([short, at + full.length]);
      let ending = "";
      for (let end = at; end < at + 4 && all[end] && ending.length < 12; end++) {
        const { text, inside } = all[end];
        // "16 tổ chức" has no ending: a number has no marks but "Đ".
        if ((!/^[a-z]{1,9}$/.test(text) && !inside) || /[^a-z0-9đ]/.test(sought[all[end].at].token)) break;
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
          // "16 nq tu" has a kind of document; "16 dang vien" does not.
          if (named || year) add(number + ending, at, end);
        }
        if (year && /[0-9]\s*\/\s*(19|20)[0-9]{2}/.test(text)) add(`${number}.${year}`, at, next);
      }
    }
    const typed = numbers(text);
    for (const key of typed) {
      // A well-formed number of an unknown kind uses the words that have its letters and digits.
      const used = all.filter((atom) => key.includes(atom.text.replace(/^0+(?=.)/, "")));
      if (!found.has(key)) found.set(key, { key, words: new Set(used.map((atom) => atom.at)) });
    }
    // A number typed in full ends where it ends: "117/2009/NĐ-CP thì phải" has no ending "CP thì phải".
    return [...found.values()]
      .sort((a, b) => typed.includes(b.key) - typed.includes(a.key) || b.words.size - a.words.size || b.key.length - a.key.length)
      .filter((_, at, all) => at < LONGEST || at >= all.length - SHORTEST)
      .map((number) => ({ ...number, code: wordCode("#" + number.key) & ~3, isWhole: typed.includes(number.key) }));
  }

  /** The same, with the numbers as they were probably printed, if letters stand in them for digits. */
  function numbersSought(text, sought, vocabulary) {
    const own = candidates(text, sought, vocabulary);
    const right = thamsau.misread(text, sought, new Set(Object.values(vocabulary.kinds)));
    const others = right ? candidates(right.text, right.words, vocabulary) : [];
    const isFirst = ({ isWhole }) => isWhole && !(right && right.isSure);
    return [...own.filter(isFirst), ...others, ...own.filter((number) => !isFirst(number))];
  }

  thamsau.numbersSought = numbersSought;
})();
