/** The query that a reader more likely meant, and how it is written. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { path } = thamsau.lattice;
  const { readings } = thamsau.candidates;
  const { isAlike } = thamsau.spelling;
  const { VOWEL } = thamsau.keys;
  const TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

  /** An exact form in normal spelling: "hoa1" -> "hòa", "quyêt2" -> "quyết". */
  function spelt(exact) {
    const [, letters, digits] = exact.match(/^(.*?)([1-5]*)$/), tone = TONES[Number(digits[0] || 0)];
    const base = letters.replace(/^([hklmt]|qu)i$/, "$1y"); // analysis.js made them i
    if (!tone) return base;
    const vowels = [...base].map((letter, i) => ({ letter, i })).filter(({ letter, i }) => VOWEL.test(letter) && !(i === 1 && /^(qu|gi.)/.test(base) && /[ui]/.test(letter) && VOWEL.test(base[2] || "")));
    if (!vowels.length) return base;
    const hat = vowels.filter(({ letter }) => /[ăâêôơư]/.test(letter)).pop();
    const closed = !VOWEL.test(base[base.length - 1]);
    const place = hat || vowels[vowels.length === 1 ? 0 : vowels.length === 3 || closed ? 1 : 0];
    return (base.slice(0, place.i + 1) + tone + base.slice(place.i + 1)).normalize("NFC");
  }

  /** A word with capitals like those of another word. */
  function cased(word, like) {
    if (like.length > 1 && like === like.toUpperCase()) return word.toUpperCase();
    return like[0] === like[0].toLowerCase() ? word : word[0].toUpperCase() + word.slice(1);
  }

  /**
   * Return the runs of neighbouring words of a query, each word with what is known of it: {word, suspect, frequency,
   * after}.
   *
   * `suspect` tells whether it may have typing errors, `frequency` in how many documents it is, and `after` how many
   * documents have it right before the next word.
   */
  function runs(query, { words, pairs }, suspects, isKeyed, known) {
    const found = [];
    query.words.forEach((word, at) => {
      const one = { word, at, suspect: isKeyed ? !/[0-9]/.test(word.folded) || !words[at].frequency : suspects.includes(at), frequency: known(word, words[at]) };
      const before = pairs.find((pair) => pair.at === at - 1);
      const last = before && found[found.length - 1];
      if (!last) return found.push([one]);
      last[last.length - 1].after = isAlike(before) && !isKeyed ? before.frequency : 0;
      last.push(one);
    });
    return found;
  }

  /**
   * The text of the query that was more likely meant, or null. `suspects` are the words that may have slips. `finished`
   * are the completions of the last word, of which one must be meant if the word was mistyped, or null.
   */
  function meant(query, scored, suspects, lexicon, finished) {
    const unknown = suspects.filter((at) => !scored.words[at].frequency);
    // A query without marks but with keys for them was meant with marks in all of its words.
    const isKeyed = query.lenient && unknown.some((at) => readings(query.words[at].token).some(({ keys, folded, exact }) => keys && (lexicon.words.get(folded) || []).some((one) => one.exact === exact)));
    const marked = !query.lenient || isKeyed, all = query.text === query.text.toUpperCase();
    /**
     * Return the number of documents that have a word with the marks as typed.
     *
     * If the query was scored without marks, the number is estimated from the lexicon.
     */
    const known = (word, { frequency, exact }) => {
      if (!marked || exact) return marked ? exact : frequency;
      const own = !word.marked && (lexicon.words.get(word.folded) || []).find((one) => one.exact === word.folded);
      return own ? 2 ** (own.often - 1) : /[0-9]/.test(word.folded) ? frequency : 0;
    };
    let text = query.text, isChanged = false;
    for (const run of runs(query, scored, suspects, isKeyed, known).reverse()) {
      if (!run.some(({ suspect }) => suspect)) continue;
      if (run[run.length - 1].at === query.words.length - 1) run[run.length - 1].only = finished;
      const { words, changed, saved } = path(run, lexicon, marked, all);
      if (!changed.size || saved <= 0) continue;
      isChanged = true;
      const bounds = [];
      for (const { word } of run) for (let i = 0; i < word.token.length; i++) bounds.push([word.start + i, word]);
      for (const { from, to, choice } of [...words].reverse()) {
        if (choice.own !== undefined) continue;
        const start = bounds[from][0], end = bounds[to - 1][0] + 1, [, word] = bounds[from];
        const made = cased(marked ? spelt(choice.exact) : choice.folded, word.start === start ? text.slice(start, word.end) : text.slice(start, end).toLowerCase());
        text = text.slice(0, start) + (word.start < start ? " " : "") + made + text.slice(end);
      }
    }
    return isChanged ? text.replace(/#(?=\p{L})/gu, "").replace(/\s+/g, " ").trim() : null;
  }

  thamsau.slips = meant;
})();
