/**
 * Words that the reader may mean: completions of an unfinished word, and corrections of typing errors.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { syllable } = thamsau.analysis;
  const { part, slips, whole } = thamsau.parts;
  const { reader } = thamsau.bits;
  const { wordOf } = thamsau.sought;
  const { ALIKE, COMPLETIONS, FEW_DOCUMENTS, LONGEST_SYLLABLE } = thamsau.tuning;
  let lexicon = null;

  /**
   * The site's syllables, folded -> [{exact, often}], and how often two are side by side, from 0 to 4; null if they cannot be loaded.
   * `often` is the number of bits of the number of entries with the syllable, `most` the highest of these.
   */
  async function load() {
    if (lexicon) return lexicon;
    const content = await part("tieng");
    return content && whole("tieng", () => (lexicon = read(content)));
  }

  function read(content) {
    const words = new Map(), spelt = [];
    let most = 1;
    for (const [, letters, tones] of content.words.matchAll(/([^A-Z1-5]+)((?:[1-5]*[A-Z])+)/g)) {
      const base = syllable(letters).folded;
      if (!words.has(base)) words.set(base, []);
      for (const [, tone, often] of tones.matchAll(/([1-5]*)([A-Z])/g)) {
        const one = { exact: letters + tone, folded: base, often: often.charCodeAt(0) - 64 };
        most = Math.max(most, one.often);
        words.get(base).push(one);
        spelt.push(one);
      }
    }
    const steps = reader(content.pairs), pairs = new Map(), foldedPairs = new Map();
    for (let first = 0; steps.more(); ) {
      first += steps.one();
      for (let count = steps.one(), second = 0; count--; ) {
        const step = steps.one();
        second += step >> 2;
        const folded = `${spelt[first].folded} ${spelt[second].folded}`, often = 1 + (step & 3);
        pairs.set(`${spelt[first].exact} ${spelt[second].exact}`, often);
        foldedPairs.set(folded, Math.max(often, foldedPairs.get(folded) || 0));
      }
    }
    const oftenBeside = (first, second, marked) => (marked ? pairs : foldedPairs).get(`${first} ${second}`) || 0;
    return { words, most, oftenBeside };
  }

  const oftenOf = (variants) => Math.max(...variants.map((one) => one.often));
  const strip = (exact) => exact.replace(/[1-5]+$/, "");

  /**
   * The likeliest completions of the query's last word, whose index is `at`: [{at, word, by}]; `by` is their weight. They
   * form a frequent pair with the word before, or else follow it in the best documents for the other words; `scored` is
   * the result of score.js. If there are none, a last word that no document has gets the most frequent completions.
   */
  async function completions(query, scored, index, by) {
    const at = query.words.length - 1, last = query.words[at];
    if (query.ended || !last || /[0-9]/.test(last.folded) || last.folded.length < 1) return [];
    const known = await load();
    if (!known) return [];
    const before = query.pairs.some((pair) => pair.at === at - 1) ? query.words[at - 1].folded : "";
    const stem = last.marked ? strip(last.exact) : "";
    const among = (words) => {
      const found = [];
      for (const [base, variants] of words) {
        if (base === last.folded || !base.startsWith(last.folded)) continue;
        const fitting = variants.filter((one) => one.exact.startsWith(stem));
        if (fitting.length) found.push({ base, fitting, often: oftenOf(fitting) });
      }
      return found.sort((a, b) => b.often - a.often || (a.base < b.base ? -1 : 1));
    };
    const all = among(known.words);
    let likely = all.filter(({ base }) => before && known.oftenBeside(before, base, false));
    if (!likely.length && before) likely = among(await thamsau.following(query, scored, index));
    if (!likely.length && !scored.words[at].frequency) likely = all;
    return likely.slice(0, last.folded.length > 1 ? COMPLETIONS.most : COMPLETIONS.ofLetter).map(({ base, fitting }) => ({ at, by, word: asWord(base, fitting, last) }));
  }

  function asWord(base, variants, typed) {
    const exact = typed.lenient ? base : variants.slice().sort((a, b) => b.often - a.often)[0].exact;
    return { ...wordOf({ folded: base, exact, token: base, text: base }, typed.lenient), marked: true, variants };
  }

  /**
   * Return the corrected query as text; null if the query as typed is as likely.
   *
   * `typed` is the result of score.js for the query as it was typed, and `extra` are the completions of its last word.
   * The model of typing errors is loaded only if a word may have one.
   */
  async function meant(query, typed, extra) {
    const suspects = query.words.map((_, at) => at).filter((at) => isSuspect(query, typed, at));
    const [known, model] = suspects.length ? await Promise.all([load(), slips()]) : [];
    // An unfinished word is a slip only if a completion may be meant by it.
    const finished = extra.length ? new Set(extra.map(({ word }) => word.folded)) : null;
    return known && model ? model(query, typed, suspects, known, finished) : null;
  }

  /** Tell whether the documents with a pair of neighbours mostly spell it as the query does. */
  const isAlike = ({ frequency, alike }) => frequency > 0 && alike > ALIKE;

  /** Tell whether a word may have a typing error: no document has it, or none has it next to its neighbours. */
  function isSuspect(query, scored, at) {
    const word = query.words[at];
    if (scored.words[at].widened || scored.direct.used.has(at)) return false;
    if (word.asking || /^[0-9]+$/.test(word.folded)) return false;
    if (!scored.words[at].frequency) return true;
    const around = scored.pairs.filter((pair) => pair.at === at || pair.at + 1 === at);
    return !around.every(isAlike) || (word.folded.length > LONGEST_SYLLABLE && scored.words[at].frequency < FEW_DOCUMENTS);
  }

  thamsau.spelling = { completions, meant, isAlike, load };
})();
