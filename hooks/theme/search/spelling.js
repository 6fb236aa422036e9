/**
 * Words that the reader may mean: completions of an unfinished word, and corrections of typing errors.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { syllable, pairCode, folded } = thamsau.analysis;
  const { part, whole } = thamsau.parts;
  const { reader } = thamsau.bits;
  const { wordOf } = thamsau.sought;
  const { COMPLETIONS, EVIDENCE, KNOWN_WORD } = thamsau.tuning;
  let lexicon = null;

  /**
   * The site's syllables, folded -> [{exact, often}], and a test for frequent pairs; null if they cannot be loaded.
   * `often` is the number of bits of the number of entries with the syllable.
   */
  async function load() {
    if (lexicon) return lexicon;
    const content = await part("tieng");
    return content && whole("tieng", () => (lexicon = read(content)));
  }

  function read(content) {
    const words = new Map();
    for (const [, letters, tones] of content.words.matchAll(/([^A-Z1-5]+)((?:[1-5]?[A-Z])+)/g)) {
      const base = syllable(letters).folded;
      if (!words.has(base)) words.set(base, []);
      for (const [, tone, often] of tones.matchAll(/([1-5]?)([A-Z])/g)) words.get(base).push({ exact: letters + tone, often: often.charCodeAt(0) - 64 });
    }
    const steps = reader(content.pairs);
    const pairs = new Set();
    for (let code = 0; steps.more(); ) pairs.add((code += steps.one()));
    const areFrequent = (first, second) => pairs.has(pairCode(first, second) >>> (30 - content.bits));
    return { words, areFrequent };
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
    let likely = all.filter(({ base }) => before && known.areFrequent(before, base));
    if (!likely.length && before) likely = among(await thamsau.following(query, scored, index));
    if (!likely.length && !scored.words[at].frequency) likely = all;
    return likely.slice(0, last.folded.length > 1 ? COMPLETIONS.most : COMPLETIONS.ofLetter).map(({ base, fitting }) => ({ at, by, word: asWord(base, fitting, last) }));
  }

  function asWord(base, variants, typed) {
    const exact = typed.lenient ? base : variants.slice().sort((a, b) => b.often - a.often)[0].exact;
    return { ...wordOf({ folded: base, exact, token: base, text: base }, typed.lenient), marked: true, variants };
  }

  /** Tell whether one insertion, deletion, substitution or swap turns one word into the other. */
  function isNear(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a === b) return false;
    let start = 0;
    while (start < a.length && start < b.length && a[start] === b[start]) start++;
    let end = 0;
    while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    const x = a.slice(start, a.length - end), y = b.slice(start, b.length - end);
    return x.length + y.length <= 1 || (x.length === 1 && y.length === 1) || (x.length === 2 && x[0] === y[1] && x[1] === y[0]);
  }

  /** The keys of Telex and VNI with the letters they make; longer sequences of keys come first. */
  const TELEX = [[/uow/g, "ươ"], [/dd/g, "đ"], [/aa/g, "â"], [/aw/g, "ă"], [/ee/g, "ê"], [/oo/g, "ô"], [/ow/g, "ơ"], [/uw|w/g, "ư"]];
  const VNI = [[/uo7/g, "ươ"], [/d9/g, "đ"], [/a6/g, "â"], [/a8/g, "ă"], [/e6/g, "ê"], [/o6/g, "ô"], [/o7/g, "ơ"], [/u7/g, "ư"]];
  const TELEX_TONES = "fsrxj", VNI_TONES = "21345"; // in the order of the digits of exact forms

  /**
   * The word meant by keys that were not turned into marks ("nghieepj", "hoof", "d9a3ng"): {folded, exact}, or null.
   */
  function keyed(word) {
    const isVni = /[a-z][1-9]/.test(word), tones = isVni ? VNI_TONES : TELEX_TONES;
    let letters = word, tone = "";
    // The key of a tone is at the end, or after the vowels.
    letters = letters.replace(isVni ? /[1-5]/ : /[sfrxj](?=$|(?:ch|ng|nh|[cmnpt])$)/, (key, at) => {
      if (!at) return key;
      tone = String(tones.indexOf(key) + 1);
      return "";
    });
    for (const [keys, made] of isVni ? VNI : TELEX) letters = letters.replace(keys, made);
    if (letters === word || /[0-9]/.test(letters)) return null;
    const { folded, exact } = syllable(letters);
    return { folded, exact: exact + tone };
  }

  /**
   * Corrections of words that no document has, or never next to the same neighbours: [{at, word, by}]. `scored` is the
   * result of score.js for the query, `at` the index of the word, and `by` the weight of its correction.
   */
  async function corrections(query, scored, by) {
    const suspects = query.words.map((_, at) => at).filter((at) => isSuspect(query, scored, at));
    const known = suspects.length ? await load() : null;
    if (!known) return [];
    const found = [];
    for (const at of suspects) {
      const word = query.words[at];
      const meant = keyed(folded(word.token));
      const before = at > 0 ? query.words[at - 1].folded : "", after = at + 1 < query.words.length ? query.words[at + 1].folded : "";
      const neighbours = (before ? 1 : 0) + (after ? 1 : 0), isKnown = scored.words[at].frequency > 0;
      let best = null;
      for (const [base, variants] of known.words) {
        const keys = Boolean(meant) && base !== word.folded && base === meant.folded;
        if (!keys && !isNear(word.folded, base)) continue;
        const sides = (before && known.areFrequent(before, base) ? 1 : 0) + (after && known.areFrequent(base, after) ? 1 : 0);
        // A known word is replaced only by a word that forms frequent pairs with all its neighbours; the first or last
        // word only in a short query.
        const sure = isKnown ? sides === neighbours && (neighbours === 2 || query.words.length <= 3) : sides || keys || !neighbours || oftenOf(variants) > KNOWN_WORD;
        if (!sure) continue;
        const rank = sides * EVIDENCE.neighbour + (keys ? EVIDENCE.keys : 0) + oftenOf(variants) + (base[0] === word.folded[0] ? EVIDENCE.firstLetter : 0) + (base.length === word.folded.length ? EVIDENCE.length : 0);
        if (!best || rank > best.rank) best = { base, variants, rank };
      }
      if (!best) continue;
      // The keys show which spelling is meant, and so do the marks in the word.
      const isMeant = ({ exact }) => (meant && best.base === meant.folded ? exact === meant.exact : word.marked && isNear(exact, word.exact));
      const same = best.variants.filter(isMeant);
      found.push({ at, by, word: asWord(best.base, same.length ? same : best.variants, word) });
    }
    return found;
  }

  function isSuspect(query, scored, at) {
    const word = query.words[at];
    if (scored.words[at].widened || (scored.direct.used && scored.direct.used.has(at))) return false;
    if (word.asking || /^[0-9]+$/.test(word.folded)) return false;
    if (!scored.words[at].frequency) return true;
    const around = scored.pairs.filter((pair) => pair.at === at || pair.at + 1 === at);
    const isMarked = (pair) => query.words[pair.at].marked && query.words[pair.at + 1].marked;
    return around.length > 0 && around.every((pair) => !(isMarked(pair) ? pair.alike : pair.frequency));
  }

  const TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

  /** An exact form in normal spelling: "hoa1" -> "hòa", "quyêt2" -> "quyết". */
  function spelt(exact) {
    const tone = TONES[Number((exact.match(/[1-5]$/) || ["0"])[0])], base = strip(exact);
    if (!tone) return base;
    const vowels = [...base].map((letter, i) => ({ letter, i })).filter(({ letter, i }) => /[aăâeêioôơuưy]/.test(letter) && !(i === 1 && /^(qu|gi.)/.test(base) && /[ui]/.test(letter) && /[aăâeêioôơuưy]/.test(base[2] || "")));
    if (!vowels.length) return base;
    const hat = vowels.filter(({ letter }) => /[ăâêôơư]/.test(letter)).pop();
    const closed = !/[aăâeêioôơuưy]/.test(base[base.length - 1]);
    const place = hat || vowels[vowels.length === 1 ? 0 : vowels.length === 3 || closed ? 1 : 0];
    return (base.slice(0, place.i + 1) + tone + base.slice(place.i + 1)).normalize("NFC");
  }

  /** A word with capitals like those of another word. */
  function cased(word, like) {
    if (like.length > 1 && like === like.toUpperCase()) return word.toUpperCase();
    return like[0] === like[0].toLowerCase() ? word : word[0].toUpperCase() + word.slice(1);
  }

  /** The corrected query in the reader's way of typing: without marks if none were typed. */
  function mended(query, found) {
    let text = query.text;
    for (const { at, word } of [...found].sort((a, b) => b.at - a.at)) {
      const { start, end } = query.words[at];
      text = text.slice(0, start) + cased(query.lenient ? word.folded : spelt(word.exact), text.slice(start, end)) + text.slice(end);
    }
    return text.trim();
  }

  thamsau.spelling = { completions, corrections, mended, spelt, load };
})();
