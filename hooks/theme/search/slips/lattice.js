/**
 * Finds the likeliest reading of a query that has typing errors.
 *
 * The letters of the query may be divided into words anew, and each word may stand for another one. Each error that
 * this supposes has a cost, and each pair of words that is frequent in the texts makes up for some of the cost.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { exactly, nearly, rarity } = thamsau.candidates;
  const { SPACES, UNKNOWN, VOWELLESS, PAIRS, GAIN, CANDIDATES } = thamsau.slipTuning;
  const LONGEST = 12;
  const { SYLLABLE } = thamsau.sought;

  /** Tell whether a word is written like an abbreviation, in capitals. Then it is not taken for a misspelt word. */
  const isAbbreviation = ({ folded, capital }, all) => capital && folded.length > 1 && !/[0-9]/.test(folded) && !(all && SYLLABLE.test(folded));

  /**
   * Return the words that may be meant by a word with wrong letters.
   *
   * A word without a vowel may be an abbreviation in small letters, so other words cost more for it.
   */
  function likely(word, lexicon, marked, all) {
    if (isAbbreviation(word, all)) return [];
    const found = nearly(word.token, lexicon, marked);
    if (/[0-9aeiou]/.test(word.folded)) return found;
    return found.filter((one) => SYLLABLE.test(one.folded)).map((one) => ({ ...one, cost: one.cost + VOWELLESS }));
  }

  /**
   * Return the parts of neighbouring words `run` that may each be one word: [{from, to, cost, choices}].
   *
   * `from` and `to` are offsets in the letters of all words, joined. `choices` are the words that may be meant.
   */
  function pieces(run, lexicon, marked, all) {
    const letters = run.map(({ word }) => word.token).join("");
    const starts = [];
    for (let at = 0, i = 0; i < run.length; at += run[i++].word.token.length) starts.push(at);
    const bounds = new Set([...starts, letters.length]), owner = (offset) => starts.filter((start) => start <= offset).length - 1;
    const found = [];
    run.forEach(({ word, suspect, frequency, only }, i) => {
      const from = starts[i], to = from + word.token.length;
      const own = { folded: word.folded, exact: word.lenient && !marked ? word.folded : word.exact, cost: frequency ? rareness(frequency, lexicon) : UNKNOWN, own: i };
      const others = !suspect ? [] : [...exactly(word.token, lexicon, marked), ...likely(word, lexicon, marked, all)].filter((one) => one.changed && (!only || only.has(one.folded)));
      found.push({ from, to, cost: 0, choices: [own, ...others] });
    });
    for (let from = 0; from < letters.length; from++) {
      for (let to = from + 1; to <= Math.min(letters.length, from + LONGEST); to++) {
        const first = owner(from), last = owner(to - 1);
        if (bounds.has(from) && bounds.has(to) && first === last) continue;
        const touched = run.slice(first, last + 1);
        if (!touched.some(({ suspect }) => suspect) || touched.some(({ word, only }) => only || /^[0-9]+$/.test(word.token))) continue;
        const text = letters.slice(from, to);
        if (to - from < 2 && /^[a-xz0-9]$/.test(text)) continue;
        const cost = (bounds.has(from) ? 0 : bounds.has(to) ? SPACES.missing : SPACES.further) + SPACES.extra * (last - first);
        const choices = exactly(text, lexicon, marked).filter((one) => SYLLABLE.test(one.folded));
        if (choices.length) found.push({ from, to, cost, choices });
      }
    }
    return { letters, found };
  }

  const bits = (frequency) => (frequency ? Math.floor(Math.log2(frequency)) + 1 : 0);
  const rareness = (frequency, lexicon) => rarity(Math.min(bits(frequency), lexicon.most), lexicon);

  /** Return by how much two neighbouring words reduce the cost of a reading, because they are often side by side. */
  function gain(first, second, run, lexicon, marked) {
    let least = 0;
    if (first.own !== undefined && second.own === first.own + 1) {
      least = Math.min(PAIRS.spelt, PAIRS.typed * bits(run[first.own].after));
    }
    const often = marked ? lexicon.oftenBeside(first.exact, second.exact, true) : lexicon.oftenBeside(first.folded, second.folded, false);
    if (often) return Math.max(least, PAIRS.spelt + PAIRS.often * (often - 1));
    return Math.max(least, marked && lexicon.oftenBeside(first.folded, second.folded, false) ? PAIRS.folded : 0);
  }

  /**
   * Return the reading of the words `run` with the lowest cost: {words, changed, saved}.
   *
   * `words` is [{from, to, choice}], `changed` has the indices of the words that differ from the query, and `saved` is
   * how much less the reading costs than the words as typed.
   */
  function path(run, lexicon, marked, all) {
    const { letters, found } = pieces(run, lexicon, marked, all);
    const ends = Array.from({ length: letters.length + 1 }, () => []);
    ends[0] = [{ cost: 0, choice: null, before: null }];
    const byStart = new Map();
    for (const piece of found) byStart.set(piece.from, [...(byStart.get(piece.from) || []), piece]);
    let typed = ends[0][0];
    for (let at = 0; at < letters.length; at++) {
      const states = ends[at].sort((a, b) => a.cost - b.cost).slice(0, CANDIDATES);
      for (const piece of byStart.get(at) || []) {
        for (const choice of piece.choices) {
          let best = null;
          for (const before of states) {
            const cost = before.cost - (before.choice ? gain(before.choice, choice, run, lexicon, marked) : 0);
            if (!best || cost < best.cost) best = { cost, before };
          }
          if (best) ends[piece.to].push({ cost: best.cost + piece.cost + choice.cost, choice, before: best.before, from: piece.from, to: piece.to });
          if (choice.own !== undefined && typed.to === (at || undefined)) {
            typed = { cost: typed.cost + choice.cost - (typed.choice ? gain(typed.choice, choice, run, lexicon, marked) : 0), choice, to: piece.to };
          }
        }
      }
    }
    const end = ends[letters.length].sort((a, b) => a.cost - b.cost)[0];
    const words = [];
    for (let state = end; state.choice; state = state.before) words.unshift(state);
    const changed = new Set(run.map((_, i) => i));
    for (const { choice } of words) if (choice.own !== undefined) changed.delete(choice.own);
    const known = [...changed].filter((i) => run[i].frequency).length;
    return { words, changed, saved: typed.cost - end.cost - GAIN.least - (changed.size ? (GAIN.known * known) / changed.size : 0) };
  }

  thamsau.lattice = { path };
})();
