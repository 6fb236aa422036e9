/**
 * The words that a reader may have meant by a part of a query, each with a cost: the less likely the errors, the
 * higher.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { syllable } = thamsau.analysis;
  const { MOST, MARKS, KEYS, LOOKALIKE, RARE, CANDIDATES } = thamsau.slipTuning;
  const { unlike, lettersOf, apart } = thamsau.likeness;
  const known = []; // the words of the lexicon, with their sets of letters
  const SCRIPTS = "аверскмнотухіјѕһԁԛԝαβεικνορτυχ", LETTERS = "abepckmhotyxijshdqwabeiknoptux";
  const TWIN = new RegExp(`[${SCRIPTS}]`, "g");
  const toneOf = (exact) => exact.slice(exact.search(/[1-5]*$/));
  const hatsOf = (exact) => exact.match(/[ăâêôơưđ]/g) || [];

  /**
   * Return the cost of having typed the marks of `typed` for those of `meant`; both are exact forms, such as "hoa1".
   */
  function marksCost(typed, meant) {
    if (typed === meant) return 0;
    const tone = toneOf(typed), other = toneOf(meant), hats = hatsOf(typed), others = hatsOf(meant);
    const alike = (tone === "3" || tone === "4") && (other === "3" || other === "4");
    let cost = tone === other ? 0 : !tone ? MARKS.missing : alike ? MARKS.alike : MARKS.tone;
    for (const hat of hats) {
      const at = others.indexOf(hat);
      if (at < 0) cost += MARKS.otherHat;
      else others.splice(at, 1);
    }
    cost += Math.max(0, others.length - hats.filter((hat) => !hatsOf(meant).includes(hat)).length) * MARKS.hat;
    return tone || hats.length ? cost : Math.min(cost, MARKS.plain);
  }

  /**
   * Return what may have been typed: [{folded, exact, cost}].
   *
   * This is the word itself (with Latin letters in place of similar ones of other scripts), and the word that results
   * if Telex or VNI keys in it are turned into marks.
   */
  function readings(token) {
    const own = token.replace(TWIN, (letter) => LETTERS[SCRIPTS.indexOf(letter)]);
    const found = [{ ...syllable(own.normalize("NFC")), cost: own === token ? 0 : LOOKALIKE, own: own === token }];
    const keys = thamsau.keys.keyed(own);
    if (keys) found.push({ ...keys, cost: KEYS, own: false, keys: true });
    return found;
  }

  /** Return how much rarer a word is than a word in all documents, from 0 to RARE. `often` is as in the lexicon. */
  const rarity = (often, { most }) => RARE * (1 - often / most);

  /**
   * Return the words of the lexicon that have the same letters as a reading, with any marks: [{folded, exact, cost}].
   */
  function spelt({ folded, exact, cost, own }, lexicon, marked) {
    const variants = lexicon.words.get(folded) || [];
    if (!marked) return variants.length ? [{ folded, exact: folded, cost: cost + rarity(Math.max(...variants.map((one) => one.often)), lexicon), changed: !own }] : [];
    return variants.map((one) => ({ folded, exact: one.exact, cost: cost + marksCost(exact, one.exact) + rarity(one.often, lexicon), changed: !own || one.exact !== exact }));
  }

  /** Return the words that may be meant by a text if all its letters are right, so only its marks may be wrong. */
  const exactly = (text, lexicon, marked) => readings(text).flatMap((reading) => spelt(reading, lexicon, marked || reading.keys));

  /** Return the words that may be meant by a word with wrong letters, the likeliest first. */
  function nearly(token, lexicon, marked) {
    const found = [];
    if (!known.length) for (const folded of lexicon.words.keys()) known.push({ folded, letters: lettersOf(folded) });
    for (const reading of readings(token)) {
      const letters = lettersOf(reading.folded), least = reading.folded.length > 4 ? 5 : 4;
      const most = MOST[Math.min(reading.folded.length, MOST.length - 1)];
      for (const { folded, letters: others } of known) {
        if (folded === reading.folded || apart(letters, others) > least) continue;
        const slips = unlike(reading.folded, folded, most);
        if (slips < Infinity) found.push(...spelt({ ...reading, folded, cost: reading.cost + slips, own: false }, lexicon, marked || reading.keys));
      }
    }
    return found.sort((a, b) => a.cost - b.cost || (a.exact < b.exact ? -1 : 1)).slice(0, CANDIDATES);
  }

  thamsau.candidates = { exactly, nearly, readings, rarity };
})();
